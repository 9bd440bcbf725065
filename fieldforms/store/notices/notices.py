"""What somebody was told: a row for each thing that newly waited for them. What waits no longer is over, and told no more."""

from collections.abc import Iterable

from peewee import fn

from fieldforms.store import clock
from fieldforms.store.models import Audit, Notice, NoticeLook, User
from fieldforms.store.prepared import insert_new, one_of, prepared, prepared_change


@prepared
def open_notices_of(user):
    """Newest first."""
    standing = (Notice.user == user) & Notice.over_at.is_null()
    return Notice.select().where(standing).order_by(Notice.at.desc(), Notice.id.desc())


@prepared
def unseen_notices_of(user):
    """One, if there is any."""
    query = Notice.select(Notice.id).where(Notice.user == user, Notice.over_at.is_null())
    return query.where(Notice.seen_at.is_null()).limit(1).tuples()


@prepared
def notices_about(user, refs):
    """Those that are over, too."""
    return Notice.select().where(Notice.user == user, one_of(Notice.ref, refs))


def add_notice(**values) -> Notice | None:
    """None where it was told already."""
    return insert_new(Notice, **values)


@prepared_change
def end_notices(ids, at):
    return Notice.update(over_at=at).where(one_of(Notice.id, ids))


@prepared_change
def reopen_notices(ids):
    return Notice.update(over_at=None).where(one_of(Notice.id, ids))


@prepared_change
def mark_notices_seen(user, ids, at):
    return Notice.update(seen_at=at).where(
        Notice.user == user, one_of(Notice.id, ids), Notice.seen_at.is_null()
    )


@prepared_change
def join_delivery(ids, delivery):
    return Notice.update(delivery=delivery).where(one_of(Notice.id, ids))


def own_notice(user: int, id: int) -> Notice | None:
    return Notice.get_or_none(Notice.user == user, Notice.id == id)


@prepared
def notices_of_delivery(delivery):
    return Notice.select().where(Notice.delivery == delivery, Notice.over_at.is_null()).order_by(Notice.id)


def counts_for_groups(kinds: Iterable[str]) -> dict[str, int]:
    """Kind → how many things wait for anybody. Nothing confidential is counted."""
    query = Notice.select(Notice.kind, fn.COUNT(fn.DISTINCT(Notice.ref))).join(User)
    query = query.where(Notice.over_at.is_null(), Notice.confidential == False, User.disabled_at.is_null())
    return dict(query.where(Notice.kind.in_(list(kinds))).group_by(Notice.kind).tuples())


def forget_notices_over_before(at: int) -> None:
    Notice.delete().where(Notice.over_at < at).execute()


# Who was looked at when


@prepared
def looks_taken():
    """(user id, when)"""
    return NoticeLook.select(NoticeLook.user, NoticeLook.at).tuples()


def note_look(user: int) -> None:
    at = clock.now()
    if not move_look(user, at):
        insert_new(NoticeLook, user=user, at=at)


@prepared_change
def move_look(user, at):
    return NoticeLook.update(at=at).where(NoticeLook.user == user)


@prepared
def newest_action():
    """(when anything was done last,)"""
    return Audit.select(Audit.at).order_by(Audit.id.desc()).limit(1).tuples()
