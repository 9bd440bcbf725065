"""A photo of signed paper, which a technician alone can bring, replaces what the client signed themself only when a supervisor agrees;
and a follow-up, once it is open, waits for words whatever replaces its sheet."""

import io
import re

import pytest

from fieldforms.flow.inbox import inbox_items
from fieldforms.flow.proof import list_checks
from fieldforms.flow.record import projection
from fieldforms.store.models import RatingMonth, RatingReason, Record
from tests.flow.record.hands import rows_of_projection
from tests.people import csrf
from tests.web.completing.corrections import correct_sheet, end_correction
from tests.web.completing.hands import GOOD, link_of, open_ending
from tests.web.filling.hands import a_photo
from tests.web.hands import Form

BAD = GOOD | {"satisfaction": "dissatisfied", "dissatisfied_with": ["speed"]}
SAYS = "客户亲手签的单据被一张纸质签字的更正单取代：通过后才取代"


def row(number: str) -> Record:
    return Record.get(Record.number == number)


def ratings() -> tuple[dict, int]:
    months = RatingMonth.select(RatingMonth.satisfaction, RatingMonth.n).where(RatingMonth.n > 0)
    return dict(months.tuples()), RatingReason.select().count()


def cared(world) -> list[str]:
    return [
        item.about.row.number
        for item in inbox_items.items_of_actor(world.actor("gao"))
        if item.kind == "rating"
    ]


def waiting(world, login="gao") -> list[str]:
    desk = world.browser(login).get("/reviews").text
    return re.findall(r'type="checkbox" name="number" value="([\w-]+)"', desk)


def post(world, address: str, **body):
    gao = world.browser("gao")
    return gao.post(address, data={"csrf_token": csrf(gao.get("/account").text), **body})


def approve(world, number: str):
    return post(world, "/reviews/approvals", number=number)


def sign_on_paper(browser, number: str) -> None:
    url = f"/records/{number}/paper"
    given = {
        "signer": "方建国",
        "accessories": "yes",
        "satisfaction": "very_satisfied",
        "paper.file": (io.BytesIO(a_photo()), "单据.jpg"),
    }
    signed = browser.post(url, data=open_ending(browser, url) | given)
    assert signed.status_code == 303, signed.text


@pytest.fixture
def chen(world):
    return world.browser("chen")


@pytest.fixture
def old(world, chen) -> str:
    """A sheet that the client signed by link, with 不满意."""
    number = world.waiting_sheet("chen").number
    assert Form(world.browser(), link_of(chen, number), "sign").post(**BAD).status_code == 303
    return number


@pytest.fixture(params=["at once", "through a refused one"])
def new(world, chen, old, request) -> str:
    """What the technician alone can do to that rating."""
    corrected = old
    if request.param == "through a refused one":
        corrected = correct_sheet(world, chen, old)
        end_correction(chen, corrected, "refused")
    number = correct_sheet(world, chen, corrected)
    sign_on_paper(chen, number)
    return number


def holds_after_rebuild() -> None:
    before = rows_of_projection()
    assert list(list_checks.every_list_difference()) == []
    projection.rebuild_all()
    assert rows_of_projection() == before


def test_a_paper_alone_replaces_no_signature_of_the_client(world, chen, old, new):
    assert ratings() == ({"dissatisfied": 1}, 1)
    assert row(old).in_force and not row(old).superseded_by and not row(new).in_force
    assert cared(world) == [old], "the paper's own rating opens nothing"
    assert "审阅通过后才取代" in chen.get(f"/records/{new}").text
    assert "审阅通过后才取代" in chen.get(f"/records/{row(new).supersedes}").text
    holds_after_rebuild()


def test_the_review_desk_says_what_approving_it_does(world, old, new):
    gao = world.browser("gao")
    assert new in waiting(world) and SAYS in gao.get(f"/reviews?at={new}").text
    assert SAYS not in gao.get(f"/reviews?at={old}").text
    assert new not in waiting(world, "shen")


def test_what_a_supervisor_approves_takes_the_place_and_the_follow_up_waits_on(world, old, new):
    assert approve(world, new).status_code == 303
    assert row(old).superseded_by == new and row(new).in_force
    assert ratings() == ({"very_satisfied": 1}, 0), "one rating counts"
    assert cared(world) == [old]
    for page in ("/", f"/records/{old}/aftercare"):
        assert f"已被 {new} 更正" in world.browser("gao").get(page).text
    holds_after_rebuild()
    assert post(world, f"/records/{old}/aftercare", reason="已致歉", care_ending="agreed").status_code == 303
    assert cared(world) == []
    holds_after_rebuild()


def test_what_is_sent_back_replaces_nothing(world, old, new):
    assert post(world, "/reviews/returns", number=new, words="请客户自己签", asked="1").status_code == 303
    assert new not in waiting(world) and row(old).in_force
    assert ratings() == ({"dissatisfied": 1}, 1)
    holds_after_rebuild()


@pytest.mark.parametrize("first", [0, 1])
def test_a_paper_upon_a_paper_waits_too_and_either_may_be_approved_first(world, chen, old, first):
    papers = [correct_sheet(world, chen, old)]
    sign_on_paper(chen, papers[0])
    papers.append(correct_sheet(world, chen, papers[0]))
    sign_on_paper(chen, papers[1])
    assert row(old).in_force and set(papers) < set(waiting(world))
    assert approve(world, papers[first]).status_code == 303
    holds_after_rebuild()
    assert approve(world, papers[1]).status_code == 303
    assert [each.number for each in Record.select().where(Record.in_force)] == [papers[1]]
    assert not set(papers) & set(waiting(world))
    assert cared(world) == [old]
    holds_after_rebuild()


def test_a_correction_that_the_client_signs_themself_takes_the_place_at_once(world, chen, old):
    new = correct_sheet(world, chen, old)
    assert Form(world.browser(), link_of(chen, new), "sign").post(**GOOD).status_code == 303
    assert row(old).superseded_by == new and cared(world) == [old]
    assert ratings() == ({"satisfied": 1}, 0)
    holds_after_rebuild()


def test_a_paper_that_corrects_a_paper_takes_the_place_at_once(world, chen):
    old = world.waiting_sheet("chen").number
    sign_on_paper(chen, old)
    new = correct_sheet(world, chen, old)
    sign_on_paper(chen, new)
    assert row(old).superseded_by == new


def test_a_refused_signature_waits_for_words_after_its_correction_was_signed(world, chen):
    old = world.waiting_sheet("chen").number
    end_correction(chen, old, "refused")
    sign_on_paper(chen, new := correct_sheet(world, chen, old))
    assert row(old).superseded_by == new and cared(world) == [old]
    holds_after_rebuild()
