"""How long faults took to be looked at and to be restored, by month and by urgency."""

from flask import Blueprint, request

from fieldforms import i18n
from fieldforms.flow.reporting import response_times
from fieldforms.flow.sheets import words_of_records
from fieldforms.paper import charts
from fieldforms.store import clock
from fieldforms.web import inputs, page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.filters import clients_to_narrow_by
from fieldforms.web.spans_of_time import (
    month_words,
    months_in_words,
    names_with_room,
    offered_years,
    since_first,
    span_in_words,
)

blueprint = Blueprint("response_times", __name__)


@blueprint.get("/statistics/times")
@signed_in(*response_times.RESPONSE_TIME_READERS)
def show():
    years = offered_years()
    chosen = {name: request.args.get(name, type=inputs.whole_number) for name in ("year", "client")}
    chosen["year"] = chosen["year"] if chosen["year"] in years else None
    found = since_first(response_times.times_of_reports(actor(), **chosen))
    return page.show(
        "reporting/response_times/show.html",
        found=found,
        named=names_with_room(months_in_words([month.name for month in found.months])),
        respond=times_chart(found.months, "respond"),
        restore=times_chart(found.months, "restore"),
        month_words=month_words,
        urgencies={
            each.name: i18n.pick(each.label, page.lang())
            for each in words_of_records.choices_meaning("urgency")
        },
        span=span_in_words,
        years=years,
        chosen=chosen,
        clients=clients_to_narrow_by(actor().viewer),
        body_class="wide",
    )


def times_chart(months: tuple[response_times.ReportCounts, ...], name: str) -> charts.Chart:
    """`name`: respond or restore."""
    labels = months_in_words([month.name for month in months])
    spreads = zip(labels, (getattr(month, name) for month in months), strict=True)
    bars = [
        (label, each.n, each.median, each.ninetieth) if each else (label, 0, 0, 0) for label, each in spreads
    ]
    return charts.percentile_columns(bars, scale_label)


def scale_label(minutes: int) -> str:
    """A line of the scale: short enough to stand beside it."""
    return i18n.format_span(minutes * clock.MINUTE, page.lang()) if minutes else "0"
