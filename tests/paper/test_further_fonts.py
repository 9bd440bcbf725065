"""What the typeface lacks is printed in the fonts of the extra `fonts`, where they are installed; else it is named."""

import os
import subprocess
import sys
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

ROOT = Path(__file__).parents[2]
PRINTS = """
from fieldforms.paper import fonts
name = "陈한志"
print(fonts.lacking_characters([name]), fonts.printable_text(name))
made = fonts._thread_compiler().compile(
    f'#set document(title: "t")\\n#set text(font: "Noto Sans SC", lang: "zh")\\n{fonts.printable_text(name)}'.encode(),
    format="pdf", pdf_standards=["a-3b", "ua-1"], timestamp=0,
)
print(b"MadeSans" in made)
"""


def square(side: int):
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for corner in ((0, side), (side, side), (side, 0)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()


def font_with(character: str, path: Path) -> None:
    """A font of one glyph."""
    made = FontBuilder(1000, isTTF=True)
    made.setupGlyphOrder([".notdef", "one"])
    made.setupCharacterMap({ord(character): "one"})
    made.setupGlyf({".notdef": square(500), "one": square(800)})
    made.setupHorizontalMetrics({".notdef": (600, 0), "one": (900, 0)})
    made.setupHorizontalHeader(ascent=800, descent=-200)
    made.setupNameTable({"familyName": "Made Sans", "styleName": "Regular", "psName": "MadeSans-Regular"})
    made.setupOS2()
    made.setupPost()
    made.save(path)


def printed(folder: Path) -> list[str]:
    env = os.environ | {"PYTHONPATH": os.pathsep.join([str(folder), str(ROOT)]), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-c", PRINTS], env=env, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def test_a_font_that_is_installed_prints_what_the_typeface_lacks(tmp_path):
    package = tmp_path / "pylopdf_fonts_ko"
    package.mkdir()
    (package / "__init__.py").touch()
    font_with("한", package / "MadeSans-Regular.ttf")
    assert printed(tmp_path) == ["[] 陈한志", "True"]


def test_without_one_it_is_named_and_stands_as_a_geta(tmp_path):
    for name in ("pylopdf_fonts_ko", "manimgx_fonts", "pylopdf_fonts_jp"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").touch()
    assert printed(tmp_path) == ["['한'] 陈〓志", "False"]
