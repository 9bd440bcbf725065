"""A technician's own satisfaction: in frozen fives, and nothing else that they see depends on a rating.

The walk does all that a technician can do with a sheet, alone, and compares whatever they can open, before and after, in
two companies that differ by one rating only.
"""

import re
from dataclasses import replace
from difflib import unified_diff

import peewee
import pytest

from fieldforms.flow.completing import corrections
from fieldforms.flow.proof import erasures
from fieldforms.flow.record import projection
from fieldforms.store import clock, database
from fieldforms.store.models import RatingGroup, Record
from tests import conftest, engines
from tests.people import World, csrf
from tests.web.completing.corrections import ENDINGS, FOLLOWED_UP, correct_sheet, end_correction
from tests.web.completing.hands import GOOD, day, link_of
from tests.web.hands import Form, read_page
from tests.web.sheets.hands import closed_again

TOLD = "周五由您带新话筒去"
pytestmark = pytest.mark.long

FIVE = ["very_satisfied", "satisfied", "fair", "dissatisfied", "satisfied"]


def own(world) -> str:
    return read_page(world.browser("chen"), "/statistics/mine").split("<main")[1]


@pytest.fixture
def numbers(world) -> list[str]:
    """Seven sheets of one technician: a whole group, and two that wait for three more."""
    return [world.signed_sheet("chen", rating=rating).number for rating in (*FIVE, "dissatisfied", "fair")]


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("which", [0, 3, 5])
def test_a_correction_that_is_not_signed_changes_no_figure(world, numbers, ending, which):
    before = own(world)
    assert "60%" in before and "5 份评价" in before
    new = correct_sheet(world, world.browser("chen"), numbers[which])
    assert own(world) == before
    end_correction(world.browser("chen"), new, ending)
    assert own(world) == before


def test_a_signed_correction_of_a_frozen_sheet_changes_nothing_now_or_later(world, numbers):
    """However often one client signs one sheet anew: no group is filled by it."""
    before, number = own(world), numbers[3]
    for _ in range(6):
        entry = closed_again(world, corrections.correct_record(world.actor("chen"), number, "写错了"))
        number = world.sign(entry).number
    assert own(world) == before


def test_the_next_figure_comes_with_a_whole_group(world, numbers):
    before = own(world)
    for rating in ("satisfied", "satisfied"):
        world.signed_sheet("chen", rating=rating)
        assert own(world) == before
    world.signed_sheet("chen", rating="satisfied")
    assert "10 份评价" in own(world) and "60%" in own(world)
    assert [sum(row.counts.values()) for row in RatingGroup.select()] == [5, 5]


def test_what_is_erased_or_made_anew_changes_no_frozen_group(world, numbers):
    before = own(world)
    erasures.erase_answers(world.actor("admin"), numbers[0], 2, ["answers.satisfaction"], "客户要求")
    projection.rebuild_all()
    assert own(world) == before


def test_what_the_technician_typed_from_paper_gives_no_group_away(world):
    for rating in FIVE[:4]:
        world.signed_sheet("chen", rating=rating)
    number = world.signed_sheet("chen", rating="satisfied").number
    assert RatingGroup.select().count() == 1
    Record.update(outcome="signed_on_paper").where(Record.number == number).execute()
    for rating in FIVE[:4]:
        number = world.signed_sheet("chen", rating=rating).number
        Record.update(outcome="signed_on_paper").where(Record.number == number).execute()
    world.signed_sheet("chen", rating="dissatisfied")
    assert RatingGroup.select().count() == 1


@pytest.mark.parametrize(
    "statement", ["UPDATE rating_groups SET month = '2020-01'", "DELETE FROM rating_groups"]
)
def test_a_frozen_group_is_refused_to_whoever_changes_it(world, numbers, statement):
    with pytest.raises(peewee.DatabaseError, match="sealed"):
        database.database.execute_sql(statement)


# Whatever a technician sees, before and after whatever they do

PAGES = (
    "/",
    "/turns",
    "/records",
    "/records?state=closed",
    "/records?unsigned=1",
    "/records?satisfaction=dissatisfied",
    "/records?outcome=done",
    "/records?q=等了三天",
    "/statistics/mine",
    "/board",
    "/times",
    "/plans",
    "/plans/calendar",
    "/devices",
    "/clients",
    "/parts",
)


def seen_by_technician(world) -> dict[str, str]:
    """Address → what it says, of all lists, figures and sheets that a technician opens."""
    chen, client = world.browser("chen"), world.office.client.id
    month = Record.select().order_by(Record.id).get().rating_month
    about = (
        f"/clients/{client}",
        f"/clients/{client}/months/{month}",
        f"/clients/{client}/years/{month[:4]}",
    )
    places = (
        f"/rooms/{world.office.room.id}",
        f"/devices/{world.office.device.id}",
        f"/d/{world.office.code.code}",
    )
    sheets = [f"/records/{row.number}" for row in Record.select().order_by(Record.id)]
    found = {}
    for address in (*PAGES, *about, *places, *sheets):
        found[plain(address)] = plain(read_page(chen, address))
    return found


def plain(page: str) -> str:
    """Without what is random (codes, digests, keys) and what a clock says: both differ between two companies."""
    page = re.sub(
        r"(?:[0-9A-F]{4} ){9,}[0-9A-F]{4}|\b[0-9A-Z]{5} ?[0-9A-Z]{5}\b|[0-9a-f-]{32,}|/v/[\w-]+|[A-Za-z0-9_-]{40,}",
        "",
        page,
    )
    return re.sub(r"\d+ (?:秒|分钟)|\d\d:\d\d(?::\d\d)?", "", page)


def walk(world, rating: str, ending: str) -> list[dict[str, str]]:
    """What a technician sees after each thing that they do with a sheet that was rated so."""
    chen = world.browser("chen")
    number = world.waiting_sheet(**FOLLOWED_UP, follow_up_date=day(1)).number
    said = GOOD | {"satisfaction": rating, "dissatisfied_with": ["speed"], "comments": "等了三天"}
    assert Form(world.browser(), link_of(chen, number), "sign").post(**said).status_code == 303
    seen = [seen_by_technician(world)]
    new = correct_sheet(world, chen, number)
    seen.append(seen_by_technician(world))
    end_correction(chen, new, ending)
    seen.append(seen_by_technician(world))
    gao = world.browser("gao")
    token = csrf(gao.get("/account").text)
    gao.post(
        f"/records/{number}/aftercare/words", data={"csrf_token": token, "words": "约周五", "due_on": day(3)}
    )
    seen.append(seen_by_technician(world))
    told = {"csrf_token": token, "reason": "已致歉", "care_ending": "agreed", "tell": TOLD}
    if (
        gao.post(f"/records/{number}/aftercare", data=told).status_code != 303
    ):  # nothing to follow up: a note like any other
        gao.post(f"/records/{number}/review", data={"csrf_token": token, "note": TOLD, "told": "1"})
    seen.append(seen_by_technician(world))
    return seen


@pytest.fixture
def company(engine, new_installation, settings, served, tmp_path):
    """Opens a company of its own each time: the same people and places, nothing done yet."""
    opened = []

    def open_company() -> World:
        close_database()
        instance = tmp_path / f"company {len(opened)}"
        opened.append(new_installation(engine, instance, peopled=True))
        ours = replace(settings, database=opened[-1], instance=instance)
        application = served(ours)
        conftest.open_installation(ours)
        return World(application)

    yield open_company
    close_database()
    for url in opened:
        engines.drop_database(url)


def close_database() -> None:
    if database.database.obj is not None and not database.database.is_closed():
        database.database.close()
    conftest.close_pool()


def difference(once: dict[str, str], again: dict[str, str], address: str) -> tuple[str, list[str]]:
    return address, list(
        unified_diff(once[address].split("\n"), again[address].split("\n"), n=0, lineterm="")
    )


@pytest.mark.parametrize("ending", ENDINGS)
def test_no_page_of_a_technician_tells_a_low_rating_from_a_high_one(company, ending):
    with clock.pretend_now(clock.now()):
        high = walk(company(), "very_satisfied", ending)
        low = walk(company(), "dissatisfied", ending)
    for once, again in zip(high, low, strict=True):
        assert once.keys() == again.keys()
        assert [difference(once, again, address) for address in once if once[address] != again[address]] == []
