"""`fieldforms backup`: one archive of everything that must be kept, while people go on working."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from fieldforms import config, kept_files
from fieldforms.errors import N_, NoRoom, Problem
from fieldforms.flow.archives import archive_keys
from fieldforms.flow.archives.archive_files import ArchiveWriter, check_members, read_archive
from fieldforms.store import clock
from fieldforms.store.archives import database_copies
from fieldforms.store.archives.database_copies import DatabaseCopy
from fieldforms.store.database import translating_refusals
from fieldforms.store.files import files

TRIES_OF_ARCHIVE = 3  # somebody may erase a photo while they are copied


class AlreadyThere(Problem):
    status = 409
    sentence = N_("%(file)s 已经有了，没有覆盖它。")


class ErasedMeanwhile(Problem):
    status = 503
    sentence = N_("备份的时候有人在抹除照片，请再试一次。")


@dataclass(frozen=True)
class MadeArchive:
    """`size`: bytes. `missing`: digests of files that the database names and the folder lost, or has other than they were.
    `keys`: the file of the keys beside it, None where they are inside."""

    path: Path
    size: int
    files: int
    missing: tuple[str, ...]
    keys: Path | None


def make_archive(path: Path, with_files: bool = True) -> MadeArchive:
    """Written, read back and checked; one that fails leaves nothing. `with_files`: not before a migration, which touches none.

    Raises AlreadyThere, NoRoom, Busy, Damaged, BadArchive.
    """
    path = path.absolute()
    keys = None if config.current.backup_passphrase else archive_keys.keys_beside(path)
    places = (path, keys) if keys else (path,)
    for taken in places:
        if taken.exists():
            raise AlreadyThere(file=taken)
    with saying_what_refused(places):
        missing = write_archive_patiently(path, with_files)
        try:
            check_archive(path)
            if keys:
                kept_files.write_whole(keys, archive_keys.bundle_keys(), anew=True)
        except BaseException:
            with suppress(OSError):
                path.unlink()  # ours: where another had the name, nothing was written under it
            raise
    return MadeArchive(path, path.stat().st_size, count_files(path), missing, keys)


@contextmanager
def saying_what_refused(places: tuple[Path, ...]) -> Iterator[None]:
    """Raises AlreadyThere where somebody took one of the names meanwhile, NoRoom."""
    try:
        yield
    except FileExistsError as error:
        for taken in places:
            if taken.exists():
                raise AlreadyThere(file=taken) from error
        raise
    except OSError as error:
        raise NoRoom from error


def write_archive_patiently(path: Path, with_files: bool) -> tuple[str, ...]:
    for _try in range(TRIES_OF_ARCHIVE - 1):
        try:
            return write_archive(path, with_files)
        except ErasedMeanwhile:
            continue
    return write_archive(path, with_files)


def write_archive(path: Path, with_files: bool) -> tuple[str, ...]:
    """The digests that are missing. Raises ErasedMeanwhile."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    scratch = Path(tempfile.mkdtemp(prefix=".fieldforms-", suffix=".part", dir=path.parent))
    try:
        with kept_files.writing_whole(path, anew=True) as stream:
            writer = ArchiveWriter(stream)
            with writer.zip:  # one that is given up must not be closed later than its stream
                return write_members(writer, scratch, with_files)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def write_members(writer: ArchiveWriter, scratch: Path, with_files: bool) -> tuple[str, ...]:
    """All of them and the list, and gives what `write_archive` gives."""
    with database_copies.database_copy(scratch) as copy:
        for name, chunks in copy.parts:
            writer.add_member(name, chunks)
        missing = add_files(writer, copy) if with_files else ()
    refuse_erased(missing)
    if config.current.backup_passphrase:
        sealed = archive_keys.seal_bundle(archive_keys.bundle_keys(), config.current.backup_passphrase)
        writer.add_member(archive_keys.KEYS_MEMBER, [sealed])
    writer.close(about_copy(copy) | {"with_files": with_files, "missing": missing})
    return missing


def about_copy(copy: DatabaseCopy) -> dict:
    return {
        "made_at": clock.now(),
        "version": program_version(),
        "engine": copy.engine,
        "migration": copy.migration,
        "heads": copy.heads,
        "tables": copy.tables,
        "sequences": copy.sequences,
        "company": config.current.company,
    }


def program_version() -> str:
    try:
        return version("fieldforms")
    except PackageNotFoundError:
        return ""


def add_files(writer: ArchiveWriter, copy: DatabaseCopy) -> tuple[str, ...]:
    """The digests of those that are not there, or not what they were."""
    return tuple(digest for digest in copy.files if not add_file(writer, digest))


def add_file(writer: ArchiveWriter, digest: str) -> bool:
    """Opened before anything is written of it: one that is erased from then on is still read to its end."""
    name = f"files/{digest[:2]}/{digest}"
    try:
        with open(files.path_of(digest), "rb") as stream:
            writer.add_member(name, database_copies.chunks_of_stream(stream), pack=False)
    except FileNotFoundError:
        return False
    return writer.members[name][1] == digest


def refuse_erased(missing: tuple[str, ...]) -> None:
    """Asked when the copy's moment is over: within it PostgreSQL still shows what was erased since. Raises ErasedMeanwhile."""
    with translating_refusals(), database_copies.connected_now():
        if any(files.by_digest.first(digest) is None for digest in missing):
            raise ErasedMeanwhile


def check_archive(path: Path) -> None:
    """Every byte read back from the disk. Raises BadArchive."""
    archive = read_archive(path)
    with archive.zip:
        check_members(archive)


def count_files(path: Path) -> int:
    archive = read_archive(path)
    with archive.zip:
        return sum(name.startswith("files/") for name in archive.members)
