"""Sending somebody, and somebody else instead."""

import pytest

from fieldforms.errors import Invalid, NotAllowed, NotCleared, NotFound, NotYourTurn, ReasonNeeded
from fieldforms.flow.completing import completion, record_events
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.faults import assignments, fault_reports
from fieldforms.flow.filling import drafts
from fieldforms.flow.inbox import tasks
from fieldforms.flow.proof import verification
from fieldforms.flow.record import candidates, folding
from fieldforms.flow.sheets import timeline
from fieldforms.forms.loading import definition_of_data
from fieldforms.store.library import definitions
from fieldforms.store.models import Audit, Draft, Entry, Record, Room, User
from fieldforms.store.record import records
from tests import boards
from tests.boards import asked, goes_on, to_send, whole
from tests.forms.tiny import changed
from tests.shared import at_once


@pytest.fixture
def lift(world):
    return boards.publish()


def assign(world, number, login="zhou", reason="", by="sunmin"):
    return assignments.assign_engineer(world.actor(by), number, world.users[login].id, reason)


def outcomes(number: str) -> list[tuple[str, str]]:
    return [(entry.step, entry.outcome) for entry in whole(number).entries]


def test_one_tap_on_a_person_completes_the_step(world, lift):
    number = to_send(world)
    found = assign(world, number)
    assert (found.entry.step, found.missing) == ("send", ())
    assert whole(number).entries[-1].answers["sent"] == {"id": world.users["zhou"].id, "name": "周海燕"}
    row = Record.get(Record.number == number)
    assert (row.next_step, row.assignee_id) == ("mend", world.users["zhou"].id)
    assert Audit.select().where(Audit.action == "record.assign", Audit.ref == number).count() == 1


def test_the_engineer_has_it_at_once_and_may_open_it_without_serving_the_client(world, lift):
    number = to_send(world)
    zhou = world.actor("zhou")
    assert records.by_number(zhou.viewer, number) is None
    assign(world, number)
    assert [row.number for row in tasks.steps_of_actor(zhou)] == [number]
    goes_on(world, number, "zhou", {"mended_by": "换了板"})
    assert Record.get(Record.number == number).next_step == "check"


def test_what_else_the_step_needs_is_asked_for_with_the_engineer_filled_in(world, lift):
    number = to_send(world, "meeting")
    found = assign(world, number)
    assert found.entry is None and [each.field.name for each in found.missing] == ["maker"]
    assert Draft.get(Draft.uuid == found.draft.uuid).answers["sent"]["name"] == "周海燕"
    assert Record.get(Record.number == number).next_step == "send"
    assert assign(world, number, "chen").draft.uuid == found.draft.uuid, (
        "a second choice goes into the same draft"
    )
    assert Draft.get(Draft.uuid == found.draft.uuid).answers["sent"]["name"] == "陈志远"


def test_what_somebody_has_typed_is_not_sealed_unread(world, lift):
    number = to_send(world)
    sun = world.actor("sunmin")
    draft = drafts.open_next_step(sun, whole(number))
    drafts.save_draft(
        sun, drafts.draft_to_fill(sun, draft.uuid), {"awaited": "2026-12-01"}, draft.version, "tab"
    )
    found = assign(world, number)
    assert (found.entry, found.missing) == (None, ())
    assert set(Draft.get(Draft.uuid == draft.uuid).answers) == {"awaited", "sent"}


@pytest.mark.parametrize("login", ["lihua", "gao", "wangjing"])
def test_only_technicians_in_use_can_be_sent(world, lift, login):
    number = to_send(world)
    with pytest.raises(NotFound):
        assign(world, number, login)
    with pytest.raises(NotFound):
        assignments.assign_engineer(world.actor("sunmin"), number, 999_999)
    assert Record.get(Record.number == number).next_step == "send"


def test_the_field_that_names_them_says_who_else_can_be_sent(world):
    form = changed(boards.FORM, "section.2.field.0.constraint", {"roles": ["supervisor"]})
    definitions.publish_definition(definition_of_data(form))
    number = to_send(world)
    assert [each.user.login for each in candidates.engineers_to_choose(whole(number))] == ["gao"]
    page = world.browser("sunmin").get(f"/records/{number}/assignment").text
    assert "高建国" in page and "陈志远" not in page
    with pytest.raises(NotFound):
        assign(world, number, "zhou")
    assert assign(world, number, "gao").entry.step == "send"


@pytest.mark.parametrize("login", ["wangjing", "admin"])
def test_whom_the_field_does_not_ask_for_is_refused_in_the_step_itself_too(world, login):
    definitions.publish_definition(
        definition_of_data(changed(boards.FORM, "section.2.field.0.constraint", {"roles": ["technician"]}))
    )
    number = to_send(world)
    named = {"id": world.users[login].id, "name": world.users[login].name}
    with pytest.raises(Invalid) as refused:
        goes_on(world, number, "sunmin", {"sent": named})
    assert [wrong.field.name for wrong in refused.value.problems] == ["sent"]


def test_those_who_serve_the_client_are_offered_first(world, lift):
    def offered(place):
        number = to_send(world, place=place, by="chen" if place is world.office else "zhou")
        return [(each.user.login, each.serves) for each in candidates.engineers_to_choose(whole(number))]

    assert offered(world.office) == [("chen", True), ("zhou", False)]
    assert offered(world.university) == [("zhou", True), ("chen", False)]


@pytest.mark.parametrize("login", ["gao", "shen", "admin", "chen"])
def test_who_may_not_fill_the_step_may_not_assign(world, lift, login):
    number = to_send(world)
    with pytest.raises(NotAllowed):
        assign(world, number, by=login)


# Whose record is confidential


def test_who_has_no_clearance_is_named_last_and_cannot_be_sent_to_a_confidential_room(world, lift):
    User.update(confidential=True).where(User.login.in_(["sunmin", "zhou"])).execute()
    world.users = {user.login: user for user in User.select()}
    number = to_send(world)
    nobodys(number)
    cleared = {each.user.login: each.cleared for each in candidates.engineers_to_choose(whole(number))}
    assert cleared == {"zhou": True, "chen": False}
    with pytest.raises(NotCleared):
        assign(world, number, "chen")
    assert outcomes(number)[-1] == ("look", "done")
    assert assign(world, number, "zhou").entry is not None


def test_nor_by_filling_the_step_itself(world, lift):
    User.update(confidential=True).where(User.login == "sunmin").execute()
    world.users = {user.login: user for user in User.select()}
    number = to_send(world)
    Record.update(confidential=True).where(Record.number == number).execute()
    zhou = world.users["zhou"]
    with pytest.raises(Invalid) as refused:
        goes_on(world, number, "sunmin", {"sent": {"id": zhou.id, "name": zhou.name}})
    assert [wrong.field.name for wrong in refused.value.problems] == ["sent"]


def nobodys(number: str) -> None:
    """Confidential, and reported by a stranger: nobody has read it by serving there."""
    Record.update(confidential=True, opened_by=None, technician=None).where(Record.number == number).execute()


def test_who_has_served_there_and_reads_it_anyway_can_be_sent(world, lift):
    User.update(confidential=True).where(User.login == "sunmin").execute()
    world.users = {user.login: user for user in User.select()}
    number = to_send(world)
    Record.update(confidential=True).where(Record.number == number).execute()
    assert {each.user.login: each.cleared for each in candidates.engineers_to_choose(whole(number))} == {
        "zhou": False,
        "chen": True,
    }
    assert assign(world, number, "chen").entry is not None


def test_nor_by_the_first_step_of_a_sheet_that_will_be_confidential(world):
    definitions.publish_definition(
        definition_of_data(boards.FORM | {"key": "errand", "number": "PQ", "public": False, "step": ERRAND})
    )
    Room.update(confidential=True).where(Room.id == world.office.room.id).execute()
    chen = world.actor("chen")
    new = drafts.start_draft(
        chen, "errand", {"room": world.office.room.id}, drafts.new_uuid(), drafts.new_uuid()
    )
    for login, refused in (("zhou", ["sent"]), ("chen", [])):
        user = world.users[login]
        wrong = drafts.problems_of_step(new, {"sent": {"id": user.id, "name": user.name}})
        assert [each.field.name for each in wrong] == refused


ERRAND = [
    {"name": "send", "by": "technician", "label": {"zh": "派", "en": "Send"}, "sections": ["sending"]},
    {
        "name": "mend",
        "by": "assignee",
        "assignee": "sent",
        "label": {"zh": "修", "en": "Mend"},
        "sections": ["mending"],
    },
]


def test_nobody_is_sent_when_it_is_not_time_for_it(world, lift):
    early = asked(world)
    closed = goes_on(world, asked(world), "chen", {"found": "mended", "cure": "重启"})
    for number in (early, closed, world.waiting_sheet().number):
        with pytest.raises(NotYourTurn):
            assign(world, number)
    with pytest.raises(NotFound):
        assign(world, "DT-202611-9999")


def test_somebody_else_is_sent_for_a_reason(world, lift):
    number = to_send(world)
    assign(world, number)
    with pytest.raises(ReasonNeeded):
        assign(world, number, "chen")
    found = assign(world, number, "chen", "周海燕请假")
    assert found.entry.step == "send"
    assert outcomes(number)[-3:] == [
        ("send", folding.DONE), ("mend", folding.RETURNED), ("send", folding.DONE),
    ]  # fmt: skip
    assert [row.number for row in tasks.steps_of_actor(world.actor("chen"))] == [number]
    assert tasks.steps_of_actor(world.actor("zhou")) == []
    assert records.by_number(world.actor("zhou").viewer, number) is None, "no longer theirs to see"


def test_the_record_tells_who_was_replaced_by_whom_and_why(world, lift):
    number = to_send(world)
    assign(world, number)
    assign(world, number, "chen", "周海燕请假")
    *_, back, again = timeline.events_of_record(whole(number), "zh")
    assert (back.reason, back.who) == ("周海燕请假", "孙敏")
    assert [(change.before, change.after) for change in again.changes] == [("周海燕", "陈志远")]
    assert verification.differences_of_record(Record.get(Record.number == number).uuid) == []


def test_the_same_person_is_not_sent_anew_and_whose_turn_it_is_not_neither(world, lift):
    number = to_send(world)
    assign(world, number)
    entries = Entry.select().count()
    with pytest.raises(NotFound):
        assign(world, number, "zhou", "再来一次")
    with pytest.raises(NotAllowed):
        assign(world, number, "chen", "我来", by="gao")
    goes_on(world, number, "zhou", {"mended_by": "换了板"})
    with pytest.raises(NotYourTurn):
        assign(world, number, "chen", "太晚了")
    assert Entry.select().count() == entries + 1


def test_what_the_first_engineer_had_typed_goes_with_them(world, lift):
    number = to_send(world)
    assign(world, number)
    zhou = world.actor("zhou")
    begun = drafts.open_next_step(zhou, whole(number))
    drafts.save_draft(
        zhou, drafts.draft_to_fill(zhou, begun.uuid), {"mended_by": "看了一半"}, begun.version, "tab"
    )
    assign(world, number, "chen", "周海燕请假")
    assert begun.uuid not in {draft.uuid for draft in tasks.tasks.open_drafts_of(world.users["zhou"])}
    with pytest.raises(NotFound):
        drafts.draft_to_fill(zhou, begun.uuid)
    assert drafts.open_next_step(world.actor("chen"), whole(number)).answers == {}


def test_the_reporter_reads_who_comes_by_when_and_that_it_is_somebody_else_now(world, lift):
    number = to_send(world, "meeting")
    assert fault_reports.what_comes_next(whole(number)) == [("正在安排工程师、厂家或备件。", {})]
    zhou = {"id": world.users["zhou"].id, "name": "周海燕"}
    goes_on(world, number, "sunmin", {"sent": zhou, "maker": "yes", "awaited": "2026-12-01"})
    expected = ("预计 %(date)s。", {"date": "2026-12-01"})
    assert fault_reports.what_comes_next(whole(number)) == [
        ("%(name)s工程师会来维修。", {"name": "周"}),
        expected,
    ]
    assign(world, number, "chen", "周海燕请假")
    assert [moment.sentence for moment in fault_reports.moments_of_report(whole(number))][-2:] == [
        "改由另一位工程师处理", "调度员已安排下一步",
    ]  # fmt: skip
    goes_on(world, number, "chen", {"mended_by": "换了板"})
    assert fault_reports.what_comes_next(whole(number)) == [("工程师已修好，驻场人员正在核对。", {})]
    assert "周海燕" not in repr(fault_reports.moments_of_report(whole(number)))


@pytest.mark.parametrize("name,called", [("罗建", "罗"), ("欧阳明", "欧阳"), ("Luo Jian", "Luo"), ("", "")])
def test_a_stranger_is_told_no_full_name(name, called):
    assert fault_reports.surname_for_stranger(name) == called


def test_a_cancelled_record_gets_nobody(world, lift):
    number = to_send(world)
    record_events.cancel_record(world.actor("chen"), number, "误报")
    with pytest.raises(NotYourTurn):
        assign(world, number)


def test_of_two_who_send_at_once_one_is_first(shared):
    boards.publish()
    number = to_send(shared)
    first, second = at_once(lambda: assign(shared, number), lambda: assign(shared, number, "chen"))
    refused = [each for each in (first, second) if isinstance(each, Exception)]
    assert len(refused) == 1 and isinstance(refused[0], ReasonNeeded | NotYourTurn)
    assert outcomes(number).count(("send", folding.DONE)) == 1


def test_who_is_done_this_moment_is_not_replaced(shared):
    boards.publish()
    number = to_send(shared)
    assign(shared, number)
    zhou = shared.actor("zhou")
    draft = drafts.open_next_step(zhou, whole(number))
    given = HandedIn({"mended_by": "换了板"})
    found = at_once(
        lambda: completion.complete(zhou, draft.uuid, given).entry,
        lambda: assign(shared, number, "chen", "太慢"),
    )
    [refused] = [each for each in found if isinstance(each, Exception)]
    assert isinstance(refused, NotYourTurn | NotFound | NotAllowed)
    assert verification.differences_of_record(Record.get(Record.number == number).uuid) == []
