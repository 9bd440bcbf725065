"""A chain's row only ever moves on to the entry that was just sealed: who deletes it, or sets it back, would let the next sheet
begin a second chain, and hide that the first one is gone."""

from peewee import SqliteDatabase

MOVES_ON = (
    "NEW.id = OLD.id AND NEW.name = OLD.name AND NEW.length = OLD.length + 1 AND EXISTS (SELECT 1 FROM entries "
    "WHERE chain_id = OLD.id AND chain_seq = NEW.length AND digest = NEW.head)"
)
TRIGGERS = {
    "sqlite": [
        "CREATE TRIGGER chains_no_delete BEFORE DELETE ON chains "
        "BEGIN SELECT RAISE(ABORT, 'chains are sealed'); END",
        f"CREATE TRIGGER chains_move_on BEFORE UPDATE ON chains WHEN NOT ({MOVES_ON}) "
        "BEGIN SELECT RAISE(ABORT, 'chains are sealed'); END",
    ],
    "postgresql": [
        "CREATE FUNCTION fieldforms_moves_on() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF {MOVES_ON} THEN RETURN NEW; END IF; "
        "RAISE EXCEPTION USING MESSAGE = TG_TABLE_NAME || ' are sealed'; END $$",
        "CREATE TRIGGER chains_no_delete BEFORE DELETE ON chains "
        "FOR EACH ROW EXECUTE FUNCTION fieldforms_sealed()",
        "CREATE TRIGGER chains_move_on BEFORE UPDATE ON chains "
        "FOR EACH ROW EXECUTE FUNCTION fieldforms_moves_on()",
        "CREATE TRIGGER chains_no_truncate BEFORE TRUNCATE ON chains "
        "FOR EACH STATEMENT EXECUTE FUNCTION fieldforms_sealed()",
    ],
}


def up(migrator, db):
    engine = "sqlite" if isinstance(db, SqliteDatabase) else "postgresql"
    for statement in TRIGGERS[engine]:
        db.execute_sql(statement)
