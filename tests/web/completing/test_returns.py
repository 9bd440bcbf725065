"""A sheet that goes back: nobody sees more of it than before, and it isn't blank while its work is done again."""

import pytest

from fieldforms.store.models import Record, Room, User
from tests.people import csrf
from tests.web.completing.hands import GOOD, handed, link_of
from tests.web.hands import Form, completed_sheet, contact_body
from tests.web.sheets.hands import pdf_text

RETURN = {"entry.outcome": "returned", "reason": "左声道没有声音"}


@pytest.fixture
def chen(world):
    return world.browser("chen")


@pytest.fixture
def number(world, chen) -> str:
    return completed_sheet(chen, world.office)


def recall(browser, number: str):
    token = csrf(browser.get(f"/records/{number}").text)
    return browser.post(f"/records/{number}/recall", data={"csrf_token": token, "reason": "写错时间"})


def send_back_by_link(world, browser, number: str):
    """The client's own browser, and where it went on to."""
    client = world.browser()
    return client, Form(client, link_of(browser, number), "sign").post(**RETURN).location


WAYS_BACK = {
    "link": send_back_by_link,
    "handed": lambda world, browser, number: handed(world.browser("chen"), number).post(**RETURN),
    "recall": lambda world, browser, number: recall(browser, number),
}


@pytest.mark.parametrize("way", WAYS_BACK)
def test_a_colleague_without_clearance_sees_nothing_of_a_confidential_sheet_that_went_back(world, chen, way):
    Room.update(confidential=True).where(Room.id == world.office.room.id).execute()
    User.update(disabled_at=None).where(User.login == "lihua").execute()
    world.users["lihua"].disabled_at = None
    number = completed_sheet(chen, world.office)
    colleague = world.browser("lihua")
    for ways in (lambda: None, lambda: WAYS_BACK[way](world, chen, number)):
        ways()
        assert colleague.get(f"/records/{number}").status_code == 404
        assert colleague.get(f"/records/{number}.pdf").status_code == 404
        for page in ("/records", "/records?q=杂音", f"/devices/{world.office.device.id}", "/"):
            assert number not in colleague.get(page).text
    assert chen.get(f"/records/{number}").status_code == 200
    assert Record.get(Record.number == number).state == "open"


MARK = "退回重做：以下是退回前的内容"


@pytest.mark.parametrize("way", WAYS_BACK)
def test_a_sheet_that_went_back_shows_what_was_said_and_that_it_is_done_again(
    world, chen, number, way, tmp_path
):
    WAYS_BACK[way](world, chen, number)
    page = chen.get(f"/records/{number}").text
    paper = pdf_text(chen.get(f"/records/{number}.pdf").data, tmp_path)
    reason = "写错时间" if way == "recall" else RETURN["reason"]
    for text in (page, paper):
        assert text.count(MARK) == 1 and "更换端子并重新压接" in text and reason in text
    english = chen.get(f"/records/{number}?lang=en").text
    assert english.count("Sent back and being done again: this is what it said before") == 1
    listed = chen.get("/records").text
    assert number in listed and world.office.device.name in listed
    assert ("待签字" in page) == (way == "recall")  # who sent it back is not asked for a signature meanwhile


def test_whoever_sent_it_back_is_told_so_and_what_happens_next(world, chen, number):
    client, own = send_back_by_link(world, chen, number)
    told = client.get(own).text
    for words in ("已退回给技术员", number, RETURN["reason"], "技术员会继续处理", "更换端子并重新压接", MARK):
        assert words in told
    assert "待签字" not in told
    assert "Sent back to the technician" in client.get(f"{own}?lang=en").text
    redo(chen, number, world.office, solution="换了话筒")
    told = client.get(own).text
    assert "技术员已重新处理" in told and "换了话筒" in told and MARK not in told
    Form(world.browser(), link_of(chen, number), "sign").post(**GOOD)
    assert "已退回给技术员" not in client.get(own).text


def test_on_the_phone_handed_over_they_read_their_own_reason(world, chen, number):
    form = handed(chen, number)
    done = chen.get(form.post(**RETURN).location).text
    assert "已退回给技术员" in done and RETURN["reason"] in done and number in done


def redo(browser, number: str, place, **changes) -> None:
    """The technician opens the step again as the sheet's page offers it: prefilled with what it said."""
    token = csrf(browser.get(f"/records/{number}").text)
    opened = browser.post(f"/records/{number}/step", data={"csrf_token": token})
    form = Form(browser, opened.location)
    assert "更换端子并重新压接" in form.page.text
    checked = form.post(then="check", **contact_body(place, **changes))
    Form(browser, checked.location, "complete").post()
