"""An import from the file to the register: begun, its columns placed, its rows corrected, written all or not at all."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from types import MappingProxyType
from typing import Any

from fieldforms.errors import N_, BadInput, BadList, ImportStale, NotFound, Problem
from fieldforms.flow.importing import file_tables, remembered_words, verdicts
from fieldforms.flow.importing.choices import Choices, RowCorrection, choices_from_json, corrections_from_json
from fieldforms.flow.importing.import_kinds import IMPORT_KINDS, IMPORTERS, ImportKind
from fieldforms.flow.importing.list_rows import ListRow
from fieldforms.flow.importing.verdicts import Verdicts
from fieldforms.flow.jobs import jobs
from fieldforms.flow.people.actors import Actor
from fieldforms.store import audit, clock
from fieldforms.store.database import transaction
from fieldforms.store.files import files
from fieldforms.store.importing import imports
from fieldforms.store.models import Import
from fieldforms.store.people import accounts

ERRAND_OF_IMPORTS = "import"
MOST_IMPORTS_LISTED = 50
MOST_NAME_OF_FILE = 120
NOT_READY = N_("还有没看懂或没回答的内容，或者您看过以后档案有了变动，所以什么也没有写。请再看一遍，再写入。")
REFUSED_IN_WRITING = N_("写到一半有一行不能写，所以什么也没有写。请再看一遍，再写入。")
NOBODY_MAY = N_("要求写入的人已经不能导入，所以什么也没有写。")
LIST_TYPE = "application/octet-stream"

written: dict[str, tuple[int, int]] = {}  # uuid → (rows written, of how many) of what this process is writing


class ImportUnready(Exception):
    """Something is not understood, or not answered, or nothing is to be written."""


def kinds_for_actor(actor: Actor) -> list[ImportKind]:
    return [kind for kind in IMPORT_KINDS.values() if actor.user and actor.user.role in kind.may]


def kind_for_actor(actor: Actor, name: str) -> ImportKind:
    """Raises NotFound, NotAllowed."""
    actor.needs(*IMPORTERS)
    found = next((kind for kind in kinds_for_actor(actor) if kind.name == name), None)
    if found is None:
        raise NotFound
    return found


def begin_import(actor: Actor, kind: str, name: str, body: bytes, uuid: str) -> Import:
    """Keep the file and look at it; nothing else is written. Raises BadList, NotFound, NotAllowed, NoRoom."""
    found = kind_for_actor(actor, kind)
    tables = file_tables.tables_of_file(body)
    choices = Choices(sheet=verdicts.sheet_to_begin_with(tables, found.name))
    with transaction():
        return add_import(actor, kind, name, files.keep_file(body, LIST_TYPE).digest, choices, uuid)


def is_begun(uuid: str) -> bool:
    """Was this form sent before?"""
    return imports.imports_with_uuid.first(uuid) is not None


def add_import(actor: Actor, kind: str, name: str, file: str, choices: Choices, uuid: str) -> Import:
    row = imports.add_import(
        uuid=uuid, kind=kind, name=name[:MOST_NAME_OF_FILE], file=file, by=actor.user_id, choices=asdict(choices),
        corrections={},
    )  # fmt: skip
    audit.record_action(actor.user_id, "import.begin", uuid, kind=kind, file=file)
    return row


def begin_with_sheet(actor: Actor, uuid: str, sheet: int, new: str) -> Import:
    """Another sheet of the same file. Raises NotFound."""
    row = import_for_actor(actor, uuid)
    opened = verdicts.open_list(row)
    if sheet not in {at for at, _table in opened.other_sheets}:
        raise NotFound
    with transaction():
        return add_import(actor, row.kind, row.name, row.file, Choices(sheet=sheet), new)


def import_for_actor(actor: Actor, uuid: str) -> Import:
    """One's own; what was written, any importer may look at. Raises NotFound, NotAllowed."""
    actor.needs(*IMPORTERS)
    row = imports.imports_with_uuid.first(uuid)
    if row is None or actor.account.role not in IMPORT_KINDS[row.kind].may:
        raise NotFound
    if row.by_id != actor.user_id and not row.applied_at:
        raise NotFound
    return row


def import_to_change(actor: Actor, uuid: str) -> Import:
    """One's own, not written yet. Call inside a transaction. Raises NotFound, NotAllowed, ImportStale."""
    row = import_for_actor(actor, uuid)
    row = imports.import_for_writing(row)
    if row.asked_at or row.applied_at or row.by_id != actor.user_id:
        raise ImportStale
    return row


def latest_imports_for(actor: Actor) -> list[Import]:
    """One's own, and what others have written."""
    kinds = tuple(kind.name for kind in kinds_for_actor(actor))
    rows = imports.latest_imports(kinds, MOST_IMPORTS_LISTED)
    return [row for row in rows if row.applied_at or row.by_id == actor.user_id]


def place_columns(actor: Actor, uuid: str, choices: Choices) -> Import:
    """Where the columns go from now on; corrections stay; later lists know what was said otherwise. Raises NotFound, ImportStale, BadList."""
    with transaction():
        row = import_to_change(actor, uuid)
        opened = verdicts.open_list(row, choices)
        learned = remembered_words.columns_to_remember(row.kind, opened.columns)
        imports.change_import(row, choices=asdict(replace(choices, learned=learned)), refused="")
        return row


def correct_rows(
    actor: Actor,
    uuid: str,
    corrections: Mapping[int, RowCorrection],
    words: Mapping[str, Mapping[str, str]],
    answers: Mapping[str, str],
    habits: Mapping[str, Any] = MappingProxyType({}),
) -> Import:
    """Beside what was said before. `habits`: of Verdicts.habits_asked. Raises NotFound, ImportStale."""
    with transaction():
        row = import_to_change(actor, uuid)
        kept = corrections_from_json(row.corrections)
        kept |= {
            number: kept.get(number, RowCorrection()).with_more(each) for number, each in corrections.items()
        }
        choices = choices_from_json(row.choices).with_words(words)
        choices = replace(choices, answers={**choices.answers, **answers}, **habits)
        imports.change_import(
            row,
            corrections={str(number): asdict(each) for number, each in sorted(kept.items())},
            choices=asdict(choices),
            refused="",
        )
        return row


def leave_out_open_rows(actor: Actor, uuid: str) -> Import:
    """What is not understood is put aside: the rest can be written. Raises NotFound, ImportStale, BadList."""
    row = import_for_actor(actor, uuid)
    found = verdicts.judge_import(actor, row)
    said = corrections_from_json(row.corrections)
    aside = {
        each.number: replace(said.get(each.number, RowCorrection()), is_left_out=True)
        for each in found.rows
        if each.state in ("refused", "ask")
    }
    return correct_rows(actor, uuid, aside, {}, {})


# Writing


def ask_to_write(actor: Actor, uuid: str) -> Import:
    """A job writes the rows, all or none, once it has judged them again. Raises NotFound, ImportStale."""
    row = import_for_actor(actor, uuid)
    if row.asked_at or row.applied_at:
        return row
    with transaction():
        row = import_to_change(actor, uuid)
        imports.change_import(row, asked_at=clock.now(), refused="")
        jobs.put_off(ERRAND_OF_IMPORTS, {"import": uuid}, key=uuid)
        return row


def write_import(about: dict) -> None:
    """The errand's work. Whatever refuses a row is told on the import's page, and nothing is written."""
    uuid = about["import"]
    row = imports.imports_with_uuid.first(uuid)
    if row is None or row.applied_at or not row.asked_at:
        return
    try:
        write_rows(Actor(accounts.by_id(row.by_id)), row)
    except ImportUnready:
        put_import_back(row, NOT_READY)
    except BadList as refused:
        put_import_back(row, refused.values["why"])
    except (BadInput, NotFound) as refused:
        put_import_back(row, REFUSED_IN_WRITING if isinstance(refused, BadInput) else NOBODY_MAY)
    except Problem as refused:
        if refused.status >= 500:  # busy, or no room: tried again
            raise
        put_import_back(row, REFUSED_IN_WRITING)
    finally:
        written.pop(uuid, None)


def put_import_back(row: Import, why: str) -> None:
    with transaction():
        imports.change_import(row, asked_at=None, refused=why)


def write_rows(actor: Actor, row: Import) -> None:
    """Raises ImportUnready where the rows are no longer what they were. One transaction."""
    if actor.account.disabled_at or actor.account.role not in IMPORT_KINDS[row.kind].may:
        raise NotFound
    opened = verdicts.open_list(row)
    with transaction():
        row = imports.import_for_writing(row)
        if row.applied_at:
            return
        found = verdicts.judge_import(actor, row, opened)
        if not found.are_ready:
            raise ImportUnready
        done = done_of_rows(found, written_ids(row.uuid, found))
        imports.change_import(row, applied_at=clock.now(), done=done)
        audit.record_action(actor.user_id, "import.write", row.uuid, kind=row.kind, **found.counts)


def written_ids(uuid: str, found: Verdicts) -> dict[str, list[int]]:
    """new and changed → ids of the register's rows."""
    ids: dict[str, list[int]] = {"new": [], "changed": []}
    rows = found.rows_to_write
    for at, each in enumerate(rows):
        state = each.state
        ids[state] += [made.id for made in found.keeper.write_row(each)]
        written[uuid] = at + 1, len(rows)
    return ids


def done_of_rows(found: Verdicts, ids: dict[str, list[int]]) -> dict[str, Any]:
    made = found.keeper.made
    return {
        "counts": found.counts,
        "ids": ids,
        "clients": [row.name for key, row in made.items() if key[0] == "client"],
        "rooms": [row.name for key, row in made.items() if key[0] == "room"],
        "left_out": [each.number for each in found.rows if each.is_left_out],
        "ports": sum(len(each.aside.get("ports", ())) * each.copies for each in found.rows_to_write),
        "named": named_changes(found),
    }


def ids_written(row: Import) -> tuple[int, ...]:
    """Of the register's rows that it made or changed."""
    return (*row.done["ids"]["new"], *row.done["ids"]["changed"])


def named_changes(found: Verdicts) -> list[dict]:
    """Devices that changed and wear a label, or for which somebody has begun a sheet."""
    changed = [row for row in found.rows_to_write if row.known]
    hanging = verdicts.labels_and_drafts(changed, getattr(found.keeper, "worn", {}))
    return [
        {
            "device": row.known.id,
            "name": row.known.name,
            "label": hanging[row.known.id][0],
            "drafts": hanging[row.known.id][1],
        }
        for row in changed
        if hasattr(row.known, "of_model_id") and row.known.id in hanging
    ]


def title_of_row(kind: ImportKind, row: ListRow) -> str:
    """What a person would call it."""
    said = (row.given.get(name) or row.texts.get(name, "") for name in kind.title)
    return " · ".join(text for text in said if text)
