"""A person's data is erased on request: gone from everywhere, and the seals stay whole."""

from pathlib import Path

import pytest

from fieldforms.errors import NotAllowed, NotFound, ReasonNeeded
from fieldforms.flow.completing import completion, corrections
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.flow.proof import erasures
from fieldforms.store import database
from fieldforms.store.files import files
from fieldforms.store.models import File
from fieldforms.store.record import records
from tests.flow.completing.hands import paper_photo, seen, sign
from tests.flow.proof.hands import dump


def erase(world, entry, *names, seq=2, reason="客户要求", login="admin"):
    return erasures.erase_answers(world.actor(login), entry.number, seq, list(names), reason)


def test_what_was_erased_is_gone_from_everywhere(world):
    entry = world.signed_sheet()
    assert "字幕机也请看看" in dump()
    by = erase(world, entry, "answers.comments", "signature", "signer")
    erase(world, entry, "answers.request", "answers.contact", seq=1)
    everything_said = dump()
    for text in ("字幕机也请看看", "丁一", "会议室话筒有杂音"):
        assert text not in everything_said
    found = seen(entry.number)
    assert found.entries[1].erased == {"answers.comments", "signature", "signer"}
    assert "comments" not in found.entries[1].answers
    assert found.row.satisfaction == "very_satisfied"
    assert by.outcome == "erased"
    assert found.row.state == "closed"


def test_what_was_erased_leaves_the_database_file_too(world):
    """secure_delete, once the log is checkpointed; PostgreSQL's vacuum is the operator's."""
    if database.dialect_of() != "sqlite":
        pytest.skip("SQLite only")
    entry = world.signed_sheet()
    bodies = [
        body
        for body in seen(entry.number).entries[1].disclosures
        if records.open_disclosure(body)[0] == "answers.comments"
    ]
    assert bodies[0].encode() in file_bytes()
    erase(world, entry, "answers.comments")
    assert bodies[0].encode() not in file_bytes()


def file_bytes() -> bytes:
    database.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    path = Path(database.database.obj.database)
    return path.read_bytes() + path.with_name(path.name + "-wal").read_bytes()


def test_an_erased_signatures_strokes_are_gone_and_so_is_an_erased_photo(world):
    draft = world.working_sheet()
    photo = paper_photo(draft.uuid, b"somebody's face" * 5000)
    waiting = completion.complete(
        world.actor("chen"), draft.uuid, HandedIn(draft.answers | {"work_photos": [photo]})
    ).entry
    entry = sign(world, waiting)
    strokes = seen(entry.number).entries[1].facts["signature"]["strokes"]
    erase(world, entry, "signature")
    erase(world, entry, "answers.work_photos", seq=1)
    assert files.read_file(strokes) is None
    assert files.read_file(photo) is None
    assert not files.path_of(photo).exists()
    assert not File.select().where(File.digest.in_([strokes, photo])).exists()


def test_a_photo_that_another_entry_seals_too_stays(world):
    draft = world.working_sheet()
    photo = paper_photo(draft.uuid, b"the amplifier")
    waiting = completion.complete(
        world.actor("chen"), draft.uuid, HandedIn(draft.answers | {"work_photos": [photo]})
    ).entry
    new = corrections.correct_record(world.actor("chen"), sign(world, waiting).number, "日期写错了")
    again = completion.complete(world.actor("chen"), new.uuid, HandedIn(new.answers)).entry
    erase(world, waiting, "answers.work_photos", seq=1)
    assert files.read_file(photo) == b"the amplifier"
    erase(world, again, "answers.work_photos", seq=1)
    assert files.read_file(photo) is None


def test_typing_a_photos_digest_does_not_erase_the_photo(world):
    photo = paper_photo(drafts.new_uuid(), b"somebody else's")
    entry = world.waiting_sheet(request=photo)
    erase(world, entry, "answers.request", seq=1)
    assert files.read_file(photo) == b"somebody else's"


@pytest.mark.parametrize("login", ["chen", "sunmin", "gao", "shen", "wangjing"])
def test_only_admins_erase(shared, login):
    with pytest.raises(NotAllowed):
        erase(shared, shared.signed_sheet(), "answers.comments", login=login)


def test_erasing_needs_a_reason_and_something_to_erase(shared):
    entry = shared.signed_sheet()
    with pytest.raises(ReasonNeeded):
        erase(shared, entry, "answers.comments", reason="")
    for names, seq in [([], 2), (["answers.moon"], 2), (["answers.comments"], 9)]:
        with pytest.raises(NotFound):
            erase(shared, entry, *names, seq=seq)
    erase(shared, entry, "answers.comments")
    with pytest.raises(NotFound):
        erase(shared, entry, "answers.comments")
