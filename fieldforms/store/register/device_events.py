"""What became of devices, a row each time."""

from peewee import JOIN

from fieldforms.store import clock
from fieldforms.store.models import Device, DeviceEvent, User
from fieldforms.store.prepared import prepared


def add_event(device: Device, kind: str, by: int | None, **said) -> DeviceEvent:
    """`said`: before, after, other, note."""
    return DeviceEvent.create(device=device, kind=kind, by=by, at=clock.now(), **said)


@prepared
def events_of_device(device, limit):
    """Newest first, with who it was and the other device."""
    other = Device.alias()
    return (
        DeviceEvent.select(DeviceEvent, User, other)
        .join(User, JOIN.LEFT_OUTER, on=DeviceEvent.by)
        .switch(DeviceEvent)
        .join(other, JOIN.LEFT_OUTER, on=DeviceEvent.other)
        .where(DeviceEvent.device == device)
        .order_by(DeviceEvent.id.desc())
        .limit(limit)
    )
