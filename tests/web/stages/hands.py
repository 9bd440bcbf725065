"""Clients that are taken over: what is said of their stages, and the sheets that say it by themselves."""

import hashlib
import io
import re
from html import unescape

from fieldforms.flow.completing import completion, record_access
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.stages.progress import progress_of_client
from tests.forms.site_sheets import HANDED
from tests.people import STROKES, csrf, post_opened
from tests.web.documents.hands import manual
from tests.web.filling.hands import PDF
from tests.web.inbox.hands import complete_step


def text(response) -> str:
    return unescape(response.get_data(as_text=True))


def state(world, name: str, place=None) -> str:
    return progress_of_client((place or world.office).client.id).standing_by_name(name).state


def address(world, name: str = "", place=None) -> str:
    return f"/clients/{(place or world.office).client.id}/stages" + (f"/{name}" if name else "")


def tell(world, login: str, name: str, **typed):
    """The answer to the form of a deliverable, opened and sent."""
    return post_opened(world.browser(login), address(world, name), **typed)


def put(world, login: str, name: str, body: bytes | None = None, **typed):
    """A document straight from a deliverable."""
    browser, url = world.browser(login), address(world, name) + "/document"
    given = {"csrf_token": csrf(browser.get("/account").text), "kind": "drawing", "language": "zh", **typed}
    return browser.post(url, data={**given, "file": (io.BytesIO(body or manual()), "竣工图.pdf")})


def line(page: str, name: str) -> str:
    """What the page of stages says of a deliverable."""
    return re.search(rf'<li id="{name}">.*?</li>', page, re.DOTALL)[0]


def handed_over(world, **changes):
    """A hand-over sheet that is closed: its last entry."""
    begun = list_papers(world, **changes)
    sign_papers(world, begun.number)
    complete_step(
        world.actor("chen"), begun.record, {"receiver_signature": {"name": "陈志远", "typed": True}}
    )
    return complete_step(world.actor("sunmin"), begun.record, {"kept_at": "A-12"})


def list_papers(world, **changes):
    """The list, which waits for the client's signature."""
    chen, origin = world.actor("chen"), {"client": world.office.client.id}
    new = drafts.start_draft(chen, "handover", origin, drafts.new_uuid(), drafts.new_uuid())
    kept = drafts.keep_document(chen, new.draft.uuid, hashlib.sha256(PDF).hexdigest(), PDF).digest
    files = {name: [kept] for name in HANDED if name.endswith("_document")}
    draft = drafts.save_draft(chen, new, new.draft.answers | HANDED | files | changes, 0, "tests")
    return completion.complete(chen, draft.uuid, HandedIn(draft.answers)).entry


def sign_papers(world, number: str) -> None:
    draft = drafts.open_next_step(
        world.actor("chen"), record_access.record_by_number(world.actor("chen"), number)
    )
    signer = Actor(world.users["chen"], "handed_over", extra={"draft": draft.uuid})
    completion.complete(
        signer, draft.uuid, HandedIn({}, signer="徐明", strokes=STROKES, shown=shown(world, number))
    )


def shown(world, number: str) -> str:
    return record_access.record_by_number(world.actor("chen"), number).entries[-1].row.digest


def surveyed(world, room=None, **answers):
    """A survey that is closed."""
    chen, origin = world.actor("chen"), {"room": (room or world.office.room).id}
    new = drafts.start_draft(chen, "device-survey", origin, drafts.new_uuid(), drafts.new_uuid())
    given = new.draft.answers | answers
    row = drafts.save_draft(chen, new, given, 0, "tests")
    begun = completion.complete(chen, row.uuid, HandedIn(given)).entry
    return complete_step(world.actor("sunmin"), begun.record, {"taken_over": "yes"})
