"""Signing in, phones, PINs, people. Throttled in the database; no lock-out: waiting always helps."""

from fieldforms import config
from fieldforms.errors import (
    LinkDead,
    N_,
    NameTaken,
    NotFound,
    PinUsedUp,
    TooManyTries,
    WeakSecret,
    WrongPassword,
    WrongPin,
)
from fieldforms.flow import passwords
from fieldforms.flow.actors import Actor
from fieldforms.store import accounts, audit, clock, links
from fieldforms.store.database import transaction
from fieldforms.store.models import Assignment, Session, User

ROLES = ("technician", "dispatcher", "supervisor", "manager", "hr", "admin")
TRIES = 5  # free tries in WINDOW, for an account and for an address; each address gets more, offices share one
ADDRESS_TRIES = 30
WINDOW = 15 * clock.MINUTE
PIN_TRIES = 5
ENROL_LIFETIME = 15 * clock.MINUTE
IDLE = {True: 30 * clock.DAY, False: 12 * clock.HOUR}  # phone, desk
ABSOLUTE = {True: 180 * clock.DAY, False: 7 * clock.DAY}


def sign_in(login: str, password: str, device: str, phone: bool, address: str) -> tuple[Session, str]:
    """(session, token for the cookie). The same words and time for unknown names. Raises WrongPassword, TooManyTries."""
    keys = {f"login:{login.strip().lower()[:80]}": TRIES, f"address:{address}": ADDRESS_TRIES}
    for key, tries in keys.items():
        throttle(key, tries)
    user = accounts.by_login(login)
    right = passwords.matches(user.password if user else None, password)
    if user is None or not right or user.disabled_at:
        with transaction():
            for key in keys:
                accounts.failed(key)
            audit.record(user.id if user else None, "session.refused")
        raise WrongPassword
    with transaction():
        accounts.forget_failures(f"login:{user.login.lower()}")
        audit.record(user.id, "session.open")
        return accounts.open_session(user, device, phone, address)


def throttle(key: str, tries: int) -> None:
    """Raises TooManyTries while `tries` failures are younger than WINDOW."""
    now = clock.now()
    failures = accounts.failures(key, now - WINDOW)
    if len(failures) >= tries:
        left = failures[tries - 1] + WINDOW - now
        raise TooManyTries(minutes=max(1, -(-left // clock.MINUTE)))


def current(token: str) -> Session | None:
    """The live session of a cookie's token: not revoked, not idle too long, not too old."""
    session = accounts.session_by_token(token)
    if session is None:
        return None
    now = clock.now()
    if now - session.seen_at > IDLE[session.phone] or now - session.created_at > ABSOLUTE[session.phone]:
        return None
    if now - session.seen_at > 5 * clock.MINUTE:
        with transaction():
            accounts.touch(session)
    return session


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


def take_back(session: Session, pin: str, password: str = "") -> None:
    """End client mode. Five tries of the PIN, then the password. Raises WrongPin, PinUsedUp, WrongPassword."""
    if password:
        throttle(f"password:{session.user_id}", TRIES)
        if not passwords.matches(session.user.password, password):
            with transaction():
                accounts.failed(f"password:{session.user_id}")
            raise WrongPassword
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
    """A one-time token that signs a new phone in as this person; shown as a QR code for 15 minutes."""
    actor.needs("supervisor", "admin")
    user = accounts.by_id(user_id)
    if user is None or user.disabled_at:
        raise NotFound
    with transaction():
        _link, token = links.create("enrol", ENROL_LIFETIME, user=user.id, created_by=actor.user_id)
        audit.record(actor.user_id, "phone.invite", user.login)
        return token


def enrolment(token: str):
    """The live invitation of a token. Raises LinkDead."""
    link = links.get(token)
    if link is None or link.purpose != "enrol":
        raise NotFound
    raise_if_dead(link)
    return link


def enrol_phone(token: str, pin: str, device: str, address: str) -> tuple[Session, str]:
    """Use an invitation once: a session on this phone, with its PIN. Raises LinkDead, WeakSecret."""
    try:
        kept = passwords.hash_pin(pin)
    except passwords.WeakPin as error:
        raise WeakSecret(why=error.sentence) from error
    with transaction():
        link = links.for_use(token)
        if link is None or link.purpose != "enrol":
            raise NotFound
        raise_if_dead(link)
        links.use(link)
        session, cookie = accounts.open_session(link.user, device, True, address)
        Session.update(pin=kept).where(Session.id == session.id).execute()
        audit.record(link.user_id, "phone.enrol", str(session.id))
        return session, cookie


def raise_if_dead(link) -> None:
    """Fails closed: a clock that jumped back does not revive a used link."""
    if link.used_at:
        raise LinkDead(why=N_("已经用过"))
    if link.revoked_at:
        raise LinkDead(why=N_("已被收回"))
    if link.expires_at <= clock.now():
        raise LinkDead(why=N_("已过期"))


def add_user(actor: Actor | None, login: str, name: str, role: str, password: str, **rest) -> User:
    """`actor` None: the command line. Raises NameTaken, WeakSecret."""
    if actor:
        actor.needs("admin")
    login, name = login.strip(), name.strip()
    if not login or not name or role not in ROLES:
        raise WeakSecret(why=N_("请填写用户名、姓名和角色"))
    if accounts.by_login(login):
        raise NameTaken
    with transaction():
        user = User.create(
            login=login, name=name, role=role, password=hashed(password, login), created_at=clock.now(), **rest
        )
        audit.record(actor.user_id if actor else None, "user.add", login)
        return user


def hashed(password: str, login: str) -> str:
    try:
        return passwords.hash_password(password, login)
    except passwords.WeakPassword as error:
        raise WeakSecret(why=error.sentence) from error


def change_password(session: Session, old: str, new: str) -> None:
    """Needs the old one, and signs out every other device."""
    user = session.user
    throttle(f"password:{user.id}", TRIES)
    if not passwords.matches(user.password, old):
        with transaction():
            accounts.failed(f"password:{user.id}")
        raise WrongPassword
    kept = hashed(new, user.login)
    with transaction():
        User.update(password=kept).where(User.id == user.id).execute()
        Session.update(revoked_at=clock.now()).where(
            Session.user == user.id, Session.id != session.id, Session.revoked_at.is_null()
        ).execute()
        audit.record(user.id, "user.password", user.login)


def set_language(user: User, lang: str) -> None:
    with transaction():
        User.update(language=lang).where(User.id == user.id).execute()


def set_disabled(actor: Actor, user_id: int, disabled: bool) -> User:
    """Disabling ends every session at its next request; what the person did stays."""
    actor.needs("admin")
    user = accounts.by_id(user_id)
    if user is None or user.id == actor.user_id:
        raise NotFound
    with transaction():
        User.update(disabled_at=clock.now() if disabled else None).where(User.id == user.id).execute()
        audit.record(actor.user_id, "user.disable" if disabled else "user.enable", user.login)
    return user


def reset_password(actor: Actor, user_id: int, password: str) -> User:
    actor.needs("admin")
    user = accounts.by_id(user_id)
    if user is None:
        raise NotFound
    kept = hashed(password, user.login)
    with transaction():
        User.update(password=kept).where(User.id == user.id).execute()
        Session.update(revoked_at=clock.now()).where(
            Session.user == user.id, Session.revoked_at.is_null()
        ).execute()
        audit.record(actor.user_id, "user.reset", user.login)
    return user


def assign(actor: Actor | None, user: User, client_ids: list[int]) -> None:
    """The clients this person serves from now on; ended assignments stay as history."""
    if actor:
        actor.needs("admin", "supervisor", "dispatcher")
    now = clock.now()
    with transaction():
        standing = Assignment.select().where(Assignment.user == user, Assignment.until.is_null())
        served = {row.client_id for row in standing}
        Assignment.update(until=now).where(
            Assignment.user == user, Assignment.until.is_null(), Assignment.client.not_in(client_ids or [-1])
        ).execute()
        for client in set(client_ids) - served:
            Assignment.create(user=user, client=client, since=now)
        audit.record(actor.user_id if actor else None, "user.assign", user.login, clients=sorted(client_ids))


def service_phone() -> str:
    return config.current.service_phone
