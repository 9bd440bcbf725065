"""The company's own sheets, walked (tests/forms/walks.py tells how to read them)."""

from tests.forms.walks import (
    APPROVED,
    BACK,
    CLIENT,
    DEEMED,
    RETURNED,
    Turn,
    Walk,
    at,
    day,
    rows,
    signed,
    walk,
    without,
)

# --- 加班报批 -------------------------------------------------------------------------------------

OVERTIME = {"asked_by": "{chen}", "asking_unit": "市政务服务中心", "day_kind": "rest_day", "from_at": at(3), "to_at":
    at(3, "17:30"), "hours": "7.5", "overtime_reason": "周末视频会议保障"}  # fmt: skip
AFTERWARDS = OVERTIME | {"from_at": at(-3), "to_at": at(-3, "17:30"), "day_kind": "public_holiday"}


def says(decision: str, who: str, remark: str = "") -> dict:
    return {f"{who}_decision": decision} | ({f"{who}_remark": remark} if remark else {})


def overtime(
    case: str, asked: dict, supervisor: dict, hr: dict | None = None, late=False, start="alone"
) -> Walk:
    turns = [
        Turn("request", "chen", asked),
        Turn("supervisor_approval", "gao", supervisor, after_the_fact=late),
    ]
    turns += [Turn("hr_approval", "wangjing", hr, after_the_fact=late)] if hr else []
    return walk("overtime-request", case, start, *turns)


BOSS, STAFF = says("approved", "supervisor"), says("approved", "hr")
OVERTIMES = [
    overtime("approved and filed", OVERTIME, BOSS, STAFF),
    overtime("asked at a client", OVERTIME, BOSS, STAFF, start="client"),
    overtime("approved after the fact", AFTERWARDS, BOSS, STAFF, late=True),
    overtime("the supervisor declines", OVERTIME, says("declined", "supervisor", "可调到工作日")),
    overtime("HR declines", OVERTIME, BOSS, says("declined", "hr", "本月已超时数")),
]

# --- 请示批复 -------------------------------------------------------------------------------------

EXCEPTION = {
    "asked_by": "{chen}",
    "request_kind": "exception",
    "asked_for": "周五晚到岗半小时",
    "asked_why": "客户调整了时间",
}
ALLOWANCE = EXCEPTION | {"request_kind": "allowance", "asked_for": "提高通讯标准", "allowance": "150.00"}
PROPOSAL = EXCEPTION | {"request_kind": "proposal", "asked_for": "请批准《服务外包调研报告》"}
BEGUN = EXCEPTION | {"request_kind": "authority", "begins_on": day(-2)}


def asked(case: str, request: dict, *then: Turn) -> Walk:
    return walk("approval-request", case, "alone", Turn("request", "chen", request), *then)


AGREED = Turn("supervisor_approval", "gao", BOSS)
ASKED_FOR = [
    asked("an exception", EXCEPTION, AGREED),
    asked("declined", EXCEPTION, Turn("supervisor_approval", "gao", says("declined", "supervisor", "请按制度办理"))),
    asked("an allowance", ALLOWANCE, AGREED, Turn("manager_approval", "shen", says("approved", "manager"))),
    asked("an allowance, declined above", ALLOWANCE, AGREED,
        Turn("manager_approval", "shen", says("declined", "manager", "明年再议"))),
    asked("an allowance, declined at once", ALLOWANCE,
        Turn("supervisor_approval", "gao", says("declined", "supervisor", "理由不足"))),
    asked("a proposal", PROPOSAL, AGREED, Turn("manager_approval", "shen", says("approved", "manager"))),
    asked("authority, after the fact", BEGUN, Turn("supervisor_approval", "gao", BOSS, after_the_fact=True)),
    asked("sent back", EXCEPTION, Turn("supervisor_approval", "gao", {}, RETURNED, **BACK),
        Turn("request", "chen", EXCEPTION | {"asked_why": "客户改到周五晚上"}), AGREED),
]  # fmt: skip

# --- 文件、物品签收 -------------------------------------------------------------------------------

NOTICE = {"item_kind": "document", "sent_item": "保密制度（2026 版），1 份", "recipient": "{chen}", "sent_on": day(-1),
    "reply_by": day(5)}  # fmt: skip
GOODS = NOTICE | {"item_kind": "goods", "sent_item": "万用表，1 台"}
GOT = {"received_at": at(-1, "15:00"), "condition": "complete", "reply": "accepted"} | signed(
    "receiver_signature", "陈志远"
)


def sent(case: str, what: dict, receipt: Turn) -> Walk:
    return walk("document-receipt", case, "alone", Turn("handing_out", "wangjing", what), receipt)


RECEIPTS = [
    sent("accepted", NOTICE, Turn("receipt", "chen", GOT)),
    sent("damaged", GOODS, Turn("receipt", "chen", GOT | {"condition": "defective", "defect": "表笔断了"})),
    sent("asks for an exception", NOTICE, Turn("receipt", "chen",
        GOT | {"reply": "exception", "reply_text": "驻场处无保密柜，请批准存放客户处"}, opens=("approval-request",))),
    sent("no reply by the date", NOTICE | {"sent_on": day(-9), "reply_by": day()}, Turn("receipt", "", {}, DEEMED)),
]  # fmt: skip

# --- 备品备件、工具领用 ---------------------------------------------------------------------------

PARTS = {"issue_kind": "part", "owned_by": "company", "used_for": "更换电源板", "for_devices": ["{device}"],
    **CLIENT, **rows("issued_items", {"part": "{part}", "quantity": "2"})}  # fmt: skip
TOOL = (
    PARTS
    | {"issue_kind": "tool", "due_back_on": day(7)}
    | rows("issued_items", {"part": "{tool}", "quantity": "2"})
)
LOAN_UNIT = TOOL | {"issue_kind": "loan_unit", "owned_by": "client"} | rows(
    "issued_items", {"part": "{loan_unit}", "quantity": "1"}
)  # fmt: skip
TAKEN = Turn("taking", "chen", {"taken": "taken", "taken_at": at(-1)} | signed("taker_signature", "陈志远"))
ISSUED = Turn("issue", "sunmin", APPROVED)


def drawn(case: str, wanted: dict, *then: Turn, start="device", **words) -> Walk:
    return walk("parts-issue", case, start, Turn("request", "chen", wanted), *then, **words)


def back(condition: str, **more) -> Turn:
    return Turn("giving_back", "sunmin", {"returned_at": at(-1, "18:00"), "condition": condition} | more)


ISSUES = [
    drawn("spare parts stay", PARTS, ISSUED, TAKEN),
    drawn("a tool comes back", without(TOOL, "for_devices"), ISSUED, TAKEN, back("intact"), start="alone"),
    drawn("a loan unit comes back damaged", LOAN_UNIT, ISSUED, TAKEN,
        back("damaged", condition_note="外壳有裂纹"), start="client"),
    drawn("a tool is lost", TOOL, ISSUED, TAKEN, back("lost", condition_note="遗落在客户处，已找过")),
    drawn("overdue", TOOL | {"due_back_on": day(-1)}, ISSUED, TAKEN, state="open"),
    drawn("not issued", PARTS, Turn("issue", "sunmin", {"decision": "declined", "issue_remark": "没有库存，已订货"})),
    drawn("used by the repair already", PARTS, ISSUED, Turn("taking", "chen", {"taken": "used", "not_taken_reason": "GZ 单已用"})),
    drawn("a tool is not taken after all", TOOL, ISSUED,
        Turn("taking", "chen", {"taken": "not_taken", "not_taken_reason": "借到了同事的"})),
    drawn("sent back", PARTS, Turn("issue", "sunmin", {}, RETURNED, reason="只有一个"),
        Turn("request", "chen", PARTS | {"issued_items.0.quantity": "1"}), ISSUED, TAKEN),
]  # fmt: skip

# --- 客户培训记录 ---------------------------------------------------------------------------------

TAUGHT = CLIENT | {"training_kind": "client", "topic": "会议模式的使用", "manual_used": "简明操作手册（会议模式）",
    "trainer": "{chen}", "trained_at": at(-1, "14:00"), "trainees": "徐明、吴芳", "outcome": "able"}  # fmt: skip
OWN = without(TAUGHT, "client_name") | {"training_kind": "own", "topic": "中控编程"}
ATTENDED = Turn("confirmation", "client", {})

TRAININGS = [
    walk("training-record", "the client signs", "client", Turn("training", "chen", TAUGHT), ATTENDED),
    walk("training-record", "the client's, to be trained again", "client",
        Turn("training", "chen", TAUGHT | {"outcome": "again", "outcome_note": "录播模式"}), ATTENDED),
    walk("training-record", "own training", "alone", Turn("training", "chen", OWN)),
    walk("training-record", "not as it was", "client", Turn("training", "chen", TAUGHT),
        Turn("confirmation", "client", {}, RETURNED, reason="吴芳没有参加"),
        Turn("training", "chen", TAUGHT | {"trainees": "徐明"}), ATTENDED),
]  # fmt: skip

# --- 工作计划与汇报 -------------------------------------------------------------------------------

WEEK = {"reported_by": "{chen}", "period_from": day(-7), "period_to": day(-1), "work_planned": "巡检三个会议室",
    "work_done": "已巡检三个会议室", "other_work": "协助布置展厅", "problems": "备用话筒不足", "support_needed": "话筒两支"}  # fmt: skip
PLAN = {"reported_by": "{chen}", "period_from": day(1), "period_to": day(7), "work_planned": "检修录播系统"}

READ = Turn("reading", "gao", {})

REPORTS = [
    walk("work-report", "read", "alone", Turn("report", "chen", WEEK), READ),
    walk("work-report", "read, with a remark", "client", Turn("report", "chen", WEEK),
        Turn("reading", "gao", {"opinion": "话筒下周到"})),
    walk("work-report", "a plan", "alone", Turn("report", "chen", PLAN), READ),
]  # fmt: skip
