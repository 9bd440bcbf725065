"""The company's own logo: any picture in, a small one out; what is none stops the start with a sentence."""

import io
import os

import pytest
from PIL import Image

from fieldforms import config
from fieldforms.errors import BadSetting
from fieldforms.logo_files import MOST_LOGO_BYTES, MOST_SIDES
from tests.logos import a_logo

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
MANY_COLOURS = Image.frombytes("RGB", (700, 230), os.urandom(700 * 230 * 3))


@pytest.fixture
def start(tmp_path):
    """Reads the settings with these bytes as the logo."""

    def read(body: bytes) -> config.Settings:
        (tmp_path / "logo").write_bytes(body)
        return config.read({"FIELDFORMS_LOGO": str(tmp_path / "logo")})

    return read


@pytest.mark.parametrize(
    ("kind", "mode"), [("PNG", "RGBA"), ("PNG", "P"), ("JPEG", "RGB"), ("JPEG", "CMYK"), ("WEBP", "RGBA")]
)
def test_any_picture_becomes_a_small_one(start, kind, mode):
    body = start(a_logo(kind, mode)).logo
    image = Image.open(io.BytesIO(body))
    assert image.format == "PNG" and image.width == MOST_SIDES[0] and len(body) <= MOST_LOGO_BYTES


def test_what_is_transparent_stays_so_and_a_small_one_its_size(start):
    image = Image.open(io.BytesIO(start(a_logo(size=(300, 90))).logo)).convert("RGBA")
    assert image.size == (300, 90) and image.getpixel((299, 0))[3] == 0


def test_a_photo_as_a_logo_stays_small_enough_for_every_sheet(start):
    out = io.BytesIO()
    MANY_COLOURS.resize((70, 23)).resize((700, 230), Image.Resampling.BICUBIC).save(out, "PNG")
    assert len(start(out.getvalue()).logo) < len(out.getvalue())


def test_nothing_of_where_it_was_taken_stays(start):
    exif = Image.Exif()
    exif[0x010E] = "GEHEIM"
    exif[0x0112] = 6  # on its side
    settings = start(a_logo("JPEG", "RGB", (300, 90), exif=exif))
    image = Image.open(io.BytesIO(settings.logo))
    assert image.size == (72, 240) and b"GEHEIM" not in settings.logo and not image.getexif()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"logo",
        SVG,
        a_logo()[:700],
        a_logo("GIF", "P"),
        a_logo("BMP", "RGB"),
        b"\0" * 5_000_001,
        a_logo("PNG", "L", (20_000, 1_001)),
    ],
    ids=["empty", "text", "SVG", "torn off", "GIF", "BMP", "too large", "too many pixels"],
)
def test_what_is_no_logo_stops_the_start(start, body):
    with pytest.raises(BadSetting) as caught:
        start(body)
    assert caught.value.values["name"] == "FIELDFORMS_LOGO" and caught.value.values["why"]


@pytest.mark.parametrize("path", ["/no/such/logo.png", "/"])
def test_a_logo_that_is_not_there_stops_the_start(path):
    with pytest.raises(BadSetting) as caught:
        config.read({"FIELDFORMS_LOGO": path})
    assert caught.value.values["name"] == "FIELDFORMS_LOGO"


def test_without_one_there_is_none():
    settings = config.read({})
    assert settings.logo == b"" and settings.logo_digest() == ""
