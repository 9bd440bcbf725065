"""What the pages of documents share: a page of the library, a document with some of its pages, what it is of."""

import re
from collections.abc import Iterator

from flask import request, url_for

from fieldforms.errors import N_
from fieldforms.flow.documents.document_columns import DOCUMENT_KINDS, DOCUMENT_LANGUAGES
from fieldforms.flow.documents.document_targets import DocumentTarget, target_of_document
from fieldforms.flow.documents.documents import DOCUMENT_KEEPERS, DOCUMENT_RETIRERS, is_guarded
from fieldforms.store.documents import document_search, documents
from fieldforms.store.documents.document_search import DocumentHit
from fieldforms.store.documents.documents import DocumentFilters
from fieldforms.store.models import Document, DocumentVersion
from fieldforms.store.scope import Viewer
from fieldforms.store.search import fold_text
from fieldforms.web import page
from fieldforms.web.access import me
from fieldforms.web.register.device_pages import address_of_device

DOCUMENTS_SHOWN = 30
PAGES_SHOWN = 20
AROUND = 30  # characters before and behind what was found


def found_documents(viewer: Viewer, filters: DocumentFilters) -> tuple[list[dict], int | None]:
    """(lines, the id before which the next page begins or None)"""
    if filters.text:
        hits = document_search.find_documents(viewer, filters, DOCUMENTS_SHOWN + 1)
    else:
        rows = documents.newest_documents(viewer, filters, DOCUMENTS_SHOWN + 1)
        hits = [DocumentHit(row, 0, "") for row in rows]
    shown = hits[:DOCUMENTS_SHOWN]
    following = shown[-1].document.id if len(hits) > DOCUMENTS_SHOWN else None
    return [line_of_hit(hit, filters.text) for hit in shown], following


def line_of_hit(hit: DocumentHit, text: str) -> dict:
    """`where`: what stands around the first of the words on the page that is opened. Of a guarded document its name alone: who reads
    what it says is written down."""
    row = hit.document
    guarded = is_guarded(row)
    return {
        "document": row,
        "url": url_for("documents.show", document_id=row.id, page=hit.page if hit.page > 1 else None),
        "of": words_of_target(target_of_document(row)),
        "page": hit.page,
        "where": "" if guarded else words_around(hit.text, text),
        "guarded": guarded,
    }


def words_around(said: str, text: str) -> str:
    words = re.findall(r"\w+", fold_text(text))
    at = min((place for word in words if (place := fold_text(said).find(word)) >= 0), default=-1)
    if at < 0:
        return ""
    first, last = max(0, at - AROUND), at + 2 * AROUND
    return ("…" if first else "") + said[first:last] + ("…" if last < len(said) else "")


def facts_of_target(target: DocumentTarget) -> dict:
    """{words, url} of what a document is of; url "" where there is no page of it."""
    return {"words": words_of_target(target), "url": address_of_target(target)}


def words_of_target(target: DocumentTarget) -> str:
    if target.of_model:
        return f"{target.of_model.brand} {target.of_model.name}".strip()
    owner = target.device or target.room
    if owner:
        return f"{owner.client.short_name} · {owner.name}"
    return target.client.short_name if target.client else page.say(N_("公司"))


def address_of_target(target: DocumentTarget) -> str:
    if target.device:
        return address_of_device(target.device)
    if target.room:
        return url_for("rooms.show", room_id=target.room.id)
    if target.client:
        return url_for("clients.show", client_id=target.client.id)
    return url_for("models.show", model_id=target.of_model.id) if target.of_model else ""


def document_page(document: Document, version: DocumentVersion, first: int):
    """With the pages from `first` on."""
    first = min(max(first, 1), max(version.pages, 1))
    last = min(first + PAGES_SHOWN - 1, version.pages)
    older = {} if version.number == document.latest else {"version": version.number}

    def at(number: int) -> str:
        return url_for("documents.show", document_id=document.id, page=number, **older)

    return page.show(
        "documents/documents/show.html",
        document=document,
        version=version,
        target=facts_of_target(target_of_document(document)),
        guarded=is_guarded(document),
        kind=DOCUMENT_KINDS.get(document.kind, document.kind),
        language=DOCUMENT_LANGUAGES.get(document.language, "") if document.language else "",
        versions=documents.versions_of_document(document.id),
        pages=list(lines_of_pages(document, version, first, last)),
        first=first,
        last=last,
        earlier=at(max(1, first - PAGES_SHOWN)) if first > 1 else "",
        later=at(last + 1) if last < version.pages else "",
        may_keep=me().role in DOCUMENT_KEEPERS and not document.retired_at,
        may_retire=me().role in DOCUMENT_RETIRERS,
        searched=request.args.get("q", "")[:100],
    )


def lines_of_pages(document: Document, version: DocumentVersion, first: int, last: int) -> Iterator[dict]:
    for number in range(first, last + 1):
        about = {"document_id": document.id, "version": version.number, "page_number": number}
        yield {
            "number": number,
            "picture": url_for("document_files.picture", size="page", **about),
            "large": url_for("document_files.picture", size="large", **about),
        }
