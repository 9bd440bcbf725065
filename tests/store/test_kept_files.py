"""What must survive is whole or not there: never half of it, and never without its name."""

import os
import stat

import pytest

from fieldforms import kept_files


def test_it_is_there_whole_and_nobody_elses_to_read(tmp_path):
    kept_files.write_whole(tmp_path / "new" / "a", b"whole")
    assert (tmp_path / "new" / "a").read_bytes() == b"whole"
    assert stat.S_IMODE((tmp_path / "new" / "a").stat().st_mode) == 0o600


def test_what_fails_half_way_leaves_what_was_there_and_nothing_beside_it(tmp_path):
    (tmp_path / "a").write_bytes(b"before")
    with pytest.raises(ZeroDivisionError), kept_files.writing_whole(tmp_path / "a") as stream:
        stream.write(b"half")
        stream.flush()
        raise ZeroDivisionError
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"before")]


def test_the_first_one_stays_where_it_is_made_once(tmp_path):
    kept_files.write_whole(tmp_path / "a", b"first", anew=True)
    with pytest.raises(FileExistsError):
        kept_files.write_whole(tmp_path / "a", b"second", anew=True)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"first"]


def test_the_disk_has_it_before_it_has_its_name(tmp_path, monkeypatch):
    """A disk that can't: the file of before stays, and nothing is left beside it."""

    def refuse(_handle):
        raise OSError(5, "Input/output error")

    (tmp_path / "a").write_bytes(b"before")
    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError):
        kept_files.write_whole(tmp_path / "a", b"after")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"before"]
