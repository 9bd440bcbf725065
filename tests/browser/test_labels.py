"""Labels as they come out of the printer: read by a decoder, opened in a browser, by people with and without an account."""

import re
import subprocess
from contextlib import contextmanager
from dataclasses import replace

import pytest
from PIL import Image
from playwright.sync_api import expect

from fieldforms import config
from fieldforms.flow.record import label_codes
from fieldforms.flow.register import codes
from fieldforms.paper import labels
from tests.engines import QR_ALONE, tool
from tests.people import Place

pytestmark = pytest.mark.browser

PRINTED = "https://ff.example.cn"
DPI = 300
MODULES = 29  # of a QR code of version 3
TICK = 1.6  # millimetres of a label's edge that may carry cutting marks


@pytest.fixture(scope="module")
def library(world):
    """Another client, whose device wears its second label."""
    place = Place("市图书馆", "图书馆", "何平", "0571-5555 0333", "报告厅投影机")
    place.old = place.code.code
    [place.new] = codes.make_blank(world.actor("gao"), 1)
    codes.bind_device(world.actor("gao"), place.new, place.device.id)
    return place


@contextmanager
def config_with_url(url: str):
    """No label is printed with the address at which this machine alone finds the server of the tests."""
    served = config.current
    config.use(replace(served, url=url))
    try:
        yield
    finally:
        config.use(served)


def printed(page, query: str, folder) -> list:
    """The pages of the labels' PDF as pictures."""
    with config_with_url(PRINTED):
        answer = page.request.get(f"/labels.pdf?{query}")
    (folder / "labels.pdf").write_bytes(answer.body())
    subprocess.run([tool("pdftoppm"), "-r", str(DPI), "-png", "labels.pdf", "page"], cwd=folder, check=True)
    return sorted(folder.glob("page-*.png"))


def decoded(*pictures) -> list[str]:
    """What a decoder reads in the pictures."""
    command = [tool("zbarimg"), *QR_ALONE, *pictures]
    return sorted(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())


def corners(layout: str, count: int) -> list[tuple[float, float]]:
    """Where the first `count` labels of a sheet begin, in millimetres."""
    shape = labels.LABEL_LAYOUTS[layout]
    (left, top), (right, down) = shape.margin, shape.pitch
    places = [divmod(number, shape.grid[0]) for number in range(count)]
    return [(left + column * right, top + row * down) for row, column in places]


def cut(picture, layout: str, count: int) -> list:
    """A picture of each label: phones look at one at a time."""
    sheet, (width, height) = Image.open(picture), labels.LABEL_LAYOUTS[layout].size
    paths = [picture.with_name(f"label-{number}.png") for number in range(count)]
    for path, (x, y) in zip(paths, corners(layout, count), strict=True):
        sheet.crop((dots(x), dots(y), dots(x + width), dots(y + height))).save(path)
    return paths


def quiet_zones(picture, layout: str, count: int) -> list[float]:
    """The white around each code on its narrowest side, in modules."""
    size = labels.LABEL_LAYOUTS[layout].size
    pixels = Image.open(picture).convert("L").point(lambda value: 255 if value < 128 else 0)
    return [white_around(pixels, code_in(pixels, corner, size)) for corner in corners(layout, count)]


def code_in(pixels, corner, size) -> tuple[int, int, int, int]:
    """The box in pixels of the code in a label: what is leftmost in it, beside the ticks at its edges."""
    left, top = (dots(edge + TICK) for edge in corner)
    right, bottom = (dots(edge + length - TICK) for edge, length in zip(corner, size, strict=True))
    left += pixels.crop((left, top, right, bottom)).getbbox()[0]
    _, upper, _, lower = pixels.crop((left, top, left + 3, bottom)).getbbox()  # the finders, above and below
    return left, top + upper, left + lower - upper, top + lower


def white_around(pixels, box) -> float:
    module = (box[2] - box[0]) / MODULES
    for grown in range(1, round(8 * module)):
        around = (box[0] - grown, box[1] - grown, box[2] + grown, box[3] + grown)
        ring = pixels.crop(around)
        ring.paste(0, (1, 1, ring.width - 1, ring.height - 1))
        beyond = min(around[:2]) < 0 or around[2] > pixels.width or around[3] > pixels.height
        if beyond or ring.getbbox():
            break
    return grown / module  # to a dot: the first ring with ink may just touch it


def dots(millimetres: float) -> int:
    return round(millimetres / 25.4 * DPI)


@pytest.mark.parametrize("layout", ["a4-3x7", "60x40", "50x30"])
def test_a_printed_label_decodes_to_the_exact_address(site, tmp_path, layout):
    page = site.open("chen")
    code = site.world.office.code.code
    [picture] = printed(page, f"client={site.world.office.client.id}&layout={layout}", tmp_path)
    assert decoded(picture) == [f"{PRINTED}/d/{code}".upper()]
    [white] = quiet_zones(picture, layout, 1)
    assert white >= 4


def test_a_sheet_of_blank_labels_decodes_one_by_one(site, tmp_path):
    world = site.world
    made = codes.make_blank(world.actor("chen"), 21)
    page = site.open("chen")
    [picture] = printed(page, f"codes={','.join(made)}", tmp_path)
    assert decoded(*cut(picture, "a4-3x7", 21)) == sorted(f"{PRINTED}/d/{code}".upper() for code in made)
    assert min(quiet_zones(picture, "a4-3x7", 21)) >= 4


def test_the_decoded_address_opens_the_device_and_so_do_lower_case_and_a_code_read_aloud(site, tmp_path):
    page = site.open("chen")
    [picture] = printed(page, f"client={site.world.office.client.id}&layout=60x40", tmp_path)
    [text] = decoded(picture)
    code = site.world.office.code.code
    printed_path = text.removeprefix(PRINTED.upper())
    for address in (printed_path, f"/d/{code.lower()}", f"/d/{code[:5]}-{code[5:].lower()}"):
        assert page.goto(address).ok
        expect(page.get_by_role("heading", level=1)).to_have_text(site.world.office.device.name)


def test_a_typed_code_opens_the_device(site):
    page = site.open("chen")
    page.goto("/codes")
    page.locator("#f-code").fill(f" {site.world.office.code.code.lower()} ")
    page.locator("#f-code").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(site.world.office.device.name)


def test_labels_that_lead_nowhere_explain_themselves(site, library):
    [blank, retired] = codes.make_blank(site.world.actor("gao"), 2)
    codes.retire_code(site.world.actor("gao"), retired)
    page = site.open()
    said = {}
    for state, code, status in (("unknown", label_codes.new_code(), 404), ("unbound", blank, 200), ("retired", retired, 410),
                                ("replaced", library.old, 410)):  # fmt: skip
        assert page.goto(f"/d/{code}").status == status, state
        said[state] = page.get_by_role("heading", level=1).inner_text()
        assert library.device.name not in page.content()
    assert len(set(said.values())) == 4
    assert said["replaced"] == "这个标签已更换" and said["unbound"] == "这个标签还没有启用"


def test_a_replaced_label_leads_its_technician_on(site, library):
    page = site.open("sunmin")
    page.goto(f"/d/{library.old}")
    page.get_by_role("link", name=library.device.name).tap()
    page.wait_for_url(f"**/d/{library.new}")


def test_a_blank_label_is_put_on_a_device_with_one_tap(site):
    [blank] = codes.make_blank(site.world.actor("gao"), 1)
    place = Place("市档案馆", "档案馆", "吴双", "0571-5555 0444", "库房摄像机")
    page = site.open("sunmin")
    page.goto(f"/d/{blank}")
    page.locator(f'button[value="{place.device.id}"]').tap()
    page.wait_for_url(f"**/d/{blank}")
    expect(page.get_by_role("heading", level=1)).to_have_text(place.device.name)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_scan_without_an_account_shows_nothing_of_the_client(site, lang):
    place = site.world.office
    site.world.signed_sheet()
    page = site.open(lang=lang)
    assert page.goto(f"/d/{place.code.code}").ok
    expect(page.get_by_role("heading", level=1)).to_have_text(place.device.name)
    shown = re.sub(r'"X-CSRFToken":"[^"]*"', "", page.content())  # which may say anything by chance
    for private in (place.client.name, place.client.address, place.client.phone, place.contact.name, place.device.serial,
                    "FW-", "丁一", "陈志远", "/records", "/forms"):  # fmt: skip
        assert private not in shown, private
    assert page.locator('a[href^="tel:"]').count() == 1
    page.locator(f'a[href="/d/{place.code.code}/report"]').tap()
    page.wait_for_url("**/report")
    expect(page.locator("form")).not_to_have_count(0)
    assert place.client.name not in page.content() and place.contact.name not in page.content()
