"""Reports by anyone at a device: a public form's first step, merged with one that is open for the device."""

import hashlib
from dataclasses import dataclass, replace

from fieldforms.errors import N_, BadPhoto, Completed, NotFound
from fieldforms.flow import drafts as working_drafts
from fieldforms.flow import folding, photos, register, seals, tries
from fieldforms.flow import records as verbs
from fieldforms.flow.actors import Actor
from fieldforms.forms import conditions
from fieldforms.forms.definition import Definition, Section
from fieldforms.forms.kinds import KINDS, Photos
from fieldforms.store import accounts, clock, definitions, drafts, files, links, records, scope
from fieldforms.store import devices as register_rows
from fieldforms.store.database import transaction
from fieldforms.store.models import Device, Entry, Record

LINK_LIFETIME = 90 * clock.DAY
MOST_REPORTS = 10  # from one address in flow.tries.WINDOW; an office shares one
MOST_POSTS = 40  # the same with those that were refused: each may have left photos
MOST_PHOTOS = 6


def form() -> Definition | None:
    """The form anyone at a device may begin, if the company has one."""
    public = (definitions.read(row) for row in definitions.in_use())
    return next((each for each in public if each.public and "device" in each.starts_from), None)


def asked(definition: Definition, device: Device) -> list[Section]:
    """The first step's sections as a stranger is asked them.

    Nothing that refers to the register, and no photos where cameras are forbidden.
    """
    hidden = Photos.name if device.room_id and device.room.no_cameras else ""
    sections = definition.sections_of(definition.steps[0])
    return [replace(section, fields=tuple(askable(section, hidden))) for section in sections]


def takes_photos(definition: Definition, device: Device) -> bool:
    return any(field.type == Photos.name for section in asked(definition, device) for field in section.fields)


def askable(section: Section, hidden: str):
    return (field for field in section.fields if not KINDS[field.type].refers and field.type != hidden)


def known(definition: Definition, device: Device) -> dict:
    """What is filled in by itself: the device that was scanned, and nothing of the client's file."""
    about = register.Origin(device=device, code=register_rows.code_of(device))
    return register.prefilled(definition, definition.steps[0], about)


def admit(address: str) -> None:
    """Count a try, before anything of it is kept. Raises TooManyTries."""
    tries.throttle(f"report:{address}", MOST_REPORTS)
    tries.count({f"report-post:{address}": MOST_POSTS})


def keep_photo(uuid: str, body: bytes) -> str:
    """The digest of a stranger's photo, for the report `uuid` being filled. Raises BadPhoto, NotFound."""
    if not working_drafts.is_uuid(uuid) or drafts.get(uuid):
        raise NotFound
    sent = hashlib.sha256(body).hexdigest()
    if files.uploaded(uuid, sent) is None and len(files.of_drafts([uuid])) >= MOST_PHOTOS:
        raise BadPhoto(why=N_("照片最多 6 张"))
    return photos.keep(uuid, sent, body).digest


def photo(uuid: str, digest: str) -> bytes:
    """A photo of a report that is still being filled. Raises NotFound."""
    body = files.read(digest) if drafts.get(uuid) is None and files.belongs(uuid, digest) else None
    if body is None:
        raise NotFound
    return body


def hand_in(
    actor: Actor, device: Device, uuid: str, record: str, answers: dict, lang: str
) -> tuple[Entry, str]:
    """Begin and complete a report in one go; the same again gives the same entry. As `complete`.

    `answers`: as `known` with what was asked. Raises Invalid, Completed, NotFound.
    """
    definition = form()
    if definition is None or not device.client.reporting:
        raise NotFound
    mine = set(files.of_drafts([uuid]))
    kept = working_drafts.without_strangers(answers, mine)
    answers = {name: value for name, value in kept.items() if conditions.answered(value)}
    given = verbs.Given(answers, lang=lang)
    with transaction():
        row, entry = drafts.for_writing(uuid), records.entry_of_draft(uuid)
        if row and (row.author_id or row.origin.get("device") != device.id):
            raise NotFound
        if entry and entry.body_digest != given.digest:  # went Back and wrote something else
            raise Completed
        if row is None:
            new = working_drafts.start(actor, definition.key, {"device": device.id}, uuid, record)
            working_drafts.save(actor, new, answers, 0, "public")
            accounts.failed(f"report:{actor.address}")
        return complete(actor, uuid, given)


def complete(actor: Actor, uuid: str, given: verbs.Given) -> tuple[Entry, str]:
    """(entry, token of the reporter's state page). A device's open report takes further ones as entries."""
    with transaction():
        draft = drafts.for_writing(uuid)
        if draft is None:
            raise NotFound
        seals.lock(draft.client_id)  # before looking: two people at the same device may report at once
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
    if not working_drafts.may_fill(actor, found):
        raise NotFound
    answers = verbs.checked(found, given, actor)
    content = seals.Content(
        found.step.name, folding.MERGED, answers, verbs.facts(given, actor), {"phone_at": given.phone_at}
    )
    entry = verbs.add_event(actor, records.whole(row.uuid), content, draft, given.digest)
    drafts.complete(draft)
    return entry


def open_about(device: Device) -> list[Record]:
    """Open reports of public forms about a device: their state may be shown to anyone at it."""
    public = [row.key for row in definitions.in_use() if definitions.read(row).public]
    return [record for key in public for record in records.open_faults(device.id, key)]


def by_token(token: str, address: str) -> records.Seen:
    """The record a reporter's link shows. Raises NotFound when it is not one, or has expired; TooManyTries."""
    with tries.guessing("report-link", address):
        link = links.get(token)
        if link is None or link.purpose != "report" or link.expires_at <= clock.now():
            raise NotFound
    seen = records.by_uuid(scope.PUBLIC, link.record)
    if seen is None:
        raise NotFound
    return seen


@dataclass(frozen=True)
class Moment:
    """One thing that happened to a report, in words for its reporter. `at`: UTC ms; `label`: {zh, en}."""

    at: int
    label: dict
    sentence: str


# What an entry's outcome says to somebody who only waits for it; %(step)s is the step's label.
SAID = {
    folding.DONE: N_("%(step)s"),
    folding.MERGED: N_("又收到一次报修，已并入"),
    folding.RETURNED: N_("退回补充"),
    folding.CANCELLED: N_("已取消"),
}
# Whom the next step waits for, in plain words.
WAITS_FOR = {
    "technician": N_("驻场人员会来检查。"),
    "dispatcher": N_("正在安排工程师、厂家或备件。"),
    "assignee": N_("工程师会来维修。"),
}


def story(seen: records.Seen) -> list[Moment]:
    """What happened so far, oldest first; no answers."""
    return [
        Moment(entry.row.sealed_at, seen.definition.step(entry.step).label, SAID[entry.outcome])
        for entry in seen.entries
        if entry.outcome in SAID
    ]


def outlook(row: Record) -> str:
    """What happens next, as a sentence."""
    if row.state == "cancelled":
        return N_("这次报修已取消。")
    if row.state == "closed":
        return N_("已处理完毕。")
    return WAITS_FOR.get(row.next_by, N_("正在处理。"))
