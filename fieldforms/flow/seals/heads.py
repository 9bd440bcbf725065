"""How far each chain was sealed, in a file of its own beside the database: whoever loses the database's last pages, its log or a
restored night does not lose this with them, and the next start says so.

A line for each entry, written after its commit: never ahead of the database. Without fsync: a power cut may cut lines off
its end, and what is left says less, never something wrong.
"""

import logging
import os
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from fieldforms import config, kept_files, log_lines
from fieldforms.errors import N_, Problem
from fieldforms.store.database import database
from fieldforms.store.seals import chains

HEADS_NAME = "heads.txt"
LINE_OF_HEAD = re.compile(rb"(client:\d+|company) (\d{1,18}) ([A-Za-z0-9_-]{43})")  # chain, length, digest
MOST_HEADS_BYTES = 1024 * 1024  # then the next start leaves only the last line of each chain


class SealedIsMissing(Problem):
    """`n`: how many entries are gone, `chains`: how many chains are shorter or say otherwise; `first`: one of them."""

    status = 500
    sentence = N_(
        "数据库里缺了已经封存的内容：%(chains)s 条链（%(first)s）和 %(file)s 记的不一样，至少缺 %(n)s 条。多半是 -wal 文件丢了，或者"
        "换上了旧的数据库文件。请把它找回来，或者从备份恢复；确实找不回来的，运行 fieldforms accept-loss。"
    )


def path_of_heads() -> Path:
    return config.current.instance / HEADS_NAME


def note_head(chain: str, length: int, head: str) -> None:
    """Once the transaction is committed."""
    line = f"{chain} {length} {head}\n".encode()
    database.after_commit(lambda: append_line(line))


def append_line(line: bytes) -> None:
    """In one call: several processes may write. What can't be written is no reason to refuse what is sealed already."""
    try:
        handle = os.open(path_of_heads(), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(handle, line)
        finally:
            os.close(handle)
    except OSError as error:
        log_lines.tell_event(logging.ERROR, "heads", error=type(error).__name__)


def heads_written_down() -> list[dict]:
    """The last of each chain; [] where there is no file yet. A line that was cut off is none."""
    with suppress(OSError):
        found = [head_of_line(line) for line in path_of_heads().read_bytes().split(b"\n")[:-1]]
        return list(newest_heads(head for head in found if head))
    return []


def head_of_line(line: bytes) -> dict | None:
    found = LINE_OF_HEAD.fullmatch(line)
    if found is None:
        return None
    return {"chain": found[1].decode(), "length": int(found[2]), "head": found[3].decode()}


def newest_heads(heads: Iterable[dict]) -> Iterable[dict]:
    """Two that sealed at once may write in either order."""
    newest: dict[str, dict] = {}
    for head in heads:
        if head["length"] >= newest.get(head["chain"], head)["length"]:
            newest[head["chain"]] = head
    return newest.values()


def check_heads() -> None:
    """At each start. Raises SealedIsMissing. Where there is no file yet it is made, and after that kept short."""
    wrong = missing_heads()
    if wrong:
        first = f"{wrong[0][0]['chain']} #{wrong[0][0]['length']}"
        raise SealedIsMissing(
            n=sum(n for _head, n in wrong), chains=len(wrong), first=first, file=path_of_heads()
        )
    path = path_of_heads()
    text = path.read_bytes() if path.exists() else b""
    if not text.endswith(b"\n") or len(text) > MOST_HEADS_BYTES:  # a new line would stick to one that was cut
        write_heads_down()


def missing_heads() -> list[tuple[dict, int]]:
    """(head, how many entries are gone) of each chain that is shorter than it was, or says otherwise."""
    found = [(head, entries_missing(head)) for head in heads_written_down()]
    return [(head, n) for head, n in found if n]


def entries_missing(head: dict) -> int:
    """How many entries the database has fewer than it says; at least 1 where another stands in that place."""
    chain = chains.chain_by_name(head["chain"])
    length = chains.length_of_entries(chain.id) if chain else 0
    if length < head["length"]:
        return head["length"] - length
    entry = chains.entry_at(chain.id, head["length"]) if chain and head["length"] else None
    return int(entry is not None and entry.digest != head["head"])


def write_heads_down() -> None:
    """As the database has them now. A folder that can't be written to goes without."""
    lines = [f"{chain.name} {chain.length} {chain.head}\n" for chain in chains.in_order() if chain.length]
    with suppress(OSError):
        kept_files.write_whole(path_of_heads(), "".join(lines).encode())
