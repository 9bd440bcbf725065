"""The geometry of charts."""

from itertools import pairwise

import pytest

from fieldforms.paper import charts


def minutes(n: int) -> str:
    return f"{n} min"


def spread(half: float, most: float) -> charts.Drawn:
    return charts.Drawn("Nov", 3, (charts.Stretch(0, most, 2), charts.Stretch(0, half, 1, narrow=True)))


def test_a_column_reaches_its_ninetieth_percentile_and_before_it_its_median():
    chart = charts.picture_of_columns(
        [spread(30, 60), charts.Drawn("Dec", 0)], 60, lambda n: minutes(round(n))
    )
    behind, before = chart.marks[0].parts
    assert (behind.series, before.series) == (2, 1)
    assert behind.height == charts.TALL and before.height == charts.TALL / 2
    assert behind.y + behind.height == before.y + before.height == chart.foot
    assert behind.x < before.x and before.x + before.width < behind.x + behind.width
    assert chart.marks[1].parts == ()
    assert [label for _place, label in chart.lines] == ["0 min", "30 min", "60 min"]


@pytest.mark.parametrize("months", [1, 3, 12, 36])
def test_the_months_fill_the_width_and_stand_apart(months):
    half = charts.Drawn("Nov", 2, (charts.Stretch(0, 0.5, 1), charts.Stretch(0.5, 1, 2)))
    times = charts.picture_of_columns([spread(30, 60)] * months, 60, str)
    figure = charts.picture_of_columns([half] * months, 1, str)
    for chart, bars in ((times, times.marks), (figure, figure.marks)):
        first, last = bars[0], bars[-1]
        assert first.x - chart.left == pytest.approx(chart.width - last.x, abs=0.02)
        edges = [(part.x, part.x + part.width) for bar in bars for part in bar.parts[:1]]
        assert all(end < begin for (_, end), (begin, _) in pairwise(edges))


@pytest.mark.parametrize(
    ("months", "n", "room"), [(12, 99, True), (12, 100, False), (3, 12_345, True), (36, 1, False)]
)
def test_counts_stand_below_columns_where_they_have_room(months, n, room):
    column = charts.Drawn("Nov", n, (charts.Stretch(0, n, 1),))
    assert charts.picture_of_columns([column] * months, n, str).has_room_for_counts is room


def lane(high: float, interval=None) -> charts.Drawn:
    return charts.Drawn("EPSON", 2, (charts.Stretch(0, high, 1),), interval)


@pytest.mark.parametrize(("high", "tops", "above", "top"), [
    (-3, (), 12, 12), (0, (), 1, 1), (0.3, (), 1, 0.4), (1, (2,), 1, 2), (3, (2,), 1, 4), (37, (2,), 1, 40), (110, (), 12, 120),
    (50, (20, 60), 1440, 60), (1500, (20, 60), 1440, 2 * 1440), (31 * 1440, (20, 60), 1440, 40 * 1440),
])  # fmt: skip
def test_a_scale_ends_at_what_is_round_in_its_unit(high, tops, above, top):
    assert charts.top_of_scale([lane(high)], tops, above) == pytest.approx(top)


def test_an_interval_that_goes_on_beyond_the_scale_says_so():
    few, many = lane(0.2, (0.01, 9.0)), lane(0.5, (0.3, 0.9))
    top = charts.top_of_scale([few, many])
    assert top == 1
    for draw in (charts.picture_of_lanes, charts.picture_of_columns):
        picture = draw([few, many], top, str)
        cut, whole = ([line.role for line in mark.lines] for mark in picture.marks)
        assert cut.count(charts.ARROW) == 2 and charts.ARROW not in whole and picture.is_cut
        assert not draw([many], top, str).is_cut


def test_a_scale_of_none_that_failed_is_that_of_its_intervals():
    assert charts.top_of_scale([lane(0, (0, 1.2)), lane(0, (0, 40.0))]) == 2
