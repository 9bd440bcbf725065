"""A month is issued by a person: what the client got stays, and what changes later is told in the next."""

from datetime import datetime
from zoneinfo import ZoneInfo

import peewee
import pytest

from fieldforms.errors import MonthIssued, MonthNotOver, NotAllowed, NotFound
from fieldforms.flow.completing import completion, corrections
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.flow.reporting import month_issuing, periods
from fieldforms.store import clock
from fieldforms.store.models import Audit, IssuedMonth, Record, Room, User
from tests.people import csrf
from tests.web.papers.hands import mark_room

NOVEMBER, DECEMBER, JANUARY = (periods.Month(text) for text in ("2031-11", "2031-12", "2032-01"))


def at(text: str):
    """It is this local minute."""
    moment = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Asia/Shanghai"))
    return clock.pretend_now(int(moment.timestamp() * 1000))


def issue(world, month=NOVEMBER, login="sunmin") -> None:
    month_issuing.issue_month(world.actor(login), world.office.client.id, month)


def report(world, month=NOVEMBER, login="sunmin", lang="zh"):
    return month_issuing.report_of_month(world.actor(login), world.office.client.id, month, lang)


def numbers(found) -> list[str]:
    return [row[0] for table in found.tables for row in table.rows if table.number_at == 0]


def told(found) -> list[tuple[str, ...]]:
    return [row for table in found.tables if table.title in ("上月更正",) for row in table.rows]


@pytest.fixture
def sheet(world):
    """Done and signed on 20 November."""
    with at("2031-11-20T10:00"):
        return world.signed_sheet()


@pytest.fixture
def issued(world, sheet):
    """November was issued on 1 December."""
    with at("2031-12-01T09:00"):
        issue(world)
        yield sheet


def corrected(world, entry, **changes):
    actor = world.actor("chen")
    draft = corrections.correct_record(actor, entry.number, "写错了")
    found = drafts.draft_to_fill(actor, draft.uuid)
    draft = drafts.save_draft(actor, found, found.draft.answers | changes, draft.version, "tests")
    return world.sign(completion.complete(actor, draft.uuid, HandedIn(draft.answers)).entry)


def test_what_was_issued_stays_and_a_correction_is_told_in_the_next_month(world, issued):
    with at("2031-12-03T10:00"):
        again = corrected(world, issued, request="投影机偏色")
    with at("2032-01-05T09:00"):
        assert numbers(report(world)) == [issued.number]
        rows = told(report(world, DECEMBER))
    assert [(row[0], row[1]) for row in rows] == [("2031年11月", issued.number), ("2031年11月", again.number)]
    assert (
        rows[0][2].startswith("不再列入：")
        and rows[1][2].startswith("补记：11月20日")
        and "投影机偏色" in rows[1][2]
    )


def test_work_of_november_completed_after_the_issue_is_told_in_december(world, issued):
    with at("2031-12-08T10:00"):
        late = world.signed_sheet(arrival="2031-11-30T15:20")
        assert numbers(report(world)) == [issued.number]
        [row] = told(report(world, DECEMBER))
    assert row[1] == late.number and row[2].startswith("补记：11月30日")


def test_what_was_told_once_is_not_told_again(world, issued):
    with at("2031-12-08T10:00"):
        world.signed_sheet(arrival="2031-11-30T15:20")
    with at("2032-01-02T10:00"):
        issue(world, DECEMBER)
    with at("2032-02-02T10:00"):
        assert len(told(report(world, DECEMBER))) == 1 and told(report(world, JANUARY)) == []


def test_a_month_in_which_nothing_changed_has_nothing_to_tell(world, issued):
    with at("2032-01-05T09:00"):
        assert told(report(world, DECEMBER)) == []


def test_the_page_says_when_and_by_whom_and_offers_it_no_more(world, sheet):
    address = f"/clients/{world.office.client.id}/months/2031-11"
    with at("2031-12-03T09:00"):
        sunmin = world.browser("sunmin")
        page = sunmin.get(address).text
        assert "出具这个月的月报" in page
        assert sunmin.post(f"{address}/issue", data={"csrf_token": csrf(page)}).status_code == 303
        page = sunmin.get(address).text
        assert "已出具 2031年12月3日 孙敏" in page and "出具这个月的月报" not in page
        assert "Issued 3 Dec 2031 孙敏" in sunmin.get(f"{address}?lang=en").text
        assert sunmin.get(f"{address}.pdf").data.startswith(b"%PDF")
    [line] = Audit.select().where(Audit.action == "month.issue")
    assert line.detail["digest"] == IssuedMonth.get().digest


def test_a_month_is_issued_once_when_it_is_over_by_who_may(world, sheet):
    with at("2031-11-30T23:00"), pytest.raises(MonthNotOver):
        issue(world)
    with at("2031-12-01T09:00"):
        for login in ("chen", "shen", "admin"):
            with pytest.raises(NotAllowed):
                issue(world, login=login)
        with pytest.raises(NotFound):
            month_issuing.issue_month(world.actor("gao"), 99_999, NOVEMBER)
        issue(world, login="gao")
    with at("2031-12-02T09:00"), pytest.raises(MonthIssued):
        issue(world)
    assert IssuedMonth.select().count() == 1


@pytest.mark.parametrize("change", [IssuedMonth.update(content="{}"), IssuedMonth.delete()])
def test_the_database_refuses_to_change_what_was_issued(world, issued, change):
    with pytest.raises((peewee.IntegrityError, peewee.InternalError, peewee.DatabaseError)):
        change.execute()


def test_the_ratings_of_an_issued_month_are_for_who_may_read_them(world, sheet):
    with at("2031-12-01T09:00"):
        issue(world, login="gao")
        assert "满意度" in dict(report(world, login="gao").facts)
        assert all("满意度" not in dict(report(world, login=who).facts) for who in ("sunmin", "chen", "shen"))


def test_a_confidential_sheet_of_an_issued_month_is_for_who_may_know_of_it(world):
    Room.update(confidential=True).where(Room.id == world.office.room.id).execute()
    User.update(confidential=True).where(User.login == "gao").execute()
    world.users["gao"].confidential = True
    with at("2031-11-20T10:00"):
        secret = world.signed_sheet()
    assert Record.get(Record.number == secret.number).confidential
    with at("2031-12-01T09:00"):
        issue(world, login="gao")
        assert numbers(report(world, login="gao")) == [secret.number]
        assert numbers(report(world)) == [] and ("单据", "0 张") in report(world).facts


def test_what_was_issued_tells_nothing_of_a_room_that_became_confidential_since(world, issued):
    assert numbers(report(world)) == [issued.number]
    mark_room(world, world.office.room, True)
    for who in ("sunmin", "shen"):
        kept = report(world, login=who)
        assert numbers(kept) == [] and issued.number not in str(kept)
        assert "出具以后成为涉密" in kept.notes[-1] and ("单据", "1 张") in kept.facts
        page = world.browser(who).get(f"/clients/{world.office.client.id}/months/2031-11").text
        assert issued.number not in page and "会议室话筒有杂音" not in page
    for who in ("gao", "chen"):  # who is cleared, and who made it
        assert numbers(report(world, login=who)) == [issued.number]
    assert told(report(world, DECEMBER)) == [], "nor does the next month as a correction"


def test_nor_does_a_correction_that_was_issued_before(world, issued):
    with at("2031-12-08T10:00"):
        late = world.signed_sheet(arrival="2031-11-30T15:20")
    with at("2032-01-02T10:00"):
        issue(world, DECEMBER)
        assert late.number in str(report(world, DECEMBER))
        mark_room(world, world.office.room, True)
        assert late.number not in str(report(world, DECEMBER))
