"""Cells of an XLSX that the reader would take for something else than what stands in them for a person: #N/A for an empty one, and
00012, which is the number 12 in a format of five digits, for 12. They become texts before it is read.
"""

import io
import re
import zipfile
from collections.abc import Mapping

from fieldforms.flow.importing.file_bounds import packed_files, unpacked_files

ERROR_CELL = re.compile(rb"""(<(?:\w+:)?c\b[^>]*?\bt\s*=\s*)(["'])e\2""")
NUMBER_CELL = re.compile(rb"<((?:\w+:)?c)\b([^>]*)>(\s*<(?:\w+:)?v>)(\d{1,15})(?:\.0+)?<")
STYLE_OF_CELL = re.compile(rb"""\bs\s*=\s*["'](\d+)""")
IS_NUMBER = re.compile(rb"""\bt\s*=\s*["']n["']""")
OF_ANOTHER_TYPE = re.compile(rb"\bt\s*=")
PADDED_FORMAT = re.compile(
    rb"""<(?:\w+:)?numFmt\b(?=[^>]*\bnumFmtId\s*=\s*["'](\d+))(?=[^>]*\bformatCode\s*=\s*["'](0{2,20})["'])"""
)
CELL_STYLES = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
FORMAT_OF_STYLE = re.compile(rb"""<(?:\w+:)?xf\b[^>]*?\bnumFmtId\s*=\s*["'](\d+)""")


def with_cells_as_shown(body: bytes) -> bytes:
    """As it came where there is none such. Raises BadList."""
    parts = dict(unpacked_files(body, packed_files(body)))
    digits = digits_by_style(parts.get("xl/styles.xml", b""))
    shown = {name: sheet_as_shown(xml, digits) for name, xml in parts.items() if b"sheetData" in xml}
    if all(parts[name] == xml for name, xml in shown.items()):
        return body
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, xml in (parts | shown).items():
            archive.writestr(name, xml)
    return stream.getvalue()


def sheet_as_shown(xml: bytes, digits: Mapping[int, int]) -> bytes:
    xml = ERROR_CELL.sub(rb"\1\2str\2", xml)
    return NUMBER_CELL.sub(lambda cell: padded_cell(cell, digits), xml) if digits else xml


def padded_cell(cell: re.Match[bytes], digits: Mapping[int, int]) -> bytes:
    tag, attributes, before, number = cell.groups()
    attributes = IS_NUMBER.sub(b"", attributes)
    style = STYLE_OF_CELL.search(attributes)
    width = digits.get(int(style[1]), 0) if style else 0
    if len(number) >= width or OF_ANOTHER_TYPE.search(attributes):
        return cell[0]
    return b'<%b%b t="str">%b%b<' % (tag, attributes, before, number.zfill(width))


def digits_by_style(styles: bytes) -> dict[int, int]:
    """Style of a cell → how many digits its format writes, of those that write leading zeros."""
    padded = {int(id): len(code) for id, code in PADDED_FORMAT.findall(styles)}
    named = CELL_STYLES.search(styles)
    if not padded or not named:
        return {}
    formats = map(int, FORMAT_OF_STYLE.findall(named[0]))
    return {style: padded[id] for style, id in enumerate(formats) if id in padded}
