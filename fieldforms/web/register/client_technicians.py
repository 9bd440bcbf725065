"""Who serves a client, changed from its file. Who goes is told what they leave behind, as on the page of a person."""

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms.errors import N_, ChangedMeanwhile, Invalid, NotCleared, NotFound, Problem
from fieldforms.flow.inbox import succession
from fieldforms.flow.register.clients import CLIENT_EDITORS, client_to_change
from fieldforms.store.models import Client, User
from fieldforms.store.people import accounts
from fieldforms.web import inputs, own_password, page, versions
from fieldforms.web.access import actor, signed_in
from fieldforms.web.addresses import CLIENT_RULE
from fieldforms.web.people import leaving

blueprint = Blueprint("client_technicians", __name__)

MOST_ASSIGNMENTS = 50  # on the page: the latest
LOOK_AT_WORK = N_("不再服务的人还有没做完的：看一下移交给谁，再保存一次。")


@blueprint.get(f"{CLIENT_RULE}/technicians")
@signed_in(*CLIENT_EDITORS)
def edit(client_id: int):
    client = client_to_change(actor(), client_id)
    return technicians_page(client, {user.id for user in accounts.technicians_of(client.id)})


@blueprint.post(f"{CLIENT_RULE}/technicians")
@signed_in(*CLIENT_EDITORS)
def change(client_id: int):
    client = client_to_change(actor(), client_id)
    chosen, to = ids_given(), request.form.get("to", 0, inputs.whole_number)
    going = [user for user in accounts.technicians_of(client.id) if user.id not in chosen]
    if request.form.get("named") != names_of(going) and any(leaves_work(user, client) for user in going):
        return technicians_page(client, chosen, to, Invalid([("to", LOOK_AT_WORK, {})]))
    if asking := own_password.page_until_confirmed(url_for("client_technicians.edit", client_id=client_id)):
        return asking
    try:
        succession.assign_technicians(actor(), client.id, chosen, to or None, versions.shown_texts())
    except NotCleared as refused:
        return technicians_page(client, chosen, to, Invalid([("to", refused.sentence, refused.values)]))
    except Invalid as refused:
        return technicians_page(client, chosen, to, refused)
    except ChangedMeanwhile as changed:
        return technicians_page(client, {int(id) for id, text in changed.merged.items() if text}, to, changed)
    flash(page.say(N_("已保存。")), "success")
    return redirect(url_for("clients.show", client_id=client.id, _anchor="technicians"), 303)


def ids_given() -> set[int]:
    """Raises NotFound for what is no id."""
    try:
        return {inputs.whole_number(text) for text in request.form.getlist("technician")}
    except ValueError as error:
        raise NotFound from error


def technicians_page(client: Client, chosen: set[int], to: int = 0, refused: Problem | None = None):
    """Who can serve the client, and with each who does what they would leave behind."""
    everyone = succession.technicians_in_use()
    going = [user for user in accounts.technicians_of(client.id) if user.id not in chosen]
    left = {user: leaving.lines_of_left(succession.left_at(user, {client.id})) for user in going}
    return inputs.versioned_page(
        "register/client_technicians/edit.html",
        {str(user.id): "1" if user.id in chosen else "" for user in everyone},
        refused,
        client=client,
        everyone=everyone,
        chosen=chosen,
        left={user.name: lines for user, lines in left.items() if lines},
        takers=[(each.id, each.name) for each in accounts.active_users() if each.role in succession.TAKERS],
        to=to,
        history=list(accounts.assignments_to_client(client.id, MOST_ASSIGNMENTS)),
        named=names_of(going),
    )


def names_of(going: list[User]) -> str:
    """Of whom it was told what they would leave behind."""
    return ",".join(str(user.id) for user in going)


def leaves_work(user: User, client: Client) -> bool:
    left = succession.left_at(user, {client.id})
    return bool(left.drafts or left.held or left.plans)
