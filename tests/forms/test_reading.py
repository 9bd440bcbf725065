"""How typed text is read: each rule's table, and what holds for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldforms.forms import reading
from fieldforms.forms.reading import Unreadable
from tests import typed

RULES = [
    (reading.read_whole_number, typed.WHOLE_NUMBERS),
    (reading.read_decimal, typed.DECIMALS),
    (reading.read_phone, typed.PHONES),
    (reading.read_day, typed.DAYS),
    (reading.read_minute, typed.MINUTES),
    (reading.read_line, typed.LINES),
    (reading.clean_text, typed.WORDS),
    (reading.read_code, typed.CODES),
]
CASES = [(rule, *case) for rule, table in RULES for case in table]


@pytest.mark.parametrize(("rule", "text", "kept"), CASES, ids=lambda value: getattr(value, "__name__", None))
def test_what_is_typed_is_kept_in_one_form_or_refused(rule, text, kept):
    if kept is None:
        with pytest.raises(Unreadable) as refused:
            rule(text)
        assert "%(label)s" in refused.value.sentence
    else:
        assert rule(text) == kept


@pytest.mark.parametrize("rule", [rule for rule, _table in RULES])
def test_nothing_typed_is_nothing_kept(rule):
    for text in ("", "  ", "\u3000\u200b\n"):
        assert rule(text) in ("", None)


SIGNS = "0123456789０５９.,，。-－—+()（） \u3000\u200b/:：年月日转xT²½一a\u200d👍\n"
SOME_TEXT = st.one_of(
    st.text(max_size=24), st.text(SIGNS, max_size=24), st.sampled_from([c[1] for c in CASES])
)


@pytest.mark.parametrize("rule", [rule for rule, _table in RULES])
@given(text=SOME_TEXT)
def test_what_is_kept_reads_as_itself(rule, text):
    try:
        kept = rule(text)
    except Unreadable:
        return
    assert rule("" if kept is None else str(kept)) == kept


@given(st.text(max_size=40))
def test_nothing_invisible_is_kept(text):
    for rule in (reading.clean_text, reading.read_line, reading.read_code):
        kept = rule(text)
        assert not reading.UNSEEN.search(kept) and kept == kept.strip()


@given(st.integers(-(10**9) + 1, 10**9 - 1))
def test_a_whole_number_reads_in_every_width_and_with_thousands(number):
    wide = str(number).translate(str.maketrans("0123456789-", "０１２３４５６７８９－"))
    for text in (str(number), wide, f"{number:,}", f" {number:,} ".replace(",", "，")):
        assert reading.read_whole_number(text) == number


@given(st.dates(reading.date(1900, 1, 1), reading.date(2200, 12, 31)))
def test_a_day_reads_in_every_usual_way(day):
    ways = (
        "{0:%Y}-{0.month}-{0.day}",
        "{0:%Y}/{0:%m}/{0:%d}",
        "{0:%Y}年{0.month}月{0.day}日",
        "{0:%Y%m%d}",
        "{0.day} {0:%b} {0:%Y}",
    )
    assert {reading.read_day(way.format(day)) for way in ways} == {day.isoformat()}


@pytest.mark.parametrize("rule", [rule for rule, _table in RULES])
def test_no_text_takes_long(rule):
    """A regular expression that goes back and forth would not come to an end."""
    for text in (
        " " * 50_000 + "x",
        "1" * 50_000,
        "转" * 50_000,
        "1 " * 50_000,
        "(" * 50_000,
        "1年 " * 20_000,
    ):
        try:
            rule(text)
        except Unreadable:
            continue
