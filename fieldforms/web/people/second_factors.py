"""The second factor: asked for after the first, set up and changed on one's own account, and taken from who has lost it."""

from flask import Blueprint, flash, redirect, request, session, url_for

from fieldforms import config
from fieldforms.errors import N_, NotFound, SecondFactorStays, SecondFactorUnreadable, TooManyTries, WrongCode
from fieldforms.flow.people import accounts, kept_secrets, second_factor_changes, second_factors
from fieldforms.paper import qr
from fieldforms.store.models import User
from fieldforms.store.people.second_factors import batch_of_recovery_codes, count_recovery_codes
from fieldforms.web import access, inputs, own_password, page
from fieldforms.web.access import actor, me, signed_in

blueprint = Blueprint("second_factors", __name__)
ASKING, SETTING_UP = "people/second_factors/ask.html", "people/second_factors/new.html"
CODES_SHOWN = "people/second_factors/codes.html"
OWN_RULE = "/account/second-factor"
RESET_RULE = f"/people/<int(max={inputs.MOST_ID}):id>/second-factor"
WRONG_SET_UP = N_("验证码不对。请看 App 里现在的六位数字；手机的时间要自动设定。")


@blueprint.get("/sign-in/code")
def ask():
    row, wanted = access.session_awaiting_code(), request.args.get("next", "")
    if row is None:
        return redirect(url_for("accounts.sign_in_page", next=wanted))
    return inputs.input_page(ASKING, name=row.user.name, next=wanted)


@blueprint.post("/sign-in/code")
def check():
    row = access.session_awaiting_code()
    if row is None:
        return redirect(url_for("accounts.sign_in_page"), 303)
    values = {"name": row.user.name, "next": request.form.get("next", "")}
    if wrong := inputs.sentences_of_missing("factor_code"):
        return inputs.input_page(ASKING, wrong, **values)
    try:
        token = second_factors.check_code(row, request.form["factor_code"], request.remote_addr or "")
    except (WrongCode, TooManyTries, SecondFactorUnreadable) as problem:
        return inputs.refused_page(ASKING, "factor_code", problem, **values)
    wanted = inputs.way_back(values["next"], url_for("home.show"))
    access.sign_browser_in(row, token)
    return redirect(wanted, 303)


@blueprint.get(OWN_RULE)
@signed_in()
def show():
    user = me().user
    return page.show(
        "people/second_factors/show.html",
        since=user.second_factor_at,
        left=count_recovery_codes(user),
        batch=batch_of_recovery_codes(user),
        required=second_factors.is_required_of(user),
    )


@blueprint.get(f"{OWN_RULE}/new")
@signed_in()
def new():
    """Who has one already makes another when they ask for it: the page that showed the recovery codes has this address, and opened
    again it is no wish."""
    if is_set_up_already() and "again" not in request.args:
        return redirect(url_for("second_factors.show"))
    return inputs.input_page(SETTING_UP, **set_up_context())


def is_set_up_already() -> bool:
    """And no other one is being set up."""
    return me().user.second_factor_at is not None and SECRET_IN_COOKIE not in session


def set_up_context() -> dict:
    user, secret = me().user, secret_to_set_up()
    address = second_factors.address_of_secret(user, secret)
    return {
        "since": user.second_factor_at,
        "missing": second_factors.is_missing(user),
        "until": second_factors.time_to_set_up(user),
        "later": inputs.way_back(request.values.get("next", ""), url_for("home.show")),
        "secret": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
        "url": address,
        "code": qr.svg(address, "M", 0),
        "confirmed": access.is_confirmed(),
        "company": config.current.company_name(page.lang()),
    }


SECRET_IN_COOKIE = "second_factor"


def secret_to_set_up() -> str:
    """The same until a code has proved it, however often the page is opened: the person may be away, in the app. The cookie
    holds it encrypted, nothing is written."""
    about = f"second factor to set up in {me().session.id}"
    try:
        return kept_secrets.decrypt_secret(session.get(SECRET_IN_COOKIE, ""), about)
    except kept_secrets.Undecryptable:
        secret = second_factors.new_app_secret()
        session[SECRET_IN_COOKIE] = kept_secrets.encrypt_secret(secret, about)
        return secret


@blueprint.post(f"{OWN_RULE}/new")
@signed_in()
def set_up():
    if is_set_up_already():  # sent once more
        return redirect(url_for("second_factors.show"), 303)
    if asking := own_password.page_until_confirmed(url_for("accounts.show")):
        return asking
    if wrong := inputs.sentences_of_missing("factor_code"):
        return inputs.input_page(SETTING_UP, wrong, **set_up_context())
    row, later = me().session, set_up_context()["later"]
    try:
        token, codes = second_factor_changes.set_up(row, secret_to_set_up(), request.form["factor_code"])
    except WrongCode as problem:
        return inputs.refused_page(SETTING_UP, "factor_code", problem, WRONG_SET_UP, **set_up_context())
    access.sign_browser_in(row, token)
    return page.show(CODES_SHOWN, 201, codes=codes, later=later)


@blueprint.get(f"{OWN_RULE}/codes")
@signed_in()
def codes():
    """They were shown once: opened again, the page says how many are left."""
    return redirect(url_for("second_factors.show"))


@blueprint.post(f"{OWN_RULE}/codes")
@signed_in()
def make_codes():
    if me().user.second_factor_at is None:
        return redirect(url_for("second_factors.new"), 303)
    if request.form.get("batch") != str(batch_of_recovery_codes(me().user)):  # sent once more
        return redirect(url_for("second_factors.show"), 303)
    if asking := own_password.page_until_confirmed(url_for("second_factors.show")):
        return asking
    codes = second_factor_changes.make_recovery_codes(me().user)
    return page.show(CODES_SHOWN, 201, codes=codes, later=url_for("accounts.show"))


@blueprint.post(f"{OWN_RULE}/removal")
@signed_in()
def remove():
    if second_factors.is_required_of(me().user):
        raise SecondFactorStays
    if asking := own_password.page_until_confirmed(url_for("second_factors.show")):
        return asking
    second_factor_changes.give_up(me().user)
    flash(page.say(N_("两步验证已取消。")), "success")
    return redirect(url_for("accounts.show"), 303)


@blueprint.get(RESET_RULE)
@signed_in("supervisor", "admin")
def reset_page(id: int):
    return page.show("people/second_factors/reset.html", user=user_to_reset(id))


@blueprint.post(RESET_RULE)
@signed_in("supervisor", "admin")
def reset(id: int):
    user = user_to_reset(id)
    if asking := own_password.page_until_confirmed(url_for("people.show", id=id)):
        return asking
    second_factor_changes.reset_second_factor(actor(), user)
    flash(page.say(N_("%(name)s 的两步验证已重置，所有设备都已退出。"), name=user.name), "success")
    return redirect(url_for("people.show", id=id), 303)


def user_to_reset(id: int) -> User:
    user = accounts.user_by_id(id)
    if user.second_factor_at is None or not second_factor_changes.may_reset(actor(), user):
        raise NotFound
    return user
