"""The sheets of a client's site and its control room, walked (tests/forms/walks.py tells how to read them)."""

from tests.forms.walks import (
    ABSENT,
    APPROVED,
    BACK,
    CLIENT,
    DECLINED,
    MODES,
    POWER_ON,
    REASONS,
    REFUSED,
    RETURNED,
    Turn,
    Walk,
    abnormal,
    at,
    day,
    normal,
    rows,
    signed,
    walk,
    without,
)

ROOM = CLIENT | {"room_name": "政务中心第一会议室"}


# --- 系统开机运行检查 -----------------------------------------------------------------------------

WELL = ROOM | {
    "checked_at": at(-1, "08:20"),
    **normal(
        "clean_floor", "functions", "look_at_lines", "listen_to_devices", "smell_of_devices", "touch_devices"
    ),
    **rows("power_on_order", *({"device_on": each, "runs": "normal"} for each in POWER_ON)),
    **rows("meeting_modes", *({"mode": each, "works": "normal"} for each in MODES)),
}
HOT = abnormal("touch_devices", "功放烫手") | {"devices_seen": ["{device}"]}

STARTED = [
    walk("startup-check", "all well", "room", Turn("start_up", "chen", WELL)),
    walk("startup-check", "from a device", "device", Turn("start_up", "chen", WELL | {"devices_seen": ["{device}"]})),
    walk("startup-check", "dealt with", "room", Turn("start_up", "chen", WELL | {"clean_floor": "handled"})),
    walk("startup-check", "hotter than normal", "room", Turn("start_up", "chen", WELL | HOT, offers=("fault-report",))),
    walk("startup-check", "a mode does not work", "room", Turn("start_up", "chen",
        WELL | abnormal("meeting_modes.1.works", "对方听不到声音"), offers=("fault-report",))),
]  # fmt: skip

# --- 系统设备使用情况表 ---------------------------------------------------------------------------

KNOWN = {"device_name": "数字音频处理器", "brand": "Biamp", "model": "TesiraFORTÉ", "manufacturer": "Biamp",
    "manufacturer_phone": "400-820-1155", "years": "4", "category": "processor"}  # fmt: skip
ADDED = {
    "device_name": "HDMI 矩阵",
    "category": "matrix",
    "interfaces": "HDMI 入 8、出 8",
    "spare_interfaces": "HDMI 入 2",
}
SURVEY = ROOM | {
    "surveyor": "{chen}", "surveyed_on": day(-1), "fault_focus": "讲台处的线路", "functions_needed": "两地视频会议",
    "usual_modes": "本地会议、视频会议",
    **rows("surveyed_devices", KNOWN, ADDED),
    **rows("fault_counts", {"fault_kind": "lines", "times": "6"}, {"fault_kind": "device", "times": "2"}),
}  # fmt: skip
TAKEN_OVER = Turn("registration", "sunmin", {"taken_over": "yes"})

SURVEYED = [
    walk("device-survey", "taken into the register", "room", Turn("survey", "chen", SURVEY), TAKEN_OVER),
    walk("device-survey", "one device, nothing else", "client",
        Turn("survey", "chen", CLIENT | {"surveyor": "{chen}", "surveyed_on": day(), **rows("surveyed_devices", KNOWN)}),
        Turn("registration", "sunmin", {"taken_over": "no", "register_remarks": "已经登记过"})),
    walk("device-survey", "sent back", "room", Turn("survey", "chen", SURVEY),
        Turn("registration", "sunmin", {}, RETURNED, **BACK), Turn("survey", "chen", SURVEY), TAKEN_OVER),
]  # fmt: skip

# --- 用户移交资料清单 -----------------------------------------------------------------------------

PAPERS = "equipment_list construction_drawings as_built_drawings manuals contact_register".split()
FILES = {f"{paper}_document": "{pdf}" for paper in PAPERS}
HANDED = CLIENT | {"contact": "徐明", "handed_over_on": day(-1)} | dict.fromkeys(PAPERS, "received") | FILES
LACKING = without(HANDED, "as_built_drawings_document", "contact_register_document") | {
    "as_built_drawings": "missing",
    "contact_register": "not_existing",
    "remarks": "竣工图纸月底补交",
}
RECEIVED = (
    Turn("receiving", "chen", signed("receiver_signature", "陈志远")),
    Turn("filing", "sunmin", {"kept_at": "A-12"}),
)
GIVEN = Turn("giving", "client", {})

HANDOVERS = [
    walk("handover", "everything received", "client", Turn("listing", "chen", HANDED), GIVEN, *RECEIVED),
    walk("handover", "something is missing", "client", Turn("listing", "chen", LACKING), GIVEN, *RECEIVED),
    walk("handover", "not as handed over", "client", Turn("listing", "chen", HANDED),
        Turn("giving", "client", {}, RETURNED, reason="竣工图纸没有给"), Turn("listing", "chen", LACKING), GIVEN, *RECEIVED),
]  # fmt: skip

# --- 讲解确认单 -----------------------------------------------------------------------------------

PRESENTED = CLIENT | {"contact": "徐明", "presented_on": day(), "presented_what": "《服务外包调研报告》（第 1 版）", "presented_by": "{chen}",
    "attendees": "徐明、吴芳", "agreed_points": "先更换大会议室的投影机"}  # fmt: skip
AGREEING = Turn("agreeing", "client", {"agreement": "approved"})

PRESENTATIONS = [
    walk("presentation", "the client agrees", "client", Turn("presenting", "chen", PRESENTED), AGREEING),
    walk("presentation", "agreed with changes", "client", Turn("presenting", "chen", PRESENTED),
        Turn("agreeing", "client", {"agreement": "with_changes", "agreement_remark": "响应时限写两小时"})),
    walk("presentation", "not agreed", "client", Turn("presenting", "chen", PRESENTED),
        Turn("agreeing", "client", {"agreement": "declined", "agreement_remark": "明年再谈"})),
    walk("presentation", "not as presented", "client", Turn("presenting", "chen", PRESENTED),
        Turn("agreeing", "client", {}, RETURNED, reason="吴芳没有参加"),
        Turn("presenting", "chen", PRESENTED | {"attendees": "徐明"}), AGREEING),
]  # fmt: skip

# --- 会议音控机房来访登记 -------------------------------------------------------------------------

VISITOR = ROOM | {"visitor": "周强", "organisation": "电信公司", "purpose": "检修线路", "meeting": "none"}
DURING = VISITOR | {"meeting": "important"}
URGENT = VISITOR | {"meeting": "secret", "visitor_is": "other", "special_case": "会议线路中断，需抢修"}
ALLOWED, FORBIDDEN = Turn("approval", "client_lead", APPROVED), Turn("approval", "client_lead", DECLINED)
IN_AND_OUT = (
    Turn("entering", "chen", {"entered_at": at(-1, "09:20"), "watched_by": "陈志远"}),
    Turn("going_out", "chen", {"left_at": at(-1, "10:05")}),
)


def visit(case: str, asked: dict, *then: Turn, **words) -> Walk:
    return walk("machine-room-visit", case, "room", Turn("request", "chen", asked), *then, **words)


VISITS = [
    visit("approved", VISITOR, ALLOWED, *IN_AND_OUT),
    visit("declined", VISITOR, FORBIDDEN),
    visit(
        "the lead refuses to sign",
        VISITOR,
        Turn("approval", "client_lead", {}, REFUSED, reason=REASONS[REFUSED]),
    ),
    visit("the lead is away", VISITOR, Turn("approval", "client_lead", {}, ABSENT, reason=REASONS[ABSENT])),
    visit("a room keeper during a meeting", DURING | {"visitor_is": "room_keeper"}, ALLOWED, *IN_AND_OUT),
    visit("a special case during a secret meeting", URGENT, ALLOWED, *IN_AND_OUT, confidential=True),
    visit("a special case, declined", URGENT, FORBIDDEN, confidential=True),
    visit("still inside", VISITOR, ALLOWED, IN_AND_OUT[0], state="open"),
]

# --- 涉密或重要音视频资料借阅 ---------------------------------------------------------------------

WANTED = CLIENT | {"media": "2026-11 例会录像，1 份", "classification": "important", "borrower": "林岚",
    "borrower_phone": "0571-5555 0222", "loan_reason": "整理会议纪要", "due_back_on": day(7)}  # fmt: skip
SECRET = WANTED | {"media": "录像 11-03 号", "classification": "secret"}
LENT = Turn("lending", "chen", {"lent_at": at(-1)} | signed("borrower_signature", "林岚"))
RETURNED_IT = Turn("return", "chen", {"ending": "returned", "loan_ended_at": at(-1, "17:00")})
DESTROYED = Turn("return", "chen",
    {"ending": "destroyed", "loan_ended_at": at(-1, "17:00")} | signed("witness_signature", "徐明"))  # fmt: skip


def loan(case: str, asked: dict, *then: Turn, **words) -> Walk:
    return walk("media-loan", case, "client", Turn("request", "chen", asked), *then, **words)


LOANS = [
    loan("returned", WANTED, ALLOWED, LENT, RETURNED_IT),
    loan("destroyed before a witness", SECRET, ALLOWED, LENT, DESTROYED, confidential=True),
    loan("declined", WANTED, FORBIDDEN),
    loan("overdue", WANTED | {"due_back_on": day(-2)}, ALLOWED, LENT, state="open"),
]

# --- 涉密资料定期检查 -----------------------------------------------------------------------------

STORED = CLIENT | {"period_from": day(-30), "period_to": day(-1), "media_keeper": "徐明"}
ALL_KEPT = STORED | rows(
    "checked_items", {"media": "11-01", "found": "kept"}, {"media": "11-02", "found": "lent"}
)
NOT_ALL = STORED | rows("checked_items", {"media": "11-01", "found": "misplaced", "put_right": "已放回保密柜"},
    {"media": "11-02", "found": "missing", "put_right": "已报告主管领导"})  # fmt: skip


def kept(case: str, *turns: Turn) -> Walk:
    return walk("media-check", case, "client", *turns, confidential=True)


READ = Turn("reading", "gao", {})
KEPT = [
    kept("all kept", Turn("checking", "chen", ALL_KEPT), READ),
    kept("missing and put right", Turn("checking", "chen", NOT_ALL), Turn("reading", "gao", {"opinion": "继续查找"})),
    kept("sent back", Turn("checking", "chen", NOT_ALL), Turn("reading", "gao", {}, RETURNED, **BACK),
        Turn("checking", "chen", ALL_KEPT), READ),
]  # fmt: skip

# --- 会议保障记录 ---------------------------------------------------------------------------------

READY = normal("audio_ready", "video_ready", "control_ready", "power_ready", "network_ready")
MEETING = (
    ROOM
    | READY
    | {"starts_at": at(-1, "09:00"), "class": "normal", "subject": "季度例会", "video_conference": "no"}
)
VIDEO = MEETING | {"video_conference": "yes", "notice_number": "会通〔2026〕31 号", "class": "important"}
CODED = without(VIDEO, "subject") | {"class": "secret", "meeting_code": "1103"}
OVER = {"running": "normal", "meeting_ended_at": at(-1, "11:00"), "recorded": "no"}
RECORDED = OVER | {"recorded": "yes", "kept_by": "徐明"}
SITES = rows("remote_sites",
    {"site": "城东分会场", "identity": "checked", "scope": "view", "admission": "admitted"},
    {"site": "城西分会场", "identity": "not_checked", "scope": "listen", "admission": "refused"},
    {"site": "滨江分会场", "identity": "checked", "scope": "none", "admission": "exception",
     "exception_reason": "组织者电话同意"})  # fmt: skip
SIGNED = Turn("organiser", "client", {})


def meeting(case: str, before: dict, during: dict, *then: Turn, offers=(), **words) -> Walk:
    turns = (Turn("preparing", "chen", before), Turn("meeting", "chen", during, offers=offers), *then)
    return walk("conference-support", case, "room", *turns, **words)


MEETINGS = [
    meeting("an ordinary meeting", MEETING, OVER, SIGNED),
    meeting("an important video conference", VIDEO, RECORDED | SITES, SIGNED),
    meeting("a secret one, by its code", CODED, RECORDED | SITES, SIGNED, confidential=True),
    meeting("a fault during it", MEETING, OVER | abnormal("running", "话筒断续"), SIGNED, offers=("fault-report",)),
    meeting("not as it was", MEETING, OVER, Turn("organiser", "client", {}, RETURNED, reason="结束时间不对"),
        Turn("meeting", "chen", OVER | {"meeting_ended_at": at(-1, "11:20")}), SIGNED),
    meeting("the organiser has left", MEETING, OVER, Turn("organiser", "client", {}, ABSENT, reason="已离开")),
    walk("conference-support", "going on", "room", Turn("preparing", "chen", MEETING | {"starts_at": at()}), state="open"),
]  # fmt: skip
