"""What XLSForm's words are here, and why some are nothing."""

import re

from fieldforms.errors import N_
from fieldforms.forms.kinds import clean_text
from fieldforms.forms.kinds.scalars import ISO_DAY

KINDS_OF_XLSFORM = {
    "text": "text",
    "note": "note",
    "integer": "integer",
    "decimal": "decimal",
    "date": "date",
    "dateTime": "datetime",
    "select one": "select_one",
    "select all that apply": "select_multiple",
    "photo": "photos",
}
OF_ITSELF = (
    "start end today deviceid phonenumber username email audit simserial subscriberid start-geopoint".split()
)
NO_SUCH_KIND = N_("没有“%(type)s”这种字段，没有带过来")
WHY_NOT = {
    "calculate": N_("没有计算字段：要么改成人填的字段，要么不要"),
    "geopoint": N_("没有定位字段，没有带过来"),
    "barcode": N_("没有条码字段，没有带过来；扫设备用 devices"),
    "time": N_("没有单独的时刻，没有带过来；可以用 datetime"),
    "acknowledge": N_("没有确认框，没有带过来；可以用 yes_no"),
    "file": N_("只收照片，没有带过来"),
    **dict.fromkeys(("audio", "video"), N_("只收照片，没有带过来")),
    **dict.fromkeys(OF_ITSELF, N_("单据自己记下时间、人员和设备，不用字段")),
}
KNOWN = set(
    "type name label hint bind default control parameters itemset list_name choices choice_filter actions children "
    "_dynamic_default".split()
)
KNOWN_BIND = {
    "required", "relevant", "constraint", "readonly", "calculate", "jr:constraintMsg", "jr:requiredMsg",
}  # fmt: skip
KNOWN_SETTINGS = set("type name title id_string sms_keyword default_language children choices".split())
YES, NO = ("yes", "true", "true()"), ("", "no", "false", "false()")
SHAPES = {"multiline": "long_text", "signature": "signature"}  # appearances that are kinds of ours
WORDS_FOR_NOW = {("date", "today()"): "today", ("date", "now()"): "now", ("datetime", "now()"): "now"}
NO_STEPS = N_(
    "工作簿里没有步骤：暂由技术员一步填完所有节，从设备、会议室、客户都能开始。请补上谁批准、谁签字"
)
NOT_CARRIED = {
    "relevant": N_("出现的条件没有带过来，总会问"),
    "required": N_("必填的条件没有带过来，可以不填"),
}


def kind_of_control(child: dict) -> str | None:
    looks = str((child.get("control") or {}).get("appearance", ""))
    fits = {"multiline": "text", "signature": "photo"}.get(looks) == child["type"]
    return SHAPES[looks] if fits else KINDS_OF_XLSFORM.get(child["type"])


def repeat_counts(children: list[dict]) -> dict[str, str]:
    """pyxform makes a calculation of each repeat_count: its name → what is calculated."""
    named = {str((child.get("control") or {}).get("jr:count", "")) for child in children}
    return {
        child["name"]: str(child["bind"]["calculate"])
        for child in children
        if child.get("type") == "calculate" and f"${{{child['name']}}}" in named
    }


def plain_default(given: str, data: dict):
    """A default as our kinds keep answers; None for one that is none."""
    kind, names = data["type"], [choice["name"] for choice in data.get("choices", ())]
    if kind == "integer":
        return int(given) if re.fullmatch(r"-?\d{1,9}", given) else None
    if kind == "decimal":
        return given if re.fullmatch(r"-?\d+(\.\d+)?", given) else None
    if kind == "select_multiple":
        return given.split() if set(given.split()) <= set(names) else None
    if kind == "select_one":
        return given if given in names else None
    if kind == "date":
        return given if ISO_DAY.fullmatch(given) else None
    return clean_text(given) if kind in ("text", "long_text") else None


def one_line(words) -> str:
    return " / ".join(map(str, words.values())) if isinstance(words, dict) else str(words)
