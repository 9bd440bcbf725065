"""What a person may see, as query conditions. What is out of scope does not exist."""

import re
from pathlib import Path

import pytest

import fieldforms
from fieldforms.flow.faults import fault_reports
from fieldforms.flow.filling import drafts
from fieldforms.flow.people.actors import Actor
from fieldforms.store import scope
from fieldforms.store.inbox import tasks
from fieldforms.store.models import Assignment, Client, Device, Record, Room, User
from fieldforms.store.record import lists, records
from fieldforms.store.register import clients, device_lists, devices
from fieldforms.store.scope import Viewer


def viewer(world, login) -> Viewer:
    return Viewer.of(User.get(User.login == login))


def seen(viewer: Viewer) -> set[str]:
    return {row.number for row in Record.select(Record.number).where(scope.records(viewer))}


@pytest.fixture
def sheets(shared):
    """One sheet of each client: (the office's, the university's)."""
    return shared.signed_sheet().number, shared.signed_sheet("zhou", shared.university).number


@pytest.mark.parametrize(
    ("login", "office", "university"),
    [
        ("chen", True, False),
        ("zhou", False, True),
        ("sunmin", True, True),
        ("gao", True, True),
        ("shen", True, True),
        ("wangjing", False, False),
        ("admin", True, True),
    ],
)
def test_a_technician_sees_the_clients_served_and_the_office_everybody(
    shared, sheets, login, office, university
):
    who, (ours, theirs) = viewer(shared, login), sheets
    numbers = seen(who)
    assert (ours in numbers, theirs in numbers) == (office, university)
    for number, visible in ((ours, office), (theirs, university)):
        assert (records.by_number(who, number) is not None) is visible
    for place, visible in ((shared.office, office), (shared.university, university)):
        assert (clients.get_client(who, place.client.id) is not None) is visible
        assert (clients.get_room(who, place.room.id) is not None) is visible
        assert (devices.get_device(who, place.device.id) is not None) is visible
        assert (place.client.id in {client.id for client in clients.seen_by(who)}) is visible
        assert (place.code.code in devices.by_codes(who, [place.code.code])) is visible
        assert (place.device.id in {device.id for device in device_lists.seen_by(who)}) is visible
        assert bool(records.of_device(who, place.device)) is visible


@pytest.mark.parametrize(
    "nobody", [scope.PUBLIC, scope.CLIENT, Viewer("moon"), Viewer("technician"), Viewer("")]
)
def test_who_is_nobody_sees_no_list(shared, sheets, nobody):
    assert seen(nobody) == set()
    assert clients.seen_by(nobody) == []
    assert device_lists.seen_by(nobody) == []
    assert lists.page_of_records(nobody, lists.RecordFilters()).rows == []
    assert records.of_device(nobody, shared.office.device) == []
    assert tasks.records_waiting_for_roles(nobody, ["technician", "client"]) == []


def test_an_ended_assignment_ends_the_view(shared, sheets):
    ours, _theirs = sheets
    current = (Assignment.user == shared.users["chen"]) & (Assignment.client == shared.office.client)
    Assignment.update(until=1).where(current).execute()
    try:
        assert seen(viewer(shared, "chen")) == set()
        assert records.by_number(viewer(shared, "chen"), ours) is None
    finally:
        Assignment.update(until=None).where(current).execute()
    assert ours in seen(viewer(shared, "chen"))


def test_two_clients_are_two_assignments(shared, sheets):
    row = Assignment.create(user=shared.users["chen"], client=shared.university.client, since=1)
    try:
        assert set(sheets) <= seen(viewer(shared, "chen"))
    finally:
        row.delete_instance()


def test_confidential_records_need_the_permission_or_the_service_itself(shared, sheets):
    ours, _theirs = sheets
    Record.update(confidential=True).where(Record.number.in_(sheets)).execute()
    for login in ("sunmin", "gao", "shen", "admin"):
        assert not set(sheets) & seen(viewer(shared, login))
    assert ours in seen(viewer(shared, "chen"))  # did the service
    assert ours not in seen(viewer(shared, "lihua"))  # a colleague at the same client
    gao = User.get(User.login == "gao")
    gao.confidential = True
    assert set(sheets) <= seen(Viewer.of(gao))
    zhou = User.get(User.login == "zhou")
    zhou.confidential = True
    assert ours not in seen(Viewer.of(zhou))  # the permission shows no other clients


def test_what_a_stranger_reports_in_a_confidential_room_reaches_the_clients_technician(shared):
    room = shared.office.room
    Room.update(confidential=True).where(Room.id == room.id).execute()
    definition, device = fault_reports.public_form(), Device.get_by_id(shared.office.device.id)
    answers = fault_reports.answers_known_at_device(definition, device) | {
        "symptom": "话筒没有声音",
        "urgency": "urgent",
    }
    stranger = Actor(None, "public", "203.0.113.9")
    entry, _token = fault_reports.hand_in(
        stranger, device, drafts.new_uuid(), drafts.new_uuid(), answers, "zh"
    )
    Room.update(confidential=False).where(Room.id == room.id).execute()
    assert Record.get(Record.number == entry.number).confidential
    assert entry.number in seen(viewer(shared, "chen"))
    for login in ("zhou", "sunmin", "gao", "shen", "wangjing", "admin"):
        assert entry.number not in seen(viewer(shared, login))
    colleague = Viewer("technician", shared.users["lihua"].id)
    assert entry.number in seen(colleague)
    Record.update(technician=shared.users["chen"]).where(Record.number == entry.number).execute()
    assert entry.number in seen(viewer(shared, "chen"))
    assert entry.number not in seen(colleague)  # taken on: nobody else's business


def test_who_was_named_for_a_step_sees_that_record_and_no_other(shared, sheets):
    ours, _theirs = sheets
    Record.update(assignee=shared.users["zhou"].id).where(Record.number == ours).execute()
    assert ours in seen(viewer(shared, "zhou"))
    assert records.by_number(viewer(shared, "zhou"), ours)
    assert not {row.number for row in Record.select().where(Record.client == shared.office.client)} - {
        ours
    } & seen(viewer(shared, "zhou"))


@pytest.mark.parametrize(
    ("private_to", "readers"),
    [
        (
            (),
            {
                "technician",
                "dispatcher",
                "supervisor",
                "manager",
                "hr",
                "admin",
                "client",
                "system",
                "public",
            },
        ),
        (("supervisor",), {"supervisor", "client", "system"}),
        (("supervisor", "manager"), {"supervisor", "manager", "client", "system"}),
    ],
)
def test_who_is_not_listed_is_excluded_admins_too(private_to, readers):
    roles = ("technician", "dispatcher", "supervisor", "manager", "hr", "admin", "client", "system", "public")
    assert {role for role in roles if Viewer(role, 1, True).may_read(private_to)} == readers


def test_one_place_says_who_reads_ratings_and_store_knows_no_meanings():
    """Ask `viewer.reads_ratings`; what a field means, a property of Definition says."""
    package = Path(fieldforms.__file__).parent
    texts = {path.relative_to(package): path.read_text("utf-8") for path in package.rglob("*.py")}
    assert [str(path) for path, text in texts.items() if "RATING_READERS" in text] == ["store/scope.py"]
    in_store = {
        path: text
        for path, text in texts.items()
        if path.parts[0] == "store" and "migrations" not in path.parts
    }
    assert [str(path) for path, text in in_store.items() if re.search(r"\.meanings?\b|\.means\b", text)] == []


def test_a_number_is_found_in_small_letters(shared, sheets):
    assert records.by_number(scope.SYSTEM, sheets[0].lower()).row.number == sheets[0]


def test_the_clients_own_view_reaches_the_one_record_it_is_given(shared, sheets):
    """A link names its record itself; the reader of a link has no list."""
    row = Record.get(Record.number == sheets[0])
    assert records.by_uuid(scope.CLIENT, row.uuid).row.satisfaction == "very_satisfied"
    assert records.by_uuid(scope.PUBLIC, row.uuid).row.satisfaction == ""
    assert records.by_uuid(scope.PUBLIC, row.uuid).entries[1].withheld


def test_the_world_has_two_of_everything(shared):
    assert Client.select().count() == Room.select().count() == Device.select().count() == 2
