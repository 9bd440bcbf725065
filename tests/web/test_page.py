"""What every answer carries, and what is said of a failure."""

import json
import logging
from dataclasses import replace

import pytest

from fieldforms.store import database
from fieldforms.web import application


def test_browsers_are_told_to_stay_on_https(world):
    assert world.browser().get("/sign-in").headers["Strict-Transport-Security"] == "max-age=31536000"


def test_a_server_without_https_says_nothing_of_it(settings, world):
    plain = application(replace(settings, url="http://10.0.0.7:8000"))
    assert "Strict-Transport-Security" not in plain.test_client().get("/sign-in").headers


@pytest.mark.parametrize("path", ["/s/{}", "/s/{}.pdf", "/e/{}", "/r/{}"])
def test_a_failure_is_logged_with_its_place_and_without_the_secret(world, monkeypatch, caplog, path):
    monkeypatch.setitem(world.app.config, "PROPAGATE_EXCEPTIONS", False)
    database.database.execute_sql("ALTER TABLE links RENAME TO gone")
    with caplog.at_level(logging.DEBUG):
        answer = world.browser().get(path.format("very-secret-token"))
    assert answer.status_code == 500 and "<h1>" in answer.text
    assert "very-secret-token" not in caplog.text
    line = json.loads(next(record.getMessage() for record in caplog.records if record.levelname == "ERROR"))
    assert (line["rule"], line["method"], line["status"]) == (path.format("<token>"), "GET", 500)
    assert any("links.py" in place for place in line["error"])
