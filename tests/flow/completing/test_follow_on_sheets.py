"""Sheets that follow from a sheet: offered, opened by themselves, completing the step that waited for them."""

import pytest

from fieldforms.errors import NotFound, NotYourTurn, Stale
from fieldforms.flow.completing import completion, corrections, follow_on_sheets, record_access, record_events
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.proof import erasures
from fieldforms.flow.record import folding
from fieldforms.forms.loading import definition_of_data
from fieldforms.store import scope
from fieldforms.store.inbox import tasks
from fieldforms.store.library import definitions
from fieldforms.store.models import Record
from fieldforms.store.record import records
from tests.people import STROKES


def text(word: str) -> dict:
    return {"zh": word, "en": word}


@pytest.fixture
def opener(shared):
    """A check that opens a fault report by itself when something is abnormal, and is done by a signed contact sheet."""
    section = {
        "name": "look",
        "label": text("看"),
        "field": [
            {
                "name": "checked",
                "type": "devices",
                "label": text("设备"),
                "from": "device.code",
                "means": "devices",
            },
            {"name": "lamp", "type": "normal_or_handled", "no": "1", "label": text("指示灯")},
            {"name": "remark", "type": "long_text", "label": text("备注"), "means": "summary"},
        ],
    }
    steps = [
        {"name": "check", "by": "technician", "label": text("检查"), "sections": ["look"]},
        {
            "name": "acceptance",
            "by": "technician",
            "label": text("验收"),
            "sections": [],
            "relevant": {"any_of": ["remark"]},
        },
    ]
    opens = [
        {
            "form": "fault-report", "label": text("报修"), "after": "check", "unsettled": True, "by_itself": True,
            "carry": {"faulty_devices": "checked", "symptom": "unsettled", "urgency": "lamp"},
        },
        {
            "form": "service-contact", "label": text("联络单"), "completes": "acceptance",
            "completed_if": {"result": "completed"}, "carry": {"request": "remark", "solution": "number"},
        },
    ]  # fmt: skip
    form = {
        "key": "look",
        "number": "KK",
        "label": text("看一看"),
        "starts_from": ["device"],
        "section": [section],
    }
    return definitions.publish_definition(definition_of_data(form | {"step": steps, "opens": opens}))


def look(world, **answers):
    """The entry of a finished check at the office's processor."""
    actor = world.actor("chen")
    new = drafts.start_draft(
        actor, "look", {"device": world.office.device.id}, drafts.new_uuid(), drafts.new_uuid()
    )
    given = {name: value for name, value in {**new.draft.answers, **answers}.items() if value}
    row = drafts.save_draft(actor, new, given, 0, "tests")
    return completion.complete(actor, row.uuid, HandedIn(given)).entry


def opened(world, entry) -> list:
    return [
        draft
        for draft in tasks.open_drafts_of(world.users["chen"])
        if draft.origin.get("follows") == entry.number
    ]


UNRESOLVED = {"result": "unresolved", "note": "不亮"}


def test_what_could_not_be_dealt_with_opens_a_fault_report_by_itself(shared, opener):
    entry = look(shared, lamp=UNRESOLVED)
    begun = opened(shared, entry)
    # urgency is nobody's to guess: the draft waits with what is known filled in
    assert len(begun) == 1
    answers = begun[0].answers
    assert answers["symptom"] == "不亮（指示灯）"
    assert answers["faulty_devices"][0]["code"] == shared.office.code.code


def test_what_is_erased_leaves_the_sheets_begun_from_it_and_the_sealed_ones_are_named(shared, opener):
    entry = look(shared, lamp=UNRESOLVED)
    admin = shared.actor("admin")
    erasures.erase_answers(admin, entry.number, 1, ["answers.lamp"], "当事人要求")
    answers = opened(shared, entry)[0].answers
    assert "symptom" not in answers and "urgency" not in answers
    assert answers["faulty_devices"], "the rest stays"
    draft = opened(shared, entry)[0]
    chen = shared.actor("chen")
    row = drafts.save_draft(
        chen,
        drafts.draft_to_fill(chen, draft.uuid),
        answers | {"symptom": "不亮", "urgency": "normal"},
        draft.version,
        "x",
    )
    report = completion.complete(chen, row.uuid, HandedIn(row.answers)).entry
    assert erasures.sheets_of_kin(admin, records.by_number(scope.SYSTEM, entry.number)).numbers == [
        report.number
    ]
    assert erasures.sheets_of_kin(admin, records.by_number(scope.SYSTEM, report.number)).numbers == [
        entry.number
    ]
    record_events.cancel_record(chen, report.number, "报错了")
    assert erasures.sheets_of_kin(admin, records.by_number(scope.SYSTEM, entry.number)).numbers == [
        report.number
    ]
    Record.update(confidential=True).where(Record.number == report.number).execute()
    assert erasures.sheets_of_kin(
        admin, records.by_number(scope.SYSTEM, entry.number)
    ) == erasures.RelatedSheets([], 1)


def test_a_page_that_is_open_does_not_write_back_what_was_erased(shared, opener):
    entry = look(shared, lamp=UNRESOLVED)
    chen, draft = shared.actor("chen"), opened(shared, entry)[0]
    erasures.erase_answers(shared.actor("admin"), entry.number, 1, ["answers.lamp"], "当事人要求")
    with pytest.raises(Stale):
        drafts.save_draft(
            chen, drafts.draft_to_fill(chen, draft.uuid), draft.answers, draft.version, draft.editor or "page"
        )
    assert "symptom" not in opened(shared, entry)[0].answers


def test_what_has_nothing_to_do_with_it_stays_in_the_drafts(shared, opener):
    entry = look(shared, lamp=UNRESOLVED, remark="备注")
    draft = opened(shared, entry)[0]
    erasures.erase_answers(shared.actor("admin"), entry.number, 1, ["answers.remark"], "当事人要求")
    assert opened(shared, entry)[0].answers == draft.answers


def test_nothing_opens_when_all_was_normal_or_dealt_with(shared, opener):
    assert opened(shared, look(shared, lamp={"result": "handled", "note": "重启"})) == []


def begun(world, entry, form="service-contact"):
    """A draft of a sheet that follows, as its page starts it."""
    actor = world.actor("chen")
    origin = follow_on_sheets.origin_of_follower(record_access.record_by_number(actor, entry.number), form)
    return drafts.start_draft(actor, form, origin, drafts.new_uuid(), drafts.new_uuid())


def seen(entry):
    return records.by_uuid(scope.SYSTEM, entry.record)


def offered(world, entry, login="chen") -> list[str]:
    actor = world.actor(login)
    return [
        offer.form.key
        for offer in follow_on_sheets.offered_sheets(
            actor, record_access.record_by_number(actor, entry.number)
        )
    ]


def sign(world, entry, outcome=folding.DONE):
    draft = drafts.open_next_step(world.actor("chen"), seen(entry))
    given = HandedIn(
        {"accessories": "yes", "satisfaction": "satisfied"} if outcome == folding.DONE else {},
        outcome=outcome, signer="丁一", strokes=STROKES, shown=entry.digest, reason="" if outcome == folding.DONE else "出差",
    )  # fmt: skip
    actor = Actor(world.users["chen"], "handed_over", extra={"draft": draft.uuid})
    return completion.complete(
        actor if outcome == folding.DONE else world.actor("chen"), draft.uuid, given
    ).entry


def contact_sheet(world, entry, **answers):
    new = begun(world, entry)
    given = world.contact_answers(world.office) | new.draft.answers | answers
    row = drafts.save_draft(world.actor("chen"), new, given, 0, "tests")
    return completion.complete(world.actor("chen"), row.uuid, HandedIn(given)).entry


def test_the_signed_contact_sheet_is_the_acceptance_of_what_it_follows(shared, opener):
    check = look(shared, remark="话筒无声")
    assert offered(shared, check) == ["service-contact"]
    sheet = contact_sheet(shared, check)
    assert sheet.number and seen(check).row.state == "open"
    assert offered(shared, check) == []
    signed = sign(shared, sheet)
    closed = seen(check)
    assert closed.row.state == "closed" and closed.entries[-1].payload["sheet"] == signed.number
    assert seen(sheet).row.follows == check.number


def test_what_is_known_is_carried_over(shared, opener):
    check = look(shared, remark="话筒无声")
    answers = begun(shared, check).draft.answers
    assert answers["request"] == "话筒无声" and answers["solution"] == check.number
    assert answers["client_name"] == shared.office.client.name


def test_an_unfinished_service_leaves_the_record_open_and_another_sheet_may_be_tried(shared, opener):
    check = look(shared, remark="话筒无声")
    rest = {"result": "not_completed", "not_completed": ["other"], "remarks": "待配件"}
    sign(shared, contact_sheet(shared, check, **rest))
    assert seen(check).row.state == "open"
    assert offered(shared, check) == ["service-contact"]


def test_a_sheet_without_its_signature_accepts_nothing(shared, opener):
    check = look(shared, remark="话筒无声")
    sign(shared, contact_sheet(shared, check), folding.ABSENT)
    assert seen(check).row.state == "open"


def test_a_step_that_a_sheet_completes_has_no_page(shared, opener):
    check = look(shared, remark="话筒无声")
    with pytest.raises(NotYourTurn):
        drafts.open_next_step(shared.actor("chen"), seen(check))


def test_nobody_follows_a_record_out_of_their_scope(shared, opener):
    check = look(shared, remark="话筒无声")
    with pytest.raises(NotFound):
        drafts.start_draft(
            shared.actor("zhou"),
            "service-contact",
            {"follows": check.number},
            drafts.new_uuid(),
            drafts.new_uuid(),
        )


def test_a_cancelled_record_offers_nothing(shared, opener):
    check = look(shared, remark="话筒无声")
    record_events.cancel_record(shared.actor("chen"), check.number, "重复")
    assert offered(shared, check) == []


def test_the_same_completion_again_opens_nothing_twice(shared, opener):
    entry = look(shared, lamp=UNRESOLVED)
    row = drafts.drafts.get_draft(entry.draft)
    again = completion.complete(shared.actor("chen"), entry.draft, HandedIn(row.answers)).entry
    assert again.id == entry.id and len(opened(shared, entry)) == 1


def test_a_correction_goes_on_following(shared, opener):
    check = look(shared, remark="话筒无声")
    sheet = contact_sheet(shared, check)
    sign(shared, sheet, folding.ABSENT)
    draft = corrections.correct_record(shared.actor("chen"), sheet.number, "客户回来了")
    assert draft.origin["follows"] == check.number
