"""The documents and sheets of a client that fulfil something, as far as somebody may see them: nothing else is named."""

from collections.abc import Iterable
from dataclasses import dataclass

from fieldforms.flow.people.actors import Actor
from fieldforms.flow.stages.paper_ticks import PaperTick
from fieldforms.flow.stages.progress import Standing, Tick
from fieldforms.flow.stages.stage_files import Deliverable
from fieldforms.i18n import pick
from fieldforms.store.documents.documents import DocumentFilters, newest_documents, with_document_ids
from fieldforms.store.library import definitions
from fieldforms.store.models import Client, Document, Record, StageWord
from fieldforms.store.record import lists
from fieldforms.store.record.lists import RecordFilters
from fieldforms.store.stages import stage_sheets

MOST_OFFERED = 100


@dataclass(frozen=True)
class Papers:
    """By id and number, in scope of one person; `sheets` with their forms."""

    documents: dict[int, Document]
    sheets: dict[str, Record]

    def documents_of(self, standing: Standing) -> list[Document]:
        """Each once, in the order in which they came, issued papers last."""
        put_in = [word.document_id for word in standing.papers if word.document_id]
        ids = dict.fromkeys(put_in + [tick.document.id for tick in standing.issued])
        return [self.documents[id] for id in ids if id in self.documents]

    def sheets_of(self, standing: Standing) -> list[Record]:
        """Named by people, and those that say it by themselves, the newest of each first."""
        numbers = dict.fromkeys(
            [word.record for word in reversed(standing.papers) if word.record]
            + [tick.sheet.number for tick in reversed(standing.sheets)]
        )
        return [self.sheets[number] for number in numbers if number in self.sheets]


def author_of_standing(standing: Standing, papers: Papers) -> str:
    """Who said so: of a sheet or a paper that this person may not see nobody."""
    if standing.word:
        return standing.word.by.name if standing.word.by_id else ""
    if not standing.tick or not is_seen(standing.tick, papers):
        return ""
    if isinstance(standing.tick, PaperTick):
        version = standing.tick.document.newest
        return version.by.name if version.by_id else ""
    return standing.tick.sheet.technician_name


def day_of_standing(standing: Standing, papers: Papers) -> int | None:
    """Since when, UTC ms: of a sheet or a paper that this person may not see that is not told either."""
    seen = standing.word or not standing.tick or is_seen(standing.tick, papers)
    return standing.since if seen else None


def is_seen(tick: Tick, papers: Papers) -> bool:
    if isinstance(tick, PaperTick):
        return tick.document.id in papers.documents
    return tick.sheet.number in papers.sheets


def papers_of_standings(actor: Actor, standings: Iterable[Standing]) -> Papers:
    """All that these name, in two queries."""
    found = list(standings)
    words = [word for each in found for word in each.papers]
    ids = {word.document_id for word in words if word.document_id}
    ids |= {tick.document.id for each in found for tick in each.issued}
    numbers = {word.record for word in words if word.record}
    numbers |= {tick.sheet.number for each in found for tick in each.sheets}
    return papers_in_scope(actor, ids, numbers)


def papers_of_words(actor: Actor, standing: Standing | None, words: list[StageWord]) -> Papers:
    """All that a deliverable's page names: also what was taken back."""
    numbers = {word.record for word in words if word.record}
    ids = {word.document_id for word in words if word.document_id}
    if standing:
        numbers |= {tick.sheet.number for tick in standing.sheets}
        ids |= {tick.document.id for tick in standing.issued}
    return papers_in_scope(actor, ids, numbers)


def papers_in_scope(actor: Actor, ids: set[int], numbers: set[str]) -> Papers:
    rows = with_document_ids(actor.viewer, tuple(sorted(ids))) if ids else []
    sheets = stage_sheets.sheets_with_numbers(actor.viewer, tuple(sorted(numbers))) if numbers else []
    return Papers({row.id: row for row in rows}, {row.number: row for row in definitions.with_forms(sheets)})


@dataclass(frozen=True)
class Offered:
    """What a form lets somebody choose: value → what it is called."""

    documents: dict[str, str]
    sheets: dict[str, str]


def papers_to_choose(actor: Actor, client: Client, standing: Standing, lang: str) -> Offered:
    """The newest of the client's, those of the wanted kind first; and what was chosen before."""
    chosen = papers_of_standings(actor, [standing])
    rows = newest_documents(actor.viewer, DocumentFilters(client=client.id), MOST_OFFERED)
    found = {row.id: row for row in [*chosen.documents.values(), *rows]}
    sheets = lists.page_of_records(actor.viewer, RecordFilters(client=client.id), MOST_OFFERED).rows
    numbered = {row.number: row for row in [*chosen.sheets.values(), *sheets]}
    return Offered(
        {str(row.id): row.title for row in ordered_by_kind(found.values(), standing.asked)},
        {number: f"{number} · {form_of_sheet(row, lang)}" for number, row in numbered.items()},
    )


def ordered_by_kind(rows: Iterable[Document], asked: Deliverable) -> list[Document]:
    return sorted(rows, key=lambda row: row.kind != asked.document)


def form_of_sheet(row: Record, lang: str) -> str:
    return pick(definitions.read_definition(row.definition).label, lang)
