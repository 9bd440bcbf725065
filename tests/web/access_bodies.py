"""What somebody types into each form that posts, so that it does what it is for; the rest is as its page shows it."""

import io
import json
from collections.abc import Callable
from urllib.parse import urlencode

from fieldforms.flow.filling import drafts
from fieldforms.flow.notices import wishes
from tests.people import PASSWORD, STROKES
from tests.web.access_targets import BODY
from tests.web.documents.hands import picture
from tests.web.filling.hands import a_photo, hidden
from tests.web.hands import contact_body
from tests.web.importing import lists

# POST endpoint → GET endpoint whose page holds its form, where that is not the page at the same address.
PAGES = {
    "clients.change": "clients.edit",
    "clients.create": "clients.new",
    "devices.change": "devices.edit",
    "devices.create": "devices.new",
    "documents.create": "documents.new",
    "known_faults.add_photos": "known_faults.show",
    "known_faults.change": "known_faults.edit",
    "known_faults.create": "known_faults.new",
    "makers.create": "makers.new",
    "notice_wishes.confirm": "notice_wishes.edit",
    "notice_wishes.send_code": "notice_wishes.edit",
    "notice_ways.remove": "notice_ways.index",
    "notice_ways.retry": "notice_ways.index",
    "notice_ways.test": "notice_ways.index",
    "notices.see": "notices.index",
    "parts.change": "parts.edit",
    "parts.create": "parts.new",
    "connections.create": "connections.new",
    "device_changes.change": "device_changes.column",
    "device_changes.label": "device_changes.labels",
    "deputies.create": "deputies.show",
    "diagram_places.reset": "diagram_places.show",
    "drafts.complete": "drafts.check",
    "drafts.save": "drafts.show",
    "imports.write": "imports.show",
    "ports.add": "ports.new",
    "ports.add_to_model": "ports.of_model",
    "signatures.sign": "signatures.link",
    "signatures.outcome": "signatures.choose",
    "signatures.record_paper": "signatures.paper",
    "stock.book": "stock.show_count",
    "stock.compare": "stock.show_count",
    "visits.move": "visits.show",
    "visits.skip": "visits.show",
    "records.review": "records.show",
    "aftercare.add": "aftercare.show",
    "reviews.approve": "reviews.index",
    "reviews.send_back": "reviews.index",
    "saved_views.save": "saved_views.ask",
    "short_steps.complete": "records.show",
    "client_papers.issue": "client_papers.show",
    "client_papers.send": "client_papers.show",
    "client_reports.issue": "client_reports.show",
}
# What posts a photo by itself.
PHOTOS = ("fault_reports.add_photo", "photos.add")
OWN, NEW = {"own_password": PASSWORD}, "another correct horse"


SIGNED = {"accessories": "yes", "satisfaction": "satisfied", "signer": "丁一", "strokes": STROKES}


def contact_body_of_office(targets, _login) -> dict:
    return contact_body(targets.world.office) | {"accessories": "yes", "satisfaction": "satisfied"}


def wishes_of_role(targets, login) -> dict:
    """Each role is offered other kinds, and its form says so."""
    user = targets.world.users.get(login) or targets.world.users["sunmin"]
    return {"kinds": "assigned", "version": json.dumps(wishes.texts_of_wish(user))}


# POST endpoint → what is typed; a function: of (targets, login).
TYPED: dict[str, dict | Callable] = {
    "accounts.change_password": {"old": PASSWORD, "new": NEW},
    "accounts.enrol": {"pin": "274915"},
    "accounts.set_pin": {"pin": "274915", **OWN},
    "accounts.sign_in": {"login": "shen", "password": PASSWORD},
    "assignments.assign": lambda t, _: {"user": t.world.users["zhou"].id},
    "cable_schedules.confirm": OWN,
    "client_files.confirm": OWN,
    "client_papers.send": {"number": 1},
    "client_papers.write": {"body": "新的规定"},
    "clients.create": {"name": "新客户", "short_name": "新"},
    "codes.bind": lambda t, _: {"device": t.world.office.device.id},
    "codes.put_on_part": lambda t, _: {"part": t.part.id},
    "connections.create": lambda t, _: {
        "device": t.cable.target.device_id,
        "target": t.cable.target_id,
        "number": "H-001",
        "status": "installed",
    },
    "contacts.add": {"name": "新联系人"},
    "deliverables.put_document": lambda *_: {"file": (io.BytesIO(picture()), "合同.png"), "kind": "contract"},
    "deliverables.tell": {"state": "done", "words": "已签"},
    "diagram_places.move": lambda t, _: {"box": t.world.office.device.id, "place": "0,10"},
    "deputies.create": lambda t, _: {
        "deputy": t.world.users["shen"].id,
        "from_on": t.day(30),
        "until_on": t.day(31),
    },
    "device_changes.change": lambda t, _: {
        "column": "keeper",
        "value": "张",
        "version": f'{{"{t.world.office.device.id}": ""}}',
    },
    "device_events.bring_back": {"note": "修好了"},
    "device_events.replace": {"note": "坏了", "afterwards": "retired"},
    "device_events.retire": {"note": "坏了"},
    "device_events.set_state": {"state": "faulty", "note": "坏了"},
    "device_exports.confirm": OWN,
    "devices.create": lambda t, login: {
        "client": (t.world.university if login == "zhou" else t.world.office).client.id,
        "name": "新功放",
        "category": "amplifier",
    },
    "documents.add_version": lambda *_: {"file": (io.BytesIO(picture((300, 300))), "图二.png")},
    "documents.create": lambda t, login: {
        "client": (t.world.university if login == "zhou" else t.world.office).client.id,
        "file": (io.BytesIO(picture((200, 200))), "图三.png"),
        "kind": "drawing",
    },
    "erasures.erase": {"name": "signer", "reason": "客户要求", "seq": "2", **OWN},
    "exports.confirm_page": OWN,
    "figures.confirm": OWN,
    "fault_reports.create": lambda *_: {
        "symptom": "没有声音",
        "urgency": "urgent",
        "draft": drafts.new_uuid(),
        "record": drafts.new_uuid(),
    },
    "forms.try_out": contact_body_of_office,
    "holidays.add": {"day": "2026-12-31", "name": "停电", "working": ""},
    "home.language": {"lang": "en"},
    "imports.create": lambda *_: {
        "file": (io.BytesIO(lists.workbook(["设备名称"], ["调音台"])), "设备.xlsx")
    },
    "remembered_words.forget": {"kind": "devices", "column": "category", "word": "放音的"},
    "imports.invite": OWN,
    "imports.open_sheet": {"sheet": 1},
    "imports.place": {"column-0": "name", "column-1": "category", "column-2": "client"},
    "known_faults.add_photos": lambda *_: {"photos": (io.BytesIO(picture((60, 60))), "灯.png")},
    "known_faults.create": {"symptom": "画面发黄", "remedy": "换灯泡", "about": "category-projector"},
    "known_faults.merge": lambda t, _: {"into": t.double_fault.id},
    "lifting.lift": {"reason": "文件已解密"},
    "likely_faults.note": {"helped": "1"},
    "notice_ways.add_robot": {"name": "运维群", "secret": "https://robots.example.cn/hook", **OWN},
    "notice_ways.change_robot": OWN,
    "notice_ways.put_mail": {"host": "smtp.example.cn", "sender": "ff@example.cn", **OWN},
    "notice_ways.remove": OWN,
    "notice_ways.test": {"address": "admin@example.cn"},
    "notice_wishes.change": lambda t, login: wishes_of_role(t, login),
    "notice_wishes.confirm": {"factor_code": "ABCDEFGH"},
    "aftercare.add": {"words": "已致电"},
    "aftercare.close": {"reason": "已致歉", "care_ending": "agreed"},
    "makers.create": {"name": "新厂家"},
    "makers.merge": lambda t, _: {"into": t.maker.id},
    "models.merge": lambda t, _: {"into": t.model.id},
    "parts.confirm_export": OWN,
    "parts.create": {"name": "新备件", "kind": "part"},
    "people.add": {"login": "neu", "name": "新人", "role": "technician", "password": NEW, **OWN},
    "people.assign": OWN,
    "client_technicians.change": OWN,
    "people.change": OWN,
    "people.disable": OWN,
    "people.invite": OWN,
    "people.reset": {"password": NEW, **OWN},
    "people.revoke_phone": OWN,
    "personal_data.confirm": OWN,
    "personal_data.confirm_person": OWN,
    "personal_data.erase": {"reason": "本人要求", **OWN},
    "second_factors.make_codes": OWN,
    "second_factors.remove": OWN,
    "second_factors.reset": OWN,
    "second_factors.set_up": {"factor_code": "000000", **OWN},
    "ports.add": {"text": "HDMI OUT 7"},
    "ports.add_to_model": {"text": "HDMI OUT 7"},
    "phone_signatures.take": lambda t, _: {"part": hidden(urlencode(SIGNED | {"body": BODY}), t.on_phone)},
    "plans.make": lambda t, _: {
        "key": "service-contact",
        "place": "client",
        "every": "1",
        "unit": "month",
        "starts_on": t.day(30),
    },
    "readings.confirm": OWN,
    "prints.confirm": OWN,
    "records.cancel": {"reason": "不用了"},
    "records.correct": {"reason": "写错了"},
    "records.end_unaccepted": {"reason": "客户不在"},
    "records.recall": {"reason": "写错了"},
    "records.settle_follow_up": {"reason": "已联络"},
    "retirements.change_client": {"reason": "合同到期"},
    "retirements.change_room": {"reason": "拆了"},
    "reviews.answer": {"reason": "没写错"},
    "reviews.approve": lambda t, _: {"number": t.signed.number},
    "reviews.send_back": lambda t, _: {"number": t.signed.number, "words": "写错了"},
    "rooms.add": {"name": "新会议室"},
    "saved_views.save": {"name": "话筒的"},
    "shortages.close": {"reason": "补记"},
    "signatures.hand_over": {"pin": "274915", **OWN},
    "signatures.outcome": {"entry.outcome": "absent", "reason": "出差"},
    "signatures.record_paper": lambda *_: {
        "signer": "丁一",
        "accessories": "yes",
        "satisfaction": "satisfied",
        "paper.file": (io.BytesIO(a_photo()), "纸.jpg"),
    },
    "signatures.sign": SIGNED,
    "signatures.take_back": {"password": PASSWORD},
    "stock.confirm_export": OWN,
    "short_steps.complete": {"supervisor_decision": "approved"},
    "stock.move": lambda t, _: {
        "quantity": "1",
        "source": f"client-{t.world.office.client.id}",
        "target": f"person-{t.world.users['chen'].id}",
    },
    "taking_over.end": lambda t, _: {"client": t.world.office.client.id, "reason": "早已服务"},
    "visits.move": lambda t, _: {"to": t.day(8), "reason": "客户放假"},
    "visits.skip": {"reason": "客户放假"},
}
