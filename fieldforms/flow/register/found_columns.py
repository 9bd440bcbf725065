"""Why a search found a device: the column that has the words, where no cell of the list shows them. By the index's own rule
(store/search.py), pinyin too."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fieldforms.errors import N_
from fieldforms.flow.register import technical_words
from fieldforms.i18n import gettext
from fieldforms.store import scope, search
from fieldforms.store.models import Device

CODE_LABEL, CLIENT_LABEL, PORT_LABEL = N_("标签编码"), N_("客户"), N_("接口")
SHOWN = ("name", "brand", "model", "serial", "spare_interfaces")


@dataclass(frozen=True)
class Told:
    """A column with its words. `guarded`: who reads them is written down, so that a list tells the column alone."""

    label: str
    words: str
    guarded: bool = False


def columns_found(
    viewer: scope.Viewer, devices: Iterable[Device], codes: dict[int, str], asked: str, lang: str
) -> dict[int, tuple[str, str]]:
    """Device's id → (label, words); nothing of those whose cells show why."""
    words = search.words_of_names(asked)
    found = ((each.id, column_found(viewer, each, codes.get(each.id) or "", words, lang)) for each in devices)
    return {id: column for id, column in found if column} if words else {}


def column_found(
    viewer: scope.Viewer, device: Device, code: str, words: list[str], lang: str
) -> tuple[str, str] | None:
    room = device.room.name if device.room_id else ""
    readable = [name for name in SHOWN if technical_words.is_open_to(viewer, device, name)]
    shown = [getattr(device, name) or "" for name in readable] + [device.client.short_name, room]
    lacking = [word for word in words if not has_word(shown, word)]
    if not lacking:
        return None
    told = texts_not_shown(viewer, device, code, lang)
    hit = next((each for each in told if any(has_word([each.words], word) for word in lacking)), None)
    if hit is None:
        return gettext(PORT_LABEL, lang), ""  # what is left that the index knows a device by
    return hit.label, "" if hit.guarded else hit.words


def has_word(texts: Iterable[str], word: str) -> bool:
    return search.names_have_words(search.tokens_of_names(filter(None, texts)), [word])


def texts_not_shown(viewer: scope.Viewer, device: Device, code: str, lang: str) -> Iterator[Told]:
    confidential = bool(device.room_id and device.room.confidential)
    for column in technical_words.columns_open_to(viewer, device):
        value = getattr(device, column.name) if column.searched and column.name not in SHOWN else None
        if value:
            guarded = confidential and column.technical
            yield Told(gettext(column.kind.label, lang), column.kind.words(value, lang), guarded)
    yield Told(gettext(CLIENT_LABEL, lang), device.client.name)
    yield Told(gettext(CODE_LABEL, lang), code)
