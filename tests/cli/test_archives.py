"""`fieldforms backup` and `restore`: one file with everything, looked through before anything is touched."""

import os
import zipfile
from pathlib import Path

import pytest

from fieldforms.flow.archives import archive_keys
from fieldforms.store import database
from fieldforms.store.files import files
from fieldforms.store.models import Entry, Record
from tests.cli.hands import PHOTO, leave

PASSPHRASE = "a passphrase of some length"


def fingerprint(settings) -> dict[str, bytes]:
    """Everything there is, byte by byte, but what SQLite itself keeps beside its file."""
    found = [path for path in settings.instance.rglob("*") if path.is_file()]
    return {str(path): path.read_bytes() for path in found}


def test_everything_comes_back_and_what_was_there_stays_aside(shell, settings, kept, world):
    status, out, err = shell("backup", str(kept))
    assert (status, err) == (0, "") and str(kept) in out and "1 个" in out
    before = fingerprint(settings)
    world.signed_sheet()  # after the archive
    photo = next((settings.instance / "files").glob("??/*"))
    photo.write_bytes(b"spoilt")
    leave()
    status, out, err = shell("restore", str(kept), stdin="yes\n")
    assert (status, err) == (0, "") and "replaced-" in out
    leave()
    assert shell("verify") == (0, "2 条、1 条链：完好。\n", "")
    assert photo.read_bytes() == PHOTO
    (aside,) = settings.instance.glob("replaced-*")
    assert (aside / photo.relative_to(settings.instance)).read_bytes() == b"spoilt"
    for path in (settings.instance / "keys").iterdir():
        assert path.read_bytes() == before[str(path)]
    leave()
    assert shell("rebuild")[0] == 0, "what was sealed after the archive is missed by nobody"


def test_an_archive_and_its_keys_are_nobody_elses_to_read(shell, kept):
    shell("backup", str(kept))
    made = sorted(kept.parent.iterdir())
    assert [path.name for path in made] == ["whole.keys", "whole.zip"]
    assert [path.stat().st_mode & 0o077 for path in made] == [0, 0]
    assert b"PRIVATE" not in kept.read_bytes()
    with zipfile.ZipFile(kept) as opened:
        assert "keys" not in opened.namelist()


def test_one_that_is_there_is_not_overwritten(shell, kept):
    shell("backup", str(kept))
    whole = kept.read_bytes()
    status, out, err = shell("backup", str(kept))
    assert (status, out) == (2, "") and str(kept) in err
    assert kept.read_bytes() == whole


def test_without_a_yes_nothing_changes(shell, settings, kept):
    shell("backup", str(kept))
    leave()
    before = fingerprint(settings)
    for said in ("", "no\n"):
        status, out, err = shell("restore", str(kept), stdin=said)
        assert (status, err) == (1, "") and "什么也没有改" in out
        leave()
    assert fingerprint(settings) == before


DAMAGE = {
    "cut": lambda body: body[: len(body) // 2],
    "a byte in the database": lambda body: flip(body, 5_000),
    "a byte in a photo": lambda body: flip(body, body.rindex(PHOTO[:256]) + 300),
    "a byte near its end": lambda body: flip(body, len(body) - 400),
    "nothing": lambda body: b"",
}


def flip(body: bytes, at: int) -> bytes:
    return body[:at] + bytes([body[at] ^ 1]) + body[at + 1 :]


@pytest.mark.parametrize("how", DAMAGE)
def test_what_does_not_fit_its_list_is_not_restored(shell, settings, kept, how):
    shell("backup", str(kept))
    body = kept.read_bytes()
    kept.write_bytes(DAMAGE[how](body))
    leave()
    before = fingerprint(settings)
    status, out, err = shell("restore", str(kept), "--yes")
    assert (status, out) == (2, "") and str(kept) in err and "Traceback" not in err
    leave()
    assert fingerprint(settings) == before


def test_an_archive_whose_seals_do_not_hold_is_refused_unless_somebody_insists(shell, settings, kept, world):
    Record.update(summary="改过").execute()
    leave()
    shell("backup", str(kept))
    leave()
    before = fingerprint(settings)
    status, _out, err = shell("restore", str(kept), "--yes")
    assert status == 2 and "1 处" in err and "--anyway" in err
    leave()
    assert fingerprint(settings) == before
    assert shell("restore", str(kept), "--yes", "--anyway")[0] == 0


def test_under_a_passphrase_the_keys_are_inside(shell, settings, kept, monkeypatch):
    monkeypatch.setenv("FIELDFORMS_BACKUP_PASSPHRASE", PASSPHRASE)
    shell("backup", str(kept))
    assert [path.name for path in kept.parent.iterdir()] == ["whole.zip"]
    leave()
    monkeypatch.setenv("FIELDFORMS_BACKUP_PASSPHRASE", PASSPHRASE.upper())
    status, _out, err = shell("restore", str(kept), "--yes")
    assert status == 2 and "FIELDFORMS_BACKUP_PASSPHRASE" in err
    leave()
    monkeypatch.setenv("FIELDFORMS_BACKUP_PASSPHRASE", PASSPHRASE)
    (settings.instance / "keys").rename(settings.instance / "lost")
    assert shell("restore", str(kept), "--yes")[0] == 0
    leave()
    assert shell("verify")[0] == 0


def test_without_any_keys_it_says_which_file_is_missing(shell, settings, kept):
    shell("backup", str(kept))
    leave()
    (settings.instance / "keys").rename(settings.instance / "lost")
    beside = archive_keys.keys_beside(kept)
    beside.rename(beside.with_name("elsewhere"))
    status, _out, err = shell("restore", str(kept), "--yes")
    assert status == 2 and str(beside) in err


def test_a_disk_that_refuses_leaves_no_half_archive(shell, settings, kept, monkeypatch):
    def refuse(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    status, out, err = shell("backup", str(kept))
    assert (status, out) == (2, "") and "存储已满" in err
    assert list(kept.parent.iterdir()) == []


def test_while_somebody_serves_nothing_is_restored(shell, kept, world):
    shell("backup", str(kept))
    Entry.get()  # connected
    if database.dialect_of() == "postgresql":
        pytest.skip("this process' own connection is the one that restores")
    status, _out, err = shell("restore", str(kept), "--yes")
    assert status == 2 and "fieldforms serve" in err


def test_a_restore_that_was_killed_is_said_by_the_next_start(shell, settings, kept):
    marker = settings.instance / "restore-unfinished"
    marker.write_text("/somewhere/replaced-20261130-120000")
    status, _out, err = shell("rebuild")
    assert status == 2 and "fieldforms restore" in err and "/somewhere/replaced" in err
    marker.unlink()
    assert shell("rebuild")[0] == 0


def test_a_file_that_is_lost_already_is_said_and_the_rest_is_kept(shell, settings, kept):
    next((settings.instance / "files").glob("??/*")).unlink()
    status, out, err = shell("backup", str(kept))
    assert status == 0 and str(kept) in out and files.digest_of(PHOTO)[:12] in err


def test_a_log_that_was_left_behind_never_meets_the_restored_database(shell, settings, kept, engine):
    if engine != "sqlite":
        pytest.skip("PostgreSQL has no such file")
    shell("backup", str(kept))
    leave()
    path = Path(os.environ["FIELDFORMS_DATABASE"].removeprefix("sqlite:///"))
    path.with_name(f"{path.name}-wal").write_bytes(b"of another database" * 99)
    assert shell("restore", str(kept), "--yes")[0] == 0
    leave()
    assert shell("verify")[0] == 0
    assert any((aside / path.name).exists() for aside in path.parent.glob("replaced-*"))
