"""One-time ways in; only the token's hash is stored."""

from peewee import JOIN

from fieldforms.store import clock
from fieldforms.store.database import select_for_update
from fieldforms.store.models import Link, Record, User
from fieldforms.store.people import accounts
from fieldforms.store.prepared import insert, prepared, prepared_change, update


def create_link(purpose: str, lifetime_ms: int, token: str = "", **values) -> tuple[Link, str]:
    """(row, token): a random one unless it is given."""
    token, now = token or accounts.new_token(), clock.now()
    times = {"created_at": now, "expires_at": now + lifetime_ms}
    return insert(Link, token=accounts.hash_token(token), purpose=purpose, **times, **values), token


def is_current(link: Link) -> bool:
    return clock.is_within(link.created_at, link.expires_at)


def get_link(token: str) -> Link | None:
    return by_hash.first(accounts.hash_token(token))


@prepared
def by_hash(token):
    """With whom it invites."""
    query = Link.select(Link, User).join(User, JOIN.LEFT_OUTER, on=(Link.user == User.id))
    return query.where(Link.token == token)


def for_use(token: str) -> Link | None:
    return by_hash_locked.first(accounts.hash_token(token))


@prepared
def by_hash_locked(token):
    return select_for_update(Link.select().where(Link.token == token))


def mark_used(link: Link) -> None:
    update(Link, link.id, used_at=clock.now())


def revoke_unused(record: str, step: str | None = None) -> None:
    """Revoke the record's unused signing links."""
    if step:
        revoke_of_step(record, step, clock.now())
    else:
        revoke_of_record(record, clock.now())


def revoke_of_lead(client_id: int) -> None:
    """Revoke the unused signing links of what waits for the client's lead."""
    waiting = Record.select(Record.uuid).where(Record.client == client_id, Record.next_by == "client_lead")
    Link.update(revoked_at=clock.now()).where(*is_unused(Link.record.in_(waiting))).execute()


def is_unused(*conditions):
    return (Link.purpose == "sign", Link.used_at.is_null(), Link.revoked_at.is_null(), *conditions)


@prepared_change
def revoke_of_record(record, now):
    return Link.update(revoked_at=now).where(*is_unused(Link.record == record))


@prepared_change
def revoke_of_step(record, step, now):
    return Link.update(revoked_at=now).where(*is_unused(Link.record == record, Link.step == step))


def revoke_invitations(user: User) -> None:
    """Revoke the person's unused invitations of new phones."""
    Link.update(revoked_at=clock.now()).where(
        Link.user == user.id, Link.purpose == "enrol", Link.used_at.is_null(), Link.revoked_at.is_null()
    ).execute()


def pending_links(record: str) -> list[Link]:
    return links_alive_at(record, clock.now())


@prepared
def links_alive_at(record, now):
    query = Link.select().where(*is_unused(Link.record == record), Link.expires_at > now)
    return query.order_by(Link.id)
