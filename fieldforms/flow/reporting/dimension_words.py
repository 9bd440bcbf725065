"""By what figures are broken down, in words: the labels of dimensions and of what each of them can be."""

from collections.abc import Callable, Iterable

from fieldforms.errors import N_
from fieldforms.flow.register.register_columns import CATEGORIES, CLIENT_TYPES
from fieldforms.flow.sheets import words_of_records
from fieldforms.i18n import gettext, pick
from fieldforms.store.reporting import figure_names
from fieldforms.store.reporting.counted_rows import WITHHELD
from fieldforms.store.reporting.figures import MARKERS, UNSAID_VALUE

DIMENSION_LABELS = {
    "month": N_("时间"),
    "client": N_("客户"),
    "client_type": N_("客户属性"),
    "form": N_("单据种类"),
    "technician": N_("技术员"),
    "room": N_("房间"),
    "urgency": N_("紧急程度"),
    "fault_class": N_("故障类别"),
    "category": N_("类别"),
    "brand": N_("品牌"),
    "model": N_("型号"),
    "device": N_("单台设备"),
    "reason": N_("原因"),
    "part": N_("备件"),
}
UNSAID, WITHHELD_WORDS = N_("未填"), N_("涉密")
OF_ROWS: dict[str, Callable] = {
    "client": figure_names.names_of_clients,
    "technician": figure_names.names_of_people,
    "room": figure_names.names_of_rooms,
    "model": figure_names.names_of_models,
    "device": figure_names.names_of_failed_devices,
    "part": figure_names.names_of_used_parts,
}
OF_TABLES = {"category": CATEGORIES, "client_type": CLIENT_TYPES}
OF_CHOICES = {"urgency": "urgency", "fault_class": "fault_class", "reason": "dissatisfaction_reasons"}


def words_of_values(dimension: str, values: Iterable, lang: str) -> dict:
    """Value → what it is called; of what is not said, and what is there no longer, too."""
    known = {value for value in values if value not in (None, "", *MARKERS)}
    found = names_of_values(dimension, known, lang)
    said = {value: found.get(value) or str(value) for value in known}
    said |= dict.fromkeys((None, "", UNSAID_VALUE), gettext(UNSAID, lang))
    return said | {WITHHELD: gettext(WITHHELD_WORDS, lang)}


def names_of_values(dimension: str, values: set, lang: str) -> dict:
    if dimension in OF_ROWS:
        return {id: " ".join(name.split()) for id, name in OF_ROWS[dimension](tuple(sorted(values)))}
    if dimension == "brand":
        return dict(figure_names.spellings_of_brands(tuple(sorted(values))))
    if dimension == "form":
        return dict(words_of_records.forms_in_use(lang))
    if dimension in OF_TABLES:
        return {value: gettext(words, lang) for value, words in OF_TABLES[dimension].items()}
    choices = words_of_records.choices_meaning(OF_CHOICES[dimension])
    return {choice.name: pick(choice.label, lang) for choice in choices}
