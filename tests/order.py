"""In which order files are handed to the processes (`make test` gives each a file at a time): those that take long first,
then those of many tests, so that at the end no process works while the others have gone home.

A pytest plugin (tests/conftest.py names it). A file says `pytestmark = pytest.mark.long` of itself where a run's last
lines (tests/minutes.py) or `--durations` show a minute or so for a few tests.
"""

from collections import Counter

import pytest


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Within a file all stays as it is."""
    long = {item.path for item in items if item.get_closest_marker("long")}
    sizes = Counter(item.path for item in items)
    items.sort(key=lambda item: (item.path not in long, -sizes[item.path], str(item.path)))
