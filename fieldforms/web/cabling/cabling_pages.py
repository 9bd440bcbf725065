"""What the pages of ports and cables share: their addresses, the page of a schedule, and the warning of what does not fit."""

from flask import flash, request

from fieldforms.errors import NotFound
from fieldforms.store.register import clients
from fieldforms.web import inputs, page
from fieldforms.web.access import actor

PORT_RULE = f"/ports/<int(max={inputs.MOST_ID}):port_id>"
CONNECTION_RULE = f"/connections/<int(max={inputs.MOST_ID}):connection_id>"

CABLES_PER_PAGE = 100


def first_number() -> str:
    """The number behind which this page begins."""
    return request.args.get("after", "")[:40]


def client_seen(client_id: int):
    client = clients.get_client(actor().viewer, client_id)
    if client is None:
        raise NotFound
    return client


def warn_of_mismatches(found) -> None:
    """`found`: (sentence, what fills it) of what does not fit; it is kept all the same."""
    for sentence, values in found:
        flash(page.say(sentence, **values), "warning")
