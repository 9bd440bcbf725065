"""What a technician changes in the register counts at once, and waits for the look of whoever keeps it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from fieldforms.errors import N_
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register import technical_words
from fieldforms.flow.register.register_columns import CONTACT_COLUMNS, DEVICE_COLUMNS, ROOM_COLUMNS, Columns
from fieldforms.store import audit, scope
from fieldforms.store.database import transaction
from fieldforms.store.models import Contact, Device, RegisterLook, Room
from fieldforms.store.register import clients, devices, register_looks

LOOKERS = ("dispatcher", "supervisor")
LOOKED_AT = "technician"  # whose changes wait
MOST_LOOKS = 500
ROWS_LOOKED_AT: dict[type, tuple[str, Columns]] = {
    Device: ("device", DEVICE_COLUMNS),
    Room: ("room", ROOM_COLUMNS),
    Contact: ("contact", CONTACT_COLUMNS),
}
COLUMNS_OF_LOOKS = dict(ROWS_LOOKED_AT.values())
DEEDS = {
    "add": N_("新登记"),
    "edit": N_("修改"),
    "state": N_("改状态"),
    "label": N_("贴标签"),
    "replace": N_("更换"),
    "retire": N_("停用"),
    "bring_back": N_("恢复使用"),
    "remove": N_("移除"),
    "ports": N_("接口"),
    "cables": N_("接线"),
}


def note_deed(actor: Actor, row: Device | Room | Contact, deed: str, changed: Mapping | None = None) -> None:
    """Beside the line in the audit, inside its transaction. `deed`: one of DEEDS; `changed`: as form_changes.changed_values.

    One person's changes of one row wait together: what it said before the first, and says after the last.
    """
    if actor.user is None or actor.user.role != LOOKED_AT or type(row) not in ROWS_LOOKED_AT:
        return
    kind, _columns = ROWS_LOOKED_AT[type(row)]
    said = {} if is_confidential(row) else changed or {}
    before, after = (in_names(row, said.get(side, {})) for side in ("before", "after"))
    look = register_looks.look_awaited.first(kind, row.id, actor.user.id)
    if look is None:
        about = {"kind": kind, "row": row.id, "name": row.name, "client": row.client_id, "by": actor.user.id}
        register_looks.add_look({**about, "deeds": [deed], "before": before, "after": after})
        return
    register_looks.change_look(
        look,
        {
            "deeds": list(dict.fromkeys((*look.deeds, deed))),
            "before": {**before, **look.before},
            "after": {**look.after, **after},
        },
    )


def is_confidential(row: Device | Room | Contact) -> bool:
    """Whoever reads how such a room is run does so on its page, where that is written down (company.md, row 20)."""
    return isinstance(row, Room) and row.confidential


def forget_words_of_room(room: Room) -> None:
    """It becomes confidential: that it was changed still waits for a look. Call inside a transaction."""
    kind, _columns = ROWS_LOOKED_AT[Room]
    register_looks.forget_words(kind, room.id)


def in_names(row, values: Mapping) -> dict:
    """A room by what it is called: it may be called otherwise, or gone, when somebody looks."""
    if values.get("room") is None or not isinstance(row, Device):
        return dict(values)
    rooms = {room.id: room.name for room in clients.rooms_ever_of(row.client)}
    return {**values, "room": rooms.get(values["room"], "")}


# Looking


@dataclass(frozen=True)
class ChangesOfPerson:
    """What one technician changed at one client, longest waiting first."""

    looks: list[RegisterLook]

    @property
    def since(self) -> int:
        return self.looks[0].at

    @property
    def until(self) -> int:
        """UTC ms of the last change: what comes after it waits for another look."""
        return self.looks[-1].at

    @property
    def by(self):
        return self.looks[0].by

    @property
    def client(self):
        return self.looks[0].client


def changes_awaiting_look(actor: Actor) -> list[ChangesOfPerson]:
    """By person and client, longest waiting first."""
    whose = attrgetter("by_id", "client_id")
    found = sorted(register_looks.looks_awaited(actor.viewer, MOST_LOOKS), key=whose)
    grouped = [ChangesOfPerson(list(each)) for _whose, each in groupby(found, key=whose)]
    return sorted(grouped, key=attrgetter("since"))


def look_at_changes(actor: Actor, by: int, client: int, until: int) -> int:
    """What this technician changed at this client up to then (UTC ms) has been looked at; how much that was. Done twice, it
    is done once. Raises NotAllowed."""
    actor.needs(*LOOKERS)
    if clients.get_client(actor.viewer, client) is None:
        return 0
    with transaction():
        looked = register_looks.close_looks(by, client, until, actor.account.id)
        if looked:
            audit.record_action(actor.user_id, "register.look", str(client), by=by, count=looked)
    return looked


def devices_of_looks(actor: Actor, changes: Iterable[ChangesOfPerson]) -> dict[int, Device]:
    """By id, those that the looks are about and the actor may see; that technical words of a confidential room are shown is
    written down."""
    looks = [look for each in changes for look in each.looks if look.kind == "device"]
    found = {
        device.id: device for device in devices.with_ids(actor.viewer, tuple(look.row for look in looks))
    }
    told = {look.row for look in looks if technical_words.TECHNICAL & look.after.keys()}
    readable = [found[id] for id in sorted(told & found.keys())]
    technical_words.note_readings(
        actor, [each for each in readable if scope.may_read_technical(actor.viewer, each)]
    )
    return found


def differences_of_look(
    actor: Actor, look: RegisterLook, about: Mapping[int, Device], lang: str
) -> Iterator[tuple[str, str, str]]:
    """(label, before, after) in words, of what is otherwise now and the actor may read. `about`: `devices_of_looks`."""
    for column in columns_changed(look):
        if look.kind == "device" and column.technical and not may_be_told(actor, about.get(look.row)):
            continue
        before, after = (
            words_of_value(column, side.get(column.name), lang) for side in (look.before, look.after)
        )
        if before != after:
            yield column.kind.label, before, after


def may_be_told(actor: Actor, device: Device | None) -> bool:
    return device is not None and scope.may_read_technical(actor.viewer, device)


def columns_changed(look: RegisterLook) -> Iterable:
    return (column for column in COLUMNS_OF_LOOKS[look.kind] if column.name in look.after)


def words_of_value(column, value, lang: str) -> str:
    """One line, as its input would show it."""
    if column.name == "room":
        return value or ""
    return column.kind.text_in_words(column.kind.text(value), lang).replace("\n", "；")
