"""What is asked of a port and of a cable, each said once."""

import re

from fieldforms.errors import N_
from fieldforms.flow.cabling.signals import DIRECTIONS, SIGNAL_LABELS
from fieldforms.flow.form_input import ChoiceInput, DayInput, NumberInput, TextInput, TilesInput
from fieldforms.flow.register.register_columns import Columns, RegisterColumn
from fieldforms.flow.shaped_inputs import CodeInput, MetresInput

STATED = {"": N_("没说"), "free": N_("空闲"), "used": N_("占用")}
STATUSES = {"installed": N_("已接"), "planned": N_("计划接")}
REMOVED = N_("已拆")
GENDERS = {"": N_("没说"), "male": N_("公头（针）"), "female": N_("母头（孔）")}

PORT_COLUMNS: Columns = (
    RegisterColumn("name", TextInput(N_("接口名称"), 60, needed=True), N_("设备上怎么印就怎么写，例如：HDMI IN 2")),
    RegisterColumn("direction", TilesInput(N_("方向"), DIRECTIONS), N_("直通：墙插、跳线盘，前后各接一根线")),
    RegisterColumn("signal", ChoiceInput(N_("信号"), {"": N_("不清楚"), **SIGNAL_LABELS})),
    RegisterColumn("connector", TextInput(N_("接头"), 40), N_("例如：HDMI A、RJ45、凤凰 3P")),
    RegisterColumn("gender", TilesInput(N_("公母"), GENDERS)),
    RegisterColumn("face", TextInput(N_("面板、分组"), 40), N_("例如：背面、第 2 块卡")),
    RegisterColumn("place", NumberInput(N_("面板上的顺序"), 9_999), N_("从左到右、从上到下")),
    RegisterColumn("stated", TilesInput(N_("勘察时"), STATED), N_("没有登记接线时，按这个算空闲")),
    RegisterColumn("note", TextInput(N_("备注"), 200)),
)  # fmt: skip

CONNECTION_COLUMNS: Columns = (
    RegisterColumn("number", CodeInput(N_("线号"), 30, needed=True, short=True), N_("两头的标签上写的编号")),
    RegisterColumn("kind", TextInput(N_("线型"), 60), N_("例如：HDMI 2.0 光纤线")),
    RegisterColumn("length", MetresInput(N_("长度（米）"))),
    RegisterColumn("colour", TextInput(N_("颜色"), 30, short=True)),
    RegisterColumn("status", TilesInput(N_("状态"), STATUSES)),
    RegisterColumn("since", DayInput(N_("哪天接的"), past=True)),
    RegisterColumn("tested_on", DayInput(N_("哪天测试的"), past=True), N_("最近一次测通的日期")),
    RegisterColumn("note", TextInput(N_("备注"), 500, lines=2)),
)  # fmt: skip

CABLE_NUMBER = re.compile(r"([A-Z]{1,6})-([0-9]{1,6})(?![0-9])")


def number_parts(number: str) -> dict:
    """What the next number is counted by: H-014 and H-014-A are the fourteenth of H."""
    found = CABLE_NUMBER.match(number)
    return {"prefix": found[1], "serial": int(found[2])} if found else {"prefix": "", "serial": None}


def number_in_words(prefix: str, serial: int) -> str:
    return f"{prefix}-{serial:03}"


def length_in_metres(length: int | None) -> float | None:
    """Of a length in cm."""
    return None if length is None else length / 100
