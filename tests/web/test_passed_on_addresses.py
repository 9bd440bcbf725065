"""Labels, links and sheets are reached by what a chat app or a person made of their address."""

import pytest

from fieldforms.flow.record import label_codes
from tests.web.completing.hands import link_of
from tests.web.hands import completed_sheet
from tests.web.people.hands import invite

TAILS = (
    "/",
    "//",
    ".",
    "。",
    ")",
    "）",
    "，请签字",
    " 请看",
    "&from=singlemessage",
    "/。",
    "”",
    "%EF%BF%BD",
    "…",
    "——",
    "／",
)


def addresses(world) -> dict[str, object]:
    """Each kind of address that is passed on, with the browser of who may open it."""
    chen, stranger = world.browser("chen"), world.browser()
    sheet = world.signed_sheet()
    office = world.office.code.code
    return {
        f"/d/{office}": chen,
        f"/D/{office[:5]}-{office[5:]}": chen,
        f"/d/{office}/report": stranger,
        f"/records/{sheet.number}": chen,
        f"/records/{sheet.number}.pdf": chen,
        f"/v/{sheet.digest}": stranger,
        link_of(chen, completed_sheet(chen, world.office)): stranger,
        f"/e/{invite(world)}": stranger,
    }


def test_what_hangs_at_an_address_keeps_nobody_from_the_thing(world):
    for address, browser in addresses(world).items():
        for tail in TAILS:
            led = browser.get(f"{address}{tail}")
            assert (led.status_code, led.location) == (302, address), f"{address}{tail}"
        assert browser.get(address).status_code == 200


def test_what_was_asked_is_asked_of_the_plain_address_too(world):
    number = world.signed_sheet().number
    assert world.browser("chen").get(f"/records/{number}/?lang=en").location == f"/records/{number}?lang=en"


def test_places_are_said_in_any_case(world):
    for address, browser in addresses(world).items():
        _, place, rest = address.split("/", 2)
        loud = f"/{place.upper()}/{rest}"
        led = browser.get(loud)
        if place in "dD" and "/" not in rest:  # a label says it so
            assert led.status_code == 200
        else:
            assert (led.status_code, led.location) == (302, address), loud


def test_a_number_is_said_as_people_say_it(world):
    number, chen = world.signed_sheet().number, world.browser("chen")
    head, month, n = number.split("-")
    for said in (
        f"{head} {month} {n}",
        f"{head.lower()}{month} {n}。",
        f"{head}—{month}—{n}",
        f"{head}{month}{n} 请看",
    ):
        for ending in ("", ".pdf", "/correction") if said[-1] not in "。看" else ("",):
            led = chen.get(f"/records/{said}{ending}")
            assert (led.status_code, led.location) == (302, f"/records/{number}{ending}"), said


def test_a_number_is_said_in_any_case(world):
    number = world.signed_sheet().number
    assert number in world.browser("chen").get(f"/records/{number.lower()}").text


def test_what_is_no_address_of_anything_stays_unknown_and_leads_nowhere_else(world):
    for path in ("/s/。", "/d/。", "/records//", "/d//evil.example/", "/s/\\evil.example", "/e/%0d%0aX: y"):
        led = world.browser().get(path)
        assert led.status_code in (404, 308) or led.location.startswith(path[:3]), path


@pytest.mark.parametrize("tail", [*TAILS, "?from=x"])
def test_a_label_pasted_with_what_hangs_at_it_is_that_label(tail):
    code = label_codes.new_code()
    assert label_codes.normalise_code(f"https://ff.example.cn/D/{code}{tail}") == code


@pytest.mark.parametrize("tail", [".", "。", ")", "）", "”", "…", "/", "！！"])
def test_so_is_a_code_that_stood_in_a_sentence(tail):
    code = label_codes.new_code()
    assert label_codes.normalise_code(f"{code}{tail}") == code
