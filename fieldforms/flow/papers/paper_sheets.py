"""An issued paper goes into a sheet: to be approved by the company, and to be presented to the client, who signs.

The PDF stands beside the sheet's answers and is sealed with it by its digest: that is how a paper knows its sheets, also those
that somebody wrote by hand. Which forms they are stands in paper_sheets.toml.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from fieldforms import i18n
from fieldforms.errors import NotFound, PaperChanged
from fieldforms.flow.completing import completion
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.documents.documents import DOCUMENT_KEEPERS
from fieldforms.flow.files.documents import keep_document
from fieldforms.flow.files.file_digests import digests_in
from fieldforms.flow.filling.drafts import (
    answers_as_sealed,
    draft_to_fill,
    new_uuid,
    problems_of_step,
    save_draft,
    start_draft,
)
from fieldforms.flow.papers import client_papers, paper_texts
from fieldforms.flow.papers.client_papers import PAPER_WRITERS, ClientPaper
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import approvals, folding, step_rights
from fieldforms.flow.register import clients
from fieldforms.flow.stages import sheet_ticks
from fieldforms.forms.definition import Text
from fieldforms.store import audit
from fieldforms.store.database import one_at_a_time, transaction
from fieldforms.store.documents import documents
from fieldforms.store.documents.documents import REPORT
from fieldforms.store.files import files
from fieldforms.store.filling import drafts
from fieldforms.store.library import definitions
from fieldforms.store.models import Document, Draft, Record
from fieldforms.store.papers import paper_sheets
from fieldforms.store.record import lists
from fieldforms.store.stages import stage_sheets


@dataclass(frozen=True)
class PaperWay:
    """A form that an issued paper goes into; what each is stands in paper_sheets.toml."""

    name: str
    form: str
    label: Text
    file: str
    given: dict[str, Text] = field(default_factory=dict)
    at_once: bool = False
    inside: bool = False

    @property
    def senders(self) -> tuple[str, ...]:
        return PAPER_WRITERS if self.inside else DOCUMENT_KEEPERS


@dataclass(frozen=True)
class PaperSheet:
    """A sheet with which a paper went somewhere. `version`: which one of its document."""

    way: PaperWay
    row: Record
    version: int

    @property
    def stands(self) -> bool:
        """Cancelled or declined it went nowhere: it may be sent again."""
        return self.row.state != "cancelled" and self.row.result != approvals.DECLINED


@cache
def paper_ways() -> dict[str, PaperWay]:
    said = tomllib.loads(resources.files(__package__).joinpath("paper_sheets.toml").read_text("utf-8"))
    return {each["name"]: PaperWay(**each) for each in said["sheet"]}


def sheets_of_paper(actor: Actor, paper: ClientPaper) -> list[PaperSheet]:
    """Those this person may see, the newest first."""
    if paper.document is None:
        return []
    ways = {way.form: way for way in paper_ways().values()}
    numbers = {each.digest: each.number for each in documents.versions_of_document(paper.document.id)}
    rows = paper_sheets.sheets_of_forms(actor.viewer, paper.client.id, tuple(sorted(ways)))
    found = definitions.with_forms(rows)
    entries = lists.entries_by_uuid(found, actor.viewer) if found else {}
    return [
        PaperSheet(ways[row.key], row, max(numbers[digest] for digest in named))
        for row in found
        if (named := numbers.keys() & digests_of_sheet(row, entries[row.uuid], ways[row.key]))
    ]


def digests_of_sheet(row: Record, entries, way: PaperWay) -> set[str]:
    answers = folding.fold_entries(definitions.read_definition(row.definition), entries).told_answers
    return {*digests_in(answers.get(way.file) or [])}


def ways_to_send(actor: Actor, paper: ClientPaper, sheets: list[PaperSheet]) -> list[PaperWay]:
    """What this person may do now with the version that was issued last."""
    if paper.document is None or paper.template.internal or paper.client.retired_at:
        return []
    latest = paper.document.latest
    gone = {each.way.name for each in sheets if each.stands and each.version == latest}
    return [way for way in paper_ways().values() if way.name not in gone and may_send(actor, way, paper)]


def way_to_issue(actor: Actor, paper: ClientPaper) -> PaperWay | None:
    """What the text that counts may be issued for in one tap, as long as it is not: asking the company."""
    if paper.is_issued or paper.template.internal or paper.client.retired_at:
        return None
    return next((way for way in paper_ways().values() if way.at_once and may_send(actor, way, paper)), None)


def goes_out_unapproved(paper: ClientPaper, ways: Iterable[PaperWay]) -> bool:
    """Would one of `ways` take a report to the client to which, as it was issued last, the company has not said yes? Told to all
    who serve the client, as its stages tell it."""
    if paper.document is None or paper.template.kind != REPORT or all(way.inside for way in ways):
        return False
    asking = tuple(way.form for way in paper_ways().values() if way.inside)
    rows = definitions.with_forms(stage_sheets.sheets_of_clients((paper.client.id,), asking))
    answered = [row for row in rows if row.state == "closed" and sheet_ticks.counts_as_done(row)]
    said = sheet_ticks.answers_by_sheet(answered).values()
    return not any(paper.document.newest.digest in digests_in(answers) for answers in said)


def may_send(actor: Actor, way: PaperWay, paper: ClientPaper) -> bool:
    row = definitions.current_version(way.form)
    if row is None or actor.account.role not in way.senders:
        return False
    return step_rights.may_begin(actor, definitions.read_definition(row), paper.client.id)


def issue_and_send(
    actor: Actor, client_id: int, name: str, lang: str, way_name: str, text: int
) -> Record | Draft:
    """In one tap: issue the version `text`, unless it is the one that was issued last, and send that. Raises as issue_paper
    and send_paper."""
    actor.needs(*way_by_name(way_name).senders)
    paper = client_papers.paper_to_read(actor, client_id, name, lang)
    if paper.number != text or not paper.is_issued:
        client_papers.issue_paper(actor, client_id, name, lang, text)
        paper = client_papers.paper_to_read(actor, client_id, name, lang)
    return send_paper(actor, client_id, name, lang, way_name, paper.document.latest if paper.document else 0)


def send_paper(
    actor: Actor, client_id: int, name: str, lang: str, way_name: str, number: int
) -> Record | Draft:
    """The sheet that its issued version `number` went into, or where something is still to be said, its draft. Sent twice, it is
    one. Raises NotFound, NotAllowed, PlaceRetired, PaperChanged where another version was issued meanwhile, BadPhoto for a
    PDF that is too large to go with a sheet."""
    way = way_by_name(way_name)
    actor.needs(*way.senders)
    with transaction():
        one_at_a_time([f"papers of {client_id}"])
        paper = client_papers.paper_to_read(actor, client_id, name, lang)
        clients.refuse_retired(paper.client)
        document = document_to_send(paper, number)
        known = sheet_sent_before(actor, paper, way, document) or draft_begun_before(actor, way, document)
        return known or send_document(actor, paper, way, document)


def way_by_name(name: str) -> PaperWay:
    """Raises NotFound."""
    try:
        return paper_ways()[name]
    except KeyError:
        raise NotFound from None


def document_to_send(paper: ClientPaper, number: int) -> Document:
    """Raises NotFound, PaperChanged."""
    if paper.document is None or paper.template.internal:
        raise NotFound
    if paper.document.latest != number:
        raise PaperChanged
    return paper.document


def sheet_sent_before(actor: Actor, paper: ClientPaper, way: PaperWay, document: Document) -> Record | None:
    found = (each for each in sheets_of_paper(actor, paper) if each.way == way and each.stands)
    return next((each.row for each in found if each.version == document.latest), None)


def draft_begun_before(actor: Actor, way: PaperWay, document: Document) -> Draft | None:
    mine = (each for each in drafts.open_of(actor.account) if each.definition.key == way.form)
    return next((each for each in mine if document.newest.digest in each.answers.get(way.file, ())), None)


def send_document(actor: Actor, paper: ClientPaper, way: PaperWay, document: Document) -> Record | Draft:
    """Call inside a transaction."""
    found = start_draft(actor, way.form, {"client": paper.client.id}, new_uuid(), new_uuid())
    asked = {each.name for each in found.definition.fields_of(found.step)}
    given = answers_given(actor, paper, way, document, found.draft.uuid)
    answers = found.draft.answers | {name: value for name, value in given.items() if name in asked}
    draft = save_draft(actor, found, answers, 0, "")
    about = {"form": way.form, "document": document.id, "number": document.latest}
    audit.record_action(actor.user_id, "paper.send", f"{paper.client.id}/{paper.template.name}", **about)
    return complete_at_once(actor, draft) if way.at_once else draft


def answers_given(actor: Actor, paper: ClientPaper, way: PaperWay, document: Document, uuid: str) -> dict:
    words = {
        "paper": paper.template.title[paper.lang],
        "edition": document.newest.edition,
        "client": paper.client.name,
    }
    said = {name: i18n.pick(text, paper.lang) for name, text in way.given.items()}
    texts = {name: paper_texts.fill_in_words(text, words) for name, text in said.items()}
    beside = documents_beside(actor, paper) if way.inside else []
    return texts | {way.file: [keep_with_draft(each, uuid) for each in (document, *beside)]}


def documents_beside(actor: Actor, paper: ClientPaper) -> list[Document]:
    """In the paper's language where they were issued in it."""
    filed = client_papers.documents_of_papers(actor, paper.client)
    found = (filed[name] for name in paper.template.beside)
    return [each.get(paper.lang) or each[paper.other_language] for each in found if each]


def keep_with_draft(document: Document, uuid: str) -> str:
    """The digest of its newest file, which is the draft's from now on. Raises NotFound where it was erased, BadPhoto."""
    body = files.read_file(document.newest.digest)
    if body is None:
        raise NotFound
    return keep_document(uuid, document.newest.digest, body).digest


def complete_at_once(actor: Actor, draft: Draft) -> Record | Draft:
    """The draft stays where its form asks for more than is known."""
    found = draft_to_fill(actor, draft.uuid)
    answers = answers_as_sealed(found, draft.answers, actor.viewer)
    if found.step.sign or problems_of_step(found, answers):
        return draft
    return completion.complete(actor, draft.uuid, HandedIn(answers), version=draft.version).seen.row
