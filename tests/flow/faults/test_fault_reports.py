"""Faults reported by anyone at a device: merged while one is open, told back without anybody's data."""

import hashlib
from functools import partial

import pytest

from fieldforms.errors import Completed, Invalid, NotFound, TooManyTries
from fieldforms.flow.completing import completion, record_events
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.faults import fault_reports
from fieldforms.flow.filling import drafts
from fieldforms.flow.people import tries
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.proof import verification
from fieldforms.flow.record import label_codes
from fieldforms.store import clock, scope
from fieldforms.store.completing import links
from fieldforms.store.files import files
from fieldforms.store.models import Client, Code, Device, Draft, Entry, Room
from fieldforms.store.record import records
from tests.shared import at_once

HERE = "203.0.113.9"
STRANGER = Actor(None, "public", HERE)
SAID = {"symptom": "话筒没有声音", "urgency": "urgent"}


@pytest.fixture
def device(shared) -> Device:
    """A device nobody has reported yet."""
    place = shared.office
    now = clock.now()
    row = Device.create(
        client=place.client, room=place.room, name="新话筒", category="microphone", created_at=now
    )
    Code.create(code=label_codes.new_code(), device=row, made_at=now, bound_at=now)
    return row


def report(device, uuid="", record="", answers=SAID, actor=STRANGER):
    given = fault_reports.answers_known_at_device(fault_reports.public_form(), device) | answers
    return fault_reports.hand_in(
        actor, device, uuid or drafts.new_uuid(), record or drafts.new_uuid(), given, "zh"
    )


def outcomes(record: str) -> list[str]:
    return [entry.outcome for entry in records.by_uuid(scope.SYSTEM, record).entries]


def test_a_report_is_a_sealed_record_with_a_number(device):
    entry, token = report(device)
    seen = records.by_uuid(scope.SYSTEM, entry.record)
    assert (entry.actor_id, entry.outcome, seen.row.next_by) == (None, "done", "technician")
    assert seen.entries[0].answers["symptom"] == "话筒没有声音"
    assert fault_reports.record_by_token(token, HERE).row.number == entry.number


def test_a_second_report_joins_the_open_one_with_a_link_of_its_own(device):
    first, one = report(device)
    second, two = report(device, answers=SAID | {"symptom": "还是没有声音"})
    assert (second.record, second.number, outcomes(first.record)) == (
        first.record,
        first.number,
        ["done", "merged"],
    )
    assert one != two
    assert fault_reports.record_by_token(two, HERE).row.uuid == first.record
    assert (
        records.by_uuid(scope.SYSTEM, first.record).row.summary == "话筒没有声音"
    )  # the first one's words stand


def test_reports_made_at_once_are_one_record(device):
    results = at_once(*[partial(report, device)] * 8)
    assert len({entry.record for entry, _token in results}) == 1
    assert sorted(outcomes(results[0][0].record)) == ["done"] + ["merged"] * 7


def test_a_report_after_the_last_was_settled_is_a_new_record(shared, device):
    first, _token = report(device)
    record_events.cancel_record(shared.actor("chen"), first.number, "已自行恢复")
    second, _token = report(device)
    assert second.record != first.record


@pytest.mark.parametrize("joining", [False, True])
def test_the_same_report_again_is_the_same_entry(device, joining):
    if joining:
        report(device)
    uuid, record = drafts.new_uuid(), drafts.new_uuid()
    first, _token = report(device, uuid, record)
    assert report(device, uuid, record)[0].id == first.id
    with pytest.raises(Completed):
        report(device, uuid, record, SAID | {"symptom": "other"})


def test_what_is_missing_is_refused_and_nothing_is_left(device):
    uuid = drafts.new_uuid()
    with pytest.raises(Invalid):
        report(device, uuid, answers={"urgency": "urgent"})
    assert not Draft.select().where(Draft.uuid == uuid).exists()


def test_nothing_of_the_clients_file_reaches_a_stranger(shared, device):
    answers = fault_reports.answers_known_at_device(fault_reports.public_form(), device)
    assert set(answers) == {"faulty_devices"}
    said = repr(answers) + repr(fault_reports.sections_for_stranger(fault_reports.public_form(), device))
    for word in (shared.office.contact.name, shared.office.client.phone, shared.office.client.name):
        assert word not in said


def test_a_stranger_is_told_what_happens_and_no_answers(shared, device):
    entry, token = report(device)
    report(device)
    seen = fault_reports.record_by_token(token, HERE)
    told = repr(fault_reports.moments_of_report(seen))
    assert "话筒没有声音" not in told
    assert [moment.at for moment in fault_reports.moments_of_report(seen)] == [
        each.row.sealed_at for each in seen.entries
    ]
    assert fault_reports.what_comes_next(seen) == [("驻场人员会来检查。", {})]
    record_events.cancel_record(shared.actor("chen"), entry.number, "已自行恢复")
    assert fault_reports.what_comes_next(fault_reports.record_by_token(token, HERE)) == [
        ("这次报修已取消。", {})
    ]


CHECKED = {
    **dict.fromkeys(("lines_and_interfaces", "indicator_lights", "drivers_and_software"), "normal"),
    "outcome": "solved", "fault_class": "lines", "remedy": "重新压接", "minutes": 20,
}  # fmt: skip


def test_what_waits_for_the_clients_signature_is_said_to_be_dealt_with(shared, device):
    entry, token = report(device)
    chen = shared.actor("chen")
    draft = drafts.open_next_step(chen, records.record_in_full(entry.record))
    completion.complete(chen, draft.uuid, HandedIn(CHECKED))
    seen = fault_reports.record_by_token(token, HERE)
    assert fault_reports.what_comes_next(seen) == [("已经处理，等现场负责人签字确认。", {})]
    assert [moment.sentence for moment in fault_reports.moments_of_report(seen)] == [
        "已收到报修",
        "驻场人员已完成“%(step)s”",
    ]


def test_an_open_report_shows_at_its_device_and_nowhere_else(shared, device):
    entry, _token = report(device)
    assert [row.number for row in fault_reports.open_reports_for_strangers(device)] == [entry.number]
    assert fault_reports.open_reports_for_strangers(shared.university.device) == []


def test_a_link_of_a_report_expires_and_is_not_guessed(device):
    _entry, token = report(device)
    with clock.pretend_now(clock.now() + 91 * clock.DAY_MS), pytest.raises(NotFound):
        fault_reports.record_by_token(token, HERE)
    with pytest.raises(NotFound):
        fault_reports.record_by_token("guess", HERE)


def test_links_of_reports_are_not_guessed_at_will(device):
    _entry, token = report(device)
    for n in range(tries.GUESSES):
        with pytest.raises(NotFound):
            fault_reports.record_by_token(f"guess {n}", "198.51.100.7")
    with pytest.raises(TooManyTries):
        fault_reports.record_by_token(token, "198.51.100.7")
    assert fault_reports.record_by_token(token, HERE)


def test_a_signing_link_shows_no_report(device):
    entry, _token = report(device)
    _row, token = links.create_link("sign", clock.DAY_MS, record=entry.record)
    with pytest.raises(NotFound):
        fault_reports.record_by_token(token, HERE)


def test_a_client_who_takes_no_reports_gets_none(shared, device):
    Client.update(reporting=False).where(Client.id == device.client_id).execute()
    try:
        with pytest.raises(NotFound):
            report(Device.get_by_id(device.id))
    finally:
        Client.update(reporting=True).where(Client.id == device.client_id).execute()


def test_nobody_reports_under_a_draft_of_the_staff(shared, device):
    draft = shared.working_sheet()
    with pytest.raises(NotFound):
        report(device, draft.uuid, draft.record)
    assert Draft.get(Draft.uuid == draft.uuid).answers["request"] == "会议室话筒有杂音"


def test_nobody_completes_another_persons_report(shared, device):
    """Also not into an open record of the same device."""
    report(device)
    new = drafts.start_draft(
        shared.actor("chen"), "fault-report", {"device": device.id}, drafts.new_uuid(), drafts.new_uuid()
    )
    row = drafts.save_draft(shared.actor("chen"), new, new.draft.answers | SAID, 0, "t")
    for actor in (shared.actor("zhou"), STRANGER):
        with pytest.raises(NotFound):
            fault_reports.complete_report(actor, row.uuid, HandedIn(row.answers))
    entry, _token = fault_reports.complete_report(shared.actor("chen"), row.uuid, HandedIn(row.answers))
    assert entry.outcome == "merged"


# Photos


def sent(uuid: str, body: bytes) -> str:
    kept = files.keep_file(body, "image/jpeg")
    files.note_upload(uuid, hashlib.sha256(body).hexdigest(), kept)
    return kept.digest


@pytest.mark.parametrize("joining", [False, True])
def test_a_report_seals_its_own_photos_and_nobody_elses(device, joining):
    if joining:
        report(device)
    uuid = drafts.new_uuid()
    mine, theirs = sent(uuid, b"mine"), sent(drafts.new_uuid(), b"theirs")
    field = next(f.name for f in fault_reports.public_form().fields.values() if f.type == "photos")
    entry, _token = report(device, uuid, answers=SAID | {field: [theirs, mine]})
    assert records.by_uuid(scope.SYSTEM, entry.record).entries[-1].answers[field] == [mine]


def test_a_photo_is_seen_again_until_the_report_is_sealed(device):
    uuid = drafts.new_uuid()
    mine = sent(uuid, b"mine")
    assert fault_reports.photo_of_report(uuid, mine) == b"mine"
    report(device, uuid)
    with pytest.raises(NotFound):
        fault_reports.photo_of_report(uuid, mine)
    for other in (drafts.new_uuid(), "", "nonsense"):
        with pytest.raises(NotFound):
            fault_reports.photo_of_report(other, mine)


def test_no_photos_are_asked_for_where_cameras_are_forbidden(device):
    assert fault_reports.takes_photos(fault_reports.public_form(), device)
    Room.update(no_cameras=True).where(Room.id == device.room_id).execute()
    try:
        assert not fault_reports.takes_photos(fault_reports.public_form(), Device.get_by_id(device.id))
    finally:
        Room.update(no_cameras=False).where(Room.id == device.room_id).execute()


def test_strangers_are_throttled(shared):
    for _ in range(fault_reports.MOST_POSTS):
        fault_reports.count_report_try("203.0.113.77")
    with pytest.raises(TooManyTries):
        fault_reports.count_report_try("203.0.113.77")
    fault_reports.count_report_try("203.0.113.78")


def test_merged_reports_verify(device):
    first, _token = report(device)
    report(device)
    assert verification.differences_of_record(first.record) == []
    assert Entry.select().where(Entry.record == first.record).count() == 2
