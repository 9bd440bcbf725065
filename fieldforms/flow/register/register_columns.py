"""The columns of the registers, each said once: its form, how it is read, the search, what forms are prefilled with, what
surveys take over, the spreadsheet and docs/forms.md all go by these rows.

A new column is a row here, and one of the table (store/models.py with a migration). tests/web/register/test_register_columns.py says what lacks.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from fieldforms.errors import N_
from fieldforms.flow import form_changes, form_input
from fieldforms.flow.form_changes import Shown
from fieldforms.flow.form_input import (
    ChoiceInput,
    DayInput,
    FlagInput,
    Input,
    LinesInput,
    NumberInput,
    RowInput,
    SeveralInput,
    TextInput,
    TilesInput,
)
from fieldforms.flow.shaped_inputs import (
    CodeInput,
    EmailInput,
    IpInput,
    MacInput,
    MoneyInput,
    PhoneInput,
)
from fieldforms.i18n import LANGUAGE_NAMES, gettext


@dataclass(frozen=True)
class RegisterColumn:
    """What is typed into a column, and who else goes by it.

    `hint`: stands below the label. `group`: neighbours of one group share a frame with this heading.
    `searched`: the list's search looks into it. `source`: a form may be prefilled from it (`from = "device.serial"`).
    `surveyed`: what a survey found there may be taken over. `fact`: the row's page lists it among other facts.
    `technical`: how a device is connected and set up, read with the clearance where its room is confidential (technical_words.py).
    `width`: of the spreadsheet, in characters. `suggests`: the endpoint that offers what is known while it is typed.
    """

    name: str
    kind: Input
    hint: str = ""
    group: str = ""
    searched: bool = False
    source: bool = False
    surveyed: bool = False
    fact: bool = False
    technical: bool = False
    width: int = 16
    suggests: str = ""


Columns = tuple[RegisterColumn, ...]

# Definitions count scanned devices by these names (`category` of a field).
CATEGORIES = {
    "microphone": N_("话筒、会议单元"),
    "mixer": N_("调音台"),
    "processor": N_("音频处理器"),
    "amplifier": N_("功放"),
    "speaker": N_("音箱"),
    "camera": N_("摄像机"),
    "codec": N_("视频会议终端"),
    "projector": N_("投影机"),
    "display": N_("显示器"),
    "led_wall": N_("LED 屏"),
    "matrix": N_("矩阵、切换器"),
    "control": N_("中央控制"),
    "player": N_("播放设备"),
    "recorder": N_("录播、录音"),
    "server": N_("服务器、计算机"),
    "network": N_("网络设备"),
    "power": N_("电源、时序器"),
    "other": N_("其他"),
}

# How a device fares, as long as it is not retired. Its form does not ask: flow/register/device_events.py.
DEVICE_STATES = {
    "in_use": N_("在用"),
    "faulty": N_("故障"),
    "away": N_("送修"),
    "standby": N_("备用"),
}

GROUP_OF_PLACING = N_("机柜、网络、规格")
GROUP_OF_PURCHASE = N_("购置、质保、使用")
FOLDED_GROUPS = frozenset({GROUP_OF_PLACING, GROUP_OF_PURCHASE})  # until something stands in them

DEVICE_COLUMNS: Columns = (
    RegisterColumn("name", TextInput(N_("名称"), 120, needed=True), N_("现场一看就明白的叫法，例如：一号会议室投影机"),
           searched=True, source=True, surveyed=True),
    RegisterColumn("category", ChoiceInput(N_("类别"), CATEGORIES), source=True, surveyed=True),
    RegisterColumn("room", RowInput(N_("房间"), N_("不在房间里，或还没登记"))),
    RegisterColumn("location", TextInput(N_("安装位置"), 120), N_("房间里哪里能找到它，例如：讲台里"), searched=True, fact=True),
    RegisterColumn("brand", TextInput(N_("品牌"), 60), searched=True, source=True, surveyed=True),
    RegisterColumn("model", TextInput(N_("型号"), 120), N_("登记过的型号，类别、品牌和厂家可以空着"), searched=True, source=True, surveyed=True, suggests="models.suggest"),
    RegisterColumn("serial", CodeInput(N_("序列号"), 120), searched=True, source=True, surveyed=True),
    RegisterColumn("asset_no", CodeInput(N_("固定资产编号"), 60), searched=True, source=True, fact=True),
    RegisterColumn("manufacturer", TextInput(N_("厂家"), 120), source=True, surveyed=True, suggests="makers.suggest"),
    RegisterColumn("manufacturer_phone", PhoneInput(N_("厂家电话"), 40), N_("厂家档案里没有的号码，例如本地的维修站"), source=True, surveyed=True),
    RegisterColumn("installed_on", DayInput(N_("安装日期"), past=True), N_("用来算已用年数"), source=True, surveyed=True),
    RegisterColumn("installed_about", FlagInput(N_("安装日期是估计的")), N_("只知道大约用了几年时")),
    RegisterColumn("interfaces", TextInput(N_("接口"), 1000, lines=2), N_("例如：HDMI 输入 ×4，RS-232 ×1"),
           searched=True, source=True, surveyed=True, fact=True, technical=True),
    RegisterColumn("spare_interfaces", TextInput(N_("空闲接口"), 1000, lines=2), N_("没有占用的接口，可以按它查找设备"),
           searched=True, source=True, surveyed=True, technical=True),
    RegisterColumn("note", TextInput(N_("备注"), 2000, lines=2), source=True, fact=True, technical=True),
    RegisterColumn("rack", TextInput(N_("机柜"), 30, short=True), "", GROUP_OF_PLACING, searched=True, fact=True),
    RegisterColumn("rack_unit", TextInput(N_("U 位"), 20, short=True), N_("从下往上数，例如 12 或 12-14"), GROUP_OF_PLACING, fact=True),
    RegisterColumn("ip", IpInput(N_("IP 地址")), "", GROUP_OF_PLACING, searched=True, source=True, fact=True, technical=True),
    RegisterColumn("mac", MacInput(N_("MAC 地址")), "", GROUP_OF_PLACING, searched=True, source=True, fact=True, technical=True),
    RegisterColumn("rated_voltage", TextInput(N_("额定电压"), 30, short=True), "", GROUP_OF_PLACING, source=True, fact=True),
    RegisterColumn("spec", TextInput(N_("规格参数"), 250), "", GROUP_OF_PLACING, fact=True),
    RegisterColumn("purchased_on", DayInput(N_("购置日期"), past=True), "", GROUP_OF_PURCHASE, fact=True),
    RegisterColumn("price", MoneyInput(N_("购置价")), N_("元"), GROUP_OF_PURCHASE, fact=True),
    RegisterColumn("supplier", TextInput(N_("供应商"), 120), "", GROUP_OF_PURCHASE, searched=True, fact=True),
    RegisterColumn("warranty_until", DayInput(N_("质保到期")), "", GROUP_OF_PURCHASE, source=True, fact=True),
    RegisterColumn("keeper", TextInput(N_("使用人"), 60), N_("客户那边谁用它、谁管它"), GROUP_OF_PURCHASE, searched=True, fact=True),
    RegisterColumn("department", TextInput(N_("使用部门"), 60), "", GROUP_OF_PURCHASE, searched=True, fact=True),
)  # fmt: skip

MODEL_COLUMNS: Columns = (
    RegisterColumn("brand", TextInput(N_("品牌"), 60)),
    RegisterColumn("name", TextInput(N_("型号"), 120, needed=True), N_("改了以后，这个型号的设备都跟着改。")),
    RegisterColumn("category", ChoiceInput(N_("类别"), CATEGORIES)),
    RegisterColumn("manufacturer", TextInput(N_("厂家"), 120), suggests="makers.suggest"),
    RegisterColumn("manufacturer_phone", PhoneInput(N_("厂家电话"), 40)),
    RegisterColumn("try_first", LinesInput(N_("报修前先试一下"), 5, 80), N_("一行一条，扫码报修的人会看到，例如：看电源灯亮不亮")),
    RegisterColumn("note", TextInput(N_("备注"), 2000, lines=2), fact=True),
)  # fmt: skip

# What `takes_over` takes from a survey's rows into the register; all else that they are prefilled with stays as it is.
SURVEYED_SOURCES = tuple(f"device.{column.name}" for column in DEVICE_COLUMNS if column.surveyed)

PART_KINDS = {"part": N_("备件"), "tool": N_("工具"), "loan_unit": N_("备机")}
MOST_COUNTED, MOST_HOURS = 99_999, 99_999

PART_COLUMNS: Columns = (
    RegisterColumn("name", TextInput(N_("名称"), 120, needed=True), N_("仓库里的叫法，例如：HDMI 光纤线 20 米"), searched=True, width=28),
    RegisterColumn("kind", TilesInput(N_("类别"), PART_KINDS), width=10),
    RegisterColumn("owner", RowInput(N_("归属"), N_("公司"), means_something=True), N_("客户自己的备件，只能用在那个客户那里")),
    RegisterColumn("brand", TextInput(N_("品牌"), 60), searched=True),
    RegisterColumn("model", TextInput(N_("型号"), 120), searched=True, width=20),
    RegisterColumn("unit", TextInput(N_("单位"), 10), N_("个、条、台、卷……"), width=8),
    RegisterColumn("low_at", NumberInput(N_("低库存提醒"), MOST_COUNTED), N_("公司库里不多于这个数时提醒；客户自有的，看客户现场"), width=12),
    RegisterColumn("price", MoneyInput(N_("单价")), N_("元；统计里按它算用掉的备件值多少")),
    RegisterColumn("note", TextInput(N_("备注"), 2000, lines=2), searched=True, fact=True, width=40),
)  # fmt: skip

CLIENT_TYPES = {
    "under_warranty": N_("保内"),
    "yearly_contract": N_("按年"),
    "per_call_contract": N_("按次"),
    "request_letter": N_("联络函"),
}
# 服务方式 (company.md row 12), as agreed with each client.
SERVICE_MODES = {
    "loan_unit": N_("备机"),
    "resident": N_("驻场"),
    "remote": N_("远程"),
    "visits": N_("定期巡检"),
    "call_out": N_("故障应急"),
}

CLIENT_COLUMNS: Columns = (
    RegisterColumn("name", TextInput(N_("客户名称"), 120, needed=True), N_("和合同上一样，单据上会印出来。"), source=True),
    RegisterColumn("short_name", TextInput(N_("简称"), 30, needed=True), N_("列表里用，例如：市政务中心")),
    RegisterColumn("address", TextInput(N_("地址"), 200), source=True),
    RegisterColumn("phone", PhoneInput(N_("电话"), 40)),
    RegisterColumn("working_hours", TextInput(N_("工作时间"), 500, lines=2), N_("驻场人员按客户的时间上班，加班也按它算。"), source=True),
    RegisterColumn("type", TilesInput(N_("客户属性"), {"": N_("按日期判断"), **CLIENT_TYPES})),
    RegisterColumn("warranty_until", DayInput(N_("保内到期"))),
    RegisterColumn("contract_no", TextInput(N_("合同编号"), 60), fact=True),
    RegisterColumn("contract_from", DayInput(N_("合同开始"))),
    RegisterColumn("contract_until", DayInput(N_("合同到期"))),
    RegisterColumn("calls_total", NumberInput(N_("合同次数")), N_("按次合同：合同期内一共几次。")),
    RegisterColumn("visits_per_year", NumberInput(N_("每年巡检次数"), 366)),
    RegisterColumn("hours_per_year", NumberInput(N_("每年服务小时"), MOST_HOURS), N_("合同约定一年大约用多少小时；统计里拿它和实际比。")),
    RegisterColumn("service_modes", SeveralInput(N_("服务方式"), SERVICE_MODES)),
    RegisterColumn("language", TilesInput(N_("给客户看的语言"), LANGUAGE_NAMES)),
    RegisterColumn("reporting", FlagInput(N_("扫码的人可以填单报修")), N_("关闭后，扫码的人只看到驻场人员的电话。"), N_("报修")),
    RegisterColumn("note", TextInput(N_("备注"), 2000, lines=2), fact=True, width=40),
)  # fmt: skip

GROUP_AT_CLIENT = N_("在这个客户那里")

# 用户资料 (company.md, row 7): landline, mobile, office; the machine room's floor and the site stand with the rooms.
CONTACT_COLUMNS: Columns = (
    RegisterColumn("name", TextInput(N_("姓名"), 60, needed=True)),
    RegisterColumn("title", TextInput(N_("职务"), 60)),
    RegisterColumn("mobile", PhoneInput(N_("手机"), 40)),
    RegisterColumn("phone", PhoneInput(N_("座机"), 40)),
    RegisterColumn("email", EmailInput(N_("邮箱"), 120, type="email"), width=24),
    RegisterColumn(
        "office", TextInput(N_("办公地点"), 120), N_("哪栋楼、哪个房间，例如：行政楼 305"), width=24
    ),
    RegisterColumn("floor", TextInput(N_("办公楼层"), 30, short=True)),
    RegisterColumn(
        "lead", FlagInput(N_("主管领导")), N_("批准来访和资料借阅，不需要账号。"), GROUP_AT_CLIENT
    ),
    RegisterColumn(
        "room_keeper", FlagInput(N_("机房管理人员")), N_("涉密或重要会议时也可以进机房。"), GROUP_AT_CLIENT
    ),
)

ROOM_KINDS = {
    "control": N_("机房"),
    "venue": N_("使用场所"),
    "office": N_("管理人员办公室"),
    "other": N_("其他"),
}
GROUP_OF_RULES = N_("规定")

ROOM_COLUMNS: Columns = (
    RegisterColumn("name", TextInput(N_("房间名称"), 120, needed=True), N_("客户怎么叫就怎么写，例如：302 视频会议室"), source=True),
    RegisterColumn("kind", TilesInput(N_("用途"), {"": N_("没登记"), **ROOM_KINDS})),
    RegisterColumn("building", TextInput(N_("楼栋"), 60), N_("有几栋楼时才填，例如：B 座"), source=True),
    RegisterColumn("floor", TextInput(N_("楼层"), 30, short=True), source=True),
    RegisterColumn("no_phones", FlagInput(N_("禁手机")), N_("先给空白纸质单据，出来后再录入。"), GROUP_OF_RULES),
    RegisterColumn("no_cameras", FlagInput(N_("禁拍照")), N_("房间里不提示拍照。"), GROUP_OF_RULES),
    RegisterColumn("confidential", FlagInput(N_("涉密")), N_("这个房间以前和以后的单据，只有做过它的人和有权限的人看得到；每次查看都会留下记录。以后取消这一项，只管再新开的单据；已有的要一张一张解除。"), GROUP_OF_RULES),
    RegisterColumn("modes", LinesInput(N_("会议模式"), 20, 60), N_("一行一个，例如：本地会议")),
    RegisterColumn("power_on", LinesInput(N_("开机顺序"), 40, 200, 8), N_("一行一步，从上到下。开机检查和简明手册都用它。")),
)  # fmt: skip


def read_columns(columns: Iterable[RegisterColumn], given: Mapping[str, str]) -> dict:
    """Name → value from what was typed. Raises Invalid with (input name, sentence, values)."""
    return form_input.read_input(inputs_of_columns(columns), given)


def value_of_column(columns: Iterable[RegisterColumn], name: str, text: str):
    """What a column keeps of a sealed answer, which is not refused any more: at worst as it stands."""
    return column_of(columns, name).kind.value_or_typed(text)


def inputs_of_columns(columns: Iterable[RegisterColumn]) -> dict[str, Input]:
    return {column.name: column.kind for column in columns}


def changes_of_row(
    columns: Iterable[RegisterColumn], row, values: Mapping, shown: Shown, action: str
) -> dict:
    """As form_changes.changes_of_form, of a row as it stands under the writer's lock. Raises ChangedMeanwhile."""
    about = action, str(row.id)
    return form_changes.changes_of_form(inputs_of_columns(columns), row.__data__, values, shown, about)


def input_texts(columns: Iterable[RegisterColumn], values: Mapping) -> dict[str, str]:
    """The other way round: the columns' values as their inputs show them."""
    return form_changes.texts_of_values(inputs_of_columns(columns), values)


def with_choices(columns: Columns, **names: Mapping[str, str]) -> Columns:
    """The columns with what these choices offer here: value → label."""
    return tuple(
        replace(column, kind=replace(column.kind, names=names[column.name]))
        if column.name in names and isinstance(column.kind, ChoiceInput | RowInput)
        else column
        for column in columns
    )


def searched_names(columns: Iterable[RegisterColumn]) -> list[str]:
    return [column.name for column in columns if column.searched]


def searched_labels(columns: Iterable[RegisterColumn]) -> list[str]:
    return [column.kind.label for column in columns if column.searched]


def columns_by_group(columns: Iterable[RegisterColumn]) -> list[tuple[str, list[RegisterColumn], bool]]:
    """(heading or "", its columns, is it folded), in order."""
    groups = groupby(columns, lambda column: column.group)
    return [(group, list(found), group in FOLDED_GROUPS) for group, found in groups]


def facts_in_words(columns: Iterable[RegisterColumn], row, lang: str) -> list[tuple[str, str]]:
    """(label, words) of what the row's page lists, where it says something."""
    said = ((column.kind, getattr(row, column.name)) for column in columns if column.fact)
    return [(gettext(kind.label, lang), kind.words(value, lang)) for kind, value in said if value]


def column_of(columns: Iterable[RegisterColumn], name: str) -> RegisterColumn:
    return next(column for column in columns if column.name == name)


def label_of_column(columns: Iterable[RegisterColumn], name: str) -> str:
    return column_of(columns, name).kind.label
