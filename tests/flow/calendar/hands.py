"""A plan, its visits and its sheets, on a Tuesday at noon."""

from datetime import UTC, date, datetime, timedelta

from fieldforms.flow.calendar import plans, visits
from fieldforms.flow.completing import completion
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.store import clock
from fieldforms.store.models import Plan

FORM = "service-contact"
DAY = timedelta(days=1)
TUESDAY = date(2026, 11, 24)


def noon(day: date) -> int:
    """Noon in Shanghai, as UTC ms."""
    return int(datetime(day.year, day.month, day.day, 4, tzinfo=UTC).timestamp() * 1000)


def given(**changes) -> dict:
    plain = {
        "place": "client",
        "key": FORM,
        "every": "1",
        "unit": "month",
        "weekday": "",
        "skip_holidays": "1",
    }
    return plain | {"technician": "", "starts_on": "2026-11-24", "ends_on": ""} | changes


def planned(world, owner=None, login="sunmin", **changes) -> Plan:
    return plans.make_plan(world.actor(login), (owner or world.office).client.id, given(**changes))


def planned_at(world, place_name: str) -> Plan:
    return plans.make_plan(world.actor("sunmin"), world.office.client.id, given(place=place_name))


def all_of(world, plan, login="sunmin", back=366, ahead=366) -> list[visits.PlannedVisit]:
    book = visits.plan_book(world.actor(login).viewer, plan.client_id)
    plan = next(each for each in book.plans if each.id == plan.id)
    return list(book.visits_of_plans([plan], TUESDAY - DAY * back, TUESDAY + DAY * ahead))


def outcomes(world, plan) -> dict[str, str]:
    return {str(v.by_rule): v.state.outcome for v in all_of(world, plan) if v.state.outcome != "open"}


def sheet(world, plan=None, due="", login="chen", place=None, day=TUESDAY, **changes):
    """A contact sheet's first entry, begun from a plan's visit or not."""
    place = place or world.office
    with clock.pretend_now(noon(day)):
        actor = world.actor(login)
        origin = {"device": place.device.id} | ({"plan": plan.id, "due": due} if plan else {})
        new = drafts.start_draft(actor, FORM, origin, drafts.new_uuid(), drafts.new_uuid())
        draft = drafts.save_draft(actor, new, world.contact_answers(place, **changes), 0, "tests")
        return completion.complete(actor, draft.uuid, HandedIn(draft.answers)).entry
