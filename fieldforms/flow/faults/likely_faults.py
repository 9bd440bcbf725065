"""Of all known faults the three that are most likely what somebody describes, at a device or while a sheet is filled."""

from collections.abc import Iterable, Sequence

from fieldforms.flow.faults.grown_faults import REMEDY_MEANINGS, SYMPTOM_MEANINGS
from fieldforms.flow.filling.draft_contexts import DraftContext
from fieldforms.flow.people.actors import Actor
from fieldforms.forms.definition import Definition, Step
from fieldforms.forms.kinds import kind_of
from fieldforms.store import scope, search
from fieldforms.store.faults import known_faults
from fieldforms.store.models import Device, KnownFault
from fieldforms.store.record import records
from fieldforms.store.register import devices

MOST_LIKELY = 3
WORDS_WEIGH = 2  # as much as having helped each time, twice
CONSIDERED = 100
MOST_DEVICES_NAMED = 20  # of a sheet, whose known faults are looked at


def described_question(definition: Definition, step: Step) -> str | None:
    """The question of this step beside which known faults are of use: where it is described what is wrong.

    "": the step says what was done about it, described it was before. None: neither.
    """
    fields = definition.fields_of(step)
    described = next((field.name for field in fields if field.means in SYMPTOM_MEANINGS), None)
    if described is None and any(field.means in REMEDY_MEANINGS for field in fields):
        return ""
    return described


def likely_faults_of_draft(actor: Actor, found: DraftContext) -> list[KnownFault]:
    answers = {**found.earlier, **found.draft.answers}
    concerned = devices_of_draft(found, answers)
    return likely_faults(faults_of_devices(actor, concerned), description_of_fault(found.definition, answers))


def devices_of_draft(found: DraftContext, answers: dict) -> list[Device]:
    """Those its answers name, and the one it was begun at; for rules: what is told of them, `faults_of_devices` asks.

    Of a report that was taken on: those it is about.
    """
    fields = found.definition.meanings.get("devices", ())
    given = (
        answers.get(field.name) or [] for field in fields if kind_of(field).fits(answers.get(field.name))
    )
    codes = list(dict.fromkeys(item["code"] for value in given for item in value))[:MOST_DEVICES_NAMED]
    named = list(devices.by_codes(scope.SYSTEM, codes, worn_only=False).values())
    begun_at = [found.device] if found.device else []
    if found.seen and not named:
        ids = tuple(id for (id,) in records.device_ids_of(found.seen.row.id))[:MOST_DEVICES_NAMED]
        named = devices.with_ids(scope.SYSTEM, ids)
    return list({device.id: device for device in (*begun_at, *named)}.values())


def description_of_fault(definition: Definition, answers: dict) -> str:
    fields = (field for means in SYMPTOM_MEANINGS for field in definition.meanings.get(means, ()))
    return " ".join(said for field in fields if isinstance(said := answers.get(field.name), str))


def faults_of_devices(actor: Actor, concerned: Iterable[Device]) -> list[KnownFault]:
    """Of their models first, then of their categories; those that helped most first."""
    models, categories = models_and_categories(concerned)
    if not models and not categories:
        return []
    return known_faults.faults_about(actor.viewer, models, categories, CONSIDERED)


def count_faults_of_device(actor: Actor, device: Device) -> int:
    return known_faults.count_about(actor.viewer, *models_and_categories([device]))


def models_and_categories(concerned: Iterable[Device]) -> tuple[tuple[int, ...], tuple[str, ...]]:
    there = list(concerned)
    models = dict.fromkeys(device.of_model_id for device in there if device.of_model_id)
    return tuple(models), tuple(dict.fromkeys(device.category for device in there if device.category))


def likely_faults(known: Sequence[KnownFault], description: str) -> list[KnownFault]:
    """What shares words with the description before what shares none, a model's before its category's; then by how many words,
    and how often it helped."""
    asked = set(search.tokens_asked_for(description))
    matched = {fault.id: share_of_words(fault, asked) for fault in known}

    def order(fault: KnownFault) -> tuple:
        likely = WORDS_WEIGH * matched[fault.id] + usefulness_of_fault(fault)
        return bool(asked) and not matched[fault.id], fault.of_model_id is None, -likely

    return sorted(known, key=order)[:MOST_LIKELY]


def share_of_words(fault: KnownFault, asked: set[str]) -> float:
    if not asked:
        return 0.0
    said = set(search.tokens_of_text(f"{fault.symptom} {fault.cause}"))
    return len(asked & said) / len(asked)


def usefulness_of_fault(fault: KnownFault) -> float:
    """How likely it helps, from 0 to 1; what nobody tried is in the middle."""
    return (fault.helped + 1) / (fault.tried + 2)
