"""What waits for the person who opens it, line by line; how many there are, for the navigation."""

from flask import Blueprint

from fieldforms.flow.inbox import inbox_items
from fieldforms.web import page
from fieldforms.web.access import actor, signed_in

blueprint = Blueprint("inbox", __name__)


@blueprint.get("/turns")
@signed_in()
def count():
    """The number beside the navigation's first entry; nothing when nothing waits."""
    return page.render_block("inbox/home/count.html", "count", n=inbox_items.count_items(actor()))
