"""The surveys of a client on paper: their sheets, and the photos taken on them. Of confidential rooms neither."""

from collections.abc import Iterator

from fieldforms import config, i18n
from fieldforms.errors import N_
from fieldforms.flow.papers.paper_devices import table_block
from fieldforms.flow.papers.paper_facts import PaperFacts
from fieldforms.flow.record import confidentiality, folding
from fieldforms.flow.sheets import words_of_records
from fieldforms.forms.definition import Definition, Field
from fieldforms.forms.kinds import KINDS
from fieldforms.paper.booklet import BookletBlock, BookletPhotos, BookletText
from fieldforms.paper.photos import shrink_photo
from fieldforms.store.files import files
from fieldforms.store.library import definitions
from fieldforms.store.models import FormVersion, Record
from fieldforms.store.record import lists, records

MOST_SURVEYS = 50
MOST_PHOTOS = 24  # of the newest sheets: twelve rows of two, some 3 MB
PHOTO_ROOM, FURTHER_PHOTOS = N_("%(label)s · %(room)s · %(number)s"), N_("另有 %(n)s 张照片见勘测单。")
NO_PHOTOS = N_("勘测单上没有照片。")


def survey_forms() -> list[FormVersion]:
    """Those whose rows are taken into the register."""
    return [
        row
        for row in definitions.in_use()
        if any(s.takes_over for s in definitions.read_definition(row).steps)
    ]


def surveys_of_client(facts: PaperFacts) -> list[Record]:
    """Of each form the newest first."""
    found: list[Record] = []
    for form in survey_forms():
        filters = lists.RecordFilters(key=form.key, client=facts.client.id)
        found += lists.page_of_records(facts.actor.viewer, filters, MOST_SURVEYS).rows
    return [row for row in found if row.in_force and not row.confidential]


def table_of_surveys(facts: PaperFacts) -> Iterator[BookletBlock]:
    rows = (
        (
            row.number,
            i18n.format_date(row.dated_at, facts.lang, config.current.tz),
            *place_and_progress(facts, row),
        )
        for row in surveys_of_client(facts)
    )
    columns = ((N_("编号"), 5), (N_("日期"), 5), (N_("场所"), 7), (N_("进展"), 4))
    yield table_block(facts, "", columns, rows)


def place_and_progress(facts: PaperFacts, row: Record) -> tuple[str, str]:
    return facts.name_of_room(row.room_id), words_of_records.line_of_row(row, facts.lang).result


# Photos


def photos_of_surveys(facts: PaperFacts) -> Iterator[BookletBlock]:
    """Two a row, each with what it shows and where. A photo shows how a room is cabled: of one that is confidential by now
    there is none, whoever said that its sheet is not; nor of a sheet with a device that stands in one by now."""
    guarded = {room.id for room in facts.rooms if room.confidential}
    rows = [row for row in surveys_of_client(facts) if row.room_id not in guarded]
    found = [
        each
        for seen in lists.records_as_seen(rows, facts.actor.viewer)
        if not tells_of_confidential_room(facts, seen)
        for each in photos_of_sheet(facts, seen)
    ]
    shown = [(small, caption) for digest, caption in found[:MOST_PHOTOS] if (small := photo_on_paper(digest))]
    yield BookletPhotos(tuple(shown)) if shown else BookletText(facts.say(NO_PHOTOS))
    if len(found) > MOST_PHOTOS:
        yield BookletText(facts.say(FURTHER_PHOTOS, n=len(found) - MOST_PHOTOS))


def tells_of_confidential_room(facts: PaperFacts, seen: records.Seen) -> bool:
    answers = folding.fold_entries(seen.definition, seen.entries).answers
    return bool(confidentiality.rooms_in_rows(seen.definition, answers, facts.client.id))


def photos_of_sheet(facts: PaperFacts, seen: records.Seen) -> Iterator[tuple[str, str]]:
    """(digest, caption), each photo once."""
    answers = folding.fold_entries(seen.definition, seen.entries).answers
    told: set[str] = set()
    for field in fields_for_the_client(seen.definition):
        said = {"label": i18n.pick(field.label, facts.lang), "number": seen.row.number}
        caption = facts.say(PHOTO_ROOM, room=facts.name_of_room(seen.row.room_id), **said)
        for digest in KINDS[field.type].paper(answers.get(field.name), field, facts.lang).photos:
            if digest not in told:
                told.add(digest)
                yield digest, caption


def fields_for_the_client(definition: Definition) -> list[Field]:
    """Neither what only some roles may read nor what is the staff's own: the paper goes to the client."""
    return [
        field
        for field in definition.fields.values()
        if field.name not in definition.off_sheet
        and not any(each.private_to for each in (field, *field.fields))
    ]


def photo_on_paper(digest: str) -> bytes | None:
    """Nothing where it was erased."""
    body = files.read_file(digest)
    return shrink_photo(body) if body else None
