"""Charts where people would rather look than read."""

from flask import Blueprint, request, url_for

from fieldforms.flow.record import rating_groups
from fieldforms.flow.reporting import satisfaction
from fieldforms.flow.sheets import words_of_records
from fieldforms.i18n import pick
from fieldforms.paper import charts
from fieldforms.store.record import lists
from fieldforms.web import inputs, page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.filters import clients_to_narrow_by
from fieldforms.web.spans_of_time import months_in_words, offered_years, since_first

blueprint = Blueprint("statistics", __name__)


@blueprint.get("/statistics")
@signed_in(may=lambda viewer: viewer.reads_ratings)
def show():
    viewer, lang = actor().viewer, page.lang()
    chosen = {
        name: request.args.get(name, type=inputs.whole_number) for name in ("year", "client", "technician")
    }
    years = offered_years()
    chosen["year"] = chosen["year"] if chosen["year"] in years else None
    found = since_first(satisfaction.satisfaction_of_period(actor(), **chosen, lang=lang))
    return page.show(
        "reporting/statistics/show.html",
        found=found,
        months=ratings_chart(found.months),
        reasons=charts.ranked_bars(found.reasons),
        years=years,
        chosen=chosen,
        address=lambda name, value: url_for("statistics.show", **{**chosen, name: value}),
        clients=clients_to_narrow_by(viewer),
        technicians=lists.technicians_to_choose(viewer),
        body_class="wide",
    )


def ratings_chart(months: tuple[satisfaction.RatingCounts, ...]) -> charts.Chart:
    labels = months_in_words([month.name for month in months])
    return charts.stacked_columns(
        [(label, month.counts) for label, month in zip(labels, months, strict=True)]
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
