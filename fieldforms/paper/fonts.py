"""The typeface of the paper, what it can print, and a typst compiler for each thread.

What it lacks is printed in the fonts of the extra `fonts`, where those are installed: rare Han, Korean, Arabic, Thai,
emoji in one colour. What no font has becomes 〓.
"""

import json
import re
import threading
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

import pylopdf_fonts_zh_cn
import typst
from fontTools.ttLib import TTFont

from fieldforms import config

TEMPLATES = Path(__file__).parent / "typst"
SUBSTITUTE = "〓"  # the printer's geta: "a character stood here that the type case lacks"
BREAK = "\u200b"
FURTHER_FONTS = ("pylopdf_fonts_jp", "pylopdf_fonts_ko", "manimgx_fonts")  # packages of the extra `fonts`
FURTHER_FILES = ("*Sans*.[ot]tf", "NotoEmoji*.ttf")

_local = threading.local()


@lru_cache(maxsize=4096)  # labels come back on every sheet
def printable_text(text: str, room: float = 12) -> str:
    """`text` as the typeface can print it: NFC, unknown characters as 〓, words wider than `room` ems with marks
    where they may break. By default those that do not fit in half a line of the sheet.

    PDF/A refuses a file in which a single glyph is missing (ISO 19005-3 §6.2.11.8), and a client may well end
    a comment with an emoji. Joiners and variation selectors vanish: a family leaves 〓s, nothing invisible.
    """
    if text.isascii() and text.isprintable() and len(text) <= room:
        return text
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    printable = "".join(_printable_character(char) for char in text)
    return _WORD.sub(lambda word: _with_break_marks(word.group(), room), printable)


def lacking_characters(texts: Iterable[str]) -> list[str]:
    """The characters of `texts` that the typeface lacks and `printable_text` replaces, each once."""
    letters = (char for text in texts if not text.isascii() for char in unicodedata.normalize("NFC", text))
    return [char for char in dict.fromkeys(letters) if _printable_character(char) == SUBSTITUTE != char]


def width_in_ems(text: str) -> float:
    """How wide `text` is, in ems."""
    widths = advance_widths()
    return sum(widths.get(ord(char), 1) for char in text)


def breakable_parts(word: str) -> list[str]:
    """Where a long word may break first: behind its strokes and dots."""
    return _PARTS.findall(word)


def compile_pdf(
    template: str,
    inputs: dict[str, str],
    *,
    root: str = str(TEMPLATES),
    archive: bool = False,
    timestamp: int | None = None,
) -> bytes:
    """typst/<template>.typ as PDF: `inputs` are its sys.inputs, files are read below `root`.

    `archive` asks for PDF/A-3b and PDF/UA-1; typst.TypstError for what they forbid. `timestamp`: Unix
    seconds, the file's date. Safe in any thread.
    """
    made = _thread_compiler().compile(
        _template_source(template),
        root=root,
        format="pdf",
        pdf_standards=["a-3b", "ua-1"] if archive else [],
        timestamp=timestamp,
        sys_inputs=inputs | logo_input(config.current),
    )
    assert isinstance(made, bytes)  # a list only for pictures, None only with an output file
    return made


@lru_cache(maxsize=2)
def logo_input(settings: config.Settings) -> dict[str, str]:
    """The company's own logo with its name, for typst/letterhead.typ; nothing where it has none."""
    if not settings.logo:
        return {}
    names = {lang: printable_text(settings.company_name(lang)) for lang in ("zh", "en")}
    return {"logo": json.dumps({"png": list(settings.logo), **names})}


@cache
def advance_widths() -> dict[int, float]:
    """The code points that can be printed, and how wide each is in ems: the typeface comes before the further fonts."""
    widths: dict[int, float] = {}
    for path in (pylopdf_fonts_zh_cn.sans_path(), *further_fonts()):
        widths = widths_of_font(path) | widths
    return widths


def widths_of_font(path: Path) -> dict[int, float]:
    with TTFont(path, lazy=True) as font:
        ems, metrics = font["head"].unitsPerEm, font["hmtx"].metrics
        return {char: metrics[name][0] / ems for char, name in font.getBestCmap().items()}


def further_fonts() -> list[Path]:
    """The files of the extra `fonts`, as far as it is installed."""
    found = [spec for name in FURTHER_FONTS if (spec := find_spec(name)) and spec.origin]
    folders = [Path(spec.origin).parent for spec in found if spec.origin]
    return [path for folder in folders for kind in FURTHER_FILES for path in sorted(folder.glob(kind))]


def _thread_compiler() -> typst.Compiler:
    """This thread's own: sharing one between threads raises "Already borrowed". The fonts are shared."""
    if not hasattr(_local, "compiler"):
        _local.compiler = typst.Compiler(
            font_paths=_shared_fonts(), root=str(TEMPLATES), ignore_system_fonts=True
        )
    return _local.compiler


@cache
def _template_source(template: str) -> bytes:
    return b"\n".join((TEMPLATES / f"{name}.typ").read_bytes() for name in ("letterhead", template))


@cache
def _shared_fonts() -> typst.Fonts:
    folders = dict.fromkeys(
        [pylopdf_fonts_zh_cn.sans_path().parent, *(path.parent for path in further_fonts())]
    )
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[*map(str, folders)]
    )


_WORD = re.compile(r"[!-~]+")
_PARTS = re.compile(r".+?(?:[-/?&=_@#%;+.,:](?![-/?&=_@#%;+.,:]|(?<=[.,:])[0-9])|$)")
_PIECE = 8


def _with_break_marks(word: str, room: float) -> str:
    if width_in_ems(word) <= room:
        return word
    size = max(1, min(_PIECE, int(room)))
    cut = (
        [p[at : at + size] for at in range(0, len(p), size)] if width_in_ems(p) > room else [p]
        for p in breakable_parts(word)
    )
    return BREAK.join(piece for pieces in cut for piece in pieces)


def _printable_character(char: str) -> str:
    if char in "\n\t\u2028\u2029\v\f":
        return "\n" if char != "\t" else " "
    if char == BREAK:
        return BREAK
    category = unicodedata.category(char)
    if category in ("Cc", "Cf") or "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef":
        return ""
    return char if ord(char) in advance_widths() and category not in ("Co", "Cs", "Cn") else SUBSTITUTE
