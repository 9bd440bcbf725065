"""The review desk: the next sheet opens by itself; one or many are approved or sent back, by finger or by key."""

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms.errors import N_, NotFound, Problem, ReasonNeeded
from fieldforms.flow.completing import corrections, notes, record_access, repair_facts, reviews
from fieldforms.flow.record import supersession
from fieldforms.flow.sheets import record_sheets, words_of_records
from fieldforms.store.models import Review
from fieldforms.store.record import records
from fieldforms.store.record.review_rows import ANSWERED, SENT_BACK
from fieldforms.web import page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.completing.review_words import answer_in_words
from fieldforms.web.sheets.record_pages import back_to, reason_page, text_of_lines, with_reason

blueprint = Blueprint("reviews", __name__)

DESK = "completing/reviews/index.html"
SAID_OF_APPROVAL = (
    N_("已通过 %(number)s。"),
    N_("已通过 %(n)s 张。"),
)  # of the one, of some that were ticked
SAID_OF_RETURN = (N_("已退回 %(number)s。"), N_("已退回 %(n)s 张。"))
DEALT_WITH = N_("这张单已经不等您审阅了。")


@blueprint.get("/reviews")
@signed_in(may=reviews.is_reviewer)
def index():
    who, lang = actor(), page.lang()
    rows = reviews.sheets_to_review(who)
    seen = sheet_to_show(rows, request.args.get("at", ""))
    numbers = [row.number for row in rows]
    number = seen.row.number if seen else ""
    values = {
        "answered": {uuid: answer_in_words(each) for uuid, each in reviews.answers_to_reviewer(rows).items()},
        "lines": [words_of_records.line_of_row(row, lang) for row in rows],
        "seen": seen,
        "number": number,
        "sheet": record_sheets.sheet_of_record(seen, lang, page.public_origin()) if seen else None,
        "words": words_before(seen) if seen else [],
        "repair": repair_facts.facts_of_repair(who, seen, lang) if seen else [],
        "awaits_approval": supersession.awaits_approval,
        "following": number_after(numbers, number),
        "photo_url": lambda digest: url_for("records.photo", number=number, digest=digest),
        "document_url": lambda digest: url_for("records.document", number=number, digest=digest),
    }
    if page.is_partial():
        return page.render_block(DESK, "pane", **values)
    count = reviews.count_to_review(who)
    return page.show(DESK, count=count, body_class="wide reviewing", styles=("desk.css",), **values)


def sheet_to_show(rows, number: str) -> records.Seen | None:
    """The one asked for while it waits, else the longest waiting; None when none does."""
    try:
        asked = record_access.record_by_number(actor(), number) if number else None
    except NotFound:
        asked = None
    if asked and reviews.may_review(actor(), asked.row):
        return asked
    return record_access.record_by_number(actor(), rows[0].number) if rows else None


def words_before(seen: records.Seen) -> list[Review]:
    """What was asked to be corrected of this sheet, and answered."""
    shown = notes.reviews_shown(actor(), seen.row)
    return [each for each in shown if each.settles in (SENT_BACK, ANSWERED)]


def number_after(numbers: list[str], number: str) -> str:
    """The one below it; behind the last the first, behind none of them too."""
    others = [each for each in numbers if each != number]
    place = numbers.index(number) if number in numbers else 0
    return others[place] if place < len(others) else (others or [""])[0]


@blueprint.post("/reviews/approvals")
@signed_in(may=reviews.is_reviewer)
def approve():
    numbers, words = numbers_given(), text_of_lines("words")
    if len(numbers) == 1 and words:
        reviews.approve_sheet(actor(), numbers[0], words)
        return to_next(SAID_OF_APPROVAL, numbers, 1)
    return to_next(SAID_OF_APPROVAL, numbers, reviews.approve_sheets(actor(), numbers))


@blueprint.get("/reviews/returns")
@signed_in(may=reviews.is_reviewer)
def ask_to_send_back():
    """For who has no scripts, and for many at once: why, on a page of its own."""
    return page_of_return(request.args.getlist("number"))


@blueprint.post("/reviews/returns")
@signed_in(may=reviews.is_reviewer)
def send_back():
    numbers = numbers_given()
    try:
        n = reviews.send_sheets_back(actor(), numbers, text_of_lines("words"))
        return to_next(SAID_OF_RETURN, numbers, n)
    except ReasonNeeded as refused:
        return page_of_return(numbers, refused if request.form.get("asked") else None)


@blueprint.get("/reviews/<number>/answer")
@signed_in()
def ask_to_answer(number: str):
    return reason_page(number, "answer")


@blueprint.post("/reviews/<number>/answer")
@signed_in()
def answer(number: str):
    """Who was asked for a correction says why there is nothing to correct."""

    def answer_with_words(words: str):
        corrections.answer_reviewer(actor(), number, words)
        return back_to(number, N_("已答复审阅人。这张单等审阅人决定。"))

    return with_reason(number, "answer", answer_with_words)


def page_of_return(numbers: list[str], refused: Problem | None = None):
    rows = [record_access.record_by_number(actor(), number).row for number in numbers]
    if not rows:
        raise NotFound
    errors = [("f-words", page.say(refused.sentence, **refused.values))] if refused else []
    return page.show(
        "completing/reviews/reason.html",
        422 if refused else 200,
        lines=[words_of_records.line_of_row(row, page.lang()) for row in rows],
        words=request.form.get("words", ""),
        following=request.values.get("next", ""),
        desk=request.values.get("desk", ""),
        is_open=any(row.state == "open" for row in rows),
        errors=errors,
        has_errors=bool(errors),
    )


def numbers_given() -> list[str]:
    """Of the sheets that were ticked, or of the one that is open. Raises NotFound for none."""
    numbers = list(dict.fromkeys(request.form.getlist("number")))
    if not numbers:
        raise NotFound
    return numbers


def to_next(messages: tuple[str, str], numbers: list[str], n: int):
    """The next sheet of the desk; from a sheet's own page back to it. `n`: of the numbers so many were done."""
    message = messages[len(numbers) > 1] if n else DEALT_WITH
    flash(page.say(message, n=n, number=numbers[0]), "success" if n else "info")
    if request.form.get("desk"):
        return redirect(url_for("reviews.index", at=request.form.get("next") or None), 303)
    return redirect(url_for("records.show", number=request.form["number"]), 303)
