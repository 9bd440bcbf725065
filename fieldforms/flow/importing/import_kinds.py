"""The kinds of imports. A further one is a row here, and its keeper."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from fieldforms.errors import N_
from fieldforms.flow.importing.cable_rows import CableKeeper
from fieldforms.flow.importing.device_rows import DeviceKeeper
from fieldforms.flow.importing.header_rows import UNCLEAR, key_of_header
from fieldforms.flow.importing.list_rows import ImportColumn
from fieldforms.flow.importing.maker_rows import MakerKeeper
from fieldforms.flow.importing.model_rows import ModelKeeper
from fieldforms.flow.importing.part_rows import PartKeeper
from fieldforms.flow.importing.person_rows import PersonKeeper
from fieldforms.flow.importing.row_keepers import RowKeeper
from fieldforms.flow.importing.site_rows import ClientKeeper, ContactKeeper, RoomKeeper
from fieldforms.flow.importing.stock_rows import StockKeeper
from fieldforms.flow.register.column_headers import (
    CABLE_HEADERS,
    CLIENT_HEADERS,
    CONTACT_HEADERS,
    DEVICE_HEADERS,
    MAKER_HEADERS,
    MODEL_HEADERS,
    PART_HEADERS,
    PERSON_HEADERS,
    ROOM_HEADERS,
    STOCK_HEADERS,
    Headers,
)
from fieldforms.i18n import LANGUAGES, gettext, join_words, pick
from fieldforms.paper.blank_list import BlankColumn

IMPORTERS = ("dispatcher", "admin")
PERSON_IMPORTERS = ("admin",)
REGISTER_KEEPERS = ("dispatcher",)  # who may change models and cables on their pages, too


@dataclass(frozen=True)
class ImportKind:
    """`label`: what is imported. `headers`: what lists call its columns. `title`: the columns that say which row it is."""

    name: str
    label: str
    keeper: type[RowKeeper]
    headers: Headers
    title: tuple[str, ...] = ("name",)
    may: tuple[str, ...] = IMPORTERS

    @property
    def columns(self) -> dict[str, ImportColumn]:
        return {column.name: column for column in self.keeper.columns}


IMPORT_KINDS: Mapping[str, ImportKind] = {
    kind.name: kind
    for kind in (
        ImportKind("devices", N_("设备"), DeviceKeeper, DEVICE_HEADERS, ("name", "model", "serial")),
        ImportKind("models", N_("设备型号"), ModelKeeper, MODEL_HEADERS, ("brand", "name"), REGISTER_KEEPERS),
        ImportKind(
            "makers", N_("生产厂家"), MakerKeeper, MAKER_HEADERS, ("name", "hotline"), REGISTER_KEEPERS
        ),
        ImportKind(
            "cables",
            N_("线缆清单"),
            CableKeeper,
            CABLE_HEADERS,
            ("number", "source_device", "target_device"),
            REGISTER_KEEPERS,
        ),
        ImportKind("clients", N_("客户档案"), ClientKeeper, CLIENT_HEADERS),
        ImportKind("rooms", N_("房间列表"), RoomKeeper, ROOM_HEADERS, ("client", "name")),
        ImportKind("contacts", N_("联系人"), ContactKeeper, CONTACT_HEADERS, ("client", "name")),
        ImportKind("parts", N_("备件、工具"), PartKeeper, PART_HEADERS, ("name", "model")),
        ImportKind("stock", N_("期初库存"), StockKeeper, STOCK_HEADERS, ("name", "model", "place")),
        ImportKind("people", N_("人员"), PersonKeeper, PERSON_HEADERS, ("login", "name"), PERSON_IMPORTERS),
    )
}


@cache
def names_of_columns(kind: str) -> Mapping[str, str]:
    """Key of a header → column: the names of its table, and the columns' own labels."""
    found: dict[str, str] = {}
    for name in IMPORT_KINDS[kind].columns:
        for header in IMPORT_KINDS[kind].headers.get(name, "").split("|"):
            found.setdefault(key_of_header(header), name)
    for name, column in IMPORT_KINDS[kind].columns.items():
        for lang in LANGUAGES:
            key = key_of_header(gettext(column.kind.label, lang))
            if key not in UNCLEAR:
                found.setdefault(key, name)
    found.pop("", None)
    return found


def header_of_column(kind: str, name: str, lang: str) -> str:
    """What our own lists call it: its label, unless that may mean two things."""
    label = gettext(IMPORT_KINDS[kind].columns[name].kind.label, lang)
    if names_of_columns(kind).get(key_of_header(label)) == name:
        return label
    return IMPORT_KINDS[kind].headers[name].split("|")[0]


def blank_columns(kind: ImportKind, lang: str) -> list[BlankColumn]:
    """Of a list to be filled in: every column, with what it is for."""
    found = []
    for name, column in kind.columns.items():
        names = getattr(column.kind, "names", {})
        words = [gettext(pick(label, lang), lang) for value, label in names.items() if value]
        notes = [gettext(column.hint, lang)] if column.hint else []
        notes += [join_words(words, lang)] if words else []
        found.append(BlankColumn(header_of_column(kind.name, name, lang), "\n".join(notes), words))
    return [column for column in found if column.label]
