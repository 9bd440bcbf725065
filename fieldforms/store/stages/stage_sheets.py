"""The sheets of clients that fulfil something of their stages, by the forms that the stages name."""

from peewee import fn

from fieldforms.store import scope
from fieldforms.store.models import Record
from fieldforms.store.prepared import one_of, prepared

MOST_OF_A_FORM = 200  # of a client, open or closed: the newest say how it stands


@prepared
def sheets_of_clients(clients, forms):
    """The newest sheets of these forms that stand, whoever may read them: what they fulfil is known to all who serve the
    client, what they are called is not (`sheets_with_numbers`)."""
    # Without the + 0 SQLite would walk all sheets of a client; those of these forms are few.
    of_clients = one_of(Record.client + 0, clients)
    newest = [Record.opened_at.desc(), Record.id.desc()]
    nth = fn.ROW_NUMBER().over(partition_by=[Record.client, Record.key, Record.state], order_by=newest)
    ranked = (
        Record.select(Record.id.alias("id"), nth.alias("nth"))
        .where(one_of(Record.key, forms), of_clients, Record.in_force, Record.state != "cancelled")
        .alias("ranked")
    )
    chosen = Record.select(ranked.c.id).from_(ranked).where(ranked.c.nth <= MOST_OF_A_FORM)
    return Record.select().where(Record.id.in_(chosen)).order_by(Record.id)


@scope.prepared_by_viewer
def sheets_with_numbers(viewer, numbers):
    return Record.select().where(one_of(Record.number, numbers), scope.records(viewer))
