"""The client's file says where people and rooms are, and who is served no longer: clients and rooms can be put out of use."""

COLUMNS = (
    *(
        f"ALTER TABLE {table} ADD COLUMN {name} VARCHAR(255) NOT NULL DEFAULT ''"
        for table, name in (
            ("clients", "contract_no"), ("rooms", "building"), ("rooms", "kind"),
            ("contacts", "office"), ("contacts", "floor"), ("contacts", "email"),
        )
    ),
    "ALTER TABLE clients ADD COLUMN note TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE clients ADD COLUMN retired_at BIGINT",
    "ALTER TABLE rooms ADD COLUMN retired_at BIGINT",
)  # fmt: skip


def up(migrator, db):
    for statement in COLUMNS:
        db.execute_sql(statement)
