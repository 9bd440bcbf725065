"""通知方式: the mail server and the groups' robots, set by the administrator. Secrets are kept encrypted, and never shown again."""

from collections.abc import Mapping
from dataclasses import dataclass

from fieldforms.errors import N_, Invalid, NotFound
from fieldforms.flow import form_changes, form_input
from fieldforms.flow.calendar.holidays import Calendar
from fieldforms.flow.form_changes import Shown
from fieldforms.flow.form_input import (
    ChoiceInput,
    FlagInput,
    Input,
    NumberInput,
    TextInput,
    TilesInput,
)
from fieldforms.flow.jobs import jobs
from fieldforms.flow.notices import outbound, robot_posts, sending_failures, sending_times
from fieldforms.flow.notices.mail_sending import STARTTLS, TLS, UNENCRYPTED, MailServer
from fieldforms.flow.notices.sending_failures import SendingFailed
from fieldforms.flow.notices.wishes import HOURS, MAIL_ADDRESS, NO_ADDRESS, HourInput
from fieldforms.flow.people import kept_secrets
from fieldforms.flow.people.actors import Actor
from fieldforms.forms.kinds.kind import NEEDED
from fieldforms.i18n import LANGUAGE_NAMES
from fieldforms.store import audit, clock
from fieldforms.store.database import one_at_a_time, transaction
from fieldforms.store.models import NoticeWay
from fieldforms.store.notices import deliveries, notice_ways

MANAGERS_OF_WAYS = ("admin",)
MAIL = "mail"
PRODUCTS = {"wecom": N_("企业微信"), "dingtalk": N_("钉钉"), "feishu": N_("飞书")}
SIGNING_PRODUCTS = ("dingtalk", "feishu")  # that let a robot be signed for
LONGEST_SECRET = 1_000  # characters
TOO_LONG_SECRET = N_("太长了，请照原样粘贴。")
BAD_ROBOT = N_("要以 https:// 开头，照群机器人给的地址原样填写。")
CHANGED_SECRET = "changed"  # what the audit says of a secret

MAIL_INPUTS: dict[str, Input] = {
    "host": TextInput(N_("服务器"), needed=True),
    "port": NumberInput(N_("端口"), 65535, 1),
    "security": TilesInput(
        N_("加密"), {TLS: "TLS", STARTTLS: "STARTTLS", UNENCRYPTED: N_("不加密（只在内网）")}
    ),
    "login": TextInput(N_("用户名")),
    "sender": TextInput(N_("发件人邮箱"), needed=True, type="email"),
}
ROBOT_INPUTS: dict[str, Input] = {
    "name": TextInput(N_("群的名称"), 60, needed=True),
    "hour": HourInput(N_("每天几点发"), HOURS),
    "working_days": FlagInput(N_("只在工作日发")),
    "language": ChoiceInput(N_("语言"), LANGUAGE_NAMES),
}


@dataclass(frozen=True)
class GivenSecrets:
    """As typed; "" leaves what is kept."""

    secret: str = ""
    signing: str = ""

    @property
    def kept(self) -> dict[str, str]:
        """Column → encrypted, of those that were typed."""
        typed = {"secret": self.secret.strip(), "signing": self.signing.strip()}
        return {
            name: kept_secrets.encrypt_secret(text, about_way(name)) for name, text in typed.items() if text
        }


def about_way(column: str) -> str:
    return f"notice way, {column}"


def way_by_id(id: int) -> NoticeWay:
    """Raises NotFound."""
    way = notice_ways.way_in_use(id)
    if way is None:
        raise NotFound
    return way


def robot_by_id(id: int) -> NoticeWay:
    """Raises NotFound."""
    way = way_by_id(id)
    if way.kind not in PRODUCTS:
        raise NotFound
    return way


def product_named(name: str) -> str:
    """Raises NotFound."""
    if name not in PRODUCTS:
        raise NotFound
    return name


def inputs_of_way(kind: str) -> dict[str, Input]:
    return MAIL_INPUTS if kind == MAIL else ROBOT_INPUTS


def texts_of_way(way: NoticeWay | None, kind: str) -> dict[str, str]:
    """As the form shows it, without secrets."""
    defaults = {"port": 465, "security": TLS, "hour": 8, "working_days": True, "language": "zh"}
    values = way.settings if way else defaults
    return form_changes.texts_of_values(inputs_of_way(kind), values)


def put_mail_server(actor: Actor, given: Mapping, secrets: GivenSecrets, shown: Shown = None) -> NoticeWay:
    """The one there is, or another in its place. Raises Invalid, ChangedMeanwhile."""
    actor.needs(*MANAGERS_OF_WAYS)
    values = form_input.read_input(MAIL_INPUTS, given)
    wrong: list[tuple[str, str, dict]] = []
    if values["port"] is None:
        wrong.append(("port", NEEDED, {"label": MAIL_INPUTS["port"].label}))
    if not MAIL_ADDRESS.match(values["sender"]):
        wrong.append(("sender", NO_ADDRESS, {}))
    if wrong:
        raise Invalid(wrong)
    refuse_long_secrets(secrets)
    with transaction():
        one_at_a_time(["notice ways"])
        return keep_way(actor, notice_ways.mail_server(), MAIL, values, secrets, shown)


def put_robot(
    actor: Actor, id: int | None, product: str, given: Mapping, secrets: GivenSecrets, shown: Shown = None
) -> NoticeWay:
    """`id` None: a new one. Raises Invalid, ChangedMeanwhile, NotFound."""
    actor.needs(*MANAGERS_OF_WAYS)
    values = form_input.read_input(ROBOT_INPUTS, given)
    if id is None and not secrets.secret.strip():
        raise Invalid([("secret", NEEDED, {"label": N_("机器人地址")})])
    if secrets.secret and not robot_posts.is_address_allowed(secrets.secret.strip()):
        raise Invalid([("secret", BAD_ROBOT, {})])
    refuse_long_secrets(secrets)
    with transaction():
        one_at_a_time(["notice ways"])
        way = keep_way(actor, way_by_id(id) if id else None, product, values, secrets, shown)
        after = sending_times.next_digest_of_group(way, clock.now(), Calendar())
        notice_ways.change_way(way, next_at=after)
        return way


def refuse_long_secrets(secrets: GivenSecrets) -> None:
    """Raises Invalid."""
    typed = {"secret": secrets.secret, "signing": secrets.signing}
    wrong: list[tuple[str, str, dict]] = [
        (name, TOO_LONG_SECRET, {}) for name, text in typed.items() if len(text) > LONGEST_SECRET
    ]
    if wrong:
        raise Invalid(wrong)


def keep_way(
    actor: Actor,
    way: NoticeWay | None,
    kind: str,
    values: dict,
    secrets: GivenSecrets,
    shown: Shown,
) -> NoticeWay:
    """A new one, or what the form changes of one that is there. Call inside a transaction. Raises ChangedMeanwhile."""
    row = {"name": values.get("name") or values["host"], "settings": values, **secrets.kept}
    hidden = dict.fromkeys(secrets.kept, CHANGED_SECRET)
    if way is None:
        way = notice_ways.add_way(kind, **row)
        audit.record_action(actor.user_id, "notice_way.add", str(way.id), kind=kind, after=values, **hidden)
        return way
    about = "notice_way.put", str(way.id)
    changed = form_changes.changes_of_form(inputs_of_way(kind), way.settings, values, shown, about)
    if changed or hidden:
        notice_ways.change_way(way, **row)
        audit.record_action(actor.user_id, about[0], about[1], kind=kind, **changed, **hidden)
    return way_by_id(way.id)


def retire_way(actor: Actor, id: int) -> None:
    """Raises NotFound."""
    actor.needs(*MANAGERS_OF_WAYS)
    with transaction():
        one_at_a_time(["notice ways"])
        way = way_by_id(id)
        notice_ways.retire_way(way)
        audit.record_action(actor.user_id, "notice_way.retire", str(way.id), kind=way.kind)


def send_test(actor: Actor, id: int, address: str) -> None:
    """`address`: to which a mail server's goes. Raises NotFound, Invalid."""
    actor.needs(*MANAGERS_OF_WAYS)
    way, to = way_by_id(id), address.strip() if address else ""
    if way.kind == MAIL and not MAIL_ADDRESS.match(to):
        raise Invalid([("address", NO_ADDRESS, {})])
    with transaction():
        outbound.put_down("test", clock.now(), way=way.id, user=actor.user_id, address=to)
        audit.record_action(actor.user_id, "notice_way.test", str(way.id), kind=way.kind)


def try_again(actor: Actor, id: int) -> None:
    """What was given up is tried from the beginning. Raises NotFound."""
    actor.needs(*MANAGERS_OF_WAYS)
    with transaction():
        row = deliveries.delivery_given_up(id)
        if row is None:
            raise NotFound
        deliveries.revive_delivery(row)
        jobs.put_off(outbound.ERRAND_OF_DELIVERIES, key=outbound.ERRAND_OF_DELIVERIES)
        audit.record_action(actor.user_id, "delivery.retry", str(row.id))


# What the sender needs of them


def server_to_send_by() -> MailServer:
    """Raises SendingFailed."""
    way = notice_ways.mail_server()
    if way is None:
        raise SendingFailed(sending_failures.NO_SERVER, for_all=True)
    given = way.settings
    return MailServer(
        given["host"],
        given["port"],
        given["security"],
        given["login"],
        secret_of_way(way, "secret"),
        given["sender"],
    )


def secret_of_way(way: NoticeWay, column: str) -> str:
    """Raises SendingFailed."""
    kept = getattr(way, column)
    try:
        return kept_secrets.decrypt_secret(kept, about_way(column)) if kept else ""
    except kept_secrets.Undecryptable as error:
        raise SendingFailed(sending_failures.UNREADABLE_SECRET, for_all=True) from error
