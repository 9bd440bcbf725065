"""What an installation has already: one question, however much there is."""

from peewee import fn

from fieldforms.store.models import Assignment, Client, Code, Device, Plan, Record, Room, User
from fieldforms.store.prepared import prepared

THINGS = ("people", "clients", "rooms", "devices", "labels", "assignments", "plans", "sheets")


def things_there() -> dict[str, bool]:
    """Thing → is there any? Of people: anybody beside the first."""
    [found] = rows_of_things()
    return dict(zip(THINGS, map(bool, found), strict=True))


@prepared
def rows_of_things():
    first, other = User.alias(), User.alias()
    others = other.select(other.id).join(first, on=(first.id < other.id))
    on_device = Code.device.is_null(False)
    queries = (
        others,
        Client.select(Client.id),
        Room.select(Room.id),
        Device.select(Device.id),
        Code.select(Code.id).where(on_device),
        Assignment.select(Assignment.id).where(Assignment.until.is_null()),
        Plan.select(Plan.id),
        Record.select(Record.id),
    )
    return User.select(*(fn.EXISTS(query.limit(1)) for query in queries)).limit(1).tuples()
