"""What a sealed sheet says was moved and the books could not give: it waits for the dispatcher.

A sheet is not lost because the books are wrong. It waits until they are put right (a movement for the sheet, or a
stocktake of the part), until a later step of the sheet is booked in its place, or until somebody closes it with words.
"""

from collections.abc import Collection

from fieldforms.errors import NotFound
from fieldforms.flow import form_input
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.stock.parts import PART_KEEPERS
from fieldforms.store import audit
from fieldforms.store.database import transaction
from fieldforms.store.models import Part
from fieldforms.store.stock import parts, shortages
from fieldforms.store.stock.shortages import OpenShortage


def note_shortage(actor: Actor, number: str, part: Part, kind: str, quantity: int) -> None:
    """The sheet says that so many more were moved. Inside the transaction that seals it."""
    shortages.add_shortage(number, part, kind, quantity, actor.user_id)
    audit.record_action(actor.user_id, "stock.short", number, part=part.id, kind=kind, quantity=quantity)


def say_anew(actor: Actor, numbers: Collection[str], kind: str, number: str) -> None:
    """A step of the sheet `number` is booked again, or one that corrects `numbers`: what they lacked is asked anew."""
    for row in shortages.open_of_records(numbers, kind):
        shortages.close_shortage(row, actor.user_id, record=number)


def shortage_to_close(actor: Actor, shortage_id: int) -> OpenShortage:
    """Raises NotAllowed, and NotFound for what is settled already."""
    actor.needs(*PART_KEEPERS)
    found = shortages.open_shortage(actor.viewer, shortage_id)
    if found is None:
        raise NotFound
    return found


def close_shortage(actor: Actor, shortage_id: int, reason: str) -> None:
    """Nothing is to be booked, and `reason` says why. Raises ReasonNeeded, NotAllowed, NotFound."""
    with transaction():
        parts.for_moving(shortage_to_close(actor, shortage_id).part.id)
        found = shortage_to_close(actor, shortage_id)  # once more: two may close it at once
        form_input.check_reason(reason)
        shortages.close_shortage(found.row, actor.user_id, reason)
        audit.record_action(
            actor.user_id, "stock.close_short", found.row.record, part=found.part.id, reason=reason
        )
