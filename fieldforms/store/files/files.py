"""Photos and documents by the SHA-256 of their content: a folder now, an object store later.

A file is on disk, and its folder entry too, before the row that names it commits; content that nobody names is swept
by `fieldforms sweep`.
"""

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from fieldforms import kept_files
from fieldforms.errors import NoRoom
from fieldforms.store import clock
from fieldforms.store.database import database
from fieldforms.store.filling import drafts
from fieldforms.store.models import Draft, File, Upload
from fieldforms.store.prepared import insert_new, prepared

INLINE_BYTES = 32 * 1024  # strokes: kept in the row, committed with it, no fsync of their own

folder = Path("instance/files")


def use_folder(path: Path) -> None:
    global folder
    folder = path
    folder.mkdir(parents=True, exist_ok=True)


def keep_file(body: bytes, media_type: str) -> File:
    """Store content once. Raises NoRoom when the disk refuses."""
    digest = digest_of(body)
    values = {"digest": digest, "media_type": media_type, "size": len(body), "created_at": clock.now()}
    if len(body) <= INLINE_BYTES:
        return insert_new(File, body=body, **values) or by_digest.first(digest)
    row = by_digest.first(digest)
    if row and is_there(row):
        return row
    write_file(path_of(digest), body)
    return insert_new(File, body=None, **values) or by_digest.first(digest)  # another kept the same just now


def digest_of(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def is_there(row: File) -> bool:
    """A sweep that was interrupted may leave rows without content."""
    return row.body is not None or path_of(row.digest).exists()


@prepared
def by_digest(digest):
    return File.select().where(File.digest == digest)


def path_of(digest: str) -> Path:
    return folder / digest[:2] / digest


def write_file(path: Path, body: bytes) -> None:
    try:
        kept_files.write_whole(path, body)
    except OSError as error:
        raise NoRoom from error


def read_file(digest: str) -> bytes | None:
    """The content, or None when it was erased or never there."""
    row = by_digest.first(digest)
    if row is None:
        return None
    if row.body is not None:
        return bytes(row.body)
    path = path_of(digest)
    return path.read_bytes() if path.exists() else None


def digests_and_sizes() -> list[tuple[str, int]]:
    """What the rows say."""
    return list(File.select(File.digest, File.size).order_by(File.id).tuples())


def size_and_digest(digest: str) -> tuple[int, str] | None:
    """What the content is, read in pieces; None where there is none."""
    row, path = by_digest.first(digest), path_of(digest)
    if row is not None and row.body is not None:
        return len(row.body), digest_of(bytes(row.body))
    if not path.exists():
        return None
    with open(path, "rb") as stream:
        return path.stat().st_size, hashlib.file_digest(stream, "sha256").hexdigest()


def erase_file(digest: str) -> None:
    """Overwritten by the database (secure_delete) or removed from the folder."""
    Upload.delete().where(Upload.file.in_(File.select(File.id).where(File.digest == digest))).execute()
    File.delete().where(File.digest == digest).execute()
    database.after_commit(lambda: path_of(digest).unlink(missing_ok=True))  # a rollback brings the row back


def uploaded_file(draft: str, sent: str) -> File | None:
    """What was kept of bytes this draft's phone sent before."""
    return File.select().join(Upload).where(Upload.draft == draft, Upload.sent == sent).first()


def note_upload(draft: str, sent: str, file: File) -> None:
    Upload.insert(draft=draft, sent=sent, file=file, created_at=clock.now()).on_conflict_ignore().execute()


def belongs_to_draft(draft: str, digest: str) -> bool:
    return Upload.select().join(File).where(Upload.draft == draft, File.digest == digest).exists()


def digests_of_draft(draft: str, besides: str = "") -> set[str]:
    """What phones sent for a draft, but for files of the media type `besides`."""
    return {digest for digest, media_type in uploads_of_draft(draft) if media_type != besides}


@prepared
def uploads_of_draft(draft):
    return File.select(File.digest, File.media_type).join(Upload).where(Upload.draft == draft).tuples()


# Sweeping: what nobody names


def digests_kept_before(at: int) -> set[str]:
    """Digests of what was kept before `at` (UTC ms)."""
    return {digest for (digest,) in File.select(File.digest).where(File.created_at < at).tuples()}


def is_needed(since: int):
    """A condition on uploads: of a draft in hand, or so young that the draft may not be saved yet."""
    in_hand = Draft.select(Draft.uuid).where(drafts.is_in_hand(since))
    return (Upload.created_at >= since) | Upload.draft.in_(in_hand)


def sent_for_drafts_in_hand(since: int) -> set[str]:
    query = File.select(File.digest).join(Upload).where(is_needed(since))
    return {digest for (digest,) in query.tuples()}


def finished_uploads(since: int) -> int:
    return Upload.select().where(~is_needed(since)).count()


def strays(before: int) -> list[Path]:
    """Files in the folder that no row knows, untouched since `before` (UTC ms)."""
    return [
        path
        for path in folder.glob("??/*")
        if time_touched(path) < before and by_digest.first(path.name) is None
    ]


def time_touched(path: Path) -> float:
    with suppress(FileNotFoundError):
        return path.stat().st_mtime * 1000
    return float("inf")  # renamed just now: somebody is writing it


def delete_contents(digests: Iterable[str], since: int, strays: list[Path]) -> None:
    """The contents go before the transaction ends: until then whoever sends one of them again is refused by the
    database, and afterwards it is written anew."""
    Upload.delete().where(~is_needed(since)).execute()
    for digest in digests:
        File.delete().where(File.digest == digest).execute()
        path_of(digest).unlink(missing_ok=True)
    for path in strays:
        path.unlink(missing_ok=True)
