"""A closed sheet becomes a known fault: what it says of symptom, cause and remedy, without its client, rooms and people."""

from collections.abc import Mapping
from dataclasses import dataclass

from fieldforms.errors import ConfidentialSource, NothingToLearn, Problem
from fieldforms.flow.completing.record_access import record_by_number
from fieldforms.flow.faults import known_faults
from fieldforms.flow.faults.told_names import ToldName, names_of_clients, names_of_sheet, text_without_names
from fieldforms.flow.form_input import Input
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import folding
from fieldforms.flow.register import register_columns
from fieldforms.flow.register.devices import devices_reached
from fieldforms.flow.sheets import record_sheets
from fieldforms.forms.definition import Definition
from fieldforms.forms.kinds import KINDS
from fieldforms.store import scope
from fieldforms.store.models import Device, KnownFault
from fieldforms.store.record import records
from fieldforms.store.register import clients, device_models

# What a field means that says what is wrong, why, and what was done: the last answered one holds.
SYMPTOM_MEANINGS = ("symptom", "request")
CAUSE_MEANINGS = ("fault_class",)
REMEDY_MEANINGS = ("remedy", "solution")


@dataclass(frozen=True)
class Growth:
    """A sheet as the form about it begins. `subjects`: as known_faults.subjects_to_choose; `photos`: digests, none of a confidential
    sheet; `is_changed`: names were taken out of the texts."""

    seen: records.Seen
    subjects: dict[str, str]
    texts: dict[str, str]
    names: list[ToldName]
    photos: list[str]
    is_changed: bool

    @property
    def table(self) -> dict[str, Input]:
        return known_faults.table_of_form(self.subjects, self.photos)


def tells_of_faults(definition: Definition) -> bool:
    """Does a form say what was wrong, and what was done about it?"""
    return any(map(definition.meaning, SYMPTOM_MEANINGS)) and any(map(definition.meaning, REMEDY_MEANINGS))


def refusal_to_grow(actor: Actor, seen: records.Seen) -> Problem | None:
    """Why nothing can be learnt from a sheet by this person."""
    if not tells_of_faults(seen.definition) or seen.row.state != "closed" or not seen.row.in_force:
        return NothingToLearn()
    if seen.row.confidential and not actor.viewer.confidential:
        return ConfidentialSource()
    return None


def may_grow(actor: Actor, seen: records.Seen) -> bool:
    """Is it offered on the sheet's page? (There a confidential sheet says why not.)"""
    writes = actor.viewer.role in known_faults.FAULT_WRITERS
    return writes and not isinstance(refusal_to_grow(actor, seen), NothingToLearn)


def sheet_to_grow(actor: Actor, number: str) -> records.Seen:
    """Raises NotFound, NotAllowed, NothingToLearn, ConfidentialSource."""
    actor.needs(*known_faults.FAULT_WRITERS)
    seen = record_by_number(actor, number)
    if refused := refusal_to_grow(actor, seen):
        raise refused
    return seen


def growth_of_sheet(actor: Actor, number: str, lang: str) -> Growth:
    """Raises as `sheet_to_grow`."""
    seen = sheet_to_grow(actor, number)
    said, names = texts_of_sheet(seen, lang), names_of_sheet(seen)
    texts = {name: text_without_names(text, names, lang) for name, text in said.items()}
    subjects = subjects_of_sheet(actor, seen, lang)
    photos = [] if seen.row.confidential else list(dict.fromkeys(record_sheets.photo_digests(seen)))
    texts["about"] = next(iter(subjects), "")
    return Growth(
        seen, subjects, texts, names, photos, any(texts[name] != text for name, text in said.items())
    )


def grow_fault(actor: Actor, number: str, given: Mapping[str, str], lang: str) -> KnownFault:
    """Raises as `sheet_to_grow`, and Invalid."""
    growth = growth_of_sheet(actor, number, lang)
    others = names_of_clients(clients.ever_seen_by(actor.viewer))
    values = known_faults.read_form(growth.table, given, [*growth.names, *others])
    return known_faults.add_fault(actor, values, growth.seen.row.number)


def texts_of_sheet(seen: records.Seen, lang: str) -> dict[str, str]:
    answers = folding.fold_entries(seen.definition, seen.entries).told_answers
    meanings = {"symptom": SYMPTOM_MEANINGS, "cause": CAUSE_MEANINGS, "remedy": REMEDY_MEANINGS}
    return {name: last_said(seen.definition, answers, each, lang) for name, each in meanings.items()}


def last_said(definition: Definition, answers: dict, meanings: tuple[str, ...], lang: str) -> str:
    fields = (field for means in meanings for field in definition.meanings.get(means, ()))
    kinds = ((field, KINDS[field.type], answers.get(field.name)) for field in fields)
    said = [kind.text(value, field, lang) for field, kind, value in kinds if kind.is_answered(value)]
    return said[-1] if said else ""


def subjects_of_sheet(actor: Actor, seen: records.Seen, lang: str) -> dict[str, str]:
    """The models of its devices and their categories; of a sheet about none, any category."""
    devices = devices_of_sheet(actor, seen)
    models = device_models.models_with_ids(tuple({each.of_model_id for each in devices if each.of_model_id}))
    categories = list(dict.fromkeys(each.category for each in devices if each.category))
    return known_faults.subjects_to_choose(models, categories or register_columns.CATEGORIES, lang)


def devices_of_sheet(actor: Actor, seen: records.Seen) -> list[Device]:
    return devices_reached(actor, tuple(id for (id,) in records.device_ids_of(seen.row.id)))


def names_of_source(fault: KnownFault) -> list[ToldName]:
    """Those that the sheet knows from which it grew, whoever may read that."""
    seen = records.by_number(scope.SYSTEM, fault.record) if fault.record else None
    return names_of_sheet(seen) if seen else []
