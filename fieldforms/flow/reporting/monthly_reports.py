"""运维月报, 年度运维回顾: a client's month or year on one sheet. Everything in it is what its reader may read.

A month tells every sheet, for clients pay against it; a year counts them (flow/reporting/yearly_reviews.py has its tables).
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from fieldforms import config, i18n
from fieldforms.errors import N_
from fieldforms.flow import local_time
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.prefill import open_points
from fieldforms.flow.record import projection
from fieldforms.flow.register import contracts
from fieldforms.flow.register.register_columns import CLIENT_TYPES
from fieldforms.flow.reporting import period_records
from fieldforms.flow.reporting.period_records import PeriodRecords, definition_of, fold_of_row
from fieldforms.flow.reporting.periods import Month, duration_in_words
from fieldforms.flow.sheets import words_of_records
from fieldforms.paper.month import ClientReport, ReportColumn, ReportTable
from fieldforms.store import clock
from fieldforms.store.models import Record
from fieldforms.store.register import devices, sites
from fieldforms.store.register.sites import Site

RATINGS = N_("满意度")  # a fact for who may read ratings
LATE_WORD, CONFIDENTIAL_WORDS = N_("超时"), N_("（涉密，内容见原单）")


def monthly_report(actor: Actor, client_id: int, month: Month, lang: str) -> ClientReport:
    """The month as paper draws it. Raises NotFound."""
    told = period_records.gather_records(actor, client_id, month, lang)
    tables = (*tables_by_form(told), table_of_faults(told), table_of_parts(told), table_of_open_points(told))
    return draw_report(told, told.say(N_("运维月报")), tables)


def draw_report(
    told: PeriodRecords, title: str, tables: tuple[ReportTable, ...], boxes: tuple[str, ...] = ()
) -> ClientReport:
    company = config.current.company_name(told.lang)
    return ClientReport(
        lang=told.lang,
        company=company,
        title=title,
        period=told.period.words(told.lang),
        facts=tuple(facts_of_head(told)),
        tables=tables,
        boxes=boxes,
        parties=((told.say(N_("客户")), told.client.name), (told.say(N_("服务单位")), company)),
        notes=tuple(notes_below(told)),
        footer=told.say(
            N_("%(client)s · 生成于 %(time)s"),
            client=told.client.short_name,
            time=i18n.format_time(clock.now(), told.lang, config.current.tz),
        ),
    )


# The head


def facts_of_head(told: PeriodRecords) -> Iterator[tuple[str, str]]:
    client, contract = told.client, contracts.contract_of_client(told.client)
    yield told.say(N_("客户")), client.name
    yield told.say(N_("地址")), client.address or "—"
    yield told.say(N_("合同")), contract_words(told, contract)
    yield told.say(N_("巡检")), visits_in_words(told, contract)
    yield told.say(N_("单据")), told.say(N_("%(n)s 张"), n=len(told.rows))
    yield told.say(N_("故障")), faults_in_words(told)
    if contract.calls_left is not None:
        yield told.say(N_("按次剩余")), told.say(N_("%(n)s 次"), n=contract.calls_left)
    if told.actor.viewer.reads_ratings:
        yield told.say(RATINGS), satisfaction_in_words(told)


def faults_in_words(told: PeriodRecords) -> str:
    return told.say(
        N_("报修 %(n)s 起，恢复 %(m)s 起，期末未恢复 %(k)s 起"),
        n=len(told.faults),
        m=len(told.restored_faults),
        k=len(told.unrestored_faults),
    )


def contract_words(told: PeriodRecords, contract: contracts.Contract) -> str:
    kind = told.say(CLIENT_TYPES[contract.type]) if contract.type in CLIENT_TYPES else told.say(N_("未登记"))
    end = contract.warranty if contract.type == "under_warranty" else contract.ends
    if not end.day:
        return kind
    return told.say(N_("%(kind)s，至 %(day)s"), kind=kind, day=i18n.format_date(end.day, told.lang))


def visits_in_words(told: PeriodRecords, contract: contracts.Contract) -> str:
    """Done in the month, where it is one; of its year, against what is agreed."""
    year = told.period.text[:4]
    whole = contracts.visits_done(told.client, year)
    done = told.say(N_("全年 %(done)s 次"), done=whole)
    if contract.visits_agreed is not None:
        done = visits_of_agreed(told, whole, contract.visits_agreed)
    if not isinstance(told.period, Month):
        return done
    words = told.say(N_("本月 %(n)s 次"), n=len(days_visited(told)))
    if contract.visits_agreed is None:
        return words
    return f"{words}{'，' if told.lang == 'zh' else ', '}{done}"


def visits_of_agreed(told: PeriodRecords, done: int, agreed: int) -> str:
    """全年 4/4; what is beyond is said as such: 5/4 reads as a mistake."""
    words = told.say(N_("全年 %(done)s/%(agreed)s"), done=min(done, agreed), agreed=agreed)
    more = told.say(N_("另多做 %(n)s 次"), n=done - agreed) if done > agreed else ""
    return f"{words} {more}".strip()


def days_visited(told: PeriodRecords) -> set[date]:
    """The days on which maintenance was done, as its reports say."""
    return days_served(told, contracts.forms_that_ask("maintenance_date"))


def days_served(told: PeriodRecords, keys: list[str]) -> set[date]:
    """The days of the period on which sheets of these forms were done."""
    times = devices.times_served(told.client.id, keys, told.period.since)
    return {local_time.date_of(at) for at in times if at < told.period.until}


def satisfaction_in_words(told: PeriodRecords) -> str:
    said = [
        f"{i18n.pick(choice.label, told.lang)} {told.counts_by_rating[choice.name]}"
        for choice in words_of_records.choices_meaning("satisfaction")
        if told.counts_by_rating[choice.name]
    ]
    return " · ".join(said) or told.say(N_("无"))


# What was done


def tables_by_form(told: PeriodRecords) -> Iterator[ReportTable]:
    """One table a form, in the forms' order; faults have a table of their own."""
    columns = report_columns(
        told, (N_("编号"), 5), (N_("日期"), 4), (N_("内容"), 9), (N_("结果"), 4), (N_("签字"), 4)
    )
    for label, rows in by_form(told, [row for row in told.rows if not row.urgency]):
        yield ReportTable(
            told.say(N_("%(form)s（%(n)s 张）"), form=label, n=len(rows)),
            columns,
            tuple(row_of_sheet(told, row) for row in rows),
            number_at=0,
        )


def by_form(told: PeriodRecords, rows: list[Record]) -> Iterator[tuple[str, list[Record]]]:
    """(the form's label, its records), in the forms' order."""
    found: dict[str, list[Record]] = {}
    for row in rows:
        found.setdefault(row.key, []).append(row)
    for key in sorted(found, key=lambda key: (definition_of(found[key][-1]).order, key)):
        yield i18n.pick(definition_of(found[key][-1]).label, told.lang), found[key]


def row_of_sheet(told: PeriodRecords, row: Record) -> tuple[str, ...]:
    line = words_of_records.line_of_row(row, told.lang)
    return row.number, told.day(row.dated_at), subject_told_outside(told, row), line.result, line.signature


def subject_told_outside(told: PeriodRecords, row: Record) -> str:
    """What it was about. Of confidential rooms the number alone: this paper goes through many hands."""
    if row.confidential:
        return told.say(CONFIDENTIAL_WORDS)
    return "：".join(filter(None, (row.device_names, row.summary))) or "—"


def table_of_faults(told: PeriodRecords) -> ReportTable:
    """Reported or restored in the period, or open at its end: a repair across the month's end is told in both."""
    columns = report_columns(
        told,
        (N_("编号"), 5),
        (N_("报修时间"), 4),
        (N_("现象"), 8),
        (N_("紧急程度"), 3),
        (N_("响应"), 3),
        (N_("恢复"), 3),
    )
    rows = tuple(row_of_fault(told, row) for row in told.faults_told)
    return ReportTable(told.say(N_("故障（%(n)s 起）"), n=len(rows)), columns, rows, number_at=0)


def row_of_fault(told: PeriodRecords, row: Record) -> tuple[str, ...]:
    definition = definition_of(row)
    urgency = projection.standing_answer(definition, fold_of_row(told, row), "urgency") or ""
    responded, back = told.times_of_fault(row)
    respond_by, restore_by = told.agreed_targets.due(row, urgency)
    return (
        row.number,
        told.moment(row.opened_at),
        subject_told_outside(told, row),
        words_of_records.choice_in_words(definition, ("urgency",), urgency, told.lang),
        time_taken_in_words(told, row, responded, respond_by),
        time_taken_in_words(told, row, back, restore_by),
    )


def time_taken_in_words(told: PeriodRecords, row: Record, at: int | None, by: int | None) -> str:
    """How long it took from the report, and whether that was too long."""
    late = by is not None and (at or told.ends) > by
    words = (
        duration_in_words((at - row.opened_at) // clock.MINUTE, told.lang) if at else told.say(N_("进行中"))
    )
    return f"{words} {told.say(LATE_WORD)}" if late else words


def report_columns(told: PeriodRecords, *columns: tuple[str, int]) -> tuple[ReportColumn, ...]:
    return tuple(ReportColumn(told.say(label), width) for label, width in columns)


def table_of_parts(told: PeriodRecords) -> ReportTable:
    """What was fitted by the stock's movements; beside it what only the sheets say was used. Each once."""
    columns = report_columns(
        told, (N_("日期"), 4), (N_("配件"), 9), (N_("数量"), 3), (N_("设备"), 7), (N_("单据"), 5)
    )
    rows = [*rows_of_moved_parts(told), *rows_of_parts_in_words(told)]
    return ReportTable(told.say(N_("更换的配件")), columns, tuple(rows), number_at=4)


def rows_of_moved_parts(told: PeriodRecords) -> Iterator[tuple[str, ...]]:
    """Of confidential rooms the number alone, as in `about`; without a sheet nothing."""
    for each in sites.parts_fitted_at(
        told.actor.viewer, told.client.id, told.period.since, told.period.until
    ):
        moved, part = each.moved, each.moved.part
        if each.confidential:
            if moved.record:
                yield told.day(each.at), told.say(CONFIDENTIAL_WORDS), "—", "—", moved.record
            continue
        name = " ".join(filter(None, (part.name, part.brand, part.model)))
        amount = f"{each.quantity} {part.unit}".strip()
        device = moved.device.name if moved.device_id else "—"
        yield told.day(each.at), name, amount, device, moved.record or "—"


def rows_of_parts_in_words(told: PeriodRecords) -> Iterator[tuple[str, ...]]:
    """What sheets say was used and no movement tells: parts the stock does not know, or had too few of. Of confidential
    rooms the number alone."""
    for each in period_records.parts_in_words(told):
        row, day, amount = each.row, told.day(each.at), str(each.left or "—")
        if each.part.known:  # what the stock knows and did not give: said, not booked
            amount = told.say(N_("%(n)s（单上所写，未出库）"), n=amount)
        if row.confidential:
            yield day, told.say(CONFIDENTIAL_WORDS), "—", "—", row.number
        else:
            yield day, each.part.in_words(told.lang), amount, row.device_names or "—", row.number


def table_of_open_points(told: PeriodRecords) -> ReportTable:
    """As they stood at the end of the period, or stand now."""
    columns = report_columns(told, (N_("日期"), 4), (N_("遗留问题"), 12), (N_("设备"), 7), (N_("单据"), 5))
    found = open_points.open_points_at(told.actor, Site(told.client.id), told.ends)
    rows = tuple(
        (
            told.day(each.at),
            told.say(CONFIDENTIAL_WORDS) if each.confidential else each.text,
            "—" if each.confidential else "、".join(each.devices) or "—",
            each.number,
        )
        for each in found
    )
    return ReportTable(told.say(N_("遗留问题")), columns, rows)


def notes_below(told: PeriodRecords) -> Iterator[str]:
    yield told.say(N_("口径：%(figures)s。已取消、已更正的单据不列。"), figures=figures_in_words(told))
    if told.period.until > clock.now():
        yield told.say(told.period.UNFINISHED)


def figures_in_words(told: PeriodRecords) -> str:
    """Each figure with what it counts and by which day (`period_records.FIGURES`)."""
    colon, semicolon = ("：", "；") if told.lang == "zh" else (": ", "; ")
    return semicolon.join(
        f"{told.say(name)}{colon}{told.say(means)}" for name, means in period_records.FIGURES
    )


SHEET_NUMBER = re.compile(r"[A-Z][A-Z0-9]*-[0-9]{6}-[0-9]{4,}")


def numbers_in_report(report: ClientReport) -> set[str]:
    """The cells that are a sheet's number: they lead to it."""
    return {number for table in report.tables for row in table.rows for number in numbers_in_row(row)}


def numbers_in_row(row: Iterable[str]) -> set[str]:
    return {cell for cell in row if SHEET_NUMBER.fullmatch(cell)}
