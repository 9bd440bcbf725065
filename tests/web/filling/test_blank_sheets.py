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
