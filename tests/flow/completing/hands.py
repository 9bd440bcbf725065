"""What tests of completing do again and again: sign, look, count."""

import hashlib
from functools import partial

from fieldforms.flow.completing import completion, signature_requests
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.flow.people.actors import Actor
from fieldforms.store import database, scope
from fieldforms.store.files import files
from fieldforms.store.models import Audit, Draft, Entry
from fieldforms.store.record import records
from tests.people import STROKES

ACCEPTED = {"accessories": "yes", "satisfaction": "satisfied"}
NOVEMBER = 1_795_500_600_000  # 2026-11-24 14:10 in Shanghai


def signer_of(world, entry, login="chen") -> tuple[Actor, Draft]:
    """The client with the technician's phone in hand, and the draft it reaches."""
    _seen, draft = signature_requests.signer_draft(world.actor(login), entry.number)
    return Actor(world.users[login], "handed_over", "203.0.113.7", extra={"draft": draft.uuid}), draft


def acceptance(entry, answers=ACCEPTED, **values) -> HandedIn:
    """What the client hands in; `entry` is the one that was shown."""
    return HandedIn(
        **{"answers": answers, "signer": "丁一", "strokes": STROKES, "shown": entry.digest, **values}
    )


def sign(world, entry, **values) -> Entry:
    signer, draft = signer_of(world, entry)
    return completion.complete(signer, draft.uuid, acceptance(entry, **values)).entry


def seen(number: str, viewer=scope.SYSTEM) -> records.Seen:
    return records.by_number(viewer, number)


def paper_photo(uuid: str, body: bytes = b"the signed paper") -> str:
    file = files.keep_file(body, "image/jpeg")
    files.note_upload(uuid, hashlib.sha256(body).hexdigest(), file)
    return file.digest


def lines() -> int:
    return Audit.select().count()


def signing(world, waiting):
    signer, draft = signer_of(world, waiting)
    return partial(completion.complete, signer, draft.uuid, acceptance(waiting))


def break_audit() -> None:
    """The next audit line cannot be written, as when the disk is full just there."""
    if database.dialect_of() == "sqlite":
        database.database.execute_sql(
            "CREATE TRIGGER no_audit BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no audit today'); END"
        )
        return
    database.database.execute_sql(
        "CREATE OR REPLACE FUNCTION no_audit() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'no audit today'; END $$"
    )
    database.database.execute_sql(
        "CREATE TRIGGER no_audit BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION no_audit()"
    )


def mend_audit() -> None:
    database.database.execute_sql(
        "DROP TRIGGER no_audit" + ("" if database.dialect_of() == "sqlite" else " ON audit")
    )


def sheet_of_steps(world, **answers) -> Entry:
    new = drafts.start_draft(
        world.actor("chen"), "steps", {"client": world.office.client.id}, drafts.new_uuid(), drafts.new_uuid()
    )
    row = drafts.save_draft(world.actor("chen"), new, answers, 0, "t")
    return completion.complete(world.actor("chen"), row.uuid, HandedIn(row.answers)).entry
