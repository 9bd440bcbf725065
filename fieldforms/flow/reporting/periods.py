"""Months and years of the company's calendar, and spans of time in words."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from babel.dates import format_date

from fieldforms import i18n
from fieldforms.errors import N_, NotFound
from fieldforms.flow import local_time

FIRST_YEAR, LAST_YEAR = 2000, 2200


@dataclass(frozen=True)
class Period(ABC):
    """A month (2026-11) or a year (2026) in the company's zone. `since` and `until` are UTC ms, `until` exclusive."""

    text: str

    FORMAT: ClassVar[dict[str, str]]
    UNFINISHED: ClassVar[str]  # what a report says of it while it lasts

    @property
    @abstractmethod
    def first(self) -> date: ...

    @property
    @abstractmethod
    def months(self) -> list[str]: ...

    @abstractmethod
    def shifted_by(self, by: int) -> Self: ...

    @property
    def since(self) -> int:
        return local_time.start_of(self.first.isoformat())

    @property
    def until(self) -> int:
        return self.shifted_by(1).since

    def words(self, lang: str) -> str:
        """2026年11月 · November 2026"""
        return format_date(self.first, self.FORMAT[lang], locale=i18n.LOCALE[lang])


@dataclass(frozen=True)
class Month(Period):
    FORMAT: ClassVar = {"zh": "yyyy年M月", "en": "MMMM yyyy"}
    UNFINISHED = N_("本月尚未结束，内容还会增加。")

    @property
    def first(self) -> date:
        return date.fromisoformat(f"{self.text}-01")

    @property
    def months(self) -> list[str]:
        return [self.text]

    def shifted_by(self, by: int) -> Self:
        at = self.first.year * 12 + self.first.month - 1 + by
        return replace(self, text=f"{at // 12:04}-{at % 12 + 1:02}")


@dataclass(frozen=True)
class Year(Period):
    FORMAT: ClassVar = {"zh": "yyyy年", "en": "yyyy"}
    UNFINISHED = N_("本年尚未结束，内容还会增加。")

    @property
    def first(self) -> date:
        return date(int(self.text), 1, 1)

    @property
    def months(self) -> list[str]:
        return [f"{self.text}-{month:02}" for month in range(1, 13)]

    def shifted_by(self, by: int) -> Self:
        return replace(self, text=f"{int(self.text) + by:04}")


def month_of(day: str) -> Month:
    return Month(day[:7])


def parse_month(text: str) -> Month:
    """Raises NotFound for what is no month."""
    try:
        month = Month(f"{date.fromisoformat(f'{text}-01'):%Y-%m}")
    except ValueError:
        raise NotFound from None
    if month.text != text or not FIRST_YEAR <= month.first.year < LAST_YEAR:
        raise NotFound
    return month


def parse_year(text: str) -> Year:
    """Raises NotFound for what is no year."""
    if not (text.isascii() and text.isdigit() and len(text) == 4 and FIRST_YEAR <= int(text) < LAST_YEAR):
        raise NotFound
    return Year(text)


def duration_in_words(minutes: int, lang: str) -> str:
    """35 分钟 · 4 小时 10 分 · 3 天 2 小时"""
    days, hours, rest = minutes // 1440, minutes // 60 % 24, minutes % 60
    units = {"zh": (" 天", " 小时", " 分钟"), "en": (" d", " h", " min")}[lang]
    said = [f"{n}{unit}" for n, unit in zip((days, hours, rest), units, strict=True) if n]
    return " ".join(said[:2]) or f"0{units[2]}"
