"""Sheets on their way to a signature, and after it."""

import re
from datetime import timedelta

from fieldforms.flow import local_time
from fieldforms.flow.stock import movements
from fieldforms.store import clock
from fieldforms.store.models import Part
from fieldforms.store.stock import stock
from tests.people import PASSWORD, STROKES, csrf
from tests.web.hands import Form, errors

AGAIN = {"result": "not_completed", "not_completed": ["follow_up"]}


def day(days: int) -> str:
    return (local_time.date_today() + timedelta(days=days)).isoformat()


def sheet(world, days: int, **more) -> str:
    """A signed sheet whose client is to be contacted again in so many days: its number."""
    more |= {"follow_up_date": day(days), "arrival": f"{day(-10)}T09:10"}
    return world.signed_sheet(**AGAIN, **more).number


OVERTIME = {
    "asking_unit": "市政务中心",
    "day_kind": "rest_day",
    "from_at": "2026-12-05T09:00",
    "to_at": "2026-12-05T17:00",
    "hours": "7",
    "overtime_reason": "全省视频会议保障",
}


def handed_in(browser, form: str, body: dict) -> str:
    """The number of a sheet whose first step is sealed."""
    sheet = Form(browser, f"/forms/{form}/new")
    checked = sheet.post(then="check", **body)
    assert checked.status_code == 303, errors(checked.text)
    return Form(browser, checked.location, "complete").post().location.split("/")[2]


def turn(world, login: str, number: str) -> Form:
    return Form(world.browser(login), f"/records/{number}", "short")


def lent(world) -> str:
    """A sheet by which Chen has taken a tool."""
    tool = Part.get_or_none(Part.name == "测试仪") or Part.create(
        name="测试仪", kind="tool", created_at=clock.now()
    )
    movements.book_movement_of_record(
        world.actor("sunmin"), "", tool, "received", 1, None, stock.place_row("company")
    )
    body = {
        "issue_kind": "tool", "owned_by": "company", "due_back_on": "2099-01-01",
        "issued_items.0.part": tool.name, "issued_items.0.quantity": "1",
    }  # fmt: skip
    number = handed_in(world.browser("chen"), "parts-issue", body)
    turn(world, "sunmin", number).post(decision="approved")
    chen = world.browser("chen")
    opened = chen.post(
        f"/records/{number}/step", data={"csrf_token": csrf(chen.get(f"/records/{number}").text)}
    )
    taking = Form(chen, opened.location)
    signed = {
        "taken": "taken", "taken_at": local_time.now(), "taker_signature.name": "陈志远", "taker_signature.typed": "1",
    }  # fmt: skip
    checked = taking.post(then="check", **signed)
    assert checked.status_code == 303, errors(checked.text)
    Form(chen, checked.location, "complete").post()
    return number


PIN = "719346"


GOOD = {"accessories": "yes", "satisfaction": "satisfied", "signer": "丁一", "strokes": STROKES}


def handed(browser, number) -> Form:
    """The phone in the client's hands: their page."""
    choose = browser.get(f"/records/{number}/signature")
    said = {"csrf_token": csrf(choose.text), "pin": PIN, "own_password": PASSWORD}
    handed = browser.post(f"/records/{number}/handover", data=said)
    return Form(browser, handed.location, "sign")


def link_of(browser, number) -> str:
    choose = browser.get(f"/records/{number}/signature")
    made = browser.post(f"/records/{number}/links", data={"csrf_token": csrf(choose.text)})
    assert made.status_code == 201
    return "/s/" + re.search(r'value="https://ff.example.cn/s/([^"]+)"', made.text).group(1)


def open_ending(browser, url: str) -> dict:
    """What a page that ends the client's step (the choice, the paper) has in its hidden inputs."""
    page = browser.get(url).text
    named = {name: re.search(rf'name="{name}" value="([^"]+)"', page)[1] for name in ("shown", "draft")}
    return named | {"csrf_token": csrf(page)}


def lift(browser, sheet: str, **form):
    """A sheet is confidential no longer. `sheet`: its address."""
    page = browser.get(f"{sheet}/lifting").text
    return browser.post(f"{sheet}/lifting", data={"csrf_token": csrf(page), **form})
