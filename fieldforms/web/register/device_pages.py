"""The page of a device, at its own address and at its label's."""

from functools import partial

from flask import request, session, url_for

from fieldforms.flow.cabling.panels import free_in_words, panel_at_device
from fieldforms.flow.documents import documents
from fieldforms.flow.faults.known_faults import FAULT_READERS
from fieldforms.flow.faults.likely_faults import count_faults_of_device
from fieldforms.flow.filling import blank_sheets, kept_subjects
from fieldforms.flow.library import form_files
from fieldforms.flow.people.actors import may_start_as
from fieldforms.flow.prefill import open_points
from fieldforms.flow.register import codes, contracts, makers, register_columns, technical_words
from fieldforms.flow.register.devices import DEVICE_KEEPERS, unfinished_drafts_at, years_in_use
from fieldforms.flow.sheets import words_of_records
from fieldforms.paper.labels import LABEL_LAYOUTS, group_code
from fieldforms.store import scope
from fieldforms.store.library import definitions
from fieldforms.store.record import records
from fieldforms.store.register import clients, device_events, devices
from fieldforms.store.register.sites import Site
from fieldforms.web import kept_pages, page
from fieldforms.web.access import actor, me

LATEST_AT_DEVICE = 5


def device_page(device, status: int = 200, error: str = "", typed: str = ""):
    """The page of a device for people who may see it: at its code's address, and at its own.

    An engineer who was sent sees what the repair needs; the client's other business is none of theirs.
    """
    who = actor()
    serves = clients.get_client(who.viewer, device.client_id) is not None
    code = devices.code_of(device)
    history = records.of_device(who.viewer, device, LATEST_AT_DEVICE)
    in_use = not device.retired_at and not device.client.retired_at
    panel = panel_at_device(who, device) if serves else []
    if not serves:
        technical_words.note_device_read(who, device)  # else the panel's reading was written down
    columns = technical_words.columns_open_to(who.viewer, device)
    reads = scope.may_read_technical(who.viewer, device)
    startable = serves and code and in_use
    forms = form_files.forms_startable_at(partial(may_start_as, who), "device") if startable else []
    points = open_points.open_points_at(who, Site(device.client_id, device=device.id))
    about = kept_subjects.subjects_of_device_page(device, serves)
    kept_pages.keep_unless(tells_secrets(device, [*history, *points]), about)
    return page.show(
        "register/devices/show.html",
        status,
        device=device,
        serves=serves,
        maker=(maker := makers.get_maker_of(device)),
        numbers_of_maker=makers.numbers_of_maker(maker, device.manufacturer_phone),
        code=code,
        code_text=group_code(code) if code else "",
        years=years_in_use(device.installed_on),
        states=register_columns.DEVICE_STATES,
        events=device_events.events_of_device(device.id, LATEST_AT_DEVICE),
        contract=contracts.contract_of_client(device.client) if serves else None,
        contract_words=register_columns.CLIENT_TYPES,
        open_points=points,
        drafts=[(draft, label_of_drafts_step(draft)) for draft in unfinished_drafts_at(who, device)],
        forms=[form for form in forms if not form.public],
        public_forms=[form for form in forms if form.public],
        printable=blank_sheets.forms_printed_at(who, "device") if startable else [],
        further_facts=register_columns.facts_in_words(columns, device, page.lang()),
        panel=panel,
        free_ports=free_in_words(panel, page.lang()),
        spare_interfaces=device.spare_interfaces if reads else "",
        backups=devices.backups([device.id]) if reads else [],
        configurations=documents.configurations_at_device(who, device),
        documents=documents.documents_at_device(who, device),
        may_add_documents=serves and me().role in documents.DOCUMENT_KEEPERS and not device.retired_at,
        known_faults=count_faults_of_device(who, device) if me().role in FAULT_READERS else None,
        history=[(row, label_of_record(row), *badge_of_record(row)) for row in history],
        may_wire=me().role in DEVICE_KEEPERS and in_use and reads,
        may_keep=me().role in DEVICE_KEEPERS and in_use,
        may_bring_back=serves and me().role in DEVICE_KEEPERS and not device.client.retired_at,
        may_print=me().role in codes.LABEL_KEEPERS and bool(page.label_origin()),
        layouts=LABEL_LAYOUTS,
        in_wechat=in_wechat(),
        error=error,
        typed=typed,
        has_errors=bool(error),
    )


def tells_secrets(device, told: list) -> bool:
    """Is something on its page confidential? `told`: the sheets that it tells of."""
    return bool(device.room_id and device.room.confidential) or any(each.confidential for each in told)


def label_of_drafts_step(draft) -> dict:
    return definitions.read_definition(draft.definition).step(draft.step).label


def label_of_record(row) -> dict:
    return definitions.read_definition(definitions.row(row.definition_id)).label


def badge_of_record(row) -> tuple[str, str]:
    """(words, tone) of a record's badge: how it was signed, or how far it is."""
    definition = definitions.read_definition(row.definition)
    words, tone = words_of_records.signature_in_words(row, definition)
    if words:
        return page.say(words), tone
    return words_of_records.progress_in_words(row, definition, page.lang())


def in_wechat() -> bool:
    """WeChat keeps its own storage apart from the phone's browser: said once (company.md)."""
    if "MicroMessenger" not in request.user_agent.string or session.get("told_browser"):
        return False
    session["told_browser"] = True
    return True


def address_of_device(device) -> str:
    """Where a device's page lives: at its code's address while it wears a label."""
    code = devices.code_of(device)
    return url_for("codes.show", code=code) if code else url_for("devices.show", device_id=device.id)


def remember_registered(device) -> None:
    """What this browser registered last: the next one stands beside it more often than not."""
    session["last_device"] = device.id


def last_registered():
    device = devices.get_device(actor().viewer, session.get("last_device", 0))
    return device if device and not device.retired_at else None
