"""By what ports are looked for: signal, direction, category, client, room."""

from fieldforms.errors import N_, NotFound
from fieldforms.flow.cabling.signals import DIRECTIONS, SIGNAL_LABELS
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register import register_columns
from fieldforms.forms.reading import read_id
from fieldforms.i18n import gettext, pick
from fieldforms.store.models import Room
from fieldforms.store.register import clients, device_lists
from fieldforms.store.scope import Viewer
from fieldforms.web.filters import (
    ChoiceFilter,
    FilterOptions,
    FlagFilter,
    FoundFilter,
    RowFilter,
    options_of_clients,
    options_of_table,
)


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
