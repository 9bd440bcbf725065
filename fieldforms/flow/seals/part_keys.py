"""The keys for which phones hide what a client signed without a network, until it arrives: files of their own beside the sealing
keys (`phone-1.key`, …), the newest in use, all of them read with.

They seal nothing. Who has one reads parts that are still on their way; who lost it can't, and the clients sign anew.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from fieldforms.errors import BadPartKey
from fieldforms.flow.seals import sdjwt, signing_keys
from fieldforms.store import audit
from fieldforms.store.database import transaction

NAME = re.compile(r"phone-([1-9][0-9]{0,8})\.key")


def ensure_part_key() -> None:
    """Made at the first start; each file is read at every one. Raises BadPartKey."""
    if not list(read_keys()):
        make_part_key()


def make_part_key() -> sdjwt.SigningKey:
    """A new one, in use from now on; of two processes that make it at once the first does."""
    number = 1 + max((number for number, _path in numbered_files()), default=0)
    key = sdjwt.SigningKey.generate()
    with suppress(FileExistsError):
        key.save(signing_keys.folder() / f"phone-{number}.key")
        with transaction():
            audit.record_action(None, "keys.make_part", key.kid)
    return current_part_key()


def current_part_key() -> sdjwt.SigningKey:
    *_earlier, newest = read_keys()
    return newest


def part_keys_by_kid() -> dict:
    return {key.kid: key.private for key in read_keys()}


def read_keys() -> Iterator[sdjwt.SigningKey]:
    """Oldest first. Raises BadPartKey."""
    return (load_part_key(path) for _number, path in sorted(numbered_files()))


def numbered_files() -> Iterator[tuple[int, Path]]:
    for path in signing_keys.folder().glob("phone-*.key"):
        if named := NAME.fullmatch(path.name):
            yield int(named[1]), path


@cache
def load_part_key(path: Path) -> sdjwt.SigningKey:
    try:
        return sdjwt.SigningKey.load(path)
    except ValueError as error:
        raise BadPartKey(path=path) from error
