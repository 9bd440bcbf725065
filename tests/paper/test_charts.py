"""The geometry of charts."""

from itertools import pairwise

import pytest

from fieldforms.paper import charts


def minutes(n: int) -> str:
    return f"{n} min"


def test_a_column_reaches_its_ninetieth_percentile_and_before_it_its_median():
    chart = charts.percentile_columns([("Oct", 3, 30, 60), ("Nov", 0, 0, 0)], minutes)
    behind, before = chart.bars[0].parts
    assert (behind.series, before.series) == (2, 1)
    assert behind.height == charts.TALL and before.height == charts.TALL / 2
    assert behind.y + behind.height == before.y + before.height == chart.foot
    assert behind.x < before.x and before.x + before.width < behind.x + behind.width
    assert chart.bars[1].parts == ()
    assert [label for _place, label in chart.lines] == ["0 min", "30 min", "60 min"]


@pytest.mark.parametrize(
    "longest,top", [(0, 30), (30, 30), (31, 60), (1441, 2880), (40320, 40320), (40321, 80640)]
)
def test_the_scale_ends_at_a_round_time(longest, top):
    assert charts.percentile_columns([("Nov", 1, 0, longest)], minutes).lines[-1][1] == f"{top} min"


@pytest.mark.parametrize("months", [1, 3, 12, 36])
def test_the_months_fill_the_width_and_stand_apart(months):
    half = charts.Drawn("Nov", 2, (charts.Stretch(0, 0.5, 1), charts.Stretch(0.5, 1, 2)))
    times = charts.percentile_columns([("Nov", 1, 30, 60)] * months, minutes)
    figure = charts.picture_of_columns([half] * months, 1, str)
    for chart, bars in ((times, times.bars), (figure, figure.marks)):
        first, last = bars[0], bars[-1]
        assert first.x - chart.left == pytest.approx(chart.width - last.x, abs=0.02)
        edges = [(part.x, part.x + part.width) for bar in bars for part in bar.parts[:1]]
        assert all(end < begin for (_, end), (begin, _) in pairwise(edges))
