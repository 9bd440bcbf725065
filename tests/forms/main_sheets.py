"""The two main forms and the fault report, walked (tests/forms/walks.py tells how to read them)."""

from tests.forms.walks import (
    ABSENT,
    BY_SHEET,
    DONE,
    REASONS,
    REFUSED,
    RETURNED,
    Turn,
    Walk,
    abnormal,
    at,
    counted,
    day,
    normal,
    rows,
    without,
)

# --- 客户服务联络单 -------------------------------------------------------------------------------

SERVICE = {
    "client_name": "市政务服务中心", "contact": "徐明", "phone": "0571-5555 0111", "address": "政务中心路 1 号",
    "arrival": at(-1), "departure": at(-1, "10:30"), "client_type": "yearly_contract", "request": "会议室话筒有杂音",
    "solution": "更换端子并重新压接", "result": "completed", "serviced_devices": ["{device}"],
    "environment_restored": "yes",
}  # fmt: skip
UNFINISHED = SERVICE | {"result": "not_completed"}
SATISFIED = {"accessories": "yes", "satisfaction": "very_satisfied"}


def contact(case: str, work: dict, answer: dict, outcome=DONE, opens=(), offers=()) -> Walk:
    turns = (
        Turn("work", "chen", work, opens=opens),
        Turn("acceptance", "client", answer, outcome, offers=offers, reason=REASONS.get(outcome, "")),
    )
    return Walk("service-contact", case, "device", turns)


AGAIN = ("service-contact",)

CONTACT = [
    contact("completed", SERVICE, SATISFIED),
    contact("dissatisfied, with a reason", SERVICE, {"accessories": "no", "satisfaction": "dissatisfied",
        "dissatisfied_with": ["speed"]}),
    contact("dissatisfied, with a comment", SERVICE, {"accessories": "none", "satisfaction": "dissatisfied",
        "comments": "等了两天"}),
    contact("refused", SERVICE, {}, REFUSED),
    contact("absent", SERVICE, {}, ABSENT),
    contact("to be replaced", UNFINISHED | {"not_completed": ["return_or_replace"]}, SATISFIED,
        opens=("fault-report",), offers=AGAIN),
    contact("another visit", UNFINISHED | {"not_completed": ["follow_up"], "follow_up_date": day(3)}, SATISFIED,
        offers=AGAIN),
    contact("other, see remarks", UNFINISHED | {"not_completed": ["other"], "remarks": "等装修完工"}, SATISFIED,
        offers=AGAIN),
    Walk("service-contact", "not working yet, sent back, done again", "client", (
        Turn("work", "chen", without(SERVICE, "serviced_devices")),
        Turn("acceptance", "client", {}, RETURNED, reason="还有杂音"),
        Turn("work", "chen", SERVICE | {"solution": "更换话筒线"}),
        Turn("acceptance", "client", SATISFIED),
    )),
]  # fmt: skip

# --- 维护工作报告 ---------------------------------------------------------------------------------

HEAD = {"client_name": "市政务服务中心", "contact": "徐明", "arrival": at(-1), "departure": at(-1, "11:00")}
CHECKED = (
    "main_connectors main_fans end_suspension end_auxiliary end_cameras end_voltage end_picture end_audio "
    "end_control end_sound_control"
).split()
MAINTENANCE = HEAD | {
    **{name: value for field in CHECKED for name, value in counted(field, 6).items()},
    **counted("main_housing", 1), **counted("end_housing", 6), **normal("main_logs", "main_online_hosts"),
    "summary": "全部正常", "person_in_charge": "{chen}", "maintenance_date": day(-1),
    "maintained_devices": ["{device}"], "environment_restored": "yes",
}  # fmt: skip
NO_MAIN_UNIT = {"main_logs": "na", "main_online_hosts": "na"} | dict.fromkeys(
    ("main_housing.na", "main_connectors.na", "main_fans.na"), "1"
)


def report(case: str, work: dict, opens=()) -> Walk:
    turns = (Turn("maintenance", "chen", work, opens=opens), Turn("acceptance", "client", SATISFIED))
    return Walk("av-maintenance", case, "device", turns)


MAINTAINED = [
    report("all normal", MAINTENANCE),
    report("no main unit", MAINTENANCE | NO_MAIN_UNIT),
    report("handled and damaged", MAINTENANCE | counted("end_cameras", 6, 1)
        | counted("end_housing", 6, 1, "一台机壳有裂纹") | {"wear": ["lamp"], "lamp_hours": "1850"}),
    report("abnormal, not dealt with", MAINTENANCE | abnormal("main_logs", "每晚自动重启"), ("fault-report",)),
]  # fmt: skip

# --- 故障报修与排除 -------------------------------------------------------------------------------

REPORTED = {"symptom": "投影机没有图像", "since": at(-1, "08:00"), "urgency": "urgent", "reporter": "徐明",
    "reporter_phone": "0571-5555 0111", "faulty_devices": ["{device}"]}  # fmt: skip
LOOKED = {"lines_and_interfaces": "normal", "indicator_lights": "abnormal", "indicator_lights_note": "电源灯不亮",
    "drivers_and_software": "not_applicable", "fault_class": "power", "minutes": "15"}  # fmt: skip
FITTED = {"part": "{part}", "quantity": "1", "unit_price": "320.00"}
SOLVED = (
    LOOKED
    | {"outcome": "solved", "remedy": "更换保险丝", "cost": "320.00", "outcome_remarks": "备一只保险丝"}
    | rows("parts_used", FITTED)
)
SENT = {"assigned_engineer": "{zhou}", "expected_date": day(2), "instructions": "带万用表"}
ASKED = SENT | {"manufacturer_contacted": "yes", "manufacturer_contact": "王工 400-820-1155",
    "manufacturer_reply": "寄电源板，周四到"}  # fmt: skip
REPAIRED = {"repair_remedy": "更换电源板", "repair_minutes": "40", "repair_cost": "860.00"} | rows(
    "repair_parts_used", FITTED, {"part": "扎带", "quantity": "5"}
)
IN_ORDER = {"record_ok": "yes", "cost_ok": "yes"}
ACCEPTED = Turn("acceptance", "chen", {}, BY_SHEET, sheet="service-contact: completed")
SHEET = ("service-contact",)
DISPATCHED = {"engineer": SENT, "manufacturer": ASKED, "spare_part": SENT, "manufacturer_parts": ASKED}
CANNOT = {"reason": "要换主板，只能由厂家修"}


def repaired(outcome: str, dispatch: dict) -> Walk:
    drawn = ("parts-issue",) if outcome == "spare_part" else ()
    dispatch = dispatch | {"route": outcome}
    turns = (
        Turn("report", "", REPORTED),
        Turn("checks", "chen", LOOKED | {"outcome": outcome, "remedy": "先用备用投影机"}, offers=drawn),
        Turn("dispatch", "sunmin", dispatch),
        Turn("repair", "zhou", REPAIRED),
        Turn("review", "chen", IN_ORDER, offers=SHEET),
        ACCEPTED,
    )
    return Walk("fault-report", outcome, "device", turns)


FAULTS = [
    Walk("fault-report", "solved on site", "device", (
        Turn("report", "chen", REPORTED), Turn("checks", "chen", SOLVED, offers=SHEET), ACCEPTED,
    )),
    *(repaired(outcome, dispatch) for outcome, dispatch in DISPATCHED.items()),
    Walk("fault-report", "the record is sent back to the engineer", "device", (
        Turn("report", "", REPORTED),
        Turn("checks", "chen", LOOKED | {"outcome": "engineer", "fault_class": "undetermined"}),
        Turn("dispatch", "sunmin", SENT | {"route": "engineer"}),
        Turn("repair", "zhou", REPAIRED | {"repair_fault_class": "device"}),
        Turn("review", "chen", {}, RETURNED, reason="费用没有写清"),
        Turn("repair", "zhou", REPAIRED | {"repair_fault_class": "device", "repair_cost": "820.00"}),
        Turn("review", "chen", {"record_ok": "yes", "cost_ok": "no", "cost_remark": "配件多算一个"}, offers=SHEET,
            opens=("approval-request",)),
        ACCEPTED,
    )),
    Walk("fault-report", "the engineer cannot repair it, the manufacturer comes", "device", (
        Turn("report", "", REPORTED),
        Turn("checks", "chen", LOOKED | {"outcome": "engineer"}),
        Turn("dispatch", "sunmin", SENT | {"route": "engineer"}),
        Turn("repair", "zhou", {}, RETURNED, **CANNOT),
        Turn("dispatch", "sunmin", without(ASKED, "assigned_engineer") | {"route": "manufacturer", "assigned_engineer": ""}),
        Turn("repair", "chen", REPAIRED),
        Turn("review", "sunmin", IN_ORDER, offers=SHEET),
        ACCEPTED,
    )),
    Walk("fault-report", "the dispatcher has a part drawn instead", "device", (
        Turn("report", "", REPORTED),
        Turn("checks", "chen", LOOKED | {"outcome": "engineer"}),
        Turn("dispatch", "sunmin", {"route": "spare_part", "assigned_engineer": "{zhou}"}, offers=("parts-issue",)),
        Turn("repair", "zhou", REPAIRED),
        Turn("review", "chen", IN_ORDER, offers=SHEET),
        ACCEPTED,
    )),
    Walk("fault-report", "nobody has looked yet", "device", (Turn("report", "", REPORTED),), state="open"),
]  # fmt: skip
