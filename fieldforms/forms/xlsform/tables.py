"""What XLSForm's words are here, and why some are nothing."""

import re
from decimal import Decimal

from fieldforms.errors import N_
from fieldforms.forms.kinds.scalars import ISO_DAY
from fieldforms.forms.reading import Unreadable, clean_text, read_day

# What a type may be called: pyxform 4.5, question_type_dictionary.py and aliases.py, whose control and bind say what it asks for.
TYPES_OF_KINDS = {
    "text": "text|string|q string|add text prompt",
    "note": "note|q note|add note prompt",
    "phone": "phone number",
    "integer": "integer|int|q int|add integer prompt|percentage|number of days in last month"
    "|number of days in last six months|number of days in last year|range",
    "decimal": "decimal|q decimal|add decimal prompt",
    "date": "date|q date|add date prompt",
    "datetime": "datetime|date time|q datetime|q date time|add date time prompt|add datetime prompt",
    "select_one": "select one|select1|q select1|select one using|add select one prompt using",
    "select_multiple": "select all that apply|q select|select multiple using|select multiple from"
    "|select all that apply from|add select multiple prompt using",
    "photos": "photo|image|q picture|q image|add image prompt|add photo prompt",
}
LIMITS_OF_TYPES = {
    "percentage": "0 <= . and . <= 100",
    "number of days in last month": "0 <= . and . <= 31",
    "number of days in last six months": "0 <= . and . <= 183",
    "number of days in last year": "0 <= . and . <= 365",
}
NO_SUCH_KIND = N_("没有“%(type)s”这种字段，没有带过来")
TYPES_WITHOUT_KIND = {
    N_("没有计算字段：要么改成人填的字段，要么不要"): "calculate|q calculate|add calculate prompt|hidden",
    N_(
        "没有定位字段，没有带过来"
    ): "geopoint|q geopoint|gps|location|q location|add location prompt|geoshape|q geoshape"
    "|geotrace|q geotrace",
    N_("没有条码字段，没有带过来；扫设备用 devices"): "barcode|q barcode|add barcode prompt",
    N_("没有单独的时刻，没有带过来；可以用 datetime"): "time|q time",
    N_("没有确认框，没有带过来；可以用 yes_no"): "acknowledge|q acknowledge|add acknowledge prompt|trigger",
    N_(
        "只收照片，没有带过来"
    ): "file|add file prompt|osm|audio|q audio|add audio prompt|video|q video|add video prompt",
    N_("选项在外部文件里，没有带过来"): "select one external|xml-external|csv-external",
    N_(
        "单据自己记下时间、人员和设备，不用字段"
    ): "start|start time|get start time|end|end time|get end time|today|get today"
    "|deviceid|device id|get device id|imei|uri:deviceid|phonenumber|get phone number|uri:phonenumber|username|uri:username"
    "|email|uri:email|simserial|sim id|get sim id|uri:simserial|subscriberid|subscriber id|get subscriber id"
    "|uri:subscriberid|audit|start-geopoint|background-audio|background-geopoint",
}


def type_by_name(named: dict[str, str]) -> dict[str, str]:
    return {name: said for said, names in named.items() for name in names.split("|")}


KINDS_OF_XLSFORM, WHY_NOT = type_by_name(TYPES_OF_KINDS), type_by_name(TYPES_WITHOUT_KIND)
KNOWN = set(
    "type name label hint bind default control parameters itemset list_name choices choice_filter actions children "
    "_dynamic_default".split()
)
KNOWN_BIND = {
    "type", "required", "relevant", "constraint", "readonly", "calculate", "jr:constraintMsg", "jr:requiredMsg",
}  # fmt: skip
KNOWN_CONTROL = {
    "type",
    "tag",
    "appearance",
    "jr:count",
    "bodyless",
    "mediatype",
    "query",
    "start",
    "end",
    "step",
}
BOUND_TO_QUESTIONS = (
    "required",
    "constraint",
    "readonly",
)  # on a group they say nothing that our sections could
KNOWN_SETTINGS = set(
    "type name title id_string sms_keyword default_language children choices allow_choice_duplicates".split()
)
YES, NO = ("yes", "true", "true()"), ("", "no", "false", "false()")
SHAPES = {"multiline": "long_text", "signature": "signature"}  # appearances that are kinds of ours
KINDS_SHAPED = {"multiline": "text", "signature": "photos"}
WORDS_FOR_NOW = {("date", "today()"): "today", ("date", "now()"): "now", ("datetime", "now()"): "now"}
NO_STEPS = N_(
    "工作簿里没有步骤：暂由技术员一步填完所有节，从设备、会议室、客户都能开始。请补上谁批准、谁签字"
)
NOT_CARRIED = {
    "relevant": N_("出现的条件没有带过来，总会问"),
    "required": N_("必填的条件没有带过来，可以不填"),
}


def type_of_row(child: dict) -> str:
    """As the tables above write it: "dateTime" and "datetime" are one."""
    return " ".join(str(child["type"]).lower().split())


def kind_of_control(child: dict) -> str | None:
    kind = KINDS_OF_XLSFORM.get(type_of_row(child))
    if kind == "integer" and (child.get("bind") or {}).get("type") == "decimal":  # of a range
        return "decimal"
    shaping = [look for look in looks_of_control(child) if look in SHAPES and KINDS_SHAPED[look] == kind]
    return SHAPES[shaping[0]] if shaping else kind


def looks_of_control(child: dict) -> list[str]:
    return str((child.get("control") or {}).get("appearance", "")).split()


def limits_of_type(child: dict) -> str:
    """The expression that limits an answer by its type alone, "" for none."""
    given = child.get("parameters") or {}
    if type_of_row(child) == "range" and {"start", "end"} <= given.keys():
        least, most = sorted((given["start"], given["end"]), key=Decimal)
        return f"{least} <= . and . <= {most}"
    return LIMITS_OF_TYPES.get(type_of_row(child), "")


def parameters_left(child: dict) -> list[str]:
    """Those that say what nothing of ours does: of a range not its ends, and not that it counts one by one."""
    given = child.get("parameters") or {}
    said = {"start", "end"} if type_of_row(child) == "range" else set()
    if said and kind_of_control(child) == "integer" and given.get("step") == "1":
        said.add("step")
    pairs = given.items() if isinstance(given, dict) else [(str(given), "")]
    return ["=".join(filter(None, map(str, pair))) for pair in pairs if pair[0] not in said]


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
        return plain_day(given)
    return clean_text(given) if kind in ("text", "long_text") else None


def plain_day(given: str) -> str | None:
    try:
        return read_day(given) if ISO_DAY.fullmatch(given) else None
    except Unreadable:
        return None


def one_line(words) -> str:
    return " / ".join(map(str, words.values())) if isinstance(words, dict) else str(words)
