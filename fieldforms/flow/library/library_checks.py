"""What a definition may not be, as only the whole library and the register can tell: `forms/checker.py` sees one form.

Every mistake with its place, as there.
"""

from collections.abc import Iterable, Iterator

from fieldforms.errors import N_, Mistake
from fieldforms.flow.prefill.carried_answers import WORD_SOURCES
from fieldforms.flow.register import answer_sources
from fieldforms.flow.register.register_columns import SURVEYED_SOURCES
from fieldforms.forms.definition import Definition, Field, Opens, Step
from fieldforms.forms.field_checks import NO_CHOICES, mistakes_of_condition
from fieldforms.forms.kinds import KINDS, kind_of

SUGGESTED = ("client.contacts",)  # flow/prefill/register_answers.py
UNKNOWN_OF = N_("%(word)s 不认识 %(given)s；可以写：%(known)s")
# Sources that give more than a text: what the kinds that keep it refer to. Other kinds of fields read a text.
SHAPED = {"device.code": "device", "user.id": "user"}
# Of a device, and no column of it: it is taken over as a day of installation that says "about" (flow/completing/survey_results.py).
TAKEN_AS_A_DAY = "device.years"
# A blank one that was put on the device: where the row says by its number which one that is.
BOUND_AS_A_LABEL, NAMES_THE_DEVICE = "device.label", "device.id"
KIND_THAT_KEEPS = {kind.refers: kind.name for kind in KINDS.values()}


def mistakes_of_form(definition: Definition) -> Iterator[Mistake]:
    """What the register is asked for."""
    for section in definition.sections:
        for field in section.fields:
            place = f"{definition.key} › {section.name} › {field.name}"
            yield from mistakes_of_source(field, place)
            for child in field.fields:
                yield from mistakes_of_source(child, f"{place} › {child.name}")
    for step in definition.steps:
        yield from mistakes_of_takes_over(definition, step)


def mistakes_of_source(field: Field, place: str) -> Iterator[Mistake]:
    kind = kind_of(field)
    known = answer_sources.ROW_SOURCES if kind.has_rows else answer_sources.SOURCES
    if field.taken_from:
        return  # an answer, of which the form's own checker knows
    if field.source and field.source not in known:
        yield place, UNKNOWN_OF, {"word": "from", "given": field.source, "known": list(known)}
    elif field.source in SHAPED and kind.refers != SHAPED[field.source]:
        said = N_("from = %(source)s 只能写在 %(type)s 字段上")
        yield place, said, {"source": field.source, "type": KIND_THAT_KEEPS[SHAPED[field.source]]}
    elif field.source and kind.refers in SHAPED.values() and field.source not in SHAPED:
        said = N_("%(type)s 字段的 from 不能是 %(source)s")
        yield place, said, {"type": field.type, "source": field.source}
    elif field.source == "today" and kind.has_minutes:
        yield place, N_("datetime 字段的 from 要写 now：today 没有时间"), {}
    if field.suggest and field.suggest not in SUGGESTED:
        yield place, UNKNOWN_OF, {"word": "suggest", "given": field.suggest, "known": list(SUGGESTED)}


def mistakes_of_takes_over(definition: Definition, step: Step) -> Iterator[Mistake]:
    """Who types into a row that the register learns from must not find it unchanged, or another device changed."""
    rows = definition.fields.get((step.takes_over or {}).get("rows", ""))
    children = rows.fields if rows else ()
    named = any(child.source == NAMES_THE_DEVICE for child in children)
    for child in children:
        taken = child.source in (*SURVEYED_SOURCES, TAKEN_AS_A_DAY, *((BOUND_AS_A_LABEL,) if named else ()))
        if child.source.startswith("device.") and not taken and not child.read_only:
            place = f"{definition.key} › {step.name} › {child.name}"
            yield place, NOT_TAKEN_OVER, {"source": child.source, "known": list(SURVEYED_SOURCES)}


NOT_TAKEN_OVER = N_("takes_over 不会把 %(source)s 记入设备登记：请写 read_only = true。会记入的有：%(known)s")


def mistakes_between_forms(
    forms: dict[str, Definition], about: Iterable[str] | None = None
) -> Iterator[Mistake]:
    """Between forms. `about`: only what these keys say of others, or others of them; by default everything."""
    keys = set(forms if about is None else about)
    yield from mistakes_of_numbers(forms, keys)
    for definition in forms.values():
        for opens in definition.opens:
            if definition.key in keys or opens.form in keys:
                yield from mistakes_of_opening(definition, opens, forms.get(opens.form))
    yield from of_rings(forms, keys)


def mistakes_of_numbers(forms: dict[str, Definition], keys: set[str]) -> Iterator[Mistake]:
    for definition in forms.values():
        same = [each.key for each in forms.values() if each.number == definition.number]
        others = [key for key in same if key != definition.key]
        if others and definition.key in keys:
            said = N_("编号前缀 %(number)s 已经由 %(others)s 使用")
            yield definition.key, said, {"number": definition.number, "others": others}


def of_rings(forms: dict[str, Definition], keys: set[str]) -> Iterator[Mistake]:
    """What opens by itself must not come round to its own form: one sheet would fill the whole list."""
    for key in sorted(keys):
        ring = way_round(forms, (key,))
        if ring:
            yield key, N_("by_itself 的单转一圈又开到自己：%(ring)s"), {"ring": " → ".join((*ring, key))}


def way_round(forms: dict[str, Definition], way: tuple[str, ...]) -> tuple[str, ...]:
    """`way` and the forms that open by themselves behind it, back to its first; () where none leads there."""
    here = forms.get(way[-1])
    behind = {opens.form for opens in here.opens if opens.by_itself} if here else set()
    if way[0] in behind:
        return way
    further = (way_round(forms, (*way, form)) for form in sorted(behind - set(way)))
    return next((ring for ring in further if ring), ())


def mistakes_of_opening(definition: Definition, opens: Opens, target: Definition | None) -> Iterator[Mistake]:
    place = f"{definition.key} › {opens.form}"
    if target is None:
        yield place, N_("没有名为 %(form)s 的表单"), {"form": opens.form}
        return
    reached = target.steps[: count_of_steps_reached(opens, target)]
    asked = {field.name: field for field in fields_asked_in(target, reached)}
    for name in [*opens.carry, *opens.given]:
        if name not in asked:
            yield place, NOT_BEHIND if opens.through else NOT_FIRST, {"form": opens.form, "name": name}
    if opens.through and opens.through not in [step.name for step in reached]:
        yield place, N_("%(form)s 没有步骤 %(name)s"), {"form": opens.form, "name": opens.through}
    elif any(step.sign or not step.sections for step in reached if opens.through):
        yield place, N_("through 到不了要签字或没有内容的步骤"), {}
    for name, source in opens.carry.items():
        if name in asked:
            yield from mistakes_of_carrying(definition, source, asked[name], f"{place}.carry")
    for name, value in opens.given.items():
        if name in asked:
            yield from mistakes_of_given(value, asked[name], f"{place}.given")
    yield from mistakes_of_condition(opens.completed_if, target.fields, f"{place}.completed_if")


NOT_FIRST = N_("%(form)s 的第一步没有字段 %(name)s")
NOT_BEHIND = N_("%(form)s 到 through 为止的步骤没有字段 %(name)s")


def count_of_steps_reached(opens: Opens, target: Definition) -> int:
    """How many of its steps what is carried and given may answer."""
    names = [step.name for step in target.steps]
    return names.index(opens.through) + 1 if opens.through in names else 1


def fields_asked_in(target: Definition, steps: tuple[Step, ...]) -> list[Field]:
    """The fields of these steps; of a form with mistakes, too: its own are named elsewhere."""
    begun = {name for step in steps for name in step.sections}
    return [field for section in target.sections if section.name in begun for field in section.fields]


def mistakes_of_carrying(definition: Definition, source: str, target: Field, place: str) -> Iterator[Mistake]:
    field = definition.fields.get(source)
    there = {"source": source, "name": target.name, "type": target.type}
    if field is None:
        if source in WORD_SOURCES and not kind_of(target).in_words:
            yield place, N_("%(source)s 是文字，%(name)s（%(type)s）放不下"), there
        return
    if kind_of(field) is not kind_of(target):
        if not kind_of(target).in_words:
            said = N_("%(source)s（%(own)s）不能带到 %(name)s（%(type)s）")
            yield place, said, there | {"own": field.type}
        return
    strange = [name for name in names_of(field) if name not in names_of(target)]
    if strange:
        yield place, N_("%(name)s 没有 %(source)s 的 %(strange)s"), there | {"strange": strange}


def mistakes_of_given(value, target: Field, place: str) -> Iterator[Mistake]:
    names = names_of(target)
    strange = [each for each in (value if isinstance(value, list) else [value]) if each not in names]
    if names and strange:
        yield place, NO_CHOICES, {"name": target.name, "strange": strange}


def names_of(field: Field) -> list[str]:
    """What must be known by name on both sides: choices, and the questions of a row."""
    kind = KINDS.get(field.type)
    choices = [choice.name for choice in kind.choices(field)] if kind else []
    return choices or [child.name for child in field.fields]
