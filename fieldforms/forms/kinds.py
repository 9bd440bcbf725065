"""One class per field kind, with all its faces. The only place where kinds differ (style.md, 10 and 11).

A kind reads its part of a posted body, checks a value, says it in words, on paper and in a spreadsheet. What cannot
be parsed stays as the string that was typed: a draft loses nothing, and `check` refuses it at completion.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import ClassVar

from fieldforms import i18n
from fieldforms.errors import N_
from fieldforms.forms.definition import Choice, Field
from fieldforms.forms.faces import Box, Count, Face

Mistake = tuple[str, dict]  # sentence (message id), its values

NEEDED = N_("请填写“%(label)s”。")
CHOOSE = N_("请选择“%(label)s”。")
TOO_LONG = N_("“%(label)s”最多 %(max)s 个字。")
NOT_A_NUMBER = N_("“%(label)s”要填数字。")
TOO_SMALL = N_("“%(label)s”不能小于 %(min)s。")
TOO_BIG = N_("“%(label)s”不能大于 %(max)s。")
NOT_A_DATE = N_("“%(label)s”不是有效的日期。")
NOT_A_TIME = N_("“%(label)s”不是有效的日期和时间。")
IN_THE_FUTURE = N_("“%(label)s”不能晚于现在。")
TOO_EARLY = N_("“%(label)s”不能早于“%(other)s”。")
TOO_LATE = N_("“%(label)s”不能晚于“%(other)s”。")
NOT_A_PHONE = N_("“%(label)s”不像电话号码，请填座机或手机。")
NOT_A_CHOICE = N_("“%(label)s”里没有这个选项。")
BOTH_COUNTS = N_("第 %(no)s 项：“%(first)s”和“%(second)s”都要填数字。")
MORE_THAN_CHECKED = N_("第 %(no)s 项：“%(second)s”不能超过“%(first)s”。")
SAY_WHAT = N_("第 %(no)s 项：请写明未能处理的异常。")
NOT_A_DEVICE = N_("没有找到编码为 %(code)s 的设备。")
NOT_A_PERSON = N_("“%(label)s”里没有这个人。")

NORMAL, HANDLED, UNRESOLVED = "normal", "handled", "unresolved"
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


# Turned writing direction: the page and the sealed PDF would show other words for the same text.
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")


def clean(text: str) -> str:
    """One newline shape, no control characters (PostgreSQL refuses NUL, typst and XLSX the rest)."""
    return CONTROL.sub("", BIDI.sub("", text).replace("\r\n", "\n").replace("\r", "\n")).strip()


class Kind:
    """The shape all kinds share: a single string."""

    name = ""
    refers = ""  # "device" or "user": flow/register.py completes the value from the register
    searchable = True
    asks = NEEDED
    composite = False  # several inputs: a fieldset with a legend
    statement = False  # a sentence to read, without an answer
    comparable = True  # may conditions name its values
    constraints: frozenset[str] = frozenset()
    parts: tuple[str, ...] = ()  # inputs named field.part

    def choices(self, field: Field) -> tuple[Choice, ...]:
        """The only values it may have; none where anything may be said."""
        return ()

    def read(self, form, field: Field):
        """The JSON value of this field in a posted body (a werkzeug MultiDict)."""
        return clean(form.get(field.name, "")) or None

    def answered(self, value) -> bool:
        return value not in (None, "", [], {})

    def check(self, value, field: Field, context: dict) -> Iterator[Mistake]:
        """What is wrong with an answered value. `context`: answers, fields, now (local ISO minute)."""
        return iter(())

    def text(self, value, field: Field, lang: str) -> str:
        """One line for lists, search and differences."""
        return "" if value is None else str(value)

    def paper(self, value, field: Field, lang: str) -> Face:
        return Face(text=self.text(value, field, lang))

    def unsettled(self, value) -> bool:
        """Does the answer name something that could not be dealt with, and so wants a fault report?"""
        return False

    def xlsx(self, value, field: Field, lang: str):
        """A cell: str, int, float, date or datetime; None is an empty cell."""
        return self.text(value, field, lang) or None


class TextKind(Kind):
    name = "text"
    limit = 200
    constraints = frozenset({"max_length"})

    def check(self, value, field, context):
        limit = field.constraint.get("max_length", self.limit)
        if len(value) > limit:
            yield TOO_LONG, {"max": limit}


class LongText(TextKind):
    name = "long_text"
    limit = 4000


class Phone(TextKind):
    name = "phone"
    limit = 40
    SHAPE = re.compile(r"^[+()\d\s\-–—,、;/转xX#.extEXT]+$")

    def check(self, value, field, context):
        digits = sum(char.isdigit() for char in value)
        if not self.SHAPE.match(value) or not 3 <= digits <= 30:
            yield NOT_A_PHONE, {}
        yield from super().check(value, field, context)

    def text(self, value, field, lang):
        return i18n.format_phone(value) if value else ""


class Number(Kind):
    constraints = frozenset({"min", "max"})

    def check(self, value, field, context):
        number = self.number(value)
        if number is None:
            yield NOT_A_NUMBER, {}
            return
        limits = {"min": 0} | field.constraint
        if number < Decimal(str(limits["min"])):
            yield TOO_SMALL, {"min": limits["min"]}
        if "max" in limits and number > Decimal(str(limits["max"])):
            yield TOO_BIG, {"max": limits["max"]}

    def number(self, value) -> Decimal | None:
        raise NotImplementedError


class Integer(Number):
    name = "integer"

    def read(self, form, field):
        return whole(form.get(field.name, ""))

    def number(self, value):
        return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else None

    def xlsx(self, value, field, lang):
        return value


class DecimalKind(Number):
    """Kept as a string, so that 1.50 stays 1.50."""

    name = "decimal"
    SHAPE = re.compile(r"[+-]?(\d+([.]\d*)?|[.]\d+)")

    def number(self, value):
        if not isinstance(value, str) or not self.SHAPE.fullmatch(value):
            return None
        number = Decimal(value)
        return number if abs(number) < 10**12 else None

    def xlsx(self, value, field, lang):
        number = self.number(value)
        return None if number is None else float(number)


class DateKind(Kind):
    name = "date"
    constraints = frozenset({"not_after", "not_before"})
    wrong = NOT_A_DATE
    LENGTH = len("2026-11-24")  # Python reads more of ISO 8601 than can be compared as strings

    def moment(self, value):
        return date.fromisoformat(value)

    def check(self, value, field, context):
        if not self.parsed(value):
            yield self.wrong, {}
            return
        yield from self.compared(value, field, context)

    def compared(self, value, field, context):
        for word, sentence in (("not_after", TOO_LATE), ("not_before", TOO_EARLY)):
            limit = field.constraint.get(word)
            if limit is None:
                continue
            other = context["now"] if limit == "now" else context["answers"].get(limit)
            if not DAY.match(str(other)):
                continue
            length = min(len(value), len(other))
            late, early = value[:length] > other[:length], value[:length] < other[:length]
            if word == "not_after" and late and limit == "now":
                yield IN_THE_FUTURE, {}
            elif (word == "not_after" and late) or (word == "not_before" and early):
                yield sentence, {"other": context["fields"][limit].label if limit != "now" else ""}

    def parsed(self, value):
        try:
            return self.moment(value) if DAY.match(value) and len(value) == self.LENGTH else None
        except (ValueError, TypeError):
            return None

    def text(self, value, field, lang):
        return i18n.format_date(value, lang) if self.parsed(value) else str(value or "")

    def xlsx(self, value, field, lang):
        return self.parsed(value) or value


class DatetimeKind(DateKind):
    name = "datetime"
    wrong = NOT_A_TIME
    LENGTH = len("2026-11-24T14:10")

    def moment(self, value):
        return datetime.strptime(value, "%Y-%m-%dT%H:%M")

    def read(self, form, field):
        value = super().read(form, field)
        minute = value.replace(" ", "T", 1)[: self.LENGTH] if value else None  # browsers may send seconds
        return minute if self.parsed(minute) else value

    def text(self, value, field, lang):
        return i18n.format_local(value, lang) if self.parsed(value) else str(value or "")


class SelectOne(Kind):
    name = "select_one"
    asks = CHOOSE
    composite = True

    def choices(self, field):
        return field.choices

    def label(self, name, field, lang) -> str:
        """A choice in words; an unknown one as it was given."""
        labels = {choice.name: choice.label for choice in self.choices(field)}
        return i18n.pick(labels.get(name, str(name or "")), lang)

    def chosen(self, value) -> list[str]:
        return [value]

    def check(self, value, field, context):
        if set(self.chosen(value)) - {choice.name for choice in self.choices(field)}:
            yield NOT_A_CHOICE, {}

    def text(self, value, field, lang):
        separator = "、" if lang == "zh" else ", "
        return separator.join(self.label(name, field, lang) for name in self.chosen(value))

    def paper(self, value, field, lang):
        chosen = self.chosen(value)
        return Face(boxes=tuple(Box(i18n.pick(c.label, lang), c.name in chosen) for c in self.choices(field)))


class YesNo(SelectOne):
    """A select one whose choices need not be written, unless a sheet words them otherwise."""

    name = "yes_no"
    CHOICES = (Choice("yes", {"zh": "是", "en": "Yes"}), Choice("no", {"zh": "否", "en": "No"}))

    def choices(self, field):
        return field.choices or self.CHOICES


class SelectMultiple(SelectOne):
    name = "select_multiple"

    def read(self, form, field):
        return list(dict.fromkeys(filter(None, map(clean, form.getlist(field.name))))) or None

    def chosen(self, value):
        return value or []


class Note(Kind):
    """A sentence to read; carries no answer."""

    name = "note"
    searchable = False
    statement = True
    comparable = False

    def read(self, form, field):
        return None

    def paper(self, value, field, lang):
        return Face()


class Photos(Kind):
    name = "photos"
    searchable = False
    composite = True
    comparable = False
    DIGEST = re.compile(r"[0-9a-f]{64}\Z")

    def read(self, form, field):
        return digests(form.getlist(field.name)) or None

    def text(self, value, field, lang):
        return f"{len(value)} 张" if value and lang == "zh" else str(len(value)) if value else ""

    def paper(self, value, field, lang):
        return Face(text=self.text(value, field, lang), photos=tuple(value or ()))


class User(Kind):
    """{"id": 3, "name": "陈志远"}: the name is sealed with the id, so that an old sheet reads as it was."""

    name = "user"
    asks = CHOOSE
    refers = "user"
    comparable = False

    def read(self, form, field):
        number = whole(form.get(field.name, ""))
        return {"id": number} if isinstance(number, int) else None

    def check(self, value, field, context):
        if not isinstance(value, dict) or "name" not in value:
            yield NOT_A_PERSON, {}

    def text(self, value, field, lang):
        return value.get("name", "") if isinstance(value, dict) else ""


class Devices(Kind):
    """[{"code", "name", "category", "place"}], completed from the register by code."""

    name = "devices"
    refers = "device"
    composite = True
    comparable = False

    def read(self, form, field):
        typed = [*form.getlist(field.name), *re.split(r"[\s,，;；]+", form.get(f"{field.name}.add", ""))]
        codes = dict.fromkeys(filter(None, map(clean, typed)))
        return [{"code": code} for code in codes] or None

    parts = ("add",)

    def check(self, value, field, context):
        for device in value:
            if "name" not in device:
                yield NOT_A_DEVICE, {"code": device.get("code", "")}

    def text(self, value, field, lang):
        separator = "、" if lang == "zh" else ", "
        return separator.join(device.get("name") or device["code"] for device in value or ())


class CheckItem(Kind):
    """What the two kinds of the maintenance table share: a note, photos, "not applicable", the bulk mark."""

    composite = True
    comparable = False
    parts: tuple[str, ...] = ("note", "photos", "na", "bulk")

    def extras(self, form, field) -> dict:
        note = clean(form.get(f"{field.name}.note", ""))
        photos = digests(form.getlist(f"{field.name}.photos"))
        bulk = form.get(f"{field.name}.bulk") == "1"
        given = {"note": note, "photos": photos, "bulk": bulk}
        return {key: value for key, value in given.items() if value}

    def answered(self, value):
        return isinstance(value, dict) and self.stands(value)

    def stands(self, value: dict) -> bool:
        raise NotImplementedError

    def note(self, value) -> str:
        return (value or {}).get("note", "")

    def text(self, value, field, lang):
        return i18n.gettext("不适用", lang) if (value or {}).get("not_applicable") else self.note(value)


class TwoCounts(CheckItem):
    """□ 检查 6 个，处理 1 个."""

    name = "two_counts"
    parts = ("first", "second", *CheckItem.parts)

    def read(self, form, field):
        if form.get(f"{field.name}.na") == "1":
            return {"not_applicable": True}
        counts = [whole(form.get(f"{field.name}.{part}", "")) for part in ("first", "second")]
        extras = self.extras(form, field)
        if counts == [None, None] and not extras.keys() - {"bulk"}:
            return None
        return {"counts": counts, **extras}

    def stands(self, value):
        return bool(value.get("not_applicable")) or any(c is not None for c in value.get("counts", ()))

    def check(self, value, field, context):
        if value.get("not_applicable"):
            return
        first, second = value["counts"]
        names = {"no": field.no, "first": field.counts[0]["label"], "second": field.counts[1]["label"]}
        good = [isinstance(count, int) and 0 <= count <= 99_999 for count in (first, second)]
        if not all(good):
            yield BOTH_COUNTS, names
        elif field.within and second > first:
            yield MORE_THAN_CHECKED, names

    def text(self, value, field, lang):
        value = value or {}
        if value.get("not_applicable"):
            return super().text(value, field, lang)
        numbers = zip(field.counts, value.get("counts", ()), strict=False)
        said = [f"{i18n.pick(count['label'], lang)} {n}" for count, n in numbers if n is not None]
        return ("，" if lang == "zh" else ", ").join([*said, *filter(None, [self.note(value)])])

    def paper(self, value, field, lang):
        value = value or {}
        numbers = value.get("counts") or (None, None)
        counts = tuple(
            Count(i18n.pick(count["label"], lang), number, i18n.pick(count.get("unit"), lang))
            for count, number in zip(field.counts, numbers, strict=False)
        )
        return Face(
            counts=counts,
            counts_ticked=any(number is not None for number in numbers),
            note=self.note(value),
            photos=tuple(value.get("photos", ())),
            struck=bool(value.get("not_applicable")),
        )


class NormalOrHandled(CheckItem):
    """□ 正常 □ 异常已处理; what could not be dealt with is said and leads to a fault report."""

    name = "normal_or_handled"
    CHOICES: ClassVar = {NORMAL: N_("正常"), HANDLED: N_("异常已处理"), UNRESOLVED: N_("异常未能处理")}

    def read(self, form, field):
        given = form.get(field.name, "")
        if given == "na":
            return {"not_applicable": True}
        extras = self.extras(form, field)
        if not given and not extras.keys() - {"bulk"}:
            return None
        return {"result": clean(given), **extras}

    def stands(self, value):
        return bool(value.get("not_applicable") or value.get("result"))

    def unsettled(self, value):
        return isinstance(value, dict) and value.get("result") == UNRESOLVED

    def check(self, value, field, context):
        if value.get("not_applicable"):
            return
        if value["result"] not in self.CHOICES:
            yield NOT_A_CHOICE, {}
        elif value["result"] == UNRESOLVED and not self.note(value):
            yield SAY_WHAT, {"no": field.no}

    def text(self, value, field, lang):
        value = value or {}
        if value.get("not_applicable"):
            return super().text(value, field, lang)
        said = i18n.gettext(self.CHOICES.get(value.get("result"), ""), lang)
        return ("：" if lang == "zh" else ": ").join(filter(None, [said, self.note(value)]))

    def paper(self, value, field, lang):
        value = value or {}
        result = value.get("result")
        shown = [NORMAL, HANDLED] + ([UNRESOLVED] if result == UNRESOLVED else [])
        boxes = tuple(Box(i18n.gettext(self.CHOICES[name], lang), name == result) for name in shown)
        return Face(
            boxes=boxes,
            note=self.note(value),
            photos=tuple(value.get("photos", ())),
            struck=bool(value.get("not_applicable")),
        )


def whole(text: str):
    """An int, None for nothing, or the typed text when it is no whole number."""
    text = clean(text or "")
    if not text:
        return None
    return int(text) if re.fullmatch(r"[+-]?\d{1,9}", text) else text


def digests(values) -> list[str]:
    return list(dict.fromkeys(value for value in values if Photos.DIGEST.match(value)))


KINDS: dict[str, Kind] = {
    kind.name: kind()
    for kind in (
        TextKind,
        LongText,
        Phone,
        Integer,
        DecimalKind,
        DateKind,
        DatetimeKind,
        SelectOne,
        YesNo,
        SelectMultiple,
        Note,
        Photos,
        User,
        Devices,
        TwoCounts,
        NormalOrHandled,
    )
}
