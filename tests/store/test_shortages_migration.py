"""The migration 0005 on a database of before: what was a line of the audit alone waits for somebody now."""

import pytest

from fieldforms.store import audit, database, scope
from fieldforms.store.models import Shortage
from fieldforms.store.stock import parts, shortages

NAME = "0005_shortages"


def before_it() -> None:
    """The same database as the schema of 0002 would hold it."""
    for statement in (
        "DROP TABLE shortage_closings",
        "DROP TABLE shortages",
        f"DELETE FROM schema_migration WHERE name = '{NAME}'",
    ):
        database.database.execute_sql(statement)


def part(name: str, kind: str):
    owned = {"brand": "", "model": "", "unit": "", "client": None, "low_at": None, "note": ""}
    return parts.add_part({"name": name, "kind": kind, **owned})


def test_of_a_sheet_and_part_the_last_line_counts_and_what_is_lent_was_to_come_back(world):
    lamp, scope_ = part("投影灯泡", "part"), part("示波器", "tool")
    chen = world.users["chen"].id
    with database.transaction():
        for number, each, quantity in (("A-1", lamp, 3), ("A-1", lamp, 1), ("A-2", scope_, 2)):
            audit.record_action(chen, "stock.short", number, part=each.id, quantity=quantity)
    before_it()
    assert database.migrate() == [NAME]
    found = [(row.record, row.part_id, row.kind, row.quantity, row.actor_id) for row in Shortage.select()]
    assert found == [("A-1", lamp.id, "fitted", 1, chen), ("A-2", scope_.id, "returned", 2, chen)]
    assert [each.missing for each in shortages.open_shortages(scope.SYSTEM)] == [1, 2]


def test_what_is_kept_is_sealed_as_in_a_new_database(world):
    lamp = part("投影灯泡", "part")
    with database.transaction():
        audit.record_action(world.users["chen"].id, "stock.short", "A-1", part=lamp.id, quantity=1)
    before_it()
    database.migrate()
    with pytest.raises(Exception, match="are sealed"), database.database.atomic():
        database.database.execute_sql("DELETE FROM shortages")
