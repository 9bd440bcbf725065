"""Drafts: starting, saving, seeing. One idempotent verb saves (design.md, "Saving")."""

import uuid as uuids

from fieldforms.errors import N_, BadPhoto, Completed, NotAllowed, NotFound, NotYourTurn, Stale
from fieldforms.flow import local_time
from fieldforms.flow.files import documents, file_digests, photos
from fieldforms.flow.filling import confidential_drafts
from fieldforms.flow.filling.draft_contexts import DraftContext
from fieldforms.flow.people.actors import SIGNERS, Actor
from fieldforms.flow.prefill import carried_answers, open_points, register_answers
from fieldforms.flow.record import folding, step_rights
from fieldforms.flow.register.clients import refuse_retired
from fieldforms.flow.seals import entry_seals
from fieldforms.forms.answers import AnswerMistake, problems_of_answers, relevant_answers
from fieldforms.forms.conditions import is_filled
from fieldforms.forms.definition import Field, Step
from fieldforms.forms.kinds import KINDS
from fieldforms.store import scope
from fieldforms.store.database import transaction
from fieldforms.store.files import files
from fieldforms.store.filling import drafts
from fieldforms.store.library import definitions
from fieldforms.store.models import Draft, Entry
from fieldforms.store.record import records
from fieldforms.store.register import clients, devices


def new_uuid() -> str:
    return str(uuids.uuid4())


def is_uuid(text: str) -> bool:
    try:
        return str(uuids.UUID(text)) == text.lower()
    except ValueError:
        return False


def is_new_name(uuid: str) -> bool:
    """May a new draft be called so?"""
    return is_uuid(uuid) and drafts.is_unknown_draft(uuid)


def start_draft(actor: Actor, key: str, origin: dict, uuid: str, record: str) -> DraftContext:
    """A new, unsaved draft of the form's first step, prefilled from the register.

    `origin`: {"device" | "room" | "client": id, "supersedes"?, "reason"?, "plan"?: id and "due"?: ISO day of the visit
    it was started from, "follows"?: number of the record that opens it, "blank"?: 1 for a page that a phone keeps: it reads
    no sheet}. Raises NotFound for what is out of scope, NotAllowed when the first step is not this person's, PlaceRetired.
    """
    prepared = prefill_draft(actor, key, origin, uuid, record)
    client = prepared.draft.client_id
    if not step_rights.may_begin(actor, prepared.definition, client):
        raise NotAllowed
    return prepared


def prefill_draft(actor: Actor, key: str, origin: dict, uuid: str, record: str) -> DraftContext:
    """As `start_draft`, for whoever sees the place: what is printed empty is begun by nobody."""
    row = definitions.current_version(key)
    if row is None:
        raise NotFound
    definition = definitions.read_definition(row)
    step = definition.steps[0]
    if actor.user is None and not definition.public:
        raise NotAllowed
    about = register_answers.origin_at(actor.user, **places_of_origin(actor, origin))
    refuse_retired(about.client, about.room)
    known = register_answers.prefilled_answers(definition, step, about)
    answers = register_answers.lasting_answers(definition, known) if origin.get("blank") else {
        **known,
        **open_points.starting_open_points(actor, definition, step, about),
        **carried_answers.answers_carried_over(actor.viewer, origin, definition, step),
    }  # fmt: skip
    draft = Draft(
        uuid=uuid, record=record, definition=row, step=step.name, author=actor.user_id,
        client=about.client, origin=origin, version=0, answers=answers,
    )  # fmt: skip
    return DraftContext(draft, definition, step, begun=False)


def places_of_origin(actor: Actor, origin: dict) -> dict:
    """The client, room and device an origin names, each in the actor's scope."""
    viewer = scope.SYSTEM if actor.way == "public" else actor.viewer
    getters = {"device": devices.get_device, "room": clients.get_room, "client": clients.get_client}
    found = {name: get(viewer, origin[name]) for name, get in getters.items() if origin.get(name)}
    if None in found.values():
        raise NotFound
    return found


PLACES_ALIKE = ("device", "room", "on_paper")


def open_drafts_alike(actor: Actor, key: str, origin: dict) -> list[Draft]:
    """Sheets of the form that this person has begun about the same device or room and not finished, newest first. What follows
    another sheet or corrects one is none of them."""
    if actor.user is None or origin.get("follows") or not (origin.get("device") or origin.get("room")):
        return []
    return [
        draft
        for draft in drafts.unsealed_of_form(actor.user, key)
        if all(draft.origin.get(name) == origin.get(name) for name in PLACES_ALIKE)
        and not (draft.origin.get("follows") or draft.origin.get("supersedes"))
    ]


def draft_to_fill(actor: Actor, uuid: str) -> DraftContext:
    """An open draft the actor may fill. Raises NotFound, or Completed when its step is sealed."""
    found = draft_reached(actor, uuid)
    if found.draft.completed_at:
        raise Completed
    return found


def draft_reached(actor: Actor, uuid: str) -> DraftContext:
    """A draft the actor may fill, completed or not: a repeated completion gets its answer again. Raises NotFound."""
    draft = drafts.get_draft(uuid)
    if draft is None:
        raise NotFound
    found = with_context(draft)
    if not may_fill(actor, found):
        raise NotFound
    return found


def with_context(draft: Draft) -> DraftContext:
    definition = definitions.read_definition(draft.definition)
    return DraftContext(draft, definition, definition.step(draft.step))


def may_fill(actor: Actor, found: DraftContext) -> bool:
    """One's own drafts, those that fell to the dispatcher, and the shared draft of a step that is one's turn on a record
    one may see.

    A client's draft is reached handed over or by its link only, and there by its uuid: staff may not read it.
    """
    draft, step = found.draft, found.step
    if step.by in SIGNERS or actor.way in ("handed_over", "link"):
        return step.by in SIGNERS and actor.extra.get("draft") == draft.uuid
    if actor.user is None:
        return step.by == "anyone" and draft.author_id is None and found.seen is None
    if found.seen is None:
        keeps = step_rights.keeps_draft(actor, draft, found.definition)
        return keeps and confidential_drafts.opens_to(found, actor.user)
    if not step_rights.may_fill_step(actor, found.seen, step, found.earlier):
        return False
    named = folding.assignee_of_step(found.definition, step, found.earlier) == actor.user.id
    return named or records.by_uuid(actor.viewer, draft.record) is not None


def save_draft(actor: Actor, new: DraftContext, answers: dict, version: int, editor: str) -> Draft:
    """Create or replace the draft's answers; the row as it now is.

    `new` is what `start_draft` or `working` gave. `version` is the one the editor last knew. Raises Stale when *another*
    editor wrote since (a lost reply is no conflict with oneself), Completed when the step is sealed.
    """
    may_send = not new.forbids_photos  # what is known of the room is known before anybody waits
    with transaction():
        row = drafts.for_writing(new.draft.uuid)
        answers = file_digests.answers_with_own_files(row or new.draft, answers, may_send)
        if row is None:
            made = insert_first_save(actor, new, answers, editor)
            if made:
                return made
            row = drafts.for_writing(new.draft.uuid)  # the same phone's other request was first
        if row is None or not is_same_draft(row, new, actor):
            raise NotFound
        if row.completed_at:
            raise Completed
        if row.version != version and row.editor != editor:
            raise Stale(row)
        if row.answers != answers or row.editor != editor or row.discarded_at:
            row.discarded_at = None
            drafts.save_draft(row, answers, editor)
        return row


def is_same_draft(row: Draft, new: DraftContext, actor: Actor) -> bool:
    """What was started anew under the name of a draft that is there already must be its author's own first save."""
    mine = new.draft.id is not None or row.author_id == actor.user_id
    return mine and (row.record, row.step) == (new.draft.record, new.step.name)


def insert_first_save(actor: Actor, new: DraftContext, answers: dict, editor: str) -> Draft | None:
    if records.first_entry_if_any(new.draft.record):
        raise NotYourTurn
    if is_begun_by_others(actor, new.draft.record):
        raise NotFound
    return drafts.create_once(
        uuid=new.draft.uuid, record=new.draft.record, definition=new.draft.definition_id, step=new.step.name,
        author=actor.user_id, client=new.draft.client_id, origin=new.draft.origin, answers=answers, editor=editor,
    )  # fmt: skip


def is_begun_by_others(actor: Actor, record: str) -> bool:
    """Has somebody begun the sheet with this uuid, of which nothing is sealed, and this person may not go on with it?"""
    begun = drafts.of_record(record)
    return bool(begun) and not any(may_fill(actor, with_context(row)) for row in begun)


NO_PHOTOS_HERE = N_("这里禁止拍照")


def keep_photo(actor: Actor, uuid: str, sent: str, body: bytes):
    """A photo for a draft, which may not be saved yet; the row of what was kept. Raises NotFound, BadPhoto.

    Of one that was never saved nobody knows where it is filled: what is kept then, no answer may name (`save_draft`).
    """
    found = check_may_send_files(actor, uuid)
    if found and found.forbids_photos:
        raise BadPhoto(why=NO_PHOTOS_HERE)
    return photos.keep_photo(uuid, sent, body)


def keep_document(actor: Actor, uuid: str, sent: str, body: bytes):
    """As `keep_photo`, a PDF."""
    check_may_send_files(actor, uuid)
    return documents.keep_document(uuid, sent, body)


def check_may_send_files(actor: Actor, uuid: str) -> DraftContext | None:
    """The draft, once it was saved, if this person may send files for it. Raises NotFound."""
    if drafts.get_draft(uuid) is not None:
        return draft_to_fill(actor, uuid)
    if actor.user is None:
        raise NotFound
    return None


def photo_of_draft(actor: Actor, uuid: str, digest: str) -> bytes:
    """A photo this draft names or received. Raises NotFound."""
    draft = drafts.get_draft(uuid)
    known = files.digests_of_draft(uuid)
    if draft is not None:
        known |= set(file_digests.digests_in(draft_to_fill(actor, uuid).draft.answers))
    body = files.read_file(digest) if digest in known else None
    if body is None:
        raise NotFound
    return body


def open_next_step(actor: Actor, seen: records.Seen, uuid: str = "") -> Draft:
    """The draft of the record's next step, made when there is none. Raises NotYourTurn."""
    fold = folding.fold_entries(seen.definition, seen.entries)
    if fold.turn is None or not (fold.turn.sections or fold.turn.sign):
        raise NotYourTurn  # at the end, or a following sheet completes the step
    existing = drafts.open_at(seen.row.uuid, fold.turn.name)
    if existing:
        return existing
    with transaction():
        entry_seals.lock_chain(seen.row.client_id)  # two taps at once: the second finds what the first made
        existing = drafts.open_at(seen.row.uuid, fold.turn.name)
        if existing:
            return existing
        now = records.record_in_full(seen.row.uuid)  # who waited for the lock may be too late
        if folding.fold_entries(now.definition, now.entries).turn != fold.turn:
            raise NotYourTurn
        return drafts.create_draft(**values_of_new_draft(actor, seen, fold.turn, uuid or new_uuid()))


NEW_DRAFT = 0  # the version of what is not begun yet


def next_draft(actor: Actor, seen: records.Seen, turn: Step, uuid: str = "") -> Draft:
    """The open draft of the record's next step, else a blank one as it would begin, under `uuid`. Nothing is stored."""
    existing = drafts.open_at(seen.row.uuid, turn.name)
    return existing or Draft(**values_of_new_draft(actor, seen, turn, uuid or new_uuid()), version=NEW_DRAFT)


def values_of_new_draft(actor: Actor, seen: records.Seen, turn: Step, uuid: str) -> dict:
    """A record's next step as its draft begins."""
    return {
        "uuid": uuid,
        "record": seen.row.uuid,
        "definition": seen.row.definition_id,
        "step": turn.name,
        "author": None if turn.by in SIGNERS else actor.user_id,
        "client": seen.row.client_id,
        "origin": {
            name: value for name, value in drafts.origin_of(seen.row.uuid).items() if name in ORIGIN_PLACES
        },
        "answers": starting_answers(actor, seen, turn),
    }


ORIGIN_PLACES = (
    "device",
    "room",
)  # where a later step is filled, too: what is forbidden there stays forbidden


def starting_answers(actor: Actor, seen: records.Seen, turn: Step) -> dict:
    """What a step's draft starts with: what it said before it was returned, else what the register knows."""
    said = [entry for entry in seen.entries if entry.step == turn.name and entry.outcome == folding.DONE]
    if said and turn.by not in SIGNERS:
        return {name: value for name, value in said[-1].answers.items() if value is not None}
    about = {"client": seen.row.client if seen.row.client_id else None}
    about["room"] = clients.get_room(scope.SYSTEM, seen.row.room_id) if seen.row.room_id else None
    device = next((id for (id,) in records.device_ids_of(seen.row.id)), None)
    about["device"] = devices.get_device(scope.SYSTEM, device) if device else None
    known = register_answers.prefilled_answers(
        seen.definition, turn, register_answers.origin_at(actor.user, **about)
    )
    return known | answers_taken_from(seen, turn)


def answers_taken_from(seen: records.Seen, turn: Step) -> dict:
    """What earlier steps said that questions of this one start with, as far as it is an answer to them."""
    said = folding.fold_entries(seen.definition, seen.entries).answers
    pairs = (
        (field, said.get(field.taken_from)) for field in seen.definition.fields_of(turn) if field.taken_from
    )
    return {field.name: value for field, value in pairs if is_choice(field, value)}


def is_choice(field: Field, value) -> bool:
    names = {choice.name for choice in KINDS[field.type].choices(field)}
    given = value if isinstance(value, list) else [value]
    return is_filled(value) and (not names or names.issuperset(given))


def answers_looked_up(found: DraftContext, answers: dict, actor: Actor) -> dict:
    """Answers that refer to the register, filled in from it."""
    viewer = scope.SYSTEM if actor.user is None else actor.viewer
    return register_answers.look_up_answers(
        found.definition, found.step, answers, viewer, found.draft.client_id
    )


def entry_of(uuid: str) -> Entry:
    """The entry a completed draft became. Raises NotFound."""
    entry = records.entry_of_draft(uuid)
    if entry is None:
        raise NotFound
    return entry


def answers_as_sealed(found: DraftContext, answers: dict, viewer) -> dict:
    """The answers as they would be sealed: looked up in the register, what is not relevant left out."""
    known = register_answers.look_up_answers(
        found.definition, found.step, answers, viewer, found.draft.client_id
    )
    return relevant_answers(found.definition, found.step, known, found.earlier)


def problems_of_step(found: DraftContext, answers: dict) -> list[AnswerMistake]:
    wrong = problems_of_answers(found.definition, found.step, answers, found.earlier, local_time.now())
    return [*wrong, *confidential_drafts.uncleared_assignees(found, answers)]


def discard_draft(actor: Actor, uuid: str) -> None:
    """Throw away one's own unfinished draft. Raises NotFound, Completed."""
    with transaction():
        found = draft_to_fill(actor, uuid)
        row = drafts.for_writing(uuid)
        if row is None or not step_rights.keeps_draft(actor, found.draft, found.definition):
            raise NotFound
        if row.completed_at:
            raise Completed
        drafts.discard_draft(row)
