"""The first hour of an empty installation: the first person, and what comes after."""

import re
from dataclasses import replace
from html import unescape

import pytest

from fieldforms import config
from fieldforms.cli import server
from fieldforms.flow.calendar import plans
from fieldforms.flow.people import first_run
from fieldforms.flow.people.first_run import CODE_TRIES
from fieldforms.store import clock
from fieldforms.store.models import Assignment, Audit, Link, User
from tests.people import csrf
from tests.web.hands import Reader

EVERY_QUARTER = {
    "place": "client",
    "key": "av-maintenance",
    "every": "3",
    "unit": "month",
    "weekday": "",
    "skip_holidays": "1",
    "technician": "",
    "starts_on": "2026-11-24",
    "ends_on": "",
}
ADMIN = {"login": "root", "name": "何管理", "password": "a long enough secret"}


@pytest.fixture
def browser(app):
    return app.test_client()


def begin(browser, code: str, **changes):
    token = csrf(browser.get("/first-run").text)
    return browser.post("/first-run", data={"csrf_token": token, "first_code": code} | ADMIN | changes)


def steps(page: str) -> dict[str, tuple[str, str]]:
    """Title → (address, is it there?) of the list of what comes first."""
    part = page[page.index("开始使用的步骤") :].split("</section>")[0]
    row = r'href="([^"]+)">.*?list-title">([^<]+)<(.*?)</li>'
    badge = r'class="badge [a-z]+">([^<]+)<'  # what may be left out has a button instead
    return {
        title: (unescape(url), found[1] if (found := re.search(badge, rest)) else "还没有")
        for url, title, rest in re.findall(row, part, re.DOTALL)
    }


def test_the_code_that_the_server_prints_makes_the_first_administrator(browser, capsys):
    server.announce_url("https://ff.example.cn")
    printed = capsys.readouterr().out
    assert "https://ff.example.cn/first-run" in printed
    code = re.search(r"(?:[2-9A-Z]{4}-){2}[2-9A-Z]{4}", printed)[0]
    assert browser.get("/sign-in").location == "/first-run"
    assert "一次性代码" in browser.get("/first-run").text
    made = begin(browser, code.lower().replace("-", " "))
    assert (made.status_code, made.location) == (303, "/")
    assert [(user.login, user.role) for user in User.select()] == [("root", "admin")]
    assert "何管理" in browser.get("/account").text
    assert Audit.select().where(Audit.action == "user.add").count() == 1
    assert (
        browser.get("/first-run").status_code == 404 and "/first-run" not in browser.get("/sign-in").location
    )


def test_it_is_made_once_and_by_nobody_without_the_code(browser, app):
    code = first_run.new_first_code()
    assert begin(browser, "AAAA-BBBB-CCCC").status_code == 422 and not User.select().exists()
    token = csrf(browser.get("/first-run").text)
    for tries, status in ((CODE_TRIES - 1, 422), (1, 429)):
        for _ in range(tries):
            answer = browser.post("/first-run", data={"csrf_token": token, "first_code": "guess"} | ADMIN)
            assert answer.status_code == status
    with clock.pretend_now(clock.now() + clock.HOUR):
        assert begin(browser, code).status_code == 303
        late = app.test_client()
        token = csrf(late.get("/sign-in").text)
        again = late.post(
            "/first-run", data={"csrf_token": token, "first_code": code} | ADMIN | {"login": "two"}
        )
    assert again.status_code == 404 and User.select().count() == 1
    assert Link.get(Link.purpose == "first").used_at


@pytest.mark.parametrize(
    ("changes", "anchor"),
    [
        ({"password": "short"}, "password"),
        ({"login": ""}, "login"),
        ({"name": " "}, "name"),
        ({"first_code": ""}, "first_code"),
    ],
)
def test_what_is_missing_is_asked_for_and_the_code_stays_good(browser, changes, anchor):
    code = first_run.new_first_code()
    refused = begin(browser, code, **changes)
    assert refused.status_code == 422 and f'href="#f-{anchor}"' in refused.text
    assert not User.select().exists()
    assert begin(browser, code).status_code == 303


def test_what_is_missing_is_named_in_the_order_of_the_page(browser):
    refused = begin(browser, "", name="", login="", password="")
    assert "请填写一次性代码。" in refused.text and "设备编码" not in refused.text
    anchors = [f'href="#f-{name}"' for name in ("first_code", "name", "login", "password")]
    assert sorted(anchors, key=refused.text.index) == anchors


def test_an_old_code_is_none(browser):
    code = first_run.new_first_code()
    with clock.pretend_now(clock.now() + first_run.CODE_LIFETIME + 1):
        assert begin(browser, code).status_code == 422


def test_with_people_there_is_no_such_page_and_no_code_is_printed(world, capsys):
    server.announce_url("https://ff.example.cn")
    assert "/first-run" not in capsys.readouterr().out
    assert world.browser().get("/first-run").status_code == 404


# What comes after


def test_what_comes_first_stands_on_the_first_page_each_a_tap_away(browser):
    begin(browser, first_run.new_first_code())
    found = steps(browser.get("/").text)
    assert [there for _url, there in found.values()].count("还没有") >= 7
    for url, _there in found.values():
        assert browser.get(url).status_code == 200, url


def test_what_is_there_is_said_until_all_of_it_is_there(world):
    found = steps(world.browser("gao").get("/").text)
    assert {title: there for title, (_url, there) in found.items() if title != "公司名称和网址"} == {
        "人员": "已有", "客户档案": "已有", "房间列表": "已有", "设备": "已有", "标签": "已有", "分配客户": "已有", "巡检计划": "还没有",
    }  # fmt: skip
    for login in ("sunmin", "gao", "admin"):
        browser = world.browser(login)
        for url, _there in steps(browser.get("/").text).values():
            assert browser.get(url).status_code == 200, (login, url)
    for login in ("chen", "shen", "wangjing"):
        assert "开始使用的步骤" not in world.browser(login).get("/").text
    world.waiting_sheet()
    assert "开始使用的步骤" in world.browser("gao").get("/").text  # a sheet is no plan of visits
    plans.make_plan(world.actor("sunmin"), world.office.client.id, EVERY_QUARTER)
    for login in ("sunmin", "gao", "admin"):
        assert "开始使用的步骤" not in world.browser(login).get("/").text


def test_what_a_company_does_not_need_is_left_out_with_one_tap(world):
    config.use(replace(config.current, company="听松", url="https://ff.example.cn"))
    sun = world.browser("sunmin")
    page = sun.get("/").text
    [(action, _fields)] = [form for form in Reader(page).forms if form[0].startswith("/first-steps/")]
    assert action == "/first-steps/plans", "what is there asks for nothing"
    for _twice in range(2):
        assert sun.post(action, data={"csrf_token": csrf(page)}).status_code == 303
    assert Audit.select().where(Audit.action == "first_step.leave_out", Audit.ref == "plans").count() == 1
    assert steps(sun.get("/").text)["巡检计划"] == ("/plans/new", "不需要")
    with clock.pretend_now(clock.now() + clock.DAY_MS + clock.MINUTE):
        for login in ("sunmin", "gao", "admin"):
            assert "开始使用的步骤" not in world.browser(login).get("/").text


def test_what_was_left_out_is_called_so_counts_as_not_done_and_can_be_brought_back(world):
    config.use(replace(config.current, company="听松", url="https://ff.example.cn"))
    Assignment.delete().execute()
    sun = world.browser("sunmin")
    token = csrf(page := sun.get("/").text)
    assert re.search(r"开始使用的步骤 <span[^>]*>6 / 8<", page)
    sun.post("/first-steps/plans", data={"csrf_token": token})
    page = sun.get("/").text
    assert re.search(r"开始使用的步骤 <span[^>]*>6 / 7<", page), "what is not needed is not done"
    assert steps(page)["巡检计划"][1] == "不需要" and 'class="badge done">不需要' not in page
    for _twice in range(2):
        assert sun.post("/first-steps/plans/return", data={"csrf_token": token}).status_code == 303
    assert steps(sun.get("/").text)["巡检计划"][1] == "还没有"
    assert Audit.select().where(Audit.action == "first_step.bring_back").count() == 1
    assert sun.post("/first-steps/nothing/return", data={"csrf_token": token}).status_code == 404


def test_what_no_sheet_can_do_without_is_not_left_out(browser):
    begin(browser, first_run.new_first_code())
    page = browser.get("/").text
    offered = {
        form[0].rpartition("/")[2] for form in Reader(page).forms if form[0].startswith("/first-steps/")
    }
    assert offered == {"rooms", "devices", "labels", "assignments", "plans"}
    for name in ("company", "people", "clients", "nothing"):
        assert browser.post(f"/first-steps/{name}", data={"csrf_token": csrf(page)}).status_code == 404
    browser.post("/first-steps/labels", data={"csrf_token": csrf(page)})
    found = steps(browser.get("/").text)
    assert found["标签"] == ("/codes", "不需要")


@pytest.mark.parametrize(
    ("gone", "there"),
    [(["gao"], "已有"), (["sunmin"], "已有"), (["gao", "sunmin"], "还没有"), (["chen", "zhou"], "还没有")],
)
def test_people_are_who_goes_and_who_sends_them(world, gone, there):
    User.update(disabled_at=clock.now()).where(User.login.in_(gone)).execute()
    assert steps(world.browser("admin").get("/").text)["人员"][1] == there
