"""How Chinese is typed in letters."""

import pytest

from fieldforms.store import pinyin, search


@pytest.mark.parametrize(
    "text, typed",
    [
        ("投影机", ("tyj", "touyingji", "yj", "yingji", "j")),
        ("调音台", ("tyt", "tiaoyintai", "dyt", "diaoyintai")),
        ("音响", ("yx", "yinxiang")),
        ("重要会议", ("zyhy", "cyhy", "huiyi")),
        ("LED 屏 1", ("ledp", "ledp1", "p1", "ledping")),
        ("绿厅", ("lt", "lvting")),
        ("一二三四五六七八九十", ("yesswlqb", "yiersansi", "js", "jiushi")),
        ("㐀𠀀", ("㐀", "𠀀")),
        ("SN-2024/001", ("sn2024001", "2024001", "24", "01")),
    ],
)
def test_each_spelling_is_the_beginning_of_a_token(text, typed):
    tokens = search.tokens_of_name(text)
    assert all(any(token.startswith(each) for token in tokens) for each in typed)


@pytest.mark.parametrize("text", ["", " ", "·—…", "🎥", "é" * 3000, "会行重" * 500])
def test_whatever_is_written_has_a_bounded_number_of_spellings(text):
    assert len(search.tokens_of_name(text)) <= len(text) * 2 + 2 * pinyin.MOST_SPELLINGS * search.MOST_UNITS


def test_every_character_of_the_common_block_is_read():
    unread = [chr(place) for place in range(0x4E00, 0x9FA6) if not pinyin.readings_of_character(chr(place))]
    assert len(unread) < 40
    assert pinyin.readings_of_character("a") == pinyin.readings_of_character("𠀀") == ()


def test_the_usual_reading_comes_first():
    assert pinyin.readings_of_character("会")[0] == "hui" and "tiao" in pinyin.readings_of_character("调")
