"""Two languages, with the language as an argument: nothing here knows a request.

Chinese is the source: message ids are Chinese, English is the one catalogue. Times come as UTC milliseconds.
"""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from babel.dates import format_date as babel_date
from babel.dates import format_timedelta, get_day_names
from babel.lists import format_list
from babel.support import NullTranslations, Translations

LANGUAGES = ("zh", "en")
LANGUAGE_NAMES = {"zh": "中文", "en": "English"}
CATALOGUES = Path(__file__).parent / "translations"

DATE = {"zh": "yyyy年M月d日", "en": "d MMM yyyy"}
SHORT = {"zh": "M月d日", "en": "d MMM"}
COMMA = {"zh": "、", "en": ", "}
LOCALE = {"zh": "zh_Hans_CN", "en": "en_GB"}
# In both languages: where it is said, the one that is missing can't say it.
NOT_COMPILED = {
    "zh": "缺少译文文件 %(path)s，请先运行 make catalogues",
    "en": "The translations %(path)s are not compiled yet: run make catalogues",
}


class CatalogueMissing(OSError):
    """A clone holds the .po only; Babel would quietly speak Chinese instead."""


@cache
def catalogue(lang: str) -> NullTranslations:
    """Raises CatalogueMissing, with the command that makes it."""
    if lang == "zh":
        return NullTranslations()
    path = CATALOGUES / lang / "LC_MESSAGES" / "messages.mo"
    if not path.exists():
        raise CatalogueMissing("\n".join(text % {"path": path} for text in NOT_COMPILED.values()))
    return Translations.load(CATALOGUES, [lang])


def load_catalogues() -> None:
    """At a start, not at the first reader's page. Raises CatalogueMissing."""
    for lang in LANGUAGES:
        catalogue(lang)


def gettext(message: str, lang: str, /, **values) -> str:
    """The message in `lang` with its %(name)s places filled."""
    text = catalogue(lang).gettext(message) if message else ""
    return text % values if values else text


def sentence(message: str, lang: str, /, **values) -> str:
    """The message with what fills it in `lang`, too: a {zh, en} text's side, lists, and sentences inside of it."""
    return gettext(message, lang, **{name: fill_value(name, value, lang) for name, value in values.items()})


def fill_value(name: str, value, lang: str):
    """`why` is a message itself, or a refusal that was the reason; each of `mistakes` a place with a message and what fills it (errors.Mistake)."""
    value = pick(value, lang) if isinstance(value, dict) else value
    if name == "why":
        reason, more = (value.sentence, value.values) if hasattr(value, "sentence") else (str(value), {})
        return sentence(reason, lang, **more)
    if name == "mistakes":
        return "; ".join(f"{place}: {sentence(said, lang, **more)}" for place, said, more in value)
    return join_words(value, lang) if isinstance(value, list) else value


def join_words(words: Iterable, lang: str) -> str:
    """a、b、c · a, b, c"""
    return COMMA[lang].join(map(str, words))


def pick(text, lang: str) -> str:
    """The side of a definition's {zh, en} text; a plain string is itself, None is empty."""
    if not text:
        return ""
    return text if isinstance(text, str) else text.get(lang) or text["zh"]


def weekday_name(number: int, lang: str) -> str:
    """0 is Monday. 周一 · Mon"""
    return get_day_names("abbreviated", locale=LOCALE[lang])[number]


def any_of(words: list[str], lang: str) -> str:
    """A、B或C · A, B or C"""
    return format_list(words, style="or", locale=LOCALE[lang])


def local(ms: int, tz: str) -> datetime:
    """UTC milliseconds as an aware datetime of the zone."""
    return datetime.fromtimestamp(ms / 1000, UTC).astimezone(ZoneInfo(tz))


def format_date(value, lang: str, tz: str = "Asia/Shanghai") -> str:
    """2026年11月24日 · 24 Nov 2026. Takes UTC ms, a date, or an ISO date string."""
    day = local(value, tz).date() if isinstance(value, int) else as_date(value)
    return day_in_words(day, DATE[lang], lang)


@lru_cache(4096)
def day_in_words(day: date, pattern: str, lang: str) -> str:
    """A pattern takes ten times as long to be filled as a page has time for: the same days are shown again and again."""
    return babel_date(day, pattern, locale=LOCALE[lang])


def format_day(value, lang: str, tz: str = "Asia/Shanghai") -> str:
    """11月24日 · 24 Nov, for lists where the year is plain."""
    day = local(value, tz).date() if isinstance(value, int) else as_date(value)
    return day_in_words(day, SHORT[lang], lang)


def format_moment(ms: int, lang: str, tz: str) -> str:
    """11月24日 14:10; of midnight the day alone: so a day is kept that nobody told the clock of."""
    clock = f"{local(ms, tz):%H:%M}"
    return format_day(ms, lang, tz) + ("" if clock == "00:00" else f" {clock}")


def format_month(value, lang: str) -> str:
    """11月 · Nov, under a chart's bar."""
    return day_in_words(as_date(value), {"zh": "M月", "en": "MMM"}[lang], lang)


def format_time(ms: int, lang: str, tz: str = "Asia/Shanghai") -> str:
    """2026年11月24日 14:10"""
    return f"{format_date(ms, lang, tz)} {local(ms, tz):%H:%M}"


def format_local(value: str, lang: str) -> str:
    """A local "2026-11-24T14:10" in words."""
    moment = datetime.fromisoformat(value)
    return f"{day_in_words(moment.date(), DATE[lang], lang)} {moment:%H:%M}"


def format_span(ms: int, lang: str) -> str:
    """3 天 · 3 days: how long something has been, in its largest unit; less than a minute counts as one."""
    span = format_timedelta(max(ms, 60_000) // 1000, granularity="minute", threshold=1, locale=LOCALE[lang])
    return re.sub(r"(?<=\d)(?=[^\d\s])", " ", span)


def as_date(value):
    return datetime.fromisoformat(value).date() if isinstance(value, str) else value


SEVERAL, EXTENDED = re.compile("[、,;/]"), re.compile("转")


def dial_phone(number: str) -> str:
    """The address that a tap calls (RFC 3966): of several the first, with a pause before an extension."""
    first = SEVERAL.split(number)[0]
    parts = [re.sub(r"[^0-9+]", "", part) for part in EXTENDED.split(first)]
    return "tel:" + ",".join(filter(None, parts))


def format_phone(number: str) -> str:
    """Mobiles 3-4-4 (experience.md, Chinese); anything else as it was given."""
    digits = number.replace(" ", "").replace("-", "")
    if len(digits) == 11 and digits.isdigit() and digits.startswith("1"):
        return f"{digits[:3]} {digits[3:7]} {digits[7:]}"
    return number
