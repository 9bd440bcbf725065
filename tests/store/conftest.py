"""What the tests of the store start from: a shared world, a database without any table, or one that is kept."""

import pytest

from fieldforms.store import clock, database
from tests.conftest import close_pool
from tests.engines import drop_database, postgresql_server
from tests.kept.loading import KEPT, VERSIONS, Kept
from tests.shared import prepared, shared

__all__ = ["prepared", "shared"]


@pytest.fixture
def empty_url(engine, tmp_path):
    """An empty database, without any table."""
    if engine == "sqlite":
        url = f"sqlite:///{tmp_path / 'empty.db'}"
    else:
        name = postgresql_server().unused_name()
        postgresql_server().execute(f"CREATE DATABASE {name}")
        url = postgresql_server().url(name)
    yield url
    if database.database.obj and not database.database.is_closed():
        database.database.close()
    close_pool()
    drop_database(url)


@pytest.fixture
def load(engine, empty_url, tmp_path):
    return lambda version: Kept(KEPT / version, engine, empty_url, tmp_path / "instance").load()


@pytest.fixture(params=VERSIONS)
def kept(request, load):
    """Each database of tests/kept, on each engine, at the moment when it was made."""
    found = load(request.param)
    with clock.pretend_now(found.said["now"]):
        yield found
