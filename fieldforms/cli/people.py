"""People: the first ones have nobody to add them."""

import getpass
import sys

from fieldforms import config, i18n, prepare
from fieldforms.cli.words import _
from fieldforms.errors import N_, Problem
from fieldforms.flow.people import accounts


def commands(command) -> None:
    adding = command(add_user, "add-user", _("添加人员"))
    adding.add_argument("login")
    adding.add_argument("--name", required=True)
    adding.add_argument("--role", required=True, choices=accounts.ROLE_NAMES)
    adding.add_argument("--language", default="zh", choices=i18n.LANGUAGES)
    adding.add_argument("--password-stdin", action="store_true", help=_("从标准输入读密码"))


def add_user(arguments) -> None:
    prepare(config.read())
    user = accounts.add_user(
        None,
        arguments.login,
        arguments.name,
        arguments.role,
        ask_password(arguments),
        language=arguments.language,
    )
    print(user.role, user.login, user.name)


def ask_password(arguments) -> str:
    if arguments.password_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    first = getpass.getpass(_("密码："))
    if getpass.getpass(_("再输一遍：")) != first:
        raise NotTheSame
    return first


class NotTheSame(Problem):
    sentence = N_("两次输入的密码不同。")
