"""How sure a figure is: exact intervals of counts, intervals of shares, and whether two rates differ (field-data.md §4). Pure, no library.

A count is held against the Poisson distribution (Garwood 1936), a share against the binomial by Wilson's formula (1927).
"""

import math
from collections.abc import Callable
from typing import NamedTuple

UNSURE = 0.05  # two-sided: 95 %
Z = 1.959963984540054  # of the normal distribution, for that
CLOSE = 1e-10
FEWEST = 5  # below it nothing is put in order


class Interval(NamedTuple):
    low: float
    high: float


def interval_of_count(n: int) -> Interval:
    """Between how many events were to be expected, where `n` were seen: 10 → 4.795 … 18.390; 0 → 0 … 3.689."""
    low = 0.0 if n == 0 else expected_where(lambda expected: 1 - poisson_up_to(n - 1, expected), UNSURE / 2)
    high = expected_where(lambda expected: -poisson_up_to(n, expected), -UNSURE / 2)
    return Interval(low, high)


def poisson_up_to(n: int, expected: float) -> float:
    """How likely are at most `n` events, where so many are expected? Summed from the largest term down: it loses nothing."""
    if expected <= 0:
        return 1.0
    last = math.exp(n * math.log(expected) - expected - math.lgamma(n + 1))
    if n > expected:  # the other tail is short: sum that
        return 1 - poisson_tail(last, n, expected)
    total, term = 0.0, last
    for k in range(n, -1, -1):
        total += term
        term *= k / expected
        if term < total * 1e-17:
            break
    return min(1.0, total)


def poisson_tail(last: float, n: int, expected: float) -> float:
    total, term, k = 0.0, last, n
    while True:
        k += 1
        term *= expected / k
        total += term
        if term <= total * 1e-17:
            return total


def expected_where(rising: Callable[[float], float], wanted: float) -> float:
    """Where a rising function of the expected count comes to `wanted`, by halving."""
    low, high = 0.0, 1.0
    while rising(high) < wanted:
        high *= 2
    while high - low > CLOSE * max(1.0, high):
        middle = (low + high) / 2
        low, high = (middle, high) if rising(middle) < wanted else (low, middle)
    return (low + high) / 2


def interval_of_share(hits: int, n: int) -> Interval:
    """Wilson's: 9 of 10 → 60 % … 98 %, 0 of 10 → 0 … 28 %. Of none of none: 0 … 1."""
    if not n:
        return Interval(0.0, 1.0)
    share, square = hits / n, Z * Z
    middle = share + square / (2 * n)
    half = Z * math.sqrt(share * (1 - share) / n + square / (4 * n * n))
    under = 1 + square / n
    return Interval(max(0.0, (middle - half) / under), min(1.0, (middle + half) / under))


def places_that_are_clear(intervals: list[tuple[int, Interval]]) -> list[int]:
    """Which of (n, interval) come first, second …, as far as that can be said: from five on, and while the interval lies above
    those of all that follow. The places in the list, the highest first."""
    clear: list[int] = []
    rest = sorted(range(len(intervals)), key=lambda at: -intervals[at][1].low)
    while len(rest) > 1:
        (n, first), others = intervals[rest[0]], [intervals[at][1].high for at in rest[1:]]
        if n < FEWEST or first.low <= max(others):
            break
        clear.append(rest.pop(0))
    return clear
