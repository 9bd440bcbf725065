"""What became of devices, a row each time."""

from peewee import JOIN

from fieldforms.store import clock, scope
from fieldforms.store.models import Device, DeviceEvent, Plan, Record, RecordDevice, User
from fieldforms.store.prepared import prepared

Other = Device.alias()  # its `model` is Peewee's own word: columns are named one by one


def add_event(device: Device, kind: str, by: int | None, **said) -> DeviceEvent:
    """`said`: before, after, other, note."""
    return DeviceEvent.create(device=device, kind=kind, by=by, at=clock.now(), **said)


def replaced_just_now(device: Device) -> Device | None:
    """The one that took its place within the last minute."""
    lately = (
        DeviceEvent.device == device,
        DeviceEvent.kind == "replaced",
        DeviceEvent.at > clock.now() - clock.MINUTE,
    )
    event = DeviceEvent.select().where(*lately).order_by(DeviceEvent.id.desc()).first()
    return Device.get_by_id(event.other_id) if event else None


@scope.prepared_by_viewer
def open_records_about(viewer, device):
    """Sheets about a device that are not over, newest first."""
    query = Record.select().join(RecordDevice).where(RecordDevice.device == device, Record.state == "open")
    return query.where(scope.records(viewer)).order_by(Record.id.desc()).limit(50)


@prepared
def running_plans_at(device):
    return Plan.select().where(Plan.device == device, Plan.ended_at.is_null()).order_by(Plan.id)


def events_of_device(device: int, most: int, before: int = clock.END_MS) -> list[DeviceEvent]:
    """Newest first, with who it was and the other device. `before`: UTC ms."""
    return list(events_before(device, before, most))


@prepared
def events_before(device, before, most):
    return (
        DeviceEvent.select(DeviceEvent, User, Other.id, Other.name)
        .join(User, JOIN.LEFT_OUTER, on=(DeviceEvent.by == User.id))
        .switch(DeviceEvent)
        .join(Other, JOIN.LEFT_OUTER, on=(DeviceEvent.other == Other.id))
        .where(DeviceEvent.device == device, DeviceEvent.at < before)
        .order_by(DeviceEvent.at.desc(), DeviceEvent.id.desc())
        .limit(most)
    )
