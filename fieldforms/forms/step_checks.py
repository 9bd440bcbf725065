"""What a step of a definition may not be; `checker.py` asks for each."""

from collections.abc import Iterator

from fieldforms.errors import N_, Mistake
from fieldforms.forms.definition import SIGNERS, Definition, Field, Step
from fieldforms.forms.field_checks import UNKNOWN_IN, mistakes_of_condition
from fieldforms.forms.kinds import kind_of

STEP_ROLES = {
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
ACCOUNTS = STEP_ROLES - {*SIGNERS, "assignee", "anyone"}  # roles whose people sign in
NO_STEP_OF = N_("%(word)s 没有名为 %(name)s 的步骤")
KINDS_OF_MOVES = ("issued", "returned", "fitted")


def mistakes_of_steps(definition: Definition) -> Iterator[Mistake]:
    if not definition.steps:
        yield definition.key, N_("至少要有一个步骤"), {}
    elif definition.steps[0].by in SIGNERS:
        place = f"{definition.key} › {definition.steps[0].name}"
        yield place, N_("第一步不能由客户完成：没有人能开单"), {}
    before: list[Field] = []
    for step in definition.steps:
        yield from mistakes_of_step(definition, step, before)
        before += [field for name in step.sections for field in fields_of_section(definition, name)]


def mistakes_of_step(definition: Definition, step: Step, before: list[Field]) -> Iterator[Mistake]:
    place = f"{definition.key} › {step.name}"
    if step.by not in STEP_ROLES:
        yield place, UNKNOWN_IN, {"word": "by", "given": step.by}
    if step.by in SIGNERS and not step.sign:
        yield place, N_("由客户完成的步骤要有签字（sign）"), {}
    by_sheet = step.name in {opens.completes for opens in definition.opens}
    if not step.sections and not step.sign and not by_sheet:
        yield place, N_("步骤既没有节，也没有签字"), {}
    if by_sheet and (step.sections or step.sign):
        yield place, N_("由后续单完成的步骤不能有节，也不能有签字"), {}
    if step.sign and not (step.consent and all(step.consent.get(key) for key in ("zh", "en", "version"))):
        yield place, N_("有签字的步骤要写明签字确认的内容（consent：zh、en、version）"), {}
    for name in step.sections:
        if name not in {section.name for section in definition.sections}:
            yield place, N_("没有名为 %(name)s 的节"), {"name": name}
    yield from mistakes_of_return(step, [other.name for other in definition.steps], place)
    known = {field.name: field for field in before}
    yield from mistakes_of_assignee(step, known, place)
    yield from mistakes_of_other_than(step, [other.name for other in definition.steps], place)
    for word in ("relevant", "return_relevant"):
        yield from mistakes_of_condition(getattr(step, word), known, f"{place}.{word}")
    if step.approves and not kind_of(known.get(step.approves)).is_time:
        yield place, N_("approves 要写前面步骤里的一个日期字段"), {}
    yield from mistakes_of_deemed(step, known, place)
    own = {field.name: field for name in step.sections for field in fields_of_section(definition, name)}
    if step.by in SIGNERS:
        yield from mistakes_of_signer(own, place)
    if step.by in SIGNERS or (definition.public and step is definition.steps[0]):
        yield from mistakes_of_stranger(own, place)
    for field in own.values():
        yield from mistakes_of_taken(field, known, place)
    yield from mistakes_of_moves(step, known | own, place)
    yield from mistakes_of_takes_over(step, known, own, place)


def mistakes_of_return(step: Step, names: list[str], place: str) -> Iterator[Mistake]:
    if step.returns_to and step.returns_to not in names:
        yield place, NO_STEP_OF, {"word": "returns_to", "name": step.returns_to}
    elif step.returns_to and step.returns_to not in names[: names.index(step.name)]:
        yield place, N_("returns_to 只能退回到前面的步骤"), {}


def mistakes_of_assignee(step: Step, known: dict[str, Field], place: str) -> Iterator[Mistake]:
    if step.by != "assignee":
        return
    if kind_of(known.get(step.assignee)).refers != "user":
        yield place, N_("assignee 要写前面步骤里的一个 user 字段"), {}
    elif known[step.assignee].required is not True and step.else_by:
        return  # nobody needs to be named
    elif known[step.assignee].required is False:
        yield place, N_("%(name)s 要必填：不写是谁，这一步就没有人能完成"), {"name": step.assignee}


def mistakes_of_taken(field: Field, known: dict[str, Field], place: str) -> Iterator[Mistake]:
    """What an earlier step said; a row's questions start with what the register knows only."""
    strange = field.taken_from and not is_asked_alike(known.get(field.taken_from), field)
    if strange or any(child.taken_from for child in field.fields):
        said = N_("from = answer.… 要写前面步骤里的一个同类字段")
        yield f"{place} › {field.name}", said, {}


def is_asked_alike(earlier: Field | None, field: Field) -> bool:
    """Of the same kind; of rows, the same is asked in each."""
    rows = [{(child.name, child.type) for child in each.fields} for each in (earlier, field) if each]
    return kind_of(earlier) is kind_of(field) and rows[0] == rows[1]


def mistakes_of_other_than(step: Step, names: list[str], place: str) -> Iterator[Mistake]:
    """Somebody must always be left: a second role, which is not the one whose work is looked at."""
    if not step.other_than and not step.else_by:
        return
    if step.other_than and step.by not in ACCOUNTS:
        yield place, N_("other_than 只用在按角色完成的步骤上"), {}
    if step.else_by not in ACCOUNTS - {step.by}:
        yield place, N_("else_by 要写：没有别人时由哪个角色完成"), {}
    if not step.other_than and step.by != "assignee":
        yield place, N_("else_by 要和 other_than 一起写，或写在 by = assignee 的步骤上"), {}
    for name in step.other_than:
        if name not in names:
            yield place, NO_STEP_OF, {"word": "other_than", "name": name}
        elif name not in names[: names.index(step.name)]:
            yield place, N_("other_than 只能写前面的步骤"), {}


def mistakes_of_signer(own: dict[str, Field], place: str) -> Iterator[Mistake]:
    """Who has no account looks nothing up in the register: neither devices nor parts are found for them."""
    for field in own.values():
        for asked in (field, *field.fields):
            refers = kind_of(asked).refers
            if refers == "device" or (refers == "part" and asked.constraint.get("known")):
                said = N_("客户的步骤不能填写设备，也不能填写库存里的备件")
                yield f"{place} › {asked.name}", said, {}


def mistakes_of_stranger(own: dict[str, Field], place: str) -> Iterator[Mistake]:
    """A file of who has no account is decoded and written anew, which a document is not."""
    for field in own.values():
        if kind_of(field).files == "document":
            yield f"{place} › {field.name}", N_("没有账号也能填的步骤不能有 documents"), {}


def mistakes_of_moves(step: Step, known: dict[str, Field], place: str) -> Iterator[Mistake]:
    if step.moves is None:
        return
    rows = known.get(step.moves.get("rows", ""), Field("", "", {}))
    kinds = [kind_of(child) for child in rows.fields]
    if not any(kind.refers == "part" for kind in kinds) or not any(kind.is_whole for kind in kinds):
        yield place, N_("moves.rows 要写一个有 part 和 integer 的 repeat"), {}
    if step.moves.get("kind") not in KINDS_OF_MOVES:
        yield place, N_("moves.kind 只能是 %(kinds)s"), {"kinds": list(KINDS_OF_MOVES)}
    yield from mistakes_of_keys(step.moves, "moves", ["kind", "rows", "when", "aside"], place)
    for word in ("when", "aside"):
        yield from mistakes_of_condition(step.moves.get(word), known, f"{place}.moves.{word}")


def mistakes_of_deemed(step: Step, known: dict[str, Field], place: str) -> Iterator[Mistake]:
    if step.deemed is None:
        return
    if not kind_of(known.get(step.deemed.get("by", ""))).is_time:
        yield place, N_("deemed.by 要写前面步骤里的一个日期字段"), {}
    elif known[step.deemed["by"]].means != "due":
        yield place, N_("deemed.by 的字段要有 means = due，否则到期没有人知道"), {}
    if not all(step.deemed.get(lang) for lang in ("zh", "en")):
        yield place, N_("deemed 要有中文和英文"), {}
    yield from mistakes_of_keys(step.deemed, "deemed", ["by", "zh", "en"], place)


def mistakes_of_takes_over(
    step: Step, known: dict[str, Field], own: dict[str, Field], place: str
) -> Iterator[Mistake]:
    if step.takes_over is None:
        return
    rows = known.get(step.takes_over.get("rows", ""), Field("", "", {}))
    if "device.name" not in {child.source for child in rows.fields}:
        said = N_("takes_over.rows 要写前面步骤里的一个 repeat，里面有 from = device.name 的字段")
        yield place, said, {}
    yield from mistakes_of_keys(step.takes_over, "takes_over", ["rows", "when"], place)
    yield from mistakes_of_condition(step.takes_over.get("when"), known | own, f"{place}.takes_over.when")


def mistakes_of_keys(given: dict, word: str, keys: list[str], place: str) -> Iterator[Mistake]:
    if set(given) - set(keys):
        yield place, N_("%(word)s 只有 %(keys)s"), {"word": word, "keys": keys}


def fields_of_section(definition: Definition, section_name: str) -> tuple[Field, ...]:
    return next((s.fields for s in definition.sections if s.name == section_name), ())
