"""What a definition may not be: every mistake named with its place (design.md, "A field is written once")."""

import re
from collections import Counter
from collections.abc import Iterator

import rfc8785
from wtforms import Form

from fieldforms.errors import N_, Mistake
from fieldforms.forms import conditions
from fieldforms.forms.definition import (
    CARRIED,
    PERSONAL_FACTS,
    REVIEWERS,
    SIGNERS,
    Definition,
    Field,
    Section,
)
from fieldforms.forms.field_checks import (
    FIELD_NAME,
    NO_FIELD_OF,
    UNKNOWN_IN,
    mistakes_of_condition,
    mistakes_of_fields,
)
from fieldforms.forms.kinds import kind_of
from fieldforms.forms.reading import CONTROL
from fieldforms.forms.step_checks import NO_STEP_OF, fields_of_section, mistakes_of_steps

FORM_ATTRIBUTES = frozenset(dir(Form()))  # a question becomes an attribute of its form

SECTION_LAYOUTS = {"grid", "rows", "table", "acceptance"}
STARTING_PLACES = {"device", "room", "client"}

# Inputs of the page itself, and what a <form>'s own properties are called: an input of that name hides them, and
# scripts that ask for `input.form` get an input instead.
PAGE_INPUTS = set(
    "csrf_token definition record version editor device room client then whole shown phone_at signer strokes typed "
    "reason paper on_paper form action method elements length name id target submit reset enctype autocomplete novalidate "
    "children parentnode dataset attributes hidden title style".split()
)


def check(definition: Definition) -> list[Mistake]:
    """All mistakes; an empty list means the form can be filled, completed and printed."""
    return [
        *mistakes_of_source(definition),
        *mistakes_of_names(definition),
        *mistakes_of_steps(definition),
        *mistakes_of_sections(definition),
        *(
            mistake
            for section in definition.sections
            for mistake in mistakes_of_fields(definition, section, fields_answered_by(definition, section))
        ),
        *mistakes_of_loops(definition),
        *mistakes_of_opens(definition),
        *mistakes_of_whole(definition),
    ]


def mistakes_of_source(definition: Definition) -> Iterator[Mistake]:
    """It is sealed by its canonical form, and stored, printed and exported: what any of these refuses."""
    try:
        rfc8785.dumps(definition.source)
    except (ValueError, TypeError) as error:
        said = N_("有不能封存的值（日期要写成文字，数字要有限）：%(why)s")
        yield definition.key, said, {"why": str(error)}
    for place, text in texts_in(definition.source, definition.key):
        if CONTROL.search(text):
            yield place, N_("有控制字符"), {}
    if not re.fullmatch(r"[a-z][a-z0-9-]{0,59}", definition.key):
        yield definition.key, N_("key 只能用小写字母、数字和连字符，以字母开头"), {}
    if not re.fullmatch(r"[A-Z][A-Z0-9]{0,9}", definition.number):
        yield definition.key, N_("number 只能用大写字母和数字，以字母开头，最多 10 个"), {}


def texts_in(value, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield place, value
    inner = value.items() if isinstance(value, dict) else ()
    for key, each in inner:
        yield from texts_in(key, place)
        yield from texts_in(each, f"{place}.{key}")
    for each in value if isinstance(value, list) else ():
        yield from texts_in(each, place)


# What is said of a name that stands more than once, and of one that is no name.
FIELD_NAMES = N_("字段名重复 %(times)s 次"), N_("字段名只能用小写字母、数字和下划线，以字母开头")
SECTION_NAMES = N_("节名重复 %(times)s 次"), N_("节名只能用小写字母、数字和下划线，以字母开头")
LOOP = N_("relevant 互相依赖，成了一个圈")
STEP_NAMES = N_("步骤名重复 %(times)s 次"), N_("步骤名只能用小写字母、数字和下划线，以字母开头")


def mistakes_of_names(definition: Definition) -> Iterator[Mistake]:
    fields = [field.name for section in definition.sections for field in section.fields]
    yield from mistakes_of_each_name(definition, fields, *FIELD_NAMES)
    yield from mistakes_of_each_name(
        definition, [section.name for section in definition.sections], *SECTION_NAMES
    )
    yield from mistakes_of_each_name(definition, [step.name for step in definition.steps], *STEP_NAMES)
    for name in {"any_of"} & definition.fields.keys():
        yield f"{definition.key} › {name}", N_("条件里 any_of 另有意思，字段不能叫这个名字"), {}
    for name in FORM_ATTRIBUTES & definition.fields.keys():
        yield f"{definition.key} › {name}", N_("字段不能叫这个名字"), {}
    for name in PAGE_INPUTS & set(definition.fields):
        yield f"{definition.key} › {name}", N_("这个名字留给页面自己用，请换一个"), {}
    for place in set(definition.starts_from) - STARTING_PLACES:
        yield definition.key, UNKNOWN_IN, {"word": "starts_from", "given": place}


def mistakes_of_each_name(
    definition: Definition, names: list[str], repeated: str, misspelt: str
) -> Iterator[Mistake]:
    for name, times in Counter(names).items():
        if times > 1:
            yield f"{definition.key} › {name}", repeated, {"times": times}
        if not FIELD_NAME.fullmatch(name):
            yield f"{definition.key} › {name}", misspelt, {}


def mistakes_of_sections(definition: Definition) -> Iterator[Mistake]:
    filled = Counter(name for step in definition.steps for name in step.sections)
    for section in definition.sections:
        place = f"{definition.key} › {section.name}"
        if filled[section.name] == 0:
            yield place, N_("没有步骤填写这一节"), {}
        if filled[section.name] > 1:
            yield place, N_("这一节有两个步骤填写"), {}
        if section.layout not in SECTION_LAYOUTS:
            yield place, UNKNOWN_IN, {"word": "layout", "given": section.layout}
        if section.layout == "table" and len(section.columns) != 3:
            yield place, N_("表格要有三个列名"), {}
        if not section.fields:
            yield place, N_("这一节没有字段"), {}
        yield from mistakes_of_condition(
            section.relevant,
            definition.fields,
            f"{place}.relevant",
            within=fields_answered_by(definition, section),
        )


def fields_answered_by(definition: Definition, section: Section) -> set[str]:
    """The fields that are answered when this section is: of its own step and those before."""
    found: set[str] = set()
    for step in definition.steps:
        found |= {field.name for name in step.sections for field in fields_of_section(definition, name)}
        if section.name in step.sections:
            break
    return found


def mistakes_of_opens(definition: Definition) -> Iterator[Mistake]:
    """Whether the form and its fields exist, only the whole library knows (flow/library/form_files.py)."""
    steps = [step.name for step in definition.steps]
    for opens in definition.opens:
        place = f"{definition.key} › {opens.form}"
        if opens.completes and opens.completes not in steps:
            yield place, NO_STEP_OF, {"word": "completes", "name": opens.completes}
        if opens.after and opens.after not in steps:
            yield place, NO_STEP_OF, {"word": "after", "name": opens.after}
        if opens.by_itself and opens.after in steps and definition.step(opens.after).by in SIGNERS:
            yield place, N_("by_itself 的单要由有账号的人开：after 不能是客户的步骤"), {}
        if (
            opens.by_itself
            and len([each for each in definition.opens if each.by_itself and each.form == opens.form]) > 1
        ):
            yield place, N_("by_itself 的单每种表单只能写一次：一张单只会打开一张"), {}
        if opens.through and not opens.by_itself:
            yield place, N_("through 只用于 by_itself 的单"), {}
        if not opens.after and not opens.completes:
            yield place, N_("要写明 after 或 completes"), {}
        yield from mistakes_of_condition(opens.relevant, definition.fields, f"{place}.relevant")
        for source in opens.carry.values():
            if source not in definition.fields and source not in CARRIED:
                yield place, NO_FIELD_OF, {"word": "carry", "name": source}


NO_REVIEWER = N_("review 要写审阅的角色：%(roles)s，不是 %(role)s")


def mistakes_of_whole(definition: Definition) -> Iterator[Mistake]:
    for name in definition.register:
        if name not in definition.fields and name not in definition.steps_by_name:
            yield definition.key, NO_FIELD_OF, {"word": "register", "name": name}
    yield from mistakes_of_register_date(definition)
    if definition.review and definition.review not in REVIEWERS:
        yield definition.key, NO_REVIEWER, {"role": definition.review, "roles": "、".join(REVIEWERS)}
    for name in (definition.keep or {}).get("erase", ()):
        if name not in definition.fields and name not in PERSONAL_FACTS:
            yield definition.key, NO_FIELD_OF, {"word": "keep", "name": name}
    bys = [step.by for step in definition.steps]
    if definition.personal and "technician" in bys and bys[0] not in ("technician", "anyone"):
        said = N_("personal 的单技术员只看得到自己开的：第一步要由技术员完成，后面的技术员步骤才有人能填")
        yield definition.key, said, {}
    if isinstance(definition.confidential, dict):
        yield from mistakes_of_condition(
            definition.confidential, definition.fields, f"{definition.key}.confidential"
        )


def mistakes_of_register_date(definition: Definition) -> Iterator[Mistake]:
    name = definition.register_date
    if name and name not in definition.fields:
        yield definition.key, NO_FIELD_OF, {"word": "register_date", "name": name}
    elif name and not kind_of(definition.fields[name]).is_time:
        yield definition.key, N_("register_date 要写一个日期或时间字段，%(name)s 不是"), {"name": name}


def mistakes_of_loops(definition: Definition) -> Iterator[Mistake]:
    for name in fields_in_loops(definition):
        yield f"{definition.key} › {name}", LOOP, {}


def fields_in_loops(definition: Definition) -> list[str]:
    """Fields that are asked only if they are answered, round whatever corner; those of a row as `sites.0.site`."""
    looks_at = {
        field.name: names_looked_at(section, field)
        for section in definition.sections
        for each in section.fields
        for field in (each, *each.row(0))
    }
    for repeat in definition.repeats:  # whether it is answered depends on what is asked in its rows
        looks_at[repeat.name] += [child.name for child in repeat.row(0)]
    return [name for name in looks_at if leads_to(name, looks_at)]


def names_looked_at(section: Section, field: Field) -> list[str]:
    both = (section.relevant, field.relevant)
    return [name for c in both for name in [*conditions.names_in(c), *conditions.alternatives_in(c)]]


def leads_to(goal: str, looks_at: dict[str, list[str]]) -> bool:
    """Back to itself. Workbooks hold chains of hundreds: no recursion."""
    seen: set[str] = set()
    ahead = list(looks_at.get(goal, ()))
    while ahead:
        name = ahead.pop()
        if name == goal:
            return True
        if name not in seen:
            seen.add(name)
            ahead += looks_at.get(name, ())
    return False
