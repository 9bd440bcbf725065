"""Makers (生产厂家, company.md row 2): how they are reached. What a device or a model says of its maker leads to one; it comes
into being by that."""

from collections.abc import Mapping

from rapidfuzz import fuzz

from fieldforms.errors import N_, Invalid, NotFound
from fieldforms.flow.form_changes import Shown
from fieldforms.flow.form_input import RowInput, TextInput
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register import device_lists, register_columns, register_rows
from fieldforms.flow.register.register_columns import Columns, RegisterColumn
from fieldforms.flow.register.spellings import key_of_maker, most_alike
from fieldforms.flow.shaped_inputs import PhoneInput, WebInput
from fieldforms.store import audit
from fieldforms.store.database import row_for_writing, transaction
from fieldforms.store.models import Device, DeviceModel, Maker
from fieldforms.store.register import makers

MAKER_EDITORS = ("dispatcher", "supervisor")
NO_LETTERS = N_("“%(label)s”要有字母、数字或汉字。")
KNOWN_MAKER = N_("已经有这个厂家：%(name)s。要合成一个，请用“并入另一个厂家”。")
MAKER_COLUMNS: Columns = (
    RegisterColumn("name", TextInput(N_("厂家名称"), 120, needed=True), N_("改了以后，它的设备和型号都跟着改。"), width=28),
    RegisterColumn("hotline", PhoneInput(N_("售后热线"), 40), N_("设备坏了先打这个")),
    RegisterColumn("phone", PhoneInput(N_("电话"), 40)),
    RegisterColumn("contact", TextInput(N_("联系人"), 60), fact=True),
    RegisterColumn("web", WebInput(N_("网站"), 200), width=28),
    RegisterColumn("note", TextInput(N_("备注"), 2000, lines=2), N_("例如：报修要报序列号，周末不接"), fact=True, width=40),
)  # fmt: skip
MERGING_COLUMNS: Columns = (
    RegisterColumn("into", RowInput(N_("并入哪个厂家"), N_("请选择"), means_something=True)),
)
DOUBTFUL = 85  # of 100 (spellings.most_alike): from here on a list is asked whether it means the known one


def get_maker(actor: Actor, maker_id: int) -> Maker:
    """One in scope. Raises NotFound."""
    maker = makers.maker_seen(actor.viewer, maker_id)
    if maker is None:
        raise NotFound
    return maker


def maker_to_change(actor: Actor, maker_id: int) -> Maker:
    """Raises NotFound, NotAllowed."""
    actor.needs(*MAKER_EDITORS)
    return get_maker(actor, maker_id)


def maker_of_values(values: Mapping) -> Maker | None:
    """The maker that a device or model with these columns names; made if it is the first. A maker of whom nobody has said a number
    yet is given the first that is said; all that devices say stand on the maker's page. Call inside a transaction.

    `values`: manufacturer, manufacturer_phone.
    """
    name, phone = values.get("manufacturer", ""), values.get("manufacturer_phone", "")
    key = key_of_maker(name)
    if not key:
        return None
    maker = makers.add_maker(key, {"name": name, "phone": phone})
    if phone and not maker.phone:
        makers.change_maker(maker, {"phone": phone})
    return maker


def add_maker(actor: Actor, given: Mapping[str, str]) -> Maker:
    """One of which there is no device yet. `given`: MAKER_COLUMNS → text as typed. Raises Invalid, NotAllowed."""
    actor.needs(*MAKER_EDITORS)
    values = register_columns.read_columns(MAKER_COLUMNS, given)
    with transaction():
        maker = makers.add_maker(key_of_values(Maker(), values), values)
        audit.record_action(actor.user_id, "maker.add", str(maker.id), name=maker.name)
        return maker


def edit_maker(actor: Actor, maker_id: int, given: Mapping[str, str], shown: Shown = None) -> Maker:
    """What it is called now, its devices and models say, too. Raises Invalid, NotFound, NotAllowed, ChangedMeanwhile."""
    maker = maker_to_change(actor, maker_id)
    values = register_columns.read_columns(MAKER_COLUMNS, given)
    return register_rows.edit_row(actor, maker, MAKER_COLUMNS, values, shown, write_maker)


def key_of_values(maker: Maker, values: dict) -> str:
    """The key of these values. Raises Invalid where it is none, or another maker's."""
    key = key_of_maker(values["name"])
    if not key:
        label = register_columns.label_of_column(MAKER_COLUMNS, "name")
        raise Invalid([("name", NO_LETTERS, {"label": label})])
    known = makers.maker_by_key.first(key)
    if known and known.id != maker.id:
        raise Invalid([("name", KNOWN_MAKER, {"name": known.name})])
    return key


def write_maker(maker: Maker, values: dict) -> None:
    """Call inside a transaction. Raises Invalid."""
    makers.change_maker(maker, {**values, "key": key_of_values(maker, values)})
    if values["name"] != maker.name:
        makers.name_things_of_maker(maker, maker, values["name"])
        device_lists.note_change()


def columns_of_merging(maker: Maker) -> Columns:
    """`into` offers every other maker, those most like it first."""
    others = sorted(
        (each for each in makers.all_makers() if each.id != maker.id),
        key=lambda each: -fuzz.WRatio(each.name, maker.name),
    )
    return register_columns.with_choices(MERGING_COLUMNS, into={str(each.id): each.name for each in others})


def merge_maker(actor: Actor, maker_id: int, given: Mapping[str, str]) -> Maker:
    """Two spellings of one maker become one: devices and models go to the other, which is returned; what is empty there is
    filled from the one that goes. Raises Invalid, NotFound, NotAllowed."""
    maker = maker_to_change(actor, maker_id)
    into = register_columns.read_columns(columns_of_merging(maker), given)["into"]
    if into is None:
        raise Invalid([("into", N_("请选择“%(label)s”。"), {"label": MERGING_COLUMNS[0].kind.label})])
    with transaction():
        maker, other = makers_as_they_stand(actor, maker.id, into)
        gone = {column.name: getattr(maker, column.name) for column in MAKER_COLUMNS}
        filled = {name: text for name, text in gone.items() if text and not getattr(other, name)}
        makers.name_things_of_maker(maker, other, other.name)
        makers.remove_maker(maker)
        if filled:
            makers.change_maker(other, filled)
        audit.record_action(actor.user_id, "maker.merge", str(maker.id), into=other.id, before=gone)
        device_lists.note_change()
    return other


def makers_as_they_stand(actor: Actor, maker_id: int, into: int) -> tuple[Maker, Maker]:
    """Locked in one order, so that two who merge them the other way round wait for each other. Raises NotFound."""
    found = {id: row_for_writing(get_maker(actor, id)) for id in sorted((maker_id, into))}
    if None in found.values():
        raise NotFound
    return found[maker_id], found[into]


def makers_alike(actor: Actor, text: str) -> list[Maker]:
    """The makers in scope whose names are most like what was typed, best first."""
    named = {maker: maker.name for maker in makers.makers_in_scope(actor.viewer)}
    return most_alike(text, named)


def get_maker_of(thing: Device | DeviceModel) -> Maker | None:
    """Of what is seen itself, whoever asks."""
    return makers.maker_by_id.first(thing.of_maker_id) if thing.of_maker_id else None


def numbers_of_maker(maker: Maker | None, own: str = "") -> list[str]:
    """Whom to call, the support's hotline first. `own`: what a device or a model says itself."""
    said = (maker.hotline, own, maker.phone) if maker else (own,)
    return list(dict.fromkeys(number for number in said if number))
