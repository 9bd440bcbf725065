"""The log: one JSON object a line, each with time (UTC), level and event. No values of fields, no tokens, no names; what is in
it is written by json, so that no line break of anybody's begins a line. docs/operations.md says which events there are.

Imports nothing of ours.
"""

import json
import logging
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime

LOGGER = logging.getLogger("fieldforms")


def tell_event(level: int, event: str, **facts) -> None:
    """`facts` without a value are left out."""
    if LOGGER.isEnabledFor(level):
        LOGGER.log(level, line_of_event(level, event, facts))


def line_of_event(level: int, event: str, facts: dict) -> str:
    said = {name: value for name, value in facts.items() if value is not None}
    time = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return json.dumps({"time": time, "level": logging.getLevelName(level).lower(), "event": event, **said})


def places_of_error(error: BaseException | None) -> Iterator[str]:
    """The exception and what led to it, each with its places, the innermost last. Not what it says: that may be anybody's."""
    while error:
        yield type(error).__name__
        for frame in traceback.extract_tb(error.__traceback__):
            yield f"{frame.filename}:{frame.lineno} {frame.name}"
        error = error.__cause__ or error.__context__


class JsonLines(logging.Formatter):
    """Ours as they are. Of what libraries say, what fills their sentences is left out: waitress would write an address with its
    token, and they break lines."""

    def format(self, record: logging.LogRecord) -> str:
        if record.name == LOGGER.name:
            return record.getMessage()
        error = list(places_of_error(record.exc_info[1])) if record.exc_info else None
        facts = {"logger": record.name, "says": str(record.msg), "error": error}
        return line_of_event(record.levelno, "library", facts)


def log_to_stderr() -> None:
    """Ours from INFO on, libraries' from WARNING on. However often this is called, each line is written once."""
    handler, root = logging.StreamHandler(), logging.getLogger()
    handler.setFormatter(JsonLines())
    for before in list(root.handlers):
        if isinstance(before.formatter, JsonLines):
            root.removeHandler(before)
    root.addHandler(handler)
    LOGGER.setLevel(logging.INFO)
