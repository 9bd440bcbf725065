"""What waits now and what is only coming; how long it has waited; nothing stands there twice."""

import re
from datetime import date

from fieldforms.flow.inbox import inbox_items
from fieldforms.flow.stock import movements
from fieldforms.store import clock
from fieldforms.store.models import Part, Record
from tests.flow.calendar.hands import TUESDAY, noon, planned
from tests.web.completing.hands import lent, sheet

MORNING = noon(TUESDAY) - 3 * clock.HOUR - 40 * clock.MINUTE  # 8:20


def first_page(world, login: str) -> str:
    return world.browser(login).get("/").text


def mine(page: str) -> int:
    found = re.search(r'id="mine">.*?<span class="soft number">(\d+)<', page)
    return int(found[1]) if found else 0


def test_a_daily_plans_next_days_are_coming_and_no_number_counts_them(world):
    with clock.pretend_now(MORNING):
        planned(world, every="1", unit="day", starts_on="2026-11-25")
        page = first_page(world, "chen")
        assert mine(page) == inbox_items.count_items(world.actor("chen")) == 0
        assert "接下来几天" in page and "现在没有等您办的事" in page
    with clock.pretend_now(MORNING + clock.DAY_MS):
        assert mine(first_page(world, "chen")) == inbox_items.count_items(world.actor("chen")) == 1


def test_a_follow_up_of_another_day_is_coming_too(world):
    sheet(world, 2)
    page = first_page(world, "chen")
    assert mine(page) == inbox_items.count_items(world.actor("chen")) == 0 and "快到了" in page


def test_what_is_due_on_a_day_has_not_waited_since_midnight(world):
    with clock.pretend_now(MORNING):
        planned(world, every="1", unit="week", starts_on="2026-11-24")
        assert mine(first_page(world, "chen")) == 1 and "已等" not in first_page(world, "chen")
    with clock.pretend_now(MORNING + clock.DAY_MS):
        page = first_page(world, "chen")
        assert "已等 1 天" in page and "逾期" in page


def test_an_overdue_tool_stands_there_once(world):
    lent(world)
    with clock.pretend_now(noon(date(2099, 1, 20))):
        assert movements.overdue_holdings(world.actor("sunmin")), "the books say it is out, too"
        late = {
            login: [item.kind for item in inbox_items.items_of_actor(world.actor(login)) if item.late]
            for login in ("sunmin", "chen")
        }
    assert late == {"sunmin": ["step"], "chen": ["holding"]}


def test_a_recording_that_is_not_back_is_on_the_first_page_of_who_looks_after_it(world):
    entry = world.asked_for_recordings()
    lent_out = {"due_on": "2020-01-01", "next_by": "technician", "next_step": "return"}
    Record.update(**lent_out).where(Record.number == entry.number).execute()
    for login in ("sunmin", "gao"):
        page = first_page(world, login)
        assert "过了日子，别人还没办完" in page and entry.number in page
    assert "过了日子，别人还没办完" not in first_page(world, "zhou")


def test_a_visitor_who_is_still_inside_is_on_the_first_page_of_who_looks_after_it(world):
    visit = {"visitor": "王工", "organisation": "厂家", "purpose": "升级录播", "meeting": "none"}
    entry = world.begun("chen", "machine-room-visit", visit, room=world.office.room.id)
    inside = {"next_by": "technician", "next_step": "going_out"}
    assert "来访人还没离开" not in first_page(world, "sunmin")
    Record.update(**inside).where(Record.number == entry.number).execute()
    for login in ("sunmin", "gao"):
        page = first_page(world, login)
        assert "来访人还没离开" in page and entry.number in page and "逾期" not in page
        with clock.pretend_now(clock.now() + clock.DAY_MS):
            assert "逾期" in first_page(world, login)
    assert entry.number in first_page(world, "chen") and entry.number not in first_page(world, "zhou")


def test_low_stock_is_on_the_first_page_of_who_keeps_it(world):
    assert "种备件库存低" not in first_page(world, "sunmin")
    Part.create(name="灯泡", kind="part", low_at=2, created_at=clock.now())
    page = first_page(world, "sunmin")
    assert "1 种备件库存低" in page and 'href="/parts?low=1"' in page
    assert "种备件库存低" not in first_page(world, "chen")


def test_a_clients_own_part_goes_to_its_client_unless_somebody_says_otherwise(world):
    own = Part.create(name="备用灯", kind="part", client=world.office.client, created_at=clock.now())
    page = world.browser("sunmin").get(f"/parts/{own.id}/received").text
    first = re.search(r'<select[^>]*name="target".*?<option value="([^"]*)"', page, re.DOTALL)[1]
    assert first == f"client-{world.office.client.id}"
