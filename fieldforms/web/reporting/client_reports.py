"""运维月报 and 年度运维回顾: a client's month or year, on the screen and on paper."""

from collections.abc import Callable
from functools import partial

from flask import Blueprint, flash, redirect, url_for

from fieldforms.errors import N_
from fieldforms.flow import local_time
from fieldforms.flow.register import clients
from fieldforms.flow.reporting import month_issuing, monthly_reports, periods, yearly_reviews
from fieldforms.paper.month import ClientReport, render_report
from fieldforms.store import clock
from fieldforms.web import page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.addresses import CLIENT_RULE
from fieldforms.web.file_responses import pdf_file

blueprint = Blueprint("client_reports", __name__)

MONTH_LABELS = (N_("打印月报（PDF）"), N_("上个月：%(month)s"), N_("下个月：%(month)s"))
YEAR_LABELS = (N_("打印年度回顾（PDF）"), N_("上一年：%(month)s"), N_("下一年：%(month)s"))


@blueprint.get(f"{CLIENT_RULE}/months/<month>")
@signed_in(*clients.CLIENT_READERS)
def show(client_id: int, month: str):
    chosen = periods.parse_month(month)
    may_issue = month_issuing.may_issue(actor(), client_id, chosen)
    report = month_issuing.report_of_month
    return client_report_page(client_id, chosen, report, "months", MONTH_LABELS, may_issue=may_issue)


@blueprint.post(f"{CLIENT_RULE}/months/<month>/issue")
@signed_in(*month_issuing.ISSUERS)
def issue(client_id: int, month: str):
    month_issuing.issue_month(actor(), client_id, periods.parse_month(month))
    flash(page.say(N_("月报已出具，内容不再变化。")), "success")
    return redirect(url_for("client_reports.show", client_id=client_id, month=month), 303)


@blueprint.get(f"{CLIENT_RULE}/years/<year>")
@signed_in(*clients.CLIENT_READERS)
def show_year(client_id: int, year: str):
    review = partial(yearly_reviews.yearly_review, costs=True)
    return client_report_page(client_id, periods.parse_year(year), review, "years", YEAR_LABELS)


def client_report_page(
    client_id: int,
    chosen: periods.Period,
    report: Callable[..., ClientReport],
    kind: str,
    words: tuple,
    may_issue: bool = False,
):
    client, following = clients.client_in_scope(actor(), client_id), chosen.shifted_by(1)
    told = report(actor(), client_id, chosen, page.lang())
    return page.show(
        "reporting/client_reports/show.html",
        client=client,
        month=chosen,
        base=f"/clients/{client.id}/{kind}",
        words=words,
        previous=chosen.shifted_by(-1),
        following=following if following.text <= local_time.today() else None,
        report=told,
        numbers=monthly_reports.numbers_in_report(told),
        may_issue=may_issue,
        body_class="wide",
    )


@blueprint.get(f"{CLIENT_RULE}/months/<month>.pdf")
@signed_in(*clients.CLIENT_READERS)
def pdf(client_id: int, month: str):
    return report_pdf(
        month_issuing.report_of_month(actor(), client_id, periods.parse_month(month), page.lang()),
        client_id,
        month,
    )


@blueprint.get(f"{CLIENT_RULE}/years/<year>.pdf")
@signed_in(*clients.CLIENT_READERS)
def pdf_year(client_id: int, year: str):
    return report_pdf(
        yearly_reviews.yearly_review(actor(), client_id, periods.parse_year(year), page.lang()),
        client_id,
        year,
    )


def report_pdf(report: ClientReport, client_id: int, period: str):
    (_client, client_name), *_others = report.parties
    body = render_report(report, timestamp_ms=clock.now())
    return pdf_file(body, client_name, report.title, period)
