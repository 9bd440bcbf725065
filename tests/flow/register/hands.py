"""What a form of the register would post."""

from fieldforms.flow.register import register_columns


def known(row, table, **changes) -> dict:
    """What the form of this row would post."""
    return register_columns.input_texts(table, row.__data__) | changes
