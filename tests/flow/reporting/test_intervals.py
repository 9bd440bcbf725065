"""How sure a figure is, against what is published."""

import pytest

from fieldforms.flow.reporting import intervals
from fieldforms.flow.reporting.intervals import Interval, interval_of_count, interval_of_share

# Exact 95 % limits of a Poisson count (field-data.md §4; Garwood 1936), n → low, high
PUBLISHED = {
    0: (0, 3.689), 1: (0.025, 5.572), 2: (0.242, 7.225), 3: (0.619, 8.767), 4: (1.090, 10.242),
    5: (1.623, 11.668), 10: (4.795, 18.390), 20: (12.217, 30.888), 50: (37.111, 65.919), 100: (81.364, 121.627),
}  # fmt: skip


@pytest.mark.parametrize("n", PUBLISHED)
def test_the_limits_of_a_count_are_the_published_ones(n):
    assert interval_of_count(n) == pytest.approx(PUBLISHED[n], abs=0.0006)


def test_the_limits_of_a_share_are_wilsons():
    assert interval_of_share(9, 10) == pytest.approx((0.596, 0.982), abs=0.0006)
    assert interval_of_share(0, 10) == pytest.approx((0, 0.278), abs=0.0006)
    assert interval_of_share(0, 0) == (0, 1)


@pytest.mark.parametrize("n", [0, 1, 7, 300, 5000])
def test_an_interval_holds_its_count_and_grows_with_it(n):
    low, high = interval_of_count(n)
    assert low <= n < high
    assert low < interval_of_count(n + 1).low and high < interval_of_count(n + 1).high


def test_nothing_is_put_in_order_that_overlaps_or_is_few():
    places = intervals.places_that_are_clear
    assert places([(9, Interval(1, 2)), (20, Interval(5, 7)), (8, Interval(0.5, 1.5))]) == [1]
    assert places([(9, Interval(1, 2)), (20, Interval(5, 7)), (8, Interval(2.5, 3))]) == [1, 2]
    assert places([(9, Interval(1, 6)), (20, Interval(5, 7))]) == []
    assert places([(4, Interval(5, 7)), (20, Interval(1, 2))]) == []
    assert places([(20, Interval(5, 7))]) == places([]) == []
