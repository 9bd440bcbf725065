"""运维月报: a client's month, on the screen and on paper."""

from flask import Blueprint

from fieldforms.flow import clients as files
from fieldforms.flow import localtime, months, periods
from fieldforms.paper import month as paper
from fieldforms.store import clock
from fieldforms.web import page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.clients import CLIENT
from fieldforms.web.records import pdf_file

blueprint = Blueprint("months", __name__)


@blueprint.get(f"{CLIENT}/months/<month>")
@signed_in(*files.READERS)
def show(client_id: int, month: str):
    client, chosen = files.seen_by(actor(), client_id), periods.parsed(month)
    following = chosen.shifted(1)
    return page.show(
        "months/show.html",
        client=client,
        month=chosen,
        words=chosen.words(page.lang()),
        previous=chosen.shifted(-1),
        following=following if following.text <= localtime.today()[:7] else None,
        report=months.report(actor(), client_id, chosen, page.lang()),
        body_class="wide",
    )


@blueprint.get(f"{CLIENT}/months/<month>.pdf")
@signed_in(*files.READERS)
def pdf(client_id: int, month: str):
    report = months.report(actor(), client_id, periods.parsed(month), page.lang())
    return pdf_file(paper.render(report, timestamp_ms=clock.now()), f"{client_id}-{month}.pdf")
