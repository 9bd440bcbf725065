"""How a repaired fault ends: who repaired it, who hears of a disputed cost, and what becomes of it when nobody accepts."""

import pytest

from fieldforms.errors import Invalid
from fieldforms.flow.completing import completion, corrections, follow_on_sheets
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.flow.inbox import tasks
from fieldforms.flow.proof import list_checks, verification
from fieldforms.store.models import Record
from fieldforms.store.record import records
from tests.boards import goes_on, whole
from tests.people import csrf
from tests.web.faults.hands import DISPUTED, accepting, reviewed


def row(number: str) -> Record:
    return Record.get(Record.number == number)


def end(browser, number: str, **given):
    page = browser.get(f"/records/{number}/unaccepted")
    token = csrf(page.text if page.status_code == 200 else browser.get("/account").text)
    return browser.post(f"/records/{number}/unaccepted", data={"csrf_token": token} | given)


def test_who_reviews_a_repair_did_not_do_it(world):
    number = reviewed(world)
    assert row(number).technician_name == "周海燕"
    assert list(verification.every_difference()) == []


def test_a_disputed_cost_waits_for_the_supervisor_who_answers_it(world):
    number = reviewed(world, DISPUTED)
    [asked] = [each for each in tasks.steps_of_actor(world.actor("gao")) if each.key == "approval-request"]
    assert asked.follows == number and "配件多算一个" in world.browser("gao").get("/").text
    assert row(number).next_step == "acceptance", "the client does not wait for it"
    assert row(number).cost_disputed and number in world.browser("gao").get("/records?disputed=1").text
    answered = {"supervisor_decision": "declined", "supervisor_remark": "价格没错"}
    with pytest.raises(Invalid):
        goes_on(world, asked.number, "gao", answered)
    assert row(number).cost_disputed
    goes_on(world, asked.number, "gao", answered | {"settled_cost": "700.00", "settled_why": "配件按目录价"})
    assert not row(number).cost_disputed and list(list_checks.every_list_difference()) == []
    assert asked.number in world.browser("chen").get("/").text


def test_what_is_in_order_asks_for_nothing(world):
    reviewed(world)
    assert not Record.select().where(Record.key == "approval-request").exists()


@pytest.mark.parametrize(("outcome", "words"), [("absent", "客户不在场"), ("refused", "拒")])
def test_a_repair_nobody_accepts_ends_as_what_it_was(world, outcome, words):
    number = reviewed(world)
    chen = world.browser("chen")
    assert "未验收，结束" not in chen.get(f"/records/{number}").text
    assert end(chen, number, reason="等不到人").status_code in (403, 409)
    sheet = accepting(world, number, outcome)
    assert "未验收，结束" in chen.get(f"/records/{number}").text and row(number).state == "open"
    assert end(chen, number).status_code == 422
    assert end(chen, number, reason="客户长期出差").status_code == 303
    ended = row(number)
    assert (ended.state, ended.unsigned, ended.next_step) == ("closed", True, "")
    page = chen.get(f"/records/{number}").text
    assert "客户长期出差" in page and words in page and sheet in page
    assert end(chen, number, reason="再来").status_code in (403, 409)
    assert list(verification.every_difference()) == []


def test_before_that_another_sheet_may_still_be_accepted(world):
    number = reviewed(world)
    accepting(world, number, "absent")
    offers = follow_on_sheets.offered_sheets(world.actor("chen"), whole(number))
    assert [offer.form.key for offer in offers] == ["service-contact"]


def test_while_another_sheet_waits_for_the_client_nobody_ends_it(world):
    number = reviewed(world)
    accepting(world, number, "absent")
    chen, actor = world.browser("chen"), world.actor("chen")
    assert "未验收，结束" in chen.get(f"/records/{number}").text
    origin = follow_on_sheets.origin_of_follower(whole(number), "service-contact")
    new = drafts.start_draft(actor, "service-contact", origin, drafts.new_uuid(), drafts.new_uuid())
    given = world.working_sheet().answers | new.draft.answers | {"result": "completed"}
    second = drafts.save_draft(actor, new, given, 0, "tests")
    completion.complete(actor, second.uuid, HandedIn(second.answers))
    assert "未验收，结束" not in chen.get(f"/records/{number}").text
    assert end(chen, number, reason="等不到人").status_code in (403, 409)


# Corrections


def test_a_correction_does_not_offer_anew_what_was_opened_before(world):
    entry = world.signed_sheet(result="not_completed", not_completed=["other"], remarks="等装修完工")
    chen = world.actor("chen")
    seen = records.by_number(chen.viewer, entry.number)
    [offer] = follow_on_sheets.offered_sheets(chen, seen)
    origin = follow_on_sheets.origin_of_follower(seen, offer.form.key)
    new = drafts.start_draft(chen, offer.form.key, origin, drafts.new_uuid(), drafts.new_uuid())
    answers = world.working_sheet().answers | new.draft.answers
    draft = drafts.save_draft(chen, new, answers, 0, "tests")
    followed = completion.complete(chen, draft.uuid, HandedIn(draft.answers)).entry.number
    correction = corrections.correct_record(chen, entry.number, "写错了电话")
    again = completion.complete(chen, correction.uuid, HandedIn(correction.answers)).entry
    world.sign(again)
    corrected = records.by_number(chen.viewer, again.number)
    assert follow_on_sheets.offered_sheets(chen, corrected) == []
    assert followed in world.browser("chen").get(f"/records/{again.number}").text
