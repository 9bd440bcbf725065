"""One value: text, numbers, days and times."""

import re
from datetime import date, datetime
from decimal import Decimal

from fieldforms import i18n
from fieldforms.errors import N_
from fieldforms.forms.kinds.kind import Kind, whole_number

TOO_LONG = N_("“%(label)s”最多 %(max)s 个字。")
NO_NUMBER_GIVEN = N_("“%(label)s”要填数字。")
TOO_SMALL = N_("“%(label)s”不能小于 %(min)s。")
TOO_BIG = N_("“%(label)s”不能大于 %(max)s。")
TOO_MANY_HOURS = N_("“%(label)s”不能多于从“%(start)s”到“%(end)s”的 %(hours)s 小时。")
NOT_A_DATE = N_("“%(label)s”不是有效的日期。")
NOT_A_TIME = N_("“%(label)s”不是有效的日期和时间。")
IN_THE_FUTURE = N_("“%(label)s”不能晚于现在。")
IN_THE_PAST = N_("“%(label)s”不能早于现在。")
TOO_EARLY = N_("“%(label)s”不能早于“%(other)s”。")
TOO_LATE = N_("“%(label)s”不能晚于“%(other)s”。")
NOT_A_PHONE = N_("“%(label)s”不像电话号码，请填座机或手机。")

MINUTE_FORMAT = "%Y-%m-%dT%H:%M"
ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


MOST_HIDDEN = 100


class TextKind(Kind):
    name = "text"
    limit = 200
    in_words = True
    is_one_text = True
    cell_width = 24
    constraints = frozenset({"max_length"})

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


class PhoneKind(TextKind):
    name = "phone"
    limit = 40
    cell_width = 16
    dials = True
    SHAPE = re.compile(r"^[+()\d\s\-–—,、;/转xX#.extEXT]+$")

    def check(self, value, field, context):
        digits = sum(char.isdigit() for char in value)
        if not self.SHAPE.match(value) or not 3 <= digits <= 30:
            yield NOT_A_PHONE, {}
        yield from super().check(value, field, context)

    def text(self, value, field, lang):
        return i18n.format_phone(value) if value else ""


class NumberKind(Kind):
    constraints = frozenset({"min", "max"})
    unfit = NO_NUMBER_GIVEN
    is_number = True
    is_one_text = True

    def check(self, value, field, context):
        number = self.number(value)
        if number is None:
            yield NO_NUMBER_GIVEN, {}
            return
        limits = {"min": 0} | field.constraint
        if number < Decimal(str(limits["min"])):
            yield TOO_SMALL, {"min": limits["min"]}
        if "max" in limits and number > Decimal(str(limits["max"])):
            yield TOO_BIG, {"max": limits["max"]}

    def number(self, value) -> Decimal | None:
        raise NotImplementedError


class Integer(NumberKind):
    name = "integer"
    is_whole = True
    range = (0, 999_999_999)

    def read(self, form, field):
        return whole_number(form.get(field.name, ""))

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
    range = (0, 10**12 - 1)
    SHAPE = re.compile(r"[+-]?(\d+([.]\d*)?|[.]\d+)")

    def number(self, value):
        if not isinstance(value, str) or not self.SHAPE.fullmatch(value):
            return None
        number = Decimal(value)
        return number if abs(number) < 10**12 else None

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


class DateKind(Kind):
    name = "date"
    is_time = True
    is_one_text = True
    constraints = frozenset({"not_after", "not_before"})
    wrong = NOT_A_DATE
    LENGTH = len("2026-11-24")  # Python reads more of ISO 8601 than can be compared as strings

    def moment(self, value):
        return date.fromisoformat(value)

    def check(self, value, field, context):
        if not self.parse_value(value):
            yield self.wrong, {}
            return
        yield from self.compare_limits(value, field, context)

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

    def parse_value(self, value):
        try:
            return self.moment(value) if ISO_DAY.match(value) and len(value) == self.LENGTH else None
        except (ValueError, TypeError):
            return None

    def text(self, value, field, lang):
        return i18n.format_date(value, lang) if self.parse_value(value) else str(value or "")

    def xlsx(self, value, field, lang):
        return self.parse_value(value) or value


class DatetimeKind(DateKind):
    name = "datetime"
    has_minutes = True
    cell_width = 18
    wrong = NOT_A_TIME
    LENGTH = len("2026-11-24T14:10")
    SHAPE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}")  # strptime reads digits of any script

    def moment(self, value):
        if not self.SHAPE.fullmatch(value):
            return None
        return datetime.strptime(value, MINUTE_FORMAT)

    def read(self, form, field):
        value = super().read(form, field)
        minute = value.replace(" ", "T", 1)[: self.LENGTH] if value else None  # browsers may send seconds
        return minute if self.parse_value(minute) else value

    def text(self, value, field, lang):
        return i18n.format_local(value, lang) if self.parse_value(value) else str(value or "")
