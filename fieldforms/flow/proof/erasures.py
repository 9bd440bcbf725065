"""Erasing what an entry says on a person's request: the disclosure, its files and index rows go, the seal stays whole."""

from dataclasses import dataclass

from fieldforms.errors import ConfidentialRoom, NotFound
from fieldforms.flow import form_input
from fieldforms.flow.completing.record_access import record_by_number
from fieldforms.flow.completing.record_events import add_event, content_of_event
from fieldforms.flow.files.file_digests import digests_in
from fieldforms.flow.jobs import jobs
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.prefill import carried_answers
from fieldforms.flow.record import folding
from fieldforms.flow.record.projection import project_record
from fieldforms.flow.seals import entry_seals, sdjwt
from fieldforms.store import scope
from fieldforms.store.database import transaction
from fieldforms.store.faults import known_faults
from fieldforms.store.files import files
from fieldforms.store.filling import drafts
from fieldforms.store.inbox import tasks
from fieldforms.store.models import Draft, Entry
from fieldforms.store.record import records


def record_to_erase_in(actor: Actor, number: str) -> records.Seen:
    """A record to erase something in. An admin without the permission is told why it can't be: a person's request must
    not end at "no such page". Raises NotFound, ConfidentialRoom, NotAllowed.
    """
    actor.needs("admin")
    try:
        return record_by_number(actor, number)
    except NotFound:
        hidden = records.by_number(scope.SYSTEM, number)
        if hidden and hidden.row.confidential:
            raise ConfidentialRoom from None
        raise


def erase_answers(actor: Actor, number: str, seq: int, names: list[str], reason: str) -> Entry:
    """Erase named answers or facts of one entry on a person's request; seal and chain stay whole.

    The `erased` entry names what, when, by whom and why. Files that only the erased value named go with it.
    """
    actor.needs("admin")
    form_input.check_reason(reason)
    with transaction():
        entry_seals.lock_chain(record_by_number(actor, number).row.client_id)
        seen = records.record_in_full(record_by_number(actor, number).row.uuid)
        targets = [target for target in values_to_erase(seen, set(names)) if target.entry.row.seq == seq]
        if not targets:
            raise NotFound
        return erase_values(actor, seen, targets, reason)


@dataclass(frozen=True)
class ValuesToErase:
    """Of one entry: the name of each value → the digest of its disclosure."""

    entry: records.Sealed
    found: dict[str, str]

    @property
    def as_sealed(self) -> dict:
        """As the `erased` entry names it."""
        return {
            "seq": self.entry.row.seq,
            "names": sorted(self.found),
            "digests": sorted(self.found.values()),
        }


def values_to_erase(seen: records.Seen, names: set[str]) -> list[ValuesToErase]:
    """Where some of these names stand, and have not been erased. `seen`: the record whole."""
    named = [
        ValuesToErase(
            entry, {name: digest for name, digest in digest_by_name(entry).items() if name in names}
        )
        for entry in seen.entries
    ]
    return [each for each in named if each.found]


def erase_values(actor: Actor, seen: records.Seen, targets: list[ValuesToErase], reason: str) -> Entry:
    """One `erased` entry for all of it. Call inside a transaction, `seen` read since its chain was locked."""
    fold = folding.fold_entries(seen.definition, seen.entries)
    erased = [target.as_sealed for target in targets]
    content = content_of_event(fold, seen, folding.ERASED, actor, reason, erased=erased)
    by_entry = add_event(actor, seen, content).entry
    contents: set[str] = set()
    for target in targets:
        for name, digest in target.found.items():
            contents |= set(digests_in({name: value_of(target.entry, name)}))
            records.erase_disclosure(target.entry.row, digest, name, by_entry)
    for digest in contents - still_named(contents):
        files.erase_file(digest)
    known_faults.forget_photos(contents)
    answers = [name.removeprefix(records.ANSWER_CLAIM) for target in targets for name in target.found]
    drafts.forget_answers(seen.row.uuid, seen.row.number, answers)
    project_record(seen.row.uuid)
    forget_carried_answers(seen, set(answers))
    jobs.put_off("purge_index", key=seen.row.number)
    return by_entry


def forget_carried_answers(before: records.Seen, names: set[str]) -> None:
    """Drafts of following sheets started with some of it, under names of their own. `before`: as it was."""
    after = records.record_in_full(before.row.uuid)
    gone = {
        word: said
        for word, say in carried_answers.WORD_SOURCES.items()
        if (said := say(before)) and said != say(after)
    }
    for draft in drafts.drafts_that_follow(before.row.number):
        ways = [opens for opens in before.definition.opens if opens.form == draft.definition.key]
        taken = {there: here for opens in ways for there, here in opens.carry.items()}
        drafts.drop_answers(
            draft,
            [
                there
                for there, here in taken.items()
                if here in names or still_tells(draft, there, gone.get(here))
            ],
        )


def still_tells(draft: Draft, name: str, said: str | None) -> bool:
    """Does an answer still hold what it was begun with? Who wrote something of their own in its place keeps it."""
    return said is not None and said in str(draft.answers.get(name, ""))


@dataclass(frozen=True)
class RelatedSheets:
    """Sealed sheets that may say the same: `numbers`, and how many there are that this person may not read."""

    numbers: list[str]
    hidden: int


def sheets_of_kin(actor: Actor, seen: records.Seen) -> RelatedSheets:
    """What the record follows, what follows it, what corrects it or was corrected by it; cancelled ones too."""
    row = seen.row
    every = [
        row.follows,
        *tasks.numbers_opened_from(row.number),
        row.supersedes,
        row.corrected_by,
        row.superseded_by,
    ]
    numbers = [number for number in dict.fromkeys(every) if number]
    read = [number for number in numbers if records.by_number(actor.viewer, number)]
    return RelatedSheets(read, len(numbers) - len(read))


def still_named(contents: set[str]) -> set[str]:
    """Those of these files that other entries name, too: a corrected sheet's photos, or the same picture elsewhere."""
    return contents and contents & {
        digest for name, value in records.everything_said() for digest in digests_in({name: value})
    }


def digest_by_name(entry: records.Sealed) -> dict[str, str]:
    return {records.open_disclosure(body)[0]: sdjwt.digest(body) for body in entry.disclosures}


def value_of(entry: records.Sealed, name: str):
    if name.startswith(records.ANSWER_CLAIM):
        return entry.answers.get(name.removeprefix(records.ANSWER_CLAIM))
    return entry.facts.get(name)
