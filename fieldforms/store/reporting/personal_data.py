"""What stands anywhere about one person: of the company, or of a client."""

from fieldforms.store.models import Assignment, Audit, Client, Deputy, Record, Session, User
from fieldforms.store.prepared import prepared


def numbers_of_client(client_id: int) -> list[str]:
    """Of all its records, the oldest first."""
    return [number for (number,) in record_numbers_of_client(client_id)]


@prepared
def record_numbers_of_client(client):
    return Record.select(Record.number).where(Record.client == client).order_by(Record.id).tuples()


@prepared
def records_by_person(person):
    mine = (Record.technician == person) | (Record.opened_by == person) | (Record.assignee == person)
    return Record.select().where(mine).order_by(Record.id)


@prepared
def sessions_of_person(person):
    return Session.select().where(Session.user == person).order_by(Session.id)


@prepared
def clients_of_person(person):
    query = Assignment.select(Client.name, Assignment.since, Assignment.until).join(Client)
    return query.where(Assignment.user == person).order_by(Assignment.id).tuples()


@prepared
def deputies_of_person(person):
    deputy = User.alias()
    query = Deputy.select(deputy.name, Deputy.from_on, Deputy.until_on).join(
        deputy, on=(Deputy.deputy == deputy.id)
    )
    return query.where(Deputy.user == person).order_by(Deputy.id).tuples()


@prepared
def audit_of_person(person):
    return (
        Audit.select(Audit.at, Audit.action, Audit.ref)
        .where(Audit.actor == person)
        .order_by(Audit.id)
        .tuples()
    )
