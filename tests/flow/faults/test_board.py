"""The board: whose turn, since when, and by when; late ones before they are late."""

import pytest

from fieldforms.errors import NotAllowed, NotFound
from fieldforms.flow.completing import record_events
from fieldforms.flow.faults import assignments, board
from fieldforms.flow.faults.board import LATE, SOON, TO_RESPOND, TO_RESTORE
from fieldforms.store import clock
from fieldforms.store.models import Assignment, Room, User
from tests import boards
from tests.boards import asked, goes_on, looked, promise, to_send

NOW = 1_795_500_000_000
MINUTE = clock.MINUTE


@pytest.fixture
def lift(world):
    return boards.publish()


def shown(world, lift, login="sunmin") -> board.Board:
    return board.board_of(world.actor(login), lift)


def numbers(found: board.Board) -> dict[str, list[str]]:
    return {column.step.name: [card.row.number for card in column.cards] for column in found.columns}


def card(found: board.Board, number: str) -> board.Card:
    return next(each for each in found.cards if each.row.number == number)


def test_each_form_that_anybody_may_begin_has_a_board(world, lift):
    assert [form.key for form in board.forms_with_board()] == ["fault-report", "lift"]
    assert board.form_with_board().key == "fault-report" and board.form_with_board("lift") == lift
    for key in ("service-contact", "nothing"):
        with pytest.raises(NotFound):
            board.form_with_board(key)


def test_open_reports_stand_at_their_steps(world, lift):
    waiting, harder = asked(world), to_send(world)
    looked(world, asked(world), found="mended", cure="重启")
    record_events.cancel_record(world.actor("chen"), asked(world), "误报")
    assert numbers(shown(world, lift)) == {"look": [waiting], "send": [harder], "mend": [], "check": []}


def test_a_step_of_an_older_version_keeps_its_column(world, lift):
    number = to_send(world)
    steps = [step for step in boards.FORM["step"] if step["name"] not in ("send", "mend", "check")]
    sections = [each for each in boards.FORM["section"] if each["name"] in ("asking", "looking")]
    newer = boards.definitions.publish_definition(
        boards.definition_of_data(boards.FORM | {"step": steps, "section": sections})
    )
    found = board.board_of(world.actor("sunmin"), boards.definitions.read_definition(newer))
    assert numbers(found) == {"look": [], "send": [number]}


def test_a_card_says_whose_turn_it_is_and_since_when(world, lift):
    chen, zhou = world.users["chen"], world.users["zhou"]
    with clock.pretend_now(NOW):
        number = asked(world)
        assert [user.id for user in card(shown(world, lift), number).people] == [chen.id]
    with clock.pretend_now(NOW + 5 * MINUTE):
        looked(world, number)
        assert card(shown(world, lift), number).people == ()
    with clock.pretend_now(NOW + 9 * MINUTE):
        assignments.assign_engineer(world.actor("sunmin"), number, zhou.id)
        found = card(shown(world, lift), number)
    assert [user.id for user in found.people] == [zhou.id]
    assert (found.step.name, found.began) == ("mend", NOW + 9 * MINUTE)


@pytest.mark.parametrize("minutes,tone", [(0, ""), (44, ""), (45, SOON), (60, SOON), (61, LATE), (900, LATE)])
def test_it_is_told_in_the_last_quarter_of_the_time_that_it_will_be_late(world, lift, minutes, tone):
    promise(world, urgent_respond=60)
    with clock.pretend_now(NOW):
        number = asked(world, "urgent")
    with clock.pretend_now(NOW + minutes * MINUTE):
        found = card(shown(world, lift), number).promise
    assert (found.name, found.at, found.tone) == (TO_RESPOND, NOW + 60 * MINUTE, tone)


def test_who_has_come_is_to_restore_and_who_has_mended_it_owes_nothing_more(world, lift):
    promise(world, urgent_respond=60, urgent_restore=240)
    zhou = world.users["zhou"]
    with clock.pretend_now(NOW):
        number = asked(world, "urgent")
    with clock.pretend_now(NOW + 90 * MINUTE):
        looked(world, number)
        found = card(shown(world, lift), number).promise
        assert (found.name, found.at, found.tone) == (TO_RESTORE, NOW + 240 * MINUTE, "")
    with clock.pretend_now(NOW + 300 * MINUTE):
        assert card(shown(world, lift), number).tone == LATE
        assignments.assign_engineer(world.actor("sunmin"), number, zhou.id)
        goes_on(world, number, "zhou", {"mended_by": "换了板"})
        assert card(shown(world, lift), number).promise is None


def test_without_a_target_nothing_is_late(world, lift):
    with clock.pretend_now(NOW):
        number = asked(world)
    with clock.pretend_now(NOW + 400 * clock.DAY_MS):
        assert card(shown(world, lift), number).promise is None


def test_late_ones_come_first_then_the_urgent_then_those_that_waited_longest(world, lift):
    promise(world, normal_respond=30)
    with clock.pretend_now(NOW):
        late, urgent = asked(world), asked(world, "urgent")
    with clock.pretend_now(NOW + 20 * MINUTE):
        fresh = asked(world)
    with clock.pretend_now(NOW + 25 * MINUTE):
        meeting = asked(world, "meeting")
    with clock.pretend_now(NOW + 40 * MINUTE):
        found = shown(world, lift)
    assert numbers(found)["look"] == [late, meeting, urgent, fresh]
    assert [column.late for column in found.columns] == [1, 0, 0, 0]


def test_load_counts_what_waits_for_each_technician(world, lift):
    zhou = world.users["zhou"]
    promise(world, urgent_restore=10)
    with clock.pretend_now(NOW):
        sent = to_send(world, "urgent")
        asked(world)
    with clock.pretend_now(NOW + MINUTE):
        assignments.assign_engineer(world.actor("sunmin"), sent, zhou.id)
    with clock.pretend_now(NOW + 20 * MINUTE):
        found = {each.user.login: (each.n, each.late, each.oldest) for each in shown(world, lift).load}
    assert found == {"chen": (1, 0, NOW), "zhou": (1, 1, NOW + MINUTE)}, "nobody who is disabled"


def test_the_board_is_scoped_and_not_everybodys(world, lift):
    number = asked(world)
    Room.update(confidential=True).where(Room.id == world.office.room.id).execute()
    hidden = to_send(world)
    assert [each.row.number for each in shown(world, lift).cards] == [number]
    User.update(confidential=True).where(User.login == "gao").execute()
    world.users["gao"] = User.get(User.login == "gao")
    assert {each.row.number for each in shown(world, lift, "gao").cards} == {number, hidden}
    for login in ("chen", "wangjing"):
        with pytest.raises(NotAllowed):
            shown(world, lift, login)
        with pytest.raises(NotAllowed):
            board.recently_closed(world.actor(login), lift)


def test_only_who_fills_the_step_is_offered_to_assign(world, lift):
    number, waiting = to_send(world), asked(world)
    offers = {
        login: card(shown(world, lift, login), number).offer for login in ("sunmin", "gao", "shen", "admin")
    }
    assert offers == {"sunmin": "assign", "gao": "", "shen": "", "admin": ""}
    assert card(shown(world, lift), waiting).offer == ""


def test_what_closed_lately_tells_how_long_it_took_and_what_was_promised(world, lift):
    promise(world, normal_respond=30, normal_restore=45)
    with clock.pretend_now(NOW - 8 * clock.DAY_MS):
        looked(world, asked(world), found="mended", cure="早就好了")
    with clock.pretend_now(NOW):
        number = asked(world)
    with clock.pretend_now(NOW + 50 * MINUTE):
        looked(world, number, found="mended", cure="重启")
        [done] = board.recently_closed(world.actor("shen"), lift)
    assert (done.row.number, done.respond, done.restore) == (number, (50, 30), (50, 45))


def test_a_technician_who_serves_no_longer_has_it_no_longer(world, lift):
    number = asked(world)
    Assignment.update(until=clock.now()).where(Assignment.user == world.users["chen"]).execute()
    assert card(shown(world, lift), number).people == ()
