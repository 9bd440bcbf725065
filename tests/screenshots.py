"""`make screenshots`: the README's picture of the phone journey and those of the manual, taken from the running application
with demo data, as it is on one morning: only what is drawn by chance (codes, QR codes) differs from the last time."""

import os
import socket
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

from PIL import Image
from playwright.sync_api import Page, sync_playwright
from waitress import create_server

from fieldforms import config, create_app
from fieldforms.demo import load
from fieldforms.i18n import LANGUAGES
from fieldforms.store import clock
from fieldforms.store.models import Code, Device
from tests import manual_pictures
from tests.browser.conftest import PHONE
from tests.engines import chromium

PICTURE = Path(__file__).parent.parent / "docs" / "journey.png"
PASSWORD = "fieldforms-demo"
PIN = "719346"


SHOWN_URL = "http://service.example.com"
MORNING = int(datetime(2026, 11, 30, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai")).timestamp() * 1000)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def main() -> None:
    url = f"http://127.0.0.1:{free_port()}"
    with tempfile.TemporaryDirectory() as folder, clock_set_to(MORNING):
        app = create_app(config.read({"FIELDFORMS_INSTANCE": folder, "FIELDFORMS_URL": SHOWN_URL}))
        load.load()
        device = Code.select().join(Device).where(Device.category == "processor").order_by(Code.id).first()
        server = create_server(app, host="127.0.0.1", port=int(url.rsplit(":", 1)[1]), threads=4)
        threading.Thread(target=server.run, daemon=True).start()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium())
            page = browser.new_context(base_url=url, locale="zh-CN", **PHONE).new_page()
            side_by_side(journey(page, device.code)).save(PICTURE, optimize=True)
            for lang in LANGUAGES:
                manual_pictures.take(browser, url, device.code, lang)
            browser.close()
        os._exit(0)  # the server's threads would keep us


@contextmanager
def clock_set_to(moment: int) -> Iterator[None]:
    """The server's, in all its threads, from `moment` (UTC ms) a millisecond further whenever it is asked: however slow this
    machine is, no minute passes."""
    ticks, real = count(moment), clock.now
    clock.now = lambda: next(ticks) if clock.told.get() is None else real()
    yield
    clock.now = real


def journey(page: Page, code: str) -> list[bytes]:
    """Device page, the sheet being filled, the client's page with an answer and ink, done."""
    page.goto(f"/sign-in?next=/d/{code}")
    page.fill("[name=login]", "chen")
    page.fill("[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/d/{code}", wait_until="load")
    page.get_by_role("link", name="填客户服务联络单").wait_for()
    taken = [page.screenshot()]
    page.get_by_role("link", name="填客户服务联络单").tap()
    page.fill("#f-request", "第一会议室话筒偶有杂音")
    page.fill("#f-solution", "更换 2 路输入端子，重新压接；八路供电检查正常。")
    page.locator("#q-result label").first.tap()
    page.locator("#q-result").scroll_into_view_if_needed()
    page.locator("[data-save-status]", has_text="已存").wait_for()
    taken.append(page.screenshot())
    page.locator("button[name=then][value=check]").tap()
    page.get_by_role("button", name="确认，交客户签字").tap()
    page.fill("#f-pin", PIN)
    page.fill("#f-own_password", PASSWORD)
    page.get_by_role("button", name="把手机交给客户").tap()
    page.locator("#q-accessories label").nth(0).tap()
    page.locator("#q-satisfaction label").first.tap()
    draw(page)
    page.fill("#f-signer", "王丁")
    taken.append(page.screenshot())
    page.get_by_role("button", name="确认并签字").tap()
    page.get_by_role("heading", name="谢谢您，已签好").wait_for()
    return [*taken, page.screenshot()]


def draw(page: Page) -> None:
    page.locator("[data-sign]").tap()
    page.locator("canvas:not([width='300'])").wait_for()
    box = page.locator("canvas").bounding_box()
    assert box
    strokes = [
        [(0.12, 0.3), (0.38, 0.28)], [(0.15, 0.5), (0.36, 0.48)], [(0.1, 0.72), (0.42, 0.7)], [(0.25, 0.3), (0.25, 0.7)],
        [(0.55, 0.3), (0.9, 0.28)], [(0.73, 0.3), (0.72, 0.74), (0.64, 0.66)],
    ]  # fmt: skip
    for stroke in strokes:
        points = [(box["x"] + box["width"] * x, box["y"] + box["height"] * y) for x, y in stroke]
        page.mouse.move(*points[0])
        page.mouse.down()
        for x, y in points[1:]:
            page.mouse.move(x, y, steps=8)
        page.mouse.up()
    page.locator("[data-sign-done]").tap()


def side_by_side(pictures: list[bytes]) -> Image.Image:
    images = [Image.open(BytesIO(each)).convert("RGB") for each in pictures]
    gap, (width, height) = 40, images[0].size
    sheet = Image.new("RGB", (len(images) * (width + gap) + gap, height + 2 * gap), "#e7e3d8")
    for place, image in enumerate(images):
        sheet.paste(image, (gap + place * (width + gap), gap))
    return sheet.reduce(2)


if __name__ == "__main__":
    main()
