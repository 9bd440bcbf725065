"""The archive as a file: a ZIP whose last member lists the SHA-256 of all others. Knows no database.

database/…     SQLite's file, or a table a file (PostgreSQL's COPY)
files/…        photos and documents by digest
keys           sealed by the passphrase, or not there: then they stand in a file of their own beside it
manifest.json  version, engine, time, heads, and name → [bytes, SHA-256]
"""

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from fieldforms.errors import N_, Problem

FORMAT = "fieldforms archive 1"
LIST_OF_ARCHIVE = "manifest.json"
PIECE_OF_ARCHIVE = 1024 * 1024
LONGEST_MANIFEST = 256 * 1024 * 1024
OTHERWISE_BROKEN = (EOFError, NotImplementedError, RuntimeError, ValueError, KeyError, TypeError)
BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, *OTHERWISE_BROKEN)


class BadArchive(Problem):
    """`why`: a sentence, or the member that differs."""

    status = 422
    sentence = N_("备份 %(file)s 不完整，没有用它：%(why)s")


class ArchiveWriter:
    """`members`: name → [bytes, SHA-256] of what was written so far."""

    def __init__(self, stream: IO[bytes]):
        self.zip = zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1)
        self.members: dict[str, list] = {}

    def add_member(self, name: str, chunks: Iterable[bytes], pack: bool = True) -> None:
        """`pack`: not what is packed already, as photos are."""
        info = zipfile.ZipInfo(name)
        info.compress_type = zipfile.ZIP_DEFLATED if pack else zipfile.ZIP_STORED
        size, digest = 0, hashlib.sha256()
        with self.zip.open(info, "w", force_zip64=True) as member:
            for chunk in chunks:
                member.write(chunk)
                digest.update(chunk)
                size += len(chunk)
        self.members[name] = [size, digest.hexdigest()]

    def close(self, about: dict) -> None:
        """`about`: what the list says beside the members."""
        listed = json.dumps(about | {"format": FORMAT, "members": self.members}, ensure_ascii=False, indent=1)
        self.zip.writestr(LIST_OF_ARCHIVE, listed)
        self.zip.close()


@dataclass(frozen=True)
class OpenArchive:
    """`about`: its list."""

    path: Path
    zip: zipfile.ZipFile
    about: dict

    @property
    def members(self) -> dict[str, list]:
        return self.about["members"]

    def chunks_of_member(self, name: str) -> Iterator[bytes]:
        """Checked while it is read: raises BadArchive at its end when it is not what the list says."""
        size, digest = 0, hashlib.sha256()
        try:
            with self.zip.open(name) as member:
                while chunk := member.read(PIECE_OF_ARCHIVE):
                    size += len(chunk)
                    digest.update(chunk)
                    yield chunk
        except BROKEN_ZIP as error:
            raise BadArchive(file=self.path, why=name) from error
        if [size, digest.hexdigest()] != self.members[name]:
            raise BadArchive(file=self.path, why=name)

    def read_member(self, name: str) -> bytes:
        return b"".join(self.chunks_of_member(name))


def read_archive(path: Path) -> OpenArchive:
    """Its list is read, nothing else. Raises BadArchive, FileNotFoundError. Close its `zip`."""
    try:
        opened = zipfile.ZipFile(path)
        if opened.getinfo(LIST_OF_ARCHIVE).file_size > LONGEST_MANIFEST:
            raise ValueError(LIST_OF_ARCHIVE)
        about = json.loads(opened.read(LIST_OF_ARCHIVE))
        if about["format"] != FORMAT or set(opened.namelist()) != {*about["members"], LIST_OF_ARCHIVE}:
            raise ValueError(LIST_OF_ARCHIVE)
        return OpenArchive(path, opened, about)
    except BROKEN_ZIP as error:
        raise BadArchive(file=path, why=N_("没有结尾的清单，或者清单和内容对不上")) from error


def check_members(archive: OpenArchive) -> None:
    """Reads every byte of it. Raises BadArchive, naming the first that differs."""
    for name in archive.members:
        for _chunk in archive.chunks_of_member(name):
            pass
