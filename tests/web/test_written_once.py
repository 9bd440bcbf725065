"""A page that is opened a second time asks in words written the first time: writing SQL takes longer than answering it."""

import sys

import peewee
import pytest

from tests.web.access_matrix import LOGINS, MATRIX
from tests.web.route_targets import RouteTargets

pytestmark = pytest.mark.long

# Function → why it may write: nothing that a page asks without words to search for.
NARROWED: dict[str, str] = {}


@pytest.fixture
def written(monkeypatch) -> set[str]:
    """Names of the functions in store that wrote SQL since this was last cleared."""
    found: set[str] = set()
    execute = peewee.Database.execute

    def noted(self, query, **options):
        frame = sys._getframe(1)
        while frame and "/fieldforms/" not in frame.f_code.co_filename:
            frame = frame.f_back
        if frame:
            room = frame.f_code.co_filename.rpartition("/fieldforms/")[2].removesuffix(".py")
            found.add(f"{room}.{frame.f_code.co_name}")
        return execute(self, query, **options)

    monkeypatch.setattr(peewee.Database, "execute", noted)
    return found


def test_no_page_writes_its_questions_twice(world, written):
    targets, again = RouteTargets(world), {}
    for login in LOGINS.values():
        browser = world.browser(login)
        for rule in world.app.url_map.iter_rules():
            if "GET" not in rule.methods or rule.endpoint not in MATRIX:
                continue
            address = targets.address(rule, "GET", login)
            if browser.get(address).status_code != 200:
                continue
            written.clear()
            browser.get(address)
            again |= {place: rule.endpoint for place in written - NARROWED.keys()}
    assert again == {}, "prepare these (store/prepared.py), or say in NARROWED why not"
