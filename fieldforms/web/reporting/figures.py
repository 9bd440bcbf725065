"""The figures of the statistics: each on a page of its own, with the sheets behind any of its numbers."""

from flask import Blueprint, request, url_for

from fieldforms.flow.reporting import counted_figures, figure_tables, satisfaction
from fieldforms.flow.reporting.dimension_words import DIMENSION_LABELS
from fieldforms.flow.reporting.figures import ALL_FIGURES, get_figure
from fieldforms.web import filters, own_password, page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.file_responses import response_in_pieces
from fieldforms.web.reporting.figure_charts import lines_drawn, picture_of_figure
from fieldforms.web.reporting.figure_filters import COMMENTS_PAGE, NarrowedFigure
from fieldforms.web.reporting.figure_lines import (
    MOST_LINES,
    address_of_n,
    cells_in_words,
    headline,
    lines_in_words,
    measured_label,
    rows_in_words,
    value_in_words,
)

blueprint = Blueprint("figures", __name__)

FIGURE_RULE = "/statistics/<figure>"
FIGURE_FILE = f"{FIGURE_RULE}.<any(xlsx, csv):kind>"


def reads_statistics(viewer) -> bool:
    return viewer.reads_ratings


@blueprint.get(FIGURE_RULE)
@signed_in(may=reads_statistics)
def show(figure: str):
    narrowed = NarrowedFigure(get_figure(figure))
    found = counted_figures.count_figure(narrowed.figure_asked, narrowed.by)
    drawn = lines_drawn(found)
    return page.show(
        "reporting/figures/show.html",
        found=found,
        figure=narrowed.figure,
        narrowed=narrowed,
        lines=lines_in_words(narrowed, found),
        total_cells=cells_in_words(narrowed, found.total, {}),
        before=headline(found, found.before),
        picture=picture_of_figure(found, drawn, page.lang()),
        unlisted=max(0, len(found.lines) - MOST_LINES),
        undrawn=len(found.lines) - len(drawn),
        urls=[address_of_n(narrowed, line.measured, line.leads) for line in drawn],
        n_url=address_of_n(narrowed, found.total, {}) if found.total.n else "",
        names=[line.label for line in drawn],
        series=found.measure.series(page.lang()),
        by_label=DIMENSION_LABELS[found.by],
        overview=url_for("statistics.show", **narrowed.days),
        dimensions=[(each, DIMENSION_LABELS[each]) for each in narrowed.figure.dimensions_offered],
        siblings=[each for each in ALL_FIGURES if each.group == narrowed.figure.group],
        chips=narrowed.chips(),
        styles=("figures.css",),
        body_class="wide",
    )


@blueprint.get(f"{FIGURE_RULE}/sheets")
@signed_in(may=reads_statistics)
def sheets(figure: str):
    """Those behind a number of the page: as many as it says."""
    narrowed = NarrowedFigure(get_figure(figure), "figures.sheets")
    asked = narrowed.figure_asked
    on = filters.keyset_of(request.args.get("before", ""))
    found = counted_figures.rows_behind(asked, on)
    return page.show(
        "reporting/figures/sheets.html",
        figure=narrowed.figure,
        narrowed=narrowed,
        n=counted_figures.count_rows(asked),
        rows=rows_in_words(asked, found.rows),
        value=value_in_words(asked),
        measured_label=measured_label(asked),
        following=filters.text_of_keyset(found.following),
        is_first=on is None,
        styles=("lists.css", "figures.css"),
        body_class="wide",
    )


@blueprint.get("/statistics/satisfaction/comments")
@signed_in(may=reads_statistics)
def comments():
    """What clients said who were not content, the newest first."""
    narrowed = NarrowedFigure(get_figure("satisfaction"), COMMENTS_PAGE)
    on = filters.keyset_of(request.args.get("before", ""))
    found = satisfaction.comments_on_low_ratings(narrowed.figure_asked, on)
    return page.show(
        "reporting/figures/comments.html",
        found=found,
        following=filters.text_of_keyset(found.following),
        is_first=on is None,
        narrowed=narrowed,
        chips=narrowed.chips(),
        styles=("figures.css",),
    )


@blueprint.get(FIGURE_FILE)
@signed_in(may=reads_statistics)
@own_password.confirmed_first
def spreadsheet(figure: str, kind: str):
    narrowed = NarrowedFigure(get_figure(figure))
    found = counted_figures.count_figure(narrowed.figure_asked, narrowed.by)
    pieces = figure_tables.begin_table_of_figure(actor(), found, kind, page.lang())
    return response_in_pieces(pieces, kind, figure)


@blueprint.post(FIGURE_FILE)
@signed_in(may=reads_statistics)
def confirm(figure: str, kind: str):
    get_figure(figure)
    return own_password.confirmed_page()
