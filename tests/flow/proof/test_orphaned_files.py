"""Sweeping: what nobody names goes, and nothing else."""

import os

import pytest

from fieldforms.flow.completing import completion
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.flow.proof import orphaned_files
from fieldforms.store import clock
from fieldforms.store.files import files
from fieldforms.store.models import Audit, Draft, File, Upload

PHOTO = os.urandom(files.INLINE_BYTES + 1)
NOTHING = {"files": 0, "uploads": 0, "strays": 0}


def kept(draft: str, body: bytes = PHOTO) -> str:
    """The digest of what this draft's phone sent."""
    row = files.keep_file(body, "image/jpeg")
    files.note_upload(draft, row.digest, row)
    return row.digest


@pytest.fixture
def later(world):
    """Two months on."""
    with clock.pretend_now(clock.now() + 60 * clock.DAY_MS):
        yield


def test_what_a_sheet_names_stays_for_good(world):
    draft = world.working_sheet()
    digest = kept(draft.uuid)
    answers = draft.answers | {"work_photos": [digest]}
    completion.complete(world.actor("chen"), draft.uuid, HandedIn(answers))
    world.signed_sheet()  # strokes are content, too
    before = File.select().count()
    with clock.pretend_now(clock.now() + 400 * clock.DAY_MS):
        assert orphaned_files.sweep_files(delete=True) == NOTHING | {"uploads": 1}
    assert files.read_file(digest) == PHOTO
    assert File.select().count() == before and Upload.select().count() == 0


def test_what_a_draft_in_hand_names_or_has_sent_stays(world):
    draft = world.working_sheet()
    digest = kept(draft.uuid)
    other = kept(draft.uuid, PHOTO + b"named only")
    Draft.update(answers=draft.answers | {"work_photos": [other]}).where(Draft.uuid == draft.uuid).execute()
    Upload.delete().where(Upload.sent == other).execute()
    with clock.pretend_now(clock.now() + 60 * clock.DAY_MS):
        assert orphaned_files.sweep_files(delete=True) == NOTHING
    assert files.read_file(digest) and files.read_file(other)


def test_what_a_draft_given_up_has_sent_goes_after_a_month(world):
    draft = world.working_sheet()
    digest = kept(draft.uuid)
    drafts.discard_draft(world.actor("chen"), draft.uuid)
    with clock.pretend_now(clock.now() + 29 * clock.DAY_MS):
        assert orphaned_files.sweep_files(delete=True) == NOTHING
    with clock.pretend_now(clock.now() + 31 * clock.DAY_MS):
        assert orphaned_files.sweep_files(delete=True) == NOTHING | {"files": 1, "uploads": 1}
    assert files.read_file(digest) is None and not files.path_of(digest).exists()
    assert [
        line.detail for line in Audit.select().where(Audit.action == "files.sweep").order_by(Audit.id)
    ] == [
        NOTHING,
        NOTHING | {"files": 1, "uploads": 1},
    ]


def test_a_look_deletes_nothing(later, world):
    with clock.pretend_now(1):
        digest = kept("a report nobody sent")
    for _ in range(2):
        assert orphaned_files.sweep_files(delete=False) == NOTHING | {"files": 1, "uploads": 1}
    assert files.read_file(digest) == PHOTO
    assert not Audit.select().where(Audit.action == "files.sweep").exists()


def test_a_photo_of_a_draft_that_is_not_saved_yet_stays(world):
    digest = kept(drafts.new_uuid())
    assert orphaned_files.sweep_files(delete=True) == NOTHING
    assert files.read_file(digest) == PHOTO


def test_what_a_crash_left_in_the_folder_goes_and_what_is_just_arriving_stays(world):
    known = files.path_of(kept(drafts.new_uuid()))
    old, half, young = (known.with_name(name) for name in ("0" * 64, "1" * 64 + ".ab.part", "2" * 64))
    for path in (old, half, young):
        path.write_bytes(b"x")
    for path in (known, old, half):
        os.utime(path, (1, 1))
    assert orphaned_files.sweep_files(delete=True) == NOTHING | {"strays": 2}
    assert known.exists() and young.exists() and not old.exists() and not half.exists()


def test_what_was_swept_can_be_sent_again(world):
    digest = kept("a draft")
    with clock.pretend_now(clock.now() + 60 * clock.DAY_MS):
        orphaned_files.sweep_files(delete=True)
        assert kept("another draft") == digest
    assert files.read_file(digest) == PHOTO


def test_content_whose_file_an_interrupted_sweep_took_is_written_anew(world):
    digest = kept("a draft")
    files.path_of(digest).unlink()
    assert kept("another draft") == digest
    assert files.read_file(digest) == PHOTO
