"""Headers as lists have them, in Chinese and English (field-data.md §7)."""

import pytest

from fieldforms.flow.importing.file_tables import SheetTable
from fieldforms.flow.importing.header_rows import (
    LEFT_OUT,
    UNDECIDED,
    columns_of_sheet,
    destination_of_header,
    is_totals_row,
    row_of_headers,
)
from fieldforms.flow.importing.import_kinds import IMPORT_KINDS, header_of_column, names_of_columns

# The table of field-data.md §7, word for word: our column → 中文 | English.
THIRTY = {
    "asset_no": "资产编号 设备编号 固定资产编号 资产编码|asset tag, asset no, asset id",
    "name": "设备名称 名称 资产名称 品名|name, item name, asset name, equipment",
    "category": "类别 分类 设备类型 资产分类|category, type",
    "brand": "品牌 厂牌|brand, make",
    "manufacturer": "生产厂家 制造商 厂商|manufacturer",
    "model": "型号 规格型号 产品型号|model, model no, part no",
    "spec": "规格 参数 技术参数 配置|spec, specification",
    "serial": "序列号 SN码 出厂编号 机身号|serial, serial no, s/n, sn",
    "client": "客户 甲方 使用单位|client, customer, company",
    "site": "项目 园区 校区|site, project, campus",
    "building": "楼栋 大楼 楼宇|building",
    "floor": "楼层 层|floor, level",
    "room": "房间 会议室 教室 房号|room, space",
    "location": "存放地点 安装位置 位置 地点|location",
    "rack": "机柜 机架|rack, cabinet",
    "rack_unit": "U位 起始U|ru, rack unit",
    "qty": "数量 台数|qty, quantity",
    "unit": "计量单位|unit, uom",
    "state": "状态 使用状态|status, condition",
    "installed_on": "安装日期 启用日期 投用时间|install date, in service",
    "purchased_on": "购置日期 采购日期 购入时间|purchase date",
    "warranty_until": "保修到期 质保截止|warranty end, expires",
    "warranty": "质保期 保修期|warranty, warranty months",
    "supplier": "供应商 供货商|supplier, dealer",
    "price": "单价 原值 金额|price, cost",
    "keeper": "责任人 使用人 保管人|owner, custodian, user",
    "department": "使用部门 部门|department",
    "ip": "IP地址|ip, ip address",
    "mac": "MAC地址 物理地址|mac, mac address",
    "note": "备注 说明|notes, remarks, comments",
}
CALLED = [
    (header, column)
    for column, names in THIRTY.items()
    for header in [*names.split("|")[0].split(), *names.split("|")[1].split(", ")]
]
NAMES = names_of_columns("devices")


def proposals(header: list[str], *rows: list[str], remembered=None) -> dict[str, str]:
    table = SheetTable("x", (tuple(header), *map(tuple, rows)))
    return {each.header: each.destination for each in columns_of_sheet(table, 0, NAMES, {}, remembered or {})}


def test_there_are_thirty():
    assert len(THIRTY) == 30


@pytest.mark.parametrize(("header", "column"), CALLED)
def test_each_name_of_the_thirty_is_recognised(header, column):
    assert proposals([header], ["x"]) == {header: column}


@pytest.mark.parametrize(
    "header",
    ["资产 编号", "资产编号：", "＊资产编号*", " 资产\n编号 ", "资产编号（必填）", "ＡＳＳＥＴ　NO."],
)
def test_spaces_breaks_stars_and_brackets_do_not_count(header):
    assert destination_of_header(header, NAMES) == "asset_no"


def test_a_row_number_is_left_out_and_what_may_be_two_things_is_asked():
    found = proposals(
        ["序号", "No.", "厂家", "vendor", "单位", "管理费"], ["1", "1", "ABC", "ABC", "政务中心", "3"]
    )
    assert found == {
        "序号": LEFT_OUT, "No.": LEFT_OUT, "厂家": UNDECIDED, "vendor": UNDECIDED, "单位": UNDECIDED, "管理费": UNDECIDED,
    }  # fmt: skip


def test_the_unit_of_measure_is_known_by_what_stands_in_it():
    assert proposals(["单位"], ["台"], ["套"]) == {"单位": "unit"}


def test_an_empty_column_goes_nowhere_and_of_two_of_one_name_the_second_is_asked():
    assert proposals(["名称", "名称", "备注"], ["a", "b", ""]) == {"名称": UNDECIDED, "备注": LEFT_OUT}


def test_what_a_person_said_of_a_header_is_remembered():
    assert proposals(["厂 家"], ["ABC"], remembered={"厂家": "supplier"}) == {"厂 家": "supplier"}


def test_the_header_is_the_row_with_most_hits_in_the_first_twenty():
    rows = [
        ("2024 年清单", "", ""),
        ("", "", ""),
        ("名称", "位置", "x"),
        ("设备名称", "型号", "序列号"),
        ("a", "b", "c"),
    ]
    assert row_of_headers(SheetTable("x", tuple(rows)), NAMES) == 3


def test_a_merged_header_above_names_a_column_whose_own_is_empty():
    table = SheetTable("x", (("资产编号", "安装", "安装"), ("", "楼栋", "房间"), ("1", "A", "302")))
    header = row_of_headers(table, NAMES)
    assert header == 1
    assert [each.destination for each in columns_of_sheet(table, header, NAMES, {}, {})] == [
        "asset_no",
        "building",
        "room",
    ]


def test_a_header_of_two_rows_is_its_lower_one_though_the_upper_has_more_names():
    upper = ("资产编号", "名称", "型号", "序列号", "安装位置", "安装位置", "数量")
    table = SheetTable(
        "x", (upper, ("", "", "", "", "楼栋", "房间", ""), ("1", "投影机", "", "", "", "302", "1"))
    )
    header = row_of_headers(table, NAMES)
    assert header == 1
    assert [each.destination for each in columns_of_sheet(table, header, NAMES, {}, {})] == [
        "asset_no", "name", LEFT_OUT, LEFT_OUT, LEFT_OUT, "room", "qty",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "row", [["合计", "3"], ["", "总计：", "3"], ["小 计"], ["Total", "3"], ["合计（台）"], ["共计3台"]]
)
def test_a_row_of_totals_is_none(row):
    assert is_totals_row(row)


@pytest.mark.parametrize("row", [["合计算机"], ["总计划调度台"], ["Totally"], ["一号会议室"]])
def test_a_device_whose_name_begins_so_is_no_total(row):
    assert not is_totals_row(row)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("kind", IMPORT_KINDS)
def test_our_own_headers_are_recognised(kind, lang):
    """The template's and the export's."""
    names = names_of_columns(kind)
    ours = {column: header_of_column(kind, column, lang) for column in IMPORT_KINDS[kind].columns}
    assert {column: destination_of_header(header, names) for column, header in ours.items()} == {
        each: each for each in ours
    }
