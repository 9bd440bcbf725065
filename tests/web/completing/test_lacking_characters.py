"""What the paper's typeface lacks: told before anybody signs, said on the paper, kept as it was written."""

import pytest

from tests.web.completing.hands import GOOD, handed
from tests.web.hands import completed_sheet, contact_body, errors, hidden, open_sheet
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


TOLD_CALMLY = "签字以前请看一眼"


@pytest.mark.parametrize("said", [{"signer": "李𠮷"}, {"comments": "谢谢😀"}])
def test_who_signs_with_what_no_paper_shows_is_told_once_calmly_and_loses_nothing(world, said, tmp_path):
    chen, number = world.browser("chen"), world.waiting_sheet().number
    word = next(iter(said.values()))
    form = handed(chen, number)
    told = form.post(**GOOD | said)
    assert told.status_code == 422 and TOLD_CALMLY in told.text and f"“〓”：{word[-1]}" in told.text
    assert errors(told.text) == [] and "<title>错误" not in told.text, "nothing is refused"
    kept = hidden(told.text, "sign")
    assert kept["strokes"] == GOOD["strokes"] and word in told.text
    assert (
        form.post(
            **kept | {name: value for name, value in (GOOD | said).items() if name != "strokes"}
        ).status_code
        == 303
    )
    gao = world.browser("gao")
    assert word in gao.get(f"/records/{number}").text
    assert "〓：本字体没有的字" in pdf_text(gao.get(f"/records/{number}.pdf").data, tmp_path)


def test_a_name_in_place_of_ink_is_still_ticked(world):
    form = handed(world.browser("chen"), world.waiting_sheet().number)
    typed = GOOD | {"strokes": "", "typed": "1", "comments": "谢谢😀"}
    told = form.post(**typed)
    assert 'name="typed" value="1" data-typed-consent checked' in told.text
    assert form.post(**hidden(told.text, "sign") | typed).status_code == 303
    missing = handed(world.browser("chen"), world.waiting_sheet().number).post(**typed | {"satisfaction": ""})
    assert "data-typed-consent checked" in missing.text, "a refusal loses it as little"


def test_who_writes_another_such_word_is_told_again(world):
    form = handed(world.browser("chen"), world.waiting_sheet().number)
    told = form.post(**GOOD | {"signer": "李𠮷"})
    again = form.post(**hidden(told.text, "sign") | GOOD | {"signer": "李😀"})
    assert again.status_code == 422 and "“〓”：😀" in again.text


def test_a_reason_for_sending_back_is_no_other_case(world):
    form = handed(world.browser("chen"), world.waiting_sheet().number)
    back = {"entry.outcome": "returned", "reason": "还有杂音😀"}
    told = form.post(**back)
    assert told.status_code == 422 and TOLD_CALMLY in told.text and errors(told.text) == []
    assert form.post(**hidden(told.text, "sign") | back).status_code == 303


def test_what_else_is_missing_is_said_beside_it(world):
    told = handed(world.browser("chen"), world.waiting_sheet().number).post(signer="李𠮷", accessories="yes")
    assert [place for place, _said in errors(told.text)] == ["f-satisfaction", "signature"]
    assert TOLD_CALMLY in told.text and told.text.count("data-error-summary") == 1
