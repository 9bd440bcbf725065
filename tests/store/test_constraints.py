"""What the tables refuse by themselves, every later schema refuses, too: on SQLite a rebuilt table loses it without a word,
on PostgreSQL one statement drops it, and no other test would see a bad row come."""

from fieldforms.store import database
from fieldforms.store.models import TABLES
from tests.kept.constraints import constraints

# Migration → constraints of before that it takes away, as `constraints` words them on either engine. Each was meant.
DROPPED: dict[str, set[str]] = {}
NAMES = [model._meta.table_name for model in TABLES]


def test_every_constraint_of_before_is_still_there(kept):
    before = constraints()
    assert all(
        any(word in line for line in before) for word in ("REFERENCES", "CHECK", "UNIQUE", "PRIMARY KEY")
    )
    applied = database.migrate()
    meant = set().union(*(DROPPED.get(name, ()) for name in applied))
    gone = sorted(before - constraints() - meant)
    assert not gone, "\n  ".join(
        [
            "a migration takes these away. A rebuilt table wants them again, in the same migration; what is meant stands in DROPPED:",
            *gone,
        ]
    )


def test_the_migrated_tables_refuse_what_the_models_name(new_database, engine, empty_url):
    """The models make a database of their own: what an engine makes of their words is compared, not the words."""
    database.connect(new_database(engine))
    made = constraints(NAMES)
    database.database.close()
    database.connect(empty_url)
    database.database.create_tables(TABLES)
    named = constraints(NAMES)
    assert named == made, "\n  ".join(
        [
            "the models and the migrations say the same of a table (docs/migrations.md):",
            *(f"models.py names, and no migration makes: {line}" for line in sorted(named - made)),
            *(f"a migration makes, and models.py does not name: {line}" for line in sorted(made - named)),
        ]
    )
