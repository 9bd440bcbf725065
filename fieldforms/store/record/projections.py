"""The projection as a whole: by which rules it was made, how far making it anew has come, and what no entry stands behind."""

from peewee import fn

from fieldforms.store import search
from fieldforms.store.database import select_for_update
from fieldforms.store.models import (
    Chain,
    Entry,
    Projection,
    RatingMonth,
    RatingReason,
    Record,
    RecordDevice,
    Reservation,
)
from fieldforms.store.record import ratings

Corrector = Record.alias("corrector")


def projection_state() -> Projection:
    """The one row. Without one nothing is known of the rules."""
    return Projection.select().order_by(Projection.id).first() or Projection(rules=0)


def locked_state() -> Projection:
    """The same for writing, until the transaction ends: of several servers one makes the next slice."""
    return select_for_update(Projection.select().order_by(Projection.id)).first() or Projection.create(
        rules=0
    )


def set_rules(rules: int) -> None:
    """All of it is made by these rules."""
    change_state(rules=rules, towards=0, reached=0)


def begin_rebuild(towards: int) -> None:
    """It is made anew from its beginning, by these rules."""
    change_state(towards=towards, reached=0)


def mark_rebuilt_until(first_entry: int) -> None:
    """All records up to the one with this first entry are made anew."""
    change_state(reached=first_entry)


def change_state(**values) -> None:
    Projection.update(**values).where(Projection.id == locked_state().id).execute()


def has_records() -> bool:
    return Entry.select(Entry.id).exists()


def next_first_entries(after: int, limit: int) -> list[tuple[int, str]]:
    """(id of its first entry, uuid) of the next records in the order they were begun, their chains locked: nobody seals
    a step of theirs until this transaction ends.
    """
    query = Entry.select(Entry.id, Entry.record, Entry.chain).where(Entry.seq == 1, Entry.id > after)
    found = list(query.order_by(Entry.id).limit(limit).tuples())
    chains = {chain for _id, _record, chain in found}
    list(select_for_update(Chain.select().where(Chain.id.in_(chains)).order_by(Chain.id)))
    return [(id, record) for id, record, _chain in found]


def drop_strays() -> None:
    """What no entry stands behind goes: rows of lists, of devices, of the index."""
    gone = [row.id for row in records_without_entries()]
    for model in (RecordDevice, RatingReason, Reservation):
        model.delete().where(model.record.in_(gone)).execute()
    Record.delete().where(Record.id.in_(gone)).execute()
    search.forget_strays()


def records_without_entries() -> list[Record]:
    """Records that nobody sealed an entry of."""
    sealed = Entry.select(Entry.id).where(Entry.record == Record.uuid)
    return list(Record.select().where(~fn.EXISTS(sealed)))


def sheets_of_corrections() -> list[Record]:
    """Every sheet that corrects another, is corrected, or says so of itself, in the order they were begun."""
    named = Corrector.select(Corrector.supersedes).where(Corrector.supersedes != "")
    marked = (Record.supersedes != "") | (Record.corrected_by != "") | (Record.superseded_by != "")
    return list(Record.select().where(marked | Record.number.in_(named)).order_by(Record.id))


def wrongly_in_force() -> list[Record]:
    """Of the others, which no correction touches: cancelled ones that count, and standing ones that don't."""
    alone = (Record.supersedes == "") & (Record.corrected_by == "") & (Record.superseded_by == "")
    named = Corrector.select(Corrector.supersedes).where(Corrector.supersedes != "")
    wrong = (Record.in_force & (Record.state == "cancelled")) | (
        ~Record.in_force & (Record.state != "cancelled")
    )
    return list(Record.select().where(alone, Record.number.not_in(named), wrong))


def row_of_record(uuid: str) -> Record | None:
    return Record.get_or_none(Record.uuid == uuid)


def devices_and_times(row: Record) -> set[tuple[int, int]]:
    query = RecordDevice.select(RecordDevice.device, RecordDevice.dated_at).where(
        RecordDevice.record == row.id
    )
    return set(query.tuples())


def reasons_kept(row: Record) -> list[tuple]:
    """(reason, client, technician, month), sorted."""
    query = RatingReason.select(
        RatingReason.reason, RatingReason.client, RatingReason.technician, RatingReason.month
    )
    return sorted(query.where(RatingReason.record == row.id).tuples(), key=repr)


def ratings_counted() -> dict[tuple, int]:
    """(client, technician, month, answer) → how often, as statistics read it."""
    found: dict[tuple, int] = {}
    columns = (RatingMonth.client, RatingMonth.technician, RatingMonth.month, RatingMonth.satisfaction)
    for *where, n in RatingMonth.select(*columns, RatingMonth.n).tuples():
        found[tuple(where)] = found.get(tuple(where), 0) + n
    return found


def ratings_to_count() -> dict[tuple, int]:
    """The same as the records say."""
    return {tuple(where): n for *where, n in ratings.count_of_records().tuples()}
