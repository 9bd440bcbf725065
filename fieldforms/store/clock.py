"""The server's clock: UTC milliseconds, in one place."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

SECOND = 1000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY_MS = 24 * HOUR
END_MS = 253_402_300_800_000  # the year 9999: later than all

told: ContextVar[int | None] = ContextVar("told", default=None)


def now() -> int:
    told_now = told.get()
    return time.time_ns() // 1_000_000 if told_now is None else told_now


SET_RIGHT = DAY_MS  # by so much a clock may be set back, and what was begun before still counts


def is_within(begun: int, end: int) -> bool:
    """Is it after `begun` and before `end` (UTC ms)? On a clock that was set back far before `begun` nothing counts:
    a link for seven days would live for years."""
    return begun - SET_RIGHT <= now() < end


@contextmanager
def pretend_now(ms: int) -> Iterator[None]:
    """Let it be this moment (UTC ms) for what is called inside, in this thread: the demonstration's past, and tests."""
    token = told.set(ms)
    try:
        yield
    finally:
        told.reset(token)
