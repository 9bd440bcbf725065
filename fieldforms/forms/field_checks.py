"""What a field and a condition of a definition may not be; `checker.py` asks for each."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from fieldforms.errors import N_, Mistake
from fieldforms.forms import conditions
from fieldforms.forms.definition import Definition, Field, Section
from fieldforms.forms.kinds import KINDS, clean_text, kind_of, names_of_kinds

UNKNOWN_IN = N_("%(word)s 不认识 %(given)s")
NO_FIELD = N_("没有名为 %(name)s 的字段")
NO_FIELD_OF = N_("%(word)s 没有名为 %(name)s 的字段")
NO_CHOICES = N_("%(name)s 没有选项 %(strange)s")
NO_NUMBER = N_("%(word)s 要写数字")
LATER = N_("%(name)s 要到后面的步骤才填写")

FIELD_NAME = re.compile(r"[a-z][a-z0-9_]{0,59}")
STAFF_ROLES = {"technician", "dispatcher", "supervisor", "manager", "hr", "admin"}
DEVICE_CATEGORIES = (
    "mixer processor amplifier speaker microphone camera codec projector display led_wall matrix control server "
    "player recorder network power other"
).split()
STOCK_KINDS = {"part", "tool", "loan_unit"}
WORDED_KINDS = names_of_kinds("in_words") | {"select_one"}
DAY_KINDS, NUMBER_KINDS, CHOICE_KINDS = map(names_of_kinds, ("is_time", "is_number", "one_of_few"))
# What a field may mean → the kinds whose answers the projection, statistics and other sheets can read as that.
MEANINGS: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        "client_name contact phone address request solution remarks comments summary symptom reporter "
        "reporter_phone remedy visitor".split(),
        WORDED_KINDS,
    ),
    **dict.fromkeys(
        "service_time arrival departure follow_up_date maintenance_date since confirmed_date due starts_at".split(),
        DAY_KINDS,
    ),
    **dict.fromkeys("minutes cost settled_cost hours amount".split(), NUMBER_KINDS),
    **dict.fromkeys(
        "client_type result accessories cost_agreed environment_restored device_fault outcome fault_class decision".split(),
        CHOICE_KINDS,
    ),
    **dict.fromkeys("satisfaction urgency class day_kind".split(), frozenset({"select_one"})),
    "not_completed_reason": frozenset({"select_one", "select_multiple"}),
    "dissatisfaction_reasons": frozenset({"select_multiple"}),
    "open_points": frozenset({"text", "long_text"}),
    "technician": frozenset({"user", "text"}),
    "assignee": frozenset({"user"}),
    "devices": frozenset({"devices"}),
    "photos": frozenset({"photos"}),
    "parts": frozenset({"repeat", "part"}),
}
# What everybody's list says of a record: a private answer would stand there for all.
SHOWN_TO_ALL = frozenset(
    "client_name request symptom summary result decision outcome urgency due open_points devices class".split()
)
LONGEST_CHOICE = 60


def mistakes_of_fields(definition: Definition, section: Section, within: set[str]) -> Iterator[Mistake]:
    """`within`: the fields that can have an answer by then."""
    for field in section.fields:
        place = f"{definition.key} › {section.name} › {field.name}"
        if field.type not in KINDS:
            yield place, UNKNOWN_IN, {"word": "type", "given": field.type}
            continue
        yield from mistakes_of_field(field, place, definition.fields, within)
        if definition.begins_by_itself:
            yield from mistakes_of_read_only(field, place)
        yield from mistakes_of_repeat(definition, field, place, within)


def mistakes_of_repeat(
    definition: Definition, repeat: Field, place: str, within: set[str]
) -> Iterator[Mistake]:
    """The questions of a row: conditions name siblings of the same row, or fields outside."""
    if not kind_of(repeat).has_rows:
        if repeat.fields or repeat.fixed:
            yield place, N_("只有 repeat 才有里面的字段"), {}
        return
    if not repeat.fields:
        yield place, N_("repeat 要有字段"), {}
    if repeat.fixed and not repeat.source:
        yield place, N_("fixed 的行要有来源（from）"), {}
    for name, times in Counter(child.name for child in repeat.fields).items():
        if times > 1 or not FIELD_NAME.fullmatch(name):
            yield f"{place} › {name}", N_("行内字段名要各不相同，只用小写字母、数字和下划线"), {}
    placed = {child.name: child for child in repeat.row(0)}
    for child, bare in zip(repeat.row(0), repeat.fields, strict=True):
        inside = f"{place} › {bare.name}"
        if child.type not in KINDS or not kind_of(child).in_rows:
            yield inside, N_("行里不能有 %(type)s"), {"type": child.type}
            continue
        if child.private_to or child.means:
            yield inside, N_("private_to 和 means 写在 repeat 上，不写在行里"), {}
        yield from mistakes_of_field(child, inside, definition.fields | placed, within | placed.keys())
        if bare.read_only and bare.required and not repeat.fixed:
            yield inside, N_("只读又必填：人添加的行里它是空的，永远填不了"), {}


def mistakes_of_field(
    field: Field, place: str, fields: dict[str, Field], within: set[str]
) -> Iterator[Mistake]:
    """`fields`: those it may name; `within`: of these, the ones that can have an answer by then."""
    kind = KINDS[field.type]
    if kind.needs_choices and not field.choices:
        yield place, N_("要有 choices"), {}
    if kind.counts and len(field.counts) != kind.counts:
        yield place, N_("要有两个 counts"), {}
    if not all({"name", "label"} <= count.keys() for count in field.counts):
        yield place, N_("counts 的每一项要有 name 和 label"), {}
    if kind.statement and field.required:
        yield place, N_("说明文字没有答案，不能必填"), {}
    if field.boxed and not kind.takes_photos:
        yield place, N_("boxed 只用于照片：纸上留一格，可以手画"), {}
    yield from mistakes_of_choices(field, place)
    for word in set(field.constraint) - kind.constraints:
        yield place, N_("%(type)s 没有约束 %(word)s"), {"type": field.type, "word": word}
    yield from mistakes_of_numbers(field.constraint, ("min", "max", "max_length"), place)
    yield from mistakes_of_limits(field, place)
    yield from mistakes_of_times(field, place, fields, within)
    yield from mistakes_of_hours(field, place, fields, within)
    yield from mistakes_of_part_kind(field, place, fields, within)
    yield from mistakes_of_default(field, place)
    for role in set(field.private_to) - STAFF_ROLES:
        yield place, UNKNOWN_IN, {"word": "private_to", "given": role}
    yield from mistakes_of_roles(field, place)
    for category in set(field.category) - set(DEVICE_CATEGORIES):
        yield place, UNKNOWN_IN, {"word": "category", "given": category}
    yield from mistakes_of_meaning(field, place)
    yield from mistakes_of_condition(field.relevant, fields, f"{place}.relevant", field.name, within)
    if isinstance(field.required, dict):
        yield from mistakes_of_condition(field.required, fields, f"{place}.required", within=within)
    for choice in field.choices:
        yield from mistakes_of_condition(
            choice.relevant, fields, f"{place}.{choice.name}", field.name, within
        )


def mistakes_of_read_only(field: Field, place: str) -> Iterator[Mistake]:
    """Nobody may fill it, and something must stand there: whence?"""
    if field.read_only and field.required and not field.source and not conditions.is_filled(field.default):
        yield place, N_("只读又必填，却没有来源（from）或起始值（default）：永远填不了"), {}


def mistakes_of_choices(field: Field, place: str) -> Iterator[Mistake]:
    for name, times in Counter(choice.name for choice in field.choices).items():
        if times > 1:
            yield place, N_("选项 %(name)s 重复"), {"name": name}
        if clean_text(name) != name or len(name) > LONGEST_CHOICE:
            said = N_("选项 %(name)s 首尾不能有空格，最多 %(most)s 个字")
            yield place, said, {"name": name, "most": LONGEST_CHOICE}


def mistakes_of_roles(field: Field, place: str) -> Iterator[Mistake]:
    """Whose accounts may be named."""
    roles = field.constraint.get("roles")
    if roles == []:
        yield place, N_("constraint.roles 要写至少一个角色，否则没有人可选"), {}
    for role in set(roles or ()) - STAFF_ROLES:
        yield place, UNKNOWN_IN, {"word": "constraint.roles", "given": role}


def mistakes_of_numbers(given: dict, words: Iterable[str], place: str) -> Iterator[Mistake]:
    for word in words:
        if word in given and not is_number(given[word]):
            yield place, NO_NUMBER, {"word": word}


def mistakes_of_times(
    field: Field, place: str, fields: dict[str, Field], within: set[str]
) -> Iterator[Mistake]:
    for word in {"not_after", "not_before"} & field.constraint.keys():
        limit = field.constraint[word]
        if limit == "now":
            continue
        if limit not in fields:
            yield place, NO_FIELD_OF, {"word": word, "name": limit}
        elif not kind_of(fields[limit]).is_time:
            said = N_("%(word)s 要写 now 或一个日期字段，%(name)s 不是")
            yield place, said, {"word": word, "name": limit}
        elif limit not in within:
            yield place, LATER, {"name": limit}


def mistakes_of_part_kind(
    field: Field, place: str, fields: dict[str, Field], within: set[str]
) -> Iterator[Mistake]:
    """The question whose choices are the stock's kinds."""
    name = field.constraint.get("kind_from")
    if name is None:
        return
    asked = fields.get(name) if isinstance(name, str) else None
    if asked is None or not asked.choices or {choice.name for choice in asked.choices} - STOCK_KINDS:
        said = N_("kind_from 要写一个选项只有 %(kinds)s 的单选字段")
        yield place, said, {"kinds": ", ".join(sorted(STOCK_KINDS))}
    elif name not in within:
        yield place, LATER, {"name": name}


def mistakes_of_hours(
    field: Field, place: str, fields: dict[str, Field], within: set[str]
) -> Iterator[Mistake]:
    """From one minute to another: both ends, or neither."""
    ends = [field.constraint.get(word, "") for word in ("hours_from", "hours_to")]
    if not any(ends):
        return
    if not all(kind_of(fields.get(end)).has_minutes for end in ends):
        yield place, N_("hours_from 和 hours_to 要各写一个 datetime 字段"), {}
        return
    for end in ends:
        if end not in within:
            yield place, LATER, {"name": end}


def mistakes_of_meaning(field: Field, place: str) -> Iterator[Mistake]:
    if not field.means:
        return
    if field.means not in MEANINGS:
        yield place, UNKNOWN_IN, {"word": "means", "given": field.means}
    elif kind_of(field).name not in MEANINGS[field.means]:
        yield place, N_("%(type)s 不能有 means %(means)s"), {"type": field.type, "means": field.means}
    elif field.private_to and field.means in SHOWN_TO_ALL:
        yield place, N_("列表向所有人显示 %(means)s，不能是 private_to 的字段"), {"means": field.means}


def mistakes_of_limits(field: Field, place: str) -> Iterator[Mistake]:
    """Something must be left that can be answered."""
    given = {word: limit for word, limit in field.constraint.items() if is_number(limit)}
    if "max_length" in given and given["max_length"] < 3:  # 110 is the shortest phone
        yield place, N_("max_length 至少是 3"), {}
    kind = kind_of(field)
    if kind.range is None:
        return
    least, most = kind.range
    least, most = given.get("min", least), min(given.get("max", most), most)
    if not kind.has_fractions:
        least, most = math.ceil(least), math.floor(most)
    if least > most or (kind.has_rows and most < 1):
        said = N_("没有答案能满足 min 和 max：%(least)s 到 %(most)s")
        yield place, said, {"least": least, "most": most}


def mistakes_of_default(field: Field, place: str) -> Iterator[Mistake]:
    kind = KINDS[field.type]
    if field.default is None:
        return
    names = {choice.name for choice in kind.choices(field)}
    given = field.default if isinstance(field.default, list) else [field.default]
    if not kind.fits(field.default):
        yield place, N_("default 不像 %(type)s 的答案"), {"type": field.type}
    elif names and set(given) - names:
        yield place, N_("default 不是其中的选项"), {}


def is_number(value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def mistakes_of_condition(
    condition, fields: dict[str, Field], place: str, own: str = "", within=None
) -> Iterator[Mistake]:
    """`within`: the fields that can have an answer by then, by default all."""
    for name in [*conditions.names_in(condition), *conditions.alternatives_in(condition)]:
        if name not in fields:
            yield place, NO_FIELD, {"name": name}
        elif name == own:
            yield place, N_("条件不能看自己"), {}
        elif within is not None and name not in within:
            yield place, LATER, {"name": name}
    for name in conditions.names_in(condition):
        if name in fields:
            yield from mistakes_of_expected(condition[name], fields[name], place)


def mistakes_of_expected(expected, field: Field, place: str) -> Iterator[Mistake]:
    kind = KINDS.get(field.type)
    if kind and not kind.comparable:
        yield place, N_("条件不能比较 %(type)s 的答案"), {"type": field.type}
        return
    if isinstance(expected, dict):
        for operator in set(expected) - set(conditions.OPERATORS):
            yield place, N_("不认识的条件 %(operator)s"), {"operator": operator}
        yield from mistakes_of_numbers(expected, ("min", "max"), place)
        return
    choices = [choice.name for choice in kind.choices(field)] if kind else []
    wanted = expected if isinstance(expected, list) else [expected]
    if not wanted:
        yield place, N_("永远不会成立：没有写 %(name)s 的答案"), {"name": field.name}
        return
    if kind and kind.has_fractions:
        yield place, N_("%(name)s 是小数，要用 min 和 max 比较"), {"name": field.name}
    elif kind and not choices and not all(kind.fits(each) for each in wanted):
        said = N_("永远不会成立：%(name)s 的答案不会是 %(wanted)s")
        yield place, said, {"name": field.name, "wanted": wanted}
    strange = [name for name in wanted if name not in choices] if choices else []
    if len(strange) == len(wanted):
        said = N_("永远不会成立：%(name)s 没有选项 %(strange)s")
        yield place, said, {"name": field.name, "strange": strange}
    elif strange:
        yield place, NO_CHOICES, {"name": field.name, "strange": strange}
