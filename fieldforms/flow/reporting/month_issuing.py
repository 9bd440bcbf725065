"""A month's report is issued by a person: what the client got is kept as it was, and what changes later is told in the next.

It is kept in each language, as somebody with and without the clearance for confidential sheets reads it (with it only
if who issued it has it).
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace

from fieldforms import config, i18n
from fieldforms.errors import N_, MonthIssued, MonthNotOver
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register import clients
from fieldforms.flow.reporting import monthly_reports
from fieldforms.flow.reporting.periods import Month
from fieldforms.paper.month import ClientReport, ReportColumn, ReportTable, report_as_data, report_of_data
from fieldforms.store import audit, clock
from fieldforms.store.database import transaction
from fieldforms.store.models import IssuedMonth, User
from fieldforms.store.reporting import issued_months

ISSUERS = ("dispatcher", "supervisor")
MOST_MONTHS = 12  # so far back a correction is still told
CORRECTIONS = N_("上月更正")
LINES_LEFT_OUT = N_("出具以后成为涉密的单据不在这里显示；数目仍按出具时的算。")
PLAIN, CLEARED = "plain", "cleared"


def issue_month(actor: Actor, client_id: int, month: Month) -> None:
    """Keep the month's report as it is now, for good. Raises NotAllowed, NotFound, MonthNotOver, MonthIssued."""
    actor.needs(*ISSUERS)
    client = clients.client_in_scope(actor, client_id)
    if month.until > clock.now():
        raise MonthNotOver
    content = json.dumps(content_to_keep(actor, client.id, month), ensure_ascii=False, sort_keys=True)
    digest = hashlib.sha256(content.encode()).hexdigest()
    with transaction():
        if not issued_months.add_issued_month(
            client.id, month.text, content=content, digest=digest, by=actor.user_id
        ):
            raise MonthIssued
        audit.record_action(actor.user_id, "month.issue", str(client.id), month=month.text, digest=digest)


def content_to_keep(actor: Actor, client_id: int, month: Month) -> dict:
    readers = {PLAIN: without_clearance(actor)} | ({CLEARED: actor} if actor.viewer.confidential else {})
    return {
        reader: {
            lang: report_as_data(report_as_issued(who, client_id, month, lang)) for lang in i18n.LANGUAGES
        }
        for reader, who in readers.items()
    }


def without_clearance(actor: Actor) -> Actor:
    return replace(actor, user=User(**actor.account.__data__ | {"confidential": False}))


def report_as_issued(actor: Actor, client_id: int, month: Month, lang: str) -> ClientReport:
    report = report_as_it_stands(actor, client_id, month, lang)
    day = i18n.format_date(clock.now(), lang, config.current.tz)
    words = i18n.gettext(N_("已出具 %(day)s %(name)s"), lang, day=day, name=actor.account.name)
    return replace(report, issued=words, footer=f"{report.footer} · {words}")


def report_of_month(actor: Actor, client_id: int, month: Month, lang: str) -> ClientReport:
    """As it was issued; before that as it stands, with what changed in months that were issued. Raises NotFound."""
    kept = kept_report(actor, clients.client_in_scope(actor, client_id).id, month, lang)
    return kept or report_as_it_stands(actor, client_id, month, lang)


def may_issue(actor: Actor, client_id: int, month: Month) -> bool:
    over = month.until <= clock.now()
    return over and actor.viewer.role in ISSUERS and not issued_months.get_issued_month(client_id, month.text)


def kept_report(actor: Actor, client_id: int, month: Month, lang: str) -> ClientReport | None:
    row = issued_months.get_issued_month(client_id, month.text)
    return report_of_row(actor, row, lang) if row else None


def report_of_row(actor: Actor, row: IssuedMonth, lang: str) -> ClientReport:
    """Of what was kept that which this reader may read."""
    content = json.loads(row.content)
    cleared = actor.viewer.confidential and CLEARED in content
    report = without_guarded_rows(actor, report_of_data(content[CLEARED if cleared else PLAIN][lang]))
    if actor.viewer.reads_ratings:
        return report
    ratings = i18n.gettext(monthly_reports.RATINGS, lang)
    return replace(report, facts=tuple(fact for fact in report.facts if fact[0] != ratings))


def without_guarded_rows(actor: Actor, report: ClientReport) -> ClientReport:
    """What was issued before a room became confidential: without the lines about sheets that this reader may not read since."""
    numbers = tuple(sorted(monthly_reports.numbers_in_report(report)))
    guarded = {number for (number,) in issued_months.confidential_numbers(numbers)} if numbers else set()
    if guarded:
        asked = tuple(sorted(guarded))
        guarded -= {number for (number,) in issued_months.readable_numbers(actor.viewer, asked)}
    if not guarded:
        return report
    tables = tuple(table_without_sheets(table, guarded) for table in report.tables)
    return replace(report, tables=tables, notes=(*report.notes, i18n.gettext(LINES_LEFT_OUT, report.lang)))


def table_without_sheets(table: ReportTable, numbers: set[str]) -> ReportTable:
    left = tuple(row for row in table.rows if not numbers & monthly_reports.numbers_in_row(row))
    return replace(table, rows=left)


def report_as_it_stands(actor: Actor, client_id: int, month: Month, lang: str) -> ClientReport:
    report = monthly_reports.monthly_report(actor, client_id, month, lang)
    corrections = table_of_corrections(actor, client_id, month, lang)
    return replace(report, tables=(*report.tables, corrections)) if corrections.rows else report


def table_of_corrections(actor: Actor, client_id: int, month: Month, lang: str) -> ReportTable:
    """What became otherwise in the months issued before this one, and is not told in one of them already."""
    labels = ((N_("月份"), 3), (N_("单据"), 4), (N_("更正"), 14))
    columns = tuple(ReportColumn(i18n.gettext(label, lang), width) for label, width in labels)
    title, at = i18n.gettext(CORRECTIONS, lang), month.shifted_by(-1)
    rows: list[tuple[str, ...]] = []
    told: set[tuple[str, ...]] = set()
    for _month in range(MOST_MONTHS):
        kept = kept_report(actor, client_id, at, lang)
        if kept is None:
            break
        told |= {row for table in kept.tables if table.title == title for row in table.rows}
        now = monthly_reports.monthly_report(actor, client_id, at, lang)
        rows = [(at.words(lang), *row) for row in changes_between(kept, now)] + rows
        at = at.shifted_by(-1)
    return ReportTable(title, columns, tuple(row for row in rows if row not in told))


def changes_between(kept: ClientReport, now: ClientReport) -> Iterator[tuple[str, str]]:
    """(number, in words what was told of it and is to be told now)"""
    before, after = lines_by_number(kept), lines_by_number(now)
    for number in sorted(before.keys() | after.keys()):
        was, is_now = "；".join(before.get(number, ())), "；".join(after.get(number, ()))
        if was != is_now:
            yield number, change_in_words(was, is_now, kept.lang)


def change_in_words(was: str, is_now: str, lang: str) -> str:
    if not was:
        return i18n.gettext(N_("补记：%(now)s"), lang, now=is_now)
    if not is_now:
        return i18n.gettext(N_("不再列入：%(before)s"), lang, before=was)
    return i18n.gettext(N_("原为：%(before)s。现为：%(now)s"), lang, before=was, now=is_now)


def lines_by_number(report: ClientReport) -> dict[str, list[str]]:
    """A sheet's number → what the report's tables say of it. Open points are as of the month's end, and stay so."""
    found: dict[str, list[str]] = {}
    for table in report.tables:
        if table.number_at is not None:
            for row in table.rows:
                found.setdefault(row[table.number_at], []).append(cells_in_words(row, table.number_at))
    return {number: sorted(lines) for number, lines in found.items()}


def cells_in_words(row: tuple[str, ...], but: int) -> str:
    return " · ".join(cell for at, cell in enumerate(row) if at != but and cell.strip("—"))
