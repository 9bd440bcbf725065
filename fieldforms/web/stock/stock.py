"""Stock moving: the form of a movement, the movements, whose bag holds what, and counting a place."""

from contextlib import suppress

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms.errors import N_, Invalid, NotFound, Problem, StockMoved
from fieldforms.flow.filling import drafts
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register import register_columns
from fieldforms.flow.reporting import stock_exports
from fieldforms.flow.stock import stock_places, stocktakes
from fieldforms.flow.stock.movements import (
    MOVEMENT_KINDS,
    MOVEMENT_LABELS,
    MOVERS,
    bag_and_holdings,
    days_late,
    due_day,
    move_part,
    part_to_move,
    places_to_give_to,
    places_to_take_from,
)
from fieldforms.flow.stock.parts import PART_KEEPERS, PART_READERS, count_from_text, unit_of_part
from fieldforms.forms.kinds import clean_text
from fieldforms.store.register import device_lists
from fieldforms.store.stock import parts, stock
from fieldforms.web import filters, inputs, own_password, page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.addresses import PART_RULE
from fieldforms.web.file_responses import response_in_pieces
from fieldforms.web.filters import ChoiceFilter, FoundFilter, options_of_table
from fieldforms.web.narrowed_lists import NarrowedList
from fieldforms.web.stock.part_pages import address_of_part, place_name, unit_in_words

blueprint = Blueprint("stock", __name__)
KIND = f"any({', '.join(MOVEMENT_KINDS)})"

MOVED_SENTENCES = {
    "received": N_("已入库 %(n)s %(unit)s：%(part)s"),
    "issued": N_("已领用 %(n)s %(unit)s：%(part)s"),
    "fitted": N_("已装机 %(n)s %(unit)s：%(part)s"),
    "returned": N_("已归还 %(n)s %(unit)s：%(part)s"),
    "moved": N_("已调拨 %(n)s %(unit)s：%(part)s"),
    "scrapped": N_("已报废 %(n)s %(unit)s：%(part)s"),
}


# Moving


@blueprint.get(f"{PART_RULE}/<{KIND}:kind>")
@signed_in(*MOVERS)
def movement(part_id: int, kind: str):
    return movement_page(part_to_move(actor(), part_id, kind), kind, prefill_of_address())


@blueprint.post(f"{PART_RULE}/<{KIND}:kind>")
@signed_in(*MOVERS)
def move(part_id: int, kind: str):
    part = part_to_move(actor(), part_id, kind)
    try:
        made = move_part(actor(), part_id, kind, request.form)
    except Problem as refused:
        if refused.status == 404:
            raise
        return movement_page(part, kind, request.form, refused)
    unit = unit_of_part(part)
    flash(page.say(MOVED_SENTENCES[kind], n=made.quantity, unit=unit, part=part.name), "success")
    return redirect(inputs.way_back(request.form.get("next", ""), address_of_part(part)), 303)


def prefill_of_address() -> dict[str, str]:
    """What an address fills in: the place it comes from or goes to, the device, the sheet."""
    names = ("source", "target", "device", "record", "quantity")
    return {name: clean_text(request.args.get(name, ""))[:80] for name in names}


def movement_page(part, kind: str, values, refused: Problem | None = None):
    who = actor()
    lying = {
        stock_places.key_of_place(at.place): at.quantity
        for at in stock.lying_by_part(who.viewer, [part]).get(part.id, [])
    }
    sources, targets = places_to_take_from(who, part, kind), places_to_give_to(who, part, kind)
    return page.show(
        "stock/parts/movement.html",
        refused.status if refused else 200,
        part=part,
        kind=kind,
        rule=MOVEMENT_KINDS[kind],
        values=values,
        unit=unit_in_words(part),
        sources=[
            (stock_places.key_of_place(place), place_name(place), lying[stock_places.key_of_place(place)])
            for place in sources
        ],
        targets=[(stock_places.key_of_place(place), place_name(place)) for place in targets],
        due_on=due_day(part) if MOVEMENT_KINDS[kind].due else "",
        devices=device_lists.seen_by(who.viewer, device_lists.DeviceFilters(client=part.client_id))
        if MOVEMENT_KINDS[kind].device
        else [],
        once=request.form.get("once") or drafts.new_uuid(),
        back=address_of_part(part),
        **inputs.refusal_context(refused),
    )


# The movements


@blueprint.get("/parts/movements")
@signed_in(*PART_READERS)
def movements():
    narrowed, before = narrowed_movements(), filters.keyset_of(request.args.get("before", ""))
    wanted = stock.MovementFilters(**narrowed.store_filters, before=before)
    found = stock.page_of_movements(actor().viewer, wanted)
    return page.show(
        "stock/parts/movements.html",
        movements=found.rows,
        following=".".join(map(str, found.following)) if found.following else "",
        first_page=before is None,
        narrowed=narrowed,
        labels=MOVEMENT_LABELS,
        seen=stock.visible_places(actor().viewer),
        place_name=place_name,
        body_class="wide",
    )


def found_part(who: Actor, text: str):
    """Raises NotFound."""
    try:
        part = parts.get_part(who.viewer, inputs.whole_number(text))
    except ValueError:
        part = None
    if part is None:
        raise NotFound
    return part


MOVEMENT_FILTERS = (
    FoundFilter("part", find=found_part, kept=lambda part: part.id),
    ChoiceFilter("kind", N_("类型"), choices=options_of_table(MOVEMENT_LABELS), taps=True),
    FoundFilter("place", find=stock_places.place_by_key),
    FoundFilter("record", find=lambda who, number: number.upper()),
)


def narrowed_movements() -> NarrowedList:
    return NarrowedList(MOVEMENT_FILTERS, "stock.movements")


MOVEMENTS_FILE = "/parts/movements.<any(xlsx, csv):file>"


@blueprint.get(MOVEMENTS_FILE)
@signed_in(*PART_READERS)
@own_password.confirmed_first
def export(file: str):
    asked = stock.MovementFilters(**narrowed_movements().store_filters)
    pieces = stock_exports.begin_list_of_movements(actor(), asked, file, page.lang())
    return response_in_pieces(pieces, file, "movements")


@blueprint.post(MOVEMENTS_FILE)
@signed_in(*PART_READERS)
def confirm_export(file: str):
    return own_password.confirmed_page()


# Whose bag holds what


@blueprint.get("/parts/bag")
@signed_in(*PART_READERS)
def bag():
    who = actor()
    place, held = bag_and_holdings(who, request.args.get("person", ""))
    return page.show(
        "stock/parts/bag.html",
        place=place,
        mine=place.user_id == who.user_id,
        held=[(each, days_late(each)) for each in held],
        kinds=register_columns.PART_KINDS,
        people=[
            (stock_places.key_of_place(each), place_name(each))
            for each in stock_places.every_place(who)
            if each.kind == "person"
        ],
        chosen=stock_places.key_of_place(place),
        place_name=place_name,
        may_move=who.account.role in MOVERS,
    )


# Counting


@blueprint.get("/parts/count")
@signed_in(*PART_KEEPERS)
def count():
    places = stock_places.every_place(actor())
    return page.show(
        "stock/parts/count.html",
        places=[(stock_places.key_of_place(each), each.kind, place_name(each)) for each in places],
    )


@blueprint.get("/parts/count/<place>")
@signed_in(*PART_KEEPERS)
def show_count(place: str):
    return counting_page(place, {})


@blueprint.post("/parts/count/<place>")
@signed_in(*PART_KEEPERS)
def compare(place: str):
    """One more of what was scanned; or, with `check`, the differences before they are booked."""
    numbers = counts_typed()
    text = clean_text(request.form.get("code", ""))
    try:
        if text:
            return counting_page(place, stocktakes.add_one_counted(actor(), place, text, numbers), added=True)
        if "check" not in request.form:
            return counting_page(place, numbers)
        where, lines = stocktakes.lines_at_place(actor(), place, numbers)
        stocktakes.refuse_non_numbers(lines)
    except Invalid as refused:
        return counting_page(place, numbers, refused, text)
    return differences_page(where, lines)


def counts_typed() -> dict[int, str]:
    """Part id → how many were counted, as typed: the inputs n-<id>."""
    return {part_id: clean_text(text) for part_id, text in numbered_inputs("n-") if clean_text(text)}


def numbered_inputs(prefix: str):
    """(part id, value) of the inputs that are named so."""
    for name, value in request.form.items():
        if name.startswith(prefix):
            with suppress(ValueError):
                yield inputs.whole_number(name[len(prefix) :]), value


def counting_page(
    place: str, numbers: dict[int, str], refused: Problem | None = None, text: str = "", added=False
):
    where, lines = stocktakes.lines_at_place(actor(), place, numbers)
    return page.show(
        "stock/parts/counting.html",
        refused.status if refused else 200,
        key=place,
        name=place_name(where),
        lines=lines,
        kinds=register_columns.PART_KINDS,
        typed=text if refused else "",
        added=added,
        **inputs.refusal_context(refused),
    )


def differences_page(where, lines, refused: Problem | None = None):
    return page.show(
        "stock/parts/differences.html",
        refused.status if refused else 200,
        key=stock_places.key_of_place(where),
        name=place_name(where),
        counted=[line for line in lines if line.difference is not None],
        left=[line for line in lines if line.difference is None],
        once=drafts.new_uuid(),
        **inputs.refusal_context(refused),
    )


@blueprint.post("/parts/count/<place>/booking")
@signed_in(*PART_KEEPERS)
def book(place: str):
    numbers = counts_typed()
    was = {part_id: count_from_text(text) for part_id, text in numbered_inputs("was-")}
    expected = {part_id: count for part_id, count in was.items() if count is not None}
    try:
        booked = stocktakes.book_differences(
            actor(), place, numbers, expected, clean_text(request.form.get("once", ""))[:80]
        )
    except StockMoved as refused:
        return differences_page(*stocktakes.lines_at_place(actor(), place, numbers), refused)
    except Invalid as refused:
        return counting_page(place, numbers, refused)
    flash(page.say(N_("盘点已入账：%(n)s 项有差异。"), n=len(booked)), "success")
    return redirect(url_for("parts.index", place=place), 303)
