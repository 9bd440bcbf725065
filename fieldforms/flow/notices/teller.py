"""The teller: looks at what waits for whom, and adds a notice for what was not told yet. Whoever is killed where: once.

A notice is not made by each verb, it is derived (docs/decisions/0019-notices.md). The audit line that stands in each change's own
transaction says that there may be something new.
"""

from collections.abc import Iterable

from fieldforms.flow.calendar.holidays import Calendar
from fieldforms.flow.notices import sending_times, tellings
from fieldforms.flow.notices.outbound import gather_notices, put_group_digest_down
from fieldforms.flow.notices.tellings import NoticeTelling
from fieldforms.flow.notices.wishes import MAIL_AT_ONCE, is_mailed, wish_of_user
from fieldforms.flow.people.actors import Actor
from fieldforms.store import clock
from fieldforms.store.database import one_at_a_time, reading_once, transaction
from fieldforms.store.models import Notice, User
from fieldforms.store.notices import notice_ways, notice_wishes, notices
from fieldforms.store.people import accounts

LOOK_ANYWAY = 10 * clock.MINUTE  # a day begins, a time runs out: nothing is written then
COMMITTED_BY = 2 * clock.MINUTE  # a line of the audit may be committed so long after the time it bears
FEW_PEOPLE, SHARES = (
    50,
    10,
)  # who gets no mail at once is looked at by turns, so many a minute, or this share of all


def tell_everybody() -> None:
    """Those whose turn it is, and the groups whose hour has come. What goes wrong with one person keeps nobody else from being
    told; it is raised at the end."""
    calendar, failures = Calendar(), []
    looked = dict(notices.looks_taken())
    for user in people_to_look_at(looked, clock.now()):
        try:
            tell_person(user, calendar, is_from_before=user.id in looked and looked[user.id] is None)
        except Exception as error:  # noqa: BLE001  whatever it was
            failures.append(error)
            with transaction():
                notices.note_look(user.id)
    put_group_digests_down(calendar)
    if failures:
        raise failures[0]


def people_to_look_at(looked: dict[int, int | None], now: int) -> list[User]:
    """Whoever has not been looked at since something was done. Where they are many, those first who get a mail at once, the others
    by turns. `looked`: user id → when they were looked at last (UTC ms)."""
    newest = notices.newest_action.first()
    news = newest[0] + COMMITTED_BY if newest else 0
    prompt = {
        wish.user_id for wish in notice_wishes.all_wishes() if wish.how == MAIL_AT_ONCE and is_mailed(wish)
    }
    people = accounts.active_users()
    due = [user for user in people if is_due(looked.get(user.id), news, now)]
    due.sort(key=lambda user: looked.get(user.id) or 0)
    at_once = [user for user in due if user.id in prompt]
    others = [user for user in due if user.id not in prompt]
    return at_once + others[: max(FEW_PEOPLE, len(people) // SHARES)]


def is_due(looked: int | None, news: int, now: int) -> bool:
    """`news`: until when what was done last may have been committed. A clock that was set back is no reason to wait."""
    return looked is None or looked < news or not looked <= now < looked + LOOK_ANYWAY


def tell_person(user: User, calendar: Calendar, is_from_before: bool = False) -> None:
    """`is_from_before`: here before there were notices, and looked at for the first time: what waits already is no news."""
    with reading_once():
        found = tellings.tellings_of_actor(Actor(user))
        told = notices.open_notices_of(user.id)
        wish = wish_of_user(user)
    with transaction():
        if not_told_yet(found, told) or over_now(found, told):
            one_at_a_time([f"notices of {user.id}"])
            made = keep_told(user, found, is_from_before)
            gather_notices(user, wish, [row for row in made if row.seen_at is None], calendar)
        notices.note_look(user.id)


def keep_told(user: User, found: list[NoticeTelling], seen: bool) -> list[Notice]:
    """The rows that are new, the most urgent as the newest. Somebody else may have told the person meanwhile."""
    told = notices.open_notices_of(user.id)
    if over := over_now(found, told):
        notices.end_notices(over, clock.now())
    return [row for each in reversed(not_told_yet(found, told)) if (row := add_notice(user, each, seen))]


def add_notice(user: User, telling: NoticeTelling, seen: bool) -> Notice | None:
    """None for what was told before and waits once more."""
    now = clock.now()
    since = now if telling.since is None else telling.since
    row = notices.add_notice(
        user=user.id, kind=telling.kind, ref=telling.ref, since=since, late=telling.late, at=now,
        confidential=telling.is_confidential, seen_at=now if seen else None,
    )  # fmt: skip
    if row is None:
        known = notices.notices_about(user.id, (telling.ref,))
        notices.reopen_notices(tuple(each.id for each in known if says_the_same(each, telling)))
    return row


def says_the_same(row: Notice, telling: NoticeTelling) -> bool:
    return (row.kind, row.ref, row.late) == telling.key and telling.since in (None, row.since)


def not_told_yet(found: Iterable[NoticeTelling], told: Iterable[Notice]) -> list[NoticeTelling]:
    rows = {(row.kind, row.ref, row.late): row for row in told}
    return [each for each in found if each.key not in rows or not says_the_same(rows[each.key], each)]


def over_now(found: Iterable[NoticeTelling], told: Iterable[Notice]) -> tuple[int, ...]:
    now = {each.key: each for each in found}
    return tuple(
        row.id
        for row in told
        if (key := (row.kind, row.ref, row.late)) not in now or not says_the_same(row, now[key])
    )


def put_group_digests_down(calendar: Calendar) -> None:
    for way in notice_ways.ways_in_use():
        if way.next_at is not None and way.next_at <= clock.now():
            after = sending_times.next_digest_of_group(way, clock.now(), calendar)
            put_group_digest_down(way, after)
