"""The addresses of single things, as their rules take them: a number that the database's integers can hold.

And those that people hand on, on labels and in chats: one reader takes the tails off them all, whatever they lead to.
"""

import re

from flask import redirect, request

from fieldforms.forms import reading
from fieldforms.web import access, inputs

CLIENT_RULE = f"/clients/<int(max={inputs.MOST_ID}):client_id>"
DOCUMENT_RULE = f"/documents/<int(max={inputs.MOST_ID}):document_id>"
CONTACT_RULE = f"/contacts/<int(max={inputs.MOST_ID}):contact_id>"
DEVICE_RULE = f"/devices/<int(max={inputs.MOST_ID}):device_id>"
PART_RULE = f"/parts/<int(max={inputs.MOST_ID}):part_id>"
PLAN_RULE = f"/plans/<int(max={inputs.MOST_ID}):plan_id>"
ROOM_RULE = f"/rooms/<int(max={inputs.MOST_ID}):room_id>"
KNOWN_FAULT_RULE = f"/known-faults/<int(max={inputs.MOST_ID}):fault_id>"
MODEL_RULE = f"/models/<int(max={inputs.MOST_ID}):model_id>"

DEVICE_READERS = (
    "technician",
    "dispatcher",
    "supervisor",
    "manager",
    "admin",
)  # of the lists of devices and models

HANDED_ON = re.compile(r"/(?:[dDsrev]|records)/[\w-]", re.ASCII)
GROUPED = re.compile(r"/[dD]/")  # what a label carries is read in groups, too: 7K3Q F9X2 MN
TAIL_OF_TOKEN = re.compile(r"[^\w/.\-].*", re.ASCII | re.DOTALL)
TAIL_OF_ADDRESS = re.compile(r"[^\w/.\-\s‐‑–—].*|[^\x00-\x7f‐‑–—\s].*", re.DOTALL)


def lead_past_tail():
    """Before anything looks at a request: an address with a tail leads to the one without (who reads it)."""
    clean = address_without_tail(request.path)
    if clean == request.path or not access.is_read():
        return None
    query = request.query_string.decode("latin-1")
    return redirect(f"{clean}?{query}" if query else clean)


def address_without_tail(path: str) -> str:
    """`/s/TOKEN` of `/s/TOKEN/`, `/s/TOKEN。`, `/s/TOKEN&from=chat`, `/ｓ/TOKEN）请签字`: none of what ends a sentence, closes
    a bracket or begins a parameter is in a code, a token, a number or a page below them."""
    plain = reading.read_code(path)
    if not HANDED_ON.match(plain) or reading.CONTROL.search(path):  # nobody hands on control characters
        return path
    cut = (TAIL_OF_ADDRESS if GROUPED.match(plain) else TAIL_OF_TOKEN).sub("", plain).rstrip("/.").rstrip()
    return cut if HANDED_ON.match(cut) else path
