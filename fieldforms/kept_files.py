"""Files that must survive a power cut, a full disk and a kill: whole or not there, and on the disk when the call returns.

Whatever keeps something writes it through here: temporary name, fsync, rename, fsync of the folder. Imports nothing of ours.
"""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS)  # what exFAT and FUSE say to os.link


@contextmanager
def writing_whole(path: Path, anew: bool = False) -> Iterator[IO[bytes]]:
    """What is written into the stream takes `path` when the block ends; when it raises, nothing of it is left.

    `anew`: the first one stays; raises FileExistsError where something is there already. Raises OSError. Mode 0600.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    unfinished = path.with_name(f"{path.name}.{secrets.token_hex(8)}.part")
    give_name = give_first_name if anew else os.replace
    try:
        with open(os.open(unfinished, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        give_name(unfinished, path)
    finally:
        with suppress(OSError):
            unfinished.unlink()  # or a full disk would fill with halves
    try:
        sync_folder(path.parent)
    except OSError:
        if anew:
            path.unlink()  # it is ours; what was replaced nobody can bring back
        raise


def give_first_name(unfinished: Path, path: Path) -> None:
    """Unlike rename, a link refuses a path that exists. A disk without links gives the name to an empty file first, and whoever
    got that may replace it. Raises FileExistsError, OSError."""
    try:
        os.link(unfinished, path)
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        try:
            os.replace(unfinished, path)
        except OSError:
            path.unlink()
            raise


def write_whole(path: Path, body: bytes, anew: bool = False) -> None:
    """Raises OSError; with `anew` FileExistsError."""
    with writing_whole(path, anew) as stream:
        stream.write(body)


def move_whole(source: Path, place: Path) -> None:
    """Takes its place in one step; it was written and synced before. Raises OSError."""
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.replace(source, place)
    sync_folder(place.parent)


def sync_file(path: Path) -> None:
    """For what others wrote. Raises OSError."""
    with open(path, "rb") as stream:
        os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Else a power cut may forget the name of what is on the disk. Raises OSError."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
