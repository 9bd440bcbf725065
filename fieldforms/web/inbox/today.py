"""今天: what needs a lead in the morning, counted; each line is one tap from where it is done, and counts what stands there."""

from dataclasses import dataclass
from datetime import timedelta

from flask import g, url_for

from fieldforms import i18n
from fieldforms.errors import N_
from fieldforms.flow import local_time
from fieldforms.flow.calendar import plans, visits
from fieldforms.flow.completing import aftercare, decisions, reviews
from fieldforms.flow.faults import board
from fieldforms.store.inbox import whereabouts
from fieldforms.store.library import definitions
from fieldforms.store.record import lists
from fieldforms.web import page
from fieldforms.web.access import actor
from fieldforms.web.calendar import visit_rows

ANSWERED_FOR = 7  # days
MOST_COUNTED_TODAY = 1_000


@dataclass(frozen=True)
class TodayLine:
    """`n` is the number of what stands behind `url`; `tone`: bad what is late or lost, open what waits, plain to know."""

    title: str
    n: int
    url: str
    tone: str = "open"

    @property
    def row(self) -> dict:
        """As the template inbox/home/_macros.html takes it."""
        count = f"{self.n}+" if self.n > MOST_COUNTED_TODAY else str(self.n)
        return {"url": self.url, "title": self.title, "badge": count, "tone": self.tone}


def today_lines() -> list[TodayLine]:
    """What is late first."""
    lines = [*fault_lines(), *visit_lines(), *sheet_lines(), *approval_lines()]
    order = ("bad", "open", "plain")
    return sorted((line for line in lines if line.n), key=lambda line: order.index(line.tone))


def fault_lines():
    """As the board says it: past the time that was agreed, in its last quarter, and what waits for the dispatcher."""
    for definition in board.forms_with_board():
        found = board.tones_of_open_reports(actor(), definition)
        tones = [tone for _row, tone in found]
        address = url_for("board.show", key=definition.key)
        yield TodayLine(page.say(N_("故障超时")), tones.count(board.LATE), address, "bad")
        yield TodayLine(page.say(N_("故障快超时")), tones.count(board.SOON), address)
        for step in definition.steps:
            if step.by == "dispatcher":
                n = sum(row.next_step == step.name for row, _tone in found)
                at = url_for("board.show", key=definition.key, _anchor=f"step-{step.name}")
                yield TodayLine(page.say(N_("报修等调度")), n, at)


def visit_lines():
    waiting = visits.waiting_visits(coming_visits())
    late = sum(due.times for due in waiting if due.visit.late)
    yield TodayLine(page.say(N_("巡检逾期")), late, url_for("plans.index"), "bad")


def coming_visits() -> list[visits.PlannedVisit]:
    """Asked once for a page."""
    if "coming_visits" not in g:
        g.coming_visits = plans.visits_coming(actor())
    return g.coming_visits


def sheet_lines():
    who = actor()
    yield TodayLine(page.say(N_("等我审阅")), reviews.count_to_review(who), url_for("reviews.index"))
    if who.viewer.reads_ratings:
        late = sum(care.late for care in aftercare.open_cares(who))
        words = N_("低评价、拒签还没跟进完，其中 %(late)s 件逾期") if late else N_("低评价、拒签还没跟进完")
        yield list_line(page.say(words, late=late), "bad" if late else "open", to_care=True)
    yield list_line(page.say(N_("维修费用有异议")), disputed=True)
    yield list_line(page.say(N_("单据退回还没改好")), returned=True)
    yield list_line(page.say(N_("等客户签字")), "plain", state="open", unsigned=True)


def list_line(title: str, tone: str = "open", **asked) -> TodayLine:
    """Behind it the list of sheets by these filters, which are named alike in the address."""
    n = lists.count_records(actor().viewer, lists.RecordFilters(**asked), MOST_COUNTED_TODAY + 1)
    given = {name: "1" if value is True else value for name, value in asked.items()}
    return TodayLine(title, n, address_of_list(**given), tone)


def address_of_list(**asked: str) -> str:
    values: dict = asked
    return url_for("records.index", **values)


def approval_lines():
    """Of each form by which somebody asks for themselves: what is asked, and what was answered in the last days."""
    since = (local_time.date_today() - timedelta(days=ANSWERED_FOR)).isoformat()
    deciding = set(decisions.deciding_forms())
    for row in definitions.in_use():
        form = definitions.read_definition(row)
        if not form.personal or form.key not in deciding:
            continue
        label = i18n.pick(form.label, page.lang())
        viewer, counted = actor().viewer, MOST_COUNTED_TODAY + 1
        asked = lists.RecordFilters(key=form.key, state="open")
        answered = lists.RecordFilters(key=form.key, state="closed", since=local_time.start_of(since))
        waits, told = (lists.count_records(viewer, filters, counted) for filters in (asked, answered))
        open_at = address_of_list(form=form.key, state="open")
        closed_at = address_of_list(**{"form": form.key, "state": "closed", "from": since})
        yield TodayLine(page.say(N_("%(form)s：等批复"), form=label), waits, open_at)
        yield TodayLine(page.say(N_("%(form)s：7 天内已批复"), form=label), told, closed_at, "plain")


def rows_of_people() -> list[dict]:
    """Who is where: of each technician the last sheet and the next visit."""
    lang, following = page.lang(), next_visits()
    return [
        {
            "url": url_for("records.index", technician=row.technician_id),
            "title": row.technician_name,
            "detail": " · ".join(
                text
                for text in (row.client_name, row.place, i18n.format_moment(row.dated_at, lang, page.tz()))
                if text
            ),
            "begins": following.get(row.technician_id, ""),
        }
        for row in whereabouts.newest_by_technician(actor().viewer)
    ]


def next_visits() -> dict[int, str]:
    """User id → their next open visit in words."""
    found: dict[int, str] = {}
    for visit in coming_visits():
        if visit.open and visit.technician and visit.technician.id not in found:
            day = i18n.format_date(visit.day.isoformat(), page.lang())
            place = visit_rows.place_in_words(visit.plan)
            words = N_("逾期巡检：%(day)s %(place)s") if visit.late else N_("下次巡检：%(day)s %(place)s")
            found[visit.technician.id] = page.say(words, day=day, place=place)
    return found
