"""What a record's row says, in words: lists, exports, verify pages and statistics say it alike."""

from dataclasses import dataclass

from fieldforms.errors import N_
from fieldforms.flow.record import folding, projection, signer_words
from fieldforms.forms.definition import Choice, Definition, Step
from fieldforms.forms.kinds import KINDS, SelectOne
from fieldforms.i18n import gettext, pick
from fieldforms.store.library import definitions
from fieldforms.store.models import Record

STATE_WORDS = {"open": N_("进行中"), "closed": N_("已完成"), "cancelled": N_("已取消")}
SIGNATURE_WORDS = {
    folding.DONE: N_("已签字"),
    folding.PAPER: N_("已在纸上签字"),
    folding.REFUSED: N_("客户拒绝签字"),
    folding.ABSENT: N_("客户不在场"),
}
OUTCOME_WORDS = {
    folding.DONE: N_("已完成"),
    folding.RETURNED: N_("已退回"),
    folding.REFUSED: N_("客户拒绝签字"),
    folding.ABSENT: N_("客户不在场，未签字"),
    folding.PAPER: N_("已在纸质单据上签字"),
    folding.CANCELLED: N_("取消"),
    folding.ERASED: N_("删除了个人信息"),
    folding.MERGED: N_("并入同一设备的报修"),
    folding.DEEMED: N_("到期未回复，视为接受"),
}
RATING_TONES = ("done", "done", "open", "bad")


@dataclass(frozen=True)
class RecordLine:
    """A row of the list in words. Tones are those of badges: done, open, wait, bad, plain."""

    row: Record
    form: str
    result: str
    result_tone: str
    signature: str
    signature_tone: str
    rating: str
    rating_tone: str


def line_of_row(row: Record, lang: str) -> RecordLine:
    """`row` as the list shows it; what was redacted stays empty."""
    definition = definitions.read_definition(row.definition)
    signature, tone = signature_in_words(row, definition)
    result, result_tone = progress_in_words(row, definition, lang)
    return RecordLine(
        row=row,
        form=pick(definition.label, lang),
        result=result,
        result_tone=result_tone,
        signature=gettext(signature, lang),
        signature_tone=tone,
        rating=choice_in_words(definition, ("satisfaction",), row.satisfaction, lang),
        rating_tone=rating_tone(definition, row.satisfaction),
    )


def subject_of_row(row: Record) -> str:
    """What a list says a sheet is about. Of confidential ones nothing: who reads them is written down."""
    return "" if row.confidential else row.summary


def progress_in_words(row: Record, definition: Definition, lang: str) -> tuple[str, str]:
    """How far the sheet is while it is open, what came of the work then. Work that waits for its signature only is done."""
    if row.state == "cancelled":
        return gettext(STATE_WORDS["cancelled"], lang), "plain"
    step = definition.step(row.next_step) if row.next_step else None
    if step and not (step.sign and tells_result(definition, row)):
        return pick(step.label, lang), "wait"
    if row.result:
        return choice_in_words(definition, projection.RESULTS, row.result, lang), result_tone(
            definition, row.result
        )
    return gettext(STATE_WORDS[row.state], lang), "done"


def tells_result(definition: Definition, row: Record) -> bool:
    """Does the result say how the work ended? A decision or the outcome of checks says how it goes on."""
    return any(field.choice(row.result) for field in definition.meanings.get("result", ()))


def result_tone(definition: Definition, result: str) -> str:
    """The first choice asks nothing more of anybody, on the company's sheets: 已完成服务, 现场解决."""
    fields = [field for means in projection.RESULTS for field in definition.meanings.get(means, ())]
    return "done" if any(field.choices and field.choices[0].name == result for field in fields) else "open"


def signature_in_words(row: Record, definition: Definition) -> tuple[str, str]:
    """(how it was signed, tone)"""
    if row.state == "cancelled":
        return "", "plain"
    if row.outcome:
        said = signer_words.ending_without_approval(signer_words.last_signed_step(definition), row.outcome)
        return said or SIGNATURE_WORDS.get(
            row.outcome, OUTCOME_WORDS[row.outcome]
        ), "bad" if row.unsigned else "done"
    return (N_("待签字"), "wait") if row.unsigned else ("", "plain")


def ending_in_words(step: Step | None, outcome: str) -> str:
    """How a step ended, as a message id; one that is signed was signed."""
    if step and step.sign and outcome == folding.DONE:
        return SIGNATURE_WORDS[folding.DONE]
    return signer_words.ending_without_approval(step, outcome) or OUTCOME_WORDS.get(outcome, "")


def choice_in_words(definition: Definition, meanings: tuple[str, ...], name: str, lang: str) -> str:
    """The label of a choice of the fields with one of these meanings; an unknown one as it is."""
    fields = [field for means in meanings for field in definition.meanings.get(means, ())]
    found = next(filter(None, (field.choice(name) for field in fields)), None)
    return pick(found.label, lang) if found else name


def rating_tone(definition: Definition, rating: str) -> str:
    field = definition.meaning("satisfaction")
    names = [each.name for each in field.choices] if field else []
    return RATING_TONES[min(names.index(rating), 3)] if rating in names else "plain"


def forms_in_use(lang: str) -> list[tuple[str, str]]:
    """(key, name) of the forms in use."""
    return [(row.key, pick(definitions.read_definition(row).label, lang)) for row in definitions.in_use()]


def choices_meaning(*meanings: str) -> list[Choice]:
    """The choices of all fields in use that mean this, each name once, in the sheets' order."""
    found: dict[str, Choice] = {}
    for row in definitions.in_use():
        definition = definitions.read_definition(row)
        for field in (field for means in meanings for field in definition.meanings.get(means, ())):
            kind = KINDS[field.type]
            for each in kind.choices(field) if isinstance(kind, SelectOne) else ():
                found.setdefault(each.name, each)
    return list(found.values())


FOR_SOMEBODY = N_("%(name)s（代%(other)s）")


def person_in_words(facts: dict, lang: str) -> str:
    """The signer, else the person with the account; a deputy says for whom."""
    return name_with_represented(
        facts.get("signer") or facts.get("actor") or "", facts.get("deputy_for") or "", lang
    )


def name_with_represented(name: str, other: str, lang: str) -> str:
    """A person, and for whom they act when it is not for themselves."""
    return gettext(FOR_SOMEBODY, lang, name=name, other=other) if other else name
