"""Stages and deliverables are data: the company's eight, or a file of its own, read strictly at a start."""

from dataclasses import replace

import pytest

from fieldforms import config, i18n
from fieldforms.errors import BadSetting, BadStages
from fieldforms.flow.documents.document_columns import DOCUMENT_KINDS
from fieldforms.flow.library import form_files
from fieldforms.flow.papers.paper_library import paper_templates
from fieldforms.flow.papers.room_papers import ROOM_PAPERS
from fieldforms.flow.stages import stage_files

PAPERS = [*paper_templates(), *ROOM_PAPERS]
# company.md, row 13, in its words; what the house writes itself is called as the paper is
ROW_13 = {
    "移交": "建设清单及更改增加清单 施工图纸及线路改造附图 竣工图纸 操作手册（文本、电子版） 用户通讯记录表",
    "勘测": "设备使用情况表 系统连接线路图：音频 系统连接线路图：视频 系统连接线路图：中控 系统连接线路图：电源 系统连接线路图：网络 故障点统计",
    "报告": "服务外包调研报告 服务外包调研报告（内部）",
    "方案": "报公司批准 给用户讲解并达成共识",
    "合同": "合同",
    "实施": "驻场人员管理制度 服务人员职责 会议系统安全保密管理制度 服务内容 服务方式 备品备件、工具管理办法 系统管理办法 简明操作手册 特殊设备操作手册 应急故障排除手册",
    "管理": "成本控制 过程控制（与约定的服务对照）",
    "运行": "正常运行 运维方向研究（定期与用户沟通）",
}


@pytest.fixture
def own(settings, tmp_path):
    """`own(text)`: a start with this file of stages."""

    def start(text: str) -> None:
        path = tmp_path / "stages.toml"
        path.write_text(text, encoding="utf-8")
        config.use(replace(settings, stages=path))
        stage_files.check_stages(PAPERS)

    return start


STAGE = '[[stage]]\nname = "one"\nlabel = { zh = "一", en = "One" }\n'
ITEM = '[[stage.deliverable]]\nname = "paper"\nlabel = { zh = "纸", en = "Paper" }\n'


def test_the_eight_stages_yield_all_that_the_method_names(settings):
    found = {
        stage.label["zh"]: " ".join(each.label["zh"] for each in stage.deliverables)
        for stage in stage_files.stages_in_use()
    }
    assert list(found.items()) == list(ROW_13.items())


def test_each_has_an_english_name_and_a_kind_of_document(settings):
    for name, each in stage_files.deliverables_in_use().items():
        assert each.document in DOCUMENT_KINDS and each.label["en"].isascii(), name


def test_every_paper_of_the_house_fulfils_something_that_is_called_and_kept_as_it_is(settings):
    asked = {each.paper: each for each in stage_files.deliverables_in_use().values() if each.paper}
    assert asked.keys() == set(PAPERS)
    for name, template in paper_templates().items():
        assert asked[name].internal == template.internal, name
        assert asked[name].document == template.kind, name
        if name != "service-scope":  # one paper, of which the method asks two things
            assert asked[name].label == template.title, name
    for name, (kind, title) in ROOM_PAPERS.items():
        label = {lang: i18n.gettext(title, lang) for lang in ("zh", "en")}
        assert (asked[name].document, asked[name].label) == (kind, label), name


def test_a_client_is_taken_over_until_all_is_implemented(settings):
    stages = stage_files.stages_in_use()
    assert [each.taking_over for each in stages] == [True] * 6 + [False] * 2 and stages[5].label[
        "zh"
    ] == "实施"


def test_the_sheets_that_fulfil_something_ask_about_it(settings):
    forms = form_files.readable_definitions(form_files.form_files())
    assert not list(stage_files.mistakes_about_forms(stage_files.stages_in_use(), forms))
    fulfilled = {
        each.name: {rule.form for rule in each.sheets} for each in stage_files.stages_in_use()[0].deliverables
    }
    assert set().union(*fulfilled.values()) == {"handover"} and all(fulfilled.values())


def test_a_company_has_stages_of_its_own(own):
    own(STAGE + ITEM)
    assert [(each.name, each.taking_over) for each in stage_files.stages_in_use()] == [("one", False)]
    assert list(stage_files.deliverables_in_use()) == ["paper"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "缺少 stage"),
        ("stage = 3", "要写一组表"),
        ("[[stage", "不是有效的 TOML"),
        (STAGE, "缺少 deliverable"),
        (STAGE + "deliverable = []", "至少要有一项"),
        (STAGE + ITEM + ITEM, "名称重复：paper"),
        (STAGE + ITEM + STAGE + ITEM.replace("paper", "more"), "名称重复：one"),
        (STAGE + ITEM.replace('"paper"', '"Pa per"'), "小写字母"),
        (STAGE + ITEM.replace(', en = "Paper"', ""), "要有中文和英文"),
        (STAGE + "order = 3\n" + ITEM, "不认识的键 order"),
        (STAGE + 'taking_over = "yes"\n' + ITEM, "只能是 true 或 false"),
        (STAGE + ITEM + 'document = "novel"', "没有这种资料：novel"),
        (STAGE + ITEM + 'paper = "novel"', "没有这份报告、制度或手册：novel"),
        (STAGE + ITEM + 'paper = 3', "paper"),
        (STAGE + ITEM + 'internal = "yes"', "只能是 true 或 false"),
        (STAGE + ITEM + 'sheets = [{ form = "nothing" }]', "没有表单 nothing"),
        (STAGE + ITEM + 'sheets = [{ form = "handover", done = { nothing = "x" } }]', "里没有 nothing"),
        (STAGE + ITEM + 'sheets = [{ form = "handover", done = { any_of = ["nope"] } }]', "里没有 nope"),
        (STAGE + ITEM + 'sheets = [{ form = "handover", done = { manuals = "recieved" } }]', "没有选项"),
        (STAGE + ITEM + 'sheets = [{ form = "handover", not_needed = { manuals = [] } }]', "永远不会成立"),
        (STAGE + ITEM + 'sheets = [{ form = "service-contact", done = { satisfaction = "satisfied" } }]', "阶段不看它"),
        (STAGE + ITEM + 'sheets = [{ done = {} }]', "缺少 form"),
        (STAGE + ITEM + 'sheets = "handover"', "要写一组表"),
    ],
)  # fmt: skip
def test_a_start_with_a_bad_file_is_refused_and_says_where(own, text, said):
    with pytest.raises(BadStages) as refused:
        own(text)
    assert said in str(refused.value) and "阶段的定义有错误" in str(refused.value)
    assert i18n.sentence(refused.value.sentence, "en", **refused.value.values)


def test_a_file_that_is_no_text_is_refused(own, settings, tmp_path):
    (tmp_path / "odd.toml").write_bytes(b"\xff\xfe\x00")
    config.use(replace(settings, stages=tmp_path / "odd.toml"))
    with pytest.raises(BadStages):
        stage_files.check_stages(PAPERS)


def test_a_setting_that_names_no_file_is_refused(tmp_path):
    with pytest.raises(BadSetting):
        config.read({"FIELDFORMS_STAGES": str(tmp_path)})


def test_all_mistakes_are_named_at_once(own):
    with pytest.raises(BadStages) as refused:
        own(STAGE + ITEM + 'sheets = [{ form = "a" }, { form = "b" }]')
    assert "没有表单 a" in str(refused.value) and "没有表单 b" in str(refused.value)


def test_a_form_of_the_companys_own_keeps_no_start_from_our_stages(settings, tmp_path):
    """It may ask other questions under the same key: what it does not answer fulfils nothing."""
    (tmp_path / "handover.toml").write_text("broken", encoding="utf-8")
    config.use(replace(settings, forms=tmp_path))
    stage_files.check_stages(PAPERS)
