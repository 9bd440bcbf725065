"""While an archive is made others erase, and others make one, too."""

import os
import threading
import zipfile
from pathlib import Path

import pytest

from fieldforms.store import database
from fieldforms.store.files import files
from tests.cli.hands import PHOTO, leave
from tests.kept.loading import Kept
from tests.kept.make import KEPT


@pytest.mark.parametrize("while_it_writes", ["database/", "files/"])
def test_who_erases_a_photo_meanwhile_breaks_no_archive(shell, kept, monkeypatch, while_it_writes):
    photo = files.digest_of(PHOTO)

    class Watched(zipfile.ZipInfo):
        def __init__(self, filename, *more, **named):
            super().__init__(filename, *more, **named)
            if filename.startswith(while_it_writes):
                one = threading.Thread(target=erase, args=(photo,))
                one.start()
                one.join()

    monkeypatch.setattr(zipfile, "ZipInfo", Watched)
    status, out, err = shell("backup", str(kept))
    assert (status, err) == (0, "") and str(kept) in out
    with zipfile.ZipFile(kept) as opened:
        held = f"files/{photo[:2]}/{photo}" in opened.namelist()
    assert held == (while_it_writes == "files/"), "as of its moment, or of the next one"


def erase(digest: str) -> None:
    """Somebody else, on a connection of theirs."""
    with database.transaction():
        files.erase_file(digest)
    database.database.close()


def test_who_takes_the_name_meanwhile_keeps_it(shell, kept, monkeypatch):
    others_come_first(monkeypatch, 1)
    status, out, err = shell("backup", str(kept))
    assert (status, out) == (2, "") and str(kept) in err
    assert kept.read_bytes() == b"another's"
    assert [path.name for path in kept.parent.iterdir()] == ["whole.zip"]


def others_come_first(monkeypatch, times: int) -> None:
    """Another process gives its archive the name just before we do."""
    usual, left = os.link, [b"another's"] * times

    def link(source, place):
        if left:
            Path(place).write_bytes(left.pop())
        usual(source, place)

    monkeypatch.setattr(os, "link", link)


def test_of_two_that_start_together_each_makes_its_archive_before_a_migration(
    shell, settings, engine, database_url, monkeypatch
):
    if engine == "postgresql":
        pytest.skip("its administrators have their own (docs/operations.md)")
    Kept(KEPT / "0018", engine, database_url, settings.instance).load()
    leave()
    others_come_first(monkeypatch, 2)
    assert shell("migrate")[0] == 0
    made = sorted(path.read_bytes()[:9] for path in (settings.instance / "backups").glob("*-before-0019.zip"))
    assert made[1:] == [b"another's"] * 2 and made[0][:2] == b"PK"
