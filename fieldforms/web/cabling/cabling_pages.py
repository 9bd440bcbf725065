"""What the pages of ports, cables and diagrams share: who reads them, and their addresses."""

from flask import flash

from fieldforms.web import inputs, page

CABLING_READERS = ("technician", "dispatcher", "supervisor", "manager", "admin")
PORT_RULE = f"/ports/<int(max={inputs.MOST_ID}):port_id>"
MODEL_RULE = f"/models/<int(max={inputs.MOST_ID}):model_id>"
CONNECTION_RULE = f"/connections/<int(max={inputs.MOST_ID}):connection_id>"


def warn_of_mismatches(found) -> None:
    """`found`: (sentence, what fills it) of what does not fit; it is kept all the same."""
    for sentence, values in found:
        flash(page.say(sentence, **values), "warning")
