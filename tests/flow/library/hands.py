"""Form files."""

TINY = """
key = "tiny-visit"
number = "TV"
label = { zh = "来访", en = "Visit" }
starts_from = ["client"]

[[section]]
name = "visit"
label = { zh = "来访", en = "Visit" }

[[section.field]]
name = "visitor"
type = "text"
label = { zh = "来访人", en = "Visitor" }

[[step]]
name = "visit"
by = "technician"
label = { zh = "来访", en = "Visit" }
sections = ["visit"]
"""


SURVEY = (
    TINY
    + """
[[section.field]]
name = "found"
type = "repeat"
label = { zh = "设备", en = "Devices" }
from = "client.devices"

[[section.field.field]]
name = "called"
type = "text"
label = { zh = "名称", en = "Name" }
from = "device.name"

[[section.field.field]]
name = "seen"
type = "text"
label = { zh = "所见", en = "What was seen" }
from = "device.brand"

[[section]]
name = "register"
label = { zh = "登记", en = "Register" }

[[section.field]]
name = "registered"
type = "yes_no"
label = { zh = "已登记", en = "Registered" }

[[step]]
name = "registration"
by = "dispatcher"
label = { zh = "登记", en = "Register" }
sections = ["register"]
takes_over = { rows = "found" }
"""
)
FAULT = """
[[opens]]
form = "fault-report"
after = "visit"
label = { zh = "报修", en = "Report" }
"""
