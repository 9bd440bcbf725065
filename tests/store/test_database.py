"""What the database refuses is said once, in our words; and who must wait for whom."""

from contextlib import suppress
from functools import partial

import pytest

from fieldforms.errors import BadInput, NoRoom
from fieldforms.store import database
from fieldforms.store.models import User
from tests.shared import at_once, during
from tests.web.people.hands import READ_ONLY


@pytest.mark.parametrize("login", ["x" * 300, "a\x00b"], ids=["too long", "NUL"])
def test_what_does_not_fit_is_said(shared, login):
    if database.dialect_of() == "sqlite":
        pytest.skip("SQLite keeps anything")
    with pytest.raises(BadInput), database.transaction():
        User.create(login=login, name="x", role="hr", password="x", created_at=1)


def test_a_database_that_may_only_be_read_is_said(world):
    database.database.execute_sql(READ_ONLY[database.dialect_of()])
    with pytest.raises(NoRoom), database.transaction():
        User.update(name="x").execute()


def test_who_passes_with_the_same_key_waits_for_the_other(shared):
    """On SQLite the transaction itself is the lock."""
    order = []

    def pass_with(*keys):
        with database.transaction():
            database.one_at_a_time(keys)
            order.append(keys)

    during(lambda: pass_with("a", "b"), lambda: pass_with("c", "b"), lambda: order.append("ended"))
    assert order == [("a", "b"), "ended", ("c", "b")]


def test_a_new_file_is_opened_by_all_who_come_at_the_same_moment(tmp_path):
    """Without `connect_first` SQLite refuses one in some hundreds: now and then this test would fail."""
    urls = [f"sqlite:///{tmp_path / str(number)}.db" for number in range(100)]
    results = [result for url in urls for result in at_once(*[partial(database.connect, url)] * 4)]
    assert [result for result in results if isinstance(result, Exception)] == []


def test_what_a_failed_attempt_puts_off_until_the_commit_is_not_done(world):
    """Else a head is written down that was never sealed, and the next start misses it (flow/seals/heads.py)."""
    done = []
    with database.transaction():
        with suppress(NoRoom), database.attempt():
            database.database.after_commit(lambda: done.append("failed"))
            raise NoRoom
        database.database.after_commit(lambda: done.append("stands"))
    assert done == ["stands"]
