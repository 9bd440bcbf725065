"""The projection says what the entries say, and can be thrown away at any time."""

import pytest

from fieldforms.flow.completing import completion, corrections, record_events, signature_requests
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.proof import erasures
from fieldforms.flow.record import projection
from fieldforms.forms.loading import definition_of_data
from fieldforms.store import clock, database, scope, search
from fieldforms.store.library import definitions
from fieldforms.store.models import RatingMonth, Record, RecordDevice, Room
from fieldforms.store.record import records
from tests.flow.record.hands import PROJECTED, rows_of_projection
from tests.forms.tiny import one_field, text

NOVEMBER = 1_795_500_600_000


def row(entry) -> Record:
    return Record.get(Record.uuid == entry.record)


def test_a_waiting_sheet_says_who_must_act(shared):
    found = row(shared.waiting_sheet())
    assert (found.state, found.next_step, found.next_by, found.unsigned) == (
        "open",
        "acceptance",
        "client",
        True,
    )
    assert (found.client_id, found.client_name) == (shared.office.client.id, shared.office.client.short_name)
    assert (found.technician_id, found.technician_name) == (shared.users["chen"].id, "陈志远")
    assert (found.summary, found.result, found.room_id) == (
        "会议室话筒有杂音",
        "completed",
        shared.office.room.id,
    )
    assert found.device_names == shared.office.device.name
    assert [each.device_id for each in RecordDevice.select().where(RecordDevice.record == found.id)] == [
        shared.office.device.id
    ]


def test_a_signed_sheet_is_closed_and_rated(shared):
    entry = shared.signed_sheet(rating="fair")
    found = row(entry)
    assert (found.state, found.outcome, found.satisfaction, found.unsigned) == (
        "closed",
        "done",
        "fair",
        False,
    )
    assert (found.closed_at, found.updated_at) == (entry.sealed_at, entry.sealed_at)
    assert found.rating_month
    assert found.next_step == found.next_by == ""


def test_a_summary_is_one_line(shared):
    assert (
        row(shared.waiting_sheet(request="话筒\n有  杂音\n" + "长" * 400)).summary
        == ("话筒 有 杂音 " + "长" * 400)[:200]
    )


def test_the_technicians_work_stays_the_technicians_after_the_client_signed(shared):
    assert row(shared.signed_sheet()).technician_id == shared.users["chen"].id


def test_a_record_of_a_confidential_room_is_confidential(shared):
    room = shared.office.room
    type(room).update(confidential=True).where(type(room).id == room.id).execute()
    try:
        assert row(shared.waiting_sheet()).confidential
        assert row(shared.waiting_sheet(serviced_devices=None, origin="room")).confidential is False
    finally:
        type(room).update(confidential=False).where(type(room).id == room.id).execute()


@pytest.fixture
def secret_room(world):
    Room.update(confidential=True).where(Room.id == world.office.room.id).execute()
    return world


def sent_back(world, entry) -> Record:
    """The client doesn't accept it: the work is to be done again."""
    _seen, draft = signature_requests.signer_draft(world.actor("chen"), entry.number)
    signer = Actor(None, "link", extra={"draft": draft.uuid})
    given = HandedIn({}, outcome="returned", reason="还有杂音", shown=entry.digest)
    completion.complete(signer, draft.uuid, given)
    return row(entry)


def test_a_confidential_sheet_stays_confidential_when_the_client_sends_it_back(secret_room):
    assert sent_back(secret_room, secret_room.waiting_sheet()).confidential


def test_a_confidential_sheet_stays_confidential_when_it_is_recalled_and_says_something_else(secret_room):
    waiting = secret_room.waiting_sheet()
    draft = record_events.recall_sheet(secret_room.actor("chen"), waiting.number, "写错了设备")
    assert row(waiting).confidential
    answers = {name: value for name, value in draft.answers.items() if name != "serviced_devices"}
    completion.complete(secret_room.actor("chen"), draft.uuid, HandedIn(answers))
    assert row(waiting).confidential  # its first entry still names what stands there


def test_a_sheet_that_went_back_is_still_found_by_what_it_said(world):
    waiting = world.waiting_sheet()
    before = row(waiting)
    found = sent_back(world, waiting)
    for column in ("device_names", "room_id", "summary", "client_name"):
        assert getattr(found, column) == getattr(before, column) != ""
    assert [each.device_id for each in RecordDevice.select()] == [world.office.device.id]
    assert found_by("杂音") == {waiting.number}
    assert (found.next_step, found.result, found.unsigned) == ("work", "", False)


def test_a_device_that_was_taken_off_a_sheet_is_no_longer_found_by_it(shared):
    waiting = shared.waiting_sheet()
    draft = record_events.recall_sheet(shared.actor("chen"), waiting.number, "写错了设备")
    answers = {name: value for name, value in draft.answers.items() if name != "serviced_devices"}
    completion.complete(shared.actor("chen"), draft.uuid, HandedIn(answers))
    assert not RecordDevice.select().where(RecordDevice.record == row(waiting).id).exists()
    assert row(waiting).device_names == ""


def test_readers_of_ratings_find_what_they_may_read_and_nobody_finds_by_what_is_only_others(shared):
    """A search of private answers is one for supervisors: it finds what is theirs, shared with others or not."""
    asked = [
        {
            "name": f"for_{'_'.join(roles) or 'all'}",
            "type": "text",
            "label": text("问题"),
            "private_to": roles,
        }
        for roles in ([], ["supervisor"], ["manager"], ["supervisor", "manager"])
    ]
    source = one_field().source
    definition = definition_of_data(
        {**source, "section": [{**source["section"][0], "field": asked}], "starts_from": ["client"]}
    )
    definitions.publish_definition(definition)
    answers = {field["name"]: f"秘密 {field['name'].replace('_', '')}" for field in asked}
    actor, about = shared.actor("chen"), {"client": shared.office.client.id}
    new = drafts.start_draft(actor, definition.key, about, drafts.new_uuid(), drafts.new_uuid())
    drafts.save_draft(actor, new, answers, 0, "tests")
    number = completion.complete(actor, new.draft.uuid, HandedIn(answers)).entry.number
    found = {name: found_by(value) for name, value in answers.items()}
    assert found == {
        "for_all": {number},
        "for_supervisor": {number},
        "for_manager": set(),
        "for_supervisor_manager": {number},
    }


# Ratings are counted once, where they belong


def counted() -> dict:
    query = RatingMonth.select(RatingMonth.month, RatingMonth.satisfaction, RatingMonth.n)
    return {(month, answer): n for month, answer, n in query.tuples()}


def test_ratings_are_counted_by_month_of_the_signature(world):
    with clock.pretend_now(NOVEMBER):
        world.signed_sheet(rating="satisfied")
        world.signed_sheet(rating="satisfied")
        waiting = world.waiting_sheet()
    with clock.pretend_now(NOVEMBER + 20 * clock.DAY_MS):
        world.sign(waiting, rating="fair")
    assert counted() == {("2026-11", "satisfied"): 2, ("2026-12", "fair"): 1}


def test_a_correction_takes_the_place_of_the_rating_it_supersedes(world):
    with clock.pretend_now(NOVEMBER):
        old = world.signed_sheet(rating="dissatisfied")
    with clock.pretend_now(NOVEMBER + 20 * clock.DAY_MS):
        draft = corrections.correct_record(world.actor("chen"), old.number, "写错了")
        new = completion.complete(world.actor("chen"), draft.uuid, HandedIn(draft.answers)).entry
        assert counted() == {("2026-11", "dissatisfied"): 1}
        world.sign(new, rating="satisfied")
    assert counted() == {("2026-12", "satisfied"): 1}


def test_a_cancelled_correction_gives_the_old_rating_back(world):
    with clock.pretend_now(NOVEMBER):
        old = world.signed_sheet(rating="dissatisfied")
    draft = corrections.correct_record(world.actor("chen"), old.number, "写错了")
    new = completion.complete(world.actor("chen"), draft.uuid, HandedIn(draft.answers)).entry
    record_events.cancel_record(world.actor("chen"), new.number, "原来的对")
    assert counted() == {("2026-11", "dissatisfied"): 1}


def test_an_erased_rating_is_counted_no_more(world):
    entry = world.signed_sheet(rating="dissatisfied")
    erasures.erase_answers(world.actor("admin"), entry.number, 2, ["answers.satisfaction"], "客户要求")
    assert counted() == {}
    assert row(entry).satisfaction == ""


# Thrown away and made anew


@pytest.fixture
def lively(world):
    """Sheets in every state there is."""
    world.waiting_sheet()
    world.signed_sheet(rating="fair")
    world.signed_sheet("zhou", world.university, rating="dissatisfied")
    record_events.cancel_record(world.actor("chen"), world.waiting_sheet().number, "x")
    sent_back = record_events.recall_sheet(world.actor("chen"), world.waiting_sheet().number, "x")
    completion.complete(world.actor("chen"), sent_back.uuid, HandedIn(sent_back.answers))
    draft = corrections.correct_record(world.actor("chen"), world.signed_sheet().number, "x")
    corrected = completion.complete(world.actor("chen"), draft.uuid, HandedIn(draft.answers)).entry
    world.sign(corrected, rating="dissatisfied", comments="慢")
    cancelled = corrections.correct_record(
        world.actor("chen"), world.signed_sheet(rating="satisfied").number, "x"
    )
    entry = completion.complete(world.actor("chen"), cancelled.uuid, HandedIn(cancelled.answers)).entry
    record_events.cancel_record(world.actor("chen"), entry.number, "x")
    erased = world.signed_sheet()
    erasures.erase_answers(world.actor("admin"), erased.number, 2, ["answers.comments"], "x")
    return world


def test_rebuilding_gives_the_same_projection(lively):
    before = rows_of_projection()
    assert projection.rebuild_all() == Record.select().count() == 10
    assert rows_of_projection() == before


def test_a_projection_that_was_lost_is_made_anew(lively):
    before, hits = rows_of_projection(), found_by("字幕机")
    for table in reversed(PROJECTED):
        database.database.execute_sql(f"DELETE FROM {table}")
    database.database.execute_sql("DELETE FROM search")
    assert projection.rebuild_all() == 10
    assert rows_of_projection() == before
    assert found_by("字幕机") == hits
    assert hits


def found_by(text: str) -> set[str]:
    return {each.number for each in Record.select().where(search.matches_words(text, True))}


def test_every_projected_record_reads_back(lively):
    for each in Record.select():
        seen = records.by_number(scope.SYSTEM, each.number)
        assert seen.entries[0].row.number == each.number
        assert drafts.is_uuid(each.uuid)


def test_a_sheet_that_asks_for_no_devices_is_about_the_one_it_was_begun_at(world):
    section = {
        "name": "all",
        "label": WORD,
        "field": [{"name": "what", "type": "text", "label": WORD, "required": True}],
    }
    steps = [{"name": name, "by": "technician", "label": WORD, "sections": ["all"]} for name in ("one",)]
    form = {
        "key": "note",
        "number": "JL",
        "label": WORD,
        "starts_from": ["device", "room"],
        "section": [section],
        "step": steps,
    }
    definitions.publish_definition(definition_of_data(form))
    chen, office = world.actor("chen"), world.office
    new = drafts.start_draft(chen, "note", {"device": office.device.id}, drafts.new_uuid(), drafts.new_uuid())
    drafts.save_draft(chen, new, {"what": "看过"}, 0, "tests")
    entry = completion.complete(chen, new.draft.uuid, HandedIn({"what": "看过"})).entry
    for _ in range(2):
        assert [found.number for found in records.of_device(chen.viewer, office.device)] == [entry.number]
        assert row(entry).room_id == office.room.id and row(entry).device_names == office.device.name
        projection.rebuild_all()


WORD = {"zh": "记事", "en": "Note"}
