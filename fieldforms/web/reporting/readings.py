"""Who read what is confidential, and what was exported: for supervisors."""

from flask import Blueprint, request

from fieldforms.errors import N_
from fieldforms.flow.reporting.readings import (
    READING_LABELS,
    READING_READERS,
    begin_list_of_readings,
    fold_repetitions,
    readings_of_rows,
)
from fieldforms.store.people import accounts
from fieldforms.store.reporting import readings
from fieldforms.store.reporting.readings import OF_DOCUMENT, OF_ROOM, OF_SHEET, ReadingFilters
from fieldforms.store.scope import Viewer
from fieldforms.web import inputs, own_password, page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.file_responses import response_in_pieces
from fieldforms.web.filters import (
    ChoiceFilter,
    FilterOptions,
    PeriodFilter,
    RowFilter,
    options_of_clients,
    options_of_table,
)
from fieldforms.web.narrowed_lists import NarrowedList

blueprint = Blueprint("readings", __name__)


def options_of_people(viewer: Viewer, lang: str) -> FilterOptions:
    """Whoever has, or had, an account."""
    return [(str(user.id), user.name) for user in accounts.all_users()]


READING_FILTERS = (
    PeriodFilter("period"),
    RowFilter("person", N_("人员"), choices=options_of_people),
    RowFilter("client", N_("客户"), choices=options_of_clients),
    ChoiceFilter("kind", N_("做了什么"), choices=options_of_table(READING_LABELS)),
)


@blueprint.get("/readings")
@signed_in(*READING_READERS)
def index():
    narrowed = NarrowedList(READING_FILTERS, "readings.index")
    before = request.args.get("before", type=inputs.whole_number)
    found = readings.page_of_readings(actor().viewer, ReadingFilters(**narrowed.store_filters, before=before))
    return page.show(
        "reporting/readings/index.html",
        lines=fold_repetitions(readings_of_rows(actor().viewer, found.rows, page.lang())),
        following=found.following,
        first_page=before is None,
        narrowed=narrowed,
        labels=READING_LABELS,
        of_sheet=OF_SHEET,
        of_room=OF_ROOM,
        of_document=OF_DOCUMENT,
        body_class="wide",
    )


@blueprint.get("/readings.xlsx")
@signed_in(*READING_READERS)
@own_password.confirmed_first
def export():
    asked = ReadingFilters(**NarrowedList(READING_FILTERS, "readings.index").store_filters)
    return response_in_pieces(begin_list_of_readings(actor(), asked, page.lang()), "xlsx", "readings")


@blueprint.post("/readings.xlsx")
@signed_in(*READING_READERS)
def confirm():
    return own_password.confirmed_page()
