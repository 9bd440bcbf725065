"""People: the first ones have nobody to add them."""

import getpass
import sys

from fieldforms import config, i18n, prepare
from fieldforms.cli.words import _
from fieldforms.errors import N_, Problem
from fieldforms.flow.people import accounts, second_factor_changes


def commands(command) -> None:
    adding = command(add_user, "add-user", _("添加人员"))
    adding.add_argument("login")
    adding.add_argument("--name", required=True)
    adding.add_argument("--role", required=True, choices=accounts.ROLE_NAMES)
    adding.add_argument("--language", default="zh", choices=i18n.LANGUAGES)
    adding.add_argument("--phone", default="", help=_("电话"))
    adding.add_argument("--confidential", action="store_true", help=_("可以看涉密会议室的单据"))
    adding.add_argument("--password-stdin", action="store_true", help=_("从标准输入读密码"))
    resetting = command(
        reset_second_factor, "reset-second-factor", _("重置一个人的两步验证：验证器和备用码都丢了")
    )
    resetting.add_argument("login")


def reset_second_factor(arguments) -> None:
    prepare(config.read())
    user = second_factor_changes.reset_by_login(arguments.login)
    print(_("%(name)s 的两步验证已重置，所有设备都已退出。") % {"name": user.name})


def add_user(arguments) -> None:
    prepare(config.read())
    user = accounts.add_user(
        None,
        arguments.login,
        arguments.name,
        arguments.role,
        ask_password(arguments),
        language=arguments.language,
        phone=read_phone(arguments.phone),
        confidential=arguments.confidential,
    )
    print(user.role, user.login, user.name)


def read_phone(typed: str) -> str:
    """As the page of a person keeps it. Raises NoPhone."""
    known = accounts.USER_INPUTS["phone"]
    kept = known.value_or_typed(typed)
    if typed and known.mistake(kept):
        raise NoPhone(given=typed)
    return kept


def ask_password(arguments) -> str:
    """Raises NotTheSame, NoTerminal."""
    if arguments.password_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    try:
        first, again = (getpass.getpass(words) for words in (_("密码："), _("再输一遍：")))
    except EOFError as nothing:  # neither a terminal nor anything piped in
        raise NoTerminal from nothing
    if again != first:
        raise NotTheSame
    return first


class NoPhone(Problem):
    sentence = N_("“%(given)s”不是可用的电话号码。")


class NoTerminal(Problem):
    sentence = N_("这里不能输入密码。请在终端里运行，或者加上 --password-stdin，从标准输入给密码。")


class NotTheSame(Problem):
    sentence = N_("两次输入的密码不同。")
