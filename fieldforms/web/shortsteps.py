"""A short step, filled and sealed from the sheet's own page."""

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms import i18n
from fieldforms.errors import N_, Invalid, NotEnough, NotFound, NotYourTurn, ReasonNeeded, Stale
from fieldforms.flow import drafts, folding, timeline
from fieldforms.flow import shortsteps as verbs
from fieldforms.flow.actors import SIGNERS
from fieldforms.flow.completions import Given
from fieldforms.flow.records import found_by
from fieldforms.forms import questions
from fieldforms.forms.definition import Step
from fieldforms.store.records import Seen
from fieldforms.web import asking, bodies, inputs, page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.records import shown

blueprint = Blueprint("shortsteps", __name__)


@blueprint.post("/records/<number>/short-step")
@signed_in()
def complete(number: str):
    """A short step, filled and sealed from the sheet itself; then on to what waits next."""
    who = actor()
    seen = found_by(who, number)
    uuid, version = request.form.get("draft", ""), request.form.get("version", 0, inputs.whole)
    step = seen.definition.steps_by_name.get(request.form.get("step", ""))
    if not drafts.is_uuid(uuid) or step is None or not verbs.is_short(seen.definition, step):
        raise NotFound
    answers = questions.read(seen.definition, step, request.form)
    if request.form.get("then") == SHOW:
        return once_more(seen, uuid, answers)
    given = bodies.given(answers)
    try:
        done = verbs.fill_and_complete(who, seen, uuid, step.name, version, given)
    except Invalid as invalid:
        return once_more(seen, uuid, answers, wrong=invalid.problems)
    except (ReasonNeeded, NotEnough, Stale) as refused:
        at = "f-reason" if isinstance(refused, ReasonNeeded) else ""
        return once_more(seen, uuid, answers, extra=[(at, page.say(refused.sentence, **refused.values))])
    flash(said(seen, step, given), "success")
    signs = done.seen.row.next_by in SIGNERS
    return redirect(url_for("signatures.choose", number=number) if signs else url_for("home.show"), 303)


SHOW = "show"  # Enter was pressed in a line of text, no button


def said(seen: Seen, step: Step, given: Given) -> str:
    """What was decided, else what was done."""
    number, field = seen.row.number, verbs.verdict(seen.definition, step)
    if given.outcome == folding.RETURNED:
        return page.say(N_("已退回 %(number)s。"), number=number)
    decided = timeline.words(field, given.answers.get(field.name), page.lang()) if field else ""
    what = decided or i18n.pick(step.label, page.lang())
    return page.say(N_("已提交 %(number)s：%(what)s。"), number=number, what=what)


def once_more(seen: Seen, uuid: str, answers: dict, **what):
    """What was refused, with all that was typed."""
    short = verbs.offered(actor(), seen, uuid)
    if short is None:
        raise NotYourTurn
    return shown(seen, short, asking.asked(short, answers, **what))
