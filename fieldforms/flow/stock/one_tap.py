"""What whoever stands there with a thing may do with it at once: take one, hand one out, give one back."""

from collections.abc import Sequence
from dataclasses import dataclass

from fieldforms.flow.people.actors import Actor
from fieldforms.flow.stock import movements
from fieldforms.flow.stock.parts import LENT, PART_KEEPERS
from fieldforms.store.models import Part, StockPlace
from fieldforms.store.stock.stock import StockAt


@dataclass(frozen=True)
class OneTap:
    """`keeper`: hands out and has things back, others take and give back. `back`: where the one lies that comes back, `to`
    where it goes; `take`: where one is taken from."""

    keeper: bool
    back: StockAt | None
    to: StockPlace | None
    take: StockAt | None


def offered_movement(actor: Actor, part: Part, lying: Sequence[StockAt]) -> OneTap | None:
    """A technician takes one or gives theirs back; who keeps the store hands one out, or has back the only one that is
    out. None: neither can be done."""
    if actor.account.role not in movements.MOVERS or part.retired_at:
        return None
    keeper = actor.account.role in PART_KEEPERS
    shelf = sorted(
        (at for at in lying if at.place.kind != "person"), key=lambda at: at.place.kind == "client"
    )
    back = holding_to_return(actor, part, lying, keeper)
    targets = movements.places_to_give_to(actor, part, "returned")
    take = shelf[0] if shelf and shelf[0] != back else None
    to = targets[-1 if part.client_id else 0] if targets else None
    return OneTap(keeper, back if to else None, to, take) if take or (back and to) else None


def holding_to_return(actor: Actor, part: Part, lying: Sequence[StockAt], keeper: bool) -> StockAt | None:
    """The one that can come back: the only one out of the store for who keeps it, else what the person carries."""
    lent = [at for at in lying if at.place.kind != "company"] if keeper and part.kind in LENT else []
    mine = lent if len(lent) == 1 else [at for at in lying if at.place.user_id == actor.user_id]
    return mine[0] if mine else None
