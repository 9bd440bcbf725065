"""What the figures of the statistics are narrowed to: one table for all of them, of which each has what it can be broken down by."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from flask import request, url_for

from fieldforms.errors import N_
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register.register_columns import CATEGORIES, CLIENT_TYPES
from fieldforms.flow.reporting import dimension_words, figure_spans
from fieldforms.flow.reporting.counted_figures import FigureAsked
from fieldforms.flow.reporting.dimension_words import DIMENSION_LABELS
from fieldforms.flow.reporting.figures import Figure
from fieldforms.flow.sheets import words_of_records
from fieldforms.forms.reading import read_code
from fieldforms.i18n import gettext
from fieldforms.store.reporting import figure_names
from fieldforms.store.reporting.figures import MARKERS, VALUE
from fieldforms.store.scope import Viewer
from fieldforms.web import inputs, page
from fieldforms.web.filters import (
    LONGEST_SEARCH,
    ChoiceFilter,
    Filter,
    FilterOptions,
    PeriodFilter,
    options_of_clients,
    options_of_table,
)
from fieldforms.web.narrowed_lists import NarrowedList
from fieldforms.web.sheets.record_filters import choices_meaning, technicians_to_choose


@dataclass(frozen=True)
class DimensionFilter(ChoiceFilter):
    """One of what is offered, or what a line of a figure led here with: any of its values, and the MARKERS."""

    counts: bool = False  # its values are ids

    def read_address(self, args, offered: FilterOptions) -> Mapping[str, object]:
        given = read_code(args.get(self.name, ""))[:LONGEST_SEARCH]
        return {self.name: given if given in MARKERS or not self.counts or is_id(given) else ""}

    def store_value(self, who: Actor, given):
        return given if given in MARKERS or not self.counts else inputs.whole_number(given)

    def words_of_chip(self, who: Actor, chosen: dict, offered: FilterOptions, lang: str) -> str:
        value = self.store_value(who, chosen[self.name])
        words = dimension_words.words_of_values(self.name, [value], lang)[value]
        return f"{gettext(DIMENSION_LABELS[self.name], lang)} {words}"


@dataclass(frozen=True)
class LinkedFilter(DimensionFilter):
    """Too many to choose from: a line leads here with one."""

    input: ClassVar[str] = "hidden"


@dataclass(frozen=True)
class ValueFilter(Filter):
    """Which of the measured values: whose address leads to the sheets behind one cell."""

    input: ClassVar[str] = "hidden"


def is_id(text: str) -> bool:
    try:
        return inputs.whole_number(text) >= 0
    except ValueError:
        return False


def brands_to_choose(viewer: Viewer, lang: str) -> FilterOptions:
    return sorted(figure_names.brands_of_devices(), key=lambda each: each[1].casefold())


def forms_to_choose(viewer: Viewer, lang: str) -> FilterOptions:
    return words_of_records.forms_in_use(lang)


FIGURE_FILTERS = (
    PeriodFilter("period"),
    DimensionFilter("client", N_("客户"), choices=options_of_clients, counts=True),
    DimensionFilter("category", N_("类别"), choices=options_of_table(CATEGORIES)),
    DimensionFilter("brand", N_("品牌"), choices=brands_to_choose),
    DimensionFilter("form", N_("单据种类"), choices=forms_to_choose),
    DimensionFilter("technician", N_("技术员"), choices=technicians_to_choose, counts=True),
    DimensionFilter("client_type", N_("客户属性"), choices=options_of_table(CLIENT_TYPES)),
    DimensionFilter("urgency", N_("紧急程度"), choices=choices_meaning("urgency")),
    DimensionFilter("fault_class", N_("故障类别"), choices=choices_meaning("fault_class")),
    DimensionFilter("reason", N_("原因"), choices=choices_meaning("dissatisfaction_reasons")),
    LinkedFilter("model", N_("型号"), counts=True),
    LinkedFilter("room", N_("房间"), counts=True),
    LinkedFilter("device", N_("设备"), counts=True),
    LinkedFilter("part", N_("备件"), counts=True),
    ValueFilter(VALUE),
)
ALWAYS = ("period", VALUE)
COMMENTS_PAGE = "figures.comments"  # a page of one figure only


def chips_of_days(narrowed: NarrowedList) -> list[dict]:
    """Where the address names no days: the months that are shown then."""
    if narrowed.chosen.keys() & {*PeriodFilter.names}:
        return []
    return [{"text": page.say(N_("近 12 个月")), "url": "", "on": True}]


class NarrowedFigure(NarrowedList):
    """A figure as the address of this request narrows it."""

    def __init__(self, figure: Figure, endpoint: str = "figures.show"):
        self.figure = figure
        table = [each for each in FIGURE_FILTERS if each.name in (*ALWAYS, *figure.dimensions)]
        if endpoint != "figures.sheets":
            table = [each for each in table if each.name != VALUE]
        super().__init__(table, endpoint)
        self.span = figure_spans.span_asked(self.chosen.get("from", ""), self.chosen.get("to", ""))
        given = request.args.get("by", "")
        self.by = given if given in figure.dimensions_offered else figure.opened_by

    def address(self, endpoint: str = "", /, **changes: str | None) -> str:
        """Of this figure, with how it is broken down; that of a line says which days it is of."""
        wanted = {"by": self.by, **self.chosen, **changes}
        if wanted["by"] == self.figure.opened_by:
            del wanted["by"]
        said = {name: value for name, value in wanted.items() if value}
        wanted_page = endpoint or self.endpoint
        if wanted_page != COMMENTS_PAGE:
            said["figure"] = self.figure.name
        return url_for(wanted_page, **said)

    def address_of_figure(self, figure: Figure) -> str:
        """Of another one, narrowed to the same as far as it can be."""
        kept = {
            name: value for name, value in self.chosen.items() if name in ("from", "to", *figure.dimensions)
        }
        if self.by in figure.dimensions_offered and self.by != figure.opened_by:
            kept["by"] = self.by
        return url_for("figures.show", figure=figure.name, **kept)

    @property
    def days(self) -> dict:
        """The span as the address says it, to carry on."""
        return {name: self.chosen[name] for name in PeriodFilter.names if name in self.chosen}

    @property
    def figure_asked(self) -> FigureAsked:
        """As the rules take it."""
        narrowed = {
            name: value for name, value in self.store_filters.items() if name not in ("since", "until")
        }
        if VALUE in narrowed:
            measure = self.figure.make_measure(self.lang)
            narrowed |= {VALUE: measure.read_value(str(narrowed.pop(VALUE)))}
        narrowed = {name: value for name, value in narrowed.items() if value is not None}
        return FigureAsked(self.who, self.figure, self.span, narrowed, self.lang)

    def chips(self) -> list[dict]:
        """What is on, but for the value: its page says it; of no days the twelve months that are shown; and what one tap chooses."""
        on = [self.chip_of_filter(each) for each in self.active if each.name != VALUE]
        return [*chips_of_days(self), *on, *self.chips_of_unread(), *self.preset_chips()]
