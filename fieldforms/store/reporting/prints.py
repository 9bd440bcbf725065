"""Sheets that are being printed as one file: how far that is, and the file. Beside the files of the house, for an hour: not
kept, and not in the database. What was asked for is one file and how far it is another: where the first is gone, somebody has
stopped it, and what is told of it afterwards makes no print."""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from fieldforms.kept_files import write_whole
from fieldforms.store import clock
from fieldforms.store.files import files

PRINT_KEPT = clock.HOUR


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


def folder_of_prints() -> Path:
    return files.folder.parent / "prints"


def path_of_print(uuid: str, kind: str) -> Path:
    return folder_of_prints() / f"{uuid}.{kind}"


def add_print(asked: Print) -> None:
    forget_print(asked.uuid)
    write_state(asked.uuid, "json", asdict(asked))


def say_how_far(asked: Print) -> bool:
    """The hour in which it is fetched begins when it is finished; until then it counts from the asking, however often it is tried.
    False where it was stopped: then nothing of it is left."""
    write_state(asked.uuid, "far", {"at": asked.at, "size": asked.size, "failed": asked.failed})
    try:
        # Only now, and on what alone add_print makes: whoever stops it while this is written is not overheard.
        (os.utime if asked.size else os.stat)(path_of_print(asked.uuid, "json"))
    except FileNotFoundError:
        forget_print(asked.uuid)
        return False
    return True


def write_state(uuid: str, kind: str, state: dict) -> None:
    write_whole(path_of_print(uuid, kind), json.dumps(state, ensure_ascii=False).encode())


def get_print(uuid: str) -> Print | None:
    """None, too, for what is older than PRINT_KEPT: it goes when the house is swept, for looking writes nothing."""
    with suppress(OSError, ValueError):
        if is_over(path_of_print(uuid, "json")):
            return None
        said = read_state(uuid, "json")
        return Print(**said | {"numbers": tuple(said["numbers"])} | read_how_far(uuid))
    return None


def read_how_far(uuid: str) -> dict:
    """Empty before it is begun. Raises OSError, ValueError."""
    with suppress(FileNotFoundError):
        return read_state(uuid, "far")
    return {}


def read_state(uuid: str, kind: str) -> dict:
    """Raises OSError, ValueError."""
    return json.loads(path_of_print(uuid, kind).read_text("utf-8"))


def keep_pdf(uuid: str, body: bytes) -> None:
    write_whole(path_of_print(uuid, "pdf"), body)


def read_pdf(uuid: str) -> bytes:
    return path_of_print(uuid, "pdf").read_bytes()


def forget_print(uuid: str) -> None:
    for kind in ("json", "far", "pdf"):  # what was asked for first: see say_how_far
        path_of_print(uuid, kind).unlink(missing_ok=True)


def forget_old_prints() -> None:
    for path in files_there():
        with suppress(OSError):
            if is_over(path):
                path.unlink()


def is_over(path: Path) -> bool:
    """Raises OSError."""
    return path.stat().st_mtime * 1000 < clock.now() - PRINT_KEPT


def files_there() -> Iterator[Path]:
    yield from folder_of_prints().glob("*")
