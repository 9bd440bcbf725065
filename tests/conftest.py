"""Every test gets a fresh database on each engine, an application on it, and people who use it."""

import os
import shutil
from dataclasses import replace
from functools import partial
from pathlib import Path

import hypothesis
import peewee
import pytest

from fieldforms import config, i18n, wiring
from fieldforms.store import database
from fieldforms.store.files import files
from fieldforms.web import make_application as web
from tests.people import World

pytest_plugins = ["tests.engines", "tests.minutes", "tests.order"]

# No test is timed: a busy machine is slow, not wrong.
hypothesis.settings.register_profile(
    "untimed", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("untimed")

# In memory where there is a place for it: every commit waits for the disk (synchronous=FULL), and tests commit a lot.
if Path("/dev/shm").is_dir() and os.access("/dev/shm", os.W_OK):
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", "/dev/shm")


def pytest_configure(config):
    """One sentence instead of a hundred English pages that speak Chinese."""
    try:
        i18n.load_catalogues()
    except i18n.CatalogueMissing as missing:
        raise pytest.UsageError(str(missing)) from missing


@pytest.fixture(scope="session")
def prepare_database():
    def prepare(url: str) -> None:
        database.connect(url)
        database.migrate()
        database.database.close()
        close_pool()

    return prepare


def close_pool() -> None:
    if hasattr(database.database.obj, "close_all"):
        database.database.close_all()


@pytest.fixture(scope="session")
def new_installation(copies_of, tmp_path_factory):
    """``new_installation("postgresql", folder)`` gives the URL of a database that nobody has used, whose first start was
    made with this instance folder: its key lies there, and the company's forms are published. `peopled`: with a `World`.

    Each start of a server does that; what it costs, checking and sealing every form, is paid once an engine.
    """
    started: dict[tuple[str, bool], Path] = {}

    def start(url: str, peopled: bool) -> None:
        folder = tmp_path_factory.mktemp("started")
        wiring.prepare(config.read({"FIELDFORMS_DATABASE": url, "FIELDFORMS_INSTANCE": str(folder)}))
        if peopled:
            World(None)
        started[database.dialect_of(), peopled] = folder
        database.database.close()
        close_pool()

    copies = {peopled: copies_of(partial(start, peopled=peopled)) for peopled in (False, True)}

    def install(engine: str, folder: Path, peopled: bool) -> str:
        url = copies[peopled](engine)
        shutil.copytree(started[engine, peopled], folder, dirs_exist_ok=True)
        return url

    return install


def open_installation(settings: config.Settings) -> None:
    """What a start does where everything is there, but for looking whether it is."""
    config.use(settings)
    database.connect(settings.database)
    files.use_folder(settings.instance / "files")


@pytest.fixture
def make_database(request, new_installation, tmp_path):
    """Of an installation in `tmp_path / "instance"`, with its people where the test knows the `world`; tests/cli begins
    with one that was never started."""
    peopled = "world" in request.fixturenames
    return lambda engine: new_installation(engine, tmp_path / "instance", peopled)


@pytest.fixture
def settings(database_url, tmp_path):
    return config.use(
        config.read(
            {
                "FIELDFORMS_DATABASE": database_url,
                "FIELDFORMS_INSTANCE": str(tmp_path / "instance"),
                "FIELDFORMS_URL": "https://ff.example.cn",
                "FIELDFORMS_SECRET_KEY": "for tests only, for tests only, for tests only",
            }
        )
    )


@pytest.fixture(scope="session")
def served(tmp_path_factory):
    """One application for all tests of a process: what differs from test to test is the database behind it."""
    applications = []

    def serve(settings):
        if not applications:
            wiring.prepare(settings)
            applications.append(web(replace(settings, instance=tmp_path_factory.mktemp("served"))))
            applications[0].config.update(TESTING=True, PROPAGATE_EXCEPTIONS=True)
        return applications[0]

    return serve


@pytest.fixture
def app(settings, served):
    """At work on an installation that was started before (`database_url`); tests/cli and tests/store/test_kept.py start
    theirs here."""
    application = served(settings)
    open_installation(settings)
    yield application
    if not database.database.is_closed():
        database.database.close()
    close_pool()


@pytest.fixture
def world(app) -> World:
    """Two clients with the same kinds of things, and everybody who works with them."""
    return World(app)


@pytest.fixture(autouse=True)
def written_in_transactions_only(monkeypatch):
    """While a request reads, whatever is written is written in `transaction()`: else it would wait for the end of the reading
    to be committed, with everything else."""
    execute = peewee.Database.execute_sql

    def checked(self, sql, params=None):
        reads = database.this_reading.known is None or sql.lstrip().upper().startswith(READS)
        assert reads or database.database.in_transaction(), sql
        return execute(self, sql, params)

    monkeypatch.setattr(peewee.Database, "execute_sql", checked)


READS = ("SELECT", "BEGIN", "COMMIT", "PRAGMA", "WITH")
