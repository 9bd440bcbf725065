"""Reports by anyone at a device: a public form's first step, merged when one is open already for that device."""

from fieldforms.errors import NotFound
from fieldforms.flow import drafts as working_drafts
from fieldforms.flow import folding, seals
from fieldforms.flow import records as verbs
from fieldforms.flow.actors import Actor
from fieldforms.store import clock, definitions, drafts, links, records, scope
from fieldforms.store.database import transaction
from fieldforms.store.models import Device, Entry, Record

LINK_LIFETIME = 90 * clock.DAY


def complete(actor: Actor, uuid: str, given: verbs.Given) -> tuple[Entry, str]:
    """(entry, token of the reporter's own state page). A device's open report takes further ones as entries."""
    with transaction():
        draft = drafts.for_writing(uuid)
        if draft is None:
            raise NotFound
        open_report = find_open(draft)
        if draft.completed_at is None and open_report:
            entry = merge(actor, draft, open_report, given)
        else:
            entry = verbs.complete(actor, uuid, given)
        _link, token = links.create("report", LINK_LIFETIME, record=entry.record, created_by=actor.user_id)
        return entry, token


def find_open(draft) -> Record | None:
    device = draft.origin.get("device")
    if not device or records.started(draft.record):
        return None
    return next(iter(records.open_faults(device, draft.definition.key)), None)


def merge(actor: Actor, draft, row: Record, given: verbs.Given) -> Entry:
    found = working_drafts.put_together(draft)
    answers = verbs.checked(found, given, actor)
    content = seals.Content(
        found.step.name, folding.MERGED, answers, verbs.facts(given, actor), {"phone_at": given.phone_at}
    )
    entry = verbs.add_event(actor, records.by_uuid(scope.SYSTEM, row.uuid), content, draft, given.digest)
    drafts.complete(draft)
    return entry


def open_about(device: Device) -> list[Record]:
    """Open reports of public forms about a device: their state may be shown to anyone at it."""
    public = [row.key for row in definitions.in_use() if definitions.read(row).public]
    return [record for key in public for record in records.open_faults(device.id, key)]


def by_token(token: str) -> records.Seen:
    """The record a reporter's link shows. Raises NotFound when it is not one, or has expired."""
    link = links.get(token)
    if link is None or link.purpose != "report" or link.expires_at <= clock.now():
        raise NotFound
    seen = records.by_uuid(scope.PUBLIC, link.record)
    if seen is None:
        raise NotFound
    return seen
