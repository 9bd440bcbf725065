"""A sheet that corrects another one: who signs it sees what changed, and the old one holds until then."""

import re

import pytest

from fieldforms.store.models import Record
from tests.people import csrf
from tests.web.completing.hands import GOOD, handed, link_of
from tests.web.hands import Form, contact_body
from tests.web.sheets.hands import pdf_text

CORRECTION = {"solution": "换了话筒"}


@pytest.fixture
def chen(world):
    return world.browser("chen")


@pytest.fixture
def old(world) -> str:
    return world.signed_sheet().number


@pytest.fixture
def new(world, chen, old) -> str:
    """The number of the sheet that corrects the old one, not signed yet."""
    url = f"/records/{old}/correction"
    opened = chen.post(url, data={"csrf_token": csrf(chen.get(url).text), "reason": "方案写错了"})
    checked = Form(chen, opened.location).post(then="check", **contact_body(world.office, **CORRECTION))
    Form(chen, checked.location, "complete").post()
    return Record.get(Record.supersedes == old).number


def changes(page: str) -> list[tuple[str, str, str]]:
    """(label, before, after) as the page shows them, unfolded."""
    shown = re.search(
        r'<section class="card stack" aria-labelledby="corrected">.*?</section>', page, re.DOTALL
    )[0]
    assert "<details" not in shown
    plain = [
        re.sub(r"<span.*?</span>", "", each) for each in re.findall(r"<div><dt>.*?</div>", shown, re.DOTALL)
    ]
    return [
        re.search(r"<dt>(.*?)</dt>.*<del>(.*?)</del>.*<ins>(.*?)</ins>", each, re.DOTALL).groups()
        for each in plain
    ]


@pytest.mark.parametrize("way", ["handed", "link"])
def test_who_signs_a_correction_sees_what_changed_and_why(world, chen, old, new, way):
    form = handed(chen, new) if way == "handed" else Form(world.browser(), link_of(chen, new), "sign")
    page = form.page.text
    assert ("处理方案", "更换端子并重新压接", "换了话筒") in changes(page)
    assert old in page and "方案写错了" in page
    assert not any("满意" in label for label, _before, _after in changes(page))  # they answer anew
    assert "What was corrected" in form.browser.get(f"{form.url.removesuffix('/entry')}?lang=en").text


def test_a_sheet_that_corrects_nothing_says_nothing_of_it(world, chen):
    number = world.waiting_sheet().number
    assert "更正了什么" not in handed(chen, number).page.text


def test_a_sheet_is_being_corrected_until_the_correction_is_signed(world, chen, old, new, tmp_path):
    being, is_corrected = f"正在更正（{new}，尚未签字）", "这张单已被更正"
    page = chen.get(f"/records/{old}").text
    verify = re.search(r'class="record-verify" href="([^"]+)"', page)[1]
    assert being in page and is_corrected not in page
    assert being in pdf_text(chen.get(f"/records/{old}.pdf").data, tmp_path).replace("\n", "")
    assert "完成之前以这张为准" in world.browser().get(verify).text
    assert f"Being corrected ({new}, not signed yet)" in chen.get(f"/records/{old}?lang=en").text
    Form(world.browser(), link_of(chen, new), "sign").post(**GOOD)
    page = chen.get(f"/records/{old}").text
    assert is_corrected in page and "正在更正" not in page
    assert "以更正后的为准" in world.browser().get(verify).text
