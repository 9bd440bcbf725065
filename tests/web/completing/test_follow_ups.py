"""需重新联络: a dated to-do of the technician and the dispatcher, until somebody says that it is done."""

import pytest

from fieldforms.flow.completing import record_access
from fieldforms.flow.inbox import inbox_items
from fieldforms.flow.record import projection
from fieldforms.store import clock
from fieldforms.store.models import Assignment, Record, Review
from tests.people import csrf
from tests.web.completing.hands import AGAIN, day, sheet
from tests.web.hands import Form, contact_body


def waiting(world, login: str) -> list[tuple[str, bool, bool]]:
    """(number, late, coming)"""
    found = [turn for turn in inbox_items.items_of_actor(world.actor(login)) if turn.kind == "follow_up"]
    return [(turn.about.number, turn.late, turn.is_coming) for turn in found]


def settle(world, login: str, number: str, note="徐明说周五再来"):
    browser = world.browser(login)
    token = csrf(browser.get("/account").text)
    return browser.post(f"/records/{number}/follow-up", data={"csrf_token": token, "reason": note})


@pytest.mark.parametrize(("days", "late", "coming"), [(-1, True, False), (0, False, False), (3, False, True)])
def test_it_waits_for_the_technician_and_the_dispatcher(world, days, late, coming):
    number = sheet(world, days)
    for login in ("chen", "sunmin"):
        assert waiting(world, login) == [(number, late, coming)]
        assert number in world.browser(login).get("/").text
    for login in ("zhou", "gao", "wangjing"):
        assert waiting(world, login) == []


def test_it_waits_for_nobody_before_its_days_nor_before_the_signature(world):
    sheet(world, 4)
    world.waiting_sheet(**AGAIN, follow_up_date=day(0), arrival=f"{day(-10)}T09:10")
    assert waiting(world, "chen") == []


@pytest.mark.parametrize(
    ("lang", "late", "coming"), [("zh", "逾期", "快到了"), ("en", "Overdue", "Coming up")]
)
def test_the_first_page_says_which_are_late_and_which_are_coming(world, lang, late, coming):
    sheet(world, 2)
    page = world.browser("chen").get(f"/?lang={lang}").text
    assert coming in page and late not in page
    sheet(world, -2)
    assert late in world.browser("chen").get(f"/?lang={lang}").text


def test_a_colleague_sees_it_in_the_calendar_but_not_as_their_turn(world):
    sheet(world, 0)
    Assignment.create(user=world.users["zhou"], client=world.office.client, since=clock.now())
    assert waiting(world, "zhou") == []
    assert "重新联络" in world.browser("zhou").get("/plans/calendar").text


@pytest.mark.parametrize(("lang", "words"), [("zh", "重新联络"), ("en", "Contact again")])
def test_the_calendar_of_the_month_shows_it_to_who_may_see_the_sheet(world, lang, words):
    number = sheet(world, 40)
    address = f"/plans/calendar?on={day(40)}&lang={lang}"
    for login in ("chen", "sunmin", "gao"):
        page = world.browser(login).get(address).text
        assert f"/records/{number}" in page and words in page
    assert number not in world.browser("zhou").get(address).text
    assert number not in world.browser("chen").get(f"/plans/calendar?on={day(120)}").text
    other = world.university.client.id
    assert number not in world.browser("sunmin").get(f"{address}&client={other}").text


@pytest.mark.parametrize("login", ["chen", "sunmin"])
@pytest.mark.parametrize(("lang", "done"), [("zh", "已重新联络"), ("en", "Contacted again")])
def test_who_says_that_it_is_done_takes_it_off_every_list_and_the_sheet_says_so(world, login, lang, done):
    number = sheet(world, -1)
    assert settle(world, login, number).status_code == 303
    assert waiting(world, "chen") == waiting(world, "sunmin") == []
    assert number not in world.browser("gao").get("/plans/calendar").text
    page = world.browser("chen").get(f"/records/{number}?lang={lang}").text
    assert world.users[login].name in page and done in page and "徐明说周五再来" in page
    assert f"/records/{number}/follow-up" not in page


def test_it_is_done_once_and_not_without_a_word(world):
    number = sheet(world, 0)
    refused = settle(world, "chen", number, note=" ")
    assert refused.status_code == 422 and "请写明联络的结果" in refused.text
    assert settle(world, "chen", number).status_code == 303
    assert settle(world, "sunmin", number).status_code == 409
    assert Review.select().count() == 1


def test_who_has_nothing_to_do_with_it_cannot_settle_it(world):
    number = sheet(world, 0)
    assert settle(world, "zhou", number).status_code == 404
    assert settle(world, "shen", number).status_code == 403


def test_reading_the_sheet_contacts_nobody_and_contacting_reads_no_rating(world):
    number = sheet(world, 0, rating="dissatisfied")
    record_access.review_record(world.actor("gao"), number, "看过")
    assert waiting(world, "chen")
    Review.delete().execute()
    settle(world, "chen", number)
    assert [turn.kind for turn in inbox_items.items_of_actor(world.actor("gao"))] == ["rating"]


def test_the_sheet_that_goes_on_is_the_contact(world):
    number = sheet(world, 0)
    form = Form(world.browser("chen"), f"/forms/service-contact/new?follows={number}")
    checked = form.post(then="check", **contact_body(world.office))
    assert waiting(world, "chen"), "what is only begun settles nothing"
    Form(form.browser, checked.location, "complete").post()
    assert waiting(world, "chen") == waiting(world, "sunmin") == []


def test_a_fault_that_opened_from_it_is_not_the_contact(world):
    both = {"result": "not_completed", "not_completed": ["follow_up", "return_or_replace"]}
    number = world.signed_sheet(**both, follow_up_date=day(0), arrival=f"{day(-10)}T09:10").number
    assert Record.select().where(Record.follows == number).count() == 1
    assert [each[0] for each in waiting(world, "chen")] == [number]


def test_it_is_there_after_the_projection_was_made_anew(world):
    number = sheet(world, -1)
    Record.update(follow_up_on="").execute()
    assert waiting(world, "chen") == []
    projection.rebuild_all()
    assert waiting(world, "chen") == [(number, True, False)]
    settle(world, "chen", number)
    projection.rebuild_all()
    assert waiting(world, "chen") == []
