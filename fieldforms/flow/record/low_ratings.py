"""What opens a follow-up (跟进): a low rating, or a signature that the client refused. It waits for a supervisor until it is closed
with words, whatever takes the place of the sheet meanwhile (docs/decisions/0011-low-ratings.md; flow/completing/aftercare.py)."""

from fieldforms.flow.record.folding import REFUSED, Fold
from fieldforms.forms.definition import Definition
from fieldforms.store import scope
from fieldforms.store.inbox.aftercare import CARE, LOW_RATING
from fieldforms.store.models import Review
from fieldforms.store.record import review_rows


def waits_since(definition: Definition, folded: Fold, values: dict) -> int | None:
    """UTC ms of the signature or of its refusal, while the follow-up is open; else None. `values`: of the record's row, by column.

    Of a sheet that was cancelled after it, too: a technician alone can do that.
    """
    if not folded.signed:
        return None
    refused = (
        is_refused_by_client(definition, folded) and not values["supersedes"]
    )  # else what it corrects stands
    if values["satisfaction"] not in low_answers(definition) and not refused:
        return None
    return None if review_rows.is_settled(values["uuid"], LOW_RATING) else folded.signed.row.sealed_at


def is_refused_by_client(definition: Definition, folded: Fold) -> bool:
    """Of a sheet about work: a lead who does not approve a visit has answered what they were asked."""
    signed = folded.signed
    return bool(signed and signed.outcome == REFUSED and definition.step(signed.step).by == "client")


def low_answers(definition: Definition) -> list[str]:
    """The lower half of the form's scale, best first: CSAT counts the upper (experience.md, Supervisors)."""
    scale = definition.meaning("satisfaction")
    return [choice.name for choice in scale.choices[len(scale.choices) // 2 :]] if scale else []


def may_see_review(viewer: scope.Viewer, review: Review) -> bool:
    """Who reads no ratings is not to learn of a low one from its follow-up."""
    return review.settles not in (CARE, LOW_RATING) or viewer.reads_ratings
