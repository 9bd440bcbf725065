"""What counts by silence: a step that nobody did by its day ends with the sentence its form gives (`deemed`)."""

from fieldforms.flow import local_time
from fieldforms.flow.completing import completion
from fieldforms.flow.completing.submissions import HandedIn, facts_of
from fieldforms.flow.people.actors import ITSELF
from fieldforms.flow.record import folding
from fieldforms.flow.seals import entry_seals
from fieldforms.store.database import transaction
from fieldforms.store.inbox import tasks
from fieldforms.store.record import records


def end_overdue_steps() -> list[str]:
    """End the steps whose day has passed; the numbers of their records. Once a day is enough, more often does no harm."""
    today = local_time.today()
    return [row.number for row in tasks.every_record_past_due(today) if end_step_if_overdue(row.uuid, today)]


def end_step_if_overdue(uuid: str, today: str) -> bool:
    with transaction():
        seen = records.record_in_full(uuid)
        entry_seals.lock_chain(seen.row.client_id)
        seen = records.record_in_full(uuid)  # once more: an answer may have been sealed meanwhile
        fold = folding.fold_entries(seen.definition, seen.entries)
        step = fold.turn
        if step is None or step.deemed is None:
            return False
        by = fold.answers.get(step.deemed["by"])
        if not isinstance(by, str) or by[:10] >= today:
            return False
        facts = facts_of(HandedIn({}, reason=step.deemed["zh"]), ITSELF)
        completion.complete_unfilled(
            ITSELF, seen, entry_seals.EntryContent(step.name, folding.DEEMED, {}, facts)
        )
        return True
