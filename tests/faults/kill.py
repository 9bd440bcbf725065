"""kill -9 while many phones hand in sheets; what must hold afterwards. Tests run some cycles, the soak hundreds."""

import http.client
import random
import re
import threading
from collections import Counter
from itertools import count

from tests.faults.house import House, Server
from tests.faults.sheets import Sheet, picture

PHONES = 16
MOST_ANSWERS = 40  # after so many acknowledged requests, at most, the server dies
REFUSALS = (OSError, http.client.HTTPException)


class Storm:
    """Phones that hand in one sheet after the other until the server is killed under them."""

    def __init__(self, server: Server, photos: list[bytes], answers: int):
        self.server, self.photos = server, photos
        self.left, self.enough, self.lock = answers, threading.Event(), threading.Lock()
        self.sheets: list[Sheet] = []
        self.wrong: list[str] = []

    def run(self) -> list[Sheet]:
        """The sheets that were begun, acknowledged or not."""
        phones = [threading.Thread(target=self.hand_in_sheets, args=(n,)) for n in range(PHONES)]
        for phone in phones:
            phone.start()
        self.enough.wait()
        self.server.kill()
        for phone in phones:
            phone.join()
        return self.sheets

    def hand_in_sheets(self, place: int) -> None:
        phone = self.server.phone()
        for n in count(place):
            sheet = Sheet(self.server.house, self.photos[n % len(self.photos)] if n % 3 == 0 else b"")
            self.sheets.append(sheet)
            try:
                answer = sheet.hand_in(phone)
            except REFUSALS:
                return
            if answer.status != 303:
                self.wrong.append(f"{answer.status}: {answer.text[:300]}")
            self.acknowledged()

    def acknowledged(self) -> None:
        with self.lock:
            self.left -= 1
            if self.left <= 0:
                self.enough.set()


def cycles(house: House, how_many: int, seed: int, say=lambda _line: None) -> list[Sheet]:
    """Kill so many times; after each restart the phones send once more what they have sent. All sheets of all cycles."""
    chance, photos = random.Random(seed), [picture() for _ in range(6)]
    everything: list[Sheet] = []
    server = Server(house)
    try:
        for cycle in range(how_many):
            storm = Storm(server, photos, chance.randint(1, MOST_ANSWERS))
            sheets = storm.run()
            assert not storm.wrong, storm.wrong[0]
            told = sum(bool(sheet.number) for sheet in sheets)
            server = Server(house)
            send_again(server, sheets)
            everything += sheets
            say(
                f"cycle {cycle + 1}: {len(sheets)} sheets begun, {told} acknowledged, {len(everything)} in all"
            )
    finally:
        server.stop()
    return everything


def send_again(server: Server, sheets: list[Sheet]) -> None:
    """Each sheet gets its number: what was acknowledged before the kill the same as then."""
    phone = server.phone()
    for sheet in sheets:
        told = sheet.number
        answer = sheet.hand_in(phone)
        assert answer.status == 303, (
            f"{answer.status} for {told or 'a sheet without answer'}: {answer.text[:300]}"
        )
        assert told in ("", sheet.number), f"{told} is {sheet.number} after the restart"
        if told:
            assert phone.get(f"/records/{told}").status == 200, told


def check(house: House, sheets: list[Sheet]) -> None:
    """Every sheet is there once, the numbers have no gap, what rows name lies on the disk, and every seal holds."""
    stored = house.rows("SELECT draft, number FROM entries WHERE seq = 1 ORDER BY number")
    assert dict(stored) == {sheet.uuid: sheet.number for sheet in sheets}
    assert [times for times in Counter(draft for draft, _number in stored).values() if times != 1] == []
    numbers = [int(re.search(r"\d+$", number).group()) for _draft, number in stored]
    assert sorted(numbers) == list(range(1, len(stored) + 1))
    assert house.rows("SELECT name, last FROM counters") == [(stored[0][1].rpartition("-")[0], len(stored))]
    assert house.rows("SELECT count(*) FROM records") == [(len(stored),)]
    files = house.folder / "files"
    for digest, size in house.rows("SELECT digest, size FROM files WHERE body IS NULL"):
        assert (files / digest[:2] / digest).stat().st_size == size, digest
    assert house.rows("PRAGMA integrity_check") == [("ok",)]
    assert house.rows("PRAGMA foreign_key_check") == []
    verified = house.run("verify")
    assert verified.returncode == 0, verified.stdout + verified.stderr
