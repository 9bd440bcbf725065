"""A device added where it stands: a blank label scanned, the nameplate photographed, its model chosen."""

import io

import pytest

from fieldforms.flow.filling import drafts
from fieldforms.flow.register.codes import make_blank
from fieldforms.flow.register.device_models import add_model
from fieldforms.store.models import Code, Device, Document, File, Room
from tests.people import csrf
from tests.web.documents.hands import picture


class AtTheRack:
    """Chen with a roll of blank labels."""

    def __init__(self, world):
        self.world, self.browser = world, world.browser("chen")

    def scan_blank(self) -> str:
        [code] = make_blank(self.world.actor("sunmin"), 1)
        assert self.browser.get(f"/d/{code}").status_code == 200
        return code

    def send(self, code: str, taken: bytes | None = None, **typed):
        form = self.browser.get(f"/devices/new?code={code}").text
        file = {"nameplate": (io.BytesIO(taken), "IMG_1.jpg")} if taken else {}
        said = {"csrf_token": csrf(form), "client": self.world.office.client.id, "code": code}
        return self.browser.post("/devices", data=said | {"uuid": drafts.new_uuid()} | typed | file)


@pytest.fixture
def rack(world):
    add_model(
        world.actor("sunmin"),
        {"brand": "Epson", "name": "CB-L630U", "category": "projector", "manufacturer": "爱普生"},
    )
    return AtTheRack(world)


def test_label_photo_and_model_are_enough(rack):
    code = rack.scan_blank()
    done = rack.send(code, picture(), name="投影机", model="cb l630u", serial="X1")
    assert done.status_code == 303 and done.location.endswith(f"/d/{code}")
    device = Device.get(Device.name == "投影机")
    assert (device.category, device.brand, device.manufacturer) == ("projector", "Epson", "爱普生")
    assert Code.get(Code.code == code).device == device
    plate = Document.get(Document.device == device)
    assert (plate.kind, plate.title) == ("nameplate", "铭牌")
    assert f"/documents/{plate.id}" in rack.browser.get(f"/devices/{device.id}").text


def test_a_refused_form_keeps_the_photo(rack):
    code = rack.scan_blank()
    uuid = drafts.new_uuid()
    refused = rack.send(code, picture(), uuid=uuid, model="CB-L630U")
    assert refused.status_code == 422 and f'src="/drafts/{uuid}/photos/' in refused.text
    photo = refused.text.partition('name="photo" value="')[2][:64]
    assert rack.browser.get(f"/drafts/{uuid}/photos/{photo}").status_code == 200
    assert rack.send(code, uuid=uuid, photo=photo, name="投影机", model="CB-L630U").status_code == 303
    assert Document.select().where(Document.kind == "nameplate").count() == 1


def test_a_photo_is_the_forms_own(rack):
    """Who knows a digest has not sent that photo."""
    uuid = drafts.new_uuid()
    photo = rack.send(rack.scan_blank(), picture(), uuid=uuid).text.partition('name="photo" value="')[2][:64]
    assert rack.send(rack.scan_blank(), photo=photo, name="别处", category="other").status_code == 303
    assert (
        rack.send(rack.scan_blank(), photo="../../x", uuid="../x", name="别处2", category="other").status_code
        == 303
    )
    assert not Document.select().exists()


def test_what_is_no_photo_is_refused_and_nothing_typed_is_lost(rack):
    code = rack.scan_blank()
    refused = rack.send(code, b"<svg/>", name="投影机", category="projector", serial="X-77")
    assert refused.status_code == 422 and 'id="e-nameplate"' in refused.text and "X-77" in refused.text
    assert not Device.select().where(Device.name == "投影机").exists()


def test_where_cameras_are_forbidden_no_photo_stays(rack):
    room = rack.world.office.room
    Room.update(no_cameras=True).where(Room.id == room.id).execute()
    code, said = rack.scan_blank(), {"name": "投影机", "category": "projector", "room": str(room.id)}
    refused = rack.send(code, picture(), **said)
    assert refused.status_code == 422 and "禁拍照" in refused.text and 'name="photo"' not in refused.text
    assert not Device.select().where(Device.name == "投影机").exists()
    assert not File.select().exists(), "also not for a moment"
    assert rack.send(code, **said).status_code == 303


def test_a_retake_that_is_no_photo_does_not_lose_the_one_before(rack):
    code, uuid = rack.scan_blank(), drafts.new_uuid()
    photo = rack.send(code, picture(), uuid=uuid).text.partition('name="photo" value="')[2][:64]
    refused = rack.send(code, b"<svg/>", uuid=uuid, photo=photo, name="投影机", category="projector")
    assert refused.status_code == 422 and f'name="photo" value="{photo}"' in refused.text


def test_sent_twice_it_is_one_device_and_one_photo(rack):
    code, said = rack.scan_blank(), {"name": "投影机", "category": "projector", "uuid": drafts.new_uuid()}
    for _ in range(2):
        assert rack.send(code, picture(), **said).status_code == 303
    assert Device.select().where(Device.name == "投影机").count() == 1 == Document.select().count()


def test_the_second_one_is_two_taps_and_a_number(rack):
    rack.send(
        rack.scan_blank(), picture(), name="话筒 1", model="CB-L630U", room=str(rack.world.office.room.id)
    )
    code = rack.scan_blank()
    page = rack.browser.get(f"/d/{code}").text
    like = Device.get(Device.name == "话筒 1").id
    assert f"/devices/new?code={code}&amp;like={like}" in page
    form = rack.browser.get(f"/devices/new?code={code}&like={like}").text
    assert (
        'value="话筒 2"' in form
        and 'value="CB-L630U"' in form
        and f'value="{rack.world.office.room.id}" selected' in form
    )
