"""Documents as they are found: by what they are of, by kind, by their words."""

from dataclasses import dataclass

from peewee import JOIN, fn

from fieldforms.store import clock, repeats, scope
from fieldforms.store.filters import conditions_of_filters, filter_by, names_asked
from fieldforms.store.models import Client, Device, DeviceModel, Document, DocumentVersion, Room, User
from fieldforms.store.prepared import insert, one_of, prepared, update
from fieldforms.store.register.device_models import of_seen_model

StandingRoom = Room.alias("standing_room")  # in which the device of a document stands


@dataclass(frozen=True)
class DocumentFilters:
    """What the library is narrowed to. `before`: the id of the last document shown."""

    text: str = ""
    kind: str = filter_by(lambda kind: Document.kind == kind, "")
    client: int | None = filter_by(lambda client: Document.client == client)
    of_model: int | None = filter_by(lambda model: Document.of_model == model)
    retired: bool = filter_by(lambda _on: Document.retired_at.is_null(False), False)
    before: int | None = None


def in_scope(viewer: scope.Viewer):
    """Those of served clients, of the models that are seen, and the company's own; of a confidential room with the permission,
    or one's own. What is internal no technician sees."""
    if viewer.role not in scope.SEES_ASSIGNED | scope.SEES_EVERY_CLIENT:
        return scope.clients(viewer, Document.client)
    seen = Document.client.is_null() | scope.clients(viewer, Document.client)
    if viewer.role in scope.SEES_ASSIGNED:
        seen &= Document.of_model.is_null() | of_seen_model(viewer, Document.of_model)
        seen &= stays_not_inside()
    if viewer.confidential:
        return seen
    return seen & (is_unguarded() | (Document.created_by == scope.user_id_of(viewer)))


def stays_not_inside():
    """Not one of the house's own, which neither clients nor technicians read."""
    return Document.internal.is_null() | (Document.internal == False)


def is_unguarded():
    """Neither of a confidential room, nor of a device that stands in one."""
    guarded = Room.alias("guarded")
    rooms = guarded.select(guarded.id).where(guarded.confidential)
    devices = Device.select(Device.id).where(Device.room.in_(rooms))
    return (Document.room.is_null() | Document.room.not_in(rooms)) & (
        Document.device.is_null() | Document.device.not_in(devices)
    )


def select_documents():
    """With the version that counts, and what each is of."""
    return (
        Document.select(Document, DocumentVersion, DeviceModel, Client, Room, Device, StandingRoom, User)
        .join(
            DocumentVersion,
            on=(DocumentVersion.document == Document.id) & (DocumentVersion.number == Document.latest),
            attr="newest",
        )
        .join_from(Document, DeviceModel, JOIN.LEFT_OUTER)
        .join_from(Document, Client, JOIN.LEFT_OUTER)
        .join_from(Document, Room, JOIN.LEFT_OUTER, on=(Document.room == Room.id))
        .join_from(Document, Device, JOIN.LEFT_OUTER, on=(Document.device == Device.id))
        .join_from(Device, StandingRoom, JOIN.LEFT_OUTER, on=(Device.room == StandingRoom.id))
        .join_from(DocumentVersion, User, JOIN.LEFT_OUTER, on=(DocumentVersion.by == User.id))
    )


def get_document(viewer: scope.Viewer, document_id: int) -> Document | None:
    return next(iter(document_by_id(viewer, document_id)), None)


@scope.prepared_by_viewer
def document_by_id(viewer, document_id):
    return select_documents().where(Document.id == document_id, in_scope(viewer))


MOST_ABOUT = 60


@scope.prepared_by_viewer
def documents_about(viewer, device, of_model, room, client):
    """Of a device, its model, its room, its client; 0 for what there is none of. Newest first."""
    whole_client = (Document.client == client) & Document.room.is_null() & Document.device.is_null()
    about = (Document.device == device) | (Document.of_model == of_model) | (Document.room == room)
    query = select_documents().where(about | whole_client, Document.retired_at.is_null(), in_scope(viewer))
    return query.order_by(Document.id.desc()).limit(MOST_ABOUT)


@scope.prepared_by_viewer
def count_documents_inside(viewer, client):
    """[(n,)] of a client's rooms and devices."""
    inside = Document.room.is_null(False) | Document.device.is_null(False)
    here = (Document.client == client, inside, Document.retired_at.is_null(), in_scope(viewer))
    return Document.select(fn.COUNT(Document.id)).where(*here).tuples()


def size_of_client_documents(viewer: scope.Viewer, client: int) -> tuple[int, int]:
    """(how many, bytes of the versions that count): of the client, its rooms and its devices, without internal ones."""
    [(count, size)] = measured_documents(viewer, client)
    return count, size or 0


@scope.prepared_by_viewer
def measured_documents(viewer, client):
    counts = (DocumentVersion.document == Document.id) & (DocumentVersion.number == Document.latest)
    here = (Document.client == client, Document.retired_at.is_null(), stays_not_inside(), in_scope(viewer))
    query = Document.select(fn.COUNT(Document.id), fn.SUM(DocumentVersion.size))
    return query.join(DocumentVersion, on=counts).where(*here).tuples()


def newest_documents(viewer: scope.Viewer, filters: DocumentFilters, most: int) -> list[Document]:
    """Newest first."""
    asked = (*names_asked(filters), *(["before"] if filters.before else []))
    return documents_matching(
        viewer, filters.kind, filters.client, filters.of_model, filters.before, most, asked=asked
    )


@scope.prepared_by_viewer
def documents_matching(viewer, kind, client, of_model, before, most, *, asked):
    values = {"kind": kind, "client": client, "of_model": of_model, "before": before, "retired": True}
    filters = DocumentFilters(**{name: values[name] for name in asked})
    return narrow_documents(select_documents(), viewer, filters).limit(most)


def narrow_documents(query, viewer: scope.Viewer, filters: DocumentFilters):
    query = query.where(in_scope(viewer), *conditions_of_filters(viewer, filters))
    if not filters.retired:
        query = query.where(Document.retired_at.is_null())
    if filters.before:
        query = query.where(Document.id < filters.before)
    return query.order_by(Document.id.desc())


@scope.prepared_by_viewer
def with_document_ids(viewer, ids):
    return select_documents().where(one_of(Document.id, ids), in_scope(viewer))


@scope.prepared_by_viewer
def models_with_documents(viewer):
    query = DeviceModel.select().join(Document).where(Document.retired_at.is_null(), in_scope(viewer))
    return query.distinct().order_by(DeviceModel.brand, DeviceModel.name)


@prepared
def versions_of_document(document):
    """Newest first."""
    query = DocumentVersion.select(DocumentVersion, User).join(User, JOIN.LEFT_OUTER)
    return query.where(DocumentVersion.document == document).order_by(DocumentVersion.number.desc())


@prepared
def version_by_id(version):
    return (
        DocumentVersion.select(DocumentVersion, Document).join(Document).where(DocumentVersion.id == version)
    )


@prepared
def configurations_of_devices(devices, kind):
    """The versions of what was saved from devices, the newest first."""
    query = DocumentVersion.select(DocumentVersion, Document, Device).join(Document).join(Device)
    query = query.where(
        one_of(Document.device, devices), Document.kind == kind, Document.retired_at.is_null(), is_unguarded()
    )
    return query.order_by(DocumentVersion.dated_on.desc(), DocumentVersion.id.desc())


@scope.prepared_by_viewer
def versions_about_device(viewer, device, before, most, *, configuration):
    """What was put into the library of a device: of its configurations, or of all else. Newest first."""
    query = DocumentVersion.select(DocumentVersion, Document, User).join(Document)
    query = query.join_from(DocumentVersion, User, JOIN.LEFT_OUTER, on=(DocumentVersion.by == User.id))
    of_kind = Document.kind == "configuration" if configuration else Document.kind != "configuration"
    query = query.where(Document.device == device, DocumentVersion.at < before, of_kind, in_scope(viewer))
    return query.order_by(DocumentVersion.at.desc(), DocumentVersion.id.desc()).limit(most)


def add_document(values: dict, by: int | None) -> Document:
    return insert(Document, created_at=clock.now(), created_by=by, latest=1, **values)


@scope.prepared_by_viewer
def documents_written_for(viewer, client):
    """Those that the house wrote about a client, its rooms' too, with the version that counts."""
    query = select_documents().where(
        Document.client == client, Document.paper.is_null(False), in_scope(viewer)
    )
    return query.where(Document.retired_at.is_null()).order_by(Document.id)


REPORT = (
    "report"  # the kind of the house's papers about a client that tell of its rooms, whatever their text is
)


def tells_of_rooms(document: Document) -> bool:
    """Is it a paper about a client that becomes a room's when that is confidential? A room's own guides are no such."""
    return bool(document.paper and (document.kind == REPORT or document.tells_of_rooms))


def reports_of_client(client: int) -> list[Document]:
    """Those that the house wrote about it as a whole and that tell of rooms, retired ones too."""
    of_client = (Document.client == client, Document.room.is_null(), Document.device.is_null())
    return list(Document.select().where(*of_client, is_report()).order_by(Document.id))


def reports_about_device(device: Device) -> list[int]:
    """The ids of its client's that were issued since the register knows it."""
    since = DocumentVersion.select(DocumentVersion.document).where(DocumentVersion.at >= device.created_at)
    known = {id for (id,) in since.tuples()}
    return [each.id for each in reports_of_client(device.client_id) if each.id in known]


def documents_of_device(device: int) -> list[int]:
    """The ids of its own, retired ones too."""
    query = Document.select(Document.id).where(Document.device == device)
    return [id for (id,) in query.tuples()]


def reports_of_room(room: int) -> list[int]:
    """The ids of those that became a room's."""
    query = Document.select(Document.id).where(Document.room == room, is_report()).order_by(Document.id)
    return [id for (id,) in query.tuples()]


def documents_inside(room: int) -> list[int]:
    """The ids of a room's own and of those of the devices that stand there, retired ones too."""
    devices = Device.select(Device.id).where(Device.room == room)
    query = Document.select(Document.id).where((Document.room == room) | Document.device.in_(devices))
    return [id for (id,) in query.tuples()]


def is_report():
    return Document.paper.is_null(False) & ((Document.kind == REPORT) | Document.tells_of_rooms)


def give_to_room(ids: list[int], room: int) -> None:
    Document.update(room=room).where(Document.id.in_(ids)).execute()


def change_document(document: Document, values: dict) -> None:
    update(Document, document.id, **values)


def add_version(document: Document, number: int, by: int | None, values: dict) -> DocumentVersion:
    return insert(DocumentVersion, document=document.id, number=number, at=clock.now(), by=by, **values)


def note_words(version: DocumentVersion, has_words: bool) -> None:
    update(DocumentVersion, version.id, has_words=has_words)


def document_sent_twice(values: dict, digest: str) -> Document | None:
    """The very same, with the same file, made within the last minute."""
    with_file = DocumentVersion.select(DocumentVersion.document).where(DocumentVersion.digest == digest)
    return repeats.row_sent_twice(Document, values, Document.retired_at.is_null(), Document.id.in_(with_file))


@prepared
def confidential_rooms_of_files(digests):
    """The confidential rooms of which, or of whose devices, the library has a document with one of these files."""
    of = Document.select().join(DocumentVersion, on=(DocumentVersion.document == Document.id))
    held = of.where(one_of(DocumentVersion.digest, digests))
    inside = Device.select(Device.room).where(Device.id.in_(held.select(Document.device)))
    return Room.select().where(
        Room.confidential, Room.id.in_(held.select(Document.room)) | Room.id.in_(inside)
    )


def digests_of_documents() -> set[str]:
    """Of every file that a version names."""
    return {digest for (digest,) in DocumentVersion.select(DocumentVersion.digest).distinct().tuples()}
