"""The command `fieldforms`: serve, and what an administrator does from a shell.

A refusal is a sentence on stderr and exit 2; what was found wrong (forms, seals) is exit 1. Speaks Chinese or English
by LANG.
"""

import argparse
import gc
import getpass
import json
import logging
import os
import select
import signal
import socket
import sys
from contextlib import suppress
from pathlib import Path

import qrcode
import waitress

from fieldforms import config, create_app, i18n, prepare
from fieldforms.config import Settings
from fieldforms.demo import load as demo
from fieldforms.errors import N_, BadSetting, Problem
from fieldforms.flow import accounts, codes, keys, leftovers, library, projection, verify
from fieldforms.paper import labels
from fieldforms.store import accounts as people
from fieldforms.store import clients, database, files
from fieldforms.store import codes as worn_codes
from fieldforms.store.scope import SYSTEM

ANYWHERE = ("0.0.0.0", "::", "")
MOST_BYTES = 32 * 1024 * 1024  # above what the pages themselves refuse with a sentence
CHANNEL_TIMEOUT = 60  # seconds a silent connection may keep its place; a slow phone's upload is not silent


def main(argv: list[str] | None = None) -> int:
    """The exit status."""
    arguments = parser().parse_args(argv)
    try:
        return arguments.run(arguments) or 0
    except Problem as problem:
        print(sentence(problem), file=sys.stderr)
    except OSError as error:
        print(error, file=sys.stderr)
    except KeyboardInterrupt:
        pass
    return 2


def parser() -> argparse.ArgumentParser:
    whole = argparse.ArgumentParser(
        "fieldforms", description=_("现场服务单据：扫码、填写、签字、封存、打印。")
    )
    commands = whole.add_subparsers(title=_("命令"), required=True, metavar="…")

    def command(run, name: str, about: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=about, description=about)
        added.set_defaults(run=run)
        return added

    command(serve, "serve", _("启动服务（HOST、PORT 和 FIELDFORMS_* 见 docs/settings.md）"))
    command(migrate, "migrate", _("把数据库升级到当前版本"))
    demo_command = command(load_demo, "demo", _("在空数据库里装入演示数据"))
    demo_command.add_argument("--accounts", action="store_true", help=_("只列出演示账号：角色 用户名 密码"))
    check = command(check_forms, "check-forms", _("检查表单定义，列出每个错误的位置"))
    check.add_argument("files", nargs="*", type=Path, metavar="FILE")
    verifying = command(verify_seals, "verify", _("核对所有封存的内容，说出哪一处不符"))
    verifying.add_argument("--heads", action="store_true", help=_("只输出每条链的末端（JSON），交给别人保管"))
    verifying.add_argument(
        "--against", type=Path, metavar="FILE", help=_("和以前输出的末端比较，能发现末尾被截掉")
    )
    adding = command(add_user, "add-user", _("添加人员"))
    adding.add_argument("login")
    adding.add_argument("--name", required=True)
    adding.add_argument("--role", required=True, choices=accounts.ROLES)
    adding.add_argument("--language", default="zh", choices=i18n.LANGUAGES)
    adding.add_argument("--password-stdin", action="store_true", help=_("从标准输入读密码"))
    printing = command(print_labels, "labels", _("把设备标签输出为 PDF"))
    printing.add_argument("--layout", default="a4-3x7", choices=labels.LAYOUTS)
    printing.add_argument("--out", type=Path, required=True, metavar="FILE")
    printing.add_argument("--client", metavar="NAME", help=_("只要这个客户的（简称或全称）"))
    printing.add_argument(
        "--blank", type=int, default=0, metavar="N", help=_("改为 N 张新的空白标签，贴上后再绑定")
    )
    printing.add_argument("--language", default="zh", choices=i18n.LANGUAGES)
    command(sweep, "sweep", _("找出没有单据提到的照片和残留文件")).add_argument(
        "--delete", action="store_true", help=_("删除它们；不加只列出数量")
    )
    command(rebuild, "rebuild", _("从封存的内容重建列表、检索和统计"))
    command(rotate_key, "rotate-key", _("换一把新的签章密钥；旧密钥签过的仍可核对"))
    command(backup, "backup", _("备份数据库（SQLite），服务不用停")).add_argument(
        "file", type=Path, metavar="FILE"
    )
    return whole


# Serving


def serve(_arguments) -> None:
    settings = config.read()
    log_to_stderr()
    app = create_app(settings)
    if settings.demo and not people.everyone():
        demo.load()
    spare_the_collector()
    server = listen(app, settings)
    announce(settings.url or address(*bound(server)))
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # waitress ends its requests first
    server.run()


def spare_the_collector() -> None:
    """What was loaded until now stays for good, and a request makes thousands of short-lived objects: looking at all
    of them again and again took a tenth of the time of a signature."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def listen(app, settings: Settings):
    """A bound server. Raises BadSetting when the address is taken or not ours."""
    try:
        return waitress.create_server(
            app,
            host=settings.host,
            port=settings.port,
            threads=settings.threads,
            connection_limit=1000,
            channel_timeout=CHANNEL_TIMEOUT,
            max_request_body_size=MOST_BYTES,
            asyncore_use_poll=hasattr(select, "poll"),  # select() ends at 1024 descriptors, 512 on Windows
            clear_untrusted_proxy_headers=not settings.proxies,
            ident=None,
        )
    except (OSError, ValueError) as error:
        raise BadSetting(name="HOST, PORT", why=str(error)) from error


def bound(server) -> tuple[str, int]:
    """Where it listens; of several sockets (localhost has two) the first."""
    listening = getattr(server, "effective_listen", None)
    return listening[0] if listening else (server.effective_host, server.effective_port)


def address(host: str, port: int) -> str:
    """What a phone on the same network would open."""
    host = lan_address() if host in ANYWHERE else host
    host = f"[{host}]" if ":" in host else host
    return f"http://{host}" if port == 80 else f"http://{host}:{port}"


def lan_address() -> str:
    """This machine's address on its network. Connecting a UDP socket sends nothing: it only asks the routing table."""
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))  # a documentation address (RFC 5737)
        return probe.getsockname()[0]
    with suppress(OSError):
        return socket.gethostbyname(socket.gethostname())
    return "127.0.0.1"


def announce(url: str) -> None:
    print(url)
    with suppress(UnicodeEncodeError):  # a console without block characters
        code = qrcode.QRCode(border=2)
        code.add_data(url)
        code.print_ascii(tty=sys.stdout.isatty(), invert=not sys.stdout.isatty())
    print_accounts()
    sys.stdout.flush()


def print_accounts() -> None:
    for role, login, password in demo.signs_in():
        print(role, login, password)


def log_to_stderr() -> None:
    """The pages' log, one JSON line a request."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger = logging.getLogger("fieldforms")
    logger.handlers[:] = [handler]  # one line a request, however often this is called
    logger.setLevel(logging.INFO)


# The database


def migrate(_arguments) -> None:
    settings = config.use(config.read())
    database.connect(settings.database)
    applied = database.migrate()
    print("\n".join(applied) or _("数据库已是最新。"))


def load_demo(arguments) -> None:
    prepare(config.read())
    if not arguments.accounts:
        demo.load()
    print_accounts()


def rebuild(_arguments) -> None:
    prepare(config.read())
    print(_("已重建 %(n)s 张单据。", n=projection.rebuild()))


def sweep(arguments) -> None:
    prepare(config.read())
    found = leftovers.sweep(arguments.delete)
    print(_("没有单据提到的照片 %(files)s 张、上传记录 %(uploads)s 条，残留文件 %(strays)s 个。", **found))
    print(_("已删除。") if arguments.delete else _("什么也没有删除；删除请加 --delete。"))


def rotate_key(_arguments) -> None:
    prepare(config.read())
    print(_("新的签章密钥：%(kid)s", kid=keys.make().kid))


def backup(arguments) -> None:
    settings = config.use(config.read())
    database.connect(settings.database)
    database.backup(arguments.file)
    print(
        _(
            "数据库已备份到 %(file)s。照片和密钥另外复制：%(folder)s 下的 files、keys。",
            file=arguments.file,
            folder=settings.instance,
        )
    )


# Seals and forms


def check_forms(arguments) -> int:
    """Needs no database, and reads no further setting than where the forms lie."""
    config.use(config.read())
    fine = True
    for place, mistake in library.mistakes(arguments.files):
        fine = False
        print(f"{place}: {mistake}")
    return 0 if fine else 1


def verify_seals(arguments) -> int:
    """Changes nothing: no migration, no key, no published form. Raises BadSetting where there is no database yet."""
    settings = config.use(config.read())
    database.connect(settings.database)
    files.use(settings.instance / "files")
    if database.pending():
        raise BadSetting(name="FIELDFORMS_DATABASE", why=N_("请先运行 fieldforms migrate"))
    if arguments.heads:
        print(json.dumps(verify.heads(), indent=1))
        return 0
    before = read_heads(arguments.against) if arguments.against else []
    whole = True
    for difference in (*verify.cut_off(before), *verify.everything()):
        whole = False
        print(difference)
    if whole:
        print(_("%(entries)s 条、%(chains)s 条链：完好。", **verify.counted()))
    return 0 if whole else 1


def read_heads(path: Path) -> list[dict]:
    """What `verify --heads` wrote. Raises BadHeads."""
    try:
        heads = json.loads(path.read_text())
        return [
            {"chain": head["chain"], "length": int(head["length"]), "head": head["head"]} for head in heads
        ]
    except (ValueError, TypeError, KeyError) as error:
        raise BadHeads(file=path) from error


class BadHeads(Problem):
    sentence = N_("%(file)s 不是 fieldforms verify --heads 输出的文件。")


# People and labels


def add_user(arguments) -> None:
    prepare(config.read())
    user = accounts.add_user(
        None,
        arguments.login,
        arguments.name,
        arguments.role,
        password(arguments),
        language=arguments.language,
    )
    print(user.role, user.login, user.name)


def password(arguments) -> str:
    if arguments.password_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    first = getpass.getpass(_("密码："))
    if getpass.getpass(_("再输一遍：")) != first:
        raise NotTheSame
    return first


class NotTheSame(Problem):
    sentence = N_("两次输入的密码不同。")


def print_labels(arguments) -> None:
    settings = config.read()
    prepare(settings)
    if not settings.url:
        raise BadSetting(name="FIELDFORMS_URL", why=N_("标签上的地址由它来定，请先设置"))
    made = blank_labels(arguments.blank) if arguments.blank else worn_labels(arguments.client)
    arguments.out.write_bytes(labels.pdf(made, arguments.layout, arguments.language, settings.service_phone))
    print(_("%(n)s 张标签：%(file)s", n=len(made), file=arguments.out))


def blank_labels(count: int) -> list[labels.Label]:
    return [labels.Label(code, label_url(code)) for code in codes.make_blank(None, count)]


def worn_labels(client: str | None) -> list[labels.Label]:
    worn = worn_codes.worn(SYSTEM, client_id(client) if client else None)
    return [
        labels.Label(
            row.code, label_url(row.code), row.device.name, row.device.room.name if row.device.room_id else ""
        )
        for row in worn
    ]


def label_url(code: str) -> str:
    """In capitals, which keep the QR small."""
    return f"{config.current.url}/d/{code}".upper()


def client_id(name: str) -> int:
    for client in clients.seen_by(SYSTEM):
        if name in (client.name, client.short_name):
            return client.id
    raise NoSuchClient(name=name)


class NoSuchClient(Problem):
    sentence = N_("没有名为 %(name)s 的客户。")


# Words


def _(message: str, **values) -> str:
    return i18n.gettext(message, language(), **values)


def language() -> str:
    """LC_ALL, LC_MESSAGES, LANG: the first that is set decides (POSIX, 8.2)."""
    wanted = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "zh" if wanted.lower().startswith("zh") else "en"


def sentence(problem: Problem) -> str:
    values = {name: _(value) if name == "why" else value for name, value in problem.values.items()}
    return _(problem.sentence, **values)
