"""Setting a second factor up, putting another in its place, giving it up; and taking it from who has lost it."""

from fieldforms.errors import NotAllowed, NotFound, SecondFactorStays, WrongCode
from fieldforms.flow.people import invitations, kept_secrets
from fieldforms.flow.people.accounts import end_sessions_and_invitations
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.people.second_factors import (
    about_user,
    is_required_of,
    new_recovery_codes,
    step_of_code,
    typed_code,
)
from fieldforms.store import audit
from fieldforms.store.database import transaction
from fieldforms.store.models import Session, User
from fieldforms.store.people import accounts, second_factors


def set_up(session: Session, secret: str, typed: str) -> tuple[str, list[str]]:
    """(the session's new token, recovery codes), once a code shows that the app has the secret. What the person had before
    counts no longer, and every other browser is asked for a code. Raises WrongCode."""
    user = session.user
    step = step_of_code(secret, typed_code(typed))
    if step is None:
        raise WrongCode
    with transaction():
        kept = kept_secrets.encrypt_secret(secret, about_user(user))
        since = second_factors.keep_second_factor(user, kept, step)
        audit.record_action(user.id, "second_factor.add", user.login)
        return second_factors.prove_session(session, since), new_recovery_codes(user)


def make_recovery_codes(user: User) -> list[str]:
    """Ten others; those of before count no longer."""
    with transaction():
        audit.record_action(user.id, "second_factor.codes", user.login)
        return new_recovery_codes(user)


def give_up(user: User) -> None:
    """Raises SecondFactorStays where the role must have one."""
    if is_required_of(user):
        raise SecondFactorStays
    with transaction():
        second_factors.drop_second_factor(user)
        audit.record_action(user.id, "second_factor.remove", user.login)


def may_reset(actor: Actor, user: User) -> bool:
    """Whose phones one may invite; not one's own: that would be giving it up."""
    return user.id != actor.user_id and not user.disabled_at and invitations.may_invite(actor, user)


def reset_second_factor(actor: Actor | None, user: User) -> None:
    """Of who has lost app and recovery codes. Signed out everywhere, and where the role must have one it is set up
    before anything else: no time is given. `actor` None: the command line. Raises NotFound, NotAllowed."""
    if user.second_factor_at is None:
        raise NotFound
    if actor and not may_reset(actor, user):
        raise NotAllowed
    with transaction():
        second_factors.drop_second_factor(user)
        end_sessions_and_invitations(user)
        audit.record_action(actor.user_id if actor else None, "second_factor.reset", user.login)


def reset_by_login(login: str) -> User:
    """From the command line. Raises NotFound."""
    user = accounts.by_login(login)
    if user is None:
        raise NotFound
    reset_second_factor(None, user)
    return user
