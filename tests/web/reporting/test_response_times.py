"""The page of times to respond and to restore."""

import re

import pytest

from fieldforms.store import clock
from tests import boards
from tests.boards import asked, looked
from tests.web.faults.hands import text


@pytest.fixture
def lift(world):
    return boards.publish()


def test_the_page_draws_it_and_gives_the_figures(world, lift):
    now = clock.now()
    for minutes in (20, 40, 90):
        with clock.pretend_now(now - 100 * clock.MINUTE):
            number = asked(world)
        with clock.pretend_now(now - (100 - minutes) * clock.MINUTE):
            looked(world, number, found="mended", cure="重启")
    page = text(world.browser("sunmin", phone=False).get("/statistics/times"))
    assert page.count('role="img"') == 2 and "style=" not in page
    assert len(re.findall(r'<rect class="c[12]" x=', page)) == 4, "a median and a ninetieth in each"
    assert "40 分钟" in page and "90 分钟" in page and len(re.findall("<table", page)) == 2


def test_an_empty_time_says_so(world):
    page = text(world.browser("shen").get("/statistics/times"))
    assert "这段时间没有报修" in page and "清除全部条件" not in page
    assert "清除全部条件" in text(world.browser("shen").get("/statistics/times?year=2026&client=1"))
    assert world.browser("shen").get("/statistics/times?year=x&client=-1").status_code == 200
