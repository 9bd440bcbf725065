"""The papers of a client as data: one file each in library/, with the text that everybody begins with.

They are Chinese documents; their names are in both languages. docs/papers.md says how such a text is written.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from fieldforms.errors import NotFound


@dataclass(frozen=True)
class PaperTemplate:
    """`edition`: of the text that comes with the program. `kind`: of the document that it becomes. `internal`: neither for the
    client nor for technicians. `signed_by`: "client", "company", who sign at its end. `beside`: papers that whoever approves it
    reads, too."""

    name: str
    order: int
    edition: str
    title: dict[str, str]
    about: dict[str, str]
    kind: str
    text: str
    internal: bool = False
    signed_by: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


@cache
def paper_templates() -> dict[str, PaperTemplate]:
    """By name, in their order."""
    files = resources.files(__package__).joinpath("library").iterdir()
    found = [template_of_file(file) for file in files if file.name.endswith(".toml")]
    return {each.name: each for each in sorted(found, key=lambda each: each.order)}


def template_of_file(file) -> PaperTemplate:
    said = tomllib.loads(file.read_text(encoding="utf-8"))
    said |= {name: tuple(said.get(name, ())) for name in ("signed_by", "beside")}
    return PaperTemplate(**said | {"name": file.name.removesuffix(".toml"), "text": said["text"].strip()})


def paper_template(name: str) -> PaperTemplate:
    """Raises NotFound."""
    try:
        return paper_templates()[name]
    except KeyError:
        raise NotFound from None
