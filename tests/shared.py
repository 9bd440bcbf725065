"""One prepared world for all tests of a file, once on each engine: sheets don't look at each other.

A PostgreSQL database costs half a second; a test that needs an untouched one takes `world` instead.
"""

import threading
from collections.abc import Callable, Iterator

import pytest

from fieldforms import config
from fieldforms.store import database
from fieldforms.store.files import files
from fieldforms.store.library import definitions
from tests.conftest import close_pool, open_installation
from tests.engines import ENGINES, available_engines, drop_database
from tests.forms.tiny import DEFINITIONS
from tests.people import World


@pytest.fixture(scope="module", params=ENGINES)
def prepared(request, new_installation, tmp_path_factory) -> Iterator[tuple]:
    """(settings, database, world) with the company's forms and the tiny ones published."""
    if request.param not in available_engines():
        pytest.skip(f"no {request.param} here")
    instance = tmp_path_factory.mktemp("instance")
    url = new_installation(request.param, instance, peopled=True)
    settings = config.read({"FIELDFORMS_DATABASE": url, "FIELDFORMS_INSTANCE": str(instance)})
    open_installation(settings)
    world = World(None)
    for definition in DEFINITIONS.values():
        definitions.publish_definition(definition)
    opened = database.database.obj
    yield settings, opened, world
    database.database.initialize(opened)
    close()
    drop_database(url)


@pytest.fixture
def shared(prepared) -> Iterator[World]:
    """The file's world: make your own sheets, and look at nobody else's."""
    settings, opened, world = prepared
    config.use(settings)
    files.use_folder(settings.instance / "files")
    database.database.initialize(opened)
    yield world
    if not database.database.is_closed():
        database.database.close()


def close() -> None:
    if not database.database.is_closed():
        database.database.close()
    close_pool()


def at_once(*calls: Callable) -> list:
    """Results of calls made by threads of their own, begun together; an exception is a result."""
    results: list = [None] * len(calls)
    barrier = threading.Barrier(len(calls))

    def run(place: int, call: Callable) -> None:
        barrier.wait()
        try:
            results[place] = call()
        except Exception as error:  # noqa: BLE001  (the result is looked at)
            results[place] = error
        finally:
            if database.database.obj and not database.database.is_closed():
                database.database.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def during(first: Callable, second: Callable, then: Callable = lambda: None):
    """What comes of `second`, which another thread begins while the transaction of `first` and `then` is still open."""
    results: list = []

    def run() -> None:
        results.extend(at_once(second))

    thread = threading.Thread(target=run)
    with database.transaction():
        first()
        thread.start()
        while thread.is_alive() and not waits_for_a_lock():
            thread.join(0.01)
        then()
    thread.join()
    return results[0]


def waits_for_a_lock() -> bool:
    """Does anybody wait for us? On SQLite there is nobody to ask: the writers' queue is the process' own."""
    if database.dialect_of() == "sqlite":
        return True
    return (
        database.database.execute_sql("SELECT 1 FROM pg_locks WHERE NOT granted LIMIT 1").fetchone()
        is not None
    )
