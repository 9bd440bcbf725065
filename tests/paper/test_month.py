"""The monthly report on paper: what is printed, on how many pages, and that nothing in it is markup."""

import subprocess
from dataclasses import replace

import pytest

from fieldforms.paper.month import ClientReport, ReportColumn, ReportTable, render_report

NOON = 1763964667000
SHEETS = ReportTable(
    "客户服务联络单（1 张）",
    (ReportColumn("编号", 5), ReportColumn("日期", 3), ReportColumn("内容", 9)),
    (("FW-202611-0001", "11月4日", "话筒有杂音 #strong[不是标记] $x$"),),
)
MONTH = ClientReport(
    lang="zh",
    company="恒声视讯技术服务有限公司",
    title="运维月报",
    period="2026年11月",
    facts=(("客户", "市政务服务中心"), ("巡检", "全年 3/4"), ("单据", "1 张")),
    tables=(SHEETS, ReportTable("更换的配件", (ReportColumn("配件"),))),
    parties=(("客户", "市政务服务中心"), ("服务单位", "恒声视讯技术服务有限公司")),
    notes=("遗留问题为生成时的情况。",),
)


def run(document: bytes, folder, *command) -> str:
    (folder / "month.pdf").write_bytes(document)
    return subprocess.run([*command], cwd=folder, capture_output=True, text=True, check=True).stdout


def text(document: bytes, folder) -> str:
    return "".join(
        run(document, folder, "pdftotext", "-layout", "month.pdf", "-").replace("\u200b", "").split()
    )


def test_everything_stands_on_it_with_places_for_both_parties(tmp_path):
    found = text(render_report(MONTH, timestamp_ms=NOON), tmp_path)
    for words in (
        "运维月报",
        "2026年11月",
        "全年3/4",
        "FW-202611-0001",
        "#strong[不是标记]$x$",
        "更换的配件",
        "无",
    ):
        assert words in found
    assert found.count("签字：") == found.count("（盖章）") == 2


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_small_month_is_one_page_and_a_long_one_repeats_its_heads(tmp_path, lang):
    small = replace(MONTH, lang=lang)
    assert "Pages:           1" in run(
        render_report(small, timestamp_ms=NOON), tmp_path, "pdfinfo", "month.pdf"
    )
    long = replace(small, tables=(replace(SHEETS, rows=SHEETS.rows * 120),))
    document = render_report(long, timestamp_ms=NOON)
    pages = int(run(document, tmp_path, "pdfinfo", "month.pdf").split("Pages:")[1].split()[0])
    assert pages > 2 and text(document, tmp_path).count("编号") >= pages - 1


def test_the_same_month_gives_the_same_bytes_and_what_the_typeface_lacks_prints_as_a_geta(tmp_path):
    assert render_report(MONTH, timestamp_ms=NOON) == render_report(MONTH, timestamp_ms=NOON)
    odd = replace(MONTH, facts=(("客户", "岚湖酒店 🎉"),))
    assert "岚湖酒店〓" in text(render_report(odd, timestamp_ms=NOON), tmp_path)


def test_a_name_that_the_typeface_lacks_is_told_of_below(tmp_path):
    whole = text(render_report(MONTH, timestamp_ms=NOON), tmp_path)
    lacking = text(render_report(replace(MONTH, facts=(("客户", "𠮷田"),)), timestamp_ms=NOON), tmp_path)
    assert "〓：本字体没有的字" in lacking and "〓" not in whole
