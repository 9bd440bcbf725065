"""Who has a free port: signal, direction, category, client, room."""

from flask import Blueprint, request

from fieldforms.flow.cabling.free_ports import find_devices_with_ports
from fieldforms.flow.cabling.written_ports import MOST_LOOKED_AT, count_devices_in_words
from fieldforms.flow.register.devices import DEVICE_KEEPERS
from fieldforms.store.cabling.free_ports import PortFilters
from fieldforms.store.register.devices import codes_of
from fieldforms.web import inputs, page
from fieldforms.web.access import actor, me, signed_in
from fieldforms.web.addresses import DEVICE_READERS
from fieldforms.web.cabling.port_filters import PORT_FILTERS
from fieldforms.web.narrowed_lists import NarrowedList

blueprint = Blueprint("free_ports", __name__)
PER_PAGE = 50


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
        codes=codes_of(each.device for each in found[:PER_PAGE]),
        in_words=count_devices_in_words(actor(), filters) if may_read else 0,
        most_in_words=MOST_LOOKED_AT,
        further=narrowed.address(after=str(found[PER_PAGE - 1].device.id)) if len(found) > PER_PAGE else "",
    )
