"""What every way in ends with: which browser it is, and that it is this person's from now on."""

from flask import request

from fieldforms.flow.people import sessions
from fieldforms.store.models import Session
from fieldforms.web import access
from fieldforms.web.access import me, person


def this_browser() -> tuple[str, bool, str]:
    return access.device_name(), access.is_phone(), request.remote_addr or ""


def sign_in_anew(row: Session, token: str) -> None:
    """Whoever was signed in on this browser no longer is."""
    if person():
        sessions.sign_out(me().session)
    access.sign_browser_in(row, token)
