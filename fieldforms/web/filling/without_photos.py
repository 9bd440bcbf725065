"""Drafts this browser opened where nobody may take photos: of what was never saved only the browser knows where it is filled."""

from flask import session

WITHOUT_PHOTOS = "without_photos"
MOST_DRAFTS_REMEMBERED = 20


def remember_no_photos(uuid: str) -> None:
    known = [each for each in session.get(WITHOUT_PHOTOS, ()) if each != uuid]
    session[WITHOUT_PHOTOS] = [*known, uuid][-MOST_DRAFTS_REMEMBERED:]


def is_remembered(uuid: str) -> bool:
    return uuid in session.get(WITHOUT_PHOTOS, ())
