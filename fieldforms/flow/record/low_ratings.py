"""Low ratings: each waits for a supervisor until its follow-up is closed with words (docs/decisions/0011-low-ratings.md)."""

from fieldforms.flow.record.folding import Fold
from fieldforms.forms.definition import Definition
from fieldforms.store import scope
from fieldforms.store.models import Review
from fieldforms.store.record import records

LOW_RATING = "low_rating"  # what the words settle (Review.settles)


def waits_since(definition: Definition, folded: Fold, values: dict) -> int | None:
    """UTC ms of the signature, while a low rating waits; else None. `values`: of the record's row, by column."""
    if not values["in_force"] or not folded.signed or values["satisfaction"] not in low_answers(definition):
        return None
    return None if records.is_settled(values["uuid"], LOW_RATING) else folded.signed.row.sealed_at


def low_answers(definition: Definition) -> list[str]:
    """The lower half of the form's scale, best first: CSAT counts the upper (experience.md, Supervisors)."""
    scale = definition.meaning("satisfaction")
    return [choice.name for choice in scale.choices[len(scale.choices) // 2 :]] if scale else []


def may_see_review(viewer: scope.Viewer, review: Review) -> bool:
    """Who reads no ratings is not to learn of a low one from its follow-up."""
    return review.settles != LOW_RATING or viewer.reads_ratings
