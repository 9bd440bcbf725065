"""One-time ways in; only the token's hash is stored."""

from fieldforms.store import accounts, clock
from fieldforms.store.database import locked
from fieldforms.store.models import Link, User
from fieldforms.store.prepared import changing, insert, prepared, update


def create(purpose: str, lifetime_ms: int, **values) -> tuple[Link, str]:
    token, now = accounts.new_token(), clock.now()
    times = {"created_at": now, "expires_at": now + lifetime_ms}
    return insert(Link, token=accounts.hashed(token), purpose=purpose, **times, **values), token


def is_current(link: Link) -> bool:
    return clock.within(link.created_at, link.expires_at)


def get(token: str) -> Link | None:
    return by_hash.first(accounts.hashed(token))


@prepared
def by_hash(token):
    return Link.select().where(Link.token == token)


def for_use(token: str) -> Link | None:
    return by_hash_locked.first(accounts.hashed(token))


@prepared
def by_hash_locked(token):
    return locked(Link.select().where(Link.token == token))


def use(link: Link) -> None:
    update(Link, link.id, used_at=clock.now())


def kill(record: str, step: str | None = None) -> None:
    """Revoke the record's unused signing links."""
    if step:
        revoke_step(record, step, clock.now())
    else:
        revoke(record, clock.now())


def unused(*conditions):
    return (Link.purpose == "sign", Link.used_at.is_null(), Link.revoked_at.is_null(), *conditions)


@changing
def revoke(record, now):
    return Link.update(revoked_at=now).where(*unused(Link.record == record))


@changing
def revoke_step(record, step, now):
    return Link.update(revoked_at=now).where(*unused(Link.record == record, Link.step == step))


def kill_invitations(user: User) -> None:
    """Revoke the person's unused invitations of new phones."""
    Link.update(revoked_at=clock.now()).where(
        Link.user == user.id, Link.purpose == "enrol", Link.used_at.is_null(), Link.revoked_at.is_null()
    ).execute()


def pending(record: str) -> list[Link]:
    query = Link.select().where(
        Link.record == record,
        Link.purpose == "sign",
        Link.used_at.is_null(),
        Link.revoked_at.is_null(),
        Link.expires_at > clock.now(),
    )
    return list(query.order_by(Link.id))
