"""The verbs of a record: what they seal, what they refuse, and what stays."""

import hashlib
import re
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import hypothesis
import pytest
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from fieldforms.errors import (
    Completed,
    Invalid,
    NotAllowed,
    NotFound,
    NotYourTurn,
    PaperPhotoNeeded,
    ReasonNeeded,
    SheetChanged,
    SignatureNeeded,
    SignerNeeded,
)
from fieldforms.flow import local_time
from fieldforms.flow.completing import (
    allowed_actions,
    completion,
    corrections,
    record_events,
    signature_requests,
)
from fieldforms.flow.completing import record_access as verbs
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.proof import erasures, verification
from fieldforms.flow.record import folding
from fieldforms.flow.sheets import record_sheets
from fieldforms.forms import questions
from fieldforms.forms.kinds import KINDS
from fieldforms.paper import pdf
from fieldforms.paper.sheet import blocks_of_form
from fieldforms.store import audit, clock, database, scope, search
from fieldforms.store.files import files
from fieldforms.store.models import Audit, Draft, Entry, File, Record, User
from fieldforms.store.record import records
from tests.people import STROKES
from tests.shared import at_once, during

DOT = "10000_8000_1_50"
YI = "6000_9000_1_0_8000_-200_89_0"  # 一, a straight stroke
ACCEPTED = {"accessories": "yes", "satisfaction": "satisfied"}
NOVEMBER = 1_795_500_600_000  # 2026-11-24 14:10 in Shanghai


def signer_of(world, entry, login="chen") -> tuple[Actor, Draft]:
    """The client with the technician's phone in hand, and the draft it reaches."""
    _seen, draft = signature_requests.signer_draft(world.actor(login), entry.number)
    return Actor(world.users[login], "handed_over", "203.0.113.7", extra={"draft": draft.uuid}), draft


def acceptance(entry, answers=ACCEPTED, **values) -> HandedIn:
    """What the client hands in; `entry` is the one that was shown."""
    return HandedIn(
        **{"answers": answers, "signer": "丁一", "strokes": STROKES, "shown": entry.digest, **values}
    )


def sign(world, entry, **values) -> Entry:
    signer, draft = signer_of(world, entry)
    return completion.complete(signer, draft.uuid, acceptance(entry, **values)).entry


def seen(number: str, viewer=scope.SYSTEM) -> records.Seen:
    return records.by_number(viewer, number)


def paper_photo(uuid: str, body: bytes = b"the signed paper") -> str:
    file = files.keep(body, "image/jpeg")
    files.note_upload(uuid, hashlib.sha256(body).hexdigest(), file)
    return file.digest


def lines() -> int:
    return Audit.select().count()


# Completing a technician's step


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
    drafts.discard(shared.actor("chen"), draft.uuid)
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


# Numbers


def test_numbers_are_gapless_also_after_refusals(world):
    first = world.waiting_sheet()
    with pytest.raises(Invalid):
        world.waiting_sheet(request=None)
    second = world.waiting_sheet("zhou", world.university)
    assert [first.number[-4:], second.number[-4:]] == ["0001", "0002"]


def test_numbers_are_gapless_when_a_seal_fails_half_way(world):
    """The counter was moved, the entry inserted; then the audit line could not be written."""
    world.waiting_sheet()
    draft = world.working_sheet()
    before = Entry.select().count(), lines()
    break_audit()
    with pytest.raises(Exception, match="no audit today"):
        completion.complete(world.actor("chen"), draft.uuid, HandedIn(draft.answers))
    mend_audit()
    assert (Entry.select().count(), lines()) == before
    assert Draft.get(Draft.uuid == draft.uuid).completed_at is None
    entry = completion.complete(world.actor("chen"), draft.uuid, HandedIn(draft.answers)).entry
    assert entry.number[-4:] == "0002"


def test_each_form_and_each_month_counts_by_itself(world):
    with clock.pretend_now(NOVEMBER):
        contact, fault = world.waiting_sheet(), report(world)
    with clock.pretend_now(NOVEMBER + 8 * clock.DAY_MS):
        december = world.waiting_sheet()
    assert [contact.number, fault.number, december.number] == [
        "FW-202611-0001",
        "GZ-202611-0001",
        "FW-202612-0001",
    ]


def test_the_month_is_the_companys_and_not_utcs(world):
    """2026-11-30 16:00 UTC is midnight in Shanghai."""
    midnight = 1_796_054_400_000
    numbers = []
    for moment in (midnight - 1, midnight):
        with clock.pretend_now(moment):
            numbers.append(world.waiting_sheet(arrival="2026-11-24T09:10").number)
    assert numbers == ["FW-202611-0001", "FW-202612-0001"]


def test_the_same_completion_32_times_at_once_is_one_entry(world):
    draft = world.working_sheet()
    given = HandedIn(draft.answers)
    results = at_once(*[partial(completion.complete, world.actor("chen"), draft.uuid, given)] * 32)
    assert {getattr(done, "entry", done) for done in results} == {Entry.get()}
    assert Entry.select().count() == 1


def test_32_sheets_at_once_get_32_numbers_without_a_gap(world):
    """Two clients' chains, one counter."""
    sheets = [world.working_sheet() for _ in range(16)]
    sheets += [world.working_sheet("zhou", world.university) for _ in range(16)]
    results = at_once(
        *[
            partial(
                completion.complete,
                world.actor("chen" if n < 16 else "zhou"),
                draft.uuid,
                HandedIn(draft.answers),
            )
            for n, draft in enumerate(sheets)
        ]
    )
    assert sorted(int(done.entry.number[-4:]) for done in results) == list(range(1, 33))


# The client's part


def test_a_signed_sheet_is_closed(shared):
    entry = sign(shared, shared.waiting_sheet())
    found = seen(entry.number)
    assert (found.row.state, found.row.outcome, found.row.unsigned) == ("closed", "done", False)
    assert found.entries[1].facts["signer"] == "丁一"
    assert found.entries[1].facts["signature"]["method"] == "drawn"
    assert found.entries[1].facts["consent"]["version"] == "1"


def test_a_signature_is_bound_to_what_was_shown(shared):
    shown = shared.waiting_sheet()
    entry = sign(shared, shown, phone_at=1_795_500_000_000)
    payload = seen(entry.number).entries[1].payload
    assert payload["shown"] == shown.digest
    assert payload["phone_at"] == 1_795_500_000_000
    assert payload["sealed_at"] == entry.sealed_at


def test_the_way_it_was_signed_is_sealed_with_the_evidence(shared):
    entry = seen(sign(shared, shared.waiting_sheet()).number).entries[1]
    assert entry.payload["way"] == "handed_over"
    assert entry.facts["evidence"]["address"] == "203.0.113.7"
    assert entry.facts["evidence"]["handed_over_by"] == "陈志远"


@pytest.mark.parametrize("shown", ["", "another sheet"])
def test_a_client_who_was_shown_another_sheet_signs_nothing(shared, shown):
    with pytest.raises(SheetChanged):
        sign(shared, shared.waiting_sheet(), shown=shown)


@pytest.mark.parametrize(
    "strokes", ["", DOT, f"{DOT} {DOT}", "1_2_3", "丁", f"{STROKES} a_1_1_1", "1" * 20, "[]"]
)
def test_a_dot_is_no_signature(shared, strokes):
    with pytest.raises(SignatureNeeded):
        sign(shared, shared.waiting_sheet(), strokes=strokes)


@pytest.mark.parametrize("strokes", [STROKES, YI])
def test_ding_and_a_straight_stroke_are_signatures(shared, strokes):
    entry = sign(shared, shared.waiting_sheet(), strokes=strokes)
    assert entry.outcome == "done"


def test_a_name_may_be_typed_instead_of_drawn(shared):
    entry = sign(shared, shared.waiting_sheet(), typed=True, strokes="")
    assert seen(entry.number).entries[1].facts["signature"] == {"method": "typed", "strokes": None}


@pytest.mark.parametrize("values", [{"signer": ""}, {"signer": "", "typed": True, "strokes": ""}])
def test_nobody_signs_without_a_name(shared, values):
    with pytest.raises(SignerNeeded):
        sign(shared, shared.waiting_sheet(), **values)


def test_the_clients_answers_are_checked(shared):
    with pytest.raises(Invalid) as invalid:
        sign(shared, shared.waiting_sheet(), answers={"satisfaction": "dissatisfied"})
    assert [wrong.field.name for wrong in invalid.value.problems] == ["accessories", "dissatisfied_with"]


@pytest.mark.parametrize("more", [{"dissatisfied_with": ["speed"]}, {"comments": "等了两天"}])
def test_dissatisfied_asks_for_a_reason_or_a_comment(shared, more):
    assert sign(shared, shared.waiting_sheet(), answers=ACCEPTED | {"satisfaction": "dissatisfied"} | more)


def test_the_same_signature_twice_is_one(shared):
    waiting = shared.waiting_sheet()
    signer, draft = signer_of(shared, waiting)
    given = acceptance(waiting, page_secret="what only the signer's page knows")
    first = completion.complete(signer, draft.uuid, given).entry
    assert completion.complete(signer, draft.uuid, given).entry.id == first.id
    with pytest.raises(Completed):
        completion.complete(signer, draft.uuid, replace(given, signer="王五"))
    for secret in ("", "short", "what another page knows, and nobody else"):
        with pytest.raises(Completed):
            completion.complete(signer, draft.uuid, replace(given, page_secret=secret))


def test_what_was_signed_before_pages_had_secrets_cannot_be_tried_out(shared):
    waiting = shared.waiting_sheet()
    signer, draft = signer_of(shared, waiting)
    given = acceptance(waiting)
    assert completion.complete(signer, draft.uuid, given) and not given.page_secret
    with pytest.raises(Completed):
        completion.complete(signer, draft.uuid, given)


@pytest.mark.parametrize("login", ["chen", "sunmin", "gao", "admin"])
def test_staff_cannot_sign_for_the_client(shared, login):
    waiting = shared.waiting_sheet()
    _signer, draft = signer_of(shared, waiting)
    with pytest.raises(NotFound):
        completion.complete(shared.actor(login), draft.uuid, acceptance(waiting))


def test_as_signature_cannot_be_put_under_b(shared):
    a, b = shared.waiting_sheet(), shared.waiting_sheet()
    signer, _draft = signer_of(shared, a)
    _signer, draft_of_b = signer_of(shared, b)
    with pytest.raises(NotFound):
        completion.complete(signer, draft_of_b.uuid, acceptance(a))


# Sent back, refused, absent, on paper


def test_a_sheet_sent_back_is_completed_again_by_a_new_entry(shared):
    first = shared.waiting_sheet()
    back = sign(shared, first, answers={}, outcome="returned", reason="还有杂音")
    assert (back.outcome, seen(back.number).row.next_by) == ("returned", "technician")
    draft = drafts.open_next_step(shared.actor("chen"), seen(first.number))
    again = completion.complete(
        shared.actor("chen"), draft.uuid, HandedIn(draft.answers | {"solution": "又换了一次"})
    ).entry
    assert (again.number, again.seq, again.step) == (first.number, 3, "work")
    assert (
        folding.fold(seen(first.number).definition, seen(first.number).entries).answers["solution"]
        == "又换了一次"
    )
    assert sign(shared, again).outcome == "done"


def test_after_a_return_the_old_sheet_cannot_be_signed(shared):
    first = shared.waiting_sheet()
    sign(shared, first, answers={}, outcome="returned", reason="还有杂音")
    draft = drafts.open_next_step(shared.actor("chen"), seen(first.number))
    completion.complete(shared.actor("chen"), draft.uuid, HandedIn(draft.answers))
    with pytest.raises(SheetChanged):
        sign(shared, first)


@pytest.mark.parametrize("outcome", ["returned", "refused", "absent"])
def test_what_ends_without_a_signature_needs_a_reason(shared, outcome):
    with pytest.raises(ReasonNeeded):
        sign(shared, shared.waiting_sheet(), answers={}, outcome=outcome)


def test_not_working_yet_is_not_offered_for_a_service_that_was_not_completed(shared):
    waiting = shared.waiting_sheet(
        result="not_completed", not_completed=["follow_up"], follow_up_date="2026-12-01"
    )
    with pytest.raises(NotYourTurn):
        sign(shared, waiting, answers={}, outcome="returned", reason="还有杂音")


@pytest.mark.parametrize("outcome", ["refused", "absent"])
def test_refused_and_absent_close_the_sheet_and_never_count_as_signed(shared, outcome):
    waiting = shared.waiting_sheet()
    _signer, draft = signer_of(shared, waiting)
    given = HandedIn({"satisfaction": "very_satisfied"}, outcome, reason="客户不在", shown=waiting.digest)
    entry = completion.complete(shared.actor("chen"), draft.uuid, given).entry
    found = seen(entry.number)
    assert (found.row.state, found.row.outcome, found.row.unsigned) == ("closed", outcome, True)
    assert found.entries[1].answers["satisfaction"] is None  # nobody rates for the client
    assert found.entries[1].facts["signature"] is None


def test_the_technician_says_what_happened_and_not_that_the_client_sent_it_back(shared):
    waiting = shared.waiting_sheet()
    _signer, draft = signer_of(shared, waiting)
    with pytest.raises(NotFound):
        completion.complete(
            shared.actor("chen"), draft.uuid, HandedIn({}, "returned", reason="x", shown=waiting.digest)
        )


@pytest.mark.parametrize("login", ["zhou", "shen", "wangjing", "admin"])
def test_nobody_else_ends_a_sheet_unsigned(shared, login):
    waiting = shared.waiting_sheet()
    _signer, draft = signer_of(shared, waiting)
    with pytest.raises(NotFound):
        completion.complete(
            shared.actor(login), draft.uuid, HandedIn({}, "refused", reason="x", shown=waiting.digest)
        )


def test_a_paper_signature_needs_a_photo_of_the_paper(shared):
    waiting = shared.waiting_sheet()
    _signer, draft = signer_of(shared, waiting)
    given = HandedIn(ACCEPTED, "signed_on_paper", signer="丁一", shown=waiting.digest)
    theirs = paper_photo(drafts.new_uuid(), b"another sheet")
    for paper in ((), ("0" * 64,), (theirs,)):
        with pytest.raises(PaperPhotoNeeded):
            completion.complete(shared.actor("chen"), draft.uuid, replace(given, paper=paper))
    mine = paper_photo(draft.uuid)
    entry = completion.complete(shared.actor("chen"), draft.uuid, replace(given, paper=(mine, theirs))).entry
    facts = seen(entry.number).entries[1].facts
    assert facts["paper"] == [mine]
    assert facts["signature"]["method"] == "paper"
    assert seen(entry.number).row.unsigned is False


def test_nobody_seals_a_strangers_photo_as_their_paper(shared):
    theirs = paper_photo(drafts.new_uuid(), b"another sheet")
    entry = sign(shared, shared.waiting_sheet(), paper=(theirs,))
    assert seen(entry.number).entries[1].facts["paper"] is None


# Recalled, cancelled


def test_a_sheet_is_taken_back_before_the_client_signs(shared):
    waiting = shared.waiting_sheet()
    signer, old = signer_of(shared, waiting)
    draft = record_events.recall_sheet(shared.actor("chen"), waiting.number, "写错了")
    assert (draft.step, draft.answers["request"]) == ("work", "会议室话筒有杂音")
    with pytest.raises(NotYourTurn):
        completion.complete(signer, old.uuid, acceptance(waiting))


def test_what_is_signed_cannot_be_taken_back_or_cancelled(shared):
    entry = shared.signed_sheet()
    with pytest.raises(NotYourTurn):
        record_events.recall_sheet(shared.actor("chen"), entry.number, "写错了")
    with pytest.raises(Completed):
        record_events.cancel_record(shared.actor("chen"), entry.number, "写错了")


def test_a_cancelled_sheet_keeps_its_number(shared):
    waiting = shared.waiting_sheet()
    entry = record_events.cancel_record(shared.actor("chen"), waiting.number, "客户改期")
    assert entry.number == waiting.number
    found = seen(waiting.number)
    assert (found.row.state, found.row.unsigned, found.entries[1].facts["reason"]) == (
        "cancelled",
        False,
        "客户改期",
    )
    assert shared.waiting_sheet().number > waiting.number
    with pytest.raises(Completed):
        record_events.cancel_record(shared.actor("chen"), waiting.number, "again")


def test_a_cancelled_sheet_cannot_be_signed(shared):
    waiting = shared.waiting_sheet()
    signer, draft = signer_of(shared, waiting)
    record_events.cancel_record(shared.actor("chen"), waiting.number, "客户改期")
    with pytest.raises(NotYourTurn):
        completion.complete(signer, draft.uuid, acceptance(waiting))


def test_either_the_signature_or_the_cancellation_counts_when_both_come_at_once(shared):
    for verb in (record_events.cancel_record, record_events.recall_sheet):
        waiting = shared.waiting_sheet()
        signer, draft = signer_of(shared, waiting)
        outcome = during(
            lambda who=signer, uuid=draft.uuid, shown=waiting: (
                completion.complete(who, uuid, acceptance(shown)).entry
            ),
            partial(verb, shared.actor("chen"), waiting.number, "写错了"),
        )
        assert isinstance(outcome, Completed | NotYourTurn)
        assert seen(waiting.number).row.state == "closed"


def test_two_drafts_of_one_step_at_once_are_one_entry(shared):
    """Two phones in two clients' hands: the second signature finds the sheet signed."""
    waiting = shared.waiting_sheet()
    signer, draft = signer_of(shared, waiting)
    values = {**draft.__data__, "id": None, "uuid": drafts.new_uuid()}
    twin = Draft.create(**{name: value for name, value in values.items() if name != "id"})
    other = replace(signer, extra={"draft": twin.uuid})
    result = during(
        lambda: completion.complete(signer, draft.uuid, acceptance(waiting)).entry,
        partial(completion.complete, other, twin.uuid, acceptance(waiting)),
    )
    assert isinstance(result, NotYourTurn)
    assert [entry.step for entry in seen(waiting.number).entries] == ["work", "acceptance"]


# Corrected


def corrected(world, **values) -> tuple[Entry, Draft]:
    old = world.signed_sheet()
    return old, corrections.correct(world.actor("chen"), old.number, "日期写错了", **values)


def test_a_correction_starts_with_the_staffs_answers_only(shared):
    old, draft = corrected(shared)
    assert draft.record != old.record
    assert draft.answers["request"] == "会议室话筒有杂音"
    assert not {"satisfaction", "comments", "accessories"} & draft.answers.keys()


def test_a_correction_supersedes_and_both_stay(shared):
    old, draft = corrected(shared)
    new = completion.complete(
        shared.actor("chen"), draft.uuid, HandedIn(draft.answers | {"remarks": "改了日期"})
    ).entry
    assert (seen(new.number).row.supersedes, seen(old.number).row.corrected_by) == (old.number, new.number)
    assert seen(new.number).entries[0].payload["supersedes"] == old.number
    assert seen(old.number).row.state == "closed"
    assert seen(new.number).row.unsigned  # the client signs again
    assert not seen(old.number).row.superseded_by
    assert sign(shared, new).outcome == "done"
    assert seen(old.number).row.superseded_by == new.number


def test_why_it_was_corrected_is_sealed(shared):
    _old, draft = corrected(shared)
    new = completion.complete(shared.actor("chen"), draft.uuid, HandedIn(draft.answers)).entry
    assert seen(new.number).entries[0].facts["reason"] == "日期写错了"


def test_a_corrected_sheet_keeps_its_photos(shared):
    draft = shared.working_sheet()
    photo = paper_photo(draft.uuid, b"the amplifier")
    waiting = completion.complete(
        shared.actor("chen"), draft.uuid, HandedIn(draft.answers | {"work_photos": [photo]})
    ).entry
    new = corrections.correct(shared.actor("chen"), sign(shared, waiting).number, "日期写错了")
    entry = completion.complete(shared.actor("chen"), new.uuid, HandedIn(new.answers)).entry
    assert seen(entry.number).entries[0].answers["work_photos"] == [photo]


def test_a_cancelled_correction_leaves_the_old_sheet_standing(shared):
    old, draft = corrected(shared)
    new = completion.complete(shared.actor("chen"), draft.uuid, HandedIn(draft.answers)).entry
    record_events.cancel_record(shared.actor("chen"), new.number, "还是原来的对")
    assert seen(old.number).row.corrected_by == ""
    assert corrections.correct(shared.actor("chen"), old.number, "这次真的错了")


def test_one_sheet_is_corrected_once(shared):
    old, first = corrected(shared)
    assert (
        corrections.correct(shared.actor("chen"), old.number, "日期写错了").uuid == first.uuid
    )  # goes on with it
    second = corrections.correct(shared.actor("lihua"), old.number, "日期写错了")
    completion.complete(shared.actor("chen"), first.uuid, HandedIn(first.answers))
    with pytest.raises(NotYourTurn):
        completion.complete(shared.actor("lihua"), second.uuid, HandedIn(second.answers))
    with pytest.raises(NotYourTurn):
        corrections.correct(shared.actor("chen"), old.number, "again")


def test_an_open_sheet_is_taken_back_and_not_corrected(shared):
    with pytest.raises(NotYourTurn):
        corrections.correct(shared.actor("chen"), shared.waiting_sheet().number, "日期写错了")


# Who may, and why


VERBS = {
    "recall": record_events.recall_sheet,
    "cancel": record_events.cancel_record,
    "correct": corrections.correct,
}


@pytest.mark.parametrize("verb", VERBS)
def test_a_reason_is_needed(shared, verb):
    entry = shared.signed_sheet() if verb == "correct" else shared.waiting_sheet()
    with pytest.raises(ReasonNeeded):
        VERBS[verb](shared.actor("chen"), entry.number, "")


@pytest.mark.parametrize("login", ["shen", "wangjing", "admin"])
@pytest.mark.parametrize("verb", VERBS)
def test_others_do_not_act_on_sheets(shared, verb, login):
    entry = shared.signed_sheet() if verb == "correct" else shared.waiting_sheet()
    with pytest.raises(NotAllowed):
        VERBS[verb](shared.actor(login), entry.number, "because")


@pytest.mark.parametrize("verb", VERBS)
def test_another_clients_technician_finds_no_sheet(shared, verb):
    entry = shared.signed_sheet() if verb == "correct" else shared.waiting_sheet()
    with pytest.raises(NotFound):
        VERBS[verb](shared.actor("zhou"), entry.number, "because")
    with pytest.raises(NotFound):
        VERBS[verb](shared.actor("chen"), "FW-209912-9999", "because")


def test_a_supervisor_does_not_fill_the_technicians_correction(shared):
    with pytest.raises(NotAllowed):
        corrections.correct(shared.actor("gao"), shared.signed_sheet().number, "日期写错了")


def test_supervisors_review_and_technicians_do_not(shared):
    entry = shared.signed_sheet()
    review = verbs.review_record(shared.actor("gao"), entry.number, "已回访")
    assert (review.record, review.by_id, review.note) == (entry.record, shared.users["gao"].id, "已回访")
    with pytest.raises(NotAllowed):
        verbs.review_record(shared.actor("chen"), entry.number, "")


# Every change leaves its line, and a failure neither


def test_every_verb_leaves_its_line_beside_the_change(shared):
    waiting = shared.waiting_sheet()
    record_events.cancel_record(shared.actor("chen"), waiting.number, "客户改期")
    assert [line.action for line in audit.lines_about(waiting.number)] == ["entry.done", "entry.cancelled"]
    assert [line.actor_id for line in audit.lines_about(waiting.number)] == [shared.users["chen"].id] * 2
    signed = shared.signed_sheet()
    corrections.correct(shared.actor("chen"), signed.number, "日期写错了")
    verbs.review_record(shared.actor("gao"), signed.number, "")
    assert [line.action for line in audit.lines_about(signed.number)][-2:] == [
        "record.correct",
        "record.review",
    ]


def test_no_line_holds_what_people_wrote(shared):
    entry = shared.signed_sheet(request="秘密会议")
    corrections.correct(shared.actor("chen"), entry.number, "日期写错了")
    for line in Audit.select():
        assert not re.search("秘密会议|日期写错了|字幕机", f"{line.action} {line.ref} {line.detail}")


def test_a_refusal_leaves_no_line(shared):
    waiting, signed = shared.waiting_sheet(), shared.signed_sheet()
    before = lines()
    for login, verb, number in [
        ("chen", record_events.recall_sheet, signed.number), ("chen", record_events.cancel_record, signed.number), ("zhou", record_events.cancel_record, waiting.number),
        ("chen", corrections.correct, waiting.number), ("shen", record_events.recall_sheet, waiting.number),
    ]:  # fmt: skip
        with pytest.raises((NotAllowed, NotFound, NotYourTurn, Completed)):
            verb(shared.actor(login), number, "because")
    assert lines() == before


CHANGES = {
    "complete": lambda world: partial(complete_new, world, world.working_sheet()),
    "sign": lambda world: signing(world, world.waiting_sheet()),
    "recall": lambda world: partial(
        record_events.recall_sheet, world.actor("chen"), world.waiting_sheet().number, "x"
    ),
    "cancel": lambda world: partial(
        record_events.cancel_record, world.actor("chen"), world.waiting_sheet().number, "x"
    ),
    "correct": lambda world: partial(
        corrections.correct, world.actor("chen"), world.signed_sheet().number, "x"
    ),
    "review": lambda world: partial(
        verbs.review_record, world.actor("gao"), world.signed_sheet().number, "x"
    ),
    "erase": lambda world: partial(
        erasures.erase_answers,
        world.actor("admin"),
        world.signed_sheet().number,
        2,
        ["answers.comments"],
        "x",
    ),
    "hand over": lambda world: partial(
        signature_requests.hand_phone_over, world.actor("chen"), world.waiting_sheet().number
    ),
    "link": lambda world: partial(
        signature_requests.make_signing_link, world.actor("chen"), world.waiting_sheet().number
    ),
}


def signing(world, waiting):
    signer, draft = signer_of(world, waiting)
    return partial(completion.complete, signer, draft.uuid, acceptance(waiting))


def complete_new(world, draft):
    return completion.complete(world.actor("chen"), draft.uuid, HandedIn(draft.answers)).entry


def test_a_change_whose_line_cannot_be_written_does_not_happen(world):
    for name, prepare in CHANGES.items():
        change = prepare(world)
        before = everything()
        break_audit()
        with pytest.raises(Exception, match="no audit today"):
            change()
        mend_audit()
        assert everything() == before, name
        change()
        assert everything() != before, name


def everything() -> list:
    """All rows but the chains', which are made when they are first looked for."""
    tables = [
        table
        for table in database.database.get_tables()
        if not table.startswith(("search_", "chains", "sqlite_"))
    ]
    return [
        (table, sorted(map(repr, database.database.execute_sql(f"SELECT * FROM {table}").fetchall())))
        for table in tables
    ]


def break_audit() -> None:
    """The next audit line cannot be written, as when the disk is full just there."""
    if database.dialect_of() == "sqlite":
        database.database.execute_sql(
            "CREATE TRIGGER no_audit BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no audit today'); END"
        )
        return
    database.database.execute_sql(
        "CREATE OR REPLACE FUNCTION no_audit() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'no audit today'; END $$"
    )
    database.database.execute_sql(
        "CREATE TRIGGER no_audit BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION no_audit()"
    )


def mend_audit() -> None:
    database.database.execute_sql(
        "DROP TRIGGER no_audit" + ("" if database.dialect_of() == "sqlite" else " ON audit")
    )


# Who reads what


PRIVATE = {"answers.satisfaction", "answers.dissatisfied_with", "answers.comments"}


@pytest.mark.parametrize(
    ("login", "evidence"),
    [("chen", {"evidence"}), ("sunmin", set()), ("shen", {"evidence"}), ("admin", set())],
)
def test_the_rating_is_withheld_with_its_disclosures(shared, login, evidence):
    entry = shared.signed_sheet(rating="fair")
    found = seen(entry.number, scope.Viewer.of(shared.users[login]))
    signing = found.entries[1]
    assert signing.withheld == PRIVATE | evidence  # addresses and phones are for who looks into a signature
    assert not {name.removeprefix("answers.") for name in PRIVATE} & signing.answers.keys()
    assert signing.answers["accessories"] == "yes"
    assert found.row.satisfaction == ""
    said = [records.open_disclosure(body) for body in signing.disclosures]
    assert not PRIVATE & {name for name, _value in said}
    assert "字幕机也请看看" not in repr(found) + repr(said)


def test_the_supervisor_and_the_client_read_the_rating(shared):
    entry = shared.signed_sheet(rating="fair")
    for viewer in (scope.Viewer.of(shared.users["gao"]), scope.CLIENT):
        found = seen(entry.number, viewer)
        assert found.entries[1].answers["satisfaction"] == "fair"
        assert not PRIVATE & found.entries[1].withheld
        assert found.row.satisfaction == "fair"


def test_another_clients_technician_and_the_hr_office_find_no_record(shared):
    entry = shared.signed_sheet()
    for login in ("zhou", "wangjing"):
        with pytest.raises(NotFound):
            verbs.record_by_number(shared.actor(login), entry.number)
        assert records.by_uuid(scope.Viewer.of(shared.users[login]), entry.record) is None


def test_reading_a_confidential_record_is_written_down(shared):
    entry = shared.signed_sheet()
    Record.update(confidential=True).where(Record.uuid == entry.record).execute()
    verbs.record_by_number(shared.actor("chen"), entry.number)  # who did the service reads it
    assert audit.lines_about(entry.number)[-1].action == "record.read"
    with pytest.raises(NotFound):
        verbs.record_by_number(shared.actor("gao"), entry.number)
    gao = User.get(User.login == "gao")
    gao.confidential = True
    assert verbs.record_by_number(Actor(gao), entry.number).row.number == entry.number


# A person's data is erased on request


def erase(world, entry, *names, seq=2, reason="客户要求", login="admin"):
    return erasures.erase_answers(world.actor(login), entry.number, seq, list(names), reason)


def test_what_was_erased_is_gone_from_everywhere(world):
    entry = world.signed_sheet()
    assert "字幕机也请看看" in dump()
    by = erase(world, entry, "answers.comments", "signature", "signer")
    erase(world, entry, "answers.request", "answers.contact", seq=1)
    everything_said = dump()
    for text in ("字幕机也请看看", "丁一", "会议室话筒有杂音"):
        assert text not in everything_said
    found = seen(entry.number)
    assert found.entries[1].erased == {"answers.comments", "signature", "signer"}
    assert "comments" not in found.entries[1].answers
    assert found.row.satisfaction == "very_satisfied"
    assert by.outcome == "erased"
    assert found.row.state == "closed"


def test_what_was_erased_leaves_the_database_file_too(world):
    """secure_delete, once the log is checkpointed; PostgreSQL's vacuum is the operator's."""
    if database.dialect_of() != "sqlite":
        pytest.skip("SQLite only")
    entry = world.signed_sheet()
    bodies = [
        body
        for body in seen(entry.number).entries[1].disclosures
        if records.open_disclosure(body)[0] == "answers.comments"
    ]
    assert bodies[0].encode() in file_bytes()
    erase(world, entry, "answers.comments")
    assert bodies[0].encode() not in file_bytes()


def file_bytes() -> bytes:
    database.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    path = Path(database.database.obj.database)
    return path.read_bytes() + path.with_name(path.name + "-wal").read_bytes()


def dump() -> str:
    """Every value in the database, disclosures opened and the search index spelled out."""
    rows = []
    for table in database.database.get_tables():
        if not table.startswith(("sqlite_", "search_")):
            rows += database.database.execute_sql(f"SELECT * FROM {table}").fetchall()
    text = [str(bytes(value) if isinstance(value, memoryview) else value) for row in rows for value in row]
    bodies = database.database.execute_sql("SELECT body FROM disclosures").fetchall()
    opened = [str(records.open_disclosure(body)) for (body,) in bodies]
    return "\n".join(text + opened)


def test_an_erased_signatures_strokes_are_gone_and_so_is_an_erased_photo(world):
    draft = world.working_sheet()
    photo = paper_photo(draft.uuid, b"somebody's face" * 5000)
    waiting = completion.complete(
        world.actor("chen"), draft.uuid, HandedIn(draft.answers | {"work_photos": [photo]})
    ).entry
    entry = sign(world, waiting)
    strokes = seen(entry.number).entries[1].facts["signature"]["strokes"]
    erase(world, entry, "signature")
    erase(world, entry, "answers.work_photos", seq=1)
    assert files.read(strokes) is None
    assert files.read(photo) is None
    assert not files.path_of(photo).exists()
    assert not File.select().where(File.digest.in_([strokes, photo])).exists()


def test_a_photo_that_another_entry_seals_too_stays(world):
    draft = world.working_sheet()
    photo = paper_photo(draft.uuid, b"the amplifier")
    waiting = completion.complete(
        world.actor("chen"), draft.uuid, HandedIn(draft.answers | {"work_photos": [photo]})
    ).entry
    new = corrections.correct(world.actor("chen"), sign(world, waiting).number, "日期写错了")
    again = completion.complete(world.actor("chen"), new.uuid, HandedIn(new.answers)).entry
    erase(world, waiting, "answers.work_photos", seq=1)
    assert files.read(photo) == b"the amplifier"
    erase(world, again, "answers.work_photos", seq=1)
    assert files.read(photo) is None


def test_typing_a_photos_digest_does_not_erase_the_photo(world):
    photo = paper_photo(drafts.new_uuid(), b"somebody else's")
    entry = world.waiting_sheet(request=photo)
    erase(world, entry, "answers.request", seq=1)
    assert files.read(photo) == b"somebody else's"


@pytest.mark.parametrize("login", ["chen", "sunmin", "gao", "shen", "wangjing"])
def test_only_admins_erase(shared, login):
    with pytest.raises(NotAllowed):
        erase(shared, shared.signed_sheet(), "answers.comments", login=login)


def test_erasing_needs_a_reason_and_something_to_erase(shared):
    entry = shared.signed_sheet()
    with pytest.raises(ReasonNeeded):
        erase(shared, entry, "answers.comments", reason="")
    for names, seq in [([], 2), (["answers.moon"], 2), (["answers.comments"], 9)]:
        with pytest.raises(NotFound):
            erase(shared, entry, *names, seq=seq)
    erase(shared, entry, "answers.comments")
    with pytest.raises(NotFound):
        erase(shared, entry, "answers.comments")


# Steps of other forms


def report(world, **changes) -> Entry:
    new = drafts.start(
        world.actor("chen"),
        "fault-report",
        {"device": world.office.device.id},
        drafts.new_uuid(),
        drafts.new_uuid(),
    )
    answers = new.draft.answers | {"symptom": "没有声音", "urgency": "urgent"} | changes
    row = drafts.save(world.actor("chen"), new, answers, 0, "t")
    return completion.complete(world.actor("chen"), row.uuid, HandedIn(row.answers)).entry


def asked(world, **answers) -> Entry:
    new = drafts.start(
        world.actor("chen"), "steps", {"client": world.office.client.id}, drafts.new_uuid(), drafts.new_uuid()
    )
    row = drafts.save(world.actor("chen"), new, answers, 0, "t")
    return completion.complete(world.actor("chen"), row.uuid, HandedIn(row.answers)).entry


def test_a_step_that_is_not_relevant_is_skipped(shared):
    entry = asked(shared, needs_repair="no")
    assert seen(entry.number).row.next_step == "sign"


def test_the_person_who_was_named_fills_the_assignees_step(shared):
    entry = asked(shared, needs_repair="yes", engineer={"id": shared.users["zhou"].id})
    draft = drafts.open_next_step(shared.actor("zhou"), seen(entry.number))
    done = completion.complete(shared.actor("zhou"), draft.uuid, HandedIn({"remedy": "换了保险"})).entry
    assert (done.step, done.actor_id) == ("repair", shared.users["zhou"].id)


def test_nobody_else_fills_the_assignees_step(shared):
    entry = asked(shared, needs_repair="yes", engineer={"id": shared.users["zhou"].id})
    draft = drafts.open_next_step(shared.actor("zhou"), seen(entry.number))
    for login in ("chen", "sunmin", "gao"):
        with pytest.raises(NotFound):
            completion.complete(shared.actor(login), draft.uuid, HandedIn({"remedy": "换了保险"}))


def test_a_person_who_left_is_not_named(shared):
    with pytest.raises(Invalid):
        asked(shared, needs_repair="yes", engineer={"id": shared.users["lihua"].id})


def test_a_later_step_is_not_filled_before_its_turn(shared):
    entry = asked(shared, needs_repair="yes", engineer={"id": shared.users["zhou"].id})
    first = Draft.get(Draft.uuid == entry.draft)
    early = Draft.create(
        **{**first.__data__, "id": None, "uuid": drafts.new_uuid(), "step": "sign", "completed_at": None}
    )
    client = Actor(shared.users["chen"], "handed_over", extra={"draft": early.uuid})
    with pytest.raises(NotYourTurn):
        completion.complete(client, early.uuid, acceptance(entry, answers={"rating": "good"}))


def test_two_people_sign_one_after_the_other(shared):
    entry = asked(shared, needs_repair="no")
    first = sign(shared, entry, answers={"rating": "good"})
    assert seen(entry.number).row.next_by == "client_lead"
    second = sign(shared, first, answers={}, signer="徐明")
    assert (second.step, seen(entry.number).row.state) == ("approve", "closed")


# Whatever is accepted can be sealed, folded, printed, indexed and read back equal

WORDS = st.text(st.characters(codec="utf-16"), max_size=20)
COUNTS = st.lists(st.integers(0, 99_999), min_size=2, max_size=2).map(lambda pair: sorted(pair, reverse=True))
GOOD = {
    "a_text": WORDS,
    "a_long_text": WORDS,
    "an_integer": st.integers(-5, 99).map(str),
    "a_decimal": st.decimals(0, 10**6, places=2).map(str),
    "a_date": st.dates().map(str),
    "a_datetime": st.datetimes().map(lambda moment: moment.isoformat(timespec="minutes")),
    "a_phone": st.sampled_from(["0571-5555 0100", "13857100001", "+86 571 5555 0100 转 8021"]),
    "a_yes_no": st.sampled_from(["yes", "no"]),
    "a_choice": st.sampled_from(["red", "blue"]),
    "choices": st.lists(st.sampled_from(["tea", "milk"]), max_size=3),
    "a_person": st.sampled_from(["1", "2"]),
    "two_counts": COUNTS,
    "two_counts.note": WORDS,
    "cleaned": COUNTS,
    "normal_or_handled": st.sampled_from(["normal", "handled", "na"]),
    "normal_or_handled.note": WORDS,
    "some_devices.add": st.sampled_from(["", "the label"]),
}
BAD = {
    "a_text": st.text(min_size=21, max_size=30),
    "an_integer": st.sampled_from(["six", "1.5", "NaN", "-99", "１２３４"]),
    "a_decimal": st.sampled_from(["1e3", "1,5", "Infinity", "-1"]),
    "a_date": st.sampled_from(["morgen", "2026-02-30", "20261124"]),
    "a_phone": WORDS,
    "a_choice": WORDS,
    "a_person": st.sampled_from(["99", "somebody"]),
    "two_counts.first": st.sampled_from(["", "six", "-1"]),
    "normal_or_handled": st.sampled_from(["unresolved", "perfect", ""]),
    "some_devices": WORDS,
}


def posted(world, good: dict, bad: dict) -> MultiDict:
    body = MultiDict(good)
    for note in ("two_counts.note", "normal_or_handled.note"):
        if not good.get(note.removesuffix(".note")):
            body.poplist(note)  # a note is not yet a result
    for name in ("two_counts", "cleaned"):
        for part, number in zip(("first", "second"), good.get(name, ()), strict=False):
            body[f"{name}.{part}"] = str(number)
    if good.get("some_devices.add"):
        body["some_devices.add"] = world.office.code.code.lower()
    body.update(bad)
    return body


@hypothesis.settings(
    max_examples=60,
    suppress_health_check=[hypothesis.HealthCheck.function_scoped_fixture, hypothesis.HealthCheck.too_slow],
)
@hypothesis.given(
    st.fixed_dictionaries({}, optional=GOOD),
    st.just({}) | st.just({}) | st.fixed_dictionaries({}, optional=BAD),
)
def test_what_is_accepted_can_be_sealed_printed_found_and_read_back_equal(shared, good, bad):
    body = posted(shared, good, bad)
    new = drafts.start(
        shared.actor("chen"),
        "kinds",
        {"client": shared.office.client.id},
        drafts.new_uuid(),
        drafts.new_uuid(),
    )
    answers = questions.read_answers(new.definition, new.step, body)
    row = drafts.save(shared.actor("chen"), new, answers, 0, "t")
    assert Draft.get(Draft.uuid == row.uuid).answers == answers  # nothing typed is lost
    found = drafts.draft_to_fill(shared.actor("chen"), row.uuid)
    settled = drafts.answers_as_sealed(found, answers, shared.actor("chen").viewer)
    assert blocks_of_form(found.definition, answers, "zh")  # the check page of what is not yet right
    if drafts.problems_of_step(found, settled):
        assert bad
        with pytest.raises(Invalid):
            completion.complete(shared.actor("chen"), row.uuid, HandedIn(answers))
        return
    entry = completion.complete(shared.actor("chen"), row.uuid, HandedIn(answers)).entry
    record = seen(entry.number)
    assert folding.fold(record.definition, record.entries).answers == settled
    assert list(verification.differences_of_record(entry.record)) == []
    assert entry.number in {
        each.number for each in Record.select().where(search.matches_words(entry.number, False))
    }
    for lang in ("zh", "en"):
        drawn = record_sheets.sheet_of_record(record, lang)
        assert [block.name for block in drawn.blocks] == ["all", "checklist"]
        for name, value in settled.items():
            field = record.definition.fields[name]
            assert KINDS[field.type].text(value, field, lang)
            assert isinstance(KINDS[field.type].xlsx(value, field, lang), str | int | float | date | None)


def test_a_full_sheet_of_every_kind_prints(shared):
    new = drafts.start(
        shared.actor("chen"),
        "kinds",
        {"client": shared.office.client.id},
        drafts.new_uuid(),
        drafts.new_uuid(),
    )
    words = "🙂 𠮷 \u202e #let $x$ *b* _i_ `code` @ref <tag> \\ // /* */"
    answers = {
        "a_text": "#" * 20,
        "a_long_text": words,
        "normal_or_handled": {"result": "unresolved", "note": words},
    }
    row = drafts.save(shared.actor("chen"), new, answers, 0, "t")
    entry = completion.complete(shared.actor("chen"), row.uuid, HandedIn(answers)).entry
    assert pdf.render(
        record_sheets.sheet_of_record(seen(entry.number), "zh"), timestamp_ms=NOVEMBER
    ).startswith(b"%PDF")


# What was addressed to somebody is not theirs to make undone


def a_paper(world, sender="wangjing"):
    today = local_time.today()
    recipient = {"id": world.users["chen"].id, "name": world.users["chen"].name}
    sent = {"item_kind": "document", "sent_item": "保密制度，1 份", "recipient": recipient,
        "sent_on": today, "reply_by": today}  # fmt: skip
    return world.begun(sender, "document-receipt", sent)


def test_who_is_sent_a_paper_does_not_cancel_it(shared):
    number = a_paper(shared).number
    with pytest.raises(NotAllowed):
        record_events.cancel_record(shared.actor("chen"), number, "不想签")
    assert "cancel" not in allowed_actions.allowed_actions(shared.actor("chen"), seen(number))
    assert record_events.cancel_record(shared.actor("gao"), number, "发错了")


def test_what_one_sent_oneself_one_cancels(shared):
    number = a_paper(shared, "chen").number
    assert "cancel" in allowed_actions.allowed_actions(shared.actor("chen"), seen(number))
    assert record_events.cancel_record(shared.actor("chen"), number, "写错了")


def test_an_engineer_who_was_only_sent_does_not_cancel_the_fault(shared):
    entry = asked(shared, needs_repair="yes", engineer={"id": shared.users["zhou"].id})
    with pytest.raises(NotAllowed):
        record_events.cancel_record(shared.actor("zhou"), entry.number, "不去")
    assert "cancel" not in allowed_actions.allowed_actions(shared.actor("zhou"), seen(entry.number))
    assert "cancel" in allowed_actions.allowed_actions(shared.actor("chen"), seen(entry.number))
