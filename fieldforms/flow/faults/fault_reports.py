"""Reports by anyone at a device: a public form's first step, merged with one that is open for the device."""

import hashlib
from dataclasses import dataclass, replace

from fieldforms.errors import N_, BadPhoto, Completed, LinkDead, NotFound
from fieldforms.flow.completing import completion, follow_on_sheets, record_events
from fieldforms.flow.completing.submissions import HandedIn, facts_of
from fieldforms.flow.files import file_digests, photos
from fieldforms.flow.filling import posted_answers
from fieldforms.flow.filling.drafts import is_uuid, may_fill, save_draft, start_draft, with_context
from fieldforms.flow.people import tries
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.prefill import register_answers
from fieldforms.flow.record import folding
from fieldforms.flow.seals import entry_seals
from fieldforms.forms import conditions
from fieldforms.forms.definition import Definition, Section
from fieldforms.forms.kinds import kind_of
from fieldforms.store import clock, scope
from fieldforms.store.completing import links
from fieldforms.store.database import transaction
from fieldforms.store.files import files
from fieldforms.store.filling import drafts
from fieldforms.store.library import definitions
from fieldforms.store.models import Device, Entry, Record
from fieldforms.store.people import accounts
from fieldforms.store.record import guards, records
from fieldforms.store.register import devices

REPORT_LIFETIME = 90 * clock.DAY_MS
MOST_REPORTS = 10  # from one address in flow.people.tries.WINDOW; an office shares one
MOST_POSTS = 40  # the same with those that were refused: each may have left photos
MOST_REPORT_PHOTOS = 6


def public_form() -> Definition | None:
    """The form anyone at a device may begin, if the company has one."""
    public = (definitions.read_definition(row) for row in definitions.in_use())
    return next((each for each in public if each.public and "device" in each.starts_from), None)


def sections_for_stranger(definition: Definition, device: Device) -> list[Section]:
    """The first step's sections as a stranger is asked them.

    Nothing that refers to the register, and no photos where cameras are forbidden.
    """
    camera = photos.may_be_taken_in(device.room if device.room_id else None)
    sections = definition.sections_of(definition.steps[0])
    return [replace(section, fields=tuple(fields_for_stranger(section, camera))) for section in sections]


def takes_reports(device: Device) -> bool:
    """May anybody at the device report a fault by form? Its client says so, and is served."""
    return device.client.reporting and device.retired_at is None and device.client.retired_at is None


def takes_photos(definition: Definition, device: Device) -> bool:
    return any(
        kind_of(field).takes_photos
        for section in sections_for_stranger(definition, device)
        for field in section.fields
    )


def fields_for_stranger(section: Section, camera: bool):
    kinds = ((field, kind_of(field)) for field in section.fields)
    return (field for field, kind in kinds if not kind.refers and (camera or not kind.takes_photos))


def answers_known_at_device(definition: Definition, device: Device) -> dict:
    """What is filled in by itself: the device that was scanned, and nothing of the client's file."""
    about = register_answers.Origin(device=device, code=devices.code_of(device))
    return register_answers.prefilled_answers(definition, definition.steps[0], about)


def count_report_try(address: str) -> None:
    """Count a try, before anything of it is kept. Raises TooManyTries."""
    tries.throttle_key(tries.key_at("report", address), MOST_REPORTS)
    tries.count_try({tries.key_at("report-post", address): MOST_POSTS})


def keep_photo(uuid: str, body: bytes) -> str:
    """The digest of a stranger's photo, for the report `uuid` being filled. Raises BadPhoto, NotFound, Completed."""
    draft = drafts.get_draft(uuid)
    if draft and draft.completed_at and draft.author_id is None:
        raise Completed
    if draft or not is_uuid(uuid):
        raise NotFound
    sent = hashlib.sha256(body).hexdigest()
    if files.uploaded_file(uuid, sent) is None and len(files.digests_of_draft(uuid)) >= MOST_REPORT_PHOTOS:
        raise BadPhoto(why=N_("照片最多 6 张"))
    return photos.keep_photo(uuid, sent, body).digest


def photo_of_report(uuid: str, digest: str) -> bytes:
    """A photo of a report that is still being filled. Raises NotFound."""
    body = (
        files.read_file(digest)
        if drafts.get_draft(uuid) is None and files.belongs_to_draft(uuid, digest)
        else None
    )
    if body is None:
        raise NotFound
    return body


def hand_in(
    actor: Actor,
    device: Device,
    uuid: str,
    record: str,
    answers: dict,
    lang: str,
    page_secret: str = "",
    missing_photos: int = 0,
) -> tuple[Entry, str]:
    """Begin and complete a report in one go; the same again from the same page gives the same entry.

    As `complete_report`. `answers`: as `known` with what was asked. `page_secret`: the draft's uuid is none, its seal
    says it. Raises Invalid, Completed, NotFound.
    """
    definition = public_form()
    if definition is None or not takes_reports(device):
        raise NotFound
    mine = files.digests_of_draft(uuid)
    kept = file_digests.without_strange_digests(answers, mine)
    answers = {name: value for name, value in kept.items() if conditions.is_filled(value)}
    given = HandedIn(answers, lang=lang, page_secret=page_secret, missing_photos=missing_photos)
    with transaction():
        row, entry = drafts.for_writing(uuid), records.entry_of_draft(uuid)
        if row and (row.author_id or row.origin.get("device") != device.id):
            raise NotFound
        if entry and entry.body_digest != given.digest:  # went Back and wrote something else
            raise Completed
        if row is None:
            new = start_draft(actor, definition.key, {"device": device.id}, uuid, record)
            save_draft(actor, new, answers, 0, "public")
            accounts.count_failure(tries.key_at("report", actor.address))
        return complete_report(actor, uuid, given)


def complete_report(actor: Actor, uuid: str, given: HandedIn) -> tuple[Entry, str]:
    """(entry, token of the reporter's state page). A device's open report takes further ones as entries."""
    with transaction():
        draft = drafts.for_writing(uuid)
        if draft is None:
            raise NotFound
        entry_seals.lock_chain(
            draft.client_id
        )  # before looking: two people at the same device may report at once
        open_report = open_report_to_join(actor, draft)
        if draft.completed_at is None and open_report:
            entry = merge_report(actor, draft, open_report, given)
        else:
            entry = completion.complete(actor, uuid, given).entry
        _link, token = links.create_link(
            "report", REPORT_LIFETIME, record=entry.record, draft=uuid, created_by=actor.user_id
        )
        return entry, token


def open_report_to_join(actor: Actor, draft) -> Record | None:
    """The open report that this one joins: what was reported at this very device before what only came to be about it."""
    device = draft.origin.get("device")
    if not device or records.first_entry_if_any(draft.record):
        return None
    found = [
        row for row in records.open_reports_about(device, draft.definition.key) if may_join_report(actor, row)
    ]
    return max(found, key=lambda row: (id_of_device_begun_at(row) == device, row.id), default=None)


def may_join_report(actor: Actor, row: Record) -> bool:
    """Only what one may know of: whoever joins is given the record's number and what becomes of it.

    In a confidential room strangers report, too: what one of them began there is no secret to the next.
    """
    if actor.user is None:
        return not row.confidential or row.opened_by_id is None
    return records.by_uuid(actor.viewer, row.uuid) is not None


def id_of_device_begun_at(row: Record) -> int | None:
    """The device whose label it was begun at; None of what followed from another sheet."""
    return None if row.follows else drafts.origin_of(row.uuid).get("device")


def merge_report(actor: Actor, draft, row: Record, given: HandedIn) -> Entry:
    found = with_context(draft)
    if not may_fill(actor, found):
        raise NotFound
    answers = posted_answers.answers_to_seal(found, given.answers, actor)
    content = entry_seals.EntryContent(
        found.step.name, folding.MERGED, answers, facts_of(given, actor), {"phone_at": given.phone_at}
    )
    merged = record_events.add_event(actor, records.record_in_full(row.uuid), content, draft, given.digest)
    drafts.mark_completed(draft)
    return merged.entry


def open_reports_for_strangers(device: Device) -> list[Record]:
    """Open reports of public forms about a device: their state may be shown to anyone at it.

    That there is a confidential one is itself nothing for strangers.
    """
    public = [row.key for row in definitions.in_use() if definitions.read_definition(row).public]
    found = (record for key in public for record in records.open_reports_about(device.id, key))
    return [record for record in found if not record.confidential]


def record_by_token(token: str, address: str) -> records.Seen:
    """The record a reporter's link shows. Raises NotFound when it is not one, or has expired; LinkDead where the record became
    confidential since; TooManyTries."""
    with tries.guarding_lookup("report-link", address):
        link = links.get_link(token)
        if link is None or link.purpose != "report" or not links.is_current(link):
            raise NotFound
    if guards.is_confidential_since(link.record, link.created_at):
        raise LinkDead(why=N_("报修的进展不再在网上显示；请打设备页上的电话"))
    seen = records.by_uuid(scope.PUBLIC, link.record)
    if seen is None:
        raise NotFound
    return seen


def device_of_token(token: str) -> Device | None:
    """The device at which the holder of this link reported: all that they know of what the record is about."""
    link = links.get_link(token)
    draft = drafts.get_draft(link.draft) if link and link.draft else None
    return devices.get_device(scope.SYSTEM, draft.origin["device"]) if draft else None


@dataclass(frozen=True)
class ReportMoment:
    """One thing that happened to a report, in words for its reporter. `at`: UTC ms; `label`: {zh, en}."""

    at: int
    label: dict
    sentence: str


# What an entry's outcome says to somebody who only waits for it; %(step)s is the step's label.
OUTCOME_SENTENCES = {
    folding.MERGED: N_("又收到一次报修，已并入"),
    folding.RETURNED: N_("退回补充"),
    folding.CANCELLED: N_("已取消"),
}
GIVEN_BACK = N_("工程师没能修好，重新安排")
REASSIGNED = N_("改由另一位工程师处理")
# What a step says that is done, by whose it was.
DONE_BY = {
    "anyone": N_("已收到报修"),
    "technician": N_("驻场人员已完成“%(step)s”"),
    "dispatcher": N_("调度员已安排下一步"),
    "assignee": N_("工程师已完成“%(step)s”"),
}
# Whom the next step waits for, in plain words.
WAITS_FOR = {
    "technician": N_("驻场人员会来检查。"),
    "dispatcher": N_("正在安排工程师、厂家或备件。"),
    "assignee": N_("工程师会来维修。"),
    "client": N_("已经处理，等现场负责人签字确认。"),
}
ARRANGED = N_("已安排处理。")
NAMED = N_("%(name)s工程师会来维修。")
REPAIRED = N_("工程师已修好，驻场人员正在核对。")
EXPECTED = N_("预计 %(date)s。")
TWO_CHARACTERS = "欧阳 司马 上官 诸葛 司徒 东方 夏侯 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 端木 南宫".split()

Sentence = tuple[str, dict[str, str]]  # a message id and what fills it; `date` is an ISO day


def moments_of_report(seen: records.Seen) -> list[ReportMoment]:
    """What happened so far, oldest first; no answers."""
    told = ((entry, sentence_of_entry(seen.definition, entry)) for entry in seen.entries)
    return [
        ReportMoment(entry.row.sealed_at, seen.definition.step(entry.step).label, sentence)
        for entry, sentence in told
        if sentence
    ]


def sentence_of_entry(definition: Definition, entry: records.Sealed) -> str:
    """The message id for one entry, "" for what is not the reporter's business."""
    step = definition.step(entry.step)
    if (
        entry.outcome == folding.RETURNED and step.by == "assignee"
    ):  # by a draft of their own, or by whom they are sent
        return GIVEN_BACK if entry.payload.get("draft") else REASSIGNED
    if entry.outcome == folding.DONE:
        return DONE_BY.get(step.by, N_("%(step)s"))
    return OUTCOME_SENTENCES.get(entry.outcome, "")


def what_comes_next(seen: records.Seen) -> list[Sentence]:
    """What happens next, in a sentence or two: who comes, and by when if that is known."""
    if seen.row.state == "cancelled":
        return [(N_("这次报修已取消。"), {})]
    if seen.row.state == "closed":
        return [(N_("已处理完毕。"), {})]
    fold = folding.fold_entries(seen.definition, seen.entries)
    day = "" if is_repaired(seen.definition, fold) else seen.row.due_on
    return [who_comes_next(seen.definition, fold), *([(EXPECTED, {"date": day})] if day else [])]


def who_comes_next(definition: Definition, fold: folding.Fold) -> Sentence:
    turn = fold.turn
    by = turn.by if turn else ""
    if follow_on_sheets.waits_for_sheet(definition, turn):
        return WAITS_FOR["client"], {}
    if by == "technician" and is_repaired(definition, fold):
        return REPAIRED, {}
    named = fold.answers.get(turn.assignee) if turn and by == "assignee" else None
    if isinstance(named, dict) and named.get("name"):
        return NAMED, {"name": surname_for_stranger(named["name"])}
    if turn and by == "assignee" and turn.else_by:
        return ARRANGED, {}  # the maker, or a part that comes: nobody of ours was named
    return WAITS_FOR.get(by, N_("正在处理。")), {}


def is_repaired(definition: Definition, fold: folding.Fold) -> bool:
    """Has whoever was sent been done?"""
    return any(definition.step(name).by == "assignee" for name in fold.standing)


def surname_for_stranger(name: str) -> str:
    """How a stranger is told who comes: 罗建 → 罗 (工程师 follows), Luo Jian → Luo. No full names without an account."""
    first = name.split()[0] if name.split() else name
    if not first or first.isascii():
        return first
    return first[:2] if first[:2] in TWO_CHARACTERS else first[:1]
