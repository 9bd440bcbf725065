"""What stands on the first page beside whose turn it is: by role, one list a part."""

from dataclasses import dataclass, field

from flask import url_for

from fieldforms import config, i18n
from fieldforms.errors import N_
from fieldforms.flow import local_time
from fieldforms.flow.archives import keeping
from fieldforms.flow.completing import reviews
from fieldforms.flow.inbox import first_steps
from fieldforms.flow.inbox.tasks import (
    MOST_UNREAD,
    count_open_reports_of_others,
    count_unread_records,
    has_stayed,
    open_reports_of_others,
    overdue_of_others,
    records_waiting_for_signature,
    unread_since,
    visitors_inside,
)
from fieldforms.flow.people.accounts import ROLE_NAMES
from fieldforms.flow.record import signer_words
from fieldforms.flow.register.devices import DEVICE_KEEPERS
from fieldforms.flow.stages import taking_over
from fieldforms.flow.stock import parts
from fieldforms.store import clock
from fieldforms.store.inbox import tasks
from fieldforms.store.library import definitions
from fieldforms.store.models import Review
from fieldforms.store.people import accounts
from fieldforms.store.register import clients
from fieldforms.store.stock.parts import PartFilters
from fieldforms.web import page
from fieldforms.web.access import actor, me
from fieldforms.web.completing.review_words import answer_in_words
from fieldforms.web.inbox import inbox_lines, today
from fieldforms.web.inbox.inbox_lines import described_record, join_texts, record_line
from fieldforms.web.stages.stage_lines import line_of_client


@dataclass(frozen=True)
class HomeList:
    """A list on the page. `rows` as the template inbox/home/_macros.html takes them."""

    title: str
    rows: list[dict] = field(default_factory=list)
    more: tuple[str, str] | None = None  # (words, address) of the page that has them all
    count: int | str = 0  # how many there are when not all are shown; or how many of how many
    side: bool = False  # beside the others, where a desk has the room


LEADS = ("dispatcher", "supervisor", "manager")


def part_of_today() -> HomeList:
    day = i18n.format_date(local_time.today(), page.lang())
    rows = [line.row for line in today.today_lines()]
    return HomeList(page.say(N_("今天 · %(day)s"), day=day), rows)


def part_of_people() -> HomeList:
    return HomeList(page.say(N_("谁在哪里")), today.rows_of_people(), side=True)


def part_of_first_steps() -> HomeList:
    """On an empty installation: what comes first, what of it is done, each one tap away."""
    steps = first_steps.first_steps_of(actor())
    done, needed = sum(step.done for step in steps), sum(step.done or not step.left_out for step in steps)
    places = addresses_of_first_steps() if steps else {}
    rows = [
        {
            "url": places[step.name],
            "title": page.say(step.title),
            "detail": page.say(step.detail),
            "badge": page.say(word_of_first_step(step)),
            "tone": "done" if step.done else "open",
            **buttons_of_first_step(step),
        }
        for step in steps
    ]
    return HomeList(page.say(N_("开始使用的步骤")), rows, count=f"{done} / {needed}")


def buttons_of_first_step(step: first_steps.FirstStep) -> dict[str, str]:
    if step.may_be_left_out:
        return {"leave_out": url_for("first_steps.leave_out", name=step.name)}
    brings_back = step.left_out and not step.done
    return {"bring_back": url_for("first_steps.bring_back", name=step.name)} if brings_back else {}


def word_of_first_step(step: first_steps.FirstStep) -> str:
    if step.done:
        return N_("已有")
    return N_("不需要") if step.left_out else N_("还没有")


def addresses_of_first_steps() -> dict[str, str]:
    """Where this person does it; what is not theirs to do, where they see that it is done."""
    role = me().role
    client = next(iter(clients.seen_by(actor().viewer)), None)
    technician = next((user for user in accounts.active_users() if user.role == "technician"), None)
    return {
        "company": url_for("codes.index"),
        "people": url_for("people.new" if role == "admin" else "people.index"),
        "clients": url_for("clients.new"),
        "rooms": url_for("rooms.new", client_id=client.id) if client else url_for("clients.index"),
        "devices": url_for("devices.new" if role in DEVICE_KEEPERS else "devices.index"),
        "labels": url_for("codes.index"),
        "assignments": url_for("people.assignment", id=technician.id)
        if technician
        else url_for("people.index"),
        "plans": url_for("plans.new"),
    }


def part_for_signature() -> HomeList:
    rows = [record_line(row) for row in records_waiting_for_signature(actor())]
    return HomeList(page.say(N_("等客户签字或批准")), rows, side=True)


MOST_REPORTS_SHOWN = 5


def part_of_faults() -> HomeList:
    """The first ones, and how many more there are; the board has them all."""
    shown = open_reports_of_others(actor())[:MOST_REPORTS_SHOWN]
    rows = [record_line(each.row) | {"late": each.late, "urgent": each.urgent} for each in shown]
    n = count_open_reports_of_others(actor())
    more = page.say(N_("还有 %(n)s 张，到看板"), n=n - len(rows)) if n > len(rows) else page.say(N_("到看板"))
    return HomeList(page.say(N_("未结的报修")), rows, (more, url_for("board.show")), n)


def part_overdue() -> HomeList:
    """What others have not brought back or answered in time."""
    rows = [overdue_line(row) for row in overdue_of_others(actor())]
    return HomeList(page.say(N_("过了日子，别人还没办完")), rows)


def overdue_line(row) -> dict:
    day = page.say(N_("应在%(day)s前"), day=i18n.format_date(row.due_on, page.lang()))
    line = record_line(row)
    return line | {"detail": join_texts(day, line["detail"]), "late": True}


def part_of_visitors() -> HomeList:
    """Who is inside: their leaving is the technicians' to write down, and the lead's to look after."""
    rows = [record_line(row) | {"late": has_stayed(row)} for row in visitors_inside(actor())]
    return HomeList(page.say(N_("来访人还没离开")), rows)


MOST_PARTS_COUNTED = 100


def part_of_low_stock() -> HomeList:
    """For who buys: what is nearly used up."""
    n = len(parts.find_parts(actor().viewer, PartFilters(low=True), MOST_PARTS_COUNTED))
    count = f"{n}+" if n >= MOST_PARTS_COUNTED else str(n)
    row = {"url": url_for("parts.index", low=1), "title": page.say(N_("%(n)s 种备件库存低"), n=count)}
    return HomeList(page.say(N_("备件")), [row] if n else [], side=True)


def part_unsigned() -> HomeList:
    rows = [unsigned_line(row) for row in tasks.records_unsigned(actor().viewer)]
    return HomeList(page.say(N_("没有签字就结束的")), rows, side=True)


def unsigned_line(row) -> dict:
    line = described_record(row) | {"badge": page.say(outcome_in_words(row)), "tone": "bad"}
    if row.supersedes:
        line["detail"] = join_texts(
            page.say(N_("更正 %(number)s，没有取代它"), number=row.supersedes), line["detail"]
        )
    return line


def outcome_in_words(row) -> str:
    step = signer_words.last_signed_step(definitions.read_definition(row.definition))
    return signer_words.ending_without_approval(step, row.outcome) or UNSIGNED_WORDS.get(row.outcome, "")


UNSIGNED_WORDS = {"refused": N_("客户拒签"), "absent": N_("客户不在场")}


MOST_REVIEWS_SHOWN = 4


def part_to_review() -> HomeList:
    """The longest waiting, and the desk that has them all."""
    rows = reviews.sheets_to_review(actor())
    n = reviews.count_to_review(actor()) if rows else 0
    first = rows[:MOST_REVIEWS_SHOWN]
    answered = reviews.answers_to_reviewer(first)
    shown = [line_to_review(row, answered.get(row.uuid)) for row in first]
    return HomeList(page.say(N_("等我审阅")), shown, (page.say(N_("逐张审阅")), url_for("reviews.index")), n)


def line_to_review(row, answer: Review | None) -> dict:
    """`answer`: of who was asked for a correction before."""
    label = i18n.pick(definitions.read_definition(row.definition).label, page.lang())
    waited = inbox_lines.waited_in_words(clock.now() - row.dated_at)
    return described_record(row) | {
        "url": url_for("reviews.index", at=row.number),
        "badge": label,
        "tone": "plain",
        "waited": waited,
        "begins": answer_in_words(answer) if answer else "",
    }


def part_unread() -> HomeList:
    n = count_unread_records(actor())
    count = f"{n}+" if n >= MOST_UNREAD else str(n)
    asked: dict = {"state": "closed", "unread": 1, "from": unread_since()}
    row = {
        "url": url_for("records.index", **asked),
        "title": page.say(N_("30 天内有 %(n)s 张单据还没人看过"), n=count),
    }
    return HomeList(page.say(N_("新单据")), [row] if n else [], side=True)


MOST_TAKEN_OVER = 5


def part_of_taking_over() -> HomeList:
    """The newest clients that are being taken over, and what each of them lacks; the list has them all."""
    found = taking_over.clients_being_taken_over(actor())
    lines = found.lines
    rows = [line_of_client(each) for each in lines[:MOST_TAKEN_OVER]]
    n = len(lines) - len(rows)
    more = page.say(N_("还有 %(n)s 个客户"), n=n) if n and not found.after else page.say(N_("接管中的客户"))
    return HomeList(
        page.say(N_("接管中的客户")), rows, (more, url_for("taking_over.index")), len(lines), side=True
    )


def part_of_clients() -> HomeList:
    served = clients.seen_by(actor().viewer)
    rows = [
        {"url": url_for("devices.index", client=c.id), "title": c.name, "detail": c.address} for c in served
    ]
    return HomeList(page.say(N_("我的客户")), rows)


def part_of_archives() -> HomeList:
    """Without one a broken disk takes everything. Not in a demonstration, which nobody misses."""
    warning = "" if config.current.demo else keeping.warning_of_archives()
    row = {
        "url": url_for("archives.index"),
        "title": page.say(warning),
        "badge": page.say(N_("要处理")),
        "tone": "bad",
    }
    return HomeList(page.say(N_("系统备份")), [row] if warning else [])


def part_of_staff() -> HomeList:
    active = accounts.active_users()
    detail = join_texts(
        *(
            f"{page.say(label)} {n}"
            for role, label in ROLE_NAMES.items()
            if (n := count_of_role(active, role))
        )
    )
    return HomeList(
        page.say(N_("人员")),
        [
            {
                "url": url_for("people.index"),
                "title": page.say(N_("%(n)s 人在用"), n=len(active)),
                "detail": detail,
            }
        ],
    )


def count_of_role(everyone, role: str) -> int:
    return sum(user.role == role for user in everyone)


PARTS = {
    "technician": (part_of_clients,),
    "dispatcher": (
        part_to_review,
        part_of_faults,
        part_overdue,
        part_of_visitors,
        part_for_signature,
        part_of_taking_over,
        part_unsigned,
        part_of_people,
        part_of_low_stock,
    ),
    "supervisor": (
        part_to_review,
        part_overdue,
        part_of_visitors,
        part_for_signature,
        part_of_faults,
        part_unsigned,
        part_of_people,
        part_of_low_stock,
        part_unread,
    ),
    "manager": (part_to_review, part_for_signature, part_of_faults, part_unsigned),
    "hr": (),
    "admin": (part_of_archives, part_of_staff, part_for_signature, part_of_faults),
}


def parts_of_role(role: str) -> list[HomeList]:
    """Those that have something to say."""
    made = (part() for part in (part_of_first_steps, *PARTS[role]))
    return [part for part in made if part.rows]
