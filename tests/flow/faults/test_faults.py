"""The company's own fault report: the technician proposes, the dispatcher decides, who is sent may give it back."""

import pytest

from fieldforms.errors import Invalid
from fieldforms.flow.completing import completion
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.faults import assignments, fault_reports
from fieldforms.flow.filling import drafts
from fieldforms.flow.inbox import tasks
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import folding
from fieldforms.store.models import Record, User
from tests.boards import whole
from tests.web.inbox.hands import complete_step, fault

LOOKED = {
    "lines_and_interfaces": "normal", "indicator_lights": "normal", "drivers_and_software": "not_applicable",
    "fault_class": "device",
}  # fmt: skip


def proposed(world, outcome="spare_part") -> str:
    """A fault whose checks are done: its number."""
    entry = fault(world, world.office)
    complete_step(world.actor("chen"), entry.record, LOOKED | {"outcome": outcome})
    return entry.number


def begun(world, number, login="sunmin"):
    return drafts.open_next_step(world.actor(login), whole(number))


def dispatched(world, number, **answers):
    complete_step(world.actor("sunmin"), whole(number).row.uuid, answers)


def given_back(world, number, reason="要换主板"):
    draft = begun(world, number, "zhou")
    completion.complete(world.actor("zhou"), draft.uuid, HandedIn({}, folding.RETURNED, reason=reason))


def test_the_dispatcher_finds_what_the_technician_proposed_and_may_change_it(world):
    number = proposed(world)
    assert begun(world, number).answers["route"] == "spare_part"
    zhou = world.users["zhou"]
    dispatched(world, number, route="engineer", assigned_engineer={"id": zhou.id, "name": zhou.name})
    row = Record.get(Record.number == number)
    assert (row.next_step, row.result, row.assignee_id) == ("repair", "engineer", zhou.id)


def test_an_engineer_is_named_where_one_is_sent(world):
    number = proposed(world, "engineer")
    with pytest.raises(Invalid) as refused:
        dispatched(world, number)
    assert [wrong.field.name for wrong in refused.value.problems] == ["assigned_engineer"]


def test_one_tap_on_an_engineer_is_still_enough(world):
    found = assignments.assign_engineer(
        world.actor("sunmin"), proposed(world, "engineer"), world.users["zhou"].id
    )
    assert found.entry and found.entry.step == "dispatch"


def test_nobody_is_named_where_the_clients_technician_draws_the_part(world):
    number = proposed(world)
    dispatched(world, number)
    assert number in [row.number for row in tasks.steps_of_actor(world.actor("chen"))]
    assert fault_reports.what_comes_next(whole(number))[0] == (fault_reports.ARRANGED, {})


def test_what_cannot_be_repaired_is_the_dispatchers_again_with_the_reason(world):
    number = proposed(world, "engineer")
    assignments.assign_engineer(world.actor("sunmin"), number, world.users["zhou"].id)
    given_back(world, number)
    assert number in [row.number for row in tasks.steps_of_actor(world.actor("sunmin"))]
    assert fault_reports.moments_of_report(whole(number))[-1].sentence == fault_reports.GIVEN_BACK
    draft = begun(world, number)
    assert draft.answers["route"] == "engineer", "what was decided stands there to be changed"
    assert "要换主板" in world.browser("sunmin").get(f"/drafts/{draft.uuid}").text
    page = world.browser("sunmin").get("/board/fault-report").text
    assert number in page


def test_sending_somebody_else_is_no_giving_back(world):
    number = proposed(world, "engineer")
    assignments.assign_engineer(world.actor("sunmin"), number, world.users["zhou"].id)
    assignments.assign_engineer(world.actor("sunmin"), number, world.users["chen"].id, "小周请假")
    assert fault_reports.REASSIGNED in [
        moment.sentence for moment in fault_reports.moments_of_report(whole(number))
    ]


def test_the_slip_for_the_spare_part_knows_that_it_is_the_companys_part(world):
    number = proposed(world)
    follows = {"device": world.office.device.id, "follows": number}
    new = drafts.start_draft(
        world.actor("chen"), "parts-issue", follows, drafts.new_uuid(), drafts.new_uuid()
    )
    known = {name: new.draft.answers[name] for name in ("issue_kind", "owned_by")}
    assert known == {"issue_kind": "part", "owned_by": "company"}


def test_who_reports_with_an_account_leaves_their_own_telephone(world):
    User.update(phone="138 0000 0001").where(User.login == "chen").execute()
    chen = Actor(User.get(User.login == "chen"))
    at = {"device": world.office.device.id}
    new = drafts.start_draft(chen, "fault-report", at, drafts.new_uuid(), drafts.new_uuid())
    assert new.draft.answers["reporter_phone"] == "138 0000 0001"
    assert (
        "reporter_phone"
        not in drafts.start_draft(
            world.actor("zhou"),
            "fault-report",
            {"device": world.university.device.id},
            drafts.new_uuid(),
            drafts.new_uuid(),
        ).draft.answers
    ), "an account without one leaves it open"
