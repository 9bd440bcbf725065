"""The administrator's page of backups: the last good one, the last failure, and the way back."""

from dataclasses import replace

import pytest

from fieldforms import config
from fieldforms.errors import Problem
from fieldforms.flow.archives import keeping


@pytest.fixture
def real(world, settings, tmp_path):
    """No demonstration; a folder on another disk."""
    folder = tmp_path / "disk"
    folder.mkdir()
    return config.use(replace(settings, demo=False, backups=folder))


def test_an_admin_is_told_at_once_that_there_is_none(world, real):
    admin = world.browser("admin", phone=False)
    assert "还没有备份" in admin.get("/").text
    assert "还没有备份" in admin.get("/backups").text
    keeping.make_due_archive()
    assert "/backups" not in admin.get("/").text.split("<main")[1]
    page = admin.get("/backups").text
    assert keeping.regular_archives()[0].path.name in page and "7 天" in page
    assert "还没有备份" not in world.browser("gao").get("/").text


def test_a_failure_is_told_with_its_reason(world, real):
    real.backups.rmdir()
    with pytest.raises(Problem):
        keeping.make_due_archive()
    page = world.browser("admin", phone=False).get("/backups").text
    assert "没有做成" in page and str(real.backups) in page and "没有挂上" in page


def test_without_the_setting_the_page_says_which(world, settings):
    assert "FIELDFORMS_BACKUPS" in world.browser("admin", phone=False).get("/backups").text
