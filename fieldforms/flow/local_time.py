"""Days and minutes as the company's calendar has them (FIELDFORMS_TZ)."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from fieldforms import config, i18n
from fieldforms.forms import reading
from fieldforms.store import clock


def now() -> str:
    """The server's local minute as datetimes are answered: 2026-11-24T14:10."""
    return i18n.local(clock.now(), config.current.tz).isoformat(timespec="minutes")[:16]


def today() -> str:
    """The local day, ISO."""
    return now()[:10]


def date_today() -> date:
    """The local day, to reckon with."""
    return date.fromisoformat(today())


def as_day(text: str) -> date | None:
    """As it was typed, or as browsers send it (forms/reading.py); None of what is no day."""
    try:
        return date.fromisoformat(reading.read_day(text))
    except ValueError:
        return None


def is_iso_day(text: str) -> bool:
    """Is it a day as it is kept, and stands in addresses?"""
    day = as_day(text)
    return day is not None and day.isoformat() == text


def day_of(ms: int) -> str:
    """The local day (ISO) of a moment in UTC ms."""
    return date_of(ms).isoformat()


def date_of(ms: int) -> date:
    """The local day of a moment in UTC ms, to reckon with."""
    return i18n.local(ms, config.current.tz).date()


def utc_ms_of(text: str) -> int:
    """UTC ms of an answered minute (2026-11-24T14:10) or day; 0 when it is none."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return 0
    return int(found.replace(tzinfo=ZoneInfo(config.current.tz)).timestamp() * 1000)


def start_of(day: str) -> int:
    """UTC ms of the first moment of an ISO day; 0 when it is none."""
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return 0
    moment = datetime(found.year, found.month, found.day, tzinfo=ZoneInfo(config.current.tz))
    return int(moment.timestamp() * 1000)


def years_before(day: date, years: int) -> date:
    """The same day of an earlier year; 29 February becomes the 28th."""
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return day.replace(year=day.year - years, day=last)
