"""运维月报, 年度运维回顾: a client's month or year on one sheet. Everything in it is what its reader may read.

A month tells every sheet, for clients pay against it; a year counts them (flow/reporting/yearly_reviews.py has its tables).
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from fieldforms import config, i18n
from fieldforms.errors import N_, NotFound
from fieldforms.flow import local_time
from fieldforms.flow.completing import step_movements
from fieldforms.flow.faults import targets
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.prefill import open_points
from fieldforms.flow.record import folding, projection
from fieldforms.flow.register import contracts
from fieldforms.flow.register.register_columns import CLIENT_TYPES
from fieldforms.flow.reporting.periods import Month, Period, duration_in_words
from fieldforms.flow.sheets import words_of_records
from fieldforms.forms.definition import Definition
from fieldforms.paper.month import ClientReport, ReportColumn, ReportTable
from fieldforms.store import clock
from fieldforms.store.library import definitions
from fieldforms.store.models import Client, Record
from fieldforms.store.record import lists, ratings
from fieldforms.store.record.records import Sealed
from fieldforms.store.register import clients, devices, sites
from fieldforms.store.register.sites import Site

LATE, SECRET = N_("超时"), N_("（涉密，内容见原单）")


@dataclass
class PeriodRecords:
    """What was done in a month or year: records with their entries, by form, in the order of their days."""

    actor: Actor
    client: Client
    period: Period
    lang: str
    rows: list[Record] = field(default_factory=list)
    entries: dict[str, list[Sealed]] = field(default_factory=dict)

    @cached_property
    def agreed(self) -> targets.AgreedTargets:
        return targets.AgreedTargets([self.client.id])

    @property
    def faults(self) -> list[Record]:
        return [row for row in self.rows if is_fault(row)]

    @cached_property
    def rated(self) -> Counter[str]:
        """Ratings counted by answer; only ever for who may read them (store.lists.RATING_READERS)."""
        counted: Counter[str] = Counter()
        for _month, answer, n in ratings.by_month(self.period.months, self.client.id):
            counted[answer] += n
        return counted

    def say(self, message: str, /, **values) -> str:
        return i18n.gettext(message, self.lang, **values)

    def day(self, ms: int) -> str:
        return i18n.format_day(ms, self.lang, config.current.tz)

    def moment(self, ms: int) -> str:
        return f"{self.day(ms)} {i18n.local(ms, config.current.tz):%H:%M}"


def monthly_report(actor: Actor, client_id: int, month: Month, lang: str) -> ClientReport:
    """The month as paper draws it. Raises NotFound."""
    told = gather_records(actor, client_id, month, lang)
    tables = (*tables_by_form(told), table_of_faults(told), table_of_parts(told), table_of_open_points(told))
    return draw_report(told, told.say(N_("运维月报")), tables)


def gather_records(actor: Actor, client_id: int, period: Period, lang: str) -> PeriodRecords:
    """All records of the period that stand; people's own matters (overtime, approvals) are none of the client's.

    Raises NotFound.
    """
    client = clients.get(actor.viewer, client_id)
    if client is None:
        raise NotFound
    told = PeriodRecords(actor, client, period, lang)
    filters = lists.RecordFilters(client=client.id, since=period.since, until=period.until)
    for page in lists.pages(actor.viewer, filters):
        found = [
            row for row in page if row.state != "cancelled" and not row.superseded_by and not row.personal
        ]
        told.rows += found
        opened = [row for row in found if MEANINGS_TOLD & definition_of(row).meanings.keys()]
        told.entries |= lists.entries_of(opened, actor.viewer) if opened else {}
    told.rows.reverse()
    return told


MEANINGS_TOLD = {
    "urgency",
    "parts",
    "cost",
}  # meanings whose answers are told; other sheets are not opened for it


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
    yield (
        told.say(N_("故障")),
        told.say(
            N_("%(n)s 起，已恢复 %(m)s 起"),
            n=len(told.faults),
            m=sum(restored_at(told, row) is not None for row in told.faults),
        ),
    )
    if contract.calls_left is not None:
        yield told.say(N_("按次剩余")), told.say(N_("%(n)s 次"), n=contract.calls_left)
    if told.actor.viewer.role in lists.RATING_READERS:
        yield told.say(N_("满意度")), satisfaction_in_words(told)


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
        done = told.say(N_("全年 %(done)s/%(agreed)s"), done=whole, agreed=contract.visits_agreed)
    if not isinstance(told.period, Month):
        return done
    words = told.say(N_("本月 %(n)s 次"), n=len(days_visited(told)))
    if contract.visits_agreed is None:
        return words
    return f"{words}{'，' if told.lang == 'zh' else ', '}{done}"


def days_visited(told: PeriodRecords) -> set[date]:
    """The days on which maintenance was done, as its reports say."""
    keys = contracts.forms_that_ask("maintenance_date")
    times = devices.times_served(told.client.id, keys, told.period.since)
    return {local_time.date_of(at) for at in times if at < told.period.until}


def satisfaction_in_words(told: PeriodRecords) -> str:
    said = [
        f"{i18n.pick(choice.label, told.lang)} {told.rated[choice.name]}"
        for choice in words_of_records.choices_meaning("satisfaction")
        if told.rated[choice.name]
    ]
    return " · ".join(said) or told.say(N_("无"))


# What was done


def tables_by_form(told: PeriodRecords) -> Iterator[ReportTable]:
    """One table a form, in the forms' order; faults have a table of their own."""
    columns = make_columns(
        told, (N_("编号"), 5), (N_("日期"), 4), (N_("内容"), 9), (N_("结果"), 4), (N_("签字"), 4)
    )
    for label, rows in by_form(told, [row for row in told.rows if not is_fault(row)]):
        yield ReportTable(
            told.say(N_("%(form)s（%(n)s 张）"), form=label, n=len(rows)),
            columns,
            tuple(row_of_sheet(told, row) for row in rows),
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
    return row.number, told.day(row.dated_at), subject_of_row(told, row), line.result, line.signature


def subject_of_row(told: PeriodRecords, row: Record) -> str:
    """What it was about. Of confidential rooms the number alone: this paper goes through many hands."""
    if row.confidential:
        return told.say(SECRET)
    return "：".join(filter(None, (row.device_names, row.summary))) or "—"


def table_of_faults(told: PeriodRecords) -> ReportTable:
    columns = make_columns(
        told,
        (N_("编号"), 5),
        (N_("报修时间"), 4),
        (N_("现象"), 8),
        (N_("紧急程度"), 3),
        (N_("响应"), 3),
        (N_("恢复"), 3),
    )
    rows = tuple(row_of_fault(told, row) for row in told.faults)
    return ReportTable(told.say(N_("故障（%(n)s 起）"), n=len(rows)), columns, rows)


def row_of_fault(told: PeriodRecords, row: Record) -> tuple[str, ...]:
    definition, entries = definition_of(row), told.entries[row.uuid]
    urgency = projection.standing_answer(definition, fold_of_row(told, row), "urgency") or ""
    responded, back = targets.response_and_restore_times(definition, entries, row.state, row.next_by)
    respond_by, restore_by = told.agreed.due(row, urgency)
    return (
        row.number,
        told.moment(row.opened_at),
        subject_of_row(told, row),
        words_of_records.choice_in_words(definition, ("urgency",), urgency, told.lang),
        time_taken_in_words(told, row, responded, respond_by),
        time_taken_in_words(told, row, back, restore_by),
    )


def time_taken_in_words(told: PeriodRecords, row: Record, at: int | None, by: int | None) -> str:
    """How long it took from the report, and whether that was too long."""
    late = by is not None and (at or clock.now()) > by
    words = (
        duration_in_words((at - row.opened_at) // clock.MINUTE, told.lang) if at else told.say(N_("进行中"))
    )
    return f"{words} {told.say(LATE)}" if late else words


def restored_at(told: PeriodRecords, row: Record) -> int | None:
    return responded_and_restored_at(told, row)[1]


def responded_and_restored_at(told: PeriodRecords, row: Record) -> tuple[int | None, int | None]:
    """When somebody went on with it, and when it was restored, as in `targets.response_and_restore_times`."""
    return targets.response_and_restore_times(
        definition_of(row), told.entries[row.uuid], row.state, row.next_by
    )


def is_fault(row: Record) -> bool:
    """A form that asks how urgent it is."""
    return bool(definition_of(row).meanings.get("urgency"))


def definition_of(row: Record) -> Definition:
    return definitions.read(row.definition)


def fold_of_row(told: PeriodRecords, row: Record) -> folding.Fold:
    return folding.fold(definition_of(row), told.entries.get(row.uuid, ()))


def make_columns(told: PeriodRecords, *columns: tuple[str, int]) -> tuple[ReportColumn, ...]:
    return tuple(ReportColumn(told.say(label), width) for label, width in columns)


def table_of_parts(told: PeriodRecords) -> ReportTable:
    """What was fitted by the stock's movements; beside it what only the sheets say was used. Each once."""
    columns = make_columns(
        told, (N_("日期"), 4), (N_("配件"), 9), (N_("数量"), 3), (N_("设备"), 7), (N_("单据"), 5)
    )
    rows = [*rows_of_moved_parts(told), *rows_of_parts_in_words(told)]
    return ReportTable(told.say(N_("更换的配件")), columns, tuple(rows))


def rows_of_moved_parts(told: PeriodRecords) -> Iterator[tuple[str, ...]]:
    """Of confidential rooms the number alone, as in `about`; without a sheet nothing."""
    for each in sites.parts_fitted_at(
        told.actor.viewer, told.client.id, told.period.since, told.period.until
    ):
        moved, part = each.moved, each.moved.part
        if each.confidential:
            if moved.record:
                yield told.day(moved.at), told.say(SECRET), "—", "—", moved.record
            continue
        name = " ".join(filter(None, (part.name, part.brand, part.model)))
        amount = f"{each.quantity} {part.unit}".strip()
        device = moved.device.name if moved.device_id else "—"
        yield told.day(moved.at), name, amount, device, moved.record or "—"


def rows_of_parts_in_words(told: PeriodRecords) -> Iterator[tuple[str, ...]]:
    """What sheets say was used and no movement tells: parts the stock does not know, or had too few of."""
    for row in told.rows:
        used = list(step_movements.used_parts(definition_of(row), fold_of_row(told, row)))
        moved = step_movements.parts_fitted_by_record(row) if used else Counter()
        for part in used:
            known = min(part.quantity, moved[part.known])
            moved[part.known] -= known
            if known < part.quantity or not part.quantity:
                yield row_of_part_in_words(told, row, part, part.quantity - known)


def row_of_part_in_words(
    told: PeriodRecords, row: Record, part: step_movements.UsedPart, left: int
) -> tuple[str, ...]:
    """Of confidential rooms the number alone, as in `about`."""
    day = told.day(row.dated_at)
    if row.confidential:
        return day, told.say(SECRET), "—", "—", row.number
    amount = str(left or "—")
    if part.known:  # what the stock knows and did not give: said, not booked
        amount = told.say(N_("%(n)s（单上所写，未出库）"), n=amount)
    return day, part.words(told.lang), amount, row.device_names or "—", row.number


def table_of_open_points(told: PeriodRecords) -> ReportTable:
    """As they stand today."""
    columns = make_columns(told, (N_("日期"), 4), (N_("遗留问题"), 12), (N_("设备"), 7), (N_("单据"), 5))
    found = open_points.open_points_at(told.actor, Site(told.client.id))
    rows = tuple(
        (
            told.day(each.at),
            told.say(SECRET) if each.confidential else each.text,
            "—" if each.confidential else "、".join(each.devices) or "—",
            each.number,
        )
        for each in found
    )
    return ReportTable(told.say(N_("遗留问题")), columns, rows)


def notes_below(told: PeriodRecords) -> Iterator[str]:
    yield told.say(
        N_(
            "日期按工作的那一天，单据上没有的按开单的那一天；遗留问题为生成时的情况。已取消、已更正的单据不列。"
        )
    )
    if told.period.until > clock.now():
        yield told.say(told.period.UNFINISHED)
