"""Signing in and out, the phones people are signed in on and their PINs. Throttled in the database; no lock-out:
waiting always helps."""

from contextlib import suppress
from dataclasses import dataclass

from fieldforms.errors import Busy, NoRoom, NotFound, PinUsedUp, WeakSecret, WrongPassword, WrongPin
from fieldforms.flow.people import passwords, second_factors, tries
from fieldforms.flow.people.actors import Actor
from fieldforms.store import audit, clock
from fieldforms.store.database import transaction
from fieldforms.store.models import Session, User
from fieldforms.store.people import accounts, sessions

# Wrong tries in tries.WINDOW. Few for a name from one address; more for an address, because offices share one. No number of wrong
# tries elsewhere refuses the right password here: after NAME_TRIES for a name from everywhere each further address has two tries
# instead of five, and a browser in which the person was signed in before has five of its own whatever others do at its address
# (OWASP calls that a device cookie). Else whoever knows a name could lock its person out.
TRIES = 5
NAME_TRIES = 30
TRIES_OF_ATTACKED_NAME = 2
ADDRESS_TRIES = 30
PIN_TRIES = 5
ENDED = "session.revoke"  # of the audit
IDLE = {True: 30 * clock.DAY_MS, False: 12 * clock.HOUR}  # phone, desk
ABSOLUTE = {True: 180 * clock.DAY_MS, False: 7 * clock.DAY_MS}


@dataclass(frozen=True)
class KnownBrowser:
    """In whose hands a browser was last, as its signed cookie says; `secret` names it, and nobody can guess it."""

    user: int
    secret: str


UNKNOWN = KnownBrowser(0, "")


def sign_in(
    login: str, password: str, device: str, phone: bool, address: str, known: KnownBrowser = UNKNOWN
) -> tuple[Session, str]:
    """(session, token for the cookie). The same words and time for unknown names. Raises WrongPassword, TooManyTries."""
    login = passwords.normalise_width(login).strip()
    user = accounts.by_login(login)
    keys = tries_of_sign_in(user, login.lower()[:80], address, known)
    here, tried = next(iter(keys)), tries.count_try(keys)
    right = passwords.matches_secret(user.password if user else None, password)
    if user is None or not right or user.disabled_at:
        with transaction():
            audit.record_action(user.id if user else None, "session.refused")
        raise WrongPassword
    with transaction():
        tries.forget_tries(tried, here)
        audit.record_action(user.id, "session.open")
        second_factors.ask_for_second_factor(user)
        return sessions.begin_session(user, device, phone, address)


def tries_of_sign_in(user: User | None, name: str, address: str, known: KnownBrowser) -> dict[str, int]:
    """What is counted, each with its limit; the first is forgiven when the password is right."""
    if user and known.user == user.id:
        return {f"login:{name}#{known.secret}": TRIES}
    place = tries.place_of_address(address)
    here, everywhere, shared = f"login:{name}@{place}", f"login:{name}", {f"address:{place}": ADDRESS_TRIES}
    if user and is_known_place(user, address):
        return {here: TRIES, **shared}
    if len(tries.recent_failures(everywhere)) >= NAME_TRIES:
        return {here: TRIES_OF_ATTACKED_NAME, **shared}
    return {here: TRIES, everywhere: tries.COUNTED_ONLY, **shared}


KNOWN_FOR = 180 * clock.DAY_MS


def is_known_place(user: User, address: str) -> bool:
    """Was the person signed in at this address lately?"""
    return sessions.was_signed_in_at(user, address, clock.now() - KNOWN_FOR)


def confirm_password(session: Session, password: str) -> None:
    """The person's password once more, before what a passer-by at an open desk must not do. Each browser has its own tries: who guesses in
    one keeps the person out of no other.

    Raises WrongPassword, TooManyTries.
    """
    user, key = session.user, f"password:{session.id}"
    tried = tries.count_try({key: TRIES})
    if not passwords.matches_secret(user.password, password):
        raise WrongPassword
    with transaction():
        tries.forget_tries(tried, key)


def live_session(token: str) -> Session | None:
    """The live session of a cookie's token: not revoked, not idle too long, not too old."""
    session = sessions.by_token(token)
    if session is None:
        return None
    if not is_live(session):
        return None
    if clock.now() - session.seen_at > 5 * clock.MINUTE:
        with suppress(Busy, NoRoom), transaction():  # where nothing can be written one can still read
            sessions.touch_session(session)
    return session


def is_live(session: Session) -> bool:
    idle, age = IDLE[session.phone], ABSOLUTE[session.phone]
    seen, begun = session.seen_at, session.created_at
    return clock.is_within(seen, seen + idle + 1) and clock.is_within(begun, begun + age + 1)


def is_lost(token: str) -> bool:
    """Was this very browser's session ended by somebody, as that of a lost phone is, or the account disabled? Not by its age, nor
    by a new password elsewhere: whoever signs in again finds what they wrote."""
    found = sessions.of_token(token)
    return found is not None and bool(found.user.disabled_at or audit.last_line_about(str(found.id), ENDED))


def live_sessions_of(user: User) -> list[Session]:
    """The browsers this person is signed in on, last seen first."""
    return [session for session in sessions.sessions_of(user) if is_live(session)]


def sign_out(session: Session) -> None:
    with transaction():
        sessions.end_session(session)
        audit.record_action(session.user_id, "session.close")


def revoke_session(actor: Actor, session_id: int) -> None:
    """End a phone's session: one's own, or anybody's for admins and supervisors."""
    session = sessions.by_id(session_id)
    mine = session is not None and actor.user is not None and session.user_id == actor.user.id
    if session is None or not (mine or (actor.user and actor.user.role in ("admin", "supervisor"))):
        raise NotFound
    with transaction():
        sessions.end_session(session)
        audit.record_action(actor.user_id, ENDED, str(session.id))


def set_pin(session: Session, pin: str) -> None:
    """The phone's six-digit PIN. Raises WeakSecret."""
    kept = hashed_pin(pin)
    with transaction():
        sessions.give_pin(session, kept)
        audit.record_action(session.user_id, "session.pin", str(session.id))


def hashed_pin(pin: str) -> str:
    """Raises WeakSecret."""
    try:
        return passwords.hash_pin(pin)
    except passwords.WeakPin as error:
        raise WeakSecret(why=error.sentence) from error


def take_phone_back(session: Session, pin: str, password: str = "") -> None:
    """End client mode. Five tries of the PIN, then the password. Raises WrongPin, PinUsedUp, WrongPassword."""
    if password:
        confirm_password(session, password)
    else:
        check_pin(session, pin)
    with transaction():
        sessions.take_back(session)
        audit.record_action(session.user_id, "session.take_back")


def check_pin(session: Session, pin: str) -> None:
    if not session.pin or session.pin_tries >= PIN_TRIES:
        raise PinUsedUp
    with transaction():  # counted before it is looked at: parallel guesses count too
        tried = sessions.count_pin_try(session)
    if tried > PIN_TRIES:
        raise PinUsedUp
    if not passwords.matches_secret(session.pin, passwords.plain_pin(pin)):
        raise WrongPin(left=PIN_TRIES - tried)


def pin_used_up(session: Session) -> bool:
    return session.pin_tries >= PIN_TRIES
