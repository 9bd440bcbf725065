"""People, whom they serve, and the failed attempts that throttling counts."""

import hashlib
import secrets
from collections.abc import Iterable

from peewee import JOIN, IntegrityError, fn

from fieldforms.errors import NameTaken
from fieldforms.store import clock, pinyin
from fieldforms.store.models import Assignment, Attempt, Client, User
from fieldforms.store.prepared import one_of, prepared


def hash_token(token: str) -> str:
    """Tokens are 128 random bits or more: a plain SHA-256 is enough to keep them unreadable at rest."""
    return hashlib.sha256(token.encode()).hexdigest()


def new_token() -> str:
    return secrets.token_urlsafe(24)


def by_login(login: str) -> User | None:
    return User.get_or_none(fn.LOWER(User.login) == login.strip().lower())


def by_id(user_id: int) -> User | None:
    return people_with_id.first(user_id)


@prepared
def people_with_id(user_id):
    return User.select().where(User.id == user_id)


def create_account(**values) -> User:
    """Raises NameTaken."""
    try:
        return User.create(created_at=clock.now(), **values)
    except IntegrityError as error:
        raise NameTaken from error


def change_account(user: User, **values) -> None:
    User.update(**values).where(User.id == user.id).execute()


def has_users() -> bool:
    return bool(any_user())


@prepared
def any_user():
    return User.select(User.id).limit(1).tuples()


def all_users() -> list[User]:
    """Those at work first, by role and name."""
    return sorted(by_name(every_user()), key=lambda user: (user.disabled_at is not None, user.role))


@prepared
def every_user():
    return User.select().order_by(User.id)


def active_users() -> list[User]:
    """People who can be named in a form, by name."""
    return by_name(enabled_users())


def by_name(users: Iterable[User]) -> list[User]:
    """In the order in which Chinese people look for a name."""
    return sorted(users, key=lambda user: pinyin.name_order(user.name))


@prepared
def enabled_users():
    return User.select().where(User.disabled_at.is_null()).order_by(User.id)


def technicians_of(client_id: int) -> list[User]:
    """Those in use who serve the client. Who was given another role serves nobody meanwhile."""
    return technicians_serving(client_id)


@prepared
def technicians_serving(client):
    served = Assignment.select(Assignment.user).where(Assignment.client == client, Assignment.until.is_null())
    at_work = (User.disabled_at.is_null(), User.role == "technician")
    return User.select().where(User.id.in_(served), *at_work).order_by(User.id)


@prepared
def assignments_to_client(client, most):
    """Who served it and who does, each with the person; the latest begun first."""
    query = Assignment.select(Assignment, User).join(User).where(Assignment.client == client)
    return query.order_by(Assignment.since.desc(), Assignment.id.desc()).limit(most)


def clients_of(user: User) -> list[Client]:
    """Whom somebody serves, of the clients in use. (Of a retired one they go on to see what was done there.)"""
    return clients_served_by(user.id)


@prepared
def clients_served_by(user):
    served = Client.select().join(Assignment).where(Client.retired_at.is_null())
    return served.where(Assignment.user == user, Assignment.until.is_null()).order_by(Client.name)


def serve_clients(user: User, client_ids: set[int]) -> None:
    """The clients in use that this person serves from now on; ended assignments stay as history."""
    served, now = {client.id for client in clients_of(user)}, clock.now()
    Assignment.update(until=now).where(
        Assignment.user == user,
        Assignment.until.is_null(),
        Assignment.client.in_([*served - client_ids] or [-1]),
    ).execute()
    for client in client_ids - served:
        Assignment.create(user=user, client=client, since=now)


def times_of_failures(key: str, since: int) -> list[int]:
    """Times of failed attempts since `since`, newest first. Not of a clock that was far ahead: it would lock people
    out until then."""
    return [at for (at,) in failures_between(key, since, clock.now() + clock.HOUR)]


@prepared
def failures_between(key, since, last):
    query = Attempt.select(Attempt.at).where(Attempt.key == key, Attempt.at.between(since, last))
    return query.order_by(Attempt.at.desc()).tuples()


def count_failure(key: str) -> int:
    return Attempt.create(key=key, at=clock.now()).id


def forget_attempts(ids: list[int]) -> None:
    Attempt.delete().where(Attempt.id.in_(ids)).execute()


def forget_failures(key: str) -> None:
    Attempt.delete().where(Attempt.key == key).execute()


def forget_failures_before(at: int) -> None:
    Attempt.delete().where(Attempt.at < at).execute()


def client_names_by_user(users: list[User]) -> dict[int, list[str]]:
    """User id → short names of the clients served."""
    named: dict[int, list[str]] = {}
    for user, client in names_of_clients_served(tuple(user.id for user in users)):
        named.setdefault(user, []).append(client)
    return named


@prepared
def names_of_clients_served(users):
    query = Assignment.select(Assignment.user, Client.short_name).join(Client, JOIN.INNER)
    current = (one_of(Assignment.user, users), Assignment.until.is_null(), Client.retired_at.is_null())
    return query.where(*current).order_by(Client.short_name).tuples()
