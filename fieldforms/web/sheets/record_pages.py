"""The page of a record, and the pages that ask for a reason before something is done with it."""

from flask import flash, redirect, request, url_for

from fieldforms import i18n
from fieldforms.errors import N_, Problem, ReasonNeeded
from fieldforms.flow.completing import (
    aftercare,
    allowed_actions,
    follow_on_sheets,
    follow_ups,
    lifting,
    notes,
    record_access,
    short_steps,
    step_movements,
)
from fieldforms.flow.faults import grown_faults
from fieldforms.flow.filling.draft_contexts import DraftContext
from fieldforms.flow.prefill import carried_answers, register_answers
from fieldforms.flow.proof import verification
from fieldforms.flow.record import approvals, folding, low_ratings, signer_words, step_rights
from fieldforms.flow.register import devices
from fieldforms.flow.sheets import record_sheets, repeat_reports, timeline, words_of_records
from fieldforms.flow.stock import parts
from fieldforms.forms.kinds import clean_text
from fieldforms.store.faults import known_faults
from fieldforms.store.record import records
from fieldforms.web import page, step_questions
from fieldforms.web.access import actor


def record_page(
    seen: records.Seen, short: DraftContext | None = None, asked: step_questions.StepQuestions | None = None
):
    """The sheet, and this person's own short step on it: `short`, which came back with what is wrong."""
    who = actor()
    if short is None and (short := short_steps.short_step_of_actor(who, seen)):
        asked = step_questions.questions_of_page(short, short.draft.answers)
    errors = asked.errors if asked else []
    before = records.by_number(who.viewer, seen.row.supersedes) if seen.row.supersedes else None
    lang = page.lang()
    return page.show(
        "sheets/records/show.html",
        422 if errors else 200,
        seen=seen,
        short=short,
        asked=asked,
        verdict=short_steps.decision_field(short.definition, short.step) if short else None,
        suggestions=register_answers.suggestions_by_field(short.definition, short.step, short.client)
        if short
        else {},
        irrelevant=asked.irrelevant if asked else set(),
        errors=errors,
        has_errors=bool(errors),
        line=words_of_records.line_of_row(seen.row, lang),
        sheet=record_sheets.sheet_of_record(seen, lang, page.public_origin()),
        may=allowed_actions.allowed_actions(who, seen),
        events=timeline.events_of_record(seen, lang),
        guards=lifting.history_of_guards(seen),
        correction=timeline.correction_of_record(seen, lang),
        corrected=timeline.changes_by_record(seen, before, lang),
        differences=verification.differences_of_record(seen.row.uuid),
        reviews=notes.reviews_shown(who, seen.row),
        reads_notes=who.viewer.reads_ratings,
        ending_words={name: page.say(label) for name, label in aftercare.ENDINGS.items()},
        rated_low=seen.row.satisfaction in low_ratings.low_answers(seen.definition),
        further=repeat_reports.repeat_reports(seen, lang),
        follow_up_late=follow_ups.is_follow_up_late(seen.row),
        unsettled=carried_answers.unsettled_answers(seen, lang),
        devices=devices.devices_reached(who, tuple(id for (id,) in records.device_ids_of(seen.row.id))),
        learn=growth_offered(who, seen),
        outlook=step_movements.stock_outlook(seen) if who.viewer.role in parts.PART_READERS else [],
        own=own_approval(seen, lang),
        fell=who.viewer.role in step_rights.LAST_RESORT and step_rights.has_fallen(seen),
        asked_to_sign=signer_words.for_step(
            seen.definition.steps_by_name.get(seen.row.next_step)
        ).in_language(lang),
        offers=follow_on_sheets.offered_sheets(who, seen),
        followers=[
            words_of_records.line_of_row(row, lang) for row in follow_on_sheets.visible_followers(who, seen)
        ],
        photo_url=lambda digest: url_for("records.photo", number=seen.row.number, digest=digest),
        document_url=lambda digest: url_for("records.document", number=seen.row.number, digest=digest),
        body_class="wide",
    )


def growth_offered(who, seen: records.Seen) -> dict | None:
    """For who may write a known fault out of a closed sheet: those that grew from it, and why no more may."""
    if not grown_faults.may_grow(who, seen):
        return None
    refused = grown_faults.refusal_to_grow(who, seen)
    known = known_faults.faults_grown_from(who.viewer, seen.row.number)
    return {"known": known, "refused": page.say(refused.sentence) if refused else ""}


def own_approval(seen: records.Seen, lang: str) -> dict:
    """Why the next step is not this person's although it looks so: its name, and who else gives the approval.
    `asked`: they asked for it; else they gave an earlier one."""
    who = actor()
    fold = folding.fold_entries(seen.definition, seen.entries)
    step = approvals.step_withheld(who, seen, fold)
    if step is None:
        return {}
    barred = {who.user_id, seen.row.opened_by_id, *approvals.authors_looked_at(step, fold.standing)}
    others = approvals.approvers_but(step, barred)
    names = [
        words_of_records.name_with_represented(user.name, other.name if other else "", lang)
        for user, other in others
    ]
    return {
        "step": i18n.pick(step.label, lang),
        "others": names,
        "asked": seen.row.opened_by_id == who.user_id,
    }


def with_reason(number: str, action: str, verb):
    """Without a reason the page that asks for it comes back with a sentence."""
    allowed_actions.check_allowed(actor(), record_access.record_by_number(actor(), number), action)
    try:
        return verb(text_of_lines("reason"))
    except ReasonNeeded as refused:
        return reason_page(number, action, refused)


def text_of_lines(name: str) -> str:
    """Some lines as they were typed."""
    return clean_text(request.form.get(name, ""))


def reason_page(number: str, action: str, refused: Problem | None = None):
    """On a page of its own, so that it works without scripts."""
    seen = record_access.record_by_number(actor(), number)
    allowed_actions.check_allowed(actor(), seen, action)
    errors = [("f-reason", page.say(refused.sentence, **refused.values))] if refused else []
    return page.show(
        "sheets/records/reason.html",
        422 if refused else 200,
        seen=seen,
        action=action,
        reason=request.form.get("reason", ""),
        errors=errors,
        has_errors=bool(errors),
    )


def to_draft(draft):
    return redirect(url_for("drafts.show", uuid=draft.uuid), 303)


def back_to(number: str, message: str):
    flash(page.say(message), "success")
    return redirect(url_for("records.show", number=number), 303)


def no_longer_told():
    """Of what is seen the first page says no more."""
    flash(page.say(N_("好的，不再提醒。")))
    return redirect(url_for("home.show"), 303)
