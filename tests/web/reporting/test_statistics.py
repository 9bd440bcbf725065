"""Satisfaction, counted: for the supervisor whole, for a technician only a total that names nobody."""

import re
from dataclasses import replace

import pytest

from fieldforms.flow.completing import completion, corrections
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.flow.proof import erasures
from fieldforms.flow.record import projection
from fieldforms.flow.reporting.satisfaction import satisfaction_of_period
from fieldforms.store import clock, scope
from fieldforms.store.database import transaction
from fieldforms.store.models import RatingMonth, RatingReason, Record
from fieldforms.store.record import records
from tests.people import STROKES
from tests.web.sheets.hands import closed_again, text


def rate(world, login, place, rating, reasons=(), comment=""):
    return sign(world, login, world.waiting_sheet(login, place), rating, reasons, comment)


def sign(world, login, entry, rating, reasons=(), comment=""):
    """By the client on the technician's phone."""
    draft = drafts.open_next_step(world.actor(login), records.by_uuid(scope.SYSTEM, entry.record))
    signer = replace(world.actor(login), way="handed_over", extra={"draft": draft.uuid})
    answers = {
        "accessories": "yes",
        "satisfaction": rating,
        "dissatisfied_with": list(reasons),
        "comments": comment,
    }
    given = HandedIn(
        {k: v for k, v in answers.items() if v}, signer="丁一", strokes=STROKES, shown=entry.digest
    )
    return completion.complete(signer, draft.uuid, given).entry


def corrected(world, number):
    """By a sheet that the client signs, content."""
    entry = closed_again(world, corrections.correct_record(world.actor("chen"), number, "写错"))
    sign(world, "chen", entry, "very_satisfied")


@pytest.fixture
def rated(world):
    office, university = world.office, world.university
    rate(world, "chen", office, "very_satisfied")
    rate(world, "chen", office, "satisfied")
    rate(world, "chen", office, "dissatisfied", ["speed", "skill"], "等了三天")
    rate(world, "zhou", university, "fair", ["speed"])
    world.waiting_sheet()
    return world


def satisfaction(world, **of):
    wanted = {"year": None, "client": None, "technician": None, "lang": "zh"} | of
    return satisfaction_of_period(world.actor("gao"), **wanted)


def test_csat_is_the_top_two_of_those_who_answered(rated):
    found = satisfaction(rated)
    assert (found.total.counts, found.total.csat) == ((1, 1, 1, 1), 50)
    assert [month.n for month in found.months][-1] == 4 and len(found.months) == 12
    assert {each.name: (each.n, round(each.csat)) for each in found.clients} == {
        "政务中心": (3, 67),
        "文澜大学": (1, 0),
    }
    assert found.technicians[0].name == "周海燕"
    assert found.reasons == (("响应速度", 2), ("技术水平", 1))


def test_filters_narrow_every_figure(rated):
    found = satisfaction(rated, client=rated.university.client.id)
    assert (found.total.n, found.reasons, len(found.comments)) == (1, (("响应速度", 1),), 1)
    assert satisfaction(rated, technician=rated.users["chen"].id).total.n == 3
    assert satisfaction(rated, year=2001).total.n == 0


def test_the_page_draws_it_and_gives_the_figures(rated):
    page = text(rated.browser("gao", phone=False).get("/statistics"))
    assert "50%" in page and "<svg" in page and "style=" not in page
    assert page.count('<rect class="c1"') == 2 and page.count('<rect class="c4" x=') == 1 + 2
    assert "等了三天" in page and "响应速度、技术水平" in page
    assert len(re.findall("<table", page)) == 4
    low = Record.get(Record.satisfaction == "dissatisfied").number
    assert f"/records/{low}" in page


def test_the_chart_begins_with_the_first_month_that_has_ratings(rated):
    page = text(rated.browser("gao", phone=False).get("/statistics"))
    assert page.count('text-anchor="middle"') == 2  # this month and its n; the eleven before were empty


def test_the_month_is_the_companys(world):
    with clock.pretend_now(1_764_518_400_000):  # 2025-12-01 00:00 in Shanghai, November by UTC
        rate(world, "chen", world.office, "satisfied")
    assert RatingMonth.get().month == "2025-12"


@pytest.mark.parametrize("login", ["chen", "sunmin", "shen", "admin", "wangjing"])
def test_ratings_are_not_everybodys(rated, login):
    assert rated.browser(login).get("/statistics").status_code == 403


def test_nobody_reads_statistics_without_signing_in(world):
    assert world.browser().get("/statistics").status_code == 401
    assert world.browser().get("/statistics/mine").status_code == 401


def test_an_empty_year_says_so(world):
    assert "还没有评价" in text(world.browser("gao").get("/statistics"))
    assert world.browser("gao").get("/statistics?year=x&client=y").status_code == 200


def test_a_technician_sees_a_total_from_five_on_and_in_fives(world):
    browser = world.browser("chen")
    for rating in ("very_satisfied", "satisfied", "fair", "very_satisfied"):
        rate(world, "chen", world.office, rating)
    assert "还不满 5 份评价" in text(browser.get("/statistics/mine"))
    rate(world, "chen", world.office, "satisfied")
    page = text(browser.get("/statistics/mine"))
    assert "80%" in page and "5 份评价" in page
    rate(world, "chen", world.office, "dissatisfied", ["attitude"])
    assert text(browser.get("/statistics/mine")).split("<main")[1] == page.split("<main")[1]
    assert world.browser("gao").get("/statistics/mine").status_code == 403


def test_a_corrected_sheet_counts_once(rated):
    old = Record.get(Record.satisfaction == "dissatisfied")
    corrected(rated, old.number)
    found = satisfaction(rated)
    assert (found.total.counts, found.reasons) == ((2, 1, 1, 0), (("响应速度", 1),))
    assert "等了三天" not in [comment.text for comment in found.comments]


def test_an_erased_rating_counts_no_more(rated):
    old = Record.get(Record.satisfaction == "dissatisfied")
    erasures.erase_answers(
        rated.actor("admin"), old.number, 2, ["answers.satisfaction", "answers.dissatisfied_with"], "本人要求"
    )
    found = satisfaction(rated)
    assert (found.total.counts, found.reasons) == ((1, 1, 1, 0), (("响应速度", 1),))


def test_the_projection_counts_the_same_when_made_anew(rated):
    old = Record.get(Record.satisfaction == "dissatisfied")
    corrected(rated, old.number)
    before = (counts(RatingMonth.satisfaction, RatingMonth.n), RatingReason.select().count())
    with transaction():
        projection.rebuild_all()
    assert (counts(RatingMonth.satisfaction, RatingMonth.n), RatingReason.select().count()) == before


def counts(*columns):
    return sorted(RatingMonth.select(*columns).tuples())
