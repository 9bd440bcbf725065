"""What a sealed step takes from the stock or gives back: `moves` in its form says which rows, and how."""

from collections.abc import Iterator

from fieldforms.errors import NotEnough
from fieldforms.flow import stock as movements
from fieldforms.flow.actors import Actor
from fieldforms.forms import answers as rules
from fieldforms.forms.definition import Field, Step
from fieldforms.store import audit, devices, parts, records, scope, stock
from fieldforms.store.models import Entry, Movement, Part, Place


def after(actor: Actor, seen: records.Seen, entry: Entry) -> None:
    """Book the movements of the step just sealed. Call inside its transaction. Raises NotEnough."""
    step = seen.definition.step(entry.step)
    if step.moves and actor.user is not None:
        MOVES[step.moves["kind"]](actor, seen, step, entry)


def issue(actor: Actor, seen: records.Seen, step: Step, entry: Entry) -> None:
    """From the company's store into the bag of who takes it. What is not there cannot be taken."""
    shelf, bag = stock.place("company"), stock.place("person", user=actor.user)
    for part, quantity in lines(seen, step):
        movements.moved_by_record(
            actor,
            seen.row.number,
            part,
            "issued",
            quantity,
            shelf,
            bag,
            due_on=seen.row.due_on,
            once=entry.draft,
        )


def give_back(actor: Actor, seen: records.Seen, step: Step, entry: Entry) -> None:
    """What this record issued goes back to where it came from."""
    for moved in stock.of_record(seen.row.number, "issued"):
        movements.moved_by_record(
            actor,
            seen.row.number,
            moved.part,
            "returned",
            moved.quantity,
            moved.target,
            moved.source,
            once=entry.draft,
        )


def fit(actor: Actor, seen: records.Seen, step: Step, entry: Entry) -> None:
    """Out of the bag of who fitted it, else the company's store, into the device. A repair is told even where the stock
    does not agree: the difference shows at the next count, the sheet is not lost."""
    device = next((id for (id,) in records.devices_of(seen.row.id)), None)
    into = devices.get(scope.SYSTEM, device) if device else None
    for part, quantity in lines(seen, step):
        if not any(fitted_from(actor, seen, part, quantity, place, into, entry) for place in places(actor)):
            audit.record(actor.user_id, "stock.short", seen.row.number, part=part.id, quantity=quantity)


def places(actor: Actor) -> list[Place]:
    return [stock.place("person", user=actor.user), stock.place("company")]


def fitted_from(actor, seen, part, quantity, place, into, entry) -> Movement | None:
    if place.id is None or stock.quantity(part, place) < quantity:
        return None
    try:
        return movements.moved_by_record(
            actor, seen.row.number, part, "fitted", quantity, place, None, device=into, once=entry.draft
        )
    except NotEnough:
        return None


def lines(seen: records.Seen, step: Step) -> Iterator[tuple[Part, int]]:
    """(part, how many) of the rows, a part once; rows that name nothing of the stock move nothing."""
    rows = seen.definition.fields[(step.moves or {})["rows"]]
    part, number = child(rows, "part"), child(rows, "integer")
    wanted: dict[int, int] = {}
    for row in rules.filled_rows(said(seen, rows)):
        known = (row.get(part.name) or {}).get("id")
        if known and isinstance(row.get(number.name), int):
            wanted[known] = wanted.get(known, 0) + row[number.name]
    for known, quantity in wanted.items():
        found = parts.get(scope.SYSTEM, known)
        if found and quantity > 0:
            yield found, quantity


def said(seen: records.Seen, field: Field):
    given = [entry.answers[field.name] for entry in seen.entries if entry.answers.get(field.name) is not None]
    return given[-1] if given else None


def child(rows: Field, kind: str) -> Field:
    return next(field for field in rows.fields if field.type == kind)


MOVES = {"issued": issue, "returned": give_back, "fitted": fit}
