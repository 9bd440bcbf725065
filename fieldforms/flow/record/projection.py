"""The projection: what lists, filters, search and statistics read. Thrown away and rebuilt from the entries at will."""

from collections.abc import Sequence

from fieldforms import config, i18n
from fieldforms.flow import local_time
from fieldforms.flow.record import part_requests
from fieldforms.flow.record.folding import MERGED, Fold, assignee_of_step, fold
from fieldforms.forms import conditions
from fieldforms.forms.definition import Definition
from fieldforms.forms.kinds import KINDS
from fieldforms.store import scope, search
from fieldforms.store.database import transaction
from fieldforms.store.library import definitions
from fieldforms.store.models import Record, Whereabouts
from fieldforms.store.record import guards, lists, ratings, records, whereabouts
from fieldforms.store.register import devices
from fieldforms.store.stock import reservations


def project_record(
    record: str, known: Sequence[records.Sealed] = (), standing: Record | None = None
) -> Record:
    """Make the record's row, devices, index and rating anew from its entries. Call inside a transaction.

    `known`: all its entries, whole, and `standing`: its row, whole, when the transaction has read them already.
    """
    first = known[0].row if known else records.first_entry(record)
    version = definitions.row(first.definition_id)
    definition = definitions.read(version)
    entries = known or records.entries(record, scope.SYSTEM, definition)
    folded = fold(definition, entries)
    kept = whereabouts.rows_of_record(record)
    about = devices_about(definition, folded, kept)
    values = values_of_row(definition, entries, folded, about, kept)
    standing = standing or records.projection_row.first(record)
    rated_in = standing.rating_month if standing else ""
    projected = records.write_projection(values, list(about), standing)
    projected.definition = version
    if any(step.moves for step in definition.steps):
        reservations.put(projected, part_requests.parts_still_to_take(definition, folded, projected))
    search.index(projected.id, *texts_to_index(definition, folded, values, entries))
    if values["supersedes"] and folded.state != "cancelled":
        records.mark_superseded(values["supersedes"], values["number"])
    reasons = standing_answer(definition, folded, "dissatisfaction_reasons") or []
    ratings.put(projected, rated_in, signing_month(folded), reasons)
    if values["supersedes"] and folded.state == "cancelled":
        for restored in records.unmark_superseded(values["supersedes"], values["number"]):
            project_record(
                restored
            )  # a correction that was cancelled corrects nothing: the old rating counts again
    return projected


def values_of_row(
    definition: Definition, entries, folded: Fold, about: dict[int, str], kept: Sequence[Whereabouts]
) -> dict:
    """By column. Of places and names what was kept when it was sealed (flow/record/confidentiality.py), not today's register."""
    first, last = entries[0], entries[-1]
    turn = folded.turn
    filled = serviced_by(definition, entries)
    rating = standing_answer(definition, folded, "satisfaction") or ""
    stood = standing_in(about, kept)
    return {
        "uuid": first.row.record,
        "number": first.row.number,
        "key": definition.key,
        "definition": first.row.definition_id,
        "client": first.row.client_id,
        "client_name": client_name(kept) or meaning_in_words(definition, folded, "client_name")[:250],
        "room": stood.room_id if stood else None,
        "place": stood.place if stood else "",
        "device_names": "、".join(about.values())[:250],
        "technician": filled.row.actor_id,
        "opened_by": first.row.actor_id,
        "technician_name": filled.row.actor.name if filled.row.actor_id else "",
        "summary": summary_in_words(definition, folded),
        "opened_at": first.row.sealed_at,
        "dated_at": dated_at(definition, folded, first),
        "updated_at": last.row.sealed_at,
        "closed_at": last.row.sealed_at if folded.state != "open" else None,
        "state": folded.state,
        "next_step": turn.name if turn else "",
        "next_by": turn.by if turn else "",
        "assignee": assignee_named(definition, folded),
        "outcome": folded.signed.outcome if folded.signed else "",
        "unsigned": folded.state != "cancelled" and folded.unsigned,
        "result": result_of_record(definition, folded),
        "satisfaction": rating,
        "rating_month": signing_month(folded) if rating else "",
        "confidential": guards.is_confidential(first.row.record),
        "personal": definition.personal,
        "urgency": told_answer(definition, folded, "urgency") or "",
        "due_on": due_on(definition, folded) if turn else "",
        "follow_up_on": follow_up_on(definition, folded),
        "follows": first.payload.get("follows", ""),
        "open_points": told_answer(definition, folded, "open_points") or "",
        "supersedes": first.payload.get("supersedes", ""),
    }


def dated_at(definition: Definition, folded: Fold, first: records.Sealed) -> int:
    """UTC ms of when the work was done, by which lists, reports and visits go: as the sheet says it.

    Without a word a correction has the day of what it corrects, and any other sheet that of its sealing.
    """
    given = folded.told_answers.get(definition.dating_field)
    said = work_moment(given, first.row.sealed_at) if isinstance(given, str) else 0
    return said or records.dated_at(first.payload.get("supersedes", "")) or first.row.sealed_at


def work_moment(given: str, sealed_at: int) -> int:
    """UTC ms of an answered minute or day, 0 when it is neither. A day alone that is the day of sealing has its clock, too:
    among the sheets of one day the order stays."""
    return sealed_at if given == local_time.day_of(sealed_at) else local_time.utc_ms_of(given)


def follow_up_on(definition: Definition, folded: Fold) -> str:
    """An ISO day. While the sheet is open it waits as itself."""
    return (standing_answer(definition, folded, "follow_up_date") or "") if folded.state == "closed" else ""


RESULTS = ("result", "decision", "outcome")  # meanings whose answer the projection keeps as the result


def result_of_record(definition: Definition, folded: Fold) -> str:
    return next((given for means in RESULTS if (given := standing_answer(definition, folded, means))), "")


def due_on(definition: Definition, folded: Fold) -> str:
    """The day something is to be back, answered or done."""
    day = told_answer(definition, folded, "due")
    return day[:10] if isinstance(day, str) else ""


SERVICE = ("technician", "assignee")


def serviced_by(definition: Definition, entries):
    """The last entry of a step that serves, by whoever has an account; else the first entry.

    Whoever decides on a sheet serves nobody: a sheet without a serving step, and one about its own person
    (`personal`), stays with whoever began it.
    """
    bys = {step.name: step.by for step in definition.steps}
    filled = [entry for entry in entries if entry.row.actor_id and entry.answers]
    serving = [entry for entry in filled if bys[entry.step] in SERVICE]
    return serving[-1] if serving and not definition.personal else (filled or entries)[0]


def assignee_named(definition: Definition, folded: Fold) -> int | None:
    """Who is named by an answer to do a step."""
    people = [assignee_of_step(definition, step, folded.answers) for step in definition.steps]
    return next((person for person in people if person), None)


def devices_about(definition: Definition, folded: Fold, kept: Sequence[Whereabouts]) -> dict[int, str]:
    """Id → name: the devices that the answers name; of a form that asks for none, the one it was begun at."""
    if not definition.meanings.get("devices"):
        return {row.device_id: row.device_name for row in kept if row.device_id}
    given = {
        device["code"]: device.get("name", "") for device in told_answer(definition, folded, "devices") or []
    }
    known = devices.by_codes(scope.SYSTEM, list(given), worn_only=False)
    return {known[code].id: name or known[code].name for code, name in given.items() if code in known}


def standing_in(about: dict[int, str], kept: Sequence[Whereabouts]) -> Whereabouts | None:
    """Where it was when it was sealed: the first of its devices that stood in a room, else the room it was begun in."""
    stood = {row.device_id: row for row in kept if row.device_id}
    begun = [row for row in kept if not row.device_id]
    rows = [*(stood[device] for device in about if device in stood), *begun]
    return next((row for row in rows if row.room_id), None)


def client_name(kept: Sequence[Whereabouts]) -> str:
    return next((row.client_name for row in kept if row.client_name), "")


def standing_answer(definition: Definition, folded: Fold, means: str):
    """The last given answer that stands among the fields that mean this."""
    return last_given_answer(definition, folded.answers, means)


def told_answer(definition: Definition, folded: Fold, means: str):
    """As `meant`; what went back counts until it is said anew (`Fold.told_answers`)."""
    return last_given_answer(definition, folded.told_answers, means)


def last_given_answer(definition: Definition, answers: dict, means: str):
    values = [answers.get(field.name) for field in definition.meanings.get(means, ())]
    return next((value for value in reversed(values) if conditions.is_filled(value)), None)


def meaning_in_words(definition: Definition, folded: Fold, means: str, lang: str = "zh") -> str:
    field = definition.meaning(means)
    value = folded.told_answers.get(field.name) if field else None
    return KINDS[field.type].text(value, field, lang) if field and conditions.is_filled(value) else ""


def summary_in_words(definition: Definition, folded: Fold) -> str:
    """One line about the sheet: what was asked, found or done."""
    for means in ("request", "symptom", "summary"):
        text = meaning_in_words(definition, folded, means)
        if text:
            return " ".join(text.split())[:200]
    return ""


def texts_to_index(definition: Definition, folded: Fold, values: dict, entries) -> tuple[str, str]:
    """(public, private) text to index: in both languages, so that either finds it; what further reporters wrote, too.

    The private index is for exactly those who read ratings; what only others may read is found by nobody.
    """
    public = [values["number"], values["technician_name"], values["client_name"], values["device_names"]]
    private: list[str] = []
    said = [folded.told_answers, *(entry.answers for entry in entries if entry.outcome == MERGED)]
    for field in definition.fields.values():
        kind, readers = KINDS[field.type], set(field.private_to)
        given = [value for answers in said if kind.answered(value := answers.get(field.name))]
        if kind.searchable and readers in (set(), lists.RATING_READERS):
            words = {kind.text(value, field, lang) for value in given for lang in i18n.LANGUAGES}
            (private if readers else public).extend(words)
    if folded.signed:
        public.append(folded.signed.facts.get("signer") or "")
    return " ".join(public), " ".join(private)


def signing_month(folded: Fold) -> str:
    if not folded.signed:
        return ""
    return i18n.local(folded.signed.row.sealed_at, config.current.tz).strftime("%Y-%m")


def rebuild_all() -> int:
    """Throw the projection away and make it anew; how many records there are."""
    with transaction():
        search.forget_all()
        ratings.forget_all()
        uuids = records.uuids_of_records()
        for uuid in uuids:
            project_record(uuid)
    return len(uuids)
