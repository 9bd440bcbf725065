"""What a definition may not be: every mistake named with its place (design.md, "A field is written once")."""

import re
from collections import Counter
from collections.abc import Iterator

from wtforms import Form

from fieldforms.forms import conditions
from fieldforms.forms.definition import Definition, Field, Section, Step
from fieldforms.forms.kinds import KINDS

Mistake = tuple[str, str]  # place, sentence

NAME = re.compile(r"[a-z][a-z0-9_]*")
TAKEN = frozenset(dir(Form()))  # a question becomes an attribute of its form

BY = {
    "technician",
    "dispatcher",
    "supervisor",
    "manager",
    "hr",
    "assignee",
    "client",
    "client_lead",
    "anyone",
}
SIGNERS = {"client", "client_lead"}  # have no account: their step is vouched for by a signature
LAYOUTS = {"grid", "rows", "table", "acceptance"}
STARTS = {"device", "room", "client"}
ROLES = {"technician", "dispatcher", "supervisor", "manager", "hr", "admin"}
CATEGORIES = (
    "mixer processor amplifier speaker microphone camera codec projector display led_wall matrix control server "
    "player recorder network power other"
).split()
MEANINGS = set(
    "client_name contact phone address service_time arrival departure client_type request solution result "
    "not_completed_reason follow_up_date remarks accessories satisfaction dissatisfaction_reasons comments summary "
    "technician maintenance_date open_points environment_restored symptom since urgency reporter reporter_phone "
    "device_fault devices photos confirmed_date outcome fault_class remedy minutes cost parts assignee".split()
)


# Inputs of the page itself, and what a <form>'s own properties are called: an input of that name hides them, and
# scripts that ask for `input.form` get an input instead.
RESERVED = set(
    "csrf_token definition record version editor device room client then whole shown phone_at signer strokes typed "
    "reason paper form action method elements length name id target submit reset enctype autocomplete novalidate "
    "children parentnode dataset attributes hidden title style".split()
)


def check(definition: Definition) -> list[Mistake]:
    """All mistakes; an empty list means the form can be filled, completed and printed."""
    return [
        *of_names(definition),
        *of_steps(definition),
        *of_sections(definition),
        *(mistake for section in definition.sections for mistake in of_fields(definition, section)),
        *of_loops(definition),
    ]


def of_names(definition: Definition) -> Iterator[Mistake]:
    groups = {
        "字段": [field.name for section in definition.sections for field in section.fields],
        "节": [section.name for section in definition.sections],
        "步骤": [step.name for step in definition.steps],
    }
    for what, names in groups.items():
        for name, times in Counter(names).items():
            if times > 1:
                yield f"{definition.key} › {name}", f"{what}名重复 {times} 次"
            if not NAME.fullmatch(name):
                yield f"{definition.key} › {name}", f"{what}名只能用小写字母、数字和下划线，以字母开头"
    for name in TAKEN & definition.fields.keys():
        yield f"{definition.key} › {name}", "字段不能叫这个名字"
    for name in RESERVED & set(definition.fields):
        yield f"{definition.key} › {name}", "这个名字留给页面自己用，请换一个"
    for place in set(definition.starts_from) - STARTS:
        yield definition.key, f"starts_from 不认识 {place}"


def of_steps(definition: Definition) -> Iterator[Mistake]:
    if not definition.steps:
        yield definition.key, "至少要有一个步骤"
    before: list[Field] = []
    for step in definition.steps:
        yield from of_step(definition, step, before)
        before += [field for name in step.sections for field in fields_of(definition, name)]


def of_step(definition: Definition, step: Step, before: list[Field]) -> Iterator[Mistake]:
    place = f"{definition.key} › {step.name}"
    if step.by not in BY:
        yield place, f"by 不认识 {step.by}"
    if step.by in SIGNERS and not step.sign:
        yield place, "由客户完成的步骤要有签字（sign）"
    if not step.sections and not step.sign:
        yield place, "步骤既没有节，也没有签字"
    if step.sign and not (step.consent and all(step.consent.get(key) for key in ("zh", "en", "version"))):
        yield place, "有签字的步骤要写明签字确认的内容（consent：zh、en、version）"
    for name in step.sections:
        if name not in {section.name for section in definition.sections}:
            yield place, f"没有名为 {name} 的节"
    names = [other.name for other in definition.steps]
    if step.returns_to and step.returns_to not in names:
        yield place, f"returns_to 没有名为 {step.returns_to} 的步骤"
    elif step.returns_to and step.returns_to not in names[: names.index(step.name)]:
        yield place, "returns_to 只能退回到前面的步骤"
    known = {field.name: field for field in before}
    if step.by == "assignee" and known.get(step.assignee, Field("", "", {})).type != "user":
        yield place, "assignee 要写前面步骤里的一个 user 字段"
    for word in ("relevant", "return_relevant"):
        yield from of_condition(getattr(step, word), known, f"{place}.{word}")


def of_sections(definition: Definition) -> Iterator[Mistake]:
    filled = Counter(name for step in definition.steps for name in step.sections)
    for section in definition.sections:
        place = f"{definition.key} › {section.name}"
        if filled[section.name] == 0:
            yield place, "没有步骤填写这一节"
        if filled[section.name] > 1:
            yield place, "这一节有两个步骤填写"
        if section.layout not in LAYOUTS:
            yield place, f"layout 不认识 {section.layout}"
        if section.layout == "table" and len(section.columns) != 3:
            yield place, "表格要有三个列名"
        if not section.fields:
            yield place, "这一节没有字段"
        yield from of_condition(
            section.relevant, definition.fields, f"{place}.relevant", within=reach(definition, section)
        )


def reach(definition: Definition, section: Section) -> set[str]:
    """The fields that are answered when this section is: of its own step and those before."""
    found: set[str] = set()
    for step in definition.steps:
        found |= {field.name for name in step.sections for field in fields_of(definition, name)}
        if section.name in step.sections:
            break
    return found


def of_fields(definition: Definition, section: Section) -> Iterator[Mistake]:
    within = reach(definition, section)
    for field in section.fields:
        place = f"{definition.key} › {section.name} › {field.name}"
        if field.type not in KINDS:
            yield place, f"type 不认识 {field.type}"
            continue
        yield from of_field(definition, field, place)
        yield from of_condition(field.relevant, definition.fields, f"{place}.relevant", field.name, within)
        if isinstance(field.required, dict):
            yield from of_condition(field.required, definition.fields, f"{place}.required", within=within)


def of_field(definition: Definition, field: Field, place: str) -> Iterator[Mistake]:
    kind = KINDS[field.type]
    if field.type.startswith("select_") and not field.choices:
        yield place, "要有 choices"
    if field.type == "two_counts" and len(field.counts) != 2:
        yield place, "要有两个 counts"
    if not all({"name", "label"} <= count.keys() for count in field.counts):
        yield place, "counts 的每一项要有 name 和 label"
    if kind.statement and field.required:
        yield place, "说明文字没有答案，不能必填"
    for name, times in Counter(choice.name for choice in field.choices).items():
        if times > 1:
            yield place, f"选项 {name} 重复"
    for word in set(field.constraint) - kind.constraints:
        yield place, f"{field.type} 没有约束 {word}"
    for word in {"min", "max", "max_length"} & field.constraint.keys():
        if not is_number(field.constraint[word]):
            yield place, f"{word} 要写数字"
    for word in ("not_after", "not_before"):
        limit = field.constraint.get(word)
        if limit and limit != "now" and limit not in definition.fields:
            yield place, f"{word} 没有名为 {limit} 的字段"
    for role in set(field.private_to) - ROLES:
        yield place, f"private_to 不认识 {role}"
    for category in set(field.category) - set(CATEGORIES):
        yield place, f"category 不认识 {category}"
    if field.means and field.means not in MEANINGS:
        yield place, f"means 不认识 {field.means}"


def is_number(value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def of_condition(
    condition, fields: dict[str, Field], place: str, own: str = "", within=None
) -> Iterator[Mistake]:
    """`within`: the fields that can have an answer by then, by default all."""
    for name in [*conditions.names(condition), *conditions.alternatives(condition)]:
        if name not in fields:
            yield place, f"没有名为 {name} 的字段"
        elif name == own:
            yield place, "条件不能看自己"
        elif within is not None and name not in within:
            yield place, f"{name} 要到后面的步骤才填写"
    for name in conditions.names(condition):
        if name in fields:
            yield from of_expected(condition[name], fields[name], place)


def of_expected(expected, field: Field, place: str) -> Iterator[Mistake]:
    kind = KINDS.get(field.type)
    if kind and not kind.comparable:
        yield place, f"条件不能比较 {field.type} 的答案"
        return
    if isinstance(expected, dict):
        for operator in set(expected) - set(conditions.OPERATORS):
            yield place, f"不认识的条件 {operator}"
        for operator in {"min", "max"} & expected.keys():
            if not is_number(expected[operator]):
                yield place, f"{operator} 要写数字"
        return
    choices = [choice.name for choice in kind.choices(field)] if kind else []
    wanted = expected if isinstance(expected, list) else [expected]
    strange = [str(name) for name in wanted if name not in choices] if choices else []
    if len(strange) == len(wanted):
        yield place, f"永远不会成立：{field.name} 没有选项 {'、'.join(strange)}"
    elif strange:
        yield place, f"{field.name} 没有选项 {'、'.join(strange)}"


def of_loops(definition: Definition) -> Iterator[Mistake]:
    looks_at = {
        field.name: looked_at(section, field) for section in definition.sections for field in section.fields
    }
    for name in looks_at:
        if reaches(name, name, looks_at, set()):
            yield f"{definition.key} › {name}", "relevant 互相依赖，成了一个圈"


def looked_at(section: Section, field: Field) -> list[str]:
    both = (section.relevant, field.relevant)
    return [name for c in both for name in [*conditions.names(c), *conditions.alternatives(c)]]


def reaches(start: str, goal: str, looks_at: dict, seen: set) -> bool:
    for name in looks_at.get(start, ()):
        if name == goal:
            return True
        if name not in seen:
            seen.add(name)
            if reaches(name, goal, looks_at, seen):
                return True
    return False


def fields_of(definition: Definition, section_name: str) -> tuple[Field, ...]:
    return next((s.fields for s in definition.sections if s.name == section_name), ())
