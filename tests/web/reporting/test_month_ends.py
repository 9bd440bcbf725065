"""What lasts over a month's end: each figure belongs to one month, by its own day."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from fieldforms.flow.reporting import monthly_reports, period_records, periods, yearly_reviews
from fieldforms.store import clock
from tests.forms.sheets import BY_NAME
from tests.web.sheets.walker import Walker

NOVEMBER, DECEMBER = periods.Month("2031-11"), periods.Month("2031-12")


def at(text: str):
    """It is this local minute."""
    moment = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Asia/Shanghai"))
    return clock.pretend_now(int(moment.timestamp() * 1000))


def report(world, month, login="gao", lang="zh"):
    return monthly_reports.monthly_report(world.actor(login), world.office.client.id, month, lang)


def fact(found, label: str) -> str:
    return dict(found.facts)[label]


def table(found, title: str) -> list[tuple[str, ...]]:
    return [row for each in found.tables if each.title.startswith(title) for row in each.rows]


@pytest.fixture
def repair(world) -> str:
    """Reported on 28 November; the part is fitted, and it works again, on 2 December."""
    walker = Walker(world, BY_NAME["fault-report: solved on site"])
    reported, checked = walker.walk.turns[:2]
    with at("2031-11-28T10:00"):
        walker.begin(reported)
    walker.browsers = {}  # four days later everybody signs in again
    with at("2031-12-02T10:00"):
        walker.go_on(checked)
    return walker.number


def test_a_repair_over_the_months_end_is_reported_in_one_and_restored_in_the_next(world, repair):
    with at("2032-01-05T09:00"):
        november, december = report(world, NOVEMBER), report(world, DECEMBER)
        year = yearly_reviews.yearly_review(
            world.actor("gao"), world.office.client.id, periods.Year("2031"), "zh"
        )
    assert fact(november, "故障") == "报修 1 起，恢复 0 起，期末未恢复 1 起"
    assert fact(december, "故障") == "报修 0 起，恢复 1 起，期末未恢复 0 起"
    assert fact(year, "故障") == "报修 1 起，恢复 1 起，期末未恢复 0 起"
    assert (
        [row[0] for row in table(november, "故障")] == [repair] == [row[0] for row in table(december, "故障")]
    )
    assert table(november, "故障")[0][-1].startswith("进行中"), "as it was at the end of November"
    assert table(december, "故障")[0][-1].startswith("4 天")


def test_its_part_is_in_the_month_in_which_it_was_fitted(world, repair):
    with at("2032-01-05T09:00"):
        assert table(report(world, NOVEMBER), "更换的配件") == []
        [part] = table(report(world, DECEMBER), "更换的配件")
    assert part[0] == "12月2日" and part[-1] == repair


def test_a_fault_that_nobody_mends_is_open_in_each_month_and_reported_in_one(world):
    walker = Walker(world, BY_NAME["fault-report: solved on site"])
    with at("2031-11-28T10:00"):
        walker.begin(walker.walk.turns[0])
    with at("2032-02-05T09:00"):
        told = [fact(report(world, NOVEMBER.shifted_by(n)), "故障") for n in (-1, 0, 1, 2)]
    assert told == [
        "报修 0 起，恢复 0 起，期末未恢复 0 起",
        "报修 1 起，恢复 0 起，期末未恢复 1 起",
        "报修 0 起，恢复 0 起，期末未恢复 1 起",
        "报修 0 起，恢复 0 起，期末未恢复 1 起",
    ]


def test_novembers_open_points_are_those_of_november_whenever_it_is_opened(world):
    with at("2031-11-20T10:00"):
        world.signed_sheet(open_points="待换端子")
    with at("2031-12-10T10:00"):
        world.signed_sheet(open_points="投影机偏色")
        told = [[row[1] for row in table(report(world, month), "遗留问题")] for month in (NOVEMBER, DECEMBER)]
    assert told == [["待换端子"], ["投影机偏色"]]


def test_a_part_that_a_late_sheet_says_was_fitted_is_in_the_month_of_the_work(world):
    walker = Walker(world, BY_NAME["fault-report: engineer"])
    with at("2031-11-28T10:00"):
        walker.begin(walker.walk.turns[0])
    for turn in walker.walk.turns[1:4]:
        walker.browsers = {}
        with at("2031-12-02T10:00"):
            walker.go_on(turn)
    with at("2032-01-05T09:00"):
        assert [row[1] for row in table(report(world, DECEMBER), "更换的配件")] == ["话筒芯", "扎带"]
        assert table(report(world, NOVEMBER), "更换的配件") == []


def test_each_figure_says_below_the_report_what_it_counts(world):
    with at("2032-01-05T09:00"):
        for lang in ("zh", "en"):
            notes = " ".join(report(world, NOVEMBER, lang=lang).notes)
            found = period_records.PeriodRecords(world.actor("gao"), world.office.client, NOVEMBER, lang)
            assert all(found.say(part) in notes for figure in period_records.FIGURES for part in figure)
