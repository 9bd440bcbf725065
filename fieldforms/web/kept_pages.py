"""Which pages a phone's worker may keep for its owner (static/root/sw.js): those that say so. And whose the phone is now."""

import json

from flask import g, request, session

from fieldforms.flow.people import sessions
from fieldforms.web import access, page

BLANK = (
    "blank"  # asks for a form's page as a phone keeps it, to begin sheets with (web/filling/kept_rooms.py)
)
OUT_OF_SIGHT = (403, 404, 410)  # what was kept of it is no longer theirs to see
FROM_PHONE_WORKER = "X-Worker"  # a request of the worker's, or of what sends for it


def is_phone_worker() -> bool:
    return FROM_PHONE_WORKER in request.headers


LONGEST_ABOUT = (
    2_000  # bytes: proxies take a few kB of headers; a sheet about hundreds of devices is not kept
)


def let_phone_keep(about: dict | None = None) -> None:
    """This page may wait in the browser of whoever is signed in: nothing on it is confidential or a client's own.
    `about`: by which the phone judges later whether it may still (flow/filling/kept_subjects.py)."""
    g.about = json.dumps(about or {}, separators=(",", ":"))
    g.may_be_kept = len(g.about) <= LONGEST_ABOUT


def forbid_phone_to_keep() -> None:
    """Nor what it may have kept under this address before: it has become confidential, or is not theirs to see any more."""
    g.may_be_kept = False


def keep_unless(secret: bool, about: dict) -> None:
    if secret:
        forbid_phone_to_keep()
    else:
        let_phone_keep(about)


def tell_phone_worker(response) -> None:
    """Said to nobody else: pages that are opened without a worker do not carry it."""
    if not is_phone_worker():
        return
    response.headers["X-Owner"] = owner_in_words()
    response.headers["X-Lang"] = page.lang()
    may_be_kept = g.get("may_be_kept")
    if may_be_kept:
        response.headers["X-Keep"] = "1"
        response.headers["X-About"] = g.about
    elif may_be_kept is False or response.status_code in OUT_OF_SIGHT:
        response.headers["X-Drop"] = "1"


def owner_in_words() -> str:
    """A user's id; "handed": the phone is in a client's hands; "" nobody; "gone": their session on it was ended by somebody."""
    who = access.person()
    if who is None:
        token = session.get("_user_id", "")
        return "gone" if token and sessions.is_lost(token) else ""
    return "handed" if who.session.handed_draft else str(who.id)
