"""What a sheet wants from the stock: the rows of parts in its answers, and how much of them it has taken already."""

from collections import Counter

from fieldforms.flow.record.folding import Fold
from fieldforms.forms import conditions
from fieldforms.forms.answers import filled_rows
from fieldforms.forms.definition import Definition, Field, Step
from fieldforms.forms.kinds import kind_of
from fieldforms.store import scope
from fieldforms.store.models import Movement, Record
from fieldforms.store.record import records
from fieldforms.store.stock import stock


def parts_in_rows(rows: Field, given) -> dict[int, int]:
    """Part id → how many, a part once; rows that name nothing of the stock want nothing. `given`: the repeat's answer."""
    part, number = part_of_rows(rows), number_of_rows(rows)
    found: dict[int, int] = {}
    for row in filled_rows(given):
        known, many = (row.get(part.name) or {}).get("id"), row.get(number.name)
        if known and isinstance(many, int) and many > 0:
            found[known] = found.get(known, 0) + many
    return found


def part_of_rows(rows: Field) -> Field:
    """The question of a row that names a part. The checker sees to it that rows which move stock have one."""
    return next(field for field in rows.fields if kind_of(field).refers == "part")


def number_of_rows(rows: Field) -> Field:
    """The question of a row that says how many, likewise."""
    return next(field for field in rows.fields if kind_of(field).is_whole)


def step_that_takes(definition: Definition, folded: Fold) -> Step | None:
    """The step to come at which parts asked for by now are taken from the shelf."""
    if folded.turn is None or not folded.standing:
        return None
    steps = definition.steps[definition.steps.index(folded.turn) :]
    taking = (step for step in steps if step.moves and step.moves["kind"] == "issued")
    return next((step for step in taking if may_come_yet(step, folded.answers)), None)


def may_come_yet(step: Step, answers: dict) -> bool:
    """Its condition holds, or nobody can say yet."""
    asked = [*conditions.names_in(step.relevant), *conditions.alternatives_in(step.relevant)]
    open_still = any(not conditions.is_filled(answers.get(name)) for name in asked)
    return open_still or conditions.is_relevant(step.relevant, answers)


def parts_still_to_take(definition: Definition, folded: Fold, row: Record) -> dict[int, int]:
    """Part id → how many the sheet has asked for beyond what it, and those it corrects, have taken."""
    step = step_that_takes(definition, folded)
    if step is None or step.moves is None:
        return {}
    rows = definition.fields[step.moves["rows"]]
    asked = parts_in_rows(rows, folded.answers.get(rows.name))
    taken = parts_out_by_records(numbers_with_corrected(row), "issued") if asked else {}
    return {part: left for part, n in asked.items() if (left := n - taken.get(part, 0)) > 0}


def numbers_with_corrected(row: Record) -> list[str]:
    """This record's, and those of the records it corrects."""
    found, earlier = [row.number], row.supersedes
    while earlier and earlier not in found:
        found.append(earlier)
        before = records.by_number(scope.SYSTEM, earlier)
        earlier = before.row.supersedes if before else ""
    return found


def movements_of_records(numbers: list[str], kind: str) -> list[Movement]:
    return [each for number in numbers for each in stock.movements_of_record(number, kind)]


def parts_out_by_records(numbers: list[str], kind: str) -> Counter[int]:
    """Part id → how many these records moved out that have not come back."""
    left: Counter[int] = Counter()
    for each in movements_of_records(numbers, kind):
        left[each.part_id] += each.quantity
    for each in movements_of_records(numbers, "returned"):
        left[each.part_id] -= each.quantity
    return left
