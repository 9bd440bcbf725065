"""Settings: read strictly from the environment, once; a bad one stops the start with a sentence."""

import hashlib
import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from fieldforms import kept_files, logo_files, network
from fieldforms.errors import N_, BadSecretFile, BadSetting

DEFAULTS = {
    "FIELDFORMS_INSTANCE": "instance",
    "FIELDFORMS_DATABASE": "",
    "FIELDFORMS_URL": "",
    "FIELDFORMS_OLD_URLS": "",
    "FIELDFORMS_TZ": "Asia/Shanghai",
    "FIELDFORMS_COMPANY": "",
    "FIELDFORMS_COMPANY_EN": "",
    "FIELDFORMS_SERVICE_PHONE": "",
    "FIELDFORMS_LOGO": "",
    "FIELDFORMS_DEMO": "yes",
    "FIELDFORMS_SECRET_KEY": "",
    "FIELDFORMS_PROXIES": "0",
    "FIELDFORMS_FORMS": "",
    "FIELDFORMS_STAGES": "",
    "FIELDFORMS_PAPERS": "",
    "FIELDFORMS_THREADS": "8",
    "FIELDFORMS_BACKUPS": "",
    "FIELDFORMS_BACKUPS_KEPT": "7 4 12",
    "FIELDFORMS_BACKUP_PASSPHRASE": "",
    "FIELDFORMS_SECOND_FACTOR": "",
    "FIELDFORMS_LOG_ADDRESSES": "no",
    "FIELDFORMS_LOCAL_ROBOTS": "",
}
ROLES = ("technician", "dispatcher", "supervisor", "manager", "hr", "admin")
SHORTEST_SECRET, SHORTEST_PASSPHRASE = 32, 16  # characters
# Whose name stands over the demonstration's sheets. Nobody's real seal, label or page ever bears it.
DEMONSTRATION = {
    "FIELDFORMS_COMPANY": "恒声视讯技术服务有限公司",
    "FIELDFORMS_COMPANY_EN": "Hengsheng AV Services Co., Ltd.",
    "FIELDFORMS_SERVICE_PHONE": "0571-5555 0100",
}


@dataclass(frozen=True)
class Settings:
    """`url` is the address printed on labels; `host` and `port` only bind."""

    instance: Path
    database: str
    url: str
    old_urls: tuple[str, ...]
    tz: str
    company: str
    company_en: str
    service_phone: str
    logo: bytes  # a small PNG, or none
    demo: bool
    secret_key: str
    proxies: int
    forms: Path | None
    stages: Path | None
    papers: Path | None
    threads: int
    backups: Path | None
    backups_kept: tuple[int, ...]  # so many days, weeks, months
    backup_passphrase: str
    second_factor: tuple[str, ...]  # roles that must have one
    log_addresses: bool
    local_robots: tuple[str, ...]  # origins in this house's own network to which notices may be posted
    host: str
    port: int

    def company_name(self, lang: str) -> str:
        """The English name where there is one: many a company has none."""
        return (self.company_en or self.company) if lang == "en" else self.company

    def logo_digest(self) -> str:
        """Stands in its address; "" where there is none."""
        return hashlib.sha256(self.logo).hexdigest()[:16] if self.logo else ""

    def need_company(self) -> None:
        """Whatever seals, prints or shows pages says whose it is. Raises BadSetting."""
        for name, given in (
            ("FIELDFORMS_COMPANY", self.company),
            ("FIELDFORMS_SERVICE_PHONE", self.service_phone),
        ):
            if not given or (given == DEMONSTRATION[name] and not self.demo):
                raise BadSetting(name=name, why=N_("单据、标签和页面上都要印，正式使用前请先设置"))

    def need_url(self) -> None:
        """A label is stuck on for years. Raises BadSetting."""
        if not self.url:
            raise BadSetting(name="FIELDFORMS_URL", why=N_("标签上的地址由它来定，请先设置"))
        if network.is_loopback(urlsplit(self.url).hostname or ""):
            raise BadSetting(name="FIELDFORMS_URL", why=N_("只有这台机器自己打得开，手机扫了标签也打不开"))


def read(environ: Mapping[str, str] | None = None) -> Settings:
    """Settings from FIELDFORMS_*, HOST and PORT. Raises BadSetting naming the setting and why."""
    environ = os.environ if environ is None else environ
    for name in environ:
        if name.startswith("FIELDFORMS_") and name not in DEFAULTS:
            raise BadSetting(name=name, why=N_("没有这个设置"))
    given = {name: environ.get(name, default) for name, default in DEFAULTS.items()}
    if given["FIELDFORMS_DEMO"] == "yes":
        given |= {name: given[name] or shown for name, shown in DEMONSTRATION.items()}
    instance = Path(given["FIELDFORMS_INSTANCE"]).absolute()
    port = read_whole("PORT", environ.get("PORT", "8000"), 0, 65535)
    host = environ.get("HOST", "0.0.0.0")
    return Settings(
        instance=instance,
        database=given["FIELDFORMS_DATABASE"] or f"sqlite:///{instance / 'fieldforms.db'}",
        url=read_origin("FIELDFORMS_URL", given["FIELDFORMS_URL"]),
        old_urls=tuple(
            read_origin("FIELDFORMS_OLD_URLS", url) for url in given["FIELDFORMS_OLD_URLS"].split()
        ),
        tz=read_zone(given["FIELDFORMS_TZ"]),
        company=given["FIELDFORMS_COMPANY"].strip(),
        company_en=given["FIELDFORMS_COMPANY_EN"].strip(),
        service_phone=given["FIELDFORMS_SERVICE_PHONE"].strip(),
        logo=read_logo("FIELDFORMS_LOGO", given["FIELDFORMS_LOGO"]),
        demo=yes_or_no("FIELDFORMS_DEMO", given["FIELDFORMS_DEMO"]),
        secret_key=read_secret(given["FIELDFORMS_SECRET_KEY"]),
        proxies=read_whole("FIELDFORMS_PROXIES", given["FIELDFORMS_PROXIES"], 0, 5),
        forms=read_folder("FIELDFORMS_FORMS", given["FIELDFORMS_FORMS"]),
        stages=read_file("FIELDFORMS_STAGES", given["FIELDFORMS_STAGES"]),
        papers=read_folder("FIELDFORMS_PAPERS", given["FIELDFORMS_PAPERS"]),
        threads=read_whole("FIELDFORMS_THREADS", given["FIELDFORMS_THREADS"], 1, 64),
        backups=Path(given["FIELDFORMS_BACKUPS"]).absolute() if given["FIELDFORMS_BACKUPS"] else None,
        backups_kept=read_kept("FIELDFORMS_BACKUPS_KEPT", given["FIELDFORMS_BACKUPS_KEPT"]),
        backup_passphrase=read_passphrase(given["FIELDFORMS_BACKUP_PASSPHRASE"]),
        second_factor=read_roles("FIELDFORMS_SECOND_FACTOR", given["FIELDFORMS_SECOND_FACTOR"]),
        log_addresses=yes_or_no("FIELDFORMS_LOG_ADDRESSES", given["FIELDFORMS_LOG_ADDRESSES"]),
        local_robots=tuple(
            read_origin("FIELDFORMS_LOCAL_ROBOTS", url) for url in given["FIELDFORMS_LOCAL_ROBOTS"].split()
        ),
        host=host,
        port=port,
    )


def read_whole(name: str, text: str, least: int, most: int) -> int:
    if not (text.isascii() and text.isdigit()) or not least <= int(text) <= most:
        raise BadSetting(name=name, why=f"{text!r}: {least}–{most}")
    return int(text)


def yes_or_no(name: str, text: str) -> bool:
    if text not in ("yes", "no"):
        raise BadSetting(name=name, why=f"{text!r}: yes / no")
    return text == "yes"


def read_origin(name: str, text: str) -> str:
    """An origin without a path; it goes on every label."""
    origin = text.rstrip("/")
    if origin and not is_origin(origin):
        raise BadSetting(name=name, why=N_("要写成 https://主机，不带路径"))
    return origin


def is_origin(text: str) -> bool:
    try:
        parts = urlsplit(text)
        usual = parts.port is None or parts.port > 0  # raises ValueError for what is no port
    except ValueError:
        return False
    return (
        usual
        and bool(parts.hostname)
        and text in (f"http://{parts.netloc}", f"https://{parts.netloc}")
        and "@" not in text
    )


def read_zone(name: str) -> str:
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:  # a folder of zones is no zone
        raise BadSetting(name="FIELDFORMS_TZ", why=N_("没有这个时区")) from error


def read_secret(text: str) -> str:
    if text and len(text) < SHORTEST_SECRET:
        raise BadSetting(name="FIELDFORMS_SECRET_KEY", why=N_("至少 32 个字符"))
    return text


def read_kept(name: str, text: str) -> tuple[int, ...]:
    """How many days, weeks and months have an archive kept: "7 4 12"."""
    words = text.split()
    if len(words) != 3:
        raise BadSetting(name=name, why=f"{text!r}: 7 4 12")
    days, weeks, months = (read_whole(name, word, 0, 1000) for word in words)
    return max(days, 1), weeks, months  # the newest always stays


def read_roles(name: str, text: str) -> tuple[str, ...]:
    """Roles, separated by commas: "admin,supervisor". One that is misspelt would go without what it was to have."""
    roles = tuple(role.strip() for role in text.split(",")) if text.strip() else ()
    if not set(roles) <= set(ROLES):
        raise BadSetting(name=name, why=f"{text!r}: {','.join(ROLES)}")
    return roles


def read_passphrase(text: str) -> str:
    if text and len(text) < SHORTEST_PASSPHRASE:
        raise BadSetting(name="FIELDFORMS_BACKUP_PASSPHRASE", why=N_("至少 16 个字符"))
    return text


def read_folder(name: str, text: str) -> Path | None:
    if text and not Path(text).is_dir():
        raise BadSetting(name=name, why=N_("没有这个文件夹"))
    return Path(text) if text else None


def read_file(name: str, text: str) -> Path | None:
    if text and not Path(text).is_file():
        raise BadSetting(name=name, why=N_("没有这个文件"))
    return Path(text) if text else None


def read_logo(name: str, text: str) -> bytes:
    """A picture for sheets, labels and signing in, shrunk as any that comes in."""
    path = read_file(name, text)
    try:
        return logo_files.shrink_logo(path.read_bytes()) if path else b""
    except logo_files.BadLogo as bad:
        raise BadSetting(name=name, why=bad.why) from bad
    except OSError as error:
        raise BadSetting(name=name, why=N_("文件读不出来")) from error


@lru_cache(maxsize=8)
def secret_key(settings: Settings) -> str:
    """The cookie key: set, or made once and kept beside the database with mode 0600. Read once: it never changes."""
    if settings.secret_key:
        return settings.secret_key
    path = secret_path(settings)
    if not path.exists():
        with suppress(FileExistsError):  # two servers may start together, and the first one's key is both's
            kept_files.write_whole(path, secrets.token_hex(32).encode(), anew=True)
    return read_secret_file(path)


def secret_path(settings: Settings) -> Path:
    return settings.instance / "secret.key"


def read_secret_file(path: Path) -> str:
    """Raises BadSecretFile: what a power cut left of it would sign everybody's cookies."""
    text = path.read_bytes().decode("ascii", "replace").strip()
    if len(text) < SHORTEST_SECRET or not (text.isascii() and text.isprintable()):
        raise BadSecretFile(file=path, least=SHORTEST_SECRET)
    return text


current: Settings = read({})


def keep_files_private() -> None:
    """What this process writes from now on nobody else of this machine reads: database, its log, photos, keys, backups."""
    os.umask(0o077)


def close_folder(folder: Path) -> None:
    """What was written before is nobody else's either: who may not enter the folder reads nothing in it."""
    folder.mkdir(parents=True, exist_ok=True)
    with suppress(PermissionError):  # somebody else's folder, by its administrator's will
        folder.chmod(0o700)


def use(settings: Settings) -> Settings:
    """Make these the process' settings."""
    global current
    current = settings
    return settings
