"""What the pages of ports and cables share: their addresses, and the warning of what does not fit."""

from flask import flash

from fieldforms.web import inputs, page

PORT_RULE = f"/ports/<int(max={inputs.MOST_ID}):port_id>"
CONNECTION_RULE = f"/connections/<int(max={inputs.MOST_ID}):connection_id>"


def warn_of_mismatches(found) -> None:
    """`found`: (sentence, what fills it) of what does not fit; it is kept all the same."""
    for sentence, values in found:
        flash(page.say(sentence, **values), "warning")
