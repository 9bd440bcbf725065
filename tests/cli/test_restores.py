"""A restore that is interrupted, or that somebody starts a server beside, says so; and newer migrations run on what it brought."""

import os
from contextlib import closing
from pathlib import Path

import peewee
import pytest
from peewee import IntegrityError

from fieldforms import config
from fieldforms.flow.archives import restoring
from fieldforms.store import clock, database
from fieldforms.store.archives import serving_marks
from fieldforms.store.archives.database_restoring import StillServed
from fieldforms.store.models import Entry
from tests.cli.hands import leave
from tests.kept.loading import Kept
from tests.kept.make import KEPT


def test_who_starts_serving_while_it_waits_for_a_yes_is_not_replaced(shell, settings, kept, engine):
    if engine != "sqlite":
        pytest.skip("this process' own connection is the one that restores")
    shell("backup", str(kept))
    leave()
    with restoring.open_archive(kept) as restoration:
        database.connect(config.current.database)
        Entry.get()  # connected
        with pytest.raises(StillServed):
            restoring.put_archive_in_place(restoration)
        assert not list(settings.instance.glob("replaced-*"))


def test_a_server_that_is_idle_is_noticed_whatever_journal_the_file_keeps(
    shell, settings, kept, engine, monkeypatch
):
    if engine != "sqlite":
        pytest.skip("PostgreSQL knows who is there")
    monkeypatch.setattr(database, "SAFE_WAL", (99,))
    monkeypatch.setattr(serving_marks, "held", {})
    shell("backup", str(kept))
    leave()
    path = Path(settings.database.removeprefix("sqlite:///"))
    with closing(peewee.sqlite3.connect(path)) as put_back:
        assert put_back.execute("PRAGMA journal_mode = delete").fetchone() == ("delete",)
    serving_marks.hold_mark(settings.database)
    with pytest.raises(StillServed), restoring.open_archive(kept):
        pass
    assert shell("restore", str(kept), "--yes")[0] == 2
    serving_marks.held.popitem()[1].close()  # as if the server had been stopped
    leave()
    assert shell("restore", str(kept), "--yes")[0] == 0


def test_two_within_a_second_keep_both_that_they_replaced(shell, settings, kept):
    shell("backup", str(kept))
    with clock.pretend_now(clock.now()):
        for _ in range(2):
            leave()
            assert shell("restore", str(kept), "--yes")[0] == 0
    assert len(list(settings.instance.glob("replaced-*"))) == 2
    leave()
    assert shell("verify")[0] == 0


def test_one_that_is_killed_twice_still_names_what_it_replaced_first(shell, settings, kept, monkeypatch):
    shell("backup", str(kept))
    leave()
    (settings.instance / "restore-unfinished").write_text("/somewhere/replaced-20261130-120000")
    usual = os.replace

    def refuse(source, place):
        if "replaced-" in str(place):
            raise OSError(5, "Input/output error")
        usual(source, place)

    with monkeypatch.context() as disk:
        disk.setattr(os, "replace", refuse)
        status, out, _err = shell("restore", str(kept), "--yes")
    assert status == 2 and "/somewhere/replaced" in out
    leave()
    err = shell("rebuild")[2]
    assert "/somewhere/replaced" in err and f"{settings.instance}/replaced-" in err
    with clock.pretend_now(clock.now() + 1000):
        assert shell("restore", str(kept), "--yes")[0] == 0
    leave()
    assert shell("verify")[0] == 0


def test_a_commit_that_fails_is_said_by_the_next_start(shell, settings, kept, engine, monkeypatch):
    """Keys and photos are the archive's by then, the tables are those of before."""
    if engine != "postgresql":
        pytest.skip("SQLite's file takes its place with the others")
    shell("backup", str(kept))
    leave()
    usual = os.replace

    def replace_and_spoil(source, place):
        usual(source, place)
        if place == settings.instance / "keys":
            database.database.execute_sql(SPOILT_COMMIT)

    with monkeypatch.context() as server:
        server.setattr(os, "replace", replace_and_spoil)
        with pytest.raises(IntegrityError):
            shell("restore", str(kept), "--yes")
    leave()
    status, _out, err = shell("rebuild")
    assert status == 2 and "fieldforms restore" in err
    with clock.pretend_now(clock.now() + 1000):
        assert shell("restore", str(kept), "--yes")[0] == 0
    leave()
    assert shell("verify")[0] == 0


SPOILT_COMMIT = """CREATE TEMP TABLE one (id int PRIMARY KEY);
    CREATE TEMP TABLE other (id int REFERENCES one DEFERRABLE INITIALLY DEFERRED); INSERT INTO other VALUES (1)"""


def test_newer_migrations_count_on_from_the_archives_numbers(shell, settings, engine, database_url, tmp_path):
    """A database of an earlier version, in which a migration failed once: PostgreSQL gives its number to nobody else."""
    if engine == "postgresql":
        database.connect(database_url)
        database.database.execute_sql("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
        leave()
    Kept(KEPT / "0018", engine, database_url, settings.instance).load()
    database.database.execute_sql("UPDATE schema_migration SET id = id + 1000")
    ((newest,),) = database.database.execute_sql("SELECT max(id) FROM schema_migration").fetchall()
    if engine == "postgresql":
        database.database.execute_sql(f"SELECT setval('schema_migration_id_seq', {newest})")
    leave()
    assert shell("backup", str(tmp_path / "whole.zip"))[0] == 0
    leave()
    assert shell("restore", str(tmp_path / "whole.zip"), "--yes")[0] == 0
    leave()
    shell("migrate")
    query = "SELECT max(id) FROM schema_migration WHERE name = '0019_stages'"
    assert database.database.execute_sql(query).fetchall() == [(newest + 1,)]
