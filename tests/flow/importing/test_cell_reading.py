"""Cells as people and Excel write them."""

from datetime import date

import pytest

from fieldforms.flow.form_input import DayInput, FlagInput, NumberInput, SeveralInput, TextInput
from fieldforms.flow.importing.cell_reading import (
    ReadingHabits,
    day_after_months,
    day_of_about,
    is_blank,
    months_of_term,
    reader_of_input,
)
from fieldforms.flow.register.register_columns import SERVICE_MODES
from fieldforms.flow.shaped_inputs import MacInput, MoneyInput
from fieldforms.forms.reading import Unreadable

DAY, CODE, MONEY = DayInput("日"), TextInput("号"), MoneyInput("价")


def read(kind, text, habits=None, is_code=False):
    return reader_of_input(kind, habits or ReadingHabits(), {}, is_code)(text)


@pytest.mark.parametrize(
    "text",
    [
        "2024-1-5", "2024/1/5", "2024.1.5", "2024年1月5日", "20240105", "45296", "45296.0", "2024-01-05 00:00:00",
        "２０２４－０１－０５", "2024年01月05日", "2024 年 1 月 5 日",
    ],
)  # fmt: skip
def test_a_day_however_it_is_written(text):
    assert read(DAY, text) == "2024-01-05"


@pytest.mark.parametrize(
    "text", ["3/4/2024", "2024-13-01", "2024年2月30日", "去年", "2024", "2024年5月", "24.1.5", "99999"]
)
def test_a_day_that_is_not_clear_is_not_guessed(text):
    with pytest.raises(Unreadable):
        read(DAY, text)


def test_the_day_or_the_month_first_as_somebody_said_or_as_only_one_can_be():
    assert read(DAY, "3/4/2024", ReadingHabits(day_order="dm")) == "2024-04-03"
    assert read(DAY, "3/4/2024", ReadingHabits(day_order="md")) == "2024-03-04"
    assert read(DAY, "13/4/2024") == read(DAY, "4/13/2024") == "2024-04-13"
    assert read(DAY, "2019年", ReadingHabits(rough_days=True)) == "2019-01-01"
    assert read(DAY, "2019.05", ReadingHabits(rough_days=True)) == "2019-05-01"


@pytest.mark.parametrize("text", ["1.2E+11", "1.39E+10", "1.2e11", "１.2E＋11"])
def test_a_number_that_lost_its_digits_is_no_serial_and_no_telephone(text):
    for kind, is_code in ((CODE, True), (TextInput("电话", 40, type="tel"), False)):
        with pytest.raises(Unreadable):
            read(kind, text, is_code=is_code)


def test_a_telephone_as_a_number_and_a_serial_in_full_width():
    assert read(TextInput("电话", 40, type="tel"), "13912345678.0") == "13912345678"
    assert read(CODE, "ＳＮ００１２", is_code=True) == "SN0012"
    assert read(CODE, "0012", is_code=True) == "0012", "leading zeros stand"


def test_counts_amounts_and_yes_or_no():
    assert read(NumberInput("数"), "3 台") == "3"
    assert MONEY.value(read(MONEY, "￥12,800.50元")) == 1_280_050
    assert MONEY.value(read(MONEY, "12800.499999")) == 1_280_050
    assert MacInput("").value(read(MacInput(""), "００-1a-2B-3c-4d-5e")) == "00:1A:2B:3C:4D:5E"
    assert [read(FlagInput("旗"), text) for text in ("√", "是", "No", "×")] == ["1", "1", "", ""]
    assert read(SeveralInput("方式", SERVICE_MODES), "驻场、定期巡检") == "resident visits"
    with pytest.raises(Unreadable):
        read(FlagInput("旗"), "也许")
    with pytest.raises(Unreadable):
        read(SeveralInput("方式", SERVICE_MODES), "驻场、包月")


@pytest.mark.parametrize("text", ["", "/", "—", "无", "N/A", " ／ ", "\u3000"])
def test_what_people_write_for_nothing(text):
    assert is_blank(text)


@pytest.mark.parametrize(
    ("text", "header", "months"),
    [("3年", "", 36), ("三年", "", 36), ("36个月", "", 36), ("36", "质保期（月）", 36), ("2", "质保年限", 24),
     ("1.5年", "", 18), ("十二个月", "", 0), ("36", "质保期", 0), ("终身", "", 0), ("3 years", "", 36)],
)  # fmt: skip
def test_a_term_in_months_or_a_question(text, header, months):
    if months:
        assert months_of_term(text, header) == months
    else:
        with pytest.raises(Unreadable):
            months_of_term(text, header)


def test_the_end_of_a_term():
    assert day_after_months("2024-01-05", 36) == "2027-01-05"
    assert day_after_months("2024-01-31", 1) == "2024-02-29"
    assert day_after_months("2023-12-31", 12) == "2024-12-31"
    assert day_after_months("2023-11-30", 1) == "2023-12-30"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("约5年", "2021-02-28"), ("用了五年多", "2021-02-28"), ("大约 5 年前", "2021-02-28"), ("5年左右", "2021-02-28"),
        ("～5年", "2021-02-28"), ("about 5 years", "2021-02-28"), ("5 years ago", "2021-02-28"), ("约2019年", "2019-01-01"),
        ("2019年左右", "2019-01-01"), ("15年", ""), ("5年", ""), ("2019年前", ""), ("约", ""), ("2024-01-05", ""), ("约3千元", ""),
    ],
)  # fmt: skip
def test_about_so_many_years_is_a_day_and_what_may_be_a_year_is_not(text, day):
    assert day_of_about(text, date(2026, 2, 28)) == day
