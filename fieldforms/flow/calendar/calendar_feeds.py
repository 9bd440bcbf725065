"""A person's visits as a calendar for other programs (RFC 5545), by a secret address.

Written here, and read by the library icalendar in the tests: all-day events need a dozen lines, the library would
bring python-dateutil and 80 ms to every start.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

from fieldforms import i18n
from fieldforms.errors import N_, NotFound
from fieldforms.flow import local_time
from fieldforms.flow.calendar import visits
from fieldforms.flow.calendar.plans import PLAN_READERS
from fieldforms.flow.calendar.visits import PlannedVisit
from fieldforms.flow.people.actors import Actor
from fieldforms.store import audit
from fieldforms.store.calendar import calendar_feeds
from fieldforms.store.calendar.plans import SKIPPED
from fieldforms.store.database import transaction
from fieldforms.store.models import User

FEED_NAME = N_("巡检")
FEED_BACK, AHEAD = timedelta(days=92), timedelta(days=366)
LINE_BYTES = 75  # octets: RFC 5545 §3.1


def make_feed(actor: Actor) -> str:
    """A new secret token, shown once; the one before does not work any more."""
    actor.needs(*PLAN_READERS)
    with transaction():
        calendar_feeds.revoke_feed(actor.account.id)
        audit.record_action(actor.user_id, "feed.make")
        return calendar_feeds.create_feed(actor.account.id)


def revoke_feed(actor: Actor) -> None:
    actor.needs(*PLAN_READERS)
    with transaction():
        calendar_feeds.revoke_feed(actor.account.id)
        audit.record_action(actor.user_id, "feed.revoke")


def calendar_of_token(token: str, host: str, address: Callable[[PlannedVisit], str]) -> str:
    """The visits of the token's owner, in their language: a technician's own, else all they may see. Raises NotFound.

    `host` makes the events' names unique, `address` gives a visit's page. What a sheet says is not in it, nor where
    confidential rooms are.
    """
    user = calendar_feeds.owner(token)
    if user is None or user.role not in PLAN_READERS:
        raise NotFound
    actor, today = Actor(user), local_time.date_today()
    found = visits.plan_book(actor.viewer).visits_between(today - FEED_BACK, today + AHEAD)
    shown = [visit for visit in found if visit.state.outcome != SKIPPED and concerns_user(user, visit)]
    name = escape_text(i18n.gettext(FEED_NAME, user.language))
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//fieldforms//plans//ZH", "METHOD:PUBLISH"]
    lines += [f"NAME:{name}", f"X-WR-CALNAME:{name}"]  # RFC 7986, and what programs knew before
    for visit in shown:
        lines += lines_of_event(visit, host, address(visit), user.language)
    return "".join(fold_line(line) for line in [*lines, "END:VCALENDAR"])


def concerns_user(user: User, visit: PlannedVisit) -> bool:
    return user.role != "technician" or visits.is_for(visit, user.id)


def lines_of_event(visit: PlannedVisit, host: str, address: str, lang: str) -> Iterator[str]:
    """An all-day event. Its name stays when the visit moves; its stamp is when it last changed."""
    yield "BEGIN:VEVENT"
    yield f"UID:plan-{visit.plan.id}-{visit.by_rule:%Y%m%d}@{host}"
    changed = datetime.fromtimestamp((visit.state.at or visit.plan.created_at) // 1000, UTC)
    yield f"DTSTAMP:{changed:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{visit.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day_after(visit.day):%Y%m%d}"
    yield f"SUMMARY:{escape_text(title_of_visit(visit, lang))}"
    yield f"LOCATION:{escape_text(visit.plan.client.address)}"
    yield f"URL:{address}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def day_after(day: date) -> date:
    return day + timedelta(days=1)


def title_of_visit(visit: PlannedVisit, lang: str) -> str:
    words = [place_told_outside(visit), i18n.pick(visit.label, lang)]
    return ("✓ " if visit.done else "") + " · ".join(words)


def place_told_outside(visit: PlannedVisit) -> str:
    """The client, and the room or device unless its room is confidential."""
    plan = visit.plan
    room = plan.room if plan.room_id else plan.device.room if plan.device_id and plan.device.room_id else None
    if room is not None and room.confidential:
        return plan.client.short_name
    part = plan.device if plan.device_id else plan.room if plan.room_id else None
    return f"{plan.client.short_name} {part.name}" if part else plan.client.short_name


def escape_text(text: str) -> str:
    """RFC 5545 §3.3.11."""
    plain = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return plain.replace("\r\n", "\n").replace("\n", "\\n").replace("\r", "")


def fold_line(line: str) -> str:
    """The line with its end, broken where it is longer than 75 octets; no character is cut."""
    if len(line.encode()) <= LINE_BYTES:  # nearly all, of thousands of visits
        return line + "\r\n"
    parts, octets = [""], 0
    for character in line:
        size = len(character.encode())
        if octets + size > LINE_BYTES:
            parts.append(" ")
            octets = 1
        parts[-1] += character
        octets += size
    return "\r\n".join(parts) + "\r\n"
