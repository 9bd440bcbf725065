"""A seen record as the sheet that pages and PDFs draw, and the copy of it that carries its seals."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from fieldforms import config, i18n
from fieldforms.errors import N_
from fieldforms.flow import local_time
from fieldforms.flow.calendar import holidays
from fieldforms.flow.record import approvals, folding, signatures, signer_words
from fieldforms.flow.seals import jws, sdjwt, signing_keys
from fieldforms.flow.sheets import checklist_words, timeline, words_of_records
from fieldforms.forms.definition import Definition, Field, Step
from fieldforms.forms.faces import Face
from fieldforms.forms.kinds import KINDS
from fieldforms.paper.sheet import Block, Sheet, Signing, Stamp, blocks_of_form
from fieldforms.store import clock
from fieldforms.store.models import Record
from fieldforms.store.record import records

OUTCOMES_ON_SHEET = {
    folding.DONE: "",
    folding.RETURNED: N_("已退回"),
    folding.REFUSED: N_("客户拒绝签字"),
    folding.ABSENT: N_("客户不在场，未签字"),
    folding.PAPER: N_("已在纸质单据上签字"),
    folding.CANCELLED: N_("已取消"),
    folding.ERASED: N_("删除了个人信息"),
    folding.MERGED: N_("并入的报修"),
    folding.DEEMED: N_("到期未回复"),
}


def sheet_of_record(seen: records.Seen, lang: str, url: str = "") -> Sheet:
    """The whole record as it stands now. `url`: this installation's origin, for the verify address."""
    fold = folding.fold_entries(seen.definition, seen.entries)
    withheld = withheld_fields(seen)
    drawn = draft_sheet(seen.definition, fold.told_answers, lang, withheld)
    newest = seen.entries[-1].row.digest
    return replace(
        drawn,
        blocks=tuple(mark_redone_blocks(drawn.blocks, seen.definition, fold, lang)),
        number=seen.row.number,
        signings=tuple(
            signing_of_step(seen, step, fold, lang) for step in seen.definition.steps if step.sign
        ),
        stamps=tuple(stamps_of_approvals(seen.definition, fold, lang)),
        notices=tuple(notices_of_sheet(seen, fold, withheld, lang)),
        footer=tuple(footer_of_sheet(seen, lang)),
        verify_url=f"{url}/v/{newest}" if url else "",
    )


BEFORE_RETURN = N_("退回重做：以下是退回前的内容")
BEFORE_CANCELLED = N_("以下是退回前的内容")


def mark_redone_blocks(
    drawn: Iterable[Block], definition: Definition, fold: folding.Fold, lang: str
) -> Iterator[Block]:
    """Each step that went back says so above the first of its blocks that is drawn."""
    to_mark = {name: definition.step(name).sections for name in fold.redone}
    sentence = BEFORE_RETURN if fold.turn else BEFORE_CANCELLED
    for block in drawn:
        name = next((name for name, sections in to_mark.items() if block.name in sections), "")
        if name and block.rows and not block.off_sheet:
            del to_mark[name]
            yield replace(block, mark=i18n.gettext(sentence, lang))
        else:
            yield block


def draft_sheet(definition: Definition, answers: dict, lang: str, withheld=frozenset()) -> Sheet:
    """A sheet of mere answers: the check page, and the blank form."""
    return Sheet(
        title=i18n.pick(definition.label, lang),
        number="",
        number_label=i18n.pick(definition.number_label, lang) or i18n.gettext("编号", lang),
        lang=lang,
        company=config.current.company_name(lang),
        blocks=blocks_of_form(definition, answers, lang, withheld),
    )


IN_PLAIN_WORDS = ("request", "solution", "result", "not_completed_reason", "summary", "remarks")


def answers_in_plain_words(seen: records.Seen, lang: str) -> list[tuple[str, str]]:
    """What was done, for the client: (label, text) of the answers that say it, in the sheet's order; where nobody wrote a
    summary, what the checklist says."""
    found = [
        (field.means, label, text)
        for field, label, text in answered_fields_in_words(seen, lang)
        if field.means in IN_PLAIN_WORDS
    ]
    summary = seen.definition.meaning("summary")
    if summary and all(means != "summary" for means, _label, _text in found):
        answers = folding.fold_entries(seen.definition, seen.entries).answers
        told = checklist_words.checklist_in_words(seen.definition, answers, lang)
        found += [("summary", i18n.pick(summary.label, lang), told)] if told else []
    return [(label, text) for _means, label, text in found]


def answers_in_words(seen: records.Seen, lang: str) -> list[tuple[str, str]]:
    """All that was said, for who decides on it: (label, text), in the sheet's order."""
    return [(label, text) for _field, label, text in answered_fields_in_words(seen, lang)]


def answered_fields_in_words(seen: records.Seen, lang: str) -> Iterator[tuple[Field, str, str]]:
    """(field, label, text) of what is answered and can be said in words."""
    answers = folding.fold_entries(seen.definition, seen.entries).answers
    for field in seen.definition.fields.values():
        kind, value = KINDS[field.type], answers.get(field.name)
        if kind.is_answered(value) and (text := kind.text(value, field, lang)):
            yield field, i18n.pick(field.label, lang), text


def withheld_fields(seen: records.Seen) -> frozenset[str]:
    """Fields that this viewer's copy leaves out: an empty box would only make them guess."""
    names = {
        name for entry in seen.entries for name in entry.withheld if name.startswith(records.ANSWER_CLAIM)
    }
    return frozenset(name.removeprefix(records.ANSWER_CLAIM) for name in names)


def signing_of_step(seen: records.Seen, step: Step, fold: folding.Fold, lang: str) -> Signing:
    """How a step was signed; while what its signer sent back is done again, that it was sent back."""
    entry = fold.standing.get(step.name) or sent_back_by(seen, step, fold)
    label, after = i18n.pick(step.sign, lang), last_section(seen.definition, step)
    if entry is None:
        return Signing(label=label, outcome="", outcome_label="", after=after)
    at = entry.payload.get("phone_at") or entry.row.sealed_at
    tz = config.current.tz
    return Signing(
        label=label,
        outcome=entry.outcome,
        outcome_label=i18n.gettext(
            signer_words.ending_without_approval(step, entry.outcome) or OUTCOMES_ON_SHEET[entry.outcome],
            lang,
        ),
        signer=entry.facts.get("signer") or "",
        method=(entry.facts.get("signature") or {}).get("method", ""),
        strokes=tuple(signatures.strokes_of(entry)),
        date=i18n.format_date(at, lang, tz),
        sealed=i18n.format_time(entry.row.sealed_at, lang, tz),
        reason=entry.facts.get("reason") or "",
        after=after,
        photos=tuple(entry.facts.get("paper") or ()),
    )


def sent_back_by(seen: records.Seen, step: Step, fold: folding.Fold) -> records.Sealed | None:
    """The entry by which this step's own signer sent the sheet back, until it is done again."""
    entry = entry_that_sent_back(seen, fold)
    return entry if entry and entry.step == step.name and not folding.is_recall(step, entry) else None


def entry_that_sent_back(seen: records.Seen, fold: folding.Fold) -> records.Sealed | None:
    """The entry that sent back what is being done again."""
    if not fold.redone or fold.turn is None:
        return None
    return next((entry for entry in reversed(seen.entries) if entry.outcome == folding.RETURNED), None)


def last_section(definition: Definition, step: Step) -> str:
    """Where a step stands on the sheet: under its own last section, else under the last one filled before it."""
    before = definition.steps[: definition.steps.index(step) + 1]
    return next((each.sections[-1] for each in reversed(before) if each.sections), "")


def stamps_of_approvals(definition: Definition, fold: folding.Fold, lang: str):
    """Who approved, issued, took note. The company's two main sheets have no such line: the client's part ends them."""
    if any(section.layout == "acceptance" for section in definition.sections):
        return
    for step in definition.steps:
        entry = fold.standing.get(step.name)
        if entry is None or step.sign or not step.sections:
            continue
        name = words_of_records.person_in_words(entry.facts, lang)
        if name:
            at = i18n.format_time(entry.row.sealed_at, lang, config.current.tz)
            text = i18n.gettext(STAMP, lang, step=i18n.pick(step.label, lang), name=name, at=at)
            yield Stamp(step.sections[-1], text)


STAMP = N_("%(step)s：%(name)s　%(at)s")


def notices_of_sheet(seen: records.Seen, fold: folding.Fold, withheld: frozenset[str], lang: str):
    def say(message, **values):
        return i18n.gettext(message, lang, **values)

    if seen.row.confidential:
        yield say(N_("涉密，请妥善保管。"))
    if fold.state == "cancelled":
        yield say(N_("本单已取消：%(reason)s"), reason=seen.entries[-1].facts.get("reason") or "")
    if correction := timeline.correction_of_record(seen, lang):
        yield correction.sentence
    if seen.row.supersedes:
        yield say(corrects_in_words(seen.row), number=seen.row.supersedes)
    if back := entry_that_sent_back(seen, fold):
        yield say(N_("退回：%(reason)s"), reason=back.facts.get("reason") or "")
    for step in approvals.late_approvals(seen, fold):
        yield say(N_("事后批准：%(step)s"), step=i18n.pick(step.label, lang))
    if fold.turn and approvals.has_begun(fold.turn, fold.answers, clock.now()):
        yield say(N_("要批的事已经开始，现在批准属于事后批准。"))
    if day := day_that_is_no_holiday(seen.definition, fold.told_answers):
        yield say(N_("按日历，%(day)s不是法定节假日。"), day=i18n.format_date(day.isoformat(), lang))
    for step in seen.definition.steps:
        if step.name in fold.standing and fold.standing[step.name].outcome == folding.DEEMED:
            yield i18n.pick(step.deemed, lang)
    if fold.is_unsigned and fold.turn:
        yield say(N_("尚未签字。"))
    if withheld - seen.definition.off_sheet:
        yield say(N_("此副本不含客户评价。"))
    if any(entry.erased for entry in seen.entries):
        yield say(N_("部分个人信息已删除。"))


PUBLIC_HOLIDAY = "public_holiday"


def day_that_is_no_holiday(definition: Definition, answers: dict) -> date | None:
    """The day that a sheet calls a public holiday, and the calendar doesn't; None where it cannot know, too."""
    kind, begins = definition.meaning("day_kind"), definition.meaning("starts_at")
    if kind is None or begins is None or answers.get(kind.name) != PUBLIC_HOLIDAY:
        return None
    day = local_time.as_day(str(answers.get(begins.name) or "")[:10])
    known = day and holidays.KNOWN_FROM <= day.year <= holidays.KNOWN_UNTIL
    special = holidays.Calendar().special_day(day) if day else None
    return day if (known and special is None) or (special and special.works) else None


def corrects_in_words(row: Record) -> str:
    """A message id: what a correction is to the sheet that it corrects."""
    if row.state != "closed" or row.in_force or row.superseded_by:
        return N_("本单更正 %(number)s。")
    if row.outcome == folding.PAPER:
        return N_("本单更正 %(number)s，是纸质签字的，审阅通过后才取代它。")
    return N_("本单更正 %(number)s，未经客户签字，没有取代它。")


def footer_of_sheet(seen: records.Seen, lang: str):
    yield fingerprint_in_words(seen.entries[-1].row.jwt, lang)
    yield i18n.gettext(
        "表单版本 %(version)s · 封存摘要 %(digest)s",
        lang,
        version=seen.definition.digest[:12],
        digest=seen.entries[-1].row.digest,
    )


def fingerprint_in_words(jwt: str, lang: str) -> str:
    """Of the key that sealed it; of one that isn't ours the paper says so."""
    jwks = signing_keys.trust_in_keys().known_keys
    try:
        print = sdjwt.fingerprint(jwks[sdjwt.signing_kid(jwt)])
    except (KeyError, jws.Broken):
        return i18n.gettext("签章密钥不是我们的，请不要依据这张单。", lang)
    return i18n.gettext("签章公钥指纹 %(print)s", lang, print=print)


def record_json(seen: records.Seen) -> bytes:
    """record.json inside the PDF: the keys and the entries this copy may show (docs/seals.md)."""
    entries = [sdjwt.presentation(entry.row.jwt, list(entry.disclosures)) for entry in seen.entries]
    published = signing_keys.published_jwks()
    jwks = {"keys": published["keys"] + published["unendorsed"]}
    content = {"jwks": jwks, "endorsements": published["endorsements"], "entries": entries}
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def photo_digests(seen: records.Seen) -> list[str]:
    """Digests of all photos the sheet's answers name."""
    paper = [digest for entry in seen.entries for digest in entry.facts.get("paper") or ()]
    return [digest for face in faces_of_answers(seen) for digest in face.photos] + paper


def document_digests(seen: records.Seen) -> list[str]:
    """Digests of all documents the sheet's answers name."""
    return [digest for face in faces_of_answers(seen) for digest in face.documents]


def documents_by_label(seen: records.Seen, lang: str) -> list[tuple[str, tuple[str, ...]]]:
    """(label, digests) of the questions that documents answer, as far as this viewer reads them."""
    answers = folding.fold_entries(seen.definition, seen.entries).told_answers
    found = (
        (i18n.pick(field.label, lang), KINDS[field.type].paper(answers.get(name), field, lang).documents)
        for name, field in seen.definition.fields.items()
    )
    return [(label, digests) for label, digests in found if digests]


def faces_of_answers(seen: records.Seen) -> Iterator[Face]:
    answers = folding.fold_entries(seen.definition, seen.entries).told_answers
    return (
        KINDS[field.type].paper(answers.get(name), field, "zh")
        for name, field in seen.definition.fields.items()
    )
