"""What a figure's page draws: its months stand as columns, anything else lies as lanes, as many as can be read."""

from collections.abc import Sequence
from itertools import islice

from fieldforms.flow.reporting.counted_figures import MONTH, CountedFigure, FigureLine
from fieldforms.flow.reporting.measures import Shares
from fieldforms.paper import charts
from fieldforms.web.spans_of_time import months_in_words, names_with_room

MOST_DRAWN = 15  # the rest stands in the table
LONGEST_LABEL = 25  # characters of the width of a Chinese one, above a lane
NO_MORE_SPELT_OUT = 14  # months; of more every third one is named


def lines_drawn(found: CountedFigure) -> list[FigureLine]:
    """All months, also those of which there is nothing; of anything else what was counted, as many as can be read."""
    if found.by == MONTH:
        return list(found.lines)
    counted = (line for line in found.lines if line.measured.n and line.measured.stretches)
    return [*islice(counted, MOST_DRAWN)]


def picture_of_figure(found: CountedFigure, shown: Sequence[FigureLine], lang: str) -> charts.Picture | None:
    """None where there is nothing to draw."""
    if not any(line.measured.stretches or line.measured.interval for line in shown):
        return None
    unit = found.measure.unit
    labels = labels_of_months(found) if found.by == MONTH else [short_label(line.label) for line in shown]
    drawn = [line.measured.drawn(label, line.target) for line, label in zip(shown, labels, strict=True)]
    top = 1.0 if unit is Shares else charts.top_of_scale(drawn, unit.tops, unit.above)
    draw = charts.picture_of_columns if found.by == MONTH else charts.picture_of_lanes
    return draw(drawn, top, lambda value: unit.words(value, lang) if value else "0")


def labels_of_months(found: CountedFigure) -> list[str]:
    names = [line.label for line in found.lines]
    if any(len(name) == len("2026") for name in names):
        return names
    if any(len(name) == len("2026-11-01") for name in names):
        return labels_of_days(names)
    words = months_in_words(names)
    if len(words) <= NO_MORE_SPELT_OUT:
        return names_with_room(words)
    return [year_or_month(name) if at % 3 == 0 else "" for at, name in enumerate(names)]


def labels_of_days(names: Sequence[str]) -> list[str]:
    """The day alone; of many every third."""
    step = 1 if len(names) <= NO_MORE_SPELT_OUT else 3
    return [str(int(name[-2:])) if at % step == 0 else "" for at, name in enumerate(names)]


def year_or_month(name: str) -> str:
    return f"{name[2:4]}/{int(name[5:])}"


def short_label(label: str) -> str:
    """What stands beside a lane; the table says it whole."""
    width, kept = 0.0, ""
    for character in label:
        width += 1 if ord(character) > 0x2E7F else 0.55
        if width > LONGEST_LABEL:
            return f"{kept}…"
        kept += character
    return label
