"""What the log says of requests: which page, by whom, how it ended, how long it took; never what was in it.

An address is told as its rule (`/s/<token>`), for what stands in it may be a secret; so is no query, no body, no header.
"""

import logging
import secrets
import time

from flask import g, request

from fieldforms import config, log_lines
from fieldforms.web import access

REQUEST_ID = "Request-Id"
ID_BYTES = 6
STATUSES_OF_REFUSAL = {401, 403, 404, 409, 410, 412, 419}  # of a write


def begin_request() -> None:
    g.begun = time.perf_counter()
    g.request_id = secrets.token_hex(ID_BYTES)


def note_refusal(problem: Exception) -> None:
    """By which of our refusals this request ends."""
    g.refusal = type(problem).__name__
    g.is_wrong_secret = getattr(problem, "is_wrong_secret", False)


def log_answer(response):
    response.headers[REQUEST_ID] = g.request_id
    event = event_of_answer(response.status_code)
    log_lines.tell_event(LEVELS_OF_EVENTS[event], event, **request_facts(response.status_code))
    return response


def event_of_answer(status: int) -> str:
    """What a reader of the log looks for; everything else is a `request`."""
    if status >= 500:
        return "error"
    if status == 429:
        return "throttled"
    if g.get("is_wrong_secret"):
        return "secret refused"
    if not access.is_read() and status in STATUSES_OF_REFUSAL:
        return "write refused"
    return "request"


LEVELS_OF_EVENTS = {
    "error": logging.ERROR,
    "throttled": logging.WARNING,
    "secret refused": logging.WARNING,
    "write refused": logging.WARNING,
    "request": logging.INFO,
}


def request_facts(status: int) -> dict:
    rule, session = request.url_rule, g.get("session")
    return {
        "request": g.request_id,
        "address": request.remote_addr if config.current.log_addresses else None,
        "method": request.method if request.method in METHODS else "?",
        "rule": rule.rule if rule else "?",
        "status": status,
        "ms": round((time.perf_counter() - g.begun) * 1000),
        "user": session.user_id if session else None,
        "refusal": g.get("refusal"),
    }


METHODS = {"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"}  # anything may be written there
