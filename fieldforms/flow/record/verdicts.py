"""Verdicts: whoever a form names approves a closed sheet, or asks its author for a correction (company.md rows 15, 16).

The last one counts. What was sent back waits for its author until a correction of it is begun: the correction is reviewed then. Or until
they answer that nothing is to be corrected, and why: it waits for its reviewer again. An
open sheet that went back to a step waits there for whose turn it is. Nothing here looks at a rating: to who was rated, a sheet
goes the same way whatever the client said (docs/decisions/0012-own-ratings.md).
"""

from fieldforms.flow.record import folding, supersession
from fieldforms.flow.record.folding import Fold
from fieldforms.forms.definition import Definition
from fieldforms.store.models import Record
from fieldforms.store.record import review_rows
from fieldforms.store.record.review_rows import ANSWERED, APPROVED, SENT_BACK

WORDS_OF_REVIEW = (APPROVED, SENT_BACK, ANSWERED)


def values_of_review(
    definition: Definition, folded: Fold, values: dict, in_force: bool, standing: Record | None
) -> dict:
    """By column. `standing`: the row until now; that of an open sheet was never reviewed."""
    if values["state"] == "open":
        return {"review_by": "", "returned_since": returned_since(definition, folded, values)}
    reviewer = role_of_reviewer(definition, values, in_force, standing)
    if not reviewer or values["state"] != "closed":
        return {"review_by": "", "returned_since": None}
    new = standing is not None and standing.state == "open"
    last = None if new else review_rows.last_of_review(values["uuid"])
    corrected = standing is not None and bool(standing.corrected_by)
    back = last.at if last and last.settles == SENT_BACK and not corrected else None
    decided = last is not None and last.settles != ANSWERED
    return {"review_by": "" if decided else reviewer, "returned_since": back}


def role_of_reviewer(definition: Definition, values: dict, in_force: bool, standing: Record | None) -> str:
    """Whose review a sheet asks for once it is closed, "" for nobody's."""
    if in_force:
        return definition.review
    replaced = standing is not None and bool(standing.superseded_by)
    return "supervisor" if not replaced and supersession.lacks_approval(values) else ""


def returned_since(definition: Definition, folded: Fold, values: dict) -> int | None:
    """UTC ms. Who takes back their own sheet before its signature was sent nothing back."""
    last = folded.last
    if last is None or last.outcome != folding.RETURNED:
        return None
    own = last.row.actor_id in (values["opened_by"], values["technician"])
    step = definition.steps_by_name.get(last.step)
    return None if own and step and folding.is_recall(step, last) else last.sealed_at
