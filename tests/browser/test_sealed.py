"""What was signed: evidence complete, nothing can be edited, and the digest that is stored is the digest of what is stored."""

import base64
import hashlib
import json
from types import SimpleNamespace

import pytest
from peewee import IntegrityError
from playwright.sync_api import expect

from fieldforms.flow.proof import verification
from fieldforms.store import clock, scope
from fieldforms.store.models import Disclosure, Entry
from fieldforms.store.record import records
from tests.browser.hands import answer, fill_work, hand_over, new_sheet, saved, sign
from tests.people import PHONE_AGENT

pytestmark = pytest.mark.browser


@pytest.fixture
def signed(site):
    """A sheet signed on the technician's phone, which still shows the thanks."""
    page = site.open("chen")
    number = site.world.waiting_sheet().number
    hand_over(site, page, records.by_number(scope.SYSTEM, number).entries[-1].row)
    answer(page, "accessories", "none")
    answer(page, "satisfaction", "satisfied")
    sign(page)
    body = page.evaluate("Object.fromEntries(new FormData(document.querySelector('form#sign')))")
    ink = page.locator("[data-strokes]").input_value()
    action = page.locator("form#sign").get_attribute("action")
    page.get_by_role("button", name="确认并签字").tap()
    page.locator("[data-finished]").wait_for()
    return SimpleNamespace(page=page, number=number, body=body, action=action, ink=ink)


def b64(digest: bytes) -> str:
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def test_the_evidence_is_complete(site, signed):
    first, last = records.by_number(scope.SYSTEM, signed.number).entries
    evidence, consent = last.facts["evidence"], last.facts["consent"]
    assert last.payload["way"] == "handed_over" and evidence["handed_over_by"] == "陈志远"
    assert evidence["address"] == "127.0.0.1"
    assert (evidence["agent"], evidence["device"]) == (PHONE_AGENT, "Android")
    assert last.facts["signer"] == "丁一"
    assert last.facts["signature"]["method"] == "drawn" and len(last.facts["signature"]["strokes"]) == 64
    assert consent["zh"] and consent["version"] and consent["shown_in"] == "zh"
    assert abs(last.payload["phone_at"] - last.payload["sealed_at"]) < clock.HOUR
    assert last.payload["sealed_at"] == last.row.sealed_at
    assert last.payload["definition"] and last.payload["number"] == signed.number
    assert first.payload["record"] == last.payload["record"]
    assert (first.payload["seq"], last.payload["seq"]) == (1, 2)


def test_the_page_shows_the_evidence_to_who_has_to_prove_it(site, signed):
    page = site.open("gao", desk=True)
    page.goto(f"/records/{signed.number}")
    for details in page.locator(".timeline details").all():
        details.evaluate("(element) => { element.open = true; }")
    for words in ("丁一", "手写签字", "在技术员的手机上", "127.0.0.1", "Android", "陈志远"):
        expect(page.locator(".timeline")).to_contain_text(words)
    expect(page.locator("main")).to_contain_text("封存完好 ✓")
    expect(page.locator(".sheet .ink path").first).to_be_visible()


def test_the_stored_digest_is_the_recomputed_one(site, signed):
    for entry in Entry.select().where(Entry.number == signed.number):
        assert entry.digest == b64(hashlib.sha256(entry.jwt.encode()).digest())
        payload = json.loads(base64.urlsafe_b64decode(entry.jwt.split(".")[1] + "=="))
        rows = Disclosure.select().where(Disclosure.entry == entry)
        assert {b64(hashlib.sha256(row.body.encode()).digest()) for row in rows} == set(payload["_sd"])
    assert list(verification.every_difference()) == []
    page = site.open()
    page.goto(f"/v/{entry.digest}")
    expect(page.get_by_role("heading", name="真实，封存后没有改动")).to_be_visible()
    assert "丁一" not in page.content() and site.world.office.client.name not in page.content()


def test_another_signature_under_the_same_sheet_is_refused(signed):
    form = {name: value for name, value in signed.body.items() if isinstance(value, str)}
    again = signed.page.request.post(signed.action, form=form | {"satisfaction": "fair"}, max_redirects=0)
    assert again.status == 409
    assert len(records.by_number(scope.SYSTEM, signed.number).entries) == 2


def test_an_old_tab_cannot_change_what_was_handed_in(site):
    old = site.open("chen")
    old.goto(new_sheet(site.world.office))
    with saved(old):
        fill_work(old)
    tab = site.tab(old.context)
    tab.goto(f"{old.url}/check")
    tab.get_by_role("button", name="确认，交客户签字").tap()
    tab.wait_for_url("**/signature")
    with saved(old) as answered:
        old.locator("#f-solution").fill("事后改的")
    assert answered.value.status == 409
    expect(old.locator("#conflict")).to_contain_text("已")
    expect(old.locator("[data-save-status]")).to_have_attribute("data-state", "conflict")
    assert old.locator("#f-solution").input_value() == "事后改的"
    number = tab.url.split("/")[-2]
    assert records.by_number(scope.SYSTEM, number).entries[0].answers["solution"] == "更换端子"
    old.reload()
    assert old.url.endswith("/signature")


def test_the_database_itself_refuses(signed):
    for model, change in ((Entry, {"outcome": "returned"}), (Disclosure, {"body": "x"})):
        entry = Entry.get(Entry.number == signed.number)
        mine = Entry.id == entry.id if model is Entry else Disclosure.entry == entry
        for statement in (model.update(**change).where(mine), model.delete().where(mine)):
            with pytest.raises(IntegrityError, match="sealed"):
                statement.execute()
    assert list(verification.every_difference()) == []
