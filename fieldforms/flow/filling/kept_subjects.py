"""What a page that a phone keeps is about, and what of it is open to a person now: by that the phone judges each page again,
whatever its address is (docs/offline.md).

Subjects are ids by their sort. "user": it is one's own business; "client", "room", "device"; "sheet": a number; "kin": of a sheet that this
one corrects or follows; "history": a device of which the page tells earlier sheets; "draft": a sheet that is to be filled under this
uuid: it stays only while that is so, whatever the first sort says.
"""

from collections.abc import Iterable

from fieldforms.flow.filling import confidential_drafts
from fieldforms.flow.filling.draft_contexts import DraftContext
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import row_devices
from fieldforms.store.models import Device
from fieldforms.store.register import kept_devices

Subjects = dict[str, list]


def subjects_of_device_page(device: Device, serves: bool) -> Subjects:
    """The first sort says why one may see it: one serves its client, or was sent to the device."""
    by_client = {"client": [device.client_id]} if serves else {}
    rooms = [device.room_id] if device.room_id else []
    return {**by_client, "device": [device.id], "history": [device.id], "room": rooms}


def subjects_of_draft(actor: Actor, found: DraftContext, answers: dict) -> Subjects:
    """The first sort says why one may fill it: a sheet that goes on is in scope, a new one is about a client whom one serves,
    or about none."""
    everything = {**found.earlier, **answers}
    rooms = {room.id for room in confidential_drafts.rooms_of_sheet(found, everything)}
    begun = {named.id for named in (found.device,) if named}
    about = begun | {device.id for device in row_devices.devices_named(found.definition, everything)}
    origin = found.draft.origin
    kin = [origin[name] for name in ("supersedes", "follows") if origin.get(name)]
    draft = [found.draft.uuid] if found.draft.id else []
    more = {"draft": draft, "kin": kin, "room": sorted(rooms), "device": sorted(about)}
    return first_subjects(actor, found) | more


def first_subjects(actor: Actor, found: DraftContext) -> Subjects:
    if found.seen:
        return {"sheet": [found.seen.row.number]}
    client = found.draft.client_id
    return {"client": [client]} if client else {"user": [actor.user_id]}


def open_subjects(actor: Actor) -> Subjects:
    """A page may stay while what its first sort names, and the draft, is among these."""
    viewer = actor.viewer
    return {
        "user": [actor.user_id],
        "client": first_columns(kept_devices.ids_of_served_clients(viewer)),
        "device": first_columns(kept_devices.ids_of_devices_sent_to(viewer)),
        "sheet": numbers_of_sheets(actor, confidential=False),
        "draft": first_columns(kept_devices.uuids_of_drafts_to_fill(viewer)),
    }


def closed_subjects(actor: Actor) -> Subjects:
    """A page that is about any of these goes: it is confidential, or tells of a confidential sheet."""
    viewer = actor.viewer
    return {
        "room": first_columns(kept_devices.ids_of_confidential_rooms(viewer)),
        "device": first_columns(kept_devices.ids_of_confidential_devices(viewer)),
        "history": first_columns(kept_devices.devices_with_confidential_records(viewer)),
        "kin": numbers_of_sheets(actor, confidential=True),
    }


def numbers_of_sheets(actor: Actor, confidential: bool) -> list[str]:
    """Numbers; of others than confidential ones those that are open."""
    found = kept_devices.sheets_open_or_confidential(actor.viewer)
    return sorted(number for number, secret in found if secret == confidential)


def first_columns(rows: Iterable) -> list:
    return sorted(first for (first,) in rows)
