"""Archives by themselves: one a day, some kept, and what the administrator is told of it.

The folder is the truth of what there is; what the last try came to stands in a file beside the database, so that a database
that is full or gone takes no word with it.
"""

import json
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from fieldforms import config, i18n, kept_files
from fieldforms.errors import N_, Problem
from fieldforms.flow.archives import archive_keys, archiving
from fieldforms.flow.archives.archiving import MadeArchive
from fieldforms.store import clock

ARCHIVE_NAME = re.compile(r"fieldforms-(\d{8})-(\d{6})(-before-\d{4})?\.zip")
EVERY_ARCHIVE = clock.DAY_MS
OLD_ARCHIVE = 2 * clock.DAY_MS  # older than this it is said on the administrator's first page
LAST_TRY_NAME = "last-backup.json"


@dataclass(frozen=True)
class KeptArchive:
    """`at`: UTC ms, when it was begun; `size`: bytes; `before`: made before a migration, without photos."""

    path: Path
    at: int
    size: int
    before: bool

    @property
    def day(self) -> date:
        return i18n.local(self.at, config.current.tz).date()


@dataclass(frozen=True)
class LastTries:
    """`failed_at`: UTC ms of a failure after which none went well, 0 for none; `why`: a sentence and what fills it. `missing`:
    how many files the last one had to go without."""

    made_at: int = 0
    failed_at: int = 0
    why: tuple[str, dict] = ("", {})
    missing: int = 0


def folder_of_archives() -> Path:
    """Where there is no FIELDFORMS_BACKUPS, those before migrations lie in the instance."""
    return config.current.backups or config.current.instance / "backups"


def place_of_archive(folder: Path | None = None, ending: str = "") -> Path:
    """Where one that is begun now goes, in `folder_of_archives()` if nothing else is said. Of two in the same second, or in the
    hour that comes twice in autumn, the later one is called by the next second that is free, also of keys that were left."""
    at = clock.now()
    while True:
        name = f"fieldforms-{i18n.local(at, config.current.tz):%Y%m%d-%H%M%S}{ending}.zip"
        place = (folder or folder_of_archives()) / name
        if not place.exists() and not archive_keys.keys_beside(place).exists():
            return place
        at += 1000


def make_archive_of_now(folder: Path | None = None, ending: str = "", with_files: bool = True) -> MadeArchive:
    """At `place_of_archive`; of several that begin together each has its own. Raises what make_archive raises, but AlreadyThere."""
    while True:
        with suppress(archiving.AlreadyThere):
            return archiving.make_archive(place_of_archive(folder, ending), with_files)


def kept_archives() -> list[KeptArchive]:
    """The newest first; [] where the folder can't be read."""
    with suppress(OSError):
        found = [archive_of_file(path) for path in folder_of_archives().iterdir()]
        return sorted((each for each in found if each), key=lambda each: each.at, reverse=True)
    return []


def archive_of_file(path: Path) -> KeptArchive | None:
    named = ARCHIVE_NAME.fullmatch(path.name)
    with suppress(OSError, ValueError):
        if named:
            begun = datetime.strptime(named[1] + named[2], "%Y%m%d%H%M%S")
            at = int(begun.replace(tzinfo=ZoneInfo(config.current.tz)).timestamp() * 1000)
            return KeptArchive(path, at, path.stat().st_size, bool(named[3]))
    return None


def regular_archives() -> list[KeptArchive]:
    return [each for each in kept_archives() if not each.before]


def archives_before_migrations() -> list[KeptArchive]:
    return [each for each in kept_archives() if each.before]


def make_due_archive() -> None:
    """When FIELDFORMS_BACKUPS says where to, and the newest is a day old. Raises what make_archive raises; then it is written
    down that it failed, and nothing older is deleted."""
    folder = config.current.backups
    newest = regular_archives()[:1]
    if folder is None or (newest and clock.now() - newest[0].at < EVERY_ARCHIVE - clock.HOUR):
        return
    try:
        if not folder.is_dir():
            raise NoFolderOfArchives(folder=folder)
        made = make_archive_of_now(folder)
    except (Problem, OSError) as refused:
        write_last_tries(failed_tries(refused))
        raise
    write_last_tries(LastTries(made_at=clock.now(), missing=len(made.missing)))
    delete_archives(superfluous_archives(regular_archives()))


class NoFolderOfArchives(Problem):
    status = 500
    sentence = N_("备份的文件夹 %(folder)s 不在（磁盘没有挂上？）。")


def failed_tries(refused: Problem | OSError) -> LastTries:
    values = {name: str(value) for name, value in getattr(refused, "values", {}).items()}
    why = (
        (refused.sentence, values) if isinstance(refused, Problem) else (str(refused).replace("%", "%%"), {})
    )
    return LastTries(last_tries().made_at, clock.now(), why)


def last_tries() -> LastTries:
    with suppress(OSError, ValueError, TypeError, KeyError):
        said = json.loads((config.current.instance / LAST_TRY_NAME).read_bytes())
        return LastTries(**said | {"why": (said["why"][0], dict(said["why"][1]))})
    return LastTries()


def write_last_tries(tries: LastTries) -> None:
    """Where even that can't be written the job's own line says it."""
    with suppress(OSError):
        body = json.dumps(vars(tries), ensure_ascii=False).encode()
        kept_files.write_whole(config.current.instance / LAST_TRY_NAME, body)


def superfluous_archives(archives: list[KeptArchive]) -> list[KeptArchive]:
    """All but the newest of each of so many days, weeks and months that have one (FIELDFORMS_BACKUPS_KEPT); the newest first."""
    kept: set[Path] = set()
    for most, period in zip(config.current.backups_kept, PERIODS_KEPT, strict=True):
        newest: dict[str, Path] = {}
        for each in archives:
            newest.setdefault(each.day.strftime(period), each.path)
        kept |= set(list(newest.values())[:most])
    return [each for each in archives if each.path not in kept]


PERIODS_KEPT = ("%Y-%m-%d", "%G-%V", "%Y-%m")  # ISO 8601 weeks


def delete_archives(archives: Iterable[KeptArchive]) -> None:
    for each in archives:
        for path in (each.path, archive_keys.keys_beside(each.path)):
            with suppress(OSError):
                path.unlink()


def warning_of_archives() -> str:
    """What the administrator is to know at once, a sentence; "" while all is well."""
    newest, tries = regular_archives()[:1], last_tries()
    if tries.failed_at:
        return N_("最近一次自动备份没有做成")
    if not newest:
        return N_("还没有备份")
    if clock.now() - newest[0].at > OLD_ARCHIVE:
        return N_("最近一份备份已经过了两天")
    return N_("最近一份备份缺了照片或资料") if tries.missing else ""
