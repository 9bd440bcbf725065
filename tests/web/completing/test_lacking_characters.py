"""What the paper's typeface lacks: told before anybody signs, said on the paper, kept as it was written."""

from tests.web.completing.hands import handed
from tests.web.hands import completed_sheet, contact_body, open_sheet
from tests.web.sheets.hands import pdf_text

WRITTEN = "换了端子👍👍，김민수确认"
TOLD = "这些字打印时会变成“〓”：👍 김 민 수"


def check_page(world, **changes) -> str:
    chen = world.browser("chen")
    return chen.get(
        open_sheet(chen, world.office).post(then="check", **contact_body(world.office, **changes)).location
    ).text


def test_who_checks_a_sheet_is_told_what_the_paper_cannot_print(world):
    assert TOLD in check_page(world, solution=WRITTEN)


def test_nobody_is_told_of_what_is_printed_or_of_what_is_on_no_paper(world):
    assert "〓" not in check_page(world, solution="𠅤㛃䶮堃 é — ①", open_points=WRITTEN)


def test_the_signer_is_told_and_the_record_keeps_it(world):
    chen = world.browser("chen")
    number = completed_sheet(chen, world.office, solution=WRITTEN)
    assert WRITTEN in chen.get(f"/records/{number}").text
    assert TOLD in handed(chen, number).page.text


def test_the_paper_says_what_a_geta_is_only_where_one_stands(world, tmp_path):
    chen = world.browser("chen")
    odd, plain = (completed_sheet(chen, world.office, solution=text) for text in (WRITTEN, "换了端子"))
    assert "〓：本字体没有的字" in pdf_text(chen.get(f"/records/{odd}.pdf").data, tmp_path)
    assert "〓" not in pdf_text(chen.get(f"/records/{plain}.pdf").data, tmp_path)
