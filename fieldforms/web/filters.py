"""A list's filters are the rows of a table: from it its address is read, its form and chips are shown, its links and exports
carry on, and the store is asked. The tables stand with the pages; that of the sheets in web/sheets/record_filters.py.

A new filter is a row there, and its condition in store. tests/web/test_filters.py says what lacks.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import ClassVar
from urllib.parse import parse_qs, urlencode
from zoneinfo import ZoneInfo

from flask import request, url_for

from fieldforms.errors import N_, NotFound
from fieldforms.flow import local_time
from fieldforms.flow.people.actors import Actor
from fieldforms.forms.reading import Unreadable, read_code, read_day, read_line
from fieldforms.i18n import COMMA, format_date, gettext
from fieldforms.store.models import Client, SavedView
from fieldforms.store.people import saved_views
from fieldforms.store.register import clients
from fieldforms.store.scope import Viewer
from fieldforms.web import inputs, page
from fieldforms.web.access import actor

LONGEST_SEARCH = 100
BETWEEN_CHIPS = " · "

FilterOptions = list[tuple[str, str]]  # (value, words)
Chosen = dict  # name in the address → text, or several


@dataclass(frozen=True)
class Filter:
    """`name`: in the address. `asks`: the name in the store's Filters, where it is another one. `may_ask`: who has it; to the
    others an address with it is one without. `taps`: each choice is a chip of its own.

    `input`: the macro of templates/filters.html; "" where the page has an input of its own.
    """

    input: ClassVar[str] = ""
    name: str
    label: str = ""
    asks: str = ""
    may_ask: Callable[[Viewer], bool] = lambda viewer: True
    taps: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name,)

    def choices_offered(self, viewer: Viewer, lang: str) -> FilterOptions:
        return []

    def read_address(self, args, offered: FilterOptions) -> Mapping[str, object]:
        """Name → what an address says, where it means something."""
        return {self.name: read_code(args.get(self.name, ""))[:LONGEST_SEARCH]}

    def store_filters(self, who: Actor, chosen: Chosen) -> dict[str, object]:
        """As the store's Filters take it. Raises NotFound for what is out of sight."""
        return {self.asks or self.name: self.store_value(who, chosen[self.name])}

    def store_value(self, who: Actor, given):
        return given

    def words_of_chip(self, who: Actor, chosen: Chosen, offered: FilterOptions, lang: str) -> str:
        """Of its chip."""
        return chosen[self.name]


@dataclass(frozen=True)
class WordsFilter(Filter):
    """What is searched for."""

    def read_address(self, args, offered: FilterOptions) -> Mapping[str, object]:
        return {self.name: read_line(args.get(self.name, ""))[:LONGEST_SEARCH]}

    def words_of_chip(self, who: Actor, chosen: Chosen, offered: FilterOptions, lang: str) -> str:
        return f"“{chosen[self.name]}”"


@dataclass(frozen=True)
class ChoiceFilter(Filter):
    """One of what is offered to this reader."""

    input: ClassVar[str] = "select"
    choices: Callable[[Viewer, str], FilterOptions] = lambda viewer, lang: []

    def choices_offered(self, viewer: Viewer, lang: str) -> FilterOptions:
        return self.choices(viewer, lang)

    def read_address(self, args, offered: FilterOptions) -> Mapping[str, object]:
        given = args.get(self.name, "")
        return {self.name: given if given in dict(offered) else self.value_unknown(given)}

    def value_unknown(self, given: str) -> str:
        return ""

    def words_of_chip(self, who: Actor, chosen: Chosen, offered: FilterOptions, lang: str) -> str:
        return dict(offered)[chosen[self.name]]


@dataclass(frozen=True)
class RowFilter(ChoiceFilter):
    """A choice of rows by their ids. `guarded`: one out of scope is refused like one that isn't there, not taken for no
    filter."""

    guarded: bool = False

    def value_unknown(self, given: str) -> str:
        if self.guarded and given.isdecimal():
            raise NotFound
        return ""

    def store_value(self, who: Actor, given):
        return int(given)


@dataclass(frozen=True)
class SeveralFilter(ChoiceFilter):
    """Any of what is offered."""

    input: ClassVar[str] = "boxes"

    def read_address(self, args, offered: FilterOptions) -> Mapping[str, object]:
        given = args.getlist(self.name)
        return {self.name: [name for name, _words in offered if name in given]}

    def store_value(self, who: Actor, given):
        return tuple(given)

    def words_of_chip(self, who: Actor, chosen: Chosen, offered: FilterOptions, lang: str) -> str:
        return COMMA[lang].join(dict(offered)[name] for name in chosen[self.name])


@dataclass(frozen=True)
class FlagFilter(Filter):
    """On or off. `chip`: what its chip says."""

    input: ClassVar[str] = "flag"
    chip: str = ""

    def choices_offered(self, viewer: Viewer, lang: str) -> FilterOptions:
        return [("1", gettext(self.chip, lang))]

    def read_address(self, args, offered: FilterOptions) -> Mapping[str, object]:
        return {self.name: "1" if args.get(self.name) == "1" else ""}

    def store_value(self, who: Actor, given):
        return True

    def words_of_chip(self, who: Actor, chosen: Chosen, offered: FilterOptions, lang: str) -> str:
        return gettext(self.chip, lang)


@dataclass(frozen=True)
class FoundFilter(Filter):
    """What a link leads here with. `find`: raises NotFound. `called`: a row's words. `kept`: what of a row the store asks."""

    input: ClassVar[str] = "hidden"
    find: Callable[[Actor, str], object] = lambda who, text: text
    called: Callable[..., str] = str
    kept: Callable[..., object] = lambda row: row

    def store_value(self, who: Actor, given):
        return self.kept(self.find(who, given))

    def words_of_chip(self, who: Actor, chosen: Chosen, offered: FilterOptions, lang: str) -> str:
        return self.called(self.find(who, chosen[self.name]))


@dataclass(frozen=True)
class PeriodFilter(Filter):
    """From a day until another, both included: `since` and `until` (exclusive) as UTC milliseconds."""

    input: ClassVar[str] = "period"
    names: ClassVar[tuple[str, ...]] = ("from", "to")

    def read_address(self, args, offered: FilterOptions) -> Mapping[str, object]:
        return {name: a_day(args.get(name, "")) for name in self.names}

    def store_filters(self, who: Actor, chosen: Chosen) -> dict[str, object]:
        first, last = (chosen.get(name) for name in self.names)
        since, until = first and utc_midnight(first), last and utc_midnight(last, 1)
        return {name: at for name, at in (("since", since), ("until", until)) if at}

    def words_of_chip(self, who: Actor, chosen: Chosen, offered: FilterOptions, lang: str) -> str:
        days = {name: chosen.get(name) for name in self.names}
        preset = next((words for _name, words, same in preset_periods() if same == days), None)
        if preset:
            return gettext(preset, lang)
        return "–".join(format_date(day, lang) if day else "…" for day in days.values())


def a_day(text: str) -> str:
    try:
        return read_day(text)
    except Unreadable:
        return ""


def utc_midnight(day: str, days: int = 0) -> int:
    """The start of the local day `days` later, as UTC ms."""
    moment = datetime.combine(date.fromisoformat(day) + timedelta(days=days), time(), ZoneInfo(page.tz()))
    return int(moment.timestamp() * 1000)


def keyset_of(said: str) -> tuple[int, int] | None:
    """`dated_at.id` of the last row shown, or of the first one; anything else is the first page."""
    first, _dot, second = said.partition(".")
    try:
        return inputs.utc_number(first), inputs.whole_number(second)
    except ValueError:
        return None


def text_of_keyset(keyset: tuple[int, int] | None) -> str:
    """As the address says it, and `keyset_of` reads it; "" for none."""
    return ".".join(map(str, keyset)) if keyset else ""


class NarrowedList:
    """A list as the address of this request narrows it. `offered`: filter → its choices. `chosen`: name → what the address
    says that means something, in the table's order: what links and exports carry on."""

    def __init__(self, table: Sequence[Filter], endpoint: str):
        self.who, self.endpoint, self.lang = actor(), endpoint, page.lang()
        viewer = self.who.viewer
        self.filters = [each for each in table if each.may_ask(viewer)]
        self.offered = {each.name: each.choices_offered(viewer, self.lang) for each in self.filters}
        read = [each.read_address(request.args, self.offered[each.name]).items() for each in self.filters]
        self.chosen: Chosen = {name: value for found in read for name, value in found if value}

    @property
    def active(self) -> list[Filter]:
        return [each for each in self.filters if any(name in self.chosen for name in each.names)]

    @property
    def store_filters(self) -> dict:
        """What the store's Filters take. Raises NotFound for what is out of sight."""
        return {
            name: value
            for each in self.active
            for name, value in each.store_filters(self.who, self.chosen).items()
        }

    def address(self, endpoint: str = "", /, **changes: str | None) -> str:
        """Of the list, or of what else goes by its filters; some of them changed: None or "" takes one away."""
        wanted = {name: value for name, value in {**self.chosen, **changes}.items() if value}
        return url_for(endpoint or self.endpoint, **wanted)

    def in_words(self) -> str:
        return BETWEEN_CHIPS.join(each["text"] for each in self.chips())

    def views(self) -> list[dict]:
        """A chip for each view of this list that this reader may use: whose filters they all have. The one that is on takes
        itself off."""
        names = {name for each in self.filters for name in (each.name, *each.names)}
        offered = saved_views.views_offered(self.who.viewer, self.endpoint)
        return [self.chip_of_view(view) for view in offered if parse_qs(view.query).keys() <= names]

    def chip_of_view(self, view: SavedView) -> dict:
        words = view.name if view.owner_id == self.who.user_id else f"{view.name} · {view.owner.name}"
        on = view.query == self.query_to_keep()
        return chip(words, url_for(self.endpoint) if on else self.address_of_view(view), on)

    def query_to_keep(self) -> str:
        """What is chosen, as an address says it. 本月 stays 本月, whichever month that will be."""
        days = {name: self.chosen.get(name) for name in PeriodFilter.names}
        preset = next((name for name, _words, same in preset_periods() if same == days), None)
        if preset is None:
            return urlencode(self.chosen, doseq=True)
        rest = {name: value for name, value in self.chosen.items() if name not in days}
        return urlencode({**rest, PRESET: preset}, doseq=True)

    @staticmethod
    def address_of_view(view: SavedView) -> str:
        said: dict = parse_qs(view.query)
        preset = said.pop(PRESET, [""])[0]
        days = next((days for name, _words, days in preset_periods() if name == preset), {})
        return url_for(view.page, **said, **days)

    def chips(self) -> list[dict]:
        """What is on, each with the address that takes it off."""
        return [self.chip_of_filter(each) for each in self.active]

    def chips_untapped(self) -> list[dict]:
        """As `chips`, but for the words, which their input shows, and what is tapped."""
        return [self.chip_of_filter(each) for each in self.active if each.input and not each.taps]

    def chip_of_filter(self, each: Filter) -> dict:
        words = each.words_of_chip(self.who, self.chosen, self.offered[each.name], self.lang)
        return chip(words, self.address(**dict.fromkeys(each.names, "")), True)

    def taps(self) -> Iterator[dict]:
        """A chip for each choice of the filters that are tapped; the one that is on takes itself off."""
        for each in self.filters:
            if each.taps:
                yield from self.taps_of_filter(each)

    def taps_of_filter(self, each: Filter) -> Iterator[dict]:
        for value, words in self.offered[each.name]:
            on = self.chosen.get(each.name) == value
            yield chip(words, self.address(**{each.name: "" if on else value}), on)


def options_of_table(words: Mapping[str, str]) -> Callable[[Viewer, str], FilterOptions]:
    """The choices of a table of value → label."""
    return lambda viewer, lang: [(name, gettext(label, lang)) for name, label in words.items()]


def options_of_clients(viewer: Viewer, lang: str) -> FilterOptions:
    return [
        (str(client.id), client_in_words(client, lang)) for client in clients_to_narrow_by(viewer, "client")
    ]


def clients_to_narrow_by(viewer: Viewer, name: str = "client") -> list[Client]:
    """The clients in use, and of the retired ones that which the address names already, as its file leads there."""
    named = request.args.get(name, type=inputs.whole_number)
    return [each for each in clients.ever_seen_by(viewer) if each.retired_at is None or each.id == named]


def client_in_words(client: Client, lang: str) -> str:
    return (
        gettext(N_("%(name)s（已停用）"), lang, name=client.short_name)
        if client.retired_at
        else client.short_name
    )


def chip(words: str, url: str, on: bool = False) -> dict:
    return {"text": words, "url": url, "on": on}


PRESET = "period"  # in what is kept of an address: a name below stands for its days


def preset_periods() -> list[tuple[str, str, dict]]:
    """(name, words, {from, to}): 本月, 上月, 本年"""
    today = local_time.date_today()
    this, following = today.replace(day=1), (today.replace(day=1) + timedelta(days=31)).replace(day=1)
    last = (this - timedelta(days=1)).replace(day=1)
    day = timedelta(days=1)
    return [
        ("month", N_("本月"), period_filters(this, following - day)),
        ("last-month", N_("上月"), period_filters(last, this - day)),
        ("year", N_("本年"), period_filters(today.replace(month=1, day=1), today.replace(month=12, day=31))),
    ]


def period_filters(first: date, last: date) -> dict:
    return {"from": first.isoformat(), "to": last.isoformat()}
