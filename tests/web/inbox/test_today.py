"""今天: what a lead has to look after, counted; the count is that of what stands behind the line."""

import re
from html import unescape

import pytest

from fieldforms.flow import local_time
from fieldforms.flow.calendar import plans
from fieldforms.flow.faults import targets
from fieldforms.store import clock
from fieldforms.store.models import Record
from tests.boards import goes_on
from tests.people import csrf, questions
from tests.web.completing.corrections import end_correction
from tests.web.completing.hands import OVERTIME
from tests.web.faults.hands import DISPUTED, LOOKED, REPORT, reviewed
from tests.web.inbox.hands import fault

LINE = re.compile(
    r'<a href="([^"]+)"><span class="list-text"><span class="list-title">([^<]+)</span></span> '
    r'<span class="badge (\w+)">(\d+)</span></a>'
)


def lines(world, login: str) -> dict[str, tuple[str, int, str]]:
    """Words → (address, number, tone)."""
    page = world.browser(login).get("/").text
    found = re.search(r'id="today".*?</section>', page, re.DOTALL)
    return {
        words: (unescape(url), int(n), tone)
        for url, words, tone, n in LINE.findall(found[0] if found else "")
    }


def post(world, login: str, address: str, **body):
    browser = world.browser(login)
    return browser.post(address, data={"csrf_token": csrf(browser.get("/account").text), **body})


@pytest.fixture
def morning(world):
    """Of everything something."""
    targets.change_targets(world.actor("gao"), None, {"urgent.respond": "60", "urgent.restore": "240"})
    with clock.pretend_now(clock.now() - 5 * clock.HOUR):
        fault(world, world.office)
    with clock.pretend_now(clock.now() - 58 * clock.MINUTE):
        fault(world, world.university)
    reviewed(world, DISPUTED)
    low = world.signed_sheet("chen", rating="dissatisfied").number
    back, unsigned = world.signed_sheet("chen").number, world.waiting_sheet("chen").number
    world.waiting_sheet("chen")
    end_correction(world.browser("chen"), unsigned, "refused")
    post(world, "gao", "/reviews/returns", number=back, words="型号写错", asked="1")
    asked = [world.begun("chen", "overtime-request", OVERTIME).number for _ in range(2)]
    goes_on(world, asked[0], "gao", {"supervisor_decision": "declined", "supervisor_remark": "人手够了"})
    looked = world.begun("chen", "fault-report", REPORT, device=world.office.device.id).number
    goes_on(world, looked, "chen", LOOKED)
    with clock.pretend_now(clock.now() - 12 * clock.DAY_MS):
        plan = {
            "place": "client", "key": "av-maintenance", "every": "1", "unit": "week", "weekday": "",
            "skip_holidays": "", "technician": "", "starts_on": local_time.today(), "ends_on": "",
        }  # fmt: skip
        plans.make_plan(world.actor("sunmin"), world.office.client.id, plan)
    return low


def counted(world, login: str, url: str, words: str) -> int:
    """What its page says that there is."""
    page = world.browser(login).get(url.split("#")[0]).text
    if url.startswith("/records"):
        return int(re.search(r"共 ([\d,]+) 张", page)[1])
    if url.startswith("/reviews"):
        return len(re.findall(r'type="checkbox" name="number"', page))
    if url.startswith("/plans"):
        return int(re.search(r"已逾期 <[^>]+>(\d+)", page)[1])
    said = {
        "故障超时": r"超时 (\d+) 件</b>",
        "故障快超时": r"快超时 (\d+) 件",
        "报修等调度": r'id="step-dispatch-title">[^<]+<span class="soft number">(\d+)',
    }
    return int(re.search(said[words], page)[1])


@pytest.mark.parametrize("login", ["gao", "sunmin", "shen"])
def test_each_line_counts_what_stands_behind_it(world, morning, login):
    found = lines(world, login)
    assert {words: counted(world, login, url, words) for words, (url, _n, _tone) in found.items()} == {
        words: n for words, (_url, n, _tone) in found.items()
    }
    named = {
        "故障超时",
        "故障快超时",
        "巡检逾期",
        "维修费用有异议",
        "单据退回还没改好",
        "等客户签字",
        "加班报批：等批复",
        "加班报批：7 天内已批复",
        "报修等调度",
    }
    assert named <= found.keys(), found.keys()
    assert ("低评价、拒签还没跟进完" in found, "等我审阅" in found) == ((login == "gao"),) * 2


def test_what_is_late_comes_first_and_is_called_late(world, morning):
    tones = [tone for _url, _n, tone in lines(world, "gao").values()]
    assert tones == sorted(tones, key=["bad", "open", "plain"].index) and tones[0] == "bad"
    with clock.pretend_now(clock.now() + 10 * clock.DAY_MS):
        words = list(lines(world, "gao"))
    assert "低评价、拒签还没跟进完，其中 2 件逾期" in words[:4]


def test_what_is_late_is_not_confused_with_all_there_is(world):
    with clock.pretend_now(clock.now() - 10 * clock.DAY_MS):
        world.signed_sheet("chen", rating="dissatisfied")
    world.signed_sheet("chen", rating="dissatisfied")
    found = lines(world, "gao")
    assert found["低评价、拒签还没跟进完，其中 1 件逾期"][1:] == (2, "bad")


@pytest.mark.parametrize("login", ["chen", "wangjing", "admin"])
def test_it_is_for_leads_alone(world, morning, login):
    assert 'id="today"' not in world.browser(login).get("/").text


def test_on_a_quiet_morning_nothing_is_counted(world):
    assert lines(world, "gao") == {}


def test_who_is_where(world):
    world.signed_sheet("zhou", world.university)
    world.signed_sheet("chen")
    page = world.browser("gao").get("/").text
    where = page[page.index("谁在哪里") :]
    assert "陈志远" in where and "政务中心" in where and "周海燕" in where
    assert f'href="/records?technician={world.users["chen"].id}"' in where
    assert "谁在哪里" not in world.browser("chen").get("/").text


def test_a_confidential_sheet_tells_nobody_where_somebody_is(world):
    number = world.signed_sheet("chen").number
    Record.update(confidential=True).where(Record.number == number).execute()
    assert "谁在哪里" not in world.browser("gao").get("/").text


def test_as_many_questions_for_a_full_morning_as_for_the_same_twice(world, morning):
    gao = world.browser("gao")
    gao.get("/")
    with questions() as few:
        gao.get("/")
    for _ in range(2):
        world.signed_sheet("chen", rating="fair")
        world.waiting_sheet("chen")
        fault(world, world.university)
    with questions() as many:
        gao.get("/")
    assert len(many) == len(few)
