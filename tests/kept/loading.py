"""A kept database is laid out for a test: a copy of it, with its files and its keys."""

import json
import shutil
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import psycopg

from fieldforms import config
from fieldforms.store import database
from fieldforms.store.files import files
from tests.kept.make import KEPT, settings_of, unpack

VERSIONS = sorted(path.name for path in KEPT.glob("[0-9]*"))
MIGRATIONS = sorted(path.stem for path in database.MIGRATIONS.glob("[0-9]*.py"))


@dataclass
class Kept:
    """A copy of a kept database at `url`, as it was, with its files and keys in `instance`."""

    folder: Path
    engine: str
    url: str
    instance: Path

    @cached_property
    def said(self) -> dict:
        return json.loads((self.folder / f"{self.engine}.json").read_text(encoding="utf-8"))

    @property
    def answers(self) -> dict:
        """What the program said of it, without what was only written down beside that."""
        return {name: said for name, said in self.said.items() if name not in ("now", "rules", "ways")}

    def load(self) -> "Kept":
        LOAD[self.engine](self)
        shutil.copytree(self.folder / "instance", self.instance)
        config.use(settings_of(self.url, self.instance))
        files.use_folder(self.instance / "files")
        database.connect(self.url)
        return self


def load_sqlite(kept: Kept) -> None:
    Path(kept.url.removeprefix("sqlite:///")).write_bytes(unpack(kept.folder / "sqlite.db"))


def load_postgresql(kept: Kept) -> None:
    with psycopg.connect(kept.url, autocommit=True) as connection:
        connection.execute(unpack(kept.folder / "postgresql.sql").decode())


LOAD = {"sqlite": load_sqlite, "postgresql": load_postgresql}
