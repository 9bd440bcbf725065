"""Numbers of sheets as people type them: fw2026110012, ＦＷ—202611－0012, FW 202611 0012."""

import re

from fieldforms.forms import reading
from fieldforms.store.library import definitions

TYPED_NUMBER = re.compile(r"([A-Z][A-Z0-9]{0,9}?)[\s-]*(\d{4})[\s-]*(\d\d)[\s-]*(\d{4,9})")
BEGINNING = re.compile(r"[\w\s-]+", re.ASCII)


def number_as_typed(text: str) -> str:
    """The number as sheets have it, "" of anything else: a serial number may look alike, so only our forms' prefixes count."""
    found = TYPED_NUMBER.fullmatch(reading.read_code(text).translate(reading.DASHES).upper())
    if not found or found[1] not in {definitions.read_definition(row).number for row in definitions.in_use()}:
        return ""
    return f"{found[1]}-{found[2]}{found[3]}-{found[4]}"


def with_plain_number(text: str) -> str:
    """What begins with a number as people type it (and goes on: .pdf, /photos/…), with the number as sheets have it; where only
    its case is another, it is read as it stands."""
    dashed = text.translate(reading.DASHES)
    found = BEGINNING.match(dashed)
    number = number_as_typed(found[0]) if found else ""
    is_plain = not number or text.upper().startswith(number)
    return text if found is None or is_plain else number + dashed[found.end() :]
