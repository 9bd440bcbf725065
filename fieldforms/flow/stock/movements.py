"""Stock moves: received, issued, fitted, returned, moved, scrapped. What each kind asks for stands in MOVEMENT_KINDS.

Each is one insert-only movement and one line of audit. A request names itself (`once`): sent twice, it moves once.
"""

from dataclasses import dataclass
from datetime import timedelta

from fieldforms.errors import N_, Invalid, NotEnough, NotFound
from fieldforms.flow import local_time
from fieldforms.flow.form_input import NOT_IN_RANGE, DayInput
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register import device_lists
from fieldforms.flow.register.register_columns import MOST_COUNTED
from fieldforms.flow.stock import stock_places
from fieldforms.flow.stock.parts import (
    LENT,
    PART_KEEPERS,
    count_from_text,
    is_usable_for,
    part_in_use,
    unit_of_part,
)
from fieldforms.forms.kinds.kind import CHOOSE, NEEDED, TOO_LONG
from fieldforms.forms.reading import clean_text, read_code
from fieldforms.store import audit, clock, scope
from fieldforms.store.database import transaction
from fieldforms.store.models import Device, Movement, Part, StockPlace
from fieldforms.store.record import records
from fieldforms.store.register.device_lists import DeviceFilters
from fieldforms.store.stock import parts, stock

MOVERS = (*PART_KEEPERS, "technician")
EVERY_PLACE = ("company", "client", "person")
REMEMBERED = clock.DAY_MS  # so long a request that comes again is known
LENT_FOR = {"tool": 7, "loan_unit": 30}  # days, unless somebody says otherwise


@dataclass(frozen=True)
class MovementKind:
    """One kind of movement. `takes` and `gives`: kinds of places it may come from and go to (none: outside).

    `does` is the button, `label` the line of a list. `handed`: where a technician may give to.
    """

    label: str
    does: str
    by: tuple[str, ...]
    takes: tuple[str, ...] = ()
    gives: tuple[str, ...] = ()
    handed: tuple[str, ...] = ()
    device: bool = False
    due: bool = False
    reason: bool = False


MOVEMENT_KINDS = {
    "received": MovementKind(N_("入库"), N_("入库"), PART_KEEPERS, gives=("company", "client")),
    "issued": MovementKind(
        N_("领用"), N_("领用"), MOVERS, ("company", "client"), ("person", "client"), ("person",), due=True
    ),
    "fitted": MovementKind(N_("装机"), N_("装到设备上"), MOVERS, EVERY_PLACE, device=True),
    "returned": MovementKind(
        N_("归还"), N_("归还"), MOVERS, ("person", "client"), ("company", "client"), ("company", "client")
    ),
    "moved": MovementKind(N_("调拨"), N_("调拨"), PART_KEEPERS, EVERY_PLACE, EVERY_PLACE),
    "scrapped": MovementKind(N_("报废"), N_("报废"), PART_KEEPERS, EVERY_PLACE, reason=True),
}
MOVEMENT_LABELS = {name: kind.label for name, kind in MOVEMENT_KINDS.items()} | {"counted": N_("盘点")}

QUANTITY_LABEL, DEVICE_LABEL = N_("数量"), N_("哪台设备")
SOURCE_LABEL, TARGET_LABEL = N_("从哪里"), N_("到哪里")
DUE_LABEL, RECORD_LABEL, NOTE_LABEL, REASON_LABEL = N_("应还日期"), N_("单据编号"), N_("备注"), N_("原因")
DUE_DAY = DayInput(DUE_LABEL, needed=True)
NO_DEVICE = N_("没有找到这台设备，请扫标签或填完整的名称。")
NO_RECORD = N_("没有编号为“%(number)s”的单据。")
OWNERS_ONLY = N_("这是%(client)s自己的备件，只能用在那里。")
BEFORE_TODAY = N_("“%(label)s”不能早于今天。")
SAME_PLACE = N_("“从哪里”和“到哪里”是同一个地方。")
LONGEST_NOTE = 500


def move_part(actor: Actor, part_id: int, kind: str, given: dict) -> Movement:
    """Move some of a part as MOVEMENT_KINDS[kind] says.

    `given`: quantity, source and target (keys of places), device (code or name), due_on (ISO day), record (number),
    note, once: all text as typed. Raises NotFound, NotAllowed, Invalid, NotEnough.
    """
    part = part_to_move(actor, part_id, kind)
    typed = {name: clean_text(given.get(name, "") or "") for name in MOVEMENT_INPUTS}
    wanted = TypedMovement(actor, part, kind, typed)
    wrong = list(wanted.all_mistakes())
    if wrong:
        raise Invalid(wrong)
    return book_movement(actor, part, kind, **wanted.values(), once=typed["once"][:80])


def part_to_move(actor: Actor, part_id: int, kind: str) -> Part:
    """A part that the actor may move so. Raises NotFound, NotAllowed."""
    if kind not in MOVEMENT_KINDS:
        raise NotFound
    actor.needs(*MOVEMENT_KINDS[kind].by)
    part = part_in_use(actor, part_id)
    if not suits_movement(part, MOVEMENT_KINDS[kind]):
        raise NotFound
    return part


MOVEMENT_INPUTS = ("quantity", "source", "target", "device", "due_on", "record", "note", "once")


def book_movement(
    actor: Actor,
    part: Part,
    kind: str,
    quantity: int,
    source: StockPlace | None = None,
    target: StockPlace | None = None,
    once: str = "",
    **rest,
) -> Movement:
    """The movement itself; who may do it was decided before. `rest`: device, due_on, record, note.

    Raises NotEnough, and NotFound when the part was retired meanwhile.
    """
    with transaction():
        done = (
            stock.movements_of_request(once, "stock.move", actor.user_id, clock.now() - REMEMBERED)
            if once
            else None
        )
        if done:
            return done[0]
        if parts.for_moving(part.id).retired_at:
            raise NotFound
        made = insert_movement(actor, part, kind, quantity, source, target, **rest)
        audit.record_action(actor.user_id, "stock.move", once, part=part.id, kind=kind, movements=[made.id])
        return made


def insert_movement(actor: Actor, part: Part, kind: str, quantity: int, source, target, **rest) -> Movement:
    source, target = (stock.keep_place(place) if place is not None else None for place in (source, target))
    try:
        return stock.insert_movement(part, kind, quantity, source, target, actor=actor.user_id, **rest)
    except stock.TooFew as few:
        raise NotEnough(
            place=stock_places.place_names_by_language(source),
            n=few.left,
            unit=unit_of_part(part),
            part=part.name,
            wanted=quantity,
        ) from few


def book_movement_of_record(
    actor: Actor, record: str, part: Part, kind: str, quantity: int, source: StockPlace | None = None,
    target: StockPlace | None = None, device: Device | None = None, due_on: str = "", note: str = "", once: str = "",
) -> Movement:  # fmt: skip
    """What the completion of a sheet's step moves: issued, fitted, returned … for the sheet numbered `record`.

    Whose turn the step was is the form's rule, so nobody is asked for a role here. `once` names the completion (its
    draft's uuid): done twice, each part moves once. Joins the transaction it is called in. Raises NotEnough,
    NotFound.
    """
    once = f"{once}:{part.id}:{kind}" if once else ""
    values = {"device": device.id if device else None, "record": record, "due_on": due_on, "note": note}
    return book_movement(actor, part, kind, quantity, source, target, once, **values)


class TypedMovement:
    """What was typed for a movement, as rows; `all_mistakes` names what is wrong with it."""

    def __init__(self, actor: Actor, part: Part, kind: str, typed: dict):
        self.actor, self.part, self.typed, self.rule = actor, part, typed, MOVEMENT_KINDS[kind]
        self.quantity = count_from_text(typed["quantity"], 1)
        self.source = stock_places.place_with_key(places_to_take_from(actor, part, kind), typed["source"])
        self.target = stock_places.place_with_key(places_to_give_to(actor, part, kind), typed["target"])
        self.device = self.found_device() if self.rule.device else None
        self.is_lent = self.rule.due and part.kind in LENT
        self.due_mistake = DUE_DAY.mistake(typed["due_on"]) if self.is_lent else None
        self.due_on = DUE_DAY.value(typed["due_on"]) if self.is_lent and not self.due_mistake else ""
        self.record = read_code(typed["record"]).upper()

    def found_device(self) -> Device | None:
        text = self.typed["device"]
        found = device_lists.find_devices(self.actor.viewer, DeviceFilters(text), 2) if text else []
        exact = [device for device in found if device.name == text]
        found = exact if len(exact) == 1 else found
        return found[0] if len(found) == 1 else None

    def all_mistakes(self):
        if self.quantity is None:
            yield "quantity", NOT_IN_RANGE, {"label": QUANTITY_LABEL, "min": 1, "max": MOST_COUNTED}
        if self.rule.takes and self.source is None:
            yield "source", CHOOSE, {"label": SOURCE_LABEL}
        if self.rule.gives and self.target is None:
            yield "target", CHOOSE, {"label": TARGET_LABEL}
        if (
            self.source
            and self.target
            and stock_places.key_of_place(self.source) == stock_places.key_of_place(self.target)
        ):
            yield "target", SAME_PLACE, {}
        yield from self.mistakes_of_device()
        yield from self.mistakes_of_due_day()
        yield from self.mistakes_of_words()

    def mistakes_of_device(self):
        if self.rule.device and self.device is None:
            yield "device", NO_DEVICE if self.typed["device"] else NEEDED, {"label": DEVICE_LABEL}
        elif self.device and not is_usable_for(self.part, self.device.client_id):
            yield "device", OWNERS_ONLY, {"client": self.part.client.short_name}

    def mistakes_of_due_day(self):
        if self.due_mistake:
            sentence, values = self.due_mistake
            yield "due_on", sentence, {"label": DUE_LABEL, **values}
        elif self.is_lent and self.due_on < local_time.today():
            yield "due_on", BEFORE_TODAY, {"label": DUE_LABEL}

    def mistakes_of_words(self):
        if self.rule.reason and not self.typed["note"]:
            yield "note", NEEDED, {"label": REASON_LABEL}
        if len(self.typed["note"]) > LONGEST_NOTE:
            yield "note", TOO_LONG, {"label": NOTE_LABEL, "max": LONGEST_NOTE}
        yield from self.mistakes_of_record()

    def mistakes_of_record(self):
        wanted = self.record
        seen = records.by_number(self.actor.viewer, wanted) if wanted else None
        if wanted and seen is None:
            yield "record", NO_RECORD, {"number": wanted[:40]}
        elif seen and not is_usable_for(self.part, seen.row.client_id):
            yield "record", OWNERS_ONLY, {"client": self.part.client.short_name}

    def values(self) -> dict:
        return {
            "quantity": self.quantity,
            "source": self.source,
            "target": self.target,
            "device": self.device.id if self.device else None,
            "due_on": self.due_on,
            "record": self.record,
            "note": self.typed["note"],
        }


# Where to, and from where


def places_to_take_from(actor: Actor, part: Part, kind: str) -> list[StockPlace]:
    """Where some of it lies and may be taken from."""
    lying = stock.lying_by_part(actor.viewer, [part]).get(part.id, [])
    return [at.place for at in lying if at.place.kind in MOVEMENT_KINDS[kind].takes]


def places_to_give_to(actor: Actor, part: Part, kind: str) -> list[StockPlace]:
    rule = MOVEMENT_KINDS[kind]
    kinds = rule.handed if actor.account.role == "technician" else rule.gives
    found = [place for place in stock_places.every_place(actor, part) if place.kind in kinds] if kinds else []
    return sorted(found, key=lambda place: not lies_at_its_owners(place, part))


def lies_at_its_owners(place: StockPlace, part: Part) -> bool:
    """Is the place the site of the client whose part it is? There it goes unless somebody says otherwise."""
    return part.client_id is not None and place.client_id == part.client_id


# What stands out


def due_day(part: Part) -> str:
    """When a tool or loan unit is to be back, if nobody says otherwise; "" for what is used up."""
    days = LENT_FOR.get(part.kind)
    return (local_time.date_today() + timedelta(days=days)).isoformat() if days else ""


def days_late(holding: stock.Holding) -> int:
    """Days since it was to be back, 0 when it is not late."""
    day = local_time.as_day(holding.due_on)
    return max(0, (local_time.date_today() - day).days) if day else 0


def overdue_holdings(actor: Actor) -> list[stock.Holding]:
    """Tools and loan units that should be back, latest first."""
    held = [each for each in stock.holdings(actor.viewer, kinds=LENT) if days_late(each)]
    return sorted(held, key=lambda each: each.due_on)


def left_behind() -> list[stock.Holding]:
    """What lies in bags and nobody comes to: their people are disabled, do other work or serve its client no longer. Somebody
    has to get it back."""
    lying = set(stock.lying_out_of_reach())
    bags = [StockPlace(id=place) for place in sorted({place for place, _part in lying})]
    held = (each for bag in bags for each in stock.holdings(scope.SYSTEM, where=bag))
    return [each for each in held if (each.place.id, each.part.id) in lying]


def bag_and_holdings(actor: Actor, wanted: str = "") -> tuple[StockPlace, list[stock.Holding]]:
    """Whose bag, and what is in it since when. `wanted`: a person's key; "" is one's own. Raises NotFound."""
    mine = stock.place_row("person", user=actor.account)
    place = stock_places.place_by_key(actor, wanted) if wanted else mine
    if place.kind != "person":
        raise NotFound
    return place, stock.holdings(actor.viewer, where=place) if place.id else []


def movements_allowed(actor: Actor, part: Part) -> dict[str, MovementKind]:
    """What the actor may do with a part as it lies now: name → kind."""
    lying = {at.place.kind for at in stock.lying_by_part(actor.viewer, [part]).get(part.id, [])}
    return {
        name: kind
        for name, kind in MOVEMENT_KINDS.items()
        if actor.account.role in kind.by
        and suits_movement(part, kind)
        and (not kind.takes or lying & set(kind.takes))
    }


def suits_movement(part: Part, kind: MovementKind) -> bool:
    """Tools are not left in devices."""
    return not (kind.device and part.kind == "tool") and not part.retired_at
