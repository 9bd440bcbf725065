"""The life of a device, newest first: its sheets and faults, what became of it, what was changed in the register, the parts it got,
its documents, configuration backups and labels; page by page, all together or one kind alone.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial

from fieldforms.errors import N_
from fieldforms.flow.faults import fault_reports
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register import row_history, technical_words
from fieldforms.flow.sheets import record_sheets
from fieldforms.store import clock
from fieldforms.store.documents import documents
from fieldforms.store.models import Device
from fieldforms.store.record import lists, records
from fieldforms.store.register import codes, device_events
from fieldforms.store.stock import stock

LINES_OF_PAGE = 30


@dataclass(frozen=True)
class LifeLine:
    """`at`: UTC ms. `kind`: one of LIFE_KINDS; `row`: what it is about, as the kind's reader gives it, None where there is nothing
    to tell of that moment: pages are counted with it."""

    at: int
    kind: str
    row: object


@dataclass(frozen=True)
class PageOfLife:
    """`following`: before which moment (UTC ms) the next page stands, None on the last one."""

    lines: list[LifeLine]
    following: int | None


def page_of_life(
    actor: Actor, device: Device, kinds: Collection[str], lang: str, before: int = clock.END_MS
) -> PageOfLife:
    """`kinds`: of LIFE_KINDS. `before`: UTC ms. Ends where a moment ends: what happened together stands together."""
    most = LINES_OF_PAGE + 1
    chosen = kinds if len(kinds) == 1 else [kind for kind in kinds if kind not in PARTS_OF_OTHERS]
    found = [line for name in chosen for line in LIFE_READERS[name](actor, device, lang, before, most)]
    lines = sorted(found, key=lambda line: -line.at)
    last = lines[LINES_OF_PAGE - 1].at if len(lines) > LINES_OF_PAGE else 0
    told = [line for line in lines if line.at >= last and line.row is not None]
    return PageOfLife(told, last if last and lines[-1].at < last else None)


LifeReader = Callable[[Actor, Device, str, int, int], list[LifeLine]]


def sheets_of_life(actor: Actor, device: Device, _lang: str, before: int, most: int) -> list[LifeLine]:
    rows = records.of_device_before(actor.viewer, device.id, before, most)
    return [LifeLine(row.dated_at, "sheets", row) for row in rows]


def faults_of_life(actor: Actor, device: Device, _lang: str, before: int, most: int) -> list[LifeLine]:
    """Sheets of the form by which faults are reported."""
    form = fault_reports.public_form()
    rows = records.of_device_before(actor.viewer, device.id, before, most, form.key) if form else []
    return [LifeLine(row.dated_at, "sheets", row) for row in rows]


def photos_of_life(actor: Actor, device: Device, _lang: str, before: int, most: int) -> list[LifeLine]:
    """Sheets with photos, each with their digests. Those of a confidential sheet are looked at on its own page, where that is
    written down."""
    rows = records.of_device_before(actor.viewer, device.id, before, most)
    seen = lists.records_as_seen([row for row in rows if not row.confidential], actor.viewer)
    digests = {each.row.id: list(dict.fromkeys(record_sheets.photo_digests(each))) for each in seen}
    return [
        LifeLine(row.dated_at, "photos", (row, digests[row.id]) if digests.get(row.id) else None)
        for row in rows
    ]


def events_of_life(_actor: Actor, device: Device, _lang: str, before: int, most: int) -> list[LifeLine]:
    return [
        LifeLine(event.at, "events", event)
        for event in device_events.events_of_device(device.id, most, before)
    ]


def edits_of_life(actor: Actor, device: Device, lang: str, before: int, most: int) -> list[LifeLine]:
    technical_words.note_device_read(actor, device)
    columns = technical_words.columns_open_to(actor.viewer, device)
    edits = row_history.edits_of_row(device, columns, lang, before, most)
    return [LifeLine(edit.at, "edits", edit if edit.differences else None) for edit in edits]


def parts_of_life(actor: Actor, device: Device, _lang: str, before: int, most: int) -> list[LifeLine]:
    rows = stock.movements_of_device(actor.viewer, device.id, before, most)
    return [LifeLine(row.at, "parts", row if row.device_id else None) for row in rows]


def documents_of_life(
    kind: str, actor: Actor, device: Device, _lang: str, before: int, most: int
) -> list[LifeLine]:
    rows = documents.versions_about_device(
        actor.viewer, device.id, before, most, configuration=kind == "backups"
    )
    return [LifeLine(row.at, kind, row) for row in rows]


def labels_of_life(_actor: Actor, device: Device, _lang: str, before: int, _most: int) -> list[LifeLine]:
    """A label twice where it was taken off."""
    codes_of_device = list(codes.labels_of_device(device.id))
    bound = [LifeLine(code.bound_at or code.made_at, "labels", (code, True)) for code in codes_of_device]
    off = [LifeLine(code.retired_at, "labels", (code, False)) for code in codes_of_device if code.retired_at]
    return [line for line in (*bound, *off) if line.at < before]


LIFE_KINDS = {
    "sheets": N_("单据"),
    "faults": N_("报修记录"),
    "photos": N_("照片记录"),
    "events": N_("状态、移动和更换"),
    "edits": N_("修改记录"),
    "parts": N_("备件"),
    "documents": N_("资料"),
    "backups": N_("配置备份"),
    "labels": N_("标签"),
}
PARTS_OF_OTHERS = ("faults", "photos")  # which stand among the sheets already
KINDS_OF_THE_SENT = (
    "sheets",
    "faults",
    "photos",
    "events",
)  # for who does not serve the client, but was sent
LIFE_READERS: dict[str, LifeReader] = {
    "sheets": sheets_of_life,
    "faults": faults_of_life,
    "photos": photos_of_life,
    "events": events_of_life,
    "edits": edits_of_life,
    "parts": parts_of_life,
    "documents": partial(documents_of_life, "documents"),
    "backups": partial(documents_of_life, "backups"),
    "labels": labels_of_life,
}
