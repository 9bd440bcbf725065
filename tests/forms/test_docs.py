"""docs/forms.md names everything a form may say, and its example is a form."""

import re
from pathlib import Path

import pytest

from fieldforms.flow import library, sources
from fieldforms.forms import checker, field_checks, loading
from fieldforms.forms.kinds import KINDS

DOCS = Path(__file__).parents[2] / "docs"
NAMED = set(
    re.findall(
        r"[a-z][a-z0-9_.]*", " ".join(re.findall(r"`([^`\n]+)`", (DOCS / "forms.md").read_text("utf-8")))
    )
)

WORDS = {
    "keys of a form": loading.DEFINITION,
    "keys of a section": loading.SECTION,
    "keys of a field": loading.FIELD,
    "keys of a choice": loading.CHOICE,
    "keys of a step": loading.STEP,
    "keys of what follows": loading.OPENS,
    "kinds": KINDS,
    "limits": set().union(*(kind.constraints for kind in KINDS.values())),
    "sources": sources.SOURCES,
    "rows": sources.ROWS,
    "meanings": field_checks.MEANINGS,
    "layouts": checker.LAYOUTS,
    "who fills": checker.BY,
    "starts": checker.STARTS,
    "moves": checker.MOVES,
}


@pytest.mark.parametrize("what", WORDS)
def test_the_reference_names_all(what):
    assert set(WORDS[what]) - NAMED == set()


@pytest.mark.parametrize("path", sorted((DOCS / "examples").glob("*.toml")), ids=lambda path: path.stem)
def test_an_example_can_be_published(path):
    assert list(library.mistakes([path])) == []
