"""Content by digest: kept once, read whole, gone when erased."""

import hashlib
import os
from functools import partial

import pytest

from fieldforms.errors import NoRoom
from fieldforms.store import database
from fieldforms.store.files import files
from fieldforms.store.models import File
from tests.shared import at_once, during

SMALL, LARGE = b"strokes", os.urandom(files.INLINE_BYTES + 1)


@pytest.mark.parametrize(
    "body", [SMALL, b"", LARGE, LARGE[:-1]], ids=["strokes", "nothing", "photo", "at the limit"]
)
def test_content_reads_back_under_its_digest(shared, body):
    row = files.keep_file(body, "image/jpeg")
    assert row.digest == hashlib.sha256(body).hexdigest()
    assert files.read_file(row.digest) == body
    assert row.size == len(body)
    assert files.path_of(row.digest).exists() is (len(body) > files.INLINE_BYTES)


def test_the_same_content_is_kept_once(shared):
    assert files.keep_file(SMALL, "image/jpeg").id == files.keep_file(SMALL, "image/jpeg").id


def test_unknown_content_is_nothing(shared):
    for digest in ("", "0" * 64, "../../etc/passwd", "\x00"[:0]):
        assert files.read_file(digest) is None


def test_erased_content_is_gone_with_its_file(shared):
    row = files.keep_file(LARGE + b"erase me", "image/jpeg")
    files.note_upload("a-draft", "sent", row)
    files.erase_file(row.digest)
    assert files.read_file(row.digest) is None
    assert not files.path_of(row.digest).exists()
    assert files.digests_of_draft("a-draft") == set()
    files.erase_file(row.digest)  # twice is no error


def test_content_kept_by_a_transaction_that_failed_is_not_there(shared):
    body = LARGE + b"failed"
    with pytest.raises(ZeroDivisionError), database.transaction():
        files.keep_file(body, "image/jpeg")
        raise ZeroDivisionError
    assert files.read_file(hashlib.sha256(body).hexdigest()) is None
    assert files.keep_file(body, "image/jpeg").size == len(body)  # what lay about does no harm
    assert files.read_file(hashlib.sha256(body).hexdigest()) == body


@pytest.mark.parametrize("body", [b"at once", LARGE + b"at once"], ids=["small", "large"])
def test_the_same_content_kept_by_16_at_once_is_one_row(shared, body):
    results = at_once(*[partial(files.keep_file, body, "image/jpeg")] * 16)
    assert {getattr(row, "id", row) for row in results} == {File.get(File.digest == results[0].digest).id}
    assert files.read_file(results[0].digest) == body
    assert not list(files.folder.glob("**/*.part"))


@pytest.mark.parametrize("body", [b"meanwhile", LARGE + b"meanwhile"], ids=["small", "large"])
def test_content_that_another_request_is_just_keeping_is_shared(shared, body):
    def keep():
        with database.transaction():
            return files.keep_file(body, "image/jpeg").digest

    assert during(lambda: files.keep_file(body, "image/jpeg"), keep) == hashlib.sha256(body).hexdigest()


def test_a_disk_that_refuses_is_said_and_leaves_nothing(shared, tmp_path):
    """A file stands where the folder should be."""
    usual = files.folder
    blocked = tmp_path / "blocked"
    blocked.write_text("")
    files.folder = blocked
    try:
        with pytest.raises(NoRoom), database.transaction():
            files.keep_file(LARGE + b"refused", "image/jpeg")
    finally:
        files.folder = usual
    assert not File.select().where(File.digest == hashlib.sha256(LARGE + b"refused").hexdigest()).exists()


def test_uploads_belong_to_their_draft(shared):
    row = files.keep_file(b"belongs", "image/jpeg")
    for _ in range(2):  # sent again
        files.note_upload("mine", "s1", row)
    assert files.uploaded_file("mine", "s1").digest == row.digest
    assert files.uploaded_file("other", "s1") is files.uploaded_file("mine", "s2") is None
    assert files.belongs_to_draft("mine", row.digest)
    assert not files.belongs_to_draft("other", row.digest)
    assert files.digests_of_draft("mine") | files.digests_of_draft("other") == {row.digest}
