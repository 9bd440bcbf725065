"""What waits now and what is only coming; how long it has waited; nothing stands there twice."""

import re
from datetime import date

from fieldforms.flow.inbox import inbox_items
from fieldforms.flow.stock import movements
from fieldforms.store import clock
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
