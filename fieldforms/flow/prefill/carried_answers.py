"""What a sheet takes over from the one it follows: places and answers, as far as its reader may know them."""

from fieldforms import i18n
from fieldforms.errors import NotFound
from fieldforms.flow.record import folding, projection
from fieldforms.flow.register.answer_sources import device_as_answered
from fieldforms.forms import conditions
from fieldforms.forms.definition import Definition, Field, Opens, Step
from fieldforms.forms.kinds import KINDS, kind_of
from fieldforms.store import scope
from fieldforms.store.filling import drafts
from fieldforms.store.models import Device
from fieldforms.store.record import records
from fieldforms.store.register import devices

LANGUAGE = "zh"  # what is carried in words is sealed in one language: the company's


def record_followed(viewer: scope.Viewer, origin: dict) -> records.Seen | None:
    """The record that `origin` ({"follows": number, …}) says it follows. Raises NotFound for one out of scope."""
    if not origin.get("follows"):
        return None
    seen = records.by_number(viewer, origin["follows"])
    if seen is None:
        raise NotFound
    return seen


def opening_of_form(seen: records.Seen, form: str) -> Opens | None:
    """How this record opens that form, if it does: of several ways the one whose condition holds."""
    answers = folding.fold_entries(seen.definition, seen.entries).answers
    ways = [opens for opens in seen.definition.opens if opens.form == form]
    holding = [opens for opens in ways if conditions.is_relevant(opens.relevant, answers)]
    return next(iter([*holding, *ways]), None)


def answers_carried_over(viewer: scope.Viewer, origin: dict, definition: Definition, step: Step) -> dict:
    """The answers a following sheet starts with. Raises NotFound."""
    seen = record_followed(viewer, origin)
    if seen is None:
        return {}
    opens = opening_of_form(seen, definition.key)
    if opens is None:
        raise NotFound
    targets = {field.name: field for field in definition.fields_of(step)}
    values = {name: value for name, value in opens.given.items() if name in targets}
    values |= {
        name: carried_answer(seen, opens, targets[name], source)
        for name, source in opens.carry.items()
        if name in targets
    }
    return {name: value for name, value in values.items() if conditions.is_filled(value)}


def carried_answer(seen: records.Seen, opens: Opens, target: Field, source: str):
    """A field's answer as it is where the kinds agree, else in words."""
    if source in WORD_SOURCES:
        return WORD_SOURCES[source](seen)
    field = seen.definition.fields[source]
    value = folding.fold_entries(seen.definition, seen.entries).answers.get(source)
    if opens.unsettled and kind_of(field).refers == "device":
        value = devices_concerned(seen, value or [])
    if kind_of(field) is kind_of(target) or not KINDS[field.type].is_answered(value):
        return value
    return KINDS[field.type].text(value, field, LANGUAGE) if kind_of(target).in_words else None


def devices_concerned(seen: records.Seen, scanned: list[dict]) -> list[dict]:
    """Of the scanned devices those that the unsettled items are about, by their categories.

    Where none is of them: the device whose label the sheet was begun at, if any. A form whose items name no
    categories asks for nothing but what is abnormal: then all.
    """
    if not any(field.category for field in seen.definition.fields.values()):
        return scanned
    named = {category for field, _value in unsettled_fields(seen) for category in field.category}
    found = [device for device in scanned if device.get("category") in named]
    return found or starting_device_as_answered(seen)


def starting_device_as_answered(seen: records.Seen) -> list[dict]:
    """The device at which the sheet was begun, as an answer names it; nothing of one begun elsewhere."""
    origin = drafts.origin_of(seen.row.uuid)
    device = devices.get_device(scope.SYSTEM, origin["device"]) if origin.get("device") else None
    code = devices.code_of(device) if device else ""
    return [device_as_answered(device, code)] if device and code else []


def device_unsettled_at(seen: records.Seen) -> Device | None:
    """The device a sheet about unsettled items starts at; none where they are only known to be in the room."""
    scanned = (
        projection.standing_answer(
            seen.definition, folding.fold_entries(seen.definition, seen.entries), "devices"
        )
        or []
    )
    codes = [each["code"] for each in devices_concerned(seen, scanned)]
    known = devices.by_codes(scope.SYSTEM, codes, worn_only=False)
    return next((known[code] for code in codes if code in known), None)


def unsettled_in_words(seen: records.Seen) -> str:
    """What is abnormal and was not dealt with, a line each: as somebody put it, and in brackets what was asked."""
    lines = []
    for field, value in unsettled_fields(seen):
        kind, label = KINDS[field.type], i18n.pick(field.label, LANGUAGE)
        note = kind.note(value)
        lines.append(f"{note}（{label}）" if note else f"{label}：{kind.text(value, field, LANGUAGE)}")
    return "\n".join(lines)


def unsettled_answers(seen: records.Seen, lang: str) -> list[tuple[str, str]]:
    """(label, what was said) of each answer that names something nobody could deal with."""
    return [
        (i18n.pick(field.label, lang), KINDS[field.type].text(value, field, lang))
        for field, value in unsettled_fields(seen)
    ]


def unsettled_fields(seen: records.Seen) -> list[tuple[Field, object]]:
    answers = folding.fold_entries(seen.definition, seen.entries).told_answers
    asked = [(field, answers[name]) for name, field in seen.definition.fields.items() if name in answers]
    return [(field, value) for field, value in asked if KINDS[field.type].is_unsettled(value, field)]


def summary_of_record(seen: records.Seen) -> str:
    return projection.summary_in_words(seen.definition, folding.fold_entries(seen.definition, seen.entries))


WORD_SOURCES = {
    "unsettled": unsettled_in_words,
    "number": lambda seen: seen.row.number,
    "summary": summary_of_record,
}
