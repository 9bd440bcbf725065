"""The follow-up of a low rating or a refused signature: what was done so far, by whom, until when, and its end in words."""

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms.errors import N_, FollowUpWordsNeeded, Invalid, Problem
from fieldforms.flow.completing import aftercare, record_access
from fieldforms.flow.sheets import words_of_records
from fieldforms.web import inputs, page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.sheets.record_pages import back_to, text_of_lines

blueprint = Blueprint("aftercare", __name__)
CARE_RULE = "/records/<number>/aftercare"
READS_CARE = signed_in(may=lambda viewer: viewer.reads_ratings)


@blueprint.get(CARE_RULE)
@READS_CARE
def show(number: str):
    return care_page(number)


@blueprint.post(f"{CARE_RULE}/words")
@READS_CARE
def add(number: str):
    try:
        aftercare.add_words(actor(), number, text_of_lines("words"), inputs.posted_texts())
    except (FollowUpWordsNeeded, Invalid) as refused:
        return care_page(number, refused, "words")
    return back_to_care(number)


@blueprint.post(CARE_RULE)
@READS_CARE
def close(number: str):
    try:
        aftercare.close_care(actor(), number, text_of_lines("reason"), inputs.posted_texts())
    except (FollowUpWordsNeeded, Invalid) as refused:
        return care_page(number, refused, "reason")
    return back_to(number, N_("已记下。这张单的跟进结束了。"))


def back_to_care(number: str):
    flash(page.say(N_("已记下。")), "success")
    return redirect(url_for("aftercare.show", number=number), 303)


def care_page(number: str, refused: Problem | None = None, about: str = ""):
    """`about`: the input whose words are lacking."""
    who, lang = actor(), page.lang()
    care = aftercare.care_by_number(who, number)
    seen = record_access.record_by_number(who, number)
    wrong = inputs.sentences_by_input(refused)
    if refused and not wrong:
        wrong = {about: page.say(refused.sentence, **refused.values)}
    return inputs.input_page(
        "completing/aftercare/show.html",
        wrong,
        care=care,
        said=aftercare.said_by_client(seen, lang),
        later=[words_of_records.line_of_row(row, lang) for row in aftercare.later_ratings(who, care)],
        owners=aftercare.possible_owners() if care.is_open else [],
        endings=[(name, page.say(label)) for name, label in aftercare.ENDINGS.items()],
        typed=request.form,
        styles=("desk.css",),
    )
