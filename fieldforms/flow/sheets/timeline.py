"""A record's entries as a story: who did what when, how it was signed, and what changed on the way."""

from dataclasses import dataclass

from fieldforms import i18n
from fieldforms.errors import N_
from fieldforms.flow.record import folding
from fieldforms.flow.sheets import repeat_reports
from fieldforms.flow.sheets.words_of_records import ending_in_words, person_in_words
from fieldforms.forms.answers import changed_answers
from fieldforms.forms.definition import Definition, Step
from fieldforms.forms.kinds import KINDS
from fieldforms.store import clock
from fieldforms.store.record import records

CLOCKS_AGREE = 2 * clock.MINUTE
WAY_WORDS = {
    "account": N_("用自己的账号"),
    "handed_over": N_("在技术员的手机上"),
    "handed_over_offline": N_("在技术员的手机上，当时没有网络，联网后才送到"),
    "link": N_("通过链接，在自己的手机上"),
    "staff_link": N_("通过链接，在公司人员登录过的浏览器里"),
    "public": N_("在设备页上，没有账号"),
    "itself": N_("到期自动"),
}
METHOD_WORDS = {"drawn": N_("手写签字"), "typed": N_("键入姓名签字"), "paper": N_("签在纸质单据上")}
EVIDENCE_LABELS = {
    "address": N_("网络地址"),
    "device": N_("设备"),
    "agent": N_("浏览器"),
    "handed_over_by": N_("交出手机的人"),
    "browser_of": N_("这个浏览器登录过的人"),
}
FACT_LABELS = {
    "signer": N_("签字人"),
    "signature": N_("签字"),
    "consent": N_("同意的内容"),
    "actor": N_("填写人"),
    "deputy_for": N_("代谁填写"),
    "reason": N_("原因"),
    "paper": N_("纸质单据照片"),
    "missing_photos": N_("没传上的照片"),
    "evidence": N_("网络地址与设备"),
}


@dataclass(frozen=True)
class Change:
    """One answer before and after, in words."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Event:
    """One entry. Times are UTC ms; `phone_at` only when the phone's clock differs by more than two minutes.

    `minutes`: by how much, positive when the phone is ahead. `report`: what a further reporter wrote.
    """

    sealed: records.Sealed
    step: str
    outcome: str
    who: str
    at: int
    phone_at: int | None
    minutes: int
    way: str
    method: str
    reason: str
    consent: str
    consent_version: str
    evidence: tuple[tuple[str, str], ...]
    paper: tuple[str, ...]  # digests of the photos of what was filled or signed by hand
    missing_photos: int  # that the person went on without
    changes: tuple[Change, ...]
    report: repeat_reports.RepeatReport | None


def events_of_record(seen: records.Seen, lang: str) -> list[Event]:
    """The record's entries, oldest first, in words; where from only for who may look into it."""
    told: list[Event] = []
    latest: dict[str, records.Sealed] = {}
    for entry in seen.entries:
        before = latest.get(entry.step) if entry.outcome == folding.DONE else None
        told.append(event_of_entry(seen, entry, before, lang))
        if entry.outcome == folding.DONE:
            latest[entry.step] = entry
    return told


def event_of_entry(
    seen: records.Seen, entry: records.Sealed, before: records.Sealed | None, lang: str
) -> Event:
    facts = entry.facts
    evidence, consent = facts.get("evidence") or {}, facts.get("consent") or {}
    step = seen.definition.step(entry.step)
    phone = entry.payload.get("phone_at")
    apart = phone - entry.row.sealed_at if phone else 0
    changes = differing_answers(seen.definition, before.answers, entry.answers, lang) if before else ()
    return Event(
        sealed=entry,
        step=i18n.pick(step.label, lang) if step else entry.step,
        outcome=i18n.gettext(ending_in_words(step, entry.outcome), lang),
        who=person_in_words(facts, lang),
        at=entry.row.sealed_at,
        phone_at=phone if abs(apart) > CLOCKS_AGREE else None,
        minutes=round(apart / clock.MINUTE),
        way=i18n.gettext(WAY_WORDS.get(entry.payload.get("way", ""), ""), lang),
        method=i18n.gettext(METHOD_WORDS.get((facts.get("signature") or {}).get("method", ""), ""), lang),
        reason=facts.get("reason") or "",
        consent=consent.get(consent.get("shown_in") or lang) or i18n.pick(consent, lang) if consent else "",
        consent_version=consent.get("version", ""),
        evidence=tuple(evidence_in_words(evidence, lang)),
        paper=tuple(facts.get("paper") or ()),
        missing_photos=facts.get("missing_photos") or 0,
        changes=tuple(changes),
        report=repeat_reports.report_of_entry(seen.definition, entry, lang)
        if entry.outcome == folding.MERGED
        else None,
    )


def evidence_in_words(evidence: dict, lang: str):
    for name, label in EVIDENCE_LABELS.items():
        if evidence.get(name):
            yield i18n.gettext(label, lang), evidence[name]


def differing_answers(definition: Definition, before: dict, after: dict, lang: str) -> list[Change]:
    """What differs between two sets of answers, as far as both were read by this viewer."""
    said = {name: value for name, value in before.items() if value is not None}
    says = {name: value for name, value in after.items() if value is not None}
    return [
        Change(
            i18n.pick(field.label, lang), answer_in_words(field, old, lang), answer_in_words(field, new, lang)
        )
        for field, old, new in changed_answers(definition, said, says)
    ]


def answer_in_words(field, value, lang: str) -> str:
    """An answer in one line; — for none."""
    kind = KINDS[field.type]
    return kind.text(value, field, lang) if kind.is_answered(value) else "—"


def changes_by_answers(
    definition: Definition, step: Step, answers: dict, superseded: records.Seen | None, lang: str
) -> list[Change]:
    """What these answers to a step say otherwise than the sheet they correct."""
    if superseded is None:
        return []
    asked = {field.name for field in definition.fields_of(step)}
    then = folding.fold_entries(superseded.definition, superseded.entries).answers
    return differing_answers(definition, {name: then[name] for name in asked & then.keys()}, answers, lang)


def changes_by_record(seen: records.Seen, superseded: records.Seen | None, lang: str) -> list[Change]:
    """What a correcting record says otherwise, in the steps that it has gone through again."""
    if superseded is None:
        return []
    now = folding.fold_entries(seen.definition, seen.entries)
    then = folding.fold_entries(superseded.definition, superseded.entries)
    asked = {field.name for step in seen.definition.steps if step.name in now.standing | now.redone
             for field in seen.definition.fields_of(step)}  # fmt: skip
    before = {name: value for name, value in then.answers.items() if name in asked}
    return differing_answers(seen.definition, before, now.told_answers, lang)


UNSIGNED_YET, UNFINISHED_YET = N_("尚未签字"), N_("尚未完成")
BEGUN = N_("正在更正（%(number)s，%(lacks)s）。")
UNSIGNED_CORRECTION = N_("更正单 %(number)s 未经客户签字，没有取代这张单。")
PAPER_CORRECTION = N_("更正单 %(number)s 是纸质签字的，审阅通过后才取代这张单。")
CORRECTED = N_("本单已由 %(number)s 更正。")


@dataclass(frozen=True)
class Correction:
    """The sheet that corrects another one, and what it is to that one: `state` is begun, unsigned, on_paper or in_place."""

    number: str
    state: str
    sentence: str


def correction_of_record(seen: records.Seen, lang: str) -> Correction | None:
    """Until its correction is signed, or complete where nobody signs, a sheet isn't corrected (flow/record/supersession.py)."""
    by = seen.row.superseded_by or seen.row.corrected_by
    if not by:
        return None
    if seen.row.superseded_by:
        state, message = "in_place", CORRECTED
    else:
        state, message = state_of_correction(*records.state_and_outcome(by))
    signs = any(step.sign for step in seen.definition.steps)
    lacks = i18n.gettext(UNSIGNED_YET if signs else UNFINISHED_YET, lang)
    return Correction(by, state, i18n.gettext(message, lang, number=by, lacks=lacks))


def state_of_correction(state: str, outcome: str) -> tuple[str, str]:
    """(`Correction.state`, message id) of one that took no place yet."""
    if state == "open":
        return "begun", BEGUN
    return ("on_paper", PAPER_CORRECTION) if outcome == folding.PAPER else ("unsigned", UNSIGNED_CORRECTION)


def erasable_values(seen: records.Seen, entry: records.Sealed, lang: str) -> list[tuple[str, str, str]]:
    """(name, label, value in words) of what an entry says and may be asked to forget. Values out of sight stay so."""
    found = []
    for name, value in entry.answers.items():
        field = seen.definition.fields.get(name)
        if field and KINDS[field.type].is_answered(value):
            found.append(
                (
                    records.ANSWER_CLAIM + name,
                    i18n.pick(field.label, lang),
                    answer_in_words(field, value, lang),
                )
            )
    for name in sorted(entry.withheld):
        field = seen.definition.fields.get(name.removeprefix(records.ANSWER_CLAIM))
        found.append((name, i18n.pick(field.label, lang) if field else name, ""))
    for name, label in FACT_LABELS.items():
        if entry.facts.get(name):
            value = entry.facts[name] if isinstance(entry.facts[name], str) else ""
            found.append((name, i18n.gettext(label, lang), value))
    return found
