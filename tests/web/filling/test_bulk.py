"""The rest is normal, the rest does not apply, and undo: on a page without scripts, by the server."""

import pytest

from fieldforms.store.models import Draft
from tests.web.hands import Form


def opened(browser, url) -> Form:
    """As a browser has it: a disabled input, such as the mark of an item that was not filled in bulk, is not sent."""
    form = Form(browser, url)
    form.body = {name: value for name, value in form.body.items() if not name.endswith(".bulk")}
    return form


@pytest.fixture
def form(world) -> Form:
    return opened(world.browser("chen"), f"/forms/av-maintenance/new?device={world.office.code.code}")


def answers(form) -> dict:
    return Draft.get(Draft.uuid == form.url.split("/")[2]).answers


def items(given) -> dict:
    return {
        name: value
        for name, value in given.items()
        if isinstance(value, dict) and ("bulk" in value or "counts" in value)
    }


def test_the_page_offers_it_without_scripts(form):
    assert all(f'name="then" value="{way}"' in form.page.text for way in ("normal", "aside", "undo"))


def test_blanks_become_normal_and_no_number_is_invented(form, world):
    """The scanned device is a processor: it counts for the audio items, cameras nobody has counted."""
    saved = form.post(then="normal", **{"main_housing.first": "2", "main_housing.second": "1"},
        maintained_devices=world.office.code.code)  # fmt: skip
    assert saved.status_code == 303
    given = answers(form)
    assert given["main_logs"] == {"result": "normal", "bulk": True}
    assert given["main_housing"] == {"counts": [2, 1]}
    assert given["end_audio"] == {"counts": [1, 0], "bulk": True}
    assert "end_cameras" not in given


def test_what_is_left_is_set_aside_and_undo_takes_back_exactly_that(form):
    mine = {
        "main_housing.first": "2",
        "main_housing.second": "1",
        "main_logs": "handled",
        "main_logs.note": "重启",
    }
    form.post(then="aside", **mine)
    given = answers(form)
    assert given["end_cameras"] == {"not_applicable": True, "bulk": True}
    assert given["main_logs"]["result"] == "handled" and given["main_housing"] == {"counts": [2, 1]}
    again = opened(form.browser, form.url)
    again.post(then="undo", **mine, **{"end_cameras.na": "1", "end_cameras.bulk": "1", "end_audio.na": "1"})
    left = items(answers(form))
    assert set(left) == {"main_housing"} or left["main_housing"] == {"counts": [2, 1]}
    assert "end_cameras" not in answers(form) and answers(form)["end_audio"] == {"not_applicable": True}


def test_half_an_item_is_completed_and_not_set_aside(form):
    form.post(then="normal", **{"end_cameras.first": "4"})
    assert answers(form)["end_cameras"] == {"counts": [4, 0], "bulk": True}
    other = opened(form.browser, form.url)
    other.post(then="aside", **{"end_cameras.first": "4"})
    assert answers(form)["end_cameras"] == {"counts": [4, None]}
