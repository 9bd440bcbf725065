"""A form that was sent twice makes one row."""

from fieldforms.store import clock


def row_sent_twice(table, values: dict, *in_force):
    """The very same row, made within the last minute; None when there is none. `in_force`: conditions it meets, too."""
    same = [
        getattr(table, name).is_null() if value is None else getattr(table, name) == value
        for name, value in values.items()
    ]
    return table.select().where(table.created_at >= clock.now() - clock.MINUTE, *in_force, *same).first()
