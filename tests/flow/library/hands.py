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


FAULT = """
[[opens]]
form = "fault-report"
after = "visit"
label = { zh = "报修", en = "Report" }
"""
