"""For every route something that it can be about, and its address."""

import io
from dataclasses import replace

from fieldforms import config, logo_files
from fieldforms.flow import local_time
from fieldforms.flow.completing import signature_requests
from fieldforms.flow.documents import documents
from fieldforms.flow.documents.document_targets import DocumentTarget
from fieldforms.flow.faults import fault_reports
from fieldforms.flow.filling import drafts
from fieldforms.flow.importing import imports
from fieldforms.flow.importing.choices import Choices
from fieldforms.flow.jobs import jobs
from fieldforms.flow.notices import notice_ways, sending_failures
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import label_codes
from fieldforms.flow.stock import movements, parts
from fieldforms.store import clock
from fieldforms.store.calendar import calendar_feeds, holidays, plans
from fieldforms.store.jobs.jobs import give_job_up
from fieldforms.store.library import definitions
from fieldforms.store.models import Code, Delivery, Device, KnownFault, NoticeWay, Room, Shortage, User
from fieldforms.store.notices import deliveries, notices
from fieldforms.store.people import deputies, sessions
from fieldforms.store.people.saved_views import keep_view
from fieldforms.store.register.device_models import add_model
from fieldforms.store.register.makers import add_maker
from fieldforms.store.reporting import prints
from fieldforms.store.stages.stage_words import add_word
from fieldforms.store.stock import shortages
from fieldforms.web.filling import signing_offers
from tests import boards, cables
from tests.people import HASH
from tests.web.documents.hands import picture
from tests.web.importing import lists


def list_begun(world, login: str) -> str:
    """A list of one device whose columns are placed, with another sheet: its import's uuid."""
    actor, uuid = world.actor(login), drafts.new_uuid()
    rows = [["设备名称", "类别", "客户"], ["调音台", "调音台", world.office.client.name]]
    imports.begin_import(
        actor, "devices", "设备.xlsx", lists.workbook(设备=rows, 备件=[["名称"], ["线"]]), uuid
    )
    placed = {"0": "name", "1": "category", "2": "client"}
    imports.place_columns(actor, uuid, Choices(columns=placed))
    return uuid


def list_of_people_written(world) -> str:
    uuid = drafts.new_uuid()
    body = lists.workbook(["用户名", "姓名", "角色"], ["neuling", "新来的", "主管"])
    imports.begin_import(world.actor("admin"), "people", "人员.xlsx", body, uuid)
    imports.place_columns(
        world.actor("admin"), uuid, Choices(columns={"0": "login", "1": "name", "2": "role"})
    )
    imports.ask_to_write(world.actor("admin"), uuid)
    imports.write_import({"import": uuid})
    return uuid


class RouteTargets:
    """One thing of the office's for every rule, and the address of a rule about it."""

    def __init__(self, world):
        self.world = world
        config.use(replace(config.current, logo=logo_files.shrink_logo(picture())))
        now = clock.now()
        current = definitions.current_version("service-contact")
        self.form_version = signing_offers.version_in_address(definitions.read_definition(current))
        self.waiting = world.waiting_sheet()
        self.signed = world.signed_sheet()
        self.draft = world.working_sheet()
        self.signing = signature_requests.signer_draft(world.actor("chen"), self.waiting.number)[1].uuid
        self.link = signature_requests.make_signing_link(world.actor("chen"), self.waiting.number)[1]
        self.old = Device.create(
            client=world.office.client, name="旧功放", category="amplifier", created_at=now
        )
        self.old_code = Code.create(code=label_codes.new_code(), device=self.old, made_at=now, bound_at=now)
        self.gone = Device.create(
            client=world.office.client,
            name="更旧的功放",
            category="amplifier",
            created_at=now,
            retired_at=now,
        )
        self.model, self.double = (
            add_model(f"/{name}", {"name": name, "category": "amplifier"}) for name in ("px5", "px05")
        )
        Device.create(  # who tends a model's ports sees one of its devices
            client=world.office.client, name="功放", category="amplifier", of_model=self.model, created_at=now
        )
        self.maker, self.other_maker = (add_maker(name, {"name": name}) for name in ("雅马哈", "山叶"))
        for maker, device in ((self.maker, world.office.device), (self.other_maker, self.old)):
            Device.update(of_maker=maker, manufacturer=maker.name).where(Device.id == device.id).execute()
        self.phone, _token = sessions.begin_session(world.users["chen"], "旧手机", True, "")
        gao, shen = world.users["gao"], world.users["shen"]
        sun, owner = world.actor("sunmin"), str(world.office.client.id)
        self.part = parts.add_part(sun, {"name": "话筒杆", "kind": "part", "owner": owner})
        movements.move_part(sun, self.part.id, "received", {"quantity": "9", "target": f"client-{owner}"})
        shortages.add_shortage(self.waiting.number, self.part, "fitted", 1, world.users["chen"].id)
        self.short = Shortage.get()
        self.document = documents.add_document(
            sun,
            DocumentTarget(device=world.office.device),
            {"kind": "drawing"},
            io.BytesIO(picture()),
            "接线图.png",
        )
        documents.add_document(
            sun,
            DocumentTarget(client=world.office.client),
            {"kind": "rules"},
            io.BytesIO(picture()),
            "制度.png",
            paper="resident-rules",
        )
        self.word = add_word(
            world.office.client.id, "contract", sun.user_id, {"state": "done", "words": "已签"}
        )
        self.cable = cables.connected(world.office)
        self.spare_port = cables.add_port(world.office.device, "HDMI IN 9")
        self.job = jobs.put_off("purge_index")
        give_job_up(self.job, "OSError")
        self.deputy = deputies.add_deputy(gao, shen, "2026-12-01", "2026-12-03", gao.id)

        self.fault = a_known_fault(world)
        run = {"modes": ["本地会议"], "power_on": ["合上总电源"]}
        Room.update(**run).where(Room.id == world.office.room.id).execute()

        self.views = {
            login: keep_view(user.id, "records.index", "没完的", "state=open", shared=False).id
            for login, user in world.users.items()
        }
        self.robot, self.unsent, self.notices = told_and_unsent(world)
        self.today = local_time.today()
        self.plan = plans.add_plan(
            client=world.office.client.id, key="service-contact", every=1, unit="week", skip_holidays=False,
            starts_on=self.today, created_by=gao.id,
        )  # fmt: skip
        holidays.put_holiday("2026-10-01", "国庆节", False)
        boards.publish()
        definitions.retire_form(KEYS["forms.put_back"])
        self.to_send = boards.to_send(world)
        self.imports = {login: list_begun(world, login) for login in ("sunmin", "admin")}
        self.people_written = list_of_people_written(world)
        self.careful = person_with_second_factor(world)

    def address(self, rule, method: str, person: str | None, **others) -> str:
        """`others`: arguments of the rule that are about something else this time."""
        world, ending = self.world, rule.rule.endswith("/retirement")
        values = {
            "code": (self.old_code if ending else world.office.code).code,
            "device_id": self.device(rule.rule).id,
            "model_id": (self.double if rule.rule.endswith("/merging") else self.model).id,
            "maker_id": (self.other_maker if rule.rule.endswith("/merging") else self.maker).id,
            "uuid": self.uuid_of(rule.endpoint, person),
            "sent": "_",
            "digest": {
                "verify.show": self.signed.digest,
                "company_logo.show": config.current.logo_digest(),
            }.get(rule.endpoint, "0" * 64),
            "key": KEYS.get(rule.endpoint, "service-contact"),
            "number": self.number(rule.endpoint),
            "token": self.token(rule),
            "id": self.id_of(rule, person),
            # Only where one is ended: a page lists them all.
            "phone": self.session_of_lihua() if "phone" in rule.arguments else 0,
            "kind": "xlsx" if "xlsx" in rule.rule else "issued",
            "file": "svg" if rule.endpoint.startswith("diagrams") else "xlsx",
            "listed": "devices",
            "import_id": self.list_to_look_at(rule, person),
            "part_id": self.part.id,
            "document_id": self.document.id,
            "name": "contract",
            "figure": "satisfaction",
            "chapter": "technician",
            "word_id": self.word.id,
            "version": 1,
            "page_number": 1,
            "size": "page",
            "way": "presentation",
            "product": "wecom",
            "paper": PAPERS.get(rule.endpoint, "resident-rules"),
            "shortage_id": self.short.id,
            "fault_id": self.fault.id,
            "place": "company",
            "client_id": world.office.client.id,
            "port_id": (self.spare_port.id if rule.endpoint == "ports.remove" else self.cable.source_id),
            "connection_id": self.cable.id,
            "room_id": world.office.room.id,
            "contact_id": world.office.contact.id,
            "month": "2026-11",
            "year": "2026",
            "deputy_id": self.deputy.id,
            "plan_id": self.plan.id,
            "due": self.today,
            "day": "2026-10-01",
        }
        wanted = {name: values[name] for name in rule.arguments} | others
        adapter = world.app.url_map.bind("localhost")
        url = adapter.build(rule.endpoint, wanted, method=method, append_unknown=False)
        served = world.university if person == "zhou" else world.office
        return url + QUERIES.get(rule.endpoint, "").format(
            code=world.office.code.code,
            client=served.client.id,
            number=self.signed.number,
            version=self.form_version,
        )

    def device(self, rule: str) -> Device:
        ends = {"retirement": self.old, "replacement": self.old, "return": self.gone}
        return ends.get(rule.rpartition("/")[2], self.world.office.device)

    def number(self, endpoint: str) -> str:
        """A record at which the rule can do its work."""
        if endpoint.startswith("assignments."):
            return self.to_send
        closed = endpoint in (
            "records.correction",
            "records.correct",
            "grown_faults.new",
            "grown_faults.grow",
            "records.review",
            "records.show",
            "records.pdf",
            "erasures.show",
            "erasures.erase",
        )
        return (self.signed if closed else self.waiting).number

    def id_of(self, rule, person: str | None) -> int:
        if rule.endpoint == "accounts.revoke_phone":
            return self.phone.id
        if rule.endpoint == "saved_views.drop":
            return self.views.get(person or "", self.views["gao"])
        if rule.endpoint == "notices.show":
            return self.notices.get(person or "", self.notices["sunmin"])
        if rule.endpoint == "notice_ways.retry":
            return self.unsent.id
        if rule.endpoint.startswith("notice_ways."):
            return self.robot.id
        return self.whom(rule)

    def list_to_look_at(self, rule, person: str | None) -> str:
        """One's own; who has none asks for the dispatcher's."""
        if "invit" in rule.endpoint:
            return self.people_written
        return self.imports.get(person or "", self.imports["sunmin"])

    def uuid_of(self, endpoint: str, person: str | None) -> str:
        if endpoint.startswith("prints."):
            return self.print_done(person)
        return drafts.new_uuid() if endpoint.startswith("fault_reports") else self.draft.uuid

    def print_done(self, person: str | None) -> str:
        """One's own, finished; who has none asks for the dispatcher's."""
        made = drafts.new_uuid()
        whose = self.world.users[person or "sunmin"].id
        prints.add_print(prints.Print(made, whose, (self.signed.number,), "zh", "", at=1, size=4))
        prints.keep_pdf(made, b"%PDF")
        return made

    def whom(self, rule) -> int:
        """Somebody disabled, so that nobody of the matrix is disabled; invitations and deputies are for the living."""
        if rule.endpoint == "jobs.retry":
            return self.job.id
        if rule.endpoint.startswith("second_factors"):
            return self.careful.id
        if rule.endpoint.startswith("deputies"):
            return self.world.users["gao"].id
        return self.world.users["zhou" if rule.rule.endswith("/invitation") else "lihua"].id

    def token(self, rule) -> str:
        if rule.rule.startswith("/e/"):
            from fieldforms.flow.people import invitations

            return invitations.invite_user(self.world.actor("gao"), self.world.users["chen"].id)
        if rule.endpoint == "calendar_feeds.show":
            return calendar_feeds.create_feed(self.world.users["chen"].id)
        return "unknown" if rule.endpoint == "fault_reports.show" else self.link

    def session_of_lihua(self) -> int:
        row, _token = sessions.begin_session(self.world.users["lihua"], "x", True, "")
        return row.id


def told_and_unsent(world) -> tuple[NoticeWay, Delivery, dict[str, int]]:
    """(a group's robot, a message that was given up, a notice of everybody's: login → its id)"""
    given = {"name": "运维群", "hour": "8", "language": "zh"}
    secrets = notice_ways.GivenSecrets("https://robots.example.cn/hook")
    robot = notice_ways.put_robot(world.actor("admin"), None, "wecom", given, secrets)
    row = deliveries.add_delivery("0" * 32, "test", clock.now(), way=robot.id)
    deliveries.give_delivery_up(row, error=sending_failures.UNREACHABLE)
    about = {"kind": "stock", "ref": "part 0", "since": 1, "late": False, "confidential": False, "at": 1}
    told = {
        login: notices.add_notice(user=user.id, seen_at=None, **about).id
        for login, user in world.users.items()
    }
    return robot, row, told


def person_with_second_factor(world) -> User:
    """Who is asked for a code wherever they sign in."""
    row = {"login": "mo", "name": "莫华", "role": "technician", "password": HASH}
    return User.create(**row, created_at=clock.now(), second_factor="", second_factor_at=clock.now())


def a_known_fault(world, **said) -> KnownFault:
    """Of the model of the office's device, which occurs at the office alone."""
    model = add_model("biamp/tesiraforté", {"brand": "Biamp", "name": "TesiraFORTÉ", "category": "processor"})
    Device.update(of_model=model).where(Device.id == world.office.device.id).execute()
    told = {"symptom": "没有声音", "cause": "程序没有加载", "remedy": "重新上传程序"} | said
    row = {
        "of_model": model,
        "created_by": world.users["sunmin"],
        "created_at": clock.now(),
        "looked_at": clock.now(),
    }
    return KnownFault.create(**row | told)


def a_report(world) -> str:
    """The token of the reporter's page."""
    device, stranger = world.university.device, Actor(None, "public")
    answers = fault_reports.answers_known_at_device(fault_reports.public_form(), device) | {
        "symptom": "没有声音",
        "urgency": "urgent",
    }
    names = drafts.new_uuid(), drafts.new_uuid()
    return fault_reports.hand_in(stranger, device, *names, answers, "zh")[1]


KEYS = {"board.show": boards.KEY, "forms.put_back": "training-record", "forms.retire": "handover"}
PAPERS = {"client_papers.pdf": "survey-report", "room_papers.put_away": "quick-guide"}
QUERIES = {
    "device_changes.change": "?all=1",
    "device_changes.choose": "?all=1",
    "device_changes.column": "?all=1&column=keeper",
    "device_changes.label": "?all=1",
    "device_changes.labels": "?all=1",
    "blank_sheets.show": "?device={code}",
    "drafts.new": "?device={code}",
    "devices.look_up": "?code={code}",
    "home.find": "?code={code}",
    "codes.find": "?code={code}",
    "saved_views.ask": "?q=话筒",
    "saved_views.save": "?q=话筒",
    "documents.new": "?client={client}",
    "reviews.ask_to_send_back": "?number={number}",
    "phone_signatures.blank": "?version={version}",
    "plans.new": "?client={client}",
    "plans.make": "?client={client}",
    "codes.labels": "?layout=60x40&client={client}",
}
