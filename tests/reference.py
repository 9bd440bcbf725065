"""The lists in docs/forms.md that follow from the program's tables: `make reference` writes them."""

import re
import textwrap
from collections.abc import Iterable
from pathlib import Path

from fieldforms.flow.register import answer_sources, register_columns

FORMS = Path(__file__).parents[1] / "docs" / "forms.md"
LISTS = {
    "sources": answer_sources.SOURCES,
    "rows": answer_sources.ROW_SOURCES,
    "surveyed": register_columns.SURVEYED_SOURCES,
}
MARKED = re.compile(r"(<!-- (\w+): make reference -->\n).*?(<!-- end -->)", re.DOTALL)


def written(text: str) -> str:
    """The reference with its lists as they are now."""
    return MARKED.sub(lambda found: found[1] + listed(LISTS[found[2]]) + found[3], text)


def listed(names: Iterable[str]) -> str:
    """One paragraph, in the table's order."""
    words = " ".join(f"`{name}`" for name in names)
    return textwrap.fill(words, 120, break_long_words=False, break_on_hyphens=False) + "\n"


if __name__ == "__main__":
    FORMS.write_text(written(FORMS.read_text("utf-8")), "utf-8")
