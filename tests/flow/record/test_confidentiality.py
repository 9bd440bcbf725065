"""What was confidential stays so, and keeps its names, whatever the register says later; a person lifts it."""

import pytest

from fieldforms.errors import Invalid, NotAllowed, NotConfidential, NotFound, ReasonNeeded
from fieldforms.flow.completing import completion, corrections, lifting, record_events, signature_requests
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.faults import fault_reports
from fieldforms.flow.filling import drafts
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.proof import erasures
from fieldforms.flow.record import projection
from fieldforms.flow.register import clients, device_events, devices, register_columns
from fieldforms.store import database, scope, search
from fieldforms.store.models import Client, Code, Device, Record, RecordDevice, Room, User
from fieldforms.store.record import records
from tests import audit_lines
from tests.flow.register.hands import known
from tests.people import STROKES

FAULT = {"symptom": "没有声音", "urgency": "normal"}
MARKABLE = register_columns.ROOM_COLUMNS
AS_SEALED = ("confidential", "client_id", "client_name", "room_id", "place", "device_names")


@pytest.fixture
def secret(world):
    """The office's room is confidential, and the supervisor is cleared for it."""
    Room.update(confidential=True).where(Room.id == world.office.room.id).execute()
    clear(world, "gao")
    return world


def clear(world, login: str) -> None:
    User.update(confidential=True).where(User.login == login).execute()
    world.users[login].confidential = True


def row(entry) -> Record:
    return Record.get(Record.uuid == entry.record)


def sealed_facts(entry) -> dict:
    found = row(entry)
    about = {each.device_id for each in RecordDevice.select().where(RecordDevice.record == found.id)}
    return {name: getattr(found, name) for name in AS_SEALED} | {"devices": about}


def sees(world, login: str, number: str) -> bool:
    return records.by_number(Actor(User.get(User.login == login)).viewer, number) is not None


# What the register may come to say


def move_device(world):
    edit_device(
        world, room=str(Room.create(client=world.office.client, name="仓库").id), unguarded_because="送修"
    )


def edit_device(world, **changes):
    device = Device.get_by_id(world.office.device.id)
    given = known(device, register_columns.DEVICE_COLUMNS, room=str(device.room_id))
    devices.edit_device(world.actor("gao"), device.id, given | changes)


def rename_room(world):
    room = Room.get_by_id(world.office.room.id)
    clients.edit_room(world.actor("gao"), room.id, known(room, MARKABLE, name="改了名的房间"))


def rename_device(world):
    edit_device(world, name="改了名的设备")


def rename_client(world):
    client = Client.get_by_id(world.office.client.id)
    clients.edit_client(
        world.actor("gao"), client.id, known(client, clients.CLIENT_COLUMNS, short_name="改了名的客户")
    )


def unmark_room(world):
    room = Room.get_by_id(world.office.room.id)
    clients.edit_room(
        world.actor("gao"), room.id, known(room, MARKABLE, confidential="", unguarded_because="改作他用")
    )
    assert not Room.get_by_id(room.id).confidential


def retire_device(world):
    device_events.retire_device(world.actor("gao"), world.office.device.id, {})


CHANGES = (rename_client, rename_room, unmark_room, rename_device, move_device, retire_device)


def change_all(world):
    for change in CHANGES:
        change(world)


# What may happen to the sheet afterwards


def nothing(world, entry):
    pass


def recalled(world, entry):
    record_events.recall_sheet(world.actor("chen"), entry.number, "写错了")


def sent_back(world, entry):
    _seen, draft = signature_requests.signer_draft(world.actor("chen"), entry.number)
    given = HandedIn({}, outcome="returned", reason="还有杂音", shown=entry.digest)
    completion.complete(Actor(None, "link", extra={"draft": draft.uuid}), draft.uuid, given)


def cancelled(world, entry):
    record_events.cancel_record(world.actor("chen"), entry.number, "不做了")


def signed(world, entry):
    _seen, draft = signature_requests.signer_draft(world.actor("chen"), entry.number)
    signer = Actor(world.users["chen"], "handed_over", extra={"draft": draft.uuid})
    answers = {"accessories": "yes", "satisfaction": "satisfied"}
    given = HandedIn(answers, signer="丁一", strokes=STROKES, shown=entry.digest)
    completion.complete(signer, draft.uuid, given)


def corrected(world, entry):
    signed(world, entry)
    draft = corrections.correct_record(world.actor("chen"), entry.number, "写错了")
    completion.complete(world.actor("chen"), draft.uuid, HandedIn(draft.answers | {"serviced_devices": []}))


def erased(world, entry):
    clear(world, "admin")
    erasures.erase_answers(world.actor("admin"), entry.number, 1, ["answers.request"], "客户要求")


HAPPENS = (nothing, recalled, sent_back, cancelled, signed, corrected, erased)


def rebuilt():
    database.database.execute_sql("DELETE FROM search")
    for model in (RecordDevice, Record):
        database.database.execute_sql(f"DELETE FROM {model._meta.table_name}")
    projection.rebuild_all()


@pytest.mark.parametrize("happens", HAPPENS)
@pytest.mark.parametrize("change", [change_all, *CHANGES])
def test_a_confidential_sheet_stays_so_and_keeps_its_names(secret, change, happens):
    entry = secret.waiting_sheet()
    before = sealed_facts(entry)
    assert before["confidential"] and before["place"] == "政务中心第一会议室"
    change(secret)
    happens(secret, entry)
    assert sealed_facts(entry) == before
    projection.rebuild_all()
    assert sealed_facts(entry) == before
    assert not sees(secret, "sunmin", entry.number) and sees(secret, "gao", entry.number)


def test_so_it_does_when_the_projection_was_lost(secret):
    entry = secret.waiting_sheet()
    before = sealed_facts(entry)
    change_all(secret)
    rebuilt()
    assert sealed_facts(entry) == before


def test_a_sheet_that_isnt_confidential_keeps_its_names_too(world):
    clear(world, "gao")
    entry = world.waiting_sheet()
    before = sealed_facts(entry)
    rename_client(world)
    rename_device(world)
    rename_room(world)
    rebuilt()
    assert sealed_facts(entry) == before and not before["confidential"]
    assert row(entry).number in {
        each.number for each in Record.select().where(search.matches_words("数字音频处理器", True))
    }


def test_a_sheet_filled_anew_says_what_the_register_says_then_and_stays_confidential(secret):
    entry = secret.waiting_sheet()
    draft = record_events.recall_sheet(secret.actor("chen"), entry.number, "设备搬走了")
    move_device(secret)
    completion.complete(secret.actor("chen"), draft.uuid, HandedIn(draft.answers))
    assert (row(entry).place, row(entry).confidential) == ("仓库", True)


def test_a_correction_is_as_confidential_as_what_it_corrects(secret):
    old = secret.signed_sheet()
    move_device(secret)
    unmark_room(secret)
    draft = corrections.correct_record(secret.actor("chen"), old.number, "写错了")
    new = completion.complete(secret.actor("chen"), draft.uuid, HandedIn(draft.answers)).entry
    assert new.record != old.record and row(new).confidential
    projection.rebuild_all()
    assert row(new).confidential and not sees(secret, "sunmin", new.number)


def fault(world, **origin):
    return world.begun(
        "chen", "fault-report", FAULT | {"faulty_devices": [{"code": world.office.code.code}]}, **origin
    )


def test_what_follows_a_confidential_sheet_is_confidential(secret):
    report = fault(secret, room=secret.office.room.id)
    unmark_room(secret)
    answers = secret.contact_answers(secret.office, serviced_devices=[])
    entry = secret.begun(
        "chen", "service-contact", answers, client=secret.office.client.id, follows=report.number
    )
    assert row(entry).follows == report.number and row(entry).confidential
    projection.rebuild_all()
    assert row(entry).confidential


def test_a_sheet_that_called_itself_confidential_stays_so(world):
    """By its answers: a loan of secret recordings, whose class is erased, or said otherwise."""
    entry = world.asked_for_recordings(classification="secret")
    assert row(entry).confidential
    clear(world, "admin")
    erasures.erase_answers(world.actor("admin"), entry.number, 1, ["answers.classification"], "客户要求")
    assert row(entry).confidential
    projection.rebuild_all()
    assert row(entry).confidential
    assert not row(world.asked_for_recordings(classification="important")).confidential


def test_a_further_report_makes_the_sheet_it_joins_confidential(world):
    """The device stands in a confidential room by then: what is said of it there is as confidential as any other."""
    clear(world, "gao")
    entry = fault(world, device=world.office.device.id)
    assert not row(entry).confidential
    move_device(world)
    Room.update(confidential=True).where(Room.name == "仓库").execute()
    chen, about = world.actor("chen"), {"device": world.office.device.id}
    new = drafts.start_draft(chen, "fault-report", about, drafts.new_uuid(), drafts.new_uuid())
    draft = drafts.save_draft(chen, new, new.draft.answers | FAULT, 0, "tests")
    joined, _token = fault_reports.complete_report(chen, draft.uuid, HandedIn(draft.answers))
    assert joined.record == entry.record and row(entry).confidential


# A room becomes confidential


def test_marking_a_room_hides_its_older_sheets_and_unmarking_lifts_none(world):
    entry = world.signed_sheet()
    clear(world, "gao")
    gao, room = world.actor("gao"), Room.get_by_id(world.office.room.id)
    assert sees(world, "sunmin", entry.number)
    clients.edit_room(gao, room.id, known(room, MARKABLE, confidential="1"))
    assert not sees(world, "sunmin", entry.number)
    unmark_room(world)
    projection.rebuild_all()
    assert not sees(world, "sunmin", entry.number)
    later = world.waiting_sheet()
    assert sees(world, "sunmin", later.number)


def test_marking_a_room_reaches_what_was_sealed_there_about_a_device_that_left(world):
    clear(world, "gao")
    entry = world.signed_sheet()
    move_device(world)
    room = Room.get_by_id(world.office.room.id)
    clients.edit_room(world.actor("gao"), room.id, known(room, MARKABLE, confidential="1"))
    assert row(entry).confidential


def test_and_about_a_second_device_that_left(world):
    """The sheet stands in the first device's room; it was sealed about this one's, too."""
    clear(world, "gao")
    hall = Room.create(client=world.office.client, name="大厅")
    first = Device.create(
        client=world.office.client, room=hall, name="音箱", category="speaker", created_at=0
    )
    code = Code.create(code="7K3QF9X2MN", device=first, made_at=0, bound_at=0).code
    entry = world.signed_sheet(serviced_devices=[{"code": code}, {"code": world.office.code.code}])
    assert row(entry).place == "大厅"
    move_device(world)
    room = Room.get_by_id(world.office.room.id)
    clients.edit_room(world.actor("gao"), room.id, known(room, MARKABLE, confidential="1"))
    assert row(entry).confidential


def test_a_device_that_moves_into_a_confidential_room_takes_no_sheet_along(world):
    """Its older sheets were sealed elsewhere: neither the move nor a rebuild changes who sees them."""
    clear(world, "gao")
    entry = world.signed_sheet()
    Room.create(client=world.office.client, name="旧仓库", confidential=True)
    move_device(world)
    Room.update(confidential=True).where(Room.name == "仓库").execute()
    projection.rebuild_all()
    assert not row(entry).confidential and sees(world, "sunmin", entry.number)


# Lifting


def test_a_cleared_supervisor_lifts_it_with_a_reason(secret):
    entry = secret.signed_sheet()
    gao = secret.actor("gao")
    with pytest.raises(ReasonNeeded):
        lifting.lift_confidentiality(gao, entry.number, "")
    assert row(entry).confidential
    lifting.lift_confidentiality(gao, entry.number, "文件已解密")
    assert sees(secret, "sunmin", entry.number)
    rebuilt()
    assert sees(secret, "sunmin", entry.number)
    [(_made, made), (words, guard)] = lifting.history_of_guards(records.record_in_full(entry.record))
    assert (made.confidential, made.room.name) == (True, "政务中心第一会议室")
    assert (words, guard.confidential, guard.by.login, guard.reason) == (
        "已解除涉密",
        False,
        "gao",
        "文件已解密",
    )
    assert [line.action for line in audit_lines.lines_about(entry.number)][-1] == "record.lift"


def test_what_was_lifted_once_is_not_lifted_again(secret):
    entry = secret.signed_sheet()
    lifting.lift_confidentiality(secret.actor("gao"), entry.number, "文件已解密")
    with pytest.raises(NotConfidential):
        lifting.lift_confidentiality(secret.actor("gao"), entry.number, "文件已解密")


def test_nobody_lifts_without_the_clearance(secret):
    entry = secret.signed_sheet()
    clear(secret, "chen")
    clear(secret, "sunmin")
    for login, refusal in {
        "admin": NotFound,
        "chen": NotAllowed,
        "sunmin": NotAllowed,
        "shen": NotAllowed,
    }.items():
        with pytest.raises(refusal):
            lifting.lift_confidentiality(secret.actor(login), entry.number, "文件已解密")
    assert row(entry).confidential


def test_a_lifted_sheet_can_be_signed_and_is_confidential_again_when_it_is_filled_anew(secret):
    entry = secret.waiting_sheet()
    lifting.lift_confidentiality(secret.actor("gao"), entry.number, "文件已解密")
    signed(secret, entry)  # the same digest: nothing that the client was shown has changed
    assert not row(entry).confidential
    other = secret.waiting_sheet()
    lifting.lift_confidentiality(secret.actor("gao"), other.number, "文件已解密")
    draft = record_events.recall_sheet(secret.actor("chen"), other.number, "补充")
    assert not row(other).confidential
    completion.complete(secret.actor("chen"), draft.uuid, HandedIn(draft.answers))
    assert row(other).confidential


def test_the_clients_copy_says_nothing_of_what_is_kept(secret):
    entry = secret.signed_sheet()
    lifting.lift_confidentiality(secret.actor("gao"), entry.number, "内部原因")
    seen = records.by_uuid(scope.CLIENT, entry.record)
    sealed = [str((each.payload, each.answers, each.facts)) for each in seen.entries]
    for words in ("confidential", "内部原因", "lifted"):
        assert not any(words in each for each in sealed)


def test_what_is_kept_is_never_changed_nor_deleted(secret):
    secret.waiting_sheet()
    for statement in (
        "UPDATE guards SET confidential = FALSE",
        "DELETE FROM guards",
        "UPDATE whereabouts SET place = ''",
        "DELETE FROM whereabouts",
    ):
        with pytest.raises(Exception, match="are sealed"), database.database.atomic():
            database.database.execute_sql(statement)


# Moving


@pytest.mark.parametrize("login", ["chen", "sunmin", "gao"])
def test_moving_a_device_out_of_a_confidential_room_or_into_one_needs_the_clearance(secret, login):
    User.update(confidential=False).execute()
    actor, place = secret.actor(login), secret.office
    actor.user.confidential = False
    lobby = Room.create(client=place.client, name="大厅")
    there = Device.create(client=place.client, room=lobby, name="音箱", category="speaker", created_at=0)

    def move(device, room, **changes):
        given = known(device, register_columns.DEVICE_COLUMNS, room=str(room.id) if room else "")
        given |= {"unguarded_because": "送修"}
        devices.edit_device(actor, device.id, given | changes)

    for device, room in ((place.device, lobby), (place.device, None), (there, place.room)):
        with pytest.raises(Invalid) as refused:
            move(device, room)
        assert [name for name, *_rest in refused.value.problems] == ["room"]
    move(place.device, place.room, name="改了名")  # staying, it may be described anew
    actor.user.confidential = True
    move(place.device, lobby)
    assert Device.get_by_id(place.device.id).room_id == lobby.id
