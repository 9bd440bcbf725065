"""What a supervisor writes about a sheet for who made it and for the dispatchers: on the sheet, and told until it is seen."""

import pytest

from fieldforms.flow.inbox import inbox_items
from tests.people import csrf

NOTE = "线缆请扎好"


def post(world, login: str, address: str, **body):
    browser = world.browser(login)
    return browser.post(address, data={"csrf_token": csrf(browser.get("/account").text), **body})


def noted(world, **body) -> str:
    """A signed sheet of Chen's, with Gao's note: its number."""
    number = world.signed_sheet("chen").number
    assert post(world, "gao", f"/records/{number}/review", note=NOTE, **body).status_code == 303
    return number


def told(world, login: str) -> list[str]:
    """Numbers of the sheets whose note this person is told of."""
    items = inbox_items.items_of_actor(world.actor(login))
    return [item.about.number for item in items if item.kind == "note"]


@pytest.mark.parametrize("login", ["chen", "sunmin"])
def test_author_and_dispatcher_are_told_until_they_have_seen_it(world, login):
    number = noted(world, told="1")
    assert told(world, login) == [number] and "有给您的批注" in world.browser(login).get("/").text
    page = world.browser(login).get(f"/records/{number}").text
    assert f"<b>高建国</b> {NOTE}" in page and f'action="/records/{number}/note"' in page
    for _twice in range(2):
        assert post(world, login, f"/records/{number}/note").location == "/"
    assert told(world, login) == []
    page = world.browser(login).get(f"/records/{number}").text
    assert NOTE in page and f"/records/{number}/note" not in page
    assert "已看到批注" in world.browser("gao").get(f"/records/{number}").text
    other = "sunmin" if login == "chen" else "chen"
    assert told(world, other) == [number], "each for themselves"


def test_a_later_note_is_told_anew(world):
    number = noted(world, told="1")
    post(world, "chen", f"/records/{number}/note")
    post(world, "gao", f"/records/{number}/review", note="还有一根", told="1")
    assert told(world, "chen") == [number]


def test_who_wrote_it_and_whom_it_is_not_for_are_told_nothing(world):
    number = noted(world, told="1")
    for login in ("gao", "shen", "zhou", "admin", "wangjing"):
        assert told(world, login) == []
    assert NOTE not in world.browser("shen").get(f"/records/{number}").text
    assert NOTE in world.browser("gao").get(f"/records/{number}").text
    for login in ("gao", "shen", "admin"):
        assert post(world, login, f"/records/{number}/note").status_code == 403
    assert post(world, "zhou", f"/records/{number}/note").status_code == 404


def test_the_page_says_who_will_read_it_and_offers_it_of_itself(world):
    high, low = world.signed_sheet("chen").number, world.signed_sheet("chen", rating="fair").number
    gao = world.browser("gao")
    post(world, "gao", "/reviews/approvals", number=[high, low])
    assert 'name="told" value="1" checked' in gao.get(f"/records/{high}").text
    page = gao.get(f"/records/{low}").text
    assert 'name="told" value="1">' in page and "给填写人和调度员看" in page, (
        "its words may speak of the rating"
    )


def test_without_saying_so_it_stays_with_who_reads_ratings(world):
    number = noted(world)
    assert told(world, "chen") == [] and NOTE not in world.browser("chen").get(f"/records/{number}").text


def test_a_note_is_a_reading_too(world):
    before = world.browser("gao").get("/").text
    noted(world, told="1")
    assert world.browser("gao").get("/").text.count("张单据还没人看过") == before.count("张单据还没人看过")


def test_empty_words_tell_nobody_anything(world):
    number = world.signed_sheet("chen").number
    post(world, "gao", f"/records/{number}/review", note=" ", told="1")
    assert told(world, "chen") == [] and "批注" not in world.browser("chen").get(f"/records/{number}").text
