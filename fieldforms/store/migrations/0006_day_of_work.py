"""Lists go by the day of the work: the indexes that keep their order, and the histories of devices, follow.

What the sheets that are there say of their day is the projection's to read (`fieldforms rebuild`): until then it is that
of sealing, as before.
"""

INDEXED = ("client_id", "technician_id", "satisfaction", "unsigned", "outcome", "assignee_id", "opened_by_id")
LISTS = [*((column,) for column in INDEXED), ("client_id", "state")]
ABOUT = (
    "DROP INDEX recorddevice_device_id_opened_at_record_id",
    "ALTER TABLE record_devices RENAME COLUMN opened_at TO dated_at",
    "UPDATE record_devices SET dated_at = (SELECT dated_at FROM records WHERE records.id = record_devices.record_id)",
    "CREATE INDEX recorddevice_device_id_dated_at_record_id ON record_devices (device_id, dated_at, record_id)",
)


def up(migrator, db):
    db.execute_sql("CREATE INDEX record_dated_at_id ON records (dated_at, id)")
    for columns in LISTS:
        db.execute_sql(f"DROP INDEX record_{'_'.join(columns)}_opened_at_id")
        name = f"record_{'_'.join(columns)}_dated_at_id"
        db.execute_sql(f"CREATE INDEX {name} ON records ({', '.join(columns)}, dated_at, id)")
    for statement in ABOUT:
        db.execute_sql(statement)
