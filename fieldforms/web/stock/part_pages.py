"""The page of a part, at its own address and at its label's."""

from flask import url_for

from fieldforms import i18n
from fieldforms.flow.filling import drafts
from fieldforms.flow.register import codes, register_columns
from fieldforms.flow.stock import movements, stock_places
from fieldforms.flow.stock.one_tap import offered_movement
from fieldforms.flow.stock.parts import LENT, PART_KEEPERS, unit_of_part
from fieldforms.paper.labels import LABEL_LAYOUTS, group_code
from fieldforms.store.stock import parts, reservations, shortages, stock
from fieldforms.web import page
from fieldforms.web.access import actor, me

LATEST_MOVEMENTS = 8


def place_name(place) -> str:
    return stock_places.place_name(place, page.lang())


def unit_in_words(part) -> str:
    return part.unit or i18n.pick(unit_of_part(part), page.lang())


def part_page(part, status: int = 200, error: str = "", typed: str = ""):
    """The page of a part for who may see it: at its label's address, and at its own."""
    who, code = actor(), parts.code_of(part)
    lying = stock.lying_by_part(who.viewer, [part]).get(part.id, [])
    in_use = not part.retired_at
    return page.show(
        "stock/parts/show.html",
        status,
        part=part,
        code=code,
        code_text=group_code(code) if code else "",
        kind=register_columns.PART_KINDS[part.kind],
        lying=lying,
        elsewhere=stock.quantity_of_part(part) - sum(at.quantity for at in lying),
        low=part.low_at is not None and parts.available_by_part([part])[part.id] <= part.low_at,
        reserved=reservations.reserved_by_part([part]).get(part.id, 0),
        asked_for=reservations.sheets_asking_for(who.viewer, part),
        held=[(each, movements.days_late(each)) for each in stock.holdings(who.viewer, part, kinds=LENT)],
        place_name=place_name,
        further_facts=register_columns.facts_in_words(register_columns.PART_COLUMNS, part, page.lang()),
        short=shortages.open_shortages(who.viewer, part),
        one_tap=one_tap(who, part, lying),
        moves=movements.movements_allowed(who, part),
        movements=stock.page_of_movements(
            who.viewer, stock.MovementFilters(part=part.id), LATEST_MOVEMENTS
        ).rows,
        seen=stock.visible_places(who.viewer),
        labels=movements.MOVEMENT_LABELS,
        unit=unit_in_words(part),
        may_keep=me().role in PART_KEEPERS and in_use,
        may_close=me().role in PART_KEEPERS,
        may_print=me().role in codes.LABEL_KEEPERS and bool(page.label_origin()),
        layouts=LABEL_LAYOUTS,
        error=error,
        typed=typed,
        has_errors=bool(error),
    )


def one_tap(who, part, lying) -> dict | None:
    """What a tap does, as the forms of its buttons post it; None where nothing can be done at once."""
    found = offered_movement(who, part, lying)
    if found is None:
        return None
    return {
        "keeper": found.keeper,
        "back": found.back,
        "source": stock_places.key_of_place(found.back.place) if found.back else "",
        "to": stock_places.key_of_place(found.to) if found.to else "",
        "take": found.take,
        "from": stock_places.key_of_place(found.take.place) if found.take else "",
        "me": f"person-{who.user_id}",
        "due_on": movements.due_day(part),
        "once": {"issued": drafts.new_uuid(), "returned": drafts.new_uuid()},
    }


def address_of_part(part) -> str:
    """Where a part's page lives: at its code's address while it wears a label."""
    code = parts.code_of(part)
    return url_for("codes.show", code=code) if code else url_for("parts.show", part_id=part.id)
