"""What a sheet wants from the stock: the rows of parts in its answers, and how much of them it has taken already."""

from collections import Counter

from fieldforms.flow.folding import Fold
from fieldforms.forms import answers as rules
from fieldforms.forms import conditions
from fieldforms.forms.definition import Definition, Field, Step
from fieldforms.forms.kinds import kind_of
from fieldforms.store import records, scope, stock
from fieldforms.store.models import Movement, Record


def wanted(rows: Field, given) -> dict[int, int]:
    """Part id → how many, a part once; rows that name nothing of the stock want nothing. `given`: the repeat's answer."""
    part, number = part_of_rows(rows), number_of_rows(rows)
    found: dict[int, int] = {}
    for row in rules.filled_rows(given):
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


def to_take(definition: Definition, folded: Fold) -> Step | None:
    """The step to come at which parts asked for by now are taken from the shelf."""
    if folded.turn is None or not folded.standing:
        return None
    steps = definition.steps[definition.steps.index(folded.turn) :]
    taking = (step for step in steps if step.moves and step.moves["kind"] == "issued")
    return next((step for step in taking if may_come(step, folded.answers)), None)


def may_come(step: Step, answers: dict) -> bool:
    """Its condition holds, or nobody can say yet."""
    asked = [*conditions.names(step.relevant), *conditions.alternatives(step.relevant)]
    open_still = any(not conditions.answered(answers.get(name)) for name in asked)
    return open_still or conditions.relevant(step.relevant, answers)


def still_to_take(definition: Definition, folded: Fold, row: Record) -> dict[int, int]:
    """Part id → how many the sheet has asked for beyond what it, and those it corrects, have taken."""
    step = to_take(definition, folded)
    if step is None or step.moves is None:
        return {}
    rows = definition.fields[step.moves["rows"]]
    asked = wanted(rows, folded.answers.get(rows.name))
    taken = out(numbers(row), "issued") if asked else {}
    return {part: left for part, n in asked.items() if (left := n - taken.get(part, 0)) > 0}


def numbers(row: Record) -> list[str]:
    """This record's, and those of the records it corrects."""
    found, earlier = [row.number], row.supersedes
    while earlier and earlier not in found:
        found.append(earlier)
        before = records.by_number(scope.SYSTEM, earlier)
        earlier = before.row.supersedes if before else ""
    return found


def moved(numbers: list[str], kind: str) -> list[Movement]:
    return [each for number in numbers for each in stock.of_record(number, kind)]


def out(numbers: list[str], kind: str) -> Counter[int]:
    """Part id → how many these records moved out that have not come back."""
    left: Counter[int] = Counter()
    for each in moved(numbers, kind):
        left[each.part_id] += each.quantity
    for each in moved(numbers, "returned"):
        left[each.part_id] -= each.quantity
    return left
