"""Photos of a step being filled: sent one by one, so that a bad connection loses none."""

from flask import Blueprint, request, url_for

from fieldforms.errors import BadPhoto
from fieldforms.flow.filling import drafts, late_photos
from fieldforms.web import page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.file_responses import document_response, jpeg_response, posted_photo
from fieldforms.web.filling import without_photos

blueprint = Blueprint("photos", __name__)


@blueprint.post("/drafts/<uuid>/photos/<sent>")
@signed_in()
def add(uuid: str, sent: str):
    """`to`, in the address: the question it answers, when the page that would say so is not open any more."""
    if without_photos.is_remembered(uuid):
        raise BadPhoto(why=drafts.NO_PHOTOS_HERE)
    with posted_photo(sent) as (digest, body):
        kept = drafts.keep_photo(actor(), uuid, digest, body)
    answer = {"digest": kept.digest, "url": url_for("photos.show", uuid=uuid, digest=kept.digest)}
    if "to" in request.args:
        row = late_photos.add_to_answer(actor(), uuid, request.args["to"], kept.digest)
        answer |= {"named": row is not None, "version": row.version if row else None}
    return answer, 201


@blueprint.get("/photos/waiting")
def show_waiting():
    """The panel about photos that wait in the browser; what waits, only the browser knows."""
    return page.show("waiting.html")


@blueprint.get("/drafts/<uuid>/photos/<digest>")
@signed_in()
def show(uuid: str, digest: str):
    response = jpeg_response(drafts.photo_of_draft(actor(), uuid, digest))
    response.headers["Cache-Control"] = "private, max-age=3600"
    return response


@blueprint.get("/drafts/<uuid>/documents/<digest>")
@signed_in()
def document(uuid: str, digest: str):
    return document_response(drafts.photo_of_draft(actor(), uuid, digest), digest)
