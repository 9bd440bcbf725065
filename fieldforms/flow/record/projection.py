"""The projection: what lists, filters, search and statistics read. Thrown away and rebuilt from the entries at will."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

from fieldforms import config, i18n
from fieldforms.flow import local_time
from fieldforms.flow.record import (
    cost_disputes,
    index_texts,
    low_ratings,
    part_requests,
    rating_groups,
    repair_times,
    supersession,
    verdicts,
)
from fieldforms.flow.record.folding import Fold, assignee_of_step, fold_entries
from fieldforms.flow.record.index_texts import SaidWords
from fieldforms.forms import conditions
from fieldforms.forms.definition import Definition
from fieldforms.forms.kinds import KINDS
from fieldforms.store import scope, search
from fieldforms.store.database import transaction
from fieldforms.store.library import definitions
from fieldforms.store.models import Record, Whereabouts
from fieldforms.store.record import guards, projections, ratings, records, whereabouts
from fieldforms.store.register import devices
from fieldforms.store.stock import reservations

# The version of the rules below and of those they call: raise it with every change of what a row, the index or a rating
# says. Then servers make the projection anew beside their work, and `verify` says so (tests/flow/record/test_rebuilding.py).
RULES = 7

SLICE = 100  # records in one transaction: others wait a fifth of a second
PAUSE = 0.1  # seconds between slices: SQLite's waiting is unfair to other processes


@dataclass(frozen=True)
class Projected:
    """What the entries of one record say, as lists, index and statistics keep it."""

    definition: Definition
    folded: Fold
    values: dict  # by column
    devices: tuple[int, ...]
    words: tuple[str, str]  # public, private
    reasons: tuple[str, ...]


def project_record(
    record: str, known: Sequence[records.Sealed] = (), said: SaidWords | None = None
) -> Record:
    """Make the record's row, devices, index and rating anew from its entries. Call inside a transaction.

    `known`: all its entries, whole, when they have been read already; `said`: their words, when these were made already.
    """
    made = projection_of_record(record, known, said)
    values, folded = made.values, made.folded
    standing = records.projection_row.first(record)
    corrected = records.rows_to_supersede(values["number"], values["supersedes"])
    takes_place = supersession.takes_place(values, corrected)
    values["in_force"] = supersession.is_in_force(values, standing, takes_place)
    values |= values_of_rating(made, values["in_force"])
    values |= verdicts.values_of_review(made.definition, folded, values, values["in_force"], standing)
    values |= values_of_cost(made, values["in_force"])
    rated_in = standing.rating_month if standing else ""
    projected = records.write_projection(values, list(made.devices), standing)
    projected.definition = definitions.row(values["definition"])
    if any(step.moves for step in made.definition.steps):
        reservations.reserve_parts(
            projected, part_requests.parts_still_to_take(made.definition, folded, projected)
        )
    search.index_record(projected.id, *made.words)
    ratings.count_rating_anew(projected, rated_in, list(made.reasons))
    for other in supersession.mark_corrected(projected, corrected, takes_place):
        project_record(other.uuid)
    cost_disputes.mark_settled(projected)
    return projected


def projection_of_record(
    record: str, known: Sequence[records.Sealed] = (), said: SaidWords | None = None
) -> Projected:
    """By the rules of today. Writes nothing. `known`, `said`: as of `project_record`."""
    first = known[0].row if known else records.first_entry(record)
    definition = definitions.read_definition(definitions.row(first.definition_id))
    entries = known or records.entries(record, scope.SYSTEM, definition)
    folded = fold_entries(definition, entries)
    kept = whereabouts.rows_of_record(record)
    about = devices_about(definition, folded, kept)
    values = values_of_row(definition, entries, folded, about, kept)
    reasons = standing_answer(definition, folded, "dissatisfaction_reasons") or ()
    said = said or index_texts.said_words(definition, folded, entries)
    words = index_texts.words_to_index(said, values)
    return Projected(definition, folded, values, tuple(about), words, tuple(reasons))


def values_of_row(
    definition: Definition, entries, folded: Fold, about: dict[int, str], kept: Sequence[Whereabouts]
) -> dict:
    """By column. Of places and names what was kept when it was sealed (flow/record/confidentiality.py), not today's register."""
    first, last = entries[0], entries[-1]
    closing, turn = folded.last or last, folded.turn  # an erasure years later closed nothing
    filled = serviced_by(definition, entries)
    rating = standing_answer(definition, folded, "satisfaction") or ""
    stood = standing_in(about, kept)
    responded, restored = repair_times.response_and_restore_times(
        definition, entries, folded.state, turn.by if turn else ""
    )
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
        "closed_at": closing.row.sealed_at if folded.state != "open" else None,
        "state": folded.state,
        "next_step": turn.name if turn else "",
        "next_by": turn.by if turn else "",
        "assignee": assignee_named(definition, folded),
        "outcome": folded.signed.outcome if folded.signed else "",
        "unsigned": folded.state != "cancelled" and folded.is_unsigned,
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
        "responded_at": responded,
        "restored_at": restored,
        "signed_at": folded.signed.row.sealed_at if folded.signed else None,
        "fault_class": repair_times.class_of_fault(definition, folded),
        "minutes": repair_times.minutes_spent(definition, folded),
    }


def values_of_rating(made: Projected, in_force: bool) -> dict:
    """By column; read once the record's place among its corrections is known."""
    values = made.values | {"in_force": in_force}
    return {
        "rated_at": rating_groups.rated_at(made.definition, made.folded, values),
        "low_rating_since": low_ratings.waits_since(made.definition, made.folded, values),
    }


def values_of_cost(made: Projected, in_force: bool) -> dict:
    """By column; what follows the record may have settled it."""
    asked = made.definition, made.folded, made.values["number"]
    return {
        "cost_disputed": cost_disputes.is_unsettled(*asked, in_force),
        "cost": cost_disputes.cost_that_counts(*asked),
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
    """The last entry of a step that serves, by whoever has an account; else the first entry. Who looks at another's work
    (`other_than`) did not do it.

    Whoever decides on a sheet serves nobody: a sheet without a serving step, and one about its own person
    (`personal`), stays with whoever began it.
    """
    serves = {step.name for step in definition.steps if step.by in SERVICE and not step.other_than}
    filled = [entry for entry in entries if entry.row.actor_id and entry.answers]
    serving = [entry for entry in filled if entry.step in serves]
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
    known = {code: (id, name) for code, id, name in devices.names_by_codes(tuple(given))} if given else {}
    return {known[code][0]: name or known[code][1] for code, name in given.items() if code in known}


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
    """As `standing_answer`; what went back counts until it is said anew (`Fold.told_answers`)."""
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


def signing_month(folded: Fold) -> str:
    if not folded.signed:
        return ""
    return i18n.local(folded.signed.row.sealed_at, config.current.tz).strftime("%Y-%m")


# Made anew


def is_behind() -> bool:
    """Was some of it made by other rules than today's, or is it being made anew?"""
    state = projections.projection_state()
    return state.rules != RULES or bool(state.towards)


def adopt_empty() -> None:
    """Where nothing was sealed yet all of it follows today's rules. Call at a start."""
    if projections.projection_state().rules != RULES and not projections.has_records():
        with transaction():
            projections.set_rules(RULES)


def rebuild_after_upgrade() -> int:
    """What older rules made is made anew, while others go on; of newer ones an old server keeps its hands off."""
    state = projections.projection_state()
    return rebuild_all() if max(state.rules, state.towards) <= RULES and is_behind() else 0


def rebuild_all() -> int:
    """Make the projection anew, slice by slice; or go on where that was broken off. How many records this call made."""
    with transaction():
        if projections.locked_state().towards != RULES:
            projections.begin_rebuild(RULES)
    made = 0
    while slice := rebuild_slice():
        made += slice
        time.sleep(PAUSE if slice == SLICE else 0)
    return made


def rebuild_slice(most: int = SLICE) -> int:
    """The next records, in one transaction; 0 when there are no more, and all is settled that goes across records."""
    with transaction():
        state = projections.locked_state()
        if state.towards != RULES:
            return 0  # another server came to the end
        found = projections.next_first_entries(state.reached, most)
        for _first, uuid in found:
            project_record(uuid)
        if found:
            projections.mark_rebuilt_until(found[-1][0])
        else:
            settle_across_records()
    return len(found)


def settle_across_records() -> None:
    projections.drop_strays()
    for row, right in list(supersession.rows_marked_wrongly()):
        records.mark_row(row, right)
        project_record(row.uuid)
    ratings.recount_all()
    projections.set_rules(RULES)
