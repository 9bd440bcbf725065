"""The JSON inside a seal, read as what somebody else may have written: how deep and how long it is shows before it is parsed."""

import json
import re

MOST_LEVELS = (
    32  # rows of a repeat are five or six; a parser gives up somewhere near a thousand, each at another place
)
MOST_BYTES = 32 * 1024 * 1024  # what the largest request may bring
# A string, also one without its end: so that no text is looked at twice.
TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*+"?|[\[\]{}]', re.DOTALL)


def read_json(raw: bytes):
    """The value. Raises ValueError for what is no JSON, too deep or too long."""
    refuse_unparsable(raw)
    return DECODER.decode(raw.decode(json.detect_encoding(raw), "surrogatepass"))


def read_disclosure(raw: bytes) -> tuple[str, object]:
    """(name, value) of [salt, name, value] (RFC 9901 §4.2.1). Raises ValueError for anything else."""
    parts = read_json(raw)
    if not isinstance(parts, list) or [type(part) for part in parts[:2]] != [str, str] or len(parts) != 3:
        raise ValueError("not [salt, name, value]")
    return parts[1], parts[2]


def refuse_unparsable(raw: bytes) -> None:
    """Raises ValueError for what `read_json` would not parse."""
    if len(raw) > MOST_BYTES:
        raise ValueError(f"more than {MOST_BYTES} bytes")
    if raw.count(b"[") + raw.count(b"{") > MOST_LEVELS:  # else it can't be so deep
        check_levels(raw)


def check_levels(raw: bytes) -> None:
    level = 0
    for token in TOKEN.finditer(raw):
        level += LEVELS.get(token[0], 0)
        if level > MOST_LEVELS:
            raise ValueError(f"more than {MOST_LEVELS} levels deep")


LEVELS = {b"[": 1, b"{": 1, b"]": -1, b"}": -1}


def refuse_constant(name: str):
    raise ValueError(f"{name} is no JSON")


DECODER = json.JSONDecoder(
    parse_constant=refuse_constant
)  # as json.loads makes anew for each of an entry's thirty
