"""One value: text, numbers, days and times."""

import re
from datetime import date, datetime
from decimal import Decimal

from fieldforms import i18n
from fieldforms.errors import N_
from fieldforms.forms import reading
from fieldforms.forms.kinds.kind import TOO_LONG, Kind, TypedKind
from fieldforms.forms.reading import (
    NOT_A_MINUTE,
    NOT_A_WHOLE_NUMBER,
    TOO_BIG,
    TOO_SMALL,
    UNREADABLE_DAY,
    UNREADABLE_NUMBER,
)

TOO_MANY_HOURS = N_("“%(label)s”不能多于从“%(start)s”到“%(end)s”的 %(hours)s 小时。")
IN_THE_FUTURE = N_("“%(label)s”不能晚于现在。")
IN_THE_PAST = N_("“%(label)s”不能早于现在。")
TOO_EARLY = N_("“%(label)s”不能早于“%(other)s”。")
TOO_LATE = N_("“%(label)s”不能晚于“%(other)s”。")

MINUTE_FORMAT = "%Y-%m-%dT%H:%M"
ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
ISO_MINUTE = re.compile(rf"{ISO_DAY.pattern}T[0-9]{{2}}:[0-9]{{2}}")  # strptime reads digits of any script


MOST_HIDDEN = 100


class TextKind(TypedKind):
    name = "text"
    limit = 200
    in_words = True
    cell_width = 24
    constraints = frozenset({"max_length"})

    def read_typed(self, text):
        return reading.read_line(text)

    def check(self, value, field, context):
        limit = field.constraint.get("max_length", self.limit)
        if len(value) > limit:
            yield TOO_LONG, {"max": limit}


class Hidden(Kind):
    """What a row is about, for who takes the sheet over: nobody reads or types it (XLSForm: hidden)."""

    name = "hidden"
    searchable = False
    comparable = False
    unseen = True

    def read(self, form, field):
        return super().read(form, field)[:MOST_HIDDEN] if form.get(field.name) else None


class LongText(TextKind):
    name = "long_text"
    limit = 4000
    cell_width = 48

    def read_typed(self, text):
        return reading.clean_text(text)


class PhoneKind(TextKind):
    name = "phone"
    limit = 60
    cell_width = 16
    dials = True

    def read_typed(self, text):
        return reading.read_phone(text)

    def check(self, value, field, context):
        if wrong := self.mistake_in(value):
            yield wrong
        else:
            yield from super().check(value, field, context)

    def text(self, value, field, lang):
        return i18n.format_phone(value) if value else ""


class NumberKind(TypedKind):
    constraints = frozenset({"min", "max"})
    is_number = True

    def check(self, value, field, context):
        number, limits = self.number(value), {"min": 0} | field.constraint
        if number is None:
            sentence, values = self.mistake_in(value) or (self.unfit, {})
            yield sentence, {name: limits.get(name, most) for name, most in values.items()}
            return
        if number < Decimal(str(limits["min"])):
            yield TOO_SMALL, {"min": limits["min"]}
        if "max" in limits and number > Decimal(str(limits["max"])):
            yield TOO_BIG, {"max": limits["max"]}

    def number(self, value) -> Decimal | None:
        raise NotImplementedError


class Integer(NumberKind):
    name = "integer"
    is_whole = True
    unfit = NOT_A_WHOLE_NUMBER
    range = (0, reading.LARGEST_NUMBER)

    def read_typed(self, text):
        return reading.read_whole_number(text)

    def fits(self, value):
        return isinstance(value, int | str) and not isinstance(value, bool)

    def number(self, value):
        return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else None

    def xlsx(self, value, field, lang):
        return value


class DecimalKind(NumberKind):
    """Kept as a string, so that 1.50 stays 1.50."""

    name = "decimal"
    constraints = NumberKind.constraints | {"hours_from", "hours_to"}
    has_fractions = True
    unfit = UNREADABLE_NUMBER
    range = (0, 10**12 - 1)
    SHAPE = re.compile(r"[+-]?(\d+([.]\d*)?|[.]\d+)")

    def read_typed(self, text):
        return reading.read_decimal(text)

    def number(self, value):
        if not isinstance(value, str) or not self.SHAPE.fullmatch(value):
            return None
        number = Decimal(value)
        return number if abs(number) < 10**12 else None

    def value_between(self, field, answers):
        hours = hours_between(
            *(answers.get(field.constraint.get(word)) for word in ("hours_from", "hours_to"))
        )
        return None if hours is None else f"{hours.normalize():f}"

    def check(self, value, field, context):
        yield from super().check(value, field, context)
        start, end = (field.constraint.get(word, "") for word in ("hours_from", "hours_to"))
        hours = hours_between(context["answers"].get(start), context["answers"].get(end))
        number = self.number(value)
        if hours is not None and number is not None and number > hours:
            labels = {"start": context["fields"][start].label, "end": context["fields"][end].label}
            yield TOO_MANY_HOURS, {"hours": f"{hours.normalize():f}", **labels}

    def xlsx(self, value, field, lang):
        number = self.number(value)
        return None if number is None else float(number)


def hours_between(start, end) -> Decimal | None:
    """Hours from one local minute to another, to two decimals; None where that cannot be said."""
    try:
        apart = datetime.strptime(end, MINUTE_FORMAT) - datetime.strptime(start, MINUTE_FORMAT)
    except (TypeError, ValueError):
        return None
    hours = Decimal(int(apart.total_seconds())) / 3600
    return round(hours, 2) if hours > 0 else None


class DateKind(TypedKind):
    name = "date"
    is_time = True
    constraints = frozenset({"not_after", "not_before"})
    otherwise = UNREADABLE_DAY

    def read_typed(self, text):
        return reading.read_day(text)

    def check(self, value, field, context):
        if self.is_kept_form(value):
            yield from self.compare_limits(value, field, context)
        else:
            yield self.mistake_in(value) or (self.otherwise, {})

    def is_kept_form(self, value) -> bool:
        """Only in it do days and minutes compare as texts."""
        try:
            return self.read_typed(value) == value
        except reading.Unreadable:
            return False

    def compare_limits(self, value, field, context):
        for word, sentence in (("not_after", TOO_LATE), ("not_before", TOO_EARLY)):
            limit = field.constraint.get(word)
            if limit is None:
                continue
            other = context["now"] if limit == "now" else context["answers"].get(limit)
            if not ISO_DAY.match(str(other)):
                continue
            length = min(len(value), len(other))
            late, early = value[:length] > other[:length], value[:length] < other[:length]
            if (late if word == "not_after" else early) and limit == "now":
                yield IN_THE_FUTURE if late else IN_THE_PAST, {}
            elif (word == "not_after" and late) or (word == "not_before" and early):
                yield sentence, {"other": context["fields"][limit].label}

    def text(self, value, field, lang):
        return self.words_of_moment(value, lang) if self.moment(value) else str(value or "")

    def words_of_moment(self, value, lang: str) -> str:
        return i18n.format_date(value, lang)

    def xlsx(self, value, field, lang):
        return self.moment(value) or value

    def moment(self, value):
        """To reckon with; None of what is no day. Sealed ones are of any year."""
        try:
            return date.fromisoformat(value) if ISO_DAY.fullmatch(value) else None
        except (ValueError, TypeError):
            return None


class DatetimeKind(DateKind):
    name = "datetime"
    has_minutes = True
    cell_width = 18
    otherwise = NOT_A_MINUTE

    def read_typed(self, text):
        return reading.read_minute(text)

    def words_of_moment(self, value, lang):
        return i18n.format_local(value, lang)

    def moment(self, value):
        try:
            return datetime.strptime(value, MINUTE_FORMAT) if ISO_MINUTE.fullmatch(value) else None
        except (ValueError, TypeError):
            return None
