"""A record's sheet as a file, and the photos that it names."""

from collections.abc import Sequence

from fieldforms.errors import NotFound
from fieldforms.flow.sheets import record_sheets
from fieldforms.paper import pdf
from fieldforms.store.files import files
from fieldforms.store.record import records
from fieldforms.web import page
from fieldforms.web.file_responses import jpeg_response, pdf_file


def pdf_response(seen: records.Seen, lang: str):
    """The sheet as PDF, with the photos it names and its seals inside; whatever `seen` leaves out is not in it."""
    photos = {
        digest: body for digest in record_sheets.photo_digests(seen) if (body := files.read_file(digest))
    }
    made = pdf.render_sheet(
        record_sheets.sheet_of_record(seen, lang, page.public_origin()),
        photos=photos,
        attachment=record_sheets.record_json(seen),
        timestamp_ms=seen.row.updated_at,
    )
    return pdf_file(made, f"{seen.row.number}.pdf")


def photo_response(seen: records.Seen, digest: str, beside: Sequence[str] = ()):
    """A photo that this very sheet names, or that stands `beside` it. Raises NotFound."""
    body = files.read_file(digest) if digest in (*record_sheets.photo_digests(seen), *beside) else None
    if body is None:
        raise NotFound
    return jpeg_response(body)
