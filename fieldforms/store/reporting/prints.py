"""Sheets that are being printed as one file: how far that is, and the file. Beside the files of the house, for an hour: not
kept, and not in the database. Where there is no state any more, somebody has stopped it."""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from fieldforms.store import clock
from fieldforms.store.files import files

KEPT = clock.HOUR


@dataclass(frozen=True)
class Print:
    """`numbers`: of the sheets; `at`: how many of them are drawn; `size`: bytes of the finished file, 0 until then."""

    uuid: str
    user: int
    numbers: tuple[str, ...]
    lang: str
    url: str
    at: int = 0
    size: int = 0
    failed: bool = False


def folder() -> Path:
    return files.folder.parent / "prints"


def path_of(uuid: str, kind: str) -> Path:
    return folder() / f"{uuid}.{kind}"


def begin(asked: Print) -> None:
    path = path_of(asked.uuid, "json")
    folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    path.write_text("{}")
    say(asked)


def say(asked: Print) -> bool:
    """How far it is; False where it was stopped."""
    path = path_of(asked.uuid, "json")
    partial = path.with_suffix(".part")
    if not path.exists():
        return False
    partial.write_text(json.dumps(asdict(asked), ensure_ascii=False))
    os.replace(partial, path)
    return True


def get(uuid: str) -> Print | None:
    with suppress(OSError, ValueError):
        said = json.loads(path_of(uuid, "json").read_text())
        return Print(**said | {"numbers": tuple(said["numbers"])}) if said else None
    return None


def keep(uuid: str, body: bytes) -> None:
    path_of(uuid, "pdf").write_bytes(body)


def read(uuid: str) -> bytes:
    return path_of(uuid, "pdf").read_bytes()


def forget(uuid: str) -> None:
    for kind in ("json", "pdf"):
        path_of(uuid, kind).unlink(missing_ok=True)


def forget_old() -> None:
    for path in files_there():
        with suppress(OSError):
            if path.stat().st_mtime * 1000 < clock.now() - KEPT:
                path.unlink()


def files_there() -> Iterator[Path]:
    yield from folder().glob("*")
