"""People, their sessions, and the failed attempts that throttling counts."""

import hashlib
import secrets

from peewee import JOIN, IntegrityError, fn

from fieldforms.errors import NameTaken
from fieldforms.store import clock
from fieldforms.store.models import Assignment, Attempt, Client, Link, Session, User
from fieldforms.store.prepared import prepared


def hashed(token: str) -> str:
    """Tokens are 128 random bits or more: a plain SHA-256 is enough to keep them unreadable at rest."""
    return hashlib.sha256(token.encode()).hexdigest()


def new_token() -> str:
    return secrets.token_urlsafe(24)


def by_login(login: str) -> User | None:
    return User.get_or_none(fn.LOWER(User.login) == login.strip().lower())


def by_id(user_id: int) -> User | None:
    return User.get_or_none(User.id == user_id)


def create(**values) -> User:
    """Raises NameTaken."""
    try:
        return User.create(created_at=clock.now(), **values)
    except IntegrityError as error:
        raise NameTaken from error


def everyone() -> list[User]:
    return list(User.select().order_by(User.disabled_at.is_null(False), User.role, User.login))


def active() -> list[User]:
    """People who can be named in a form, by name."""
    return enabled()


@prepared
def enabled():
    return User.select().where(User.disabled_at.is_null()).order_by(User.name)


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
    return live_session.first(hashed(token))


@prepared
def live_session(token):
    query = Session.select(Session, User).join(User)
    return query.where(Session.token == token, Session.revoked_at.is_null(), User.disabled_at.is_null())


def touch(session: Session) -> None:
    Session.update(seen_at=clock.now()).where(Session.id == session.id).execute()


def sessions_of(user: User) -> list[Session]:
    return list(
        Session.select()
        .where(Session.user == user, Session.revoked_at.is_null())
        .order_by(Session.seen_at.desc())
    )


def last_seen() -> dict[int, int]:
    """User id → when any of the person's browsers was last here, ended sessions too."""
    query = Session.select(Session.user, fn.MAX(Session.seen_at)).group_by(Session.user).tuples()
    return dict(query)


def end_sessions(user: User, but: Session | None = None) -> None:
    """Each at its next request."""
    Session.update(revoked_at=clock.now()).where(
        Session.user == user.id, Session.revoked_at.is_null(), Session.id != (but.id if but else 0)
    ).execute()


def kill_enrolments(user: User) -> None:
    """Revoke the person's unused invitations of new phones."""
    Link.update(revoked_at=clock.now()).where(
        Link.user == user.id, Link.purpose == "enrol", Link.used_at.is_null(), Link.revoked_at.is_null()
    ).execute()


def failures(key: str, since: int) -> list[int]:
    """Times of failed attempts since `since`, newest first."""
    query = Attempt.select(Attempt.at).where(Attempt.key == key, Attempt.at >= since)
    return [row.at for row in query.order_by(Attempt.at.desc())]


def failed(key: str) -> int:
    return Attempt.create(key=key, at=clock.now()).id


def forget_attempts(ids: list[int]) -> None:
    Attempt.delete().where(Attempt.id.in_(ids)).execute()


def forget_failures(key: str) -> None:
    Attempt.delete().where(Attempt.key == key).execute()


def forget_failures_before(at: int) -> None:
    Attempt.delete().where(Attempt.at < at).execute()


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
