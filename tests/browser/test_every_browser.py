"""The main journeys in the browsers that people have beside Chromium's family: Firefox and WebKit; and in Chromiums of years ago.

`make browsers` plays them. No other run does: their drivers lose a click or an answer now and then (1 of 22 journeys)."""

import os
import re
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from fieldforms.store.models import Entry, Record
from tests import boards, engines
from tests.browser.drivers import Chromium, Firefox, WebKit
from tests.browser.fingers import Person
from tests.browser.hands import DING, PIN
from tests.people import PASSWORD

pytestmark = pytest.mark.browser

PHONE = (500, 780)
OLD = os.environ.get("OLD_CHROMIUMS", "")  # the folder that `make browsers` fills
PLAYED = {"firefox": (Firefox, engines.firefox()), "webkit": (WebKit, engines.webkit())}
BROWSERS = {
    **(PLAYED if os.environ.get("EVERY_BROWSER") else {}),
    **{path.parent.name: (Chromium, str(path)) for path in sorted(Path(OLD).glob("*/chromium")) if OLD},
}
BOARD = "/board/lift"
# As the board's clock does each minute.
NEWS = """
document.querySelector("[data-board]").dispatchEvent(new Event("every"));
return !!document.querySelector(arguments[0]);
"""


@pytest.fixture(scope="module", autouse=True)
def lift(world):
    boards.publish()


@pytest.fixture(scope="module", params=BROWSERS)
def driven(request, tmp_path_factory):
    kind, program = BROWSERS[request.param]
    if not program:
        pytest.fail(
            f"no {request.param} here, or nothing that drives it: apt install firefox-esr webkit2gtk-driver xvfb"
        )
    browser = kind(program, tmp_path_factory.mktemp(request.param))
    yield browser
    browser.close()


@pytest.fixture
def person(world, served_at, driven) -> Person:
    return Person(world, served_at, driven)


def draw_on_pad(person) -> None:
    x, y, width, height = person.find("canvas")["box"]
    for stroke in DING:
        person.draw([(x + width * right, y + height * down) for right, down in stroke])


def sign(person) -> None:
    """On the pad, with a name."""
    person.tap("[data-sign]")
    draw_on_pad(person)
    person.tap("[data-sign-done]")
    person.fill("#f-signer", "丁一")
    person.tap("button", "确认并签字")


def rate(person) -> None:
    person.tap("#q-accessories label", "没有附件")
    person.tap("#q-satisfaction label", "很满意")


def hand_over(person) -> None:
    """From the check of what was filled to the client's page, on the technician's own phone."""
    person.tap("button", "确认，交客户签字")
    person.fill("#f-pin", PIN)
    person.fill("#f-own_password", PASSWORD)
    person.tap("button", "把手机交给客户")


def take_back(person) -> list[str]:
    """The phone, from the client's thanks to the sheet; which of its steps are sealed."""
    person.see("h1, h2", "谢谢您，已签好")
    number = re.search(r"[A-Z]{2}-\d{6}-\d{4}", person.text())[0]
    person.tap("a", "技术员取回手机")
    person.fill("#f-pin", PIN)
    person.tap("button", "取回")
    person.arrive(f"/records/{number}")
    assert "很满意" not in person.text()
    return steps_of(number)


def steps_of(number: str) -> list[str]:
    """Of that sheet, as they were sealed."""
    record = Record.get(Record.number == number)
    return [each.step for each in Entry.select().where(Entry.record == record.uuid).order_by(Entry.seq)]


def test_a_sheet_from_the_label_to_the_clients_signature(person):
    person.sit_at(*PHONE)
    person.sign_in("chen")
    person.open(f"/d/{person.world.office.code.code.lower()}")
    person.tap("a", "填客户服务联络单")
    person.fill("#f-request", "第一会议室话筒有杂音")
    person.fill("#f-solution", "更换端子")
    person.tap("label", "已完成服务")
    person.tap("button", "检查并交客户签字")
    hand_over(person)
    rate(person)
    sign(person)
    assert take_back(person) == ["work", "acceptance"]


def test_a_maintenance_report_whose_devices_are_counted(person):
    """The device by its code, its number taken over, the rest at once; then the client signs."""
    place = person.world.office
    person.sit_at(*PHONE)
    person.sign_in("chen")
    person.open(f"/forms/av-maintenance/new?room={place.room.id}&another=1")
    person.fill("[data-device-code]", place.code.code)
    person.tap("[data-device-add]")
    person.tap("#q-end_audio [data-origin='devices']")
    person.tap("[data-rest-normal]")
    person.tap("[data-rest-na]")
    person.see("[data-done]", "14")
    person.tap("button[value=check]")
    hand_over(person)
    sign(person)  # before anything is answered: refused, and what was drawn is still there
    person.see(".errors, [role=alert]", "是否满意")
    rate(person)
    person.tap("button", "确认并签字")
    assert len(take_back(person)) == 2


# A photo of 2,400 × 1,600 as from a camera; how wide the one is that is sent, by the browser itself.
PHOTOGRAPH = """
const real = window.fetch, canvas = document.createElement("canvas"), input = document.querySelector("#q-work_photos [data-files]");
window.fetch = (address, options = {}) => {
  if (options.body instanceof Blob) createImageBitmap(options.body).then((image) => { window.sentWidth = image.width; });
  return real(address, options);
};
[canvas.width, canvas.height] = [2400, 1600];
canvas.getContext("2d").fillRect(0, 0, 1200, 800);
canvas.toBlob((photo) => {
  const picked = new DataTransfer();
  picked.items.add(new File([photo], "a.jpg", { type: "image/jpeg" }));
  input.files = picked.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}, "image/jpeg");
"""


def test_a_photo_is_made_small_before_it_is_sent(person, request):
    """Chromium 88 to 103 do not know the word by which others are told which way is up."""
    person.sit_at(*PHONE)
    person.sign_in("chen")
    person.open(f"/forms/service-contact/new?room={person.world.office.room.id}&another=1")
    person.run(PHOTOGRAPH)
    width = person.until("return window.sentWidth")
    assert width == (2400 if request.node.callspec.params["driven"] == "chromium-80" else 1600)


# How far below the card's top the words of its legend begin, and how far below these what follows, of each card.
LEGENDS = """return [...document.querySelectorAll("fieldset.item")].map((card) => {
  const legend = card.querySelector("legend"), box = (element) => element.getBoundingClientRect();
  const words = box(legend.firstElementChild);
  return [words.top - box(card).top, box(legend.nextElementSibling).top - words.bottom];
})"""


def test_what_a_card_of_the_checklist_is_about_stands_inside_of_it(person):
    """A fieldset's legend stands on its border, and WebKit floats none where the fieldset is a flexible one."""
    person.sit_at(*PHONE)
    person.sign_in("chen")
    person.open(f"/forms/av-maintenance/new?room={person.world.office.room.id}&another=1")
    person.see("fieldset.item")
    cards = person.run(LEGENDS)
    assert len(cards) == 14 and all(above >= 12 and below >= 6 for above, below in cards), cards


@pytest.mark.parametrize("width", [1280, 820])
def test_every_row_of_the_list_opens_its_own_sheet(person, width):
    """WebKit positions no row of a table: what is laid over one would lie over all of them."""
    for _ in range(3 - Record.select().count()):
        person.world.waiting_sheet()
    person.sit_at(width)
    person.sign_in("gao", phone=False)
    person.open("/records")
    person.tap("#q")
    person.until("return document.activeElement.id === 'q'")
    person.tap(".records-filters > summary")
    person.see("#w-form")
    numbers = person.until(
        "return [...document.querySelectorAll('.records th a')].map((each) => each.innerText)"
    )
    assert len(numbers) >= 3
    for row, number in enumerate(numbers[:3], start=1):
        for cell in ("th", "td.result"):
            person.open("/records")
            person.tap(f".records tbody tr:nth-child({row}) {cell}")
            person.arrive(f"/records/{number}")


def test_the_dispatcher_sends_somebody_from_the_board(person):
    number = boards.to_send(person.world)
    person.sit_at(1280)
    person.sign_in("sunmin", phone=False)
    person.open(BOARD)
    person.tap(f"#step-send #card-{number} a", "指派")
    person.tap("button", "周海燕")
    person.arrive(BOARD)
    person.see(".message.success", "已指派给")
    person.see(f"#step-mend #card-{number}", "周海燕")
    news = boards.asked(person.world)
    if not person.run(
        "try { document.querySelector('title:not(svg title)'); return true } catch { return false }"
    ):  # nor reads it htmx: news come when one asks
        person.open(BOARD)
    person.until(NEWS, f"#card-{news}")
    assert Record.get(Record.number == number).assignee == person.world.users["zhou"]


@pytest.mark.parametrize(
    "driven", BROWSERS.keys() & {"firefox"}, indirect=True
)  # the others cannot be asked to
def test_firefox_prints_no_empty_page(person):
    number = person.world.waiting_sheet().number
    loan = person.world.asked_for_recordings().number  # a short one
    person.sit_at(1280)
    person.sign_in("chen", phone=False)
    for each in (number, loan):
        person.open(f"/records/{each}")
        pages = [page.get_textpage().get_text_range().strip() for page in PdfDocument(person.browser.print())]
        assert all(pages), (each, [len(page) for page in pages])
        assert each in pages[0]
