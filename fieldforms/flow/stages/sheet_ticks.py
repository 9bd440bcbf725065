"""What sheets say of deliverables by themselves: computed from what is sealed, so that nothing can be missed."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from fieldforms.flow.files.file_digests import digests_in
from fieldforms.flow.record import approvals, folding
from fieldforms.flow.stages.deliverable_states import DONE, IN_WORK, NOT_NEEDED
from fieldforms.flow.stages.stage_files import Deliverable, SheetRule, deliverables_in_use
from fieldforms.forms import conditions
from fieldforms.store.library import definitions
from fieldforms.store.models import Record
from fieldforms.store.record import lists
from fieldforms.store.scope import Viewer
from fieldforms.store.stages import stage_documents, stage_sheets

READS_NOTHING_PRIVATE = Viewer()  # what is ticked is shown to all who serve the client


@dataclass(frozen=True)
class SheetTick:
    """A sheet says how a deliverable stands, since `at` (UTC ms)."""

    state: str
    sheet: Record
    at: int


Ticks = dict[str, list[SheetTick]]  # name of a deliverable → what sheets say, the oldest first


def ticks_of_clients(client_ids: Iterable[int]) -> dict[int, Ticks]:
    """Client id → what its sheets say. The same few queries however many clients there are."""
    found: dict[int, Ticks] = defaultdict(lambda: defaultdict(list))
    asked = {name: each for name, each in deliverables_in_use().items() if each.sheets}
    forms = sorted({rule.form for each in asked.values() for rule in each.sheets})
    rows = definitions.with_forms(stage_sheets.sheets_of_clients(tuple(client_ids), tuple(forms)))
    answers = answers_by_sheet(rows)
    carried = papers_carried(rows, answers, {rule.paper for each in asked.values() for rule in each.sheets})
    for row in rows:
        for each in asked.values():
            for tick in ticks_of_sheet(row, each, answers.get(row.uuid, {}), carried[row.uuid]):
                found[row.client_id][each.name].append(tick)
    for ticks in found.values():
        for name in ticks:
            ticks[name].sort(key=lambda tick: tick.at)
    return found


def answers_by_sheet(rows: list[Record]) -> dict[str, dict]:
    entries = lists.entries_by_uuid(rows, READS_NOTHING_PRIVATE) if rows else {}
    return {
        row.uuid: folding.fold_entries(definitions.read_definition(row.definition), entries[row.uuid]).answers
        for row in rows
    }


def papers_carried(rows: list[Record], answers: dict[str, dict], papers: set[str]) -> dict[str, set[str]]:
    """Sheet → which of the client's `papers` it took along, by the digests of their PDFs."""
    found: dict[str, set[str]] = defaultdict(set)
    clients, names = tuple({row.client_id for row in rows}), tuple(sorted(papers - {""}))
    issued = stage_documents.files_of_papers(clients, names) if clients and names else []
    for row in rows:
        named = digests_in(answers.get(row.uuid, {})) if issued else set()
        found[row.uuid] = {
            paper for client, paper, digest in issued if client == row.client_id and digest in named
        }
    return found


def ticks_of_sheet(
    row: Record, asked: Deliverable, answers: dict, carried: Collection[str]
) -> Iterator[SheetTick]:
    """`carried`: names of the papers it took along."""
    for rule in asked.sheets:
        if rule.form != row.key or (rule.paper and rule.paper not in carried):
            continue
        if row.state == "open":
            if may_yet_fulfil(rule, answers):
                yield SheetTick(IN_WORK, row, row.opened_at)
        elif counts_as_done(row) and (state := state_by_rule(rule, answers)):
            yield SheetTick(state, row, row.closed_at or row.updated_at)


def may_yet_fulfil(rule: SheetRule, answers: dict) -> bool:
    """Does nothing that the open sheet says already stand against it? An exception asked for at a client is no proposal."""
    said = {name: wanted for name, wanted in (rule.done or {}).items() if name in answers}
    return rule.not_needed is not None or conditions.is_relevant(said, answers)


def counts_as_done(row: Record) -> bool:
    """A sheet that nobody signed, or that was declined, fulfils nothing (design.md, Steps)."""
    return not row.unsigned and row.result != approvals.DECLINED


def state_by_rule(rule: SheetRule, answers: dict) -> str:
    """ "" for a sheet that says nothing of it: the drawings were still missing."""
    if rule.not_needed and conditions.is_relevant(rule.not_needed, answers):
        return NOT_NEEDED
    return DONE if conditions.is_relevant(rule.done, answers) else ""
