"""A name drawn or typed inside a staff member's step: the receiver, a witness. Clients sign their own steps instead."""

from fieldforms.errors import N_
from fieldforms.forms import strokes
from fieldforms.forms.faces import Face
from fieldforms.forms.kinds.kind import TOO_LONG, Kind, is_mapping_of_texts
from fieldforms.forms.reading import read_line

SIGN_AND_NAME = N_("请签字并写上姓名：“%(label)s”。")
TOO_LITTLE_INK = N_("“%(label)s”还没有签好：请用手指写出姓名。")


class SignatureKind(Kind):
    """{"name", "strokes"} as forms/strokes.py writes them, or {"name", "typed": true}."""

    name = "signature"
    in_rows = False
    canvas = True
    plain = False
    composite = True
    comparable = False
    asks = SIGN_AND_NAME
    parts = ("name", "strokes", "typed")
    LONGEST_NAME = 60

    def read(self, form, field):
        name = read_line(form.get(f"{field.name}.name", ""))
        drawn = form.get(f"{field.name}.strokes", "")[: strokes.MAX_TEXT + 1]
        typed = form.get(f"{field.name}.typed") == "1" and not drawn
        given = {"name": name, "strokes": drawn, "typed": typed}
        return {key: value for key, value in given.items() if value} or None

    def fits(self, value):
        return is_mapping_of_texts(value, "name", "strokes")

    def is_answered(self, value):
        return isinstance(value, dict) and bool(
            value.get("name") and (value.get("strokes") or value.get("typed"))
        )

    def check(self, value, field, context):
        if len(value["name"]) > self.LONGEST_NAME:
            yield TOO_LONG, {"max": self.LONGEST_NAME}
        if not value.get("typed") and not is_ink(value["strokes"]):
            yield TOO_LITTLE_INK, {}

    def text(self, value, field, lang):
        return value.get("name", "") if isinstance(value, dict) else ""

    def paper(self, value, field, lang):
        return Face(text=self.text(value, field, lang), ink=stroke_groups((value or {}).get("strokes", "")))


def is_ink(drawn) -> bool:
    """More than a dot; what is no ink at all is none."""
    return strokes.is_signature(stroke_groups(drawn))


def stroke_groups(drawn) -> tuple:
    try:
        return tuple(strokes.read(drawn)) if isinstance(drawn, str) else ()
    except ValueError:
        return ()
