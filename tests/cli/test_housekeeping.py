"""What happens by itself beside the server."""

import logging

from fieldforms.cli import housekeeping
from fieldforms.flow.completing import deadlines


def test_each_round_looks_for_steps_whose_day_has_passed(app, monkeypatch):
    seen = []
    monkeypatch.setattr(deadlines, "end_overdue_steps", lambda: seen.append(1))
    housekeeping.run_once()
    assert seen == [1]


def test_a_failure_is_told_and_ends_nothing(app, monkeypatch, caplog):
    def broken():
        raise OSError("disk")

    monkeypatch.setattr(deadlines, "end_overdue_steps", broken)
    with caplog.at_level(logging.ERROR, "fieldforms"):
        housekeeping.run_once()
    assert "housekeeping" in caplog.text and "disk" in caplog.text


def test_the_rounds_go_on_until_the_server_ends(app, monkeypatch):
    rounds = []
    monkeypatch.setattr(housekeeping, "run_once", lambda: rounds.append(1))
    monkeypatch.setattr(housekeeping.stopped, "wait", lambda _seconds: len(rounds) == 3)
    housekeeping.begin_thread().join()
    assert len(rounds) == 3
