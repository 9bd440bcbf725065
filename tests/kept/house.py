"""What the acts of people.py are made of: filling, signing and reporting through the program's own verbs."""

import io
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from PIL import Image, ImageDraw

from fieldforms.flow.completing import completion, record_access, signature_requests
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.faults import fault_reports
from fieldforms.flow.filling import drafts
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import folding
from fieldforms.store import clock, scope
from fieldforms.store.models import Device, Entry
from fieldforms.store.record import records
from tests.people import STROKES, World

MORNING = int(datetime(2026, 11, 24, 1, tzinfo=UTC).timestamp() * 1000)  # nine o'clock in Shanghai
HERE = "203.0.113.9"


@dataclass
class House:
    """`ways`: what else a person would know (addresses, tokens), for the tests to come back with."""

    world: World
    now: int = MORNING
    ways: dict = field(default_factory=dict)

    def live(self, acts: Iterable[Callable[["House"], None]]) -> None:
        for act in acts:
            self.now += clock.MINUTE
            with clock.pretend_now(self.now):
                act(self)

    # What the acts are made of

    def actor(self, login: str) -> Actor:
        return self.world.actor(login)

    def fill(self, login: str, form: str, answers: dict, number: str = "", **origin) -> Entry:
        """One step, begun (`form`) or gone on with (`number`), filled and sealed."""
        actor = self.actor(login)
        if number:
            row = drafts.open_next_step(actor, record_access.record_by_number(actor, number))
            found = drafts.draft_to_fill(actor, row.uuid)
        else:
            found = drafts.start_draft(actor, form, origin, drafts.new_uuid(), drafts.new_uuid())
        given = drafts.answers_looked_up(found, {**found.draft.answers, **answers}, actor)
        row = drafts.save_draft(actor, found, given, found.draft.version, "kept")
        return completion.complete(actor, row.uuid, HandedIn(row.answers)).entry

    def sign(self, entry: Entry, answers: dict | None = None, **said) -> Entry:
        """The client's step on the technician's phone."""
        _seen, draft = signature_requests.signer_draft(self.actor("chen"), entry.number)
        signer = Actor(self.world.users["chen"], "handed_over", HERE, extra={"draft": draft.uuid})
        ink = {} if "outcome" in said else {"signer": "丁一", "strokes": STROKES}
        given = HandedIn(
            answers or {}, shown=newest(entry.number).digest, phone_at=clock.now(), **ink, **said
        )
        who = self.actor("chen") if said.get("outcome") in folding.UNSIGNED else signer
        return completion.complete(who, draft.uuid, given).entry

    def report_fault(self, device: Device, words: str) -> str:
        """By a stranger who scanned its label: the sheet's number."""
        given = {"symptom": words, "urgency": "urgent"}
        given = fault_reports.answers_known_at_device(fault_reports.public_form(), device) | given
        uuids = drafts.new_uuid(), drafts.new_uuid()
        entry, _token = fault_reports.hand_in(Actor(None, "public", HERE), device, *uuids, given, "zh")
        return entry.number

    def contact(self, **changes) -> Entry:
        """A contact sheet of the government office, with its work sealed."""
        return self.world.waiting_sheet(**changes)


def newest(number: str) -> Entry:
    return records.by_number(scope.SYSTEM, number).entries[-1].row


def picture(words: str, side: int = 80) -> bytes:
    """A photo as a phone sends it, the same in every run. From 300 pixels on it is kept as a file beside the database."""
    noise = random.Random(words).randbytes(side * side * 3)
    image = Image.frombytes("RGB", (side, side), noise)
    ImageDraw.Draw(image).text((10, 10), words, fill="white")
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
