"""A connection that is cut: of half a request nothing is to be seen, and sending it again works."""

import hashlib
import socket
import struct
from urllib.parse import urlencode

import pytest

from tests.faults.house import Phone
from tests.faults.sheets import Sheet, picture

RESET = struct.pack("ii", 1, 0)  # close() as a lost network: RST instead of FIN
# A worker judges earlier surveys once, at its first look (flow/record/earlier_surveys.py).
ASKED_FOR = "audit WHERE action <> 'surveys.guard'"
TABLES = ("drafts", "entries", "files", "uploads", "records", ASKED_FOR, "counters")


@pytest.fixture
def phone(server) -> Phone:
    return server.phone()


def request(phone: Phone, path: str, body: bytes, type: str, more: str = "") -> bytes:
    """The bytes of a POST as they go over the wire."""
    headers = phone.headers | {"Host": "ff", "Content-Type": type, "Content-Length": str(len(body))}
    lines = [f"POST {path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def photo(phone: Phone, sheet: Sheet) -> bytes:
    sent = hashlib.sha256(sheet.photo).hexdigest()
    return request(phone, f"/drafts/{sheet.uuid}/photos/{sent}", sheet.photo, "image/jpeg")


def save(phone: Phone, sheet: Sheet) -> bytes:
    body = urlencode(sheet.body()).encode()
    return request(phone, f"/drafts/{sheet.uuid}", body, "application/x-www-form-urlencoded")


def entry(phone: Phone, sheet: Sheet) -> bytes:
    body = urlencode(sheet.body(whole="1")).encode()
    return request(phone, f"/drafts/{sheet.uuid}/entry", body, "application/x-www-form-urlencoded")


def cut(phone: Phone, wire: bytes, at: int, reset: bool, replied: int = 0) -> None:
    """Send the first `at` bytes, wait for `replied` bytes of the answer, and be gone."""
    with socket.create_connection(phone.address, timeout=60) as connection:
        connection.sendall(wire[:at])
        if replied:
            connection.recv(replied)
        if reset:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)


def places(wire: bytes) -> list[int]:
    """In the first line, in the headers, before the body, in it, and one byte before its end."""
    body = wire.index(b"\r\n\r\n") + 4
    return [5, body // 2, body - 1, body, body + 1, (body + len(wire)) // 2, len(wire) - 1]


def contents(house) -> list:
    kept = sorted(path.name for path in (house.folder / "files").glob("**/*") if path.is_file())
    return [house.rows(f"SELECT count(*) FROM {table}") for table in TABLES] + kept


@pytest.mark.parametrize("reset", [False, True], ids=["hung up", "lost"])
@pytest.mark.parametrize("wire", [photo, save, entry])
def test_half_a_request_is_nothing(shared_house, phone, wire, reset):
    sheet = Sheet(shared_house, picture())
    before = contents(shared_house)
    whole = wire(phone, sheet)
    for at in places(whole):
        cut(phone, whole, at, reset)
        assert phone.get("/healthz").status == 200
    assert contents(shared_house) == before
    assert sheet.hand_in(phone).status == 303
    assert f"/photos/{sheet.kept}" in phone.get(f"/records/{sheet.number}").text


@pytest.mark.parametrize("wire", [photo, save, entry])
def test_a_lost_answer_is_given_again(shared_house, phone, wire):
    sheet = Sheet(shared_house, picture())
    if wire is entry:
        assert sheet.send_photo(phone).status == 201
    whole = wire(phone, sheet)
    cut(phone, whole, len(whole), reset=True, replied=1)
    uploads = shared_house.rows("SELECT count(*) FROM uploads WHERE draft = ?", sheet.uuid)
    sealed = shared_house.rows("SELECT number FROM entries WHERE draft = ?", sheet.uuid)
    assert (uploads, len(sealed)) == ([(int(wire is not save),)], int(wire is entry))
    assert sheet.hand_in(phone).status == 303
    assert shared_house.rows("SELECT number FROM entries WHERE draft = ?", sheet.uuid) == [(sheet.number,)]
    assert sealed in ([], [(sheet.number,)])


def test_a_body_cut_between_its_chunks_is_nothing(shared_house, phone):
    sheet = Sheet(shared_house, picture())
    before = contents(shared_house)
    head, _, body = photo(phone, sheet).partition(b"\r\n\r\n")
    lines = [line for line in head.split(b"\r\n") if not line.startswith(b"Content-Length")]
    chunked = b"\r\n".join([*lines, b"Transfer-Encoding: chunked"]) + b"\r\n\r\n"
    for sent in (b"", b"ff", b"1000\r\n" + body[:100], b"1000\r\n" + body[:0x1000] + b"\r\n"):
        cut(phone, chunked + sent, 1 << 30, reset=False)
        assert phone.get("/healthz").status == 200
    assert contents(shared_house) == before
