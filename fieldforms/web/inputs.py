"""Small forms written by hand: one line of text, a form with what is wrong in it, and the way back."""

from urllib.parse import unquote, urlsplit

from flask import current_app, request
from werkzeug.exceptions import HTTPException

from fieldforms.errors import N_, Problem
from fieldforms.forms.kinds import clean
from fieldforms.web import page

NEEDED = {
    "login": N_("请填写用户名。"),
    "name": N_("请填写姓名。"),
    "role": N_("请选择角色。"),
    "password": N_("请填写密码。"),
    "old": N_("请填写现在的密码。"),
    "new": N_("请填写新密码。"),
    "own_password": N_("请填写您自己的密码。"),
    "code": N_("请填写设备编码或名称。"),
}
MOST_ID = 2**31 - 1  # larger ones are no row of ours, and overflow the database's integers


def text(name: str, most: int = 200) -> str:
    """One line as it was typed, without control characters."""
    return " ".join(clean(request.form.get(name, "")).split())[:most]


def form(template: str, wrong: dict[str, str] | None = None, status: int = 422, /, **values):
    """The form's page. `wrong`: input → sentence in the reader's language; then the status is `status`."""
    errors = [(f"f-{name}", sentence) for name, sentence in (wrong or {}).items()]
    shown = {"wrong": wrong or {}, "errors": errors, "has_errors": bool(wrong), **values}
    return page.show(template, status if wrong else 200, **shown)


def refused(template: str, name: str, problem: Problem, sentence: str = "", /, **values):
    """The form again, with a verb's refusal beside the input it is about."""
    said = page.say(sentence or problem.sentence, **problem.values)
    response = form(template, {name: said}, problem.status, **values)
    if problem.status == 429:
        response.headers["Retry-After"] = str(60 * problem.values["minutes"])
    return response


def missing(*names: str, **given: str) -> dict[str, str]:
    """What is wrong with inputs left empty, in this order; `given`: those that were read already."""
    values = {name: given.get(name, request.form.get(name, "")) for name in names}
    return {name: page.say(NEEDED[name]) for name, value in values.items() if not value.strip()}


def way_back(wanted: str, otherwise: str) -> str:
    """`wanted` when it is a page of ours that can be opened, else `otherwise`: no address can lead elsewhere."""
    if not wanted.startswith("/") or wanted.startswith("//") or "\\" in wanted or not wanted.isprintable():
        return otherwise
    try:
        current_app.url_map.bind("localhost").match(unquote(urlsplit(wanted).path), method="GET")
    except (HTTPException, ValueError):
        return otherwise
    return wanted
