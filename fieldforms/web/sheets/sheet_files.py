"""A record's sheet as a file, and the photos and documents that it names."""

from collections.abc import Sequence

from fieldforms.errors import NotFound
from fieldforms.flow.sheets import record_sheets, sheet_pdfs
from fieldforms.store.files import files
from fieldforms.store.record import records
from fieldforms.web import page
from fieldforms.web.file_responses import document_response, jpeg_response, pdf_file


def pdf_response(seen: records.Seen, lang: str):
    return pdf_file(sheet_pdfs.pdf_of_record(seen, lang, page.public_origin()), seen.row.number)


def photo_response(seen: records.Seen, digest: str, beside: Sequence[str] = ()):
    """A photo that this very sheet names, or that stands `beside` it. Raises NotFound."""
    body = files.read_file(digest) if digest in (*record_sheets.photo_digests(seen), *beside) else None
    if body is None:
        raise NotFound
    return jpeg_response(body)


def sheet_document_response(seen: records.Seen, digest: str):
    """A document that this very sheet names. Raises NotFound."""
    body = files.read_file(digest) if digest in record_sheets.document_digests(seen) else None
    if body is None:
        raise NotFound
    return document_response(body, digest)
