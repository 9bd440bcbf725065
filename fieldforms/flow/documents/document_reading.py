"""Documents as they are read: found, opened, looked at page by page, saved. What is guarded is written down."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fieldforms.errors import NotFound
from fieldforms.flow.documents.document_columns import CONFIGURATION
from fieldforms.flow.documents.documents import DOCUMENT_READERS, is_guarded
from fieldforms.flow.people.actors import Actor
from fieldforms.paper import page_pictures
from fieldforms.paper.page_pictures import PDF_TYPE, UnreadableFile
from fieldforms.store import audit, clock
from fieldforms.store.database import transaction
from fieldforms.store.documents import document_search, documents
from fieldforms.store.files import arriving
from fieldforms.store.models import Document, DocumentVersion

ONE_READING = 10 * clock.MINUTE  # pages looked at within it are one reading
PAGES_AT_ONCE = 20
MOST_FAILURES = 3  # of batches of pages, after which the rest is not tried


def open_document(actor: Actor, document_id: int) -> Document:
    """A document in scope, retired ones too; that it was opened is written down where it has to be. Raises NotFound."""
    document = document_in_scope(actor, document_id)
    if is_guarded(document):
        note_reading(actor, document, "document.read")
    return document


def document_in_scope(actor: Actor, document_id: int) -> Document:
    """Raises NotFound, NotAllowed."""
    actor.needs(*DOCUMENT_READERS)
    document = documents.get_document(actor.viewer, document_id)
    if document is None:
        raise NotFound
    return document


def note_reading(actor: Actor, document: Document, action: str, **detail) -> None:
    with transaction():
        audit.record_action(actor.user_id, action, str(document.id), **detail)


def version_of_document(document: Document, number: int) -> DocumentVersion:
    """Raises NotFound."""
    found = documents.versions_of_document(document.id)
    version = next((each for each in found if each.number == number), None)
    if version is None:
        raise NotFound
    return version


def picture_of_page(actor: Actor, document_id: int, number: int, page: int, size: str) -> bytes:
    """WebP. Raises NotFound; UnreadableFile for a page that cannot be drawn."""
    document = document_in_scope(actor, document_id)
    version = version_of_document(document, number)
    if not 1 <= page <= version.pages:
        raise NotFound
    if is_guarded(document) and not was_opened_lately(actor, document):
        note_reading(actor, document, "document.read", page=page)
    with content_of_version(version) as path:
        return page_pictures.picture_of_page(path, version.media_type, version.digest, page, size)


def was_opened_lately(actor: Actor, document: Document) -> bool:
    since = clock.now() - ONE_READING
    lines = audit.lines_about_since("document.read", str(document.id), since)
    return any(line.actor_id == actor.user_id for line in lines)


@contextmanager
def content_of_version(version: DocumentVersion) -> Iterator[Path]:
    """Its file. Raises NotFound when that was erased."""
    with arriving.file_on_disk(version.digest) as path:
        if path is None:
            raise NotFound
        yield path


@contextmanager
def saved_version(actor: Actor, document_id: int, number: int) -> Iterator[tuple[DocumentVersion, Path]]:
    """(version, its file) for who saves it; of what is guarded, and of configurations, that is written down."""
    document = document_in_scope(actor, document_id)
    version = version_of_document(document, number)
    with content_of_version(version) as path:
        note_saving(actor, document, number)
        yield version, path


def note_saving(actor: Actor, document: Document, number: int) -> None:
    """Of what is guarded, and of configurations."""
    if is_guarded(document) or document.kind == CONFIGURATION:
        note_reading(actor, document, "document.download", number=number)


# The words of its pages, read by a job


def read_words(version_id: int) -> None:
    """What a version's pages say is found from now on. Done twice, it is done once."""
    version = documents.version_by_id.first(version_id)
    if version is None:
        return
    said = version.media_type == PDF_TYPE and keep_words_of_pages(version)
    with transaction():
        documents.note_words(version, bool(said))


def keep_words_of_pages(version: DocumentVersion) -> bool:
    """Does any page say something? Batch by batch: who looks at pages meanwhile waits for one of them at most."""
    said, failures = False, 0
    with arriving.file_on_disk(version.digest) as path:
        for first in range(1, version.pages + 1, PAGES_AT_ONCE):
            if path is None or failures >= MOST_FAILURES:
                break
            try:
                texts = page_pictures.texts_of_pages(path, first, first + PAGES_AT_ONCE - 1)
            except UnreadableFile:
                failures += 1
                continue
            said |= keep_texts(version, first, texts)
    return said


def keep_texts(version: DocumentVersion, first: int, texts: list[str]) -> bool:
    found = {first + n: plain for n, text in enumerate(texts) if (plain := plain_text(text))}
    with transaction():
        for number, text in found.items():
            document_search.keep_page_text(version.id, number, text)
    return bool(found)


def plain_text(text: str) -> str:
    """On one line, without what no database takes."""
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())
