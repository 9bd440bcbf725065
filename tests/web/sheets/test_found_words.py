"""Where the words stand that a list was searched for, however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldforms.flow.sheets.found_words import FoundWords


@pytest.mark.parametrize(
    ("asked", "text", "marked"),
    [
        ("话筒", "第一会议室话筒有杂音", ["话筒"]),
        ("DSP", "换了ＤＳＰ一台", ["ＤＳＰ"]),
        ("ガラス", "ｶﾞﾗｽ 破损", ["ｶﾞﾗｽ"]),
        ("café", "cafe\u0301 里的音箱", ["cafe\u0301"]),
        ("한국", "\u1112\u1161\u11ab\u1100\u116e\u11a8", ["\u1112\u1161\u11ab\u1100\u116e\u11a8"]),
        ("没有", "话筒", []),
    ],
)
def test_what_was_asked_for_is_marked_as_it_is_written(asked, text, marked):
    words = FoundWords(asked)
    pieces = words.mark_words(text)
    assert "".join(piece for piece, _found in pieces) == text
    assert [piece for piece, found in pieces if found] == marked
    assert words.excerpt(text)


@given(st.text())
def test_of_any_text_there_is_an_excerpt(text):
    words = FoundWords(text)
    assert "".join(piece for piece, _found in words.mark_words(text)) == text
    assert words.excerpt(text)
