"""The filters of the list of devices, which what is done with many of them shares."""

from flask import request

from fieldforms.errors import N_, NotFound
from fieldforms.flow.importing.imports import ids_written
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register import register_columns
from fieldforms.i18n import format_time, gettext
from fieldforms.store.importing import imports
from fieldforms.store.register import device_lists, device_models, makers
from fieldforms.store.register.device_lists import DeviceFilters, DevicePlace
from fieldforms.store.scope import Viewer
from fieldforms.web import inputs, page
from fieldforms.web.filters import (
    ChoiceFilter,
    FilterOptions,
    FlagFilter,
    FoundFilter,
    RowFilter,
    WordsFilter,
    options_of_clients,
    options_of_table,
)
from fieldforms.web.narrowed_lists import NarrowedList


def categories_to_choose(viewer: Viewer, lang: str) -> FilterOptions:
    """Of the devices there are; one that is not listed under its own name, at the end."""
    words = register_columns.CATEGORIES
    used = {value for (value,) in device_lists.values_in_use(viewer, column="category")} - {""}
    order = [each for each in words if each in used] + sorted(used - words.keys())
    return [(each, gettext(words[each], lang) if each in words else each) for each in order]


def found_model(who: Actor, text: str):
    """A model of which the reader sees a device. Raises NotFound."""
    try:
        model = device_models.get_model(inputs.whole_number(text))
    except ValueError as error:
        raise NotFound from error
    if model is None or not device_lists.devices_of_model(who.viewer, model.id):
        raise NotFound
    return model


def found_maker(who: Actor, text: str):
    """A maker of whom the reader sees a device. Raises NotFound."""
    try:
        maker = makers.maker_by_id.first(inputs.whole_number(text))
    except ValueError as error:
        raise NotFound from error
    if maker is None or not makers.devices_of_maker(who.viewer, maker.id):
        raise NotFound
    return maker


def found_moment(_who: Actor, text: str) -> int:
    """Raises NotFound."""
    try:
        return inputs.utc_number(text)
    except ValueError as error:
        raise NotFound from error


def found_import(_who: Actor, text: str):
    """A list of devices that was written; of its devices a reader sees those in scope, and of its name nothing. Raises NotFound."""
    row = imports.imports_with_uuid.first(text)
    if row is None or row.kind != "devices" or not row.applied_at:
        raise NotFound
    return row


def import_in_words(row) -> str:
    return page.say(N_("%(time)s 导入的"), time=format_time(row.applied_at, page.lang(), page.tz()))


def labelled_in_words(at: int) -> str:
    return page.say(N_("%(time)s 生成的标签"), time=format_time(at, page.lang(), page.tz()))


DEVICE_FILTERS = (
    WordsFilter("q", asks="text"),
    RowFilter("client", N_("客户"), choices=options_of_clients, taps=True),
    ChoiceFilter("category", N_("类别"), choices=categories_to_choose, taps=True),
    ChoiceFilter("state", N_("状态"), choices=options_of_table(register_columns.DEVICE_STATES)),
    FlagFilter("unlabelled", N_("只看未贴标签的"), chip=N_("未贴标签")),
    FlagFilter("retired", N_("只看已停用的"), chip=N_("已停用")),
    FoundFilter(
        "model",
        find=found_model,
        called=lambda model: f"{model.brand} {model.name}".strip(),
        kept=lambda model: model.id,
    ),
    FoundFilter("maker", find=found_maker, called=lambda maker: maker.name, kept=lambda maker: maker.id),
    FoundFilter("labelled_at", find=found_moment, called=labelled_in_words),
    FoundFilter("imported", asks="among", find=found_import, called=import_in_words, kept=ids_written),
)


def narrowed_devices() -> NarrowedList:
    return NarrowedList(DEVICE_FILTERS, "devices.index")


def filters_of_devices(found: NarrowedList) -> DeviceFilters:
    """As the store takes them. Raises NotFound for what is out of sight."""
    return DeviceFilters(**found.store_filters)


def place_in_list() -> DevicePlace | None:
    """Where the address says that its page begins."""
    for name in ("after", "before"):
        device = request.args.get(name, type=inputs.whole_number)
        if device is not None:
            return DevicePlace(device, back=name == "before")
    return None
