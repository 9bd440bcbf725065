"""kill -9 while 16 phones submit: nothing acknowledged is lost, nothing is there twice (quality.md, "Nothing lost")."""

import pytest

from tests.faults import kill

pytestmark = pytest.mark.long


def test_what_was_acknowledged_before_a_kill_is_there_after_it_and_once(house):
    """Ten kills; `make soak` does two hundred."""
    sheets = kill.cycles(house, 10, seed=20261124)
    assert any(sheet.photo for sheet in sheets)
    kill.check(house, sheets)
