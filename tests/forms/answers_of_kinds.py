"""An answer of every kind, and how it reads."""

from tests.forms.tiny import text

NOW = "2026-11-24T14:10"
PHOTO = "ab" * 32
COUNTS = [
    {"name": "checked", "label": text("检查"), "unit": text("个")},
    {"name": "handled", "label": text("处理"), "unit": text("个")},
]
CHOICES = [
    {"name": "red", "label": {"zh": "红", "en": "Red"}},
    {"name": "blue", "label": {"zh": "蓝", "en": "Blue"}},
]

ROW = [
    {"name": "site", "type": "text", "label": text("名称")},
    {"name": "checked", "type": "yes_no", "label": text("已查")},
]

# An answer of every kind as it is sealed, and how it reads: (field words, value, Chinese, English)
EXAMPLES = {
    "text": ({}, "机房", "机房", "机房"),
    "long_text": ({}, "一\n二", "一\n二", "一\n二"),
    "hidden": ({}, "17", "17", "17"),
    "phone": ({}, "13857100001", "138 5710 0001", "138 5710 0001"),
    "integer": ({}, 7, "7", "7"),
    "decimal": ({}, "1.50", "1.50", "1.50"),
    "date": ({}, "2026-11-24", "2026年11月24日", "24 Nov 2026"),
    "datetime": ({}, "2026-11-24T14:10", "2026年11月24日 14:10", "24 Nov 2026 14:10"),
    "select_one": ({"choices": CHOICES}, "red", "红", "Red"),
    "yes_no": ({}, "yes", "是", "Yes"),
    "select_multiple": ({"choices": CHOICES}, ["red", "blue"], "红、蓝", "Red, Blue"),
    "photos": ({}, [PHOTO, "0f" * 32], "2 张", "2"),
    "documents": ({}, [PHOTO, "0f" * 32], "PDF 2 份", "2 PDF"),
    "user": ({}, {"id": 3, "name": "陈志远"}, "陈志远", "陈志远"),
    "devices": (
        {}, [{"code": "7K3QF9X2MN", "name": "功放", "category": "amplifier", "place": "会议室"}], "功放", "功放",
    ),
    "two_counts": ({"counts": COUNTS}, {"counts": [6, 1], "note": "换了"}, "检查 6，处理 1，换了", "检查 6, 处理 1, 换了"),
    "normal_or_handled": ({}, {"result": "handled", "note": "重启"}, "异常已处理：重启", None),
    "part": ({}, {"id": 3, "name": "投影灯泡", "model": "ELPLP96", "unit": "只"}, "投影灯泡 ELPLP96", "投影灯泡 ELPLP96"),
    "repeat": ({"field": ROW}, [{"site": "一会场", "checked": "yes"}, {}], "一会场，是", "一会场, Yes"),
    "signature": ({}, {"name": "丁一", "typed": True}, "丁一", "丁一"),
    "note": ({}, None, "", ""),
}  # fmt: skip
