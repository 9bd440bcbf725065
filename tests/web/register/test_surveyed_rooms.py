"""A survey of a whole client, begun without a room: the devices in its rows make it confidential as if it had been begun there."""

from types import SimpleNamespace

import pytest

from fieldforms.cli import worker
from fieldforms.flow.errands.errands import ERRANDS
from fieldforms.flow.jobs import jobs
from fieldforms.store.models import Code, Device, Record, Room, User
from tests import cables
from tests.web.completing.hands import lift
from tests.web.hands import Form, Reader, errors
from tests.web.papers.hands import mark_room

SAID_BEFORE = "提交后整张单据涉密"
LABEL = "S0HP5M4E26"


@pytest.fixture
def vault(world):
    """A confidential room with a labelled device; Chen has no clearance, Gao has."""
    clear(world, "gao")
    room = Room.create(client=world.office.client, name="机要室", confidential=True)
    device = cables.add_device(world.office, "机要调音台", "mixer", room, serial="SN-7")
    Code.create(code=LABEL, device=device, made_at=1, bound_at=1)
    return SimpleNamespace(room=room, device=device)


def clear(world, login: str) -> None:
    User.update(confidential=True).where(User.login == login).execute()
    world.users[login] = User.get(User.login == login)


def checked_survey(world, login: str = "chen", **typed):
    """The page that is read once more: a survey of the whole client, as it is prefilled, with these answers."""
    browser = world.browser(login)
    page = browser.get(f"/forms/device-survey/new?client={world.office.client.id}&another=1").text
    action, body = next(form for form in Reader(page).forms if "client_name" in form[1])
    answer = browser.post(action, data=body | {"then": "check"} | typed)
    assert answer.status_code == 303, errors(answer.text)
    return Form(browser, answer.location, "complete")


def handed_in(form: Form) -> Record:
    return Record.get(Record.number == form.post().location.split("/")[2])


def test_who_lacks_the_clearance_begins_without_the_devices_of_confidential_rooms(world, vault):
    form = checked_survey(world)
    assert "机要调音台" not in form.page.text and world.office.device.name in form.page.text
    assert SAID_BEFORE not in form.page.text
    assert not handed_in(form).confidential


def test_who_has_it_is_told_before_that_the_sheet_will_be_confidential(world, vault):
    clear(world, "chen")
    form = checked_survey(world)
    assert "机要调音台" in form.page.text and SAID_BEFORE in form.page.text
    row = handed_in(form)
    assert row.confidential and row.room_id is None
    assert world.browser("sunmin").get(f"/records/{row.number}").status_code == 404
    assert world.browser("gao").get(f"/records/{row.number}").status_code == 200


NAMED_BY_HAND = (
    {"label_code": LABEL},
    {"label_code": f"https://example.org/d/{LABEL}"},
    {"label_code": "s0hp5-m4e26"},
    {"serial": "SN-7"},
)


@pytest.mark.parametrize("said", NAMED_BY_HAND)
def test_a_row_added_by_hand_is_the_device_that_its_label_or_serial_number_says(world, vault, said):
    row = {"device_name": "调音台", "category": "mixer"} | said
    form = checked_survey(world, **{f"surveyed_devices.1.{name}": text for name, text in row.items()})
    assert SAID_BEFORE in form.page.text and handed_in(form).confidential


def test_another_clients_number_makes_nothing_confidential(world, vault):
    Device.update(client=world.university.client).where(Device.id == vault.device.id).execute()
    Room.update(client=world.university.client).where(Room.id == vault.room.id).execute()
    row = {"device_name": "调音台", "category": "mixer", "serial": "SN-7"}
    form = checked_survey(world, **{f"surveyed_devices.1.{name}": text for name, text in row.items()})
    assert not handed_in(form).confidential


def test_a_room_that_becomes_confidential_takes_the_surveys_of_its_devices_with_it(world, vault):
    row = handed_in(checked_survey(world))
    mark_room(world, world.office.room, True)
    assert Record.get_by_id(row.id).confidential
    assert world.browser("sunmin").get(f"/records/{row.number}").status_code == 404


def sealed_before_rows_counted(world, vault) -> Record:
    """A survey that its rows did not guard when it was sealed, as versions of before sealed them."""
    Room.update(confidential=False).where(Room.id == vault.room.id).execute()
    row = handed_in(checked_survey(world))
    Room.update(confidential=True).where(Room.id == vault.room.id).execute()
    return row


def lift_again(world, row: Record) -> None:
    assert lift(world.browser("gao"), f"/records/{row.number}", reason="已核实").status_code == 303


def start_again() -> None:
    jobs.schedule_errands(ERRANDS)
    worker.work_off_due_jobs()


def test_a_survey_of_before_the_rule_is_guarded_once_after_the_upgrade(world, vault):
    row = sealed_before_rows_counted(world, vault)
    assert world.browser("sunmin").get(f"/records/{row.number}").status_code == 200
    start_again()
    assert Record.get_by_id(row.id).confidential
    assert world.browser("sunmin").get(f"/records/{row.number}").status_code == 404
    assert "属于涉密房间" in world.browser("gao").get(f"/records/{row.number}").text
    lift_again(world, row)
    start_again()
    assert world.browser("sunmin").get(f"/records/{row.number}").status_code == 200


def test_a_survey_that_somebody_lifted_stays_so_when_the_program_is_upgraded(world, vault):
    row = sealed_before_rows_counted(world, vault)
    mark_room(world, world.office.room, True)
    lift_again(world, row)
    start_again()
    assert not Record.get_by_id(row.id).confidential
