"""Whichever door a hostile file comes to, nothing of it stays in the house."""

import hashlib
import io

import pytest

from fieldforms.flow.faults.known_faults import write_fault
from fieldforms.store.files import files
from fieldforms.store.models import KnownFault
from tests.people import csrf
from tests.web.documents.hands import added, manual, picture
from tests.web.documents.strange_files import REFUSED
from tests.web.faults.hands import filled
from tests.web.hands import Form
from tests.web.stages.hands import address

# (name, bytes): of those that no door takes; a whole manual and picture may be what another door waits for.
HOSTILE = [
    (name, body)
    for name, (body, _why) in REFUSED.items()
    if body and body not in (manual(), picture()) and not body.startswith(b"PK")
]
BOMB = ("大图.png", picture((9000, 9000)))  # of more pixels than anybody draws
NAMELESS = ("x", b"<?php system($_GET[0]); ?>")


def as_file(name: str, body: bytes):
    return io.BytesIO(body), name


def to_library(world, browser, name, body):
    token = csrf(browser.get("/account").text)
    said = {"csrf_token": token, "kind": "manual", "title": "x", "device": str(world.office.device.id)}
    return browser.post("/documents", data={**said, "file": as_file(name, body)})


def to_version(world, browser, name, body):
    token = csrf(browser.get("/account").text)
    found = f"/documents/{world.shelf}/versions"
    return browser.post(found, data={"csrf_token": token, "file": as_file(name, body)})


def to_stage(world, browser, name, body):
    token = csrf(browser.get("/account").text)
    said = {"csrf_token": token, "kind": "contract", "title": "x", "file": as_file(name, body)}
    return browser.post(f"{address(world, 'contract')}/document", data=said)


def to_nameplate(world, browser, name, body):
    page = browser.get(f"/devices/new?client={world.office.client.id}").text
    said = {
        "csrf_token": csrf(page),
        "client": str(world.office.client.id),
        "name": "",
        "nameplate": as_file(name, body),
    }
    return browser.post("/devices", data=said)


def to_import(world, browser, name, body):
    return browser.post(
        "/imports/new/devices",
        data={"csrf_token": csrf(browser.get("/account").text), "file": as_file(name, body)},
    )


def to_photos(world, browser, name, body):
    form = Form(browser, f"/forms/service-contact/new?device={world.office.code.code}")
    sent = f"{form.url.rpartition('/')[0] if form.url.endswith('/entry') else form.url}/photos/{hashlib.sha256(body).hexdigest()}"
    return browser.post(sent, data=body, headers={"X-CSRFToken": form.body["csrf_token"]})


def to_known_fault(world, browser, name, body):
    about = {"symptom": "画面发黄", "remedy": "换灯泡", "about": "category-projector"}
    fault = KnownFault.get_or_none() or write_fault(world.actor("sunmin"), about, "zh")
    token = csrf(browser.get("/account").text)
    said = {"csrf_token": token, "photos": as_file(name, body)}
    return browser.post(f"/known-faults/{fault.id}/photos", data=said)


def to_sheet(world, browser, name, body):
    form = Form(browser, f"/forms/handover/new?client={world.office.client.id}")
    return form.post(then="check", **{"manuals_files.file": as_file(name, body)})


def to_stranger(world, browser, name, body):
    path = f"/d/{world.office.code.code}/report"
    form = filled(browser.get(path).text) | {"fault_photos.file": as_file(name, body)}
    return browser.post(path, data=form)


DOORS = {
    to_library: "chen", to_version: "chen", to_stage: "sunmin", to_nameplate: "chen", to_photos: "chen", to_sheet: "chen",
    to_stranger: "", to_known_fault: "sunmin",
}  # fmt: skip


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__)
def test_a_hostile_file_is_refused_at_every_door(world, door):
    world.shelf = added(world.browser("chen"), device=world.office.device.id).id if door is to_version else 0
    browser, before = world.browser(DOORS[door] or None), kept()
    for name, body in [*HOSTILE, BOMB, NAMELESS]:
        answer = door(world, browser, name, body)
        assert 400 <= answer.status_code < 500, (name, answer.status_code)
    assert kept() == before, "nothing of it stays on the disk"


def test_a_list_may_be_any_text_and_nothing_of_it_is_markup(world):
    browser = world.browser("sunmin")
    for name, body in HOSTILE:
        answer = to_import(world, browser, name, body)
        assert answer.status_code in (303, 422), name
        page = browser.get(answer.location) if answer.status_code == 303 else answer
        assert b"<script>alert" not in page.data and b"<svg xmlns" not in page.data, name


def kept() -> list:
    return sorted(path.name for path in files.folder.rglob("*") if path.is_file())
