"""Who is sent: two taps from the board, a reason when somebody else was sent before."""

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms import i18n
from fieldforms.errors import N_, NotCleared, Problem, ReasonNeeded
from fieldforms.flow.faults import assignments, board
from fieldforms.flow.record import candidates
from fieldforms.forms.kinds import clean_text
from fieldforms.store.people import accounts
from fieldforms.store.record import records
from fieldforms.web import inputs, page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.faults.technician_loads import load_dict

blueprint = Blueprint("assignments", __name__)


@blueprint.get("/records/<number>/assignment")
@signed_in(*board.BOARD_READERS)
def show(number: str):
    return choose_page(*assignments.record_to_assign(actor(), number))


@blueprint.post("/records/<number>/assignment")
@signed_in(*board.BOARD_READERS)
def assign(number: str):
    seen, offer = assignments.record_to_assign(actor(), number)
    user = request.form.get("user", 0, inputs.whole_number)
    reason = clean_text(request.form.get("reason", ""))
    try:
        return answer_after(seen, assignments.assign_engineer(actor(), number, user, reason, page.lang()))
    except (NotCleared, ReasonNeeded) as refused:
        return choose_page(seen, offer, refused)


def choose_page(seen: records.Seen, offer: str, refused: Problem | None = None):
    """The engineers, those of the client first, each with what waits for them already."""
    load = {each.user.id: each for each in board.board_of(actor(), seen.definition).load}
    people = [
        (each, load_dict(load.get(each.user.id) or board.TechnicianLoad(each.user, 0, 0, None)))
        for each in candidates.engineers_to_choose(seen)
    ]
    holder = candidates.assignee_of_record(seen)
    asks_why = isinstance(refused, ReasonNeeded)
    errors = (
        [("f-reason" if asks_why else "", page.say(refused.sentence, **refused.values))] if refused else []
    )
    return page.show(
        "faults/assignments/show.html",
        refused.status if refused else 200,
        seen=seen,
        offer=offer,
        people=sorted(people, key=lambda pair: (*pair[0].rank, pair[1]["n"])),
        asks_why=asks_why,
        reason=request.form.get("reason", ""),
        chosen=request.values.get("user", 0, inputs.whole_number),
        holder=accounts.by_id(holder) if holder else None,
        errors=errors,
        has_errors=bool(errors),
    )


def answer_after(seen: records.Seen, found: assignments.AssignmentResult):
    """Back to the board; to the draft when something is missing in it, or somebody has typed into it."""
    values = {"number": seen.row.number, "name": found.user.name}
    if found.draft is None:
        said = N_("%(name)s 从现在起服务%(client)s，%(number)s 等他来做。")
        flash(page.say(said, client=seen.row.client_name, **values), "success")
        return redirect(url_for("records.show", number=seen.row.number), 303)
    if found.entry:
        flash(page.say(N_("%(number)s 已指派给%(name)s。"), **values), "success")
        return redirect(url_for("board.show", key=seen.definition.key), 303)
    if found.missing:
        labels = dict.fromkeys(page.say("%(label)s", label=each.field.label) for each in found.missing)
        what = i18n.join_words(labels, page.lang())
        flash(
            page.say(N_("工程师已填为%(name)s，还没有指派：还差 %(what)s。"), what=what, **values), "warning"
        )
    else:
        flash(
            page.say(
                N_("工程师已填为%(name)s，还没有指派：这一步有人填过别的内容，请看过再完成。"), **values
            ),
            "warning",
        )
    return redirect(url_for("drafts.show", uuid=found.draft.uuid), 303)
