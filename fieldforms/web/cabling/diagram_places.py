"""Boxes of a room's diagram, moved by hand: a tap chooses one and buttons move it; at a desk it is dragged."""

from flask import Blueprint, flash, redirect, request, url_for
from markupsafe import Markup

from fieldforms.errors import N_, ChangedMeanwhile, Invalid, NotFound, Problem
from fieldforms.flow.cabling.diagram_moves import (
    move_box,
    place_on_drawing,
    put_all_back,
    sheet_to_arrange,
    steps_of_box,
    with_chosen,
)
from fieldforms.flow.cabling.diagrams import diagram_of_sheet, name_of_sheet
from fieldforms.flow.register.devices import DEVICE_KEEPERS
from fieldforms.paper.diagram_layout import lay_out
from fieldforms.paper.diagrams import draw_diagram
from fieldforms.store.models import Room
from fieldforms.web import inputs, page, versions
from fieldforms.web.access import actor, signed_in
from fieldforms.web.addresses import ROOM_RULE
from fieldforms.web.cabling.drawing_asked import chosen_system, is_whole

blueprint = Blueprint("diagram_places", __name__)
MOVE_LABELS = {"left": N_("← 往左"), "up": N_("↑ 往上"), "down": N_("↓ 往下"), "right": N_("→ 往右")}


@blueprint.get(f"{ROOM_RULE}/diagram/places")
@signed_in(*DEVICE_KEEPERS)
def show(room_id: int):
    return arranging_page(room_id)


@blueprint.post(f"{ROOM_RULE}/diagram/places")
@signed_in(*DEVICE_KEEPERS)
def move(room_id: int):
    box, place = chosen_box(), request.form.get("place", "?")  # a form without one puts nothing back
    try:
        move_box(actor(), room_id, chosen_system(), box or 0, place, versions.shown_texts())
    except (Invalid, ChangedMeanwhile) as refused:
        return arranging_page(room_id, refused)
    return redirect(address_of_moving(room_id, box), 303)


@blueprint.post(f"{ROOM_RULE}/diagram/places/reset")
@signed_in(*DEVICE_KEEPERS)
def reset(room_id: int):
    """All of this drawing."""
    back = put_all_back(actor(), room_id, chosen_system())
    flash(page.say(N_("%(n)s 台设备的位置又由系统安排了。"), n=back), "success")
    return redirect(address_of_moving(room_id), 303)


def chosen_box() -> int | None:
    return request.values.get("box", type=inputs.whole_number)


def address_of_moving(room_id: int, box: int | None = None) -> str:
    return url_for(
        "diagram_places.show",
        room_id=room_id,
        system=chosen_system() or None,
        free=None if is_whole() else 0,
        box=box,
        _anchor=f"box-{box}" if box else None,
    )


def arranging_page(room_id: int, refused: Problem | None = None):
    """Raises DiagramTooLarge, and NotFound where nothing is drawn."""
    sheet, system, box = sheet_to_arrange(actor(), room_id), chosen_system(), chosen_box()
    diagram = diagram_of_sheet(
        sheet, system, is_whole(), page.lang(), lambda thing: address_to_choose(room_id, thing)
    )
    if not diagram.boxes:
        raise NotFound
    layout = lay_out(diagram := with_chosen(diagram, box))
    name = name_of_sheet(system, page.lang())
    chosen = next((each for each in diagram.boxes if each.chosen), None)
    return inputs.versioned_page(
        "cabling/diagram_places/show.html",
        {"place": place_on_drawing(room_id, system, box or 0)},
        refused,
        sheet=sheet,
        name=name,
        system=system,
        whole=is_whole(),
        box=box,
        place=request.form.get("place", ""),
        chosen=chosen,
        steps=[(MOVE_LABELS[way], place) for way, place in in_order(steps_of_box(layout, box))],
        moved={each.id: each.place for each in diagram.boxes if each.place},
        columns=layout.columns,
        drawing=Markup(draw_diagram(diagram, layout, name)),
        back=url_for("diagrams.of_room", room_id=room_id, system=system or None, free=int(is_whole())),
    )


def in_order(steps: dict[str, str]) -> list[tuple[str, str]]:
    return [(way, steps[way]) for way in MOVE_LABELS if way in steps]


def address_to_choose(room_id: int, thing) -> str:
    return "" if isinstance(thing, Room) else address_of_moving(room_id, thing.id)
