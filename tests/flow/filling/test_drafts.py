"""Starting, saving and reaching drafts: nothing typed is lost, nobody fills another's sheet."""

import hashlib
from functools import partial

import pytest

from fieldforms.errors import Completed, NotAllowed, NotFound, NotYourTurn, Stale
from fieldforms.flow.completing import completion, record_access, signature_requests
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.flow.people.actors import Actor
from fieldforms.store import clock
from fieldforms.store.files import files
from fieldforms.store.models import Draft
from tests.people import STROKES
from tests.shared import at_once

PUBLIC = Actor(None, "public", address="203.0.113.9")


def begin(world, login="chen", place=None, key="service-contact", **origin):
    place = place or world.office
    origin = origin or {"device": place.device.id}
    return drafts.start_draft(world.actor(login), key, origin, drafts.new_uuid(), drafts.new_uuid())


def save(world, new, answers, version=0, editor="phone", login="chen"):
    return drafts.save_draft(world.actor(login), new, answers, version, editor)


def again(world, uuid, login="chen"):
    return drafts.draft_to_fill(world.actor(login), uuid)


def keep(uuid: str, body: bytes = b"a photo") -> str:
    """A photo this draft's phone sent; flow/files/photos.py cleans them, tests/flow/files/test_photos.py tests that."""
    file = files.keep_file(body, "image/jpeg")
    files.note_upload(uuid, hashlib.sha256(body).hexdigest(), file)
    return file.digest


# Starting


def test_a_sheet_started_at_a_device_knows_the_client(shared):
    answers = begin(shared).draft.answers
    assert answers["client_name"] == shared.office.client.name
    assert answers["contact"] == shared.office.contact.name
    assert answers["serviced_devices"][0]["code"] == shared.office.code.code
    assert answers["client_type"] == "yearly_contract"


def test_what_the_register_knows_is_filled_in_and_the_rest_has_its_default(shared):
    with clock.pretend_now(1_795_500_600_000):  # 2026-11-24 14:10 in Shanghai
        answers = begin(shared, key="prefill").draft.answers
    chen = shared.users["chen"]
    assert answers["who"] == {"id": chen.id, "name": chen.name}
    assert answers["urgency"] == "normal"
    assert answers["arrival"] == "2026-11-24T14:10"
    assert answers["today"] == "2026-11-24"
    assert answers["which"][0]["name"] == shared.office.device.name


def test_a_sheet_started_from_a_client_names_no_device(shared):
    assert "serviced_devices" not in begin(shared, client=shared.office.client.id).draft.answers


def test_starting_saves_nothing(shared):
    before = Draft.select().count()
    begin(shared)
    assert Draft.select().count() == before


def test_a_technician_starts_nothing_at_another_clients_device(shared):
    for place in ({"device": shared.university.device.id}, {"client": shared.university.client.id},
                  {"room": shared.university.room.id}):  # fmt: skip
        with pytest.raises(NotFound):
            begin(shared, **place)


@pytest.mark.parametrize("origin", [{"device": 99_999}, {"client": 99_999}, {"room": 99_999}])
def test_nothing_starts_at_what_does_not_exist(shared, origin):
    with pytest.raises(NotFound):
        begin(shared, **origin)


def test_there_is_no_sheet_of_an_unknown_form(shared):
    with pytest.raises(NotFound):
        begin(shared, key="moon")


@pytest.mark.parametrize("login", ["sunmin", "gao", "shen", "wangjing", "admin"])
def test_a_step_by_the_technician_is_started_by_technicians(shared, login):
    with pytest.raises((NotAllowed, NotFound)):
        begin(shared, login)


def test_a_stranger_starts_public_forms_only(shared):
    device = {"device": shared.office.device.id}
    assert (
        drafts.start_draft(PUBLIC, "fault-report", device, drafts.new_uuid(), drafts.new_uuid()).step.name
        == "report"
    )
    with pytest.raises(NotAllowed):
        drafts.start_draft(PUBLIC, "service-contact", device, drafts.new_uuid(), drafts.new_uuid())


# Saving


def test_the_first_save_creates_and_later_ones_replace(shared):
    new = begin(shared)
    first = save(shared, new, {"request": "话筒"})
    second = save(shared, again(shared, first.uuid), {"request": "话筒有杂音"}, first.version)
    assert (first.id, first.version, second.version) == (second.id, 1, 2)
    assert again(shared, first.uuid).draft.answers == {"request": "话筒有杂音"}


def test_the_phones_own_names_are_kept(shared):
    uuid, record = drafts.new_uuid(), drafts.new_uuid()
    new = drafts.start_draft(
        shared.actor("chen"), "service-contact", {"device": shared.office.device.id}, uuid, record
    )
    row = save(shared, new, {})
    assert (row.uuid, row.record, row.author_id) == (uuid, record, shared.users["chen"].id)


def test_a_lost_reply_is_no_conflict_with_oneself(shared):
    new = begin(shared)
    row = save(shared, new, {"request": "a"})
    save(shared, again(shared, row.uuid), {"request": "ab"}, 1)
    repeated = save(
        shared, again(shared, row.uuid), {"request": "ab"}, 1
    )  # the reply with version 2 never came
    further = save(shared, again(shared, row.uuid), {"request": "abc"}, 1)
    assert (repeated.version, further.version) == (2, 3)


def test_the_first_save_sent_twice_is_one_draft(shared):
    new = begin(shared)
    assert save(shared, new, {"request": "a"}).id == save(shared, new, {"request": "a"}).id


def test_another_editor_who_knows_the_newest_version_goes_on(shared):
    row = save(shared, begin(shared), {"request": "a"}, editor="phone")
    assert save(shared, again(shared, row.uuid), {"request": "b"}, 1, editor="desk").version == 2


def test_another_editor_who_missed_a_save_gets_both_versions(shared):
    row = save(shared, begin(shared), {"request": "a"}, editor="phone")
    save(shared, again(shared, row.uuid), {"request": "b"}, 1, editor="phone")
    with pytest.raises(Stale) as stale:
        save(shared, again(shared, row.uuid), {"request": "c"}, 1, editor="desk")
    assert stale.value.theirs.answers == {"request": "b"}
    assert stale.value.theirs.version == 2
    assert again(shared, row.uuid).draft.answers == {"request": "b"}


def test_saving_the_same_changes_no_version(shared):
    row = save(shared, begin(shared), {"request": "a"})
    assert save(shared, again(shared, row.uuid), {"request": "a"}, 1).version == 1


def test_what_cannot_be_parsed_is_saved_as_typed(shared):
    row = save(shared, begin(shared), {"arrival": "heute früh", "request": ""})
    assert again(shared, row.uuid).draft.answers["arrival"] == "heute früh"


def test_a_discarded_draft_is_gone_until_its_owner_saves_it_again(shared):
    """Two tabs: one throws away, the other saves; what was typed wins."""
    new = begin(shared)
    row = save(shared, new, {"request": "a"})
    drafts.discard_draft(shared.actor("chen"), row.uuid)
    with pytest.raises(NotFound):
        again(shared, row.uuid)
    save(shared, new, {"request": "b"})
    assert again(shared, row.uuid).draft.answers == {"request": "b"}


def test_saving_after_completion_is_refused(shared):
    entry = shared.waiting_sheet()
    row = Draft.get(Draft.uuid == entry.draft)
    found = drafts.with_context(row)
    with pytest.raises(Completed):
        save(shared, found, {"request": "too late"}, row.version, row.editor)
    with pytest.raises(Completed):
        again(shared, entry.draft)
    assert Draft.get(Draft.uuid == entry.draft).answers["request"] == "会议室话筒有杂音"


def test_a_record_that_has_begun_cannot_be_begun_again_under_another_draft(shared):
    entry = shared.waiting_sheet()
    new = drafts.start_draft(
        shared.actor("chen"),
        "service-contact",
        {"device": shared.office.device.id},
        drafts.new_uuid(),
        entry.record,
    )
    with pytest.raises(NotYourTurn):
        save(shared, new, {})


def test_the_same_first_save_32_times_at_once_is_one_draft(shared):
    new = begin(shared)
    results = at_once(*[partial(save, shared, new, {"request": "a"})] * 32)
    assert {getattr(row, "id", row) for row in results} == {Draft.get(Draft.uuid == new.draft.uuid).id}


# Whose draft


@pytest.mark.parametrize("login", ["zhou", "sunmin", "gao", "shen", "wangjing", "admin"])
def test_a_foreign_draft_does_not_exist(shared, login):
    row = shared.working_sheet()
    for look in (drafts.draft_to_fill, drafts.draft_reached, drafts.discard_draft):
        with pytest.raises(NotFound):
            look(shared.actor(login), row.uuid)


def test_a_colleague_at_the_same_client_does_not_see_an_unfinished_sheet(shared):
    row = shared.working_sheet()
    with pytest.raises(NotFound):
        drafts.draft_to_fill(shared.actor("lihua"), row.uuid)


def test_nobody_saves_into_a_foreign_draft_by_naming_it(shared):
    row = shared.working_sheet()
    for login in ("lihua", "zhou"):
        place = shared.university if login == "zhou" else shared.office
        new = drafts.start_draft(
            shared.actor(login), "service-contact", {"device": place.device.id}, row.uuid, row.record
        )
        with pytest.raises(NotFound):
            save(shared, new, {"request": "mine"}, row.version, row.editor, login)
    assert Draft.get(Draft.uuid == row.uuid).answers["request"] == "会议室话筒有杂音"


def test_a_completed_foreign_draft_does_not_exist_either(shared):
    """404, not 409: that there was something is no stranger's business."""
    entry = shared.waiting_sheet()
    draft = Draft.get(Draft.uuid == entry.draft)
    new = drafts.start_draft(
        shared.actor("zhou"),
        "service-contact",
        {"device": shared.university.device.id},
        draft.uuid,
        draft.record,
    )
    with pytest.raises(NotFound):
        save(shared, new, {}, login="zhou")


@pytest.mark.parametrize("uuid", ["", "nonsense", "00000000-0000-0000-0000-000000000000"])
def test_an_unknown_draft_does_not_exist(shared, uuid):
    with pytest.raises(NotFound):
        again(shared, uuid)
    with pytest.raises(NotFound):
        drafts.entry_of(uuid)


@pytest.mark.parametrize("login", ["chen", "sunmin", "gao", "admin"])
def test_staff_cannot_read_what_the_client_is_writing(shared, login):
    entry = shared.waiting_sheet()
    _seen, draft = signature_requests.signer_draft(shared.actor("chen"), entry.number)
    with pytest.raises(NotFound):
        drafts.draft_to_fill(shared.actor(login), draft.uuid)
    client = Actor(shared.users["chen"], "handed_over", extra={"draft": draft.uuid})
    assert drafts.draft_to_fill(client, draft.uuid).step.by == "client"


def test_a_phone_in_the_clients_hands_reaches_that_one_draft(shared):
    mine, other = shared.waiting_sheet(), shared.waiting_sheet()
    _seen, draft = signature_requests.signer_draft(shared.actor("chen"), mine.number)
    _seen, foreign = signature_requests.signer_draft(shared.actor("chen"), other.number)
    work = shared.working_sheet()
    for way in ("handed_over", "link"):
        client = Actor(
            shared.users["chen"] if way == "handed_over" else None, way, extra={"draft": draft.uuid}
        )
        for uuid in (foreign.uuid, work.uuid):
            with pytest.raises(NotFound):
                drafts.draft_to_fill(client, uuid)


@pytest.mark.parametrize(
    ("text", "good"), [("", False), ("x", False), ("{" + "1" * 32 + "}", False), ("1" * 32, False)]
)
def test_only_the_usual_spelling_is_a_uuid(text, good):
    assert drafts.is_uuid(text) is good
    assert drafts.is_uuid(drafts.new_uuid())


# Photos


def test_a_photo_the_phone_sent_stays_in_the_answers(shared):
    new = begin(shared)
    digest = keep(new.draft.uuid)
    assert save(shared, new, {"work_photos": [digest]}).answers == {"work_photos": [digest]}
    assert drafts.photo_of_draft(shared.actor("chen"), new.draft.uuid, digest) == b"a photo"


def test_photos_of_strangers_are_dropped_from_answers(shared):
    theirs = keep(drafts.new_uuid(), b"another client's room")
    new = begin(shared)
    answers = {"work_photos": [theirs], "request": "x", "wear": [theirs]}
    assert save(shared, new, answers).answers == {"request": "x"}
    with pytest.raises(NotFound):
        drafts.photo_of_draft(shared.actor("chen"), new.draft.uuid, theirs)


def test_writing_a_strangers_photo_into_a_text_does_not_open_it(shared):
    theirs = keep(drafts.new_uuid(), b"another client's room")
    row = save(shared, begin(shared), {"remarks": theirs, "serviced_devices": [{"code": theirs}]})
    with pytest.raises(NotFound):
        drafts.photo_of_draft(shared.actor("chen"), row.uuid, theirs)
    later = save(shared, again(shared, row.uuid), {"work_photos": [theirs]}, 1)
    assert later.answers == {}


def test_photos_inside_the_maintenance_table_are_looked_at_too(shared):
    new = begin(shared, key="av-maintenance")
    mine, theirs = keep(new.draft.uuid, b"mine"), keep(drafts.new_uuid(), b"theirs")
    answers = {"main_logs": {"result": "handled", "photos": [theirs, mine]}}
    assert save(shared, new, answers).answers["main_logs"]["photos"] == [mine]


def test_a_strangers_photo_is_not_sealed_even_when_completion_brings_it_itself(shared):
    draft = shared.working_sheet()
    theirs = keep(drafts.new_uuid(), b"another client's room")
    entry = completion.complete(
        shared.actor("chen"), draft.uuid, HandedIn(draft.answers | {"work_photos": [theirs]})
    ).entry
    seen = record_access.record_by_number(shared.actor("chen"), entry.number)
    assert seen.entries[0].answers["work_photos"] is None


def test_a_photo_for_a_foreign_draft_is_refused(shared):
    row = shared.working_sheet()
    with pytest.raises(NotFound):
        drafts.keep_photo(shared.actor("zhou"), row.uuid, "0" * 64, b"")


def test_a_stranger_leaves_no_photos_for_a_draft_that_is_not_there(shared):
    with pytest.raises(NotFound):
        drafts.keep_photo(PUBLIC, drafts.new_uuid(), "0" * 64, b"")


# The next step's draft


def test_the_next_steps_draft_is_made_once(shared):
    entry = shared.waiting_sheet()
    actor = shared.actor("chen")
    assert (
        signature_requests.signer_draft(actor, entry.number)[1].id
        == signature_requests.signer_draft(actor, entry.number)[1].id
    )


def test_the_next_steps_draft_asked_for_16_times_at_once_is_one(shared):
    entry = shared.waiting_sheet()
    results = at_once(
        *[lambda: signature_requests.signer_draft(shared.actor("chen"), entry.number)[1].uuid] * 16
    )
    assert set(results) == {Draft.get(Draft.record == entry.record, Draft.step == "acceptance").uuid}


def test_a_closed_record_has_no_next_step(shared):
    entry = shared.signed_sheet()
    with pytest.raises(NotYourTurn):
        signature_requests.signer_draft(shared.actor("chen"), entry.number)


def test_a_returned_step_starts_with_what_it_said_and_not_with_the_clients_answers(shared):
    entry = shared.waiting_sheet()
    _seen, draft = signature_requests.signer_draft(shared.actor("chen"), entry.number)
    client = Actor(shared.users["chen"], "handed_over", extra={"draft": draft.uuid})
    given = HandedIn({}, "returned", signer="丁一", strokes=STROKES, reason="还有杂音", shown=entry.digest)
    completion.complete(client, draft.uuid, given)
    mine = drafts.open_next_step(
        shared.actor("chen"), record_access.record_by_number(shared.actor("chen"), entry.number)
    )
    assert mine.step == "work"
    assert mine.answers["request"] == "会议室话筒有杂音"
