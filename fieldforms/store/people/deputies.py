"""Who stands in for whom, and when."""

from peewee import JOIN

from fieldforms.store import clock
from fieldforms.store.models import Deputy, User
from fieldforms.store.prepared import one_of, prepared

Person = User.alias()


def deputies_of(user: User) -> list[Deputy]:
    """All that were ever named for this person, newest first, each with its deputy."""
    return deputies_named_for(user.id)


@prepared
def deputies_named_for(user):
    query = Deputy.select(Deputy, Person).join(Person, JOIN.INNER, on=(Deputy.deputy == Person.id))
    return query.where(Deputy.user == user).order_by(Deputy.from_on.desc(), Deputy.id.desc())


def get_deputy(user: User, deputy_id: int) -> Deputy | None:
    return Deputy.get_or_none((Deputy.id == deputy_id) & (Deputy.user == user))


def overlapping_deputy(user: User, from_on: str, until_on: str) -> Deputy | None:
    """One that was named for some of these days and has not been ended."""
    both = (Deputy.from_on <= until_on) & (Deputy.until_on >= from_on)
    return Deputy.select().where(Deputy.user == user, Deputy.ended_at.is_null(), both).first()


def add_deputy(user: User, deputy: User, from_on: str, until_on: str, created_by: int | None) -> Deputy:
    return Deputy.create(
        user=user,
        deputy=deputy,
        from_on=from_on,
        until_on=until_on,
        created_at=clock.now(),
        created_by=created_by,
    )


def end_deputy(row: Deputy) -> None:
    Deputy.update(ended_at=clock.now()).where(Deputy.id == row.id, Deputy.ended_at.is_null()).execute()


def standing_in(people: list[User], day: str) -> list[tuple[User, User]]:
    """(enabled deputy, whom they represent) of these people on an ISO day."""
    by_id = {user.id: user for user in people}
    return [(row.deputy, by_id[row.user_id]) for row in deputies_of_people(tuple(by_id), day)]


@prepared
def deputies_of_people(people, day):
    query = Deputy.select(Deputy, Person).join(Person, on=(Deputy.deputy == Person.id))
    days = (Deputy.from_on <= day) & (Deputy.until_on >= day) & Deputy.ended_at.is_null()
    return query.where(one_of(Deputy.user, people), days, Person.disabled_at.is_null()).order_by(Deputy.id)


def represented_on_day(user: User, day: str) -> list[User]:
    """Enabled people for whom this person stands in on an ISO day."""
    return people_represented_by(user.id, day)


@prepared
def people_represented_by(user, day):
    query = User.select().join(Deputy, on=(Deputy.user == User.id))
    days = (Deputy.from_on <= day) & (Deputy.until_on >= day)
    current = (Deputy.deputy == user) & Deputy.ended_at.is_null() & days
    return query.where(current, User.disabled_at.is_null()).order_by(User.id).distinct()
