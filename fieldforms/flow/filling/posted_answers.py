"""The answers of a posted step: read from its body, looked up in the register, kept in the draft, checked when sealed."""

from fieldforms.errors import Invalid
from fieldforms.flow.filling import drafts, offered_points
from fieldforms.flow.filling.count_suggestions import (
    fill_counts_from_devices,
    mark_rest_normal,
    mark_rest_not_applicable,
    undo_bulk,
)
from fieldforms.flow.filling.draft_contexts import DraftContext
from fieldforms.flow.people.actors import Actor
from fieldforms.forms import questions
from fieldforms.store import scope
from fieldforms.store.models import Draft

# What a page without scripts asks for with its submit button, beside being saved: `then` → what is filled in
IN_BULK = {
    "add": fill_counts_from_devices,
    "normal": mark_rest_normal,
    "aside": mark_rest_not_applicable,
    "undo": undo_bulk,
}


def read_answers(actor: Actor, found: DraftContext, body) -> dict:
    """The step's answers in a posted body (name → values), looked up in the register as this actor knows it."""
    given = questions.read_answers(found.definition, found.step, body)
    given = offered_points.answers_with_points(found, given, body)
    known = drafts.answers_looked_up(found, given, actor)
    bulk = IN_BULK.get(body.get("then", ""))
    return bulk(found, known) if bulk else known


def save_body(actor: Actor, found: DraftContext, body, version: int, editor: str) -> Draft:
    """As `read_answers`, kept in the draft by `drafts.save_draft`, with its refusals."""
    return drafts.save_draft(actor, found, read_answers(actor, found, body), version, editor)


def answers_to_seal(found: DraftContext, answers: dict, actor: Actor) -> dict:
    """Every field of the step: its settled answer, or null (or their count would tell). Raises Invalid."""
    settled = drafts.answers_as_sealed(found, answers, answers_viewer(actor))
    wrong = drafts.problems_of_step(found, settled)
    if wrong:
        raise Invalid(wrong)
    return {field.name: settled.get(field.name) for field in found.definition.fields_of(found.step)}


def answers_viewer(actor: Actor) -> scope.Viewer:
    """At a public page only the device itself may be named; it was scanned, so the system looks it up."""
    return scope.SYSTEM if actor.user is None else actor.viewer
