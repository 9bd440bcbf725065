"""The sheets as PDF: what stands on them, what stays on one page, what they carry inside."""

import io
import json
import subprocess
import threading
from dataclasses import replace

import pytest
from PIL import Image

from fieldforms.forms.loading import LIBRARY, load
from fieldforms.paper import fonts, pdf
from fieldforms.paper.sheet import Block, Box, Face, SheetRow, blocks_of_form
from tests.engines import QR_ALONE
from tests.paper import samples

NOON = 1763964667000


def render(sheet, **given):
    return pdf.render_sheet(sheet, timestamp_ms=NOON, **given)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("answers", [None, {}])
def test_a_contact_sheet_fits_one_page(pages, lang, answers):
    assert pages(render(samples.contact(lang, answers))) == 1


def test_the_chinese_maintenance_report_fits_one_page_and_the_english_two(pages):
    assert pages(render(samples.maintenance(filled=False))) == 1
    assert pages(render(samples.maintenance("en", filled=False))) == 2


@pytest.mark.parametrize(
    "key, lang, most",
    [
        ("service-contact", "zh", 1),
        ("service-contact", "en", 1),
        ("av-maintenance", "zh", 1),
        ("av-maintenance", "en", 2),
    ],
)
def test_the_company_s_own_blank_forms_are_no_longer_than_its_paper(pages, key, lang, most):
    definition = load(LIBRARY / f"{key}.toml")
    sheet = samples.contact(
        lang, {}, title=definition.label[lang], blocks=blocks_of_form(definition, {}, lang)
    )
    assert pages(render(sheet)) <= most


def test_everything_answered_is_printed(text):
    printed = text(render(samples.contact()))
    for part in (
        "客户服务联络单",
        "FW-202611-0042",
        "市政务服务中心（行政审批局）",
        "待服务内容",
        "✓按年合同客户",
        "□保内客户",
        "2026年11月24日14:10",
        "1、您的系统设备已经验收并正常工作",
        "✓很满意",
        "工程师很专业",
        "客户签字",
        "张敏",
        "确认日期",
        "封存2026-11-2416:31:07",
        "第1页共1页",
    ):
        assert part in printed


def test_the_table_says_what_was_done(text):
    printed = text(render(samples.maintenance()))
    for part in (
        "项目",
        "维护内容",
        "处理结果",
        "清除机身外壳灰尘",
        "✓清理6台，破损0台",
        "不适用",
        "2号摄像机被新装吊灯遮挡",
        "附图1",
    ):
        assert part in printed


def test_an_empty_sheet_is_a_form_to_write_on(text):
    printed = text(render(samples.maintenance(filled=False)))
    assert "□清理台，破损台" in printed
    assert "□正常□异常已处理" in printed
    assert "✓" not in printed
    assert "年月日时分" in printed


def test_a_refusal_is_printed_in_words_with_its_reason(text):
    refused = samples.signing(
        outcome="refused", outcome_label="客户拒绝签字", reason="要求先与主管核对。", strokes=()
    )
    printed = text(render(samples.contact(signings=(refused,))))
    assert "客户拒绝签字" in printed
    assert "原因：要求先与主管核对。" in printed


def test_a_typed_name_says_that_it_was_typed(text):
    typed = samples.signing(method="typed", strokes=(), signer="王建国")
    assert "姓名由签署人键入" in text(render(samples.contact(signings=(typed,))))


def test_a_long_name_stands_on_one_line_under_the_ink(run):
    name = "欧阳阿卜杜热合曼买买提江阿里木古丽江小明"
    document = render(samples.contact(signings=(samples.signing(signer=name),)))
    assert name in run(document, "pdftotext", "-layout")


def test_the_signature_is_drawn_in_signature_blue():
    signed, unsigned = (
        render(samples.contact(signings=(samples.signing(strokes=s),))) for s in (samples.ink(), ())
    )
    assert len(signed) > len(unsigned)
    assert pdf.INK in pdf._ink_svg(samples.signing().strokes)


def test_notices_stand_on_top_and_off_sheet_blocks_stay_off(text):
    sheet = samples.contact(notices=("本单已被 FW-202611-0051 更正",))
    hidden = Block(
        "check", "检查", "rows", (SheetRow("restored", "已恢复客户环境", Face("是")),), off_sheet=True
    )
    printed = text(render(replace(sheet, blocks=(*sheet.blocks, hidden))))
    assert printed.index("本单已被FW-202611-0051更正") < printed.index("客户名称")
    assert "已恢复客户环境" not in printed


def test_an_answer_is_never_markup(text):
    nasty = '#set page(width: 1cm) *x* $y$ \\ @z <b> #read("/etc/passwd") "}]'
    printed = text(render(samples.contact(answers=dict(samples.CONTACT, comments=nasty))))
    assert "".join(nasty.split()) in printed


def test_rare_names_print_and_emoji_become_geta(text):
    sheet = samples.contact(answers=dict(samples.CONTACT, contact="㛃𠅤䶮堃", comments="谢谢👍🏽！\x00\x07é"))
    printed = text(render(sheet))
    assert "㛃𠅤䶮堃" in printed
    assert "谢谢〓〓！é" in printed


@pytest.mark.parametrize(
    "char", ["\ud800", "\uffff", "\ue000", "\ufeff", "\u202e", "\U000e0101", "\u0301", "ا", "\u2028"]
)
def test_no_character_breaks_the_archive_format(char):
    assert render(samples.contact(answers=dict(samples.CONTACT, comments=f"a{char}b")))


def test_endless_words_stay_inside_their_cell(text):
    assert fonts.printable_text("A" * 200).replace(fonts.BREAK, "") == "A" * 200
    printed = text(render(samples.contact(answers=dict(samples.CONTACT, client_name="A" * 200))))
    assert "A" * 60 in printed


def test_very_long_answers_go_on_to_further_pages_and_none_is_lost(text, pages):
    essay = "".join(f"第{n}句话写得很长。" for n in range(900))
    sheet = samples.contact(answers=dict(samples.CONTACT, comments=essay, request=essay))
    reason = samples.signing(outcome="refused", outcome_label="拒签", reason=essay, strokes=())
    document = render(replace(sheet, signings=(reason,)))
    assert pages(document) >= 6
    assert text(document).count("第899句话写得很长") == 3


def test_a_section_of_many_rows_breaks_between_pages(text):
    rows = tuple(
        SheetRow(f"r{n}", f"第{n}项", Face(boxes=(Box("正常", True), Box("异常", False)))) for n in range(60)
    )
    printed = text(render(samples.contact(blocks=(Block("checks", "检查", "rows", rows),), signings=())))
    assert all(f"第{n}项" in printed for n in range(60))


def test_photos_follow_the_sheet_with_the_label_of_their_row(run, text):
    picture = io.BytesIO()
    Image.new("RGBA", (1600, 1200), (200, 30, 30, 128)).save(picture, "PNG")
    document = render(
        samples.maintenance(), photos={samples.PHOTO: picture.getvalue(), "b" * 64: b"not asked for"}
    )
    assert run(document, "pdfimages", "-list").count("jpeg") == 1
    assert "附图1终端4各摄像机视角良好" in text(document)


@pytest.mark.parametrize("photos", [{}, {samples.PHOTO: b"no picture"}])
def test_a_sheet_prints_without_its_photos_and_says_so(text, photos):
    assert "此副本不含这张照片" in text(render(samples.maintenance(), photos=photos))


def test_it_is_an_archive_file_tagged_and_carries_its_record(run, tmp_path):
    record = json.dumps({"number": "FW-202611-0042", "客户": "张敏"}, ensure_ascii=False).encode()
    document = render(samples.contact(), attachment=record)
    about = run(document, "pdfinfo")
    assert "Tagged:          yes" in about
    assert b"<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>" in document.replace(
        b"\n", b""
    )
    assert "emb" in run(document, "pdffonts")
    run(document, "pdfdetach", "-save", "1", "-o", str(tmp_path / "record.json"))
    assert (tmp_path / "record.json").read_bytes() == record


def test_the_same_sheet_is_the_same_bytes_and_another_is_not():
    record = b'{"entries": []}'
    assert render(samples.contact(), attachment=record) == render(samples.contact(), attachment=record)
    assert render(samples.contact()) != render(samples.contact(company="另一家公司"))
    assert render(samples.contact()) != pdf.render_sheet(samples.contact(), timestamp_ms=NOON + 1000)


def test_the_code_at_the_foot_reads_as_the_address_to_verify(tmp_path):
    (tmp_path / "sheet.pdf").write_bytes(render(samples.contact()))
    subprocess.run(["pdftoppm", "-r", "200", "-png", "sheet.pdf", "sheet"], cwd=tmp_path, check=True)
    read = subprocess.run(
        ["zbarimg", *QR_ALONE, "sheet-1.png"], check=True, cwd=tmp_path, capture_output=True, text=True
    )
    assert read.stdout.strip() == samples.VERIFY


def test_threads_print_at_the_same_time():
    alone = render(samples.contact())
    printed = []
    threads = [threading.Thread(target=lambda: printed.append(render(samples.contact()))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert printed == [alone] * 4


def test_many_sheets_are_one_file_and_each_counts_its_own_pages(text, pages):
    document = pdf.render_many(
        [samples.contact(), samples.maintenance("en", filled=False), samples.contact("en")], timestamp_ms=NOON
    )
    assert pages(document) == 4
    printed = text(document)
    assert "第1页共1页" in printed
    assert "Page1of2" in printed
    assert "Page2of2" in printed
    assert "Page1of1" in printed
