"""A list's filters are the rows of a table: from it its address is read, its form and chips are shown, its links and exports
carry on, and the store is asked. The tables stand with the pages; that of the sheets in web/sheets/record_filters.py.

A new filter is a row there, and its condition in store. tests/web/test_filters.py says what lacks.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import ClassVar
from zoneinfo import ZoneInfo

from flask import request

from fieldforms.errors import N_, NotFound
from fieldforms.flow import local_time
from fieldforms.flow.people.actors import Actor
from fieldforms.forms.reading import Unreadable, read_code, read_day, read_line
from fieldforms.i18n import format_date, gettext, join_words
from fieldforms.store.models import Client
from fieldforms.store.register import clients
from fieldforms.store.scope import Viewer
from fieldforms.web import inputs, page

LONGEST_SEARCH = 100

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

    def unread_in(self, args) -> list[str]:
        """What an address says here that means nothing, and is said to be left out."""
        return []

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
        return join_words((dict(offered)[name] for name in chosen[self.name]), lang)


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

    def unread_in(self, args) -> list[str]:
        given = [args.get(name, "").strip()[:LONGEST_SEARCH] for name in self.names]
        return [text for text in given if text and not a_day(text)]

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
