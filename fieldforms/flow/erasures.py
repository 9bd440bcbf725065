"""Erasing what an entry says on a person's request: the disclosure, its files and index rows go, the seal stays whole."""

from fieldforms.errors import NotFound, ReasonNeeded
from fieldforms.flow import carrying, folding, sdjwt, seals
from fieldforms.flow import drafts as working_drafts
from fieldforms.flow.actors import Actor
from fieldforms.flow.projection import project
from fieldforms.flow.records import add_event, event, found_by
from fieldforms.store import drafts, files, records, search, tasks
from fieldforms.store.database import transaction
from fieldforms.store.models import Entry


def erase(actor: Actor, number: str, seq: int, names: list[str], reason: str) -> Entry:
    """Erase named answers or facts of one entry on a person's request; seal and chain stay whole.

    The `erased` entry names what, when, by whom and why. Files that only the erased value named go with it.
    """
    actor.needs("admin")
    if not reason:
        raise ReasonNeeded
    with transaction():
        seals.lock(found_by(actor, number).row.client_id)
        seen = records.whole(found_by(actor, number).row.uuid)
        target = next((entry for entry in seen.entries if entry.row.seq == seq), None)
        if target is None:
            raise NotFound
        found = {name: digest for name, digest in named_digests(target).items() if name in names}
        if not found:
            raise NotFound
        erased = [{"seq": seq, "names": sorted(found), "digests": sorted(found.values())}]
        fold = folding.fold(seen.definition, seen.entries)
        by_entry = add_event(actor, seen, event(fold, seen, folding.ERASED, actor, reason, erased=erased))
        contents = {
            digest for name in found for digest in working_drafts.digests_in({name: value_of(target, name)})
        }
        for name, digest in found.items():
            records.erase(target.row, digest, name, by_entry)
        for content in contents - still_named(contents):
            files.erase(content)
        answers = [name.removeprefix(records.ANSWER) for name in found]
        drafts.forget(seen.row.uuid, seen.row.number, answers)
        forget_carried(seen, set(answers))
        project(seen.row.uuid)
    search.purge()
    return by_entry


def forget_carried(seen: records.Seen, names: set[str]) -> None:
    """Drafts of following sheets started with some of it, under names of their own."""
    for draft in drafts.following(seen.row.number):
        opens = carrying.opening(seen, draft.definition.key)
        taken = opens.carry.items() if opens else ()
        drafts.drop(draft, [there for there, here in taken if here in names or here in carrying.SPOKEN])


def relatives(actor: Actor, seen: records.Seen) -> list[str]:
    """Numbers of the sealed sheets that may say the same: what it follows, follows it, corrects it or was corrected."""
    row = seen.row
    kin = [
        row.follows,
        *(each.number for each in tasks.followers(row.number)),
        row.supersedes,
        row.superseded_by,
    ]
    return [number for number in dict.fromkeys(kin) if number and records.by_number(actor.viewer, number)]


def still_named(contents: set[str]) -> set[str]:
    """Those of these files that other entries name, too: a corrected sheet's photos, or the same picture elsewhere."""
    return contents and contents & {
        digest
        for name, value in records.everything_said()
        for digest in working_drafts.digests_in({name: value})
    }


def named_digests(entry: records.Sealed) -> dict[str, str]:
    return {records.opened(body)[0]: sdjwt.digest(body) for body in entry.disclosures}


def value_of(entry: records.Sealed, name: str):
    if name.startswith(records.ANSWER):
        return entry.answers.get(name.removeprefix(records.ANSWER))
    return entry.facts.get(name)
