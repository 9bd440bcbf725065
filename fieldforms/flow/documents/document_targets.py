"""What a document is of: a model, a device, a room, a client, or the company."""

from collections.abc import Mapping
from dataclasses import dataclass

from fieldforms.errors import NotFound
from fieldforms.flow.people.actors import Actor
from fieldforms.store.models import Client, Device, DeviceModel, Document, Room
from fieldforms.store.register import clients, device_models, devices

TARGETS = ("device", "of_model", "room", "client")  # the names of what a form or an address says


@dataclass(frozen=True)
class DocumentTarget:
    """One of them, or none for the company's own."""

    device: Device | None = None
    of_model: DeviceModel | None = None
    room: Room | None = None
    client: Client | None = None

    @property
    def columns(self) -> dict[str, int | None]:
        """As the row of a document says it: of a device or room also whose it is."""
        owner = self.device or self.room
        client = owner.client_id if owner else self.client and self.client.id
        return {
            "device": self.device and self.device.id,
            "of_model": self.of_model and self.of_model.id,
            "room": self.room and self.room.id,
            "client": client,
        }

    @property
    def form_values(self) -> dict[str, int]:
        """As a form or an address says it."""
        return {name: row.id for name in TARGETS if (row := getattr(self, name))}


def target_of_values(actor: Actor, given: Mapping[str, int | None]) -> DocumentTarget:
    """What is named, in the actor's scope. `given`: name of TARGETS → id. Raises NotFound, also for more than one."""
    named = {name: id for name in TARGETS if (id := given.get(name)) is not None}
    if len(named) > 1:
        raise NotFound
    found = {name: FETCH[name](actor.viewer, id) for name, id in named.items()}
    if None in found.values():
        raise NotFound
    return DocumentTarget(**found)


FETCH = {
    "device": devices.get_device,
    "of_model": device_models.model_seen,
    "room": clients.get_room,
    "client": clients.get_client,
}


def target_of_document(document: Document) -> DocumentTarget:
    """Nothing more is asked for: a device or room of the document knows its client, too."""
    for owner in (
        document.device if document.device_id else None,
        document.room if document.room_id else None,
    ):
        if owner:
            owner.client = document.client
    if document.device_id:
        return DocumentTarget(device=document.device)
    if document.room_id:
        return DocumentTarget(room=document.room)
    if document.client_id:
        return DocumentTarget(client=document.client)
    return DocumentTarget(of_model=document.of_model) if document.of_model_id else DocumentTarget()
