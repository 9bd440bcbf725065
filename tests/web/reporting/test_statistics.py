"""Satisfaction, counted: for the supervisor whole, for a technician only a total that names nobody."""

import re
from dataclasses import replace

import pytest

from fieldforms.flow.completing import completion, corrections
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.flow.proof import erasures
from fieldforms.flow.record import projection
from fieldforms.flow.reporting.counted_figures import FigureAsked, count_figure
from fieldforms.flow.reporting.figure_spans import span_asked
from fieldforms.flow.reporting.figures import get_figure
from fieldforms.store import clock, scope
from fieldforms.store.database import transaction
from fieldforms.store.models import RatingMonth, RatingReason, Record
from fieldforms.store.record import records
from tests.people import STROKES
from tests.web.sheets.hands import closed_again, text

PAGES = (
    "/statistics",
    "/statistics/rate",
    "/statistics/cost/sheets",
    "/statistics/satisfaction.csv",
    "/statistics/satisfaction/comments",
)


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


def satisfaction(world, by="client", name="satisfaction", span=("", ""), **narrowed):
    """The figure's lines: label → (its number, the counts of its answers); "" is all."""
    asked = FigureAsked(world.actor("gao"), get_figure(name), span_asked(*span), narrowed, "zh")
    found = count_figure(asked, by)
    return {"": told(found.total)} | {line.label: told(line.measured) for line in found.lines}


def told(measured):
    return measured.cells[1].text, [cell.raw for cell in measured.cells[2:]]


def reasons(world, **narrowed):
    asked = FigureAsked(world.actor("gao"), get_figure("reasons"), span_asked("", ""), narrowed, "zh")
    return {line.label: line.measured.n for line in count_figure(asked, "reason").lines}


def test_csat_is_the_top_two_of_those_who_answered(rated):
    assert satisfaction(rated) == {
        "": ("50%", [1, 1, 1, 1]),
        "政务中心": ("67%", [1, 1, 0, 1]),
        "文澜大学": ("0%", [0, 0, 1, 0]),
    }
    assert satisfaction(rated, by="technician")["周海燕"] == ("0%", [0, 0, 1, 0])
    assert reasons(rated) == {"响应速度": 2, "技术水平": 1}


def test_filters_narrow_every_figure(rated):
    university = rated.university.client.id
    assert satisfaction(rated, client=university)[""] == ("0%", [0, 0, 1, 0])
    assert reasons(rated, client=university) == {"响应速度": 1}
    assert satisfaction(rated, technician=rated.users["chen"].id)[""][1] == [1, 1, 0, 1]
    assert satisfaction(rated, span=("2001-01-01", "2001-12-31"))[""] == ("—", [0, 0, 0, 0])


def test_the_page_draws_it_and_gives_the_figures(rated):
    page = text(rated.browser("gao", phone=False).get("/statistics/satisfaction"))
    assert "50%" in page and "<svg" in page and "style=" not in page
    assert page.count('<rect class="c1"') == 1 + 1 and page.count('<rect class="c4" x=') == 1
    assert len(re.findall("<table", page)) == 1


def test_what_was_said_stands_in_a_list_that_is_narrowed_alike(rated):
    browser = rated.browser("gao", phone=False)
    page = text(browser.get("/statistics/satisfaction/comments"))
    assert "等了三天" in page and "响应速度、技术水平" in page
    low = Record.get(Record.satisfaction == "dissatisfied").number
    assert f"/records/{low}" in page
    university = rated.university.client.id
    assert "等了三天" not in text(browser.get(f"/statistics/satisfaction/comments?client={university}"))
    assert "没有低评价" in text(browser.get("/statistics/satisfaction/comments?to=2001-01-01"))
    assert browser.get("/statistics/faults/comments").status_code == 404


def test_the_month_is_the_companys(world):
    with clock.pretend_now(1_764_518_400_000):  # 2025-12-01 00:00 in Shanghai, November by UTC
        rate(world, "chen", world.office, "satisfied")
    assert RatingMonth.get().month == "2025-12"
    found = satisfaction(world, by="month", span=("2025-11-01", "2025-12-31"))
    assert found["2025-11"][1] == [0, 0, 0, 0] and found["2025-12"][1] == [0, 1, 0, 0]


@pytest.mark.parametrize("login", ["chen", "sunmin", "shen", "admin", "wangjing"])
def test_ratings_are_not_everybodys(rated, login):
    for address in PAGES:
        assert rated.browser(login).get(address).status_code == 403


def test_nobody_reads_statistics_without_signing_in(world):
    assert world.browser().get("/statistics").status_code == 401
    assert {world.browser().get(address).status_code for address in ("/statistics/mine", *PAGES)} == {401}


def test_an_empty_time_says_so(world):
    browser = world.browser("gao")
    assert "这段时间没有" in text(browser.get("/statistics/satisfaction?by=client"))
    assert browser.get("/statistics/satisfaction?from=x&client=y&by=z&value=none").status_code == 200
    assert browser.get("/statistics/nothing").status_code == 404


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
    assert (satisfaction(rated)[""][1], reasons(rated)) == ([2, 1, 1, 0], {"响应速度": 1})
    assert "等了三天" not in text(rated.browser("gao").get("/statistics/satisfaction/comments"))


def test_an_erased_rating_counts_no_more(rated):
    old = Record.get(Record.satisfaction == "dissatisfied")
    erasures.erase_answers(
        rated.actor("admin"), old.number, 2, ["answers.satisfaction", "answers.dissatisfied_with"], "本人要求"
    )
    assert (satisfaction(rated)[""][1], reasons(rated)) == ([1, 1, 1, 0], {"响应速度": 1})


def test_the_projection_counts_the_same_when_made_anew(rated):
    old = Record.get(Record.satisfaction == "dissatisfied")
    corrected(rated, old.number)
    before = (counts(RatingMonth.satisfaction, RatingMonth.n), RatingReason.select().count())
    with transaction():
        projection.rebuild_all()
    assert (counts(RatingMonth.satisfaction, RatingMonth.n), RatingReason.select().count()) == before


def counts(*columns):
    return sorted(RatingMonth.select(*columns).tuples())
