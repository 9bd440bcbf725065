"""Rows of a client that Chen does not serve, and every input of a write in which somebody could name them."""

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from types import SimpleNamespace

from fieldforms.flow.completing import signature_requests
from fieldforms.flow.documents import documents
from fieldforms.flow.documents.document_targets import DocumentTarget
from fieldforms.flow.filling import drafts
from fieldforms.flow.stock import parts
from fieldforms.store import clock
from fieldforms.store.models import Device
from fieldforms.store.people import sessions
from fieldforms.store.register.device_models import add_model
from fieldforms.store.stages.stage_words import add_word
from tests import cables
from tests.web.documents.hands import picture


def rows_of_others(world) -> SimpleNamespace:
    """The university's, of each kind."""
    place, zhou, sun = world.university, world.actor("zhou"), world.actor("sunmin")
    waiting, signed = world.waiting_sheet("zhou", place), world.signed_sheet("zhou", place)
    model = add_model("/qsc", {"name": "qsc", "category": "amplifier"})
    Device.create(
        client=place.client, name="功放", category="amplifier", of_model=model, created_at=clock.now()
    )
    target = DocumentTarget(device=place.device)
    file = io.BytesIO(picture((60, 60)))
    return SimpleNamespace(
        place=place,
        model=model,
        waiting=waiting.number,
        signed=signed,
        signing=signature_requests.signer_draft(zhou, waiting.number)[1].uuid,
        draft=world.working_sheet("zhou", place),
        cable=cables.connected(place),
        part=parts.add_part(sun, {"name": "备用灯泡", "kind": "part", "owner": str(place.client.id)}),
        document=documents.add_document(zhou, target, {"kind": "drawing"}, file, "图.png"),
        word=add_word(place.client.id, "contract", None, {"state": "done", "words": "已签"}),
        phone=sessions.begin_session(world.users["zhou"], "手机", True, "")[0],
    )


@dataclass(frozen=True)
class Foreign:
    """`given`: what is typed or named in the address, of somebody else; `status`: how it is refused."""

    endpoint: str
    given: Callable
    status: int = 404
    login: str = "chen"
    about: Callable = field(default=lambda t: {})


def new_sheet(**given: Callable) -> Callable:
    """A sheet that is begun by its first save, with one hidden input of somebody else's."""

    def body(t) -> dict:
        own = {
            "definition": "service-contact",
            "record": drafts.new_uuid(),
            "version": "0",
            "editor": "tests",
        }
        return own | {name: of(t) for name, of in given.items()}

    return body


def anew(_targets) -> dict:
    return {"uuid": drafts.new_uuid()}


FOREIGN = {
    # What one's own does, to compare; of the rest the matrix says it.
    "one's own new sheet": Foreign(
        "drafts.save", new_sheet(device=lambda t: t.world.office.device.id), 303, about=anew
    ),
    "one's own sheet at which it was tried": Foreign(
        "likely_faults.note", lambda t: {"record": t.signed.record}, 303
    ),
    "a sheet that one fills, at which it was tried": Foreign(
        "likely_faults.note", lambda t: {"record": t.draft.record}, 303
    ),
    "a sheet that is not saved yet, at which it was tried": Foreign(
        "likely_faults.note", lambda t: {"record": drafts.new_uuid()}, 303
    ),
    "a label onto their device": Foreign("codes.bind", lambda t: {"device": t.others.place.device.id}),
    "a device of their client": Foreign("devices.create", lambda t: {"client": t.others.place.client.id}),
    "a new device in their room": Foreign("devices.create", lambda t: {"room": t.others.place.room.id}, 422),
    "a device into their room": Foreign("devices.change", lambda t: {"room": t.others.place.room.id}, 422),
    "their label on one's device": Foreign(
        "devices.label", lambda t: {"code": t.others.place.code.code}, 409
    ),
    "their device in its place": Foreign(
        "device_events.replace", lambda t: {"other": t.others.place.device.id}, 422
    ),
    "a document of their client": Foreign("documents.create", lambda t: {"client": t.others.place.client.id}),
    "a document of their room": Foreign(
        "documents.create", lambda t: {"client": "", "room": t.others.place.room.id}
    ),
    "a document of their device": Foreign(
        "documents.create", lambda t: {"client": "", "device": t.others.place.device.id}
    ),
    "a document of a model that only they have": Foreign(
        "documents.create", lambda t: {"client": "", "of_model": t.others.model.id}
    ),
    "their document of one's stage": Foreign(
        "deliverables.tell", lambda t: {"document": t.others.document.id}, 422
    ),
    "their sheet of one's stage": Foreign(
        "deliverables.tell", lambda t: {"record": t.others.signed.number}, 422
    ),
    "a cable to their device": Foreign("connections.create", lambda t: {"device": t.others.place.device.id}),
    "a cable to their port": Foreign("connections.create", lambda t: {"target": t.others.cable.target_id}),
    "ports as their device has them": Foreign(
        "ports.add_to_model", lambda t: {"device": t.others.place.device.id}
    ),
    "what lies at their place": Foreign(
        "stock.move", lambda t: {"source": f"client-{t.others.place.client.id}"}, 422
    ),
    "to their place": Foreign("stock.move", lambda t: {"target": f"client-{t.others.place.client.id}"}, 422),
    "for their sheet": Foreign("stock.move", lambda t: {"record": t.others.signed.number}, 422),
    "a fault tried at their sheet": Foreign(
        "likely_faults.note", lambda t: {"record": t.others.signed.record}
    ),
    "a fault tried at a sheet that they fill": Foreign(
        "likely_faults.note", lambda t: {"record": t.others.draft.record}
    ),
    "a known fault of a model that only they have": Foreign(
        "grown_faults.grow", lambda t: {"about": f"model-{t.others.model.id}"}, 422
    ),
    "a sheet of their client": Foreign(
        "drafts.save", new_sheet(client=lambda t: t.others.place.client.id), about=anew
    ),
    "a sheet of their room": Foreign(
        "drafts.save", new_sheet(room=lambda t: t.others.place.room.id), about=anew
    ),
    "a sheet of their device": Foreign(
        "drafts.save", new_sheet(device=lambda t: t.others.place.device.id), about=anew
    ),
    "a sheet that follows theirs": Foreign(
        "drafts.save", new_sheet(follows=lambda t: t.others.signed.number), about=anew
    ),
    "a sheet under the name of their sealed one": Foreign(
        "drafts.save", new_sheet(record=lambda t: t.others.signed.record), 409, about=anew
    ),
    "a sheet under the name of one that they fill": Foreign(
        "drafts.save", new_sheet(record=lambda t: t.others.draft.record), about=anew
    ),
    "their signer's page, not signed": Foreign("signatures.outcome", lambda t: {"draft": t.others.signing}),
    "their signer's page, on paper": Foreign(
        "signatures.record_paper", lambda t: {"draft": t.others.signing}
    ),
    "their draft in a short step": Foreign(
        "short_steps.complete", lambda t: {"draft": t.others.draft.uuid}, 409, "gao"
    ),
    "somebody else's deputy": Foreign(
        "deputies.end", lambda t: {}, 404, "admin", lambda t: {"id": t.world.users["wangjing"].id}
    ),
    "somebody else's saved view": Foreign(
        "saved_views.drop", lambda t: {}, 404, "gao", lambda t: {"id": t.views["sunmin"]}
    ),
    "somebody else's phone": Foreign(
        "people.revoke_phone", lambda t: {}, 404, "gao", lambda t: {"phone": t.others.phone.id}
    ),
    "one's own phone, of somebody else": Foreign(
        "accounts.revoke_phone", lambda t: {}, 404, "chen", lambda t: {"id": t.others.phone.id}
    ),
    "what was said of their stage": Foreign(
        "deliverables.take_back", lambda t: {}, 404, "gao", lambda t: {"word_id": t.others.word.id}
    ),
}
