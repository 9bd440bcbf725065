"""Models: what devices of one brand and model share. A device's texts lead to its model; it comes into being by them."""

import unicodedata

from fieldforms.store.models import DeviceModel
from fieldforms.store.register import device_models


def key_of_model(brand: str, name: str) -> str:
    """By what two spellings are one model: CB-L630U, cb l630u and ＣＢ－Ｌ６３０Ｕ."""
    return f"{letters_of_text(brand)}/{letters_of_text(name)}"


def letters_of_text(text: str) -> str:
    """Letters and digits alone, in one width and case."""
    return "".join(each for each in unicodedata.normalize("NFKC", text).casefold() if each.isalnum())


def model_of_values(values: dict) -> DeviceModel | None:
    """The model that a device with these columns is one of; made if it is the first. Call inside a transaction.

    `values`: brand, model, category, manufacturer, manufacturer_phone of a device; the first one says what is shared.
    """
    name = values.get("model", "")
    if not letters_of_text(name):
        return None
    brand = values.get("brand", "")
    shared = {each: values.get(each, "") for each in ("category", "manufacturer", "manufacturer_phone")}
    return device_models.add_model(key_of_model(brand, name), {"brand": brand, "name": name, **shared})
