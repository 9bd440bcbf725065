"""Boxes of a room's diagram put elsewhere by hand: they stay there whatever is wired later, and a new device still finds a place
by itself (field-data.md §2).
"""

from dataclasses import dataclass, replace
from typing import ClassVar

from fieldforms.errors import N_, NotFound
from fieldforms.flow import form_changes
from fieldforms.flow.cabling.diagrams import DrawnSheet, sheet_of_room
from fieldforms.flow.form_changes import Shown
from fieldforms.flow.form_input import TextInput, read_input
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register.devices import DEVICE_KEEPERS
from fieldforms.forms.kinds.kind import InputMistake
from fieldforms.i18n import gettext
from fieldforms.paper.diagrams import (
    Diagram,
    DiagramLayout,
    read_place,
    words_of_place,
)
from fieldforms.store import audit
from fieldforms.store.cabling import diagram_places
from fieldforms.store.database import row_for_writing, transaction

SHORT_WAY = 40  # px, where no box is passed


@dataclass(frozen=True)
class PlaceInput(TextInput):
    """Column and height of a box; nothing: wherever it finds a place by itself."""

    input: ClassVar[str] = "text"

    def mistake(self, text: str) -> InputMistake | None:
        return None if not text or read_place(text) else (N_("看不懂要放到哪里，请再移一次。"), {})

    def text_in_words(self, text: str, lang: str) -> str:
        """第 2 列，离顶 140"""
        column, height = read_place(text) or (0, 0)
        said = gettext(N_("第 %(n)s 列，离顶 %(m)s"), lang, n=column + 1, m=round(height))
        return said if text else gettext(N_("系统安排"), lang)


MOVE_INPUTS = {"place": PlaceInput(N_("位置"), 20)}


def sheet_to_arrange(actor: Actor, room_id: int) -> DrawnSheet:
    """Raises NotFound, NotAllowed, ConfidentialCabling."""
    actor.needs(*DEVICE_KEEPERS)
    return sheet_of_room(actor, room_id)


def move_box(
    actor: Actor, room_id: int, system: str, device_id: int, place: str, shown: Shown = None
) -> None:
    """`place`: as paper/diagrams.words_of_place, "" for back. Raises NotFound, NotAllowed, Invalid, ChangedMeanwhile."""
    sheet = sheet_to_arrange(actor, room_id)
    if device_id not in {port.device_id for port in sheet.wiring.ports.values()}:
        raise NotFound
    values = read_input(MOVE_INPUTS, {"place": place})
    with transaction():
        row_for_writing(sheet.about)
        now = {"place": place_on_drawing(room_id, system, device_id)}
        about = "diagram.move", f"{room_id}-{system}-{device_id}"
        changed = form_changes.changes_of_form(MOVE_INPUTS, now, values, shown, about)
        if changed:
            diagram_places.put_box(room_id, system, device_id, values["place"], actor.user_id)
            audit.record_action(actor.user_id, *about, **changed)


def place_on_drawing(room_id: int, system: str, device_id: int) -> str:
    return diagram_places.places_by_device(room_id, system).get(device_id, "")


def put_all_back(actor: Actor, room_id: int, system: str) -> int:
    """All boxes find their places by themselves again; how many had been moved. Raises NotFound, NotAllowed."""
    sheet = sheet_to_arrange(actor, room_id)
    with transaction():
        row_for_writing(sheet.about)
        gone = diagram_places.forget_places(room_id, system)
        if gone:
            audit.record_action(actor.user_id, "diagram.put_back", str(room_id), system=system, count=gone)
    return gone


def with_chosen(diagram: Diagram, device_id: int | None) -> Diagram:
    """The box that is being moved looks otherwise."""
    return replace(
        diagram, boxes=tuple(replace(box, chosen=box.id == str(device_id)) for box in diagram.boxes)
    )


def steps_of_box(layout: DiagramLayout, device_id: int | None) -> dict[str, str]:
    """up, down, left, right → the place that a step leads to: past the next box, or a little way; {} where there is no such box."""
    at = next((each for each in layout.placed if each.box.id == str(device_id)), None)
    if at is None:
        return {}
    column = [each for each in layout.placed if each.column == at.column and each != at]
    above = max((each.y for each in column if each.y < at.y), default=at.y - SHORT_WAY + 1)
    below = min((each.y for each in column if each.y > at.y), default=at.y + SHORT_WAY - 1)
    return {
        "up": words_of_place(at.column, above - 1),
        "down": words_of_place(at.column, below + 1),
        "left": words_of_place(at.column - 1, at.y),
        "right": words_of_place(at.column + 1, at.y),
    }
