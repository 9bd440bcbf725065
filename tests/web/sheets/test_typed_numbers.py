"""A sheet is found by its number, however it is typed; what waits to be read is as many as the page says."""

import pytest

from fieldforms.store.models import Record, Review
from tests.web.sheets.hands import post

WAYS = ["{0}{1}{2}", "{0}-{1}-{2}", "{0} {1} {2}", " {0}—{1}－{2} ", "{0}{1}-{2}"]


@pytest.fixture
def ways(world) -> tuple[str, list[str]]:
    number = world.signed_sheet().number
    return number, [form(way.format(*number.split("-"))) for way in WAYS for form in (str.lower, str.upper)]


def test_the_first_page_leads_from_a_number_to_its_sheet(world, ways):
    number, typed = ways
    for text in typed:
        answer = world.browser("gao").get("/find", query_string={"code": text})
        assert answer.location == f"/records/{number}", text


def test_the_list_finds_a_sheet_by_its_number(world, ways):
    number, typed = ways
    for text in typed:
        page = world.browser("gao").get("/records", query_string={"q": text}).text
        assert f'href="/records/{number}"' in page, text


def test_a_number_of_nobody_and_another_clients_say_the_same(world, ways):
    number, _typed = ways
    for login, text in (("gao", "fw2026119999"), ("zhou", number)):
        page = world.browser(login).get("/find", query_string={"code": text}).text
        assert "没有找到" in page and "/records/FW-" not in page


def unread_line(world) -> tuple[int, str]:
    page = world.browser("gao").get("/").text
    before, _, after = page.partition("天内有 ")
    return int(after.split(" ")[0]), before.rpartition('href="')[2].split('"')[0].replace("&amp;", "&")


def test_as_many_wait_to_be_read_as_the_link_shows(world):
    numbers = [world.signed_sheet().number for _sheet in range(3)]
    old = world.signed_sheet().number
    Record.update(review_by="").execute()  # of a form that names no reviewer
    Record.update(dated_at=Record.dated_at - 60 * 86_400_000).where(Record.number == old).execute()
    assert post(world.browser("gao"), f"/records/{numbers[0]}/review", note="看过").status_code == 303
    assert Review.select().count() == 1
    count, url = unread_line(world)
    page = world.browser("gao").get(url).text
    assert count == 2
    assert [f'href="/records/{number}"' in page for number in (*numbers, old)] == [False, True, True, False]
