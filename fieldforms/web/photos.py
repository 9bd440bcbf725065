"""Photos of a step being filled: sent one by one, so that a bad connection loses none."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

from flask import Blueprint, make_response, request, url_for

from fieldforms.errors import N_, BadPhoto, NotFound
from fieldforms.flow.files import documents
from fieldforms.flow.files.photos import LARGE_BYTES, MEDIA_TYPE, MOST_BYTES, alone
from fieldforms.flow.filling import drafts
from fieldforms.web.access import actor, signed_in

blueprint = Blueprint("photos", __name__)


@blueprint.post("/drafts/<uuid>/photos/<sent>")
@signed_in()
def add(uuid: str, sent: str):
    with posted_photo(sent) as (digest, body):
        kept = drafts.keep_photo(actor(), uuid, digest, body)
    return {"digest": kept.digest, "url": url_for("photos.show", uuid=uuid, digest=kept.digest)}, 201


@contextmanager
def posted_photo(sent: str) -> Iterator[tuple[str, bytes]]:
    """(SHA-256, body) of the photo that this request brings; a large one is in memory by itself. Raises BadPhoto.

    `sent`: the SHA-256 in its address, so that a resumed upload is harmless; "_" where the phone can't compute it.
    """
    size = request.content_length or 0
    if size > MOST_BYTES:  # before it is read
        raise BadPhoto(why=N_("文件太大"))
    with alone if size > LARGE_BYTES else nullcontext():
        body = request.get_data(cache=False)
        digest = hashlib.sha256(body).hexdigest()
        if sent not in ("_", digest):
            raise BadPhoto(why=N_("上传不完整"))
        yield digest, body


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


def document_response(body: bytes, digest: str):
    """A document to be saved: what a stranger's PDF does in a viewer is none of this page's doing. Raises NotFound."""
    if not documents.is_document(body):
        raise NotFound
    response = make_response(body)
    response.headers["Content-Type"] = documents.MEDIA_TYPE
    response.headers["Content-Disposition"] = f'attachment; filename="{digest[:12]}.pdf"'
    response.headers["Cache-Control"] = "no-store"
    return response


def jpeg_response(body: bytes):
    response = make_response(body)
    response.headers["Content-Type"] = MEDIA_TYPE
    return response
