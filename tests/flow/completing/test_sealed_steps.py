"""A technician completes a step: what is sealed, and what is refused."""

import re

import pytest

from fieldforms.errors import Completed, Invalid, NotFound, NotYourTurn
from fieldforms.flow.completing import completion
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.store import scope
from fieldforms.store.models import Draft, Entry
from fieldforms.store.record import records
from tests.flow.completing.hands import seen


def test_a_completed_step_is_a_sealed_entry_with_a_number(shared):
    entry = shared.waiting_sheet()
    assert re.fullmatch(r"FW-\d{6}-\d{4}", entry.number)
    assert (entry.step, entry.outcome, entry.seq) == ("work", "done", 1)
    found = seen(entry.number)
    assert found.row.state == "open"
    assert found.row.next_by == "client"
    assert found.entries[0].answers["request"] == "会议室话筒有杂音"


def test_every_question_of_the_step_is_sealed_and_what_is_not_relevant_is_null(shared):
    entry = shared.waiting_sheet(follow_up_date="2026-12-01", lamp_hours="1200")
    sealed = seen(entry.number).entries[0].answers
    definition = seen(entry.number).definition
    assert sealed.keys() == {field.name for field in definition.fields_of(definition.step("work"))}
    assert sealed["follow_up_date"] is sealed["lamp_hours"] is None


def test_the_same_body_ten_times_is_one_entry_with_one_number(shared):
    draft = shared.working_sheet()
    given = HandedIn(draft.answers)
    sealed = [completion.complete(shared.actor("chen"), draft.uuid, given).entry for _ in range(10)]
    assert len({(entry.id, entry.number) for entry in sealed}) == 1
    assert Entry.select().where(Entry.record == draft.record).count() == 1


def test_the_phones_clock_is_no_part_of_the_body(shared):
    draft = shared.working_sheet()
    first = completion.complete(shared.actor("chen"), draft.uuid, HandedIn(draft.answers, phone_at=1)).entry
    assert (
        completion.complete(shared.actor("chen"), draft.uuid, HandedIn(draft.answers, phone_at=2)).entry.id
        == first.id
    )


def test_another_body_under_a_completed_draft_is_refused(shared):
    draft = shared.working_sheet()
    completion.complete(shared.actor("chen"), draft.uuid, HandedIn(draft.answers))
    with pytest.raises(Completed):
        completion.complete(shared.actor("chen"), draft.uuid, HandedIn(draft.answers | {"request": "other"}))
    assert (
        seen(Entry.get(Entry.draft == draft.uuid).number).entries[0].answers["request"] == "会议室话筒有杂音"
    )


def test_answers_that_break_rules_are_refused_and_nothing_is_sealed(shared):
    draft = shared.working_sheet(request=None, arrival="yesterday", result="not_completed")
    with pytest.raises(Invalid) as invalid:
        completion.complete(shared.actor("chen"), draft.uuid, HandedIn(draft.answers))
    assert [wrong.field.name for wrong in invalid.value.problems] == ["arrival", "request", "not_completed"]
    assert records.by_uuid(scope.SYSTEM, draft.record) is None
    assert Draft.get(Draft.uuid == draft.uuid).completed_at is None


@pytest.mark.parametrize("login", ["zhou", "lihua", "sunmin", "gao", "shen", "wangjing", "admin"])
def test_a_foreign_draft_cannot_be_completed(shared, login):
    draft = shared.working_sheet()
    with pytest.raises(NotFound):
        completion.complete(shared.actor(login), draft.uuid, HandedIn(draft.answers))


def test_a_foreign_completed_draft_does_not_exist(shared):
    draft = shared.working_sheet()
    completion.complete(shared.actor("chen"), draft.uuid, HandedIn(draft.answers))
    with pytest.raises(NotFound):
        completion.complete(shared.actor("zhou"), draft.uuid, HandedIn({}))


def test_a_discarded_draft_cannot_be_completed(shared):
    draft = shared.working_sheet()
    drafts.discard_draft(shared.actor("chen"), draft.uuid)
    with pytest.raises(NotFound):
        completion.complete(shared.actor("chen"), draft.uuid, HandedIn(draft.answers))


def test_an_unknown_draft_cannot_be_completed(shared):
    with pytest.raises(NotFound):
        completion.complete(shared.actor("chen"), drafts.new_uuid(), HandedIn({}))


@pytest.mark.parametrize(
    "outcome", ["refused", "absent", "signed_on_paper", "cancelled", "erased", "moon", ""]
)
def test_a_technicians_step_ends_done_or_not_at_all(shared, outcome):
    draft = shared.working_sheet()
    with pytest.raises(NotYourTurn):
        completion.complete(
            shared.actor("chen"), draft.uuid, HandedIn(draft.answers, outcome, reason="because")
        )


def test_a_device_of_another_client_is_not_sealed_into_a_sheet(shared):
    draft = shared.working_sheet(serviced_devices=[{"code": shared.university.code.code}])
    with pytest.raises(Invalid) as invalid:
        completion.complete(shared.actor("chen"), draft.uuid, HandedIn(draft.answers))
    assert [wrong.field.name for wrong in invalid.value.problems] == ["serviced_devices"]


def test_a_device_reads_in_an_old_sheet_as_it_was(shared):
    entry = shared.waiting_sheet()
    place = shared.office
    try:
        type(place.device).update(name="renamed").where(type(place.device).id == place.device.id).execute()
        assert seen(entry.number).entries[0].answers["serviced_devices"][0]["name"] == place.device.name
    finally:
        type(place.device).update(name=place.device.name).where(
            type(place.device).id == place.device.id
        ).execute()


@pytest.mark.parametrize(
    "text",
    ["🙂👨‍👩‍👧 𠮷", "<script>alert(1)</script>", "=1+1", "'; DROP TABLE entries; --", "a\\u0000b", "\u202egnp.exe", "x" * 4000],
)  # fmt: skip
def test_any_text_is_sealed_and_read_back_equal(shared, text):
    entry = shared.waiting_sheet(request=text)
    assert seen(entry.number).entries[0].answers["request"] == text
