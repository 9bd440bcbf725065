"""The board's page, and assigning from it."""

import re

import pytest

from fieldforms.forms.loading import definition_of_data
from fieldforms.store import clock
from fieldforms.store.library import definitions
from fieldforms.store.models import Record, User
from tests import boards
from tests.boards import asked, goes_on, looked, promise, to_send
from tests.people import csrf
from tests.web.faults.hands import text
from tests.web.hands import Form

BOARD = "/board/lift"


@pytest.fixture
def lift(world):
    return boards.publish()


def post(browser, url, **form):
    return browser.post(url, data={"csrf_token": csrf(text(browser.get("/account")))} | form)


def card(page: str, number: str) -> str:
    return re.search(rf'<li class="board-card [^>]*id="card-{number}".*?</li>', page, re.DOTALL).group(0)


def assigned(world, number: str, login="zhou"):
    return post(world.browser("sunmin"), f"/records/{number}/assignment", user=world.users[login].id)


def test_the_board_shows_each_report_at_its_step_with_who_has_it(world, lift):
    waiting, harder = asked(world, "urgent", "门打不开"), to_send(world, trouble="不动了")
    page = text(world.browser("sunmin").get(BOARD))
    found = card(page, waiting)
    for words in (
        "门打不开",
        "政务中心",
        "政务中心第一会议室",
        "急",
        "陈志远",
        "已等 1 分钟",
        f"/records/{waiting}",
    ):
        assert words in found
    assert "指派" not in found and "draggable" not in found
    assert f'href="/records/{harder}/assignment"' in card(page, harder)
    assert (
        page.index('id="step-look"') < page.index(waiting) < page.index('id="step-send"') < page.index(harder)
    )


def test_the_default_board_is_that_of_the_first_form(world, lift):
    page = text(world.browser("sunmin").get("/board"))
    assert "故障报修与排除" in page and "没有未结的报修" in page
    assert 'href="/board/lift"' in page, "and leads to the other"
    assert text(world.browser("sunmin").get("/board/service-contact")).count("board-") == 0


def test_late_and_nearly_late_are_said_in_words(world, lift):
    promise(world, normal_respond=40, urgent_respond=100)
    now = clock.now()
    with clock.pretend_now(now - 90 * clock.MINUTE):
        late, soon, fine = asked(world), asked(world, "urgent"), asked(world, "meeting")
    page = text(world.browser("sunmin").get(BOARD))
    assert "响应超时 50 分钟" in card(page, late) and 'class="board-card late"' in card(page, late)
    assert re.search("响应只剩 (9|10) 分钟", card(page, soon)) and 'class="board-card soon"' in card(
        page, soon
    )
    assert "响应" not in card(page, fine)
    for tone, numbers in (
        ("late", [late]),
        ("soon", [soon]),
        ("", [late, soon, fine]),
        ("odd", [late, soon, fine]),
    ):
        narrowed = text(world.browser("sunmin").get(f"{BOARD}?tone={tone}"))
        assert set(re.findall(r'id="card-([^"]+)"', narrowed)) == set(numbers), tone
        assert f'{BOARD}{f"?tone={tone}" if tone in ("late", "soon") else ""}" hx-trigger' in narrowed, (
            "so it stays"
        )
    assert "超时 1 件" in page


def test_news_come_as_a_fragment(world, lift):
    number = asked(world)
    news = text(
        world.browser("sunmin").get(BOARD, headers={"HX-Request": "true", "HX-Request-Type": "partial"})
    )
    assert number in news and "<html" not in news and "hx-trigger" not in news


def test_two_taps_assign_and_the_engineer_has_it(world, lift):
    number = to_send(world)
    offered = text(world.browser("sunmin").get(f"/records/{number}/assignment"))
    names = re.findall(r'engineer-name">([^<]+)', offered)
    assert names == ["陈志远", "周海燕"] and "服务这家客户" in offered
    answer = assigned(world, number)
    assert (answer.status_code, answer.location) == (303, "/board/lift")
    assert Record.get(Record.number == number).assignee_id == world.users["zhou"].id
    assert f"/records/{number}" in text(world.browser("zhou").get("/"))
    assert world.browser("zhou").get(f"/records/{number}").status_code == 200


def test_what_is_missing_is_said_in_the_draft_with_the_engineer_filled_in(world, lift):
    number = to_send(world, "meeting")
    browser = world.browser("sunmin")
    answer = post(browser, f"/records/{number}/assignment", user=world.users["zhou"].id)
    assert answer.location.startswith("/drafts/")
    page = text(browser.get(answer.location))
    assert "还差 问过厂家" in page and "周海燕" in page
    assert Record.get(Record.number == number).next_step == "send"


def test_to_send_somebody_else_a_reason_is_asked(world, lift):
    number, browser = to_send(world), world.browser("sunmin")
    assigned(world, number)
    url = f"/records/{number}/assignment"
    page = text(browser.get(url))
    assert "现在是周海燕" in page and re.findall(r'engineer-name">([^<]+)', page) == ["陈志远"]
    refused = post(browser, url, user=world.users["chen"].id, reason="  ")
    assert refused.status_code == 422 and 'href="#f-reason"' in text(refused)
    assert post(browser, url, user=world.users["chen"].id, reason="周海燕请假").status_code == 303
    told = text(browser.get(f"/records/{number}"))
    assert "周海燕请假" in told
    assert world.browser("zhou").get(f"/records/{number}").status_code == 404


def test_the_person_a_card_was_dropped_on_is_marked(world, lift):
    number = to_send(world)
    assigned(world, number)
    chen = world.users["chen"].id
    page = text(world.browser("sunmin").get(f"/records/{number}/assignment?user={chen}"))
    assert re.search(rf'class="button engineer main" [^>]*value="{chen}"', page)


def test_who_may_only_read_gets_no_way_to_assign(world, lift):
    number = to_send(world)
    for login in ("gao", "shen", "admin"):
        browser = world.browser(login)
        page = text(browser.get(BOARD))
        assert number in page and "assignment" not in page
        assert browser.get(f"/records/{number}/assignment").status_code == 403
        answer = post(browser, f"/records/{number}/assignment", user=world.users["zhou"].id)
        assert answer.status_code == 403
    assert Record.get(Record.number == number).next_step == "send"


@pytest.mark.parametrize("user", ["", "x", "-1", "999999", "99999999999999999999"])
def test_a_person_that_is_none_is_not_found(world, lift, user):
    number = to_send(world)
    assert post(world.browser("sunmin"), f"/records/{number}/assignment", user=user).status_code == 404
    assert world.browser("sunmin").get("/records/DT-1%00/assignment").status_code == 404


def test_what_was_assigned_meanwhile_is_not_assigned_over(world, lift):
    number = to_send(world)
    assigned(world, number)
    again = assigned(world, number, "chen")
    assert again.status_code == 422, "it asks for the reason now"
    goes_on(world, number, "zhou", {"mended_by": "换了板"})
    assert assigned(world, number, "chen").status_code == 409


def test_the_navigation_leads_dispatchers_and_leads_to_it(world):
    for login, there in {"sunmin": True, "gao": True, "shen": True, "admin": True, "chen": False}.items():
        assert ('href="/board"' in text(world.browser(login).get("/account"))) == there


def test_closed_ones_tell_what_was_promised(world, lift):
    promise(world, normal_respond=30)
    now = clock.now()
    with clock.pretend_now(now - 90 * clock.MINUTE):
        number = asked(world)
    with clock.pretend_now(now - 10 * clock.MINUTE):
        looked(world, number, found="mended", cure="重启")
    page = text(world.browser("shen").get(BOARD))
    row = re.search(rf"<tr><th[^>]*><a[^>]*>{number}.*?</tr>", page, re.DOTALL).group(0)
    assert "80 分钟" in row and "/ 30 分钟" in row and "超时" in row


def test_a_card_about_a_confidential_room_says_nothing_of_the_matter(world, lift):
    User.update(confidential=True).where(User.login == "sunmin").execute()
    asked(world, trouble="密室里的事")
    looked(world, asked(world, trouble="密室里的旧事"), found="mended", cure="重启")
    Record.update(confidential=True).execute()
    page = world.browser("sunmin").get("/board/lift").text
    assert "DT" in page and "密室里的" not in page


def test_who_may_not_read_it_is_shown_but_cannot_be_chosen(world, lift):
    User.update(confidential=True).where(User.login == "sunmin").execute()
    number, zhou = to_send(world), world.users["zhou"]
    Record.update(confidential=True).where(Record.number == number).execute()
    browser, path = world.browser("sunmin"), f"/records/{number}/assignment"
    page = text(browser.get(path))
    assert re.search(rf'value="{zhou.id}" disabled>.*?没有涉密权限', page, re.DOTALL)
    answer = browser.post(path, data={"csrf_token": csrf(page), "user": zhou.id})
    assert answer.status_code == 422 and f"{zhou.name}没有涉密权限" in text(answer)


def test_who_gives_a_repair_back_lands_where_they_may_be(world, lift):
    back = {"returns_to": "send", "return_label": boards.text("退回调度", "Back")}
    steps = [step | back if step["name"] == "mend" else step for step in boards.FORM["step"]]
    definitions.publish_definition(definition_of_data(boards.FORM | {"step": steps}))
    number, zhou = to_send(world), world.browser("zhou")
    assigned(world, number)
    opened = post(zhou, f"/records/{number}/step")
    answer = Form(zhou, opened.location).post(
        f"{opened.location}/entry", **{"entry.outcome": "returned", "reason": "要两个人"}
    )
    assert (answer.status_code, answer.location) == (303, "/")
    assert f"已提交，编号 {number}" in text(zhou.get("/"))
    assert zhou.get(f"/records/{number}").status_code == 404
