"""Spare parts, tools and loan units: their list, the page of one, adding, changing, retiring, and its label."""

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms.errors import N_, ChangedMeanwhile, Invalid, NotFound, Problem
from fieldforms.flow.register import register_columns
from fieldforms.flow.reporting import stock_exports
from fieldforms.flow.stock import movements, stock_places
from fieldforms.flow.stock.parts import (
    PART_KEEPERS,
    PART_READERS,
    add_part,
    edit_part,
    find_parts,
    part_columns,
    part_to_change,
    retire_part,
    twins_of_part,
)
from fieldforms.store.stock import parts, reservations, stock
from fieldforms.web import inputs, own_password, page, versions, worn_labels
from fieldforms.web.access import actor, me, signed_in
from fieldforms.web.addresses import PART_RULE
from fieldforms.web.file_responses import response_in_pieces
from fieldforms.web.filters import (
    ChoiceFilter,
    FlagFilter,
    FoundFilter,
    WordsFilter,
    options_of_table,
)
from fieldforms.web.narrowed_lists import NarrowedList
from fieldforms.web.stock.part_pages import address_of_part, part_page, place_name

blueprint = Blueprint("parts", __name__)
MOST_LISTED = 100


# The list


@blueprint.get("/parts")
@signed_in(*PART_READERS)
def index():
    who, narrowed = actor(), narrowed_parts()
    found = find_parts(who.viewer, parts.PartFilters(**narrowed.store_filters), MOST_LISTED + 1)
    shown_here = found[:MOST_LISTED]
    values = {
        "parts": shown_here,
        "more": len(found) > MOST_LISTED,
        "lying": stock.lying_by_part(who.viewer, shown_here),
        "available": parts.available_by_part(shown_here),
        "reserved": reservations.reserved_by_part(shown_here),
        "narrowed": narrowed,
        "places": [
            (stock_places.key_of_place(place), place_name(place)) for place in stock_places.every_place(who)
        ],
        "place_name": place_name,
        "overdue": [(each, movements.days_late(each)) for each in movements.overdue_holdings(who)],
        "looks_in": page.any_of(
            *register_columns.searched_labels(register_columns.PART_COLUMNS), N_("标签编码")
        ),
        "carried": len(movements.bag_and_holdings(who)[1]),
        "may_keep": me().role in PART_KEEPERS,
        "may_carry": me().role in movements.MOVERS,
        "body_class": "wide",
    }
    if page.is_partial():
        return page.render_block("stock/parts/index.html", "results", **values)
    return page.show("stock/parts/index.html", **values)


PART_FILTERS = (
    WordsFilter("q", asks="text"),
    ChoiceFilter("kind", N_("类别"), choices=options_of_table(register_columns.PART_KINDS), taps=True),
    FoundFilter("place", find=stock_places.place_by_key),
    FlagFilter("low", chip=N_("库存低"), taps=True),
)


def narrowed_parts() -> NarrowedList:
    return NarrowedList(PART_FILTERS, "parts.index")


PARTS_FILE = "/parts.<any(xlsx, csv):file>"


@blueprint.get(PARTS_FILE)
@signed_in(*PART_READERS)
@own_password.confirmed_first
def export(file: str):
    filters = parts.PartFilters(**narrowed_parts().store_filters)
    pieces = stock_exports.begin_list_of_stock(actor(), filters, file, page.lang())
    return response_in_pieces(pieces, file, "parts")


@blueprint.post(PARTS_FILE)
@signed_in(*PART_READERS)
def confirm_export(file: str):
    return own_password.confirmed_page()


# One part


@blueprint.get(PART_RULE)
@signed_in(*PART_READERS)
def show(part_id: int):
    return part_page(part_in_scope(part_id))


def part_in_scope(part_id: int):
    """A part in scope. Raises NotFound."""
    part = parts.get_part(actor().viewer, part_id)
    if part is None:
        raise NotFound
    return part


@blueprint.get("/parts/new")
@signed_in(*PART_KEEPERS)
def new():
    return part_form({"kind": "part"}, url_for("parts.create"), code=request.args.get("code", ""))


@blueprint.post("/parts")
@signed_in(*PART_KEEPERS)
def create():
    code, action = request.form.get("code", ""), url_for("parts.create")
    if twins := part_twins_unconfirmed():
        return part_form(request.form, action, code=code, twins=twins)
    try:
        part = add_part(actor(), request.form, code)
    except Problem as refused:
        return part_form(request.form, action, refused, code=code)
    flash(page.say(N_("已登记：%(name)s"), name=part.name), "success")
    return to_part(part)


@blueprint.get(f"{PART_RULE}/edit")
@signed_in(*PART_KEEPERS)
def edit(part_id: int):
    part = part_to_change(actor(), part_id)
    known = register_columns.input_texts(register_columns.PART_COLUMNS, part.__data__)
    return part_form(known, url_for("parts.change", part_id=part.id), part=part)


@blueprint.post(PART_RULE)
@signed_in(*PART_KEEPERS)
def change(part_id: int):
    part, action = part_to_change(actor(), part_id), url_for("parts.change", part_id=part_id)
    if twins := part_twins_unconfirmed(part):
        return part_form(request.form, action, part=part, twins=twins)
    try:
        edit_part(actor(), part_id, request.form, versions.shown_texts())
    except (Invalid, ChangedMeanwhile) as refused:
        return part_form(request.form, action, refused, part=part)
    flash(page.say(N_("已保存。")), "success")
    return to_part(part)


def part_twins_unconfirmed(part=None) -> list:
    """Others that are called so, unless the form said which when it was sent: saving it again confirms."""
    found = twins_of_part(actor(), request.form, part)
    return [] if ids_of_twins(found) == request.form.get("twins", "") else found


def ids_of_twins(found) -> str:
    """Which were warned of, as the form sends it back."""
    return " ".join(str(twin.id) for twin in found)


def part_form(texts, action: str, refused: Problem | None = None, part=None, code: str = "", twins=()):
    asked = part_columns(actor(), part)
    warned_of = ids_of_twins(twins) or request.form.get("twins", "")
    shown = {"action": action, "part": part, "code": code, "twins": twins, "warned_of": warned_of}
    shown["address_of_part"] = address_of_part
    if not twins:
        return inputs.page_of_row("stock/parts/sheet.html", asked, texts, refused, part, **shown)
    shown |= versions.context_again() if part else {}
    response = inputs.row_page("stock/parts/sheet.html", asked, texts, refused, **shown)
    response.status_code = 409
    return response


@blueprint.get(f"{PART_RULE}/retirement")
@signed_in(*PART_KEEPERS)
def retirement(part_id: int):
    return page.show("stock/parts/retire.html", part=part_to_change(actor(), part_id))


@blueprint.post(f"{PART_RULE}/retirement")
@signed_in(*PART_KEEPERS)
def retire(part_id: int):
    part = part_to_change(actor(), part_id)
    retire_part(actor(), part_id)
    flash(page.say(N_("已停用：%(name)s"), name=part.name), "success")
    return redirect(url_for("parts.index"), 303)


@blueprint.post(f"{PART_RULE}/code")
@signed_in(*PART_KEEPERS)
def label(part_id: int):
    part = part_to_change(actor(), part_id)
    return worn_labels.label_posted_for(part, part_page, address_of_part)


def to_part(part):
    return redirect(address_of_part(part), 303)
