"""The phone's worker: what is opened without a network, what is handed in then, and whose it is."""

import pytest
from playwright.sync_api import expect

from fieldforms.flow.people import sessions
from fieldforms.store import scope
from fieldforms.store.filling import drafts
from fieldforms.store.record import records
from tests.browser.hands import fill_work, new_sheet, saved
from tests.browser.phones import wait_until_kept, wait_until_nothing_waits
from tests.browser.roads import draft_of, uuid_of

pytestmark = pytest.mark.browser

CONTROLLED = "() => !!navigator.serviceWorker.controller"
WORDS = "话筒有杂音，换线后正常"


def with_worker(site, login="chen", **options):
    """A page of a browser that has the worker: the first page brings it."""
    page = site.open(login, service_workers="allow", **options)
    page.goto("/")
    page.wait_for_function(CONTROLLED)
    return page


def test_a_device_and_its_sheet_open_without_a_network(site):
    page = with_worker(site)
    page.goto(f"/d/{site.world.office.code.code}")
    sheet = new_sheet(site.world.office)
    page.goto(sheet)
    page.context.set_offline(True)
    page.goto(f"/D/{site.world.office.code.code}")
    expect(page.get_by_role("heading", level=1)).to_contain_text(site.world.office.device.name)
    page.goto(sheet)
    expect(page.locator("#f-request")).to_be_visible()


def test_what_was_edited_without_a_network_is_there_after_a_reload(site):
    page = with_worker(site)
    page.goto(new_sheet(site.world.office))
    with saved(page):
        fill_work(page)
    page.reload()
    page.context.set_offline(True)
    page.locator("#f-request").fill(WORDS)
    wait_until_kept(page, WORDS)
    page.reload()
    expect(page.locator("#f-request")).to_have_value(WORDS)
    page.context.set_offline(False)
    wait_until_nothing_waits(page)
    assert draft_of(uuid_of(page)).answers["request"] == WORDS


def test_a_sheet_handed_in_without_a_network_is_sent_once_and_gets_its_number(site):
    page = with_worker(site)
    page.goto(new_sheet(site.world.office))
    with saved(page):
        fill_work(page)
    uuid = uuid_of(page)
    page.context.set_offline(True)
    page.locator("#f-request").fill(WORDS)
    page.locator("[data-go-on]").tap()
    page.locator("[data-hand-in]").tap()
    expect(page.locator("[data-phone-list]")).to_contain_text("已提交到本机，待上传")
    expect(page.locator("[data-phone-list]")).to_contain_text("客户服务联络单")
    assert draft_of(uuid).completed_at is None
    page.context.set_offline(False)
    expect(page.locator("[data-phone-list]")).to_contain_text("已同步，编号")
    entry = drafts.get_draft(uuid)
    assert entry.completed_at
