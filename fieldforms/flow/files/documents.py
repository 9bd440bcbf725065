"""Documents: PDF files, kept as they came, by digest. They are only ever handed out to be saved, never shown inside a page."""

from fieldforms.errors import N_, BadPhoto
from fieldforms.flow.files.photos import MOST_PHOTO_BYTES
from fieldforms.store.database import transaction
from fieldforms.store.files import files
from fieldforms.store.models import File

DOCUMENT_TYPE = "application/pdf"
MAGIC = b"%PDF-"  # ISO 32000-2 §7.5.2


def is_document(body: bytes) -> bool:
    return body.startswith(MAGIC)


def keep_document(draft: str, sent: str, body: bytes) -> File:
    """Store one document for a draft; the same bytes sent again give the same file. Raises BadPhoto."""
    if not is_document(body):
        raise BadPhoto(why=N_("不是 PDF 文件"))
    if len(body) > MOST_PHOTO_BYTES:
        raise BadPhoto(why=N_("文件太大"))
    known = files.uploaded_file(draft, sent)
    if known:
        return known
    with transaction():
        file = files.keep_file(body, DOCUMENT_TYPE)
        files.note_upload(draft, sent, file)
        return file
