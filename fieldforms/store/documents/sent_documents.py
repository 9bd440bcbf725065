"""The sheets that a document's file went with."""

from fieldforms.store.models import DocumentVersion, Draft, Record, Upload


def records_with_documents(client: int, documents: tuple[int, ...]) -> list[str]:
    """The uuids of a client's records that took along a version of these."""
    digests = DocumentVersion.select(DocumentVersion.digest).where(DocumentVersion.document.in_(documents))
    query = (
        Record.select(Record.uuid)
        .join(Draft, on=(Draft.record == Record.uuid))
        .join(Upload, on=(Upload.draft == Draft.uuid))
        .where(Record.client == client, Upload.sent.in_(digests))
    )
    return sorted({uuid for (uuid,) in query.tuples()}) if documents else []
