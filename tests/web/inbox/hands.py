"""Faults and steps that wait."""

from fieldforms.flow.completing import completion
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.flow.inbox import inbox_items
from fieldforms.flow.people.actors import Actor
from fieldforms.store import scope
from fieldforms.store.models import User
from fieldforms.store.record import records


def fault(world, place, symptom="投影机没有图像", urgency="urgent"):
    """A report by anybody at the device: its entry."""
    anybody = Actor(None, "public")
    begun = {"device": place.device.id}
    new = drafts.start_draft(anybody, "fault-report", begun, drafts.new_uuid(), drafts.new_uuid())
    given = new.draft.answers | {"symptom": symptom, "urgency": urgency}
    draft = drafts.save_draft(anybody, new, given, 0, "tests")
    return completion.complete(anybody, draft.uuid, HandedIn(given)).entry


def complete_step(actor, record, answers):
    draft = drafts.open_next_step(actor, records.by_uuid(scope.SYSTEM, record))
    found = drafts.draft_to_fill(actor, draft.uuid)
    asked = {field.name for field in found.definition.fields_of(found.step)}
    given = found.draft.answers | {name: value for name, value in answers.items() if name in asked}
    drafts.save_draft(actor, found, given, draft.version, "tests")
    return completion.complete(actor, draft.uuid, HandedIn(given)).entry


EVERYBODY = ("chen", "zhou", "sunmin", "gao", "shen", "wangjing")


def has_it(world, number: str) -> list[str]:
    """On whose list of their own it stands."""
    active = {user.login for user in User.select().where(User.disabled_at.is_null())}
    return [
        login
        for login in EVERYBODY
        if login in active
        and number
        in {getattr(turn.about, "number", "") for turn in inbox_items.items_of_actor(world.actor(login))}
    ]


def cleared(world, *logins: str) -> None:
    """They may read what is confidential."""
    for login in logins:
        world.users[login].confidential = True
        world.users[login].save()
