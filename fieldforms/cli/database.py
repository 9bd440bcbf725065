"""The database: migrated, filled with the demonstration, rebuilt, swept."""

from fieldforms import config, prepare
from fieldforms.cli.words import _
from fieldforms.demo import load
from fieldforms.flow.archives import migrating
from fieldforms.flow.proof import orphaned_files
from fieldforms.flow.record import projection
from fieldforms.flow.register import device_lists
from fieldforms.store import database


def commands(command) -> None:
    command(migrate, "migrate", _("把数据库升级到当前版本"))
    demonstration = command(load_demo, "demo", _("在空数据库里装入演示数据"))
    demonstration.add_argument("--accounts", action="store_true", help=_("只列出演示账号：角色 用户名 密码"))
    command(rebuild_projection, "rebuild", _("从封存的内容重建列表、检索和统计"))
    command(sweep_command, "sweep", _("找出没有单据提到的照片和残留文件")).add_argument(
        "--delete", action="store_true", help=_("删除它们；不加只列出数量")
    )


def migrate(_arguments) -> None:
    settings = config.use(config.read())
    database.connect(settings.database)
    migrating.make_archive_before_migrations()
    applied = database.migrate()
    print("\n".join(applied) or _("数据库已是最新。"))


def load_demo(arguments) -> None:
    prepare(config.read())
    if not arguments.accounts:
        load.load()
    print_accounts()


def print_accounts() -> None:
    for role, login, password in load.signs_in():
        print(role, login, password)


def rebuild_projection(_arguments) -> None:
    prepare(config.read())
    device_lists.rebuild_index()
    print(_("已重建 %(n)s 张单据。", n=projection.rebuild_all()))


def sweep_command(arguments) -> None:
    prepare(config.read())
    found = orphaned_files.sweep_files(arguments.delete)
    print(_("没有单据提到的照片 %(files)s 张、上传记录 %(uploads)s 条，残留文件 %(strays)s 个。", **found))
    print(_("已删除。") if arguments.delete else _("什么也没有删除；删除请加 --delete。"))
