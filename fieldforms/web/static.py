"""Static files under a name that changes with their content: cached for a year, compressed once, ahead of time.

The whole folder has one name, `/static/<digest>/…`, so that a module's `import "./x.js"` is as fresh as the page.
WhiteNoise serves them before Flask sees the request, with the .br and .gz made here.
"""

import gzip
import hashlib
import json
import os
import re
import secrets
import shutil
from contextlib import suppress
from functools import cache
from pathlib import Path

import brotli
from whitenoise import WhiteNoise

from fieldforms import kept_files

STATIC_FOLDER = Path(__file__).parent.parent / "static"
AT_ROOT = "root"  # what browsers and robots ask for by a name of their own
PHONE_WORKER = "sw.js"  # at the root: it is about all pages
NOT_ON_PHONES = "zxing"  # a megabyte that only a camera needs
COMPRESSED = {".js", ".css", ".svg", ".txt", ".wasm"}
BROTLI_LEVEL = {".wasm": 9}  # at 11 a decoder of 0.9 MB would keep the first start for two seconds
# A worker goes by its own answer's policy, not by the page's (HTML §10.2.6.3).
WORKER = "code_reader"
WORKER_POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; frame-ancestors 'none'"
)
PHONE_WORKER_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'"
DAY_SECONDS = 24 * 3600
YEAR_SECONDS = 365 * DAY_SECONDS
# What is for the next editor stays here: a fifth of the weight. Lines keep their numbers. A comment behind code is one
# only after what can end it: `//` stands in words, too.
COMMENTS = {
    ".js": re.compile(
        r"^[ \t]*(/\*.*?\*/|//[^\n]*)|(?<=[;{},)])[ ]//[^\n]*$|^[ \t]+", re.MULTILINE | re.DOTALL
    ),
    ".css": re.compile(r"/\*.*?\*/|^[ \t]+", re.MULTILINE | re.DOTALL),
}


def files() -> list[Path]:
    return sorted(path for path in STATIC_FOLDER.rglob("*") if path.is_file())


@cache
def digest() -> str:
    """A name for what all static files are now."""
    content = hashlib.sha256()
    for path in files():
        content.update(str(path.relative_to(STATIC_FOLDER)).encode())
        content.update(body(path))
    return content.hexdigest()[:12]


@cache
def body(path: Path) -> bytes:
    """What is sent of a static file: our own without their comments, others' whole with their licences."""
    comments = COMMENTS.get(path.suffix)
    if comments is None or "vendor" in path.relative_to(STATIC_FOLDER).parts:
        return path.read_bytes()
    return comments.sub(lambda comment: "\n" * comment[0].count("\n"), path.read_text("utf-8")).encode()


@cache
def address(path: str) -> str:
    """A static file's address, new with each content. Raises FileNotFoundError, so that a wrong name shows at once."""
    if not (STATIC_FOLDER / path).is_file():
        raise FileNotFoundError(path)
    return f"/static/{digest()}/{path}"


def serve_static(wsgi, instance: Path) -> WhiteNoise:
    """The application behind its static files."""
    folder = prepare_folder(instance / "static")
    white = WhiteNoise(
        wsgi, max_age=YEAR_SECONDS, allow_all_origins=False, add_headers_function=add_static_headers
    )
    white.add_files(str(folder), prefix=f"static/{digest()}/")
    white.add_files(str(folder / AT_ROOT))
    return white


def add_static_headers(found, path, url) -> None:
    if Path(path).name == PHONE_WORKER:
        found["Cache-Control"] = "no-store"  # else a phone would go on with an old one
        found["Content-Security-Policy"] = PHONE_WORKER_POLICY
    elif url.startswith("/static/"):
        found["Cache-Control"] = f"max-age={YEAR_SECONDS}, immutable"
    else:
        found["Cache-Control"] = f"max-age={DAY_SECONDS}"
    # Read as the page that asks is: UTF-8 (HTML §8.1.3.2). Said with each of twenty files it would weigh a third of a kB.
    found["Content-Type"] = found["Content-Type"].partition(";")[0]
    if Path(path).stem == WORKER:
        found["Content-Security-Policy"] = WORKER_POLICY


def prepare_folder(home: Path) -> Path:
    """A copy with compressed siblings, made once for each content; older ones go."""
    folder = home / digest()
    if digests_in_folder(folder) != digests_written_down(folder):
        copy_files(folder)
        for old in home.iterdir():
            if digest() not in old.name:
                remove_old(old)
    return folder


def remove_old(path: Path) -> None:
    """Another start may be doing the same."""
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def copy_files(folder: Path) -> None:
    """Whole or not there, and listed before: what a power cut leaves of it is made anew by the next start, or browsers
    would keep it for a year. (So nothing is synced here: hundreds of files would take a disk some seconds.) Of servers that
    start together each makes its own; the last one stands."""
    unfinished = folder.with_name(f".{folder.name}.{secrets.token_hex(8)}")
    try:
        for path in files():
            for ending, content in encodings_of_file(path).items():
                target = unfinished / f"{path.relative_to(STATIC_FOLDER)}{ending}"
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
                os.utime(target, (0, 0))  # no age, no Last-Modified, no ETag: the name says it all
        kept_files.write_whole(list_of_folder(folder), json.dumps(digests_in_folder(unfinished)).encode())
        shutil.rmtree(folder, ignore_errors=True)
        with suppress(OSError):  # another start was quicker, with the same content
            kept_files.move_whole(unfinished, folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def list_of_folder(folder: Path) -> Path:
    """Beside it: what lies in it is sent to whoever asks."""
    return folder.with_suffix(".json")


def digests_in_folder(folder: Path) -> dict[str, str]:
    """SHA-256 by path; some megabytes, read in a few milliseconds."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in found
    }


def digests_written_down(folder: Path) -> dict[str, str] | None:
    """None where they were not: it was never finished, or comes from a version that wrote none."""
    with suppress(OSError, ValueError):
        return json.loads(list_of_folder(folder).read_bytes())
    return None


def worker_with_files(content: bytes) -> bytes:
    """The phone's worker names what it keeps, so that it is another one with every change of any of them."""
    kept = [path.relative_to(STATIC_FOLDER).as_posix() for path in files() if is_kept_on_phones(path)]
    shell = json.dumps([address(path) for path in kept])
    named = content.replace(b'"@version"', json.dumps(digest()).encode())
    return named.replace(b'"@shell"', shell.encode())


def is_kept_on_phones(path: Path) -> bool:
    inside = path.relative_to(STATIC_FOLDER).as_posix()
    return (
        path.suffix in {".js", ".css", ".svg"}
        and AT_ROOT not in Path(inside).parts
        and NOT_ON_PHONES not in inside
    )


@cache
def encodings_of_file(path: Path) -> dict[str, bytes]:
    """File ending → content: the file, and its compressed siblings when they are worth it."""
    content = worker_with_files(body(path)) if path.name == PHONE_WORKER else body(path)
    if path.suffix not in COMPRESSED:
        return {"": content}
    return {
        "": content,
        ".br": brotli.compress(content, quality=BROTLI_LEVEL.get(path.suffix, 11)),
        ".gz": gzip.compress(content, 9, mtime=0),
    }
