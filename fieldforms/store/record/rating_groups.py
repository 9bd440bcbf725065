"""Frozen groups of a technician's ratings: their counts, and no word about whose they are. Insert-only."""

from collections import Counter
from collections.abc import Sequence

from peewee import fn

from fieldforms.store.models import RatingGroup, Record
from fieldforms.store.prepared import insert, prepared


@prepared
def ratings_without_group(technician, outcome):
    """Rated since the technician's last group and signed with this outcome, in the order of signing.

    What is signed on paper is typed in by the technician, who knows it: it would give the others of its group away.
    """
    until = RatingGroup.select(fn.MAX(RatingGroup.until)).where(RatingGroup.technician == technician)
    query = Record.select(Record.satisfaction, Record.rating_month, Record.rated_at).where(
        Record.technician == technician,
        Record.rated_at > fn.COALESCE(until, 0),
        Record.in_force,
        Record.satisfaction != "",
        Record.outcome == outcome,
    )
    return query.order_by(Record.rated_at, Record.id)


def add_group(technician: int, rated: Sequence[Record]) -> None:
    last = rated[-1]
    counts = Counter(row.satisfaction for row in rated)
    insert(
        RatingGroup, technician=technician, month=last.rating_month, counts=dict(counts), until=last.rated_at
    )


def counts_of_year(technician: int, year: str) -> Counter[str]:
    """Answer → how often, in the groups that were completed in this year."""
    found: Counter[str] = Counter()
    for row in groups_between(technician, f"{year}-01", f"{year}-12"):
        found.update(row.counts)
    return found


@prepared
def groups_between(technician, first, last):
    query = RatingGroup.select(RatingGroup.counts).where(RatingGroup.technician == technician)
    return query.where(RatingGroup.month.between(first, last))
