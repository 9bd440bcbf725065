"""What people and attackers send: shown as pictures, saved as it came, or refused with a sentence."""

import io
import re
import struct
import zlib

import pytest
from PIL import Image

from fieldforms.flow.documents import file_checks
from fieldforms.paper import page_pictures
from fieldforms.store.files import files
from fieldforms.store.models import Document
from tests.people import csrf
from tests.web.documents.hands import added, manual, picture, upload
from tests.web.documents.strange_files import KEPT, REFUSED


@pytest.mark.parametrize("name", KEPT)
def test_what_is_only_saved_comes_back_as_it_was_and_is_never_opened_here(world, name):
    chen = world.browser("chen")
    document = added(chen, KEPT[name], name, device=world.office.device.id)
    assert "<figure" not in chen.get(f"/documents/{document.id}").text
    answer = chen.get(f"/documents/{document.id}/versions/1/file")
    assert answer.data == KEPT[name] and answer.headers["Content-Disposition"].startswith("attachment")
    assert (
        answer.headers["X-Content-Type-Options"] == "nosniff"
        and answer.headers["Cache-Control"] == "no-store"
    )


def test_what_is_hostile_damaged_or_unknown_is_refused_with_a_sentence_and_nothing_typed_is_lost(world):
    chen = world.browser("chen")
    for name, (body, why) in REFUSED.items():
        answer = upload(chen, body, name, device=world.office.device.id, title="我写的标题")
        assert answer.status_code == 422, name
        assert (
            re.search(why, answer.text) and "我写的标题" in answer.text and 'href="#f-file"' in answer.text
        ), name
    assert Document.select().count() == 0
    assert [path for path in files.folder.rglob("*") if path.is_file()] == [], (
        "nothing of it stays on the disk"
    )


def test_a_form_without_a_file_says_so(world):
    chen = world.browser("chen")
    token = csrf(chen.get("/account").text)
    answer = chen.post("/documents", data={"csrf_token": token, "kind": "manual", "title": "忘了文件"})
    assert answer.status_code == 422 and "没有选择文件" in answer.text and "忘了文件" in answer.text


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp"])
def test_a_picture_is_shown_on_the_page(world, name):
    chen, kind = world.browser("chen"), {"jpg": "JPEG"}.get(name[2:], name[2:].upper())
    document = added(chen, picture((2400, 600), kind), name, device=world.office.device.id)
    for size, most in (("page", 100_000), ("large", 400_000)):
        shown = chen.get(f"/documents/{document.id}/versions/1/{size}/1")
        assert shown.mimetype == "image/webp" and len(shown.data) <= most
        assert Image.open(io.BytesIO(shown.data)).width <= page_pictures.WIDTHS[size]


def test_a_noisy_scan_still_fits_on_a_phones_line(world):
    out = io.BytesIO()
    Image.effect_noise((800, 900), 90).save(out, "PDF")
    document = added(world.browser("chen"), out.getvalue(), device=world.office.device.id)
    shown = world.browser("chen").get(f"/documents/{document.id}/versions/1/page/1")
    assert shown.status_code == 200 and len(shown.data) <= 100_000


def test_a_pdf_with_a_script_is_shown_as_pictures_and_saved_as_it_came(world):
    chen = world.browser("chen")
    body = manual().replace(b"/Type/Catalog", b"/Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>")
    document = added(chen, body, device=world.office.device.id)
    assert chen.get(f"/documents/{document.id}/versions/1/page/1").mimetype == "image/webp"
    saved = chen.get(f"/documents/{document.id}/versions/1/file")
    assert saved.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in saved.headers["Content-Security-Policy"]


def pages_that_are_one(count: int) -> bytes:
    """A small PDF whose list of pages names the same page so often; PDFium mends its missing table."""
    kids = b" ".join([b"3 0 R"] * count)
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count "
        + str(count).encode()
        + b"/Kids["
        + kids
        + b"]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
        b"trailer<</Root 1 0 R/Size 4>>\n%%EOF"
    )


def test_ten_thousand_pages_are_too_many(world):
    answer = upload(world.browser("chen"), pages_that_are_one(10_000), device=world.office.device.id)
    assert answer.status_code == 422 and "最多 3000 页" in answer.text


def test_a_page_that_is_a_mile_wide_takes_no_mile_of_memory(world):
    chen = world.browser("chen")
    huge = pages_that_are_one(1).replace(b"595 842", b"9 14000000")
    document = added(chen, huge, device=world.office.device.id)
    answer = chen.get(f"/documents/{document.id}/versions/1/page/1")
    assert answer.status_code in (200, 422) and answer.mimetype.startswith("image/")


def test_a_page_that_cannot_be_drawn_says_so_and_the_next_one_is_drawn(world):
    """Here the helper itself is gone, as after a crash of PDFium: the next page has another one."""
    chen = world.browser("chen")
    document = added(chen, manual("一", "二"), device=world.office.device.id)
    page_pictures.kept_pictures.clear()
    page_pictures.helper.process.stdin.close()
    said = chen.get(f"/documents/{document.id}/versions/1/page/1")
    assert said.status_code == 422 and said.mimetype == "image/svg+xml" and "第 1 页显示不出来" in said.text
    assert chen.get(f"/documents/{document.id}/versions/1/page/2").mimetype == "image/webp"


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded(world):
    header = b"IHDR" + struct.pack(">II", 20_000, 20_000)
    body = picture()
    body = body[:12] + header + body[24:29]
    body += struct.pack(">I", zlib.crc32(body[12:])) + picture()[33:]
    answer = upload(world.browser("chen"), body, "大.png", device=world.office.device.id)
    assert answer.status_code == 422 and "像素太多" in answer.text


def test_what_is_too_large_is_refused(world, monkeypatch):
    monkeypatch.setattr(file_checks, "MOST_DOCUMENT_BYTES", 1000)
    answer = upload(world.browser("chen"), manual(), device=world.office.device.id)
    assert answer.status_code == 422 and "文件太大" in answer.text


def test_only_who_is_signed_in_may_send_more_than_any_form(world):
    """More than other pages take, less than a document may have."""
    large = b"x," * (13 * 1024 * 1024)
    stranger = world.browser()
    token = csrf(stranger.get("/sign-in").text)
    sent = {"csrf_token": token, "kind": "other", "file": (io.BytesIO(large), "表.csv")}
    assert stranger.post("/documents", data=sent).status_code == 413
    document = added(world.browser("chen"), large, "表.csv", device=world.office.device.id)
    saved = world.browser("chen").get(f"/documents/{document.id}/versions/1/file")
    assert len(saved.data) == len(large)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\a\\图纸.csv", "图纸.csv"),
        ("a\r\nSet-Cookie: x=1.csv", "Set-Cookie: x=1.csv"),
        ("gpj\u202efdp.csv", "gpjfdp.csv"),
        ("长" * 300 + ".csv", "长" * 116 + ".csv"),
    ],
)
def test_a_name_is_a_name(given, kept):
    assert file_checks.clean_name(given).endswith(kept) and len(file_checks.clean_name(given)) <= 120
    assert "\n" not in file_checks.clean_name(given)
