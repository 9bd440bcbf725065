"""What came on the day after 0021, in one step.

- Filters that somebody keeps under a name, for themselves or for their colleagues at the desk.
- A box of a diagram that somebody moved stays where it was put; what was changed of one row is found at once, however long the
  audit is.
- A client's papers are written in Chinese and in English: each text says which it is; those of before are Chinese. And whatever was
  issued says whether it tells of rooms' cabling and faults: until now that was told by its kind alone.
- A sheet waits for its review, and goes back to whoever has to do something about it; a follow-up has an owner, a day and an outcome.
  Sheets of before ask for no review: their forms' versions name nobody. A signature that was refused waits for a follow-up from now
  on; where a supervisor has read such a sheet already, what they wrote counts as its end, as 0009 did with low ratings.
- What statistics count stands in the list of sheets: when a fault was looked at and restored, when a sheet was signed, the class of a
  fault, minutes and cost of its repair. Rows of before get theirs when the projection is made anew (RULES 5).
- A second factor beside the password: the authenticator's secret, the codes for when it is lost, and in which sessions it was shown.
- What is technical of devices in confidential rooms is found by who has the clearance alone: those are indexed anew.
- Which gender a port's connector has, and on which day a cable was tested last (field-data.md §1, §3).
- In which records what their form does not keep for ever was erased: else each would be looked through every hour.
"""

from peewee import BigIntegerField, BooleanField, CharField, ForeignKeyField, Model


class User(Model):
    class Meta:
        table_name = "users"


class Room(Model):
    class Meta:
        table_name = "rooms"


class Device(Model):
    class Meta:
        table_name = "devices"


class SavedView(Model):
    owner = ForeignKeyField(User, index=False)
    page = CharField()
    name = CharField()
    query = CharField()
    shared = BooleanField(default=False)
    saved_at = BigIntegerField()

    class Meta:
        table_name = "saved_views"
        legacy_table_names = False
        indexes = ((("owner", "page", "name"), True), (("page", "shared"), False))


class DiagramPlace(Model):
    room = ForeignKeyField(Room, index=False)
    system = CharField(default="")
    device = ForeignKeyField(Device)
    place = CharField()
    at = BigIntegerField()
    by = ForeignKeyField(User, null=True, index=False)

    class Meta:
        table_name = "diagram_places"
        legacy_table_names = False
        indexes = ((("room", "system", "device"), True),)


class RecoveryCode(Model):
    user = ForeignKeyField(User)
    code = CharField(unique=True)
    created_at = BigIntegerField()
    used_at = BigIntegerField(null=True)

    class Meta:
        table_name = "recovery_codes"
        legacy_table_names = False


class Retention(Model):
    record = CharField(unique=True)
    rule = CharField()
    at = BigIntegerField()

    class Meta:
        table_name = "retentions"
        legacy_table_names = False


MADE = (SavedView, DiagramPlace, RecoveryCode, Retention)
CABLING = (
    "ALTER TABLE ports ADD COLUMN gender VARCHAR(255)",
    "ALTER TABLE connections ADD COLUMN tested_on VARCHAR(255) NOT NULL DEFAULT ''",
)
REVIEWS = (
    "ALTER TABLE records ADD COLUMN review_by VARCHAR(255) NOT NULL DEFAULT ''",
    "ALTER TABLE records ADD COLUMN returned_since BIGINT",
    "ALTER TABLE records ADD COLUMN cost_disputed BOOLEAN NOT NULL DEFAULT FALSE",
    "ALTER TABLE records ADD COLUMN responded_at BIGINT",
    "ALTER TABLE records ADD COLUMN restored_at BIGINT",
    "ALTER TABLE records ADD COLUMN signed_at BIGINT",
    "ALTER TABLE records ADD COLUMN fault_class VARCHAR(255) NOT NULL DEFAULT ''",
    "ALTER TABLE records ADD COLUMN minutes BIGINT",
    "ALTER TABLE records ADD COLUMN cost BIGINT",
    "CREATE INDEX record_signed_at_id ON records (signed_at, id)",
    "CREATE INDEX record_cost_disputed_dated_at_id ON records (cost_disputed, dated_at, id)",
    "CREATE INDEX record_review_by_dated_at_id ON records (review_by, dated_at, id)",
    "CREATE INDEX record_returned_since_id ON records (returned_since, id)",
    "ALTER TABLE reviews ADD COLUMN owner_id INTEGER REFERENCES users (id)",
    "ALTER TABLE reviews ADD COLUMN due_on VARCHAR(255)",
    "ALTER TABLE reviews ADD COLUMN ending VARCHAR(255)",
    "INSERT INTO reviews (record, by_id, note, settles, at) SELECT record, by_id, note, 'low_rating', at FROM reviews "
    "WHERE id IN (SELECT MIN(reviews.id) FROM reviews JOIN users ON users.id = reviews.by_id "
    "JOIN records ON records.uuid = reviews.record "
    "WHERE users.role = 'supervisor' AND settles IN ('', 'note') AND note <> '' AND records.outcome = 'refused' AND records.state = 'closed' "
    "GROUP BY reviews.record) "
    "AND NOT EXISTS (SELECT 1 FROM reviews AS ended WHERE ended.record = reviews.record AND ended.settles = 'low_rating')",
)
# The worker does, and until then a search looks at them themselves (0017).
INDEXED_ANEW = (
    "INSERT INTO devices_to_index (device_id) SELECT devices.id FROM devices "
    "JOIN rooms ON rooms.id = devices.room_id WHERE rooms.confidential"
)


def up(migrator, db):
    with db.bind_ctx([User, Room, Device, *MADE]):
        db.create_tables(MADE)
    migrator.migrate(
        migrator.add_index("audit", ("ref", "action")),
        migrator.add_column("client_texts", "lang", CharField(null=True)),
        migrator.add_column("documents", "tells_of_rooms", BooleanField(null=True)),
        migrator.add_column("users", "second_factor", CharField(null=True)),
        migrator.add_column("users", "second_factor_at", BigIntegerField(null=True)),
        migrator.add_column("users", "second_factor_step", BigIntegerField(null=True)),
        migrator.add_column("users", "second_factor_asked_at", BigIntegerField(null=True)),
        migrator.add_column("sessions", "proven_at", BigIntegerField(null=True)),
    )
    for statement in (*CABLING, *REVIEWS, INDEXED_ANEW):
        db.execute_sql(statement)
