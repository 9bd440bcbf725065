"""Numbers that "the rest is normal" may take, and the counts that scanned devices give. Invents none (forms.md §2)."""

from collections import Counter
from typing import cast

from fieldforms.flow.documents import configurations
from fieldforms.flow.documents.configurations import SavedConfiguration
from fieldforms.flow.filling.draft_contexts import DraftContext
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register import technical_words
from fieldforms.forms.answers import AnswerWorld
from fieldforms.forms.definition import Field
from fieldforms.forms.kinds import KINDS
from fieldforms.forms.kinds.checklist import CheckItem
from fieldforms.store import scope
from fieldforms.store.models import Device
from fieldforms.store.record import records
from fieldforms.store.register import devices

DEVICES, LAST = "devices", "last"


def scanned_by_category(found: DraftContext, answers: dict) -> Counter:
    """How many scanned devices there are of each category."""
    fields = found.definition.meanings.get("devices", ())
    given = [device for field in fields for device in answers.get(field.name) or ()]
    return Counter(device.get("category") for device in given)


def suggested_counts(found: DraftContext, answers: dict) -> dict[str, dict]:
    """Field name → {"count", "source"}: from the scanned devices where a count is a number of devices, else from the
    last report about the same device."""
    counted = [field for field in found.definition.fields_of(found.step) if field.counts]
    if not counted:
        return {}
    by_category, last = scanned_by_category(found, answers), last_answers(found)
    numbers = {}
    for field in counted:
        count = sum(by_category[category] for category in field.category)
        if count:
            numbers[field.name] = {"count": count, "source": DEVICES}
        elif first_count(last.get(field.name)) is not None:
            numbers[field.name] = {"count": first_count(last[field.name]), "source": LAST}
    return numbers


def last_answers(found: DraftContext) -> dict:
    device = found.device
    if device is None:
        return {}
    for row in records.of_device(scope.SYSTEM, device, 20):
        if row.key == found.definition.key and row.state == "closed":
            seen = records.record_in_full(row.uuid)
            return {name: value for entry in seen.entries for name, value in entry.answers.items()}
    return {}


def first_count(value) -> int | None:
    counts = value.get("counts") if isinstance(value, dict) else None
    return counts[0] if counts and isinstance(counts[0], int) else None


def fill_counts_from_devices(found: DraftContext, answers: dict) -> dict:
    """Blank counts filled from the scanned devices: what scripts do while scanning, for a page without them."""
    filled = dict(answers)
    by_category = scanned_by_category(found, answers)
    for field in found.definition.fields_of(found.step):
        count = sum(by_category[category] for category in field.category) if field.counts else 0
        if count and not filled.get(field.name):
            filled[field.name] = {"counts": [count, None]}
    return filled


def mark_rest_normal(found: DraftContext, answers: dict) -> dict:
    """ "The rest is normal" for a page without scripts: blanks only, numbers from devices or the last report, none invented."""
    numbers = suggested_counts(found, answers)
    filled = dict(answers)
    for field in open_items(found, answers):
        item = cast(CheckItem, KINDS[field.type])
        normal = item.normal_answer(answers.get(field.name), numbers.get(field.name, {}).get("count"))
        if normal:
            filled[field.name] = normal
    return filled


def mark_rest_not_applicable(found: DraftContext, answers: dict) -> dict:
    """What nobody has begun to answer does not apply."""
    blank = (field for field in open_items(found, answers) if not answers.get(field.name))
    return answers | {field.name: {"not_applicable": True, "bulk": True} for field in blank}


def undo_bulk(found: DraftContext, answers: dict) -> dict:
    """Without what either of the two has filled in."""
    return {
        name: value for name, value in answers.items() if not (isinstance(value, dict) and value.get("bulk"))
    }


def open_items(found: DraftContext, answers: dict) -> list[Field]:
    """The step's check items that are asked and not wholly answered."""
    world = AnswerWorld(found.definition, {**found.earlier, **answers})
    context = {"answers": world.answers, "fields": world.fields, "now": ""}
    items = [
        field for field in world.questions_of_step(found.step) if isinstance(KINDS[field.type], CheckItem)
    ]
    return [
        field
        for field in items
        if field.name in found.definition.fields
        and not (
            KINDS[field.type].is_answered(answers.get(field.name))
            and not list(KINDS[field.type].check(answers[field.name], field, context))
        )
    ]


def devices_to_back_up(found: DraftContext, answers: dict) -> list[Device]:
    """The scanned ones, for a step that asks about configuration backups."""
    if not any(field.backups for field in found.definition.fields_of(found.step)):
        return []
    fields: tuple[Field, ...] = found.definition.meanings.get("devices", ())
    codes = [device["code"] for field in fields for device in answers.get(field.name) or ()]
    return list(devices.by_codes(scope.SYSTEM, codes).values())


def backups_of_scanned(actor: Actor, scanned: list[Device]) -> list[SavedConfiguration]:
    """Newest first. That those of a confidential room are shown is written down."""
    found = configurations.configurations_of_devices(actor.viewer, scanned) if scanned else []
    technical_words.note_readings(actor, [each.device for each in found])
    return found
