"""The migration 0002 on a database of before: nothing becomes less confidential, and names stay as they stand."""

import pytest

from fieldforms.flow.record import projection
from fieldforms.store import database
from fieldforms.store.models import Device, Record, Room
from tests.flow.record.hands import rows_of_projection

NAME = "0002_confidential"


def before_it() -> None:
    """The same database as the schema of 0001 would hold it."""
    for statement in (
        "DROP TABLE whereabouts",
        "DROP TABLE guards",
        "ALTER TABLE records DROP COLUMN place",
        f"DELETE FROM schema_migration WHERE name = '{NAME}'",
    ):
        database.database.execute_sql(statement)


@pytest.fixture
def old(world):
    world.waiting_sheet()
    world.signed_sheet("zhou", world.university, rating="fair")
    world.waiting_sheet(serviced_devices=[])
    world.asked_for_recordings(classification="secret")
    world.asked_for_recordings()
    return world


def secrets() -> set[str]:
    return {row.number for row in Record.select().where(Record.confidential)}


def test_a_rebuild_afterwards_gives_the_projection_of_before(old):
    before = rows_of_projection()
    before_it()
    assert NAME in database.migrate()
    assert rows_of_projection() == before
    assert projection.rebuild_all() == 5
    assert rows_of_projection() == before


def test_what_the_projection_calls_confidential_stays_so_wherever_its_device_stands_now(old):
    Room.update(confidential=True).where(Room.id == old.office.room.id).execute()
    moved = old.waiting_sheet().number
    told = secrets()
    assert moved in told
    Room.update(confidential=False, name="改了名").where(Room.id == old.office.room.id).execute()
    Device.update(room=None).where(Device.id == old.office.device.id).execute()
    before_it()
    database.migrate()
    projection.rebuild_all()
    assert secrets() == told
    assert Record.get(Record.number == moved).room_id == old.office.room.id


def test_what_the_register_calls_confidential_becomes_so(old):
    Room.update(confidential=True).where(Room.id == old.university.room.id).execute()
    before, [there] = (
        secrets(),
        [row.number for row in Record.select() if row.room_id == old.university.room.id],
    )
    assert there not in before
    before_it()
    database.migrate()
    assert secrets() == before | {there}
    projection.rebuild_all()
    assert secrets() == before | {there}


def test_so_does_what_was_begun_in_a_room_that_the_register_calls_confidential(old):
    answers = old.contact_answers(old.office, serviced_devices=[])
    entry = old.begun("chen", "service-contact", answers, room=old.office.room.id)
    Room.update(confidential=True).where(Room.id == old.office.room.id).execute()
    Device.update(room=None).where(Device.id == old.office.device.id).execute()
    before_it()
    database.migrate()
    projection.rebuild_all()
    assert entry.number in secrets()


def test_a_sheet_whose_projection_is_lost_is_taken_for_confidential(old):
    number = old.waiting_sheet().number
    for table in ("record_devices", "rating_reasons", "reservations"):
        database.database.execute_sql(f"DELETE FROM {table}")
    database.database.execute_sql(f"DELETE FROM records WHERE number = '{number}'")
    before_it()
    database.migrate()
    projection.rebuild_all()
    found = Record.get(Record.number == number)
    assert found.confidential and found.client_name == old.office.client.short_name


def test_what_is_kept_is_sealed_as_in_a_new_database(old):
    before_it()
    database.migrate()
    for table in ("whereabouts", "guards"):
        with pytest.raises(Exception, match="are sealed"), database.database.atomic():
            database.database.execute_sql(f"DELETE FROM {table}")
