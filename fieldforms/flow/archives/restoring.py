"""`fieldforms restore FILE`: looked through before anything is touched; what it replaces stays aside."""

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from fieldforms import config, i18n, kept_files
from fieldforms.errors import N_, Problem
from fieldforms.flow.archives import archive_keys
from fieldforms.flow.archives.archive_files import BadArchive, OpenArchive, read_archive
from fieldforms.flow.proof import verification
from fieldforms.flow.seals import heads
from fieldforms.store import audit, clock, database
from fieldforms.store.archives import database_restoring
from fieldforms.store.archives.database_copies import SQLITE_PART, TABLE_PARTS
from fieldforms.store.files import files

UNFINISHED_NAME = "restore-unfinished"  # of the instance: while it lies there, nothing is served


class OtherEngine(Problem):
    status = 409
    sentence = N_("这份备份是 %(engine)s 的，FIELDFORMS_DATABASE 指的是另一种数据库。")


class KeysNeeded(Problem):
    status = 409
    sentence = N_(
        "这份备份里没有密钥，旁边也没有 %(file)s，本机也没有密钥。请把单独保管的密钥文件放到那里再恢复。"
    )


class DoesNotVerify(Problem):
    """`n`: how many differences; `first`: the first of them."""

    status = 409
    sentence = N_(
        "备份里封存的内容核对不上（%(n)s 处，第一处：%(first)s），什么也没有改。一定要用它，请加 --anyway。"
    )


class RestoreUnfinished(Problem):
    status = 500
    sentence = N_("上一次恢复没有做完。请再运行一次 fieldforms restore FILE；被替换的东西都在 %(folder)s。")


@dataclass
class Restoration:
    """What a restore would do. `staged`: what waits beside its place for its turn: final place → where it lies now."""

    archive: OpenArchive
    stamp: str
    staged: dict[Path, Path]

    @property
    def sqlite_file(self) -> Path:
        return Path(config.current.database.removeprefix("sqlite:///"))

    @property
    def is_sqlite(self) -> bool:
        return self.archive.about["engine"] == "sqlite"

    def aside_of(self, place: Path) -> Path:
        return place.parent / f"replaced-{self.stamp}"

    def staging_of(self, place: Path) -> Path:
        return place.parent / f"restoring-{self.stamp}"


@contextmanager
def open_archive(path: Path, anyway: bool = False) -> Iterator[Restoration]:
    """Everything is taken out beside its place and looked through; nothing that is there was touched when this gives. What is
    not put in its place afterwards is gone again.

    `anyway`: also what does not verify. Raises BadArchive, OtherEngine, NewerSchema, StillServed, KeysNeeded,
    WrongPassphrase, DoesNotVerify, Damaged, OSError.
    """
    archive = read_archive(path)
    restoration = Restoration(archive, stamp_of_now(), {})
    try:
        refuse_unfit(restoration)
        with archive.zip:
            take_out_members(restoration)
            if restoration.is_sqlite and not anyway:
                refuse_unverified_sqlite(restoration)
            yield restoration
    finally:
        for folder in {restoration.staging_of(place) for place in restoration.staged}:
            shutil.rmtree(folder, ignore_errors=True)


def stamp_of_now() -> str:
    """When, and which of those that began in the same second."""
    at = i18n.local(clock.now(), config.current.tz).strftime("%Y%m%d-%H%M%S")
    return f"{at}-{secrets.token_hex(3)}"


def refuse_unfit(restoration: Restoration) -> None:
    about = restoration.archive.about
    if restoration.is_sqlite != config.current.database.startswith("sqlite:///"):
        raise OtherEngine(engine=about["engine"])
    database_restoring.refuse_newer_archive(about["migration"])
    if restoration.is_sqlite:
        database_restoring.refuse_served_sqlite(restoration.sqlite_file)


def take_out_members(restoration: Restoration) -> None:
    """Every member, checked while it is read."""
    archive, instance = restoration.archive, config.current.instance
    if archive.about["with_files"]:
        restoration.staged[instance / "files"] = restoration.staging_of(instance / "files") / "files"
        restoration.staged[instance / "files"].mkdir(parents=True)
    for name in archive.members:
        place = place_of_member(restoration, name)
        if place:
            write_out(archive, name, place)
        else:
            for _checked in archive.chunks_of_member(name):
                pass
    if restoration.is_sqlite and not database_restoring.check_sqlite_copy(
        restoration.staged[restoration.sqlite_file], archive.about["heads"]
    ):
        raise BadArchive(file=archive.path, why=SQLITE_PART)
    stage_keys(restoration)


def place_of_member(restoration: Restoration, name: str) -> Path | None:
    """Where a member is put for now. None: it is only checked. Raises BadArchive for a name that leads elsewhere."""
    instance = config.current.instance
    if name == SQLITE_PART and restoration.is_sqlite:
        final = restoration.sqlite_file
        restoration.staged[final] = restoration.staging_of(final) / final.name
        return restoration.staged[final]
    if name.startswith("files/"):
        digest = name.rpartition("/")[2]
        if name != f"files/{digest[:2]}/{digest}" or not digest.isalnum():
            raise BadArchive(file=restoration.archive.path, why=name)
        return restoration.staging_of(instance / "files") / name
    return None


def write_out(archive: OpenArchive, name: str, place: Path) -> None:
    with kept_files.writing_whole(place) as stream:
        for chunk in archive.chunks_of_member(name):
            stream.write(chunk)


def stage_keys(restoration: Restoration) -> None:
    """Out of the archive, out of the file beside it; else those that are here stay."""
    archive, instance = restoration.archive, config.current.instance
    beside = archive_keys.keys_beside(archive.path)
    if archive_keys.KEYS_MEMBER in archive.members:
        sealed = archive.read_member(archive_keys.KEYS_MEMBER)
        bundle = archive_keys.open_bundle(sealed, config.current.backup_passphrase)
    elif beside.exists():
        bundle = beside.read_bytes()
    elif any((instance / archive_keys.KEYS_FOLDER).glob("*.pem")):
        return
    else:
        raise KeysNeeded(file=beside)
    try:
        found = archive_keys.unpack_keys(bundle)
    except (ValueError, AttributeError, TypeError) as error:
        raise BadArchive(file=beside, why=N_("里面没有完整的密钥")) from error
    for name, body in found.items():
        final = instance / name.partition("/")[0]
        restoration.staged[final] = restoration.staging_of(final) / final.name
        kept_files.write_whole(restoration.staging_of(final) / name, body)


def refuse_unverified_sqlite(restoration: Restoration) -> None:
    """The copy is walked as `fieldforms verify` walks the house; one of an older version is migrated first, in a copy of it."""
    staged = restoration.staged[restoration.sqlite_file]
    place = staged.with_name("looked-through.db")
    shutil.copyfile(staged, place)
    try:
        with looking_through(restoration):
            database.connect(f"sqlite:///{place}")
            database.migrate()
            refuse_differences()
    finally:
        database.database.close()
        for side in database_restoring.SQLITE_SIDES:
            place.with_name(place.name + side).unlink(missing_ok=True)


@contextmanager
def looking_through(restoration: Restoration) -> Iterator[None]:
    """Files and keys are those of the archive, and those that stay where it has none."""
    usual, folder = config.current, files.folder
    staging = restoration.staging_of(usual.instance / "files")
    kept = usual.instance / archive_keys.KEYS_FOLDER
    if kept not in restoration.staged and kept.exists():
        shutil.copytree(kept, staging / archive_keys.KEYS_FOLDER, dirs_exist_ok=True)
    config.use(replace(usual, instance=staging))
    files.use_folder(restoration.staged.get(usual.instance / "files", usual.instance / "files"))
    try:
        yield
    finally:
        config.use(usual)
        files.folder = folder


def refuse_differences() -> None:
    """Of the database that is connected. Raises DoesNotVerify."""
    found = list(verification.every_difference())
    if found:
        raise DoesNotVerify(n=len(found), first=str(found[0]))


def put_archive_in_place(restoration: Restoration, anyway: bool = False) -> None:
    """What is there goes aside, what the archive brought takes its place. Killed in between, the next start says so and the
    command is run once more. Raises DoesNotVerify, StillServed, OSError."""
    if restoration.is_sqlite:
        database_restoring.refuse_served_sqlite(restoration.sqlite_file)  # since somebody was asked for a yes
        move_into_place(restoration)
        database.connect(config.current.database)
    else:
        fill_postgresql(restoration, anyway)
    marker_of_unfinished().unlink()  # PostgreSQL has committed by now
    with database.transaction():
        audit.record_action(None, "archive.restore", restoration.archive.path.name)
    if restoration.is_sqlite:
        database.database.close()


def fill_postgresql(restoration: Restoration, anyway: bool) -> None:
    about, archive = restoration.archive.about, restoration.archive
    database_restoring.refuse_served_postgresql()
    chunks = {table: f"{TABLE_PARTS}{table}.copy" for table in about["tables"]}
    with database_restoring.replacing_postgresql(
        f"replaced-{restoration.stamp}",
        about["migration"],
        about["tables"],
        about["sequences"],
        lambda table: archive.chunks_of_member(chunks[table]),
    ):
        if not anyway:
            with looking_through(restoration):
                refuse_differences()
        move_into_place(restoration)


def marker_of_unfinished() -> Path:
    return config.current.instance / UNFINISHED_NAME


def unfinished_folders() -> list[str]:
    """Where restores that were not finished put what they replaced, the first one first: what was served lies there."""
    marker = marker_of_unfinished()
    return marker.read_text().splitlines() if marker.exists() else []


def write_unfinished(restoration: Restoration) -> None:
    asides = [str(restoration.aside_of(place)) for place in gone_with_it(restoration)]
    lines = dict.fromkeys([*unfinished_folders(), *asides])
    kept_files.write_whole(marker_of_unfinished(), "\n".join(lines).encode())


def move_into_place(restoration: Restoration) -> None:
    """A log that was left behind never meets another database, and nobody misses what was sealed after the archive. Whoever is
    done with all of it takes the marker away."""
    write_unfinished(restoration)
    for place in gone_with_it(restoration):
        database_restoring.move_aside(place, restoration.aside_of(place))
    for place, staged in restoration.staged.items():
        kept_files.move_whole(staged, place)


def gone_with_it(restoration: Restoration) -> Iterator[Path]:
    for place in restoration.staged:
        sides = database_restoring.SQLITE_SIDES if place == restoration.sqlite_file else ("",)
        yield from (place.with_name(place.name + side) for side in sides)
    yield heads.path_of_heads()


def refuse_unfinished() -> None:
    """At each start. Raises RestoreUnfinished."""
    if marker_of_unfinished().exists():
        raise RestoreUnfinished(folder=", ".join(unfinished_folders()))
