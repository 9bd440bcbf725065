"""A sheet printed empty: by whoever may begin it, and by those who look after others' sheets."""

import pytest


@pytest.mark.parametrize(
    "key", ["service-contact", "av-maintenance", "machine-room-visit", "media-loan", "startup-check"]
)
@pytest.mark.parametrize("login", ["gao", "sunmin"])
def test_who_looks_after_others_sheets_prints_any_of_them_empty(world, login, key):
    answer = world.browser(login).get(
        f"/forms/{key}/blank.pdf", query_string={"client": world.office.client.id}
    )
    assert answer.status_code == 200 and answer.data.startswith(b"%PDF")


def test_printing_an_empty_sheet_is_no_right_to_begin_it(world):
    at = {"client": world.office.client.id}
    assert world.browser("sunmin").get("/forms/av-maintenance/new", query_string=at).status_code == 403
    assert world.browser("wangjing").get("/forms/av-maintenance/blank.pdf", query_string=at).status_code in (
        403,
        404,
    )
    elsewhere = {"client": world.university.client.id}
    assert (
        world.browser("chen").get("/forms/av-maintenance/blank.pdf", query_string=elsewhere).status_code
        == 404
    )


@pytest.mark.parametrize("login", ["gao", "sunmin"])
def test_where_a_sheet_belongs_it_is_printed_empty_in_two_taps(world, login):
    browser, office = world.browser(login), world.office
    for page, key, at in (
        (f"/clients/{office.client.id}", "media-loan", f"client={office.client.id}"),
        (f"/rooms/{office.room.id}", "machine-room-visit", f"room={office.room.id}"),
        (f"/devices/{office.device.id}", "av-maintenance", f"device={office.code.code}"),
    ):
        address = f"/forms/{key}/blank.pdf?{at}"
        assert f'href="{address}"' in browser.get(page).text, page
        assert browser.get(address).data.startswith(b"%PDF")
    assert "blank.pdf" not in world.browser("wangjing").get("/").text
