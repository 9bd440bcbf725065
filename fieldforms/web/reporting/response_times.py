"""How long faults took to be looked at and to be restored, by month and by urgency."""

from flask import Blueprint, request

from fieldforms import i18n
from fieldforms.flow.reporting import response_times
from fieldforms.flow.reporting.measures import Minutes
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
        named=[month_words(month.name) for month in found.months],
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


def times_chart(months: tuple[response_times.ReportCounts, ...], name: str) -> charts.Picture:
    """`name`: respond or restore."""
    labels = names_with_room(months_in_words([month.name for month in months]))
    spreads = (getattr(month, name) for month in months)
    drawn = [drawn_spread(label, each) for label, each in zip(labels, spreads, strict=True)]
    return charts.picture_of_columns(
        drawn, charts.top_of_scale(drawn, Minutes.tops, Minutes.above), scale_label
    )


def drawn_spread(label: str, each: response_times.Spread | None) -> charts.Drawn:
    if each is None:
        return charts.Drawn(label, 0)
    half, most = charts.Stretch(0, each.median, 1, narrow=True), charts.Stretch(0, each.ninetieth, 2)
    return charts.Drawn(label, each.n, (most, half))


def scale_label(minutes: float) -> str:
    """A line of the scale: short enough to stand beside it."""
    return i18n.format_span(round(minutes * clock.MINUTE), page.lang()) if minutes else "0"
