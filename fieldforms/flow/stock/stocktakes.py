"""Counting what lies at a place. What differs from the books becomes a movement; what was not counted stays as it is."""

from dataclasses import dataclass

from fieldforms.errors import N_, Invalid, NotFound, StockMoved
from fieldforms.flow.form_input import NOT_IN_RANGE
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import label_codes
from fieldforms.flow.register.register_columns import MOST_COUNTED
from fieldforms.flow.stock.movements import REMEMBERED, insert_movement
from fieldforms.flow.stock.parts import PART_KEEPERS, count_from_text, part_named
from fieldforms.flow.stock.stock_places import place_by_key
from fieldforms.store import audit, clock
from fieldforms.store.database import transaction
from fieldforms.store.models import Movement, Part, StockPlace
from fieldforms.store.stock import parts, stock

NO_PART = N_("没有这个备件或标签：%(text)s")
NOT_HERE = N_("这是%(client)s自己的备件，不会在这里。")


@dataclass(frozen=True)
class CountLine:
    """A part at the place: what the books say, and what was found (`counted`: as typed, "" not counted yet)."""

    part: Part
    expected: int
    counted: str = ""

    @property
    def difference(self) -> int | None:
        found = count_from_text(self.counted)
        return None if found is None else found - self.expected


def lines_at_place(actor: Actor, wanted: str, given: dict[int, str]) -> tuple[StockPlace, list[CountLine]]:
    """What is there by the books, and what was found beside. `given`: part id → as typed. Raises NotFound."""
    actor.needs(*PART_KEEPERS)
    place = place_by_key(actor, wanted)
    known = stock.at_place(actor.viewer, place) if place.id else []
    found = [CountLine(at.part, at.quantity, given.get(at.part.id, "")) for at in known]
    beside = given.keys() - {line.part.id for line in found}
    for part_id in sorted(beside):
        part = parts.get_part(actor.viewer, part_id)
        if part and not part.retired_at and may_lie_at(part, place):
            found.append(CountLine(part, 0, given[part_id]))
    return place, found


def may_lie_at(part: Part, place: StockPlace) -> bool:
    """A client's own part lies at no other client's site."""
    return not part.client_id or place.kind != "client" or place.client_id == part.client_id


def add_one_counted(actor: Actor, wanted: str, text: str, given: dict[int, str]) -> dict[int, str]:
    """`given` with one more of the part that was scanned or named. Raises Invalid, also where what stands there cannot be
    counted on from; NotFound."""
    actor.needs(*PART_KEEPERS)
    place, part = place_by_key(actor, wanted), part_named(actor.viewer, code_or_name(text))
    if part is None:
        raise Invalid([("code", NO_PART, {"text": text[:80]})])
    if not may_lie_at(part, place):
        raise Invalid([("code", NOT_HERE, {"client": part.client.short_name})])
    refuse_non_numbers([CountLine(part, 0, given.get(part.id, ""))])
    return given | {part.id: str(min(MOST_COUNTED, (count_from_text(given.get(part.id, "")) or 0) + 1))}


def code_or_name(text: str) -> str:
    """A label's whole address is its code."""
    return label_codes.code_or_nothing(text) or text


def refuse_non_numbers(found: list[CountLine]) -> None:
    """Raises Invalid for what is typed and no number."""
    wrong = [
        (f"n-{line.part.id}", NOT_IN_RANGE, {"label": line.part.name, "min": 0, "max": MOST_COUNTED})
        for line in found
        if line.counted and count_from_text(line.counted) is None
    ]
    if wrong:
        raise Invalid(wrong)


def book_differences(
    actor: Actor, wanted: str, given: dict[int, str], expected: dict[int, int], once: str
) -> list[Movement]:
    """Book the differences, all or none; `expected` is what whoever counted was shown. Sent twice, booked once.

    Raises Invalid, NotFound, and StockMoved when the books have changed since.
    """
    place, found = lines_at_place(actor, wanted, given)
    refuse_non_numbers(found)
    with transaction():
        done = (
            stock.movements_of_request(once, "stock.count", actor.user_id, clock.now() - REMEMBERED)
            if once
            else None
        )
        if done is not None:
            return done
        place = stock.keep_place(place)
        made = [
            correct_line(actor, line, place, expected.get(line.part.id))
            for line in sorted(
                found, key=lambda line: line.part.id
            )  # in one order, or two would wait for each other
            if line.difference is not None
        ]
        booked = [movement for movement in made if movement]
        audit.record_action(
            actor.user_id,
            "stock.count",
            once,
            place=place.id,
            lines=len(made),
            movements=[row.id for row in booked],
        )
        return booked


def correct_line(actor: Actor, line: CountLine, place: StockPlace, expected: int | None) -> Movement | None:
    if parts.for_moving(line.part.id).retired_at:
        raise NotFound
    if stock.quantity(line.part, place) != expected:
        raise StockMoved
    difference = (count_from_text(line.counted) or 0) - expected
    if not difference:
        return None
    source, target = (place, None) if difference < 0 else (None, place)
    return insert_movement(actor, line.part, "counted", abs(difference), source, target)
