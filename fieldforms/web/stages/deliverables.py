"""A deliverable of a client: what fulfils it, what is said of it, and saying something."""

from functools import partial

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms import i18n
from fieldforms.errors import N_, BadDocument, ChangedMeanwhile, Invalid, NotFound, Problem
from fieldforms.flow import local_time
from fieldforms.flow.documents.document_columns import ADDING_COLUMNS
from fieldforms.flow.documents.documents import DOCUMENT_KEEPERS
from fieldforms.flow.library import form_files
from fieldforms.flow.papers.client_papers import PAPER_WRITERS
from fieldforms.flow.papers.paper_library import paper_templates
from fieldforms.flow.papers.room_papers import ROOM_PAPERS
from fieldforms.flow.people.actors import may_start_as
from fieldforms.flow.register.clients import CLIENT_READERS, client_in_scope
from fieldforms.flow.reporting.response_times import RESPONSE_TIME_READERS
from fieldforms.flow.stages import papers, stage_words
from fieldforms.flow.stages.progress import ClientProgress, Standing, progress_to_read
from fieldforms.flow.stages.stage_words import STAGE_DECIDERS, STAGE_READERS, STAGE_SPEAKERS
from fieldforms.forms.definition import Definition
from fieldforms.store.models import Client
from fieldforms.web import inputs, page, versions
from fieldforms.web.access import actor, signed_in, takes_up_to
from fieldforms.web.addresses import CLIENT_RULE
from fieldforms.web.documents.upload_pages import FILE_INPUT, MOST_BODY, file_page, no_file
from fieldforms.web.stages.stage_lines import line_of_standing, lines_of_words

blueprint = Blueprint("deliverables", __name__)

DELIVERABLE_RULE = f"{CLIENT_RULE}/stages/<name>"
WORD_RULE = f"{DELIVERABLE_RULE}/words/<int(max={inputs.MOST_ID}):word_id>/removal"


@blueprint.get(DELIVERABLE_RULE)
@signed_in(*STAGE_READERS)
def show(client_id: int, name: str):
    """Also of what the file of stages no longer asks: what was said of it stays."""
    client = client_in_scope(actor(), client_id)
    return deliverable_page(client, name)


@blueprint.post(DELIVERABLE_RULE)
@signed_in(*STAGE_SPEAKERS)
def tell(client_id: int, name: str):
    client, _standing = stage_words.deliverable_to_tell(actor(), client_id, name)
    try:
        stage_words.tell_deliverable(
            actor(), client_id, name, inputs.posted_texts(), versions.shown_texts(), page.lang()
        )
    except (Invalid, ChangedMeanwhile) as refused:
        return deliverable_page(client, name, inputs.posted_texts(), refused)
    return back_to_deliverable(client, name)


def deliverable_page(client: Client, name: str, texts=None, refused: Problem | None = None):
    found, words = (
        progress_to_read(actor(), client.id),
        stage_words.words_of_deliverable(actor(), client, name),
    )
    standing = found.standing_by_name(name)
    named = papers.papers_of_words(actor(), standing, words)
    values = {
        "client": client,
        "name": name,
        "stage": stage_of_deliverable(found, name),
        "label": standing.asked.label if standing else words[0].label or name,
        "line": line_of_standing(client, standing, named) if standing else None,
        "words": lines_of_words(words, named),
        "may_tell": standing is not None and stage_words.may_tell(actor(), client, standing),
        "may_decide": stage_words.may_decide(actor()) and not client.retired_at,
        "begins": forms_to_begin(client, standing),
        "paper_url": address_of_paper(client, standing),
        "shown": link_to_page(client, standing),
    }
    if standing is None or not values["may_tell"]:
        return page.show("stages/deliverables/show.html", refused.status if refused else 200, **values)
    form = stage_words.speaking_form(actor(), client, standing, page.lang())
    shown = form.texts if texts is None else texts
    return inputs.edit_page("stages/deliverables/show.html", form.columns, shown, refused, **values)


def forms_to_begin(client: Client, standing: Standing | None) -> list[Definition]:
    """Those that fulfil it by themselves and that this person may begin at the client."""
    if standing is None or client.retired_at or not standing.asked.sheets:
        return []
    keys = {rule.form for rule in standing.asked.sheets}
    found = form_files.forms_startable_at(partial(may_start_as, actor()), "client")
    return [form for form in found if form.key in keys]


def address_of_paper(client: Client, standing: Standing | None) -> str:
    """Where this person writes and issues the paper of the house that fulfils it, else \"\"."""
    paper = standing.asked.paper if standing and not client.retired_at else ""
    role = actor().account.role
    if paper in ROOM_PAPERS and role in DOCUMENT_KEEPERS:
        return url_for("client_papers.index", client_id=client.id, _anchor="rooms")
    if paper in paper_templates() and role in PAPER_WRITERS:
        return url_for("client_papers.show", client_id=client.id, paper=paper)
    return ""


# What the program shows of a client (CLIENT_PAGES) → what a link there says, and who may follow it.
PAGE_LINKS = {
    "contacts": (N_("看联系人"), CLIENT_READERS),
    "rooms": (N_("看各房间和系统连接图"), CLIENT_READERS),
    "devices": (N_("看设备清单"), CLIENT_READERS),
    "month": (N_("看本月的运维月报"), CLIENT_READERS),
    "year": (N_("看本年的运维回顾"), CLIENT_READERS),
    "times": (N_("看响应和恢复时间"), RESPONSE_TIME_READERS),
}


def link_to_page(client: Client, standing: Standing | None) -> tuple[str, str] | None:
    """(address, words), where the program itself shows what is asked for and this person may see it."""
    asked = standing.asked.page if standing else ""
    if not asked or actor().account.role not in PAGE_LINKS[asked][1]:
        return None
    today = local_time.today()
    addresses = {
        "contacts": url_for("contacts.index", client_id=client.id),
        "rooms": url_for("rooms.index", client_id=client.id),
        "devices": url_for("devices.index", client=client.id),
        "month": url_for("client_reports.show", client_id=client.id, month=today[:7]),
        "year": url_for("client_reports.show_year", client_id=client.id, year=today[:4]),
        "times": url_for("response_times.show", client=client.id),
    }
    return addresses[asked], page.say(PAGE_LINKS[asked][0])


def stage_of_deliverable(found: ClientProgress, name: str):
    """None of what is no longer asked."""
    return next(
        (each.stage for each in found.stages if any(one.asked.name == name for one in each.standings)), None
    )


@blueprint.get(f"{DELIVERABLE_RULE}/document")
@signed_in(*STAGE_SPEAKERS)
def new_document(client_id: int, name: str):
    client, standing = stage_words.deliverable_to_tell(actor(), client_id, name)
    known = {"kind": standing.asked.document, "title": i18n.pick(standing.asked.label, page.lang())}
    return putting_page(client, standing, known)


@blueprint.post(f"{DELIVERABLE_RULE}/document")
@takes_up_to(MOST_BODY)
@signed_in(*STAGE_SPEAKERS)
def put_document(client_id: int, name: str):
    client, standing = stage_words.deliverable_to_tell(actor(), client_id, name)
    file, texts = request.files.get(FILE_INPUT), inputs.posted_texts()
    try:
        if not file or not file.filename:
            raise no_file()
        stage_words.put_document(actor(), client_id, name, texts, file.stream, file.filename or "")
    except (Invalid, BadDocument) as refused:
        return putting_page(client, standing, texts, refused)
    return back_to_deliverable(client, name)


def putting_page(client: Client, standing: Standing, texts, refused: Problem | None = None):
    about = {"client_id": client.id, "name": standing.asked.name}
    return file_page(
        ADDING_COLUMNS,
        texts,
        refused,
        action=url_for("deliverables.put_document", **about),
        target={
            "words": f"{client.short_name} · {i18n.pick(standing.asked.label, page.lang())}",
            "url": url_for("deliverables.show", **about),
        },
        asked={},
        heading=N_("放入资料"),
        document=None,
    )


@blueprint.get(WORD_RULE)
@signed_in(*STAGE_DECIDERS)
def removal(client_id: int, name: str, word_id: int):
    client, word = stage_words.word_to_take_back(actor(), client_id, name, word_id)
    if word.taken_back_at:
        raise NotFound
    named = papers.papers_of_words(actor(), None, [word])
    [line] = lines_of_words([word], named)
    return page.show("stages/deliverables/take_back.html", client=client, name=name, line=line)


@blueprint.post(WORD_RULE)
@signed_in(*STAGE_DECIDERS)
def take_back(client_id: int, name: str, word_id: int):
    client, _word = stage_words.word_to_take_back(actor(), client_id, name, word_id)
    stage_words.take_word_back(actor(), client_id, name, word_id)
    flash(page.say(N_("已撤回。")), "success")
    return redirect(url_for("deliverables.show", client_id=client.id, name=name), 303)


def back_to_deliverable(client: Client, name: str):
    flash(page.say(N_("已保存。")), "success")
    return redirect(url_for("deliverables.show", client_id=client.id, name=name), 303)
