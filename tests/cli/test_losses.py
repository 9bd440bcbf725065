"""What is lost around the entries is named: a chain's row, a counter, a list, a size, the database's last pages."""

import os
import shutil
from pathlib import Path

import pytest

from fieldforms.store import database
from fieldforms.store.files import files
from fieldforms.store.models import (
    Chain,
    Client,
    Counter,
    Disclosure,
    Entry,
    File,
    FormVersion,
    Record,
    RecordDevice,
)
from tests.cli.hands import unsealed


@pytest.fixture
def sealed(shell, world):
    files.keep_file(b"a photo" * 9_000, "image/jpeg")
    return world.signed_sheet()


def change(model, **values):
    return lambda: model.update(**values)


LOSSES = {
    "a chain's row": (lambda: Chain.delete(), "its chain is gone"),
    "a counter": (lambda: Counter.delete(), "counter FW-"),
    "a counter that was set back": (change(Counter, last=0), "says 0, the last number is 1"),
    "a counter that went ahead": (change(Counter, last=7), "says 7"),
    "a list's row": (lambda: Record.delete(), "is in no list"),
    "a device of a list": (lambda: RecordDevice.delete(), "record_devices"),
    "a file's size": (change(File, size=3), "size says 3"),
    "a version's number": (
        change(FormVersion, version=FormVersion.version + 40),
        "its versions are numbered 41",
    ),
    "a client": (lambda: Client.delete(), "which is gone"),
}


@pytest.mark.parametrize("what", LOSSES)
def test_what_is_lost_is_named(shell, sealed, what):
    query, named = LOSSES[what]
    without_references(lambda: unsealed(query()))
    status, out, err = shell("verify")
    assert (status, err) == (1, "")
    assert named in out


def without_references(work) -> None:
    """As somebody with another program could."""
    if database.dialect_of() == "sqlite":
        database.database.pragma("foreign_keys", 0)
        work()
        database.database.pragma("foreign_keys", 1)
    else:
        work()


def test_every_entry_of_a_chain_that_is_gone_is_named(shell, sealed):
    without_references(lambda: unsealed(Chain.delete()))
    out = shell("verify")[1]
    assert all(f"{entry.number} #{entry.seq} chain" in out for entry in Entry.select())


def test_a_disclosure_of_no_entry_is_named(shell, sealed):
    body = Disclosure.get().body
    without_references(lambda: unsealed(Disclosure.insert(digest="x", entry=99_999, body=body)))
    assert "entry_id names 99999, which is gone" in shell("verify")[1]


def test_nobody_seals_beside_a_chain_that_is_gone(world, sealed):
    """A sentence, and the answers stay in the draft; not a second chain, and no bare 500."""
    without_references(lambda: unsealed(Chain.delete()))
    page = world.browser("chen")
    with pytest.raises(Exception, match="链"):
        world.signed_sheet()
    assert page.get("/").status_code == 200
    assert Chain.select().count() == 0


@pytest.mark.parametrize(
    "query",
    [
        lambda: Chain.delete(),
        lambda: Chain.update(length=0, head=""),
        lambda: Chain.update(length=Chain.length + 1, head="another"),
        lambda: Chain.update(name="client:99"),
    ],
)
def test_the_database_itself_refuses_to_change_a_chain(world, sealed, query):
    with pytest.raises(Exception, match="chains are sealed|FOREIGN KEY|foreign key"), database.transaction():
        query().execute()


# The heads beside the database


def heads_of(settings) -> Path:
    return settings.instance / "heads.txt"


def test_a_start_says_that_the_last_pages_are_gone(shell, world, settings):
    """The database of an hour ago under today's keys: a log that was lost or cut, a copy put back without a word."""
    if database.dialect_of() == "postgresql":
        pytest.skip("its file is the server's")
    world.signed_sheet()
    path = Path(os.environ["FIELDFORMS_DATABASE"].removeprefix("sqlite:///"))
    database.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    earlier = shutil.copyfile(path, settings.instance / "earlier")
    world.signed_sheet()
    database.database.close()
    shutil.copyfile(earlier, path)
    status, _out, err = shell("rebuild")
    assert status == 2 and "2 条" in err and "heads.txt" in err
    assert "the chain ends at 2" in shell("verify")[1]
    assert shell("accept-loss", stdin="no\n")[0] == 1
    assert shell("rebuild")[0] == 2
    assert shell("accept-loss", stdin="yes\n")[0] == 0
    assert shell("rebuild")[0] == 0
    assert shell("verify")[0] == 0


def test_the_first_start_after_an_upgrade_makes_the_file_without_alarm(shell, world, settings):
    world.signed_sheet()
    heads_of(settings).unlink()
    assert shell("rebuild")[0] == 0
    assert heads_of(settings).read_text().split()[1] == "2"


def test_a_power_cut_may_cut_its_last_line(shell, world, settings):
    world.signed_sheet()
    whole = heads_of(settings).read_bytes()
    for left in (whole[:-20], whole[:-1], b"", b"\0" * 50 + b"\n", b"\xff\xfe 3 \n"):
        heads_of(settings).write_bytes(left)
        assert shell("rebuild")[0] == 0


def test_what_was_taken_back_is_not_written_down(world, settings):
    world.signed_sheet()
    before = heads_of(settings).read_bytes()
    with pytest.raises(ZeroDivisionError), database.transaction():
        world.signed_sheet()
        raise ZeroDivisionError
    assert heads_of(settings).read_bytes() == before


def test_nothing_is_missing_where_nothing_is(shell, world):
    world.signed_sheet()
    assert shell("accept-loss", "--yes") == (0, "什么也不缺。\n", "")
