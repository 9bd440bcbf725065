"""People, their sessions, and the failed attempts that throttling counts."""

import hashlib
import secrets

from peewee import JOIN, fn

from fieldforms.store import clock
from fieldforms.store.models import Assignment, Attempt, Client, Session, User


def hashed(token: str) -> str:
    """Tokens are 128 random bits or more: a plain SHA-256 is enough to keep them unreadable at rest."""
    return hashlib.sha256(token.encode()).hexdigest()


def new_token() -> str:
    return secrets.token_urlsafe(24)


def by_login(login: str) -> User | None:
    return User.get_or_none(fn.LOWER(User.login) == login.strip().lower())


def by_id(user_id: int) -> User | None:
    return User.get_or_none(User.id == user_id)


def everyone() -> list[User]:
    return list(User.select().order_by(User.disabled_at.is_null(False), User.role, User.login))


def active() -> list[User]:
    """People who can be named in a form, by name."""
    return list(User.select().where(User.disabled_at.is_null()).order_by(User.name))


def technicians_of(client_id: int) -> list[User]:
    served = Assignment.select(Assignment.user).where(
        Assignment.client == client_id, Assignment.until.is_null()
    )
    return list(User.select().where(User.id.in_(served), User.disabled_at.is_null()).order_by(User.id))


def clients_of(user: User) -> list[Client]:
    return list(
        Client.select()
        .join(Assignment)
        .where(Assignment.user == user, Assignment.until.is_null())
        .order_by(Client.name)
    )


def open_session(user: User, device: str, phone: bool, address: str) -> tuple[Session, str]:
    token, now = new_token(), clock.now()
    session = Session.create(
        token=hashed(token), user=user, device=device[:200], phone=phone, address=address,
        created_at=now, seen_at=now,
    )  # fmt: skip
    return session, token


def session_by_token(token: str) -> Session | None:
    return (
        Session.select(Session, User)
        .join(User)
        .where(Session.token == hashed(token), Session.revoked_at.is_null(), User.disabled_at.is_null())
        .first()
    )


def touch(session: Session) -> None:
    Session.update(seen_at=clock.now()).where(Session.id == session.id).execute()


def sessions_of(user: User) -> list[Session]:
    return list(
        Session.select()
        .where(Session.user == user, Session.revoked_at.is_null())
        .order_by(Session.seen_at.desc())
    )


def failures(key: str, since: int) -> list[int]:
    """Times of failed attempts since `since`, newest first."""
    query = Attempt.select(Attempt.at).where(Attempt.key == key, Attempt.at >= since)
    return [row.at for row in query.order_by(Attempt.at.desc())]


def failed(key: str) -> None:
    Attempt.create(key=key, at=clock.now())


def forget_failures(key: str, before: int | None = None) -> None:
    condition = Attempt.key == key
    Attempt.delete().where(condition if before is None else condition & (Attempt.at < before)).execute()


def with_clients(users: list[User]) -> dict[int, list[str]]:
    """User id → short names of the clients served."""
    rows = (
        Assignment.select(Assignment.user, Client.short_name)
        .join(Client, JOIN.INNER)
        .where(Assignment.user.in_(users), Assignment.until.is_null())
        .order_by(Client.short_name)
    )
    named: dict[int, list[str]] = {}
    for row in rows:
        named.setdefault(row.user_id, []).append(row.client.short_name)
    return named
