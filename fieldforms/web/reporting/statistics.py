"""The statistics at a glance: each figure in one number, and one tap from its page; a technician's own total."""

from flask import Blueprint, request, url_for

from fieldforms.flow.record import rating_groups
from fieldforms.flow.reporting import figure_overview, figure_spans, satisfaction
from fieldforms.flow.sheets import words_of_records
from fieldforms.i18n import pick
from fieldforms.web import page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.filters import a_day, preset_periods
from fieldforms.web.narrowed_lists import chip

blueprint = Blueprint("statistics", __name__)


@blueprint.get("/statistics")
@signed_in(may=lambda viewer: viewer.reads_ratings)
def show():
    days = {name: day for name in ("from", "to") if (day := a_day(request.args.get(name, "")))}
    span = figure_spans.span_asked(days.get("from", ""), days.get("to", ""))
    return page.show(
        "reporting/statistics/show.html",
        span=span,
        groups=figure_overview.figures_at_a_glance(actor(), span, page.lang()),
        days=days,
        chips=[
            chip(page.say(words), url_for("statistics.show", **({} if same == days else same)), same == days)
            for _name, words, same in preset_periods()
        ],
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
