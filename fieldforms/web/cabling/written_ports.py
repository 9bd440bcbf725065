"""Ports that stand in the register as words, read for many devices at once."""

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms.errors import N_
from fieldforms.flow.cabling.written_ports import MOST_READ_AT_ONCE, devices_in_words, read_written_ports
from fieldforms.flow.register.devices import DEVICE_KEEPERS
from fieldforms.store.cabling.free_ports import PortFilters
from fieldforms.web import inputs, page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.cabling.port_filters import PORT_FILTERS
from fieldforms.web.cabling.port_words import words_of_kinds
from fieldforms.web.narrowed_lists import NarrowedList

blueprint = Blueprint("written_ports", __name__)


@blueprint.get("/devices/ports/words")
@signed_in(*DEVICE_KEEPERS)
def show():
    """What would be read, device by device, before anything is added."""
    narrowed = NarrowedList(PORT_FILTERS, "free_ports.index")
    read, unread = devices_in_words(actor(), PortFilters(**narrowed.store_filters))
    return page.show(
        "cabling/written_ports/show.html",
        read=[(each, words_of_kinds(each.proposal)) for each in read],
        unread=unread,
        address=url_for("written_ports.add", **narrowed.chosen),
        back=narrowed.address(),
    )


@blueprint.post("/devices/ports/words")
@signed_in(*DEVICE_KEEPERS)
def add():
    """As many as were ticked; then the next ones, until all are read."""
    ids = request.form.getlist("device", inputs.whole_number)[:MOST_READ_AT_ONCE]
    devices, ports = read_written_ports(actor(), ids)
    if devices:
        flash(page.say(N_("读成了接口：%(n)s 台设备，%(ports)s 个接口。"), n=devices, ports=ports), "success")
    else:
        flash(page.say(N_("没有加接口：没有勾设备，或者已经加过了。")), "warning")
    narrowed = NarrowedList(PORT_FILTERS, "free_ports.index")
    return redirect(url_for("written_ports.show", **narrowed.chosen), 303)
