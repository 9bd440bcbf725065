"""`fieldforms doctor`: is this installation well?"""

from fieldforms import config
from fieldforms.cli.words import _
from fieldforms.flow.archives import health_checks
from fieldforms.store import database, engines, integrity
from fieldforms.store.files import files


def commands(command) -> None:
    command(examine, "doctor", _("检查这套系统：文件权限、时钟、磁盘、备份、地址，说出要改什么"))


def examine(_arguments) -> int:
    """Changes nothing. 1 where something was found that costs data or lets somebody in."""
    settings = config.use(config.read())
    integrity.check_remains(settings.database, settings.instance / "keys")
    database.connect(settings.database)
    integrity.check_database()
    files.folder = settings.instance / "files"
    found = list(health_checks.every_ailment())
    for each in found:
        word = _("要改") if each.grave else _("留意")
        print(f"{word}  {_(each.sentence, **each.values)}")
    told = {"engine": engines.version_and_fitness()[0], "n": len(found)}
    print(_("%(engine)s：没有发现问题。", **told) if not found else _("%(engine)s：%(n)s 处。", **told))
    return int(any(each.grave for each in found))
