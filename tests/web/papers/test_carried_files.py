"""A file of a confidential room makes the sheet confidential that carries it, whenever the room became so, whoever put it there."""

import io

from fieldforms.store.models import Device, Draft, Record, Room
from tests.web.documents.hands import added, manual
from tests.web.filling.hands import LISTS
from tests.web.hands import Form, errors
from tests.web.papers.hands import REPORT, issued_report, mark_room, send


def sealed_presentation(world, form: Form) -> str:
    """The number of the presentation that was begun, and is sealed only now."""
    known = Draft.get(Draft.uuid == form.url.split("/")[2]).answers
    body = form.body | known | {"presented_by": known["presented_by"]["id"]}
    checked = form.browser.post(form.url, data=body | {"then": "check", "attendees": "徐明"})
    assert checked.status_code == 303, errors(checked.text)
    return Form(form.browser, checked.location, "complete").post().location.split("/")[2]


def test_a_presentation_that_was_a_draft_when_the_room_became_confidential_is_sealed_as_that(world):
    issued_report(world)
    form = Form(world.browser("chen"), send(world, REPORT, "presentation", "chen").location)
    mark_room(world, world.office.room, True)
    number = sealed_presentation(world, form)
    assert Record.get(Record.number == number).confidential
    assert world.browser("sunmin").get(f"/records/{number}").status_code == 404
    assert world.browser("gao").get(f"/records/{number}").status_code == 200


def test_a_rooms_own_file_put_beside_a_sheet_by_hand_makes_it_confidential_too(world):
    room = Room.create(client=world.office.client, name="保密室")
    device = Device.create(
        client=world.office.client, room=room, name="主机", category="control", created_at=1
    )
    places = ({"room": room.id}, {"device": device.id})
    files = [manual(str(of)) for of in places]
    for of, held in zip(places, files, strict=True):
        added(world.browser("sunmin"), held, title="图纸", **of)
    Room.update(confidential=True).where(Room.id == room.id).execute()
    assert all(handed_over_with(world, held).confidential for held in files)
    assert not handed_over_with(world, manual("别的")).confidential


def test_a_sheet_that_carried_a_rooms_file_is_guarded_when_the_room_is(world):
    held = manual("图纸")
    added(world.browser("sunmin"), held, title="图纸", room=world.office.room.id)
    sheet = handed_over_with(world, held)
    assert not sheet.confidential
    mark_room(world, world.office.room, True)
    assert Record.get_by_id(sheet.id).confidential


def handed_over_with(world, body: bytes) -> Record:
    """Chen's list of what was handed over, with this PDF; it is about no room."""
    form = Form(world.browser("chen"), f"/forms/handover/new?client={world.office.client.id}&another=1")
    said = dict.fromkeys(LISTS, "missing") | {"manuals": "received", "handed_over_on": "2026-11-24"}
    file = {"manuals_document.file": (io.BytesIO(body), "手册.pdf")}
    checked = form.post(then="check", client_name="客户", **said, **file)
    assert checked.status_code == 303, errors(checked.text)
    return Record.get(
        Record.number == Form(form.browser, checked.location, "complete").post().location.split("/")[2]
    )
