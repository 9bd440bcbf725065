"""The calendar's pages: lists, month and week, a plan and its visits, holidays, the feed."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html import unescape

import pytest

from fieldforms import config
from fieldforms.flow.calendar import calendar_feeds, plans
from fieldforms.store import clock
from fieldforms.store.models import Draft, Feed, Holiday, Plan, Record, Visit
from tests.people import csrf, post_opened
from tests.web.hands import Form, contact_body

TUESDAY = date(2026, 11, 24)
DAY = timedelta(days=1)
FORM = "service-contact"


@pytest.fixture
def world(world):
    """It is noon on a Tuesday in Shanghai."""
    with clock.pretend_now(int(datetime(2026, 11, 24, 4, tzinfo=UTC).timestamp() * 1000)):
        yield world


def given(**changes) -> dict:
    plain = {
        "place": "client",
        "key": FORM,
        "every": "1",
        "unit": "month",
        "weekday": "",
        "skip_holidays": "1",
    }
    return plain | {"technician": "", "starts_on": "2026-11-24", "ends_on": ""} | changes


def planned(world, owner=None, **changes) -> Plan:
    return plans.make_plan(world.actor("sunmin"), (owner or world.office).client.id, given(**changes))


def text(response) -> str:
    """The words of the page's middle, without tags."""
    body = response.text.split("<main", 1)[1].split("</main>", 1)[0]
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", body)))


def post(browser, url, **data):
    return browser.post(url, data={"csrf_token": csrf(browser.get("/account").text), **data})


def starts(response) -> list[str]:
    return [unescape(href) for href in re.findall(r'href="(/forms/[^"]+)"', response.text)]


# Lists


def test_late_today_and_coming_stand_apart(world):
    planned(world, starts_on="2026-11-19")
    planned(world, every="2")
    planned(world, every="3", starts_on="2026-12-01")
    planned(world, every="4", starts_on="2026-12-20")
    shown = text(world.browser("chen").get("/plans"))
    late, today, coming = (shown.index(words) for words in ("已逾期", "今天", "之后两周"))
    assert late < shown.index("11月19日 周四") < shown.index("逾期 5 天") < today
    assert today < shown.index("11月24日 周二") < coming < shown.index("12月1日 周二")
    assert "12月20日" not in shown


def test_the_list_in_english(world):
    planned(world, starts_on="2026-11-19")
    browser = world.browser("chen")
    assert "Thu 19 Nov" in text(browser.get("/plans?lang=en"))


def test_without_plans_the_page_says_what_comes_here(world):
    assert "两周内没有要做的巡检" in text(world.browser("chen").get("/plans"))
    assert "新计划" not in text(world.browser("chen").get("/plans"))
    assert "新计划" in text(world.browser("sunmin").get("/plans"))


def test_a_technician_sees_the_plans_of_their_clients_only(world):
    planned(world)
    planned(world, world.university)
    for url in ("/plans", "/plans/calendar", "/plans/calendar?view=week", "/plans/all"):
        shown = world.browser("chen").get(url).text.split("<main", 1)[1]
        assert "政务中心" in shown and "文澜大学" not in shown


def test_the_lists_can_be_narrowed_to_a_client_and_a_technician(world):
    planned(world, technician=str(world.users["chen"].id))
    planned(world, world.university)
    browser = world.browser("gao")
    for url in ("/plans", "/plans/calendar", "/plans/all"):
        listed = re.compile(r"list-title[^>]*>([^<]+)")
        everything = listed.findall(browser.get(url).text)
        assert {"政务中心", "文澜大学"} <= set(everything)
        narrowed = listed.findall(browser.get(url, query_string={"client": world.university.client.id}).text)
        assert set(narrowed) == {"文澜大学"}
        theirs = listed.findall(browser.get(url, query_string={"technician": world.users["chen"].id}).text)
        assert "政务中心" in theirs
    theirs = listed.findall(browser.get("/plans", query_string={"technician": world.users["chen"].id}).text)
    assert set(theirs) == {"政务中心"}


# Month and week


def test_the_month_shows_its_weeks_and_what_is_due(world):
    planned(world)
    page = world.browser("gao").get("/plans/calendar?view=month").text
    assert page.count('<li class="day') == 42 and "2026年11月" in page
    [today] = re.findall(r'<li class="day busy today">.*?</ol>', page, re.DOTALL)
    assert "政务中心" in today.split('<li class="day', 2)[1]
    assert "10月26日 周一" in text(world.browser("gao").get("/plans/calendar"))


def test_the_week_has_seven_days(world):
    page = world.browser("gao").get("/plans/calendar?view=week&on=2026-10-08").text
    assert page.count('<li class="day') == 7
    assert "国庆节" in page and "国庆节调休" in page


@pytest.mark.parametrize("on", ["", "tomorrow", "1999-01-01", "9999-12-31", "2026-02-30"])
def test_a_day_that_is_none_is_today(world, on):
    assert "2026年11月" in world.browser("gao").get("/plans/calendar", query_string={"on": on}).text


def test_one_leafs_through_the_months(world):
    browser = world.browser("gao")
    page = browser.get("/plans/calendar?on=2026-12-31").text
    earlier, later = (
        unescape(re.search(rf'href="([^"]+)" rel="{rel}"', page)[1]) for rel in ("prev", "next")
    )
    assert "2026年11月" in browser.get(earlier).text
    assert "2027年1月" in browser.get(later).text


# From a visit to its sheet


def test_one_tap_opens_the_right_form_prefilled_and_what_is_done_closes_the_visit(world):
    plan = planned(world, place=f"device-{world.office.device.id}")
    browser = world.browser("chen")
    [start] = starts(browser.get("/plans"))[:1]
    assert start == f"/forms/{FORM}/new?device={world.office.code.code}&plan={plan.id}&due=2026-11-24"
    form = Form(browser, start)
    assert world.office.device.name in form.page.text
    checked = form.post(then="check", **contact_body(world.office))
    assert Draft.get().origin == {"device": world.office.device.id, "plan": plan.id, "due": "2026-11-24"}
    Form(browser, checked.location, "complete").post()
    visit = Visit.get()
    assert (visit.outcome, visit.record) == ("done", Record.get().uuid)
    shown = text(browser.get(f"/plans/{plan.id}"))
    assert "已完成" in shown and Record.get().number in shown
    assert starts(browser.get("/plans")) == []


def test_a_room_and_a_client_are_started_from_too(world):
    room = planned(world, place=f"room-{world.office.room.id}")
    whole = planned(world)
    found = starts(world.browser("chen").get("/plans"))
    assert f"/forms/{FORM}/new?room={world.office.room.id}&plan={room.id}&due=2026-11-24" in found
    assert f"/forms/{FORM}/new?client={world.office.client.id}&plan={whole.id}&due=2026-11-24" in found
    assert all(world.browser("chen").get(url).status_code == 200 for url in found)


def test_a_device_without_a_label_is_reached_through_its_room(world):
    world.office.code.retired_at = clock.now()
    world.office.code.save()
    planned(world, place=f"device-{world.office.device.id}")
    assert starts(world.browser("chen").get("/plans"))[0].startswith(f"/forms/{FORM}/new?room=")


def test_who_plans_is_not_offered_to_start(world):
    planned(world)
    assert starts(world.browser("gao").get("/plans")) == []


def test_a_day_that_is_none_does_not_reach_a_draft(world):
    browser = world.browser("chen")
    form = Form(browser, f"/forms/{FORM}/new?device={world.office.code.code}&plan=x&due=someday")
    assert "plan" not in form.body and "due" not in form.body


# A visit


def test_a_technician_skips_with_a_reason(world):
    plan = planned(world)
    browser, url = world.browser("chen"), f"/plans/{plan.id}/visits/2026-11-24"
    assert "改到另一天" not in text(browser.get(url))
    refused = post(browser, f"{url}/skipping", reason="")
    assert refused.status_code == 422 and "请写明原因。" in text(refused)
    assert post(browser, f"{url}/skipping", reason="客户停电").status_code == 303
    shown = text(browser.get(url))
    assert "已跳过" in shown and "客户停电" in shown and "陈志远" in shown
    assert "跳过这一次" not in shown
    assert post(browser, f"{url}/skipping", reason="again").status_code == 409


def test_a_supervisor_moves_a_visit(world):
    plan = planned(world)
    browser, url = world.browser("gao"), f"/plans/{plan.id}/visits/2026-11-24"
    refused = post(browser, f"{url}/moving", to="2026-11-01", reason="客户要求")
    assert refused.status_code == 422 and "最早 2026-11-24。" in text(refused) and "客户要求" in refused.text
    assert post(browser, f"{url}/moving", to="2026-12-01", reason="客户要求").status_code == 303
    shown = text(browser.get(url))
    assert "12月1日" in shown and "已改期" in shown and "按计划是 2026年11月24日" in shown


def test_no_other_day_is_a_visit(world):
    plan = planned(world)
    for day in ("2026-11-25", "nonsense", "20261124"):
        assert world.browser("gao").get(f"/plans/{plan.id}/visits/{day}").status_code == 404
        assert (
            post(world.browser("gao"), f"/plans/{plan.id}/visits/{day}/skipping", reason="x").status_code
            == 404
        )


def test_another_clients_technician_finds_nothing(world):
    plan = planned(world)
    browser = world.browser("zhou")
    for url in (f"/plans/{plan.id}", f"/plans/{plan.id}/visits/2026-11-24"):
        assert browser.get(url).status_code == 404
    assert post(browser, f"/plans/{plan.id}/visits/2026-11-24/skipping", reason="x").status_code == 404


def test_the_number_of_a_sheet_one_may_not_see_is_not_told(world):
    plan = planned(world)
    entry = world.waiting_sheet()
    Record.update(confidential=True).execute()
    assert entry.number in text(world.browser("chen").get(f"/plans/{plan.id}"))
    for url in (f"/plans/{plan.id}", f"/plans/{plan.id}/visits/2026-11-24"):
        shown = text(world.browser("shen").get(url))
        assert "已完成" in shown and entry.number not in shown


# Plans


def test_a_dispatcher_makes_a_plan(world):
    browser = world.browser("sunmin")
    assert "是哪个客户的巡检？" in text(browser.get("/plans/new"))
    url = f"/plans/new?client={world.office.client.id}"
    refused = post(browser, url, **given(every="0", key=""))
    assert refused.status_code == 422
    assert {"请选择要填的单据。", "请填写 1 到 60 之间的整数。"} <= set(
        re.findall(r">([^<>]+。)</a>", refused.text)
    )
    made = post(
        browser, url, **given(unit="week", every="2", weekday="2", technician=str(world.users["chen"].id))
    )
    assert made.status_code == 303
    shown = text(browser.get(made.location))
    assert "每 2 周 · 周三" in shown and "陈志远" in shown and "顺延到下一个工作日" in shown
    assert "11月25日 周三" in shown


def test_a_supervisor_changes_a_plan_and_both_stay(world):
    plan = planned(world, starts_on="2026-10-24")
    browser = world.browser("gao")
    form = browser.get(f"/plans/{plan.id}/successor").text
    assert 'value="2026-11-24"' in form  # the new one begins today at the earliest
    refused = post(browser, f"/plans/{plan.id}/successor", **given(starts_on="2026-11-01"))
    assert refused.status_code == 422 and "最早 2026-11-24。" in text(refused)
    made = post_opened(browser, f"/plans/{plan.id}/successor", **given(every="3"))
    assert made.status_code == 303
    shown = text(browser.get(made.location))
    assert "计划的历史" in shown and "每 3 个月" in shown and "每月" in shown
    assert "10月26日 周一" in shown  # still late
    old = text(browser.get(f"/plans/{plan.id}"))
    assert "这个计划已被新的计划取代" in old and "更改计划" not in old
    assert post(browser, f"/plans/{plan.id}/successor", **given()).status_code == 412


def test_an_admin_ends_a_plan(world):
    plan = planned(world)
    browser = world.browser("admin")
    assert "停止这个计划？" in text(browser.get(f"/plans/{plan.id}/ending"))
    assert post(browser, f"/plans/{plan.id}/ending").status_code == 303
    assert "起已停止" in text(browser.get(f"/plans/{plan.id}"))
    assert "已停止的计划" in text(browser.get("/plans/all"))
    assert "政务中心" not in text(browser.get("/plans")).split("筛选")[-1]
    assert post(browser, f"/plans/{plan.id}/ending").status_code == 409


def test_a_manager_reads(world):
    plan = planned(world)
    shown = text(world.browser("shen").get(f"/plans/{plan.id}"))
    assert "更改计划" not in shown and "停止计划" not in shown
    assert world.browser("shen").get("/plans/new").status_code == 403


# Holidays


def test_an_admin_edits_the_holidays(world):
    browser = world.browser("admin")
    shown = text(browser.get("/plans/holidays?year=2026"))
    assert "国庆节" in shown and "10月10日 周六 国庆节调休 上班" in shown
    refused = post(browser, "/plans/holidays", year="2026", day="", name="")
    assert refused.status_code == 422 and "请填写日期。" in text(refused)
    assert post(browser, "/plans/holidays", year="2026", day="2026-12-01", name="建馆日").status_code == 303
    assert (
        post(browser, "/plans/holidays", year="2026", day="2026-12-05", name="补班", works="1").status_code
        == 303
    )
    shown = text(browser.get("/plans/holidays?year=2026"))
    assert "12月1日 周二 建馆日 · 自己填的 休息" in shown and "12月5日 周六 补班 · 自己填的 上班" in shown
    assert post(browser, "/plans/holidays/2026-12-01/removal").status_code == 303
    assert [row.day for row in Holiday.select()] == ["2026-12-05"]
    assert post(browser, "/plans/holidays/2026-12-01/removal").status_code == 404


def test_beyond_the_published_year_the_page_says_so(world):
    browser = world.browser("sunmin")
    assert "现在只避开周末" in text(browser.get("/plans/holidays?year=2030"))
    assert "现在只避开周末" not in text(browser.get("/plans/holidays?year=2026"))
    assert "2026 年节假日" in text(browser.get("/plans/holidays?year=99999"))


# The feed


def test_a_calendar_is_subscribed_by_an_address_shown_once(world):
    planned(world)
    browser = world.browser("chen", confirmed=True)
    made = post(browser, "/plans/feed")
    assert made.status_code == 201
    url = re.search(r"https://ff\.example\.cn(/calendar/[^<\"]+\.ics)", made.text)[1]
    assert url not in browser.get("/plans/feed").text
    fetched = world.browser().get(url)
    assert fetched.status_code == 200 and fetched.mimetype == "text/calendar"
    assert "SUMMARY:政务中心" in fetched.text and "https://ff.example.cn/plans/" in fetched.text.replace(
        "\r\n ", ""
    )
    assert post(browser, "/plans/feed/revocation").status_code == 303
    assert world.browser().get(url).status_code == 404
    assert Feed.get().revoked_at


def test_an_unknown_calendar_is_nothing(world):
    assert world.browser().get("/calendar/whatever.ics").status_code == 404
    assert calendar_feeds.PLAN_READERS == plans.PLAN_READERS


def test_a_visit_has_the_same_name_in_a_feed_wherever_it_is_asked_for(settings, world):
    planned(world)
    token = calendar_feeds.make_feed(world.actor("chen"))
    config.use(replace(settings, url=""))
    try:
        feeds = [
            world.browser().get(f"/calendar/{token}.ics", base_url=f"http://{host}").text
            for host in ("a.local", "b.local")
        ]
    finally:
        config.use(settings)
    names = [re.findall(r"UID:(\S+)", text) for text in feeds]
    assert names[0] and names[0] == names[1]


# One count


def test_missed_days_of_a_plan_are_as_many_on_every_page(world):
    """Thursday, Friday and Monday; nobody came."""
    plan = planned(world, every="1", unit="day", starts_on="2026-11-19")
    chen, words = world.browser("chen"), "3 次没有做"
    for url in ("/", "/plans", f"/clients/{world.office.client.id}"):
        page = text(chen.get(url))
        assert words in page and "2 次没有做" not in page, url
    for url in ("/plans", f"/plans/{plan.id}"):
        assert "已逾期 3" in text(chen.get(url))


def test_a_changed_plan_misses_its_visits_once(world):
    plan = planned(world, every="1", unit="day", starts_on="2026-11-19")
    with clock.pretend_now(clock.now() - 86_400_000):
        newer = plans.change_plan(world.actor("sunmin"), plan.id, given(unit="day", starts_on="2026-11-23"))
    assert "3 次没有做" in text(world.browser("chen").get("/"))
    assert "已逾期 3" in text(world.browser("chen").get(f"/plans/{newer.id}"))


def test_what_nobody_asks_for_any_more_is_not_late_but_not_made(world):
    """A daily visit is asked for a month long."""
    plan = planned(world, every="1", unit="day", starts_on="2026-09-01")
    page = text(world.browser("sunmin").get(f"/plans/{plan.id}"))
    late = re.search(r"已逾期 (\d+)", page)[1]
    assert f"已逾期 {late}" in text(world.browser("sunmin").get("/plans"))
    assert "9月1日" in page and "没有做" in page
