"""A disputed cost (费用合理: 否) goes to the supervisor by a sheet that follows, and counts in no figure until that is closed and says,
with words, how much counts (company.md row 15)."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from fieldforms.flow.record import folding, repair_times
from fieldforms.flow.record.folding import Fold
from fieldforms.forms import conditions
from fieldforms.forms.definition import Definition
from fieldforms.store import scope
from fieldforms.store.inbox import tasks
from fieldforms.store.library import definitions
from fieldforms.store.models import Record
from fieldforms.store.record import lists, records


def says_disputed(definition: Definition, folded: Fold) -> bool:
    """Does who looked at the repair not agree with its cost?"""
    asked = definition.meaning("cost_agreed")
    return asked is not None and folded.answers.get(asked.name) == "no"


def is_unsettled(definition: Definition, folded: Fold, number: str, in_force: bool) -> bool:
    if not in_force or not says_disputed(definition, folded):
        return False
    return not any(is_settlement(row) for row in tasks.records_following(number))


def is_settlement(row: Record) -> bool:
    return row.state == "closed" and may_settle(
        definitions.read_definition(definitions.row(row.definition_id))
    )


def mark_settled(row: Record) -> None:
    """The sheet that settles it tells the one that it follows: of that no other column may change here, its chain is not locked."""
    if row.follows and row.in_force and is_settlement(row) and (repair := records.row_by_number(row.follows)):
        settled = settled_costs([repair.number]).get(repair.number)
        records.mark_row(repair, {"cost_disputed": False, "cost": in_fen(settled)})


def cost_that_counts(definition: Definition, folded: Fold, number: str) -> int | None:
    """In fen: what the sheet says; of a disputed cost what was settled, until then nothing. None where none is said."""
    if says_disputed(definition, folded):
        return in_fen(settled_costs([number]).get(number))
    return in_fen(repair_times.sum_of_answers(definition, folded, "cost"))


MOST_FEN = 10**15  # more is a slip of the pen, and no sum of such ones may be too long for a column


def in_fen(amount: Decimal | None) -> int | None:
    return None if amount is None else min(int((amount * 100).to_integral_value(ROUND_HALF_UP)), MOST_FEN)


def may_settle(definition: Definition) -> bool:
    return definition.meaning("settled_cost") is not None


def settled_costs(numbers: Iterable[str]) -> dict[str, Decimal]:
    """Number of a disputed sheet → how much counts, where that is settled: as many questions for all as for one."""
    followers = tasks.records_following_any(tuple(sorted(numbers)))
    settling = [row for row in followers if is_settlement(row)]
    for row in settling:
        row.definition = definitions.row(row.definition_id)
    entries = lists.entries_by_uuid(settling, scope.SYSTEM) if settling else {}
    return {row.follows: amount_of(row, entries[row.uuid]) for row in settling}


def amount_of(row: Record, entries) -> Decimal:
    definition = definitions.read_definition(row.definition)
    folded = folding.fold_entries(definition, entries)
    asked = definition.meaning("settled_cost")
    return Decimal(conditions.number_of_answer(folded.answers.get(asked.name)) or 0) if asked else Decimal(0)
