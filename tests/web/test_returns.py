"""A sheet that goes back: nobody sees more of it than before, and it isn't blank while its work is done again."""

import pytest

from fieldforms.store.models import Record, Room, User
from tests.people import csrf
from tests.web.filling import Form, completed_sheet
from tests.web.test_signatures import handed, link_of

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
