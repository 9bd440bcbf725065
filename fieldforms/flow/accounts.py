"""Signing in, phones, PINs, people. Throttled in the database; no lock-out: waiting always helps."""

from contextlib import suppress

from fieldforms import config, i18n
from fieldforms.errors import (
    N_,
    Busy,
    LinkDead,
    NameTaken,
    NoRoom,
    NotAllowed,
    NotFound,
    PinUsedUp,
    WeakSecret,
    WrongPassword,
    WrongPin,
)
from fieldforms.flow import passwords, tries
from fieldforms.flow.actors import Actor
from fieldforms.store import accounts, audit, clients, clock, links, scope
from fieldforms.store.database import transaction
from fieldforms.store.models import Assignment, Link, Session, User

ROLES = {
    "technician": N_("技术员"),
    "dispatcher": N_("调度员"),
    "supervisor": N_("主管"),
    "manager": N_("副总经理"),
    "hr": N_("人事行政"),
    "admin": N_("管理员"),
}
# Wrong tries in tries.WINDOW. Few for a name from one address; more for a name from everywhere, so that a stranger
# can't keep its owner out, and for an address, because offices share one.
TRIES = 5
NAME_TRIES = 30
ADDRESS_TRIES = 30
PIN_TRIES = 5
throttle = tries.throttle
LED = frozenset({"technician", "dispatcher"})  # whose phones a supervisor may invite: nobody with more to see
ENROL_LIFETIME = 15 * clock.MINUTE
IDLE = {True: 30 * clock.DAY, False: 12 * clock.HOUR}  # phone, desk
ABSOLUTE = {True: 180 * clock.DAY, False: 7 * clock.DAY}


def sign_in(login: str, password: str, device: str, phone: bool, address: str) -> tuple[Session, str]:
    """(session, token for the cookie). The same words and time for unknown names. Raises WrongPassword, TooManyTries."""
    login = passwords.same_keys(login).strip()
    name = login.lower()[:80]
    here = f"login:{name}@{address}"
    tried = tries.count({here: TRIES, f"login:{name}": NAME_TRIES, f"address:{address}": ADDRESS_TRIES})
    user = accounts.by_login(login)
    right = passwords.matches(user.password if user else None, password)
    if user is None or not right or user.disabled_at:
        with transaction():
            audit.record(user.id if user else None, "session.refused")
        raise WrongPassword
    with transaction():
        tries.forget(tried, here)
        audit.record(user.id, "session.open")
        return accounts.open_session(user, device, phone, address)


def confirm(user: User, password: str) -> None:
    """The person's password once more, before what a passer-by at an open desk must not do.

    Raises WrongPassword, TooManyTries.
    """
    key = f"password:{user.id}"
    tried = tries.count({key: TRIES})
    if not passwords.matches(user.password, password):
        raise WrongPassword
    with transaction():
        tries.forget(tried, key)


def current(token: str) -> Session | None:
    """The live session of a cookie's token: not revoked, not idle too long, not too old."""
    session = accounts.session_by_token(token)
    if session is None:
        return None
    if not is_live(session):
        return None
    if clock.now() - session.seen_at > 5 * clock.MINUTE:
        with suppress(Busy, NoRoom), transaction():  # where nothing can be written one can still read
            accounts.touch(session)
    return session


def is_live(session: Session) -> bool:
    idle, age = clock.now() - session.seen_at, clock.now() - session.created_at
    return idle <= IDLE[session.phone] and age <= ABSOLUTE[session.phone]


def phones(user: User) -> list[Session]:
    """The browsers this person is signed in on, last seen first."""
    return [session for session in accounts.sessions_of(user) if is_live(session)]


def sign_out(session: Session) -> None:
    with transaction():
        Session.update(revoked_at=clock.now()).where(Session.id == session.id).execute()
        audit.record(session.user_id, "session.close")


def revoke(actor: Actor, session_id: int) -> None:
    """End a phone's session: one's own, or anybody's for admins and supervisors."""
    session = Session.get_or_none(Session.id == session_id)
    mine = session is not None and actor.user is not None and session.user_id == actor.user.id
    if session is None or not (mine or (actor.user and actor.user.role in ("admin", "supervisor"))):
        raise NotFound
    with transaction():
        Session.update(revoked_at=clock.now()).where(Session.id == session.id).execute()
        audit.record(actor.user_id, "session.revoke", str(session.id))


def set_pin(session: Session, pin: str) -> None:
    """The phone's six-digit PIN. Raises WeakSecret."""
    try:
        kept = passwords.hash_pin(pin)
    except passwords.WeakPin as error:
        raise WeakSecret(why=error.sentence) from error
    with transaction():
        Session.update(pin=kept, pin_tries=0).where(Session.id == session.id).execute()
        audit.record(session.user_id, "session.pin", str(session.id))


def take_back(session: Session, pin: str, password: str = "") -> None:
    """End client mode. Five tries of the PIN, then the password. Raises WrongPin, PinUsedUp, WrongPassword."""
    if password:
        confirm(session.user, password)
    else:
        check_pin(session, pin)
    with transaction():
        Session.update(handed_draft=None, pin_tries=0).where(Session.id == session.id).execute()
        audit.record(session.user_id, "session.take_back")


def check_pin(session: Session, pin: str) -> None:
    if not session.pin or session.pin_tries >= PIN_TRIES:
        raise PinUsedUp
    with transaction():  # counted before it is looked at: parallel guesses count too
        Session.update(pin_tries=Session.pin_tries + 1).where(Session.id == session.id).execute()
        tries = Session.select(Session.pin_tries).where(Session.id == session.id).get().pin_tries
    if tries > PIN_TRIES:
        raise PinUsedUp
    if not passwords.matches(session.pin, pin):
        raise WrongPin(left=PIN_TRIES - tries)


def pin_used_up(session: Session) -> bool:
    return session.pin_tries >= PIN_TRIES


def invite_phone(actor: Actor, user_id: int) -> str:
    """A one-time token that signs a new phone in as this person; shown as a QR code for 15 minutes.

    The ones shown before die. Raises NotFound, NotAllowed.
    """
    actor.needs("supervisor", "admin")
    user = accounts.by_id(user_id)
    if user is None or user.disabled_at:
        raise NotFound
    if not may_invite(actor, user):
        raise NotAllowed
    with transaction():
        accounts.kill_enrolments(user)
        _link, token = links.create("enrol", ENROL_LIFETIME, user=user.id, created_by=actor.user_id)
        audit.record(actor.user_id, "phone.invite", user.login)
        return token


def may_invite(actor: Actor, user: User) -> bool:
    """Whoever holds the code becomes this person: a supervisor must not reach further by it than they may already."""
    if actor.user is None or user.disabled_at:
        return False
    if actor.user.role == "admin" or actor.user_id == user.id:
        return actor.user.role in ("admin", "supervisor")
    sees_more = user.confidential and not actor.user.confidential
    return actor.user.role == "supervisor" and user.role in LED and not sees_more


def enrolment(token: str, address: str) -> Link:
    """The live invitation of a token; looking consumes nothing. Raises LinkDead, NotFound, TooManyTries."""
    with tries.guessing("enrol", address):
        link = links.get(token)
        if link is None or link.purpose != "enrol":
            raise NotFound
    raise_if_dead(link)
    return link


def enrol_phone(token: str, pin: str, device: str, address: str) -> tuple[Session, str]:
    """Use an invitation once: a session on this phone, with its PIN. Raises LinkDead, NotFound, WeakSecret."""
    enrolment(token, address)
    try:
        kept = passwords.hash_pin(pin)
    except passwords.WeakPin as error:
        raise WeakSecret(why=error.sentence) from error
    with transaction():
        link = links.for_use(token)
        if link is None:
            raise NotFound
        raise_if_dead(link)
        links.use(link)
        session, cookie = accounts.open_session(link.user, device, True, address)
        Session.update(pin=kept).where(Session.id == session.id).execute()
        audit.record(link.user_id, "phone.enrol", str(session.id), invited_by=link.created_by_id)
        return session, cookie


def raise_if_dead(link) -> None:
    """Fails closed: a clock that jumped back does not revive a used link."""
    if link.used_at:
        raise LinkDead(why=N_("已经用过"))
    if link.revoked_at or link.user.disabled_at:
        raise LinkDead(why=N_("已被收回"))
    if link.expires_at <= clock.now():
        raise LinkDead(why=N_("已过期"))


def add_user(actor: Actor | None, login: str, name: str, role: str, password: str, **rest) -> User:
    """`actor` None: the command line. `rest`: phone, language, confidential. Raises NameTaken, WeakSecret."""
    if actor:
        actor.needs("admin")
    login, name = passwords.same_keys(login).strip(), name.strip()
    if not login or not name or role not in ROLES:
        raise WeakSecret(why=N_("请填写用户名、姓名和角色"))
    if accounts.by_login(login):
        raise NameTaken
    kept = hashed(password, login)
    with transaction():
        user = accounts.create(login=login, name=name, role=role, password=kept, **rest)
        audit.record(actor.user_id if actor else None, "user.add", login)
        return user


def edit_user(actor: Actor, user_id: int, **values) -> User:
    """`values`: name, role, phone, language, confidential. One's own role stays: the last admin can't be lost.

    Raises NotFound, NotAllowed.
    """
    actor.needs("admin")
    user = accounts.by_id(user_id)
    if user is None:
        raise NotFound
    changed = {name: value for name, value in values.items() if getattr(user, name) != value}
    if changed.get("role", user.role) not in ROLES or changed.get("language", "zh") not in i18n.LANGUAGES:
        raise NotAllowed
    if "role" in changed and user.id == actor.user_id:
        raise NotAllowed
    with transaction():
        if changed:
            User.update(**changed).where(User.id == user.id).execute()
            audit.record(actor.user_id, "user.edit", user.login, changed=sorted(changed))
    return User.get_by_id(user_id)


def hashed(password: str, login: str) -> str:
    try:
        return passwords.hash_password(password, login)
    except passwords.WeakPassword as error:
        raise WeakSecret(why=error.sentence) from error


def change_password(session: Session, old: str, new: str) -> None:
    """Needs the old one, and signs out every other device. Raises WrongPassword, TooManyTries, WeakSecret."""
    user = session.user
    confirm(user, old)
    kept = hashed(new, user.login)
    with transaction():
        User.update(password=kept).where(User.id == user.id).execute()
        accounts.end_sessions(user, but=session)
        accounts.kill_enrolments(user)
        audit.record(user.id, "user.password", user.login)


def set_language(user: User, lang: str) -> None:
    with transaction():
        User.update(language=lang).where(User.id == user.id).execute()


def set_disabled(actor: Actor, user_id: int, disabled: bool) -> User:
    """Disabling ends every session at its next request, for good; what the person did stays.

    Raises NotFound, NotAllowed for oneself.
    """
    actor.needs("admin")
    user = accounts.by_id(user_id)
    if user is None:
        raise NotFound
    if user.id == actor.user_id:
        raise NotAllowed
    with transaction():
        User.update(disabled_at=clock.now() if disabled else None).where(User.id == user.id).execute()
        if disabled:
            accounts.end_sessions(user)
            accounts.kill_enrolments(user)
        audit.record(actor.user_id, "user.disable" if disabled else "user.enable", user.login)
    return user


def reset_password(actor: Actor, user_id: int, password: str) -> User:
    """A new password typed by an admin; the person is signed out everywhere. Raises NotFound, WeakSecret."""
    actor.needs("admin")
    user = accounts.by_id(user_id)
    if user is None:
        raise NotFound
    kept = hashed(password, user.login)
    with transaction():
        User.update(password=kept).where(User.id == user.id).execute()
        accounts.end_sessions(user, but=Session.get_or_none(Session.id == actor.session_id))
        accounts.kill_enrolments(user)
        audit.record(actor.user_id, "user.reset", user.login)
    return user


def assign(actor: Actor | None, user: User, client_ids: list[int]) -> None:
    """The clients this person serves from now on; ended assignments stay as history. Raises NotFound."""
    if actor:
        actor.needs("admin", "supervisor", "dispatcher")
    if not set(client_ids) <= {client.id for client in clients.seen_by(scope.SYSTEM)}:
        raise NotFound
    now = clock.now()
    with transaction():
        served = {client.id for client in accounts.clients_of(user)}
        Assignment.update(until=now).where(
            Assignment.user == user, Assignment.until.is_null(), Assignment.client.not_in(client_ids or [-1])
        ).execute()
        for client in set(client_ids) - served:
            Assignment.create(user=user, client=client, since=now)
        audit.record(actor.user_id if actor else None, "user.assign", user.login, clients=sorted(client_ids))


def service_phone() -> str:
    return config.current.service_phone
