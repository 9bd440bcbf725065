"""The addresses of single things, as their rules take them: a number that the database's integers can hold."""

from fieldforms.web import inputs

CLIENT_RULE = f"/clients/<int(max={inputs.MOST_ID}):client_id>"
DOCUMENT_RULE = f"/documents/<int(max={inputs.MOST_ID}):document_id>"
CONTACT_RULE = f"/contacts/<int(max={inputs.MOST_ID}):contact_id>"
DEVICE_RULE = f"/devices/<int(max={inputs.MOST_ID}):device_id>"
PART_RULE = f"/parts/<int(max={inputs.MOST_ID}):part_id>"
PLAN_RULE = f"/plans/<int(max={inputs.MOST_ID}):plan_id>"
ROOM_RULE = f"/rooms/<int(max={inputs.MOST_ID}):room_id>"
KNOWN_FAULT_RULE = f"/known-faults/<int(max={inputs.MOST_ID}):fault_id>"
MODEL_RULE = f"/models/<int(max={inputs.MOST_ID}):model_id>"
MAKER_RULE = f"/makers/<int(max={inputs.MOST_ID}):maker_id>"

DEVICE_READERS = (
    "technician",
    "dispatcher",
    "supervisor",
    "manager",
    "admin",
)  # of the lists of devices and models
