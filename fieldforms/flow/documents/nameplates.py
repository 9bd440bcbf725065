"""The photo of a nameplate: taken before anything is typed, it waits for its form, and hangs at the device as a document."""

import io
from collections.abc import Mapping

from fieldforms.errors import NoCamerasThere, NotFound
from fieldforms.flow.documents.document_columns import NAMEPLATE
from fieldforms.flow.documents.document_targets import DocumentTarget
from fieldforms.flow.documents.documents import add_document
from fieldforms.flow.files import photos
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register import devices
from fieldforms.flow.register.devices import DEVICE_KEEPERS
from fieldforms.store.database import transaction
from fieldforms.store.files import files
from fieldforms.store.filling import drafts
from fieldforms.store.models import Device
from fieldforms.store.register import clients


def keep_nameplate(actor: Actor, form: str, room: int, body: bytes) -> str:
    """Its digest, until the form is sent once more: a refused form loses no photo. `form`: the uuid that the form names;
    `room`: the id that it names, 0 for none.

    Raises BadPhoto, NoCamerasThere, NotFound, NotAllowed.
    """
    actor.needs(*DEVICE_KEEPERS)
    if not photos.may_be_taken_in(clients.get_room(actor.viewer, room)):
        raise NoCamerasThere
    if drafts.get_draft(form) is not None:
        raise NotFound
    return photos.keep_photo(form, files.digest_of(body), body).digest


def nameplate_kept(form: str, digest: str) -> str:
    """The digest, if this form has sent such a photo; else nothing."""
    return digest if files.belongs_to_draft(form, digest) else ""


def add_device_with_nameplate(
    actor: Actor, client_id: int, given: Mapping[str, str], code: str, digest: str, name: str
) -> Device:
    """As devices.add_device; `digest`: of a photo as `nameplate_kept`, `name`: what it is called as a file. All or nothing.

    Raises NoCamerasThere, and as devices.add_device does.
    """
    with transaction():
        device = devices.add_device(actor, client_id, given, code)
        body = files.read_file(digest) if digest else None
        if body is not None:
            if not photos.may_be_taken_in(device.room if device.room_id else None):
                raise NoCamerasThere
            add_document(actor, DocumentTarget(device=device), {"kind": NAMEPLATE}, io.BytesIO(body), name)
        return device
