"""The life of a device on one page: all that happened to it, newest first, by kind and page by page."""

from flask import Blueprint, request, url_for

from fieldforms.errors import NotFound
from fieldforms.flow.register import register_columns
from fieldforms.flow.register.devices import device_reached
from fieldforms.flow.reporting.device_lives import (
    KINDS_OF_THE_SENT,
    LIFE_KINDS,
    LifeLine,
    page_of_life,
)
from fieldforms.flow.stock.movements import MOVEMENT_LABELS
from fieldforms.paper.labels import group_code
from fieldforms.store import clock
from fieldforms.store.register import clients
from fieldforms.web import inputs, page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.addresses import DEVICE_RULE
from fieldforms.web.register.device_pages import address_of_device, badge_of_record, label_of_record

blueprint = Blueprint("device_lives", __name__)


@blueprint.get(f"{DEVICE_RULE}/life")
@signed_in()
def index(device_id: int):
    device = device_reached(actor(), device_id)
    if device is None:
        raise NotFound
    kinds = kinds_for_reader(device)
    kind = request.args.get("kind", "")
    chosen = kind if kind in kinds else ""
    before = request.args.get("before", clock.END_MS, inputs.utc_number)
    found = page_of_life(actor(), device, [chosen] if chosen else kinds, page.lang(), before)
    return page.show(
        "reporting/device_lives/index.html",
        device=device,
        lines=[(line, words_of_line(line)) for line in found.lines],
        following=address_of_life(device, chosen, found.following) if found.following else "",
        first="" if before == clock.END_MS else address_of_life(device, chosen),
        chips=chips_of_kinds(device, kinds, chosen),
        states=register_columns.DEVICE_STATES,
        movements=MOVEMENT_LABELS,
        group_code=group_code,
        back=address_of_device(device),
    )


def kinds_for_reader(device) -> list[str]:
    """Who was sent sees what a repair needs; the client's other business is none of theirs."""
    serves = clients.get_client(actor().viewer, device.client_id) is not None
    return [kind for kind in LIFE_KINDS if serves or kind in KINDS_OF_THE_SENT]


def words_of_line(line: LifeLine) -> tuple:
    """Of a sheet, what lists say of it: (label of its form, words of its badge, tone)."""
    return (label_of_record(line.row), *badge_of_record(line.row)) if line.kind == "sheets" else ()


def chips_of_kinds(device, kinds: list[str], chosen: str) -> list[dict]:
    """The one that is on takes itself off."""
    return [
        {
            "text": page.say(LIFE_KINDS[kind]),
            "url": address_of_life(device, "" if kind == chosen else kind),
            "on": kind == chosen,
        }
        for kind in kinds
    ]


def address_of_life(device, kind: str, before: int | None = None) -> str:
    return url_for("device_lives.index", device_id=device.id, kind=kind or None, before=before)
