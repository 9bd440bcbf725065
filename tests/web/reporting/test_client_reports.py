"""The month on the screen and on paper."""

import re
from dataclasses import replace
from urllib.parse import unquote

import pytest

from fieldforms.flow import local_time
from fieldforms.flow.calendar import plans
from fieldforms.flow.faults import targets
from fieldforms.flow.reporting import monthly_reports, periods, yearly_reviews
from fieldforms.store import clock
from fieldforms.store.models import Movement, Record, Room
from fieldforms.store.register import codes
from tests.boards import goes_on
from tests.forms.sheets import BY_NAME
from tests.web.faults.hands import DISPUTED, reviewed
from tests.web.sheets.walker import Walker


def walked(world, name, turns=None) -> Walker:
    walker = Walker(world, BY_NAME[name])
    for number, turn in enumerate(walker.walk.turns[:turns]):
        (walker.go_on if number else walker.begin)(turn)
    return walker


def parts(world, login="gao") -> list[tuple[str, ...]]:
    now = periods.month_of(local_time.today())
    found = monthly_reports.monthly_report(world.actor(login), world.office.client.id, now, "zh")
    return list(next(table for table in found.tables if table.title == "更换的配件").rows)


def test_a_month_is_one_tap_from_the_client_and_printed_with_another(world):
    number, now = world.signed_sheet().number, periods.month_of(local_time.today()).text
    chen, address = world.browser("chen"), f"/clients/{world.office.client.id}/months/{now}"
    assert address in chen.get(f"/clients/{world.office.client.id}").text
    page = chen.get(address).text
    assert number in page and f"{address}.pdf" in page and "<dt>满意度</dt>" not in page
    assert "<dt>满意度</dt>" in world.browser("gao").get(address).text
    pdf = chen.get(f"{address}.pdf")
    assert pdf.data.startswith(b"%PDF") and pdf.headers["Cache-Control"] == "no-store"


def test_each_sheet_of_a_month_or_year_leads_to_it(world):
    number, now = world.signed_sheet().number, periods.month_of(local_time.today()).text
    page = world.browser("chen").get(f"/clients/{world.office.client.id}/months/{now}").text
    assert re.search(rf'<td class="sheet-link"><a href="/records/{number}">{number}</a>', page)


def test_the_month_after_this_one_is_not_offered(world):
    now = periods.month_of(local_time.today())
    chen, client = world.browser("chen"), f"/clients/{world.office.client.id}/months"
    assert f"{client}/{now.shifted_by(1).text}" not in chen.get(f"{client}/{now.text}").text
    assert f"{client}/{now.text}" in chen.get(f"{client}/{now.shifted_by(-1).text}").text
    assert chen.get(f"{client}/2026-13").status_code == 404
    assert chen.get(f"{client}/2026-13.pdf").status_code == 404


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_part_that_was_asked_for_or_handed_out_is_not_a_part_that_was_fitted(world, turns):
    walked(world, "parts-issue: spare parts stay", turns)
    assert parts(world) == []


def test_a_part_fitted_through_its_fault_stands_once(world):
    number = walked(world, "fault-report: solved on site", 2).number
    assert [row[1:] for row in parts(world)] == [("话筒芯", "1", world.office.device.name, number)]


def test_what_the_stock_does_not_know_stands_beside_what_it_moved(world):
    number = walked(world, "fault-report: engineer", 4).number
    assert [(name, n) for _day, name, n, _device, _sheet in parts(world)] == [("话筒芯", "1"), ("扎带", "5")]
    assert {row[-1] for row in parts(world)} == {number}


def test_a_repair_filled_again_counts_what_stayed(world):
    walker = walked(world, "fault-report: the record is sent back to the engineer", 5)
    assert [row[1] for row in parts(world)] == ["话筒芯"], (
        "the repair stands no more; the part is in the device still"
    )
    other = walker.walk.turns[5].body | {"repair_parts_used.0.part": "保险丝"}
    walker.go_on(replace(walker.walk.turns[5], body=other))
    assert Movement.select().where(Movement.kind == "returned").exists()
    assert [row[1] for row in parts(world)] == ["保险丝", "扎带"]


def test_a_part_fitted_where_no_device_was_named_is_told_too(world):
    room = f"/forms/fault-report/new?room={world.office.room.id}"
    walker = Walker(world, BY_NAME["fault-report: solved on site"])
    report, checks = walker.walk.turns[:2]
    walker.begin(replace(report, body={**report.body, "faulty_devices": []}), room)
    walker.go_on(checks)
    assert [row[1:] for row in parts(world)] == [("话筒芯", "1", "—", walker.number)]


def test_of_confidential_rooms_no_part_said_in_words_is_named(world):
    number = walked(world, "fault-report: engineer", 4).number
    Room.update(confidential=True).where(Room.id == world.office.room.id).execute()
    Record.update(confidential=True).where(Record.number == number).execute()
    world.users["gao"].confidential = True
    secret = ("（涉密，内容见原单）", "—", "—", number)
    assert [row[1:] for row in parts(world, "gao")] == [secret, secret]


# The year


def year(world, login="gao", lang="zh", place=None, **what):
    now = periods.Year(what.pop("year", local_time.today()[:4]))
    client = (place or world.office).client.id
    return yearly_reviews.yearly_review(world.actor(login), client, now, lang, **what)


def table(found, title) -> list[tuple[str, ...]]:
    return list(next(each for each in found.tables if each.title.startswith(title)).rows)


def test_a_year_is_one_tap_from_the_client_and_printed_with_another(world):
    now, client = local_time.today()[:4], f"/clients/{world.office.client.id}"
    gao = world.browser("gao")
    assert f"{client}/years/{now}" in gao.get(client).text
    page = gao.get(f"{client}/years/{now}").text
    assert f"{client}/years/{now}.pdf" in page and f"{client}/years/{int(now) - 1}" in page
    assert f"{client}/years/{int(now) + 1}" not in page and "<h2>建议</h2>" in page
    pdf = gao.get(f"{client}/years/{now}.pdf")
    assert pdf.data.startswith(b"%PDF") and pdf.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("text", ["1999", "2200", "26", "2026-1", "２０２６", "abcd"])
def test_what_is_no_year_is_not_there(world, text):
    assert world.browser("gao").get(f"/clients/{world.office.client.id}/years/{text}").status_code == 404


def test_a_year_counts_sheets_faults_devices_and_cost(world):
    numbers = [walked(world, f"fault-report: {name}").number for name in ("solved on site", "engineer")]
    found = year(world, costs=True)
    assert table(found, "故障（2 起）") == [("电源", "2", "1 小时 10 分钟", "1,180.00")]
    device = table(found, "故障设备")[0]
    assert device[:3] == (world.office.device.name, "2", "重复") and set(device[3].split("、")) == set(
        numbers
    )
    assert ("故障报修与排除", "2", "2", "0") in table(found, "单据（4 张）")
    assert [row[1] for row in table(found, "更换的配件")].count("话筒芯") == 2


def test_a_disputed_cost_counts_nowhere_until_it_is_settled_and_then_as_it_was_settled(world):
    reviewed(world, DISPUTED)
    reviewed(world)
    assert [cells[3] for cells in table(year(world, costs=True), "故障（2 起）")] == ["860.00"]
    asked = Record.get(Record.key == "approval-request").number
    settled = {"settled_cost": "700.50", "settled_why": "配件按目录价"}
    goes_on(world, asked, "gao", {"supervisor_decision": "approved", **settled})
    assert [cells[3] for cells in table(year(world, costs=True), "故障（2 起）")] == ["1,560.50"]


def test_a_year_holds_times_against_what_was_agreed(world):
    walked(world, "fault-report: engineer", 2)
    targets.change_targets(world.actor("gao"), None, {"urgent.respond": "60", "urgent.restore": "240"})
    [row] = table(year(world), "响应与恢复时间")
    assert row == ("紧急", "1", "0 分钟", "1/1", "—", "—"), "what may still be restored in time is neither"
    with clock.pretend_now(clock.now() + 5 * clock.HOUR):
        [row] = table(year(world), "响应与恢复时间")
    assert row[3:] == ("1/1", "—", "0/1")


def test_a_year_has_devices_by_category_new_and_retired(world):
    [row] = table(year(world), "设备")
    assert row[0] == "音频处理器" and row[1] == "1" and row[4:] == ("0", "0"), "installed years ago"
    codes.retire_wearer(world.office.device)
    [row] = table(year(world), "设备")
    assert row[1] == "0" and row[5] == "1"


def test_a_year_tells_planned_visits_and_what_became_of_them(world):
    plans.make_plan(world.actor("sunmin"), world.office.client.id, {
        "place": "client", "key": "av-maintenance", "every": "1", "unit": "week", "weekday": "",
        "skip_holidays": "", "technician": "", "starts_on": local_time.today(), "ends_on": "",
    })  # fmt: skip
    [row] = table(year(world), "巡检计划")
    assert int(row[1]) >= 1 and row[2:4] == ("0", "0") and int(row[1]) == int(row[4]) + int(row[5])


def test_the_client_is_printed_no_cost_and_the_screen_shows_it(world):
    walked(world, "fault-report: engineer")
    heads = [column.label for each in year(world).tables for column in each.columns]
    assert not [head for head in heads if "费用" in head] and "1,180" not in repr(year(world).tables)
    address = f"/clients/{world.office.client.id}/years/{local_time.today()[:4]}"
    assert "费用（元，不打印）" in world.browser("gao").get(address).text


def test_a_device_is_new_in_the_year_in_which_it_was_installed(world):
    device, now = world.office.device, int(local_time.today()[:4])
    for installed, said in (
        (f"{now - 6}-05-01", ("0", "1")), (f"{now}-01-01", ("1", "0")), (f"{now - 1}-12-31", ("0", "1")),
    ):  # fmt: skip
        device.installed_on = installed
        device.save()
        [row], [before] = table(year(world), "设备"), table(year(world, year=str(now - 1)), "设备") or [()]
        assert row[4] == said[0], installed
        assert not before or before[4] == ("1" if installed.startswith(str(now - 1)) else "0")


def test_visits_of_the_plan_and_beside_it_add_up_to_those_of_the_year(world):
    walked(world, "av-maintenance: all normal")
    plans.make_plan(world.actor("sunmin"), world.office.client.id, {
        "place": "client", "key": "av-maintenance", "every": "1", "unit": "month", "weekday": "",
        "skip_holidays": "", "technician": "", "starts_on": local_time.today(), "ends_on": "",
    })  # fmt: skip
    found = year(world)
    [row] = table(found, "巡检计划")
    assert dict(found.facts)["巡检"].startswith("全年 1") and int(row[2]) + int(row[6]) == 1
    last = year(world, year=str(int(local_time.today()[:4]) - 1))
    assert "0" in dict(last.facts)["巡检"] and not table(last, "巡检计划")


def test_ratings_of_a_year_are_for_who_may_read_them_and_name_nobody(world):
    world.signed_sheet(rating="dissatisfied", comments="太慢")
    assert ("不满意", "1") in table(year(world), "满意度")
    for login in ("chen", "sunmin", "shen", "admin", "gao"):
        found = year(world, login)
        words = "\n".join(cell for each in found.tables for row in each.rows for cell in row)
        assert "太慢" not in words and (login == "gao" or "不满意" not in words + repr(found.facts))


def test_of_a_confidential_room_a_year_counts_its_faults_and_names_nothing(world):
    number = walked(world, "fault-report: engineer", 4).number
    Room.update(confidential=True).where(Room.id == world.office.room.id).execute()
    Record.update(confidential=True).where(Record.number == number).execute()
    world.users["gao"].confidential = True
    found = year(world)
    assert table(found, "故障（1 起）") == [("（涉密，内容见原单）", "1", "—")]
    words = "\n".join(cell for each in found.tables for row in each.rows for cell in row)
    assert world.office.device.name not in words and "电源" not in words.replace("电源、时序器", "")


def test_nobody_reads_the_year_of_a_client_they_do_not_serve(world):
    address = f"/clients/{world.office.client.id}/years/{local_time.today()[:4]}"
    assert world.browser("zhou").get(address).status_code == 404
    assert world.browser("zhou").get(f"{address}.pdf").status_code == 404


def test_the_year_is_whole_in_english(world):
    walked(world, "fault-report: engineer", 4)
    page = (
        world.browser("gao")
        .get(f"/clients/{world.office.client.id}/years/{local_time.today()[:4]}?lang=en")
        .text
    )
    assert "The year in review" in page and "Faults by device" in page


@pytest.mark.parametrize(
    ("name", "called", "initials"),
    [
        ("市政务服务中心", "市政务服务中心", "szwfwzx"),
        ('A/B: "C"\\D*', "A B C D", "A-B-C-D"),
        ("客户" * 60, "客户" * 60, "kh" * 15),
        ("متجر", "متجر", ""),
    ],
)
def test_a_printed_month_is_called_by_client_and_month(world, name, called, initials):
    client, now = world.office.client, periods.month_of(local_time.today()).text
    client.name = name
    client.save()
    reports = (("months", now, "运维月报", "ywyb"), ("years", now[:4], "年度运维回顾", "ndywhg"))
    for kind, period, title, plain_title in reports:
        told = (
            world.browser("chen")
            .get(f"/clients/{client.id}/{kind}/{period}.pdf")
            .headers["Content-Disposition"]
        )
        plain, words = told.split("; filename*=UTF-8''")
        whole = "-".join(filter(None, (initials, plain_title, period)))
        assert plain == f'inline; filename="{whole}.pdf"', "in ASCII by its initials, never by a number alone"
        assert unquote(words).startswith(called[:30]) and unquote(words).endswith(f"{title} {period}.pdf")
