"""What must survive is whole or not there: never half of it, and never without its name."""

import errno
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


@pytest.mark.parametrize("said", [errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS])
def test_a_disk_without_links_keeps_the_first_one_too(tmp_path, monkeypatch, said):
    """exFAT on a stick, a share through FUSE."""

    def refuse(_source, _place):
        raise OSError(said, os.strerror(said))

    monkeypatch.setattr(os, "link", refuse)
    test_the_first_one_stays_where_it_is_made_once(tmp_path)


def test_what_its_folder_does_not_keep_is_not_left_there(tmp_path, monkeypatch):
    """The disk fails at the very last: the name was given, and is taken back."""

    def refuse(_folder):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(kept_files, "sync_folder", refuse)
    with pytest.raises(OSError):
        kept_files.write_whole(tmp_path / "a", b"first", anew=True)
    assert list(tmp_path.iterdir()) == []
