"""It is noon on a Tuesday."""

import pytest

from fieldforms.store import clock
from tests.flow.calendar.hands import TUESDAY, noon


@pytest.fixture
def shared(shared):
    """It is noon on a Tuesday."""
    with clock.pretend_now(noon(TUESDAY)):
        yield shared


@pytest.fixture
def world(world):
    with clock.pretend_now(noon(TUESDAY)):
        yield world
