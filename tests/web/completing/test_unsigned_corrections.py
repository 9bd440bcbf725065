"""A correction that the client did not sign replaces no rating, no signature and no follow-up, and says so."""

import pytest

from fieldforms.flow.record import projection
from fieldforms.store import database
from fieldforms.store.models import RatingMonth, RatingReason, Record
from tests.flow.record.hands import rows_of_projection
from tests.web.completing.corrections import ENDINGS, FOLLOWED_UP, correct_sheet, end_correction
from tests.web.completing.hands import GOOD, day, link_of
from tests.web.hands import Form

BAD = GOOD | {"satisfaction": "dissatisfied", "dissatisfied_with": ["speed"], "comments": "等了三天"}


@pytest.fixture
def chen(world):
    return world.browser("chen")


@pytest.fixture
def old(world, chen) -> str:
    """A sheet that the client rated 不满意, and whose client is to be contacted again."""
    work = FOLLOWED_UP | {"follow_up_date": day(1)}
    number = world.waiting_sheet(**work).number
    assert Form(world.browser(), link_of(chen, number), "sign").post(**BAD).status_code == 303
    return number


def ratings() -> tuple[dict, int]:
    counted = {
        answer: n for answer, n in RatingMonth.select(RatingMonth.satisfaction, RatingMonth.n).tuples()
    }
    return counted, RatingReason.select().count()


def follow_ups(world) -> list[str]:
    page = world.browser("sunmin").get("/").text
    return [
        row.number
        for row in Record.select().order_by(Record.id)
        if f"/records/{row.number}" in page and "重新联络" in page
    ]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_technician_alone_erases_no_rating_and_no_follow_up(world, chen, old, ending):
    new = correct_sheet(world, chen, old, result="completed")
    end_correction(chen, new, ending)
    assert ratings() == ({"dissatisfied": 1}, 1)
    assert old in world.browser("gao").get("/").text and "低评价" in world.browser("gao").get("/").text
    assert "等了三天" in world.browser("gao").get("/statistics/satisfaction/comments").text
    assert follow_ups(world)[0] == old
    assert old in world.browser("gao").get("/records?satisfaction=dissatisfied").text


@pytest.mark.parametrize("ending", ENDINGS)
def test_month_and_year_of_the_client_tell_of_one_sheet_and_its_rating(world, chen, old, ending):
    gao = world.browser("gao")
    month = Record.get(Record.number == old).rating_month
    report = f"/clients/{world.office.client.id}/months/{month}"
    before = gao.get(report)
    end_correction(chen, correct_sheet(world, chen, old), ending)
    assert before.status_code == 200 and "不满意 1" in before.text
    assert lines_of(gao.get(report).text) == lines_of(before.text)


def lines_of(page: str) -> list[str]:
    return [line for line in page.split("<main")[1].splitlines() if "csrf" not in line]


@pytest.mark.parametrize("ending", ["refused", "absent"])
@pytest.mark.parametrize(
    ("lang", "old_says", "new_says"),
    [
        ("zh", "更正单 {new} 未经客户签字，没有取代这张单。", "本单更正 {old}，未经客户签字，没有取代它。"),
        (
            "en",
            "Correction {new} was not signed by the client",
            "This sheet corrects {old}, but was not signed",
        ),
    ],
)
def test_both_sheets_the_public_page_and_the_list_of_the_unsigned_say_so(
    world, chen, old, ending, lang, old_says, new_says
):
    new = correct_sheet(world, chen, old)
    end_correction(chen, new, ending)
    for login in ("chen", "gao"):
        browser = world.browser(login)
        assert old_says.format(new=new) in browser.get(f"/records/{old}?lang={lang}").text
        assert new_says.format(old=old) in browser.get(f"/records/{new}?lang={lang}").text
    unsigned = world.browser("gao").get("/?lang=zh").text.split("没有签字就结束的")[1]
    assert f"更正 {old}，没有取代它" in unsigned
    digest = chen.get(f"/records/{old}").text.split("/v/")[1].split('"')[0]
    assert "没有取代这张单" in world.browser().get(f"/v/{digest}").text


def test_a_signed_correction_takes_the_place(world, chen, old):
    new = correct_sheet(world, chen, old, result="completed")
    assert Form(world.browser(), link_of(chen, new), "sign").post(**GOOD).status_code == 303
    assert ratings() == ({"satisfied": 1}, 0)
    assert follow_ups(world) == []
    assert "这张单已被更正" in chen.get(f"/records/{old}").text


def test_what_corrects_a_refused_correction_takes_the_place_of_both(world, chen, old):
    refused = correct_sheet(world, chen, old)
    end_correction(chen, refused, "refused")
    assert f"/records/{old}/correction" not in chen.get(f"/records/{old}").text, (
        "the refused one is corrected"
    )
    new = correct_sheet(world, chen, refused, result="completed")
    assert ratings() == ({"dissatisfied": 1}, 1)
    assert Form(world.browser(), link_of(chen, new), "sign").post(**GOOD).status_code == 303
    assert ratings() == ({"satisfied": 1}, 0)
    taken = {row.number: row.superseded_by for row in Record.select() if row.superseded_by}
    assert taken == {old: new, refused: new}
    assert [row.number for row in Record.select().where(Record.in_force)] == [new]


@pytest.mark.parametrize("ending", [*ENDINGS, "signed"])
def test_a_rebuild_gives_the_same(world, chen, old, ending):
    new = correct_sheet(world, chen, old)
    if ending == "signed":
        Form(world.browser(), link_of(chen, new), "sign").post(**GOOD)
    end_correction(chen, new, ending)
    before = rows_of_projection()
    projection.rebuild_all()
    assert rows_of_projection() == before


NAME = "0008_corrections"


def before_it() -> None:
    """The same database as the program of before left it: whatever was corrected counts no more."""
    for statement in (
        "UPDATE records SET superseded_by = corrected_by",
        "ALTER TABLE records DROP COLUMN corrected_by",
        "ALTER TABLE records DROP COLUMN in_force",
        "DELETE FROM rating_months",
        f"DELETE FROM schema_migration WHERE name = '{NAME}'",
    ):
        database.database.execute_sql(statement)


@pytest.mark.parametrize("ending", [*ENDINGS, "signed"])
def test_the_migration_lets_old_ratings_count_again(world, chen, old, ending):
    new = correct_sheet(world, chen, old)
    if ending == "signed":
        Form(world.browser(), link_of(chen, new), "sign").post(**GOOD)
    end_correction(chen, new, ending)
    before = rows_of_projection()
    before_it()
    assert NAME in database.migrate()
    assert rows_of_projection()["records"] == before["records"]
    projection.rebuild_all()
    assert rows_of_projection() == before
