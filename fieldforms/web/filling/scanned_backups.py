"""Beside the question about configuration backups: those of the devices on the sheet, and the way to add one."""

from flask import url_for
from markupsafe import Markup

from fieldforms import i18n
from fieldforms.errors import N_
from fieldforms.flow.documents.documents import DOCUMENT_KEEPERS
from fieldforms.flow.filling import count_suggestions
from fieldforms.flow.filling.draft_contexts import DraftContext
from fieldforms.store.models import Device
from fieldforms.store.register import devices
from fieldforms.web import page
from fieldforms.web.access import actor, me

ADD = Markup(
    '<a class="button link" href="{}" target="_blank" rel="noopener">{}</a>'
)  # nothing that is being filled is left


def lines_of_backups(found: DraftContext, answers: dict) -> list[str]:
    scanned = count_suggestions.devices_to_back_up(found, answers)
    if not scanned:
        return []
    said = [words_of_backup(each) for each in count_suggestions.backups_of_scanned(actor(), scanned)]
    return [*said, *(link_to_add(device) for device in devices_to_add_to(scanned))]


def devices_to_add_to(scanned: list[Device]) -> list[Device]:
    """Those of clients whom the reader serves: who was sent keeps no documents there."""
    if me().role not in DOCUMENT_KEEPERS:
        return []
    served = devices.with_ids(actor().viewer, tuple(device.id for device in scanned))
    return [device for device in served if not device.retired_at]


def words_of_backup(backup) -> str:
    day = i18n.format_date(backup.made_on, page.lang())
    return f"{backup.device.name} · {backup.kind} {backup.version} · {day}"


def link_to_add(device: Device) -> Markup:
    address = url_for("documents.new", device=device.id, kind="configuration")
    return ADD.format(address, page.say(N_("添加备份：%(name)s"), name=device.name))
