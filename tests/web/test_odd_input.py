"""Control characters and endless numbers, in addresses and in forms: refused or left out, never an error of ours."""

import pytest

from fieldforms.store import scope
from fieldforms.store.models import Review
from fieldforms.store.record import records
from tests.web.sheets.hands import post


@pytest.mark.parametrize(
    "url",
    ["/records/%00", "/records/%00.pdf", "/records?q=%00", "/records?device=%00", "/records?client=%00"],
)
def test_control_characters_break_nothing(world, url):
    assert world.browser("gao").get(url).status_code in (200, 404)


def test_control_characters_in_what_is_written_are_left_out(world):
    waiting, closed = world.waiting_sheet().number, world.signed_sheet().number
    assert post(world.browser("gao"), f"/records/{closed}/review", note="看\x00过").status_code == 303
    assert Review.get().note == "看过"
    assert (
        post(world.browser("chen"), f"/records/{waiting}/cancellation", reason="改\x00期").status_code == 303
    )
    assert records.by_number(scope.SYSTEM, waiting).entries[-1].facts["reason"] == "改期"
    empty = post(world.browser("gao"), f"/records/{world.waiting_sheet().number}/cancellation", reason="\x00")
    assert empty.status_code == 422


@pytest.mark.parametrize(
    ("url", "status"),
    [
        ("/devices/{huge}", 404),
        ("/devices/{huge}/edit", 404),
        ("/devices?client={huge}", 200),
        ("/devices/new?client={huge}", 200),
        ("/records?before={huge}.1", 200),
        ("/records?before=1.{huge}", 200),
        ("/records?before=²._1", 200),
        ("/records?client={huge}", 404),
        ("/records?device={huge}", 404),
        ("/records?device=²", 404),
        ("/records?from=0001-01-01&to=9999-12-31", 200),
        ("/statistics?year={huge}&client={huge}&technician={huge}", 200),
        ("/labels.pdf?batch={huge}", 404),
        ("/labels.pdf?client={huge}", 404),
        ("/people/{huge}", 404),
    ],
)
@pytest.mark.parametrize("huge", [2**31, 2**63, 10**40], ids=["int4", "int8", "more"])
def test_numbers_beyond_the_databases_break_nothing(world, url, status, huge):
    assert world.browser("gao").get(url.format(huge=huge)).status_code == status


def test_numbers_beyond_the_databases_may_be_posted(world):
    number, huge = world.signed_sheet().number, 10**40
    gao, admin = world.browser("gao"), world.browser("admin")
    assert post(gao, "/devices", client=huge, name="x").status_code == 404
    assert post(gao, f"/d/{world.office.code.code}/device", device=huge).status_code == 404
    erased = post(admin, f"/records/{number}/erasure", seq=huge, name="signer", reason="x")
    assert erased.status_code == 404
