"""How typed text is read, at every door: sheets, registers, stock, filters, imports.

Each `read_…` takes what somebody typed, pasted or imported and gives the one form in which it is kept, or raises Unreadable
with a sentence that says what would do. Nothing typed is nothing kept: "" or None. What is kept reads as itself again.

Words stay as people wrote them: ² in a comment, （） in a company's name, an emoji; what stands on one line, a name above all, has
its letters and digits in plain width. Where the width of a sign says nothing (numbers, telephones, days, codes, serials) all
full-width ones become plain; ², ½ and ① are no digits there either.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date

from fieldforms.errors import N_

NOT_A_WHOLE_NUMBER = N_("“%(label)s”要填整数，例如 12。")
UNREADABLE_NUMBER = N_("“%(label)s”要填数字，例如 12 或 2.5。")
TOO_SMALL = N_("“%(label)s”不能小于 %(min)s。")
TOO_BIG = N_("“%(label)s”不能大于 %(max)s。")
NOT_A_PHONE = N_("“%(label)s”不像电话号码，请填座机或手机，例如 138 0000 0000 或 0571-8888 6666 转 801。")
UNREADABLE_DAY = N_("“%(label)s”不是有效的日期，请写成 2026-11-24 这样。")
UNCLEAR_DAY = N_("“%(label)s”看不出哪个是月、哪个是日，请写成 2026-11-24 这样。")
NOT_A_MINUTE = N_("“%(label)s”不是有效的日期和时间，请写成 2026-11-24 14:10 这样。")
FAR_YEAR = N_("“%(label)s”的年份要在 %(first)s 到 %(last)s 之间。")

EARLIEST_YEAR, LATEST_YEAR = 1900, 2200
MOST_DIGITS, LARGEST_NUMBER = 9, 999_999_999  # more is no count, and overflows a database's integer

LINE_ENDS = re.compile(r"\r\n|[\r\x85\u2028\u2029]")
CONTROLS = "\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"  # PostgreSQL refuses NUL, typst and XLSX others
CONTROL = re.compile(f"[{CONTROLS}]")
UNSEEN = re.compile(
    f"[{CONTROLS}"
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # turn the direction: a page and its PDF would show other words
    "\u00ad\u034f\u115f\u1160\u180e\u200b\u2060-\u2065\u2800\u3164\ufeff\uffa0\ufff9-\ufffb"  # nothing, or a blank, to see
    "]"
)
# They join emoji, and letters of Persian and Hindi; beside Latin and Chinese ones they are dirt.
JOINER, UNJOINED = (
    "[\u200c\u200d]",
    "\0-\u00ff\u2000-\u206f\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef",
)
STRAY_JOINERS = re.compile(f"(?<![^{UNJOINED}]){JOINER}|{JOINER}(?![^{UNJOINED}])")


class Unreadable(ValueError):
    """Not what was asked for. `sentence` (message id) wants its `label`, beside `values`."""

    def __init__(self, sentence: str, **values):
        super().__init__(sentence)
        self.sentence, self.values = sentence, values


# Words


def clean_text(text: str) -> str:
    """Lines as they were written: one newline shape, nothing invisible, no spaces at their ends."""
    if not (text.isascii() and text.isprintable()):
        text = STRAY_JOINERS.sub("", UNSEEN.sub("", LINE_ENDS.sub("\n", text)))
        text = "\n".join(line.rstrip() for line in text.split("\n"))
    return text.strip()


# Letters, digits and the signs of names: Ａ３０１ and CB－L630U are what A301 and CB-L630U are; （）， are Chinese, and stay.
WIDE = [*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), *map(ord, "＃＆＋－．／＿")]
PLAIN_LETTERS = {wide: wide - 0xFEE0 for wide in WIDE}


def read_line(text: str) -> str:
    """Words on one line, one space between them, letters and digits in their plain width."""
    return " ".join(clean_text(text).translate(PLAIN_LETTERS).split())


def read_code(text: str) -> str:
    """What is compared sign by sign: a serial, a number of a sheet, a login. One line of plain-width characters."""
    return read_line(fold_width(clean_text(text)))


def fold_width(text: str) -> str:
    """Full-width letters, digits and signs as the plain ones (NFKC), and the digits of any script; but what is a number by
    its look alone stays: 5² is not 52."""
    if text.isascii():
        return text
    folded = "".join(map(fold_sign, text))
    digits = (str(unicodedata.decimal(each)) if each.isdecimal() else each for each in folded)
    return unicodedata.normalize("NFC", "".join(digits))


def fold_sign(sign: str) -> str:
    folded = unicodedata.normalize("NFKC", sign)
    is_look = (sign.isnumeric() and not sign.isdecimal()) or (" " in folded and not sign.isspace())
    return sign if is_look else folded


# Numbers

DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−﹘", "-"))
POINTS = str.maketrans(
    {"。": ".", "｡": ".", "\u066b": ".", "\u066c": ","}
)  # as a Chinese and an Arabic keyboard give them
THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]*)?")
WHOLE_NUMBER = re.compile(r"([+-]?)0*([0-9]+?)")
NUMBER = re.compile(r"([+-]?)([0-9]*)(?:[.,]([0-9]*))?")


def read_whole_number(text: str) -> int | None:
    """12 of １２, 1,200, ＋12; None of nothing. Raises Unreadable."""
    typed = number_as_typed(text)
    if not typed:
        return None
    found = WHOLE_NUMBER.fullmatch(typed)
    if not found:
        raise Unreadable(NOT_A_WHOLE_NUMBER)
    if len(found[2]) > MOST_DIGITS:
        raise Unreadable(TOO_SMALL, min=0) if found[1] == "-" else Unreadable(TOO_BIG, max=LARGEST_NUMBER)
    return int(found[1] + found[2])


def read_id(text: str) -> int | None:
    """The number of a row as a page or a list gives it back; None of anything else, and of what no database holds."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else None


def read_ids(texts: Iterable[str]) -> tuple[int, ...]:
    """Of the texts that are one."""
    return tuple(id for id in map(read_id, texts) if id is not None)


def read_decimal(text: str) -> str:
    """ "2.5" of 2,5 and ２。５; 1.50 stays 1.50. A comma before three digits parts thousands, as Chinese and English have it;
    before others it can only be a decimal one. Raises Unreadable."""
    typed = number_as_typed(text)
    found = NUMBER.fullmatch(typed)
    if not typed:
        return ""
    if not found or not (found[2] or found[3]):
        raise Unreadable(UNREADABLE_NUMBER)
    whole, part = found[2].lstrip("0") or "0", found[3] or ""
    minus = "-" if found[1] == "-" and (whole + part).strip("0") else ""
    return f"{minus}{whole}.{part}" if part else f"{minus}{whole}"


def number_as_typed(text: str) -> str:
    """Without spaces, thousands apart no more."""
    typed = "".join(fold_width(clean_text(text)).translate(POINTS).translate(DASHES).split())
    return typed.replace(",", "") if THOUSANDS.fullmatch(typed) else typed


# Telephones

AREA_CODE_APART = re.compile(r"(?<![0-9])(0[0-9]{2,3})/(?=[0-9]{7,8}(?![0-9]))")
WORD_BEFORE_NUMBER = re.compile(r"(?i:\b(?:tel|phone|mobile)\b[.:]?|电话:?|手机:?|座机:?)\s*(?=[+(0-9])")
SEPARATOR = re.compile(r"[、,;/|\n]|或|和|(?i:\bor\b)")
EXTENSION = re.compile(r"(.*?)\(?(?:转|轉|分机号?|分機|内线|(?i:extension|ext\.?|x)|#)+:?([0-9]{1,8})\)?")
TAIL = re.compile(r"(.*[0-9]{7,8})-([0-9]{1,6})")  # 0571-88886666-801
NORTH_AMERICAN = re.compile(
    r"\A\(?1\)?(?:[\s.-]+\(?|\()([2-9][0-9]{2})\)?[\s.-]*([2-9][0-9]{2})[\s.-]*([0-9]{4})(?![0-9])"
)
DIALLED = re.compile(r"[+0-9()[\].-]+")
ABROAD = re.compile(r"\+|\(\+|00[1-9]|86[0-9]{10,11}\Z")
MOBILE = re.compile(r"(1[0-9]{2})([0-9]{4})([0-9]{4})")
LANDLINE = re.compile(r"(0(?:10|2[0-9]|[3-9][0-9]{2}))([0-9]{3,4})([0-9]{4})")
LOCAL = re.compile(r"([2-9][0-9]{2,3})([0-9]{4})")
HOTLINE = re.compile(r"([48]00)([0-9]{3})([0-9]{4})")
FEWEST_DIALLED, MOST_DIALLED, LONGEST_PHONES = 3, 15, 200  # 110; E.164; signs of several


def read_phone(text: str) -> str:
    """138 0000 0171 · 0571-8888 6666 转 801 · 400-123-4567 · +49301234567; several with 、 between. China's +86, and brackets
    around an area code, say nothing more; what is no number of China keeps its groups. Raises Unreadable."""
    plain = WORD_BEFORE_NUMBER.sub("、", fold_width(clean_text(text)).translate(DASHES))
    typed = AREA_CODE_APART.sub(r"\1-", plain)
    if len(typed) > LONGEST_PHONES:
        raise Unreadable(NOT_A_PHONE)
    numbers = [each for each in SEPARATOR.split(typed) if each.strip()]
    return "、".join(dict.fromkeys(map(read_one_phone, numbers)))


def read_one_phone(text: str) -> str:
    found = NORTH_AMERICAN.match(
        text.strip()
    )  # 1-800-555-0199 has the eleven digits of a mobile, but not its groups
    if found:
        text = f"1-{'-'.join(found.groups())}{text.strip()[found.end() :]}"
    typed = "".join(text.split())
    apart = EXTENSION.fullmatch(typed) or tail_of_number(typed)
    number, extension = apart.groups() if apart else (typed, "")
    digits = re.sub(r"[^0-9]", "", number)
    abroad = ABROAD.match(number) or ABROAD.match(digits)
    digits = digits.removeprefix("00") if abroad else digits
    if not DIALLED.fullmatch(number) or not FEWEST_DIALLED <= len(digits) <= MOST_DIALLED:
        raise Unreadable(NOT_A_PHONE)
    known = "" if found else group_abroad(digits) if abroad else group_digits(digits)
    grouped = known or re.sub(r"[^0-9]+", "-", number).strip("-")
    return f"{grouped} 转 {extension}" if extension else grouped


def tail_of_number(typed: str) -> re.Match | None:
    """What is dialled behind a number: not the end of one that was written in two: 1380000-0171, 05718888-6666."""
    found = TAIL.fullmatch(typed)
    if not found:
        return None
    whole = "".join(found.groups())
    is_one = MOBILE.fullmatch(whole) or HOTLINE.fullmatch(whole)
    if is_one or (LANDLINE.fullmatch(whole) and found[1].isdigit() and not group_digits(found[1])):
        return None
    return found


def group_abroad(digits: str) -> str:
    """The digits behind a +: in China as they are dialled there."""
    here = digits.removeprefix("86") if digits.startswith("86") else ""
    return group_digits(here) or group_digits(f"0{here}") or f"+{digits}"


def group_digits(digits: str) -> str:
    """As a number of China is written; "" for what is none."""
    if found := MOBILE.fullmatch(digits):
        return " ".join(found.groups())
    if found := LANDLINE.fullmatch(digits):
        return f"{found[1]}-{found[2]} {found[3]}"
    if found := LOCAL.fullmatch(digits):
        return " ".join(found.groups())
    return "-".join(found.groups()) if (found := HOTLINE.fullmatch(digits)) else ""


# Days and minutes

BETWEEN = r" ?[-/.] ?"
YEAR_FIRST = re.compile(
    rf"([0-9]{{4}})(?:{BETWEEN}| ?年 ?)([0-9]{{1,2}})(?:{BETWEEN}| ?月 ?)([0-9]{{1,2}}) ?[日号]?"
)
UNDIVIDED_DAY = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
YEAR_LAST = re.compile(rf"([0-9]{{1,2}}){BETWEEN}([0-9]{{1,2}}){BETWEEN}([0-9]{{4}})")
NAMED_MONTH = re.compile(
    r"(?:([0-9]{1,2})[ -]?([A-Za-z]{3,9})|([A-Za-z]{3,9}) ?([0-9]{1,2}))\.?[ ,-]{1,2}([0-9]{4})"
)
MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MIDNIGHT = re.compile(r"(?:T| )0?0:00(?::00(?:\.0+)?)?\Z")  # a spreadsheet's day
DAY_AND_MINUTE = re.compile(
    r"(.*[0-9日号])(?:T| |(?<=[日号]))([0-9]{1,2}) ?[:点时] ?([0-9]{1,2}) ?分?(?::[0-9]{1,2}(?:\.[0-9]+)?)?"
)


def read_day(text: str) -> str:
    """An ISO day: 2024-01-05 of 2024-1-5, 2024/1/5, 2024.1.5, 2024年1月5日, 20240105, 5 Jan 2024, and of 25/1/2024, where it is
    plain which is the month. Raises Unreadable."""
    typed = MIDNIGHT.sub("", plain_time(text))
    return iso_day(typed, UNREADABLE_DAY) if typed else ""


def read_minute(text: str) -> str:
    """A local ISO minute, 2026-11-24T14:10, of a day as `read_day` takes it and a time; seconds go. Raises Unreadable."""
    typed = plain_time(text)
    if not typed:
        return ""
    found = DAY_AND_MINUTE.fullmatch(typed)
    if not found or int(found[2]) > 23 or int(found[3]) > 59:
        raise Unreadable(NOT_A_MINUTE)
    return f"{iso_day(found[1], NOT_A_MINUTE)}T{int(found[2]):02}:{int(found[3]):02}"


def plain_time(text: str) -> str:
    return " ".join(fold_width(clean_text(text)).translate(DASHES).replace("。", ".").split())


def iso_day(typed: str, otherwise: str) -> str:
    """Raises Unreadable, by default with the sentence `otherwise`."""
    found = days_meant(typed)
    if len(found) > 1:
        raise Unreadable(UNCLEAR_DAY)
    if not found:
        raise Unreadable(otherwise)
    day = found.pop()
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        raise Unreadable(FAR_YEAR, first=EARLIEST_YEAR, last=LATEST_YEAR)
    return day.isoformat()


def days_meant(typed: str) -> set[date]:
    """Every day that these words may mean."""
    if found := YEAR_FIRST.fullmatch(typed) or UNDIVIDED_DAY.fullmatch(typed):
        return existing_days((found[1], found[2], found[3]))
    if found := YEAR_LAST.fullmatch(typed):
        return existing_days((found[3], found[1], found[2]), (found[3], found[2], found[1]))
    if (found := NAMED_MONTH.fullmatch(typed)) and (
        month := (found[2] or found[3])[:3].lower()
    ) in MONTH_NAMES:
        return existing_days((found[5], str(MONTH_NAMES.index(month) + 1), found[1] or found[4]))
    return set()


def existing_days(*parts: tuple[str, str, str]) -> set[date]:
    """Of (year, month, day)."""
    found = set()
    for year, month, day in parts:
        try:
            found.add(date(int(year), int(month), int(day)))
        except ValueError:
            continue
    return found
