"""What a sealed step takes from the stock or gives back: `moves` in its form says which rows, and how."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from fieldforms.errors import NotEnough, PartOfAnother
from fieldforms.flow.completing.submissions import Completion
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import folding
from fieldforms.flow.record.part_requests import (
    movements_of_records,
    numbers_with_corrected,
    part_of_rows,
    parts_in_rows,
    parts_out_by_records,
    parts_still_to_take,
)
from fieldforms.flow.stock import movements, shortages, stock_places
from fieldforms.flow.stock.parts import is_usable_for, unit_of_part
from fieldforms.forms import conditions
from fieldforms.forms.answers import filled_rows
from fieldforms.forms.definition import Definition, Field, Step
from fieldforms.forms.kinds import KINDS, kind_of
from fieldforms.store import scope
from fieldforms.store.models import Device, Entry, Movement, Part, Record, StockPlace, User
from fieldforms.store.people import accounts
from fieldforms.store.record import records
from fieldforms.store.register import devices
from fieldforms.store.stock import parts, reservations, stock


def book_movements(actor: Actor, completion: Completion) -> None:
    """Book the movements of the step just sealed. Call inside its transaction. Raises NotEnough.

    A step filled again and a sheet that corrects another move the difference to what was moved before.
    """
    step, entry = completion.step, completion.entry
    refuse_what_is_not_there(completion)
    mover = person_at_stock(actor, completion.seen.row) if step.moves else None
    if step.moves and mover and entry.outcome == folding.DONE:
        moves = StepMoves(actor, mover, completion.seen, step, entry)
        shortages.say_anew(actor, moves.numbers, step.moves["kind"], entry.number)
        MOVES[step.moves["kind"]](moves)


def refuse_what_is_not_there(completion: Completion) -> None:
    """Nobody decides to hand out what the shelf has not, or has for sheets that asked before. Raises NotEnough."""
    decides = any(
        field.means == "decision" for field in completion.seen.definition.fields_of(completion.step)
    )
    turn = completion.fold.turn
    if not decides or completion.entry.outcome != folding.DONE:
        return
    if turn is None or not turn.moves or turn.moves["kind"] != "issued":
        return
    for each in stock_outlook(completion.seen):
        if not each.is_enough:
            shelf = stock.place_row("company")
            raise NotEnough(
                place=stock_places.place_names_by_language(shelf),
                n=max(0, each.shelf - each.others),
                unit=unit_of_part(each.part),
                part=each.part.name,
                wanted=each.wanted,
            )


def person_at_stock(actor: Actor, row: Record) -> User | None:
    """Into whose bag, or out of it: of who completes the step; where a client's signature does, of who did the work."""
    person = actor.user_id or row.technician_id or row.opened_by_id
    return actor.user or (accounts.by_id(person) if person else None)


@dataclass(frozen=True)
class StepMoves:
    """The step that moves something, by whom; `mover`: whose bag it is about."""

    actor: Actor
    mover: User
    seen: records.Seen
    step: Step
    entry: Entry

    @property
    def bag(self) -> StockPlace:
        return stock.place_row("person", user=self.mover)

    @cached_property
    def numbers(self) -> list[str]:
        return numbers_with_corrected(self.seen.row)

    @cached_property
    def fold(self) -> folding.Fold:
        return folding.fold_entries(self.seen.definition, self.seen.entries)

    def does_when_hold(self, step: Step) -> bool:
        """Does what the sheet says fulfil the step's `when`?"""
        return conditions.is_relevant((step.moves or {}).get("when"), self.fold.answers)

    @property
    def is_set_aside(self) -> bool:
        """Does the sheet say that what came back is not to be lent again?"""
        aside = (self.step.moves or {}).get("aside")
        return bool(aside) and conditions.holds(aside, self.fold.answers)

    @property
    def parts_asked(self) -> Counter[Part]:
        """What the sheet is to have out of the stock in the end, in the way of this step: nothing by steps whose `when`
        does not hold. Another step may have taken some in the same way: that one stays out, too."""
        kind = (self.step.moves or {})["kind"]
        alike = [
            step
            for step in self.seen.definition.steps
            if step.moves and step.moves["kind"] == kind and step.name in self.fold.standing
        ]
        found: Counter[Part] = Counter()
        for step in alike:
            found.update(dict(parts_asked_by_step(self.seen, step)) if self.does_when_hold(step) else {})
        return found

    def movements_of_kind(self, kind: str) -> list[Movement]:
        return movements_of_records(self.numbers, kind)

    def parts_out(self, kind: str) -> dict[int, int]:
        return parts_out_by_records(self.numbers, kind)

    def book_movement(
        self,
        part: Part,
        kind: str,
        quantity: int,
        source: StockPlace | None,
        target: StockPlace | None,
        **rest,
    ) -> None:
        movements.book_movement_of_record(
            self.actor,
            self.seen.row.number,
            part,
            kind,
            quantity,
            source,
            target,
            once=f"{self.entry.draft}:{source.id if source else ''}",  # from two places: two movements
            **rest,
        )

    def note_shortage(self, part: Part, kind: str, quantity: int) -> None:
        """The books do not agree: the dispatcher is told, the sheet is not lost."""
        shortages.note_shortage(self.actor, self.seen.row.number, part, kind, quantity)


def issue_parts(done: StepMoves) -> None:
    """From the shelf into the bag of who takes it. What is not there cannot be taken."""
    out, asked = done.parts_out("issued"), done.parts_asked
    for part in sorted_by_id({*asked, *parts_of_ids(out)}):
        more = asked.get(part, 0) - out.get(part.id, 0)
        if more > 0:
            refuse_anothers(part, done.seen.row)
            shelf = next(
                (each for each in shelves_for_part(part) if lies_enough(part, each, more)),
                shelves_for_part(part)[-1],
            )
            done.book_movement(part, "issued", more, shelf, done.bag, due_on=done.seen.row.due_on)
        elif more < 0:
            give_part_back(done, part, -more)


def refuse_anothers(part: Part, row: Record) -> None:
    """A sheet that asked for it before this was refused. Raises PartOfAnother."""
    if not is_usable_for(part, row.client_id):
        raise PartOfAnother(part=part.name, client=part.client.short_name)


def give_parts_back(done: StepMoves) -> None:
    """What this record issued goes back to where it came from; what `when` does not hold for is gone; what `aside` holds
    for stays with who had it back: nobody is to be lent it before somebody has put it on the shelf."""
    kept, aside = done.does_when_hold(done.step), done.is_set_aside
    out = done.parts_out("issued")
    for part in sorted_by_id(parts_of_ids(out)):
        if out[part.id] > 0:
            back = done.bag if aside else None
            give_part_back(done, part, out[part.id], "returned" if kept else "scrapped", back)


def give_part_back(
    done: StepMoves, part: Part, quantity: int, kind: str = "returned", back: StockPlace | None = None
) -> None:
    """As many as still lie where they were taken to: somebody may have brought some back without the sheet. `back`: where
    to, if not to where it came from."""
    taken = next(each for each in reversed(done.movements_of_kind("issued")) if each.part_id == part.id)
    there = min(quantity, stock.quantity(part, taken.target))
    back = back if back and back.id != taken.target_id else taken.source
    if there:
        done.book_movement(part, kind, there, taken.target, back if kind == "returned" else None)
    missing = min(quantity - there, stock.left_otherwise(taken, done.numbers))
    if missing:
        done.note_shortage(part, "returned", missing)


def fit_parts(done: StepMoves) -> None:
    """Out of the bag of who fitted it, else from the shelf, into the device. A repair is told even where the stock does
    not agree."""
    into = device_of_record(done.seen)
    out, asked = done.parts_out("fitted"), done.parts_asked
    for part in sorted_by_id({*asked, *parts_of_ids(out)}):
        more = asked.get(part, 0) - out.get(part.id, 0)
        if more < 0:
            done.book_movement(part, "returned", -more, None, done.bag)
        elif more > 0:
            fit_part(done, part, more, into)


def fit_part(done: StepMoves, part: Part, quantity: int, into: Device | None) -> None:
    """From one place where that has enough, else from each as many as lie there; what is missing then is told."""
    usable = is_usable_for(part, done.seen.row.client_id)
    places = [done.bag, *shelves_for_part(part)] if usable else []
    whole = [place for place in places if lies_enough(part, place, quantity)]
    for place in whole[:1] or places:
        there = min(quantity, stock.quantity(part, place)) if place.id is not None else 0
        if there:
            done.book_movement(part, "fitted", there, place, None, device=into)
            quantity -= there
    if quantity:
        done.note_shortage(part, "fitted", quantity)


def shelves_for_part(part: Part) -> list[StockPlace]:
    """The company's store; for a client's own part that client's site, too."""
    site = [stock.place_row("client", client=part.client)] if part.client_id else []
    return [stock.place_row("company"), *site]


def lies_enough(part: Part, place: StockPlace, quantity: int) -> bool:
    return place.id is not None and stock.quantity(part, place) >= quantity


def sorted_by_id(found) -> list[Part]:
    """In one order everywhere: two sheets that move the same parts must not wait for each other."""
    return sorted(found, key=lambda part: part.id)


def parts_of_ids(out: dict[int, int]) -> set[Part]:
    return {part for id in out if (part := parts.get_part(scope.SYSTEM, id))}


def device_of_record(seen: records.Seen) -> Device | None:
    found = (devices.get_device(scope.SYSTEM, id) for (id,) in sorted(records.device_ids_of(seen.row.id)))
    return next((each for each in found if each and each.client_id == seen.row.client_id), None)


def parts_asked_by_step(seen: records.Seen, step: Step) -> Iterator[tuple[Part, int]]:
    """(part, how many) of the rows, a part once; rows that name nothing of the stock move nothing."""
    rows = seen.definition.fields[(step.moves or {})["rows"]]
    for known, quantity in parts_in_rows(rows, last_sealed_answer(seen, rows)).items():
        found = parts.get_part(scope.SYSTEM, known)
        if found:
            yield found, quantity


@dataclass(frozen=True)
class UsedPart:
    """A part that a sheet says was used. `known`: its id in the stock, 0 for none; `quantity`: 0 where none is said.

    `step`: the one that fitted it, or else says so.
    """

    field: Field
    value: object
    known: int = 0
    quantity: int = 0
    step: str = ""

    def in_words(self, lang: str) -> str:
        return KINDS[self.field.type].text(self.value, self.field, lang)


def used_parts(definition: Definition, folded: folding.Fold) -> Iterator[UsedPart]:
    """What stands as used: not what was asked for or handed out, and nothing before its step is sealed."""
    for field in definition.meanings.get("parts", ()):
        moving = {
            step.name: step.moves
            for step in definition.steps
            if step.moves and step.moves["rows"] == field.name
        }
        fits = [
            name for name, moves in moving.items() if moves["kind"] == "fitted" and name in folded.standing
        ]
        given = folded.answers.get(field.name)
        if (fits or not moving) and conditions.is_filled(given):
            step = next(iter(fits), step_of_field(definition, field))
            yield from (replace(part, step=step) for part in used_in_field(field, given))


def step_of_field(definition: Definition, field: Field) -> str:
    return next(step.name for step in definition.steps if field in definition.fields_of(step))


def used_in_field(field: Field, given) -> Iterator[UsedPart]:
    """A repeat of parts row by row, anything else as it is worded."""
    if not any(kind_of(each).refers == "part" for each in field.fields):
        yield UsedPart(field, given)
        return
    part = part_of_rows(field)
    number = next((each for each in field.fields if kind_of(each).is_whole), None)
    for row in filled_rows(given):
        if conditions.is_filled(row.get(part.name)):
            many = row.get(number.name) if number else None
            yield UsedPart(
                part, row[part.name], row[part.name].get("id") or 0, many if isinstance(many, int) else 0
            )


def parts_fitted_by_record(row: Record) -> Counter[int]:
    """Part id → how many the record, and those it corrects, fitted by the stock's movements."""
    return parts_out_by_records(numbers_with_corrected(row), "fitted")


@dataclass(frozen=True)
class StockOutlook:
    """Before a part is handed out: how many this sheet asks for, lie on the shelf, and sheets asked for before."""

    part: Part
    wanted: int
    shelf: int
    others: int

    @property
    def is_enough(self) -> bool:
        return self.wanted <= self.shelf - self.others


def stock_outlook(seen: records.Seen) -> list[StockOutlook]:
    """Of the parts that the record is to take from the shelf; [] when it takes none, or has taken them."""
    asked = parts_still_to_take(
        seen.definition, folding.fold_entries(seen.definition, seen.entries), seen.row
    )
    found = [part for id in asked if (part := parts.get_part(scope.SYSTEM, id))]
    shelf, others = parts.shelf_by_part(found), reservations.reserved_by_part(found, before=seen.row)
    return [StockOutlook(part, asked[part.id], shelf[part.id], others.get(part.id, 0)) for part in found]


def last_sealed_answer(seen: records.Seen, field: Field):
    given = [entry.answers[field.name] for entry in seen.entries if entry.answers.get(field.name) is not None]
    return given[-1] if given else None


MOVES = {"issued": issue_parts, "returned": give_parts_back, "fitted": fit_parts}
