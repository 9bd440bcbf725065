"""The organisation's forms: which count, which wait as files, how one will look, and publishing it."""

from itertools import chain
from typing import cast

from flask import Blueprint, flash, redirect, request, url_for
from werkzeug.datastructures import MultiDict

from fieldforms import config
from fieldforms.errors import N_, BadDefinition, NotFound
from fieldforms.flow.filling import form_previews
from fieldforms.flow.library import form_publishing
from fieldforms.flow.people import accounts
from fieldforms.forms import answers, questions
from fieldforms.forms.definition import Definition
from fieldforms.paper import pdf, qr
from fieldforms.store import clock
from fieldforms.store.people.accounts import active_users
from fieldforms.web import bodies, page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.file_responses import pdf_file

blueprint = Blueprint("forms", __name__)

ROLE_LABELS = {
    **accounts.ROLE_NAMES,
    "client": N_("客户"),
    "client_lead": N_("客户主管领导"),
    "assignee": N_("前面步骤里指定的人"),
    "anyone": N_("任何人"),
}
NO_FILE = "0" * 64  # stands for a photo that was chosen and is not kept


@blueprint.get("/forms")
@signed_in(*form_publishing.LIBRARY_READERS)
def index():
    found = form_publishing.forms_for_admin(actor())
    return page.show(
        "library/forms/index.html",
        waiting=[form for form in found if form.is_waiting],
        in_use=[form for form in found if form.in_use],
        retired=[form for form in found if form.versions and not form.in_use],
        folder=config.current.forms,
    )


@blueprint.get("/forms/<key>")
@signed_in(*form_publishing.LIBRARY_READERS)
def show(key: str):
    return form_page(form_publishing.form_for_admin(actor(), key))


def form_page(form: form_publishing.PublishedForm, status: int = 200):
    address = page.public_origin() + url_for("forms.preview", key=form.key)
    return page.show(
        "library/forms/show.html",
        status,
        form=form,
        mistakes=[(place, page.say(sentence, **values)) for place, sentence, values in form.mistakes],
        by=ROLE_LABELS,
        address=address,
        code=qr.svg(address, "M", 0) if form.file else "",
    )


@blueprint.post("/forms/<key>/publication")
@signed_in(*form_publishing.PUBLISHERS)
def publish(key: str):
    try:
        row = form_publishing.publish_form(actor(), key)
    except BadDefinition:
        return form_page(form_publishing.form_for_admin(actor(), key), 422)
    flash(page.say(N_("已发布第 %(version)s 版。"), version=row.version), "success")
    return redirect(url_for("forms.show", key=key), 303)


@blueprint.get("/forms/<key>/retirement")
@signed_in(*form_publishing.PUBLISHERS)
def retirement(key: str):
    return page.show("library/forms/retire.html", form=in_use(key))


@blueprint.post("/forms/<key>/retirement")
@signed_in(*form_publishing.PUBLISHERS)
def retire(key: str):
    in_use(key)
    form_publishing.retire_form(actor(), key)
    flash(page.say(N_("已停用，旧单据都还在。")), "success")
    return redirect(url_for("forms.show", key=key), 303)


def in_use(key: str) -> form_publishing.PublishedForm:
    form = form_publishing.form_for_admin(actor(), key)
    if form.in_use is None:
        raise NotFound
    return form


@blueprint.post("/forms/<key>/return")
@signed_in(*form_publishing.PUBLISHERS)
def put_back(key: str):
    form_publishing.put_form_back(actor(), key)
    flash(page.say(N_("已恢复使用。")), "success")
    return redirect(url_for("forms.show", key=key), 303)


# Before it counts: nothing of these pages is kept


@blueprint.get("/forms/<key>/preview")
@signed_in(*form_publishing.LIBRARY_READERS)
def preview(key: str):
    form = form_publishing.form_for_admin(actor(), key)
    if form.file is None:
        return form_page(form)
    return filled_page(
        form, form.file, form_previews.starting_answers_of_form(actor(), form.file, page.lang())
    )


@blueprint.post("/forms/<key>/preview")
@signed_in(*form_publishing.LIBRARY_READERS)
def try_out(key: str):
    form = form_publishing.form_for_admin(actor(), key)
    if form.file is None:
        return form_page(form)
    given, adds = answers_of_all_steps(form.file, request.form), adds_row(form.file)
    wrong = (
        ()
        if adds
        else form_previews.problems_of_form(
            form.file, answers_of_all_steps(form.file, body_with_chosen_photos())
        )
    )
    return filled_page(form, form.file, given, list(wrong), tried=not adds)


def filled_page(
    form: form_publishing.PublishedForm, definition: Definition, given: dict, wrong=(), tried: bool = False
):
    """The pages of all steps, one under the other; `tried`: the answers were looked at."""
    sentences: dict[str, list[str]] = {}
    for item in wrong:
        sentences.setdefault(item.field.name, []).append(page.say(item.sentence, **item.values))
    world = answers.AnswerWorld(definition, given)
    errors = [(f"f-{name}", said[0]) for name, said in sentences.items()]
    return page.show(
        "library/forms/preview.html",
        422 if wrong else 200,
        form=form,
        definition=definition,
        asked=[(step, marked_questions(definition, step, given, sentences)) for step in definition.steps],
        by=ROLE_LABELS,
        tried=tried,
        errors=errors,
        has_errors=bool(errors),
        irrelevant={name for name in world.fields if not world.asks(name)}
        | {section.name for section in definition.sections if not world.holds(section.relevant)},
        has_checklist=any(section.layout == "table" for section in definition.sections),
        people=active_users(),
        device_lookup_url=url_for("devices.look_up"),
    )


def marked_questions(definition: Definition, step, given: dict, sentences: dict):
    """The step's questions with what is wrong in them."""
    names = {field.name for field in definition.fields_of(step)}
    form = questions.form_class_of_step(definition, step)(data=given)
    questions.mark_mistakes(
        form, {name: said for name, said in sentences.items() if name.split(".")[0] in names}
    )
    return form


def answers_of_all_steps(definition: Definition, body: MultiDict) -> dict:
    """What a body answers, in all steps. Files and the signatures of steps are not even read."""
    each = (questions.read_answers(definition, step, body).items() for step in definition.steps)
    return form_previews.look_up_all_answers(actor(), definition, dict(chain.from_iterable(each)))


def body_with_chosen_photos() -> MultiDict:
    """The posted body, in which photos that were chosen count as taken."""
    body = cast(MultiDict, request.form.copy())
    for name, file in request.files.items(multi=True):
        if file.filename:
            body.add(name.removesuffix(bodies.FILE), NO_FILE)
    return body


def adds_row(definition: Definition) -> bool:
    """Without scripts: another row of a table was asked for."""
    return any(f"{field.name}.add" in request.form for field in definition.repeats)


@blueprint.get("/forms/<key>/preview.pdf")
@signed_in(*form_publishing.LIBRARY_READERS)
def paper(key: str):
    form = form_publishing.form_for_admin(actor(), key)
    if form.file is None:
        raise NotFound
    sheet = form_previews.blank_preview(form.file, page.lang())
    return pdf_file(pdf.render_sheet(sheet, timestamp_ms=clock.now()), sheet.title, page.say(N_("空白表")))
