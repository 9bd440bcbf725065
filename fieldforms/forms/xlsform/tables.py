"""What XLSForm's words are here, and why some are nothing."""

import re

from fieldforms.errors import N_
from fieldforms.forms.kinds import clean_text
from fieldforms.forms.kinds.scalars import ISO_DAY

# As pyxform's own table has them, with the names of old workbooks (tests/forms/test_xlsform.py compares).
NAMES_OF_TYPES = {
    "text": "text;string;q string;add text prompt",
    "phone": "phone number",
    "note": "note;q note;add note prompt",
    "integer": "integer;int;q int;add integer prompt;percentage;number of days in last month;"
    "number of days in last six months;number of days in last year",
    "decimal": "decimal;q decimal;add decimal prompt",
    "date": "date;q date;add date prompt",
    "datetime": "dateTime;datetime;date time;q dateTime;q date time;add date time prompt;add dateTime prompt",
    "select_one": "select one;q select1;select one using;add select one prompt using",
    "select_multiple": "select all that apply;q select;select all that apply from;select multiple from;"
    "select multiple using;add select multiple prompt using",
    "photos": "photo;image;picture;q image;q picture;add image prompt",
}
KINDS_OF_XLSFORM = {name: kind for kind, names in NAMES_OF_TYPES.items() for name in names.split(";")}
GEO = "geopoint geoshape geotrace gps location".split()
OF_ITSELF = (
    "start end today deviceid phonenumber username email audit simserial subscriberid start-geopoint".split()
)
NO_SUCH_KIND = N_("没有“%(type)s”这种字段，没有带过来")
WHY_NOT = {
    "calculate": N_("没有计算字段：要么改成人填的字段，要么不要"),
    **dict.fromkeys(GEO, N_("没有定位字段，没有带过来")),
    "barcode": N_("没有条码字段，没有带过来；扫设备用 devices"),
    "time": N_("没有单独的时刻，没有带过来；可以用 datetime"),
    **dict.fromkeys(("acknowledge", "trigger"), N_("没有确认框，没有带过来；可以用 yes_no")),
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
OF_GROUPS = {"relevant"}
KNOWN_SETTINGS = set(
    "type name title id_string sms_keyword default_language children choices allow_choice_duplicates".split()
)
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
    kind = KINDS_OF_XLSFORM.get(child["type"])
    return SHAPES[looks] if {"multiline": "text", "signature": "photos"}.get(looks, "") == kind else kind


def why_not(kind: str) -> str:
    """`q geopoint`, `add location prompt` and `geopoint` are one."""
    return WHY_NOT.get(kind.removeprefix("q ").removeprefix("add ").removesuffix(" prompt"), NO_SUCH_KIND)


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
