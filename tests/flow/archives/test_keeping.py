"""One archive a day, some are kept, and a failure is written down."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from fieldforms import config
from fieldforms.errors import Problem
from fieldforms.flow.archives import keeping
from fieldforms.flow.errands.errands import ERRANDS
from fieldforms.flow.jobs import jobs
from fieldforms.store import clock
from fieldforms.store.models import Job

NOON = datetime(2026, 11, 30, 4, tzinfo=UTC)  # in Shanghai


def at(moment: datetime):
    return clock.pretend_now(int(moment.timestamp() * 1000))


@pytest.fixture
def folder(world, settings, tmp_path):
    folder = tmp_path / "other disk"
    folder.mkdir()
    config.use(replace(settings, backups=folder, backups_kept=(7, 4, 12)))
    return folder


def names(folder) -> list[str]:
    return sorted(path.name for path in folder.glob("*.zip"))


def test_one_is_made_each_day_with_its_keys(folder):
    for hours in (0, 1, 22, 24):
        with at(NOON + timedelta(hours=hours)):
            keeping.make_due_archive()
            assert keeping.warning_of_archives() == ""
    assert names(folder) == ["fieldforms-20261130-120000.zip", "fieldforms-20261201-120000.zip"]
    assert len(list(folder.glob("*.keys"))) == 2


def test_of_days_weeks_and_months_the_newest_stays(folder):
    """A year of days, and what others put there."""
    for n in range(400):
        with at(NOON - timedelta(days=n)):
            keeping.place_of_archive(folder).write_bytes(b"")
    (folder / "fieldforms-20200101-000000.zip.old").write_bytes(b"somebody else's")
    keeping.delete_archives(keeping.superfluous_archives(keeping.regular_archives()))
    days = [name[11:19] for name in names(folder)]
    assert days[-7:] == [f"202611{day}" for day in range(24, 31)]
    assert days[-9:-7] == ["20261115", "20261122"], "the Sundays of two more weeks"
    assert days[:11] == [f"{month}" for month in LAST_DAYS]
    assert len(days) == 20 and (folder / "fieldforms-20200101-000000.zip.old").exists()


LAST_DAYS = ["20251231", "20260131", "20260228", "20260331", "20260430", "20260531", "20260630", "20260731", "20260831",
             "20260930", "20261031"]  # fmt: skip


def test_a_folder_that_is_gone_is_said_and_nothing_older_is_deleted(folder):
    with at(NOON):
        keeping.make_due_archive()
    kept = names(folder)
    folder.rename(folder.with_name("unplugged"))
    with at(NOON + timedelta(days=1)), pytest.raises(Problem):
        keeping.make_due_archive()
    assert "没有做成" in keeping.warning_of_archives()
    assert keeping.last_tries().why[1] == {"folder": str(folder)}
    folder.with_name("unplugged").rename(folder)
    assert names(folder) == kept
    with at(NOON + timedelta(days=1)):
        keeping.make_due_archive()
        assert keeping.warning_of_archives() == ""


def test_an_old_one_is_said(folder):
    assert "还没有备份" in keeping.warning_of_archives()
    with at(NOON):
        keeping.make_due_archive()
    with at(NOON + timedelta(days=3)):
        assert "两天" in keeping.warning_of_archives()


def test_without_the_setting_nothing_is_made(world, settings):
    keeping.make_due_archive()
    assert not (settings.instance / "backups").exists()


def test_the_worker_makes_it(folder):
    jobs.put_off("archive")
    assert jobs.do_next(ERRANDS)
    assert len(names(folder)) == 1 and Job.get(Job.kind == "archive").error == ""
