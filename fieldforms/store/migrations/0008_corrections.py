"""A correction takes the place of a sheet only once it is signed, or complete where nobody signs.

Until now `superseded_by` named it as soon as it was begun: that is what `corrected_by` says from here on.
"""

from peewee import CharField, Model


class Record(Model):
    superseded_by = CharField(default="")

    class Meta:
        table_name = "records"


BEGUN = (
    "ALTER TABLE records ADD COLUMN corrected_by VARCHAR(255) NOT NULL DEFAULT ''",
    "ALTER TABLE records ADD COLUMN in_force BOOLEAN NOT NULL DEFAULT TRUE",
    "UPDATE records SET corrected_by = superseded_by WHERE superseded_by <> ''",
)
CORRECTED = (
    "SELECT id, number, corrected_by, outcome, state, unsigned FROM records "
    "WHERE corrected_by <> '' OR supersedes <> ''"
)
IN_FORCE = (
    "UPDATE records SET in_force = FALSE WHERE state = 'cancelled' OR superseded_by <> '' OR (supersedes <> '' "
    "AND EXISTS (SELECT 1 FROM records AS old WHERE old.number = records.supersedes AND old.superseded_by = ''))"
)
# The ratings that count again are counted; why they were low is in the entries, and comes with a rebuild.
RATINGS = (
    "DELETE FROM rating_months",
    "INSERT INTO rating_months (client_id, technician_id, month, satisfaction, n) "
    "SELECT client_id, technician_id, rating_month, satisfaction, COUNT(*) FROM records "
    "WHERE in_force AND satisfaction <> '' AND rating_month <> '' "
    "GROUP BY client_id, technician_id, rating_month, satisfaction",
)
SIGNED = ("done", "signed_on_paper")


def up(migrator, db):
    for statement in BEGUN:
        db.execute_sql(statement)
    places = list(places_taken(db.execute_sql(CORRECTED).fetchall()))
    with db.bind_ctx([Record]):
        for sheet, by in places:
            Record.update(superseded_by=by).where(Record.id == sheet).execute()
    counts_again = any(not by for _sheet, by in places)
    for statement in (IN_FORCE, *(RATINGS if counts_again else ())):
        db.execute_sql(statement)


def places_taken(rows):
    """(id, number of the correction that took its place or "") of every corrected sheet."""
    found = {number: rest for _id, number, *rest in rows}
    for sheet, _number, correction, outcome, _state, _unsigned in rows:
        if correction:
            yield sheet, taker_of(correction, outcome in SIGNED, found)


def taker_of(correction, signed_before, found):
    while correction in found:
        following, outcome, state, unsigned = found[correction]
        signed = outcome in SIGNED
        if state == "closed" and not unsigned and (signed or not signed_before):
            return correction
        correction = following
    return ""
