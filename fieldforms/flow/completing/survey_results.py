"""What a survey found taken into the register: `takes_over` names its rows; their `from` names the columns
(register_columns.SURVEYED_SOURCES)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fieldforms.errors import N_, UnknownCode
from fieldforms.flow import local_time
from fieldforms.flow.completing.submissions import Completion
from fieldforms.flow.filling.draft_contexts import DraftContext
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import folding
from fieldforms.flow.register import codes, register_columns, technical_words
from fieldforms.flow.register.devices import keep_changes, keep_new_device, years_in_use
from fieldforms.flow.sheets import timeline
from fieldforms.forms import conditions
from fieldforms.forms.answers import filled_rows
from fieldforms.forms.definition import Definition, Field, Step
from fieldforms.i18n import LANGUAGES, gettext
from fieldforms.store import scope
from fieldforms.store.models import Client, Device, Room
from fieldforms.store.register import clients, devices

COUNTS = (folding.DONE, folding.PAPER, folding.DEEMED)  # what was sent back or refused takes nothing over
PREFIX = "device."
ID_COLUMN = "device.id"
YEARS_COLUMN = "device.years"
LABEL_COLUMN = "device.label"  # the code on the device: how a row knows which one it is about


@dataclass(frozen=True)
class RegisterDifference:
    """One column in words. `before` "" for a device the register does not know."""

    label: dict
    before: str
    after: str | dict


@dataclass(frozen=True)
class RegisterChange:
    """What one row would change. `device` None: it would be added. `label`: the blank one that hangs on it now."""

    name: str
    device: Device | None
    values: dict
    differences: tuple[RegisterDifference, ...]
    label: str = ""

    @property
    def tells_technical(self) -> bool:
        return bool(technical_words.TECHNICAL & self.values.keys())


# Of a device that went out of use: it is said, and stays as it was.
LABEL_NOT_BOUND = N_("不是空白标签，不绑定")
NOTHING_TAKEN_OVER = RegisterDifference(
    {"zh": "设备已停用", "en": "The device is retired"},
    "",
    {"zh": "登记不改", "en": "the register stays as it is"},
)
# Of one in a confidential room, before somebody without the clearance.
CLOSED_WORDS_STAY = RegisterDifference(
    {"zh": "接口、备注、网络地址", "en": "Ports, note, network addresses"},
    "",
    {
        "zh": "设备在涉密房间，登记不改",
        "en": "the device is in a confidential room: the register stays as it is",
    },
)


def changes_proposed(
    viewer: scope.Viewer, definition: Definition, step: Step, answers: dict, client_id: int | None, lang: str
) -> list[RegisterChange]:
    """Every row that says something else than the client's register, in the sheet's order; of what the viewer may not read of a
    device it is said that it stays."""
    if step.takes_over is None:
        return []
    rows = definition.fields[step.takes_over["rows"]]
    found = (
        change_proposed_by_row(viewer, rows, row, client_id, lang)
        for row in filled_rows(answers.get(rows.name))
    )
    return [each for each in found if each.differences]


def changes_proposed_by_draft(actor: Actor, found: DraftContext, lang: str) -> list[RegisterChange]:
    if found.step.takes_over is None:
        return []
    about = found.definition, found.step, found.earlier, found.draft.client_id
    changes = changes_proposed(actor.viewer, *about, lang)
    technical_words.note_readings(
        actor, [each.device for each in changes if each.device and each.tells_technical]
    )
    return changes


def change_proposed_by_row(
    viewer: scope.Viewer, rows: Field, row: dict, client_id: int | None, lang: str
) -> RegisterChange:
    device = device_of_row(rows, row, client_id)
    if device and device.retired_at:
        return RegisterChange(device.name, device, {}, (NOTHING_TAKEN_OVER,))
    stated = list(columns_stated(rows, row))
    told = [each for each in stated if is_field_open(viewer, device, each[0])]
    changes = [
        (field, value)
        for field, value in told
        if device is None or value != getattr(device, column_of_field(field))
    ]
    differences = tuple(
        RegisterDifference(
            field.label,
            timeline.answer_in_words(field, getattr(device, column_of_field(field)), lang) if device else "",
            timeline.answer_in_words(field, value, lang),
        )
        for field, value in changes
    )
    values = {column_of_field(field): value for field, value in changes}
    name = device.name if device else str(values.get("name", ""))
    aged, dated = ((), {}) if "installed_on" in values else age_proposed_by_row(rows, row, device)
    hung, label = label_proposed_by_row(rows, row, device)
    stays = (CLOSED_WORDS_STAY,) if len(told) < len(stated) else ()
    return RegisterChange(name, device, values | dated, hung + differences + aged + stays, label)


def is_field_open(viewer: scope.Viewer, device: Device | None, field: Field) -> bool:
    return device is None or technical_words.is_open_to(viewer, device, column_of_field(field))


def label_proposed_by_row(
    rows: Field, row: dict, device: Device | None
) -> tuple[tuple[RegisterDifference, ...], str]:
    """A blank label that was put on the device at the survey; one that cannot be bound is told, and nothing is done."""
    field = next((each for each in rows.fields if each.source == LABEL_COLUMN), None)
    text = str(row.get(field.name) or "") if field else ""
    if field is None or not text:
        return (), ""
    scan = scan_of_text(text)
    if scan and device and scan.device and scan.device.id == device.id:  # the one it wears, or wore then
        return (), ""
    worn = devices.code_of(device) if device else ""
    if scan is None or scan.state != "unbound":
        refused = {lang: f"{text}：{gettext(LABEL_NOT_BOUND, lang)}" for lang in LANGUAGES}
        return (RegisterDifference(field.label, worn, refused),), ""
    return (RegisterDifference(field.label, worn, scan.code.code),), scan.code.code


def scan_of_text(text: str) -> codes.Scan | None:
    try:
        return codes.resolve_code(text)
    except UnknownCode:
        return None


def age_proposed_by_row(
    rows: Field, row: dict, device: Device | None
) -> tuple[tuple[RegisterDifference, ...], dict]:
    """ "About n years" as a day that says so, where the register says otherwise."""
    field = next((each for each in rows.fields if each.source == YEARS_COLUMN), None)
    years = row.get(field.name) if field else None
    before = years_in_use(device.installed_on) if device else None
    if field is None or not isinstance(years, int) or years == before:
        return (), {}
    words = "" if before is None else str(before)
    day = local_time.years_before(local_time.date_today(), years).isoformat()
    return (RegisterDifference(field.label, words, str(years)),), {
        "installed_on": day,
        "installed_about": True,
    }


def device_of_row(rows: Field, row: dict, client_id: int | None) -> Device | None:
    """The client's device that the row is about: the register's number that it was opened with, else the code on its
    label, else (it was added by hand) its serial number, where one device alone has it."""
    said = {field.source: row[field.name] for field in rows.fields if row.get(field.name)}
    for find, source in ((device_with_id, ID_COLUMN), (device_with_label, LABEL_COLUMN)):
        device = find(said[source]) if source in said else None
        if device and device.client_id == client_id:
            return device
    alike = devices.devices_with_serial(client_id, said.get("device.serial", ""))
    return alike[0] if len(alike) == 1 else None


def device_with_id(id: str) -> Device | None:
    return devices.get_device(scope.SYSTEM, int(id)) if re.fullmatch("[0-9]{1,9}", id) else None


def device_with_label(code: str) -> Device | None:
    """However it was typed."""
    scan = scan_of_text(code)
    known = scan.code.code if scan else code
    return devices.by_codes(scope.SYSTEM, [known]).get(known)


def columns_stated(rows: Field, row: dict) -> Iterator[tuple[Field, str]]:
    """What the row says of a column of the register. A blank says nothing: what is registered stays."""
    for field in rows.fields:
        if field.source in register_columns.SURVEYED_SOURCES and row.get(field.name):
            name, text = column_of_field(field), str(row[field.name])
            yield field, register_columns.value_of_column(register_columns.DEVICE_COLUMNS, name, text)


def column_of_field(field: Field) -> str:
    return field.source.removeprefix(PREFIX)


def take_over(actor: Actor, completion: Completion) -> None:
    """Change the register as the step just sealed says. Call inside its transaction."""
    step, seen = completion.step, completion.seen
    if step.takes_over is None or completion.entry.outcome not in COUNTS:
        return
    answers = completion.fold.answers
    if not conditions.is_relevant(step.takes_over.get("when"), answers):
        return
    client = clients.get_client(scope.SYSTEM, seen.row.client_id) if seen.row.client_id else None
    if client and client.retired_at:  # nothing there is changed any more, nor added
        return
    room = clients.get_room(scope.SYSTEM, seen.row.room_id) if seen.row.room_id else None
    room = None if room and room.retired_at else room
    for each in changes_proposed(
        actor.viewer, seen.definition, step, answers, seen.row.client_id, LANGUAGES[0]
    ):
        apply_proposal(actor, each, client, room, seen.row.number)


def apply_proposal(
    actor: Actor, each: RegisterChange, client: Client | None, room: Room | None, number: str
) -> None:
    if each.device and each.device.retired_at:
        return
    device = each.device
    if device and each.values:
        keep_changes(actor, device, each.values, sheet=number)
    elif device is None and client and each.values.get("name"):
        values = {"client": client.id, "room": room.id if room else None, "category": "other", **each.values}
        device = keep_new_device(actor, values, sheet=number)
    scan = scan_of_text(each.label) if each.label else None
    if device and scan and scan.state == "unbound":  # two rows may name one
        codes.bind_code_to(actor, scan.code.code, device)
