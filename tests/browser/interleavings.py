"""Somebody fills sheets on a phone while everything goes wrong in any order: the network, the tab, the session.

What must hold in the end: of each sheet the last words that the phone had kept are in exactly one sealed sheet, if it was
handed in, else in a draft that its owner sees.
"""

import random
from dataclasses import dataclass

from fieldforms.store.models import Entry
from tests.browser.hands import fill_work, new_sheet
from tests.browser.phones import (
    hand_in,
    lies_here,
    wait_until_it_can_keep,
    wait_until_kept,
    wait_until_nothing_waits,
    with_worker,
)
from tests.browser.roads import draft_of, uuid_of

STEPS = 7


@dataclass
class Sheet:
    uuid: str
    words: str = ""
    handed_in: bool = False


class Unlucky:
    """A technician's phone. Each method is one thing that may happen next; `log` tells what did."""

    def __init__(self, site, seed: int):
        self.site, self.chance, self.log = site, random.Random(seed), []
        self.address = new_sheet(site.world.office)
        self.page, self.context, self.offline = with_worker(site), None, False
        self.context = self.page.context
        self.sheets: list[Sheet] = []
        self.n = 0
        self.begin()
        wait_until_it_can_keep(self.page)

    @property
    def sheet(self) -> Sheet:
        return self.sheets[-1]

    def begin(self):
        self.page.goto(self.address)
        self.sheets.append(Sheet(uuid_of(self.page)))
        fill_work(self.page)
        self.edit()

    def live(self):
        ways = [
            self.edit,
            self.edit,
            self.kill,
            self.reload,
            self.lose_network,
            self.find_network,
            self.hand_in,
            self.run_out,
        ]
        for _ in range(STEPS):
            way = self.chance.choice(ways)
            self.log.append(way.__name__)
            try:
                way()
            except Exception as fault:
                raise AssertionError(self.log, self.page.url, lies_here(self.page)) from fault

    def is_filling(self) -> bool:
        return self.page.locator("form#draft").count() > 0

    def edit(self):
        if not self.is_filling():
            return
        self.n += 1
        self.sheet.words = f"第 {self.n} 次写的"
        self.page.locator("#f-request").fill(self.sheet.words)
        wait_until_kept(self.page, self.sheet.words)

    def kill(self):
        """The tab goes without a word, and the sheet is opened in another one."""
        address = self.page.url
        self.page.close()
        self.page = self.site.tab(self.context)
        self.page.goto(address)

    def reload(self):
        self.page.reload()

    def lose_network(self):
        self.offline = True
        self.context.set_offline(True)

    def find_network(self):
        self.offline = False
        self.context.set_offline(False)

    def hand_in(self):
        """Without a network; then another sheet is begun."""
        self.lose_network()
        if not self.is_filling():
            return
        hand_in(self.page)
        self.sheet.handed_in = True
        self.begin()

    def run_out(self):
        """The session ends by itself; somebody signs in again while there is a network."""
        self.context.clear_cookies()
        if not self.offline:
            self.site.sign_in(self.context, "chen")

    def check(self):
        self.find_network()
        self.page.close()
        self.page = self.site.tab(self.context)
        self.sign_in_for_good()
        self.page.goto("/records")
        try:
            wait_until_nothing_waits(self.page)
        except AssertionError as waits:
            raise AssertionError(self.log, self.page.complaints, self.sheets, *waits.args) from waits
        for sheet in self.sheets:
            draft = draft_of(sheet.uuid)
            entries = list(Entry.select().where(Entry.record == draft.record))
            assert (len(entries), draft.answers["request"]) == (sheet.handed_in, sheet.words), self.log
            assert bool(draft.completed_at) == sheet.handed_in, self.log

    def sign_in_for_good(self):
        """An answer that was still on its way may bring an old cookie along, and take the new one's place."""
        for _ in range(20):
            self.context.clear_cookies()
            self.site.sign_in(self.context, "chen")
            self.page.goto("/account")
            self.page.reload()
            if self.page.evaluate("document.body.dataset.owner"):
                return
        raise AssertionError("still signed out")
