"""What every way in ends with: which browser it is, and that it is this person's from now on."""

from flask import request, url_for

from fieldforms.flow.people import second_factors, sessions
from fieldforms.store.models import Session
from fieldforms.web import access


def this_browser() -> tuple[str, bool, str]:
    return access.device_name(), access.is_phone(), request.remote_addr or ""


def sign_in_anew(row: Session, token: str) -> None:
    """Whoever was signed in on this browser no longer is."""
    if before := access.session_of_browser():
        sessions.sign_out(before)
    access.sign_browser_in(row, token)


def next_page(row: Session, wanted: str) -> str:
    """Where the first factor leads: to the second, to setting one up where the role must have one, else where one was going."""
    if second_factors.is_code_due(row):
        return url_for("second_factors.ask", next=wanted)
    if second_factors.is_missing(row.user):
        return url_for("second_factors.new", next=wanted)
    return wanted
