"""Who has a free port: signal, direction, category, client, room."""

from flask import Blueprint, request

from fieldforms.errors import N_, NotFound
from fieldforms.flow.cabling.free_ports import find_devices_with_ports
from fieldforms.flow.cabling.signals import DIRECTIONS, SIGNAL_LABELS
from fieldforms.flow.cabling.written_ports import MOST_LOOKED_AT, count_devices_in_words
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register import register_columns
from fieldforms.flow.register.devices import DEVICE_KEEPERS
from fieldforms.forms.reading import read_id
from fieldforms.i18n import gettext, pick
from fieldforms.store.cabling.free_ports import PortFilters
from fieldforms.store.models import Room
from fieldforms.store.register import clients, device_lists
from fieldforms.store.scope import Viewer
from fieldforms.web import inputs, page
from fieldforms.web.access import actor, me, signed_in
from fieldforms.web.addresses import DEVICE_READERS
from fieldforms.web.filters import (
    ChoiceFilter,
    FilterOptions,
    FlagFilter,
    FoundFilter,
    NarrowedList,
    RowFilter,
    options_of_clients,
    options_of_table,
)

blueprint = Blueprint("free_ports", __name__)
PER_PAGE = 50


def options_of_signals(viewer: Viewer, lang: str) -> FilterOptions:
    return [(key, pick(label, lang)) for key, label in SIGNAL_LABELS.items()]


def options_of_categories(viewer: Viewer, lang: str) -> FilterOptions:
    """Of the devices there are."""
    used = {value for (value,) in device_lists.values_in_use(viewer, column="category")}
    return [(key, gettext(label, lang)) for key, label in register_columns.CATEGORIES.items() if key in used]


def room_found(who: Actor, text: str) -> Room:
    room = clients.get_room(who.viewer, read_id(text) or 0)
    if room is None:
        raise NotFound
    return room


PORT_FILTERS = (
    ChoiceFilter("signal", N_("信号"), choices=options_of_signals),
    ChoiceFilter("direction", N_("方向"), choices=options_of_table(DIRECTIONS)),
    ChoiceFilter("category", N_("设备类别"), choices=options_of_categories),
    RowFilter("client", N_("客户"), choices=options_of_clients),
    FoundFilter("room", find=room_found, called=lambda room: room.name, kept=lambda room: room.id),
    FlagFilter("free", N_("只看有空闲的"), chip=N_("有空闲的")),
)


@blueprint.get("/devices/ports")
@signed_in(*DEVICE_READERS)
def index():
    """Until a signal is chosen there is nothing to look for."""
    narrowed = NarrowedList(PORT_FILTERS, "free_ports.index")
    filters = PortFilters(**narrowed.store_filters)
    after = request.args.get("after", 0, inputs.whole_number)
    found = find_devices_with_ports(actor(), filters, after, PER_PAGE + 1) if narrowed.chosen else []
    may_read = me().role in DEVICE_KEEPERS and not after
    return page.show(
        "cabling/free_ports/index.html",
        narrowed=narrowed,
        found=[(each, each.words(page.lang())) for each in found[:PER_PAGE]],
        in_words=count_devices_in_words(actor(), filters) if may_read else 0,
        most_in_words=MOST_LOOKED_AT,
        further=narrowed.address(after=str(found[PER_PAGE - 1].device.id)) if len(found) > PER_PAGE else "",
    )
