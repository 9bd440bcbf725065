"""A list as the address of a request narrows it (web/filters.py): what links, exports and kept views carry on, and its chips."""

from collections.abc import Iterator, Sequence
from urllib.parse import parse_qs, urlencode

from flask import request, url_for

from fieldforms.errors import N_
from fieldforms.store.models import SavedView
from fieldforms.store.people import saved_views
from fieldforms.web import page
from fieldforms.web.access import actor
from fieldforms.web.filters import Chosen, Filter, PeriodFilter, preset_periods

BETWEEN_CHIPS = " · "
UNREAD_DAY = N_("“%(text)s”不是日期，没有按它筛选")
PRESET = "period"  # in what is kept of an address: a name below stands for its days


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
        """What is on, each with the address that takes it off; and what of the address could not be read."""
        return [*map(self.chip_of_filter, self.active), *self.chips_of_unread()]

    def chips_of_unread(self) -> Iterator[dict]:
        for each in self.filters:
            for text in each.unread_in(request.args):
                yield chip(page.say(UNREAD_DAY, text=text), self.address(), True)

    def chips_untapped(self) -> list[dict]:
        """As `chips`, but for the words, which their input shows, and what is tapped."""
        return [self.chip_of_filter(each) for each in self.active if each.input and not each.taps]

    def chip_of_filter(self, each: Filter) -> dict:
        words = each.words_of_chip(self.who, self.chosen, self.offered[each.name], self.lang)
        return chip(words, self.address(**dict.fromkeys(each.names, "")), True)

    def preset_chips(self) -> list[dict]:
        """The periods that one tap chooses; what is on already stands among `chips`."""
        days_on = {name: self.chosen.get(name) for name in PeriodFilter.names}
        return [
            chip(page.say(words), self.address(**days))
            for _name, words, days in preset_periods()
            if days != days_on
        ]

    def taps(self) -> Iterator[dict]:
        """A chip for each choice of the filters that are tapped; the one that is on takes itself off."""
        for each in self.filters:
            if each.taps:
                yield from self.taps_of_filter(each)

    def taps_of_filter(self, each: Filter) -> Iterator[dict]:
        for value, words in self.offered[each.name]:
            on = self.chosen.get(each.name) == value
            yield chip(words, self.address(**{each.name: "" if on else value}), on)


def chip(words: str, url: str, on: bool = False) -> dict:
    return {"text": words, "url": url, "on": on}
