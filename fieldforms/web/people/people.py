"""People: who works here, whom they serve, their phones. Changes of an account ask for one's own password again."""

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms import i18n
from fieldforms.errors import (
    N_,
    ChangedMeanwhile,
    Invalid,
    NameTaken,
    NotCleared,
    NotFound,
    Problem,
    TooManyTries,
    WeakSecret,
    WrongPassword,
)
from fieldforms.flow import form_changes
from fieldforms.flow.form_input import mistakes_in_input
from fieldforms.flow.inbox import succession
from fieldforms.flow.people import invitations, second_factor_changes, sessions
from fieldforms.flow.people.accounts import (
    ROLE_NAMES,
    TYPED_INPUTS,
    USER_INPUTS,
    add_user,
    reset_password,
    set_disabled,
)
from fieldforms.paper import qr
from fieldforms.store.models import User
from fieldforms.store.people import accounts
from fieldforms.store.people.sessions import last_seen
from fieldforms.store.register import clients
from fieldforms.web import inputs, own_password, page, versions
from fieldforms.web.access import actor, me, signed_in
from fieldforms.web.people import leaving

blueprint = Blueprint("people", __name__, url_prefix="/people")
PERSON_RULE = f"/<int(max={inputs.MOST_ID}):id>"
SERVING = "technician"  # the role that sees the clients it is assigned to; the others see all, or none


@blueprint.get("")
@signed_in("dispatcher", "supervisor", "admin")
def index():
    everyone = accounts.all_users()
    return page.show(
        "people/people/index.html",
        everyone=everyone,
        served=accounts.client_names_by_user(everyone),
        seen=last_seen(),
        roles=ROLE_NAMES,
        serving=SERVING,
        body_class="wide",
        styles=("lists.css",),
    )


@blueprint.get(PERSON_RULE)
@signed_in("dispatcher", "supervisor", "admin")
def show(id: int):
    user = user_of(id)
    sees_phones = me().role in ("supervisor", "admin")
    return page.show(
        "people/people/show.html",
        user=user,
        role=ROLE_NAMES[user.role],
        serving=user.role == SERVING,
        served=accounts.clients_of(user),
        has_clients=bool(clients.seen_by(actor().viewer)),
        phones=sessions.live_sessions_of(user) if sees_phones else None,
        may_invite=invitations.may_invite(actor(), user),
        may_reset=user.second_factor_at and second_factor_changes.may_reset(actor(), user),
        current=me().session,
    )


def user_of(id: int) -> User:
    user = accounts.by_id(id)
    if user is None:
        raise NotFound
    return user


@blueprint.get("/new")
@signed_in("admin")
def new():
    return inputs.input_page("people/people/new.html", **newcomer_as_typed())


@blueprint.post("/new")
@signed_in("admin")
def add():
    template, values = "people/people/new.html", newcomer_as_typed()
    if asking := unconfirmed_page(template, "login", "name", "role", "password", **values):
        return asking
    try:
        user = add_user(actor(), values["login"], password=request.form["password"], **person_given())
    except NameTaken as problem:
        return inputs.refused_page(template, "login", problem, **values)
    except WeakSecret as problem:
        return inputs.refused_page(template, "password", problem, **values)
    flash(page.say(N_("%(name)s 已添加。"), name=user.name), "success")
    return redirect(url_for("people.show", id=user.id), 303)


def newcomer_as_typed() -> dict:
    return person_given() | {"login": inputs.text_input("login"), "roles": ROLE_NAMES}


def unconfirmed_page(template: str, *needed: str, **values):
    """The form again until it comes with all it needs and with the person's own password; then None."""
    read = {name: values[name] for name in needed if name in values}
    wrong = inputs.sentences_of_missing(*needed, "own_password", **read) | sentences_of_unreadable(values)
    if wrong:
        return inputs.input_page(template, wrong, **values)
    try:
        sessions.confirm_password(me().session, request.form["own_password"])
    except (WrongPassword, TooManyTries) as problem:
        return inputs.own_password_refused(template, problem, **values)
    return None


def sentences_of_unreadable(values: dict) -> dict[str, str]:
    """What is wrong with the texts that were typed; those that are missing are asked for otherwise."""
    typed = {name: values[name] for name in TYPED_INPUTS if values.get(name)}
    wrong = mistakes_in_input({name: TYPED_INPUTS[name] for name in typed}, typed)
    return {name: page.say(sentence, **inputs.in_words(said)) for name, sentence, said in wrong}


def person_given() -> dict:
    """What a posted form says of a person; a role or language that is none is as good as unanswered."""
    role, language = request.form.get("role", ""), request.form.get("language", "")
    return {
        "name": inputs.text_input("name"),
        "role": role if role in ROLE_NAMES else "",
        "phone": USER_INPUTS["phone"].value_or_typed(request.form.get("phone", "")),
        "language": language if language in i18n.LANGUAGES else i18n.LANGUAGES[0],
        "confidential": request.form.get("confidential") == "1",
    }


@blueprint.get(f"{PERSON_RULE}/edit")
@signed_in("admin")
def edit(id: int):
    user = user_of(id)
    known = {name: getattr(user, name) for name in USER_INPUTS}
    opened = versions.context_when_opened(form_changes.texts_of_values(USER_INPUTS, known))
    return inputs.input_page("people/people/edit.html", **person_context(user), **known, **opened)


@blueprint.post(f"{PERSON_RULE}/edit")
@signed_in("admin")
def change(id: int):
    values = person_context(user_of(id))
    said = person_given() | ({"role": values["user"].role} if values["own"] else {})
    again = versions.context_again()
    if asking := unconfirmed_page("people/people/edit.html", "name", "role", **values, **said, **again):
        return asking
    try:
        succession.edit_user(actor(), id, values["to"] or None, versions.shown_texts(), **said)
    except NotCleared as problem:
        return inputs.refused_page("people/people/edit.html", "to", problem, **values, **said, **again)
    except ChangedMeanwhile as changed:
        merged = {name: USER_INPUTS[name].value(text) for name, text in changed.merged.items()}
        return inputs.versioned_page("people/people/edit.html", {}, changed, **values, **merged)
    flash(page.say(N_("已保存。")), "success")
    return redirect(url_for("people.show", id=id), 303)


def person_context(user: User) -> dict:
    """For a template: the person, the roles there are, and is it one's `own` account; else what they would leave behind in
    another role."""
    own = user.id == me().id
    leaves = {"to": 0} if own or user.disabled_at else leaving_of(user)
    return leaves | {"user": user, "roles": ROLE_NAMES, "own": own}


@blueprint.get(f"{PERSON_RULE}/clients")
@signed_in("dispatcher", "supervisor", "admin")
def assignment(id: int):
    user = user_who_serves(id)
    return clients_form(user, {client.id for client in accounts.clients_of(user)})


def clients_form(user: User, served: set[int], to: int = 0, refused: Problem | None = None):
    """Whom the person serves, and with each client what they would leave behind there."""
    now = {
        client: leaving.lines_of_left(succession.left_at(user, {client.id}))
        for client in accounts.clients_of(user)
    }
    seen = clients.seen_by(actor().viewer)
    return inputs.versioned_page(
        "people/people/clients.html",
        {str(client.id): "1" if client.id in served else "" for client in seen},
        refused,
        user=user,
        clients=seen,
        served=served,
        left={client.name: named for client, named in now.items() if named},
        takers=named_takers(user),
        to=to,
    )


@blueprint.post(f"{PERSON_RULE}/clients")
@signed_in("dispatcher", "supervisor", "admin")
def assign(id: int):
    user, chosen = user_who_serves(id), set(request.form.getlist("client"))
    if not chosen <= {str(client.id) for client in clients.seen_by(actor().viewer)}:
        raise NotFound
    if asking := own_password.page_until_confirmed(url_for("people.assignment", id=id)):
        return asking
    served, to = {int(client) for client in chosen}, request.form.get("to", 0, inputs.whole_number)
    try:
        succession.assign_clients(actor(), user, served, to or None, versions.shown_texts())
    except NotCleared as refused:
        return clients_form(user, served, to, Invalid([("to", refused.sentence, refused.values)]))
    except ChangedMeanwhile as changed:
        return clients_form(user, {int(id) for id, text in changed.merged.items() if text}, to, changed)
    flash(page.say(N_("已保存。")), "success")
    return redirect(url_for("people.show", id=id), 303)


def named_takers(user: User) -> list[tuple[int, str]]:
    return [(each.id, each.name) for each in succession.people_to_take_over(user)]


def user_who_serves(id: int) -> User:
    user = user_of(id)
    if user.role != SERVING:
        raise NotFound
    return user


@blueprint.get(f"{PERSON_RULE}/invitation")
@signed_in("supervisor", "admin")
def invitation(id: int):
    return inputs.input_page("people/people/invite.html", user=user_to_invite(id))


@blueprint.post(f"{PERSON_RULE}/invitation")
@signed_in("supervisor", "admin")
def invite(id: int):
    """The code for a new phone, shown once: only its hash is kept, so that showing it again makes a new one."""
    user = user_to_invite(id)
    if asking := unconfirmed_page("people/people/invite.html", user=user):
        return asking
    url = page.public_origin() + url_for("accounts.invitation", token=invitations.invite_user(actor(), id))
    minutes = invitations.LIFETIME // 60_000
    return page.show(
        "people/people/invitation.html", 201, user=user, url=url, code=qr.svg(url, "M", 0), minutes=minutes
    )


def user_to_invite(id: int) -> User:
    user = user_of(id)
    if not invitations.may_invite(actor(), user):
        raise NotFound
    return user


@blueprint.get(f"{PERSON_RULE}/password")
@signed_in("admin")
def password(id: int):
    return inputs.input_page("people/people/password.html", user=user_of(id))


@blueprint.post(f"{PERSON_RULE}/password")
@signed_in("admin")
def reset(id: int):
    template, user = "people/people/password.html", user_of(id)
    if asking := unconfirmed_page(template, "password", user=user):
        return asking
    try:
        reset_password(actor(), id, request.form["password"])
    except WeakSecret as problem:
        return inputs.refused_page(template, "password", problem, user=user)
    flash(page.say(N_("%(name)s 的密码已重设，所有设备都已退出。"), name=user.name), "success")
    return redirect(url_for("people.show", id=id), 303)


@blueprint.get(f"{PERSON_RULE}/disabling")
@signed_in("admin")
def ask_to_disable(id: int):
    return inputs.input_page("people/people/disable.html", **leaving_of(somebody_else(id)))


def leaving_of(user: User) -> dict:
    """Who is to be disabled, what they would leave behind, and to whom it can go."""
    left = succession.LeftBehind() if user.disabled_at else succession.left_by(user)
    return {
        "user": user,
        "left": leaving.lines_of_left(left),
        "takers": named_takers(user) if left.to_hand_over else [],
        "to": request.form.get("to", 0, inputs.whole_number),
    }


@blueprint.post(f"{PERSON_RULE}/disabling")
@signed_in("admin")
def disable(id: int):
    """Disable, or enable again who is disabled; the form says which of the two it shows."""
    user, template = somebody_else(id), "people/people/disable.html"
    values = leaving_of(user)
    if asking := unconfirmed_page(template, **values):
        return asking
    disabled = request.form.get("disabled") == "1"
    try:
        if disabled:
            succession.disable_user(actor(), id, values["to"] or None)
        else:
            set_disabled(actor(), id, False)
    except NotCleared as problem:
        return inputs.refused_page(template, "to", problem, **values)
    said = N_("%(name)s 已停用，下一次操作时就会退出。") if disabled else N_("%(name)s 已恢复使用。")
    flash(page.say(said, name=user.name), "success")
    return redirect(url_for("people.show", id=id), 303)


def somebody_else(id: int) -> User:
    user = user_of(id)
    if user.id == me().id:
        raise NotFound
    return user


@blueprint.post(f"{PERSON_RULE}/phones/<int(max={inputs.MOST_ID}):phone>/revocation")
@signed_in("supervisor", "admin")
def revoke_phone(id: int, phone: int):
    """A lost phone: its session ends at its next request."""
    user = user_of(id)
    if phone not in {row.id for row in sessions.live_sessions_of(user)}:
        raise NotFound
    if asking := own_password.page_until_confirmed(url_for("people.show", id=id)):
        return asking
    sessions.revoke_session(actor(), phone)
    flash(page.say(N_("那台设备已退出登录。")), "success")
    return redirect(url_for("people.show", id=id), 303)
