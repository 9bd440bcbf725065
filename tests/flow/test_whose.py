"""Whose a step is, and that nobody is shown a button that ends in a refusal."""

import re

import pytest

from fieldforms.flow import actions, assignments, drafts, following
from fieldforms.flow import records as verbs
from fieldforms.store import records
from fieldforms.store.models import Record
from tests import boards
from tests.boards import goes_on, to_send, whole


@pytest.fixture
def lift(world):
    return boards.publish()


def mended(world, by="zhou") -> str:
    """A report whose repair waits to be checked."""
    number = to_send(world)
    assignments.assign(world.actor("sunmin"), number, world.users[by].id)
    return goes_on(world, number, by, {"mended_by": "换了板"})


def may(world, login, number) -> frozenset[str]:
    actor = world.actor(login)
    return actions.possible(actor, verbs.found_by(actor, number))


def test_who_was_only_sent_has_no_button_for_what_follows_the_repair(world, lift):
    number = mended(world)
    assert "step" not in may(world, "zhou", number) and "step" in may(world, "chen", number)
    page = world.browser("zhou").get(f"/records/{number}").text
    assert f"/records/{number}/step" not in page and "填写：" not in page


def test_every_button_that_is_shown_leads_somewhere(world, lift):
    number = mended(world)
    for login in ("chen", "zhou", "sunmin", "gao", "shen", "admin"):
        browser = world.browser(login)
        page = browser.get(f"/records/{number}").text
        for address in re.findall(r'<a class="button[^"]*" href="([^"]+)"', page):
            assert browser.get(address.replace("&amp;", "&")).status_code in (200, 303), (login, address)


def test_who_was_only_sent_corrects_nothing_and_opens_nothing_about_the_client(world):
    actor = world.actor("chen")
    entry = world.signed_sheet(result="not_completed", not_completed=["other"], remarks="等装修完工")
    Record.update(assignee=world.users["zhou"].id).where(Record.number == entry.number).execute()
    seen = records.by_number(world.actor("zhou").viewer, entry.number)
    assert following.offers(actor, seen) and not following.offers(world.actor("zhou"), seen)
    assert "correct" in may(world, "chen", entry.number)
    assert "correct" not in may(world, "zhou", entry.number)


def test_the_button_and_the_verb_agree(world, lift):
    number = mended(world)
    for login in ("chen", "zhou", "sunmin", "gao"):
        actor = world.actor(login)
        found = drafts.put_together(
            drafts.Draft(**drafts.begun(actor, whole(number), lift.step("check"), "x"))
        )
        assert drafts.may_fill(actor, found) == ("step" in may(world, login, number))
