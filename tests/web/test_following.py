"""A sheet that follows another is about the same place, whatever its body says; its page offers it once."""

from fieldforms.flow import drafts
from fieldforms.store import clock
from fieldforms.store.models import Assignment, Draft
from tests.people import csrf
from tests.web.filling import Form, contact_body
from tests.web.test_home import fault


def checked(world) -> str:
    """A fault solved on site that waits for its acceptance: its number."""
    number = fault(world, world.office).number
    chen = world.browser("chen")
    token = csrf(chen.get(f"/records/{number}").text)
    form = Form(chen, chen.post(f"/records/{number}/step", data={"csrf_token": token}).location)
    form.post(then="check", lines_and_interfaces="normal", indicator_lights="normal", drivers_and_software="normal",
        outcome="solved", fault_class="lines", remedy="重新压接", minutes="20")  # fmt: skip
    Form(chen, form.url + "/check", "complete").post()
    return number


def test_a_body_cannot_take_a_following_sheet_to_another_client(world):
    number = checked(world)
    Assignment.create(user=world.users["chen"], client=world.university.client, since=clock.now())
    chen = world.browser("chen")
    form = Form(chen, f"/forms/service-contact/new?follows={number}")
    form.post(**contact_body(world.office) | {"device": str(world.university.device.id)})
    draft = Draft.get(Draft.uuid == form.url.split("/")[2])
    assert draft.client_id == world.office.client.id
    assert draft.origin == {"device": world.office.device.id, "follows": number}


def test_a_form_that_nothing_opens_from_there_is_not_found(world):
    number = checked(world)
    assert world.browser("chen").get(f"/forms/startup-check/new?follows={number}").status_code == 404
    assert world.browser("zhou").get(f"/forms/service-contact/new?follows={number}").status_code == 404


def test_a_begun_sheet_is_gone_on_with(world):
    number = checked(world)
    chen = world.browser("chen")
    address = f"/forms/service-contact/new?follows={number}"
    assert address in chen.get(f"/records/{number}").text
    form = Form(chen, address)
    form.post(**contact_body(world.office))
    assert chen.get(address).location == form.url
    assert drafts.drafts.get(form.url.split("/")[2]) is not None


def test_who_erases_is_led_to_the_sheets_that_may_say_the_same(world):
    number = checked(world)
    sheet = Form(world.browser("chen"), f"/forms/service-contact/new?follows={number}")
    checked_at = sheet.post(then="check", **contact_body(world.office)).location
    contact = Form(sheet.browser, checked_at, "complete").post().location.split("/")[2]
    admin = world.browser("admin")
    assert f"/records/{contact}/erasure" in admin.get(f"/records/{number}/erasure").text
    assert f"/records/{number}/erasure" in admin.get(f"/records/{contact}/erasure").text
