"""What is kept beside an entry when it is sealed: what the register says of it, and whether it makes its record
confidential.

Both are inserted once and never changed: who may see a sheet does not follow from what the register says today
(docs/decisions/0009-confidential.md).
"""

from collections.abc import Iterable, Sequence

from fieldforms.errors import N_
from fieldforms.flow.files.file_digests import digests_in
from fieldforms.flow.record import row_devices
from fieldforms.flow.record.folding import fold_entries
from fieldforms.forms import conditions
from fieldforms.forms.definition import Definition
from fieldforms.forms.kinds import KINDS
from fieldforms.store import scope
from fieldforms.store.documents import documents
from fieldforms.store.models import Device, Room
from fieldforms.store.record import guards, records, whereabouts
from fieldforms.store.register import clients, devices

ROOM, FORM, KIN, MARKED, BEFORE, LIFTED = "room", "form", "kin", "marked", "before", "lifted"
# Why a guard stands. BEFORE: by the migration 0002, of what was sealed before anything was kept.
WHY = {
    ROOM: N_("属于涉密房间"),
    FORM: N_("按表单的规定涉密"),
    KIN: N_("它更正或跟进的单据涉密"),
    MARKED: N_("所在房间改为涉密"),
    BEFORE: N_("系统升级前就涉密"),
    LIFTED: N_("已解除涉密"),
}


def keep_beside_entry(
    definition: Definition, sealed: records.Sealed, before: Sequence[records.Sealed] | None
) -> None:
    """Call in the transaction that sealed the entry. `before`: the record's entries until then, None: not read yet."""
    first = sealed.row.seq == 1
    named = row_devices.devices_named(definition, sealed.answers, worn_only=False)
    room, device = room_begun_in(sealed), device_begun_at(sealed)
    whereabouts.keep_rows(sealed.row.record, sealed.row.seq, rows_to_keep(sealed, named, room, device))
    rooms = [each.room for each in (*named, *([device] if device else [])) if each.room_id]
    rooms += rooms_of_carried_files(definition, sealed.answers)
    rooms += rooms_in_rows(definition, sealed.answers, sealed.row.client_id)
    secret = next((each for each in (*rooms, room) if each and each.confidential), None)
    if secret:
        guard_record(sealed, ROOM, secret)
    elif first and follows_confidential(sealed.payload):
        guard_record(sealed, KIN)
    elif form_says_so(definition, sealed, before):
        guard_record(sealed, FORM)


def guard_record(sealed: records.Sealed, why: str, room: Room | None = None) -> None:
    if not guards.is_confidential(sealed.row.record):
        by = sealed.row.actor_id
        guards.add_guard(sealed.row.record, True, why, room=room.id if room else None, by=by)


def rooms_of_carried_files(definition: Definition, answers: dict) -> list[Room]:
    """The confidential rooms of which the library has a file that these answers carry: who reads the sheet reads that, too."""
    fields = (field for field in definition.fields.values() if KINDS[field.type].files == "document")
    digests = sorted({digest for field in fields for digest in digests_in(answers.get(field.name))})
    return list(documents.confidential_rooms_of_files(tuple(digests))) if digests else []


def rooms_in_rows(definition: Definition, answers: dict, client_id: int | None) -> list[Room]:
    """The confidential rooms where the devices of a survey's rows stand."""
    there = row_devices.devices_in_rows(definition, answers, client_id)
    return [each.room for each in there if each.room_id and each.room.confidential]


def room_begun_in(sealed: records.Sealed) -> Room | None:
    return clients.get_room(scope.SYSTEM, sealed.payload["room"]) if sealed.payload.get("room") else None


def device_begun_at(sealed: records.Sealed) -> Device | None:
    """Of a form that asks for no devices: else its answers name them."""
    return (
        devices.get_device(scope.SYSTEM, sealed.payload["device"]) if sealed.payload.get("device") else None
    )


def rows_to_keep(
    sealed: records.Sealed, named: Iterable[Device], room: Room | None, device: Device | None
) -> list[dict]:
    rows = [place_of_device(each) for each in named]
    if device:
        rows.append(place_of_device(device) | {"device_name": device.name})
    if room:
        rows.append(place_of_room(room))
    if sealed.row.seq != 1 or not sealed.row.client_id:
        return rows
    client = clients.get_client(scope.SYSTEM, sealed.row.client_id)
    return [row | {"client_name": client.short_name if client else ""} for row in rows or [{}]]


def place_of_device(device: Device) -> dict:
    return {"device": device.id} | (place_of_room(device.room) if device.room_id else {})


def place_of_room(room: Room) -> dict:
    return {"room": room.id, "place": room.name}


def follows_confidential(about: dict) -> bool:
    """Does a sheet correct or follow a confidential one? It says, or is about, the same. `about`: origin or payload."""
    numbers = [about[name] for name in ("supersedes", "follows") if about.get(name)]
    found = (records.by_number(scope.SYSTEM, number) for number in numbers)
    return any(seen.row.confidential for seen in found if seen)


def form_says_so(
    definition: Definition, sealed: records.Sealed, before: Sequence[records.Sealed] | None
) -> bool:
    """Does the form make its record confidential by this very entry? What was lifted is not taken back by the next one."""
    if isinstance(definition.confidential, bool):
        return definition.confidential and sealed.row.seq == 1
    if before is None:
        before = records.entries(sealed.row.record, scope.SYSTEM, definition)[:-1]
    now, then = (fold_entries(definition, entries).answers for entries in ([*before, sealed], before))
    return form_is_confidential(definition, now) and not (before and form_is_confidential(definition, then))


def form_is_confidential(definition: Definition, answers: dict) -> bool:
    """What the form says of itself: always, or with these answers."""
    if isinstance(definition.confidential, bool):
        return definition.confidential
    return conditions.holds(definition.confidential, answers)


def guard_because_marked(record: str, room: Room, by: int | None) -> None:
    """A room became confidential: so does what was sealed there before. Nothing makes it less so but `lifting.lift_confidentiality`."""
    if not guards.is_confidential(record):
        guards.add_guard(record, True, MARKED, room=room.id, by=by)
