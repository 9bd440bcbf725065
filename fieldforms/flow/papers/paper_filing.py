"""A paper of the house becomes a document: the first time a new one, then each time its next version."""

import io
from collections.abc import Iterable
from dataclasses import dataclass

from fieldforms import i18n
from fieldforms.flow import local_time
from fieldforms.flow.documents.document_targets import DocumentTarget
from fieldforms.flow.documents.documents import add_document, supersede_version
from fieldforms.flow.people.actors import Actor
from fieldforms.store.database import one_at_a_time, transaction
from fieldforms.store.documents import documents
from fieldforms.store.models import Document


@dataclass(frozen=True)
class FiledPaper:
    """`paper`: its name; `edition`: what of it is filed, in words; `language`: of DOCUMENT_LANGUAGES. `tells_of_rooms`: of what is
    kept about confidential ones."""

    paper: str
    title: str
    kind: str
    edition: str
    language: str
    internal: bool = False
    tells_of_rooms: bool = False


def file_paper(actor: Actor, target: DocumentTarget, filed: FiledPaper, body: bytes) -> Document:
    """The same bytes twice are one version. Of papers it is the newest that counts; a client's are a document in each language.
    Raises NotAllowed, NoRoom."""
    given = {"title": filed.title, "kind": filed.kind, "edition": filed.edition, "language": filed.language}
    stream, name = io.BytesIO(body), f"{filed.title}.pdf"
    owner = target.room.client_id if target.room else target.client.id if target.client else 0
    with transaction():
        one_at_a_time([f"papers of {owner}"])
        found = documents.documents_written_for(actor.viewer, owner)
        room = target.room.id if target.room else None
        of_client = [each for each in found if room or language_of_filed(each) == filed.language]
        known = document_of_paper(of_client, filed.paper, room)
        if known is None:
            known = add_document(
                actor, target, given, stream, name, paper=filed.paper, internal=filed.internal
            )
        else:
            supersede_version(actor, known.id, given, stream, name)
        if filed.tells_of_rooms:  # for good: its older versions stay readable
            documents.change_document(known, {"tells_of_rooms": True})
    return known


def language_of_filed(document: Document) -> str:
    """Of a paper that is filed, whatever somebody says of its document since."""
    return document.language if document.language in i18n.LANGUAGES else "zh"


def document_of_paper(found: Iterable[Document], paper: str, room_id: int | None = None) -> Document | None:
    """`found`: those written for the client."""
    return next((each for each in found if each.paper == paper and each.room_id == room_id), None)


def moment_of_filing() -> int:
    """UTC ms, the PDF's date: the start of the day, so that a paper that did not change stays the same file."""
    return local_time.start_of(local_time.today())
