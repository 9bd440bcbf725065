"""Rows of parts in an answer: which of the stock they name, and how many."""

from fieldforms.flow.folding import Fold
from fieldforms.forms import answers as rules
from fieldforms.forms.definition import Definition, Field, Step


def wanted(rows: Field, given) -> dict[int, int]:
    """Part id → how many, a part once; rows that name nothing of the stock want nothing. `given`: the repeat's answer."""
    part, number = child(rows, "part"), child(rows, "integer")
    found: dict[int, int] = {}
    for row in rules.filled_rows(given):
        known, many = (row.get(part.name) or {}).get("id"), row.get(number.name)
        if known and isinstance(many, int) and many > 0:
            found[known] = found.get(known, 0) + many
    return found


def child(rows: Field, kind: str) -> Field:
    return next(field for field in rows.fields if field.type == kind)


def to_take(definition: Definition, folded: Fold) -> Step | None:
    """The step to come at which parts asked for by now are taken from the shelf."""
    if folded.turn is None or not folded.standing:
        return None
    steps = definition.steps[definition.steps.index(folded.turn) :]
    return next((step for step in steps if step.moves and step.moves["kind"] == "issued"), None)


def reserved(definition: Definition, folded: Fold) -> dict[int, int]:
    """Part id → how many of it the sheet has asked for and nobody has taken yet."""
    step = to_take(definition, folded)
    if step is None or step.moves is None:
        return {}
    rows = definition.fields[step.moves["rows"]]
    return wanted(rows, folded.answers.get(rows.name))
