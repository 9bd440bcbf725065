"""What else happened in the house: what migrations 0002 to 0010 brought, and what the house of 0001 left unsaid.

As in people.py. A new act is added at the end of ACTS: what a database says of the acts before it stays comparable.
"""

import io
from contextlib import suppress
from dataclasses import replace

import pyotp

from fieldforms.errors import WrongPin
from fieldforms.flow import local_time
from fieldforms.flow.cabling import connections, diagram_moves, ports
from fieldforms.flow.calendar import calendar_feeds, holidays, plans
from fieldforms.flow.calendar.holidays import Calendar
from fieldforms.flow.completing import (
    aftercare,
    completion,
    lifting,
    page_secrets,
    reviews,
    signature_requests,
)
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.documents import document_reading, documents
from fieldforms.flow.documents.document_targets import DocumentTarget
from fieldforms.flow.errands.errands import ERRANDS
from fieldforms.flow.faults import grown_faults, known_faults
from fieldforms.flow.filling import drafts
from fieldforms.flow.importing import imports
from fieldforms.flow.importing.choices import Choices
from fieldforms.flow.inbox import succession
from fieldforms.flow.jobs import jobs
from fieldforms.flow.library import form_publishing
from fieldforms.flow.notices import notice_ways, sender, teller, told_notices, wishes
from fieldforms.flow.notices.notice_ways import GivenSecrets
from fieldforms.flow.papers import client_papers
from fieldforms.flow.people import (
    deputies,
    invitations,
    saved_views,
    second_factor_changes,
    second_factors,
)
from fieldforms.flow.people import sessions as signing_in
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.proof import retention
from fieldforms.flow.register import clients as register_clients
from fieldforms.flow.register import codes, makers, register_looks, retirements
from fieldforms.flow.register import devices as register
from fieldforms.flow.seals import signing_keys
from fieldforms.flow.stages import stage_words, taking_over
from fieldforms.flow.stock import movements, parts, shortages
from fieldforms.forms.loading import definition_of_data
from fieldforms.paper.leaflet import render_leaflet
from fieldforms.store import clock, database
from fieldforms.store.jobs.jobs import give_job_up, lease_due_job
from fieldforms.store.library import definitions
from fieldforms.store.models import (
    Client,
    Code,
    Contact,
    Deputy,
    Device,
    DeviceModel,
    DocumentVersion,
    Entry,
    KnownFault,
    Maker,
    Part,
    Port,
    Record,
    Room,
    Session,
    Shortage,
    StageWord,
    User,
)
from fieldforms.store.people import accounts, sessions
from fieldforms.store.people.second_factors import note_asked
from fieldforms.store.register import device_events
from tests import mail_servers
from tests.kept.house import HERE, House
from tests.people import STROKES, Place
from tests.web.faults.hands import DISPUTED, reviewed

LOGINS = ("chen", "sunmin", "gao", "admin")
TEXTS = ("client_name", "contact", "phone", "arrival", "client_type", "request", "solution", "result")
LOOKED = {
    "lines_and_interfaces": "normal", "indicator_lights": "normal", "drivers_and_software": "not_applicable",
    "fault_class": "device", "outcome": "solved", "remedy": "换了灯泡", "minutes": 20,
}  # fmt: skip


def the_register_says_all_that_it_can(house: House) -> None:
    sun, university = house.actor("sunmin"), house.world.university
    Client.update(
        warranty_until="2026-06-30", calls_total=12, service_modes=["on_site"], working_hours="8:30–17:30",
        type="per_call", contract_until="2026-12-31", visits_per_year=2, hours_per_year=120, language="en",
    ).where(Client.id == university.client.id).execute()  # fmt: skip
    Contact.update(title="老师", mobile="13900000000", lead=False, room_keeper=True).where(
        Contact.id == university.contact.id
    ).execute()
    Room.update(no_phones=True, modes=["本地会议", "远程会议"], power_on=["电源时序器", "投影机"]).where(
        Room.id == university.room.id
    ).execute()
    Device.update(interfaces="HDMI 输入 ×4", spare_interfaces="HDMI 输入 ×1", note="遥控器在讲台里").where(
        Device.id == university.device.id
    ).execute()
    User.update(language="en", phone="13700000000").where(User.login == "shen").execute()
    old = Device.create(client=university.client, name="旧功放", category="amplifier", created_at=clock.now())
    codes.put_label_on(sun, old)
    codes.put_label_on(sun, old)
    codes.retire_wearer(house.actor("gao"), old)


def people_come_back_and_take_back(house: House) -> None:
    gao, chen, admin = house.actor("gao"), house.actor("chen"), house.actor("admin")
    deputies.end_deputy(gao, gao.user_id, Deputy.get().id)
    calendar_feeds.make_feed(gao)
    calendar_feeds.revoke_feed(gao)
    row, _token = sessions.begin_session(chen.user, "iPhone", True, HERE)
    signing_in.set_pin(row, "274913")
    signing_in.sign_out(Session.get_by_id(row.id))
    held, _token = sessions.begin_session(chen.user, "Android", False, "203.0.113.10")
    signing_in.set_pin(held, "274913")
    with suppress(WrongPin):
        signing_in.check_pin(Session.get_by_id(held.id), "000000")
    waiting = house.contact(request="擦黑板机")
    signature_requests.hand_phone_over(replace(chen, session_id=held.id), waiting.number)
    invitations.invite_user(admin, house.world.users["wangjing"].id)
    form_publishing.retire_form(admin, "training-record")
    drafts.discard_draft(chen, house.world.working_sheet(request="写错了").uuid)


def a_low_rating_is_followed_up(house: House) -> None:
    low = Record.get(Record.satisfaction == "dissatisfied", Record.in_force)
    aftercare.close_care(house.actor("gao"), low.number, "已上门致歉，客户认可", {"care_ending": "contented"})


def a_sheet_is_confidential_no_longer(house: House) -> None:
    label = Code.get(Code.device == Device.get(Device.name == "保密会议主机")).code
    sealed = house.contact(request="借用线材", serviced_devices=[{"code": label}])
    lifting.lift_confidentiality(house.actor("gao"), sealed.number, "会议已公开")


def a_client_signs_by_link_and_keeps_a_copy(house: House) -> None:
    """One photo had not arrived when the technician went on; the copy is that of the page which signed."""
    draft = house.world.working_sheet(request="更换话筒线")
    given = HandedIn(draft.answers, missing_photos=1)
    sealed = completion.complete(house.actor("chen"), draft.uuid, given).entry
    link, token = signature_requests.make_signing_link(house.actor("chen"), sealed.number)
    rated = {"accessories": "yes", "satisfaction": "very_satisfied"}
    signed = HandedIn(
        rated, signer="丁一", strokes=STROKES, shown=sealed.digest, page_secret=page_secrets.new_secret()
    )
    signer = Actor(None, "link", HERE, extra={"draft": link.draft})
    _entry, copy = signature_requests.sign_by_link(signer, token, signed)
    house.ways["copies"] = [f"/s/{copy}"]


def a_link_is_taken_back(house: House) -> None:
    sealed = house.contact(request="清洁镜头")
    signature_requests.make_signing_link(house.actor("chen"), sealed.number)
    signature_requests.revoke_signing_links(house.actor("chen"), sealed.number)


def work_is_left_over_and_gone_on_with(house: House) -> None:
    office, left = house.world.office, {"open_points": "待换端子", "remarks": "配件在途"}
    later = {"result": "not_completed", "not_completed": ["follow_up"], "follow_up_date": "2026-11-27"}
    first = house.contact(**left, **later)
    house.sign(first, {"accessories": "yes", "satisfaction": "satisfied"})
    answers = house.world.contact_answers(office, request="换端子")
    house.fill("chen", "service-contact", answers, device=office.device.id, follows=first.number)


def projector(place: Place, name: str) -> Device:
    return Device.create(
        client=place.client, room=place.room, name=name, category="projector", created_at=clock.now()
    )


def the_books_lack_what_was_fitted(house: House) -> None:
    """Three lamps each in two faults, and one in the books: of the first somebody says why, the second waits."""
    sun, office = house.actor("sunmin"), house.world.office
    owner = str(office.client.id)
    lamp = parts.add_part(sun, {
        "name": "投影灯泡", "kind": "part", "brand": "Epson", "model": "ELPLP96", "unit": "只",
        "low_at": "1", "price": "268", "note": "防潮", "owner": owner,
    })  # fmt: skip
    codes.put_label_on(sun, lamp)
    arrived = {"quantity": "1", "target": f"client-{owner}", "note": "客户自购"}
    movements.move_part(sun, lamp.id, "received", arrived)
    fitted = LOOKED | {"parts_used": [{"part": {"name": lamp.name}, "quantity": 3}]}
    for name in ("投影机", "备用投影机"):
        number = house.report_fault(projector(office, name), "画面发黄")
        house.fill("chen", "", fitted, number)
    shortages.close_shortage(sun, Shortage.select().order_by(Shortage.id).get().id, "旧件翻新后装回")
    movements.move_part(sun, lamp.id, "received", arrived)
    fitted = {"quantity": "1", "source": f"client-{owner}", "device": office.code.code}
    movements.move_part(sun, lamp.id, "fitted", fitted)
    parts.retire_part(sun, Part.create(name="旧线材", kind="part", created_at=clock.now()).id)


def engineers_are_sent_and_one_has_repaired(house: House) -> None:
    """He fitted fewer than the checks said: what they lacked is said anew by his step."""
    lamp, chen = Part.get(Part.name == "投影灯泡"), house.world.users["chen"]
    send = {"route": "engineer", "assigned_engineer": {"id": chen.id, "name": chen.name}}
    looked = LOOKED | {"outcome": "engineer", "parts_used": [{"part": {"name": lamp.name}, "quantity": 2}]}
    for name in ("拼接屏", "字幕机"):
        number = house.report_fault(projector(house.world.office, name), "整机不通电")
        house.fill("chen", "", looked, number)
        house.fill("sunmin", "", send, number)
    mend = {"repair_remedy": "接好了", "repair_minutes": 10, "repair_cost": "0"}
    mend |= {"repair_parts_used": [{"part": {"name": lamp.name}, "quantity": 1}]}
    house.fill("chen", "", mend, number)


def a_visitor_comes_to_a_device(house: House) -> None:
    """Its form asks for no devices: where it was begun is kept beside it."""
    visit = {
        "visitor": "李工",
        "organisation": "厂家",
        "purpose": "升级固件",
        "meeting": "none",
        "visitor_is": "other",
    }
    visit |= {"room_name": "机房", "special_case": "远程无法升级"}
    house.fill("chen", "machine-room-visit", visit, device=house.world.office.device.id)


def a_device_and_a_room_have_plans_of_their_own(house: House) -> None:
    sun, university = house.actor("sunmin"), house.world.university
    given = {"key": "av-maintenance", "every": "1", "unit": "week", "weekday": "2",
             "skip_holidays": "1", "technician": str(house.world.users["zhou"].id),
             "starts_on": "2026-12-01", "ends_on": "2027-11-30"}  # fmt: skip
    for place in (f"device-{university.device.id}", f"room-{university.room.id}"):
        plans.make_plan(sun, university.client.id, given | {"place": place})
    holidays.put_holiday(sun, local_time.date_today().replace(day=28), "补班", True)


def somebody_leaves_and_hands_over(house: House) -> None:
    admin, zhou, chen = house.actor("admin"), house.world.users["zhou"], house.world.users["chen"]
    university = house.world.university.client.id
    for served in ({university, house.world.office.client.id}, {university}):
        succession.assign_clients(admin, zhou, served)
    house.world.working_sheet("zhou", house.world.university, request="功放过热")
    succession.disable_user(admin, zhou.id, chen.id)


def the_signing_key_is_changed(house: House) -> None:
    signing_keys.make_key()
    house.sign(house.contact(request="新钥匙"), {"accessories": "yes", "satisfaction": "satisfied"})


def nothing_in_the_register_is_left_empty(house: House) -> None:
    """A column that comes to a register needs no act of its own. A day reads as a text, too."""
    for model in (Client, Contact, Room, Device, Part, Maker):
        for column in model._meta.sorted_fields:
            if column.default == "" and not model.select().where(column != "").exists():
                model.update({column: "2026-11-24"}).execute()


def the_worker_works(house: House) -> None:
    """One job done, one given up, one taken by a worker that was killed."""
    for about in ({"why": "抹除之后"}, {"why": "磁盘坏了"}, {"why": "断电"}):
        jobs.put_off("purge_index", about)
    assert jobs.do_next(ERRANDS)
    with database.transaction():
        give_job_up(lease_due_job(ERRANDS, clock.now() + jobs.LEASE), "OSError store/search.py:170")
        lease_due_job(ERRANDS, clock.now() + jobs.LEASE)


def a_device_takes_the_place_of_another(house: House) -> None:
    sun, office = house.actor("sunmin"), house.world.office
    given = {
        "name": "新投影机",
        "category": "projector",
        "brand": "Epson",
        "model": "CB-L630U",
        "price": "12800",
        "installed_about": "1",
    }
    new = register.add_device(
        sun, office.client.id, given | {"manufacturer": "爱普生", "manufacturer_phone": "4005550132"}
    )
    DeviceModel.update(try_first=["看电源灯"], note="激光光源").execute()
    with database.transaction():
        said = {"before": "in_use", "after": "faulty", "note": "灯泡炸了", "other": new}
        device_events.add_event(office.device, "state", sun.user_id, **said)


def the_library_is_filled(house: House) -> None:
    """Of a model, a device, a room and the company; a second version, one that is retired, and words that a job has read."""
    sun, office, about = house.actor("sunmin"), house.world.office, {"language": "zh", "note": "灰色封面"}
    targets = (
        DocumentTarget(device=office.device),
        DocumentTarget(room=office.room),
        DocumentTarget(of_model=DeviceModel.get()),
        DocumentTarget(),
    )
    kept = [
        documents.add_document(sun, target, about | {"kind": "manual"}, leaflet_of(f"第{n}份"), "手册.pdf")
        for n, target in enumerate(targets)
    ]
    said = {"edition": "V2", "dated_on": "2026-11-01", "version_note": "换了端子"}
    documents.supersede_version(sun, kept[0].id, said, leaflet_of("新的"), "新手册.pdf")
    documents.retire_document(sun, kept[1].id)
    for version in DocumentVersion.select():
        document_reading.read_words(version.id)


def papers_are_issued(house: House) -> None:
    """A text in two versions, put among the client's documents; an internal report beside it."""
    sun, client = house.actor("sunmin"), house.world.office.client.id
    for text in ("第一稿", "第二稿，{客户}"):
        client_papers.write_text(sun, client, "resident-rules", "zh", {"text": text})
    client_papers.issue_paper(sun, client, "resident-rules", "zh", 2)
    client_papers.write_text(sun, client, "survey-report-internal", "zh", {"text": "报价太低"})
    client_papers.issue_paper(sun, client, "survey-report-internal", "zh", 1)


def a_paper_is_written_in_english(house: House) -> None:
    """It tells of the rooms' faults."""
    sun, client = house.actor("sunmin"), house.world.office.client.id
    text = {"text": "## Faults\nOf {client}\n{faults by device}"}
    client_papers.write_text(sun, client, "survey-report", "en", text)
    client_papers.issue_paper(sun, client, "survey-report", "en", 1)


def leaflet_of(title: str) -> io.BytesIO:
    return io.BytesIO(render_leaflet(title, "按下电源", [], "zh", 1_700_000_000_000))


def a_client_and_a_room_are_served_no_longer(house: House) -> None:
    gao = house.actor("gao")
    left = Client.create(name="老客户有限公司", short_name="老客户")
    room = Room.create(client=house.world.office.client, name="旧会议室")
    retirements.retire_place(gao, left, "合同到期不再续签")
    retirements.retire_place(gao, room, "改作库房")


def cables_are_written_down(house: House) -> None:
    """A model's ports, two devices' ports, a cable between them, and one that was taken out."""
    sun, office = house.actor("sunmin"), house.world.office
    given = {
        "name": "会议室显示屏",
        "category": "display",
        "brand": "Sony",
        "model": "FW-85",
        "room": str(office.room.id),
    }
    display = register.add_device(sun, office.client.id, given)
    ports.add_ports(sun, office.device.id, "text", "HDMI 输出 ×2")
    ports.add_ports(sun, display.id, "text", "HDMI 输入 ×2")
    ports.add_model_ports(sun, display.of_model_id, like=display.id)
    outputs, inputs = (ports.ports_of_device(sun, each) for each in (office.device, display))
    ports.edit_port(sun, inputs[1].id, {"name": "HDMI 输入 2", "direction": "in", "signal": "hdmi", "connector": "HDMI A", "gender": "female",
                                        "face": "背面", "stated": "free", "note": "松动"})  # fmt: skip
    ports.remove_port(sun, outputs[1].id)
    said = {
        "kind": "HDMI 2.0",
        "length": "15",
        "colour": "黑",
        "status": "installed",
        "since": "2026-11-20",
        "tested_on": "2026-11-21",
        "note": "走桥架",
    }
    for number in ("H-001", "H-002"):
        [cable] = connections.connect_ports(sun, outputs[0].id, inputs[0].id, said | {"number": number})
        if number == "H-001":
            connections.remove_connection(sun, cable.id)


def a_fault_becomes_known(house: House) -> None:
    """From a sheet and by hand; one double, one out of use, one tried."""
    sun, chen = house.actor("sunmin"), house.actor("chen")
    said = {"about": "category-projector", "symptom": "画面发黄", "cause": "灯泡到寿命", "remedy": "换灯泡"}
    kept = known_faults.write_fault(sun, said, "zh")
    double = known_faults.write_fault(sun, said | {"symptom": "画面变黄"}, "zh")
    known_faults.merge_fault(sun, double.id, kept.id)
    of_model = {
        "about": f"model-{DeviceModel.get().id}",
        "symptom": "不亮",
        "cause": "",
        "remedy": "按开机键",
    }
    known_faults.retire_fault(sun, known_faults.write_fault(sun, of_model, "zh").id)
    sheet = house.contact(request="话筒有杂音")
    house.sign(sheet, {"accessories": "yes", "satisfaction": "satisfied"})
    growth = grown_faults.growth_of_sheet(chen, sheet.number, "zh")
    grown = grown_faults.grow_fault(chen, sheet.number, growth.texts, "zh")
    KnownFault.update(photos=["0" * 64]).where(KnownFault.id == grown.id).execute()
    known_faults.note_try(chen, kept.id, sheet.record, True)


def lists_come_in(house: House) -> None:
    """One written, one that waits for what a word means, one whose writing was refused."""
    sun, client = house.actor("sunmin"), house.world.office.client.name
    placed = Choices(columns={"0": "name", "1": "category", "2": "client"})
    for rows in ("手持话筒,话筒", "不知什么,不知道"):
        uuid = drafts.new_uuid()
        imports.begin_import(sun, "devices", "清单.csv", f"名称,类别,客户\n{rows},{client}\n".encode(), uuid)
        imports.place_columns(sun, uuid, placed)
        imports.ask_to_write(sun, uuid)
        imports.write_import({"import": uuid})
    left = drafts.new_uuid()
    imports.begin_import(sun, "devices", "清单.csv", f"名称,类别,客户\n,话筒,{client}\n".encode(), left)
    imports.place_columns(sun, left, placed)
    imports.leave_out_open_rows(sun, left)


def makers_are_reached_and_changes_looked_at(house: House) -> None:
    """A maker with all that is known of it; what a technician changed, looked at once and changed again."""
    said = {
        "name": "索尼",
        "phone": "4008109000",
        "hotline": "8008202228",
        "contact": "王工",
        "web": "www.sony.com.cn",
    }
    sun, chen, office = house.actor("sunmin"), house.actor("chen"), house.world.office
    makers.add_maker(sun, said | {"note": "周末不接"})
    for floor in ("11 层", "12 层"):
        given = {"name": office.contact.name, "lead": "1", "floor": floor}
        register_clients.edit_contact(chen, office.contact.id, given)
        for each in register_looks.changes_awaiting_look(sun) if floor == "11 层" else ():
            register_looks.look_at_changes(sun, each.by.id, each.client.id, each.until)


def stages_are_told_of(house: House) -> None:
    """In words, by a document, by a sheet; one taken back, and a client that was served before."""
    sun, client = house.actor("sunmin"), house.world.office.client.id
    closed = Record.select().where(Record.client == client, Record.state == "closed", ~Record.confidential)
    sheet = closed.order_by(Record.id.desc()).first()
    stage_words.tell_deliverable(sun, client, "contract", {"state": "in_work", "words": "等盖章"}, None)
    told = {"state": "done", "words": "双方已签", "record": sheet.number}
    stage_words.tell_deliverable(sun, client, "contract", told, None)
    leaflet = leaflet_of("驻场人员管理制度")
    stage_words.put_document(
        sun, client, "resident_rules", {"kind": "other", "language": "zh"}, leaflet, "制度.pdf"
    )
    stage_words.tell_deliverable(
        sun, client, "direction", {"state": "not_needed", "words": "合同里没有"}, None
    )
    for word in StageWord.select().where(StageWord.deliverable == "direction"):
        stage_words.take_word_back(sun, client, "direction", word.id)
    taking_over.end_taking_over(sun, [client], "早就在服务")


def a_list_is_kept_under_a_name(house: House) -> None:
    for name, query, shared in (
        ("没人看过的", "unread=1", "1"),
        ("本月完成的", "state=closed&period=month", ""),
    ):
        given = {"name": name, "shared": shared}
        saved_views.save_view(house.actor("gao"), "records.index", query, given)


def a_box_of_a_diagram_is_moved(house: House) -> None:
    """In the room where `cables_are_written_down`: of two devices that are wired, one is put elsewhere and one is put back."""
    chen, room = house.actor("chen"), house.world.office.room
    wired = [port.device_id for port in Port.select().where(Port.device.is_null(False)).order_by(Port.id)]
    there = {each.id for each in Device.select().where(Device.room == room)}
    drawn = next(id for id in wired if id in there)
    for place in ("1,40", "", "0,120"):
        for system in ("", "video"):
            diagram_moves.move_box(chen, room.id, system, drawn, place)


def sheets_are_reviewed_and_cared_for(house: House) -> None:
    gao = house.actor("gao")
    approved, back = (house.world.signed_sheet() for _ in range(2))
    reviews.approve_sheet(gao, approved.number, "做得好")
    reviews.send_back(gao, back.number, "型号写错")
    low = house.world.signed_sheet(rating="fair")
    given = {"owner": str(gao.user_id), "due_on": local_time.today()}
    aftercare.add_words(gao, low.number, "约了上门", given)
    reviews.send_back(gao, house.world.waiting_sheet().number, "再写清楚")
    reviewed(house.world, DISPUTED)


def an_account_is_guarded_by_a_second_factor(house: House) -> None:
    """Set up, asked for at the next sign-in, and a recovery code used in its place; somebody else is asked to set one up."""
    admin = house.actor("admin")
    note_asked(house.actor("gao").user)
    row, _token = sessions.begin_session(admin.user, "Mac", False, HERE)
    secret = second_factors.new_app_secret()
    app = pyotp.TOTP(secret)
    _token, codes = second_factor_changes.set_up(
        row, secret, app.generate_otp(clock.now() // second_factors.CODE_STEP_MS)
    )
    again, _token = sessions.begin_session(accounts.by_id(admin.user.id), "Mac", False, HERE)
    second_factors.check_code(again, codes[0], HERE)


def some_answers_are_not_kept_for_ever(house: House) -> None:
    """What clients remarked goes a month after their sheet was closed."""
    version = definitions.current_version("service-contact")
    keep = {"months": 1, "erase": ["comments"]}
    definitions.publish_definition(
        definition_of_data(definitions.read_definition(version).source | {"keep": keep})
    )
    with clock.pretend_now(clock.now() + 40 * clock.DAY_MS):
        retention.erase_outlived()


def a_repair_has_its_price(house: House) -> None:
    number = house.report_fault(projector(house.world.office, "计价的投影机"), "灯泡不亮")
    house.fill("chen", "", LOOKED | {"cost": "160.50"}, number)


def people_are_told(house: House) -> None:
    """By mail, once the address is confirmed; one mail is refused. A group's robot is added, another one taken away."""
    admin, chen = house.actor("admin"), house.actor("chen")
    given = {
        "how": "once",
        "kinds": "assigned visit",
        "digest_hour": "8",
        "quiet_from": "21",
        "quiet_until": "7",
    }
    given |= {"working_days": "1", "address": "chen@example.cn"}
    with mail_servers.mail_server() as kept:
        server = {"host": "127.0.0.1", "port": str(kept.port), "security": "plain", "sender": "ff@example.cn"}
        way = notice_ways.put_mail_server(admin, server, GivenSecrets())
        for person in (chen, house.actor("zhou")):
            wishes.change_wishes(person, given)
        wishes.confirm_address(chen, wishes.code_to_confirm(wishes.wish_of_user(chen.user)))
        house.world.sign(told_of_a_sheet(house))
        kept.replies["RCPT"] = "550 nobody"
        notice_ways.send_test(admin, way.id, "admin@example.cn")
        sender.send_due_deliveries()
        told_of_a_sheet(house)
        told_notices.mark_all_seen(chen, 2**31 - 1)
    robot = {"name": "运维群", "hour": "8", "language": "zh"}
    for product in ("feishu", "wecom"):
        secrets = GivenSecrets("https://robots.example.cn/hook", "SEC")
        row = notice_ways.put_robot(admin, None, product, robot, secrets)
    notice_ways.retire_way(admin, row.id)
    label = Code.get(Code.device == Device.get(Device.name == "保密会议主机")).code
    house.contact(request="话筒没有声音", serviced_devices=[{"code": label}])
    with clock.pretend_now(house.now + 40 * clock.DAY_MS):  # what is late by then, too
        for user in accounts.active_users():
            teller.tell_person(user, Calendar())


def told_of_a_sheet(house: House) -> Entry:
    entry = house.world.waiting_sheet()
    teller.tell_person(house.world.users["chen"], Calendar())
    sender.send_due_deliveries()
    return entry


ACTS = (
    the_register_says_all_that_it_can,
    people_come_back_and_take_back,
    a_low_rating_is_followed_up,
    a_sheet_is_confidential_no_longer,
    a_client_signs_by_link_and_keeps_a_copy,
    a_link_is_taken_back,
    work_is_left_over_and_gone_on_with,
    the_books_lack_what_was_fitted,
    engineers_are_sent_and_one_has_repaired,
    a_visitor_comes_to_a_device,
    a_device_and_a_room_have_plans_of_their_own,
    somebody_leaves_and_hands_over,
    the_signing_key_is_changed,
    nothing_in_the_register_is_left_empty,
    the_worker_works,
    a_device_takes_the_place_of_another,
    the_library_is_filled,
    a_client_and_a_room_are_served_no_longer,
    cables_are_written_down,
    a_fault_becomes_known,
    lists_come_in,
    stages_are_told_of,
    makers_are_reached_and_changes_looked_at,
    papers_are_issued,
    a_list_is_kept_under_a_name,
    a_box_of_a_diagram_is_moved,
    a_paper_is_written_in_english,
    sheets_are_reviewed_and_cared_for,
    an_account_is_guarded_by_a_second_factor,
    some_answers_are_not_kept_for_ever,
    a_repair_has_its_price,
    people_are_told,
)
