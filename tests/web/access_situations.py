"""Who reaches something by a link, by being named, or by clearance: what the letters of the matrix don't say."""

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.web.access_targets import CLEARED, COLLEAGUE, DEPUTY, ENGINEER

# Endpoint → link (tests/web/access_targets.py, links_of_all_kinds) → status; where it says nothing, there is nothing (404).
DEAD = (
    "signing, expired",
    "signing, taken back",
    "signing a list, taken back",
    "copy, expired",
    "copy of a list, expired",
)
GONE = dict.fromkeys(DEAD, 410)
COPIES = dict.fromkeys(("signing, used", "copy", "copy of another sheet", "copy of a list"), 200)
TO_SIGN = ("signing", "signing a list")
DEAD_INVITATIONS = {"invitation, used": 410, "invitation, expired": 410, "invitation, taken back": 410}
HELD = {
    "signatures.link": {**dict.fromkeys(TO_SIGN, 200), **COPIES, **GONE},
    "signatures.sign": {**dict.fromkeys(TO_SIGN, 303), "signing, used": 409, **GONE},
    "signatures.copy_document": {"signing a list": 200, "copy of a list": 200, **GONE},
    "signatures.copy_pdf": {**dict.fromkeys(TO_SIGN, 200), **COPIES, **GONE},
    "signatures.copy_photo": {"copy": 200, **GONE},
    "fault_reports.show": {"report": 200},
    "accounts.invitation": {"invitation": 200, **DEAD_INVITATIONS},
    "accounts.enrol": {"invitation": 303, **DEAD_INVITATIONS},
    "calendar_feeds.show": {"calendar": 200},
}


# Whose draft the phone was handed over with → endpoint → status, of what the client reaches there beside their page (`FENCED`).
HANDED: dict[str, tuple[Callable, dict[str, int]]] = {
    "a list to sign": (lambda t: t.list_to_sign, {"signatures.shown_document": 200}),
    "a sheet to sign": (lambda t: t.signing, {}),
    "a sheet just signed": (
        lambda t: t.pictured.draft,
        {"signatures.done": 200, "signatures.shown_document": 409},
    ),
}


@dataclass(frozen=True)
class Situation:
    """`about`: argument of a rule → what it is this time; `reached`: endpoint → status. 409: in sight, but not at this step."""

    login: str
    about: dict[str, Callable]
    reached: dict[str, int] = field(default_factory=dict)
    methods: tuple[str, ...] = ("GET", "POST")


def statuses(**endpoints: str) -> dict[str, int]:
    """200="records.show records.pdf" as endpoint → status."""
    return {each: int(status.strip("_")) for status, names in endpoints.items() for each in names.split()}


SHEET = {"number": lambda t: t.pictured.number, "uuid": lambda t: t.draft.uuid}
JOB = {"number": lambda t: t.job_sheet, "uuid": lambda t: t.job_draft}
SECRET = {
    "number": lambda t: t.secret,
    "uuid": lambda t: t.secret_draft,
    "document_id": lambda t: t.secret_document.id,
    "connection_id": lambda t: t.secret_cable.id,
    "port_id": lambda t: t.secret_cable.source_id,
}
SECRET_ROOM = {"room_id": lambda t: t.secret_room.id, "device_id": lambda t: t.secret_device.id}
REGISTER = """device_events.ask_replacement device_events.ask_retirement device_events.ask_state device_lives.index
devices.edit devices.show likely_faults.of_device rooms.edit rooms.show"""
CABLING = """cable_labels.of_device connections.begin diagram_places.show diagrams.file_of_device diagrams.file_of_room diagrams.of_device
diagrams.of_room ports.index ports.new room_papers.show"""

SITUATIONS = {
    "an engineer at the sheet for which they are sent": Situation(
        ENGINEER,
        JOB,
        statuses(
            _200="""drafts.ask_to_discard drafts.check drafts.show likely_faults.of_draft records.pdf records.show
            signatures.signature_awaited""",
            _302="signatures.choose",
            _201="photos.add",
            _303="""drafts.complete drafts.discard drafts.save records.step short_steps.complete
            signatures.revoke_links""",
            _409="""grown_faults.grow grown_faults.new phone_signatures.take signatures.hand_over
            signatures.make_link signatures.paper""",
        ),
    ),
    "the same engineer at other sheets": Situation(ENGINEER, SHEET),
    "a colleague of who has begun it": Situation(COLLEAGUE, {"uuid": lambda t: t.draft.uuid}),
    "who stands in for who approves": Situation(
        DEPUTY,
        {"number": lambda t: t.to_approve},
        statuses(
            _200="records.pdf records.show",
            _303="records.review records.step short_steps.complete",
            _409="aftercare.add aftercare.close aftercare.show assignments.assign assignments.show",
        ),
    ),
    "who stands in, at what waits for others": Situation(
        DEPUTY,
        {"number": lambda t: t.to_send},
        statuses(
            _200="records.pdf records.show",
            _303="records.review",
            _409="aftercare.add aftercare.close aftercare.show",
        ),
    ),
    "a supervisor who is not cleared": Situation("gao", SECRET),
    "a technician who is not cleared": Situation(COLLEAGUE, SECRET),
    "an administrator who is not cleared": Situation("admin", SECRET),
    "who is not cleared, in a confidential room": Situation(
        "gao", SECRET_ROOM, statuses(_200=f"{REGISTER} retirements.of_room"), ("GET",)
    ),
    "a technician who is not cleared, there": Situation(
        COLLEAGUE, SECRET_ROOM, statuses(_200=REGISTER), ("GET",)
    ),
    "who is cleared, there": Situation(
        CLEARED,
        SECRET_ROOM,
        statuses(
            _200=f"{REGISTER} {CABLING} retirements.of_room",
            _409="room_papers.emergency_manual room_papers.quick_guide",
        ),
        ("GET",),
    ),
    "who is cleared": Situation(
        CLEARED,
        SECRET,
        statuses(
            _200="""cable_labels.of_cable connections.new connections.removal connections.show document_files.picture
            document_files.save documents.edit documents.new_version documents.retirement documents.show grown_faults.new
            lifting.show ports.edit ports.removal records.pdf records.show signatures.signature_awaited""",
            _302="signatures.choose",
            _409="""assignments.show aftercare.show records.ask_to_end_unaccepted records.ask_to_recall
            records.cancellation records.follow_up signatures.paper""",
        ),
        ("GET",),
    ),
    "who is cleared, and goes on with it": Situation(
        CLEARED,
        {"number": lambda t: t.secret},
        statuses(
            _303="grown_faults.grow lifting.lift records.review signatures.revoke_links",
            _409="""assignments.assign aftercare.add aftercare.close records.cancel records.end_unaccepted records.recall
            records.settle_follow_up records.step signatures.hand_over signatures.make_link""",
        ),
        ("POST",),
    ),
}
