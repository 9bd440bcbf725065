"""通知设置: of what one is told, and how; under one's own account."""

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms.errors import N_, ChangedMeanwhile, Invalid, Problem, TooManyTries, WrongAddressCode
from fieldforms.flow.notices import wishes
from fieldforms.store.notices import notice_ways
from fieldforms.store.notices.deliveries import newest_deliveries_to
from fieldforms.web import inputs, own_password, page, versions
from fieldforms.web.access import actor, me, signed_in
from fieldforms.web.notices.notice_inputs import options_of

blueprint = Blueprint("notice_wishes", __name__, url_prefix="/account/notices")
WISHES_TEMPLATE = "notices/notice_wishes/edit.html"


@blueprint.get("")
@signed_in()
def edit():
    return wishes_page()


def wishes_page(refused: Problem | None = None):
    """`refused`: of what was posted, which is shown as it was typed."""
    user = me().user
    table, kept = wishes.inputs_of_wishes(user.role), wishes.texts_of_wish(user)
    if isinstance(refused, ChangedMeanwhile):
        texts = dict(refused.merged)
    else:
        texts = {name: inputs.posted_texts().get(name, "") for name in table} if refused else kept
    return inputs.versioned_page(WISHES_TEMPLATE, kept, refused, **page_values(texts))


def page_values(texts: dict[str, str]) -> dict:
    user = me().user
    last = newest_deliveries_to.first(user.id, ("notices", "code"))
    failed = last is not None and last.ended_at and last.error
    return {
        "table": wishes.inputs_of_wishes(user.role),
        "texts": texts,
        "wish": wishes.wish_of_user(user),
        "has_server": notice_ways.mail_server() is not None,
        "why_not_sent": page.say(last.error, code=last.error_code) if failed else "",
        "options_of": options_of,
    }


@blueprint.post("")
@signed_in()
def change():
    """Another address gets what waits for the person: their password first."""
    is_new = wishes.is_new_address(me().user, request.form.get("address", ""))
    if is_new and (asking := own_password.page_until_confirmed(url_for("notice_wishes.edit"))):
        return asking
    try:
        wish = wishes.change_wishes(actor(), inputs.posted_texts(), versions.shown_texts())
    except (Invalid, ChangedMeanwhile, TooManyTries) as refused:
        return wishes_page(refused)
    awaits = wish.address and wish.confirmed_at is None
    flash(page.say(N_("已保存。验证码寄到邮箱了，请填在下面。") if awaits else N_("已保存。")), "success")
    return redirect(url_for("notice_wishes.edit"), 303)


@blueprint.post("/address")
@signed_in()
def confirm():
    user = me().user
    texts = wishes.texts_of_wish(user)
    values = page_values(texts) | versions.context_when_opened(texts)
    if wrong := inputs.sentences_of_missing("factor_code"):
        return inputs.input_page(WISHES_TEMPLATE, wrong, **values)
    try:
        wishes.confirm_address(actor(), request.form["factor_code"])
    except (WrongAddressCode, TooManyTries) as problem:
        return inputs.refused_page(WISHES_TEMPLATE, "factor_code", problem, **values)
    flash(page.say(N_("邮箱已确认。")), "success")
    return redirect(url_for("notice_wishes.edit"), 303)


@blueprint.post("/code")
@signed_in()
def send_code():
    wishes.send_code_again(actor())
    flash(page.say(N_("又寄了一个验证码，以最新的为准。")), "success")
    return redirect(url_for("notice_wishes.edit"), 303)
