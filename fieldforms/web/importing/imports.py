"""A list comes in: the file, where its columns go, what becomes of each row, and what was written."""

from flask import Blueprint, redirect, request, url_for

from fieldforms.errors import N_, BadList, ImportStale, Invalid, NotFound, TooManyTries, WrongPassword
from fieldforms.flow.filling.drafts import is_uuid, new_uuid
from fieldforms.flow.importing import import_kinds, imports, verdicts
from fieldforms.flow.importing.import_kinds import IMPORT_KINDS, IMPORTERS, PERSON_IMPORTERS
from fieldforms.flow.people import invitations, sessions
from fieldforms.forms.kinds import clean_text
from fieldforms.paper import blank_list, qr
from fieldforms.store.models import Import
from fieldforms.web import inputs, page
from fieldforms.web.access import actor, me, signed_in
from fieldforms.web.file_responses import file_response
from fieldforms.web.importing import column_forms, verdict_lines

blueprint = Blueprint("imports", __name__, url_prefix="/imports")
IMPORT_RULE = "/<import_id>"


@blueprint.get("")
@signed_in(*IMPORTERS)
def index():
    return page.show(
        "importing/imports/index.html",
        kinds=imports.kinds_for_actor(actor()),
        listed=imports.latest_imports_for(actor()),
        labels={kind.name: kind.label for kind in IMPORT_KINDS.values()},
    )


@blueprint.get("/new/<listed>")
@signed_in(*IMPORTERS)
def new(listed: str):
    return choosing_file_page(listed)


def choosing_file_page(listed: str, wrong: dict[str, str] | None = None):
    kind = imports.kind_for_actor(actor(), listed)
    uuid = request.form.get("uuid", "")
    return inputs.input_page(
        "importing/imports/new.html",
        wrong,
        kind=kind,
        uuid=uuid if is_uuid(uuid) and not wrong else new_uuid(),
    )


@blueprint.post("/new/<listed>")
@signed_in(*IMPORTERS)
def create(listed: str):
    imports.kind_for_actor(actor(), listed)
    file, uuid = request.files.get("file"), request.form.get("uuid", "")
    uuid = uuid if is_uuid(uuid) else new_uuid()
    if imports.is_begun(uuid):  # sent twice
        return redirect(url_for("imports.columns", import_id=uuid), 303)
    if file is None or not file.filename:
        return choosing_file_page(listed, {"file": page.say(N_("请选择一个文件。"))})
    try:
        row = imports.begin_import(actor(), listed, clean_text(file.filename), file.read(), uuid)
    except BadList as refused:
        return choosing_file_page(listed, {"file": page.say(refused.sentence, **refused.values)})
    return redirect(url_for("imports.columns", import_id=row.uuid), 303)


@blueprint.get("/templates/<listed>.xlsx")
@signed_in(*IMPORTERS)
def template(listed: str):
    kind = imports.kind_for_actor(actor(), listed)
    columns = import_kinds.blank_columns(kind, page.lang())
    return file_response(blank_list.write_blank_list(page.say(kind.label), columns), "xlsx", kind.name)


@blueprint.get(f"{IMPORT_RULE}/columns")
@signed_in(*IMPORTERS)
def columns(import_id: str):
    return columns_page(import_to_change(import_id))


def import_to_change(import_id: str) -> Import:
    row = imports.import_for_actor(actor(), import_id)
    if row.asked_at or row.applied_at:
        raise ImportStale
    return row


def columns_page(row: Import, refused: Invalid | None = None):
    opened = verdicts.open_list(row)
    wrong = inputs.sentences_by_input(refused)
    shown = {"row": row, "opened": opened, **column_forms.columns_context(opened)}
    return inputs.input_page("importing/imports/columns.html", wrong, **shown)


@blueprint.post(f"{IMPORT_RULE}/columns")
@signed_in(*IMPORTERS)
def place(import_id: str):
    row = import_to_change(import_id)
    opened = verdicts.open_list(row)
    if request.form.get("do") == "open":
        imports.place_columns(actor(), import_id, column_forms.reopened_choices(opened))
        return redirect(url_for("imports.columns", import_id=import_id), 303)
    try:
        imports.place_columns(actor(), import_id, column_forms.posted_choices(opened))
    except Invalid as refused:
        return columns_page(row, refused)
    return redirect(url_for("imports.show", import_id=import_id), 303)


@blueprint.get(IMPORT_RULE)
@signed_in(*IMPORTERS)
def show(import_id: str):
    row = imports.import_for_actor(actor(), import_id)
    if page.is_partial() and (row.applied_at or not row.asked_at):
        return "", 200, {"HX-Refresh": "true"}  # asked by the page of the writing, which is over
    if row.applied_at:
        return done_page(row)
    if row.asked_at:
        at, of = imports.written.get(row.uuid, (0, 0))
        return page.show("importing/imports/writing.html", row=row, kind=IMPORT_KINDS[row.kind], at=at, of=of)
    opened = verdicts.open_list(row)
    if not opened.choices.are_made:
        return redirect(url_for("imports.columns", import_id=import_id), 303)
    return verdicts_page(row, opened)


def verdicts_page(row: Import, opened: verdicts.OpenedList, wrong: dict[str, str] | None = None):
    found = verdicts.judge_import(actor(), row, opened)
    shown = {"row": row, "kind": found.opened.kind, **verdict_lines.verdicts_context(found)}
    return inputs.input_page("importing/imports/show.html", wrong, **shown)


def done_page(row: Import):
    opened = verdicts.open_list(row)
    return page.show(
        "importing/imports/done.html",
        row=row,
        kind=opened.kind,
        done=row.done,
        states=[
            (page.say(words), row.done["counts"][name])
            for name, (words, _tone) in verdict_lines.STATES.items()
            if row.done["counts"].get(name)
        ],
        others=[(at, column_forms.name_of_sheet(table)) for at, table in opened.other_sheets],
        may_invite=row.kind == "people" and bool(row.done["ids"]["new"]),
        uuid=new_uuid(),
        seen_at=address_of_written(row),
    )


def address_of_written(row: Import) -> str:
    """Of devices just those."""
    if row.kind == "devices":
        return url_for("devices.index", imported=row.uuid)
    return url_for(PAGES_OF_KINDS.get(row.kind, "clients.index"))


# Where what was written is seen; all else stands in a client's file.
PAGES_OF_KINDS = {
    "models": "models.index",
    "makers": "makers.index",
    "parts": "parts.index",
    "stock": "parts.index",
    "people": "people.index",
}


@blueprint.post(f"{IMPORT_RULE}/corrections")
@signed_in(*IMPORTERS)
def correct(import_id: str):
    row = import_to_change(import_id)
    if request.form.get("do") == "leave_out":
        imports.leave_out_open_rows(actor(), import_id)
    else:
        found = verdicts.judge_import(actor(), row)
        said = verdict_lines.posted_corrections()
        words, answers = verdict_lines.posted_words(found), verdict_lines.posted_answers()
        imports.correct_rows(actor(), import_id, said, words, answers, verdict_lines.posted_habits())
    return redirect(url_for("imports.show", import_id=import_id, **place_to_go(import_id)), 303)


def place_to_go(import_id: str) -> dict:
    """The page goes on showing what it showed, or what was tapped; where nothing of that is left, what needs somebody."""
    go, show = request.form.get("go", ""), request.form.get("show", "")
    shown = {each: {"show": each} for each in (*verdict_lines.STATES, *verdict_lines.GATHERED)}
    if go in verdict_lines.BESIDE_PAGE:
        found = verdicts.judge_import(actor(), import_to_change(import_id))
        return {**shown.get(show, {}), "page": verdict_lines.page_beside(found, show, go)}
    return shown.get(go) or shown.get(show, {})


@blueprint.post(f"{IMPORT_RULE}/writing")
@signed_in(*IMPORTERS)
def write(import_id: str):
    row = imports.import_for_actor(actor(), import_id)
    if row.kind == "people" and not row.asked_at and not row.applied_at:
        wrong = wrong_own_password()
        if wrong:
            return verdicts_page(row, verdicts.open_list(row), wrong)
    imports.ask_to_write(actor(), import_id)
    return redirect(url_for("imports.show", import_id=import_id), 303)


def wrong_own_password() -> dict[str, str]:
    """Accounts change only after the person's own password."""
    wrong = inputs.sentences_of_missing("own_password")
    if wrong:
        return wrong
    try:
        sessions.confirm_password(me().session, request.form["own_password"])
    except WrongPassword:
        return {"own_password": page.say(N_("您自己的密码不对。"))}
    except TooManyTries as refused:
        return {"own_password": page.say(refused.sentence, **refused.values)}
    return {}


@blueprint.post(f"{IMPORT_RULE}/sheets")
@signed_in(*IMPORTERS)
def open_sheet(import_id: str):
    """Another sheet of the same file."""
    uuid = request.form.get("uuid", "")
    uuid = uuid if is_uuid(uuid) else new_uuid()
    if not imports.is_begun(uuid):
        imports.begin_with_sheet(actor(), import_id, request.form.get("sheet", -1, int), uuid)
    return redirect(url_for("imports.columns", import_id=uuid), 303)


# People that came in: a sheet with the codes that sign their phones in


@blueprint.get(f"{IMPORT_RULE}/invitations")
@signed_in(*PERSON_IMPORTERS)
def ask_to_invite(import_id: str):
    return inputs.input_page("importing/imports/invite.html", row=people_written(import_id))


def people_written(import_id: str) -> Import:
    row = imports.import_for_actor(actor(), import_id)
    if row.kind != "people" or not row.applied_at:
        raise NotFound
    return row


@blueprint.post(f"{IMPORT_RULE}/invitations")
@signed_in(*PERSON_IMPORTERS)
def invite(import_id: str):
    """Shown once: only the hashes are kept, so that showing them again makes new ones."""
    row = people_written(import_id)
    wrong = wrong_own_password()
    if wrong:
        return inputs.input_page("importing/imports/invite.html", wrong, row=row)
    cards = []
    for user, token in invitations.invite_on_sheet(actor(), row.done["ids"]["new"]):
        url = page.public_origin() + url_for("accounts.invitation", token=token)
        cards.append((user, url, qr.svg(url, "M", 0)))
    days = invitations.SHEET_LIFETIME // (24 * 60 * 60_000)
    return page.show("importing/imports/invitations.html", 201, row=row, cards=cards, days=days)
