"""Many at once: connections that never finish their request, and the same request from everywhere."""

import socket
import time
from contextlib import ExitStack

import pytest

from tests.faults.sheets import Sheet
from tests.shared import at_once

pytestmark = pytest.mark.long

HALF_OPEN = 300
BEGUN = {
    "nothing": b"",
    "half a line": b"GET /heal",
    "half the headers": b"GET /healthz HTTP/1.1\r\nHost: ff\r\n",
    "half a body": b"POST /sign-in HTTP/1.1\r\nHost: ff\r\nContent-Length: 1000\r\n\r\nlogin=",
}


@pytest.mark.parametrize("begun", BEGUN)
def test_300_half_open_connections_keep_nobody_out(server, begun, record_property):
    """How long eight probes take is written down with the results, and is no reason to fail."""
    with ExitStack() as crowd:
        for _ in range(HALF_OPEN):
            connection = crowd.enter_context(socket.create_connection(server.address, timeout=60))
            connection.sendall(BEGUN[begun])
        started = time.perf_counter()
        answers = at_once(*[lambda: server.phone().get("/healthz")] * 8)
        record_property("seconds", round(time.perf_counter() - started, 3))
        assert [getattr(answer, "status", answer) for answer in answers] == [200] * 8


def test_the_same_sheet_from_32_connections_at_once_is_one_record(server, shared_house):
    sheet = Sheet(shared_house)
    answers = at_once(*[lambda: sheet.complete(server.phone())] * 32)
    assert {getattr(answer, "status", answer) for answer in answers} == {303}
    assert {answer.location for answer in answers} == {f"/records/{sheet.number}/signature"}
    assert shared_house.rows("SELECT number FROM entries WHERE draft = ?", sheet.uuid) == [(sheet.number,)]
    again = sheet.complete(server.phone(), request="另一件事")
    assert again.status == 409
    assert shared_house.rows("SELECT count(*) FROM entries WHERE record = ?", sheet.record) == [(1,)]
