"""QR codes as SVG: one path, sharp at any size."""

import re
from functools import lru_cache

import qrcode
from qrcode.constants import ERROR_CORRECT_L, ERROR_CORRECT_M, ERROR_CORRECT_Q

CORRECTION_LEVELS = {"L": ERROR_CORRECT_L, "M": ERROR_CORRECT_M, "Q": ERROR_CORRECT_Q}
_DARK = re.compile("#+")
MOST_CODE_BYTES = 2900  # of the largest code at level L (ISO/IEC 18004 §7.1: 2,953)
QUIET = 4  # modules of white on every side (ISO/IEC 18004 §9.1)


@lru_cache(maxsize=256)  # the copies of one sheet, the labels of one device
def svg(text: str, level: str, mask: int | None = None) -> str:
    """`text` as an SVG image with its quiet zone inside; `level` is L, M or Q.

    Digits, capitals and $%*+-./: alone give the small alphanumeric mode. Without `mask` (0–7) the best of the
    eight is looked for, which takes 10 ms: worth it on a label that is scanned for years, not on a sheet.
    """
    matrix = _qr_modules(text, level, mask)
    size = len(matrix)
    runs = "".join(_runs_of_modules(row, y) for y, row in enumerate(matrix))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">'
        f'<path fill="#000" d="{runs}"/></svg>'
    )


def _qr_modules(text: str, level: str, mask: int | None) -> list[list[bool]]:
    code = qrcode.QRCode(error_correction=CORRECTION_LEVELS[level], border=QUIET, mask_pattern=mask)
    code.add_data(text, optimize=0)
    code.make(fit=True)
    return code.get_matrix()


def _runs_of_modules(row: list[bool], y: int) -> str:
    """Neighbouring dark modules as one rectangle, so that no hairline shows between them."""
    line = "".join("#" if dark else " " for dark in row)
    spans = ((run.start(), run.end() - run.start()) for run in _DARK.finditer(line))
    return "".join(f"M{x} {y}h{width}v1h-{width}z" for x, width in spans)
