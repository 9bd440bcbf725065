"""The list of sheets: filters, pages, search."""

import re
from html import unescape

import pytest

from fieldforms.store import clock
from fieldforms.store.models import Device, Record, User
from fieldforms.store.record import lists
from fieldforms.web.sheets import records as pages
from tests.web.completing.hands import OVERTIME
from tests.web.sheets.hands import find_numbers, numbers_in_list, text


def test_an_empty_list_says_what_to_do(world):
    page = text(world.browser("chen").get("/records"))
    assert "还没有单据" in page and "/devices" in page
    world.signed_sheet()
    page = text(world.browser("chen").get("/records?q=从来没有"))
    assert "没有符合条件的单据" in page and "清除全部条件" in page


def test_the_list_shows_what_a_supervisor_looks_for(world):
    entry = world.signed_sheet()
    waiting = world.waiting_sheet().number
    page = text(world.browser("gao").get("/records"))
    assert numbers_in_list(page) == [waiting, entry.number]
    for word in (
        "共 2 张",
        "政务中心",
        "数字音频处理器",
        "陈志远",
        "已完成服务",
        "已签字",
        "待签字",
        "导出 XLSX",
    ):
        assert word in page


def test_every_filter_narrows_the_list(world):
    office = world.signed_sheet().number
    university = world.signed_sheet("zhou", world.university, rating="fair").number
    unfinished = world.waiting_sheet(result="not_completed", not_completed=["other"], remarks="等货").number
    everything = [unfinished, university, office]
    chen, place = world.users["chen"], world.office
    assert find_numbers(world, "") == everything
    assert find_numbers(world, "form=service-contact") == everything
    assert find_numbers(world, "form=nothing") == everything
    assert find_numbers(world, f"client={world.university.client.id}") == [university]
    assert find_numbers(world, f"device={place.code.code}") == [unfinished, office]
    assert find_numbers(world, f"device={place.device.id}") == [unfinished, office]
    assert find_numbers(world, f"technician={chen.id}") == [unfinished, office]
    assert find_numbers(world, "result=not_completed") == [unfinished]
    assert find_numbers(world, "outcome=done") == [university, office]
    assert find_numbers(world, "state=open") == [unfinished]
    assert find_numbers(world, "unsigned=1") == [unfinished]
    assert find_numbers(world, "satisfaction=fair&satisfaction=dissatisfied") == [university]
    assert find_numbers(world, "q=等货") == [unfinished]
    assert find_numbers(world, "q=字幕机") == [university, office]
    assert find_numbers(world, f"q={office}") == [office]
    assert find_numbers(world, f"technician={chen.id}&state=closed") == [office]


def test_a_period_is_of_local_days(world):
    with clock.pretend_now(1_764_000_000_000):  # 2025-11-25 00:00 in Shanghai, the 24th by UTC
        number = world.waiting_sheet().number
    assert find_numbers(world, "from=2025-11-25&to=2025-11-25") == [number]
    assert find_numbers(world, "to=2025-11-24") == []
    assert find_numbers(world, "from=yesterday") == [number]


def test_chips_take_their_filter_off_and_presets_put_one_on(world):
    world.signed_sheet()
    browser = world.browser("gao")
    page = text(browser.get("/records?q=话筒&satisfaction=fair&satisfaction=very_satisfied&unsigned=1"))
    assert "很满意、一般" in page and "清除" in page
    assert (
        'href="/records?q=%E8%AF%9D%E7%AD%92&amp;satisfaction=very_satisfied&amp;satisfaction=fair"' in page
    )
    preset = re.search(r'href="(/records\?from=[^"]+)">本月', text(browser.get("/records"))).group(1)
    page = text(browser.get(preset.replace("&amp;", "&")))
    assert re.search(r'class="chip on" href="/records">本月', page) and numbers_in_list(page)


def test_pages_neither_skip_nor_repeat_with_an_insert_in_between(world, monkeypatch):
    made = [world.waiting_sheet().number for _ in range(5)]
    whole = lists.page_of_records
    monkeypatch.setattr(
        lists, "page_of_records", lambda viewer, filters, size=2: whole(viewer, filters, size)
    )
    browser, url, seen = world.browser("gao"), "/records?state=open", []
    while url:
        page = text(browser.get(url))
        seen += numbers_in_list(page)
        world.waiting_sheet()
        following = re.search(r'rel="next" href="([^"]+)"', page)
        url = following.group(1).replace("&amp;", "&") if following else ""
        assert "state=open" in (url or "state=open")
    assert seen == made[::-1]


@pytest.mark.parametrize(("login", "query"), [("gao", ""), ("gao", "q=话筒"), ("chen", "state=open")])
def test_one_pages_on_and_back_again_through_the_same_pages(world, monkeypatch, login, query):
    for _ in range(5):
        world.waiting_sheet()
    monkeypatch.setattr(lists.page_of_records, "__defaults__", (2,))
    browser, url, seen = world.browser(login), f"/records?{query}", []
    while url:
        page = text(browser.get(url))
        seen.append(numbers_in_list(page))
        url = linked(page, "next")
    assert [len(numbers) for numbers in seen] == [2, 2, 1] and 'rel="prev"' in page
    for numbers in seen[-2::-1]:
        page = text(browser.get(linked(page, "prev")))
        assert numbers_in_list(page) == numbers
    assert not linked(page, "prev") and linked(page, "next")


def linked(page: str, rel: str) -> str:
    found = re.search(rf'rel="{rel}" href="([^"]+)"', page)
    return unescape(found.group(1)) if found else ""


def test_sheets_of_the_same_millisecond_are_all_there(world):
    with clock.pretend_now(clock.now()):
        made = [world.waiting_sheet().number for _ in range(3)]
    viewer = world.actor("gao").viewer
    assert [
        row.number for page in lists.pages_of_records(viewer, lists.RecordFilters(), 1) for row in page
    ] == made[::-1]


@pytest.mark.parametrize("before", ["x", "1", "1.x", "-1.2", "9" * 50 + ".1", "1.2.3"])
def test_a_nonsense_place_is_the_first_page(world, before):
    number = world.signed_sheet().number
    assert find_numbers(world, f"before={before}") == [number]


def test_a_hit_says_where_the_words_stand_and_marks_them(world):
    number = world.signed_sheet(solution="紧固接头，更换 <b>ＤＳＰ</b> 电源板").number
    for typed, said in (
        ("电源板", "<mark>电源板</mark>"),
        ("dsp", "<mark>ＤＳＰ</mark>"),
        ("头更", ""),  # across a comma nothing is found
    ):
        page = text(world.browser("gao").get(f"/records?q={typed}"))
        assert numbers_in_list(page) == ([number] if said else [])
        assert not said or re.search(rf'class="hit">处理方案：[^\n]*{said}', page), typed
        assert "<b>ＤＳＰ" not in page
    page = text(world.browser("gao").get("/records?q=政务"))
    assert "<mark>政务</mark>中心" in page and 'class="hit"' not in page, "it stands there anyway"


def test_a_hit_that_no_cell_shows_says_its_field_whatever_it_is(world):
    devices = world.office.device
    long = "左侧第一排" * 8 + "备用话筒"
    Device.update(name=long).where(Device.id == devices.id).execute()
    number = world.signed_sheet(result="not_completed", not_completed=["other"], remarks="等货").number
    gao = world.browser("gao")
    for typed, said in (
        ("丁一", "签字人"),
        ("其它见备注", "未完成时"),
        ("other, see remarks", "未完成时"),
        ("备用话筒", "设备"),
    ):
        page = text(gao.get(f"/records?q={typed}"))
        assert numbers_in_list(page) == [number] and f'class="hit">{said}：' in page, typed
        assert "<mark>" in page, typed


def test_a_register_says_it_too_where_no_column_does(world):
    number = world.begun("chen", "overtime-request", OVERTIME | {"overtime_reason": "省里来电视会"}).number
    page = text(world.browser("gao").get("/records?form=overtime-request&q=电视会"))
    assert number in page and "<mark>电视会</mark>" in page
    plain = text(world.browser("gao").get("/records?form=overtime-request"))
    assert 'class="hit"' not in plain


def test_of_a_confidential_sheet_a_hit_tells_its_field_and_nothing_more(world):
    number = world.signed_sheet(solution="更换电源板").number
    Record.update(confidential=True).where(Record.number == number).execute()
    User.update(confidential=True).where(User.login == "gao").execute()
    world.users["gao"].confidential = True
    page = text(world.browser("gao").get("/records?q=电源板"))
    assert numbers_in_list(page) == [number] and "<mark>" not in page and "在“处理方案”里" in page


def test_search_as_you_type_swaps_the_region_and_cleans_the_address(world):
    number = world.signed_sheet().number
    headers = {"HX-Request": "true", "HX-Request-Type": "partial"}
    response = world.browser("gao").get("/records?q=话筒&form=&client=&from=", headers=headers)
    assert response.headers["HX-Replace-Url"] == "/records?q=%E8%AF%9D%E7%AD%92"
    assert "<html" not in text(response) and '<input type="search"' not in text(response)
    assert numbers_in_list(text(response)) == [number]
    assert "HX-Request-Type" in response.headers["Vary"]


def test_counting_stops_where_nobody_counts(world, monkeypatch):
    for _ in range(3):
        world.waiting_sheet()
    monkeypatch.setattr(pages, "COUNTED", 2)
    assert "超过 2 张" in text(world.browser("gao").get("/records"))
