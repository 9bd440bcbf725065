"""A sheet that corrects another one, and all that a technician alone can do with it."""

from fieldforms.store.models import Record
from tests.people import csrf
from tests.web.completing.hands import AGAIN, day, open_ending
from tests.web.hands import Form, contact_body

ENDINGS = ["begun", "recalled", "refused", "absent", "cancelled"]  # without the client's signature
FOLLOWED_UP = AGAIN | {"arrival": "2026-11-20T09:10"}


def correct_sheet(world, browser, number: str, **changes) -> str:
    """The work of a sheet that corrects this one is complete: its number."""
    url = f"/records/{number}/correction"
    opened = browser.post(url, data={"csrf_token": csrf(browser.get(url).text), "reason": "写错了"})
    work = FOLLOWED_UP | {"follow_up_date": day(1)} | changes
    checked = Form(browser, opened.location).post(then="check", **contact_body(world.office, **work))
    assert checked.status_code == 303, checked.text
    Form(browser, checked.location, "complete").post()
    return Record.get(Record.supersedes == number).number


def end_correction(browser, number: str, ending: str) -> None:
    """One of ENDINGS; "begun" leaves it as it is."""
    if ending in ("recalled", "cancelled"):
        url = f"/records/{number}/{'recall' if ending == 'recalled' else 'cancellation'}"
        body = {"csrf_token": csrf(browser.get(url).text), "reason": "不改了"}
        assert browser.post(url, data=body).status_code == 303
    if ending in ("refused", "absent"):
        body = open_ending(browser, f"/records/{number}/signature")
        said = body | {"entry.outcome": ending, "reason": "不肯签"}
        assert browser.post(f"/records/{number}/outcome", data=said).status_code == 303
