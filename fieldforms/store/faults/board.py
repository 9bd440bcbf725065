"""What the board shows: a form's open records, those closed lately, and who serves whom."""

from collections.abc import Iterable

from peewee import JOIN

from fieldforms.store import scope
from fieldforms.store.library.definitions import with_forms
from fieldforms.store.models import Assignment, Client, Record, User
from fieldforms.store.people import accounts
from fieldforms.store.prepared import one_of, prepared
from fieldforms.store.record.records import blank_ratings

MOST_ON_BOARD = 300  # open records of a form: more is no board any longer
MOST_CLOSED = 50


def open_reports(viewer: scope.Viewer, key: str) -> list[Record]:
    """Open records of this form, oldest first, with their clients; one more than MOST_ON_BOARD tells of more."""
    return blank_ratings(with_forms(unfinished_of_form(viewer, key)), viewer)


@scope.prepared_by_viewer
def unfinished_of_form(viewer, key):
    query = selection_with_places().where(scope.records(viewer), Record.key == key, Record.state == "open")
    return query.order_by(Record.opened_at, Record.id).limit(MOST_ON_BOARD + 1)


def reports_closed_since(viewer: scope.Viewer, key: str, since: int) -> list[Record]:
    """Records of this form that closed since (UTC ms) and stand, newest first."""
    return blank_ratings(with_forms(closed_of_form(viewer, key, since)), viewer)


@scope.prepared_by_viewer
def closed_of_form(viewer, key, since):
    closed = (Record.state == "closed", Record.closed_at >= since, Record.in_force)
    query = selection_with_places().where(scope.records(viewer), Record.key == key, *closed)
    return query.order_by(Record.closed_at.desc(), Record.id.desc()).limit(MOST_CLOSED)


def selection_with_places():
    return Record.select(Record, Client).join(Client, JOIN.LEFT_OUTER).switch(Record)


def technicians_by_client(clients: Iterable[int]) -> dict[int, list[User]]:
    """Client id → the technicians in use who serve it, by name."""
    found: dict[int, list[User]] = {}
    for row in assignments_at(tuple(clients)):
        found.setdefault(row.client_id, []).append(row.user)
    return {client: accounts.by_name(users) for client, users in found.items()}


@prepared
def assignments_at(clients):
    rows = Assignment.select(Assignment.client, User).join(User)
    at_work = (Assignment.until.is_null(), User.disabled_at.is_null(), User.role == "technician")
    return rows.where(one_of(Assignment.client, clients), *at_work).order_by(User.id)
