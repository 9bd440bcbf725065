"""A client's cables: the schedule on the page, as a spreadsheet, and on paper."""

from flask import Blueprint, request

from fieldforms.errors import N_
from fieldforms.flow.cabling.port_input import REMOVED, STATUSES
from fieldforms.flow.importing.import_kinds import REGISTER_KEEPERS
from fieldforms.flow.reporting.cable_schedules import begin_list_of_cables, cables_as_pdf, page_of_cables
from fieldforms.paper.labels import CABLE_LAYOUTS
from fieldforms.web import own_password, page
from fieldforms.web.access import actor, is_confirmed, me, signed_in
from fieldforms.web.addresses import CLIENT_RULE, DEVICE_READERS
from fieldforms.web.cabling.cabling_pages import CABLES_PER_PAGE, client_seen, first_number
from fieldforms.web.file_responses import MEDIA_TYPES, pdf_file, response_in_pieces

blueprint = Blueprint("cable_schedules", __name__)
ON_PAPER = "pdf"
SCHEDULE_FILES = (ON_PAPER, *MEDIA_TYPES)


@blueprint.get(f"{CLIENT_RULE}/cables")
@signed_in(*DEVICE_READERS)
def show(client_id: int):
    client = client_seen(client_id)
    after, removed = first_number(), with_removed()
    found = page_of_cables(actor(), client, after, CABLES_PER_PAGE + 1, removed)
    return page.show(
        "cabling/cable_schedules/show.html",
        client=client,
        cables=found[:CABLES_PER_PAGE],
        after=after,
        layouts=CABLE_LAYOUTS,
        last=found[CABLES_PER_PAGE - 1].number if len(found) > CABLES_PER_PAGE else "",
        removed=removed,
        statuses=STATUSES,
        gone=REMOVED,
        kinds=SCHEDULE_FILES,
        may_import=me().role in REGISTER_KEEPERS,
    )


SCHEDULE_RULE = f"{CLIENT_RULE}/cables.<any({', '.join(SCHEDULE_FILES)}):file>"


@blueprint.get(SCHEDULE_RULE)
@signed_in(*DEVICE_READERS)
def save(client_id: int, file: str):
    client = client_seen(client_id)
    if not is_confirmed():
        return own_password.password_page()
    called = client.short_name, page.say(N_("线缆表"))
    if file == ON_PAPER:
        body = cables_as_pdf(actor(), client, with_removed(), page.lang())
        return pdf_file(body, *called)
    pieces = begin_list_of_cables(actor(), client, with_removed(), file, page.lang())
    return response_in_pieces(pieces, file, *called)


@blueprint.post(SCHEDULE_RULE)
@signed_in(*DEVICE_READERS)
def confirm(client_id: int, file: str):
    client_seen(client_id)
    return own_password.confirmed_page()


def with_removed() -> bool:
    return request.args.get("removed") == "1"
