"""Drafts this browser opened where nobody may take photos: of what was never saved only the browser knows where it is filled."""

from flask import session

WITHOUT_PHOTOS = "without_photos"
MOST_DRAFTS_REMEMBERED = 20


def remember_whether_photos(uuid: str, allowed: bool) -> None:
    """As the newest page of it says: a room's rules change, too."""
    if allowed and not is_remembered(uuid):
        return
    known = [each for each in session.get(WITHOUT_PHOTOS, ()) if each != uuid]
    session[WITHOUT_PHOTOS] = known if allowed else [*known, uuid][-MOST_DRAFTS_REMEMBERED:]


def is_remembered(uuid: str) -> bool:
    return uuid in session.get(WITHOUT_PHOTOS, ())
