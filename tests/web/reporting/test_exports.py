"""Many sheets at once: as a table, as one PDF, and the password before everything leaves the house."""

import io

import openpyxl
import pytest

from fieldforms.flow.people import sessions
from fieldforms.store import clock
from fieldforms.store.models import Audit, Device, Record, User
from tests.web.sheets.hands import confirm, exporter, pdf_text, text


@pytest.mark.parametrize(
    "url", ["/records.csv", "/records.xlsx", "/records.pdf", "/records.csv?client=&form="]
)
def test_everything_leaves_the_house_only_after_ones_password(world, url):
    world.signed_sheet()
    browser = world.browser("gao")
    asked = browser.get(url)
    assert asked.mimetype == "text/html" and 'name="own_password"' in text(asked)
    wrong = confirm(browser, url, "wrong")
    assert wrong.status_code == 422 and "您自己的密码不对。" in text(wrong)
    assert "请填写您自己的密码。" in text(confirm(browser, url, ""))
    assert not Audit.select().where(Audit.action.in_(("records.export", "records.print"))).exists()
    answer = confirm(browser, url)
    assert (answer.status_code, answer.location) == (303, url)
    assert browser.get(url).mimetype != "text/html"
    assert Audit.select().where(Audit.action.in_(("records.export", "records.print"))).count() == 1


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_the_whole_register_leaves_the_house_only_after_ones_password(world, kind):
    browser, url = world.browser("gao"), f"/devices.{kind}"
    assert browser.get(url).mimetype == "text/html" and browser.get(f"{url}?client=").mimetype == "text/html"
    assert confirm(browser, url, "wrong").status_code == 422
    assert not Audit.select().where(Audit.action == "devices.export").exists()
    assert confirm(browser, url).location == url and browser.get(url).mimetype != "text/html"


def test_the_password_counts_ten_minutes_for_all_exports_and_for_nobody_else(world):
    world.signed_sheet()
    browser = world.browser("gao")
    with clock.pretend_now(clock.now() - 9 * clock.MINUTE):
        confirm(browser)
    assert browser.get("/records.xlsx").mimetype != "text/html"
    assert world.browser("gao").get("/records.xlsx").mimetype == "text/html"
    with clock.pretend_now(clock.now() + 2 * clock.MINUTE):
        assert browser.get("/records.xlsx").mimetype == "text/html"


def test_the_password_is_not_guessed_there(world):
    browser = world.browser("gao")
    for _ in range(sessions.TRIES):
        assert confirm(browser, password="wrong").status_code == 422
    assert confirm(browser).status_code == 429


FILES = ("xlsx", "csv", "pdf", "zip")
NO_LISTS = {
    "labels.pdf",
    "many",
    "templates",
    "manual",
}  # what is printed to be stuck on; empty tables to fill in; what tells of nobody


def addresses_of_lists(app) -> set[str]:
    """Of every route that gives a file of rows of the whole house; what hangs at one of its things is no list of all."""
    rules = [str(rule) for rule in app.url_map.iter_rules() if "GET" in rule.methods]
    about_one = ("<int", "<number>", "<uuid>", "<token>", "<key>", "<code>", "<digest>")
    lists = [rule for rule in rules if rule.endswith((":kind>", ":file>", *(f".{file}" for file in FILES)))]
    return {
        rule.split(".")[0] + ".csv" if ">" in rule else rule
        for rule in lists
        if not any(each in rule for each in about_one) and not NO_LISTS & set(rule.split("/"))
    }


FILTERS = (
    "",
    "?from=2000-01-01",
    "?q=",
    "?state=closed",
    "?kind=tool",
    "?retired=1",
    "?form=service-contact",
)


def test_no_filter_spares_the_password_before_a_list_leaves_the_house(world):
    world.signed_sheet()
    browser = world.browser("gao")
    lists = addresses_of_lists(world.app)
    assert {"/records.csv", "/parts.csv", "/parts/movements.csv", "/devices.csv", "/readings.xlsx"} <= lists
    straight = [
        f"{url}{filters}"
        for url in sorted(lists)
        for filters in FILTERS
        if 'name="own_password"' not in text(browser.get(f"{url}{filters}"))
    ]
    assert not straight
    confirm(browser)
    assert browser.get("/parts.csv?kind=tool").mimetype == "text/csv"


def test_who_thinks_better_of_it_is_back_at_the_list(world):
    for url, list_of_it in (
        ("/parts/movements.csv?kind=issued", "/parts/movements?kind=issued"),
        (f"/clients/{world.office.client.id}/file.zip", f"/clients/{world.office.client.id}"),
    ):
        assert f'href="{list_of_it}"' in text(world.browser("gao").get(url))


def test_a_csv_has_what_the_list_shows_and_is_written_down(world):
    keep = world.signed_sheet(request="=1+1").number
    world.signed_sheet("zhou", world.university)
    response = exporter(world).get(f"/records.csv?client={world.office.client.id}")
    body = response.data.decode("utf-8")
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert body.startswith("\ufeff编号,") and body.count("\r\n") == 2
    assert keep in body and ",'=1+1," in body and "满意度" in body and "很满意" in body
    assert response.headers["Cache-Control"] == "no-store"
    assert "attachment" in response.headers["Content-Disposition"]
    line = Audit.get(Audit.action == "records.export")
    assert (line.actor_id, line.detail) == (world.users["gao"].id, {"kind": "csv", "rows": 1})


def test_a_workbook_of_one_form_has_its_answers_as_they_were_typed(world):
    world.signed_sheet(phone="13812345678", request="=1+1")
    book = openpyxl.load_workbook(io.BytesIO(exporter(world).get("/records.xlsx?form=service-contact").data))
    heading, row = (list(cells) for cells in book.active.iter_rows())
    labels = [cell.value for cell in heading]
    found = {label: cell for label, cell in zip(labels, row, strict=True)}
    assert (found["电话"].data_type, found["电话"].value) == ("s", "138 1234 5678")
    assert (found["待服务内容"].data_type, found["待服务内容"].value) == ("s", "=1+1")
    assert found["服务时间（到达）"].is_date
    assert found["您对此次服务是否满意"].value == "很满意"


def test_an_english_reader_gets_english_names(world):
    world.signed_sheet()
    body = exporter(world).get("/records.csv?form=service-contact&lang=en").data.decode()
    assert "Client's place left as it was" in body and "Very satisfied" in body


def test_listed_sheets_print_as_one_file(world, tmp_path):
    first, second = world.signed_sheet().number, world.signed_sheet().number
    browser = exporter(world)
    response = browser.get("/records.pdf?state=closed")
    printed = pdf_text(response.data, tmp_path)
    assert response.mimetype == "application/pdf" and first in printed and second in printed
    assert Audit.get(Audit.action == "records.print").detail == {"rows": 2}
    nothing = browser.get("/records.pdf?state=cancelled")
    assert (nothing.status_code, nothing.location) == (303, "/records?state=cancelled")


def test_the_character_set_of_a_csv_is_said_once(world):
    said = exporter(world, "gao").get("/records.csv?state=closed").headers["Content-Type"]
    assert said.replace(" ", "") == "text/csv;charset=utf-8"


def test_a_long_register_leaves_the_house_with_each_device_once(world):
    client = world.office.client.id
    Device.insert_many(
        [{"client": client, "name": f"话筒 {n}", "category": "audio", "created_at": 0} for n in range(1_100)]
    ).execute()
    body = exporter(world).get(f"/devices.csv?client={client}").data.decode()
    names = [line.partition("话筒 ")[2].partition(",")[0] for line in body.split("\r\n") if "话筒 " in line]
    assert sorted(map(int, names)) == list(range(1_100))
    assert Audit.get(Audit.action == "devices.export").detail["rows"] == body.count("\r\n") - 1


def test_each_confidential_sheet_of_a_list_is_written_down_before_its_row_goes(world):
    number = world.signed_sheet().number
    Record.update(confidential=True).where(Record.number == number).execute()
    User.update(confidential=True).where(User.login == "gao").execute()
    pieces = exporter(world, "gao").get("/records.csv", buffered=False).response
    assert number.encode() in next(iter(pieces))
    assert Audit.select().where(Audit.action == "record.read", Audit.ref == number).exists()
