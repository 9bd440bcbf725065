"""What an installation has already: one question, however much there is."""

from peewee import fn

from fieldforms.store.models import Assignment, Audit, Client, Code, Device, Plan, Room, User
from fieldforms.store.prepared import one_of, prepared

THINGS = ("people", "clients", "rooms", "devices", "labels", "assignments", "plans")
STEP_LEFT_OUT = "first_step.leave_out"  # in the audit, about the step's name
STEP_BROUGHT_BACK = "first_step.bring_back"
WHO_SEND = ("supervisor", "dispatcher")


def things_there() -> dict[str, bool]:
    """Thing → is there any? Of people: who goes, and who sends them."""
    [found] = rows_of_things()
    return dict(zip(THINGS, map(bool, found), strict=True))


@prepared
def rows_of_things():
    on_device = Code.device.is_null(False)
    queries = (
        Client.select(Client.id),
        Room.select(Room.id),
        Device.select(Device.id),
        Code.select(Code.id).where(on_device),
        Assignment.select(Assignment.id).where(Assignment.until.is_null()),
        Plan.select(Plan.id),
    )
    people = is_any(active_users_of(("technician",))) & is_any(active_users_of(WHO_SEND))
    return User.select(people, *map(is_any, queries)).limit(1).tuples()


@prepared
def words_about_steps(names):
    """(name, action, at) of what somebody said of these steps, that it is needed or not; the last counts."""
    said = Audit.action.in_((STEP_LEFT_OUT, STEP_BROUGHT_BACK))
    query = Audit.select(Audit.ref, Audit.action, Audit.at).where(one_of(Audit.ref, names), said)
    return query.order_by(Audit.id).tuples()


def active_users_of(roles: tuple[str, ...]):
    return User.select(User.id).where(User.disabled_at.is_null() & User.role.in_(roles))


def is_any(query):
    return fn.EXISTS(query.limit(1))
