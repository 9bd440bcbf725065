"""The second factor: a code of the person's authenticator app (TOTP, RFC 6238) after the first one, in each new session.

Who has one is asked for it however they came in, by password or by a phone's one-time code. Whose role must have one sets it
up first; docs/decisions/0018-second-factor.md.
"""

import hmac
import secrets

import pyotp

from fieldforms import config
from fieldforms.errors import SecondFactorUnreadable, WrongCode
from fieldforms.flow.people import kept_secrets, passwords, tries
from fieldforms.store import audit, clock
from fieldforms.store.database import transaction
from fieldforms.store.models import Session, User
from fieldforms.store.people import second_factors

CODE_STEP_MS = 30_000  # how long a code stands (RFC 6238 §5.2)
DRIFT = 1  # steps that a phone's clock may differ, either way
TIME_TO_SET_UP = 7 * clock.DAY_MS  # from when the person was first asked; on no other day does it begin anew
CODE_DIGITS = 6
# Wrong codes in tries.WINDOW: from one address, and from all where the person never showed one. A recovery code is counted by
# itself: who knows the password, and tries codes with it, keeps nobody out who has one.
CODE_TRIES, CODE_TRIES_EVERYWHERE = 5, 10
KNOWN_FOR = 180 * clock.DAY_MS
RECOVERY_CODES = 10
TYPABLE = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # nothing that is read as something else
RECOVERY_LENGTH, RECOVERY_GROUP = 24, 4  # 117 bits: a plain hash of them is enough (ASVS 5.0 V6.5.2)


def is_code_due(session: Session) -> bool:
    """Is what this browser has shown so far only the first factor? A phone in a client's hands is asked when it is back."""
    since = session.user.second_factor_at
    return since is not None and not session.handed_draft and (session.proven_at or 0) < since


def is_required_of(user: User) -> bool:
    return user.role in config.current.second_factor


def is_missing(user: User) -> bool:
    """Must this person have one, and has none?"""
    return is_required_of(user) and user.second_factor_at is None


def is_set_up_due(session: Session) -> bool:
    """Must the person set one up before anything else? Whoever was signed in before it was asked for had the time since then."""
    if not is_missing(session.user) or session.handed_draft:
        return False
    asked = session.user.second_factor_asked_at
    since = session.created_at if asked is None else asked
    return not clock.is_within(since, since + TIME_TO_SET_UP)


def time_to_set_up(user: User) -> int | None:
    """Until when (UTC ms) a person whose role must have one can do without; None: no longer."""
    until = (user.second_factor_asked_at or 0) + TIME_TO_SET_UP
    return until if clock.now() < until else None


def ask_for_second_factor(user: User) -> None:
    """Signed in without one: from now on the time to set it up runs. Call inside a transaction."""
    if is_missing(user):
        second_factors.note_asked(user)


def check_code(session: Session, typed: str, address: str) -> str:
    """The code of the app, or a recovery code: gives the session's new token. Raises WrongCode, TooManyTries."""
    user, code = session.user, typed_code(typed)
    by_app = len(code) == CODE_DIGITS and code.isdigit()
    keys = (
        tries_of_app(user, address)
        if by_app
        else {f"recovery:{user.id}@{tries.place_of_address(address)}": CODE_TRIES}
    )
    tried = tries.count_try(keys)
    try:
        with transaction():
            (take_code_of_app if by_app else take_recovery_code)(user, code)
            tries.forget_tries(tried, next(iter(keys)))
            audit.record_action(
                user.id, "second_factor.shown", str(session.id), by="app" if by_app else "recovery"
            )
            return second_factors.prove_session(session, clock.now())
    except WrongCode:
        with transaction():
            audit.record_action(user.id, "second_factor.refused")
        raise


def tries_of_app(user: User, address: str) -> dict[str, int]:
    here = {f"code:{user.id}@{tries.place_of_address(address)}": CODE_TRIES}
    if second_factors.was_proven_at(user, address, clock.now() - KNOWN_FOR):
        return here
    return here | {f"code:{user.id}": CODE_TRIES_EVERYWHERE}


def take_code_of_app(user: User, code: str) -> None:
    """Raises WrongCode, also of a code that was taken before; SecondFactorUnreadable."""
    step = step_of_code(read_secret(user), code)
    if step is None or not second_factors.take_step(user, step):
        raise WrongCode


def take_recovery_code(user: User, code: str) -> None:
    if not second_factors.use_recovery_code(user, code):
        raise WrongCode
    left = second_factors.count_recovery_codes(user)
    audit.record_action(user.id, "second_factor.recovery", user.login, left=left)


def read_secret(user: User) -> str:
    try:
        return kept_secrets.decrypt_secret(user.second_factor or "", about_user(user))
    except kept_secrets.Undecryptable as error:
        raise SecondFactorUnreadable from error


def about_user(user: User) -> str:
    return f"second factor of {user.id}"


def step_of_code(secret: str, code: str) -> int | None:
    """Of which step around now this is the code; None: of none."""
    now, app = clock.now() // CODE_STEP_MS, pyotp.TOTP(secret)
    steps = range(now - DRIFT, now + DRIFT + 1)
    return next((step for step in steps if hmac.compare_digest(app.generate_otp(step), code)), None)


def typed_code(typed: str) -> str:
    """However it was typed or pasted: of a code, spaces, dashes and small letters say nothing."""
    wide = passwords.normalise_width(typed)[: 4 * RECOVERY_LENGTH]
    return "".join(char for char in wide.upper() if char.isascii() and char.isalnum())


def new_app_secret() -> str:
    return pyotp.random_base32()  # 160 bits (RFC 4226 §4 R6)


def address_of_secret(user: User, secret: str) -> str:
    """What an authenticator app scans."""
    return pyotp.TOTP(secret).provisioning_uri(
        name=user.login, issuer_name=config.current.company or "fieldforms"
    )


def new_recovery_codes(user: User) -> list[str]:
    """As they are shown, once; those of before count no longer. Call inside a transaction."""
    codes = ["".join(secrets.choice(TYPABLE) for _ in range(RECOVERY_LENGTH)) for _ in range(RECOVERY_CODES)]
    second_factors.replace_recovery_codes(user, codes)
    return [
        "-".join(code[at : at + RECOVERY_GROUP] for at in range(0, len(code), RECOVERY_GROUP))
        for code in codes
    ]
