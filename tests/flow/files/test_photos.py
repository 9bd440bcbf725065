"""Photos: upright, small, without place or camera; anything else is refused before it costs memory."""

import hashlib
import io
from functools import partial

import pytest
from PIL import Image

from fieldforms.errors import BadPhoto
from fieldforms.flow.files import photos
from fieldforms.flow.filling import drafts
from fieldforms.store.files import files
from fieldforms.store.models import File, Upload
from tests.flow.files.hands import REFUSED, picture
from tests.shared import at_once, during


def cleaned(body: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(photos.clean_photo(body)))
    image.load()
    return image


@pytest.mark.parametrize(("format", "mode"), [("JPEG", "RGB"), ("JPEG", "L"), ("JPEG", "CMYK"), ("PNG", "RGBA"), ("PNG", "P"), ("PNG", "1"), ("WEBP", "RGB")])  # fmt: skip
def test_what_phones_send_becomes_a_jpeg(format, mode):
    image = cleaned(picture(format=format, mode=mode))
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (64, 48))


@pytest.mark.parametrize(("size", "kept"), [((1600, 1200), (1600, 1200)), ((3200, 2400), (1600, 1200)), ((1, 1), (1, 1))])  # fmt: skip
def test_the_longest_side_is_1600(size, kept):
    assert cleaned(picture(size)).size == kept


@pytest.mark.parametrize("format", ["JPEG", "PNG"])
@pytest.mark.parametrize(
    ("size", "kept"),
    [
        ((1080, 12000), (720, 8000)),
        ((12000, 1080), (8000, 720)),
        ((100, 4000), (100, 4000)),
        ((720, 1600), (720, 1600)),
        ((1440, 3200), (720, 1600)),
        ((750, 20000), (548, 14606)),
    ],
)
def test_what_is_long_stays_wide_enough_to_be_read(size, kept, format):
    assert cleaned(picture(size, format=format)).size == kept


@pytest.mark.parametrize(("format", "mode"), [("PNG", "RGBA"), ("PNG", "LA"), ("PNG", "P"), ("WEBP", "RGBA"), ("PNG", "RGB"), ("PNG", "L")])  # fmt: skip
def test_what_is_transparent_becomes_white(format, mode):
    image = Image.new("RGBA", (2000, 400), (0, 0, 0, 0))
    image.paste((200, 0, 0, 255), (0, 0, 1000, 400))
    opaque = mode in ("RGB", "L")
    body = io.BytesIO()
    made = image.convert(mode) if mode != "P" else image.quantize(8)
    made.save(body, format, **({"transparency": made.getpixel((1900, 10))} if opaque else {}))
    kept = cleaned(body.getvalue())
    assert min(kept.getpixel((1500, 100))) > 250
    assert max(kept.getpixel((100, 100))[1:]) < 80


def test_place_camera_and_comments_are_gone():
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x9286] = "CameraMaker", "Model X", "secret words"
    exif.get_ifd(0x8825)[2] = (30.0, 15.0, 0.0)
    body = picture(exif=exif, comment=b"secret words")
    assert b"CameraMaker" in body
    kept = photos.clean_photo(body)
    for word in (b"CameraMaker", b"Model X", b"secret words", b"Exif"):
        assert word not in kept
    assert not Image.open(io.BytesIO(kept)).getexif()


def test_a_picture_lying_on_its_side_is_turned_upright():
    exif = Image.Exif()
    exif[0x0112] = 6  # turn a quarter to the right
    image = cleaned(picture((64, 48), exif=exif))
    assert image.size == (48, 64)
    top, bottom = image.getpixel((24, 4)), image.getpixel((24, 60))
    assert top[0] > 150 > top[2]
    assert bottom[2] > 150 > bottom[0]


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_photo_is_refused_with_a_reason(name):
    with pytest.raises(BadPhoto) as refused:
        photos.clean_photo(REFUSED[name])
    assert refused.value.values["why"]


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_a_photo_damaged_anywhere_is_a_photo_or_refused(format):
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "CameraMaker"
    whole = picture(format=format, exif=exif)
    for place in range(0, len(whole), max(1, len(whole) // 150)):
        for value in (0x00, 0xFF, whole[place] ^ 0x55):
            body = whole[:place] + bytes([value]) + whole[place + 1 :]
            try:
                assert Image.open(io.BytesIO(photos.clean_photo(body))).format == "JPEG"
            except BadPhoto:
                pass


@pytest.mark.parametrize(("name", "why"), [("a smaller bomb", "像素"), ("text", "不是可用的图片"), ("a truncated JPEG", "损坏"), ("21 megabytes", "太大")])  # fmt: skip
def test_the_reason_is_the_right_one(name, why):
    with pytest.raises(BadPhoto) as refused:
        photos.clean_photo(REFUSED[name])
    assert why in refused.value.values["why"]


def test_a_photo_with_a_page_behind_it_loses_the_page():
    kept = photos.clean_photo(picture() + b"<script>alert(1)</script>")
    assert b"script" not in kept


# Kept


def sent(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def test_the_same_photo_sent_again_is_kept_once(shared):
    uuid, body = drafts.new_uuid(), picture((65, 48))
    first, second = (photos.keep_photo(uuid, sent(body), body) for _ in range(2))
    assert first.id == second.id
    assert Upload.select().where(Upload.draft == uuid).count() == 1
    assert files.read_file(first.digest) == photos.clean_photo(body)


def test_the_same_photo_for_two_drafts_is_one_file_of_both(shared):
    body, uuids = picture((66, 48)), [drafts.new_uuid(), drafts.new_uuid()]
    kept = {photos.keep_photo(uuid, sent(body), body).digest for uuid in uuids}
    assert len(kept) == 1
    assert all(files.digests_of_draft(uuid) == kept for uuid in uuids)
    assert files.belongs_to_draft(uuids[0], *kept)


def test_a_big_photo_is_kept_beside_the_database(shared):
    body = picture((1500, 1500), format="PNG")
    noisy = io.BytesIO()
    Image.effect_noise((900, 900), 90).convert("RGB").save(noisy, "PNG")
    small = photos.keep_photo(drafts.new_uuid(), sent(body), body)
    large = photos.keep_photo(drafts.new_uuid(), sent(noisy.getvalue()), noisy.getvalue())
    assert not files.path_of(small.digest).exists()
    assert files.path_of(large.digest).read_bytes() == files.read_file(large.digest)
    assert hashlib.sha256(files.read_file(large.digest)).hexdigest() == large.digest


def test_the_same_photo_16_times_at_once_is_one_file(shared):
    body, uuid = picture((67, 48)), drafts.new_uuid()
    results = at_once(*[partial(photos.keep_photo, uuid, sent(body), body)] * 16)
    assert {getattr(file, "id", file) for file in results} == {File.get(File.digest == results[0].digest).id}


def test_a_photo_another_phone_is_just_sending_is_kept_for_both(shared):
    body, uuid = picture((68, 48)), drafts.new_uuid()
    result = during(
        lambda: photos.keep_photo(drafts.new_uuid(), sent(body), body),
        partial(photos.keep_photo, uuid, sent(body), body),
    )
    assert files.digests_of_draft(uuid) == {result.digest}
