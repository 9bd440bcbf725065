"""Who signs for a maintenance without a summary is told what was done all the same."""

from dataclasses import replace
from html import unescape

import pytest

from tests.forms.main_sheets import MAINTAINED
from tests.web.completing.hands import handed
from tests.web.sheets.walker import Walker

WALKS = {walk.case: walk for walk in MAINTAINED}


def page_to_sign(world, case: str, summary: str = "") -> str:
    walk = WALKS[case]
    walker = Walker(world, walk)
    first = walk.turns[0]
    walker.begin(replace(first, body={**first.body, "summary": summary}))
    return unescape(handed(walker.browser("chen"), walker.number).page.text).split("查看整张单据")[0]


@pytest.mark.parametrize(
    ("case", "told"),
    [
        ("all normal", "检查了 14 项：14 项正常；清理 7 台，检查 60 个"),
        ("no main unit", "检查了 14 项：9 项正常，5 项不适用；清理 6 台，检查 48 个"),
        (
            "handled and damaged",
            "检查了 14 项：12 项正常，2 项有异常或处理；清理 7 台，检查 60 个，处理 1 个，损坏 1 台\n一台机壳有裂纹",
        ),
        (
            "abnormal, not dealt with",
            "检查了 14 项：13 项正常，1 项有异常或处理；清理 7 台，检查 60 个\n每晚自动重启",
        ),
    ],
)
def test_the_checklist_stands_in_for_a_summary(world, case, told):
    page = page_to_sign(world, case)
    assert "维护总结" in page and told in page


def test_a_summary_that_was_written_stands_alone(world):
    page = page_to_sign(world, "all normal", "三楼投影机已除尘")
    assert "三楼投影机已除尘" in page and "检查了 14 项" not in page
