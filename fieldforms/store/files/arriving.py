"""A large file on its way in: written beside its place while it is looked at, and there only once it is kept."""

import hashlib
import io
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from fieldforms import kept_files
from fieldforms.errors import NoRoom
from fieldforms.store import clock
from fieldforms.store.files import files
from fieldforms.store.models import File
from fieldforms.store.prepared import insert_new

PIECE_BYTES = 256 * 1024
WAITING_ROOM = "in"  # of the folder: what a crash leaves here is a stray like others, and swept


@dataclass(frozen=True)
class ArrivingFile:
    """`path`: where it lies for as long as it is looked at. `size`: bytes; `digest`: SHA-256."""

    path: Path
    size: int
    digest: str


@contextmanager
def receive_file(stream: IO[bytes]) -> Iterator[ArrivingFile]:
    """What a stream brings, on disk; gone afterwards unless it was kept. Raises NoRoom."""
    path = files.folder / WAITING_ROOM / f"{secrets.token_hex(16)}.part"
    try:
        yield write_stream(path, stream)
    finally:
        with suppress(OSError):
            path.unlink()


def write_stream(path: Path, stream: IO[bytes]) -> ArrivingFile:
    digest, size = hashlib.sha256(), 0
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, "wb") as file:
            while chunk := stream.read(PIECE_BYTES):
                file.write(chunk)
                digest.update(chunk)
                size += len(chunk)
        kept_files.sync_file(path)
    except OSError as error:
        raise NoRoom from error
    return ArrivingFile(path, size, digest.hexdigest())


def keep_arrived(arrived: ArrivingFile, media_type: str) -> File:
    """Its content by digest, once. Call inside a transaction. Raises NoRoom."""
    if arrived.size <= files.INLINE_BYTES:
        return files.keep_file(arrived.path.read_bytes(), media_type)
    place = files.path_of(arrived.digest)
    row = files.by_digest.first(arrived.digest)
    if row is None or not files.is_there(row):
        move_file(arrived.path, place)
    values = {"digest": arrived.digest, "media_type": media_type, "size": arrived.size}
    made = row or insert_new(File, body=None, created_at=clock.now(), **values)
    return made or files.by_digest.first(arrived.digest)


def move_file(path: Path, place: Path) -> None:
    try:
        kept_files.move_whole(path, place)
    except OSError as error:
        raise NoRoom from error


@contextmanager
def file_on_disk(digest: str) -> Iterator[Path | None]:
    """Content as a file for who can only open such a one; None when it was erased or never there."""
    place = files.path_of(digest)
    body = None if place.exists() else files.read_file(digest)
    if body is None:
        yield place if place.exists() else None
        return
    with receive_file(io.BytesIO(body)) as copy:
        yield copy.path
