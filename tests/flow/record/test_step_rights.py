"""Whose a step is, and that nobody is shown a button that ends in a refusal."""

import re

import pytest

from fieldforms.errors import NotFound
from fieldforms.flow.completing import allowed_actions, completion, follow_on_sheets, record_access
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.faults import assignments, board
from fieldforms.flow.filling import drafts
from fieldforms.flow.inbox import tasks
from fieldforms.flow.record import folding
from fieldforms.forms.loading import definition_of_data
from fieldforms.store import clock
from fieldforms.store.library import definitions
from fieldforms.store.models import Assignment, Record
from fieldforms.store.record import records
from tests import boards
from tests.boards import goes_on, to_send, whole
from tests.forms.tiny import changed


@pytest.fixture
def lift(world):
    return boards.publish()


def mended(world, by="zhou") -> str:
    """A report whose repair waits to be checked."""
    number = to_send(world)
    assignments.assign_engineer(world.actor("sunmin"), number, world.users[by].id)
    return goes_on(world, number, by, {"mended_by": "换了板"})


def may(world, login, number) -> frozenset[str]:
    actor = world.actor(login)
    return allowed_actions.allowed_actions(actor, record_access.record_by_number(actor, number))


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
    assert follow_on_sheets.offered_sheets(actor, seen) and not follow_on_sheets.offered_sheets(
        world.actor("zhou"), seen
    )
    assert "correct" in may(world, "chen", entry.number)
    assert "correct" not in may(world, "zhou", entry.number)


def test_the_button_and_the_verb_agree(world, lift):
    number = mended(world)
    for login in ("chen", "zhou", "sunmin", "gao"):
        actor = world.actor(login)
        found = drafts.with_context(
            drafts.Draft(**drafts.values_of_new_draft(actor, whole(number), lift.step("check"), "x"))
        )
        assert drafts.may_fill(actor, found) == ("step" in may(world, login, number))


# Nobody reviews their own work: here is the form whose check is by somebody else than who mended


@pytest.fixture
def careful(world):
    form = boards.FORM
    for word, value in (("other_than", ["mend"]), ("else_by", "dispatcher")):
        form = changed(form, f"step.4.{word}", value)
    return definitions.read_definition(definitions.publish_definition(definition_of_data(form)))


def turns(world, login) -> list[str]:
    return [row.number for row in tasks.steps_of_actor(world.actor(login))]


def test_who_mended_does_not_check_it_a_colleague_does(world, careful):
    Assignment.create(user=world.users["zhou"], client=world.office.client, since=clock.now())
    number = mended(world, by="chen")
    assert [login for login in ("chen", "zhou", "sunmin", "gao") if "step" in may(world, login, number)] == [
        "zhou"
    ]
    assert [login for login in ("chen", "zhou", "sunmin") if number in turns(world, login)] == ["zhou"]
    with pytest.raises(NotFound):
        goes_on(world, number, "chen", {"good": "yes"})
    goes_on(world, number, "zhou", {"good": "yes"})
    assert Record.get(Record.number == number).state == "closed"


def test_where_the_mender_is_the_clients_only_technician_the_dispatcher_checks(world, careful):
    number = mended(world, by="chen")
    assert [
        login
        for login in ("chen", "zhou", "sunmin", "gao")
        if login != "zhou" and "step" in may(world, login, number)
    ] == ["sunmin"]
    assert [login for login in ("chen", "zhou", "sunmin", "gao") if number in turns(world, login)] == [
        "sunmin"
    ]
    (card,) = board.board_of(world.actor("gao"), careful).cards
    assert (card.people, card.by) == ((), "dispatcher")
    goes_on(world, number, "sunmin", {"good": "yes"})
    assert Record.get(Record.number == number).state == "closed"


def test_who_comes_to_serve_the_client_meanwhile_checks_it_instead(world, careful):
    number = mended(world, by="chen")
    Assignment.create(user=world.users["zhou"], client=world.office.client, since=clock.now())
    assert number in turns(world, "zhou") and number not in turns(world, "sunmin")


def test_the_work_of_who_was_sent_from_elsewhere_is_the_clients_technicians_to_check(world, careful):
    number = mended(world, by="zhou")
    assert number in turns(world, "chen") and number not in turns(world, "sunmin")
    (card,) = board.board_of(world.actor("gao"), careful).cards
    assert [user.login for user in card.people] == ["chen"]


def test_a_repair_that_somebody_else_did_after_all_is_free_for_the_first(world, careful):
    """What was returned does not stand: who mended it in the end is who does not check it."""
    number = mended(world, by="chen")
    sun = world.actor("sunmin")
    draft = drafts.open_next_step(sun, whole(number))
    completion.complete(sun, draft.uuid, HandedIn({}, folding.RETURNED, reason="再看看"))
    assignments.assign_engineer(sun, number, world.users["zhou"].id, "小周去")
    goes_on(world, number, "zhou", {"mended_by": "换了线"})
    assert number in turns(world, "chen")


# Nobody needs to be named: then the repair is the client's technicians'


@pytest.fixture
def free(world):
    form = changed(boards.FORM, "section.2.field.0.required", {"haste": "meeting"})
    return definitions.read_definition(
        definitions.publish_definition(definition_of_data(changed(form, "step.3.else_by", "technician")))
    )


def test_what_nobody_is_named_for_is_the_clients_technicians(world, free):
    number = goes_on(world, to_send(world), "sunmin", {"awaited": "2099-01-01"})
    assert number in turns(world, "chen")
    assert [login for login in ("zhou", "sunmin", "gao") if number in turns(world, login)] == []
    (card,) = board.board_of(world.actor("gao"), free).cards
    assert ([user.login for user in card.people], card.by) == (["chen"], "technician")
    goes_on(world, number, "chen", {"mended_by": "厂家换了板"})
    assert Record.get(Record.number == number).next_step == "check"


def test_who_is_named_has_it_alone(world, free):
    number = to_send(world)
    assignments.assign_engineer(world.actor("sunmin"), number, world.users["zhou"].id)
    assert number in turns(world, "zhou") and number not in turns(world, "chen")
    assert "step" not in may(world, "chen", number)
    assignments.assign_engineer(world.actor("sunmin"), number, world.users["chen"].id, "小周请假")
    assert turns(world, "chen") == [number], "once, though it is his by name and by client"
