"""Imports: a file, what was decided about it, and what became of it."""

from fieldforms.store import clock
from fieldforms.store.database import row_for_writing
from fieldforms.store.models import Import, User
from fieldforms.store.prepared import insert, one_of, prepared, update


def add_import(**values) -> Import:
    return insert(Import, at=clock.now(), refused="", done={}, **values)


@prepared
def imports_with_uuid(uuid):
    return Import.select(Import, User).join(User).where(Import.uuid == uuid)


def latest_imports(kinds: tuple[str, ...], limit: int) -> list[Import]:
    """Of these kinds, newest first."""
    return imports_of_kinds(kinds, limit)


@prepared
def imports_of_kinds(kinds, limit):
    query = Import.select(Import, User).join(User).where(one_of(Import.kind, kinds))
    return query.order_by(Import.id.desc()).limit(limit)


def change_import(row: Import, **values) -> None:
    update(Import, row.id, **values)


def import_for_writing(row: Import) -> Import:
    return row_for_writing(row)


def files_of_imports() -> set[str]:
    return {digest for (digest,) in Import.select(Import.file).tuples()}


def forget_imports_before(at: int) -> None:
    """Those that nobody applied."""
    Import.delete().where(Import.at < at, Import.applied_at.is_null()).execute()
