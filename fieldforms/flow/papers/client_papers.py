"""The papers of a client: read, written version by version, issued into the client's documents (company.md, row 13)."""

from collections.abc import Mapping
from dataclasses import dataclass

from fieldforms import config, i18n
from fieldforms.errors import N_, Invalid, NotFound, PaperChanged, PaperUnfinished
from fieldforms.flow import form_changes, local_time
from fieldforms.flow.documents.document_targets import DocumentTarget
from fieldforms.flow.documents.documents import reads_internal
from fieldforms.flow.form_changes import Shown
from fieldforms.flow.form_input import TextInput
from fieldforms.flow.papers import paper_filing, paper_texts
from fieldforms.flow.papers.paper_facts import (
    EDITION_OF_CLIENT,
    EDITION_OF_TEMPLATE,
    INTERNAL_WARNING,
    PAPER_LANGUAGE,
    PAPER_WORDS,
    SIGNING_PARTIES,
    PaperFacts,
)
from fieldforms.flow.papers.paper_library import PaperTemplate, paper_template, paper_templates
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register import clients, register_columns
from fieldforms.flow.register.clients import CLIENT_READERS
from fieldforms.flow.register.register_columns import Columns, RegisterColumn
from fieldforms.paper.booklet import Booklet, render_booklet
from fieldforms.store import audit
from fieldforms.store.database import one_at_a_time, transaction
from fieldforms.store.documents import documents
from fieldforms.store.models import Client, ClientText, Document
from fieldforms.store.papers import client_texts

PAPER_READERS = CLIENT_READERS
PAPER_WRITERS = ("dispatcher", "supervisor")

TEXT_COLUMNS: Columns = (RegisterColumn("text", TextInput(N_("正文"), 30_000, needed=True, lines=24)),)


@dataclass(frozen=True)
class ClientPaper:
    """`texts`: versions of its text, the newest first. `document`: what it was issued as."""

    client: Client
    template: PaperTemplate
    texts: list[ClientText]
    document: Document | None

    @property
    def number(self) -> int:
        """Of the version that counts; 0: nobody has written anything yet."""
        return self.texts[0].number if self.texts else 0

    @property
    def text(self) -> str:
        return self.texts[0].text if self.texts else self.template.text

    @property
    def edition(self) -> str:
        said = EDITION_OF_CLIENT if self.number else EDITION_OF_TEMPLATE
        return said.format(self.number or self.template.edition)


def may_read_paper(actor: Actor, template: PaperTemplate) -> bool:
    return not template.internal or reads_internal(actor)


def papers_of_client(actor: Actor, client_id: int) -> list[ClientPaper]:
    """Those the actor may read; their texts without what they say. Raises NotFound."""
    actor.needs(*PAPER_READERS)
    client = clients.client_in_scope(actor, client_id)
    texts, filed = client_texts.texts_of_client(client.id), documents_of_papers(actor, client)
    return [
        ClientPaper(client, each, [row for row in texts if row.paper == each.name], filed.get(each.name))
        for each in paper_templates().values()
        if may_read_paper(actor, each)
    ]


def documents_of_papers(actor: Actor, client: Client) -> dict[str, Document]:
    found = documents.documents_written_for(actor.viewer, client.id)
    return {each.paper: each for each in found if each.room_id is None}


def guarded_edition(actor: Actor, paper: ClientPaper) -> Document | None:
    """What was issued before a room became confidential, for who may read it: it is that room's now."""
    found = documents.documents_written_for(actor.viewer, paper.client.id)
    name = paper.template.name
    return next((each for each in reversed(found) if each.paper == name and each.room_id), None)


def paper_to_read(actor: Actor, client_id: int, name: str) -> ClientPaper:
    """Raises NotFound, also for an internal one that the actor may not read."""
    actor.needs(*PAPER_READERS)
    client, template = clients.client_in_scope(actor, client_id), paper_template(name)
    if not may_read_paper(actor, template):
        raise NotFound
    texts = list(client_texts.texts_of_paper(client.id, name))
    return ClientPaper(client, template, texts, documents_of_papers(actor, client).get(name))


def paper_to_write(actor: Actor, client_id: int, name: str) -> ClientPaper:
    """Raises NotFound, NotAllowed, PlaceRetired."""
    actor.needs(*PAPER_WRITERS)
    paper = paper_to_read(actor, client_id, name)
    clients.refuse_retired(paper.client)
    return paper


def text_of_version(paper: ClientPaper, number: int) -> ClientText:
    """Raises NotFound."""
    found = next((row for row in paper.texts if row.number == number), None)
    if found is None:
        raise NotFound
    return found


def write_text(
    actor: Actor, client_id: int, name: str, given: Mapping[str, str], shown: Shown = None
) -> ClientPaper:
    """A version of its own where anything changed. `shown`: as form_changes.changes_of_form takes it. Raises Invalid, NotFound,
    NotAllowed, PlaceRetired, ChangedMeanwhile."""
    paper_to_write(actor, client_id, name)
    values = register_columns.read_columns(TEXT_COLUMNS, given)
    mistakes = list(paper_texts.mistakes_of_text(values["text"]))
    if mistakes:
        raise Invalid(mistakes)
    table, about = register_columns.inputs_of_columns(TEXT_COLUMNS), ("paper.write", f"{client_id}/{name}")
    with transaction():
        one_at_a_time([f"papers of {client_id}"])
        paper = paper_to_write(actor, client_id, name)
        changed = form_changes.changes_of_form(table, {"text": paper.text}, values, shown, about)
        if changed:
            client_texts.add_text(client_id, name, paper.number + 1, values["text"], actor.account.id)
            audit.record_action(actor.user_id, *about, fields=["text"], number=paper.number + 1)
    return paper


def words_lacking(paper: ClientPaper, facts: PaperFacts) -> list[tuple[str, str]]:
    """(name of a word that nobody has said yet, where that is filled in: a key of PLACES_TO_FILL_IN)"""
    asked = paper_texts.words_in_text(paper.text)
    return [
        (name, PAPER_WORDS[name].filled_in)
        for name in asked
        if PAPER_WORDS[name].filled_in and not PAPER_WORDS[name].words(facts)
    ]


# On paper


def booklet_of_paper(actor: Actor, paper: ClientPaper, text: str = "") -> Booklet:
    """`text`: another version's."""
    facts, company = PaperFacts(actor, paper.client), config.current.company_name(PAPER_LANGUAGE)
    names = {"client": paper.client.name, "company": company}
    return Booklet(
        lang=PAPER_LANGUAGE,
        company=company,
        title=paper.template.title[PAPER_LANGUAGE],
        about=paper.client.name,
        blocks=tuple(paper_texts.blocks_of_text(text or paper.text, facts)),
        parties=tuple((SIGNING_PARTIES[each], names[each]) for each in paper.template.signed_by),
        warning=INTERNAL_WARNING if paper.template.internal else "",
        footer=f"{paper.edition} · {i18n.format_date(local_time.today(), PAPER_LANGUAGE)}",
    )


def issue_paper(actor: Actor, client_id: int, name: str, number: int) -> Document:
    """The version `number` becomes a document of the client, or the next version of it. Raises NotFound, NotAllowed,
    PlaceRetired, PaperUnfinished, PaperChanged where another version counts by now."""
    paper = paper_to_write(actor, client_id, name)
    if paper.number != number:
        raise PaperChanged
    left = paper_texts.passages_to_write(paper.text)
    if left:
        raise PaperUnfinished(n=len(left))
    body = render_booklet(booklet_of_paper(actor, paper), timestamp_ms=paper_filing.moment_of_filing())
    template = paper.template
    filed = paper_filing.FiledPaper(
        name, template.title[PAPER_LANGUAGE], template.kind, paper.edition, PAPER_LANGUAGE, template.internal
    )
    with transaction():
        document = paper_filing.file_paper(actor, DocumentTarget(client=paper.client), filed, body)
        about = {"number": number, "document": document.id}
        audit.record_action(actor.user_id, "paper.issue", f"{client_id}/{name}", **about)
    return document
