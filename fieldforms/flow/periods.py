"""Months and years of the company's calendar, and spans of time in words."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from babel.dates import format_date

from fieldforms import i18n
from fieldforms.errors import NotFound
from fieldforms.flow import localtime

FIRST_YEAR, LAST_YEAR = 2000, 2200


class Period(Protocol):
    """A month or a year in the company's zone. `since` and `until` are UTC ms, `until` exclusive."""

    @property
    def text(self) -> str: ...
    @property
    def first(self) -> date: ...
    @property
    def since(self) -> int: ...
    @property
    def until(self) -> int: ...
    @property
    def months(self) -> list[str]: ...
    def shifted(self, by: int) -> "Period": ...
    def words(self, lang: str) -> str: ...


@dataclass(frozen=True)
class Month:
    """2026-11, a Period."""

    text: str

    @property
    def first(self) -> date:
        return date.fromisoformat(f"{self.text}-01")

    @property
    def since(self) -> int:
        return localtime.start_of(self.first.isoformat())

    @property
    def until(self) -> int:
        return self.shifted(1).since

    @property
    def months(self) -> list[str]:
        return [self.text]

    def shifted(self, by: int) -> "Month":
        at = self.first.year * 12 + self.first.month - 1 + by
        return Month(f"{at // 12:04}-{at % 12 + 1:02}")

    def words(self, lang: str) -> str:
        """2026年11月 · November 2026"""
        names = {"zh": "yyyy年M月", "en": "MMMM yyyy"}
        return format_date(self.first, names[lang], locale=i18n.LOCALE[lang])


@dataclass(frozen=True)
class Year:
    """2026, a Period."""

    text: str

    @property
    def first(self) -> date:
        return date(int(self.text), 1, 1)

    @property
    def since(self) -> int:
        return localtime.start_of(self.first.isoformat())

    @property
    def until(self) -> int:
        return self.shifted(1).since

    @property
    def months(self) -> list[str]:
        return [f"{self.text}-{month:02}" for month in range(1, 13)]

    def shifted(self, by: int) -> "Year":
        return Year(f"{int(self.text) + by:04}")

    def words(self, lang: str) -> str:
        """2026年 · 2026"""
        return format_date(self.first, {"zh": "yyyy年", "en": "yyyy"}[lang], locale=i18n.LOCALE[lang])


def month_of(day: str) -> Month:
    return Month(day[:7])


def parsed(text: str) -> Month:
    """Raises NotFound for what is no month."""
    try:
        month = Month(f"{date.fromisoformat(f'{text}-01'):%Y-%m}")
    except ValueError:
        raise NotFound from None
    if month.text != text or not FIRST_YEAR <= month.first.year < LAST_YEAR:
        raise NotFound
    return month


def parsed_year(text: str) -> Year:
    """Raises NotFound for what is no year."""
    if not (text.isascii() and text.isdigit() and len(text) == 4 and FIRST_YEAR <= int(text) < LAST_YEAR):
        raise NotFound
    return Year(text)


def took(minutes: int, lang: str) -> str:
    """35 分钟 · 4 小时 10 分 · 3 天 2 小时"""
    days, hours, rest = minutes // 1440, minutes // 60 % 24, minutes % 60
    units = {"zh": (" 天", " 小时", " 分钟"), "en": (" d", " h", " min")}[lang]
    said = [f"{n}{unit}" for n, unit in zip((days, hours, rest), units, strict=True) if n]
    return " ".join(said[:2]) or f"0{units[2]}"
