"""系统连接图 of a room or a device: on the page, as SVG, as PDF."""

from flask import Blueprint, make_response, request, url_for
from markupsafe import Markup

from fieldforms.errors import DiagramTooLarge, NotFound
from fieldforms.flow.cabling.diagrams import (
    DrawnSheet,
    diagram_of_sheet,
    name_of_sheet,
    sheet_of_device,
    sheet_of_room,
)
from fieldforms.flow.cabling.signals import SYSTEMS
from fieldforms.flow.importing.import_kinds import REGISTER_KEEPERS
from fieldforms.flow.register.devices import DEVICE_KEEPERS
from fieldforms.paper import diagram_pdf
from fieldforms.paper.diagram_layout import lay_out
from fieldforms.paper.diagrams import Diagram, draw_diagram, svg_file
from fieldforms.store.models import Room
from fieldforms.web import page
from fieldforms.web.access import actor, me, signed_in
from fieldforms.web.addresses import DEVICE_READERS, DEVICE_RULE, ROOM_RULE
from fieldforms.web.cabling.drawing_asked import chosen_system, is_whole
from fieldforms.web.file_responses import name_file, pdf_file

blueprint = Blueprint("diagrams", __name__)
FILE_RULE = "diagram.<any(svg, pdf):file>"


@blueprint.get(f"{ROOM_RULE}/diagram")
@signed_in(*DEVICE_READERS)
def of_room(room_id: int):
    return diagram_page(sheet_of_room(actor(), room_id), url_for("rooms.show", room_id=room_id))


@blueprint.get(f"{DEVICE_RULE}/diagram")
@signed_in(*DEVICE_READERS)
def of_device(device_id: int):
    return diagram_page(sheet_of_device(actor(), device_id), url_for("ports.index", device_id=device_id))


@blueprint.get(f"{ROOM_RULE}/{FILE_RULE}")
@signed_in(*DEVICE_READERS)
def file_of_room(room_id: int, file: str):
    return diagram_file(sheet_of_room(actor(), room_id), file)


@blueprint.get(f"{DEVICE_RULE}/{FILE_RULE}")
@signed_in(*DEVICE_READERS)
def file_of_device(device_id: int, file: str):
    return diagram_file(sheet_of_device(actor(), device_id), file)


def diagram_page(sheet: DrawnSheet, back: str):
    system, whole = chosen_system(), is_whole()
    try:
        drawing, too_large = drawing_of_sheet(sheet, system, whole), ""
    except DiagramTooLarge as refused:
        drawing, too_large = "", page.say(refused.sentence)
    return page.show(
        "cabling/diagrams/show.html",
        sheet=sheet,
        drawing=Markup(drawing),
        too_large=too_large,
        name=name_of_sheet(system, page.lang()),
        chips=chips_of_systems(sheet, system, whole),
        whole=whole,
        other_way=own_address(system, not whole),
        files=[(each, f"{request.path}.{each}?{query_of(system, whole)}") for each in FILES],
        arrange=address_to_arrange(sheet, system, whole) if drawing else "",
        back=back,
        may_keep=me().role in DEVICE_KEEPERS,
        may_import=me().role in REGISTER_KEEPERS,
    )


def address_to_arrange(sheet: DrawnSheet, system: str, whole: bool) -> str:
    """Where the boxes of a room's drawing are moved, for who may."""
    if not sheet.is_of_room or me().role not in DEVICE_KEEPERS:
        return ""
    return url_for(
        "diagram_places.show", room_id=sheet.about.id, system=system or None, free=None if whole else 0
    )


def drawing_of_sheet(sheet: DrawnSheet, system: str, whole: bool) -> str:
    """ "" where there is nothing to draw. Raises DiagramTooLarge."""
    diagram = diagram_of_sheet(sheet, system, whole, page.lang(), address_of_box)
    return (
        draw_diagram(diagram, lay_out(diagram), name_of_sheet(system, page.lang())) if diagram.boxes else ""
    )


def address_of_box(thing) -> str:
    """A device's page; of another room its drawing, of the same system."""
    if isinstance(thing, Room):
        return url_for("diagrams.of_room", room_id=thing.id, system=chosen_system() or None)
    return url_for("devices.show", device_id=thing.id)


def chips_of_systems(sheet: DrawnSheet, system: str, whole: bool) -> list[dict]:
    """The one that is on takes itself off."""
    return [
        {
            "text": page.say(SYSTEMS[name]),
            "url": own_address("" if name == system else name, whole),
            "on": name == system,
        }
        for name in sheet.systems
    ]


def own_address(system: str, whole: bool) -> str:
    return f"{request.path}?{query_of(system, whole)}"


def query_of(system: str, whole: bool) -> str:
    return f"system={system}&free={int(whole)}"


def diagram_file(sheet: DrawnSheet, file: str):
    """Raises DiagramTooLarge, and NotFound where there is nothing to draw."""
    system = chosen_system()
    diagram = diagram_of_sheet(sheet, system, is_whole(), page.lang(), address_of_box)
    if not diagram.boxes:
        raise NotFound
    return FILES[file](sheet, diagram, name_of_sheet(system, page.lang()))


def diagram_as_printed(sheet: DrawnSheet, diagram: Diagram, title: str):
    body = diagram_pdf.diagram_as_pdf(diagram_pdf.print_diagram(diagram, lay_out(diagram), title), title)
    return pdf_file(body, sheet.about.name, title)


def diagram_as_svg(sheet: DrawnSheet, diagram: Diagram, title: str):
    response = make_response(svg_file(draw_diagram(diagram, lay_out(diagram), title)))
    response.headers["Content-Type"] = "image/svg+xml; charset=utf-8"
    return name_file(response, "svg", sheet.about.name, title)


FILES = {"svg": diagram_as_svg, "pdf": diagram_as_printed}
