"""The items of the maintenance table: two counts, or normal / abnormal and dealt with."""

from typing import ClassVar

from fieldforms import i18n
from fieldforms.errors import N_
from fieldforms.forms.faces import Box, Count, Face
from fieldforms.forms.kinds.choices import NOT_A_CHOICE
from fieldforms.forms.kinds.kind import (
    TOO_LONG,
    Kind,
    digests_among,
    is_mapping_of_texts,
    is_texts,
    whole_number,
)
from fieldforms.forms.reading import clean_text

BOTH_COUNTS = N_("第 %(no)s 项：“%(first)s”和“%(second)s”都要填 0 到 99999 的整数。")
MORE_THAN_CHECKED = N_("第 %(no)s 项：“%(second)s”不能超过“%(first)s”。")
SAY_WHAT = N_("第 %(no)s 项：请写明未能处理的异常。")
SAY_WHAT_OF = N_("“%(label)s”：请写明未能处理的异常。")  # where items have no numbers

NORMAL, HANDLED, UNRESOLVED = "normal", "handled", "unresolved"


class CheckItem(Kind):
    """What the two kinds of the maintenance table share: a note, photos, "not applicable", the bulk mark."""

    plain = False
    composite = True
    comparable = False
    parts: tuple[str, ...] = ("note", "photos", "na", "bulk")
    LONGEST_NOTE = 4000

    def extras(self, form, field) -> dict:
        note = clean_text(form.get(f"{field.name}.note", ""))
        photos = digests_among(form.getlist(f"{field.name}.photos"))
        bulk = form.get(f"{field.name}.bulk") == "1"
        given = {"note": note, "photos": photos, "bulk": bulk}
        return {key: value for key, value in given.items() if value}

    def set_aside(self, form, field) -> dict:
        """Not applicable. A note belongs to what was looked at; the bulk mark stays: nobody looked at these one by one."""
        return {"not_applicable": True} | ({"bulk": True} if form.get(f"{field.name}.bulk") == "1" else {})

    def with_photo(self, value, part, digest):
        if part != "photos" or (value or {}).get("not_applicable"):
            return None
        return {**(value or {}), part: list(dict.fromkeys([*(value or {}).get(part, []), digest]))}

    def is_answered(self, value):
        return isinstance(value, dict) and self.is_judged(value)

    def fits(self, value):
        return is_mapping_of_texts(value, "note", "result") and is_texts(value.get("photos", []))

    def check(self, value, field, context):
        if len(self.note(value)) > self.LONGEST_NOTE:
            yield TOO_LONG, {"max": self.LONGEST_NOTE}

    def is_judged(self, value: dict) -> bool:
        raise NotImplementedError

    def wrong(self, value: dict) -> bool:
        """Is something not as it should be? Then there is something to say of it."""
        raise NotImplementedError

    def note(self, value) -> str:
        return (value or {}).get("note", "")

    def text(self, value, field, lang):
        return i18n.gettext("不适用", lang) if (value or {}).get("not_applicable") else self.note(value)

    def normal_answer(self, value, count: int | None):
        """The answer "the rest is normal" gives where nothing is said; None where it would have to invent a number."""
        raise NotImplementedError


class TwoCounts(CheckItem):
    """□ 检查 6 个，处理 1 个."""

    name = "two_counts"
    counts = 2
    parts = ("first", "second", *CheckItem.parts)

    def read(self, form, field):
        if form.get(f"{field.name}.na") == "1":
            return self.set_aside(form, field)
        counts = [whole_number(form.get(f"{field.name}.{part}", "")) for part in ("first", "second")]
        extras = self.extras(form, field)
        if counts == [None, None] and not extras.keys() - {"bulk"}:
            return None
        return {"counts": counts, **extras}

    def fits(self, value):
        counts = value.get("counts", [None, None]) if super().fits(value) else None
        return (
            isinstance(counts, list)
            and len(counts) == 2
            and all(isinstance(n, int | str | None) for n in counts)
        )

    def is_judged(self, value):
        return bool(value.get("not_applicable")) or any(c is not None for c in value.get("counts", ()))

    def wrong(self, value):
        second = (value.get("counts") or [None, None])[1]
        return isinstance(second, int) and second > 0

    def check(self, value, field, context):
        if value.get("not_applicable"):
            return
        yield from super().check(value, field, context)
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

    def normal_answer(self, value, count):
        first, second = (value or {}).get("counts") or (None, None)
        first = count if first is None else first
        return (
            None
            if first is None or second is not None
            else {**(value or {}), "counts": [first, 0], "bulk": True}
        )


class NormalOrHandled(CheckItem):
    """□ 正常 □ 异常已处理; what could not be dealt with is said and leads to a fault report."""

    name = "normal_or_handled"
    CHOICES: ClassVar = {NORMAL: N_("正常"), HANDLED: N_("异常已处理"), UNRESOLVED: N_("异常未能处理")}

    def read(self, form, field):
        given = form.get(field.name, "")
        if given == "na":
            return self.set_aside(form, field)
        extras = self.extras(form, field)
        if not given and not extras.keys() - {"bulk"}:
            return None
        return {"result": clean_text(given), **extras}

    def is_judged(self, value):
        return bool(value.get("not_applicable") or value.get("result"))

    def wrong(self, value):
        return value.get("result") in (HANDLED, UNRESOLVED)

    def is_unsettled(self, value, field):
        return isinstance(value, dict) and value.get("result") == UNRESOLVED

    def check(self, value, field, context):
        if value.get("not_applicable"):
            return
        yield from super().check(value, field, context)
        if value["result"] not in self.CHOICES:
            yield NOT_A_CHOICE, {}
        elif value["result"] == UNRESOLVED and not self.note(value):
            yield (SAY_WHAT, {"no": field.no}) if field.no else (SAY_WHAT_OF, {})

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

    def normal_answer(self, value, count):
        return {**(value or {}), "result": NORMAL, "bulk": True}
