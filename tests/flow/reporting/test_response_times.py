"""How long reports took, by month and urgency."""

import pytest

from fieldforms.errors import NotAllowed
from fieldforms.flow.completing import completion, record_events
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.faults import assignments
from fieldforms.flow.filling import drafts
from fieldforms.flow.record import repair_times
from fieldforms.flow.reporting import response_times
from fieldforms.flow.reporting.response_times import Spread, spread_of_minutes
from fieldforms.store import clock
from tests import boards
from tests.boards import asked, goes_on, looked, to_send, whole

NOW = 1_795_500_000_000  # 2026-11-24 in Shanghai
MINUTE = clock.MINUTE


@pytest.fixture
def lift(world):
    return boards.publish()


def solved(world, at: int, minutes: int, haste="normal", **words) -> str:
    with clock.pretend_now(at):
        number = asked(world, haste, **words)
    with clock.pretend_now(at + minutes * MINUTE):
        return looked(world, number, words.get("by", "chen"), found="mended", cure="重启")


def sent(world, at: int) -> str:
    """Looked at after 10 minutes, somebody sent after 20."""
    with clock.pretend_now(at):
        number = asked(world)
    with clock.pretend_now(at + 10 * MINUTE):
        looked(world, number)
    with clock.pretend_now(at + 20 * MINUTE):
        assignments.assign_engineer(world.actor("sunmin"), number, world.users["zhou"].id)
    return number


def goes(world, number: str, at: int, by: str, **answers) -> None:
    with clock.pretend_now(at):
        goes_on(world, number, by, answers)


def total(world, year=2026, client=None, login="gao") -> response_times.ReportCounts:
    return response_times.times_of_reports(world.actor(login), year, client).total


def taken(world) -> tuple:
    found = total(world)
    return found.respond and found.respond.median, found.restore and found.restore.median


def test_nine_in_ten_took_no_longer_and_half_no_longer(world):
    assert spread_of_minutes([]) is None
    assert spread_of_minutes([7]) == Spread(1, 7, 7)
    assert spread_of_minutes(list(range(10, 110, 10))) == Spread(10, 55, 90)
    assert spread_of_minutes([30, 10, 20]) == Spread(3, 20, 30)


def test_what_is_solved_at_the_first_look_is_restored_then(world, lift):
    solved(world, NOW, 25)
    assert taken(world) == (25, 25)


def test_what_needs_somebody_is_restored_when_they_are_done(world, lift):
    number = sent(world, NOW)
    assert taken(world) == (10, None)
    goes(world, number, NOW + 90 * MINUTE, "zhou", mended_by="换了板")
    assert taken(world) == (10, 90)
    goes(world, number, NOW + 500 * MINUTE, "chen", good="yes")
    assert taken(world) == (10, 90)


def test_what_was_sent_back_is_restored_when_it_is_done_again(world, lift):
    number = sent(world, NOW)
    goes(world, number, NOW + 90 * MINUTE, "zhou", mended_by="换了板")
    with clock.pretend_now(NOW + 100 * MINUTE):
        draft = drafts.open_next_step(world.actor("chen"), whole(number))
        completion.complete(world.actor("chen"), draft.uuid, HandedIn({}, "returned", reason="没修好"))
    assert taken(world) == (10, None)
    goes(world, number, NOW + 200 * MINUTE, "zhou", mended_by="又换了一块")
    goes(world, number, NOW + 210 * MINUTE, "chen", good="yes")
    assert taken(world) == (10, 200)


def test_it_says_of_a_record_what_its_entries_say(world, lift):
    number = sent(world, NOW)
    goes(world, number, NOW + 90 * MINUTE, "zhou", mended_by="换了板")
    seen = whole(number)
    assert repair_times.response_and_restore_times(
        seen.definition, seen.entries, seen.row.state, seen.row.next_by
    ) == (
        NOW + 10 * MINUTE,
        NOW + 90 * MINUTE,
    )


def same(number: str) -> tuple:
    """What the row's own list says and what the sheet's entries say of it, as minutes."""
    seen = whole(number)
    at = repair_times.response_and_restore_times(
        seen.definition, seen.entries, seen.row.state, seen.row.next_by
    )
    return tuple(each and (each - seen.row.opened_at) // MINUTE for each in at)


def test_the_sheet_and_the_list_agree_on_what_was_sent_back_and_done_otherwise(world, lift):
    """A report that was given to somebody else after a repair: the first repair was undone."""
    number = sent(world, NOW)
    goes(world, number, NOW + 90 * MINUTE, "zhou", mended_by="换了板")
    with clock.pretend_now(NOW + 100 * MINUTE):
        draft = drafts.open_next_step(world.actor("chen"), whole(number))
        completion.complete(world.actor("chen"), draft.uuid, HandedIn({}, "returned", reason="没修好"))
    with clock.pretend_now(NOW + 110 * MINUTE):
        assignments.assign_engineer(world.actor("sunmin"), number, world.users["chen"].id, "换人")
    assert taken(world) == same(number) == (10, None)
    goes(world, number, NOW + 200 * MINUTE, "chen", mended_by="又换了一块")
    assert taken(world) == same(number) == (10, 200)
    goes(world, number, NOW + 210 * MINUTE, "chen", good="yes")
    assert taken(world) == same(number) == (10, 200)


def test_a_report_counts_in_its_month_in_the_companys_zone(world, lift):
    solved(world, 1_796_054_400_000, 30)  # 2026-12-01 00:00 in Shanghai, November by UTC
    solved(world, 1_798_732_799_000, 60)  # 2026-12-31 23:59:59, solved next year
    found = response_times.times_of_reports(world.actor("gao"), 2026, None)
    assert [(month.name, month.n) for month in found.months if month.n] == [("2026-12", 2)]
    assert total(world, 2027).n == 0 and len(found.months) == 12


def test_urgencies_stand_by_themselves_in_the_order_of_the_sheet(world, lift):
    solved(world, NOW, 30)
    solved(world, NOW, 10, "meeting")
    found = response_times.times_of_reports(world.actor("gao"), 2026, None).urgencies
    medians = [(each.name, each.respond and each.respond.median) for each in found]
    assert medians == [("normal", 30), ("urgent", None), ("meeting", 10)]


def test_one_client_alone_can_be_asked_for(world, lift):
    solved(world, NOW, 30)
    solved(world, NOW, 10, place=world.university, by="zhou")
    assert total(world, client=world.office.client.id).respond.median == 30
    assert total(world, client=999).n == 0


def test_what_was_cancelled_does_not_count(world, lift):
    with clock.pretend_now(NOW):
        number = to_send(world)
        record_events.cancel_record(world.actor("chen"), number, "误报")
    assert total(world).n == 0


def test_other_forms_do_not_count(world, lift):
    with clock.pretend_now(NOW):
        world.signed_sheet()
    assert total(world).n == 0


@pytest.mark.parametrize("login", ["chen", "wangjing"])
def test_they_are_not_everybodys(world, lift, login):
    with pytest.raises(NotAllowed):
        total(world, login=login)
