"""One-time ways in; only the token's hash is stored."""

from fieldforms.store import accounts, clock
from fieldforms.store.database import locked
from fieldforms.store.models import Link


def create(purpose: str, lifetime_ms: int, **values) -> tuple[Link, str]:
    token, now = accounts.new_token(), clock.now()
    link = Link.create(
        token=accounts.hashed(token), purpose=purpose, created_at=now, expires_at=now + lifetime_ms, **values
    )
    return link, token


def get(token: str) -> Link | None:
    return Link.get_or_none(Link.token == accounts.hashed(token))


def for_use(token: str) -> Link | None:
    return locked(Link.select().where(Link.token == accounts.hashed(token))).first()


def use(link: Link) -> None:
    Link.update(used_at=clock.now()).where(Link.id == link.id).execute()


def kill(record: str, step: str | None = None) -> None:
    """Revoke the record's unused signing links."""
    condition = (Link.record == record) & (Link.purpose == "sign")
    if step:
        condition &= Link.step == step
    Link.update(revoked_at=clock.now()).where(
        condition, Link.used_at.is_null(), Link.revoked_at.is_null()
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
