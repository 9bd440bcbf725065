"""Before a migration an archive: there is no way back but that one (docs/operations.md)."""

from fieldforms.errors import N_, Problem
from fieldforms.flow.archives import keeping
from fieldforms.store import database

MOST_BEFORE_MIGRATIONS = 3


class NoArchiveBeforeMigration(Problem):
    """`why`: what the archive was refused for."""

    status = 500
    sentence = N_("升级数据库之前要先做一份备份，没有做成，所以没有升级：%(why)s")


def make_archive_before_migrations() -> None:
    """On SQLite, where there is something to lose: made and checked, before the lock is taken. Photos are left out, no migration
    touches them. PostgreSQL's administrators have their own (docs/operations.md). Raises NoArchiveBeforeMigration.
    """
    pending = database.pending_migrations()
    if not pending or database.dialect_of() != "sqlite" or not database.was_migrated():
        return
    try:
        keeping.make_archive_of_now(ending=f"-before-{pending[0][:4]}", with_files=False)
    except (Problem, OSError) as refused:
        raise NoArchiveBeforeMigration(why=refused) from refused
    keeping.delete_archives(keeping.archives_before_migrations()[MOST_BEFORE_MIGRATIONS:])
