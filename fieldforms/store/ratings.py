"""Counted ratings by client, technician and month: statistics read these, never a million records."""

from peewee import fn

from fieldforms.store.models import RatingMonth, Record


def put(record: Record, month: str) -> None:
    """Count this record's rating where it belongs, once: the months it touches are counted anew."""
    row = Record.get_by_id(record.id)
    Record.update(rating_month=month if row.satisfaction else "").where(Record.id == row.id).execute()
    for each in {month, row.rating_month} - {""}:
        recount(row, each)


def recount(row: Record, month: str) -> None:
    same = (Record.client == row.client_id, Record.technician == row.technician_id, Record.rating_month == month)
    RatingMonth.delete().where(
        RatingMonth.client == row.client_id,
        RatingMonth.technician == row.technician_id,
        RatingMonth.month == month,
    ).execute()
    counted = (
        Record.select(Record.satisfaction, fn.COUNT(Record.id))
        .where(*same, Record.state != "cancelled", Record.superseded_by == "")
        .group_by(Record.satisfaction)
        .tuples()
    )
    rows = [
        {
            "client": row.client_id,
            "technician": row.technician_id,
            "month": month,
            "satisfaction": answer,
            "n": n,
        }
        for answer, n in counted
    ]
    if rows:
        RatingMonth.insert_many(rows).execute()


def forget_all() -> None:
    RatingMonth.delete().execute()


def by_month(months: list[str], client: int | None = None, technician: int | None = None) -> list[tuple]:
    """(month, answer, n) in these months."""
    query = RatingMonth.select(RatingMonth.month, RatingMonth.satisfaction, fn.SUM(RatingMonth.n))
    query = query.where(RatingMonth.month.in_(months))
    if client:
        query = query.where(RatingMonth.client == client)
    if technician:
        query = query.where(RatingMonth.technician == technician)
    return list(query.group_by(RatingMonth.month, RatingMonth.satisfaction).tuples())
