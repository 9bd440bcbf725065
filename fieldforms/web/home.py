"""My tasks: what waits for the person who opens it, longest first; the field for a code; the language."""

from dataclasses import dataclass, field

from flask import Blueprint, redirect, request, session, url_for

from fieldforms import i18n
from fieldforms.errors import N_, Problem
from fieldforms.flow import accounts as people
from fieldforms.flow import codetext
from fieldforms.flow import tasks as verbs
from fieldforms.forms.kinds import KINDS
from fieldforms.forms.kinds.scalars import TextKind
from fieldforms.store import accounts, clients, clock, definitions, tasks
from fieldforms.web import inputs, page
from fieldforms.web.access import actor, me, person, signed_in

blueprint = Blueprint("home", __name__)


@dataclass(frozen=True)
class Part:
    """A list on the page. `rows` as the macro `rows` takes them; `discard`: the rows are drafts that can go."""

    title: str
    rows: list[dict] = field(default_factory=list)
    more: tuple[str, str] | None = None


@blueprint.get("/")
def show():
    if person() is None:
        return redirect(url_for("accounts.sign_in"))
    parts = [part() for part in PARTS[me().role]]
    return page.show(
        "home/show.html", parts=[part for part in parts if part.rows], finds=me().role in FINDERS
    )


def my_drafts() -> Part:
    found = tasks.drafts_of(me().user)
    numbers, devices = tasks.numbers_of(found), tasks.devices_of(found)
    names = {client.id: client.short_name for client in clients.seen_by(actor().viewer)}
    rows = [
        {
            "url": url_for("drafts.show", uuid=draft.uuid),
            "discard": url_for("drafts.discard", uuid=draft.uuid),
            "title": i18n.pick(definitions.read(draft.definition).label, page.lang()),
            "detail": joined(
                numbers.get(draft.record),
                names.get(draft.client_id),
                devices.get(draft.origin.get("device")),
                page.say(N_("%(time)s 保存"), time=i18n.format_time(draft.saved_at, page.lang(), page.tz())),
            ),
            "begins": first_words(draft) if draft.client_id is None or draft.client_id in names else "",
        }
        for draft in found
    ]
    return Part(page.say(N_("没填完的")), rows)


FEW = 30


def first_words(draft) -> str:
    """The first thing typed into it that the register could not know: tells drafts about the same device apart."""
    definition = definitions.read(draft.definition)
    step = definition.step(draft.step)
    asked = (
        [f for f in definition.fields_of(step) if not f.source and isinstance(KINDS[f.type], TextKind)]
        if step
        else []
    )
    said = next((text for field in asked if (text := draft.answers.get(field.name))), "")
    line = " ".join(str(said).split())
    return line if len(line) <= FEW else f"{line[:FEW]}…"


def joined(*texts) -> str:
    return " · ".join(text for text in texts if text)


def my_turn() -> Part:
    return Part(page.say(N_("轮到我的")), [line(row) for row in verbs.my_turn(actor())])


def for_signature() -> Part:
    signs = me().role == "technician"
    to = "signatures.choose" if signs else "records.show"
    rows = [line(row, to) for row in verbs.for_signature(actor())]
    return Part(page.say(N_("等客户签字")), rows)


def faults() -> Part:
    rows = [line(row) for row in verbs.faults(actor())]
    return Part(page.say(N_("未结的报修")), rows)


def line(row, to: str = "records.show") -> dict:
    """A sheet that waits: what, where, whose turn, since when."""
    definition = definitions.read(row.definition)
    step = definition.step(row.next_step)
    return described(row, to) | {
        "badge": i18n.pick(step.label, page.lang()) if step else "",
        "tone": "wait" if step and step.sign else "open",
        "waited": waited(clock.now() - row.updated_at),
    }


def described(row, to: str = "records.show") -> dict:
    label = i18n.pick(definitions.read(row.definition).label, page.lang())
    return {
        "url": url_for(to, number=row.number),
        "title": row.summary or row.device_names or label,
        "detail": joined(row.number, row.client_name, row.device_names, row.technician_name),
    }


def waited(ms: int) -> str:
    return page.say(N_("已等 %(time)s"), time=i18n.format_span(ms, page.lang()))


def unsigned() -> Part:
    found = tasks.unsigned(actor().viewer)
    rows = [
        described(row) | {"badge": page.say(OUTCOMES.get(row.outcome, "")), "tone": "bad"} for row in found
    ]
    return Part(page.say(N_("没有签字就结束的")), rows)


OUTCOMES = {"refused": N_("客户拒签"), "absent": N_("客户不在场")}


def low_ratings() -> Part:
    rows = [described(row) | {"badge": rating(row), "tone": "bad"} for row in verbs.low_ratings(actor())]
    return Part(page.say(N_("30 天内的低评价，还没有跟进")), rows)


def rating(row) -> str:
    asked = definitions.read(row.definition).meaning("satisfaction")
    choice = asked.choice(row.satisfaction) if asked else None
    return i18n.pick(choice.label, page.lang()) if choice else row.satisfaction


def unread() -> Part:
    n = verbs.unread(actor())
    count = f"{n}+" if n >= verbs.MOST_UNREAD else str(n)
    since = i18n.local(clock.now() - verbs.LOW_FOR, page.tz()).date().isoformat()
    row = {
        "url": f"{url_for('records.index', state='closed')}&from={since}",
        "title": page.say(N_("30 天内有 %(n)s 张单据还没人看过"), n=count),
    }
    return Part(page.say(N_("新单据")), [row] if n else [])


def my_clients() -> Part:
    served = clients.seen_by(actor().viewer)
    rows = [
        {"url": url_for("devices.index", client=c.id), "title": c.name, "detail": c.address} for c in served
    ]
    return Part(page.say(N_("我的客户")), rows)


def staff() -> Part:
    active = accounts.active()
    detail = joined(
        *(f"{page.say(label)} {n}" for role, label in people.ROLES.items() if (n := count(active, role)))
    )
    return Part(
        page.say(N_("人员")),
        [
            {
                "url": url_for("people.index"),
                "title": page.say(N_("%(n)s 人在用"), n=len(active)),
                "detail": detail,
            }
        ],
    )


def count(everyone, role: str) -> int:
    return sum(user.role == role for user in everyone)


PARTS = {
    "technician": (my_drafts, my_turn, for_signature, my_clients),
    "dispatcher": (my_drafts, my_turn, faults, for_signature, unsigned),
    "supervisor": (low_ratings, my_drafts, my_turn, for_signature, faults, unsigned, unread),
    "manager": (my_drafts, my_turn, for_signature, faults, unsigned),
    "hr": (my_drafts, my_turn),
    "admin": (my_drafts, staff, for_signature, faults),
}
FINDERS = ("technician", "dispatcher", "supervisor", "manager", "admin")


@blueprint.get("/find")
@signed_in()
def find():
    """A code typed by hand leads to its device, a mistyped one back here, any other words to the list of devices."""
    text = request.args.get("code", "").strip()[:80]
    try:
        return redirect(url_for("codes.show", code=codetext.normalise(text)))
    except codetext.NotACode as wrong:
        if wrong.reason == "length" and text:
            return redirect(url_for("devices.index", q=text))
        sentence = page.say(MISTYPED if text else inputs.NEEDED["code"])
        return inputs.form("home/find.html", {"code": sentence}, code=text)


MISTYPED = N_("编码里有一个字符不对，或者两个字符颠倒了，请再看一下标签。")


@blueprint.post("/language")
def language():
    """This browser's, and the person's own; while a client holds the phone only this browser's."""
    lang = request.form.get("lang", "")
    if lang not in i18n.LANGUAGES:
        raise Problem
    session["lang"] = lang
    who = person()
    if who and not who.session.handed_draft:
        people.set_language(who.user, lang)
    return redirect(inputs.way_back(request.form.get("next", ""), url_for("home.show")), 303)
