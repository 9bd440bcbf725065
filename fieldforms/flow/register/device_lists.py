"""Devices found by words, by the code on their label, and by the filters of the list."""

from dataclasses import replace

from fieldforms.flow.jobs import jobs
from fieldforms.flow.record import label_codes
from fieldforms.flow.register import register_columns, technical_words
from fieldforms.store import scope
from fieldforms.store.models import Device
from fieldforms.store.register import device_index, device_lists, devices
from fieldforms.store.register.device_index import SearchedColumns
from fieldforms.store.register.device_lists import DeviceFilters, DevicePage, DevicePlace

SEARCHED_NAMES = register_columns.searched_names(register_columns.DEVICE_COLUMNS)
SEARCHED = SearchedColumns(
    tuple(name for name in SEARCHED_NAMES if name not in technical_words.TECHNICAL),
    tuple(name for name in SEARCHED_NAMES if name in technical_words.TECHNICAL),
)
CHANGES_AT_ONCE = 200  # changes taken into the index in one transaction, some 100 ms
ERRAND = "index_devices"


def page_of_devices(viewer: scope.Viewer, filters: DeviceFilters, place: DevicePlace | None) -> DevicePage:
    return device_lists.page_of_devices(viewer, with_label_code(viewer, filters), SEARCHED, place)


def find_devices(viewer: scope.Viewer, filters: DeviceFilters, limit: int) -> list[Device]:
    """The first devices by words, or by the code on their label."""
    return device_lists.seen_by(viewer, with_label_code(viewer, filters), limit, SEARCHED)


def devices_to_label(viewer: scope.Viewer, text: str, limit: int) -> list[Device]:
    """As `find_devices`, those that wear no label first, however many do: what one stands before is one of them."""
    first = find_devices(viewer, DeviceFilters(text, unlabelled=True), limit)
    known = {device.id for device in first}
    others = find_devices(viewer, DeviceFilters(text), limit) if len(first) < limit else []
    return [*first, *(device for device in others if device.id not in known)][:limit]


def count_devices_listed(viewer: scope.Viewer, filters: DeviceFilters, most: int) -> int:
    """How many are found; `most`: where counting stops."""
    return device_lists.count_devices_listed(viewer, with_label_code(viewer, filters), SEARCHED, most)


def ids_of_devices(viewer: scope.Viewer, filters: DeviceFilters, most: int) -> list[int]:
    """Of all that are found, in the list's order."""
    return device_lists.ids_in_order(viewer, with_label_code(viewer, filters), SEARCHED, most)


def with_label_code(viewer: scope.Viewer, filters: DeviceFilters) -> DeviceFilters:
    """A label's code, however it was typed, as the index knows it."""
    if not label_codes.looks_like_code(filters.text):
        return filters
    code = label_codes.normalise_code(filters.text)
    return replace(filters, text=code) if devices.by_codes(viewer, [code]) else filters


# What they are found by


def note_change() -> None:
    """Something changed by which devices are found: a worker takes it into the index. Joins the caller's transaction."""
    jobs.put_off(ERRAND, key=ERRAND)


def index_changes() -> int:
    """Take in all changes, slice by slice; how many there were."""
    taken = 0
    while slice := device_index.index_slice(SEARCHED, CHANGES_AT_ONCE):
        taken += slice
    return taken


def rebuild_index() -> int:
    """Make the whole index anew."""
    device_index.mark_every_device()
    return index_changes()
