"""通知方式: the mail server and the groups' robots, for who looks after the installation; what was sent, and what failed why."""

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms.errors import N_, ChangedMeanwhile, Invalid, Problem
from fieldforms.flow.notices import notice_ways
from fieldforms.flow.notices.notice_ways import MAIL, MANAGERS_OF_WAYS, PRODUCTS
from fieldforms.store import clock
from fieldforms.store.models import Delivery, NoticeWay
from fieldforms.store.notices import deliveries
from fieldforms.store.notices.notice_ways import mail_server, ways_in_use
from fieldforms.web import inputs, own_password, page, versions
from fieldforms.web.access import actor, signed_in
from fieldforms.web.notices.notice_inputs import options_of

blueprint = Blueprint("notice_ways", __name__, url_prefix="/notice-ways")

LATEST_DELIVERIES = 50
WAY = f"/<int(max={inputs.MOST_ID}):id>"
KINDS_OF_DELIVERIES = {
    "notices": N_("通知邮件"),
    "code": N_("邮箱验证码"),
    "digest": N_("群里的数字"),
    "test": N_("试发"),
}


@blueprint.get("")
@signed_in(*MANAGERS_OF_WAYS)
def index():
    return ways_page()


def ways_page(refused: Problem | None = None):
    shown = {
        "server": mail_server(),
        "robots": [way for way in ways_in_use() if way.kind != MAIL],
        "products": PRODUCTS,
        "lines": [line_of_delivery(row) for row in deliveries.latest_deliveries(LATEST_DELIVERIES)],
        "test_to": request.form.get("address", ""),
        **inputs.refusal_context(refused),
    }
    return page.show("notices/notice_ways/index.html", refused.status if refused else 200, **shown)


def line_of_delivery(row: Delivery) -> dict:
    """To whom and how it went; never what it said."""
    words, tone = badge_of_delivery(row)
    to = row.way.name if row.way_id else row.user.name if row.user_id else ""
    return {
        "row": row,
        "kind": page.say(KINDS_OF_DELIVERIES[row.kind]),
        "to": to,
        "badge": page.say(words),
        "tone": tone,
        "why": page.say(row.error, code=row.error_code) if row.error else "",
        "again": bool(row.ended_at and row.error and not row.sent_at),
    }


def badge_of_delivery(row: Delivery) -> tuple[str, str]:
    if row.sent_at:
        return N_("已发出"), "done"
    if row.ended_at:
        return (N_("失败"), "bad") if row.error else (N_("不用发了"), "plain")
    if row.error:
        return N_("会再试"), "wait"
    return (N_("等到时候发"), "plain") if row.due_at > clock.now() else (N_("正在发"), "open")


@blueprint.get("/mail")
@signed_in(*MANAGERS_OF_WAYS)
def edit_mail():
    return way_page(mail_server(), MAIL)


@blueprint.post("/mail")
@signed_in(*MANAGERS_OF_WAYS)
def put_mail():
    if asking := own_password.page_until_confirmed(url_for("notice_ways.edit_mail")):
        return asking
    try:
        notice_ways.put_mail_server(actor(), inputs.posted_texts(), given_secrets(), versions.shown_texts())
    except (Invalid, ChangedMeanwhile) as refused:
        return way_page(mail_server(), MAIL, refused)
    return page_after_saving()


@blueprint.get("/robots/new/<product>")
@signed_in(*MANAGERS_OF_WAYS)
def new_robot(product: str):
    return way_page(None, notice_ways.product_named(product))


@blueprint.post("/robots/new/<product>")
@signed_in(*MANAGERS_OF_WAYS)
def add_robot(product: str):
    return put_robot(None, notice_ways.product_named(product))


@blueprint.get(f"/robots{WAY}")
@signed_in(*MANAGERS_OF_WAYS)
def edit_robot(id: int):
    robot = notice_ways.robot_by_id(id)
    return way_page(robot, robot.kind)


@blueprint.post(f"/robots{WAY}")
@signed_in(*MANAGERS_OF_WAYS)
def change_robot(id: int):
    robot = notice_ways.robot_by_id(id)
    return put_robot(robot, robot.kind)


def put_robot(robot: NoticeWay | None, product: str):
    if asking := own_password.page_until_confirmed(url_for("notice_ways.index")):
        return asking
    id = robot.id if robot else None
    try:
        notice_ways.put_robot(
            actor(),
            id,
            product,
            inputs.posted_texts(),
            given_secrets(),
            versions.shown_texts() if id else None,
        )
    except (Invalid, ChangedMeanwhile) as refused:
        return way_page(robot, product, refused)
    return page_after_saving()


def given_secrets() -> notice_ways.GivenSecrets:
    """As they were typed: spaces inside belong to them."""
    return notice_ways.GivenSecrets(request.form.get("secret", ""), request.form.get("signing", ""))


def page_after_saving():
    flash(page.say(N_("已保存。试发一次，看能不能收到。")), "success")
    return redirect(url_for("notice_ways.index"), 303)


def way_page(way: NoticeWay | None, kind: str, refused: Problem | None = None):
    table, kept = notice_ways.inputs_of_way(kind), notice_ways.texts_of_way(way, kind)
    if isinstance(refused, ChangedMeanwhile):
        texts = dict(refused.merged)
    else:
        texts = {name: inputs.posted_texts().get(name, "") for name in table} if refused else kept
    return inputs.versioned_page(
        "notices/notice_ways/edit.html",
        kept,
        refused,
        way=way,
        kind=kind,
        product=PRODUCTS.get(kind, ""),
        table=table,
        texts=texts,
        options_of=options_of,
        signs=kind in notice_ways.SIGNING_PRODUCTS,
    )


@blueprint.post(f"{WAY}/removal")
@signed_in(*MANAGERS_OF_WAYS)
def remove(id: int):
    if asking := own_password.page_until_confirmed(url_for("notice_ways.index")):
        return asking
    notice_ways.retire_way(actor(), id)
    flash(page.say(N_("已去掉，密钥也删了。")), "success")
    return redirect(url_for("notice_ways.index"), 303)


@blueprint.post(f"{WAY}/test")
@signed_in(*MANAGERS_OF_WAYS)
def test(id: int):
    try:
        notice_ways.send_test(actor(), id, request.form.get("address", ""))
    except Invalid as refused:
        return ways_page(refused)
    flash(page.say(N_("试发的正在路上。过几秒刷新这一页，下面就有结果。")), "success")
    return redirect(url_for("notice_ways.index"), 303)


@blueprint.post(f"/deliveries{WAY}/retry")
@signed_in(*MANAGERS_OF_WAYS)
def retry(id: int):
    notice_ways.try_again(actor(), id)
    flash(page.say(N_("马上再试一次。")), "success")
    return redirect(url_for("notice_ways.index"), 303)
