"""What people may answer to a form that nobody wrote (generated.py): right, half, wrong, and what no page would send."""

from collections.abc import Iterable

from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from fieldforms.forms import reading
from fieldforms.forms.definition import Definition, Field, Step
from fieldforms.forms.kinds import KINDS
from tests.forms.generated import LABELS, NAMES, NOW, TODAY, seldom
from tests.people import STROKES

PHOTO = "ab" * 32
ANSWERS = (
    *LABELS,
    "1",
    "0",
    "-1",
    "1.50",
    "NaN",
    "yes",
    "no",
    NOW,
    TODAY,
    "2020-01-01",
    "99:99",
    "13857100001",
    PHOTO,
)


def valid(draw, field: Field, known: dict | None = None):
    """An answer that the field's own rules accept. `known`: what the register knows, {"user", "device", "part", "photo"}."""
    assert field.type in SAYS, (
        f"add how a generated walk answers {field.type} to SAYS in tests/forms/generated_answers.py"
    )
    return SAYS[field.type](draw, field, known or KNOWN)


KNOWN = {
    "user": {"id": 1, "name": "陈志远"},
    "device": {"code": "7K3QF9X2MN", "name": "功放", "category": "amplifier", "place": "会议室"},
    "part": {"id": 3, "name": "投影灯泡", "model": "ELPLP96", "unit": "只"},
    "photo": PHOTO,
}


def say_text(draw, field, known):
    said = draw(st.sampled_from(ANSWERS))
    return reading.read_line(said[: field.constraint.get("max_length", 200)]) or "x"


def say_number(draw, field, known):
    least = field.constraint.get("min", 0)
    number = draw(st.integers(least, max(least, field.constraint.get("max", least + 9))))
    return number if field.type == "integer" else draw(st.sampled_from((f"{number}", f"{number}.00")))


def say_one(draw, field, known):
    return draw(st.sampled_from([choice.name for choice in KINDS[field.type].choices(field)]))


def say_several(draw, field, known):
    return draw(st.lists(st.sampled_from([c.name for c in field.choices]), min_size=1, unique=True))


def say_counts(draw, field, known):
    first = draw(st.integers(0, 99))
    more = {"note": "已清理"} if draw(seldom) else {}
    return (
        {"not_applicable": True} if draw(seldom) else {"counts": [first, draw(st.integers(0, first))], **more}
    )


def say_checked(draw, field, known):
    result = draw(st.sampled_from(("normal", "handled", "unresolved", "na")))
    if result == "na":
        return {"not_applicable": True}
    return {"result": result} | ({"note": "磁盘报错"} if result == "unresolved" or draw(seldom) else {})


def say_rows(draw, field, known):
    least = max(field.constraint.get("min", 1), 1)
    number = draw(st.integers(least, max(least, min(field.constraint.get("max", 3), 3))))
    return [
        {f.name: v for f in field.fields if (v := valid(draw, f, known)) is not None} for _ in range(number)
    ]


SAYS = {
    "text": say_text, "long_text": say_text, "integer": say_number, "decimal": say_number,
    "phone": lambda draw, field, known: draw(st.sampled_from(("138 5710 0001", "0571-5555 0100", "110"))),
    "date": lambda draw, field, known: TODAY, "datetime": lambda draw, field, known: NOW,
    "select_one": say_one, "yes_no": say_one, "select_multiple": say_several, "note": lambda *_: None,
    "hidden": lambda draw, field, known: "17",
    "photos": lambda draw, field, known: [known["photo"]],
    "documents": lambda draw, field, known: [known["photo"]], "user": lambda draw, field, known: known["user"],
    "devices": lambda draw, field, known: [known["device"]], "part": lambda draw, field, known: known["part"],
    "two_counts": say_counts, "normal_or_handled": say_checked, "repeat": say_rows,
    "signature": lambda draw, field, known: {"name": "丁一", **({"typed": True} if draw(st.booleans()) else {"strokes": STROKES})},
}  # fmt: skip

json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.sampled_from(ANSWERS)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(("name", "code", "id", "counts", "result", "note", "photos", *NAMES[:3])),
            inner,
            max_size=3,
        ),
    ),
    max_leaves=5,
)


@st.composite
def answers(draw, fields: Iterable[Field]) -> dict:
    """Some valid, some not there, some half or wrong, some that no page would send."""
    given = {}
    for field in fields:
        how = draw(st.sampled_from(("valid", "valid", "valid", "valid", "none", "typed", "hostile")))
        value = (
            None
            if how == "none"
            else valid(draw, field)
            if how == "valid"
            else draw(json_values)
            if how == "hostile"
            else None
        )
        if how == "typed":
            value = KINDS[field.type].read(draw(bodies([field])), field)
        if value is not None:
            given[field.name] = value
    return given


@st.composite
def bodies(draw, fields: Iterable[Field]) -> MultiDict:
    """What anybody could post: every input there is, with anything in it."""
    pairs = []
    for field in fields:
        inner = [child for n in (0, 1, 7) for child in field.row(n)] if field.fields else []
        for each in (field, *inner):
            for name in (each.name, *(f"{each.name}.{part}" for part in KINDS[each.type].parts)):
                pairs += [(name, draw(st.sampled_from(ANSWERS))) for _ in range(draw(st.integers(0, 2)))]
    return MultiDict(pairs)


def body(step_fields: Iterable[Field], given: dict) -> MultiDict:
    """The answers as a page posts them."""
    pairs: list[tuple[str, str]] = []
    for field in step_fields:
        post(pairs, field, given.get(field.name))
    return MultiDict(pairs)


def post(pairs: list, field: Field, value) -> None:
    if value is None:
        return
    if field.fields:
        for number, row in enumerate(value):
            for bare, placed in zip(field.fields, field.row(number), strict=True):
                post(pairs, placed, row.get(bare.name))
    elif field.type in POSTED:
        pairs.extend((field.name + part, str(each)) for part, each in POSTED[field.type](value))
    else:
        pairs.extend((field.name, str(each)) for each in (value if isinstance(value, list) else [value]))


def post_item(value):
    if value.get("not_applicable"):
        return [(".na", "1"), ("", "na")]
    counts = [(part, n) for part, n in zip((".first", ".second"), value.get("counts", ()), strict=False)]
    return [("", value.get("result", "")), *counts, (".note", value.get("note", ""))]


POSTED = {
    "user": lambda value: [("", value["id"])],
    "part": lambda value: [("", value["name"])],
    "devices": lambda value: [("", device["code"]) for device in value],
    "two_counts": post_item,
    "normal_or_handled": post_item,
    "signature": lambda value: [
        (".name", value["name"]), (".strokes", value.get("strokes", "")), (".typed", "1" if value.get("typed") else "")
    ],
}  # fmt: skip


def steps_and_earlier(draw, definition: Definition) -> Iterable[tuple[Step, dict]]:
    """Each step with what the steps before it said."""
    earlier: dict = {}
    for step in definition.steps:
        yield step, dict(earlier)
        earlier |= {
            f.name: v
            for f in definition.fields_of(step)
            if draw(st.booleans()) and (v := valid(draw, f)) is not None
        }
