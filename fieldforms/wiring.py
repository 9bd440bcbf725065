"""Puts the parts together: database, files, keys, forms, web."""

from fieldforms import config
from fieldforms.config import Settings
from fieldforms.flow import keys, library
from fieldforms.store import database, files


def prepare(settings: Settings) -> None:
    """Connect, migrate, and make ready what every start needs. Raises BadSetting, KeyMissing, NewerSchema."""
    config.use(settings)
    database.connect(settings.database)
    files.use(settings.instance / "files")
    with (
        database.migrating()
    ):  # of servers that start together the first makes key and forms, the others find them
        database.migrate()
        keys.ensure()
        library.publish()


def application(settings: Settings):
    from fieldforms.web import application as web

    prepare(settings)
    return web(settings)
