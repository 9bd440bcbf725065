"""What a sealed step takes from the stock or gives back: `moves` in its form says which rows, and how."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from fieldforms.flow import folding
from fieldforms.flow import stock as movements
from fieldforms.flow.actors import Actor
from fieldforms.flow.completions import Completion
from fieldforms.flow.wanted import moved, numbers, out, part_of_rows, still_to_take, wanted
from fieldforms.forms import conditions
from fieldforms.forms.answers import filled_rows
from fieldforms.forms.definition import Definition, Field, Step
from fieldforms.forms.kinds import KINDS, kind_of
from fieldforms.store import audit, devices, parts, records, reservations, scope, stock
from fieldforms.store.models import Device, Entry, Movement, Part, Place, Record


def book_movements(actor: Actor, completion: Completion) -> None:
    """Book the movements of the step just sealed. Call inside its transaction. Raises NotEnough.

    A step filled again and a sheet that corrects another move the difference to what was moved before.
    """
    step, entry = completion.step, completion.entry
    if step.moves and actor.user is not None and entry.outcome == folding.DONE:
        MOVES[step.moves["kind"]](Moving(actor, completion.seen, step, entry))


@dataclass(frozen=True)
class Moving:
    """The step that moves something, by whom."""

    actor: Actor
    seen: records.Seen
    step: Step
    entry: Entry

    @property
    def bag(self) -> Place:
        return stock.place("person", user=self.actor.user)

    @cached_property
    def numbers(self) -> list[str]:
        return numbers(self.seen.row)

    @property
    def when(self) -> bool:
        """Does what the sheet says fulfil the step's `when`?"""
        answers = folding.fold(self.seen.definition, self.seen.entries).answers
        return conditions.relevant((self.step.moves or {}).get("when"), answers)

    @property
    def asked(self) -> dict[Part, int]:
        """What the step is to have out of the stock in the end: nothing where its `when` does not hold."""
        return dict(lines(self.seen, self.step)) if self.when else {}

    def moved(self, kind: str) -> list[Movement]:
        return moved(self.numbers, kind)

    def out(self, kind: str) -> dict[int, int]:
        return out(self.numbers, kind)

    def move(
        self, part: Part, kind: str, quantity: int, source: Place | None, target: Place | None, **rest
    ) -> None:
        movements.moved_by_record(
            self.actor,
            self.seen.row.number,
            part,
            kind,
            quantity,
            source,
            target,
            once=self.entry.draft,
            **rest,
        )

    def short(self, part: Part, quantity: int) -> None:
        """The stock does not agree: the difference shows at the next count, the sheet is not lost."""
        audit.record(self.actor.user_id, "stock.short", self.seen.row.number, part=part.id, quantity=quantity)


def issue(done: Moving) -> None:
    """From the shelf into the bag of who takes it. What is not there cannot be taken."""
    out, asked = done.out("issued"), done.asked
    for part in by_id({*asked, *named(out)}):
        more = asked.get(part, 0) - out.get(part.id, 0)
        if more > 0:
            shelf = next((each for each in shelves(part) if has(part, each, more)), shelves(part)[-1])
            done.move(part, "issued", more, shelf, done.bag, due_on=done.seen.row.due_on)
        elif more < 0:
            back(done, part, -more)


def give_back(done: Moving) -> None:
    """What this record issued goes back to where it came from; what `when` does not hold for is gone."""
    kept, out = done.when, done.out("issued")
    for part in by_id(named(out)):
        if out[part.id] > 0:
            back(done, part, out[part.id], "returned" if kept else "scrapped")


def back(done: Moving, part: Part, quantity: int, kind: str = "returned") -> None:
    """As many as still lie where they were taken to: somebody may have brought some back without the sheet."""
    taken = next(each for each in reversed(done.moved("issued")) if each.part_id == part.id)
    there = min(quantity, stock.quantity(part, taken.target))
    if there:
        done.move(part, kind, there, taken.target, taken.source if kind == "returned" else None)
    if there < quantity:
        done.short(part, quantity - there)


def fit(done: Moving) -> None:
    """Out of the bag of who fitted it, else from the shelf, into the device. A repair is told even where the stock does
    not agree. A client's own part goes into that client's devices only."""
    into = device_of(done.seen)
    out, asked = done.out("fitted"), done.asked
    for part in by_id({*asked, *named(out)}):
        more = asked.get(part, 0) - out.get(part.id, 0)
        if more < 0:
            done.move(part, "returned", -more, None, done.bag)
        elif more > 0:
            ours = part.client_id in (None, done.seen.row.client_id)
            places = [each for each in (done.bag, *shelves(part)) if ours and has(part, each, more)]
            if places:
                done.move(part, "fitted", more, places[0], None, device=into)
            else:
                done.short(part, more)


def shelves(part: Part) -> list[Place]:
    """The company's store; for a client's own part that client's site, too."""
    site = [stock.place("client", client=part.client)] if part.client_id else []
    return [stock.place("company"), *site]


def has(part: Part, place: Place, quantity: int) -> bool:
    return place.id is not None and stock.quantity(part, place) >= quantity


def by_id(found) -> list[Part]:
    """In one order everywhere: two sheets that move the same parts must not wait for each other."""
    return sorted(found, key=lambda part: part.id)


def named(out: dict[int, int]) -> set[Part]:
    return {part for id in out if (part := parts.get(scope.SYSTEM, id))}


def device_of(seen: records.Seen) -> Device | None:
    found = (devices.get(scope.SYSTEM, id) for (id,) in sorted(records.devices_of(seen.row.id)))
    return next((each for each in found if each and each.client_id == seen.row.client_id), None)


def lines(seen: records.Seen, step: Step) -> Iterator[tuple[Part, int]]:
    """(part, how many) of the rows, a part once; rows that name nothing of the stock move nothing."""
    rows = seen.definition.fields[(step.moves or {})["rows"]]
    for known, quantity in wanted(rows, said(seen, rows)).items():
        found = parts.get(scope.SYSTEM, known)
        if found:
            yield found, quantity


@dataclass(frozen=True)
class Used:
    """A part that a sheet says was used. `known`: its id in the stock, 0 for none; `quantity`: 0 where none is said."""

    field: Field
    value: object
    known: int = 0
    quantity: int = 0

    def words(self, lang: str) -> str:
        return KINDS[self.field.type].text(self.value, self.field, lang)


def used(definition: Definition, folded: folding.Fold) -> Iterator[Used]:
    """What stands as used: not what was asked for or handed out, and nothing before its step is sealed."""
    for field in definition.meanings.get("parts", ()):
        moving = {
            step.name: step.moves
            for step in definition.steps
            if step.moves and step.moves["rows"] == field.name
        }
        fits = any(moves["kind"] == "fitted" and name in folded.standing for name, moves in moving.items())
        given = folded.answers.get(field.name)
        if (fits or not moving) and conditions.answered(given):
            yield from used_of(field, given)


def used_of(field: Field, given) -> Iterator[Used]:
    """A repeat of parts row by row, anything else as it is worded."""
    if not any(kind_of(each).refers == "part" for each in field.fields):
        yield Used(field, given)
        return
    part = part_of_rows(field)
    number = next((each for each in field.fields if kind_of(each).is_whole), None)
    for row in filled_rows(given):
        if conditions.answered(row.get(part.name)):
            many = row.get(number.name) if number else None
            yield Used(
                part, row[part.name], row[part.name].get("id") or 0, many if isinstance(many, int) else 0
            )


def fitted(row: Record) -> Counter[int]:
    """Part id → how many the record, and those it corrects, fitted by the stock's movements."""
    return out(numbers(row), "fitted")


@dataclass(frozen=True)
class Outlook:
    """Before a part is handed out: how many this sheet asks for, lie on the shelf, and sheets asked for before."""

    part: Part
    wanted: int
    shelf: int
    others: int

    @property
    def enough(self) -> bool:
        return self.wanted <= self.shelf - self.others


def outlook(seen: records.Seen) -> list[Outlook]:
    """Of the parts that the record is to take from the shelf; [] when it takes none, or has taken them."""
    asked = still_to_take(seen.definition, folding.fold(seen.definition, seen.entries), seen.row)
    found = [part for id in asked if (part := parts.get(scope.SYSTEM, id))]
    shelf, others = parts.shelf_of(found), reservations.of(found, before=seen.row)
    return [Outlook(part, asked[part.id], shelf[part.id], others.get(part.id, 0)) for part in found]


def said(seen: records.Seen, field: Field):
    given = [entry.answers[field.name] for entry in seen.entries if entry.answers.get(field.name) is not None]
    return given[-1] if given else None


MOVES = {"issued": issue, "returned": give_back, "fitted": fit}
