"""Sessions: the browsers people are signed in on. The cookie holds a token, the row its hash."""

from peewee import fn

from fieldforms.store import clock
from fieldforms.store.models import Session, User
from fieldforms.store.people.accounts import hash_token, new_token
from fieldforms.store.prepared import prepared


def begin_session(user: User, device: str, phone: bool, address: str) -> tuple[Session, str]:
    """(session, token for the cookie)"""
    token, now = new_token(), clock.now()
    session = Session.create(
        token=hash_token(token), user=user, device=device[:200], phone=phone, address=address,
        created_at=now, seen_at=now,
    )  # fmt: skip
    return session, token


def by_token(token: str) -> Session | None:
    return living_sessions.first(hash_token(token))


@prepared
def living_sessions(token):
    query = Session.select(Session, User).join(User)
    return query.where(Session.token == token, Session.revoked_at.is_null(), User.disabled_at.is_null())


def of_token(token: str) -> Session | None:
    """Living or not, with its person."""
    return sessions_with_token.first(hash_token(token))


@prepared
def sessions_with_token(token):
    return Session.select(Session, User).join(User).where(Session.token == token)


def by_id(session_id: int | None) -> Session | None:
    return Session.get_or_none(Session.id == session_id)


def touch_session(session: Session) -> None:
    change_session(session.id, seen_at=clock.now())


def was_signed_in_at(user: User, address: str, since: int) -> bool:
    """Was the person here since (UTC ms) in a session, ended or not, that began at this address?"""
    return bool(address) and bool(sessions_begun_at(user.id, address, since))


@prepared
def sessions_begun_at(user, address, since):
    query = Session.select(Session.id).where(Session.user == user, Session.address == address)
    return query.where(Session.seen_at >= since).limit(1).tuples()


def sessions_of(user: User) -> list[Session]:
    return sessions_not_ended(user.id)


@prepared
def sessions_not_ended(user):
    query = Session.select().where(Session.user == user, Session.revoked_at.is_null())
    return query.order_by(Session.seen_at.desc())


def last_seen() -> dict[int, int]:
    """User id → when any of the person's browsers was last here, ended sessions too."""
    return dict(last_seen_by_user())


@prepared
def last_seen_by_user():
    return Session.select(Session.user, fn.MAX(Session.seen_at)).group_by(Session.user).tuples()


def end_session(session: Session) -> None:
    change_session(session.id, revoked_at=clock.now())


def end_all(user: User, but: Session | None = None) -> None:
    """Each at its next request."""
    Session.update(revoked_at=clock.now()).where(
        Session.user == user.id, Session.revoked_at.is_null(), Session.id != (but.id if but else 0)
    ).execute()


def give_pin(session: Session, kept: str) -> None:
    """`kept`: the PIN's hash."""
    change_session(session.id, pin=kept, pin_tries=0)


def count_pin_try(session: Session) -> int:
    """How many tries of the PIN there were, with this one."""
    change_session(session.id, pin_tries=Session.pin_tries + 1)
    return Session.select(Session.pin_tries).where(Session.id == session.id).get().pin_tries


def hand_over(session_id: int | None, draft: str) -> None:
    change_session(session_id, handed_draft=draft)


def take_back(session: Session) -> None:
    change_session(session.id, handed_draft=None, pin_tries=0)


def change_session(session_id: int | None, **values) -> None:
    Session.update(**values).where(Session.id == session_id).execute()
