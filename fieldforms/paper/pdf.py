"""A sheet as an archival PDF (PDF/A-3b, tagged for PDF/UA-1), laid out like the company's paper.

typst/sheet.typ draws; this module only says what stands where. All data reach typst as one JSON string, so
that no answer is ever read as markup. The same sheet, photos, attachment and timestamp give the same bytes.
"""

import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

from fieldforms.paper import fonts, grids, pages, qr, strokes
from fieldforms.paper.photos import shrink_photo
from fieldforms.paper.sheet import Block, Face, Sheet, SheetRow, Signing

INK = "#20418f"
SHEET_WORDS = {
    "zh": {
        "no": "{no}、",
        "page": "第 {page} 页 共 {pages} 页",
        "not_applicable": "不适用",
        "not_said": "（不适用）",
        "photo": "附图 {n}",
        "photos": "附图",
        "photo_missing": "此副本不含这张照片",
        "comma": "，",
        "colon": "：",
        "date": "确认日期",
        "reason": "原因：",
        "typed": "姓名由签署人键入",
        "sealed": "封存 ",
        "lacking": "〓：本字体没有的字，原文保存在封存的记录里。",
        "verify": "扫码核验本单",
        "blank_date": "　　　年　　月　　日",
        "blank_datetime": "　　　年　月　日　时　分",
    },
    "en": {
        "no": "{no}. ",
        "page": "Page {page} of {pages}",
        "not_applicable": "Not applicable",
        "not_said": " (not applicable)",
        "photo": "Photo {n}",
        "photos": "Photos",
        "photo_missing": "This copy does not contain the photo",
        "comma": ", ",
        "colon": ":",
        "date": "Date confirmed",
        "reason": "Reason: ",
        "typed": "Name typed by the signer",
        "sealed": "Sealed ",
        "lacking": "Double bars stand for what this typeface lacks; the sealed record keeps the original.",
        "verify": "Scan to verify this sheet",
        "blank_date": "",
        "blank_datetime": "",
    },
}


def render_sheet(
    sheet: Sheet,
    *,
    photos: Mapping[str, bytes] | None = None,
    attachment: bytes | None = None,
    timestamp_ms: int,
) -> bytes:
    """The sheet as PDF bytes.

    `photos` maps the digests in the sheet's faces to JPEG, PNG or WebP bytes; a photo not given or unreadable
    is named as missing. `attachment` is UTF-8 JSON, carried inside as record.json. `timestamp_ms`: UTC
    milliseconds, the PDF's date. Characters the typeface lacks print as 〓, and the foot says so. Thread-safe.
    """
    inputs = {"attachment": attachment.decode()} if attachment is not None else {}
    return _compile_sheets([sheet], photos or {}, timestamp_ms, inputs)


def render_many(
    sheets: Sequence[Sheet], *, photos: Mapping[str, bytes] | None = None, timestamp_ms: int
) -> bytes:
    """Sheets one after another in one PDF to print; each starts on a page of its own and counts its pages.

    Takes about 2.5 MB of memory a sheet while it works: hand over lots of a hundred, not a year.
    """
    return _compile_sheets(sheets, photos or {}, timestamp_ms, {})


def lacking_characters(sheet: Sheet) -> list[str]:
    """What is written on the sheet and will not be printed, each once."""
    return fonts.lacking_characters(_texts_within(replace(sheet, blocks=_printed_blocks(sheet))))


def _printed_blocks(sheet: Sheet) -> tuple[Block, ...]:
    return tuple(block for block in sheet.blocks if not block.off_sheet)


def _texts_within(value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        yield from _texts_within([getattr(value, field.name) for field in fields(value)])
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts_within(part)


def _compile_sheets(
    sheets: Sequence[Sheet], photos: Mapping[str, bytes], timestamp_ms: int, inputs: dict[str, str]
) -> bytes:
    with tempfile.TemporaryDirectory(prefix="fieldforms-") as folder:
        kept = _keep_photos(photos, sheets, Path(folder))
        pages = [_json_value(_page_data(sheet, kept)) for sheet in sheets]
        return fonts.compile_pdf(
            "sheet",
            inputs | {"sheets": json.dumps(pages, ensure_ascii=False)},
            root=folder,
            archive=True,
            timestamp=timestamp_ms // 1000,
        )


def _page_data(sheet: Sheet, kept: Mapping[str, str]) -> dict:
    words = SHEET_WORDS[sheet.lang]
    blocks: Sequence[Block] = _printed_blocks(sheet)
    numbers = _photo_numbers(blocks, sheet.signings)
    if sheet.number:
        blocks = [replace(block, rows=tuple(map(_without_lines, block.rows))) for block in blocks]
    return {
        "lang": sheet.lang,
        "words": words,
        "company": sheet.company,
        "title": sheet.title,
        "number": sheet.number,
        "number_label": sheet.number_label,
        "notices": sheet.notices,
        "compact": any(block.layout == "table" for block in blocks),
        "groups": pages.groups_of_parts(_page_parts(blocks, sheet, numbers)),
        "photos": [
            {"n": number, "label": label, "file": kept.get(digest, "")}
            for digest, (number, label) in numbers.items()
        ],
        "footer": (*sheet.footer, *((words["lacking"],) if lacking_characters(sheet) else ())),
        "qr": qr.svg(sheet.verify_url, "M", mask=0) if sheet.verify_url else "",
    }


def _without_lines(row: SheetRow) -> SheetRow:
    """Lines to write on are for forms without a number: on a record, what nobody filled stays one empty box."""
    return replace(row, face=replace(row.face, grid=None)) if row.face.grid and row.face.empty else row


def _photo_numbers(blocks: Iterable[Block], signings: Iterable[Signing]) -> dict[str, tuple[int, str]]:
    """Photo digest → its number in the appendix and the label of the row or signature that shows it first."""
    numbers: dict[str, tuple[int, str]] = {}
    for digest, label in _labelled_photos(blocks, signings):
        numbers.setdefault(digest, (len(numbers) + 1, label))
    return numbers


def _labelled_photos(blocks: Iterable[Block], signings: Iterable[Signing]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        for row in block.rows:
            label = " ".join(part for part in (block.item, row.no, row.label) if part)
            yield from ((digest, label) for digest in row.face.photos)
    for signing in signings:
        yield from ((digest, signing.label) for digest in signing.photos)


def _page_parts(blocks: Sequence[Block], sheet: Sheet, numbers: Mapping) -> list[dict]:
    """Blocks in order, neighbouring tables with the same columns as one, each followed by its stamps and signings.

    The company's sheets have a heading over the client's part and over no other; forms without such a part
    (checks, reports, approvals by several people) get one over each section.
    """
    headed = all(block.layout != "acceptance" for block in blocks)
    known, signings = {block.name for block in blocks}, sheet.signings
    parts = []
    ends = {signing.after for signing in signings} | {stamp.after for stamp in sheet.stamps}
    for run in _runs_of_blocks(blocks, signed=ends):
        if run[0].layout == "table":
            parts.append(_table_data(run, numbers) | {"mark": run[0].mark})
        elif run[0].intro or not all(map(_is_empty_frame, run[0].rows)):  # no heading over nothing
            parts.append(_block_data(run[0], headed, numbers) | {"mark": run[0].mark})
        parts += [{"layout": "stamp", "text": s.text} for s in sheet.stamps if s.after == run[-1].name]
        parts += [_signing_data(signing) for signing in signings if signing.after == run[-1].name]
    return parts + [_signing_data(signing) for signing in signings if signing.after not in known]


def _runs_of_blocks(blocks: Sequence[Block], signed: set[str]) -> list[list[Block]]:
    """Each block alone, but neighbouring tables of the same columns together, unless one was signed."""
    runs: list[list[Block]] = []
    for block in blocks:
        last = runs[-1][-1] if runs else None
        if last and last.name not in signed and _one_table(last, block):
            runs[-1].append(block)
        else:
            runs.append([block])
    return runs


def _one_table(first: Block, second: Block) -> bool:
    return (
        first.layout == second.layout == "table"
        and first.columns == second.columns
        and not (second.intro or second.mark)
    )


def _table_data(blocks: Sequence[Block], numbers: Mapping) -> dict:
    items = [{"item": b.item or b.label, "rows": [_row_data(row, numbers) for row in b.rows]} for b in blocks]
    return {"layout": "table", "columns": blocks[0].columns, "intro": blocks[0].intro, "items": items}


def _block_data(block: Block, headed: bool, numbers: Mapping) -> dict:
    rows = [_row_data(row, numbers) for row in block.rows if not _is_empty_frame(row)]
    return {
        "layout": block.layout,
        "label": block.label if headed or block.layout == "acceptance" else "",
        "intro": block.intro,
        "runs": _line_runs(_pair_rows(rows) if block.layout == "grid" else [[row] for row in rows]),
    }


def _line_runs(lines: Sequence[list[dict]]) -> list[list[list[dict]]]:
    """Lines that are one table. A grid stands alone, so that its head comes again on every page it goes on to."""
    runs: list[list[list[dict]]] = [[]]
    for line in lines:
        before = runs[-1][-1] if runs[-1] else line
        if line[0]["face"].grid or before[0]["face"].grid:
            runs.append([])
        runs[-1].append(line)
    return [run for run in runs if run] or [[]]


def _is_empty_frame(row: SheetRow) -> bool:
    """Nobody glues photos or files onto a printed sheet; where the paper has a box, people draw in it."""
    return row.kind in ("photos", "documents") and row.face == Face() and not row.boxed


def _pair_rows(rows: Sequence[dict]) -> list[list[dict]]:
    """Neighbouring half rows side by side; a half row without a neighbour takes the whole line."""
    lines: list[list[dict]] = []
    for row in rows:
        if row["half"] and lines and len(lines[-1]) == 1 and lines[-1][0]["half"]:
            lines[-1].append(row)
        else:
            lines.append([row])
    return lines


def _row_data(row: SheetRow, numbers: Mapping) -> dict:
    grid = row.face.grid
    return {
        "label": row.label,
        "no": row.no,
        "half": row.width == "half" and not grid,
        "kind": row.kind,
        "statement": row.statement,
        "applies": row.applies,
        "to_draw": row.boxed and row.face == Face(),
        "blank": row.face == Face(),
        "lines": pages.count_lines(row.face.text),
        "face": replace(row.face, ink=(), grid=grid and grids.fit_words(grid)),
        "widths": grids.column_widths(grid) if grid else (),
        "ink": _ink_svg(row.face.ink),
        "photos": [numbers[digest][0] for digest in row.face.photos],
    }


def _signing_data(signing: Signing) -> dict:
    return {
        "layout": "signing",
        "label": signing.label,
        "open": not signing.outcome,
        "outcome": signing.outcome_label if signing.outcome not in ("", "done") else "",
        "reason": signing.reason,
        "signer": signing.signer,
        "typed": signing.method == "typed",
        "ink": _ink_svg(signing.strokes),
        "date": signing.date,
        "sealed": signing.sealed,
    }


def _ink_svg(drawn: tuple) -> str:
    """The drawn name as an SVG image, or "" when nothing was drawn."""
    drawing = strokes.draw_signature(drawn)
    if not drawing.paths:
        return ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{drawing.view_box}">'
        f'<path fill="none" stroke="{INK}" stroke-width="3" stroke-linecap="round" stroke-linejoin="round" '
        f'd="{"".join(drawing.paths)}"/></svg>'
    )


def _keep_photos(photos: Mapping[str, bytes], sheets: Sequence[Sheet], folder: Path) -> dict[str, str]:
    """Writes the photos these sheets show where typst may read them; digest → file name."""
    wanted = {digest for sheet in sheets for digest, _label in _labelled_photos(sheet.blocks, sheet.signings)}
    kept = {}
    for number, digest in enumerate(sorted(wanted & photos.keys())):
        small = shrink_photo(photos[digest])
        if small:
            (folder / f"{number}.jpg").write_bytes(small)
            kept[digest] = f"/{number}.jpg"
    return kept


def _json_value(value):
    """Dataclasses, tuples and texts as JSON that typst can print."""
    if isinstance(value, str):
        return value if value.startswith("<svg ") else fonts.printable_text(value)
    if isinstance(value, dict):
        return {key: _json_value(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_json_value(part) for part in value]
    if is_dataclass(value):
        return {field.name: _json_value(getattr(value, field.name)) for field in fields(value)}
    return value
