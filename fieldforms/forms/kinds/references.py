"""Answers that name something kept elsewhere: photos, people, devices."""

import re

from fieldforms import i18n
from fieldforms.errors import N_
from fieldforms.forms.faces import Face
from fieldforms.forms.kinds.kind import (
    ADD_OR,
    CHOOSE,
    CHOOSE_OR,
    TOO_LONG,
    Kind,
    digests_among,
    is_mapping_of_texts,
    is_texts,
    whole_number,
)
from fieldforms.forms.reading import clean_text, fold_width, read_line

NOT_A_DEVICE = N_("没有找到编码为 %(code)s 的设备。")
NOT_A_PART = N_("备件库里没有“%(typed)s”。")
ANOTHER_CLIENT = {"zh": "另一个客户", "en": "another client"}
OWNERS_PART = N_(
    "“%(typed)s”是%(owner)s自己的备件，只能用在它的单据上。请改用公司的备件；如果不是那一件，请在名称里写明，例如“自购”。"
)
OWNERS_STOCK = N_(
    "“%(typed)s”是%(owner)s自己的备件，只能用在它的单据上。请改用公司的备件，或从它的设备另开一张单。"
)
OTHER_KIND = N_("“%(typed)s”在备件库里是%(kind)s，而“%(label)s”选的是%(chosen)s。")
SO_MANY = N_("PDF %(n)s 份")
NOT_A_PERSON = N_("“%(label)s”里没有这个人。")


class PhotosKind(Kind):
    name = "photos"
    asks_or = ADD_OR
    takes_photos = True
    plain = False
    searchable = False
    composite = True
    comparable = False

    def read(self, form, field):
        return digests_among(form.getlist(field.name)) or None

    def with_photo(self, value, part, digest):
        return None if part or not self.takes_photos else list(dict.fromkeys([*(value or []), digest]))

    def fits(self, value):
        return is_texts(value)

    def text(self, value, field, lang):
        return f"{len(value)} 张" if value and lang == "zh" else str(len(value)) if value else ""

    def paper(self, value, field, lang):
        return Face(text=self.text(value, field, lang), photos=tuple(value or ()))


class DocumentsKind(PhotosKind):
    """PDF files, kept as they came (forms.md §3, hand-over: each with the file)."""

    name = "documents"
    takes_photos = False
    in_rows = False
    files = "document"

    def text(self, value, field, lang):
        return i18n.gettext(SO_MANY, lang, n=len(value)) if value else ""

    def paper(self, value, field, lang):
        """The paper names each by the beginning of its digest: so it can be found, and not be another one."""
        if not value:
            return Face()
        names = ", ".join(digest[:12] for digest in value)
        return Face(text=f"{self.text(value, field, lang)} ({names})", documents=tuple(value))


class UserKind(Kind):
    """{"id": 3, "name": "陈志远"}: the name is sealed with the id, so that an old sheet reads as it was."""

    name = "user"
    plain = False
    asks = CHOOSE
    asks_or = CHOOSE_OR
    refers = "user"
    comparable = False
    constraints = frozenset({"roles"})

    def read(self, form, field):
        number = whole_number(form.get(field.name, ""))
        return {"id": number} if isinstance(number, int) else None

    def fits(self, value):
        return is_mapping_of_texts(value, "name") and isinstance(value.get("id"), int)

    def check(self, value, field, context):
        if "name" not in value:
            yield NOT_A_PERSON, {}

    def text(self, value, field, lang):
        return value.get("name", "") if isinstance(value, dict) else ""


GROUPS = re.compile(r"\b(\w{5})[ -](\w{5})\b")  # as labels print a code


class DevicesKind(Kind):
    """[{"code", "name", "category", "place"}], looked up in the register by code."""

    name = "devices"
    cell_width = 32
    in_rows = False
    plain = False
    refers = "device"
    composite = True
    comparable = False

    def read(self, form, field):
        added = GROUPS.sub(r"\1\2", fold_width(form.get(f"{field.name}.add", "")))
        typed = [*form.getlist(field.name), *re.split(r"[\s,，;；]+", added)]
        codes = dict.fromkeys(filter(None, map(clean_text, typed)))
        return [{"code": code} for code in codes] or None

    parts = ("add",)

    def fits(self, value):
        return isinstance(value, list) and all(
            is_mapping_of_texts(item, "name", "code") and item.get("code") for item in value
        )

    def check(self, value, field, context):
        for device in value:
            if "name" not in device:
                yield NOT_A_DEVICE, {"code": device.get("code", "")}

    def text(self, value, field, lang):
        return i18n.join_words((device.get("name") or device["code"] for device in value or ()), lang)


class PartKind(Kind):
    """{"id", "name", "model", "unit"} of the stock, by name or code; what the stock does not know has its name only.

    {"name", "owner"}: it is another client's own, and not for this sheet; an owner without a name is not told.
    "kind" goes along where the form asks for one (`kind_from`): part, tool or loan_unit.
    """

    name = "part"
    plain = False
    refers = "part"
    comparable = False
    constraints = frozenset({"known", "kind_from"})
    MOST = 120

    def read(self, form, field):
        name = read_line(form.get(field.name, ""))
        return {"name": name} if name else None

    def fits(self, value):
        return is_mapping_of_texts(value, "name", "model", "unit", "owner", "kind") and bool(
            value.get("name")
        )

    def check(self, value, field, context):
        if len(value["name"]) > self.MOST:
            yield TOO_LONG, {"max": self.MOST}
        elif "owner" in value:
            refused = OWNERS_STOCK if field.constraint.get("known") else OWNERS_PART
            yield refused, {"typed": value["name"], "owner": value["owner"] or ANOTHER_CLIENT}
        elif field.constraint.get("known") and "id" not in value:
            yield NOT_A_PART, {"typed": value.get("name", "")}
        else:
            yield from self.mistakes_of_kind(value, field, context)

    def mistakes_of_kind(self, value, field, context):
        """Is it of the kind that was chosen on the same sheet?"""
        name = field.constraint.get("kind_from", "")
        chosen, said = context["answers"].get(name), value.get("kind")
        if chosen and said and chosen != said:
            asked = context["fields"][name]
            kind, other = asked.choice(said), asked.choice(chosen)
            values = {"kind": kind.label if kind else said, "chosen": other.label if other else chosen}
            yield OTHER_KIND, {"typed": value["name"], "label": asked.label, **values}

    def text(self, value, field, lang):
        return (
            " ".join(filter(None, [value.get("name"), value.get("model")])) if isinstance(value, dict) else ""
        )
