"""Labels for both ends of cables, as a PDF to print: of one, of a device's, of a page of the schedule."""

from flask import Blueprint, request

from fieldforms.errors import NotFound
from fieldforms.flow.cabling.connections import connection_in_scope
from fieldforms.flow.reporting.cable_schedules import cables_at_device, labels_of_cables, page_of_cables
from fieldforms.paper.labels import CABLE_LAYOUTS
from fieldforms.web import page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.addresses import CLIENT_RULE, DEVICE_READERS, DEVICE_RULE
from fieldforms.web.cabling.cabling_pages import CABLES_PER_PAGE, CONNECTION_RULE, client_seen, first_number
from fieldforms.web.file_responses import pdf_file

blueprint = Blueprint("cable_labels", __name__)


@blueprint.get(f"{CLIENT_RULE}/cables/labels.pdf")
@signed_in(*DEVICE_READERS)
def of_client(client_id: int):
    """Of the cables that this page of the schedule lists, without those that are gone."""
    client = client_seen(client_id)
    return label_pdf(page_of_cables(actor(), client, first_number(), CABLES_PER_PAGE, removed=False))


@blueprint.get(f"{DEVICE_RULE}/cables/labels.pdf")
@signed_in(*DEVICE_READERS)
def of_device(device_id: int):
    return label_pdf(cables_at_device(actor(), device_id))


@blueprint.get(f"{CONNECTION_RULE}/labels.pdf")
@signed_in(*DEVICE_READERS)
def of_cable(connection_id: int):
    cable = connection_in_scope(actor(), connection_id)
    return label_pdf([] if cable.removed_at else [cable])


def label_pdf(cables: list):
    """Raises NotFound where there is none, and for a layout that nobody knows."""
    layout = request.args.get("layout", next(iter(CABLE_LAYOUTS)))
    if not cables or layout not in CABLE_LAYOUTS:
        raise NotFound
    return pdf_file(labels_of_cables(actor(), cables, layout, page.lang()), f"cable-labels-{layout}")
