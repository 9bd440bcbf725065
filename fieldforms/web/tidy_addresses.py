"""Addresses that people pass on: a chat app or a sentence hangs things to their end, and the thing is found all the same.

Of labels (/d/), links to sign and to look (/s/, /r/), invitations (/e/), proofs (/v/) and sheets (/records/).
"""

import re
import unicodedata
from urllib.parse import quote

from flask import redirect, request

from fieldforms.flow.sheets import record_numbers
from fieldforms.web.access import is_read

PASSED_ON = re.compile(r"(/(?i:d|s|r|e|v|records)/)([\w./\s‐‑–—-]*).*", re.DOTALL | re.ASCII)
AFTER_IT = "./ ‐‑–—"  # tokens may end in the plain stroke
WORDS_AFTER = re.compile(r"\s.*", re.DOTALL)  # a label's characters are said in groups, others have no blanks


def tidy_path(path: str) -> str:
    """The path up to the first character that no such address has, without the full stops and strokes at its end."""
    found = PASSED_ON.fullmatch(unicodedata.normalize("NFKC", path))
    if not found:
        return path
    place, rest = found[1], found[2].strip()
    if place.lower() != "/d/":
        rest = WORDS_AFTER.sub("", record_numbers.with_plain_number(rest))
    if place != "/D/" or "/" in rest.strip("/. "):  # a label says it in capitals
        place = place.lower()
    return place + rest.rstrip(AFTER_IT) if rest.strip("./ ") else path


def lead_to_tidy_path():
    """Who looks at such an address is led to the plain one; what is posted goes where it was sent."""
    tidy = tidy_path(request.path)
    if not is_read() or tidy == request.path:
        return None
    asked = request.query_string.decode("latin-1")
    return redirect(quote(tidy) + (f"?{asked}" if asked else ""))
