"""What the tables of a form's file hold: key → (how its value is read, must it be there). A misshapen value raises ValueError
with a sentence; what is well-shaped and still wrong the checker says (checker.py)."""

from fieldforms.errors import N_
from fieldforms.forms.definition import Text


def a_word(value) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError(N_("要写一个词"))
    return value


def a_text(value) -> Text:
    if not isinstance(value, dict) or not all(isinstance(value.get(lang), str) for lang in ("zh", "en")):
        raise ValueError(N_("要有中文和英文：{ zh = …, en = … }"))
    return value


def a_flag(value) -> bool:
    if not isinstance(value, bool):
        raise ValueError(N_("只能是 true 或 false"))
    return value


def a_count(value) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(N_("要写一个整数"))
    return value


def a_mapping(value) -> dict:
    if not isinstance(value, dict):
        raise ValueError(N_("要写成映射"))
    return value


def a_mapping_of_words(value) -> dict[str, str]:
    for word in a_mapping(value).values():
        a_word(word)
    return value


def a_row_rule(value) -> dict:
    """What a step does with the rows of a repeat: words, and `when` (a condition). What else stands there the checker says."""
    for key in {"kind", "rows"} & a_mapping(value).keys():
        a_word(value[key])
    a_condition(value.get("when", {}))
    return value


def a_silence_rule(value) -> dict:
    a_mapping_of_words({key: value[key] for key in {"by", "zh", "en"} & a_mapping(value).keys()})
    return value


def a_retention_rule(value) -> dict:
    """{ months = 36, erase = ["contact", "signer"] }"""
    if set(a_mapping(value)) != {"months", "erase"}:
        raise ValueError(N_("要写成 { months = 36, erase = [字段] }"))
    if not 1 <= a_count(value["months"]) <= MOST_MONTHS_KEPT or not a_list_of_words(value["erase"]):
        raise ValueError(N_("months 是 1 到 600 的整数，erase 至少要有一个字段"))
    return value


MOST_MONTHS_KEPT = 600


def a_condition(value) -> dict:
    """{ field = value | [values] | { operator = limit } }, and any_of = [fields]: see conditions.py."""
    for name, wanted in a_mapping(value).items():
        a_list_of_words(wanted) if name == "any_of" else refuse_nested(wanted)
    return value


def refuse_nested(value) -> None:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else [value]
    if not all(isinstance(each, str | int | float) for each in inner):
        raise ValueError(N_("条件里只能写词、数字、是否，或它们的一组"))


def a_flag_or_condition(value):
    return value if isinstance(value, bool) else a_condition(value)


LISTED = ("roles",)  # limits that are a list of words


def a_mapping_of_limits(value) -> dict:
    for word, limit in a_mapping(value).items():
        if word in LISTED and not isinstance(limit, list):
            raise ValueError(N_("要写一组词"))
        a_list_of_words(limit) if word in LISTED else a_limit(limit)
    return value


def a_limit(value) -> None:
    if not isinstance(value, str | int | float):
        raise ValueError(N_("约束只能是数字、词或是否"))


def a_list_of_counts(value) -> tuple[dict, ...]:
    for item in a_list_of_tables(value):
        for word in {"label", "unit"} & item.keys():
            a_text(item[word])
    return a_list_of_tables(value)


def a_list_of_words(value) -> tuple[str, ...]:
    given = [value] if isinstance(value, str) else value
    if not isinstance(given, list) or not all(isinstance(item, str) for item in given):
        raise ValueError(N_("要写一组词"))
    return tuple(given)


def a_list_of_texts(value) -> tuple[Text, ...]:
    if not isinstance(value, list):
        raise ValueError(N_("要写一组文字"))
    return tuple(a_text(item) for item in value)


def a_list_of_tables(value) -> tuple[dict, ...]:
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise ValueError(N_("要写一组表"))
    return tuple(value)


def anything(value):
    return value


# key → (converter or None when built elsewhere, must it be there)
DEFINITION = {
    "key": (a_word, True),
    "number": (a_word, True),
    "label": (a_text, True),
    "starts_from": (a_list_of_words, False),
    "starts_alone": (a_flag, False),
    "public": (a_flag, False),
    "personal": (a_flag, False),
    "confidential": (a_flag_or_condition, False),
    "register": (a_list_of_words, False),
    "register_date": (a_word, False),
    "review": (a_word, False),
    "opens": (None, False),
    "order": (a_count, False),
    "number_label": (a_text, False),
    "keep": (a_retention_rule, False),
    "section": (None, False),
    "step": (None, False),
}
SECTION = {
    "name": (a_word, True),
    "label": (a_text, True),
    "layout": (a_word, False),
    "columns": (a_list_of_texts, False),
    "intro": (a_text, False),
    "item_label": (a_text, False),
    "off_sheet": (a_flag, False),
    "relevant": (a_condition, False),
    "not_applicable": (a_flag, False),
    "field": (None, False),
}
FIELD = {
    "name": (a_word, True),
    "type": (a_word, True),
    "label": (a_text, True),
    "hint": (a_text, False),
    "required": (a_flag_or_condition, False),
    "relevant": (a_condition, False),
    "constraint": (a_mapping_of_limits, False),
    "choices": (None, False),
    "default": (anything, False),
    "read_only": (a_flag, False),
    "from": (a_word, False),
    "suggest": (a_word, False),
    "width": (a_word, False),
    "no": (a_word, False),
    "private_to": (a_list_of_words, False),
    "means": (a_word, False),
    "counts": (a_list_of_counts, False),
    "within": (a_flag, False),
    "category": (a_list_of_words, False),
    "backups": (a_flag, False),
    "boxed": (a_flag, False),
    "text_when": (a_word, False),
    "field": (None, False),
    "row_label": (a_text, False),
    "fixed": (a_flag, False),
}
CHOICE = {"name": (a_word, True), "label": (a_text, True), "relevant": (a_condition, False)}
STEP = {
    "name": (a_word, True),
    "by": (a_word, True),
    "label": (a_text, True),
    "sections": (a_list_of_words, True),
    "sign": (a_text, False),
    "relevant": (a_condition, False),
    "returns_to": (a_word, False),
    "return_label": (a_text, False),
    "return_relevant": (a_condition, False),
    "consent": (a_mapping, False),
    "assignee": (a_word, False),
    "other_than": (a_list_of_words, False),
    "else_by": (a_word, False),
    "approves": (a_word, False),
    "deemed": (a_silence_rule, False),
    "moves": (a_row_rule, False),
    "takes_over": (a_row_rule, False),
}
OPENS = {
    "form": (a_word, True),
    "label": (a_text, True),
    "after": (a_word, False),
    "relevant": (a_condition, False),
    "unsettled": (a_flag, False),
    "by_itself": (a_flag, False),
    "carry": (a_mapping_of_words, False),
    "given": (a_mapping, False),
    "through": (a_word, False),
    "completes": (a_word, False),
    "completed_if": (a_condition, False),
}
