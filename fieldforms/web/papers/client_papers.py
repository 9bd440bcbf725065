"""The papers of a client: their list, what each says, writing it, its PDF, and putting it into the client's documents."""

from typing import Any

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms.errors import N_, ChangedMeanwhile, Invalid, Problem
from fieldforms.flow.documents.documents import DOCUMENT_KEEPERS
from fieldforms.flow.papers import client_papers, paper_sheets, paper_texts
from fieldforms.flow.papers.client_papers import PAPER_READERS, PAPER_WRITERS, TEXT_COLUMNS, ClientPaper
from fieldforms.flow.papers.paper_facts import PLACES_TO_FILL_IN, PaperFacts
from fieldforms.flow.papers.paper_sheets import PaperSheet
from fieldforms.flow.register import register_columns
from fieldforms.flow.register.clients import CLIENT_EDITORS, client_in_scope
from fieldforms.flow.sheets import words_of_records
from fieldforms.i18n import LANGUAGE_NAMES, LANGUAGES
from fieldforms.paper.booklet import render_booklet
from fieldforms.store import clock
from fieldforms.store.models import Draft
from fieldforms.store.register import clients
from fieldforms.web import inputs, page, versions
from fieldforms.web.access import actor, me, signed_in
from fieldforms.web.addresses import CLIENT_RULE
from fieldforms.web.file_responses import pdf_file

blueprint = Blueprint("client_papers", __name__)
PAPER_RULE = f"{CLIENT_RULE}/papers/<paper>"
NOT_SAID = N_("（还没登记，印成横线）")
# Where something is filled in (PLACES_TO_FILL_IN) → its page.
PAGES_TO_FILL_IN = {
    "client": "clients.edit",
    "contacts": "contacts.new",
    "rooms": "rooms.new",
    "technicians": "client_technicians.edit",
}


@blueprint.get(f"{CLIENT_RULE}/papers")
@signed_in(*PAPER_READERS)
def index(client_id: int):
    client = client_in_scope(actor(), client_id)
    rooms = clients.rooms(client)
    return page.show(
        "papers/client_papers/index.html",
        client=client,
        papers=client_papers.papers_of_client(actor(), client_id, page.lang()),
        rooms=[room for room in rooms if actor().account.confidential or not room.confidential],
    )


def language_of_paper() -> str:
    """`in`, of the address or of the form that was looked at: the language of the paper; else the reader's own."""
    asked = request.values.get("in", "")
    return asked if asked in LANGUAGES else page.lang()


def in_asked_language() -> dict[str, Any]:
    """What an address says of it, where it is not the reader's own."""
    return {"in": asked} if (asked := language_of_paper()) != page.lang() else {}


def asked_paper(client_id: int, paper: str) -> ClientPaper:
    return client_papers.paper_to_read(actor(), client_id, paper, language_of_paper())


@blueprint.get(PAPER_RULE)
@signed_in(*PAPER_READERS)
def show(client_id: int, paper: str):
    """`version`: an older one's number."""
    found = asked_paper(client_id, paper)
    asked = request.args.get("version", type=inputs.whole_number)
    chosen = client_papers.text_of_version(found, asked) if asked else None
    text, facts = chosen.text if chosen else found.text, PaperFacts(actor(), found.client, found.lang)
    may_write = me().role in PAPER_WRITERS and found.client.retired_at is None
    sheets = paper_sheets.sheets_of_paper(actor(), found)
    ways = paper_sheets.ways_to_send(actor(), found, sheets) if found.is_issued or not may_write else []
    return page.show(
        "papers/client_papers/show.html",
        paper=found,
        client=found.client,
        chosen=chosen,
        lines=lines_to_read(text, facts),
        to_write=paper_texts.passages_to_write(found.text),
        lacking=[line_of_lacking(found, *each) for each in client_papers.words_lacking(found, facts)],
        may_write=may_write,
        guarded=client_papers.guarded_edition(actor(), found),
        sheets=[line_of_sent_sheet(each) for each in sheets],
        ways=ways,
        unapproved=paper_sheets.goes_out_unapproved(found, ways),
        at_once=paper_sheets.way_to_issue(actor(), found) if may_write else None,
        languages=LANGUAGE_NAMES,
        in_language=in_asked_language(),
        elsewhere=client_papers.texts_in(found.other_language, found.written),
        body_class="wide",
    )


def line_of_sent_sheet(each: PaperSheet) -> dict:
    """How the sheet stands with which a paper went to somebody."""
    line = words_of_records.line_of_row(each.row, page.lang())
    return {"way": each.way, "version": each.version, "line": line}


def lines_to_read(text: str, facts: PaperFacts) -> list[tuple[str, str]]:
    """(kind, words) of each line; where paper has a table or a drawing, what it is."""
    words = paper_texts.words_of_facts(text, facts)
    figures = {name: page.say(N_("〔此处是：%(name)s〕"), name=name) for name in paper_texts.FIGURES_BY_NAME}
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return [
        (paper_texts.kind_of_line(line), paper_texts.fill_in_words(line, words | figures)) for line in lines
    ]


def line_of_lacking(paper: ClientPaper, name: str, filled_in: str) -> dict:
    may = me().role in CLIENT_EDITORS and paper.client.retired_at is None
    return {
        "name": name,
        "place": PLACES_TO_FILL_IN[filled_in],
        "url": url_for(PAGES_TO_FILL_IN[filled_in], client_id=paper.client.id) if may else "",
    }


@blueprint.get(f"{PAPER_RULE}.pdf")
@signed_in(*PAPER_READERS)
def pdf(client_id: int, paper: str):
    """`version`: an older one's number. As the register stands now; what was issued is among the documents."""
    found = asked_paper(client_id, paper)
    asked = request.args.get("version", type=inputs.whole_number)
    text = client_papers.text_of_version(found, asked).text if asked else ""
    booklet = client_papers.booklet_of_paper(actor(), found, text)
    body = render_booklet(booklet, timestamp_ms=clock.now())
    return pdf_file(body, found.client.name, booklet.title)


@blueprint.get(f"{PAPER_RULE}/edit")
@signed_in(*PAPER_WRITERS)
def edit(client_id: int, paper: str):
    found = client_papers.paper_to_write(actor(), client_id, paper, language_of_paper())
    return text_page(found, register_columns.input_texts(TEXT_COLUMNS, {"text": found.text}))


@blueprint.post(f"{PAPER_RULE}/edit")
@signed_in(*PAPER_WRITERS)
def write(client_id: int, paper: str):
    found = client_papers.paper_to_write(actor(), client_id, paper, language_of_paper())
    try:
        client_papers.write_text(
            actor(), client_id, paper, found.lang, inputs.posted_texts(), versions.shown_texts()
        )
    except (Invalid, ChangedMeanwhile) as refused:
        return text_page(found, inputs.posted_texts(), refused)
    flash(page.say(N_("已保存。")), "success")
    return to_paper(client_id, paper)


def text_page(paper: ClientPaper, texts, refused: Problem | None = None):
    facts = PaperFacts(actor(), paper.client, paper.lang)
    return inputs.edit_page(
        "papers/client_papers/edit.html",
        TEXT_COLUMNS,
        texts,
        refused,
        paper=paper,
        client=paper.client,
        in_language=in_asked_language(),
        words=[
            (f"{{{name}}}", each.words(facts) or page.say(NOT_SAID))
            for name, each in paper_texts.names_of_words(paper.lang).items()
        ],
        figures=paper_texts.names_of_figures(paper.lang),
        body_class="wide",
    )


@blueprint.post(f"{PAPER_RULE}/issue")
@signed_in(*PAPER_WRITERS)
def issue(client_id: int, paper: str):
    """`number`: of the version that was looked at."""
    number = request.form.get("number", -1, inputs.whole_number)
    document = client_papers.issue_paper(actor(), client_id, paper, language_of_paper(), number)
    flash(page.say(N_("已出具，放进了客户的资料：%(name)s"), name=document.title), "success")
    return to_paper(client_id, paper)


@blueprint.post(f"{PAPER_RULE}/sheets/<way>")
@signed_in(*DOCUMENT_KEEPERS)
def send(client_id: int, paper: str, way: str):
    """Into a sheet. `number`: of the issued version that was looked at; else `text`: of the version of its text, which is issued
    for it."""
    sends = paper_sheets.issue_and_send if "text" in request.form else paper_sheets.send_paper
    number = request.form.get("text" if "text" in request.form else "number", -1, inputs.whole_number)
    sent = sends(actor(), client_id, paper, language_of_paper(), way, number)
    if isinstance(sent, Draft):
        return redirect(url_for("drafts.show", uuid=sent.uuid), 303)
    flash(page.say(N_("已送出：%(number)s"), number=sent.number), "success")
    return to_paper(client_id, paper)


def to_paper(client_id: int, paper: str):
    where = url_for("client_papers.show", client_id=client_id, paper=paper, **in_asked_language())
    return redirect(where, 303)
