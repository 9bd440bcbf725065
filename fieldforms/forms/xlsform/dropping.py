"""What came along and cannot work here: dropped by the piece, so that one bad condition refuses no workbook."""

from collections.abc import Iterator

from fieldforms.errors import N_, BadDefinition, Mistake
from fieldforms.forms import loading
from fieldforms.forms.checker import check

# In this order: what a question can best do without stands first.
DROPPABLE = ("relevant", "required", "constraint", "default", "read_only")
CANNOT_WORK = N_("%(word)s 不能用，没有带过来：%(value)s")


def drop_what_cannot_work(data: dict, leave) -> None:
    """Takes out of the definition's data, until the checker has nothing against these words any more."""
    while found := first_to_drop(data, mistakes_of_data(data)):
        (_place, sentence, values), owner, word = found
        leave(owner["name"], sentence, **values)
        leave(owner["name"], CANNOT_WORK, word=word, value=str(owner.pop(word)))


def first_to_drop(data: dict, wrong: list[Mistake]) -> tuple[Mistake, dict, str] | None:
    """A mistake, the section or question that makes it, and the word without which it is none."""
    for mistake in sorted(
        wrong, key=lambda each: not each[0].endswith(DROPPABLE)
    ):  # that name the word first
        name, _dot, said = mistake[0].split(" › ")[-1].partition(".")
        for owner in parts_called(data, name):
            for word in (said,) if said in DROPPABLE else DROPPABLE:
                if word in owner and mistake not in mistakes_without(data, owner, word):
                    return mistake, owner, word
    return None


def mistakes_without(data: dict, owner: dict, word: str) -> list[Mistake]:
    kept = owner.pop(word)
    try:
        return mistakes_of_data(data)
    finally:
        owner[word] = kept


def parts_called(data: dict, name: str) -> Iterator[dict]:
    """Sections, questions and questions in rows of this name."""
    for section in data["section"]:
        rows = (child for each in section["field"] for child in each.get("field", ()))
        yield from (part for part in (section, *section["field"], *rows) if part["name"] == name)


def mistakes_of_data(data: dict) -> list[Mistake]:
    try:
        return check(loading.definition_of_data(data))
    except BadDefinition as error:
        return error.mistakes
