"""The board as it reads, and faults as their people take them towards an end."""

import re

from fieldforms.flow.completing import completion, follow_on_sheets, signature_requests
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from tests.boards import goes_on, whole


def text(response) -> str:
    return response.get_data(as_text=True)


REPORT = {"symptom": "投影机没有图像", "urgency": "normal", "reporter": "徐明"}
LOOKED = {
    "lines_and_interfaces": "normal", "indicator_lights": "normal", "drivers_and_software": "normal",
    "fault_class": "power", "outcome": "engineer", "minutes": 15,
}  # fmt: skip
REPAIRED = {"repair_remedy": "更换电源板", "repair_minutes": 40, "repair_cost": "860.00"}
FINE = {"record_ok": "yes", "cost_ok": "yes"}
DISPUTED = FINE | {"cost_ok": "no", "cost_remark": "配件多算一个"}


def repaired(world, engineer="zhou") -> str:
    """An engineer was sent and has repaired it; it waits for Chen's review."""
    number = world.begun("chen", "fault-report", REPORT, device=world.office.device.id).number
    goes_on(world, number, "chen", LOOKED)
    sent = {"id": world.users[engineer].id, "name": world.users[engineer].name}
    goes_on(world, number, "sunmin", {"route": "engineer", "assigned_engineer": sent})
    return goes_on(world, number, engineer, REPAIRED)


def reviewed(world, answers=FINE, engineer="zhou") -> str:
    return goes_on(world, repaired(world, engineer), "chen", answers)


def accepting(world, number: str, outcome: str) -> str:
    """A contact sheet for the acceptance, which the client refuses, or is not there to sign."""
    chen = world.actor("chen")
    origin = follow_on_sheets.origin_of_follower(whole(number), "service-contact")
    new = drafts.start_draft(chen, "service-contact", origin, drafts.new_uuid(), drafts.new_uuid())
    given = world.working_sheet().answers
    draft = drafts.save_draft(chen, new, given | new.draft.answers | {"result": "completed"}, 0, "tests")
    sheet = completion.complete(chen, draft.uuid, HandedIn(draft.answers)).entry
    client = drafts.open_next_step(chen, whole(sheet.number))
    said = HandedIn({}, outcome=outcome, reason="出差了", shown=sheet.digest)
    signature_requests.end_unsigned(chen, sheet.number, client.uuid, said)
    return sheet.number


def hidden_value(page: str, name: str) -> str:
    return re.search(rf'name="{name}" value="([^"]+)"', page).group(1)


def filled(page: str, **changes) -> dict:
    """A stranger's report, as the page that was opened sends it."""
    form = {name: hidden_value(page, name) for name in ("csrf_token", "draft", "record")}
    return form | {"symptom": "投影机没有图像", "urgency": "urgent", "reporter": "王老师"} | changes
