"""运维月报: what stands in a client's month, and what does not stand in it for whom."""

import pytest

from fieldforms.errors import NotFound
from fieldforms.flow import local_time
from fieldforms.flow.completing import record_events
from fieldforms.flow.reporting import monthly_reports, periods
from fieldforms.store import clock
from fieldforms.store.models import Movement, Part, Room


def month_now():
    return periods.month_of(local_time.today())


def report(world, login="gao", place=None, month=None, lang="zh"):
    return monthly_reports.monthly_report(
        world.actor(login), (place or world.office).client.id, month or month_now(), lang
    )


def words(found) -> str:
    cells = [cell for table in found.tables for row in table.rows for cell in row]
    return "\n".join([*(f"{label} {value}" for label, value in found.facts), *cells])


def table(found, title):
    return next(each for each in found.tables if each.title.startswith(title))


def test_a_month_begins_and_ends_in_the_companys_zone():
    month = periods.parse_month("2026-12")
    assert month.shifted_by(1).text == "2027-01" and month.shifted_by(-12).text == "2025-12"
    assert month.until - month.since == 31 * clock.DAY_MS and month.words("zh") == "2026年12月"


@pytest.mark.parametrize(
    "text", ["2026-13", "2026-1", "1999-12", "2200-01", "2026", "", "2026-11-01", "２０２６-11"]
)
def test_what_is_no_month_is_not_there(text):
    with pytest.raises(NotFound):
        periods.parse_month(text)


def test_sheets_stand_by_form_with_number_day_and_what_was_done(world):
    entry = world.signed_sheet(open_points="待换端子")
    found = report(world)
    [row] = table(found, "客户服务联络单").rows
    assert row[0] == entry.number and "会议室话筒有杂音" in row[2] and row[3:] == ("已完成服务", "已签字")
    assert table(found, "遗留问题").rows[0][1] == "待换端子"
    assert ("单据", "1 张") in found.facts and ("巡检", "本月 0 次，全年 0/4") in found.facts
    assert found.parties == (("客户", "市政务服务中心"), ("服务单位", found.company))


def test_another_month_and_another_client_have_none_of_it(world):
    number = world.signed_sheet().number
    assert number not in words(report(world, month=month_now().shifted_by(-1)))
    assert number not in words(report(world, place=world.university))


def test_the_rating_is_told_to_who_may_read_ratings_and_to_nobody_else(world):
    world.signed_sheet(rating="dissatisfied", comments="太慢")
    assert "不满意 1" in words(report(world, "gao"))
    for login in ("chen", "sunmin", "shen", "admin"):
        found = words(report(world, login))
        assert "满意" not in found.replace("本月", "") and "太慢" not in found


def test_a_client_that_is_not_served_has_no_month(world):
    with pytest.raises(NotFound):
        report(world, "zhou")
    with pytest.raises(NotFound):
        report(world, "wangjing")


def test_a_confidential_room_gives_its_number_and_nothing_else(world):
    Room.update(confidential=True).where(Room.id == world.office.room.id).execute()
    entry = world.signed_sheet(open_points="密级接口待查")
    found = words(report(world, "chen"))
    assert entry.number in found and "话筒有杂音" not in found and "密级接口" not in found
    assert world.office.device.name not in found, "which device it is says too much already"
    assert entry.number not in words(report(world, "sunmin")), "out of scope without the permission"


def test_what_was_cancelled_is_not_listed(world):
    entry = world.waiting_sheet()
    record_events.cancel_record(world.actor("chen"), entry.number, "客户改期")
    assert entry.number not in words(report(world))


def test_parts_fitted_into_the_clients_devices_are_listed(world):
    part = Part.create(name="凤凰端子", kind="part", unit="个", created_at=clock.now())
    for place in (world.office, world.university):
        Movement.create(part=part, kind="fitted", quantity=2, device=place.device, at=clock.now())
    [row] = table(report(world), "更换的配件").rows
    assert row[1:4] == ("凤凰端子", "2 个", world.office.device.name)


def test_a_span_is_told_in_its_two_largest_units():
    spans = [periods.duration_in_words(minutes, "zh") for minutes in (0, 35, 60, 250, 1440, 4445)]
    assert spans == ["0 分钟", "35 分钟", "1 小时", "4 小时 10 分钟", "1 天", "3 天 2 小时"]


def test_the_report_is_whole_in_english(world):
    world.signed_sheet()
    assert report(world, lang="en").period == f"{periods.month_of(local_time.today()).words('en')}"


def fitted(world, number="") -> None:
    part = Part.create(name="加密模块", kind="part", unit="个", created_at=clock.now())
    Movement.create(
        part=part, kind="fitted", quantity=1, device=world.office.device, record=number, at=clock.now()
    )


def test_a_part_fitted_in_a_confidential_room_gives_the_sheets_number_alone(world):
    Room.update(confidential=True).where(Room.id == world.office.room.id).execute()
    number = world.signed_sheet().number
    fitted(world, number)
    fitted(world)
    [row] = table(report(world, "chen"), "更换的配件").rows
    assert row[1:] == ("（涉密，内容见原单）", "—", "—", number)
    assert table(report(world, "sunmin"), "更换的配件").rows == (), "out of scope without the permission"
