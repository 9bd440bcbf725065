"""The calendar feed: all-day events for who may see them, until the address is revoked."""

from datetime import date

import pytest
from icalendar import Calendar as Parsed

from fieldforms.errors import NotAllowed, NotFound
from fieldforms.flow.calendar import calendar_feeds, plans
from fieldforms.flow.register import devices
from fieldforms.store import clock
from fieldforms.store.models import Feed, Room, User
from tests.flow.calendar.hands import DAY, TUESDAY, all_of, noon, planned, planned_at, sheet
from tests.people import questions


def feed(token: str) -> Parsed:
    text = calendar_feeds.calendar_of_token(
        token, "ff.example.cn", lambda visit: f"https://ff.example.cn/plans/{visit.plan.id}"
    )
    assert all(len(line) <= 75 for line in text.encode().split(b"\r\n"))
    return Parsed.from_ical(text)


def feed_events(token: str) -> dict[str, object]:
    return {str(event["uid"]): event for event in feed(token).walk("VEVENT")}


def test_a_feed_is_read_by_another_library_as_all_day_events(world):
    name = "综合，会议; 音视频\\中控\n主机与备用主机都在这一间里的很长很长很长很长很长很长的名字"
    Room.update(name=name).where(Room.id == world.office.room.id).execute()
    plan = planned_at(world, f"room-{world.office.room.id}")
    found = feed_events(calendar_feeds.make_feed(world.actor("chen")))
    event = found[f"plan-{plan.id}-20261124@ff.example.cn"]
    assert event["dtstart"].dt == TUESDAY and event["dtend"].dt == TUESDAY + DAY
    assert str(event["summary"]) == f"政务中心 {name} · 客户服务联络单"
    assert str(event["location"]) == "政务中心路 1 号"
    assert len(found) == 13  # a year ahead


def test_an_event_keeps_its_name_when_the_visit_moves(world):
    plan = planned(world)
    token = calendar_feeds.make_feed(world.actor("gao"))
    plans.move_visit(world.actor("gao"), plan.id, "2026-11-24", "2026-12-01", "客户要求")
    plans.skip_visit(world.actor("gao"), plan.id, "2026-12-24", "放假")
    found = feed_events(token)
    assert found[f"plan-{plan.id}-20261124@ff.example.cn"]["dtstart"].dt == date(2026, 12, 1)
    assert f"plan-{plan.id}-20261224@ff.example.cn" not in found


def test_a_done_visit_says_so_and_nothing_of_the_sheet(world):
    plan = planned(world)
    sheet(world, plan, "2026-11-24", request="董事长办公室漏水")
    text = calendar_feeds.calendar_of_token(
        calendar_feeds.make_feed(world.actor("chen")), "h", lambda visit: "https://h/"
    )
    assert "✓ 政务中心" in text and "漏水" not in text.replace("\r\n ", "")


def test_a_feed_is_its_owners_scope(world):
    User.update(disabled_at=None).where(User.login == "lihua").execute()
    mine = planned(world)
    planned(world, world.university)
    planned(world, every="2", technician=str(world.users["lihua"].id))
    assert {uid.split("-")[1] for uid in feed_events(calendar_feeds.make_feed(world.actor("chen")))} == {
        str(mine.id)
    }
    assert len({uid.split("-")[1] for uid in feed_events(calendar_feeds.make_feed(world.actor("shen")))}) == 3


def test_a_confidential_room_is_not_named(world):
    Room.update(confidential=True).where(Room.id == world.office.room.id).execute()
    planned_at(world, f"room-{world.office.room.id}")
    planned_at(world, f"device-{world.office.device.id}")
    text = calendar_feeds.calendar_of_token(
        calendar_feeds.make_feed(world.actor("gao")), "h", lambda visit: "https://h/"
    )
    assert "第一会议室" not in text and "数字音频处理器" not in text and "政务中心" in text


def test_a_token_works_until_it_is_revoked_or_replaced_or_its_owner_leaves(world):
    first = calendar_feeds.make_feed(world.actor("chen"))
    assert Feed.get().token not in first  # only its hash is kept
    second = calendar_feeds.make_feed(world.actor("chen"))
    for dead in (first, "unknown", ""):
        with pytest.raises(NotFound):
            feed(dead)
    assert feed(second)
    calendar_feeds.revoke_feed(world.actor("chen"))
    with pytest.raises(NotFound):
        feed(second)
    third = calendar_feeds.make_feed(world.actor("chen"))
    User.update(disabled_at=clock.now()).where(User.login == "chen").execute()
    with pytest.raises(NotFound):
        feed(third)


def test_hr_has_no_calendar(world):
    with pytest.raises(NotAllowed):
        calendar_feeds.make_feed(world.actor("wangjing"))
    with pytest.raises(NotAllowed):
        calendar_feeds.revoke_feed(world.actor("wangjing"))


def test_a_day_begins_at_midnight_of_the_companys_calendar(world):
    plan = planned(world, starts_on="2026-11-24")
    for minutes, late in ((-1, False), (0, True)):  # from midnight
        with clock.pretend_now(noon(TUESDAY) + (12 * 60 + minutes) * 60_000):
            assert next(iter(all_of(world, plan))).late is late
            assert devices.years_in_use("2024-11-25") == 1 + late


def test_a_calendar_asks_for_a_forms_name_once(world):
    planned(world, every="1", unit="day")
    secret = calendar_feeds.make_feed(world.actor("chen"))
    with questions() as asked:
        assert len(feed_events(secret)) > 100
    assert len(asked) < 20


@pytest.mark.parametrize("language, name", [("zh", "巡检"), ("en", "Visits")])
def test_a_feed_has_a_name_in_its_owners_language(world, language, name):
    User.update(language=language).where(User.login == "chen").execute()
    found = feed(calendar_feeds.make_feed(world.actor("chen")))
    assert str(found["name"]) == str(found["x-wr-calname"]) == name
