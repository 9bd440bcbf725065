"""Names and words that the typeface lacks: the paper says that something stands there, and what."""

from dataclasses import replace

import pytest

from fieldforms.paper import fonts, pdf, unprintable
from fieldforms.paper.month import ClientReport, render_report
from tests.paper import samples

NOON = 1763964667000


@pytest.mark.parametrize("name", ["张𠮷", "김철수", "محمد", "สมชาย", "王😀", "\ue000"])
def test_a_name_that_cannot_be_printed_is_told_of_at_the_foot(text, name):
    sheet = samples.contact(signings=(samples.signing(signer=name),))
    missing = unprintable.characters_left_out(name)
    assert missing and set(missing) <= set(name)
    printed = text(pdf.render_sheet(sheet, timestamp_ms=NOON))
    assert f"〓是本字体没有的字（U+{ord(missing[0]):04X}" in printed


@pytest.mark.parametrize("where", ["label", "notices", "company", "title"])
def test_wherever_it_stands(text, where):
    sheet = samples.contact("en")
    if where == "label":
        block = sheet.blocks[0]
        sheet = replace(sheet, blocks=(replace(block, rows=(replace(block.rows[0], label="𠮷"),)),))
    else:
        sheet = replace(sheet, **{where: ("𠮷",) if where == "notices" else "𠮷"})
    assert "〓standsforwhatthistypefacelacks(U+20BB7)" in text(pdf.render_sheet(sheet, timestamp_ms=NOON))


def test_a_sheet_that_prints_whole_says_nothing(text):
    assert "〓" not in text(pdf.render_sheet(samples.contact(), timestamp_ms=NOON))


@pytest.mark.parametrize("word", ["〓", "e\u0301", "👨\u200d"[1:], "a\u200bb", "㛃𠅤䶮", "\t\n"])
def test_what_prints_or_is_nothing_to_see_is_not_missing(word):
    assert fonts.missing_characters(word) == ""


def test_many_are_named_by_the_first_six():
    line = unprintable.lines_about("".join(map(chr, range(0x1F600, 0x1F610))), "zh")[0]
    assert line.count("U+") == 6 and "…" in line


def test_a_month_s_report_says_so_too(text):
    report = ClientReport(
        "zh",
        "公司",
        "运维月报",
        "2026年11月",
        (("客户", "𠮷田"),),
        (),
        (("客户", "𠮷田"), ("服务单位", "公司")),
    )
    assert "〓是本字体没有的字（U+20BB7）" in text(render_report(report, timestamp_ms=NOON))
