"""The installation in one file: `backup`, `restore`, and what to do when something sealed is gone for good."""

import sys
from pathlib import Path

from fieldforms import config, i18n
from fieldforms.cli.words import _, shell_language
from fieldforms.errors import N_, BadSetting, Problem
from fieldforms.flow.archives import archiving, keeping, restoring
from fieldforms.flow.archives.archiving import MadeArchive
from fieldforms.flow.archives.restoring import Restoration
from fieldforms.flow.seals import heads
from fieldforms.store import audit, database, integrity
from fieldforms.store.files import files

YES_WORD = "yes"  # whatever the language: nobody types it by mistake
MEGABYTE = 1_000_000


def commands(command) -> None:
    backing = command(back_up, "backup", _("备份整个系统（数据库、照片、密钥）到一个文件，服务不用停"))
    backing.add_argument(
        "file", nargs="?", type=Path, metavar="FILE.zip", help=_("不写就放进 FIELDFORMS_BACKUPS")
    )
    putting_back = command(restore, "restore", _("从备份恢复；先检查，再问，被替换的留在旁边"))
    putting_back.add_argument("file", type=Path, metavar="FILE.zip")
    putting_back.add_argument("--yes", action="store_true", help=_("不再问"))
    putting_back.add_argument("--anyway", action="store_true", help=_("封存的内容核对不上也恢复"))
    losing = command(accept_loss, "accept-loss", _("已经封存的内容确实找不回来了：从现有的接着用"))
    losing.add_argument("--yes", action="store_true", help=_("不再问"))


def back_up(arguments) -> None:
    settings = config.use(config.read())
    if arguments.file is None and settings.backups is None:
        raise BadSetting(name="FIELDFORMS_BACKUPS", why=N_("没有设置备份的文件夹，也没有写文件名"))
    database.connect(settings.database)
    if not database.was_migrated():
        raise NothingToKeep(place=settings.instance)
    files.use_folder(settings.instance / "files")
    print_made(archiving.make_archive(arguments.file) if arguments.file else keeping.make_archive_of_now())


class NothingToKeep(Problem):
    sentence = N_("%(place)s 里还没有可以备份的数据库。")


def print_made(made: MadeArchive) -> None:
    size = f"{made.size / MEGABYTE:.1f}"
    print(
        _(
            "已备份并检查：%(file)s，%(size)s MB，照片和资料 %(n)s 个。",
            file=made.path,
            size=size,
            n=made.files,
        )
    )
    if made.keys:
        print(_("密钥在 %(file)s，请和备份分开保管；谁有它，谁就能以公司的名义封存。", file=made.keys))
    else:
        print(_("密钥在备份里，用 FIELDFORMS_BACKUP_PASSPHRASE 锁着；没有这个口令恢复不了。"))
    if made.missing:
        told = {"n": len(made.missing), "first": made.missing[0][:12]}
        print(
            _("有 %(n)s 个照片或资料已经不在或不对，没有备份到（第一个：%(first)s…）。", **told),
            file=sys.stderr,
        )


def restore(arguments) -> int:
    settings = config.use(config.read())
    if not settings.database.startswith("sqlite:///"):
        database.connect(settings.database)
    config.close_folder(settings.instance)
    with restoring.open_archive(arguments.file, arguments.anyway) as restoration:
        print_restoration(restoration)
        if not is_yes(arguments):
            print(_("什么也没有改。"))
            return 1
        restoring.put_archive_in_place(restoration, arguments.anyway)
        print(_("已恢复。请运行 fieldforms verify，再启动服务。"))
        return 0


def print_restoration(restoration: Restoration) -> None:
    about = restoration.archive.about
    at = i18n.format_time(about["made_at"], shell_language(), config.current.tz)
    told = {"company": about["company"], "at": at, "migration": about["migration"]}
    print(_("备份检查过了：%(company)s，%(at)s，数据库版本 %(migration)s。", **told))
    sealed = sum(head["length"] for head in about["heads"])
    print(_("里面有 %(n)s 条封存的内容，%(files)s 个文件。", n=sealed, files=len(about["members"])))
    for folder in restoring.unfinished_folders():
        print(_("上一次恢复没有做完，那一次被替换的在 %(folder)s。", folder=folder))
    for place in restoration.staged:
        aside = restoration.aside_of(place)
        print(
            _("会替换 %(place)s；原来的移到 %(aside)s。", place=place, aside=aside)
            if place.exists()
            else _("会放到 %(place)s。", place=place)
        )
    if not restoration.is_sqlite:
        print(
            _("会替换 PostgreSQL 里现在的表；原来的留在模式 replaced-%(stamp)s 里。", stamp=restoration.stamp)
        )


def is_yes(arguments) -> bool:
    """Nobody at a terminal is no yes."""
    if arguments.yes:
        return True
    print(_("要继续请输入 yes："), end="", flush=True)
    return sys.stdin.readline().strip().lower() == YES_WORD


def accept_loss(arguments) -> int:
    settings = config.use(config.read())
    database.connect(settings.database)
    integrity.check_database()
    missing = heads.missing_heads()
    for head, n in missing:
        told = {"chain": head["chain"], "length": head["length"], "n": n}
        print(_("%(chain)s：应该到第 %(length)s 条，至少缺 %(n)s 条。", **told))
    if not missing:
        print(_("什么也不缺。"))
        return 0
    print(_("接受以后，缺的编号可能会再发一次；手里有这些单据副本的人会看到它们核对不上。"))
    if not is_yes(arguments):
        print(_("什么也没有改。"))
        return 1
    with database.transaction():
        audit.record_action(None, "heads.accept_loss", "", chains=[head for head, _n in missing])
    heads.write_heads_down()
    print(_("记下了。现在可以启动。"))
    return 0
