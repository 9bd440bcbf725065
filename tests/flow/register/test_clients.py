"""The client's file: who changes what, what is refused, and that sealed sheets keep what they said."""

import threading

import pytest

from fieldforms.errors import ChangedMeanwhile, Invalid, NotAllowed, NotFound
from fieldforms.flow.record import folding
from fieldforms.flow.register import clients as verbs
from fieldforms.flow.register import register_columns
from fieldforms.store import scope
from fieldforms.store.database import database
from fieldforms.store.models import Audit, Client, Contact, Room, User
from fieldforms.store.record import records
from fieldforms.store.register import clients
from tests.flow.register.hands import known

CLIENT = {
    "name": "云栖岚湖酒店", "short_name": "岚湖酒店", "type": "per_call_contract", "contract_from": "2026-03-01",
    "contract_until": "2027-02-28", "calls_total": "30", "service_modes": "visits remote", "language": "zh", "reporting": "1",
}  # fmt: skip
CONTACT = {"name": "徐明", "title": "主任", "mobile": "138 0000 0001", "lead": "1"}
ROOM = {"name": "302 会议室", "modes": "本地会议\n\n  视频会议  \n", "power_on": "合闸\n等 60 秒"}


def actions() -> list[str]:
    return [row.action for row in Audit.select().order_by(Audit.id)]


def wrong(act) -> list[str]:
    with pytest.raises(Invalid) as refused:
        act()
    return [name for name, _sentence, _values in refused.value.problems]


# Clients


def test_the_dispatcher_adds_a_client_and_the_audit_says_so(world):
    client = verbs.add_client(world.actor("sunmin"), CLIENT)
    row = Client.get_by_id(client.id)
    assert (row.name, row.calls_total, row.visits_per_year, row.reporting) == ("云栖岚湖酒店", 30, None, True)
    assert row.service_modes == ["remote", "visits"]
    assert actions()[-1] == "client.add"


@pytest.mark.parametrize("login", ["chen", "shen", "wangjing"])
def test_others_neither_add_nor_change_a_client(world, login):
    actor = world.actor(login)
    for act in (
        lambda: verbs.add_client(actor, CLIENT),
        lambda: verbs.edit_client(actor, world.office.client.id, CLIENT),
        lambda: verbs.add_room(actor, world.office.client.id, ROOM),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_everything_that_is_wrong_is_said_at_once(world):
    given = CLIENT | {
        "name": " ",
        "calls_total": "-3",
        "contract_until": "明年",
        "type": "forever",
        "service_modes": "remote telepathy",
        "short_name": "长" * 31,
    }
    assert set(wrong(lambda: verbs.add_client(world.actor("gao"), given))) == {
        "name", "short_name", "type", "contract_until", "calls_total", "service_modes",
    }  # fmt: skip


def test_a_contract_does_not_end_before_it_begins(world):
    given = CLIENT | {"contract_until": "2026-02-28"}
    assert wrong(lambda: verbs.add_client(world.actor("gao"), given)) == ["contract_until"]


def test_no_two_clients_have_one_name(world):
    given = CLIENT | {"name": world.university.client.name}
    assert wrong(lambda: verbs.add_client(world.actor("gao"), given)) == ["name"]
    assert wrong(lambda: verbs.edit_client(world.actor("gao"), world.office.client.id, given)) == ["name"]


def test_an_audit_line_keeps_what_stood_there_before_and_after(world):
    client = Client.get_by_id(world.office.client.id)
    verbs.edit_client(
        world.actor("gao"), client.id, known(client, register_columns.CLIENT_COLUMNS, phone="0571-5555 9999")
    )
    row = Audit.select().order_by(Audit.id.desc()).first()
    assert (row.action, row.detail) == (
        "client.edit",
        {"fields": ["phone"], "before": {"phone": client.phone}, "after": {"phone": "0571-5555 9999"}},
    )
    verbs.edit_client(
        world.actor("gao"), client.id, known(Client.get_by_id(client.id), register_columns.CLIENT_COLUMNS)
    )
    assert actions().count("client.edit") == 1, "nothing changed: nothing to tell"


def test_a_sealed_sheet_keeps_the_name_and_contact_it_was_signed_with(world):
    entry = world.signed_sheet()
    client, contact = Client.get_by_id(world.office.client.id), world.office.contact
    verbs.edit_client(
        world.actor("gao"), client.id, known(client, register_columns.CLIENT_COLUMNS, name="政务服务大厅")
    )
    verbs.edit_contact(world.actor("chen"), contact.id, CONTACT | {"name": "换了人"})
    verbs.remove_contact(world.actor("chen"), contact.id)
    seen = records.by_uuid(scope.SYSTEM, entry.record)
    answers = folding.fold_entries(seen.definition, seen.entries).answers
    assert (answers["client_name"], answers["contact"]) == ("市政务服务中心", "徐明")


# Contacts


def test_a_technician_keeps_the_contacts_of_served_clients_only(world):
    chen = world.actor("chen")
    contact = verbs.add_contact(chen, world.office.client.id, CONTACT)
    assert Contact.get_by_id(contact.id).lead and not Contact.get_by_id(contact.id).room_keeper
    verbs.edit_contact(chen, contact.id, CONTACT | {"lead": "", "room_keeper": "1"})
    assert Contact.get_by_id(contact.id).room_keeper and not Contact.get_by_id(contact.id).lead
    verbs.remove_contact(chen, contact.id)
    assert Contact.get_or_none(Contact.id == contact.id) is None
    assert actions()[-3:] == ["contact.add", "contact.edit", "contact.remove"]
    for act in (
        lambda: verbs.add_contact(chen, world.university.client.id, CONTACT),
        lambda: verbs.edit_contact(chen, world.university.contact.id, CONTACT),
        lambda: verbs.remove_contact(chen, world.university.contact.id),
    ):
        with pytest.raises(NotFound):
            act()


def test_the_manager_reads_and_does_not_write(world):
    for act in (
        lambda: verbs.add_contact(world.actor("shen"), world.office.client.id, CONTACT),
        lambda: verbs.remove_contact(world.actor("shen"), world.office.contact.id),
        lambda: verbs.edit_room(world.actor("shen"), world.office.room.id, ROOM),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_a_contact_needs_a_name(world):
    assert wrong(
        lambda: verbs.add_contact(world.actor("chen"), world.office.client.id, {"mobile": "13800000000"})
    ) == ["name"]


# Rooms


def test_a_room_keeps_its_modes_and_power_on_order_one_a_line(world):
    room = verbs.add_room(world.actor("sunmin"), world.office.client.id, ROOM | {"no_cameras": "1"})
    row = Room.get_by_id(room.id)
    assert row.modes == ["本地会议", "视频会议"] and row.power_on == ["合闸", "等 60 秒"]
    assert row.no_cameras and not row.no_phones and not row.confidential


def test_a_technician_changes_how_a_room_is_run_and_nothing_else(world):
    given = {"name": "偷改", "no_phones": "1", "confidential": "1", "modes": "录播", "power_on": ""}
    verbs.edit_room(world.actor("chen"), world.office.room.id, given)
    row = Room.get_by_id(world.office.room.id)
    assert (
        row.modes == ["录播"]
        and row.name == "政务中心第一会议室"
        and not row.no_phones
        and not row.confidential
    )
    with pytest.raises(NotFound):
        verbs.edit_room(world.actor("chen"), world.university.room.id, given)


def test_a_list_is_not_endless(world):
    long = {"modes": "\n".join(map(str, range(21))), "power_on": "步" * 201}
    assert wrong(lambda: verbs.edit_room(world.actor("chen"), world.office.room.id, long)) == [
        "modes",
        "power_on",
    ]


def test_no_two_rooms_of_a_client_have_one_name(world):
    given = ROOM | {"name": world.office.room.name}
    assert wrong(lambda: verbs.add_room(world.actor("sunmin"), world.office.client.id, given)) == ["name"]
    verbs.add_room(world.actor("sunmin"), world.university.client.id, given)


def allow(login: str) -> None:
    User.update(confidential=True).where(User.login == login).execute()


@pytest.mark.parametrize(("login", "permission"), [("gao", False), ("sunmin", True), ("admin", False)])
def test_only_a_lead_with_the_permission_marks_a_room_confidential(world, login, permission):
    if permission:
        allow(login)
    actor = world.actor(login)
    actor.user.confidential = permission
    room = Room.get_by_id(world.office.room.id)
    verbs.edit_room(actor, room.id, known(room, register_columns.ROOM_COLUMNS, confidential="1"))
    assert not Room.get_by_id(room.id).confidential


def test_devices_are_counted_by_room(world):
    assert clients.devices_by_room(world.office.client) == {world.office.room.id: 1}


def test_of_two_who_save_at_the_same_moment_one_is_asked(world):
    """The row is read once more under the writer's lock, on both engines."""
    client = Client.get_by_id(world.office.client.id)
    shown, start, asked = known(client, register_columns.CLIENT_COLUMNS), threading.Barrier(2), []

    def save(login: str, typed: dict) -> None:
        start.wait()
        try:
            with database.connection_context():
                verbs.edit_client(world.actor(login), client.id, shown | typed, shown)
        except ChangedMeanwhile:
            asked.append(login)

    both = {"sunmin": {"phone": "0571-1111"}, "gao": {"address": "新路 9 号"}}
    threads = [threading.Thread(target=save, args=each) for each in both.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    row = Client.get_by_id(client.id)
    assert len(asked) == 1 and ("0571-1111" in row.phone) == (asked == ["gao"])
