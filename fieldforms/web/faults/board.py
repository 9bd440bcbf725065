"""The dispatcher's board: who has which fault, what is late and what will be, what closed lately."""

from flask import Blueprint, request, url_for

from fieldforms import i18n
from fieldforms.errors import N_
from fieldforms.flow.faults import board
from fieldforms.flow.sheets import words_of_records
from fieldforms.store import clock
from fieldforms.web import page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.faults.technician_loads import load_dict
from fieldforms.web.spans_of_time import span_in_words

blueprint = Blueprint("board", __name__)

PROMISED = {  # what is due, and how it stands → words
    (board.TO_RESPOND, ""): N_("响应还剩 %(time)s"),
    (board.TO_RESPOND, board.SOON): N_("响应只剩 %(time)s"),
    (board.TO_RESPOND, board.LATE): N_("响应超时 %(time)s"),
    (board.TO_RESTORE, ""): N_("恢复还剩 %(time)s"),
    (board.TO_RESTORE, board.SOON): N_("恢复只剩 %(time)s"),
    (board.TO_RESTORE, board.LATE): N_("恢复超时 %(time)s"),
}
TONES = {"": "plain", board.SOON: "open", board.LATE: "bad"}
WHOSE = {  # whose turn it is where nobody is named
    "technician": N_("驻场技术员"),
    "dispatcher": N_("调度"),
    "supervisor": N_("主管"),
    "manager": N_("经理"),
    "hr": N_("人事"),
    "client": N_("客户"),
    "client_lead": N_("客户负责人"),
    "assignee": N_("还没有人"),
}
URGENT_TONES = ("plain", "pressing", "pressing most")  # amber and red are for time that runs out


@blueprint.get("/board")
@blueprint.get("/board/<key>")
@signed_in(*board.BOARD_READERS)
def show(key: str = ""):
    definition = board.form_with_board(key)
    found, who = board.board_of(actor(), definition), actor()
    tone = request.args.get("tone", "")
    tone = tone if tone in TONES else ""
    values = {
        "definition": definition,
        "key": key,
        "forms": board.forms_with_board(),
        "tone": tone,
        "columns": [column_dict(each, tone) for each in found.columns],
        "load": [load_dict(each) for each in found.load],
        "assigns": any(each.offer for each in found.cards),
        "total": len(found.cards),
        "late": sum(each.late for each in found.columns),
        "soon": sum(card.tone == board.SOON for card in found.cards),
        "more": found.more,
        "closed": [closed_dict(each) for each in board.recently_closed(who, definition)],
        "at": clock.now(),
        "body_class": "wide",
    }
    if page.is_partial():
        return page.render_block("faults/board/show.html", "board", **values)
    return page.show("faults/board/show.html", **values)


def column_dict(each: board.BoardColumn, tone: str) -> dict:
    """`tone`: of the cards that are shown, "" for all."""
    return {
        "name": each.step.name,
        "label": i18n.pick(each.step.label, page.lang()),
        "cards": [card_dict(one) for one in each.cards if tone in ("", one.tone)],
        "late": each.late,
    }


def card_dict(each: board.Card) -> dict:
    row, now = each.row, clock.now()
    return {
        "number": row.number,
        "url": url_for("records.show", number=row.number),
        "title": words_of_records.subject_of_row(row) or row.device_names or i18n.pick(each.step.label, page.lang()),
        "place": " · ".join(filter(None, [row.client_name, row.place, row.device_names])),
        "urgency": i18n.pick(each.urgency.label, page.lang()) if each.urgency else "",
        "urgency_tone": URGENT_TONES[min(each.rank, len(URGENT_TONES) - 1)],
        "who": people_in_words(each),
        "waited": page.say(N_("已等 %(time)s"), time=span_in_words((now - each.began) // clock.MINUTE)),
        "further": page.say(N_("又报修 %(n)s 次"), n=each.further) if each.further else "",
        "promise": promise_in_words(each.promise, now),
        "tone": each.tone,
        "promise_tone": TONES[each.tone],
        "assignment": url_for("assignments.show", number=row.number) if each.offer else "",
        "offer": each.offer,
    }  # fmt: skip


def people_in_words(each: board.Card) -> str:
    """The people whose turn it is: two by name, of more how many; else whose turn the step says it is."""
    names = [user.name for user in each.people]
    if len(names) > 2:
        return page.say(N_("%(name)s等 %(n)s 人"), name=names[0], n=len(names))
    return i18n.join_words(names, page.lang()) or page.say(WHOSE.get(each.by, ""))


def promise_in_words(promise: board.PromisedTime | None, now: int) -> str:
    if promise is None:
        return ""
    time = span_in_words(abs(promise.at - now) // clock.MINUTE)
    return page.say(PROMISED[promise.name, promise.tone], time=time)


def closed_dict(each: board.ClosedRecord) -> dict:
    return {
        "number": each.row.number,
        "url": url_for("records.show", number=each.row.number),
        "title": words_of_records.subject_of_row(each.row) or each.row.device_names,
        "place": each.row.client_name,
        "closed_at": each.row.closed_at,
        "respond": took_dict(*each.respond),
        "restore": took_dict(*each.restore),
    }


def took_dict(minutes: int | None, promised: int | None) -> dict:
    """How long it took, what was promised, and whether that was kept."""
    late = minutes is not None and promised is not None and minutes > promised
    return {
        "took": "—" if minutes is None else span_in_words(minutes),
        "promised": "" if promised is None else span_in_words(promised),
        "late": late,
    }
