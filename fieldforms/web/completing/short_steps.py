"""A short step, filled and sealed from the sheet's own page."""

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms import i18n
from fieldforms.errors import N_, Invalid, NotEnough, NotFound, NotYourTurn, ReasonNeeded, Stale
from fieldforms.flow.completing import short_steps
from fieldforms.flow.completing.record_access import record_by_number
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.flow.people.actors import SIGNERS
from fieldforms.flow.record import folding
from fieldforms.flow.sheets import timeline
from fieldforms.forms import questions
from fieldforms.forms.definition import Step
from fieldforms.store.record.records import Seen
from fieldforms.web import bodies, inputs, page, step_questions
from fieldforms.web.access import actor, signed_in
from fieldforms.web.sheets.record_pages import record_page

blueprint = Blueprint("short_steps", __name__)


@blueprint.post("/records/<number>/short-step")
@signed_in()
def complete(number: str):
    """A short step, filled and sealed from the sheet itself; then on to what waits next."""
    who = actor()
    seen = record_by_number(who, number)
    uuid, version = request.form.get("draft", ""), request.form.get("version", 0, inputs.whole_number)
    step = seen.definition.steps_by_name.get(request.form.get("step", ""))
    if not drafts.is_uuid(uuid) or step is None or not short_steps.is_short(seen.definition, step):
        raise NotFound
    answers = questions.read_answers(seen.definition, step, request.form)
    if request.form.get("then") == SHOW:
        return page_once_more(seen, uuid, answers)
    given = bodies.completion_of_body(answers)
    try:
        done = short_steps.fill_and_complete(who, seen, uuid, step.name, version, given)
    except Invalid as invalid:
        return page_once_more(seen, uuid, answers, wrong=invalid.problems)
    except (ReasonNeeded, NotEnough, Stale) as refused:
        at = "f-reason" if isinstance(refused, ReasonNeeded) else ""
        return page_once_more(seen, uuid, answers, extra=[(at, page.say(refused.sentence, **refused.values))])
    flash(message_after(seen, step, given), "success")
    signs = done.seen.row.next_by in SIGNERS
    return redirect(url_for("signatures.choose", number=number) if signs else url_for("home.show"), 303)


SHOW = "show"  # Enter was pressed in a line of text, no button


def message_after(seen: Seen, step: Step, given: HandedIn) -> str:
    """What was decided, else what was done."""
    number, field = seen.row.number, short_steps.decision_field(seen.definition, step)
    if given.outcome == folding.RETURNED:
        return page.say(N_("已退回 %(number)s。"), number=number)
    decided = timeline.answer_in_words(field, given.answers.get(field.name), page.lang()) if field else ""
    what = decided or i18n.pick(step.label, page.lang())
    return page.say(N_("已提交 %(number)s：%(what)s。"), number=number, what=what)


def page_once_more(seen: Seen, uuid: str, answers: dict, **what):
    """What was refused, with all that was typed."""
    short = short_steps.short_step_of_actor(actor(), seen, uuid)
    if short is None:
        raise NotYourTurn
    return record_page(seen, short, step_questions.questions_of_page(short, answers, **what))
