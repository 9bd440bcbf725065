"""A shell on an own database."""

import io
import logging
import sys

import pytest

from fieldforms import cli, wiring
from fieldforms.log_lines import JsonLines
from fieldforms.store import database
from fieldforms.store.files import files
from tests.cli.hands import PHOTO, leave
from tests.conftest import close_pool


@pytest.fixture
def make_database(new_database):
    """With its tables alone: the first start is a command's."""
    return new_database


@pytest.fixture
def app(app, settings):
    wiring.prepare(settings)
    return app


@pytest.fixture
def shell(database_url, tmp_path, monkeypatch, capsys):
    """`shell("verify", "--heads")` gives (status, stdout, stderr)."""
    monkeypatch.setenv("FIELDFORMS_DATABASE", database_url)
    monkeypatch.setenv("FIELDFORMS_INSTANCE", str(tmp_path / "instance"))
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")

    def run(*arguments: str, stdin: str = ""):
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        status = cli.main(list(arguments))
        return status, *capsys.readouterr()

    yield run
    root = logging.getLogger()  # serve's handler writes to this test's stderr
    root.handlers[:] = [each for each in root.handlers if not isinstance(each.formatter, JsonLines)]
    if database.database.obj and not database.database.is_closed():
        database.database.close()
    close_pool()


@pytest.fixture
def kept(shell, world, settings, tmp_path):
    """Something sealed, and a photo; then nobody is at it."""
    world.signed_sheet()
    files.keep_file(PHOTO, "image/jpeg")
    leave()
    return tmp_path / "safe" / "whole.zip"
