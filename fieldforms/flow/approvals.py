"""Approvals that came after what they approve had begun: they count, and say so (issue "Approvals")."""

from fieldforms import config, i18n
from fieldforms.flow import folding
from fieldforms.forms.definition import Step
from fieldforms.store import records


def is_late(step: Step, entry: records.Sealed | None, answers: dict) -> bool:
    """Was the step sealed after the time its `approves` field names? Compared to the shorter one's precision."""
    begins = answers.get(step.approves) if step.approves else None
    if entry is None or not isinstance(begins, str) or entry.outcome != folding.DONE:
        return False
    sealed = i18n.local(entry.row.sealed_at, config.current.tz).isoformat(timespec="minutes")[: len(begins)]
    return sealed > begins


def late_steps(seen: records.Seen, fold: folding.Fold) -> list[Step]:
    return [
        step for step in seen.definition.steps if is_late(step, fold.standing.get(step.name), fold.answers)
    ]
