"""Corrections: when one takes the place of what it corrects.

When it is signed; where nobody signs, when it is complete. Until then, and when it was refused, found nobody or was
cancelled, it replaces no rating and no signature (issue 8, A 4; docs/decisions/0010-corrections.md). What its technician alone can
bring, a photo of signed paper, replaces no signature of the client's own hand until a supervisor has approved it in review.
"""

from collections.abc import Iterable, Iterator, Sequence

from fieldforms.flow.record.folding import DONE, PAPER
from fieldforms.store.models import Record
from fieldforms.store.record import projections, records, review_rows

SIGNED = (DONE, PAPER)


def takes_place(values: dict, corrected: Sequence[Record]) -> bool:
    """Does a record take the place of the sheets that it corrects? `values` of its row, by column.

    What was signed is replaced by what is signed: a correction whose answers make the signature needless replaces it not.
    """
    complete = values["state"] == "closed" and not values["unsigned"]
    signed_before = any(row.outcome in SIGNED for row in corrected)
    if not (corrected and complete and (values["outcome"] in SIGNED or not signed_before)):
        return False
    return not lacks_approval(values)


def lacks_approval(values: dict) -> bool:
    """A correction signed on paper, of what the client themself has signed once, that no review has approved."""
    if values["state"] != "closed" or values["unsigned"] or values["outcome"] != PAPER:
        return False
    by_hand = any(row.outcome == DONE for row in records.rows_corrected_by(values["supersedes"]))
    return by_hand and not review_rows.is_settled(values["uuid"], review_rows.APPROVED)


def awaits_approval(row: Record) -> bool:
    """Is a review going to decide whether this correction takes the place of what it corrects?"""
    return row.state == "closed" and bool(row.review_by) and not row.in_force


def is_in_force(values: dict, standing: Record | None, takes_its_place: bool) -> bool:
    """Of a sheet and its corrections one is in force: lists and figures count that one. `standing`: its row until now."""
    if values["state"] == "cancelled" or (standing and standing.superseded_by):
        return False
    return takes_its_place or not values["supersedes"]


def mark_corrected(row: Record, corrected: Sequence[Record], takes_its_place: bool) -> Iterator[Record]:
    """Note at the corrected sheets what became of them; those that are to be projected anew."""
    for other in corrected:
        directly = other.number == row.supersedes
        changed = {"superseded_by": row.number if takes_its_place else ""}
        if directly and row.state != "cancelled":
            changed["corrected_by"] = row.number
        elif directly and other.corrected_by == row.number:
            changed["corrected_by"] = ""
        records.mark_row(other, changed)
        if any(other.__data__[name] != value for name, value in changed.items()):
            yield other


def right_marks(rows: Iterable[Record]) -> dict[str, dict]:
    """Number → what `corrected_by`, `superseded_by` and `in_force` must say, by what the sheets and their reviews say alone.

    `rows`: every sheet that corrects another or is corrected, in the order they were begun. For who trusts no mark.
    """
    known = {row.number: row for row in rows}
    marks: dict[str, dict] = {number: {"corrected_by": "", "superseded_by": ""} for number in known}
    took = set()
    for row in known.values():
        corrected = list(marked_corrected(row, known, marks))
        if takes_place(row.__data__, corrected):
            took.add(row.number)
            for other in corrected:
                marks[other.number]["superseded_by"] = row.number
        if row.state != "cancelled" and row.supersedes in known:
            marks[row.supersedes]["corrected_by"] = row.number
    for number, row in known.items():
        place = number in took or not row.supersedes
        marks[number]["in_force"] = row.state != "cancelled" and not marks[number]["superseded_by"] and place
    return marks


def marked_corrected(row: Record, known: dict[str, Record], marks: dict[str, dict]) -> Iterator[Record]:
    """As `records.rows_to_supersede`, by the marks found so far."""
    number = row.supersedes
    while number in known and marks[number]["superseded_by"] in ("", row.number):
        yield known[number]
        number = known[number].supersedes


def rows_marked_wrongly() -> Iterator[tuple[Record, dict]]:
    """(row, what its marks must say) wherever the marks of the whole projection are not what the sheets say."""
    rows = projections.sheets_of_corrections()
    right = right_marks(rows)
    for row in rows:
        if any(row.__data__[name] != value for name, value in right[row.number].items()):
            yield row, right[row.number]
    for row in projections.wrongly_in_force():
        yield row, {"in_force": row.state != "cancelled"}
