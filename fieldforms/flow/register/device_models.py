"""Models: what devices of one brand and model share. A device's texts lead to its model; it comes into being by them."""

from collections.abc import Mapping

from rapidfuzz import fuzz

from fieldforms.errors import N_, Invalid, NotFound
from fieldforms.flow.form_changes import Shown
from fieldforms.flow.form_input import RowInput
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register import device_lists, makers, register_columns, register_rows
from fieldforms.flow.register.register_columns import CATEGORIES, MODEL_COLUMNS, Columns, RegisterColumn
from fieldforms.flow.register.spellings import key_of_model, letters_of_text, most_alike
from fieldforms.store import audit
from fieldforms.store.cabling import ports
from fieldforms.store.database import row_for_writing, transaction
from fieldforms.store.models import DeviceModel
from fieldforms.store.register import device_models

MODEL_EDITORS = ("dispatcher", "supervisor")
NO_LETTERS = N_("“%(label)s”要有字母、数字或汉字。")
KNOWN_ALREADY = N_("已经有这个品牌和型号；要合成一个，请用“并入另一个型号”。")
MERGE_COLUMNS: Columns = (
    RegisterColumn("into", RowInput(N_("并入哪个型号"), N_("请选择"), means_something=True)),
)
FROM_MODEL = ("brand", "manufacturer", "manufacturer_phone")


def get_model(actor: Actor, model_id: int) -> DeviceModel:
    """One in scope. Raises NotFound."""
    model = device_models.model_seen(actor.viewer, model_id)
    if model is None:
        raise NotFound
    return model


def model_to_change(actor: Actor, model_id: int) -> DeviceModel:
    """Raises NotFound, NotAllowed."""
    actor.needs(*MODEL_EDITORS)
    return get_model(actor, model_id)


def model_columns(model: DeviceModel) -> Columns:
    """What its form asks; a category that is not listed is kept."""
    listed = {model.category: model.category} if model.category not in CATEGORIES else {}
    return register_columns.with_choices(MODEL_COLUMNS, category={**listed, **CATEGORIES})


def add_model(actor: Actor, given: Mapping[str, str]) -> DeviceModel:
    """One of which there is no device yet. `given`: MODEL_COLUMNS → text as typed. Raises Invalid, NotAllowed."""
    actor.needs(*MODEL_EDITORS)
    values = register_columns.read_columns(MODEL_COLUMNS, given)
    with transaction():
        key = key_to_keep(DeviceModel(), values)
        model = device_models.add_model(key, with_maker(values))
        audit.record_action(actor.user_id, "model.add", str(model.id), name=name_of_model(model))
        return model


def edit_model(actor: Actor, model_id: int, given: Mapping[str, str], shown: Shown = None) -> DeviceModel:
    """What it is called now, its devices are called, too. Raises Invalid, NotFound, NotAllowed, ChangedMeanwhile."""
    model = model_to_change(actor, model_id)
    asked = model_columns(model)
    values = register_columns.read_columns(asked, given)
    return register_rows.edit_row(actor, model, asked, values, shown, write_model)


def key_to_keep(model: DeviceModel, values: dict) -> str:
    """The key of these values. Raises Invalid where it is none, or another model's."""
    if not letters_of_text(values["name"]):
        label = register_columns.label_of_column(MODEL_COLUMNS, "name")
        raise Invalid([("name", NO_LETTERS, {"label": label})])
    key = key_of_model(values["brand"], values["name"])
    if device_models.models_by_key([key]).get(key, model).id != model.id:
        raise Invalid([("name", KNOWN_ALREADY, {})])
    return key


def write_model(model: DeviceModel, values: dict) -> None:
    """Call inside a transaction. Raises Invalid."""
    device_models.change_model(model, {**with_maker(values), "key": key_to_keep(model, values)})
    device_models.name_devices_of_model(model, values["brand"], values["name"])
    device_lists.note_change()


def with_maker(values: dict) -> dict:
    return values | {"of_maker": makers.maker_of_values(values)}


def merge_columns(model: DeviceModel) -> Columns:
    """`into` offers every other model, those of its category first."""
    others = sorted(
        (each for each in device_models.all_models() if each.id != model.id),
        key=lambda each: (
            each.category != model.category,
            -fuzz.WRatio(name_of_model(each), name_of_model(model)),
        ),
    )
    names = {str(each.id): name_of_model(each) for each in others}
    return register_columns.with_choices(MERGE_COLUMNS, into=names)


def merge_model(actor: Actor, model_id: int, given: Mapping[str, str]) -> DeviceModel:
    """Two spellings of one model become one: its devices, ports, documents and known faults go to the other, which is
    returned.

    Raises Invalid, NotFound, NotAllowed.
    """
    model = model_to_change(actor, model_id)
    into = register_columns.read_columns(merge_columns(model), given)["into"]
    if into is None:
        raise Invalid([("into", N_("请选择“%(label)s”。"), {"label": MERGE_COLUMNS[0].kind.label})])
    with transaction():
        model, other = both_as_they_stand(actor, model.id, into)
        device_models.move_devices(model, other)
        device_models.move_documents(model, other)
        ports.move_model_ports(model, other)
        device_models.move_known_faults(model, other)
        device_models.remove_model(model)
        gone = {column.name: getattr(model, column.name) for column in MODEL_COLUMNS}
        audit.record_action(actor.user_id, "model.merge", str(model.id), into=other.id, before=gone)
        device_lists.note_change()
    return other


def both_as_they_stand(actor: Actor, model_id: int, into: int) -> tuple[DeviceModel, DeviceModel]:
    """Locked in one order, so that two who merge them the other way round wait for each other. Raises NotFound."""
    found = {id: row_for_writing(get_model(actor, id)) for id in sorted((model_id, into))}
    if None in found.values():
        raise NotFound
    return found[model_id], found[into]


def name_of_model(model: DeviceModel) -> str:
    return f"{model.brand} {model.name}".strip()


def models_alike(actor: Actor, text: str) -> list[DeviceModel]:
    """The models in scope whose names are most like what was typed, best first."""
    named = {model: name_of_model(model) for model in device_models.models_in_scope(actor.viewer)}
    return most_alike(text, named)


def filled_from_model(actor: Actor, values: dict) -> dict:
    """A new device's columns, with what its model is known for where they were left empty; a brand only where one model
    in scope alone has this name."""
    model = model_meant(actor, values["brand"], values["model"])
    if model is None:
        return values
    return values | {each: getattr(model, each) for each in FROM_MODEL if not values[each]}


def with_category_of_model(actor: Actor, given: Mapping[str, str]) -> dict[str, str]:
    """What was typed of a new device; a category that nobody chose is its model's."""
    model = (
        None if given.get("category") else model_meant(actor, given.get("brand", ""), given.get("model", ""))
    )
    return {**given, "category": model.category} if model else dict(given)


def model_meant(actor: Actor, brand: str, name: str) -> DeviceModel | None:
    """The one in scope that is called so; without a brand, where one alone has this name."""
    letters, found = letters_of_text(name), device_models.models_in_scope(actor.viewer)
    known = [each for each in found if letters and letters_of_text(each.name) == letters]
    alike = [each for each in known if not brand or letters_of_text(each.brand) == letters_of_text(brand)]
    return alike[0] if len(alike) == 1 else None


def model_of_values(values: dict) -> DeviceModel | None:
    """The model that a device with these columns is one of; made if it is the first. Call inside a transaction.

    `values`: brand, model, category, manufacturer, manufacturer_phone of a device; the first one says what is shared.
    """
    name = values.get("model", "")
    if not letters_of_text(name):
        return None
    brand = values.get("brand", "")
    shared = {each: values.get(each, "") for each in ("category", "manufacturer", "manufacturer_phone")}
    return device_models.add_model(
        key_of_model(brand, name), with_maker({"brand": brand, "name": name, **shared})
    )
