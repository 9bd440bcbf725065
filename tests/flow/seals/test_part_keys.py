"""The keys for which phones hide what clients sign: files of their own, read at each start, in the backups."""

import json

import pytest

from fieldforms.errors import BadPartKey
from fieldforms.flow.archives import archive_keys
from fieldforms.flow.seals import part_keys, signing_keys


@pytest.fixture
def folder(world):
    return signing_keys.folder()


def test_the_first_start_has_made_one_which_only_its_owner_reads(folder):
    path = folder / "phone-1.key"
    assert path.stat().st_mode & 0o077 == 0
    assert part_keys.current_part_key().kid in part_keys.part_keys_by_kid()


def test_a_new_one_is_used_and_the_old_one_still_opens(folder):
    before = part_keys.current_part_key().kid
    now = part_keys.make_part_key().kid
    assert now != before and set(part_keys.part_keys_by_kid()) == {before, now}
    assert part_keys.current_part_key().kid == now


def test_the_backup_has_it_and_it_is_unpacked(folder):
    found = archive_keys.unpack_keys(archive_keys.bundle_keys())
    assert found["keys/phone-1.key"] == (folder / "phone-1.key").read_bytes()
    assert "keys/phone-1.key" in json.loads(archive_keys.bundle_keys())


def test_a_file_that_holds_no_key_is_refused_at_the_start(folder):
    (folder / "phone-7.key").write_bytes(b"")
    with pytest.raises(BadPartKey) as refused:
        part_keys.ensure_part_key()
    assert refused.value.values["path"].name == "phone-7.key"
