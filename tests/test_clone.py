"""A fresh clone holds translations that nobody has compiled: whoever starts anything there reads which command does it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.places import ROOT

COMMAND = "make catalogues"
STARTS = {
    "the server": ["fieldforms.cli", "serve"],
    "a command": ["fieldforms.cli", "check-forms"],
    "the application": ["app"],
    "Flask's own server": ["flask", "--app", "app", "run", "--port", "0"],
    "another server": ["waitress", "--listen", "127.0.0.1:0", "app:app"],
    "the tests": ["pytest", "-p", "no:cacheprovider", "-q", "tests/test_places.py"],
}


@pytest.fixture(scope="module")
def clone(tmp_path_factory) -> Path:
    """What git holds of it."""
    folder = tmp_path_factory.mktemp("clone")
    shutil.copytree(
        ROOT / "fieldforms", folder / "fieldforms", ignore=shutil.ignore_patterns("*.mo", "__pycache__")
    )
    (folder / "tests").mkdir()
    for path in (ROOT / "tests").glob("*.py"):
        shutil.copy(path, folder / "tests")
    for name in ("pyproject.toml", "app.py"):
        shutil.copy(ROOT / name, folder)
    (folder / "tests" / "test_places.py").write_text("def test_nothing():\n    pass\n")
    return folder


def begin(folder: Path, *command: str, lang: str, **settings: str) -> subprocess.CompletedProcess:
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "LC_"))}
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        # A folder is no database: what does not ask for its translations first is refused for another reason.
        env=environ
        | {"LANG": lang, "PYTHONIOENCODING": "utf-8", "FIELDFORMS_DATABASE": f"sqlite:///{folder}"}
        | settings,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("start", STARTS)
def test_whoever_starts_a_fresh_clone_reads_what_to_run(clone, start):
    refused = begin(clone, *STARTS[start], lang="C.UTF-8")
    assert refused.returncode in (2, 3, 4), refused.stdout + refused.stderr
    assert COMMAND in refused.stderr
    assert "Traceback" not in refused.stderr


def test_it_is_the_first_thing_that_is_refused(clone):
    """In English a setting that is wrong, too, could not be said without the translations."""
    refused = begin(clone, "app", lang="C.UTF-8", FIELDFORMS_TZ="Moon/Crater")
    assert COMMAND in refused.stderr and "Traceback" not in refused.stderr


@pytest.mark.parametrize("start", [["app"], ["fieldforms.cli", "serve"]])
def test_of_a_setting_that_is_wrong_a_start_says_one_sentence(start):
    refused = begin(ROOT, *start, lang="C.UTF-8", FIELDFORMS_TZ="Moon/Crater")
    assert refused.returncode in (2, 3) and "FIELDFORMS_TZ" in refused.stderr
    assert len(refused.stderr.splitlines()) == 1, refused.stderr


def test_a_server_that_speaks_chinese_says_so_before_it_serves(clone):
    refused = begin(clone, "fieldforms.cli", "serve", lang="zh_CN.UTF-8")
    assert refused.returncode == 2, refused.stdout + refused.stderr
    assert COMMAND in refused.stderr


def test_the_command_exists():
    assert f"\n{COMMAND.split()[1]}:" in (ROOT / "Makefile").read_text("utf-8")
