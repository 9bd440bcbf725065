"""What programs ask every server for: GET /healthz, 200 while the database can be written; what robots may read, the icon."""

from flask import Blueprint, make_response

from fieldforms.store import upkeep
from fieldforms.web import static

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
def show():
    upkeep.check_writable()
    return {"status": "ok"}


@blueprint.get("/robots.txt")
def robots():
    """Nothing here is for search engines."""
    return file_of_server(b"User-agent: *\nDisallow: /\n", "text/plain; charset=utf-8")


@blueprint.get("/favicon.ico")
def icon():
    """For programs that do not read the page's own link."""
    return file_of_server(static.body(static.STATIC_FOLDER / "icon.svg"), "image/svg+xml")


def file_of_server(body: bytes, media_type: str):
    response = make_response(body)
    response.headers["Content-Type"] = media_type
    response.headers["Cache-Control"] = f"public, max-age={24 * 3600}"
    return response
