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
    """`text` as the typeface can print it: NFC, unknown characters as 〓, endless words given places to break.

    PDF/A refuses a file in which a single glyph is missing (ISO 19005-3 §6.2.11.8), and a client may well sign off
    with an emoji. Joiners and variation selectors vanish, so that a family emoji leaves 〓s and nothing invisible.
    """
    if text.isascii() and text.isprintable() and len(text) < _LONG:
        return text
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    printable = "".join(_printable(char) for char in text)
    return _ENDLESS.sub(lambda word: BREAK.join(_PIECES.findall(word.group())), printable)


def unprintable(text: str) -> list[str]:
    """The characters of `text` for which `clean` prints 〓, in order."""
    return [char for char in unicodedata.normalize("NFC", text) if _printable(char) == SUBSTITUTE != char]


def compiler() -> typst.Compiler:
    """This thread's compiler. Sharing one between threads raises "Already borrowed"; the fonts are shared."""
    if not hasattr(_local, "compiler"):
        _local.compiler = typst.Compiler(font_paths=_fonts(), root=str(TEMPLATES), ignore_system_fonts=True)
    return _local.compiler


@cache
def template(name: str) -> bytes:
    """The source of typst/<name>.typ."""
    return (TEMPLATES / f"{name}.typ").read_bytes()


@cache
def glyphs() -> frozenset[int]:
    """The code points the typeface has."""
    with TTFont(pylopdf_fonts_zh_cn.sans_path(), lazy=True) as font:
        return frozenset(font.getBestCmap())


@cache
def _fonts() -> typst.Fonts:
    folder = pylopdf_fonts_zh_cn.sans_path().parent
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])


_LONG = 25
_ENDLESS = re.compile(r"[!-~]{%d,}" % _LONG)
_PIECES = re.compile(r".{1,8}")


def _printable(char: str) -> str:
    if char in "\n\t\u2028\u2029\v\f":
        return "\n" if char != "\t" else " "
    category = unicodedata.category(char)
    if category in ("Cc", "Cf") or "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef":
        return ""
    return char if ord(char) in glyphs() and category not in ("Co", "Cs", "Cn") else SUBSTITUTE
