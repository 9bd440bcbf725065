"""What a sealed step takes from the stock and gives back; approvals after the fact; deputies; personal sheets."""

import re
from datetime import date, timedelta

import pytest

from fieldforms.errors import Invalid, NotEnough, NotFound
from fieldforms.flow import local_time
from fieldforms.flow.completing import completion, corrections, record_access, record_events, short_steps
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.flow.people import deputies
from fieldforms.flow.record import approvals, folding, part_requests, projection
from fieldforms.flow.sheets import timeline
from fieldforms.flow.stock import movements
from fieldforms.forms.kinds.references import OTHER_KIND
from fieldforms.store import clock, scope
from fieldforms.store.models import Deputy, Entry, Movement, Part, Record, Reservation, Shortage, User
from fieldforms.store.record import records
from fieldforms.store.stock import parts, reservations, stock
from tests.shared import at_once

SHELF = 3


@pytest.fixture
def wrench(world):
    part = Part.create(name="网线测试仪", kind="tool", created_at=clock.now())
    movements.book_movement_of_record(
        world.actor("sunmin"), "", part, "received", SHELF, None, stock.place_row("company")
    )
    return part


def filled(world, login, form, answers, number=""):
    """One step, begun or gone on with, filled and sealed: its entry."""
    actor = world.actor(login)
    if number:
        row = drafts.open_next_step(actor, record_access.record_by_number(actor, number))
        found = drafts.draft_to_fill(actor, row.uuid)
    else:
        found = drafts.start_draft(actor, form, {}, drafts.new_uuid(), drafts.new_uuid())
    given = drafts.answers_looked_up(found, {**found.draft.answers, **answers}, actor)
    row = drafts.save_draft(actor, found, given, found.draft.version, "tests")
    return completion.complete(actor, row.uuid, HandedIn(row.answers)).entry


def asked(world, part, quantity=2):
    rows = [{"part": {"name": part.name}, "quantity": quantity}]
    return filled(world, "chen", "parts-issue", {
        "issue_kind": "tool", "owned_by": "company", "issued_items": rows, "due_back_on": "2099-01-01",
    }).number  # fmt: skip


def taken(world, number):
    filled(world, "sunmin", "", {"decision": "approved"}, number)
    return filled(
        world, "chen", "", {"taken": "taken", "taker_signature": {"name": "陈志远", "typed": True}}, number
    )


def lying(world, part) -> tuple[int, int]:
    """On the shelf, in Chen's bag."""
    bag = stock.place_row("person", user=world.users["chen"])
    return stock.quantity(part, stock.place_row("company")), stock.quantity(part, bag) if bag.id else 0


def test_what_is_taken_lies_in_the_bag_until_it_is_back(world, wrench):
    number = asked(world, wrench)
    assert lying(world, wrench) == (SHELF, 0)
    taken(world, number)
    assert lying(world, wrench) == (SHELF - 2, 2)
    issued = Movement.get(Movement.record == number)
    assert (issued.kind, issued.due_on) == ("issued", "2099-01-01")
    filled(world, "sunmin", "", {"condition": "intact"}, number)
    assert lying(world, wrench) == (SHELF, 0)
    assert Record.get(Record.number == number).state == "closed"


def test_more_than_there_is_is_neither_handed_out_nor_taken_and_nothing_is_sealed(world, wrench):
    number = asked(world, wrench, SHELF + 1)
    with pytest.raises(NotEnough):
        filled(world, "sunmin", "", {"decision": "approved"}, number)
    assert Record.get(Record.number == number).next_step == "issue"
    number = asked_and_free(world, wrench, number)
    filled(world, "sunmin", "", {"decision": "approved"}, number)
    movements.book_movement_of_record(
        world.actor("sunmin"), "", wrench, "moved", SHELF, stock.place_row("company"),
        stock.place_row("client", client=world.office.client),
    )  # fmt: skip
    with pytest.raises(NotEnough):
        filled(
            world,
            "chen",
            "",
            {"taken": "taken", "taker_signature": {"name": "陈志远", "typed": True}},
            number,
        )
    assert Record.get(Record.number == number).next_step == "taking"


def asked_and_free(world, part, declined: str) -> str:
    """A new request, when the one before it wants nothing any more."""
    filled(world, "sunmin", "", {"decision": "declined", "issue_remark": "不够"}, declined)
    return asked(world, part, SHELF)


def test_who_asked_first_is_handed_it_and_the_second_is_refused(world, wrench):
    first, second = asked(world, wrench, 2), asked(world, wrench, 2)
    with pytest.raises(NotEnough) as refused:
        filled(world, "sunmin", "", {"decision": "approved"}, second)
    assert refused.value.values["n"] == SHELF - 2
    filled(world, "sunmin", "", {"decision": "approved"}, first)
    filled(world, "sunmin", "", {"decision": "declined", "issue_remark": "已领完"}, second)


@pytest.mark.parametrize(("kind", "chosen"), [("part", "tool"), ("tool", "part"), ("tool", "loan_unit")])
def test_what_is_of_another_kind_is_refused_and_stays_as_it_was_typed(world, kind, chosen):
    part = Part.create(name="九伏电池", kind=kind, created_at=clock.now())
    chen = world.actor("chen")
    found = drafts.start_draft(chen, "parts-issue", {}, drafts.new_uuid(), drafts.new_uuid())
    rows = [{"part": {"name": part.name}, "quantity": 1}]
    answers = {"issue_kind": chosen, "owned_by": "company", "issued_items": rows, "due_back_on": "2099-01-01"}
    given = drafts.answers_looked_up(found, {**found.draft.answers, **answers}, chen)
    said = [(wrong.sentence, wrong.values["typed"]) for wrong in drafts.problems_of_step(found, given)]
    assert said == [(OTHER_KIND, part.name)]
    given = drafts.answers_looked_up(found, given | {"issue_kind": kind}, chen)
    assert not drafts.problems_of_step(found, given)


def test_the_same_completion_again_takes_nothing_twice(world, wrench):
    entry = taken(world, asked(world, wrench))
    row = drafts.drafts.get_draft(entry.draft)
    assert completion.complete(world.actor("chen"), entry.draft, HandedIn(row.answers)).entry.id == entry.id
    assert lying(world, wrench) == (SHELF - 2, 2)


def test_of_two_taps_on_a_short_step_at_the_same_moment_both_are_given_the_one_entry(shared):
    number = request(shared)
    gao = shared.actor("gao")
    seen, uuid = record_access.record_by_number(gao, number), drafts.new_uuid()
    given = HandedIn({"supervisor_decision": "approved"})

    def tap():
        return short_steps.fill_and_complete(
            shared.actor("gao"), seen, uuid, "supervisor_approval", drafts.NEW_DRAFT, given
        ).entry.digest

    first, second = at_once(tap, tap)
    assert isinstance(first, str) and first == second
    assert Entry.select().where(Entry.number == number).count() == 2


# Reserved: asked for and not taken yet


def promised(part) -> tuple[int, int]:
    """(asked for by sheets, still to be had)"""
    return reservations.reserved_by_part([part]).get(part.id, 0), parts.available_by_part([part])[part.id]


def test_what_is_asked_for_is_reserved_until_it_is_taken(world, wrench):
    assert promised(wrench) == (0, SHELF)
    number = asked(world, wrench)
    assert promised(wrench) == (2, SHELF - 2)
    filled(world, "sunmin", "", {"decision": "approved"}, number)
    assert promised(wrench) == (2, SHELF - 2)
    filled(
        world, "chen", "", {"taken": "taken", "taker_signature": {"name": "陈志远", "typed": True}}, number
    )
    assert promised(wrench) == (0, SHELF - 2), "it has left the shelf"


def test_what_is_declined_cancelled_or_sent_back_is_free_again(world, wrench):
    declined, cancelled, returned = (asked(world, wrench, 1) for _ in range(3))
    assert promised(wrench) == (3, 0)
    filled(world, "sunmin", "", {"decision": "declined", "issue_remark": "另有安排"}, declined)
    assert promised(wrench) == (2, 1)
    record_events.cancel_record(world.actor("sunmin"), cancelled, "申请错了")
    assert promised(wrench) == (1, 2)
    sun = world.actor("sunmin")
    row = drafts.open_next_step(sun, record_access.record_by_number(sun, returned))
    completion.complete(sun, row.uuid, HandedIn({}, folding.RETURNED, reason="数量不对"))
    assert promised(wrench) == (0, SHELF)


def fixed(world, part) -> None:
    """A repair takes the same part off the shelf under its own sheet."""
    number = filled(world, "chen", "fault-report", {"symptom": "黑屏", "urgency": "normal"}).number
    filled(world, "chen", "", {
        "lines_and_interfaces": "normal", "indicator_lights": "normal", "drivers_and_software": "normal",
        "outcome": "solved", "fault_class": "device", "remedy": "换了", "minutes": 5,
        "parts_used": [{"part": {"name": part.name}, "quantity": SHELF}],
    }, number)  # fmt: skip


@pytest.mark.parametrize(("said", "why"), [("used", ""), ("not_taken", "客户改期")])
def test_what_a_repair_has_used_meanwhile_is_not_reserved_for_ever(world, wrench, said, why):
    number = asked(world, wrench)
    filled(world, "sunmin", "", {"decision": "approved"}, number)
    fixed(world, wrench)
    assert lying(world, wrench) == (0, 0) and promised(wrench) == (2, -2)
    with pytest.raises(NotEnough):
        filled(
            world,
            "chen",
            "",
            {"taken": "taken", "taker_signature": {"name": "陈志远", "typed": True}},
            number,
        )
    filled(world, "chen", "", {"taken": said, "not_taken_reason": why}, number)
    row = Record.get(Record.number == number)
    assert (row.state, promised(wrench)) == ("closed", (0, 0)), "nothing to give back, nothing reserved"
    assert not Movement.select().where(Movement.record == number).exists()


def test_not_to_take_it_needs_a_reason_unless_a_repair_used_it(world, wrench):
    number = asked(world, wrench)
    filled(world, "sunmin", "", {"decision": "approved"}, number)
    with pytest.raises(Invalid) as refused:
        filled(world, "chen", "", {"taken": "not_taken"}, number)
    assert [wrong.field.name for wrong in refused.value.problems] == ["not_taken_reason"]


def test_a_correction_of_what_was_taken_reserves_nothing_twice(world, wrench):
    number = asked(world, wrench)
    taken(world, number)
    filled(world, "sunmin", "", {"condition": "intact"}, number)
    chen = world.actor("chen")
    assert promised(wrench) == (0, SHELF)
    draft = corrections.correct_record(chen, number, "用途写错了")
    rows = [{"part": {"name": wrench.name}, "quantity": 2}]
    found = drafts.draft_to_fill(chen, draft.uuid)
    answers = drafts.answers_looked_up(found, found.draft.answers | {"issued_items": rows}, chen)
    row = drafts.save_draft(chen, found, answers, found.draft.version, "tests")
    completion.complete(chen, row.uuid, HandedIn(row.answers))
    assert promised(wrench) == (2, SHELF - 2), "all is back, so it is asked for again"


def test_of_what_was_taken_only_the_rest_is_reserved(world, wrench):
    number = asked(world, wrench)
    taken(world, number)
    seen = records.by_number(scope.SYSTEM, number)
    fold = folding.fold_entries(
        seen.definition, seen.entries[:1]
    )  # as a step that is filled once more would stand
    assert part_requests.parts_still_to_take(seen.definition, fold, seen.row) == {}
    assert promised(wrench) == (0, SHELF - 2)


def test_reservations_are_a_projection(world, wrench):
    asked(world, wrench)
    Reservation.delete().execute()
    projection.rebuild_all()
    assert promised(wrench) == (2, SHELF - 2)


def test_what_runs_low_counts_what_is_promised(world, wrench):
    Part.update(low_at=1).where(Part.id == wrench.id).execute()
    low = parts.PartFilters(low=True)
    assert parts.seen_by(world.actor("sunmin").viewer, low) == []
    asked(world, wrench)
    assert parts.seen_by(world.actor("sunmin").viewer, low) == [wrench]


def test_who_hands_out_sees_what_is_there_and_what_others_asked_for(world, wrench):
    first, second = asked(world, wrench, 2), asked(world, wrench, 2)
    page = world.browser("sunmin").get(f"/records/{second}").text
    outlook = page[page.index('id="outlook"') : page.index('<div class="columns">')]
    assert "不够" not in world.browser("sunmin").get(f"/records/{first}").text, (
        "who asked first is served first"
    )
    shown = " ".join(re.sub(r"<[^>]+>", "", outlook).split())
    for said in ("申请 2", f"在库 {SHELF}", "更早的单已预留 2", "不够"):
        assert said in shown
    filled(world, "sunmin", "", {"decision": "declined", "issue_remark": "另有安排"}, first)
    page = world.browser("sunmin").get(f"/records/{second}").text
    assert "更早的单已预留" not in page and "不够" not in page
    taken(world, second)
    assert 'id="outlook"' not in world.browser("sunmin").get(f"/records/{second}").text


def test_the_part_says_which_sheets_asked_for_it(world, wrench):
    number = asked(world, wrench, 1)
    page = world.browser("chen").get(f"/parts/{wrench.id}").text
    assert "单据已预留 1 件：" in page and f"{number}</a>（1）" in page
    Record.update(confidential=True).where(Record.number == number).execute()
    page = world.browser("zhou").get(f"/parts/{wrench.id}").text
    assert "单据已预留 1 件</p>" in page and number not in page
    assert "预留" in world.browser("chen").get("/parts").text


# Approvals


def decided(world, login, number):
    return filled(world, login, "", {"supervisor_decision": "approved"}, number)


def request(world, days=1) -> str:
    day = (date.fromisoformat(local_time.today()) + timedelta(days=days)).isoformat()
    return filled(world, "chen", "overtime-request", {
        "asking_unit": "政务中心", "day_kind": "rest_day", "from_at": f"{day}T18:00", "to_at": f"{day}T21:00",
        "hours": "3", "overtime_reason": "会议保障",
    }).number  # fmt: skip


@pytest.mark.parametrize(("days", "late"), [(1, False), (-1, True)])
def test_an_approval_after_the_fact_says_so(world, days, late):
    entry = decided(world, "gao", request(world, days))
    seen = records.by_uuid(scope.SYSTEM, entry.record)
    fold = folding.fold_entries(seen.definition, seen.entries)
    assert bool(approvals.late_approvals(seen, fold)) is late
    page = world.browser("gao").get(f"/records/{entry.number}").text
    assert ("事后批准：主管审批" in page) is late


def test_a_deputy_approves_and_the_entry_says_for_whom(world):
    number = request(world)
    with pytest.raises(NotFound):
        decided(world, "sunmin", number)
    today = local_time.today()
    deputies.name_deputy(world.actor("gao"), world.users["gao"].id,
        {"deputy": str(world.users["sunmin"].id), "from_on": today, "until_on": today})  # fmt: skip
    entry = decided(world, "sunmin", number)
    seen = records.by_uuid(scope.SYSTEM, entry.record)
    assert seen.entries[-1].facts["deputy_for"] == "高建国"
    assert timeline.events_of_record(seen, "zh")[-1].who == "孙敏（代高建国）"


def test_a_colleague_sees_no_personal_sheet_of_mine(world):
    number = request(world)
    assert records.by_number(world.actor("zhou").viewer, number) is None
    assert records.by_number(world.actor("wangjing").viewer, number) is not None
    assert records.by_number(world.actor("chen").viewer, number) is not None


# What a fresh pair of eyes found


def sent_back_and_taken(world, number, quantity):
    """The dispatcher's refusal is not needed: a sheet corrected after it was closed."""
    draft = corrections.correct_record(world.actor("chen"), number, "数量写错了")
    rows = [dict(draft.answers["issued_items"][0], quantity=quantity)]
    found = drafts.draft_to_fill(world.actor("chen"), draft.uuid)
    row = drafts.save_draft(
        world.actor("chen"), found, draft.answers | {"issued_items": rows}, draft.version, "tests"
    )
    entry = completion.complete(world.actor("chen"), row.uuid, HandedIn(row.answers)).entry
    return taken(world, entry.number)


def test_a_corrected_sheet_moves_the_difference(world):
    part = Part.create(name="话筒线", kind="part", created_at=clock.now())
    movements.book_movement_of_record(
        world.actor("sunmin"), "", part, "received", 10, None, stock.place_row("company")
    )
    rows = [{"part": {"name": part.name}, "quantity": 4}]
    number = filled(world, "chen", "parts-issue",
        {"issue_kind": "part", "owned_by": "company", "issued_items": rows}).number  # fmt: skip
    taken(world, number)
    assert lying(world, part) == (6, 4)
    sent_back_and_taken(world, number, 3)
    assert lying(world, part) == (7, 3)


def test_what_was_lost_does_not_come_back_to_the_shelf(world, wrench):
    number = asked(world, wrench)
    taken(world, number)
    filled(world, "sunmin", "", {"condition": "lost", "condition_note": "落在车上"}, number)
    assert lying(world, wrench) == (SHELF - 2, 0)


def test_what_was_brought_back_without_the_sheet_does_not_keep_it_open(world, wrench):
    number = asked(world, wrench)
    taken(world, number)
    bag, shelf = stock.place_row("person", user=world.users["chen"]), stock.place_row("company")
    movements.book_movement_of_record(world.actor("chen"), "", wrench, "returned", 2, bag, shelf)
    filled(world, "sunmin", "", {"condition": "intact"}, number)
    assert Record.get(Record.number == number).state == "closed"
    assert lying(world, wrench) == (SHELF, 0)
    assert Shortage.select().count() == 0  # the books know where it is


def test_nobody_approves_their_own_request_as_a_deputy(world):
    number = request(world)
    today = local_time.today()
    User.update(role="supervisor").where(User.login == "zhou").execute()
    world.users["zhou"].role = "supervisor"
    mine = filled(world, "chen", "overtime-request", {
        "asking_unit": "政务中心", "day_kind": "rest_day", "from_at": "2099-01-01T18:00", "to_at": "2099-01-01T21:00",
        "hours": "3", "overtime_reason": "会议保障",
    }).number  # fmt: skip
    Deputy.create(user=world.users["gao"], deputy=world.users["chen"], from_on=today, until_on=today,
        created_at=clock.now(), created_by=world.users["gao"])  # fmt: skip
    for each in (number, mine):
        with pytest.raises(NotFound):
            decided(world, "chen", each)


def test_technicians_are_no_deputies(world):
    assert world.users["chen"] not in deputies.possible_deputies(world.users["gao"])


def held_by_chen(world, part) -> list[str]:
    bag = stock.place_row("person", user=world.users["chen"])
    return [held.record for held in stock.holdings(scope.SYSTEM, part, bag)]


def given_back(world, number, condition="intact"):
    more = {} if condition == "intact" else {"condition_note": "摔了"}
    return filled(world, "sunmin", "", {"condition": condition, **more}, number)


def test_what_a_sheet_brings_back_settles_its_own_loan(world, wrench):
    numbers = [asked(world, wrench, 1) for _sheet in range(3)]
    for number in numbers:
        taken(world, number)
    assert held_by_chen(world, wrench) == numbers
    given_back(world, numbers[1])
    assert held_by_chen(world, wrench) == [numbers[0], numbers[2]]
    given_back(world, numbers[2])
    assert held_by_chen(world, wrench) == [numbers[0]]
    movements.book_movement_of_record(
        world.actor("chen"), "", wrench, "returned", 1, stock.place_row("person", user=world.users["chen"]),
        stock.place_row("company"),
    )  # fmt: skip
    assert held_by_chen(world, wrench) == []


def test_what_comes_back_damaged_is_lent_to_nobody_before_it_is_put_on_the_shelf(world, wrench):
    number = asked(world, wrench, SHELF)
    taken(world, number)
    given_back(world, number, "damaged")
    assert parts.shelf_by_part([wrench])[wrench.id] == 0
    desk = stock.place_row("person", user=world.users["sunmin"])
    assert stock.quantity(wrench, desk) == SHELF and held_by_chen(world, wrench) == []
    assert records.by_number(scope.SYSTEM, number).row.state == "closed"
    with pytest.raises(NotEnough):
        taken(world, asked(world, wrench, 1))
    movements.move_part(
        world.actor("sunmin"), wrench.id, "returned",
        {"quantity": "1", "source": f"person-{world.users['sunmin'].id}", "target": "company"},
    )  # fmt: skip
    assert parts.shelf_by_part([wrench])[wrench.id] == 1
