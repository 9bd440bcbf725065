"""Devices are found by words, in pinyin too, and listed by client, room and name, however many there are.

`sorted_as` is where a device stands in the list. The index of words is made by the program; what it has yet to take in
stands in `devices_to_index`, a row for each change, so that a change during the indexing is not taken for done. Triggers see
to both: whoever changes a device, its room, its client, its label or its ports need not think of it.
"""

from peewee import SqliteDatabase

SORTED_AS = (
    "(SELECT substr(short_name, 1, 100) FROM clients WHERE id = {device}.client_id) || {separator}"
    " || COALESCE((SELECT substr(name, 1, 100) FROM rooms WHERE id = {device}.room_id), '') || {separator}"
    " || substr({device}.name, 1, 100)"
)
AGAIN = "UPDATE devices SET name = name WHERE {column} = NEW.id"  # the trigger of devices does the rest
NAMED = (("rooms", "room_id"), ("clients", "client_id"))
BELONGING = ("codes", "ports")  # to a device, or to something else

SQLITE = (
    "ALTER TABLE devices ADD COLUMN sorted_as TEXT NOT NULL DEFAULT ''",
    "CREATE TABLE devices_to_index (id INTEGER NOT NULL PRIMARY KEY, device_id INTEGER NOT NULL REFERENCES devices (id))",
    # Words alone: neither phrases nor ranks are asked for, and the words stand in the register.
    "CREATE VIRTUAL TABLE search_devices USING fts5(words, tokenize='unicode61', detail=none, columnsize=0, prefix='1 2')",
    *(
        f"CREATE TRIGGER devices_{event.lower()}_listed AFTER {event} ON devices {when} BEGIN "
        f"INSERT INTO devices_to_index (device_id) VALUES (NEW.id); "
        f"UPDATE devices SET sorted_as = {place} WHERE id = NEW.id AND sorted_as <> {place}; END"
        for place in (SORTED_AS.format(device="NEW", separator="char(31)"),)
        for event, when in (("INSERT", ""), ("UPDATE", "WHEN NEW.sorted_as = OLD.sorted_as"))
    ),
    *(
        f"CREATE TRIGGER {table}_listed AFTER UPDATE ON {table} BEGIN {AGAIN.format(column=column)}; END"
        for table, column in NAMED
    ),
    *(
        f"CREATE TRIGGER {table}_{event.lower()}_listed AFTER {event} ON {table} BEGIN "
        f"INSERT INTO devices_to_index (device_id) SELECT id FROM devices WHERE id IN ({ids}); END"
        for table in BELONGING
        for event, ids in (("INSERT", "NEW.device_id"), ("UPDATE", "NEW.device_id, OLD.device_id"))
    ),
)

POSTGRESQL = (
    # In the order of its characters, whatever the server's language is: pages begin where the one before ended.
    """ALTER TABLE devices ADD COLUMN sorted_as TEXT COLLATE "C" NOT NULL DEFAULT ''""",
    "CREATE TABLE devices_to_index (id SERIAL PRIMARY KEY, device_id INTEGER NOT NULL REFERENCES devices (id))",
    "CREATE TABLE search_devices (device_id INTEGER PRIMARY KEY, words TSVECTOR NOT NULL)",
    "CREATE INDEX search_devices_words ON search_devices USING gin (words)",
    "CREATE FUNCTION fieldforms_place_device() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    f"NEW.sorted_as := {SORTED_AS.format(device='NEW', separator='chr(31)')}; RETURN NEW; END $$",
    "CREATE FUNCTION fieldforms_mark_device() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    "INSERT INTO devices_to_index (device_id) VALUES (NEW.id); RETURN NULL; END $$",
    "CREATE TRIGGER devices_placed BEFORE INSERT OR UPDATE ON devices FOR EACH ROW EXECUTE FUNCTION fieldforms_place_device()",
    "CREATE TRIGGER devices_listed AFTER INSERT OR UPDATE ON devices FOR EACH ROW EXECUTE FUNCTION fieldforms_mark_device()",
    *(
        statement
        for table, column in NAMED
        for statement in (
            f"CREATE FUNCTION fieldforms_mark_{table}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"{AGAIN.format(column=column)}; RETURN NULL; END $$",
            f"CREATE TRIGGER {table}_listed AFTER UPDATE ON {table} FOR EACH ROW "
            f"EXECUTE FUNCTION fieldforms_mark_{table}()",
        )
    ),
    "CREATE FUNCTION fieldforms_mark_wearer() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    "INSERT INTO devices_to_index (device_id) SELECT id FROM devices "
    "WHERE id = NEW.device_id OR TG_OP = 'UPDATE' AND id = OLD.device_id; RETURN NULL; END $$",
    *(
        f"CREATE TRIGGER {table}_listed AFTER INSERT OR UPDATE ON {table} FOR EACH ROW "
        "EXECUTE FUNCTION fieldforms_mark_wearer()"
        for table in BELONGING
    ),
)

INDEXES = (
    "CREATE INDEX devices_in_use ON devices (sorted_as, id) WHERE retired_at IS NULL",
    "CREATE INDEX devices_retired ON devices (sorted_as, id) WHERE retired_at IS NOT NULL",
    "CREATE INDEX devices_by_client ON devices (client_id, sorted_as, id)",
    "CREATE INDEX devices_by_category ON devices (category, sorted_as, id)",
    "CREATE INDEX devices_by_state ON devices (state, sorted_as, id)",
    "CREATE INDEX devices_by_serial ON devices (serial)",
    "CREATE INDEX devices_by_asset_no ON devices (asset_no)",
    "DROP INDEX device_client_id",  # the one above begins with it
)


def up(migrator, db):
    for statement in SQLITE if isinstance(db, SqliteDatabase) else POSTGRESQL:
        db.execute_sql(statement)
    db.execute_sql("UPDATE devices SET name = name")  # each finds its place, and is to be indexed
    for statement in INDEXES:
        db.execute_sql(statement)
