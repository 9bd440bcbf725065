"""The addresses of single things, as their rules take them: a number that the database's integers can hold."""

from fieldforms.web import inputs

CLIENT_RULE = f"/clients/<int(max={inputs.MOST_ID}):client_id>"
DEVICE_RULE = f"/devices/<int(max={inputs.MOST_ID}):device_id>"
PART_RULE = f"/parts/<int(max={inputs.MOST_ID}):part_id>"
PLAN_RULE = f"/plans/<int(max={inputs.MOST_ID}):plan_id>"
MODEL_RULE = f"/models/<int(max={inputs.MOST_ID}):model_id>"

DEVICE_READERS = (
    "technician",
    "dispatcher",
    "supervisor",
    "manager",
    "admin",
)  # of the lists of devices and models
