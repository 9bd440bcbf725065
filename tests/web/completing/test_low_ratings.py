"""A low rating waits for a supervisor until its follow-up is closed with words; technicians learn nothing of it."""

import re

import pytest

from fieldforms.flow import local_time
from fieldforms.flow.completing import aftercare
from fieldforms.flow.people import deputies
from fieldforms.flow.proof import erasures
from fieldforms.flow.record import projection
from fieldforms.store import clock, database
from fieldforms.store.models import Record, Review, User
from tests.flow.record.hands import rows_of_projection
from tests.people import csrf, questions
from tests.web.hands import read_page
from tests.web.sheets.hands import exporter

WORDS = "已电话致歉，周五再去调试"
YEAR = 365 * clock.DAY_MS


@pytest.fixture
def low(world) -> str:
    """Signed a year ago."""
    with clock.pretend_now(clock.now() - YEAR):
        return world.signed_sheet("chen", rating="dissatisfied").number


def post(world, login: str, address: str, **body):
    browser = world.browser(login)
    return browser.post(address, data={"csrf_token": csrf(browser.get("/account").text), **body})


def close(world, login: str, number: str, words: str = WORDS):
    return post(world, login, f"/records/{number}/aftercare", reason=words, care_ending="agreed")


def waiting(world, login: str = "gao") -> list[str]:
    page = world.browser(login).get("/").text
    return re.findall(r"/records/([A-Z0-9-]+)", page) if "低评价，请跟进" in page else []


def test_it_waits_however_long_ago_it_was_given(world, low):
    assert waiting(world) == [low]


@pytest.mark.parametrize("login", ["sunmin", "shen", "gao"])
def test_reading_the_sheet_is_no_follow_up_whoever_reads_it(world, low, login):
    assert post(world, login, f"/records/{low}/review", note="看过").status_code == 303
    assert waiting(world) == [low]


def test_a_supervisor_closes_it_with_words(world, low):
    gao = world.browser("gao")
    assert f"/records/{low}/aftercare" in gao.get(f"/records/{low}").text
    assert gao.get(f"/records/{low}/aftercare").status_code == 200
    refused = close(world, "gao", low, " ")
    assert refused.status_code == 422 and "请写明怎样跟进的" in refused.text and waiting(world) == [low]
    assert close(world, "gao", low).status_code == 303
    assert waiting(world) == []
    page = gao.get(f"/records/{low}").text
    assert WORDS in page and "低评价已跟进" in page and f"/records/{low}/aftercare" in page
    assert close(world, "gao", low).status_code == 409
    assert Review.select().count() == 1


@pytest.mark.parametrize("login", ["chen", "sunmin", "shen", "admin", "wangjing"])
@pytest.mark.parametrize("rating", ["very_satisfied", "dissatisfied"])
def test_nobody_else_may_close_it_or_learn_that_there_is_something_to_close(world, login, rating):
    number = world.signed_sheet("chen", rating=rating).number
    assert close(world, login, number).status_code == 403
    assert world.browser(login).get(f"/records/{number}/aftercare").status_code == 403


@pytest.mark.parametrize("login", ["sunmin", "shen", "admin"])
def test_who_stands_in_for_the_supervisor_has_it_and_closes_it_and_no_longer_than_that(world, low, login):
    gao, today = world.actor("gao"), local_time.today()
    given = {"deputy": str(world.users[login].id), "from_on": today, "until_on": today}
    row = deputies.name_deputy(gao, gao.user_id, given)
    assert waiting(world, login) == [low] and "不满意" in world.browser(login).get(f"/records/{low}").text
    deputies.end_deputy(gao, gao.user_id, row.id)
    assert waiting(world, login) == [] and close(world, login, low).status_code == 403
    deputies.name_deputy(gao, gao.user_id, given)
    assert close(world, login, low).status_code == 303
    assert waiting(world) == [] == waiting(world, login)


def test_hr_stands_in_for_the_supervisor_in_approving_and_reads_no_rating(world, low):
    gao, today = world.actor("gao"), local_time.today()
    given = {"deputy": str(world.users["wangjing"].id), "from_on": today, "until_on": today}
    deputies.name_deputy(gao, gao.user_id, given)
    wang = world.browser("wangjing")
    assert waiting(world, "wangjing") == [] and "不满意" not in wang.get("/").text
    assert low not in wang.get("/records?satisfaction=dissatisfied").text
    assert wang.get(f"/records/{low}").status_code == 404
    assert wang.get("/statistics").status_code == close(world, "wangjing", low).status_code == 403
    assert gao.viewer.reads_ratings and not world.actor("wangjing").viewer.reads_ratings


def test_a_high_rating_has_nothing_to_close(world):
    assert close(world, "gao", world.signed_sheet("chen").number).status_code == 409


@pytest.mark.parametrize("login", ["chen", "sunmin", "shen", "admin"])
def test_who_reads_no_ratings_sees_nothing_of_the_follow_up(world, low, login):
    browser = exporter(world, login)
    pages = ("/", f"/records/{low}", "/records", "/records.csv", "/turns")
    before = [read_page(browser, page) for page in pages]
    assert close(world, "gao", low).status_code == 303
    assert [read_page(browser, page) for page in pages] == before


def test_an_erased_rating_waits_for_nobody(world, low):
    erasures.erase_answers(world.actor("admin"), low, 2, ["answers.satisfaction"], "客户要求")
    assert waiting(world) == []


def test_the_projection_says_the_same_when_made_anew(world, low):
    world.signed_sheet("chen", rating="fair")
    close(world, "gao", low)
    before = rows_of_projection()
    projection.rebuild_all()
    assert rows_of_projection() == before
    assert low not in waiting(world) and len(waiting(world)) == 1


def test_an_index_finds_the_waiting_ones_however_many_were_closed_in_all_the_years(world, low):
    if database.dialect_of() != "sqlite":
        pytest.skip("PostgreSQL reads a table of three rows whole, and is right")
    with questions() as asked:
        aftercare.open_cares(world.actor("gao"))
    (query,) = [sql for sql in asked if '"low_rating_since" IS NOT NULL' in sql]
    explained = database.database.execute_sql(
        f"EXPLAIN QUERY PLAN {query}", [None] * query.count("?")
    ).fetchall()
    plan = [line[-1] for line in explained]
    assert "INDEX record_low_rating_since_id (low_rating_since>?)" in plan[0]
    assert not any("USE TEMP B-TREE" in line for line in plan)


NAME = "0009_low_ratings"


def before_it() -> None:
    for statement in (
        "DROP INDEX record_low_rating_since_id",
        "ALTER TABLE records DROP COLUMN low_rating_since",
        f"DELETE FROM schema_migration WHERE name = '{NAME}'",
    ):
        database.database.execute_sql(statement)


def test_what_a_supervisor_wrote_before_the_upgrade_closed_it_and_nothing_else_did(world):
    numbers = [world.signed_sheet("chen", rating="fair").number for _ in range(4)]
    for number, login, note in zip(numbers, ("gao", "gao", "sunmin"), ("已致歉", "", "看过"), strict=False):
        post(world, login, f"/records/{number}/review", note=note)
    high = world.signed_sheet("chen").number
    post(world, "gao", f"/records/{high}/review", note="很好")
    before_it()
    assert NAME in database.migrate()
    assert {row.number for row in Record.select().where(Record.low_rating_since.is_null(False))} == {
        *numbers[1:]
    }
    found = Review.select().where(Review.settles == "low_rating")
    assert [(each.by_id, each.note) for each in found] == [(User.get(User.login == "gao").id, "已致歉")]
    before = rows_of_projection()
    projection.rebuild_all()
    assert rows_of_projection() == before
