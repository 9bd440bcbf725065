"""Records that stand at a given step of any form, whatever its questions are: sealed as they would be, by their people."""

from fieldforms.flow.completing import submissions
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.flow.people.actors import SIGNERS, Actor
from fieldforms.flow.record import folding, projection
from fieldforms.flow.seals import entry_seals
from fieldforms.forms.answers import step_relevant
from fieldforms.forms.definition import Definition, Step
from fieldforms.store.database import transaction
from fieldforms.store.library import definitions
from fieldforms.store.models import Draft, Record
from fieldforms.store.record import records

LOGINS = {
    "technician": "chen",
    "anyone": "chen",
    "dispatcher": "sunmin",
    "supervisor": "gao",
    "manager": "shen",
    "hr": "wangjing",
}


def every_step() -> list[tuple[str, str]]:
    """(form, step) of all that a record of the library can wait for."""
    forms = [definitions.read_definition(row) for row in definitions.in_use()]
    return [(form.key, step.name) for form in forms for step in form.steps[1:]]


def stands_at(world, key: str, step: str, named: str = "zhou", about=None) -> Record:
    """A sheet about chen's client whose earlier steps are done; of what is personal, chen's own."""
    row = definitions.current_version(key)
    form = definitions.read_definition(row)
    client = None if form.personal else (about or world.office).client
    draft = Draft(uuid="", record=drafts.new_uuid(), definition=row, client=client, origin={})
    answers: dict = {}
    with transaction():
        for earlier in form.steps:
            if earlier.name == step:
                break
            if not step_relevant(form, earlier, answers):
                continue
            said = answered(world, form, earlier, form.step(step), named)
            answers |= said
            content = entry_seals.EntryContent(
                earlier.name,
                folding.DONE,
                said,
                submissions.facts_of(HandedIn({}), who(world, earlier, named)),
                {},
            )
            entry_seals.seal_entry(draft, form, content, who(world, earlier, named), of_draft=False)
        projection.project_record(draft.record)
    found = records.record_in_full(draft.record).row
    assert found.next_step == step, (key, step, found.next_step)
    return found


def who(world, step: Step, named: str) -> Actor:
    if step.by in SIGNERS:
        return Actor(None, "link")
    return world.actor(named if step.by == "assignee" else LOGINS[step.by])


def answered(world, form: Definition, step: Step, wanted: Step, named: str) -> dict:
    """As little as leads to the wanted step: what its conditions ask for, and who is sent."""
    opened = next((opens.relevant for opens in form.opens if opens.completes == wanted.name), None)
    needed = wanted.relevant or opened or {}
    said = {}
    for field in form.fields_of(step):
        value = needed.get(field.name)
        said[field.name] = value[0] if isinstance(value, list) else value
        if field.name in {each.assignee for each in form.steps if each.assignee}:
            said[field.name] = {"id": world.users[named].id, "name": world.users[named].name}
    return said
