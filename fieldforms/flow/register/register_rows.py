"""What editing does with every row of the registers: read once more, seen against what its form showed, written, noted."""

from collections.abc import Callable
from typing import TypeVar

from fieldforms.flow import form_changes
from fieldforms.flow.form_changes import Shown
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register import register_columns, register_looks
from fieldforms.flow.register.register_columns import Columns
from fieldforms.store import audit
from fieldforms.store.database import transaction
from fieldforms.store.models import (
    Client,
    Connection,
    Contact,
    Device,
    DeviceModel,
    Document,
    KnownFault,
    Maker,
    Part,
    Port,
    Room,
)

# As the audit calls them: "device.edit".
KINDS_OF_ROWS = {
    Client: "client",
    Contact: "contact",
    Room: "room",
    Device: "device",
    DeviceModel: "model",
    Document: "document",
    KnownFault: "known_fault",
    Maker: "maker",
    Part: "part",
    Port: "port",
    Connection: "connection",
}

Row = TypeVar("Row", Client, Contact, Room, Device, DeviceModel, Document, Maker, Part)


def edit_row(
    actor: Actor,
    row: Row,
    asked: Columns,
    values: dict,
    shown: Shown,
    write: Callable[[Row, dict], None],
    **noted,
) -> Row:
    """The row as it stood, with `values` written over it where they change anything.

    `asked`: the columns of the form. `shown`: as form_changes.changes_of_form takes it. `write`: given the row as it
    stands, and the values; it may refuse. `noted`: in the audit, too. Raises NotFound, ChangedMeanwhile, and what `write` does.
    """
    action = f"{kind_of_row(row)}.edit"
    with transaction():
        row = form_changes.row_as_it_stands(row)
        changed = register_columns.changes_of_row(asked, row, values, shown, action)
        if changed:
            write(row, values)
            audit.record_action(actor.user_id, action, str(row.id), **changed, **noted)
            register_looks.note_deed(actor, row, "edit", changed)
    return row


def kind_of_row(row) -> str:
    return KINDS_OF_ROWS[type(row)]
