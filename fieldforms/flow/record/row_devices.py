"""The devices of the register that the rows of a sheet are about: a survey's rows say them by their number, label or serial number."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from fieldforms.forms.answers import filled_rows
from fieldforms.forms.definition import Definition
from fieldforms.store import scope
from fieldforms.store.library import definitions
from fieldforms.store.models import Device, Room
from fieldforms.store.record import records
from fieldforms.store.register import devices

ID_SOURCE, LABEL_SOURCE, SERIAL_SOURCE = "device.id", "device.label", "device.serial"
LENGTH_OF_CODE = 10
MISREAD = str.maketrans("OIL", "011")


def asks_about_devices(definition: Definition) -> bool:
    """Does it have rows that say which device of the register each is about?"""
    return any(
        row.source in (ID_SOURCE, LABEL_SOURCE)
        for field in definition.fields.values()
        for row in field.fields
    )


def devices_in_rows(definition: Definition, answers: dict, client_id: int | None) -> list[Device]:
    """Those of the client, each with its room, however a row names them; retired ones, too. The same for any number of rows:
    three statements."""
    if client_id is None or not asks_about_devices(definition):
        return []
    said = list(words_in_rows(definition, answers))
    ids = {int(text) for source, text in said if source == ID_SOURCE and re.fullmatch("[0-9]{1,9}", text)}
    codes = {code_at_end(text) for source, text in said if source == LABEL_SOURCE}
    ids |= {each.id for each in devices.by_codes(scope.SYSTEM, sorted(codes), worn_only=False).values()}
    ids |= ids_with_serials(text for source, text in said if source == SERIAL_SOURCE)
    found = devices.in_this_order(scope.SYSTEM, sorted(ids)) if ids else []
    return [each for each in found if each.client_id == client_id]


def words_in_rows(definition: Definition, answers: dict) -> Iterator[tuple[str, str]]:
    """(source, what was answered) of all rows that name devices."""
    for field in definition.fields.values():
        for row in filled_rows(answers.get(field.name)) if field.fields else ():
            for each in field.fields:
                if each.source in (ID_SOURCE, LABEL_SOURCE, SERIAL_SOURCE) and row.get(each.name):
                    yield each.source, str(row[each.name])


def code_at_end(text: str) -> str:
    """The ten characters of a label, which its address ends with, too, in any case and groups: rather one too many guards a sheet than
    one too few, so a check character that is wrong is none of this rule's business."""
    letters = re.sub("[^0-9A-Z]", "", unicodedata.normalize("NFKC", text).upper())
    return letters[-LENGTH_OF_CODE:].translate(MISREAD)


def ids_with_serials(serials: Iterable[str]) -> set[int]:
    asked = tuple(sorted(set(serials)))
    return {each.id for each in devices.devices_with_numbers(asked, column="serial")} if asked else set()


def devices_named(definition: Definition, answers: dict, worn_only: bool = True) -> list[Device]:
    """Those that the answers name by their labels, each once, with its room. `worn_only`: by labels that they still wear."""
    fields = definition.meanings.get("devices", ())
    given = [item["code"] for field in fields for item in answers.get(field.name) or ()]
    known = devices.by_codes(scope.SYSTEM, list(dict.fromkeys(given)), worn_only=worn_only)
    return list({device.id: device for device in known.values()}.values())


def records_with_rows_about(room: Room) -> Iterator[str]:
    """Surveys of the client whose rows name a device that stands there now, wherever they were begun."""
    forms = {row.id: definitions.read_definition(row) for row in definitions.all_versions()}
    asking = tuple(id for id, definition in forms.items() if asks_about_devices(definition))
    for uuid, form in records.records_of_forms(room.client_id, asking) if asking else ():
        answers = [each.answers for each in records.entries(uuid, scope.SYSTEM, forms[form])]
        named = (devices_in_rows(forms[form], each, room.client_id) for each in answers)
        if any(device.room_id == room.id for found in named for device in found):
            yield uuid
