"""The papers of a client: read, written version by version, issued into the client's documents (company.md, row 13)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
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
    SIGNING_PARTIES,
    PaperFacts,
)
from fieldforms.flow.papers.paper_library import LONGEST_PAPER, PaperTemplate, paper_template, paper_templates
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
from fieldforms.store.register.clients import rooms_ever_of

PAPER_READERS = CLIENT_READERS
PAPER_WRITERS = ("dispatcher", "supervisor")

TEXT_COLUMNS: Columns = (RegisterColumn("text", TextInput(N_("正文"), LONGEST_PAPER, needed=True, lines=24)),)


@dataclass(frozen=True)
class ClientPaper:
    """In one language. `written`: versions of its text in all of them, the newest first. `documents`: by language, what it was
    issued as."""

    client: Client
    template: PaperTemplate
    lang: str
    written: list[ClientText]
    documents: Mapping[str, Document]

    @property
    def texts(self) -> list[ClientText]:
        """Versions in its language, the newest first."""
        return texts_in(self.lang, self.written)

    @property
    def document(self) -> Document | None:
        return self.documents.get(self.lang)

    @property
    def number(self) -> int:
        """Of the version that counts; 0: nobody has written anything yet."""
        return self.texts[0].number if self.texts else 0

    @property
    def text(self) -> str:
        return self.texts[0].text if self.texts else self.template.text_in(self.lang)

    @property
    def edition(self) -> str:
        said = EDITION_OF_CLIENT if self.number else EDITION_OF_TEMPLATE
        return i18n.gettext(said, self.lang, n=self.number or self.template.edition)

    @property
    def is_issued(self) -> bool:
        """Is the text that counts the one that was issued last?"""
        return self.document is not None and self.document.newest.edition == self.edition

    @property
    def other_language(self) -> str:
        return next(lang for lang in i18n.LANGUAGES if lang != self.lang)


def texts_in(lang: str, written: Iterable[ClientText]) -> list[ClientText]:
    return [row for row in written if (row.lang or "zh") == lang]


def may_read_paper(actor: Actor, template: PaperTemplate) -> bool:
    return not template.internal or reads_internal(actor)


def papers_of_client(actor: Actor, client_id: int, lang: str) -> list[ClientPaper]:
    """Those the actor may read; their texts without what they say. Raises NotFound."""
    actor.needs(*PAPER_READERS)
    client = clients.client_in_scope(actor, client_id)
    texts, filed = client_texts.texts_of_client(client.id), documents_of_papers(actor, client)
    return [
        ClientPaper(client, each, lang, [row for row in texts if row.paper == each.name], filed[each.name])
        for each in paper_templates().values()
        if may_read_paper(actor, each)
    ]


def documents_of_papers(actor: Actor, client: Client) -> dict[str, dict[str, Document]]:
    """Paper → language → what it was issued as."""
    found: dict[str, dict[str, Document]] = defaultdict(dict)
    for each in documents.documents_written_for(actor.viewer, client.id):
        if each.room_id is None:
            found[each.paper][paper_filing.language_of_filed(each)] = each
    return found


def guarded_edition(actor: Actor, paper: ClientPaper) -> Document | None:
    """What was issued before a room became confidential, for who may read it: it is that room's now."""
    found = documents.documents_written_for(actor.viewer, paper.client.id)
    name = paper.template.name
    return next((each for each in reversed(found) if each.paper == name and each.room_id), None)


def paper_to_read(actor: Actor, client_id: int, name: str, lang: str) -> ClientPaper:
    """Raises NotFound, also for an internal one that the actor may not read."""
    actor.needs(*PAPER_READERS)
    client, template = clients.client_in_scope(actor, client_id), paper_template(name)
    if not may_read_paper(actor, template):
        raise NotFound
    written = list(client_texts.texts_of_paper(client.id, name))
    return ClientPaper(client, template, lang, written, documents_of_papers(actor, client)[name])


def paper_to_write(actor: Actor, client_id: int, name: str, lang: str) -> ClientPaper:
    """Raises NotFound, NotAllowed, PlaceRetired."""
    actor.needs(*PAPER_WRITERS)
    paper = paper_to_read(actor, client_id, name, lang)
    clients.refuse_retired(paper.client)
    return paper


def text_of_version(paper: ClientPaper, number: int) -> ClientText:
    """Raises NotFound, also for one in the other language."""
    found = next((row for row in paper.texts if row.number == number), None)
    if found is None:
        raise NotFound
    return found


def write_text(
    actor: Actor, client_id: int, name: str, lang: str, given: Mapping[str, str], shown: Shown = None
) -> ClientPaper:
    """A version of its own where anything changed. `shown`: as form_changes.changes_of_form takes it. Raises Invalid, NotFound,
    NotAllowed, PlaceRetired, ChangedMeanwhile."""
    paper_to_write(actor, client_id, name, lang)
    values = register_columns.read_columns(TEXT_COLUMNS, given)
    mistakes = list(paper_texts.mistakes_of_text(values["text"]))
    if mistakes:
        raise Invalid(mistakes)
    table, about = register_columns.inputs_of_columns(TEXT_COLUMNS), ("paper.write", f"{client_id}/{name}")
    with transaction():
        one_at_a_time([f"papers of {client_id}"])
        paper = paper_to_write(actor, client_id, name, lang)
        changed = form_changes.changes_of_form(table, {"text": paper.text}, values, shown, about)
        if changed:
            number = 1 + max((row.number for row in paper.written), default=0)
            client_texts.add_text(client_id, name, number, lang, values["text"], actor.account.id)
            audit.record_action(actor.user_id, *about, fields=["text"], number=number)
    return paper


def words_lacking(paper: ClientPaper, facts: PaperFacts) -> list[tuple[str, str]]:
    """(name of a word that nobody has said yet, where that is filled in: a key of PLACES_TO_FILL_IN)"""
    asked = paper_texts.words_in_text(paper.text)
    found = ((name, paper_texts.word_called(name)) for name in asked)
    return [(name, word.filled_in) for name, word in found if word.filled_in and not word.words(facts)]


# On paper


def booklet_of_paper(actor: Actor, paper: ClientPaper, text: str = "") -> Booklet:
    """`text`: another version's."""
    facts, company = PaperFacts(actor, paper.client, paper.lang), config.current.company_name(paper.lang)
    names = {"client": paper.client.name, "company": company}
    return Booklet(
        lang=paper.lang,
        company=company,
        title=paper.template.title[paper.lang],
        about=paper.client.name,
        blocks=tuple(paper_texts.blocks_of_text(text or paper.text, facts)),
        parties=tuple((facts.say(SIGNING_PARTIES[each]), names[each]) for each in paper.template.signed_by),
        warning=facts.say(INTERNAL_WARNING) if paper.template.internal else "",
        footer=f"{paper.edition} · {i18n.format_date(local_time.today(), paper.lang)}",
    )


def issue_paper(actor: Actor, client_id: int, name: str, lang: str, number: int) -> Document:
    """The version `number` becomes a document of the client, one in each language, or the next version of it. Raises NotFound,
    NotAllowed, PlaceRetired, PaperUnfinished, PaperChanged where another version counts by now."""
    paper = paper_to_write(actor, client_id, name, lang)
    if paper.number != number:
        raise PaperChanged
    left = paper_texts.passages_to_write(paper.text)
    if left:
        raise PaperUnfinished(n=len(left))
    body = render_booklet(booklet_of_paper(actor, paper), timestamp_ms=paper_filing.moment_of_filing())
    template = paper.template
    tells = paper_texts.tells_of_rooms(paper.text, rooms_ever_of(paper.client))
    filed = paper_filing.FiledPaper(
        name, template.title[lang], template.kind, paper.edition, lang, template.internal, tells
    )
    with transaction():
        document = paper_filing.file_paper(actor, DocumentTarget(client=paper.client), filed, body)
        about = {"number": number, "document": document.id}
        audit.record_action(actor.user_id, "paper.issue", f"{client_id}/{name}", **about)
    return document
