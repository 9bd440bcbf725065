"""Attacks on every route that takes a file: refused with 4xx and a sentence, nothing kept; what is kept is a photo."""

import hashlib
import io
import re
from itertools import chain, count

import pytest

from fieldforms.flow.completing import signature_requests
from fieldforms.flow.filling import drafts
from fieldforms.store.files import files
from fieldforms.store.models import Draft, File, Upload
from tests.flow.files.hands import REFUSED, picture
from tests.people import csrf
from tests.web.hands import contact_body, open_sheet

NAMES = [
    "../../../xkept.jpg",
    "..\\..\\xkept.jpg",
    "/etc/xkept.jpg",
    "x\x00kept.jpg",
    "a" * 251 + ".jpg",
    "照片.jpg",
    "",
    "x.svg",
    "a\r\nb.jpg",
]
POLYGLOTS = {
    "a page behind it": picture() + b"<script>alert(1)</script>",
    "a page in its comment": picture(comment=b"<script>alert(1)</script>"),
    "an archive behind it": picture() + b"PK\x05\x06" + b"\0" * 18,
}


def raw_photo(world, body: bytes, _name: str):
    """To a draft, as scripts send it."""
    form = open_sheet(world.browser("chen"), world.office)
    sent = hashlib.sha256(body).hexdigest()
    return form.browser.post(
        f"{form.url}/photos/{sent}", data=body, headers={"X-CSRFToken": form.body["csrf_token"]}
    )


def with_the_step(world, body: bytes, name: str):
    """With a saved step, as a page without scripts sends it."""
    form = open_sheet(world.browser("chen"), world.office)
    return form.post(
        then="check", **contact_body(world.office), **{"work_photos.file": (io.BytesIO(body), name)}
    )


def with_the_completion(world, body: bytes, name: str):
    form = open_sheet(world.browser("chen"), world.office)
    photo = {"work_photos.file": (io.BytesIO(body), name)}
    return form.post(f"{form.url}/entry", whole="1", **contact_body(world.office), **photo)


def of_the_paper(world, body: bytes, name: str):
    """The sheet that was signed on paper."""
    number = world.waiting_sheet().number
    browser, path = world.browser("chen"), f"/records/{number}/paper"
    answers = {"signer": "丁一", "accessories": "yes", "satisfaction": "satisfied"}
    return browser.post(path, data=posted(browser, path) | answers | {"paper.file": (io.BytesIO(body), name)})


def raw_from_a_stranger(world, body: bytes, _name: str):
    """To a fault report, by anybody at the device."""
    browser, uuid = stranger(world), drafts.new_uuid()
    path = f"/d/{world.office.code.code}/report"
    token = csrf(browser.get(path).text)
    return browser.post(f"{path}/{uuid}/photos", data=body, headers={"X-CSRFToken": token})


def with_a_report(world, body: bytes, name: str):
    browser, path = stranger(world), f"/d/{world.office.code.code}/report"
    said = {"symptom": "没有图像", "urgency": "urgent", "reporter": "丁一"}
    return browser.post(
        path, data=posted(browser, path) | said | {"fault_photos.file": (io.BytesIO(body), name)}
    )


def stranger(world):
    """Somebody who has reported nothing yet: those from one address are slowed down."""
    browser = world.browser()
    browser.environ_base["REMOTE_ADDR"] = f"10.1.2.{next(ADDRESSES)}"
    return browser


def posted(browser, path: str) -> dict[str, str]:
    """The hidden inputs of a page's forms."""
    return dict(re.findall(r'<input type="hidden" name="([\w.]+)" value="([^"]*)"', browser.get(path).text))


def by_the_signer(world, body: bytes, name: str):
    """Through a link, where no file is asked for."""
    waiting = world.waiting_sheet()
    token = signature_requests.make_signing_link(world.actor("chen"), waiting.number)[1]
    browser = world.browser()
    signed = posted(browser, f"/s/{token}") | {"signer": "丁一", "comments.file": (io.BytesIO(body), name)}
    return browser.post(f"/s/{token}", data=signed)


ROUTES = [
    raw_photo,
    with_the_step,
    with_the_completion,
    of_the_paper,
    raw_from_a_stranger,
    with_a_report,
    by_the_signer,
]
KEEPING = [route for route in ROUTES if route is not by_the_signer]
ADDRESSES = count(1)
RAW = (raw_photo, raw_from_a_stranger)
TO_ROUTES = pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.__name__)


@TO_ROUTES
def test_what_is_no_photo_is_refused_and_leaves_nothing(world, route):
    for what, body in REFUSED.items():
        if not body and route not in RAW:
            continue  # an empty file input sends just that: nothing was chosen
        answer = route(world, body, "photo.jpg")
        assert 400 <= answer.status_code < 500, (what, answer.status_code)
        assert re.search("[\u4e00-\u9fff]", answer.text), what
    assert File.select().where(File.media_type == "image/jpeg").count() == Upload.select().count() == 0
    assert list(files.folder.glob("**/*.*")) == []


def test_what_was_typed_beside_a_refused_photo_is_kept(world):
    """Without scripts they come in one body."""
    form = open_sheet(world.browser("chen"), world.office)
    photo = (io.BytesIO(b"no photo"), "photo.jpg")
    answer = form.post(**contact_body(world.office, solution="重启了"), **{"work_photos.file": photo})
    assert answer.status_code == 422 and "重启了" in answer.text
    assert Draft.get().answers["solution"] == "重启了"


@TO_ROUTES
def test_a_body_of_a_hundred_megabytes_is_not_read(world, route):
    class Endless(io.RawIOBase):
        read_so_far = 0

        def readable(self):
            return True

        def readinto(self, buffer):
            self.read_so_far += len(buffer)
            return len(buffer)

    sent = []

    def send(environ, start_response):
        if environ["REQUEST_METHOD"] == "POST":
            environ |= {"wsgi.input": Endless(), "CONTENT_LENGTH": str(100 * 1024 * 1024)}
            sent.append(environ["wsgi.input"])
        return usual(environ, start_response)

    usual, world.app.wsgi_app = world.app.wsgi_app, send
    try:
        answer = route(world, picture(), "photo.jpg")
    finally:
        world.app.wsgi_app = usual
    assert answer.status_code == 413
    assert sum(body.read_so_far for body in sent) < 25 * 1024 * 1024


@pytest.mark.parametrize("route", KEEPING, ids=lambda route: route.__name__)
def test_a_files_name_says_nothing_about_where_it_is_kept(world, route, tmp_path):
    for number, name in enumerate(NAMES):
        answer = route(world, picture((65 + number, 48)), name)
        assert answer.status_code < 500, name
    names = {path.name for path in chain(files.folder.glob("**/*"), tmp_path.glob("**/*"))}
    assert not [name for name in names if "kept" in name or "照片" in name or name.startswith("a" * 200)]


@pytest.mark.parametrize("route", KEEPING, ids=lambda route: route.__name__)
def test_of_what_is_a_photo_and_something_else_only_the_photo_is_kept(world, route):
    for what, body in POLYGLOTS.items():
        assert route(world, body, "photo.jpg").status_code in (201, 303), what
    kept = [files.read_file(file.digest) for file in File.select().where(File.media_type == "image/jpeg")]
    assert kept
    assert not [body for body in kept if b"script" in body or b"PK" in body[-30:]]
