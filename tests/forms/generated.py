"""Forms that nobody wrote: strategies for hypothesis (what is answered to them: generated_answers.py).

What `sources` builds is meant to be accepted by the checker; where it is not, `definitions` leaves it out, and
test_generated.py counts how often. Dates and times all stand around NOW, so that any two of them can be compared and
both directions of a limit can be kept.
"""

import copy
import json
from collections.abc import Iterable

from hypothesis import strategies as st

from fieldforms.errors import BadDefinition
from fieldforms.forms import checker
from fieldforms.forms.definition import Definition
from fieldforms.forms.field_checks import MEANINGS
from fieldforms.forms.kinds import KINDS
from fieldforms.forms.loading import definition_of_data
from tests.forms.library import FORMS
from tests.forms.tiny import text

NOW = "2026-11-24T14:10"
TODAY = NOW[:10]
LAYOUTS = ("grid", "rows", "table", "acceptance")
STARTERS = ("technician", "technician", "technician", "dispatcher", "supervisor")
FOLLOWERS = ("technician", "dispatcher", "supervisor", "assignee", "client", "client", "client_lead")

# What stands on paper and in workbooks: rare characters, other scripts, signs that mean something elsewhere.
LABELS = (
    "问题", "会议室", "𠮷野家 㐂 䶮", "🎤 话筒 👩🏽‍🔧", "Bühnenlicht", "عربي", "A", "100 %", "%(label)s", "%s %d {0}", "=1+1", "@SUM(A1)",
    "<script>alert(1)</script>", "a & b", "# *粗* _x_ $x$ \\", '“引号” "\'`', "换\n行", "长" * 120, "long words " * 20,
    "Donaudampfschifffahrtsgesellschaft" * 4, "é", "①②Ⅳ㎡", "\u200b零宽",
)  # fmt: skip
NAMES = "a b c x1 label_ remark answers result number_ kind self none true items keys value total any other".split()
CHOICE_NAMES = ("red", "blue", "yes", "no", "1", "n/a", "na", "是", "a b", "x'y", "normal", "%s", "add")
ROLES = ("technician", "dispatcher", "supervisor", "manager", "hr", "admin")
SCALARS = ("text", "long_text", "phone", "integer", "decimal", "date", "datetime")
KIND_NAMES = tuple(KINDS)
INSIDE = tuple(name for name in KIND_NAMES if KINDS[name].in_rows)

texts = st.fixed_dictionaries({"zh": st.sampled_from(LABELS), "en": st.sampled_from((*LABELS, ""))})
seldom = st.sampled_from((False, False, False, True))


# Definitions


@st.composite
def sources(draw) -> dict:
    """The data of one form."""
    names = Names()
    sections = [draw_section(draw, f"part_{n}", names) for n in range(draw(st.integers(1, 4)))]
    steps = draw_steps(draw, sections)
    seen: list[dict] = []
    for step in steps:
        draw_rules(draw, step, [s for s in sections if s["name"] in step["sections"]], seen)
    data = {
        "key": "generated", "number": "GE", "label": draw(texts), "starts_from": ["client", "room", "device"],
        "section": sections, "step": steps, "register": draw_some(draw, list(names.used), 3),
    }  # fmt: skip
    if draw(seldom):
        data["confidential"] = True
    if draw(seldom):
        data["personal"] = True
    return data


class Names:
    """Each once in a form."""

    def __init__(self):
        self.used: dict[str, None] = {}

    def new(self, draw) -> str:
        name = draw(st.sampled_from(NAMES))
        while name in self.used:
            name = f"{name}_{len(self.used)}"
        self.used[name] = None
        return name


def draw_some(draw, items: list, most: int) -> list:
    return draw(st.lists(st.sampled_from(items), max_size=most, unique=True)) if items else []


def draw_section(draw, name: str, names: Names) -> dict:
    fields = [draw_field(draw, names.new(draw), KIND_NAMES) for _ in range(draw(st.integers(1, 8)))]
    layout = draw(st.sampled_from(LAYOUTS))
    section = {"name": name, "label": draw(texts), "layout": layout, "field": fields}
    if layout == "table":
        section |= {"columns": [draw(texts) for _ in range(3)], "item_label": draw(texts)}
    for word, value in (("intro", texts), ("off_sheet", st.just(True)), ("not_applicable", st.just(True))):
        if draw(seldom):
            section[word] = draw(value)
    return section


def draw_field(draw, name: str, kinds: tuple[str, ...]) -> dict:
    kind = draw(st.sampled_from(kinds))
    field = {"name": name, "type": kind, "label": draw(texts)} | draw_shape(draw, kind)
    if draw(seldom):
        field["hint"] = draw(texts)
    if draw(seldom):
        field["width"] = "half"
    if kind != "note" and draw(st.booleans()):
        field["required"] = True
    if kinds is not INSIDE and draw(seldom):
        field["private_to"] = draw(st.lists(st.sampled_from(ROLES[1:]), min_size=1, max_size=2, unique=True))
    if kinds is not INSIDE and draw(seldom) and (fitting := meanings_of(kind)):
        field["means"] = draw(st.sampled_from(fitting))
    return field


def meanings_of(kind: str) -> list[str]:
    return sorted(means for means, kinds in MEANINGS.items() if kind in kinds)


def draw_shape(draw, kind: str) -> dict:
    """What a kind has of its own: choices, counts, rows, limits."""
    if kind in ("select_one", "select_multiple"):
        return {
            "choices": draw_choices(
                draw, draw(st.lists(st.sampled_from(CHOICE_NAMES), min_size=1, max_size=4, unique=True))
            )
        }
    if kind == "yes_no":
        return {"choices": draw_choices(draw, ["yes", "no"])} if draw(seldom) else {}
    if kind == "two_counts":
        counts = [{"name": name, "label": draw(texts), "unit": draw(texts)} for name in ("first", "second")]
        return {"counts": counts, "within": draw(st.booleans()), "no": "1"}
    if kind == "repeat":
        return draw_rows(draw)
    if kind in ("integer", "decimal"):
        least = draw(st.integers(-5, 5))
        limits = {"min": least, "max": least + draw(st.integers(0, 9))}
        return {
            "constraint": {
                word: limits[word]
                for word in draw_some(draw, ["min", "max"], 2)
                if word == "min" or limits[word] >= 0
            }
        }
    if kind in ("text", "long_text") and draw(seldom):
        return {"constraint": {"max_length": draw(st.integers(2, 400))}}
    if kind == "part" and draw(seldom):
        return {"constraint": {"known": True}}
    return {}


def draw_choices(draw, names: Iterable[str]) -> list[dict]:
    return [{"name": name, "label": draw(texts)} for name in names]


def draw_rows(draw) -> dict:
    names = Names()
    children = [draw_field(draw, names.new(draw), INSIDE) for _ in range(draw(st.integers(1, 3)))]
    for n, child in enumerate(children):
        draw_conditions(draw, child, children[:n])
    rows = {"field": children, "row_label": draw(texts)}
    if draw(seldom):
        least = draw(st.integers(0, 2))
        rows["constraint"] = {"min": least, "max": least + draw(st.integers(0, 3))}
    return rows


def draw_steps(draw, sections: list[dict]) -> list[dict]:
    """Each section is one step's; a last step may only sign."""
    number = draw(st.integers(1, len(sections)))
    steps = [{"name": f"step_{n}", "label": draw(texts), "sections": []} for n in range(number)]
    for n, section in enumerate(sections):
        steps[min(n, number - 1)]["sections"].append(section["name"])
    if number < 4 and draw(seldom):
        steps.append({"name": "signing", "label": draw(texts), "sections": [], "sign": draw(texts)})
    return steps


def draw_rules(draw, step: dict, sections: list[dict], seen: list[dict]) -> None:
    """Who does it and when; `seen`: the questions of the steps before, its own are added."""
    first = not seen
    by = draw(st.sampled_from(STARTERS if first else FOLLOWERS))
    people = [
        f
        for f in seen
        if f["type"] == "user" and f.get("required") is True and "relevant" not in f and not f.get("_within")
    ]
    if by == "assignee":
        by = "assignee" if people else "technician"
        step |= {"assignee": people[0]["name"]} if people else {}
    step["by"] = by
    if by in ("client", "client_lead") or "sign" in step or draw(seldom):
        step.setdefault("sign", draw(texts))
        step["consent"] = {"zh": "本人确认", "en": "I confirm", "version": "1"}
    days = [field["name"] for field in seen if field["type"] in ("date", "datetime")]
    if not first:
        draw_way_back(draw, step, seen)
        if days and draw(seldom):
            step["approves"] = draw(st.sampled_from(days))
        if days and draw(seldom):
            step["deemed"] = {"by": draw(st.sampled_from(days)), "zh": "视为接受", "en": "Accepted"}
    for section in sections:
        if seen and draw(seldom):
            section["relevant"] = draw_condition(draw, seen) or {}
        for field in section["field"]:
            draw_conditions(draw, field, seen)
            seen.append(field | ({"_within": True} if "relevant" in section else {}))


def draw_way_back(draw, step: dict, seen: list[dict]) -> None:
    if draw(st.booleans()):
        step |= {"returns_to": "step_0", "return_label": draw(texts)}
        if draw(seldom) and (condition := draw_condition(draw, seen)):
            step["return_relevant"] = condition
    if draw(seldom) and (condition := draw_condition(draw, seen)):
        step["relevant"] = condition


def draw_conditions(draw, field: dict, seen: list[dict]) -> None:
    """On what was asked before it: in its row, in its step, in the steps before."""
    if draw(seldom) and (condition := draw_condition(draw, seen)):
        field["relevant"] = condition
    if field.get("required") and draw(seldom) and (condition := draw_condition(draw, seen)):
        field["required"] = condition
    days = [each["name"] for each in seen if each["type"] in ("date", "datetime")]
    if field["type"] in ("date", "datetime") and draw(seldom):
        limit = draw(st.sampled_from([*days, "now"]))
        field["constraint"] = {draw(st.sampled_from(("not_after", "not_before"))): limit}


def draw_condition(draw, seen: list[dict]) -> dict:
    condition = {}
    comparable = {field["name"]: field for field in seen if KINDS[field["type"]].comparable}
    for name in draw_some(draw, list(comparable), 2):
        condition[name] = draw_wanted(draw, comparable[name])
    answerable = [field["name"] for field in seen if field["type"] != "note"]
    if answerable and (not condition or draw(seldom)):
        condition["any_of"] = draw(st.lists(st.sampled_from(answerable), min_size=1, max_size=3, unique=True))
    return condition


def draw_wanted(draw, field: dict):
    kind = field["type"]
    if kind in ("integer", "decimal"):
        return {draw(st.sampled_from(("min", "max"))): draw(st.integers(-2, 8))}
    if kind in ("date", "datetime"):
        return {"not_after": draw(st.sampled_from((TODAY, NOW, "2020-01-01")))}
    names = [choice["name"] for choice in field.get("choices", ())] or (
        ["yes", "no"] if kind == "yes_no" else ["x", "𠮷"]
    )
    return draw(
        st.one_of(
            st.sampled_from(names), st.lists(st.sampled_from(names), min_size=1, max_size=2, unique=True)
        )
    )


def accepted(data: dict) -> Definition | None:
    try:
        definition = definition_of_data(data)
    except BadDefinition:
        return None
    return None if checker.check(definition) else definition


JUNK = [
    1, -1, 10**30, 1.5, True, "", "x", "client", "1e999", [], ["x"], [[1]], [{}], {}, {"x": 1}, {"x": ["y"]}, {"x": {"y": {}}},
    text("字"),
]  # fmt: skip


@st.composite
def spoilt(draw) -> dict:
    """A form of the library with something else in one to three places."""
    data = copy.deepcopy(draw(st.sampled_from(list(FORMS.values()))).source)
    for _ in range(draw(st.integers(1, 3))):
        inner, last = draw(st.sampled_from(list(places(data))))
        inner[last] = copy.deepcopy(draw(st.sampled_from(JUNK)))
    return data


def places(value) -> Iterable[tuple]:
    """(dict or list, key) of everything inside."""
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
        yield value, key
        if isinstance(inner, dict | list):
            yield from places(inner)


def definitions() -> st.SearchStrategy[Definition]:
    """What the checker accepts."""
    return sources().map(accepted).filter(lambda definition: definition is not None)


def as_toml(value) -> str:
    """A value as TOML writes it: JSON's strings are TOML's."""
    if isinstance(value, dict):
        return (
            "{ "
            + ", ".join(
                f"{json.dumps(key, ensure_ascii=False)} = {as_toml(each)}" for key, each in value.items()
            )
            + " }"
        )
    if isinstance(value, list):
        return "[" + ", ".join(map(as_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def toml(data: dict) -> str:
    return "".join(f"{key} = {as_toml(value)}\n" for key, value in data.items())
