"""Files that come and go: what a page takes in or hands out as a photo, a document, a PDF or a spreadsheet."""

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from itertools import chain
from urllib.parse import quote

from flask import current_app, make_response, request, send_file, stream_with_context

from fieldforms.errors import N_, BadPhoto, NotFound
from fieldforms.flow.files import documents
from fieldforms.flow.files.photos import LARGE_BYTES, MOST_PHOTO_BYTES, PHOTO_TYPE, alone
from fieldforms.store import pinyin

UNFIT_FOR_NAMES = re.compile(r'[\\/:*?"<>|\s\x00-\x1f\x7f]+')  # in the name of a file, on any system
UNFIT_FOR_PLAIN_NAMES = re.compile(r"[^A-Za-z0-9._-]+")
LONGEST_WHOLE_NAME, LONGEST_WORD_OF_NAME = (
    80,
    30,
)  # a system takes 255 bytes, and a Chinese character is three


def name_file(response, ending: str, *words: str, how: str = "attachment"):
    """The response, called by these words: whose it is, what and of when (RFC 6266 §4.3). Who takes ASCII alone gets the initials of
    what is written in characters: never a bare number."""
    longest = LONGEST_WORD_OF_NAME if len(words) > 1 else LONGEST_WHOLE_NAME
    called = [UNFIT_FOR_NAMES.sub(" ", word).strip(" .")[:longest] for word in words]
    plain = "-".join(filter(None, map(plain_word, called))) or "fieldforms"
    name = " ".join(called)
    in_words = f"; filename*=UTF-8''{quote(f'{name}.{ending}', safe='')}" if name != plain else ""
    response.headers["Content-Disposition"] = f'{how}; filename="{plain}.{ending}"{in_words}'
    response.headers["Cache-Control"] = "no-store"
    return response


def plain_word(word: str) -> str:
    return UNFIT_FOR_PLAIN_NAMES.sub("-", pinyin.initials_of_text(word)).strip("-.")


def pdf_file(body: bytes, *words: str):
    """`words`: as `name_file` takes them."""
    response = make_response(body)
    response.headers["Content-Type"] = "application/pdf"
    return name_file(response, "pdf", *words, how="inline")


@contextmanager
def posted_photo(sent: str) -> Iterator[tuple[str, bytes]]:
    """(SHA-256, body) of the photo that this request brings; a large one is in memory by itself. Raises BadPhoto.

    `sent`: the SHA-256 in its address, so that a resumed upload is harmless; "_" where the phone can't compute it.
    """
    size = request.content_length or 0
    if size > MOST_PHOTO_BYTES:  # before it is read
        raise BadPhoto(why=N_("文件太大"))
    with alone if size > LARGE_BYTES else nullcontext():
        body = request.get_data(cache=False)
        digest = hashlib.sha256(body).hexdigest()
        if sent not in ("_", digest):
            raise BadPhoto(why=N_("上传不完整"))
        yield digest, body


def document_response(body: bytes, digest: str):
    """A document to be saved: what a stranger's PDF does in a viewer is none of this page's doing. Raises NotFound."""
    if not documents.is_document(body):
        raise NotFound
    response = make_response(body)
    response.headers["Content-Type"] = documents.DOCUMENT_TYPE
    return name_file(response, "pdf", f"document-{digest[:12]}")


def jpeg_response(body: bytes):
    response = make_response(body)
    response.headers["Content-Type"] = PHOTO_TYPE
    return response


def picture_response(body: bytes):
    response = make_response(body)
    response.headers["Content-Type"] = "image/webp"
    return response


def saved_file_response(path, media_type: str, name: str):
    """A file of the library, to be saved: never opened inside a page, whatever it says it is."""
    response = send_file(
        path, media_type, as_attachment=True, download_name=name, conditional=False, etag=False, max_age=None
    )
    response.headers["Content-Security-Policy"] = "sandbox"
    stem, _dot, ending = name.rpartition(".")
    return name_file(response, ending, stem)


MEDIA_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",  # the charset is added where it is sent
}


def file_response(stream, kind: str, *words: str):
    """`words`: as `name_file` takes them."""
    response = send_file(stream, MEDIA_TYPES[kind], as_attachment=True, download_name=f"file.{kind}")
    return name_file(response, kind, *words)


def response_in_pieces(pieces: Iterator[bytes], kind: str, *words: str):
    """`words`: as `name_file` takes them. Sent while it is made. What fails before the first rows is a page; later it is broken off, and no browser keeps it as
    a whole file."""
    whole = filter(None, pieces)
    first = next(whole)
    response = current_app.response_class(
        stream_with_context(chain([first], whole)), mimetype=MEDIA_TYPES[kind]
    )
    return name_file(response, kind, *words)
