"""The one typeface of the paper, what it can print, and a typst compiler for each thread."""

import re
import threading
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

import pylopdf_fonts_zh_cn
import typst
from fontTools.ttLib import TTFont

TEMPLATES = Path(__file__).parent / "typst"
SUBSTITUTE = "〓"  # the printer's geta: "a character stood here that the type case lacks"
BREAK = "\u200b"

_local = threading.local()


@lru_cache(maxsize=4096)  # labels come back on every sheet
def clean(text: str) -> str:
    """`text` as the typeface can print it: NFC, unknown characters as 〓, endless words cut into pieces.

    PDF/A refuses a file in which a single glyph is missing (ISO 19005-3 §6.2.11.8), and a client may well end
    a comment with an emoji. Joiners and variation selectors vanish: a family leaves 〓s, nothing invisible.
    """
    if text.isascii() and text.isprintable() and len(text) < _LONG:
        return text
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    printable = "".join(_printable(char) for char in text)
    return _ENDLESS.sub(lambda word: BREAK.join(_PIECES.findall(word.group())), printable)


def unprintable(text: str) -> list[str]:
    """The characters of `text` for which `clean` prints 〓, in order."""
    return [char for char in unicodedata.normalize("NFC", text) if _printable(char) == SUBSTITUTE != char]


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
    made = _compiler().compile(
        _source(template),
        root=root,
        format="pdf",
        pdf_standards=["a-3b", "ua-1"] if archive else [],
        timestamp=timestamp,
        sys_inputs=inputs,
    )
    assert isinstance(made, bytes)  # a list only for pictures, None only with an output file
    return made


@cache
def glyphs() -> frozenset[int]:
    """The code points the typeface has."""
    with TTFont(pylopdf_fonts_zh_cn.sans_path(), lazy=True) as font:
        return frozenset(font.getBestCmap())


def _compiler() -> typst.Compiler:
    """This thread's own: sharing one between threads raises "Already borrowed". The fonts are shared."""
    if not hasattr(_local, "compiler"):
        _local.compiler = typst.Compiler(font_paths=_fonts(), root=str(TEMPLATES), ignore_system_fonts=True)
    return _local.compiler


@cache
def _source(template: str) -> bytes:
    return (TEMPLATES / f"{template}.typ").read_bytes()


@cache
def _fonts() -> typst.Fonts:
    folder = pylopdf_fonts_zh_cn.sans_path().parent
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])


_LONG = 25
_ENDLESS = re.compile(rf"[!-~]{{{_LONG},}}")
_PIECES = re.compile(r".{1,8}")


def _printable(char: str) -> str:
    if char in "\n\t\u2028\u2029\v\f":
        return "\n" if char != "\t" else " "
    category = unicodedata.category(char)
    if category in ("Cc", "Cf") or "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef":
        return ""
    return char if ord(char) in glyphs() and category not in ("Co", "Cs", "Cn") else SUBSTITUTE
