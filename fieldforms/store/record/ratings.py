"""Counted ratings by client, technician and month: statistics read these, never a million records."""

from peewee import fn

from fieldforms.store.models import RatingMonth, RatingReason, Record
from fieldforms.store.prepared import insert_many, one_of, prepared, prepared_change


def count_rating_anew(row: Record, before: str, reasons: list[str]) -> None:
    """Count this record's rating where it belongs, once: the months it touches are counted anew.

    `before`: the month in which it counted until now, "" where it did not. `reasons`: of its rating; without one (it may have
    been erased) they count for nothing.
    """
    if not row.rating_month and not before:
        return
    for each in {before, row.rating_month} - {""}:
        recount_month(row, each)
    keep_reasons(row, reasons)


def recount_month(row: Record, month: str) -> None:
    where = (row.client_id, row.technician_id, month)
    if None in where:  # which no prepared query finds
        delete_of_month(*where).execute()
        counted = count_of_month(*where)
    else:
        forget(*where)
        counted = count(*where)
    same = {"client": row.client_id, "technician": row.technician_id, "month": month}
    insert_many(RatingMonth, [{**same, "satisfaction": answer, "n": n} for answer, n in counted])


def delete_of_month(client, technician, month):
    return RatingMonth.delete().where(
        RatingMonth.client == client, RatingMonth.technician == technician, RatingMonth.month == month
    )


def count_of_month(client, technician, month):
    """(answer, how often)"""
    query = Record.select(Record.satisfaction, fn.COUNT(Record.id)).where(
        Record.client == client, Record.technician == technician, Record.rating_month == month
    )
    return query.where(Record.in_force, Record.satisfaction != "").group_by(Record.satisfaction).tuples()


forget, count = prepared_change(delete_of_month), prepared(count_of_month)


def keep_reasons(row: Record, reasons: list[str]) -> None:
    forget_reasons(row.id)
    if not row.rating_month or not row.in_force:
        return
    rows = [
        {
            "record": row.id,
            "client": row.client_id,
            "technician": row.technician_id,
            "month": row.rating_month,
            "reason": reason,
        }
        for reason in reasons
    ]
    insert_many(RatingReason, rows)


@prepared_change
def forget_reasons(record):
    return RatingReason.delete().where(RatingReason.record == record)


def count_of_records():
    """(client, technician, month, answer, how often), as the records say."""
    where = (Record.client, Record.technician, Record.rating_month, Record.satisfaction)
    query = Record.select(*where, fn.COUNT(Record.id)).where(Record.in_force)
    return query.where(Record.rating_month != "", Record.satisfaction != "").group_by(*where)


def recount_all() -> None:
    """Every month anew, in one statement; reasons of what counts no more go."""
    columns = (RatingMonth.client, RatingMonth.technician, RatingMonth.month, RatingMonth.satisfaction)
    RatingMonth.delete().execute()
    RatingMonth.insert_from(count_of_records(), [*columns, RatingMonth.n]).execute()
    counting = Record.select(Record.id).where(Record.in_force, Record.rating_month != "")
    RatingReason.delete().where(RatingReason.record.not_in(counting)).execute()


def by_month(months: list[str], client: int) -> list[tuple]:
    """(month, answer, n) of a client in these months."""
    return counted_by_month(tuple(months), client)


@prepared
def counted_by_month(months, client):
    query = RatingMonth.select(RatingMonth.month, RatingMonth.satisfaction, fn.SUM(RatingMonth.n))
    query = query.where(one_of(RatingMonth.month, months), RatingMonth.client == client)
    return query.group_by(RatingMonth.month, RatingMonth.satisfaction).tuples()


def reasons_by_count(months: list[str], client: int) -> list[tuple[str, int]]:
    """(reason, n) of a client, most often first."""
    return sorted(counted_by_reason(tuple(months), client), key=lambda pair: -pair[1])


@prepared
def counted_by_reason(months, client):
    query = RatingReason.select(RatingReason.reason, fn.COUNT(RatingReason.id))
    query = query.where(one_of(RatingReason.month, months), RatingReason.client == client)
    return query.group_by(RatingReason.reason).tuples()
