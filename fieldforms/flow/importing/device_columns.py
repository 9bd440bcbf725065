"""The columns that a list of devices may bring: those of the register, and what leads to them. All thirty of field-data.md §7
have a place, and the mapping page says which.
"""

import re

from fieldforms.errors import N_
from fieldforms.flow.form_input import ChoiceInput, Input, RowInput, TextInput
from fieldforms.flow.importing.cell_reading import BETWEEN_WORDS, letters_of_word
from fieldforms.flow.importing.list_rows import ImportColumn
from fieldforms.flow.importing.row_keepers import CLIENT_COLUMN_OF_LIST
from fieldforms.flow.register.column_headers import CATEGORY_WORDS, DEVICE_STATE_WORDS
from fieldforms.flow.register.register_columns import (
    CATEGORIES,
    DEVICE_COLUMNS,
    DEVICE_STATES,
    RegisterColumn,
)

CODES_OF_DEVICES = frozenset("serial asset_no ip mac rack rack_unit".split())


def words_by_letters(table: dict[str, str]) -> dict[str, str]:
    """Word → value, of {value: words separated by "|"}."""
    return {letters_of_word(word): value for value, words in table.items() for word in words.split("|")}


WORDS_OF_CATEGORIES = {
    letters_of_word(word): value for value, label in CATEGORIES.items() for word in BETWEEN_WORDS.split(label)
} | words_by_letters(CATEGORY_WORDS)
# Any of them in a device's name, the longest first; single letters say nothing.
CATEGORY_IN_NAME = re.compile(
    "|".join(
        rf"(?<![a-z0-9]){re.escape(word)}(?![a-z])" if word.isascii() else re.escape(word)
        for word in sorted(WORDS_OF_CATEGORIES, key=len, reverse=True)
        if len(word) > 1
    )
)


def column_of_list(column: RegisterColumn) -> ImportColumn:
    is_category = column.name == "category"
    words = WORDS_OF_CATEGORIES if is_category else {}
    is_code = column.name in CODES_OF_DEVICES
    return ImportColumn(column.name, column.kind, is_code=is_code, is_fixed=is_category, words=words)


def helper_column(name: str, label: str, hint: str, kind: Input | None = None, **rest) -> ImportColumn:
    return ImportColumn(name, kind or TextInput(label, 250), hint, is_helper=True, **rest)


DEVICE_LIST_COLUMNS: tuple[ImportColumn, ...] = (
    CLIENT_COLUMN_OF_LIST,
    helper_column("site", N_("项目、园区、校区"), N_("写在房间名称前面，例如：东校区 3号楼 302")),
    helper_column("building", N_("楼栋"), N_("和房间名称一起认房间；要新建的房间叫“3号楼 302”")),
    helper_column("floor", N_("楼层"), N_("只写进要新建的房间；已有房间的楼层不改")),
    ImportColumn("room", RowInput(N_("房间")), N_("按客户和名称找；没有的会先问要不要新建"), is_helper=True),
    *(column_of_list(column) for column in DEVICE_COLUMNS if column.name != "room"),
    ImportColumn("state", ChoiceInput(N_("状态"), DEVICE_STATES), default="in_use", words=words_by_letters(DEVICE_STATE_WORDS)),
    helper_column("warranty", N_("质保期"), N_("从安装日期（没有就从购置日期）算出质保到期；有质保到期的不算")),
    helper_column("qty", N_("数量"), N_("大于一时会问：登记几台，还是一条"), is_code=True),
    helper_column("unit", N_("计量单位"), N_("和数量写在一起，自己不存")),
    helper_column("label", N_("标签编码"), N_("贴在设备上的；空白的会绑定，已有的用来认出设备"), is_code=True),
    helper_column("id", N_("档案号"), N_("我们导出的表里有，用来认出设备"), is_code=True),
)  # fmt: skip
