"""`fieldforms doctor`: what is wrong with an installation, each with what mends it. Looks, changes nothing."""

import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from fieldforms import config, network
from fieldforms.errors import N_, Problem
from fieldforms.flow.archives import keeping
from fieldforms.flow.seals import heads, part_keys, signing_keys
from fieldforms.store import database, engines

LEAST_FREE_BYTES = 1_000_000_000
CLOCK_TOLERANCE = 5 * 60  # seconds
OLDEST_CLOCK = 1_764_547_200  # 1 December 2025 00:00 UTC: before this program was written


@dataclass(frozen=True)
class Ailment:
    """`sentence` and `values`: what is wrong and what mends it. `grave`: it costs data, or lets somebody in."""

    sentence: str
    values: dict
    grave: bool = True


def every_ailment() -> Iterator[Ailment]:
    """Of the installation that the settings name. The database is connected."""
    for check in CHECKS:
        try:
            yield from check()
        except Problem as problem:
            yield Ailment(problem.sentence, problem.values)


def ailments_of_modes() -> Iterator[Ailment]:
    instance = config.current.instance
    secret = [instance, instance / "secret.key", *(instance / "keys").glob("*"), *instance.glob("*.db*")]
    for path in secret:
        if path.exists() and path.stat().st_mode & 0o077:
            yield Ailment(N_("%(path)s 别人也能读。请运行：chmod go= %(path)s"), {"path": path})


def ailments_of_keys() -> Iterator[Ailment]:
    """The current key and every other file: the database's names against what the files hold."""
    for path in sorted(signing_keys.folder().glob("*.pem")):
        signing_keys.load_key(signing_keys.folder(), path.stem)
    signing_keys.current_key()
    list(part_keys.read_keys())
    path = config.secret_path(config.current)
    if config.current.secret_key:
        return
    if path.exists():
        config.read_secret_file(path)
    else:
        told = {"path": path}
        yield Ailment(N_("没有 %(path)s：下一次启动会做一份新的，所有人要重新登录。"), told, False)


def ailments_of_clock() -> Iterator[Ailment]:
    if time.time() < OLDEST_CLOCK:
        yield Ailment(
            N_("系统时间是过去的（%(now)s）。请打开时间同步（NTP）。"), {"now": time.strftime("%Y-%m-%d")}
        )
    elsewhere = engines.seconds_ahead()
    if abs(elsewhere) > CLOCK_TOLERANCE:
        told = {"n": round(abs(elsewhere) / 60)}
        yield Ailment(N_("这台机器的时间和数据库服务器差 %(n)s 分钟。请在两边都打开时间同步（NTP）。"), told)


def ailments_of_disk() -> Iterator[Ailment]:
    for folder in dict.fromkeys((config.current.instance, config.current.backups or config.current.instance)):
        if folder.is_dir() and (free := shutil.disk_usage(folder).free) < LEAST_FREE_BYTES:
            told = {"folder": folder, "free": free // 1_000_000}
            yield Ailment(N_("%(folder)s 所在的磁盘只剩 %(free)s MB。请腾出空间，或换大的磁盘。"), told)


def ailments_of_engine() -> Iterator[Ailment]:
    version, fit = engines.version_and_fitness()
    if not fit:
        yield Ailment(
            N_("%(version)s 太旧：请升级（SQLite 3.51.3，PostgreSQL 13 起）。"), {"version": version}
        )
    for name in engines.unsafe_switches():
        yield Ailment(N_("数据库服务器上 %(name)s 关着，停电会丢已经封存的内容。请打开它。"), {"name": name})
    if pending := database.pending_migrations():
        yield Ailment(
            N_("数据库还没有升级（%(name)s）。请运行 fieldforms migrate。"), {"name": pending[0]}, False
        )


def ailments_of_archives() -> Iterator[Ailment]:
    folder = config.current.backups
    if folder is None:
        yield Ailment(N_("没有自动备份。请设置 FIELDFORMS_BACKUPS，写一个在另一块磁盘上的文件夹。"), {})
    elif not folder.is_dir():
        yield Ailment(keeping.NoFolderOfArchives.sentence, {"folder": folder})
    elif is_same_disk(folder, config.current.instance):
        yield Ailment(
            N_("备份的文件夹 %(folder)s 和数据在同一块磁盘上，磁盘坏了两样都没有。请换到另一块。"),
            {"folder": folder},
            False,
        )
    if folder and not config.current.backup_passphrase:
        yield Ailment(
            N_(
                "没有设置 FIELDFORMS_BACKUP_PASSPHRASE：每份备份旁边都有密钥的文件，谁拿到就能以公司的名义封存。请设置，并把口令另外保管。"
            ),
            {},
        )
    if folder and (warning := keeping.warning_of_archives()):
        yield Ailment(N_("%(why)s。请看 fieldforms backup 怎么说。"), {"why": warning})


def is_same_disk(one: Path, other: Path) -> bool:
    return one.stat().st_dev == other.stat().st_dev


def ailments_of_heads() -> Iterator[Ailment]:
    if not heads.path_of_heads().exists():
        yield Ailment(N_("还没有 %(path)s：下一次启动会做一份。"), {"path": heads.path_of_heads()}, False)
    elif missing := heads.missing_heads():
        first, n = missing[0]
        told = {"chain": first["chain"], "length": first["length"], "n": n}
        yield Ailment(N_("%(chain)s 应该到第 %(length)s 条，至少缺 %(n)s 条。请从备份恢复。"), told)


def ailments_of_address() -> Iterator[Ailment]:
    settings = config.current
    if settings.demo:
        yield Ailment(N_("这是演示：正式使用前请设置 FIELDFORMS_DEMO=no，用新的文件夹。"), {}, False)
    if not settings.url:
        yield Ailment(N_("没有设置 FIELDFORMS_URL：标签不能打印，链接用的是打开页面的地址。"), {}, False)
    elif not settings.url.startswith("https://"):
        yield Ailment(
            N_("%(url)s 不是 https：密码可以被旁听，手机不能在页面里扫码。请在前面放一个带证书的代理。"),
            {"url": settings.url},
        )
    elif not settings.proxies:
        yield Ailment(
            N_(
                "地址是 https，FIELDFORMS_PROXIES 却是 0：代理说的来源地址不算数，登录限制会把所有人当成一个人。"
            ),
            {},
        )
    if settings.proxies and settings.host not in ("127.0.0.1", "::1", "localhost"):
        yield Ailment(
            N_(
                "FIELDFORMS_PROXIES 不是 0，HOST 却是 %(host)s：绕过代理的人可以冒充任何来源地址。请设 HOST=127.0.0.1，或用防火墙挡住。"
            ),
            {"host": settings.host},
            False,
        )
    if settings.url and network.is_loopback(urlsplit(settings.url).hostname or ""):
        yield Ailment(N_("%(url)s 只有这台机器自己打得开，手机扫了标签也打不开。"), {"url": settings.url})


CHECKS: tuple[Callable[[], Iterator[Ailment]], ...] = (
    ailments_of_modes,
    ailments_of_keys,
    ailments_of_clock,
    ailments_of_disk,
    ailments_of_engine,
    ailments_of_archives,
    ailments_of_heads,
    ailments_of_address,
)
