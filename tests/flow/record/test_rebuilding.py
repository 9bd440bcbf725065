"""The projection is made anew in slices, beside people's work; broken off it goes on where it was."""

import os
import subprocess
import sys

import pytest

from fieldforms.cli import worker
from fieldforms.flow.errands.errands import ERRANDS
from fieldforms.flow.jobs import jobs
from fieldforms.flow.proof import list_checks, verification
from fieldforms.flow.record import projection
from fieldforms.store import database
from fieldforms.store.models import Projection, Record
from tests.places import ROOT

# Makes slices of two, and dies without a word before the second is committed.
KILLED = """
import os
from fieldforms import config, prepare
from fieldforms.flow.record import projection
from fieldforms.store.database import database, transaction
from fieldforms.store.record import projections
prepare(config.read())
done, execute = 0, database.obj.execute_sql
def execute_sql(sql, *args, **options):
    global done
    done += sql.startswith('UPDATE "projections" SET "reached"')
    if done == 2:
        os._exit(9)
    return execute(sql, *args, **options)
database.obj.execute_sql = execute_sql
with transaction():
    projections.begin_rebuild(projection.RULES)
while projection.rebuild_slice(2):
    pass
"""


@pytest.fixture
def upgraded(world) -> list[str]:
    """Five sheets, and lists as rules of before would have made them: their numbers."""
    entries = [world.waiting_sheet(), *(world.signed_sheet(rating="fair") for _ in range(4))]
    Record.update(summary="以前的写法").execute()
    Projection.update(rules=0).execute()
    return [entry.number for entry in entries]


def start_again() -> None:
    """As a server that has just started."""
    jobs.schedule_errands(ERRANDS)
    worker.work_off_due_jobs()


def summaries() -> list[bool]:
    """Which are still as before, oldest first."""
    return [row.summary == "以前的写法" for row in Record.select().order_by(Record.number)]


def test_a_new_installation_follows_the_rules_of_today(world):
    assert not projection.is_behind()
    world.signed_sheet()
    assert not projection.is_behind() and list(verification.every_difference()) == []


def test_an_upgrade_lets_the_server_make_it_anew_by_itself(upgraded):
    assert projection.is_behind() and list(verification.every_difference()) == []
    start_again()
    assert summaries() == [False] * 5
    assert not projection.is_behind() and list(list_checks.every_list_difference()) == []
    Record.update(summary="以前的写法").execute()
    start_again()
    assert summaries() == [True] * 5  # once


def test_it_goes_in_slices_between_which_people_work(upgraded, world):
    with database.transaction():
        projection.projections.begin_rebuild(projection.RULES)
    assert projection.rebuild_slice(2) == 2
    assert summaries() == [False, False, True, True, True]
    number = world.signed_sheet().number
    listed = world.browser("gao").get("/records").text
    assert all(each in listed for each in (*upgraded, number))
    assert [projection.rebuild_slice(2) for _ in range(3)] == [2, 2, 0]
    assert summaries() == [False] * 6
    assert not projection.is_behind() and list(list_checks.every_list_difference()) == []


def test_killed_half_way_it_goes_on_where_it_was(upgraded, settings):
    environ = {
        "FIELDFORMS_DATABASE": settings.database,
        "FIELDFORMS_INSTANCE": str(settings.instance),
        "PYTHONPATH": str(ROOT),
    }
    killed = subprocess.run([sys.executable, "-c", KILLED], check=False, cwd=ROOT, env=os.environ | environ)
    assert killed.returncode == 9
    assert summaries() == [False, False, True, True, True]
    assert projection.is_behind() and list(verification.every_difference()) == []
    assert projection.rebuild_all() == 3
    assert summaries() == [False] * 5
    assert not projection.is_behind() and list(list_checks.every_list_difference()) == []


def test_an_older_server_keeps_its_hands_off_what_newer_rules_made(upgraded):
    Projection.update(rules=projection.RULES + 1).execute()
    assert projection.rebuild_after_upgrade() == 0
    assert summaries() == [True] * 5
    Projection.update(rules=projection.RULES, towards=projection.RULES + 1, reached=1).execute()
    assert projection.rebuild_after_upgrade() == 0
    assert summaries() == [True] * 5


def test_without_its_row_nothing_is_known_and_all_is_made_anew(upgraded):
    Projection.delete().execute()
    assert projection.is_behind()
    assert projection.rebuild_all() == 5
    assert not projection.is_behind()
