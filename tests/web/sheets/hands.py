"""A record's page, its PDF, and what an attacker would do to it."""

import json
import re
import subprocess

from fieldforms.flow.completing import completion
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.store.database import database, dialect_of
from fieldforms.store.record import records
from tests.engines import tool
from tests.people import PASSWORD, csrf


def text(response) -> str:
    return response.get_data(as_text=True)


def post(browser, url: str, page: str = "/records", **form):
    """Post a form of a page as its reader does."""
    return browser.post(url, data={"csrf_token": csrf(text(browser.get(page))), **form})


def pdf_text(body: bytes, tmp_path) -> str:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(body)
    return subprocess.run(
        [tool("pdftotext"), "-layout", path, "-"], capture_output=True, check=True, text=True
    ).stdout


def record_json(body: bytes, tmp_path) -> dict:
    (tmp_path / "sheet.pdf").write_bytes(body)
    subprocess.run([tool("pdfdetach"), "-saveall", "-o", tmp_path, tmp_path / "sheet.pdf"], check=True)
    return json.loads((tmp_path / "record.json").read_text())


def split_presentation(text: str) -> tuple[str, list[str]]:
    """(jwt, disclosures) of an entry as a copy carries it: jwt~disclosure~…~ (RFC 9901 §4)."""
    jwt, *disclosures, end = text.split("~")
    assert end == "", "a key-binding JWT is none of ours"
    return jwt, disclosures


def disclosed_answers(attached: dict) -> set[str]:
    """The names of the answers that a copy discloses."""
    bodies = [body for entry in attached["entries"] for body in split_presentation(entry)[1]]
    return {records.open_disclosure(body)[0].removeprefix(records.ANSWER_CLAIM) for body in bodies}


def closed_again(world, draft, **changes):
    """Complete the work of a draft that was recalled or corrects another sheet."""
    answers = {**draft.answers, **changes}
    return completion.complete(world.actor("chen"), draft.uuid, HandedIn(answers)).entry


def confirm(browser, url: str = "/records.csv", password: str = PASSWORD):
    return post(browser, url, url, own_password=password)


def exporter(world, login: str = "gao"):
    """A browser of somebody who has given their password for exports."""
    browser = world.browser(login)
    assert confirm(browser).status_code == 303
    return browser


def drop_triggers(table: str) -> None:
    """What only somebody with the database in hand can do."""
    if dialect_of() == "sqlite":
        database.execute_sql(f"DROP TRIGGER {table}_no_update")
    else:
        database.execute_sql(f"DROP TRIGGER {table}_sealed ON {table}")


def numbers_in_list(page: str) -> list[str]:
    """Of the sheets that a page of the list shows."""
    return re.findall(r'<th scope="row"><a href="/records/([^"]+)"', page)


def find_numbers(world, query: str, login: str = "gao") -> list[str]:
    """Of the sheets that this person's list shows for these filters."""
    return numbers_in_list(text(world.browser(login).get(f"/records?{query}")))
