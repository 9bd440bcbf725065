"""A leaflet: a title and sections of lines, as a PDF."""

import json
from collections.abc import Mapping, Sequence

from fieldforms.paper import fonts


def render_leaflet(
    title: str, intro: str, sections: Sequence[Mapping], lang: str, timestamp_ms: int
) -> bytes:
    """PDF. A section: title, lines; numbered and new_page where they are. `timestamp_ms`: UTC ms, the PDF's date."""
    data = {"title": title, "intro": intro, "sections": list(sections), "lang": lang}
    return fonts.compile_pdf(
        "leaflet", {"data": json.dumps(data, ensure_ascii=False)}, timestamp=timestamp_ms // 1000
    )
