"""Signing in and out, a new phone by its code, and one's own account."""

from flask import Blueprint, flash, g, redirect, request, session, url_for

from fieldforms.errors import N_, LinkDead, NotFound, TooManyTries, WeakSecret, WrongPassword
from fieldforms.flow.manual.manual_chapters import chapter_of_role
from fieldforms.flow.people import accounts, first_run, invitations, sessions
from fieldforms.store.models import User
from fieldforms.web import access, inputs, own_password, page
from fieldforms.web.access import actor, me, person, signed_in
from fieldforms.web.people import signing_in

blueprint = Blueprint("accounts", __name__)


@blueprint.get("/sign-in")
def sign_in_page():
    wanted = request.args.get("next", "")
    if person():
        return redirect(after_sign_in(wanted))
    if access.session_awaiting_code():
        return redirect(url_for("second_factors.ask", next=wanted))
    if first_run.is_first_run():
        return redirect(url_for("first_run.show"))
    return inputs.input_page("people/accounts/sign_in.html", next=wanted, login="")


@blueprint.post("/sign-in")
def sign_in():
    values = {"login": inputs.text_input("login"), "next": request.form.get("next", "")}
    wrong = inputs.sentences_of_missing("login", "password")
    if wrong:
        return inputs.input_page("people/accounts/sign_in.html", wrong, **values)
    try:
        row, token = sessions.sign_in(
            values["login"], request.form["password"], *signing_in.this_browser(), access.known_browser()
        )
    except (WrongPassword, TooManyTries) as problem:
        return inputs.refused_page("people/accounts/sign_in.html", "login", problem, **values)
    wanted = after_sign_in(values["next"])
    signing_in.sign_in_anew(row, token)
    return redirect(signing_in.next_page(row, wanted), 303)


def after_sign_in(wanted: str) -> str:
    """Where the person was going when they were asked to sign in."""
    return inputs.way_back(wanted or session.get("after_sign_in", ""), url_for("home.show"))


@blueprint.post("/sign-out")
def sign_out():
    if row := access.session_of_browser():
        sessions.sign_out(row)
    access.sign_browser_out()
    flash(page.say(N_("您已退出登录。")))
    response = redirect(url_for("accounts.sign_in_page"), 303)
    if request.is_secure:  # browsers heed it on HTTPS only; elsewhere leaving.js does what it can
        response.headers["Clear-Site-Data"] = '"cache"'
    return response


@blueprint.get("/e/<token>")
def invitation(token: str):
    """A new phone by the code a supervisor shows. Looking consumes nothing: messengers open links by themselves."""
    try:
        return inputs.input_page("people/accounts/enrol.html", user=person_invited(token))
    except LinkDead as dead:
        return dead_link(dead)


@blueprint.post("/e/<token>")
def enrol(token: str):
    device, _phone, address = signing_in.this_browser()
    try:
        user = person_invited(token)
        row, cookie = invitations.accept_invitation(token, request.form.get("pin", ""), device, address)
    except LinkDead as dead:
        return dead_link(dead)
    except WeakSecret as problem:
        return inputs.refused_page("people/accounts/enrol.html", "pin", problem, user=user)
    signing_in.sign_in_anew(row, cookie)
    flash(page.say(N_("这台手机已经登录，以后不用再输入密码。")), "success")
    return redirect(signing_in.next_page(row, url_for("home.show")), 303)


def person_invited(token: str) -> User:
    """Whom an invitation is for: their language is the page's. Raises LinkDead, NotFound."""
    user = invitations.by_token(token, request.remote_addr or "").user
    g.lang = session.get("lang") or user.language
    return user


def dead_link(dead: LinkDead):
    return page.show("people/accounts/dead.html", dead.status, why=page.say(dead.values["why"]))


@blueprint.get("/account")
@signed_in()
def show():
    shown = page.show(
        "people/accounts/show.html",
        role=accounts.ROLE_NAMES[me().role],
        chapter=chapter_of_role(me().role),
        phones=sessions.live_sessions_of(me().user),
        current=me().session,
    )
    return page.installable(shown)


@blueprint.get("/account/password")
@signed_in()
def password():
    return inputs.input_page("people/accounts/password.html")


@blueprint.post("/account/password")
@signed_in()
def change_password():
    wrong = inputs.sentences_of_missing("old", "new")
    if wrong:
        return inputs.input_page("people/accounts/password.html", wrong)
    try:
        accounts.change_password(me().session, request.form["old"], request.form["new"])
    except WrongPassword as problem:
        return inputs.refused_page("people/accounts/password.html", "old", problem, N_("现在的密码不对。"))
    except TooManyTries as problem:
        return inputs.refused_page("people/accounts/password.html", "old", problem)
    except WeakSecret as problem:
        return inputs.refused_page("people/accounts/password.html", "new", problem)
    flash(page.say(N_("密码已更换，其他设备都已退出。")), "success")
    return redirect(url_for("accounts.show"), 303)


@blueprint.get("/account/pin")
@signed_in()
def pin():
    return inputs.input_page("people/accounts/pin.html")


@blueprint.post("/account/pin")
@signed_in()
def set_pin():
    if asking := own_password.page_until_confirmed(url_for("accounts.show")):
        return asking
    try:
        sessions.set_pin(me().session, request.form.get("pin", ""))
    except WeakSecret as problem:
        return inputs.refused_page("people/accounts/pin.html", "pin", problem)
    flash(page.say(N_("PIN 已设好。")), "success")
    return redirect(url_for("accounts.show"), 303)


@blueprint.post(f"/account/phones/<int(max={inputs.MOST_ID}):id>/revocation")
@signed_in()
def revoke_phone(id: int):
    """One of one's own; this very one is signing out."""
    if id not in {row.id for row in sessions.live_sessions_of(me().user)}:
        raise NotFound
    if id == me().session.id:
        return sign_out()
    if asking := own_password.page_until_confirmed(url_for("accounts.show")):
        return asking
    sessions.revoke_session(actor(), id)
    flash(page.say(N_("那台设备已退出登录。")), "success")
    return redirect(url_for("accounts.show"), 303)
