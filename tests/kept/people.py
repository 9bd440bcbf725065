"""What happened in the house whose database is kept: something of everything that a database can hold.

Each act is done by somebody through the program's own verbs, one minute after the one before, on 24 November 2026.
later_people.py goes on; what a database is to hold in addition is done there.
"""

from fieldforms.flow import local_time
from fieldforms.flow.calendar import calendar_feeds, holidays, plans
from fieldforms.flow.completing import (
    completion,
    corrections,
    record_access,
    record_events,
    signature_requests,
)
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.faults import targets
from fieldforms.flow.files import photos
from fieldforms.flow.filling import drafts
from fieldforms.flow.people import deputies, tries
from fieldforms.flow.proof import erasures
from fieldforms.flow.record import folding
from fieldforms.flow.register import codes
from fieldforms.flow.reporting import month_issuing, periods
from fieldforms.flow.stock import movements
from fieldforms.store import clock
from fieldforms.store.models import (
    Backup,
    Code,
    Device,
    Part,
    Room,
    User,
)
from fieldforms.store.people import sessions
from fieldforms.store.stock import stock
from tests.kept.house import HERE, House, picture
from tests.people import STROKES

LOGINS = ("chen", "sunmin", "gao", "admin")
TEXTS = ("client_name", "contact", "phone", "arrival", "client_type", "request", "solution", "result")

# The register


def the_register_is_looked_after(house: House) -> None:
    world = house.world
    gao, office = house.actor("gao"), world.office
    User.update(confidential=True).where(User.login.in_(("gao", "chen"))).execute()
    world.users = {user.login: user for user in User.select()}
    Room.create(
        client=office.client, name="第三会议室（涉密）", floor="5F", confidential=True, no_cameras=True
    )
    Backup.create(device=office.device, kind="dsp", version="2.1", made_on="2026-03-01")
    targets.change_targets(gao, None, {f"{each.name}.respond": "30" for each in targets.urgencies()})
    targets.change_targets(
        gao, office.client.id, {f"{each.name}.restore": "240" for each in targets.urgencies()}
    )
    holidays.put_holiday(house.actor("sunmin"), local_time.date_today().replace(day=26), "馆庆", False)
    codes.make_blank(house.actor("sunmin"), 2)


def people_sign_in_and_one_does_not(house: House) -> None:
    for login in LOGINS:
        _row, token = sessions.begin_session(house.world.users[login], "Android", True, HERE)
        house.ways.setdefault("sessions", {})[login] = token
    house.ways["feed"] = f"/calendar/{calendar_feeds.make_feed(house.actor('chen'))}.ics"
    tries.count_try({f"password:{HERE}": 30})
    today = local_time.today()
    deputy = {"deputy": str(house.world.users["sunmin"].id), "from_on": today, "until_on": today}
    deputies.name_deputy(house.actor("gao"), house.world.users["gao"].id, deputy)


# Sheets of a client


def a_sheet_with_a_photo_is_signed_and_corrected(house: House) -> None:
    chen = house.actor("chen")
    draft = house.world.working_sheet()
    photo = photos.keep_photo(draft.uuid, "0" * 64, picture("before", 300)).digest
    sealed = completion.complete(chen, draft.uuid, HandedIn(draft.answers | {"work_photos": [photo]})).entry
    house.ways["photos"] = [f"/records/{sealed.number}/photos/{photo}"]
    first = house.sign(sealed, {"accessories": "yes", "satisfaction": "satisfied"})
    new = corrections.correct_record(chen, first.number, "到达时间写错了")
    answers = new.answers | {"arrival": "2026-11-24T08:50"}
    again = completion.complete(chen, new.uuid, HandedIn(answers)).entry
    rated = {"satisfaction": "dissatisfied", "dissatisfied_with": ["speed"], "comments": "来得太晚"}
    signed = house.sign(again, {"accessories": "yes"} | rated)
    record_access.review_record(house.actor("gao"), signed.number, "已联系客户")


def a_sheet_goes_back_and_is_done_again(house: House) -> None:
    sealed = house.contact(request="投影无信号")
    house.sign(sealed, outcome=folding.RETURNED, reason="还是没有图像")
    again = house.fill("chen", "", {"solution": "重新做了接头"}, sealed.number)
    house.sign(again, {"accessories": "none", "satisfaction": "very_satisfied"})


def an_answer_is_erased(house: House) -> None:
    draft = house.world.working_sheet(request="屏幕有亮线")
    photo = photos.keep_photo(draft.uuid, "1" * 64, picture("a face")).digest
    sealed = completion.complete(
        house.actor("chen"), draft.uuid, HandedIn(draft.answers | {"work_photos": [photo]})
    ).entry
    house.sign(sealed, {"accessories": "yes", "satisfaction": "fair", "comments": "请打我手机 13800000000"})
    names = ["answers.work_photos", "answers.contact"]
    erasures.erase_answers(house.actor("admin"), sealed.number, 1, names, "本人要求")
    erasures.erase_answers(house.actor("admin"), sealed.number, 2, ["answers.comments"], "本人要求")


def a_sheet_is_cancelled(house: House) -> None:
    sealed = house.contact(request="看错了房间")
    record_events.cancel_record(house.actor("chen"), sealed.number, "重复开单")


def nobody_is_there_to_sign(house: House) -> None:
    house.sign(house.contact(request="调音"), outcome=folding.ABSENT, reason="客户开会去了")


def a_sheet_waits_for_its_link(house: House) -> None:
    sealed = house.contact(request="更换电池")
    _link, token = signature_requests.make_signing_link(house.actor("chen"), sealed.number)
    house.ways["link"] = {
        "address": f"/s/{token}",
        "body": {"accessories": "yes", "satisfaction": "satisfied"},
    }
    house.ways["link"]["body"] |= {"signer": "丁一", "strokes": STROKES}


def a_sheet_is_still_being_filled(house: House) -> None:
    """All that the form asks for is there: it only has to be completed. The body is what its page posts."""
    draft = house.world.working_sheet(request="麦克风啸叫")
    photo = photos.keep_photo(draft.uuid, "2" * 64, picture("rack")).digest
    found = drafts.draft_to_fill(house.actor("chen"), draft.uuid)
    answers = draft.answers | {"work_photos": [photo]}
    drafts.save_draft(house.actor("chen"), found, answers, found.draft.version, "kept")
    told = {name: answers[name] for name in TEXTS} | {"serviced_devices": house.world.office.code.code}
    house.ways["draft"] = {"address": f"/drafts/{draft.uuid}", "body": told | {"work_photos": photo}}


def a_confidential_room_is_served(house: House) -> None:
    room = Room.get(Room.confidential)
    device = Device.create(
        client=room.client, room=room, name="保密会议主机", category="conference", created_at=clock.now()
    )
    label = codes.make_blank(house.actor("sunmin"), 1)[0]
    codes.bind_device(house.actor("sunmin"), label, device.id)
    code = Code.get(Code.device == device.id).code
    sealed = house.contact(request="席位无声", serviced_devices=[{"code": code}])
    house.sign(sealed, {"accessories": "yes", "satisfaction": "very_satisfied"})


# Faults, stock, plans, the office


def a_stranger_reports_a_fault_and_another_joins(house: House) -> None:
    device = house.world.university.device
    for words in ("没有声音", "还是没有声音"):
        house.report_fault(device, words)


def parts_come_are_taken_and_given_back(house: House) -> None:
    sun = house.actor("sunmin")
    tool = Part.create(name="网线测试仪", kind="tool", created_at=clock.now())
    movements.book_movement_of_record(sun, "", tool, "received", 5, None, stock.place_row("company"))
    numbers = [house.fill("chen", "parts-issue", {
        "issue_kind": "tool", "owned_by": "company", "due_back_on": "2026-12-01",
        "issued_items": [{"part": {"name": tool.name}, "quantity": quantity}],
    }).number for quantity in (2, 1, 1)]  # fmt: skip
    given_back, _waiting, returned = numbers
    house.fill("sunmin", "", {"decision": "approved"}, given_back)
    taken = {"taken": "taken", "taker_signature": {"name": "陈志远", "typed": True}}
    house.fill("chen", "", taken, given_back)
    house.fill("sunmin", "", {"condition": "intact"}, given_back)
    row = drafts.open_next_step(sun, record_access.record_by_number(sun, returned))
    completion.complete(sun, row.uuid, HandedIn({}, folding.RETURNED, reason="数量不对"))


def visits_are_planned_made_moved_and_skipped(house: House) -> None:
    sun, office = house.actor("sunmin"), house.world.office
    given = {"place": "client", "key": "service-contact", "every": "1", "unit": "day", "weekday": "",
             "skip_holidays": "", "technician": str(house.world.users["chen"].id),
             "starts_on": "2026-11-24", "ends_on": ""}  # fmt: skip
    plan = plans.make_plan(sun, office.client.id, given)
    plans.skip_visit(sun, plan.id, "2026-11-26", "馆庆")
    plans.move_visit(sun, plan.id, "2026-11-27", "2026-11-30", "客户要求")
    sealed = house.fill("chen", "service-contact", house.world.contact_answers(office),
                        device=office.device.id, plan=plan.id, due="2026-11-24")  # fmt: skip
    house.sign(sealed, {"accessories": "none", "satisfaction": "satisfied"})
    plans.change_plan(sun, plan.id, given | {"every": "2", "starts_on": "2026-12-01"})


def the_office_asks_and_approves(house: House) -> None:
    asked = house.fill("chen", "overtime-request", {
        "asking_unit": "政务中心", "day_kind": "rest_day", "from_at": "2026-11-28T18:00",
        "to_at": "2026-11-28T21:00", "hours": "3", "overtime_reason": "会议保障",
    })  # fmt: skip
    house.fill("gao", "", {"supervisor_decision": "approved"}, asked.number)
    house.world.asked_for_recordings(due_back_on="2026-12-01")


def a_month_is_issued(house: House) -> None:
    client = house.world.office.client
    month_issuing.issue_month(house.actor("sunmin"), client.id, periods.Month("2026-10"))


ACTS = (
    the_register_is_looked_after,
    people_sign_in_and_one_does_not,
    a_sheet_with_a_photo_is_signed_and_corrected,
    a_sheet_goes_back_and_is_done_again,
    an_answer_is_erased,
    a_sheet_is_cancelled,
    nobody_is_there_to_sign,
    a_confidential_room_is_served,
    a_stranger_reports_a_fault_and_another_joins,
    parts_come_are_taken_and_given_back,
    visits_are_planned_made_moved_and_skipped,
    the_office_asks_and_approves,
    a_sheet_waits_for_its_link,
    a_sheet_is_still_being_filled,
    a_month_is_issued,
)
