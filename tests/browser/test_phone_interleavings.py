"""Ten unlucky days, each by its seed; `make soak` has two hundred (bench/soak.py)."""

import os

import pytest

from tests.browser.interleavings import Unlucky

pytestmark = pytest.mark.browser

DAYS = int(os.environ.get("UNLUCKY_DAYS", "10"))
FIRST = int(os.environ.get("UNLUCKY_SEED", "1"))


@pytest.mark.parametrize("seed", range(FIRST, FIRST + DAYS))
def test_nothing_that_the_phone_has_kept_is_lost_or_sealed_twice(site, seed):
    phone = Unlucky(site, seed)
    phone.live()
    phone.check()
