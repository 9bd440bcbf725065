"""Documents: added, brought up to date, called otherwise, retired."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import IO

from fieldforms.errors import N_, NotFound
from fieldforms.flow import local_time
from fieldforms.flow.documents.document_columns import (
    ADDING_COLUMNS,
    CONFIGURATION,
    DOCUMENT_COLUMNS,
    VERSION_COLUMNS,
)
from fieldforms.flow.documents.document_targets import DocumentTarget
from fieldforms.flow.documents.file_checks import CheckedFile, check_document, stem_of_name
from fieldforms.flow.form_changes import Shown
from fieldforms.flow.jobs import jobs
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register import register_columns, register_rows
from fieldforms.flow.register.clients import CLIENT_READERS
from fieldforms.store import audit, clock
from fieldforms.store.database import one_at_a_time, transaction
from fieldforms.store.documents import document_search, documents
from fieldforms.store.files.arriving import ArrivingFile, keep_arrived, receive_file
from fieldforms.store.models import Client, Device, Document, DocumentVersion

DOCUMENT_READERS = CLIENT_READERS
DOCUMENT_KEEPERS = ("technician", "dispatcher", "supervisor")
DOCUMENT_RETIRERS = ("dispatcher", "supervisor")
INTERNAL_READERS = ("dispatcher", "supervisor", "manager", "admin")  # neither technicians nor the client

HEADINGS = (N_("这台设备的"), N_("这个型号的"), N_("这个房间的"), N_("这个客户的"))


def add_document(
    actor: Actor,
    target: DocumentTarget,
    given: Mapping[str, str],
    stream: IO[bytes],
    name: str,
    **own: str | bool,
) -> Document:
    """A document with its first file. Sent twice, it is added once.

    `given`: name of ADDING_COLUMNS → text as typed; `name`: of the file; `own`: which of the house's papers it is (`paper`),
    and whether it stays inside (`internal`). Raises Invalid, BadDocument,
    NotAllowed, NoRoom.
    """
    actor.needs(*DOCUMENT_KEEPERS)
    values = register_columns.read_columns(ADDING_COLUMNS, given)
    about = {column.name: values[column.name] for column in DOCUMENT_COLUMNS}
    with receive_file(stream) as arrived:
        checked = check_document(arrived, name, about["kind"])
        row = {**target.columns, **about, "title": about["title"] or stem_of_name(checked.name), **own}
        with transaction():
            one_at_a_time([f"document {arrived.digest}"])
            known = documents.document_sent_twice(row, arrived.digest)
            if known:
                return known
            document = documents.add_document(row, actor.user_id)
            keep_version(actor, document, 1, arrived, checked, values)
            audit.record_action(actor.user_id, "document.add", str(document.id), **target.form_values)
            return document


def keep_version(
    actor: Actor,
    document: Document,
    number: int,
    arrived: ArrivingFile,
    checked: CheckedFile,
    values: Mapping,
) -> DocumentVersion:
    """Call inside a transaction. Its words are read by a job: nobody waits for them."""
    file = keep_arrived(arrived, checked.media_type)
    dated_on = values["dated_on"] or (local_time.today() if document.kind == CONFIGURATION else "")
    version = documents.add_version(
        document, number, actor.user_id,
        {
            "edition": values["edition"], "dated_on": dated_on, "note": values.get("version_note", ""),
            "digest": file.digest, "name": checked.name, "media_type": checked.media_type,
            "size": arrived.size, "pages": checked.pages, "has_words": None if checked.pages else False,
        },
    )  # fmt: skip
    keep_title_words(document, version)
    if checked.pages:
        jobs.put_off("document_words", {"version": version.id}, key=str(version.id))
    return version


def keep_title_words(document: Document, version: DocumentVersion) -> None:
    """What the search finds a document by, beside its pages."""
    said = (document.title, document.note, version.edition, version.note, version.name)
    document_search.keep_page_text(version.id, 0, "\n".join(filter(None, said)))


def supersede_version(
    actor: Actor, document_id: int, given: Mapping[str, str], stream: IO[bytes], name: str
) -> DocumentVersion:
    """A new file takes the place of the newest, which stays. The same file sent twice is one. Raises as `add_document`."""
    document = document_to_change(actor, document_id)
    values = register_columns.read_columns(VERSION_COLUMNS, given)
    with receive_file(stream) as arrived:
        checked = check_document(arrived, name, document.kind)
        with transaction():
            one_at_a_time([f"versions of {document.id}"])
            newest = documents.versions_of_document(document.id)[0]
            if newest.digest == arrived.digest:
                return newest
            version = keep_version(actor, document, newest.number + 1, arrived, checked, values)
            documents.change_document(document, {"latest": version.number})
            audit.record_action(actor.user_id, "document.version", str(document.id), number=version.number)
            return version


def edit_document(actor: Actor, document_id: int, given: Mapping[str, str], shown: Shown = None) -> Document:
    """What it is called and said to be. Raises Invalid, NotFound, ChangedMeanwhile."""
    document = document_to_change(actor, document_id)
    values = register_columns.read_columns(DOCUMENT_COLUMNS, given)
    values["title"] = values["title"] or stem_of_name(document.newest.name)
    return register_rows.edit_row(
        actor, document, DOCUMENT_COLUMNS, values, shown, partial(write_document, document.newest)
    )


def write_document(newest: DocumentVersion, document: Document, values: dict) -> None:
    documents.change_document(document, values)
    for name, value in values.items():
        setattr(document, name, value)
    keep_title_words(document, newest)


def document_to_change(actor: Actor, document_id: int) -> Document:
    """One in use that the actor may change. Raises NotFound, NotAllowed."""
    actor.needs(*DOCUMENT_KEEPERS)
    document = documents.get_document(actor.viewer, document_id)
    if document is None or document.retired_at:
        raise NotFound
    return document


def document_to_retire(actor: Actor, document_id: int) -> Document:
    """As `document_to_change`, for who may take it away or bring it back."""
    actor.needs(*DOCUMENT_RETIRERS)
    document = documents.get_document(actor.viewer, document_id)
    if document is None:
        raise NotFound
    return document


def retire_document(actor: Actor, document_id: int) -> Document:
    """It is found only when asked for. Done twice, it is done once. Raises NotFound, NotAllowed."""
    document = document_to_retire(actor, document_id)
    with transaction():
        if not document.retired_at:
            documents.change_document(document, {"retired_at": clock.now(), "retired_by": actor.user_id})
            audit.record_action(actor.user_id, "document.retire", str(document.id))
    return document


def bring_document_back(actor: Actor, document_id: int) -> Document:
    """Raises NotFound, NotAllowed."""
    document = document_to_retire(actor, document_id)
    with transaction():
        if document.retired_at:
            documents.change_document(document, {"retired_at": None, "retired_by": None})
            audit.record_action(actor.user_id, "document.bring_back", str(document.id))
    return document


def reads_internal(actor: Actor) -> bool:
    """What the house keeps to itself (`Document.internal`, and what says so elsewhere)."""
    return actor.viewer.role in INTERNAL_READERS


def is_guarded(document: Document) -> bool:
    """Is it of a confidential room, or of a device that stands in one?"""
    room = document.room if document.room_id else standing_room(document)
    return bool(room and room.confidential)


def standing_room(document: Document):
    device = document.device if document.device_id else None
    return device.room if device and device.room_id else None


# What the pages of the register show


def documents_at_device(actor: Actor, device: Device) -> list[tuple[str, list[Document]]]:
    """(heading, documents): the device's own before its model's before its room's before its client's; without
    configurations of the device, which stand by themselves, and the house's papers about the client: at a rack manuals are
    looked for, not rules."""
    found = documents_about_device(actor, device)
    return grouped_documents([each for each in found if not is_paper_of_client(each)])


def documents_of_target(actor: Actor, **of: int) -> list[tuple[str, list[Document]]]:
    """As `documents_at_device`, of a model, a room or a client alone: `of_model`, `room`, `client` → id."""
    ids = (of.get(name, 0) for name in ("device", "of_model", "room", "client"))
    return grouped_documents(documents.documents_about(actor.viewer, *ids))


def count_documents_inside(actor: Actor, client: Client) -> int:
    """Of the client's rooms and devices, as far as this person may see them."""
    [(n,)] = documents.count_documents_inside(actor.viewer, client.id)
    return n


def documents_about_device(actor: Actor, device: Device) -> list[Document]:
    ids = (device.id, device.of_model_id or 0, device.room_id or 0, device.client_id)
    return documents.documents_about(actor.viewer, *ids)


def is_paper_of_client(document: Document) -> bool:
    """One that the house wrote about the whole client, also a report that became a confidential room's; a room's guides are no
    such."""
    return bool(document.paper) and (document.room_id is None or documents.tells_of_rooms(document))


def grouped_documents(found: Iterable[Document]) -> list[tuple[str, list[Document]]]:
    found = list(found)
    own = [each for each in found if each.device_id and each.kind != CONFIGURATION]
    of_model = [each for each in found if each.of_model_id]
    of_room = [each for each in found if each.room_id]
    of_client = [each for each in found if each.client_id and not each.room_id and not each.device_id]
    groups = zip(HEADINGS, (own, of_model, of_room, of_client), strict=True)
    return [(heading, rows) for heading, rows in groups if rows]


def configurations_at_device(actor: Actor, device: Device) -> list[Document]:
    """What was saved of a device, as far as this person may see it, each with its newest version."""
    found = documents_about_device(actor, device)
    saved = [each for each in found if each.device_id and each.kind == CONFIGURATION]
    return sorted(saved, key=lambda each: (each.newest.dated_on, each.newest.id), reverse=True)
