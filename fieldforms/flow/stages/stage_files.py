"""The stages and their deliverables, read strictly from a TOML file: the package's, or the company's own."""

import re
import tomllib
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fieldforms import config
from fieldforms.errors import N_, BadStages, Mistake
from fieldforms.flow.documents.document_columns import DOCUMENT_KINDS
from fieldforms.flow.library import form_files
from fieldforms.forms import conditions, field_checks
from fieldforms.forms.definition import Definition, Text
from fieldforms.forms.loading import convert_or_note, take_known_keys
from fieldforms.forms.shapes import a_condition, a_flag, a_list_of_tables, a_text, a_word

CLIENT_PAGES = frozenset({"contacts", "rooms", "devices", "month", "year", "times"})
OURS = Path(__file__).with_name("stages.toml")
NOT_LOOKED_AT = N_("表单 %(form)s 的 %(name)s 只给一部分人看，阶段不看它")
NAME_OF_STAGE = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")  # stands in addresses


@dataclass(frozen=True)
class SheetRule:
    """A closed sheet of `form` fulfils it where its answers are as `done` says, or says that it is `not_needed`; with `paper` only
    one that took along this paper as the house issued it."""

    form: str
    done: dict | None = None
    not_needed: dict | None = None
    paper: str = ""


@dataclass(frozen=True)
class Deliverable:
    """What a stage has to yield. `document`: the kind of a document that fulfils it, "" for any. `internal`: neither clients nor
    technicians read of it, and a document put in stays inside. `paper`: the paper of the house that fulfils it once it is issued.
    `page`: of CLIENT_PAGES, where the program shows it."""

    name: str
    label: Text
    document: str = ""
    sheets: tuple[SheetRule, ...] = ()
    internal: bool = False
    paper: str = ""
    page: str = ""


@dataclass(frozen=True)
class Stage:
    """`taking_over`: a client is being taken over until this one is complete, too."""

    name: str
    label: Text
    deliverables: tuple[Deliverable, ...]
    taking_over: bool = False


FILE_SHAPE = {"stage": (None, True)}
STAGE_SHAPE = {
    "name": (a_word, True),
    "label": (a_text, True),
    "taking_over": (a_flag, False),
    "deliverable": (None, True),
}
DELIVERABLE_SHAPE = {
    "name": (a_word, True),
    "label": (a_text, True),
    "document": (a_word, False),
    "internal": (a_flag, False),
    "paper": (a_word, False),
    "page": (a_word, False),
    "sheets": (None, False),
}
SHEET_SHAPE = {
    "form": (a_word, True),
    "done": (a_condition, False),
    "not_needed": (a_condition, False),
    "paper": (a_word, False),
}


def stages_in_use() -> tuple[Stage, ...]:
    """Those of FIELDFORMS_STAGES, else the package's. Raises BadStages."""
    return read_stages(config.current.stages or OURS)


def deliverables_in_use() -> dict[str, Deliverable]:
    return {each.name: each for stage in stages_in_use() for each in stage.deliverables}


def check_stages(papers: Collection[str]) -> None:
    """At a start, what the file says counts from now on. `papers`: names of those that the house writes. Raises BadStages naming
    every mistake.

    Forms are looked into for a company's own file alone: a form of its own that stands in for one of ours, and asks
    other questions, must not keep a release from starting. What the form does not answer then fulfils nothing.
    """
    read_stages.cache_clear()
    found = stages_in_use()
    forms = form_files.readable_definitions(form_files.form_files()) if config.current.stages else {}
    wrong = list(mistakes_about_papers(found, papers))
    wrong += mistakes_about_forms(found, forms) if config.current.stages else ()
    if wrong:
        raise BadStages(wrong)


@lru_cache(maxsize=4)
def read_stages(path: Path) -> tuple[Stage, ...]:
    """Raises BadStages naming every mistake with its place."""
    mistakes: list[Mistake] = []
    stages = build_stages(data_of_file(path), path.name, mistakes)
    mistakes += [] if mistakes else mistakes_in_stages(stages, path.name)
    if mistakes:
        raise BadStages(mistakes)
    return stages


def data_of_file(path: Path) -> dict:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadStages([(path.name, N_("不是有效的 TOML：%(why)s"), {"why": str(error)})]) from error
    except OSError as error:
        raise BadStages([(path.name, N_("文件读不出来：%(why)s"), {"why": error.strerror or ""})]) from error


def build_stages(data: dict, place: str, mistakes: list[Mistake]) -> tuple[Stage, ...]:
    take_known_keys(data, place, mistakes, FILE_SHAPE)
    return tuple(build_stage(each, place, mistakes) for each in tables_of(data, "stage", place, mistakes))


def build_stage(data: dict, place: str, mistakes: list[Mistake]) -> Stage:
    place = f"{place} › {data.get('name', '?')}"
    values = take_known_keys(data, place, mistakes, STAGE_SHAPE)
    found = tables_of(data, "deliverable", place, mistakes)
    values["deliverables"] = tuple(build_deliverable(each, place, mistakes) for each in found)
    values.pop("deliverable", None)
    return Stage(**values)


def build_deliverable(data: dict, place: str, mistakes: list[Mistake]) -> Deliverable:
    place = f"{place} › {data.get('name', '?')}"
    values = take_known_keys(data, place, mistakes, DELIVERABLE_SHAPE)
    found = tables_of(data, "sheets", place, mistakes)
    values["sheets"] = tuple(
        SheetRule(**take_known_keys(each, f"{place}.sheets", mistakes, SHEET_SHAPE)) for each in found
    )
    return Deliverable(**values)


def tables_of(data: dict, key: str, place: str, mistakes: list[Mistake]) -> tuple[dict, ...]:
    found = convert_or_note(a_list_of_tables, data.get(key, []), f"{place}.{key}", mistakes)
    return found if isinstance(found, tuple) else ()


def mistakes_in_stages(stages: tuple[Stage, ...], place: str) -> Iterator[Mistake]:
    """What is well-shaped and cannot work."""
    if not stages:
        yield place, N_("至少要有一个阶段"), {}
    names = [stage.name for stage in stages]
    yield from mistakes_in_names(names, place)
    yield from mistakes_in_names([each.name for stage in stages for each in stage.deliverables], place)
    for stage in stages:
        if not stage.deliverables:
            yield f"{place} › {stage.name}", N_("阶段里至少要有一项"), {}
        for each in stage.deliverables:
            if each.document and each.document not in DOCUMENT_KINDS:
                where = f"{place} › {stage.name} › {each.name}.document"
                yield where, N_("没有这种资料：%(name)s"), {"name": each.document}
            if each.page and each.page not in CLIENT_PAGES:
                where = f"{place} › {stage.name} › {each.name}.page"
                yield where, N_("没有这一页：%(name)s"), {"name": each.page}


def mistakes_in_names(names: list[str], place: str) -> Iterator[Mistake]:
    """A deliverable that moves to another stage keeps what was said of it: so its name is the only one of all stages."""
    for name, times in Counter(names).items():
        if times > 1:
            yield f"{place} › {name}", N_("名称重复：%(name)s"), {"name": name}
        if not NAME_OF_STAGE.fullmatch(name):
            yield f"{place} › {name}", N_("name 只能用小写字母、数字、- 和 _，最多 60 个"), {}


def mistakes_about_papers(stages: tuple[Stage, ...], papers: Collection[str]) -> Iterator[Mistake]:
    for stage in stages:
        for each in stage.deliverables:
            asked = {each.paper: "paper"} | {rule.paper: "sheets" for rule in each.sheets}
            for name, where in asked.items():
                if name and name not in papers:
                    place = f"{stage.name} › {each.name}.{where}"
                    yield place, N_("没有这份报告、制度或手册：%(name)s"), {"name": name}


def mistakes_about_forms(stages: tuple[Stage, ...], forms: dict[str, Definition]) -> Iterator[Mistake]:
    """Sheets that cannot fulfil anything: no such form, or no such question in it."""
    for stage in stages:
        for each in stage.deliverables:
            for rule in each.sheets:
                place = f"{stage.name} › {each.name}.sheets"
                if rule.form not in forms:
                    yield place, N_("没有表单 %(name)s"), {"name": rule.form}
                    continue
                yield from mistakes_about_answers(rule, forms[rule.form], place)


def mistakes_about_answers(rule: SheetRule, form: Definition, place: str) -> Iterator[Mistake]:
    """A question that the form does not ask, or never answers so; or that only some may read: none of these ever fulfils it."""
    for condition in (rule.done, rule.not_needed):
        for name in (*conditions.names_in(condition), *conditions.alternatives_in(condition)):
            if name not in form.fields:
                yield place, N_("表单 %(form)s 里没有 %(name)s"), {"form": rule.form, "name": name}
            elif form.fields[name].private_to:
                yield place, NOT_LOOKED_AT, {"form": rule.form, "name": name}
        for name in conditions.names_in(condition):
            if name in form.fields:
                yield from field_checks.mistakes_of_expected(
                    (condition or {})[name], form.fields[name], place
                )
