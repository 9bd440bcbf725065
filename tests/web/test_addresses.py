"""Addresses come with tails from chats and people; one reader takes them off, whatever they lead to."""

from urllib.parse import quote

import pytest

from fieldforms.store import scope
from fieldforms.store.record import records
from fieldforms.web.addresses import address_without_tail
from tests.web.completing.hands import link_of

TAILS = [
    "/",
    "//",
    ".",
    "。",
    ")",
    "）",
    "）。",
    "&from=groupmessage",
    "，请签字",
    "请看",
    "\u200b",
    "/。",
    '"',
    "…",
    "？from=x",
    "'>",
    " ",
]


@pytest.fixture
def handed_on(world) -> list[tuple[str, str | None]]:
    """(address, who opens it) of everything that is handed on."""
    number = world.signed_sheet().number
    seen = records.by_number(scope.SYSTEM, number)
    return [
        (f"/d/{world.office.code.code}", "chen"),
        (f"/D/{world.office.code.code}", None),
        (f"/d/{world.office.code.code}/report", None),
        (f"/records/{number}", "gao"),
        (f"/records/{number}.pdf", "gao"),
        (f"/v/{seen.entries[-1].row.digest}", None),
    ]


@pytest.mark.parametrize("tail", TAILS)
def test_whoever_opens_an_address_with_a_tail_gets_there(world, handed_on, tail):
    for address, login in handed_on:
        answer = world.browser(login).get(address + quote(tail) + "?lang=zh")
        assert answer.status_code == 302, address
        assert answer.location == f"{address}?lang=zh"
        assert world.browser(login).get(answer.location).status_code == 200, address


def test_a_signing_link_and_an_invitation_lose_their_tails(world):
    address = link_of(world.browser("chen"), world.waiting_sheet().number)
    path = address[address.index("/s/") :]
    for tail in TAILS:
        answer = world.browser().get(path + quote(tail))
        assert (answer.status_code, answer.location) == (302, path)
    for prefix in ("e", "r", "v/-a"):
        assert address_without_tail(f"/{prefix}/aB3_-x。") == f"/{prefix}/aB3_-x"


@pytest.mark.parametrize(
    "address",
    ["/", "/records", "/records.xlsx", "/records/", "/d/", "/static/x/é.css", "/devices/1/", "/d/7k3q-f9x2 mn", "/s/a/photos/b",
     "/records/FW-202611-0042/signature"],
)  # fmt: skip
def test_what_has_no_tail_is_left_alone(address):
    assert address_without_tail(address) == address


def test_a_post_is_answered_where_it_was_sent(world):
    assert world.browser("gao").post("/records/FW-202611-0001。/review").status_code in (400, 404, 419)
