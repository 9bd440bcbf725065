"""What is typed about a document and about each of its files."""

from fieldforms.errors import N_
from fieldforms.flow.form_input import ChoiceInput, DayInput, TextInput
from fieldforms.flow.register.register_columns import Columns, RegisterColumn
from fieldforms.i18n import LANGUAGE_NAMES

CONFIGURATION = "configuration"
NAMEPLATE = "nameplate"
DOCUMENT_KINDS = {
    "manual": N_("操作说明书"),
    "quick_guide": N_("简明操作手册"),
    "emergency": N_("应急故障排除手册"),
    "training_manual": N_("培训手册"),
    "drawing": N_("图纸"),
    "contract": N_("合同"),
    "report": N_("报告"),
    "rules": N_("制度"),
    CONFIGURATION: N_("配置备份"),
    NAMEPLATE: N_("铭牌照片"),
    "other": N_("其他"),
}
DOCUMENT_LANGUAGES = {"": N_("没有文字，或几种语言"), **LANGUAGE_NAMES, "other": N_("其他语言")}

OF_THE_FILE: Columns = (
    RegisterColumn(
        "edition", TextInput(N_("版本号"), 60, short=True), N_("上面印的，或厂家的叫法，例如 V2.1")
    ),
    RegisterColumn("dated_on", DayInput(N_("日期"), past=True), N_("印刷或备份的日期；配置备份不填就是今天")),
)
DOCUMENT_COLUMNS: Columns = (
    RegisterColumn("kind", ChoiceInput(N_("种类"), DOCUMENT_KINDS)),
    RegisterColumn("title", TextInput(N_("标题"), 120), N_("不填就用文件名")),
    RegisterColumn("note", TextInput(N_("备注"), 2000, lines=2)),
    RegisterColumn("language", ChoiceInput(N_("文字"), DOCUMENT_LANGUAGES)),
)
VERSION_COLUMNS: Columns = (
    *OF_THE_FILE,
    RegisterColumn(
        "version_note", TextInput(N_("这一版的说明"), 500, lines=2), N_("例如：改了哪些、给谁看过")
    ),
)
# A new document and its first file, in one form.
ADDING_COLUMNS: Columns = (*DOCUMENT_COLUMNS[:2], *OF_THE_FILE, *DOCUMENT_COLUMNS[2:])
