"""Small forms written by hand: one line of text, a form with what is wrong in it, and the way back."""

from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

from flask import current_app, request
from werkzeug.exceptions import HTTPException

from fieldforms.errors import N_, ChangedMeanwhile, Invalid, Problem, TooManyTries, WrongPassword
from fieldforms.flow.register import register_columns, row_history
from fieldforms.flow.register.register_columns import Columns
from fieldforms.forms import reading
from fieldforms.store import clock
from fieldforms.web import page, request_log, versions

SENTENCES_OF_NEEDED = {
    "login": N_("请填写用户名。"),
    "name": N_("请填写姓名。"),
    "role": N_("请选择角色。"),
    "password": N_("请填写密码。"),
    "old": N_("请填写现在的密码。"),
    "new": N_("请填写新密码。"),
    "own_password": N_("请填写您自己的密码。"),
    "code": N_("请填写设备编码或名称。"),
    "factor_code": N_("请填写验证码。"),
    "first_code": N_("请填写一次性代码。"),
}
MOST_ID = 2**31 - 1  # larger ones are no row of ours, and overflow the database's integers
LONGEST_NUMBER = 20


def whole_number(text: str, most: int = MOST_ID) -> int:
    """A number from 0 to `most`, as `type` of an address's or a form's get(): ValueError there means "not given"."""
    number = int(reading.fold_width(text)) if len(text) <= LONGEST_NUMBER and "_" not in text else -1
    if not 0 <= number <= most:
        raise ValueError(text)
    return number


def utc_number(text: str) -> int:
    """As `whole`, for UTC milliseconds."""
    return whole_number(text, clock.END_MS)


def text_input(name: str) -> str:
    """One line as it was typed."""
    return reading.read_line(request.form.get(name, ""))


def input_page(template: str, wrong: dict[str, str] | None = None, status: int = 422, /, **values):
    """The form's page. `wrong`: input → sentence in the reader's language; then the status is `status`."""
    errors = [(f"f-{name}", sentence) for name, sentence in (wrong or {}).items()]
    shown = {"wrong": wrong or {}, "errors": errors, "has_errors": bool(wrong), **values}
    return page.show(template, status if wrong else 200, **shown)


def refused_page(template: str, name: str, problem: Problem, sentence: str = "", /, **values):
    """The form again, with a verb's refusal beside the input it is about."""
    request_log.note_refusal(problem)
    said = page.say(sentence or problem.sentence, **problem.values)
    response = input_page(template, {name: said}, problem.status, **values)
    if problem.status == 429:
        response.headers["Retry-After"] = str(60 * problem.values["minutes"])
    return response


def own_password_refused(template: str, problem: WrongPassword | TooManyTries, /, **values):
    """`refused`, for the password with which people confirm who they are."""
    sentence = N_("您自己的密码不对。") if isinstance(problem, WrongPassword) else ""
    return refused_page(template, "own_password", problem, sentence, **values)


def posted_texts() -> dict[str, str]:
    """What was typed, as flow/form_input.py reads it."""
    return {name: " ".join(values) for name, values in request.form.lists()}


def sentences_by_input(refused: Problem | None) -> dict[str, str]:
    """Input → what is wrong with it, in the reader's language; {} for a refusal that is about no input."""
    problems = refused.problems if isinstance(refused, Invalid) else []
    return {name: page.say(sentence, **in_words(values)) for name, sentence, values in problems}


def in_words(values: dict) -> dict:
    return {name: page.say(value) if name == "label" else value for name, value in values.items()}


def refusal_context(refused: Problem | None) -> dict:
    """For a template: what is wrong, named on top (`errors`) and beside each input (`wrong`)."""
    wrong = sentences_by_input(refused)
    errors = [(f"f-{name}", sentence) for name, sentence in wrong.items()]
    if refused and not errors and not isinstance(refused, ChangedMeanwhile):
        errors = [("", page.say(refused.sentence, **refused.values))]
    return {"wrong": wrong, "errors": errors, "has_errors": bool(refused)}


def row_page(template: str, asked: Columns, texts: Mapping[str, str], refused: Problem | None, /, **values):
    """The form of a row of the register. `texts`: input → what it shows (columns.texts, or what was typed)."""
    shown = {
        "edits": (),
        "groups": register_columns.columns_by_group(asked),
        "texts": {**dict(texts.items()), **refused.merged}
        if isinstance(refused, ChangedMeanwhile)
        else texts,
        **refusal_context(refused),
        **values,
    }
    return page.show(template, refused.status if refused else 200, **shown)


def edit_page(
    template: str, asked: Columns, texts: Mapping[str, str], refused: Problem | None, row=None, /, **values
):
    """As `row_page`, of a row that others may change, too: its form says what it showed. `row`: whose changes so far are shown
    below, where they are kept by rows (register_rows.KINDS_OF_ROWS)."""
    known = {column.name: texts.get(column.name, "") for column in asked}
    edits = row_history.edits_of_row(row, asked, page.lang()) if row is not None else []
    values["edits"] = [edit for edit in edits if edit.differences]
    return row_page(template, asked, texts, refused, **versions.version_context(known, refused), **values)


def page_of_row(
    template: str, asked: Columns, texts: Mapping[str, str], refused: Problem | None, row, /, **values
):
    """As `edit_page`, or as `row_page` while there is no row yet."""
    if row is None:
        return row_page(template, asked, texts, refused, **values)
    return edit_page(template, asked, texts, refused, row, **values)


def versioned_page(
    template: str,
    texts: Mapping[str, str],
    refused: Problem | None,
    labels: Mapping[str, str] | None = None,
    /,
    **values,
):
    """As `edit_page`, of a form written by hand; `texts`: what it shows when it is opened. `labels`: as in versions.py."""
    shown = {**refusal_context(refused), **versions.version_context(texts, refused, labels), **values}
    return page.show(template, refused.status if refused else 200, **shown)


def sentences_of_missing(*names: str, **given: str) -> dict[str, str]:
    """What is wrong with inputs left empty, in this order; `given`: those that were read already."""
    values = {name: given.get(name, request.form.get(name, "")) for name in names}
    return {name: page.say(SENTENCES_OF_NEEDED[name]) for name, value in values.items() if not value.strip()}


def way_back(wanted: str, otherwise: str) -> str:
    """`wanted` when it is a page of ours that can be opened, else `otherwise`: no address can lead elsewhere."""
    if not wanted.startswith("/") or wanted.startswith("//") or "\\" in wanted or not wanted.isprintable():
        return otherwise
    try:
        current_app.url_map.bind("localhost").match(unquote(urlsplit(wanted).path), method="GET")
    except (HTTPException, ValueError):
        return otherwise
    return wanted
