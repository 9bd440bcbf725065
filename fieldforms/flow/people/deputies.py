"""Deputies: who approves while somebody is away, from one day until another, both included."""

from collections.abc import Mapping
from datetime import date, timedelta

from fieldforms.errors import N_, Invalid, NotAllowed, NotFound
from fieldforms.flow import form_input, local_time
from fieldforms.flow.form_input import ChoiceInput, DayInput, Input
from fieldforms.flow.people.actors import Actor
from fieldforms.store import audit
from fieldforms.store.database import one_at_a_time, transaction
from fieldforms.store.models import Deputy, User
from fieldforms.store.people import accounts, deputies

REPRESENTED = ("supervisor", "manager", "hr")  # whose approvals cannot wait
MOST_DAYS_AWAY = 180  # days
DEPUTY, FROM, UNTIL = N_("代理人"), N_("从"), N_("到")

PAST = N_("“%(label)s”不能早于今天。")
ENDS_BEFORE_IT_STARTS = N_("“%(label)s”不能早于开始的一天。")
TOO_MANY_DAYS = N_("一次最多代理 %(max)s 天。")
OVERLAPS = N_("这段时间已经有代理人，请先结束那一次。")


def name_deputy(actor: Actor, user_id: int, given: Mapping) -> Deputy:
    """Name a deputy for oneself, or as admin for somebody. Raises Invalid, NotFound, NotAllowed.

    `given`: "deputy" (user id), "from_on", "until_on" (ISO days), as typed.
    """
    user = person_to_represent(actor, user_id)
    values = form_input.read_input(inputs_of_deputy(user), given)
    check_days(values)
    deputy = accounts.by_id(int(values["deputy"]))
    if deputy is None:
        raise NotFound
    with transaction():
        one_at_a_time([f"deputies of {user.id}"])
        if deputies.overlapping_deputy(user, values["from_on"], values["until_on"]):
            raise Invalid([("from_on", OVERLAPS, {"label": FROM})])
        row = deputies.add_deputy(user, deputy, values["from_on"], values["until_on"], actor.user_id)
        audit.record_action(actor.user_id, "deputy.name", str(row.id), user=user.id, deputy=deputy.id)
        return row


def end_deputy(actor: Actor, user_id: int, deputy_id: int) -> None:
    """From now on nobody stands in; ended twice, it is ended once. Raises NotFound, NotAllowed."""
    user = person_to_represent(actor, user_id)
    row = deputies.get_deputy(user, deputy_id)
    if row is None:
        raise NotFound
    if row.ended_at is None:
        with transaction():
            deputies.end_deputy(row)
            audit.record_action(actor.user_id, "deputy.end", str(row.id), user=user.id)


def person_to_represent(actor: Actor, user_id: int) -> User:
    """The person whose deputies this actor may name. Raises NotFound, NotAllowed."""
    if actor.user_id != user_id:
        actor.needs("admin")
    user = accounts.by_id(user_id)
    if user is None or user.disabled_at:
        raise NotFound
    if user.role not in REPRESENTED:
        raise NotFound if actor.user_id != user_id else NotAllowed
    return user


def possible_deputies(user: User) -> list[User]:
    """Who can stand in: who sees what is to be approved. Technicians see their own requests only."""
    return [
        person for person in accounts.active_users() if person.id != user.id and person.role != "technician"
    ]


def inputs_of_deputy(user: User) -> dict[str, Input]:
    return {
        "deputy": ChoiceInput(DEPUTY, {str(person.id): person.name for person in possible_deputies(user)}),
        "from_on": DayInput(FROM, True),
        "until_on": DayInput(UNTIL, True),
    }


def check_days(values: dict) -> None:
    """Raises Invalid."""
    first, last = (date.fromisoformat(values[each]) for each in ("from_on", "until_on"))
    if values["from_on"] < local_time.today():
        raise Invalid([("from_on", PAST, {"label": FROM})])
    if last < first:
        raise Invalid([("until_on", ENDS_BEFORE_IT_STARTS, {"label": UNTIL})])
    if last - first >= timedelta(days=MOST_DAYS_AWAY):
        raise Invalid([("until_on", TOO_MANY_DAYS, {"label": UNTIL, "max": MOST_DAYS_AWAY})])


def state_of_deputy(row: Deputy) -> str:
    """ended, over, now or coming."""
    if row.ended_at:
        return "ended"
    return (
        "over"
        if row.until_on < local_time.today()
        else "now"
        if row.from_on <= local_time.today()
        else "coming"
    )
