"""How somebody wants to be told: of what, in the app alone or by mail, at once or once a day, and when not."""

import hmac
import re
import secrets
from collections.abc import Mapping

from fieldforms.errors import N_, Invalid, WrongAddressCode
from fieldforms.flow import form_changes, form_input
from fieldforms.flow.form_changes import Shown
from fieldforms.flow.form_input import (
    ChoiceInput,
    FlagInput,
    Input,
    SeveralInput,
    TextInput,
    TilesInput,
)
from fieldforms.flow.notices import outbound
from fieldforms.flow.notices.notice_kinds import NOTICE_KINDS, kinds_of_role
from fieldforms.flow.people import kept_secrets, tries
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.people.second_factors import TYPABLE
from fieldforms.forms.kinds.kind import NEEDED
from fieldforms.store import audit, clock
from fieldforms.store.database import one_at_a_time, transaction
from fieldforms.store.models import NoticeWish, User
from fieldforms.store.notices import notice_ways, notice_wishes

IN_APP, MAIL_AT_ONCE, MAIL_DIGEST = "app", "once", "digest"
HOURS = {str(hour): f"{hour}:00" for hour in range(24)}
MAIL_ADDRESS = re.compile(r"[!-?A-~]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\Z")
ADDRESS_CODE_LENGTH = 8
CODE_LIVES = clock.DAY_MS
CODES_SENT, CODES_TRIED = 5, 5  # in a quarter of an hour

NO_ADDRESS = N_("这不像邮箱地址。请写成 name@example.com。")
NO_SERVER_YET = N_("还没有设置邮件服务器，发不了邮件。请管理员在“通知方式”里设置。")
HALF_QUIET = N_("免打扰要写从几点到几点，两个都选，或者都不选。")

HOW_INPUT = TilesInput(
    N_("怎样告诉我"),
    {IN_APP: N_("只在系统里"), MAIL_AT_ONCE: N_("马上发邮件"), MAIL_DIGEST: N_("每天一封邮件")},
)
QUIET_HOURS = {"": N_("不设")} | HOURS


def inputs_of_wishes(role: str) -> dict[str, Input]:
    return {
        "kinds": SeveralInput(N_("告诉我什么"), kinds_of_role(role)),
        "how": HOW_INPUT,
        "address": TextInput(N_("邮箱"), most=120, type="email"),
        "digest_hour": HourInput(N_("每天几点发"), HOURS),
        "quiet_from": HourInput(N_("免打扰从"), QUIET_HOURS),
        "quiet_until": HourInput(N_("到"), QUIET_HOURS),
        "working_days": FlagInput(N_("只在工作日发")),
    }


class HourInput(ChoiceInput):
    """A full hour of the day, or None."""

    def read_text(self, text: str) -> int:
        return int(text)

    def nothing_typed(self) -> None:
        return None

    def text(self, value) -> str:
        return "" if value is None else str(value)


def wish_of_user(user: User) -> NoticeWish:
    """Who never said anything is told of everything, in the app."""
    return notice_wishes.wishes_of.first(user.id) or NoticeWish(user=user.id, kinds=list(NOTICE_KINDS))


def is_mailed(wish: NoticeWish) -> bool:
    return wish.how != IN_APP and bool(wish.address) and wish.confirmed_at is not None


def texts_of_wish(user: User) -> dict[str, str]:
    """As the form shows it."""
    table = inputs_of_wishes(user.role)
    return form_changes.texts_of_values(table, values_of_wish(user, table))


def values_of_wish(user: User, table: Mapping[str, Input]) -> dict:
    wish = wish_of_user(user)
    values = {name: getattr(wish, name) for name in table}
    return values | {"kinds": [name for name in kinds_of_role(user.role) if name in wish.kinds]}


def is_new_address(user: User, typed: str) -> bool:
    return typed.strip() not in ("", wish_of_user(user).address)


def change_wishes(actor: Actor, given: Mapping[str, str], shown: Shown = None) -> NoticeWish:
    """To a new address a code is sent, and nothing else before it came back. Raises Invalid, ChangedMeanwhile, TooManyTries."""
    user = actor.account
    table = inputs_of_wishes(user.role)
    values = form_input.read_input(table, given)
    refuse_bad_wishes(values)
    if is_new_address(user, values["address"]):
        tries.count_try({f"codes to address:{user.id}": CODES_SENT})
    about = "notices.wish", user.login
    with transaction():
        one_at_a_time([f"notices of {user.id}"])
        now = values_of_wish(user, table)
        changed = form_changes.changes_of_form(table, now, values, shown, about)
        if changed:
            kinds = [*values["kinds"], *(NOTICE_KINDS.keys() - kinds_of_role(user.role).keys())]
            notice_wishes.keep_wish(user.id, values | {"kinds": sorted(kinds)})
            if values["address"] != now["address"]:
                ask_to_confirm(user, values["address"])
            audit.record_action(actor.user_id, *about, **changed)
    return wish_of_user(user)


def refuse_bad_wishes(values: Mapping) -> None:
    """Raises Invalid."""
    wrong: list[tuple[str, str, dict]] = []
    if values["how"] != IN_APP and notice_ways.mail_server() is None:
        wrong.append(("how", NO_SERVER_YET, {}))
    if values["how"] != IN_APP and not values["address"]:
        wrong.append(("address", NEEDED, {"label": N_("邮箱")}))
    if values["address"] and not MAIL_ADDRESS.match(values["address"]):
        wrong.append(("address", NO_ADDRESS, {}))
    if (values["quiet_from"] is None) != (values["quiet_until"] is None):
        wrong.append(("quiet_from", HALF_QUIET, {}))
    if wrong:
        raise Invalid(wrong)


def ask_to_confirm(user: User, address: str) -> None:
    """Call inside a transaction."""
    code = "".join(secrets.choice(TYPABLE) for _ in range(ADDRESS_CODE_LENGTH)) if address else ""
    kept = kept_secrets.encrypt_secret(code, about_code(user.id)) if code else ""
    notice_wishes.keep_wish(user.id, {"code": kept, "code_at": clock.now(), "confirmed_at": None})
    if code and notice_ways.mail_server():
        outbound.put_down("code", clock.now(), user=user.id)


def about_code(user_id: int) -> str:
    return f"code to the address of {user_id}"


def code_to_confirm(wish: NoticeWish) -> str:
    """The code that was sent last, "" where none waits."""
    if not wish.code or not clock.is_within(wish.code_at, wish.code_at + CODE_LIVES):
        return ""
    try:
        return kept_secrets.decrypt_secret(wish.code, about_code(wish.user_id))
    except kept_secrets.Undecryptable:
        return ""


def send_code_again(actor: Actor) -> None:
    """Another one; the one before counts no longer. Raises TooManyTries."""
    user = actor.account
    tries.count_try({f"codes to address:{user.id}": CODES_SENT})
    with transaction():
        one_at_a_time([f"notices of {user.id}"])
        wish = wish_of_user(user)
        if wish.address and wish.confirmed_at is None:
            ask_to_confirm(user, wish.address)
            audit.record_action(actor.user_id, "notices.code", user.login)


def confirm_address(actor: Actor, typed: str) -> None:
    """Raises WrongAddressCode, TooManyTries."""
    user = actor.account
    tried = tries.count_try({f"address:{user.id}": CODES_TRIED})
    with transaction():
        one_at_a_time([f"notices of {user.id}"])
        code = code_to_confirm(wish_of_user(user))
        given = "".join(char for char in typed.upper() if char.isascii() and char.isalnum())
        if not code or not hmac.compare_digest(code, given):
            raise WrongAddressCode
        notice_wishes.keep_wish(user.id, {"code": "", "confirmed_at": clock.now()})
        tries.forget_tries(tried)
        audit.record_action(actor.user_id, "notices.address", user.login)
