"""The second factor of a person, the recovery codes for when it is lost, and the sessions in which it was shown."""

from peewee import fn

from fieldforms.store import clock
from fieldforms.store.models import RecoveryCode, Session, User
from fieldforms.store.people.accounts import change_account, hash_token, new_token
from fieldforms.store.prepared import prepared


def keep_second_factor(user: User, secret: str, step: int) -> int:
    """`secret`: encrypted. `step`: of the code that proved it. Gives since when it counts (UTC ms)."""
    now = clock.now()
    change_account(
        user, second_factor=secret, second_factor_at=now, second_factor_step=step, second_factor_asked_at=0
    )
    return now


def drop_second_factor(user: User) -> None:
    """Who had one is given no time to set up another: `second_factor_asked_at` stays as it is."""
    change_account(user, second_factor=None, second_factor_at=None, second_factor_step=None)
    RecoveryCode.delete().where(RecoveryCode.user == user).execute()


def note_asked(user: User) -> None:
    """The first time counts."""
    first = User.second_factor_asked_at.is_null()
    User.update(second_factor_asked_at=clock.now()).where(User.id == user.id, first).execute()


def take_step(user: User, step: int) -> bool:
    """Is this step newer than all that were taken? Then it is taken: of requests at the same moment by one."""
    newer = User.second_factor_step.is_null() | (User.second_factor_step < step)
    return bool(User.update(second_factor_step=step).where(User.id == user.id, newer).execute())


def replace_recovery_codes(user: User, codes: list[str]) -> None:
    RecoveryCode.delete().where(RecoveryCode.user == user).execute()
    for code in codes:
        RecoveryCode.create(user=user, code=hash_token(code), created_at=clock.now())


def use_recovery_code(user: User, code: str) -> bool:
    """Was it one of theirs that nobody had used? Then it is used now."""
    one = (RecoveryCode.user == user, RecoveryCode.code == hash_token(code), RecoveryCode.used_at.is_null())
    return bool(RecoveryCode.update(used_at=clock.now()).where(*one).execute())


def batch_of_recovery_codes(user: User) -> int:
    """By when (UTC ms) they were made; 0 where there are none."""
    [(made_at,)] = newest_recovery_code(user.id)
    return made_at or 0


@prepared
def newest_recovery_code(user):
    return RecoveryCode.select(fn.MAX(RecoveryCode.created_at)).where(RecoveryCode.user == user).tuples()


def count_recovery_codes(user: User) -> int:
    """Those that nobody has used."""
    return len(unused_recovery_codes(user.id))


@prepared
def unused_recovery_codes(user):
    return (
        RecoveryCode.select(RecoveryCode.id)
        .where(RecoveryCode.user == user, RecoveryCode.used_at.is_null())
        .tuples()
    )


def prove_session(session: Session, at: int) -> str:
    """The second factor was shown: the token changes, so that who knew it before is not let in by it. Gives the new one."""
    token = new_token()
    Session.update(token=hash_token(token), proven_at=at).where(Session.id == session.id).execute()
    return token


def was_proven_at(user: User, address: str, since: int) -> bool:
    """Was the second factor shown since (UTC ms) in a session that began at this address?"""
    return bool(address) and bool(sessions_proven_at(user.id, address, since))


@prepared
def sessions_proven_at(user, address, since):
    query = Session.select(Session.id).where(Session.user == user, Session.address == address)
    return query.where(Session.proven_at >= since).limit(1).tuples()
