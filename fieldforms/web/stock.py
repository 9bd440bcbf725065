"""Stock moving: the form of a movement, the movements, whose bag holds what, and counting a place."""

from contextlib import suppress

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms import i18n
from fieldforms.errors import N_, Invalid, NotFound, Problem, StockMoved
from fieldforms.flow import columns, counts, drafts, shelves, stocklists
from fieldforms.flow import parts as register
from fieldforms.flow import stock as verbs
from fieldforms.flow.actors import Actor
from fieldforms.forms.kinds import clean
from fieldforms.store import devices, parts, stock
from fieldforms.web import filters, inputs, page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.filters import Choice, Found, Narrowed, named
from fieldforms.web.parts import PART, READERS, address, place_name, sent

blueprint = Blueprint("stock", __name__)
KIND = f"any({', '.join(verbs.KINDS)})"

DONE = {
    "received": N_("已入库 %(n)s %(unit)s：%(part)s"),
    "issued": N_("已领用 %(n)s %(unit)s：%(part)s"),
    "fitted": N_("已装机 %(n)s %(unit)s：%(part)s"),
    "returned": N_("已归还 %(n)s %(unit)s：%(part)s"),
    "moved": N_("已调拨 %(n)s %(unit)s：%(part)s"),
    "scrapped": N_("已报废 %(n)s %(unit)s：%(part)s"),
}


# Moving


@blueprint.get(f"{PART}/<{KIND}:kind>")
@signed_in(*verbs.MOVERS)
def movement(part_id: int, kind: str):
    return sheet(verbs.movable(actor(), part_id, kind), kind, asked())


@blueprint.post(f"{PART}/<{KIND}:kind>")
@signed_in(*verbs.MOVERS)
def move(part_id: int, kind: str):
    part = verbs.movable(actor(), part_id, kind)
    try:
        made = verbs.move(actor(), part_id, kind, request.form)
    except Problem as refused:
        if refused.status == 404:
            raise
        return sheet(part, kind, request.form, refused)
    unit = register.unit(part)
    flash(page.say(DONE[kind], n=made.quantity, unit=unit, part=part.name), "success")
    return redirect(inputs.way_back(request.form.get("next", ""), address(part)), 303)


def asked() -> dict[str, str]:
    """What an address fills in: the place it comes from or goes to, the device, the sheet."""
    names = ("source", "target", "device", "record", "quantity")
    return {name: clean(request.args.get(name, ""))[:80] for name in names}


def sheet(part, kind: str, values, refused: Problem | None = None):
    who = actor()
    lying = {shelves.key(at.place): at.quantity for at in stock.lying(who.viewer, [part]).get(part.id, [])}
    sources, targets = verbs.sources(who, part, kind), verbs.targets(who, part, kind)
    return page.show(
        "parts/movement.html",
        refused.status if refused else 200,
        part=part,
        kind=kind,
        rule=verbs.KINDS[kind],
        values=values,
        unit=i18n.pick(register.unit(part), page.lang()) if not part.unit else part.unit,
        sources=[(shelves.key(place), place_name(place), lying[shelves.key(place)]) for place in sources],
        targets=[(shelves.key(place), place_name(place)) for place in targets],
        due_on=verbs.due_day(part) if verbs.KINDS[kind].due else "",
        devices=devices.seen_by(who.viewer, client=part.client_id) if verbs.KINDS[kind].device else [],
        once=request.form.get("once") or drafts.new_uuid(),
        back=address(part),
        **inputs.refusal(refused),
    )


# The movements


@blueprint.get("/parts/movements")
@signed_in(*READERS)
def movements():
    asked = narrowed()
    before = filters.keyset(request.args.get("before", ""))
    found = stock.page(actor().viewer, stock.Filters(**asked.asked, before=before))
    return page.show(
        "parts/movements.html",
        movements=found.rows,
        following=".".join(map(str, found.following)) if found.following else "",
        narrowed=asked,
        labels=verbs.LABELS,
        seen=stock.places(actor().viewer),
        place_name=place_name,
        body_class="wide",
    )


def found_part(who: Actor, text: str):
    """Raises NotFound."""
    try:
        part = parts.get(who.viewer, inputs.whole(text))
    except ValueError:
        part = None
    if part is None:
        raise NotFound
    return part


FILTERS = (
    Found("part", find=found_part, kept=lambda part: part.id),
    Choice("kind", N_("类型"), choices=named(verbs.LABELS), taps=True),
    Found("place", find=shelves.place_of),
    Found("record", find=lambda who, number: number.upper()),
)


def narrowed() -> Narrowed:
    return Narrowed(FILTERS, "stock.movements")


@blueprint.get("/parts/movements.<any(xlsx, csv):file>")
@signed_in(*READERS)
def export(file: str):
    asked = stock.Filters(**narrowed().asked)
    return sent(stocklists.moved(actor(), asked, file, page.lang()), file, "movements")


# Whose bag holds what


@blueprint.get("/parts/bag")
@signed_in(*READERS)
def bag():
    who = actor()
    place, held = verbs.bag(who, request.args.get("person", ""))
    return page.show(
        "parts/bag.html",
        place=place,
        mine=place.user_id == who.user_id,
        held=[(each, verbs.late(each)) for each in held],
        kinds=columns.PART_KINDS,
        people=[
            (shelves.key(each), place_name(each))
            for each in shelves.every_place(who)
            if each.kind == "person"
        ],
        chosen=shelves.key(place),
        place_name=place_name,
        may_move=who.account.role in verbs.MOVERS,
    )


# Counting


@blueprint.get("/parts/count")
@signed_in(*register.KEEPERS)
def count():
    places = shelves.every_place(actor())
    return page.show(
        "parts/count.html", places=[(shelves.key(each), each.kind, place_name(each)) for each in places]
    )


@blueprint.get("/parts/count/<place>")
@signed_in(*register.KEEPERS)
def counting(place: str):
    return counted(place, {})


@blueprint.post("/parts/count/<place>")
@signed_in(*register.KEEPERS)
def compare(place: str):
    """One more of what was scanned; or, with `check`, the differences before they are booked."""
    numbers = typed()
    text = clean(request.form.get("code", ""))
    try:
        if text:
            return counted(place, counts.one_more(actor(), place, text, numbers), added=True)
        if "check" not in request.form:
            return counted(place, numbers)
        where, lines = counts.lines(actor(), place, numbers)
        counts.checked(lines)
    except Invalid as refused:
        return counted(place, numbers, refused, text)
    return differences(where, lines)


def typed() -> dict[int, str]:
    """Part id → how many were counted, as typed: the inputs n-<id>."""
    return {part_id: clean(text)[:12] for part_id, text in numbered("n-") if clean(text)}


def numbered(prefix: str):
    """(part id, value) of the inputs that are named so."""
    for name, value in request.form.items():
        if name.startswith(prefix):
            with suppress(ValueError):
                yield inputs.whole(name[len(prefix) :]), value


def counted(place: str, numbers: dict[int, str], refused: Problem | None = None, text: str = "", added=False):
    where, lines = counts.lines(actor(), place, numbers)
    return page.show(
        "parts/counting.html",
        refused.status if refused else 200,
        key=place,
        name=place_name(where),
        lines=lines,
        kinds=columns.PART_KINDS,
        typed=text if refused else "",
        added=added,
        **inputs.refusal(refused),
    )


def differences(where, lines, refused: Problem | None = None):
    return page.show(
        "parts/differences.html",
        refused.status if refused else 200,
        key=shelves.key(where),
        name=place_name(where),
        counted=[line for line in lines if line.difference is not None],
        left=[line for line in lines if line.difference is None],
        once=drafts.new_uuid(),
        **inputs.refusal(refused),
    )


@blueprint.post("/parts/count/<place>/booking")
@signed_in(*register.KEEPERS)
def book(place: str):
    numbers = typed()
    expected = {part_id: int(text) for part_id, text in numbered("was-") if register.number(text) is not None}
    try:
        booked = counts.book(actor(), place, numbers, expected, clean(request.form.get("once", ""))[:80])
    except StockMoved as refused:
        return differences(*counts.lines(actor(), place, numbers), refused)
    except Invalid as refused:
        return counted(place, numbers, refused)
    flash(page.say(N_("盘点已入账：%(n)s 项有差异。"), n=len(booked)), "success")
    return redirect(url_for("parts.index", place=place), 303)
