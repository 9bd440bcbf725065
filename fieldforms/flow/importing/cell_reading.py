"""What stands in a cell, as the form's input would have been given it: days however they are written, numbers that are
telephones, words for choices. What cannot be understood is refused with its reason, never guessed.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from fieldforms.errors import N_
from fieldforms.flow import local_time
from fieldforms.flow.form_input import ChoiceInput, DayInput, FlagInput, Input, NumberInput, SeveralInput
from fieldforms.flow.shaped_inputs import IpInput, MacInput, MoneyInput
from fieldforms.forms.reading import Unreadable, fold_width
from fieldforms.i18n import LANGUAGES, gettext, pick

BLANK_MARKS = frozenset("/ \\ - -- --- — —— ／ － n/a na 无 暂无 空 未知 不详 none null".split()) | {""}
SCIENTIFIC = re.compile(r"[+-]?\d+(?:\.\d+)?E\+?\d+", re.IGNORECASE)
DECIMAL_ZERO = re.compile(r"(\d+)\.0+")
DAY_PARTS = re.compile(
    r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]+\d{1,2}:\d{2}(?::\d{2})?)?"
)
DAY_DIGITS = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
ROUGH_DAY = re.compile(r"(\d{4})\s*(?:[-/.年]\s*(\d{1,2})?\s*月?)?")
DAY_AND_MONTH = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
EXCEL_DAYS = range(20_000, 80_000)  # 1954 to 2119
EXCEL_EPOCH = date(1899, 12, 30)
TERM = re.compile(r"(\d{1,3}(?:\.5)?)\s*(年|个月|月|years?|yrs?|y|months?|mos?|m)?", re.IGNORECASE)
CHINESE_DIGITS = dict(zip("一二两三四五六七八九十", (1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10), strict=True))
YEARS_SAID = r"(?P<n>\d{1,2}|[一二两三四五六七八九十]|(?:19|20)\d{2})\s*年"
ABOUT_BEFORE = re.compile(
    rf"(?:大约|大概|约|近|快|~|≈|已经|已|使用了?|用了)+\s*{YEARS_SAID}\s*(?:多|余|左右|上下|前|以上)*"
)
ABOUT_BEHIND = re.compile(rf"{YEARS_SAID}\s*(?:多|余|左右|上下|前|以上)+")
YEARS_IN_ENGLISH = re.compile(
    r"(?:about|approx\.?|approximately|around|ca\.?|circa|~|\s)*(?P<n>\d{1,2})\s*(?:years?|yrs?\.?)(?:\s+(?:ago|old))?"
)
COUNT_IN_WORDS = re.compile(r"(\d{1,6})(?:\.0+)?\s*[台套个只件块支条把张付副组]?")
WORDS_OF_YES = frozenset("是 有 √ ✓ ✔ y yes true 1 对 v 真".split())
WORDS_OF_NO = frozenset("否 无 × ✗ n no false 0 不 x 假".split()) | {""}
BETWEEN_WORDS = re.compile(r"[,，、;；/|\n]+")

# What Excel and WPS write where a formula has no result.
ERRORS_OF_EXCEL = frozenset(
    "#N/A #REF! #VALUE! #DIV/0! #NAME? #NULL! #NUM! #SPILL! #CALC! #GETTING_DATA #FIELD! #BLOCKED!".split()
)

ERROR_OF_EXCEL = N_("“%(text)s”是公式出的错，不是内容：请填上，或清空它。")
LOST_DIGITS = N_("“%(text)s”丢了后面的数字：请在 Excel 里把这一列设为文本，填上完整的号码。")
DAY_OR_MONTH = N_("“%(text)s”看不出哪个是月、哪个是日，请写成 2024-01-05。")
DAY_BEFORE_MONTH = N_("“%(text)s”里月和日像是颠倒了：是 %(day)s 吗？请写成 2024-01-05 这样。")
NO_SUCH_DAY = N_("“%(text)s”看不懂是哪一天，请写成 2024-01-05。")
ROUGH = N_("“%(text)s”没有写到日，请写成 2024-01-05。")
NO_TERM = N_("“%(text)s”看不出是几年还是几个月，请写成 3年 或 36个月。")
NO_UNIT = N_("“%(text)s”没有写是年还是月，请写成 2年 或 24个月。")
NO_COUNT = N_("“%(text)s”要填台数，例如 3。")
UNKNOWN_WORD = N_("“%(text)s”不知道是什么意思。")
NEITHER = N_("“%(text)s”要填 是 或 否。")


class WordUnknown(Unreadable):
    """A word that a person has to say the meaning of, once for all rows."""


@dataclass(frozen=True)
class ReadingHabits:
    """What a person said of this very file. `day_order`: "dm" or "md" for 3/4/2024; `rough_days`: days of which only the
    month or year is known are the first of it."""

    day_order: str = ""
    rough_days: bool = False


def reader_of_input(
    kind: Input, habits: ReadingHabits, words: Mapping[str, str], is_code: bool
) -> Callable[[str], str]:
    """What makes of a cell's text that of the form's input; it raises Unreadable. `words`: what a person said words mean.
    `is_code`: letters and digits that name something, in one width."""
    plain = text_of_code if is_code or getattr(kind, "type", "") == "tel" else str
    read = next((read for known, read in READERS.items() if isinstance(kind, known)), read_text)
    if isinstance(kind, ChoiceInput | SeveralInput):
        words = {**words_of_choices(kind.names), **words}
    return lambda text: read(kind, plain(text), habits, words)


def read_text(kind: Input, text: str, _habits, _words) -> str:
    return text if getattr(kind, "lines", 1) > 1 else " ".join(text.split("\n"))


@lru_cache(maxsize=10_000)
def is_blank(text: str) -> bool:
    """Also what people write to say that there is nothing: / and 无."""
    return text.strip().casefold() in BLANK_MARKS


def is_error_of_excel(text: str) -> bool:
    return text.startswith("#") and text.upper() in ERRORS_OF_EXCEL


def text_of_code(text: str) -> str:
    """A number, telephone, address in the network: in one width. Raises Unreadable for 1.2E+11."""
    plain = fold_width(text).strip()
    if SCIENTIFIC.fullmatch(plain):
        raise Unreadable(LOST_DIGITS, text=text)
    whole = DECIMAL_ZERO.fullmatch(plain)
    return whole[1] if whole else plain


def read_day(_kind: DayInput, text: str, habits: ReadingHabits, _words) -> str:
    plain = unicodedata.normalize("NFKC", text).strip()
    if found := DAY_PARTS.fullmatch(plain) or DAY_DIGITS.fullmatch(plain):
        return iso_day_of(text, *map(int, found.groups()))
    if found := DAY_AND_MONTH.fullmatch(plain):
        first, second, year = map(int, found.groups())
        return day_in_order(text, first, second, year, habits.day_order)
    serial = DECIMAL_ZERO.fullmatch(plain) or re.fullmatch(r"(\d{5})(?:\.\d+)?", plain)
    if serial and int(serial[1]) in EXCEL_DAYS:
        return (EXCEL_EPOCH + timedelta(days=int(serial[1]))).isoformat()
    rough = ROUGH_DAY.fullmatch(plain)
    if rough and 1970 <= int(rough[1]) <= 2100:
        if habits.rough_days:
            return iso_day_of(text, int(rough[1]), int(rough[2] or 1), 1)
        raise Unreadable(ROUGH, text=text)
    raise Unreadable(NO_SUCH_DAY, text=text)


def day_of_about(text: str, today: date) -> str:
    """ "约5年", "用了五年多", "about 5 years": the day so many years ago; "约2019年": that year's first. "" for all else, as for 15年, which
    may be 2015."""
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    found = (
        ABOUT_BEFORE.fullmatch(plain) or ABOUT_BEHIND.fullmatch(plain) or YEARS_IN_ENGLISH.fullmatch(plain)
    )
    if not found:
        return ""
    said = found["n"]
    if len(said) == 4:
        is_year = 1970 <= int(said) <= today.year and not re.search("前|多|余|以上", plain)
        return f"{said}-01-01" if is_year else ""
    return local_time.years_before(today, int(said) if said.isdecimal() else CHINESE_DIGITS[said]).isoformat()


def is_rough_day(text: str) -> bool:
    plain = unicodedata.normalize("NFKC", text).strip()
    return bool(ROUGH_DAY.fullmatch(plain)) and not DAY_DIGITS.fullmatch(plain)


def days_of_rough(text: str) -> str:
    """What every day of it begins with: "2021-" of 2021, "2021-05-" of 2021年5月; "" of what is no rough day."""
    plain = unicodedata.normalize("NFKC", text).strip()
    found = ROUGH_DAY.fullmatch(plain) if is_rough_day(text) else None
    if not found:
        return ""
    return f"{found[1]}-{int(found[2]):02}-" if found[2] else f"{found[1]}-"


def iso_day_of(text: str, year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError as error:
        if 12 < month <= 31 and 1 <= day <= 12:
            raise Unreadable(DAY_BEFORE_MONTH, text=text, day=f"{year}-{day:02}-{month:02}") from error
        raise Unreadable(NO_SUCH_DAY, text=text) from error


def day_in_order(text: str, first: int, second: int, year: int, order: str) -> str:
    """3/4/2024: what cannot be a month is the day; else as a person said."""
    if first > 12 or (first == second and not order):
        order = "dm"
    elif second > 12:
        order = "md"
    if not order:
        raise Unreadable(DAY_OR_MONTH, text=text)
    day, month = (first, second) if order == "dm" else (second, first)
    return iso_day_of(text, year, month, day)


def read_number(_kind, text: str, _habits, _words) -> str:
    """A count, with what is counted behind it: 3 台."""
    plain = fold_width(text).strip()
    found = COUNT_IN_WORDS.fullmatch(plain)
    return found[1] if found else plain


def read_money(_kind, text: str, _habits, _words) -> str:
    """1.2E+04 is refused by the input; 12,800.00元 is read by it. Of long fractions two places stand."""
    plain = fold_width(text).strip().removeprefix("RMB").strip()
    return f"{float(plain):.2f}".removesuffix(".00") if re.fullmatch(r"\d{1,9}\.\d{3,}", plain) else plain


def read_choice(_kind: ChoiceInput, text: str, _habits, words: Mapping[str, str]) -> str:
    found = word_of_choice(text, words)
    if found is None:
        raise WordUnknown(UNKNOWN_WORD, text=text)
    return found


def words_of_choices(names: Mapping) -> dict[str, str]:
    """Word → value: the value itself, its label in each language and the label's parts."""
    found: dict[str, str] = {}
    for value, label in names.items():
        for lang in LANGUAGES:
            said = gettext(pick(label, lang), lang)
            for word in (said, *BETWEEN_WORDS.split(said)):
                found.setdefault(letters_of_word(word), value)
        found[letters_of_word(value)] = value
    return found


def word_of_choice(text: str, words: Mapping[str, str]) -> str | None:
    return words.get(letters_of_word(text))


def letters_of_word(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def read_several(_kind: SeveralInput, text: str, _habits, words: Mapping[str, str]) -> str:
    each = [word for word in BETWEEN_WORDS.split(text) if word.strip()]
    found = [word_of_choice(word, words) for word in each]
    if None in found:
        raise Unreadable(UNKNOWN_WORD, text=each[found.index(None)].strip())
    return " ".join(value for value in found if value)


def read_flag(_kind: FlagInput, text: str, _habits, _words) -> str:
    word = letters_of_word(text)
    if word in WORDS_OF_YES:
        return "1"
    if word in WORDS_OF_NO:
        return ""
    raise Unreadable(NEITHER, text=text)


def read_sign_by_sign(_kind, text: str, _habits, _words) -> str:
    return text_of_code(text)


READERS: dict[type[Input], Callable[..., str]] = {
    DayInput: read_day, NumberInput: read_number, MoneyInput: read_money, ChoiceInput: read_choice,
    SeveralInput: read_several, FlagInput: read_flag, IpInput: read_sign_by_sign, MacInput: read_sign_by_sign,
}  # fmt: skip


def months_of_term(text: str, header: str) -> int:
    """质保期: months of “3年”, “36个月”, “三年”; a bare number as the header says (质保期（月）). Raises Unreadable."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if plain and plain[0] in CHINESE_DIGITS:
        plain = f"{CHINESE_DIGITS[plain[0]]}{' ' if plain[1:2] in CHINESE_DIGITS else ''}{plain[1:]}"
    found = TERM.fullmatch(plain)
    if not found:
        raise Unreadable(NO_TERM, text=text)
    unit = (found[2] or unit_of_header(header)).lower()
    if not unit:
        raise Unreadable(NO_UNIT, text=text)
    return round(float(found[1]) * (12 if unit[0] in "年y" else 1))


def unit_of_header(header: str) -> str:
    plain = header.casefold()
    if "月" in plain or "month" in plain:
        return "月"
    return "年" if "年" in plain or "year" in plain else ""


def day_after_months(day: str, months: int) -> str:
    """The same day so many months later, the month's last where it has none such."""
    begin = date.fromisoformat(day)
    year, month = divmod(begin.month - 1 + months, 12)
    last = (date(begin.year + year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return date(begin.year + year, month + 1, min(begin.day, last)).isoformat()
