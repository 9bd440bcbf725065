"""What happens by itself beside the server, and what was put off."""

import logging

import pytest

from fieldforms.cli import worker
from fieldforms.errors import NoRoom
from fieldforms.flow.completing import deadlines
from fieldforms.flow.errands.errands import ERRANDS
from fieldforms.flow.jobs import jobs
from fieldforms.store import clock, search
from fieldforms.store.models import Job


@pytest.fixture
def started(app):
    """As a server that has just started."""
    jobs.schedule_errands(ERRANDS)


def test_a_start_looks_for_steps_whose_day_has_passed_and_so_does_each_hour(started, monkeypatch):
    seen = []
    monkeypatch.setattr(deadlines, "end_overdue_steps", lambda: seen.append(1))
    worker.work_off_due_jobs()
    worker.work_off_due_jobs()
    assert seen == [1]
    with clock.pretend_now(clock.now() + clock.HOUR):
        worker.work_off_due_jobs()
    assert seen == [1, 1]


def test_a_failure_is_told_without_values_and_ends_nothing(started, monkeypatch, caplog):
    def broken():
        raise OSError("disk of 徐明")

    monkeypatch.setattr(deadlines, "end_overdue_steps", broken)
    with caplog.at_level(logging.ERROR, "fieldforms"):
        worker.work_off_due_jobs()
    assert "OSError" in caplog.text and "overdue_steps" in caplog.text
    assert "徐明" not in caplog.text
    waiting = {job.kind: job.error for job in Job.select().where(Job.ended_at.is_null())}
    assert waiting["overdue_steps"].startswith("OSError") and waiting["rebuild_lists"] == ""


def test_what_the_database_refuses_ends_nothing(started, monkeypatch, caplog):
    def broken(_errands):
        raise RuntimeError

    monkeypatch.setattr(jobs, "do_next", broken)
    with caplog.at_level(logging.ERROR, "fieldforms"):
        worker.work_off_due_jobs()
    assert "RuntimeError" in caplog.text


def test_the_workers_go_on_until_the_server_ends(app, monkeypatch):
    done = []
    monkeypatch.setattr(deadlines, "end_overdue_steps", lambda: (done.append(1), worker.stopped.set()))
    try:
        for thread in worker.begin_threads():
            thread.join()
    finally:
        worker.stopped.clear()
    assert done == [1]


def test_a_full_disk_keeps_no_server_from_starting(app, monkeypatch, caplog):
    """What is done by itself is put down as soon as that can be."""
    schedule, tried = jobs.schedule_errands, []

    def refused_once(errands):
        tried.append(1)
        if len(tried) == 1:
            raise NoRoom
        schedule(errands)

    monkeypatch.setattr(jobs, "schedule_errands", refused_once)
    monkeypatch.setattr(worker, "LOOK_SECONDS", 0.01)
    monkeypatch.setattr(deadlines, "end_overdue_steps", worker.stopped.set)
    try:
        for thread in worker.begin_threads():
            thread.join()
    finally:
        worker.stopped.clear()
    assert "NoRoom" in caplog.text and len(tried) >= 2


def test_what_is_put_off_here_is_done_without_waiting_for_the_next_look(app, monkeypatch):
    monkeypatch.setattr(worker, "LOOK_SECONDS", 3600)
    monkeypatch.setattr(search, "purge_index", worker.stopped.set)
    try:
        threads = worker.begin_threads()
        jobs.put_off("purge_index")
        jobs.put_down.set()
        for thread in threads:
            while thread.is_alive():
                jobs.put_down.set()
                thread.join(0.05)
    finally:
        worker.stopped.clear()
    assert Job.get(Job.kind == "purge_index").ended_at
