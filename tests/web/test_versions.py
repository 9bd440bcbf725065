"""Two people have one thing's form open: nobody's change is lost unseen, and the audit keeps before and after."""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from html import unescape

import pytest

from fieldforms.flow.documents import documents
from fieldforms.flow.documents.document_targets import DocumentTarget
from fieldforms.flow.local_time import today
from fieldforms.flow.notices import notice_ways
from fieldforms.flow.stages.deliverable_states import DELIVERABLE_STATES
from fieldforms.flow.stages.progress import progress_of_client
from fieldforms.store.calendar import plans
from fieldforms.store.models import (
    Audit,
    Connection,
    DeviceModel,
    Document,
    Holiday,
    KnownFault,
    Maker,
    Part,
    Plan,
    User,
    Visit,
)
from fieldforms.store.notices.notice_ways import ways_in_use
from tests import cables
from tests.people import PASSWORD
from tests.web.documents.hands import picture
from tests.web.hands import Reader

# --- the form of a page, as a browser posts it


class Tab:
    """A form as somebody has it open; `body`: what it would post."""

    def __init__(self, browser, response, address: str):
        self.browser, self.page = browser, response.get_data(as_text=True)
        self.text = unescape(self.page)
        found = [form for form in Reader(self.page).forms if "version" in form[1]]
        assert found, f"no form of {address} says what it showed"
        [(action, self.body)] = found
        self.address = action or address

    def post(self, **typed):
        return self.browser.post(self.address, data=self.body | typed)

    def again(self, response) -> "Tab":
        return Tab(self.browser, response, self.address)


# --- every form that changes something that lives on


@dataclass(frozen=True)
class Edit:
    """`first` and `second`: what two people type into different fields; `words`: how the page calls what they typed.
    `stored`: both as they are kept. `login`: who may."""

    form: Callable[[object], str]
    first: dict
    second: dict
    words: tuple[str, str]
    stored: Callable[[object], tuple]
    login: str = "gao"
    action: str = ""  # of the audit
    kept: dict = field(default_factory=dict)  # what is typed each time


def device(world):
    return type(world.office.device).get_by_id(world.office.device.id)


def client(world):
    return type(world.office.client).get_by_id(world.office.client.id)


def contact(world):
    return type(world.office.contact).get_by_id(world.office.contact.id)


def room(world):
    return type(world.office.room).get_by_id(world.office.room.id)


def part(world):
    return Part.get_or_none() or Part.create(name="HDMI 线", kind="part", brand="秋叶原", created_at=1)


def document(world):
    known = Document.get_or_none()
    if known:
        return known
    target, file = DocumentTarget(device=world.office.device), io.BytesIO(picture())
    return documents.add_document(world.actor("sunmin"), target, {"kind": "drawing"}, file, "接线图.png")


def person(world, login="zhou"):
    return User.get(User.login == login)


def served(world, name: str) -> bool:
    from fieldforms.store.people import accounts

    return name in {each.short_name for each in accounts.clients_of(person(world))}


def plan(world):
    newest = Plan.select().order_by(Plan.id.desc()).first()
    return newest or plans.add_plan(
        client=world.office.client.id, key="service-contact", every=1, unit="month", skip_holidays=True,
        starts_on=today(), ends_on="", created_by=world.users["gao"].id,
    )  # fmt: skip


def first_plan(world):
    return plan(world) and Plan.select().order_by(Plan.id).first()


def first_cable(world):
    return Connection.get_or_none() or cables.connected(world.office)


def target(world, name: str, whose=None):
    from fieldforms.flow.faults import targets

    return targets.own_targets(whose).get(name)


def told_of_contract(world) -> tuple[str, str]:
    standing = progress_of_client(world.office.client.id).standing_by_name("contract")
    return standing.word.words if standing.word else "", DELIVERABLE_STATES[standing.state]


def model(_world):
    return DeviceModel.get_or_none() or DeviceModel.create(
        key="yamaha/px5", brand="Yamaha", name="PX5", category="amplifier", created_at=1
    )


def maker(_world):
    return Maker.get_or_none() or Maker.create(key="雅马哈", name="雅马哈", created_at=1)


def known_fault(world):
    return KnownFault.get_or_none() or KnownFault.create(
        category="projector",
        symptom="画面发黄",
        remedy="换灯泡",
        created_by=world.users["sunmin"],
        created_at=1,
        looked_at=1,
    )


def way_there(world, kind: str):
    return next((way for way in ways_in_use() if way.kind == kind), None)


def mail_server(world):
    given = {"host": "smtp.a.cn", "port": "465", "security": "tls", "sender": "ff@a.cn"}
    return way_there(world, "mail") or notice_ways.put_mail_server(
        world.actor("admin"), given, notice_ways.GivenSecrets("secret")
    )


def robot(world):
    secrets, given = (
        notice_ways.GivenSecrets("https://a.cn/hook"),
        {"name": "群", "hour": "8", "language": "zh"},
    )
    return way_there(world, "wecom") or notice_ways.put_robot(
        world.actor("admin"), None, "wecom", given, secrets
    )


EDITS = {
    "clients.change": Edit(
        lambda world: f"/clients/{world.office.client.id}/edit",
        {"phone": "0571-1111"}, {"address": "新路 9 号"}, ("0571-1111", "新路 9 号"),
        lambda world: (client(world).phone, client(world).address), action="client.edit",
    ),
    "contacts.change": Edit(
        lambda world: f"/contacts/{world.office.contact.id}/edit",
        {"title": "处长"}, {"mobile": "138 0000 7777"}, ("处长", "138 0000 7777"),
        lambda world: (contact(world).title, contact(world).mobile), "chen", "contact.edit",
    ),
    "rooms.change": Edit(
        lambda world: f"/rooms/{world.office.room.id}/edit",
        {"floor": "18 层"}, {"modes": "本地会议\n录播"}, ("18 层", "本地会议\n录播"),
        lambda world: (room(world).floor, "\n".join(room(world).modes)), action="room.edit",
    ),
    "devices.change": Edit(
        lambda world: f"/devices/{world.office.device.id}/edit",
        {"brand": "某某牌"}, {"serial": "SN-007"}, ("某某牌", "SN-007"),
        lambda world: (device(world).brand, device(world).serial), "chen", "device.edit",
    ),
    "known_faults.change": Edit(
        lambda world: f"/known-faults/{known_fault(world).id}/edit",
        {"cause": "灯泡到寿命"}, {"remedy": "先看小时数"}, ("灯泡到寿命", "先看小时数"),
        lambda world: (known_fault(world).cause, known_fault(world).remedy), "sunmin", "known_fault.edit",
    ),
    "parts.change": Edit(
        lambda world: f"/parts/{part(world).id}/edit",
        {"low_at": "17"}, {"unit": "箱"}, ("17", "箱"),
        lambda world: (str(part(world).low_at), part(world).unit), "sunmin", "part.edit",
    ),
    "models.change": Edit(
        lambda world: f"/models/{model(world).id}/edit",
        {"manufacturer": "雅马哈乐器"}, {"note": "风扇吵"}, ("雅马哈乐器", "风扇吵"),
        lambda world: (model(world).manufacturer, model(world).note), action="model.edit",
    ),
    "makers.change": Edit(
        lambda world: f"/makers/{maker(world).id}/edit",
        {"contact": "王工"}, {"note": "周末不接"}, ("王工", "周末不接"),
        lambda world: (maker(world).contact, maker(world).note), action="maker.edit",
    ),
    "documents.change": Edit(
        lambda world: f"/documents/{document(world).id}/edit",
        {"title": "新标题"}, {"note": "第三页最有用"}, ("新标题", "第三页最有用"),
        lambda world: (document(world).title, document(world).note), "chen", "document.edit",
    ),
    "deliverables.tell": Edit(
        lambda world: f"/clients/{world.office.client.id}/stages/contract",
        {"words": "等对方盖章"}, {"state": "in_work"}, ("等对方盖章", "进行中"),
        lambda world: told_of_contract(world), "sunmin", "stage.tell",
    ),
    "targets.change_common": Edit(
        lambda world: "/targets",
        {"urgent.respond": "61"}, {"urgent.restore": "122"}, ("61", "122"),
        lambda world: (str(target(world, "urgent.respond")), str(target(world, "urgent.restore"))),
        action="targets.set",
    ),
    "targets.change_of_client": Edit(
        lambda world: f"/clients/{world.office.client.id}/targets",
        {"urgent.respond": "31"}, {"urgent.restore": "92"}, ("31", "92"),
        lambda world: tuple(
            str(target(world, f"urgent.{name}", world.office.client)) for name in ("respond", "restore")
        ),
        action="targets.set",
    ),
    "people.change": Edit(
        lambda world: f"/people/{person(world).id}/edit",
        {"phone": "0571-2222"}, {"name": "周海雁"}, ("0571-2222", "周海雁"),
        lambda world: (person(world).phone, person(world).name), "admin", "user.edit", {"own_password": PASSWORD},
    ),
    "ports.change": Edit(
        lambda world: f"/ports/{first_cable(world).source_id}",
        {"note": "靠左第二个"}, {"face": "背面"}, ("靠左第二个", "背面"),
        lambda world: tuple(getattr(first_cable(world).source, name) for name in ("note", "face")), action="port.edit",
    ),
    "connections.change": Edit(
        lambda world: f"/connections/{first_cable(world).id}",
        {"note": "走桥架"}, {"colour": "蓝"}, ("走桥架", "蓝"),
        lambda world: tuple(getattr(first_cable(world), name) for name in ("note", "colour")), action="connection.edit",
    ),
    "notice_ways.put_mail": Edit(
        lambda world: mail_server(world) and "/notice-ways/mail",
        {"login": "ff"}, {"host": "smtp.b.cn"}, ("ff", "smtp.b.cn"),
        lambda world: (mail_server(world).settings["login"], mail_server(world).settings["host"]),
        "admin", "notice_way.put", {"own_password": PASSWORD},
    ),
    "notice_ways.change_robot": Edit(
        lambda world: f"/notice-ways/robots/{robot(world).id}",
        {"name": "一群"}, {"hour": "9"}, ("一群", "9:00"),
        lambda world: (robot(world).settings["name"], f"{robot(world).settings['hour']}:00"),
        "admin", "notice_way.put", {"own_password": PASSWORD},
    ),
    "plans.change": Edit(
        lambda world: f"/plans/{first_plan(world).id}/successor",
        {"every": "4"}, {"unit": "week"}, ("4", "周"),
        lambda world: (str(plan(world).every), {"week": "周", "month": "个月"}[plan(world).unit]),
        action="plan.change",
    ),
}  # fmt: skip

# What is not: it begins something new, or asks for nothing but a yes; an import is one person's until it is written. Drafts have a version of their own (test_drafts.py);
# how one is told is tried in tests/web/notices/test_notice_wishes.py; whom somebody serves, a day of the calendar and a visit are tried below by themselves, a box of a diagram in test_diagram_places.py; a secret is never shown.
OTHERS = """
accounts.change_password accounts.enrol accounts.revoke_phone accounts.set_pin accounts.sign_in
diagram_places.move diagram_places.reset written_ports.add
deliverables.put_document deliverables.take_back taking_over.end taking_over.resume
accounts.sign_out assignments.assign calendar_feeds.make calendar_feeds.revoke client_reports.issue
client_papers.issue client_papers.send client_papers.write room_papers.put_away phone_signatures.take
clients.create connections.create connections.remove codes.bind codes.make codes.put_on_part codes.retire contacts.add contacts.remove deputies.create
deputies.end saved_views.drop saved_views.save device_changes.change device_changes.label devices.create devices.label documents.add_version documents.bring_back documents.create
documents.retire device_events.bring_back device_events.replace
client_files.confirm cable_schedules.confirm parts.confirm_export stock.confirm_export decisions.see notes.see first_run.create client_technicians.change device_exports.confirm
device_events.retire device_events.set_state erasures.erase exports.confirm_page figures.confirm prints.begin prints.stop prints.confirm
forms.publish forms.put_back forms.retire forms.try_out grown_faults.grow holidays.add holidays.remove home.language
imports.correct imports.create imports.invite imports.open_sheet imports.place imports.write remembered_words.forget
jobs.retry known_faults.add_photos known_faults.create known_faults.look known_faults.merge known_faults.reinstate known_faults.retire likely_faults.note
aftercare.add aftercare.close reviews.answer reviews.approve reviews.send_back makers.create makers.merge models.merge parts.create parts.label parts.retire people.add people.assign people.disable
people.invite people.reset people.revoke_phone plans.end plans.make ports.add ports.add_to_model ports.remove
first_steps.bring_back first_steps.leave_out readings.confirm register_looks.see
personal_data.confirm personal_data.confirm_person personal_data.erase second_factors.check second_factors.make_codes second_factors.remove second_factors.reset second_factors.set_up
retirements.change_client retirements.change_room rooms.add shortages.close stock.book
stock.compare stock.move visits.move visits.skip
notices.see notice_wishes.change notice_wishes.confirm notice_wishes.send_code
notice_ways.add_robot notice_ways.remove notice_ways.retry notice_ways.test
""".split()
# Insert-only, or drafts.
SHEETS = "drafts fault_reports lifting photos records short_steps signatures".split()


def test_every_form_that_posts_is_tried_here_or_changes_nothing_that_was_there(app):
    posted = {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if "POST" in rule.methods and rule.endpoint.split(".")[0] not in SHEETS
    }
    untried, gone = posted - {*EDITS, *OTHERS}, {*EDITS, *OTHERS} - posted
    assert not untried, (
        f"two people may have these open at once: give {sorted(untried)} a row in EDITS of tests/web/test_versions.py; "
        "or, where nothing that was there is changed, name them in OTHERS"
    )
    assert not gone, f"nothing posts to {sorted(gone)} any more: take them out of EDITS or OTHERS"


def opened(world, edit: Edit) -> Tab:
    browser = world.browser(edit.login)
    address = edit.form(world)
    return Tab(browser, browser.get(address), address)


@pytest.mark.parametrize("endpoint", EDITS)
def test_two_tabs_that_change_different_fields_lose_nothing(world, endpoint):
    edit = EDITS[endpoint]
    mine, yours = opened(world, edit), opened(world, edit)
    before = edit.stored(world)
    assert yours.post(**edit.first, **edit.kept).status_code == 303

    refused = mine.post(**edit.second, **edit.kept)
    assert refused.status_code == 412
    assert edit.stored(world) == (edit.words[0], before[1]), "nothing is overwritten unseen"
    shown = mine.again(refused)
    conflict = shown.text.split('class="card stack conflict"')[1].split("</section>")[0]
    assert edit.words[0] in conflict and world.users[edit.login].name in conflict, "what stands now, by whom"
    for name, text in (edit.first | edit.second).items():
        assert [each.replace("\r\n", "\n") for each in shown.body[name]] == [text], (
            "mine as typed, yours as it is now"
        )
    assert shown.post(**edit.kept).status_code == 303
    assert edit.stored(world) == edit.words, "both are kept"


@pytest.mark.parametrize("endpoint", EDITS)
def test_of_two_who_change_one_field_the_second_sees_both_and_decides(world, endpoint):
    edit = EDITS[endpoint]
    mine, yours = opened(world, edit), opened(world, edit)
    before = edit.stored(world)[0]
    [(name, text)] = edit.first.items()
    other = "8" if text.isdigit() else "0571-3333" if name == "phone" else "别的说法"
    assert yours.post(**{name: other}, **edit.kept).status_code == 303
    refused = mine.post(**edit.first, **edit.kept)
    assert refused.status_code == 412
    conflict = mine.again(refused).text.split('class="card stack conflict"')[1].split("</section>")[0]
    cells = re.findall(r'<span class="lines">([^<]*)</span>', conflict)
    assert cells[-3:] == ["—" if before in ("", "None") else before, other, text]
    assert mine.again(refused).post(**edit.kept).status_code == 303
    assert edit.stored(world)[0] == text


@pytest.mark.parametrize("endpoint", EDITS)
def test_a_double_tap_is_harmless(world, endpoint):
    edit = EDITS[endpoint]
    mine = opened(world, edit)
    answers = [mine.post(**edit.first, **edit.kept).status_code for _ in range(2)]
    assert answers == [303, 303]
    assert Audit.select().where(Audit.action == edit.action).count() == 1


@pytest.mark.parametrize("version", [None, "", "{", "[]", '{"name": 3}', "[" * 3000, '{"phone": "\\ud800"}'])
@pytest.mark.parametrize("endpoint", EDITS)
def test_a_form_that_does_not_say_what_it_showed_overwrites_nothing(world, endpoint, version):
    edit = EDITS[endpoint]
    mine, yours = opened(world, edit), opened(world, edit)
    yours.post(**edit.first, **edit.kept)
    if version is None:
        del mine.body["version"]
    else:
        mine.body["version"] = [version]
    refused = mine.post(**edit.second, **edit.kept)
    assert refused.status_code == 412 and edit.stored(world)[0] == edit.words[0]
    assert edit.words[0] in mine.again(refused).text and edit.words[1] in mine.again(refused).text


@pytest.mark.parametrize("endpoint", EDITS)
def test_the_audit_keeps_before_and_after(world, endpoint):
    edit = EDITS[endpoint]
    mine = opened(world, edit)
    before = edit.stored(world)[0]
    [(name, _text)] = edit.first.items()
    mine.post(**edit.first, **edit.kept)
    line = Audit.get(Audit.action == edit.action)
    assert name in line.detail["fields"] and line.actor.login == edit.login
    assert (str(line.detail["before"][name]), str(line.detail["after"][name])) == (before, edit.words[0])
    assert PASSWORD not in str(line.detail)


@pytest.mark.parametrize("endpoint", EDITS)
def test_a_refused_form_still_knows_what_it_showed(world, endpoint):
    """Mistakes are mended one after the other: what was changed before the first of them still counts."""
    edit = EDITS[endpoint]
    wrong = {
        "plans.change": {"every": "x"},
        "people.change": {"own_password": ""},
        "documents.change": {"kind": "x"},
        "known_faults.change": {"symptom": ""},
        "connections.change": {"number": ""},
        "deliverables.tell": {"state": "x"},
        "notice_ways.put_mail": {"sender": ""},
    }.get(endpoint)
    wrong = wrong or ({"urgent.respond": "x"} if "targets" in endpoint else {"name": ""})
    mine, yours = opened(world, edit), opened(world, edit)
    yours.post(**edit.first, **edit.kept)
    refused = mine.post(**edit.second | edit.kept | wrong)
    assert refused.status_code == 422
    put_right = {name: mine.body.get(name, [""]) for name in wrong if name in mine.body}
    assert mine.again(refused).post(**put_right | edit.kept).status_code == 412


# --- whom somebody serves, and the calendar's days


def test_two_dispatchers_give_a_technician_a_client_each(world):
    third = type(world.office.client).create(name="云栖岚湖酒店", short_name="岚湖酒店")
    sun, gao = (world.browser(login, confirmed=True) for login in ("sunmin", "gao"))
    address = f"/people/{person(world).id}/clients"
    tabs = [Tab(browser, browser.get(address), address) for browser in (sun, gao)]
    university, office = (str(each.client.id) for each in (world.university, world.office))
    assert tabs[0].post(client=[university, office]).status_code == 303
    refused = tabs[1].post(client=[university, str(third.id)])
    assert refused.status_code == 412 and not served(world, "岚湖酒店")
    shown = tabs[1].again(refused)
    assert set(shown.body["client"]) == {university, office, str(third.id)}
    assert "政务中心" in shown.text and "孙敏" in shown.text
    assert shown.post().status_code == 303
    assert served(world, "政务中心") and served(world, "岚湖酒店") and served(world, "文澜大学")
    line = Audit.select().where(Audit.action == "user.assign").order_by(Audit.id.desc()).first()
    assert (line.detail["before"], line.detail["after"]) == ({str(third.id): False}, {str(third.id): True})


def test_a_day_that_somebody_named_already_is_not_renamed_unseen(world):
    address, typed = "/plans/holidays", {"day": "2026-12-01", "name": "馆庆", "works": ""}
    tabs = [Tab(each, each.get(address), address) for each in map(world.browser, ("sunmin", "admin"))]
    assert [tabs[0].post(**typed).status_code for _ in range(2)] == [303, 303]
    refused = tabs[1].post(**typed | {"name": "补班", "works": "1"})
    assert refused.status_code == 412 and Holiday.get().name == "馆庆"
    shown = tabs[1].again(refused)
    assert "馆庆" in shown.text and shown.body["name"] == ["补班"] and shown.body["works"] == ["1"]
    assert shown.post().status_code == 303 and (Holiday.get().name, Holiday.get().works) == ("补班", True)
    line = Audit.select().order_by(Audit.id.desc()).first()
    assert (line.detail["before"]["name"], line.detail["after"]["name"]) == ("馆庆", "补班")


def test_two_who_move_a_visit_see_each_others_day(world):
    address = f"/plans/{plan(world).id}/visits/{today()}"
    tabs = []
    for browser in map(world.browser, ("sunmin", "gao")):
        page = browser.get(address)
        [form, _skipping] = [
            form for form in Reader(page.get_data(as_text=True)).forms if "version" in form[1]
        ]
        tabs.append((browser, *form))
    days = [(date.fromisoformat(today()) + timedelta(days=n)).isoformat() for n in (3, 5)]
    (sun, action, body), (gao, _action, others) = tabs
    assert sun.post(action, data=body | {"to": days[0], "reason": "馆庆"}).status_code == 303
    refused = gao.post(action, data=others | {"to": days[1], "reason": "停电"})
    assert refused.status_code == 412 and Visit.get().moved_to == days[0]
    assert all(word in refused.text for word in (*days, "馆庆", "停电", "孙敏"))
    [form] = [form for form in Reader(refused.text).forms if "version" in form[1] and "to" in form[1]]
    assert gao.post(action, data=form[1]).status_code == 303
    assert (Visit.get().moved_to, Visit.get().reason) == (days[1], "停电")
    line = Audit.select().order_by(Audit.id.desc()).first()
    assert (line.detail["before"]["to"], line.detail["after"]["to"]) == (days[0], days[1])


def test_a_technician_is_not_told_what_others_changed_of_a_room(world):
    """Their form asks how it is run; the rest is none of it."""
    address = f"/rooms/{world.office.room.id}/edit"
    chen, gao = world.browser("chen"), world.browser("gao")
    mine, theirs = Tab(chen, chen.get(address), address), Tab(gao, gao.get(address), address)
    theirs.post(floor="18 层")
    assert "18" not in mine.body["version"][0]
    assert mine.post(modes="录播").status_code == 303
    assert (room(world).floor, room(world).modes) == ("18 层", ["录播"])
