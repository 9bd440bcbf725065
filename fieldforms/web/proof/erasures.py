"""Erasing what an entry says, on a person's request."""

from flask import Blueprint, request

from fieldforms.errors import N_, NotFound, ReasonNeeded
from fieldforms.flow.completing import allowed_actions
from fieldforms.flow.proof import erasures
from fieldforms.flow.sheets import timeline
from fieldforms.web import inputs, page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.sheets.record_pages import back_to, text_of_lines

blueprint = Blueprint("erasures", __name__)


@blueprint.get("/records/<number>/erasure")
@signed_in(*allowed_actions.ERASES)
def show(number: str):
    return erasing_page(number)


@blueprint.post("/records/<number>/erasure")
@signed_in(*allowed_actions.ERASES)
def erase(number: str):
    names, reason = request.form.getlist("name"), text_of_lines("reason")
    if not names:
        return erasing_page(number, ("f-names", page.say(N_("请选择要删除的内容。"))))
    try:
        erasures.erase_answers(
            actor(), number, request.form.get("seq", 0, inputs.whole_number), names, reason
        )
    except ReasonNeeded as refused:
        return erasing_page(number, ("f-reason", page.say(refused.sentence, **refused.values)))
    return back_to(number, N_("已删除。封存和链条保持完整，单上注明删了什么。"))


def erasing_page(number: str, error: tuple[str, str] | None = None):
    """What one entry says, to be ticked; the entry is chosen by its place in the record."""
    seen = erasures.record_to_erase_in(actor(), number)
    seq = request.values.get("seq", seen.entries[0].row.seq, inputs.whole_number)
    entry = next((each for each in seen.entries if each.row.seq == seq), None)
    if entry is None:
        raise NotFound
    return page.show(
        "proof/erasures/show.html",
        422 if error else 200,
        seen=seen,
        entry=entry,
        events=timeline.events_of_record(seen, page.lang()),
        erasable=timeline.erasable_values(seen, entry, page.lang()),
        ticked=request.form.getlist("name"),
        kin=erasures.sheets_of_kin(actor(), seen),
        reason=request.form.get("reason", ""),
        errors=[error] if error else [],
        has_errors=bool(error),
    )
