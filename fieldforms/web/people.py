"""People: who works here, whom they serve, their phones. Changes of an account ask for one's own password again."""

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms import i18n
from fieldforms.errors import (
    N_,
    NameTaken,
    NotCleared,
    NotFound,
    Problem,
    TooManyTries,
    WeakSecret,
    WrongPassword,
)
from fieldforms.flow import accounts as verbs
from fieldforms.flow import invitations, sessions, succession
from fieldforms.paper import qr
from fieldforms.store import accounts, clients
from fieldforms.store import sessions as stored_sessions
from fieldforms.store.models import User
from fieldforms.web import inputs, leaving, page
from fieldforms.web.access import actor, me, signed_in

blueprint = Blueprint("people", __name__, url_prefix="/people")
ID = f"/<int(max={inputs.MOST_ID}):id>"
SERVING = "technician"  # the role that sees the clients it is assigned to; the others see all, or none


@blueprint.get("")
@signed_in("dispatcher", "supervisor", "admin")
def index():
    everyone = accounts.everyone()
    return page.show(
        "people/index.html",
        everyone=everyone,
        served=accounts.with_clients(everyone),
        seen=stored_sessions.last_seen(),
        roles=verbs.ROLES,
        serving=SERVING,
    )


@blueprint.get(ID)
@signed_in("dispatcher", "supervisor", "admin")
def show(id: int):
    user = of(id)
    sees_phones = me().role in ("supervisor", "admin")
    return page.show(
        "people/show.html",
        user=user,
        role=verbs.ROLES[user.role],
        serving=user.role == SERVING,
        served=accounts.clients_of(user),
        phones=sessions.phones(user) if sees_phones else None,
        may_invite=invitations.may_invite(actor(), user),
        current=me().session,
    )


def of(id: int) -> User:
    user = accounts.by_id(id)
    if user is None:
        raise NotFound
    return user


@blueprint.get("/new")
@signed_in("admin")
def new():
    return inputs.form("people/new.html", **newcomer())


@blueprint.post("/new")
@signed_in("admin")
def add():
    template, values = "people/new.html", newcomer()
    if asking := unconfirmed(template, "login", "name", "role", "password", **values):
        return asking
    try:
        user = verbs.add_user(actor(), values["login"], password=request.form["password"], **given())
    except NameTaken as problem:
        return inputs.refused(template, "login", problem, **values)
    except WeakSecret as problem:
        return inputs.refused(template, "password", problem, **values)
    flash(page.say(N_("%(name)s 已添加。"), name=user.name), "success")
    return redirect(url_for("people.show", id=user.id), 303)


def newcomer() -> dict:
    return given() | {"login": inputs.text("login", 40), "roles": verbs.ROLES}


def unconfirmed(template: str, *needed: str, **values):
    """The form again until it comes with all it needs and with the person's own password; then None."""
    read = {name: values[name] for name in needed if name in values}
    wrong = inputs.missing(*needed, "own_password", **read)
    if wrong:
        return inputs.form(template, wrong, **values)
    try:
        sessions.confirm(me().user, request.form["own_password"])
    except (WrongPassword, TooManyTries) as problem:
        return inputs.own_password_refused(template, problem, **values)
    return None


def given() -> dict:
    """What a posted form says of a person; a role or language that is none is as good as unanswered."""
    role, language = request.form.get("role", ""), request.form.get("language", "")
    return {
        "name": inputs.text("name", 60),
        "role": role if role in verbs.ROLES else "",
        "phone": inputs.text("phone", 40),
        "language": language if language in i18n.LANGUAGES else i18n.LANGUAGES[0],
        "confidential": request.form.get("confidential") == "1",
    }


@blueprint.get(f"{ID}/edit")
@signed_in("admin")
def edit(id: int):
    user = of(id)
    known = {name: getattr(user, name) for name in ("name", "role", "phone", "language", "confidential")}
    return inputs.form("people/edit.html", **about(user), **known)


@blueprint.post(f"{ID}/edit")
@signed_in("admin")
def change(id: int):
    values = about(of(id))
    said = given() | ({"role": values["user"].role} if values["own"] else {})
    if asking := unconfirmed("people/edit.html", "name", "role", **values, **said):
        return asking
    verbs.edit_user(actor(), id, **said)
    flash(page.say(N_("已保存。")), "success")
    return redirect(url_for("people.show", id=id), 303)


def about(user: User) -> dict:
    """For a template: the person, the roles there are, and is it one's `own` account."""
    return {"user": user, "roles": verbs.ROLES, "own": user.id == me().id}


@blueprint.get(f"{ID}/clients")
@signed_in("dispatcher", "supervisor", "admin")
def assignment(id: int):
    user = serving(id)
    return clients_form(user, {client.id for client in accounts.clients_of(user)})


def clients_form(user: User, served: set[int], to: int = 0, refused: Problem | None = None):
    """Whom the person serves, and with each client what they would leave behind there."""
    now = {
        client: leaving.lines(succession.left_at(user, {client.id})) for client in accounts.clients_of(user)
    }
    return inputs.form(
        "people/clients.html",
        {"to": page.say(refused.sentence, **refused.values)} if refused else {},
        user=user,
        clients=clients.seen_by(actor().viewer),
        served=served,
        left={client.name: named for client, named in now.items() if named},
        takers=named_takers(user),
        to=to,
    )


@blueprint.post(f"{ID}/clients")
@signed_in("dispatcher", "supervisor", "admin")
def assign(id: int):
    user, chosen = serving(id), set(request.form.getlist("client"))
    if not chosen <= {str(client.id) for client in clients.seen_by(actor().viewer)}:
        raise NotFound
    served, to = {int(client) for client in chosen}, request.form.get("to", 0, inputs.whole)
    try:
        succession.assign(actor(), user, served, to or None)
    except NotCleared as refused:
        return clients_form(user, served, to, refused)
    flash(page.say(N_("已保存。")), "success")
    return redirect(url_for("people.show", id=id), 303)


def named_takers(user: User) -> list[tuple[int, str]]:
    return [(each.id, each.name) for each in succession.takers(user)]


def serving(id: int) -> User:
    user = of(id)
    if user.role != SERVING:
        raise NotFound
    return user


@blueprint.get(f"{ID}/invitation")
@signed_in("supervisor", "admin")
def invitation(id: int):
    return inputs.form("people/invite.html", user=invitable(id))


@blueprint.post(f"{ID}/invitation")
@signed_in("supervisor", "admin")
def invite(id: int):
    """The code for a new phone, shown once: only its hash is kept, so that showing it again makes a new one."""
    user = invitable(id)
    if asking := unconfirmed("people/invite.html", user=user):
        return asking
    url = page.origin() + url_for("accounts.invitation", token=invitations.invite(actor(), id))
    minutes = invitations.LIFETIME // 60_000
    return page.show(
        "people/invitation.html", 201, user=user, url=url, code=qr.svg(url, "M", 0), minutes=minutes
    )


def invitable(id: int) -> User:
    user = of(id)
    if not invitations.may_invite(actor(), user):
        raise NotFound
    return user


@blueprint.get(f"{ID}/password")
@signed_in("admin")
def password(id: int):
    return inputs.form("people/password.html", user=of(id))


@blueprint.post(f"{ID}/password")
@signed_in("admin")
def reset(id: int):
    template, user = "people/password.html", of(id)
    if asking := unconfirmed(template, "password", user=user):
        return asking
    try:
        verbs.reset_password(actor(), id, request.form["password"])
    except WeakSecret as problem:
        return inputs.refused(template, "password", problem, user=user)
    flash(page.say(N_("%(name)s 的密码已重设，所有设备都已退出。"), name=user.name), "success")
    return redirect(url_for("people.show", id=id), 303)


@blueprint.get(f"{ID}/disabling")
@signed_in("admin")
def disabling(id: int):
    return inputs.form("people/disable.html", **leaving_of(somebody_else(id)))


def leaving_of(user: User) -> dict:
    """Who is to be disabled, what they would leave behind, and to whom it can go."""
    left = succession.Left() if user.disabled_at else succession.left_by(user)
    return {
        "user": user,
        "left": leaving.lines(left),
        "takers": named_takers(user) if left.to_hand_over else [],
        "to": request.form.get("to", 0, inputs.whole),
    }


@blueprint.post(f"{ID}/disabling")
@signed_in("admin")
def disable(id: int):
    """Disable, or enable again who is disabled; the form says which of the two it shows."""
    user, template = somebody_else(id), "people/disable.html"
    values = leaving_of(user)
    if asking := unconfirmed(template, **values):
        return asking
    disabled = request.form.get("disabled") == "1"
    try:
        if disabled:
            succession.disable(actor(), id, values["to"] or None)
        else:
            verbs.set_disabled(actor(), id, False)
    except NotCleared as problem:
        return inputs.refused(template, "to", problem, **values)
    said = N_("%(name)s 已停用，下一次操作时就会退出。") if disabled else N_("%(name)s 已恢复使用。")
    flash(page.say(said, name=user.name), "success")
    return redirect(url_for("people.show", id=id), 303)


def somebody_else(id: int) -> User:
    user = of(id)
    if user.id == me().id:
        raise NotFound
    return user


@blueprint.post(f"{ID}/phones/<int(max={inputs.MOST_ID}):phone>/revocation")
@signed_in("supervisor", "admin")
def revoke_phone(id: int, phone: int):
    """A lost phone: its session ends at its next request."""
    user = of(id)
    if phone not in {row.id for row in sessions.phones(user)}:
        raise NotFound
    sessions.revoke(actor(), phone)
    flash(page.say(N_("那台设备已退出登录。")), "success")
    return redirect(url_for("people.show", id=id), 303)
