"""The company's own logo on paper: beside its name, with its name for who hears the page, and nothing else moves."""

import subprocess
from dataclasses import replace

import pytest

from fieldforms import config
from fieldforms.logo_files import shrink_logo
from fieldforms.paper import labels, pdf
from fieldforms.paper.booklet import Booklet, BookletText, render_booklet
from fieldforms.paper.month import ClientReport, render_report
from fieldforms.paper.quick_guide import QuickGuide, parts_of_room, render_quick_guide
from tests.logos import a_logo
from tests.paper import samples

NOON = 1763964667000
MONTH = ClientReport("zh", "公司", "运维月报", "2026年11月", (("客户", "市政务服务中心"),), (), ())
GUIDE = QuickGuide(
    lang="zh",
    company="公司",
    title="简明操作手册",
    room="一号会议室",
    place="3F",
    parts=parts_of_room(("机柜总电源合闸",), (), "zh"),
    url="https://ff.example.cn/rooms/1",
    scan="扫码",
    phones=(("服务电话", "0571-5555 0000"),),
)
BOOKLET = Booklet("en", "Hengsheng", "Report", "Municipal centre", (BookletText("Words."),))
PRINTED = {
    "a sheet": lambda: pdf.render_sheet(samples.maintenance(), timestamp_ms=NOON),
    "a month": lambda: render_report(MONTH, timestamp_ms=NOON),
    "a report": lambda: render_booklet(BOOKLET, timestamp_ms=NOON),
    "a guide": lambda: render_quick_guide(GUIDE, timestamp_ms=NOON),
}
BLANK = labels.Label("7K3QF9X2MN", "HTTPS://FF.EXAMPLE.CN/D/7K3QF9X2MN")
FULL = replace(
    BLANK, name="宴会厅视频拼接切换台（主用，左侧机柜第三层）", place="江澜市政务服务中心 · 302 视频会议室"
)


@pytest.fixture
def with_logo(monkeypatch):
    monkeypatch.setattr(config, "current", config.read({}))

    def begin(size=(1500, 420)):
        settings = replace(config.current, logo=shrink_logo(a_logo(size=size)))
        monkeypatch.setattr(config, "current", settings)

    return begin


def figures(document: bytes, folder) -> int:
    """What a reader of tags is told is a picture; PDF/UA refuses one without words (typst, UA-1)."""
    (folder / "tagged.pdf").write_bytes(document)
    told = subprocess.run(["pdfinfo", "-struct", "tagged.pdf"], cwd=folder, capture_output=True, check=True)
    return told.stdout.count(b"Figure")


@pytest.mark.parametrize("printed", PRINTED.values(), ids=PRINTED)
def test_it_stands_on_what_the_company_prints(with_logo, run, tmp_path, printed):
    before = printed()
    with_logo()
    assert pictures(run(printed(), "pdfimages", "-list")) == pictures(run(before, "pdfimages", "-list")) + 1
    assert figures(printed(), tmp_path) == figures(before, tmp_path) + 1


def pictures(listed: str) -> int:
    return sum(line.split()[2:3] == ["image"] for line in listed.splitlines())


@pytest.mark.parametrize("size", [(1500, 420), (400, 400), (2000, 100)], ids=["wide", "square", "a line"])
def test_nothing_but_the_companys_line_moves(with_logo, words, size):
    before = words(PRINTED["a sheet"]())
    with_logo(size)
    moved = {word.text for word in set(words(PRINTED["a sheet"]())) - set(before)}
    assert moved <= set(samples.maintenance().company) | {samples.maintenance().company}


@pytest.mark.parametrize("layout", labels.LABEL_LAYOUTS)
def test_a_label_has_it_and_still_says_everything(with_logo, run, words, layout):
    with_logo((400, 400))  # the highest
    for label in (BLANK, FULL):
        printed = labels.pdf([label], layout, "zh", "0571-5555 0000")
        assert pictures(run(printed, "pdfimages", "-list")) == 1
        page = labels.LABEL_LAYOUTS[layout]
        bottom = (page.margin[1] + page.size[1]) / 25.4 * 72
        said = words(printed)
        assert all(word.bottom < bottom for word in said) and any("0571" in word.text for word in said)


def test_the_same_sheet_gives_the_same_bytes_with_it_too(with_logo):
    with_logo()
    assert PRINTED["a sheet"]() == PRINTED["a sheet"]()
