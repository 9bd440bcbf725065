"""What the register said of an entry when it was sealed. Insert-only; written in the transaction that seals."""

from fieldforms.store.models import Whereabouts
from fieldforms.store.prepared import insert_many, prepared

NOWHERE = {"client_name": "", "device": None, "device_name": "", "room": None, "place": ""}


def keep_rows(record: str, seq: int, rows: list[dict]) -> None:
    """`rows`: values by column; what is left out is unknown."""
    insert_many(Whereabouts, [NOWHERE | row | {"record": record, "seq": seq} for row in rows])


@prepared
def rows_of_record(record):
    """Oldest first: of a device that was named again the last row counts."""
    return Whereabouts.select().where(Whereabouts.record == record).order_by(Whereabouts.id)
