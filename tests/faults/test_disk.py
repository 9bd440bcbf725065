"""The disk fills up, breaks, or may only be read: a sentence and 507, reads go on, and it goes on when there is room."""

import pytest

from tests.faults.disk import failing, full, small_disk
from tests.faults.house import sentence, serving
from tests.faults.sheets import Sheet, picture

NO_ROOM = {
    "zh": "服务器存储已满或不可写，内容没有保存，请联系管理员。",
    "en": "The server&#39;s storage is full or cannot be written to.",
}
BROKEN = {
    "a full disk": ("pwrite64", "ENOSPC"),
    "a disk that may only be read": ("pwrite64", "EROFS"),
    "a disk that loses what it was given": ("fsync,fdatasync", "EIO"),
}


class Work:
    """A sealed sheet, and one that is being filled, before the disk fails."""

    def __init__(self, server, lang: str = "zh"):
        self.house, self.phone, self.lang = server.house, server.phone(), lang
        self.house.change(f"UPDATE users SET language = '{lang}'")
        self.sealed, self.begun = Sheet(self.house), Sheet(self.house, picture())
        assert self.sealed.hand_in(self.phone).status == 303
        assert self.begun.save(self.phone, request="先前保存的").status == 303
        self.before = self.contents()

    def contents(self) -> list[list[tuple]]:
        tables = ("drafts", "entries", "disclosures", "files", "uploads", "counters", "chains")
        tables += ("audit WHERE action <> 'surveys.guard'",)  # a worker's, at its first look
        return [self.house.rows(f"SELECT * FROM {table} ORDER BY id") for table in tables]

    def is_refused(self) -> None:
        """Each write with the sentence in the reader's language."""
        for answer in (
            self.begun.save(self.phone, request="新的"),
            self.begun.complete(self.phone),
            self.begun.send_photo(self.phone),
            Sheet(self.house).save(self.phone),
        ):
            assert answer.status == 507
            assert sentence(answer.text).startswith(NO_ROOM[self.lang])
        assert self.phone.get("/healthz").status == 507

    def is_readable(self) -> None:
        assert "先前保存的" in self.phone.get(f"/drafts/{self.begun.uuid}").text
        for page in (
            "/",
            "/records",
            f"/records/{self.sealed.number}",
            "/devices",
            f"/records/{self.sealed.number}.pdf",
        ):
            assert self.phone.get(page).status == 200, page

    def is_untouched(self) -> None:
        assert self.contents() == self.before
        assert list((self.house.folder / "files").glob("**/*.part")) == []

    def goes_on(self) -> None:
        assert self.begun.hand_in(self.phone).status == 303
        assert self.begun.number == self.sealed.number[:-4] + "0002"
        assert self.phone.get("/healthz").status == 200
        verified = self.house.run("verify")
        assert verified.returncode == 0, verified.stdout


@pytest.mark.parametrize("broken", BROKEN)
def test_what_cannot_be_written_is_said_and_nothing_is_half_written(house, broken):
    with serving(house) as server:
        work = Work(server)
        with failing(server, *BROKEN[broken]):
            work.is_refused()
            work.is_readable()
            work.is_untouched()
        work.goes_on()


def test_a_full_disk_takes_nothing_and_goes_on_when_there_is_room(prepared_house, tmp_path):
    folder = tmp_path / "disk"
    with small_disk(folder, 8), serving(prepared_house.copy(folder)) as server:
        work = Work(server, lang="en")
        with full(folder):
            work.is_refused()
            work.is_readable()
            work.is_untouched()
        work.goes_on()


def test_a_phone_that_is_seen_again_reads_on_a_full_disk(prepared_house, tmp_path):
    """Each page of somebody who was away would note that they are back."""
    folder = tmp_path / "disk"
    with small_disk(folder, 8):
        house = prepared_house.copy(folder)
        with serving(house) as server:
            assert server.phone().get("/records").status == 200
            house.change("UPDATE sessions SET seen_at = seen_at - 3600000")
            with full(folder):
                assert server.phone().get("/records").status == 200


def test_a_server_without_room_does_not_start_and_says_why(prepared_house, tmp_path):
    folder = tmp_path / "disk"
    with small_disk(folder, 8):
        house = prepared_house.copy(folder)
        with full(folder):
            refused = house.run("serve")
    assert refused.returncode == 2
    assert "FIELDFORMS_DATABASE" in refused.stderr
    assert "Traceback" not in refused.stderr
