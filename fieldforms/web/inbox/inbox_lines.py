"""What waits for somebody, line by line, as the template inbox/home/_macros.html takes it."""

from flask import url_for

from fieldforms import i18n
from fieldforms.errors import N_
from fieldforms.flow.completing import allowed_actions
from fieldforms.flow.faults.known_faults import words_of_subject
from fieldforms.flow.inbox import inbox_items, returns
from fieldforms.flow.inbox.inbox_items import InboxItem
from fieldforms.flow.record import signer_words
from fieldforms.flow.sheets import words_of_records
from fieldforms.flow.stock import parts
from fieldforms.store import clock
from fieldforms.store.inbox import tasks
from fieldforms.store.library import definitions
from fieldforms.store.models import Record
from fieldforms.store.register import clients
from fieldforms.web import page
from fieldforms.web.access import actor, me
from fieldforms.web.calendar import visit_rows
from fieldforms.web.filling.first_words import first_words


def inbox_lines() -> list[dict]:
    """As the template inbox/home/_macros.html takes them, most urgent first."""
    found = inbox_items.items_of_actor(actor())
    known = Lookups(found)
    return [LINE_MAKERS[turn.kind](turn, known) | flags_of_item(turn) for turn in found]


class Lookups:
    """What the lines of drafts and visits look up, fetched once for all."""

    def __init__(self, found: list[InboxItem]):
        drafts = [turn.about for turn in found if turn.kind == "draft"]
        self.codes = visit_rows.codes_of_visits(turn.about.visit for turn in found if turn.kind == "visit")
        returned = [
            turn.about for turn in found if turn.kind in ("step", "correction") and turn.about.returned_since
        ]
        self.returns = returns.reasons_of_returns(actor(), returned)
        self.devices = tasks.device_names_of_drafts(drafts)
        self.clients = (
            {client.id: client.short_name for client in clients.ever_seen_by(actor().viewer)}
            if drafts
            else {}
        )


def flags_of_item(turn: InboxItem) -> dict:
    since = waited_in_words(turn.waiting_time) if turn.waiting_time else ""
    return {"waited": since, "late": turn.late, "urgent": turn.urgent, "coming": turn.is_coming}


def draft_line(turn: InboxItem, known: Lookups) -> dict:
    row = turn.about
    return {
        "url": url_for("drafts.show", uuid=row.uuid),
        "discard": url_for("drafts.ask_to_discard", uuid=row.uuid),
        "title": i18n.pick(definitions.read_definition(row.definition).label, page.lang()),
        "detail": join_texts(
            page.say(N_("没填完")),
            row.author.name if row.author_id != me().id else "",
            known.clients.get(row.client_id),
            known.devices.get(row.origin.get("device")),
        ),
        "begins": first_words(row) if row.client_id is None or row.client_id in known.clients else "",
    }


def visit_line(turn: InboxItem, known: Lookups) -> dict:
    told = visit_rows.due_row(turn.about, known.codes)
    return {
        "url": told["start"] or told["url"],
        "title": told["place"],
        "detail": join_texts(
            told["form"], i18n.format_date(told["day"].isoformat(), page.lang()), told["missed"]
        ),
        "badge": told["badge"],
        "tone": told["tone"],
    }


def holding_line(turn: InboxItem, known: Lookups) -> dict:
    held = turn.about
    return {
        "url": url_for("parts.show", part_id=held.part.id),
        "title": f"{held.part.name} {held.part.model}".strip(),
        "detail": join_texts(
            held.place.user.name if held.place.user_id else "",
            page.say(N_("%(day)s应归还"), day=i18n.format_date(held.due_on, page.lang()))
            if held.due_on
            else "",
        ),
        "badge": page.say(N_("归还")),
        "tone": "bad",
    }


def shortage_line(turn: InboxItem, known: Lookups) -> dict:
    short = turn.about
    return {
        "url": url_for("parts.show", part_id=short.part.id, _anchor="short"),
        "title": f"{short.part.name} {short.part.model}".strip(),
        "detail": join_texts(
            short.record,
            page.say(
                N_("单据上有、账上缺 %(n)s %(unit)s"), n=short.missing, unit=parts.unit_of_part(short.part)
            ),
            short.row.actor.name if short.row.actor_id else "",
        ),
        "badge": page.say(N_("账实不符")),
        "tone": "bad",
    }


def known_fault_line(turn: InboxItem, known: Lookups) -> dict:
    fault = turn.about
    return {
        "url": url_for("known_faults.show", fault_id=fault.id),
        "title": fault.symptom,
        "detail": join_texts(words_of_subject(fault, page.lang()), fault.created_by.name),
        "badge": page.say(N_("新的常见故障")),
        "tone": "open",
    }


def step_line(turn: InboxItem, known: Lookups) -> dict:
    return record_line(turn.about) | said_with_return(turn, known)


def said_with_return(turn: InboxItem, known: Lookups) -> dict:
    """Why it came back, by whom."""
    back = known.returns.get(turn.about.uuid)
    if back is None:
        return {}
    return {"begins": page.say(N_("%(name)s退回：%(words)s"), name=back.name, words=back.words)}


def correction_line(turn: InboxItem, known: Lookups) -> dict:
    """Begun from here: the reviewer's words are the reason."""
    back = known.returns.get(turn.about.uuid)
    told = described_record(turn.about) | said_with_return(turn, known)
    return told | {
        "corrects": turn.about.number if may_be_corrected_here(turn.about) else "",
        "reason": back.words if back else "",
        "badge": page.say(N_("请更正")),
        "tone": "bad",
    }


def may_be_corrected_here(row: Record) -> bool:
    """A dispatcher is asked in the place of who is gone, and may not begin every form."""
    return allowed_actions.may_begin_correction(actor(), definitions.read_definition(row.definition))


def signature_line(turn: InboxItem, known: Lookups) -> dict:
    told = record_line(turn.about, "signatures.choose")
    step = definitions.read_definition(turn.about.definition).step(turn.about.next_step)
    return told | {"detail": join_texts(page.say(signer_words.for_step(step).waits), told["detail"])}


def rating_line(turn: InboxItem, known: Lookups) -> dict:
    care = turn.about
    told = described_record(care.row, "aftercare.show")
    said = N_("客户拒签，请跟进") if care.is_refused else N_("低评价，请跟进")
    day = page.say(N_("%(day)s之前"), day=i18n.format_date(care.due_on, page.lang()))
    by = care.row.superseded_by
    corrected = page.say(N_("已被 %(number)s 更正"), number=by) if by else ""
    detail = join_texts(page.say(said), day, care.owner.name if care.owner else "", corrected, told["detail"])
    badge = page.say(N_("客户拒签")) if care.is_refused else rating_in_words(care.row)
    return told | {"detail": detail, "badge": badge, "tone": "bad"}


def follow_up_line(turn: InboxItem, known: Lookups) -> dict:
    told, day = described_record(turn.about), i18n.format_date(turn.about.follow_up_on, page.lang())
    detail = join_texts(page.say(N_("%(day)s重新联络"), day=day), told["detail"])
    badge = page.say(N_("快到了")) if turn.is_coming else page.say(N_("重新联络"))
    return told | {"detail": detail, "badge": badge, "tone": "bad" if turn.late else "open"}


def decision_line(turn: InboxItem, known: Lookups) -> dict:
    told = words_of_records.line_of_row(turn.about, page.lang())
    said = described_record(turn.about)
    detail = join_texts(page.say(N_("您提出的有了答复")), told.form, said["detail"])
    return said | {"detail": detail, "badge": told.result, "tone": told.result_tone}


def note_line(turn: InboxItem, known: Lookups) -> dict:
    said = described_record(turn.about)
    detail = join_texts(page.say(N_("有给您的批注")), said["detail"])
    return said | {"detail": detail, "badge": page.say(N_("批注")), "tone": "open"}


MOST_NAMES_IN_LINE = 3


def register_look_line(turn: InboxItem, known: Lookups) -> dict:
    """Looked at from here, too: `looked` is what the button posts."""
    each = turn.about
    names = list(dict.fromkeys(look.name for look in each.looks))
    more = page.say(N_("等 %(n)s 处"), n=len(names)) if len(names) > MOST_NAMES_IN_LINE else ""
    return {
        "url": url_for("register_looks.index"),
        "title": page.say(N_("%(name)s改了档案"), name=each.by.name),
        "detail": join_texts(each.client.short_name, *names[:MOST_NAMES_IN_LINE], more),
        "looked": {"by": each.by.id, "client": each.client.id, "until": each.until, "home": 1},
    }


LINE_MAKERS = {
    "draft": draft_line,
    "step": step_line,
    "signature": signature_line,
    "rating": rating_line,
    "follow_up": follow_up_line,
    "correction": correction_line,
    "decision": decision_line,
    "note": note_line,
    "visit": visit_line,
    "holding": holding_line,
    "shortage": shortage_line,
    "known_fault": known_fault_line,
    "register_look": register_look_line,
}


def record_line(row, to: str = "records.show") -> dict:
    """A sheet that waits: what, where, whose turn, since when."""
    definition = definitions.read_definition(row.definition)
    step = definition.step(row.next_step)
    return described_record(row, to) | {
        "badge": i18n.pick(step.label, page.lang()) if step else "",
        "tone": "wait" if step and step.sign else "open",
        "waited": waited_in_words(clock.now() - row.updated_at),
    }


def described_record(row, to: str = "records.show") -> dict:
    """What the title says already, and who one is oneself, is not said again."""
    label = i18n.pick(definitions.read_definition(row.definition).label, page.lang())
    title = words_of_records.subject_of_row(row) or row.device_names or label
    somebody = "" if row.technician_id == me().id else row.technician_name
    rest = (text for text in (row.client_name, row.device_names, somebody) if text and text != title)
    return {"url": url_for(to, number=row.number), "title": title, "detail": join_texts(row.number, *rest)}


def waited_in_words(ms: int) -> str:
    return page.say(N_("已等 %(time)s"), time=i18n.format_span(ms, page.lang()))


def rating_in_words(row) -> str:
    asked = definitions.read_definition(row.definition).meaning("satisfaction")
    choice = asked.choice(row.satisfaction) if asked else None
    return i18n.pick(choice.label, page.lang()) if choice else row.satisfaction


def join_texts(*texts) -> str:
    return " · ".join(text for text in texts if text)
