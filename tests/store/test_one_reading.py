"""What a request reads is read once, and on SQLite as of one moment."""

import pytest

from fieldforms.errors import NotFound
from fieldforms.store import database
from fieldforms.store.models import Client
from fieldforms.store.prepared import one_of, prepared
from fieldforms.store.register import clients, devices
from fieldforms.store.scope import SYSTEM, Viewer
from tests.shared import at_once


@prepared
def names_of(ids):
    return Client.select(Client.name).where(one_of(Client.id, ids)).order_by(Client.id).tuples()


@pytest.fixture
def reading(world):
    database.begin_reading()
    yield world
    database.end_reading()


def rename(client: Client, name: str) -> None:
    with database.transaction():
        clients.change_client(client, {"name": name})


def elsewhere(work) -> None:
    """Done by another thread, with its own connection."""
    for result in at_once(work):
        if isinstance(result, Exception):
            raise result


def test_the_same_question_has_the_same_answer_whatever_others_write(reading):
    office = reading.office.client
    assert clients.get_client(SYSTEM, office.id).name == "市政务服务中心"
    elsewhere(lambda: rename(office, "改过的名字"))
    assert clients.get_client(SYSTEM, office.id).name == "市政务服务中心"


def test_on_sqlite_all_is_read_as_of_one_moment(reading):
    if database.dialect_of() == "postgresql":
        pytest.skip("there a request reads question by question")
    office, university = reading.office.client, reading.university.client
    clients.get_client(SYSTEM, office.id)
    elsewhere(lambda: rename(university, "改过的名字"))
    assert clients.get_client(SYSTEM, university.id).name == "文澜大学"


def test_what_comes_after_a_write_is_read_anew(reading):
    office = reading.office.client
    clients.get_client(SYSTEM, office.id)
    rename(office, "改过的名字")
    assert clients.get_client(SYSTEM, office.id).name == "改过的名字"


def test_inside_of_a_transaction_everything_is_asked(reading):
    office = reading.office.client
    with database.transaction():
        assert clients.get_client(SYSTEM, office.id).name == "市政务服务中心"
        clients.change_client(office, {"name": "改过的名字"})
        assert clients.get_client(SYSTEM, office.id).name == "改过的名字"


def test_a_write_that_fails_ends_the_reading_too(reading):
    office = reading.office.client
    clients.get_client(SYSTEM, office.id)
    with pytest.raises(NotFound), database.transaction():
        clients.change_client(office, {"name": "改过的名字"})
        raise NotFound
    assert clients.get_client(SYSTEM, office.id).name == "市政务服务中心"


def test_what_came_along_is_not_asked_for_again(reading, monkeypatch):
    code, office = reading.office.code.code, reading.office
    chen = Viewer.of(reading.users["chen"])
    (device,) = devices.by_codes(chen, [code]).values()
    with monkeypatch.context() as patch:
        patch.setattr(database.database.obj, "execute_sql", None)  # nothing more can be asked
        assert devices.get_device(chen, device.id) == devices.get_device(SYSTEM, device.id) == device
        assert clients.get_client(SYSTEM, office.client.id).name == office.client.name
        assert clients.get_room(SYSTEM, office.room.id).name == office.room.name


def test_what_one_may_not_see_does_not_come_along(reading):
    """chen's device is known to the request; zhou doesn't serve its client."""
    devices.by_codes(Viewer.of(reading.users["chen"]), [reading.office.code.code])
    zhou = Viewer.of(reading.users["zhou"])
    assert devices.get_device(zhou, reading.office.device.id) is None
    assert clients.get_client(zhou, reading.office.client.id) is None


def test_a_changed_answer_is_nobody_elses(reading):
    """Whoever takes a row out of the list that they were given takes it from nobody."""
    first = names_of((reading.office.client.id,))
    first.clear()
    assert names_of((reading.office.client.id,)) == [("市政务服务中心",)]


def test_of_many_values_and_of_none(world):
    ids = tuple(client.id for client in Client.select())
    assert len(names_of(ids)) == len(ids) >= 2
    assert names_of(()) == []
