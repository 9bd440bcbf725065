"""The statistics at a glance: each figure in one number, and one tap from its page; a technician's own total."""

from flask import Blueprint

from fieldforms.flow.record import rating_groups
from fieldforms.flow.reporting import figure_overview, figure_spans, satisfaction
from fieldforms.flow.reporting.figures import SATISFACTION
from fieldforms.flow.sheets import words_of_records
from fieldforms.i18n import pick
from fieldforms.web import page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.filters import PeriodFilter
from fieldforms.web.narrowed_lists import NarrowedList
from fieldforms.web.reporting.figure_filters import chips_of_days

blueprint = Blueprint("statistics", __name__)


@blueprint.get("/statistics")
@signed_in(may=lambda viewer: viewer.reads_ratings)
def show():
    narrowed = NarrowedList([PeriodFilter("period")], "statistics.show")
    span = figure_spans.span_asked(*(narrowed.chosen.get(name, "") for name in PeriodFilter.names))
    return page.show(
        "reporting/statistics/show.html",
        span=span,
        groups=figure_overview.figures_at_a_glance(actor(), span, page.lang()),
        narrowed=narrowed,
        commented=SATISFACTION,
        chips=[*chips_of_days(narrowed), *narrowed.chips(), *narrowed.preset_chips()],
        styles=("figures.css",),
        body_class="wide",
    )


@blueprint.get("/statistics/mine")
@signed_in("technician")
def mine():
    """One's own total; never who said what."""
    return page.show(
        "reporting/statistics/mine.html",
        own=satisfaction.own_ratings(actor()),
        answers=[
            pick(choice.label, page.lang()) for choice in words_of_records.choices_meaning("satisfaction")
        ],
        fewest=rating_groups.SIZE,
    )
