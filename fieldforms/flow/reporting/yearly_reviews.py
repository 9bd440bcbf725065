"""年度运维回顾 (company.md, row 22): what a client's year adds to the machinery of its month (flow/reporting/monthly_reports.py)."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from statistics import median

from fieldforms import i18n
from fieldforms.errors import N_
from fieldforms.flow import local_time
from fieldforms.flow.calendar import visits
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import projection
from fieldforms.flow.register import contracts
from fieldforms.flow.register.register_columns import CATEGORIES
from fieldforms.flow.reporting import monthly_reports, period_records
from fieldforms.flow.reporting.monthly_reports import CONFIDENTIAL_WORDS, report_columns
from fieldforms.flow.reporting.period_records import (
    PeriodRecords,
    cost_of_row,
    definition_of,
    fold_of_row,
    sum_of_row,
)
from fieldforms.flow.reporting.periods import Year, duration_in_words
from fieldforms.flow.sheets import words_of_records
from fieldforms.paper.month import ClientReport, ReportTable
from fieldforms.store import clock
from fieldforms.store.calendar.plans import SKIPPED
from fieldforms.store.library import definitions
from fieldforms.store.models import Device, Record
from fieldforms.store.record import ratings
from fieldforms.store.register import devices, sites

REPEATED = 2  # faults of a device in a year from which they are repeated ones
MOST_DEVICES = 50  # with faults, in the table


def yearly_review(actor: Actor, client_id: int, year: Year, lang: str, costs: bool = False) -> ClientReport:
    """The year as paper draws it. Raises NotFound.

    `costs`: with what the repairs cost the company, for the screen: the client is printed none of it.
    """
    told = period_records.gather_records(actor, client_id, year, lang)
    tables = (
        table_of_devices(told),
        table_of_planned_visits(told),
        table_of_forms(told),
        table_of_fault_classes(told, costs),
        table_of_faulty_devices(told),
        table_of_response_times(told),
        monthly_reports.table_of_parts(told),
        *tables_of_satisfaction(told),
        monthly_reports.table_of_open_points(told),
    )
    return monthly_reports.draw_report(told, told.say(N_("年度运维回顾")), tables, (told.say(N_("建议")),))


# Devices, visits, sheets


def table_of_devices(told: PeriodRecords) -> ReportTable:
    """As they stood at the year's end, or stand now."""
    columns = report_columns(
        told, (N_("类别"), 6), (N_("在用（台）"), 3), (N_("平均使用年限"), 4), (N_("最久"), 3), (N_("本年新增"), 3), (N_("本年停用"), 3)
    )  # fmt: skip
    by_category: dict[str, list[Device]] = {}
    for device in devices.devices_ever_of(told.actor.viewer, told.client.id, told.period.until):
        by_category.setdefault(device.category, []).append(device)
    rows = [
        (told.say(CATEGORIES.get(name, name)), *row_of_category(told, by_category[name]))
        for name in by_category
    ]
    return ReportTable(told.say(N_("设备")), columns, tuple(rows))


def row_of_category(told: PeriodRecords, found: list[Device]) -> tuple[str, ...]:
    until, since = told.period.until, told.period.since
    in_use = [each for each in found if each.retired_at is None or each.retired_at >= until]
    ages = [age for each in in_use if (age := years_at(each, min(until, clock.now()))) is not None]
    gone = sum(each.retired_at is not None and since <= each.retired_at < until for each in found)
    return (
        str(len(in_use)),
        told.say(N_("%(n)s 年"), n=f"{sum(ages) / len(ages):.1f}") if ages else "—",
        told.say(N_("%(n)s 年"), n=f"{max(ages):.0f}") if ages else "—",
        str(sum(since <= began_at(each) < until for each in found)),
        str(gone),
    )


def began_at(device: Device) -> int:
    """UTC ms of the day of installation; where nobody wrote it down, of its registration: taking an old one into the
    register does not make it new."""
    return local_time.start_of(device.installed_on) or device.created_at


def years_at(device: Device, at: int) -> float | None:
    """Years in use since the day of installation; None where nobody wrote it down."""
    began = local_time.start_of(device.installed_on)
    return (at - began) / clock.DAY_MS / 365.25 if began and began <= at else None


def table_of_planned_visits(told: PeriodRecords) -> ReportTable:
    """By the maintenance calendar, each form: what was due until today, what became of it, and on how many days it was
    done beside the plan: with those it adds up to the visits of the head."""
    columns = report_columns(
        told, (N_("单据"), 8), (N_("计划（次）"), 3), (N_("按计划已做"), 3), (N_("跳过"), 3), (N_("逾期未做"), 3), (N_("以后"), 3), (N_("计划外另做"), 3)
    )  # fmt: skip
    last = told.period.first.replace(month=12, day=31)
    by_form: dict[str, list[visits.PlannedVisit]] = {
        key: [] for key in contracts.forms_that_ask("maintenance_date") if days_of_form(told, key)
    }
    for visit in visits.plan_book(told.actor.viewer, told.client.id).visits_between(told.period.first, last):
        by_form.setdefault(visit.plan.key, []).append(visit)
    rows = (row_of_visits(told, key, found) for key, found in by_form.items())
    return ReportTable(told.say(N_("巡检计划")), columns, tuple(rows))


def row_of_visits(told: PeriodRecords, key: str, found: list[visits.PlannedVisit]) -> tuple[str, ...]:
    late, done = sum(each.late for each in found), sum(each.done for each in found)
    skipped = sum(each.state.outcome == SKIPPED for each in found)
    beside = max(0, len(days_of_form(told, key)) - done)
    counts = (len(found), done, skipped, late, len(found) - done - skipped - late, beside)
    return (label_of_form(told, key), *map(str, counts))


def label_of_form(told: PeriodRecords, key: str) -> str:
    row = definitions.current_version(key)
    return i18n.pick(definitions.read_definition(row).label, told.lang) if row else key


def days_of_form(told: PeriodRecords, key: str) -> set[date]:
    """The days of the period on which its sheets were done, as `contracts.visits_done` counts them."""
    return monthly_reports.days_served(told, [key])


def table_of_forms(told: PeriodRecords) -> ReportTable:
    """How many of each form, in the forms' order."""
    columns = report_columns(told, (N_("单据"), 9), (N_("张数"), 3), (N_("已完成"), 3), (N_("未完成"), 3))
    rows = (row_of_form(label, found) for label, found in monthly_reports.by_form(told, told.rows))
    return ReportTable(told.say(N_("单据（%(n)s 张）"), n=len(told.rows)), columns, tuple(rows))


def row_of_form(label: str, found: list[Record]) -> tuple[str, ...]:
    still = sum(row.state == "open" for row in found)
    return (label, str(len(found)), str(len(found) - still), str(still))


# Faults


def table_of_fault_classes(told: PeriodRecords, costs: bool = False) -> ReportTable:
    """By class, the most frequent first, with the time spent and, with `costs`, what it cost. Of confidential rooms the
    number alone."""
    paid = ((N_("费用（元，不打印）"), 5),) if costs else ()
    columns = report_columns(told, (N_("故障类别"), 8), (N_("起数"), 3), (N_("用时"), 4), *paid)
    by_class: dict[str, list[Record]] = {}
    for row in told.faults:
        by_class.setdefault(fault_class_of(told, row), []).append(row)
    rows = [
        row_of_fault_class(told, name, by_class[name])[: len(columns)]
        for name in sorted(by_class, key=lambda name: -len(by_class[name]))
    ]
    return ReportTable(told.say(N_("故障（%(n)s 起）"), n=len(told.faults)), columns, tuple(rows))


def fault_class_of(told: PeriodRecords, row: Record) -> str:
    if row.confidential:
        return told.say(CONFIDENTIAL_WORDS)
    definition = definition_of(row)
    name = projection.standing_answer(definition, fold_of_row(told, row), "fault_class")
    return (
        words_of_records.choice_in_words(definition, ("fault_class",), name, told.lang)
        if name
        else told.say(N_("未填"))
    )


def row_of_fault_class(told: PeriodRecords, name: str, rows: list[Record]) -> tuple[str, ...]:
    if rows[0].confidential:
        return name, str(len(rows)), "—", "—"
    spent = sum((sum_of_row(told, row, "minutes") for row in rows), Decimal(0))
    cost = sum((cost_of_row(told, row) for row in rows), Decimal(0))
    return (
        name,
        str(len(rows)),
        duration_in_words(int(spent), told.lang) if spent else "—",
        f"{cost:,.2f}" if cost else "—",
    )


def table_of_faulty_devices(told: PeriodRecords) -> ReportTable:
    """Devices by their faults, most first; from the second in the year on they are repeated ones."""
    columns = report_columns(told, (N_("设备"), 8), (N_("起数"), 2), (N_("重复故障"), 3), (N_("单据"), 10))
    rows = [row for row in told.faults if not row.confidential]
    about, named = sites.devices_by_record(rows), {row.id: row.number for row in rows}
    numbers: dict[int, list[str]] = {}
    names: dict[int, str] = {}
    for row in rows:
        for device, name in about[row.id].items():
            names[device] = name
            numbers.setdefault(device, []).append(named[row.id])
    most = sorted(numbers, key=lambda device: (-len(numbers[device]), names[device]))[:MOST_DEVICES]
    cells = (
        (
            names[each],
            str(len(numbers[each])),
            repeated_in_words(told, numbers[each]),
            "、".join(numbers[each]),
        )
        for each in most
    )
    return ReportTable(told.say(N_("故障设备")), columns, tuple(cells))


def repeated_in_words(told: PeriodRecords, numbers: list[str]) -> str:
    return told.say(N_("重复")) if len(numbers) >= REPEATED else "—"


# Times


def table_of_response_times(told: PeriodRecords) -> ReportTable:
    """By urgency: half of the faults took no longer than this, and how many kept the time agreed."""
    columns = report_columns(
        told, (N_("紧急程度"), 4), (N_("起数"), 2), (N_("响应（中位数）"), 4), (N_("响应达标"), 4), (N_("恢复（中位数）"), 4), (N_("恢复达标"), 4)
    )  # fmt: skip
    by_urgency: dict[str, list[Record]] = {}
    for row in told.faults:
        by_urgency.setdefault(row.urgency, []).append(row)
    order = [choice.name for choice in words_of_records.choices_meaning("urgency")]
    known = sorted(by_urgency, key=lambda name: order.index(name) if name in order else len(order))
    return ReportTable(
        told.say(N_("响应与恢复时间")),
        columns,
        tuple(row_of_urgency(told, by_urgency[name]) for name in known),
    )


def row_of_urgency(told: PeriodRecords, rows: list[Record]) -> tuple[str, ...]:
    urgency = words_of_records.choice_in_words(
        definition_of(rows[0]), ("urgency",), rows[0].urgency, told.lang
    )
    ends = [told.times_of_fault(row) for row in rows]
    due = [told.agreed_targets.due(row) for row in rows]
    cells = (
        cell
        for at in (0, 1)
        for cell in median_and_kept(told, rows, [e[at] for e in ends], [d[at] for d in due])
    )
    return (urgency or "—", str(len(rows)), *cells)


def median_and_kept(
    told: PeriodRecords, rows: list[Record], ends: list[int | None], due: list[int | None]
) -> Iterator[str]:
    """(median, kept of how many for which a time was agreed and is known to be kept or not)"""
    minutes = [(at - row.opened_at) // clock.MINUTE for row, at in zip(rows, ends, strict=True) if at]
    yield duration_in_words(round(median(minutes)), told.lang) if minutes else "—"
    now = told.ends
    judged = [(at or now) <= by for at, by in zip(ends, due, strict=True) if by and (at or now > by)]
    yield f"{sum(judged)}/{len(judged)}" if judged else "—"


# Satisfaction


def tables_of_satisfaction(told: PeriodRecords) -> Iterator[ReportTable]:
    """Counts, never who said what; only for who may read ratings at all (Viewer.reads_ratings)."""
    if not told.actor.viewer.reads_ratings:
        return
    labels = {
        each.name: i18n.pick(each.label, told.lang)
        for each in words_of_records.choices_meaning("dissatisfaction_reasons")
    }
    rows = [
        (i18n.pick(each.label, told.lang), str(told.counts_by_rating[each.name]))
        for each in words_of_records.choices_meaning("satisfaction")
    ]
    rows += [
        (told.say(N_("不满意原因：%(reason)s"), reason=labels.get(name, name)), str(n))
        for name, n in ratings.reasons_by_count(told.period.months, told.client.id)
    ]
    yield ReportTable(
        told.say(N_("满意度")),
        report_columns(told, (N_("评价"), 9), (N_("次数"), 3)),
        tuple(rows if told.counts_by_rating else ()),
    )
