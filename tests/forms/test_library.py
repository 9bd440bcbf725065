"""The company's three forms, box by box against spec/forms.md §1, §2 and the fault-report row of §3.

The tables below are transcribed from the company's paper by hand: a form that drifts from it fails here.
"""

import re

import pytest

from fieldforms.forms import answers
from fieldforms.forms.checker import check
from fieldforms.forms.kinds import KINDS
from fieldforms.forms.loading import LIBRARY, load

KEYS = ("service-contact", "av-maintenance", "fault-report")
NOW = "2026-11-24T14:10"

CLIENT = [
    ("client_name", "客户名称", "Client"),
    ("contact", "联系人", "Contact person"),
    ("phone", "电话", "Telephone"),
    ("address", "地址", "Address"),
    ("arrival", "服务时间（到达）", "Service time (arrival)"),
    ("departure", "服务时间（离开）", "Service time (departure)"),
]
WORK = [
    ("request", "待服务内容", "Service requested"),
    ("solution", "处理方案", "Proposed solution"),
    ("result", "处理结果", "Result"),
    ("not_completed", "未完成时", "If not completed"),
    ("follow_up_date", "重新联络日期", "Date of follow-up"),
    ("remarks", "备注", "Remarks"),
]
ACCEPTANCE = [
    (
        "1",
        "您的系统设备已经验收并正常工作（确认正常此次服务即作完成处理）",
        "Your system has been inspected and accepted and works normally (confirming this closes the service)",
    ),
    ("2", "请您确认系统的附件是否已交付", "Please confirm that the accessories were handed over"),
    ("3", "您对此次服务是否满意", "How satisfied are you with this service?"),
    ("4", "您不满意的原因是什么", "What were you dissatisfied with?"),
    ("", "对我们的服务请您提出宝贵意见", "Your valued comments on our service"),
]
NOTICE = {
    "zh": "尊敬的客户：请在签名验收时请注意以下事项",  # the doubled 请 is the company's
    "en": "Dear client, before you sign for acceptance please note",
}
CHOICES = {
    "client_type": ["保内客户", "按年合同客户", "按次合同客户", "《联络函》服务客户"],
    "result": ["已完成服务", "未完成服务"],
    "not_completed": ["需返修、更换设备", "需重新联络", "其它见备注"],
    "accessories": ["是", "否", "没有附件"],
    "satisfaction": ["很满意", "满意", "一般", "不满意"],
    "dissatisfied_with": ["服务态度", "技术水平", "响应速度"],
    "outcome": ["现场解决", "指派专业的工程师", "设备厂家", "备件调用", "厂家发配件"],
    "urgency": ["一般", "紧急", "影响会议"],
}

CHECKED = "□ 检查 __ 个，处理 __ 个"
NORMAL = "□ 正常 □ 异常已处理"
MAIN_UNIT = [
    (
        "1",
        "清除机身外壳灰尘，检查有无破损、腐蚀。",
        "Remove dust from the housing; check for damage and corrosion.",
        "□ 清理 __ 台，破损 __ 台",
    ),
    (
        "2",
        "查接头有没有松动、接触不良等加以固定及改善。",
        "Check connectors for looseness and bad contact; fasten and improve.",
        CHECKED,
    ),
    (
        "3",
        "开机检查风扇叶、运行声音是否正常。",
        "Power on; check that fan blades and running noise are normal.",
        CHECKED,
    ),
    (
        "4",
        "检查运行日志，在运行过程中有没有异常报错、有无存在异常退出等给予处理。",
        "Check the running logs for errors and abnormal exits, and deal with them.",
        NORMAL,
    ),
    (
        "5",
        "可连接上网的主机，检查运行是否缓慢，进行查杀病毒或系统恢复，并检查备份的软件、驱动是否完整。",
        (
            "Hosts that go online: check for slowness, scan for viruses or restore the system, "
            "check that backed-up software and drivers are complete."
        ),
        NORMAL,
    ),
]
END_DEVICES = [
    (
        "1",
        "清洁机身外壳、支架及玻璃上的灰尘，检查有没损坏。",
        "Clean dust from housing, bracket and glass; check for damage.",
        "□ 清理 __ 台，损坏 __ 台",
    ),
    (
        "2",
        "检查吊装设备是否牢固，连接线缆是否整齐、美观，接头接触是否良好。",
        "Check that suspended equipment is firm, cables are tidy, connectors make good contact.",
        CHECKED,
    ),
    (
        "3",
        "有辅助设备的清洁外壳灰尘并测试各项功能正常。",
        "Auxiliary devices: clean the housing, test that all functions work.",
        CHECKED,
    ),
    (
        "4",
        "各摄像机视角良好，无树木、新建筑物等障碍物，阻挡视角。",
        "Every camera has a clear view: no trees, new buildings or other obstacles.",
        CHECKED,
    ),
    (
        "5",
        "设备供电电压正常与标称值一致，偏差范围：±10%。",
        "Supply voltage is normal and agrees with the rated value, tolerance ±10 %.",
        CHECKED,
    ),
    (
        "6",
        "检查对比：设备图像有无模糊、发白、偏色、图像不稳、有水波纹等不良现象。",
        "Compare: no blur, washed-out picture, colour cast, unsteady picture, rolling interference.",
        CHECKED,
    ),
    (
        "7",
        "音频设备有无声音破损、杂音、声音大小是否合适。",
        "Audio: no distortion or breaking up, no noise, suitable volume.",
        CHECKED,
    ),
    (
        "8",
        "控制设备各个控制是否正常，信号调用切换是否正常。",
        "Control: every control works; sources are recalled and switched correctly.",
        CHECKED,
    ),
    ("9", "声音控制是否正常。", "Sound control works.", CHECKED),
]
CONCLUSION = [
    ("summary", "维护总结", "Summary"),
    ("person_in_charge", "维护负责人", "Person in charge of maintenance"),
    ("maintenance_date", "维护日期", "Maintenance date"),
]
CHECKS = [
    ("lines_and_interfaces", "检查线路及接口"),
    ("indicator_lights", "检查设备硬件各指示灯及电源是否正常"),
    ("drivers_and_software", "如果存在软件检查驱动及软件是否正常"),
]


def form(key):
    return load(LIBRARY / f"{key}.toml")


@pytest.fixture
def contact():
    return form("service-contact")


@pytest.fixture
def report():
    return form("av-maintenance")


@pytest.fixture
def fault():
    return form("fault-report")


# --- All three ------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", KEYS)
def test_the_checker_finds_nothing_to_mend(key):
    assert form(key).key == key
    assert check(form(key)) == []


@pytest.mark.parametrize("key", KEYS)
def test_every_text_is_chinese_and_english(key):
    texts = list(texts_of(form(key).source))
    assert len(texts) > 50
    for text in texts:
        assert re.search(r"[\u4e00-\u9fff]", text["zh"]), text
        assert text["en"].strip() and not re.search(r"[\u3000-\u9fff\uff00-\uffef]", text["en"]), text


@pytest.mark.parametrize("key", KEYS)
def test_choices_read_as_on_the_paper(key):
    fields = form(key).fields
    for name in CHOICES.keys() & fields.keys():
        assert [choice.label["zh"] for choice in fields[name].choices] == CHOICES[name]


def test_the_three_forms_hold_every_choice_of_the_paper():
    held = {name for key in KEYS for name in form(key).fields}
    assert CHOICES.keys() <= held


@pytest.mark.parametrize(
    ("key", "number", "number_label", "zh", "en"),
    [
        ("service-contact", "FW", "编号", "客户服务联络单", "Customer service contact sheet"),
        (
            "av-maintenance",
            "WH",
            "定期维护单编号",
            "视频、音频、控制系统维护工作报告",
            "Video, audio and control system maintenance report",
        ),
        ("fault-report", "GZ", "编号", "故障报修与排除", "Fault report"),
    ],
)
def test_the_head_is_the_companys(key, number, number_label, zh, en):
    definition = form(key)
    assert (definition.number, definition.number_label["zh"]) == (number, number_label)
    assert definition.label == {"zh": zh, "en": en}


# --- The client's part of both main forms ---------------------------------------------------------


@pytest.mark.parametrize("key", ["service-contact", "av-maintenance"])
def test_the_client_reads_the_papers_notice_and_questions(key):
    section = form(key).section("acceptance")
    assert section.intro == NOTICE
    assert [(f.no, f.label["zh"], f.label["en"]) for f in section.fields] == ACCEPTANCE


@pytest.mark.parametrize("key", ["service-contact", "av-maintenance"])
def test_the_client_signs_and_is_told_what_signing_confirms(key):
    step = form(key).step("acceptance")
    assert (step.by, step.sign) == ("client", {"zh": "客户签字", "en": "Client's signature"})
    assert step.consent["version"] == "1"
    assert all(word in step.consent["zh"] for word in ("阅读", "姓名", "签字时间", "设备"))


@pytest.mark.parametrize("key", ["service-contact", "av-maintenance"])
def test_only_the_supervisor_sees_what_the_client_thought(key):
    private = {field.name: field.private_to for field in form(key).fields.values() if field.private_to}
    assert private == dict.fromkeys(("satisfaction", "dissatisfied_with", "comments"), ("supervisor",))


@pytest.mark.parametrize("key", ["service-contact", "av-maintenance"])
def test_a_satisfied_client_is_not_asked_for_reasons(key):
    given = {"accessories": "none", "satisfaction": "satisfied", "dissatisfied_with": ["attitude"]}
    kept = answers.relevant_answers(form(key), form(key).step("acceptance"), given, {"result": "completed"})
    assert "dissatisfied_with" not in kept


@pytest.mark.parametrize("key", ["service-contact", "av-maintenance"])
@pytest.mark.parametrize(
    ("given", "open_fields"),
    [
        ({"satisfaction": "very_satisfied"}, []),
        ({"satisfaction": "fair"}, []),
        ({"satisfaction": "dissatisfied"}, ["dissatisfied_with"]),
        ({"satisfaction": "dissatisfied", "dissatisfied_with": ["speed"]}, []),
        ({"satisfaction": "dissatisfied", "comments": "等了两天"}, []),
        ({}, ["satisfaction"]),
    ],
)
def test_a_dissatisfied_client_gives_a_reason_or_a_comment(key, given, open_fields):
    assert (
        wrong(form(key), "acceptance", {"accessories": "yes", **given}, {"result": "completed"})
        == open_fields
    )


@pytest.mark.parametrize("key", ["service-contact", "av-maintenance"])
def test_off_the_sheet_stand_the_clients_place_and_the_open_points(key):
    leaving = form(key).section("leaving")
    assert leaving.off_sheet
    assert [f.label["zh"] for f in leaving.fields][:2] == ["已恢复客户环境", "遗留问题"]
    assert {"lamp_hours", "filter_state", "microphone_batteries", "ups_battery_age", "dead_pixels"} <= {
        f.name for f in leaving.fields
    }


# --- Service contact sheet ------------------------------------------------------------------------


def test_the_contact_sheet_has_the_papers_boxes_in_order(contact):
    assert named(contact, "client") == [*CLIENT, ("client_type", "客户属性", "Client type")]
    assert named(contact, "work") == WORK
    assert [step.name for step in contact.steps] == ["work", "acceptance"]


@pytest.mark.parametrize(
    ("given", "open_fields"),
    [
        ({"result": "completed"}, []),
        ({"result": "not_completed"}, ["not_completed"]),
        ({"result": "not_completed", "not_completed": ["return_or_replace"]}, []),
        ({"result": "not_completed", "not_completed": ["follow_up"]}, ["follow_up_date"]),
        ({"result": "not_completed", "not_completed": ["other"]}, ["remarks"]),
        ({"result": "not_completed", "not_completed": ["other"], "remarks": "等客户确定时间"}, []),
    ],
)
def test_a_service_that_is_not_completed_leads_somewhere(contact, given, open_fields):
    known = {"client_name": "市政务中心", "arrival": NOW, "request": "话筒杂音", "solution": "更换端子"}
    assert wrong(contact, "work", {**known, **given}) == open_fields


def test_nobody_leaves_before_they_arrived(contact):
    known = {
        "client_name": "市政务中心",
        "request": "话筒杂音",
        "solution": "更换端子",
        "result": "completed",
    }
    times = {"arrival": "2026-11-24T14:10", "departure": "2026-11-24T13:50"}
    assert wrong(contact, "work", {**known, **times}) == ["departure"]


def test_a_follow_up_is_no_earlier_than_the_visit(contact):
    known = {"client_name": "市政务中心", "arrival": NOW, "request": "话筒杂音", "solution": "更换端子"}
    later = {"result": "not_completed", "not_completed": ["follow_up"], "follow_up_date": "2026-11-23"}
    assert wrong(contact, "work", {**known, **later}) == ["follow_up_date"]
    assert wrong(contact, "work", {**known, **later, "follow_up_date": "2026-11-24"}) == []


def test_what_must_be_replaced_reaches_the_dispatcher_by_itself(contact):
    replaced, again = contact.opens
    assert (replaced.form, replaced.by_itself, replaced.after) == ("fault-report", True, "work")
    assert replaced.relevant == {"not_completed": "return_or_replace"}
    assert (again.form, again.carry["previous_sheet"]) == ("service-contact", "number")


def test_nobody_confirms_that_an_unfinished_service_works(contact):
    step = contact.step("acceptance")
    assert contact.fields["works_normally"].relevant == {"result": "completed"}
    assert (step.returns_to, step.return_label["zh"]) == ("work", "尚不正常")
    assert step.return_relevant == {"result": "completed"}


# --- Maintenance report ---------------------------------------------------------------------------


def test_the_report_has_the_papers_boxes_in_order(report):
    assert named(report, "client") == CLIENT
    assert items(report, "main_unit") == MAIN_UNIT
    assert items(report, "end_devices") == END_DEVICES
    assert named(report, "conclusion") == CONCLUSION
    assert [s.name for s in report.sections][:4] == ["client", "main_unit", "end_devices", "conclusion"]


def test_the_report_has_five_items_and_nine_in_the_papers_table(report):
    main_unit, end_devices = report.section("main_unit"), report.section("end_devices")
    assert (len(main_unit.fields), len(end_devices.fields)) == (5, 9)
    assert (main_unit.item_label["zh"], end_devices.item_label["zh"]) == ("主机（服务器）", "终端")
    for section in (main_unit, end_devices):
        assert section.layout == "table"
        assert [column["zh"] for column in section.columns] == ["项目", "维护内容", "处理结果"]


def test_a_room_without_a_main_unit_is_one_tap(report):
    assert [s.name for s in report.sections if s.not_applicable] == ["main_unit"]


def test_handled_may_not_exceed_checked_but_broken_stands_on_its_own(report):
    for item in two_counts(report):
        broken = item.counts[1]["name"] == "damaged"
        assert (item.within, item.text_when) == (not broken, "second" if broken else "")


def test_scanned_devices_fill_the_counts_that_are_devices(report):
    filled = {item.name: set(item.category) for item in two_counts(report) if item.category}
    assert filled.keys() == {"main_housing", "end_housing", "end_cameras", "end_audio", "end_control"}
    assert filled["main_housing"] == {"server"}
    assert filled["end_cameras"] == {"camera"}
    assert filled["end_audio"] == {"mixer", "processor", "amplifier", "speaker", "microphone"}
    assert filled["end_control"] == {"control"}
    assert not filled["end_housing"] & {"server", "network", "power"}
    assert len(filled["end_housing"]) == 15


def test_the_host_item_about_software_shows_the_backups(report):
    assert [name for name, field in report.fields.items() if field.backups] == ["main_online_hosts"]


def test_a_report_with_every_item_done_is_complete(report):
    assert wrong(report, "maintenance", everything_normal(report)) == []


def test_an_item_left_open_or_half_filled_is_found(report):
    given = everything_normal(report) | {"end_cameras": {"counts": [6, None]}, "main_logs": None}
    assert wrong(report, "maintenance", given) == ["main_logs", "end_cameras"]


def test_what_could_not_be_dealt_with_opens_a_fault_report(report):
    (opens,) = report.opens
    assert (opens.form, opens.unsettled, opens.by_itself) == ("fault-report", True, True)
    assert opens.carry["symptom"] == "unsettled"


def test_the_client_can_always_say_not_working_yet_on_a_report(report):
    step = report.step("acceptance")
    assert (step.returns_to, step.return_label["zh"]) == ("maintenance", "尚不正常")
    assert step.return_relevant is None
    assert report.fields["works_normally"].relevant is None


# --- Fault report ---------------------------------------------------------------------------------


def test_anyone_at_the_device_may_report_a_fault(fault):
    assert fault.public and fault.steps[0].by == "anyone"
    assert wrong(fault, "report", {"symptom": "没有图像", "urgency": "meeting"}) == []
    assert {"symptom", "since", "urgency", "reporter", "reporter_phone", "photos"} <= {
        f.means for f in fault.fields_of(fault.step("report"))
    }


def test_the_public_step_is_prefilled_with_nothing_about_the_client(fault):
    assert not [f.name for f in fault.fields_of(fault.step("report")) if f.source.startswith("client")]


def test_the_checks_are_the_papers(fault):
    for name, label in CHECKS:
        field = fault.fields[name]
        assert (field.label["zh"], field.required) == (label, True)
        assert [choice.label["zh"] for choice in field.choices] == ["正常", "异常", "不适用"]
        assert fault.fields[f"{name}_note"].relevant == {name: "abnormal"}


def test_the_outcome_has_fault_class_remedy_time_parts_and_cost(fault):
    labels = [field.label["zh"] for field in fault.section("outcome").fields]
    assert labels == ["故障排除", "故障类别", "处理方法", "用时（分钟）", "使用配件", "费用（元）", "备注"]


def test_the_fault_goes_from_hand_to_hand(fault):
    assert [(step.name, step.by) for step in fault.steps] == [
        ("report", "anyone"),
        ("checks", "technician"),
        ("dispatch", "dispatcher"),
        ("repair", "assignee"),
        ("review", "technician"),
        ("acceptance", "technician"),
    ]
    assert fault.step("repair").assignee == "assigned_engineer"


@pytest.mark.parametrize(
    ("outcome", "follows"),
    [
        ("solved", ["acceptance"]),
        *(
            (o, ["dispatch", "repair", "review", "acceptance"])
            for o in ("engineer", "manufacturer", "spare_part", "manufacturer_parts")
        ),
    ],
)
def test_only_what_is_not_solved_on_site_goes_to_the_dispatcher(fault, outcome, follows):
    relevant = [s.name for s in fault.steps[2:] if answers.step_relevant(fault, s, {"outcome": outcome})]
    assert relevant == follows


@pytest.mark.parametrize(
    "outcome", ["solved", "engineer", "manufacturer", "spare_part", "manufacturer_parts"]
)
def test_one_signed_contact_sheet_is_the_acceptance_of_every_fault(fault, outcome):
    due = [
        o
        for o in fault.opens
        if o.completes and answers.conditions.is_relevant(o.relevant, {"outcome": outcome})
    ]
    assert [(o.form, o.completes, o.completed_if) for o in due] == [
        ("service-contact", "acceptance", {"result": "completed"})
    ]
    assert due[0].carry["request"] == "symptom"
    assert fault.fields[due[0].carry["solution"]].means == "remedy"


def test_what_was_done_for_the_time_being_is_kept(fault):
    kept = answers.relevant_answers(
        fault, fault.step("checks"), {"outcome": "engineer", "remedy": "改接输出 6"}, {}
    )
    assert kept["remedy"] == "改接输出 6"
    assert [field.name for field in fault.meanings["remedy"]] == [
        "remedy",
        "repair_remedy",
    ]  # the last given holds


def test_parts_are_counted_and_priced(fault):
    for name in ("parts_used", "repair_parts_used"):
        assert [child.name for child in fault.fields[name].fields] == ["part", "quantity", "unit_price"]
        assert fault.fields[name].means == "parts"


def test_what_the_manufacturer_said_is_written_down(fault):
    earlier = {"outcome": "manufacturer"}
    assert wrong(fault, "dispatch", {}, earlier) == ["route"]  # the technician's is a proposal
    given = {"route": "manufacturer"}
    assert wrong(fault, "dispatch", given, earlier) == ["manufacturer_contacted"]
    assert wrong(fault, "dispatch", given | {"manufacturer_contacted": "yes"}, earlier) == [
        "manufacturer_reply"
    ]
    assert wrong(fault, "dispatch", given | {"manufacturer_contacted": "no"}, earlier) == []


def test_a_spare_part_is_drawn_from_the_fault(fault):
    assert [(o.form, o.after) for o in fault.opens if o.relevant == {"outcome": "spare_part"}] == [
        ("parts-issue", "checks")
    ]


def test_a_repair_that_is_not_in_order_is_explained(fault):
    assert wrong(fault, "review", {"record_ok": "yes", "cost_ok": "yes"}) == []
    assert wrong(fault, "review", {"record_ok": "no", "cost_ok": "no"}) == ["cost_remark", "review_remark"]


# --- Helpers --------------------------------------------------------------------------------------


def texts_of(data):
    if isinstance(data, dict) and {"zh", "en"} <= data.keys():
        yield data
    elif isinstance(data, dict | list):
        for part in data.values() if isinstance(data, dict) else data:
            yield from texts_of(part)


def named(definition, section):
    return [(f.name, f.label["zh"], f.label["en"]) for f in definition.section(section).fields]


def items(definition, section):
    return [(f.no, f.label["zh"], f.label["en"], result(f)) for f in definition.section(section).fields]


def result(field):
    """The result column of an empty sheet, as the paper writes it."""
    face = KINDS[field.type].paper(None, field, "zh")
    if face.counts:
        return "□ " + "，".join(f"{count.label} __ {count.unit}" for count in face.counts)
    return " ".join(f"□ {box.label}" for box in face.boxes)


def two_counts(definition):
    return [field for field in definition.fields.values() if field.type == "two_counts"]


def wrong(definition, step, given, earlier=None):
    """The names of the fields that keep the step from being completed."""
    problems = answers.problems_of_answers(definition, definition.step(step), given, earlier, NOW)
    return [problem.field.name for problem in problems]


def everything_normal(definition):
    table = [*definition.section("main_unit").fields, *definition.section("end_devices").fields]
    done = {"two_counts": {"counts": [6, 0]}, "normal_or_handled": {"result": "normal"}}
    head = {
        "client_name": "市政务中心",
        "arrival": NOW,
        "maintenance_date": NOW[:10],
        "environment_restored": "yes",
    }
    return head | {"person_in_charge": {"id": 3, "name": "陈志远"}} | {f.name: done[f.type] for f in table}
