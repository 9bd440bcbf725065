"""The sheets of a client into which its papers go."""

from fieldforms.store import scope
from fieldforms.store.models import Record
from fieldforms.store.prepared import one_of

MOST_OF_CLIENT = 100  # the newest


@scope.prepared_by_viewer
def sheets_of_forms(viewer, client, forms):
    """The newest first."""
    # Without the + 0 SQLite would walk all sheets of a client; those of these forms are few.
    of_client = (Record.client + 0) == client
    query = Record.select().where(one_of(Record.key, forms), of_client, scope.records(viewer))
    return query.order_by(Record.id.desc()).limit(MOST_OF_CLIENT)
