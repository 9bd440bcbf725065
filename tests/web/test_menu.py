"""The bar on top: few things side by side, all that a role may go to, nothing twice."""

import re

import pytest

LINK = re.compile(r'<a href="([^"]+)"')
PLACE = re.compile(r'<li><a href="([^"]+)"')
MOST_SIDE_BY_SIDE = 7
ROLES = ("chen", "sunmin", "gao", "shen", "wangjing", "admin")


def bar_and_menu(world, login: str) -> tuple[str, str]:
    page = world.browser(login).get("/").text
    bar = re.search(r'<nav class="top-nav".*?</nav>', page, re.DOTALL).group()
    return bar, re.search(r'<details class="menu".*?</details>', page, re.DOTALL).group()


@pytest.mark.parametrize("login", ROLES)
def test_the_bar_holds_few_things_side_by_side_and_the_same_as_the_menu(world, login):
    bar, menu = bar_and_menu(world, login)
    folded = "".join(re.findall(r"<details.*?</details>", bar, re.DOTALL))
    places = LINK.findall(bar)
    assert len(places) - len(LINK.findall(folded)) + bar.count("<summary") <= MOST_SIDE_BY_SIDE
    assert len(set(places)) == len(places)
    assert set(PLACE.findall(menu)) == set(places)


@pytest.mark.parametrize("login", ROLES)
def test_ones_own_account_is_in_the_menu_with_ones_name_and_nowhere_else(world, login):
    bar, menu = bar_and_menu(world, login)
    assert "/account" not in bar
    assert menu.count('href="/account"') == 1


def test_a_folded_group_says_that_the_page_is_one_of_it(world):
    page = world.browser("sunmin").get("/devices").text
    assert re.search(r'<summary class="here">客户、设备</summary>', page)
    assert 'class="here"' not in world.browser("sunmin").get("/records").text
