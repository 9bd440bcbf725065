"""A technician's own ratings are told in groups of five, frozen when they are complete (docs/decisions/0012-own-ratings.md)."""

from fieldforms.flow.record.folding import DONE, Fold
from fieldforms.flow.record.supersession import SIGNED
from fieldforms.forms.definition import Definition
from fieldforms.store.database import one_at_a_time
from fieldforms.store.models import Record
from fieldforms.store.record import rating_groups, records

SIZE = 5


def rated_at(definition: Definition, folded: Fold, values: dict) -> int | None:
    """UTC ms of the signature of a sheet that asks for a rating; a correction keeps the time of what it corrects.

    So a sheet is in one group only, however often it is corrected. `values`: of the record's row, by column.
    """
    if not definition.meaning("satisfaction"):
        return None
    before = [row.rated_at for row in records.rows_corrected_by(values["supersedes"]) if row.rated_at]
    now = folded.signed.row.sealed_at if folded.signed and folded.signed.outcome in SIGNED else None
    return before[-1] if before else now


def freeze_groups(row: Record) -> None:
    """Freeze what this record's rating completes. Call inside the transaction that sealed it; `row`: whole."""
    if not row.satisfaction or row.technician_id is None or row.outcome != DONE:
        return
    if len(rating_groups.ratings_without_group(row.technician_id, DONE)) < SIZE:
        return
    one_at_a_time([f"rating groups of {row.technician_id}"])
    waiting = rating_groups.ratings_without_group(
        row.technician_id, DONE
    )  # once more: two clients may sign at once
    for at in range(0, len(waiting) - SIZE + 1, SIZE):
        rating_groups.add_group(row.technician_id, waiting[at : at + SIZE])
