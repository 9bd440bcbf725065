"""The clients that are being taken over, and what is missing of each."""

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms.errors import N_, ReasonNeeded
from fieldforms.flow.stages import taking_over
from fieldforms.flow.stages.stage_words import STAGE_DECIDERS, STAGE_READERS, may_decide
from fieldforms.forms.kinds import clean_text
from fieldforms.web import inputs, page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.addresses import CLIENT_RULE
from fieldforms.web.stages.stage_lines import line_of_client

blueprint = Blueprint("taking_over", __name__)


@blueprint.get("/stages")
@signed_in(*STAGE_READERS)
def index():
    return list_page(set())


@blueprint.post("/stages")
@signed_in(*STAGE_DECIDERS)
def end():
    """`client`: each that is served already; `reason`: why it leaves the list."""
    chosen = set(request.form.getlist("client", type=inputs.whole_number))
    reason = clean_text(request.form.get("reason", ""))
    if not chosen:
        return list_page(chosen, {"client": page.say(N_("请选客户。"))}, reason)
    try:
        rows = taking_over.end_taking_over(actor(), sorted(chosen), reason)
    except ReasonNeeded as refused:
        sentence = page.say(refused.sentence, **refused.values)
        return list_page(chosen, {"reason": sentence}, reason)
    flash(page.say(N_("不再列为接管中：%(name)s"), name=[row.short_name for row in rows]), "success")
    return redirect(url_for("taking_over.index"), 303)


def list_page(chosen: set[int], wrong: dict[str, str] | None = None, reason: str = ""):
    before = request.args.get("before", taking_over.NEWEST, inputs.whole_number)
    found = taking_over.clients_being_taken_over(actor(), before)
    return inputs.input_page(
        "stages/taking_over/index.html",
        wrong,
        lines=[line_of_client(each) for each in found.lines],
        first="before" in request.args,
        after=found.after,
        chosen=chosen,
        reason=reason,
        may_decide=may_decide(actor()),
    )


@blueprint.post(f"{CLIENT_RULE}/taking-over")
@signed_in(*STAGE_DECIDERS)
def resume(client_id: int):
    client = taking_over.resume_taking_over(actor(), client_id)
    flash(page.say(N_("重新列为接管中：%(name)s"), name=client.short_name), "success")
    return redirect(url_for("stages.show", client_id=client.id), 303)
