"""What somebody was told and still waits: their list of notices, its number, and that they have seen it."""

from fieldforms.errors import NotFound
from fieldforms.flow.notices import teller, tellings, wishes
from fieldforms.flow.notices.tellings import NoticeTelling
from fieldforms.flow.people.actors import Actor
from fieldforms.store import audit, clock
from fieldforms.store.database import transaction
from fieldforms.store.models import Notice
from fieldforms.store.notices import notices

ToldNotice = tuple[Notice, NoticeTelling]  # the row, and what it says now


def notices_of_actor(actor: Actor) -> list[ToldNotice]:
    """Newest first. What waits no longer, and what the person may not see any more, is none; nor what they don't want to be told."""
    user = actor.account
    now = {each.key: each for each in tellings.tellings_of_actor(actor)}
    wanted = wishes.wish_of_user(user).kinds
    told = [row for row in notices.open_notices_of(user.id) if row.kind in wanted]
    found = [(row, now.get((row.kind, row.ref, row.late))) for row in told]
    return [(row, each) for row, each in found if each and teller.says_the_same(row, each)]


def count_unseen(actor: Actor) -> int:
    """As many as the list shows as new. Where nothing is new the list is not made."""
    if not notices.unseen_notices_of.first(actor.account.id):
        return 0
    return sum(row.seen_at is None for row, _telling in notices_of_actor(actor))


def told_notice(actor: Actor, id: int) -> ToldNotice | None:
    """None where it waits no longer. Raises NotFound for what is not one's own."""
    if notices.own_notice(actor.account.id, id) is None:
        raise NotFound
    return next((found for found in notices_of_actor(actor) if found[0].id == id), None)


def mark_all_seen(actor: Actor, until: int) -> None:
    """All that are not newer than the notice `until` (an id): what came after the page was opened stays new. Said twice, it is
    said once."""
    user = actor.account
    with transaction():
        told = [row.id for row in notices.open_notices_of(user.id) if row.seen_at is None and row.id <= until]
        if told:
            notices.mark_notices_seen(user.id, tuple(told), clock.now())
            audit.record_action(actor.user_id, "notices.seen", user.login, n=len(told))
