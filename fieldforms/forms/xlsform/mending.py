"""What the checker refuses of an imported form is left out, each by itself: one bad condition costs no workbook."""

from collections.abc import Iterator

from fieldforms.errors import N_, Mistake
from fieldforms.forms import checker, loading
from fieldforms.forms.xlsform.tables import NOT_CARRIED

CONDITIONS = ("relevant", "required")
WHOLE_LEFT_OUT = N_("整个没有带过来")
WORDS_TO_DROP = {  # of a question, in this order, until the checker has nothing more to say of it
    "constraint": N_("限制没有带过来"),
    "default": N_("起始值没有带过来"),
    "from": N_("起始值没有带过来"),
}


def drop_what_cannot_work(data: dict) -> Iterator[tuple[dict, str, dict]]:
    """Changes the form's data until the checker is content with all that it can name; yields (the question or section, a
    sentence, its values) for what was left out, and why."""
    while True:
        definition = loading.definition_of_data(data)
        mistakes = list(checker.check(definition))
        dropped = [each for mistake in mistakes for each in drop_item(data, mistake)]
        dropped = dropped or list(drop_of_loop(data, checker.fields_in_loops(definition)))
        if not dropped:
            return
        yield from dropped


def drop_item(data: dict, mistake: Mistake) -> Iterator[tuple[dict, str, dict]]:
    """The smallest thing that the mistake can be about."""
    place, sentence, values = mistake
    where, _, word = place.partition(".")
    _key, *names = where.split(" › ")
    item = item_at(data, names)
    if item is None:
        return
    if word in CONDITIONS:
        if item.pop(word, None) is not None:
            yield item, NOT_CARRIED[word], {}
            yield item, sentence, values
    elif "type" in item:
        dropped = next((each for each in WORDS_TO_DROP if each in item), None)
        if dropped:
            del item[dropped]
        else:
            drop_question(data, names)
        yield item, WORDS_TO_DROP[dropped] if dropped else WHOLE_LEFT_OUT, {}
        yield item, sentence, values


def item_at(data: dict, names: list[str]) -> dict | None:
    """The section, question or question of a row with these names."""
    item: dict | None = data
    for word, name in zip(("section", "field", "field"), names, strict=False):
        item = next((each for each in (item or {}).get(word, ()) if each["name"] == name), None)
    return item if names else None


def drop_question(data: dict, names: list[str]) -> None:
    """With what was only there for it: an empty repeat, an empty section."""
    holder = item_at(data, names[:-1])
    if holder is None:
        return
    holder["field"] = [each for each in holder["field"] if each["name"] != names[-1]]
    if not holder["field"] and len(names) > 2:
        drop_question(data, names[:-1])
    elif not holder["field"]:
        data["section"].remove(holder)
        data["step"][0]["sections"].remove(holder["name"])


def drop_of_loop(data: dict, names: list[str]) -> Iterator[tuple[dict, str, dict]]:
    """One condition of a loop: a question's own, else its section's."""
    for section in data["section"] if names else ():
        for field in section["field"]:
            rows = [(f"{field['name']}.0.{child['name']}", child) for child in field.get("field", ())]
            for name, item in ((field["name"], field), *rows, (field["name"], section)):
                if name in names and item.pop("relevant", None) is not None:
                    yield item, NOT_CARRIED["relevant"], {}
                    yield item, checker.LOOP, {}
                    return
