"""docs/forms.md names everything a form may say, and its example is a form."""

import re
from pathlib import Path

import pytest

from fieldforms.flow.library import form_files
from fieldforms.flow.register import answer_sources
from fieldforms.forms import checker, field_checks, shapes, step_checks
from fieldforms.forms.kinds import KINDS
from tests import reference

DOCS = Path(__file__).parents[2] / "docs"
NAMED = set(
    re.findall(
        r"[a-z][a-z0-9_.]*", " ".join(re.findall(r"`([^`\n]+)`", (DOCS / "forms.md").read_text("utf-8")))
    )
)

WORDS = {
    "keys of a form": shapes.DEFINITION,
    "keys of a section": shapes.SECTION,
    "keys of a field": shapes.FIELD,
    "keys of a choice": shapes.CHOICE,
    "keys of a step": shapes.STEP,
    "keys of what follows": shapes.OPENS,
    "kinds": KINDS,
    "limits": set().union(*(kind.constraints for kind in KINDS.values())),
    "sources": answer_sources.SOURCES,
    "rows": answer_sources.ROW_SOURCES,
    "meanings": field_checks.MEANINGS,
    "layouts": checker.SECTION_LAYOUTS,
    "who fills": step_checks.STEP_ROLES,
    "starts": checker.STARTING_PLACES,
    "moves": step_checks.KINDS_OF_MOVES,
}


@pytest.mark.parametrize("what", WORDS)
def test_the_reference_names_all(what):
    assert set(WORDS[what]) - NAMED == set(), f"docs/forms.md does not name them yet ({what})"


def test_its_lists_are_those_of_the_program():
    text = reference.FORMS.read_text("utf-8")
    assert reference.MARKED.findall(text)
    assert text == reference.written(text), "run `make reference`"


@pytest.mark.parametrize("path", sorted((DOCS / "examples").glob("*.toml")), ids=lambda path: path.stem)
def test_an_example_can_be_published(path):
    assert list(form_files.mistakes_of_files([path])) == []
