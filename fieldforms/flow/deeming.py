"""What counts by silence: a step that nobody did by its day ends with the sentence its form gives (`deemed`)."""

from fieldforms.flow import entries, folding, localtime, seals
from fieldforms.flow.actors import ITSELF
from fieldforms.flow.completions import HandedIn, facts_of
from fieldforms.store import records, tasks
from fieldforms.store.database import transaction


def end_overdue_steps() -> list[str]:
    """End the steps whose day has passed; the numbers of their records. Once a day is enough, more often does no harm."""
    today = localtime.today()
    return [row.number for row in tasks.records_past_due(today) if end_step_if_overdue(row.uuid, today)]


def end_step_if_overdue(uuid: str, today: str) -> bool:
    with transaction():
        seen = records.whole(uuid)
        seals.lock_chain(seen.row.client_id)
        seen = records.whole(uuid)  # once more: an answer may have been sealed meanwhile
        fold = folding.fold(seen.definition, seen.entries)
        step = fold.turn
        if step is None or step.deemed is None:
            return False
        by = fold.answers.get(step.deemed["by"])
        if not isinstance(by, str) or by[:10] >= today:
            return False
        facts = facts_of(HandedIn({}, reason=step.deemed["zh"]), ITSELF)
        entries.complete_unfilled(ITSELF, seen, seals.EntryContent(step.name, folding.DEEMED, {}, facts))
        return True
