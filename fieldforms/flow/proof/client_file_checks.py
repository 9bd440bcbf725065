"""`fieldforms verify FILE.zip`: is a file that left the house whole, and ours?"""

import hashlib
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fieldforms.errors import N_, Problem
from fieldforms.flow.seals import jws, manifests, signing_keys
from fieldforms.flow.seals.manifests import LIST_NAME, SIGNATURE_NAME, Manifest

BYTES_AT_ONCE = 1024 * 1024
LONGEST_LIST = 64 * 1024 * 1024
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


class NotAZip(Problem):
    sentence = N_("%(file)s 不是完整的 ZIP 文件。")


@dataclass(frozen=True)
class ClientFileCheck:
    """`differences`: (name, what differs), in order; `signed`: who says so, None where that does not hold; `files`: how many
    the list names."""

    differences: tuple[tuple[str, str], ...]
    signed: Manifest | None
    files: int


def check_client_file(path: Path, trusted_kids: Iterable[str] = ()) -> ClientFileCheck:
    """`trusted_kids`: keys known from elsewhere. Raises NotAZip, FileNotFoundError."""
    try:
        with zipfile.ZipFile(path) as opened:
            return check_opened(opened, trusted_kids)
    except zipfile.BadZipFile as error:
        raise NotAZip(file=path) from error


def check_opened(opened: zipfile.ZipFile, trusted_kids: Iterable[str]) -> ClientFileCheck:
    names = opened.namelist()
    try:
        body = read_small(opened, LIST_NAME)
        listed = manifests.read_list(body)
    except (KeyError, *DAMAGED):
        return ClientFileCheck(((LIST_NAME, "is missing or cannot be read"),), None, 0)
    differences = list(differences_of_content(opened, names, listed))
    try:
        signed = manifests.read_signature(
            read_small(opened, SIGNATURE_NAME).decode(), signing_keys.trust_in_keys(trusted_kids).known_keys
        )
    except (KeyError, *DAMAGED):
        return ClientFileCheck(
            (*differences, (SIGNATURE_NAME, "is missing or cannot be read")), None, len(listed)
        )
    except jws.Broken as broken:
        return ClientFileCheck((*differences, (SIGNATURE_NAME, str(broken))), None, len(listed))
    if signed.digest != manifests.digest_in_hex(body):
        differences.append((LIST_NAME, "is another list than the one that was signed"))
    return ClientFileCheck(tuple(differences), signed, len(listed))


def differences_of_content(
    opened: zipfile.ZipFile, names: list[str], listed: dict[str, str]
) -> Iterator[tuple[str, str]]:
    for name, times in Counter(names).items():
        if times > 1:
            yield name, "is there more than once"
        if name not in listed and name not in (LIST_NAME, SIGNATURE_NAME):
            yield name, "is not in the list"
    for name, digest in listed.items():
        if name not in names:
            yield name, "is missing"
        elif digest_of_member(opened, name) != digest:
            yield name, "was changed"


def digest_of_member(opened: zipfile.ZipFile, name: str) -> str:
    """ "" for what can't be read."""
    digest = hashlib.sha256()
    try:
        with opened.open(name) as stream:
            while chunk := stream.read(BYTES_AT_ONCE):
                digest.update(chunk)
    except DAMAGED:
        return ""
    return digest.hexdigest()


def read_small(opened: zipfile.ZipFile, name: str) -> bytes:
    with opened.open(name) as stream:
        return stream.read(LONGEST_LIST)
