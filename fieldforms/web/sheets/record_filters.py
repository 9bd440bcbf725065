"""The filters of the list of sheets, which its exports and prints share."""

from dataclasses import dataclass

from flask import url_for

from fieldforms.errors import N_, NotFound
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import projection
from fieldforms.flow.sheets import record_numbers, words_of_records
from fieldforms.i18n import gettext, pick
from fieldforms.store.record import lists
from fieldforms.store.register import devices
from fieldforms.store.scope import Viewer
from fieldforms.web import filters, inputs
from fieldforms.web.filters import (
    ChoiceFilter,
    FilterOptions,
    FlagFilter,
    FoundFilter,
    PeriodFilter,
    RowFilter,
    SeveralFilter,
    WordsFilter,
    options_of_clients,
    options_of_table,
)
from fieldforms.web.narrowed_lists import NarrowedList, chip


def technicians_to_choose(viewer: Viewer, lang: str) -> FilterOptions:
    return [(str(user.id), user.name) for user in lists.technicians_to_choose(viewer)]


@dataclass(frozen=True)
class SheetWordsFilter(WordsFilter):
    """What is searched for; a number however it is typed."""

    def store_value(self, who: Actor, given):
        return record_numbers.number_as_typed(given) or given


def choices_meaning(*meanings: str):
    """The choices of the fields that mean this."""
    return lambda viewer, lang: [
        (each.name, pick(each.label, lang)) for each in words_of_records.choices_meaning(*meanings)
    ]


def found_device(who: Actor, text: str):
    """A device by its label's code, or by its id. Raises NotFound."""
    name = text.upper()[:12]
    try:
        by_id = devices.get_device(who.viewer, inputs.whole_number(name))
    except ValueError:
        by_id = None
    found = by_id or devices.by_codes(who.viewer, [name], worn_only=False).get(name)
    if found is None:
        raise NotFound
    return found


RECORD_FILTERS = (
    SheetWordsFilter("q", asks="text"),
    PeriodFilter("period"),
    ChoiceFilter(
        "form", N_("单据种类"), asks="key", choices=lambda viewer, lang: words_of_records.forms_in_use(lang)
    ),
    RowFilter("client", N_("客户"), choices=options_of_clients, guarded=True),
    RowFilter("technician", N_("技术员"), choices=technicians_to_choose),
    ChoiceFilter("result", N_("处理结果"), choices=choices_meaning(*projection.RESULTS)),
    ChoiceFilter("outcome", N_("签字"), choices=options_of_table(words_of_records.SIGNATURE_WORDS)),
    ChoiceFilter("state", N_("进度"), choices=options_of_table(words_of_records.STATE_WORDS)),
    SeveralFilter(
        "satisfaction",
        N_("满意度"),
        may_ask=lambda viewer: viewer.reads_ratings,
        choices=choices_meaning("satisfaction"),
    ),
    FlagFilter("unsigned", N_("只看未签字的"), chip=N_("未签字")),
    FlagFilter("unread", N_("只看没人看过的"), chip=N_("没人看过")),
    FlagFilter("to_review", N_("只看等审阅的"), chip=N_("等审阅")),
    FlagFilter("to_care", N_("只看等跟进的"), chip=N_("等跟进"), may_ask=lambda viewer: viewer.reads_ratings),
    FlagFilter("disputed", N_("只看费用有异议的"), chip=N_("费用有异议")),
    FlagFilter("returned", N_("只看退回的"), chip=N_("已退回")),
    FoundFilter(
        "device", find=found_device, called=lambda device: device.name, kept=lambda device: device.id
    ),
)


def narrowed_records() -> NarrowedList:
    return NarrowedList(RECORD_FILTERS, "records.index")


def filters_of_list(found: NarrowedList, before: str = "", after: str = "") -> lists.RecordFilters:
    """As the store takes them. Raises NotFound for a device out of scope."""
    on, back = filters.keyset_of(before), filters.keyset_of(after)
    return lists.RecordFilters(**found.store_filters, before=on, after=None if on else back)


def filter_chips(found: NarrowedList) -> list[dict]:
    """What is on; the periods that one tap chooses; and 清除."""
    shown = found.chips()
    if not found.chosen.keys() & {"from", "to"}:
        shown += found.preset_chips()
    if found.chosen:
        shown.append(chip(gettext(N_("清除"), found.lang), url_for(found.endpoint)))
    return shown
