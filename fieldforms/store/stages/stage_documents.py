"""The documents that the house wrote for clients, by which of its papers they are."""

from peewee import JOIN

from fieldforms.store.models import Document, DocumentVersion, Room, User
from fieldforms.store.prepared import one_of, prepared


@prepared
def documents_of_papers(clients, papers):
    """Those in use, whoever may read them, each with the version that counts and who issued that; the latest issued last."""
    newest = (DocumentVersion.document == Document.id) & (DocumentVersion.number == Document.latest)
    query = Document.select(Document, DocumentVersion, User).join(DocumentVersion, on=newest, attr="newest")
    query = query.join_from(DocumentVersion, User, JOIN.LEFT_OUTER)
    wanted = one_of(Document.client, clients) & one_of(Document.paper, papers)
    return query.where(wanted, Document.retired_at.is_null()).order_by(DocumentVersion.at, Document.id)


@prepared
def rooms_that_need_papers(clients):
    return Room.select(Room.id, Room.client).where(one_of(Room.client, clients), Room.retired_at.is_null())


@prepared
def files_of_papers(clients, papers):
    """(client, paper, digest) of every version that was ever issued, also of what was retired or became a room's."""
    query = DocumentVersion.select(Document.client, Document.paper, DocumentVersion.digest).join(Document)
    return query.where(one_of(Document.client, clients), one_of(Document.paper, papers)).tuples()
