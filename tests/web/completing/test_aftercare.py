"""A low rating or a refused signature is followed up: with an owner, a day, notes and an outcome, from the rating to the end."""

import re

import pytest

from fieldforms.flow import local_time
from fieldforms.flow.inbox import inbox_items
from fieldforms.flow.people import deputies
from fieldforms.store import clock
from fieldforms.store.models import Record, Review, User
from tests.people import csrf, questions
from tests.standing import stands_at
from tests.web.completing.corrections import end_correction
from tests.web.completing.hands import day
from tests.web.hands import read_page
from tests.web.sheets.hands import exporter, pdf_text


def post(world, login: str, address: str, **body):
    browser = world.browser(login)
    return browser.post(address, data={"csrf_token": csrf(browser.get("/account").text), **body})


def note(world, number: str, login="gao", **body):
    return post(world, login, f"/records/{number}/aftercare/words", **body)


def close(world, number: str, login="gao", **body):
    return post(
        world, login, f"/records/{number}/aftercare", **{"reason": "已致歉", "care_ending": "agreed"} | body
    )


@pytest.fixture
def low(world) -> str:
    return world.signed_sheet("chen", rating="dissatisfied").number


@pytest.fixture
def colleague(world) -> User:
    """A second supervisor."""
    gao = world.users["gao"]
    world.users["fang"] = User.create(
        login="fang", name="方敏", role="supervisor", password=gao.password, created_at=clock.now()
    )
    return world.users["fang"]


def refused(world) -> str:
    number = world.waiting_sheet("chen").number
    end_correction(world.browser("chen"), number, "refused")
    return number


def cared(world, login="gao") -> list[tuple[str, bool]]:
    """(number, late) of what is this person's to follow up."""
    items = inbox_items.items_of_actor(world.actor(login))
    return [(item.about.row.number, item.late) for item in items if item.kind == "rating"]


def page(world, number: str, login="gao") -> str:
    return world.browser(login).get(f"/records/{number}/aftercare").text


def test_from_the_rating_to_its_end(world, low, colleague):
    assert note(world, low, words="约周五上门", owner=colleague.id, due_on=day(3)).status_code == 303
    assert cared(world, "fang") == [(low, False)] and cared(world, "gao") == [], "it has an owner now"
    assert note(world, low, "fang", words="话筒换了").status_code == 303
    shown = page(world, low, "fang")
    said = [shown.index(words) for words in ("高建国", "由方敏跟进", "约周五上门", "话筒换了")]
    assert said == sorted(said)
    world.signed_sheet("chen", rating="satisfied")
    assert "这个客户后来的评价" in page(world, low) and "满意" in page(world, low)
    assert close(world, low, "fang", care_ending="contented").status_code == 303
    assert cared(world, "fang") == [] and Record.get(Record.number == low).low_rating_since is None
    shown = page(world, low)
    assert "客户满意了" in shown and "已致歉" in shown and "结束跟进" not in shown
    assert note(world, low, words="还有").status_code == 409 and close(world, low).status_code == 409


def test_its_sheet_says_how_it_ended_and_leads_to_it_for_who_reads_ratings(world, low):
    way = f'href="/records/{low}/aftercare"'

    def box(login: str) -> str:
        shown = world.browser(login).get(f"/records/{low}").text
        return shown.partition('<h2 id="reviews">')[2].partition("</section>")[0]

    note(world, low, words="约周五上门")
    assert way in box("gao") and "客户满意了" not in box("gao")
    close(world, low, care_ending="contented", tell="周五去")
    assert way in box("gao") and "低评价已跟进" in box("gao") and "客户满意了" in box("gao")
    for login in ("chen", "sunmin"):
        assert way not in box(login) and "客户满意了" not in box(login), login


def test_a_refused_signature_is_followed_up_too(world):
    number = refused(world)
    assert cared(world) == [(number, False)] and "客户拒签，请跟进" in world.browser("gao").get("/").text
    post(world, "gao", f"/records/{number}/review", note="看过")
    assert cared(world) == [(number, False)], "reading it is no follow-up"
    assert close(world, number).status_code == 303 and cared(world) == []


def test_a_technician_who_cancels_the_sheet_ends_no_follow_up(world):
    number = stands_at(world, "handover", "giving").number
    end_correction(world.browser("chen"), number, "refused")
    assert cared(world) == [(number, False)]
    assert post(world, "chen", f"/records/{number}/cancellation", reason="不移交了").status_code == 303
    assert Record.get(Record.number == number).state == "cancelled" and cared(world) == [(number, False)]
    assert close(world, number).status_code == 303 and cared(world) == []


def test_an_absent_client_or_a_content_one_opens_none(world):
    world.signed_sheet("chen")
    assert cared(world) == []
    assert close(world, world.signed_sheet("chen").number).status_code == 409


@pytest.mark.parametrize(
    "body, sentence",
    [
        ({"reason": " "}, "请写明怎样跟进的"),
        ({"care_ending": ""}, "结果"),
        ({"care_ending": "fine"}, "结果"),
        ({"tell": "字" * 2001}, "告诉技术员的话"),
        ({"reason": "字" * 2001}, "2001"),
    ],
)
def test_without_words_and_an_outcome_it_stays_open_and_nothing_typed_is_lost(world, low, body, sentence):
    answer = close(world, low, **{"tell": "周五去"} | body)
    assert answer.status_code == 422 and sentence in answer.text
    if "tell" not in body and len(body.get("reason", "")) < 2000:
        assert "周五去" in answer.text and "<title>错误：" in answer.text
    assert cared(world) == [(low, False)] and Review.select().count() == 0


@pytest.mark.parametrize(
    "body", [{}, {"words": " "}, {"owner": "999999", "words": "好"}, {"owner": "chen"}, {"due_on": "明天"}]
)
def test_a_note_says_something_and_names_a_supervisor_and_a_day(world, low, body):
    assert note(world, low, **body).status_code == 422 and Review.select().count() == 0


def test_a_technician_owns_none(world, low):
    assert note(world, low, words="好", owner=world.users["chen"].id).status_code == 422


def test_past_its_day_it_is_late_and_first(world, low):
    newer = world.signed_sheet("chen", rating="fair").number
    with clock.pretend_now(clock.now() + 3 * clock.DAY_MS):
        note(world, newer, due_on=local_time.today())
    with clock.pretend_now(clock.now() + 5 * clock.DAY_MS):
        assert cared(world) == [(newer, True), (low, False)]
    with clock.pretend_now(clock.now() + 9 * clock.DAY_MS):
        assert cared(world) == [(low, True), (newer, True)], "a week, where no day was set"
        assert "逾期" in page(world, low)


def test_a_deputy_inherits_it_and_so_does_everybody_when_the_owner_has_left(world, low, colleague):
    note(world, low, owner=colleague.id)
    fang, today = world.actor("fang"), local_time.today()
    given = {"deputy": str(world.users["shen"].id), "from_on": today, "until_on": today}
    deputies.name_deputy(fang, fang.user_id, given)
    assert cared(world, "shen") == [(low, False)] and cared(world, "gao") == []
    assert note(world, low, "shen", words="我来").status_code == 303
    colleague.disabled_at = 1
    colleague.save()
    assert cared(world, "gao") == [(low, False)]


@pytest.mark.parametrize("login", ["chen", "sunmin", "shen", "admin", "wangjing"])
@pytest.mark.parametrize("rating", ["very_satisfied", "dissatisfied"])
def test_nobody_else_learns_whether_there_is_one(world, login, rating):
    number = world.signed_sheet("chen", rating=rating).number
    assert note(world, number, login, words="好").status_code == 403
    assert world.browser(login).get(f"/records/{number}/aftercare").status_code == 403
    assert world.browser(login).get("/records?to_care=1").status_code in (200, 403)


@pytest.mark.parametrize("login", ["chen", "sunmin", "shen", "admin"])
def test_a_note_an_owner_and_a_day_show_nowhere_else(world, low, login):
    browser = exporter(world, login)
    pages = (
        "/",
        f"/records/{low}",
        "/records",
        "/records?to_care=1",
        "/records.csv",
        "/turns",
        f"/records/{low}.pdf",
    )
    before = [read_page(browser, page) for page in pages[:-1]]
    note(world, low, words="约周五上门", owner=world.users["gao"].id, due_on=day(3))
    assert [read_page(browser, page) for page in pages[:-1]] == before


def test_what_the_technician_is_told_is_a_note_like_any_other(world, low, tmp_path):
    """Two sheets, one rated low: the words of a follow-up and those of a review read alike, to the letter."""
    high, words = world.signed_sheet("chen").number, "周五带新话筒去"
    with clock.pretend_now(clock.now()):
        close(world, low, tell=words)
        post(world, "gao", f"/records/{high}/review", note=words, told="1")
    chen = world.browser("chen")

    def seen(number: str) -> str:
        shown = read_page(chen, f"/records/{number}").replace(number, "N")
        return re.search(r'id="reviews".*?</section>', shown, re.DOTALL)[0]

    assert words in seen(low) and seen(low) == seen(high)
    home = chen.get("/").text
    assert low in home and high in home and "已致歉" not in chen.get(f"/records/{low}").text
    assert words not in pdf_text(chen.get(f"/records/{low}.pdf").data, tmp_path)


def test_without_a_word_for_them_the_technician_is_told_nothing(world, low):
    chen = world.browser("chen")
    before = [read_page(chen, address) for address in ("/", f"/records/{low}")]
    close(world, low)
    assert [read_page(chen, address) for address in ("/", f"/records/{low}")] == before


def test_the_list_behind_the_filter_is_the_ones_that_wait(world, low):
    others = [world.signed_sheet("chen", rating="fair").number, refused(world)]
    world.signed_sheet("chen")
    listed = world.browser("gao").get("/records?to_care=1").text
    assert "共 3 张" in listed and all(number in listed for number in (low, *others))


def test_as_many_questions_for_three_as_for_one(world, low):
    gao = world.actor("gao")
    inbox_items.items_of_actor(gao)
    with questions() as few:
        list(inbox_items.rating_items(gao))
    for _ in range(3):
        note(world, world.signed_sheet("chen", rating="fair").number, words="已致电")
    with questions() as many:
        list(inbox_items.rating_items(gao))
    assert len(many) == len(few)
