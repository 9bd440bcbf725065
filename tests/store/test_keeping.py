"""Another database can be kept on any day, and is kept before a migration needs it (docs/migrations.md)."""

from playhouse.migrations import Runner

from fieldforms.store import database
from tests.kept import looking, make
from tests.kept.loading import KEPT, MIGRATIONS, VERSIONS, Kept


def test_the_house_that_is_kept_says_something_in_every_column(empty_url, tmp_path):
    """`python -m tests.kept.make` fails here, and not on the day when a database is to be kept."""
    make.filled_house(empty_url, tmp_path / "instance")
    assert not make.reasons_against(), "\n".join(make.reasons_against())


def test_every_table_that_the_newest_migration_finds_has_rows_in_a_kept_database(tmp_path):
    """What it does to a table without rows shows nowhere. Its own tables are the next one's concern."""
    *_, before, newest = MIGRATIONS
    database.connect(f"sqlite:///{tmp_path / 'new.db'}")
    Runner(database.database.obj, str(database.MIGRATIONS)).up(before)
    found = set(looking.tables())
    database.database.close()
    bare = sorted(found - set().union(*(tables_with_rows(version, tmp_path) for version in VERSIONS)))
    assert not bare, (
        f"{newest} can do damage to {', '.join(bare)} unseen: no kept database has rows there. Put it aside, keep one "
        f"of {before[:4]}, and take it up again (docs/migrations.md, Keep another database)"
    )


def tables_with_rows(version: str, tmp_path) -> set[str]:
    """The engines' databases were filled by the same people: SQLite's answers for both."""
    url = f"sqlite:///{tmp_path / version}.db"
    Kept(KEPT / version, "sqlite", url, tmp_path / version).load()
    found = {table for table in looking.tables() if looking.rows(table)}
    database.database.close()
    return found
