"""A record's sheet as PDF, with the photos it names and its seals inside; whatever `seen` leaves out is not in it."""

from fieldforms.flow.sheets import record_sheets
from fieldforms.paper import pdf
from fieldforms.store.files import files
from fieldforms.store.record import records


def pdf_of_record(seen: records.Seen, lang: str, url: str) -> bytes:
    """`url`: this installation's origin, for the verify address."""
    photos = {
        digest: body for digest in record_sheets.photo_digests(seen) if (body := files.read_file(digest))
    }
    return pdf.render_sheet(
        record_sheets.sheet_of_record(seen, lang, url),
        photos=photos,
        attachment=record_sheets.record_json(seen),
        timestamp_ms=seen.row.updated_at,
    )
