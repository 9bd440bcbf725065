"""Codes read with the camera, on browsers that read none themselves: a camera that looks at a label stands in."""

import io

import pytest
import qrcode
from PIL import Image
from playwright.sync_api import expect

from tests.browser.conftest import Site
from tests.browser.hands import saved

pytestmark = pytest.mark.browser

SCAN = "[data-scan]"
STATUS = "[data-device-status]"
CHOSEN = "[data-device-list] input:checked"


EMPTY_DESK = " "


def what_the_camera_sees(text: str) -> bytes:
    """A label of that text on a desk, a few frames: JPEG after JPEG, as Chromium's stand-in for a camera reads them."""
    desk = Image.new("RGB", (1280, 720), (128, 112, 96))
    if text != EMPTY_DESK:
        label = qrcode.make(text, box_size=4).convert("RGB")
        desk.paste(label.rotate(8, expand=True, fillcolor=(128, 112, 96)), (500, 240))
    out = io.BytesIO()
    desk.save(out, "JPEG", quality=70)
    return out.getvalue() * 5


@pytest.fixture
def seeing(world, served_at, browser_type, browser_type_launch_args, tmp_path):
    """Opens the site in a browser whose camera sees a label of that text; without a text it has no camera."""
    opened = []

    def open_site(text: str = "") -> Site:
        film = tmp_path / "film.mjpeg"
        film.write_bytes(what_the_camera_sees(text) if text else b"")
        camera = [
            "--use-fake-ui-for-media-stream",
            "--use-fake-device-for-media-stream",
            f"--use-file-for-fake-video-capture={film}",
        ]
        given = browser_type_launch_args | {
            "args": [*browser_type_launch_args.get("args", ()), *(camera if text else [])]
        }
        browser = browser_type.launch(**given)
        site = Site(world, served_at, browser)
        opened.append((site, browser))
        return site

    yield open_site
    for site, browser in opened:
        site.close()
        browser.close()


def report_page(site):
    page = site.open("chen")
    page.add_init_script("delete window.BarcodeDetector")
    page.goto("/forms/av-maintenance/new")
    expect(page.locator("html[data-alive~=autosave]")).to_be_attached()
    return page


def test_a_label_is_read_by_a_browser_that_reads_none_itself(seeing, world):
    code = world.office.code.code
    page = report_page(seeing(f"HTTPS://FF.EXAMPLE.CN/D/{code}"))
    with saved(page):
        page.locator(SCAN).tap()
    expect(page.locator(CHOSEN)).to_have_value(code)
    expect(page.locator("[data-scanner]")).to_be_hidden()
    assert page.complaints == []


def test_who_has_no_camera_is_told_to_type_the_code(seeing):
    page = report_page(seeing())
    page.locator(SCAN).tap()
    expect(page.locator(STATUS)).to_have_text("打不开相机，请输入编码。")
    expect(page.locator("[data-scanner]")).to_be_hidden()


def test_who_closes_the_camera_has_scanned_nothing_and_may_scan_again(seeing, world):
    page = report_page(seeing(EMPTY_DESK))
    for _ in range(2):
        page.locator(SCAN).tap()
        page.locator("[data-scanner] [data-close]").tap()
        expect(page.locator("[data-scanner]")).to_be_hidden()
    expect(page.locator(CHOSEN)).to_have_count(0)


def test_what_is_no_label_of_ours_is_said(seeing):
    page = report_page(seeing("https://example.cn/poster"))
    page.locator(SCAN).tap()
    expect(page.locator(STATUS)).to_contain_text("POSTER")
    expect(page.locator("[data-scanner]")).to_be_hidden()


def test_who_cannot_get_the_decoder_is_told_to_type_the_code(seeing):
    page = report_page(seeing(EMPTY_DESK))
    page.context.route("**/*.wasm", lambda route: route.abort())
    page.locator(SCAN).tap()
    expect(page.locator(STATUS)).to_have_text("打不开相机，请输入编码。")
    expect(page.locator("[data-scanner]")).to_be_hidden()


def test_the_first_page_opens_what_the_camera_sees(seeing, world):
    page = seeing(f"HTTPS://FF.EXAMPLE.CN/D/{world.office.code.code}").open("chen")
    page.goto("/")
    page.locator("[data-scan-into]").tap()
    expect(page.locator("h1")).to_have_text(world.office.device.name)
    assert page.complaints == []
