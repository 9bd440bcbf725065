"""What a checklist says, in a line: whoever signs without a summary is told what was done all the same."""

from collections import Counter
from collections.abc import Iterator

from fieldforms import i18n
from fieldforms.errors import N_
from fieldforms.forms.definition import Definition, Field
from fieldforms.forms.kinds import KINDS
from fieldforms.forms.kinds.checklist import CheckItem

HOW_MANY = N_("检查了 %(n)s 项")
FINE, ODD, ASIDE = N_("%(n)s 项正常"), N_("%(n)s 项有异常或处理"), N_("%(n)s 项不适用")


def checklist_in_words(definition: Definition, answers: dict, lang: str) -> str:
    """“检查了 14 项：11 项正常，3 项不适用；清理 6 台，检查 31 个” and a line for each remark; "" where nothing was checked."""
    found = list(answered_items(definition, answers))
    if not found:
        return ""
    lines = [sentence_of_items(found, lang)]
    lines += [note for _field, item, value in found if (note := item.note(value))]
    return "\n".join(lines)


def answered_items(definition: Definition, answers: dict) -> Iterator[tuple[Field, CheckItem, dict]]:
    for field in definition.fields.values():
        kind, value = KINDS[field.type], answers.get(field.name)
        if isinstance(kind, CheckItem) and isinstance(value, dict) and kind.is_answered(value):
            yield field, kind, value


def sentence_of_items(found: list[tuple[Field, CheckItem, dict]], lang: str) -> str:
    states = Counter(state_of_item(item, value) for _field, item, value in found)
    comma, colon, stop = ("，", "：", "；") if lang == "zh" else (", ", ": ", "; ")
    told = comma.join(
        i18n.gettext(words, lang, n=states[words]) for words in (FINE, ODD, ASIDE) if states[words]
    )
    counts = comma.join(
        f"{label} {n} {unit}" for (label, unit), n in counts_of_items(found, lang).items() if n
    )
    return stop.join(filter(None, (f"{i18n.gettext(HOW_MANY, lang, n=len(found))}{colon}{told}", counts)))


def state_of_item(item: CheckItem, value: dict) -> str:
    if value.get("not_applicable"):
        return ASIDE
    return ODD if item.wrong(value) else FINE


def counts_of_items(found: list[tuple[Field, CheckItem, dict]], lang: str) -> Counter[tuple[str, str]]:
    """(清理, 台) → how many of all items together, in the sheet's order."""
    counted: Counter[tuple[str, str]] = Counter()
    for field, _item, value in found:
        for count, n in zip(field.counts, value.get("counts", ()), strict=False):
            named = i18n.pick(count["label"], lang).capitalize(), i18n.pick(count.get("unit"), lang)
            counted[named] += n if isinstance(n, int) else 0
    return counted
