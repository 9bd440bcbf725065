"""Every test gets a fresh database on each engine, an application on it, and people who use it."""

import pytest

from fieldforms import config, create_app
from fieldforms.store import database
from tests.people import World

pytest_plugins = ["tests.engines"]


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


@pytest.fixture
def app(settings):
    application = create_app(settings)
    application.config.update(TESTING=True, PROPAGATE_EXCEPTIONS=True)
    yield application
    if not database.database.is_closed():
        database.database.close()
    close_pool()


@pytest.fixture
def world(app) -> World:
    """Two clients with the same kinds of things, and everybody who works with them."""
    return World(app)
