"""The words of documents' pages, in each engine's index: found by page, told by document.

As store/search.py, which tells what the words are.
"""

from dataclasses import dataclass

from peewee import SQL, NodeList, fn

from fieldforms.store import scope
from fieldforms.store.database import database, dialect_of
from fieldforms.store.documents.documents import DocumentFilters, narrow_documents, with_document_ids
from fieldforms.store.models import Document, DocumentPage, DocumentVersion
from fieldforms.store.prepared import insert, prepared, update
from fieldforms.store.search import IS_CJK, tokens_asked_for, tokens_of_text


@dataclass(frozen=True)
class DocumentHit:
    """A document in which the words stand: first on this page (0: in its title or notes), whose text it brings along."""

    document: Document
    page: int
    text: str


@prepared
def page_of_version(version, number):
    return DocumentPage.select().where(DocumentPage.version == version, DocumentPage.number == number)


def keep_page_text(version: int, number: int, text: str) -> None:
    """What stands on a page, found from now on. Call inside a transaction."""
    known = page_of_version.first(version, number)
    if known:
        update(DocumentPage, known.id, text=text)
    page = known or insert(DocumentPage, version=version, number=number, text=text)
    INDEX_PAGE[dialect_of()](page.id, " ".join(tokens_of_text(text)))


def index_page_sqlite(page_id: int, words: str) -> None:
    database.execute_sql("DELETE FROM search_documents WHERE rowid = ?", (page_id,))
    database.execute_sql("INSERT INTO search_documents(rowid, words) VALUES (?, ?)", (page_id, words))


def index_page_postgresql(page_id: int, words: str) -> None:
    database.execute_sql(
        "INSERT INTO search_documents(page_id, words) VALUES (%s, to_tsvector('simple', %s)) "
        "ON CONFLICT (page_id) DO UPDATE SET words = EXCLUDED.words",
        (page_id, words),
    )


INDEX_PAGE = {"sqlite": index_page_sqlite, "postgresql": index_page_postgresql}


def find_documents(viewer: scope.Viewer, filters: DocumentFilters, most: int) -> list[DocumentHit]:
    """Documents in scope whose newest version has all words on one page, or in its title and notes; newest first."""
    words = tokens_asked_for(filters.text)
    if not words:
        return []
    first = fn.MIN(DocumentPage.number)
    query = (
        Document.select(Document.id, first)
        .join(
            DocumentVersion,
            on=(DocumentVersion.document == Document.id) & (DocumentVersion.number == Document.latest),
        )
        .join(DocumentPage)
        .where(NodeList((DocumentPage.id, SQL(*MATCH_PAGES[dialect_of()](words))), parens=True))
    )
    found = dict(narrow_documents(query, viewer, filters).group_by(Document.id).limit(most).tuples())
    rows = {row.id: row for row in with_document_ids(viewer, tuple(found))}
    return [hit_on_page(rows[id], page) for id, page in found.items() if id in rows]


def hit_on_page(document: Document, number: int) -> DocumentHit:
    page = page_of_version.first(document.newest.id, number)
    return DocumentHit(document, number, page.text if page and number else "")


def match_pages_sqlite(words: list[str]) -> tuple[str, list[str]]:
    """SQL that holds of the ids of pages, and its values. The last word may be unfinished."""
    last = f'"{words[-1]}"' if IS_CJK.match(words[-1]) else f'"{words[-1]}"*'
    asked = " AND ".join([*(f'"{word}"' for word in words[:-1]), last])
    return "IN (SELECT rowid FROM search_documents WHERE search_documents MATCH ?)", [
        f"{{words}} : ({asked})"
    ]


def match_pages_postgresql(words: list[str]) -> tuple[str, list[str]]:
    last = f"'{words[-1]}'" if IS_CJK.match(words[-1]) else f"'{words[-1]}':*"
    asked = " & ".join([*(f"'{word}'" for word in words[:-1]), last])
    return "IN (SELECT page_id FROM search_documents WHERE words @@ to_tsquery('simple', %s))", [asked]


MATCH_PAGES = {"sqlite": match_pages_sqlite, "postgresql": match_pages_postgresql}
