"""Many devices at once, from the desk: one column of all of them, or a label for those that lack one. One transaction, and a line
of the audit for each device as if it had been changed alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter

from fieldforms.errors import N_, Invalid, NotFound, TooManyDevices
from fieldforms.flow import form_changes
from fieldforms.flow.form_changes import Shown
from fieldforms.flow.form_input import ChoiceInput, Input
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register import codes, device_lists, register_columns, technical_words, unguarding
from fieldforms.flow.register.device_events import note_state
from fieldforms.flow.register.devices import device_columns, keep_changes, refuse_uncleared_move
from fieldforms.flow.register.register_columns import DEVICE_STATES, Columns, RegisterColumn
from fieldforms.forms.reading import read_ids
from fieldforms.store.database import transaction
from fieldforms.store.models import Device
from fieldforms.store.register import devices
from fieldforms.store.register.device_lists import DeviceFilters

CHANGERS = ("dispatcher", "supervisor")
MOST_CHANGED = 2000  # some seconds of one transaction
OF_ONE_ALONE = frozenset({"name", "serial", "asset_no", "ip", "mac", "rack_unit"})

VALUE = "value"  # the input that says what the column is to be
STATE_COLUMN = RegisterColumn("state", ChoiceInput(N_("状态"), DEVICE_STATES))


@dataclass(frozen=True)
class DeviceSelection:
    """What was ticked, or all that the list finds (`filters`)."""

    ids: tuple[int, ...] = ()
    filters: DeviceFilters | None = None


@dataclass(frozen=True)
class DeviceChange:
    """A device, and the text of the column's input before and after."""

    device: Device
    before: str
    after: str


def devices_selected(actor: Actor, selection: DeviceSelection) -> list[Device]:
    """Those in use and in scope, in the order of the list. Raises NotAllowed, NotFound, TooManyDevices."""
    actor.needs(*CHANGERS)
    ids = selection.ids
    if selection.filters:
        ids = tuple(device_lists.ids_of_devices(actor.viewer, selection.filters, MOST_CHANGED + 1))
    if len(ids) > MOST_CHANGED:
        raise TooManyDevices(most=MOST_CHANGED)
    found = [
        each
        for each in devices.with_ids(actor.viewer, ids)
        if not (each.retired_at or each.client.retired_at)
    ]
    if not found:
        raise NotFound
    return sorted(found, key=attrgetter("sorted_as", "id"))


# A column


def columns_to_change(selected: Iterable[Device]) -> Columns:
    """What may be said of all of them at once. Rooms are one client's."""
    chosen = list(selected)
    asked = device_columns(chosen[0].client)
    of_one_client = len({device.client_id for device in chosen}) == 1
    kept = (column for column in asked if column.name not in OF_ONE_ALONE)
    return (STATE_COLUMN, *(column for column in kept if of_one_client or column.name != "room"))


def column_to_change(selected: Iterable[Device], name: str) -> RegisterColumn:
    """Raises NotFound."""
    found = next((each for each in columns_to_change(selected) if each.name == name), None)
    if found is None:
        raise NotFound
    return found


def devices_open_to(actor: Actor, selected: Iterable[Device], column: RegisterColumn) -> list[Device]:
    """Those of which the actor may read this column: nobody writes over what they are not shown. Of a confidential room that it is
    shown is written down."""
    found = [each for each in selected if technical_words.is_open_to(actor.viewer, each, column.name)]
    if column.technical:
        technical_words.note_readings(actor, found)
    return found


def as_asked(column: RegisterColumn) -> RegisterColumn:
    """The column under the name of the form's one input, for the list's filters are called as columns are; and in the open."""
    return replace(column, name=VALUE, group="")


def read_value(column: RegisterColumn, given: Mapping[str, str]):
    """Raises Invalid."""
    return register_columns.read_columns([as_asked(column)], given)[VALUE]


def changes_of_column(
    selected: Iterable[Device], column: RegisterColumn, given: Mapping[str, str]
) -> list[DeviceChange]:
    """What would become of those that say something else. Raises Invalid."""
    value, text = read_value(column, given), column.kind.text
    return [
        DeviceChange(device, text(device.__data__[column.name]), text(value))
        for device in selected
        if device.__data__[column.name] != value
    ]


def reason_asked(column: RegisterColumn, proposed: Iterable[DeviceChange]) -> Columns:
    """What the preview asks, too: why, where a device would leave a confidential room."""
    leaving = [each.device for each in proposed] if column.name == "room" else []
    return unguarding.asked_to_move((column,), "room", *leaving)[1:]


def texts_shown(proposed: Iterable[DeviceChange]) -> dict[str, str]:
    """Device → what the preview showed of it: sent back, it says which devices are meant, too."""
    return {str(each.device.id): each.before for each in proposed}


def change_column(actor: Actor, name: str, given: Mapping[str, str], shown: Mapping[str, str]) -> int:
    """The column of the devices that the preview showed; how many changed. `given`: the column's input as typed; `shown`:
    `texts_shown`. Raises Invalid, NotFound, NotAllowed, ChangedMeanwhile."""
    why = unguarding.reason_given(given)
    with transaction():
        selected = devices_selected(actor, DeviceSelection(read_ids(shown)))
        column = column_to_change(selected, name)
        chosen = devices_open_to(actor, selected, column)
        value = read_value(column, given)
        rows = [form_changes.row_as_it_stands(device) for device in sorted(chosen, key=attrgetter("id"))]
        refuse_changed_meanwhile(rows, column, value, shown)
        changed = [device for device in rows if device.__data__[name] != value]
        for device in changed:
            write_column(actor, device, name, value, why)
    return len(changed)


def refuse_changed_meanwhile(rows: Iterable[Device], column: RegisterColumn, value, shown: Shown) -> None:
    """Each device is an input of one form, labelled by its name. Raises ChangedMeanwhile."""
    now = {str(device.id): device for device in rows}
    table: dict[str, Input] = {id: replace(column.kind, label=device.name) for id, device in now.items()}
    stand = {id: device.__data__[column.name] for id, device in now.items()}
    form_changes.changes_of_form(table, stand, dict.fromkeys(now, value), shown)


def write_column(actor: Actor, device: Device, name: str, value, why: str) -> None:
    """Raises Invalid."""
    if name == "state":
        note_state(actor, device, value)
        return
    if name == "room":
        refuse_move(actor, device, value)
    keep_changes(actor, device, {name: value}, why)


def refuse_move(actor: Actor, device: Device, room: int | None) -> None:
    """Raises Invalid, of the form's one input."""
    try:
        refuse_uncleared_move(actor, device, room)
    except Invalid as refused:
        raise Invalid([(VALUE, *why) for _name, *why in refused.problems]) from refused


# Labels


def label_devices(actor: Actor, selection: DeviceSelection) -> int:
    """A new label for each that wears none; when (UTC ms). Raises NotAllowed, NotFound, TooManyDevices."""
    with transaction():
        chosen = devices_selected(actor, selection)
        worn = devices.codes_of(chosen)
        return codes.put_new_labels_on(actor, [device for device in chosen if device.id not in worn])
