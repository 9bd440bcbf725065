"""What the access tests ask about: of everything one that is there."""

import hashlib
import io
from datetime import date, timedelta
from types import SimpleNamespace

from fieldforms.flow import form_changes
from fieldforms.flow.completing import completion, reviews, signature_requests
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.documents import documents
from fieldforms.flow.documents.document_targets import DocumentTarget
from fieldforms.flow.faults import fault_reports
from fieldforms.flow.filling import drafts
from fieldforms.flow.local_time import today
from fieldforms.flow.people import invitations
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import label_codes
from fieldforms.flow.register import register_looks
from fieldforms.flow.stock import parts
from fieldforms.store import audit, clock
from fieldforms.store.calendar import calendar_feeds
from fieldforms.store.completing import links
from fieldforms.store.models import (
    Assignment,
    Backup,
    Client,
    Code,
    Deputy,
    Feed,
    KnownFault,
    Link,
    Room,
    User,
)
from fieldforms.store.people import deputies
from tests import boards, cables
from tests.boards import goes_on
from tests.people import HASH, STROKES
from tests.web.access_others import rows_of_others
from tests.web.completing.hands import OVERTIME
from tests.web.completing.hands import sheet as sheet_to_follow_up
from tests.web.documents.hands import manual, picture
from tests.web.faults.hands import FINE, accepting, reviewed
from tests.web.filling.hands import LISTS, PDF, a_photo
from tests.web.route_targets import RouteTargets, a_known_fault, a_report

COLLEAGUE, ENGINEER, DEPUTY, CLEARED = "helan", "tangyi", "fangmin", "qiaoan"
LATER = {  # login → role: whom only the access tests know
    COLLEAGUE: "technician",  # serves the client that Chen serves
    ENGINEER: "technician",  # serves nobody, is sent for one job
    DEPUTY: "manager",  # stands in for the supervisor
    CLEARED: "supervisor",  # may read what is confidential
}
# Of its device: nobody without the clearance reads them, whoever made its sheets.
TECHNICAL_WORDS = {
    "interfaces": "机要口 ×4",
    "spare_interfaces": "机要空口 ×1",
    "note": "机要备注",
    "ip": "10.77.0.77",
    "mac": "02:77:00:00:77:77",
}
TECHNICAL_SECRETS = (
    *TECHNICAL_WORDS.values(),
    "机要预设",
    "机要旧备注",
)  # its noted backup, and what it said before
SECRETS = ("机要会议没有声音", "机要图", "H-077", "机要备用口")  # its cables and ports, too


class AccessTargets(RouteTargets):
    """As for the other tests of every route; and photos, documents, papers, ratings, decisions, which these find nowhere."""

    def __init__(self, world):
        self.tokens: dict[str, str] = {}
        self.phone_of_lihua: int | None = None
        super().__init__(world)
        self.add_people()
        self.add_empty()
        self.add_pictures()
        self.add_documents()
        self.add_sheets()
        self.add_secrets()
        self.links = links_of_all_kinds(self)
        self.others = rows_of_others(world)

    def add_people(self) -> None:
        world, now = self.world, clock.now()
        for login, role in LATER.items():
            row = {"login": login, "name": login, "role": role, "password": HASH, "created_at": now}
            world.users[login] = User.create(**row, confidential=login == CLEARED)
        Assignment.create(user=world.users[COLLEAGUE], client=world.office.client, since=now)
        gao = world.users["gao"]
        Deputy.update(from_on="2099-12-01", until_on="2099-12-03").where(
            Deputy.id == self.deputy.id
        ).execute()
        deputies.add_deputy(gao, world.users[DEPUTY], today(), today(), gao.id)

    def add_empty(self) -> None:
        """What can be put out of use, or on something: nothing stands in its way."""
        office, now = self.world.office, clock.now()
        self.empty_client = Client.create(name="没有设备的客户", short_name="没有设备")
        self.empty_room = Room.create(client=office.client, name="空房间")
        self.empty_part = parts.add_part(
            self.world.actor("sunmin"), {"name": "空", "kind": "part", "owner": str(office.client.id)}
        )
        self.blank = Code.create(code=label_codes.new_code(), made_at=now)
        self.double_fault = a_known_fault(self.world, symptom="声音断续")

    def add_pictures(self) -> None:
        """A photo in a draft, a closed sheet, a known fault, a report and a signature that are being filled in."""
        chen, body = self.world.actor("chen"), a_photo()
        digest = hashlib.sha256(body).hexdigest()
        draft = self.world.working_sheet()
        self.photo = drafts.keep_photo(chen, draft.uuid, digest, body).digest
        given = HandedIn({**draft.answers, "work_photos": [self.photo]})
        self.pictured = self.world.sign(completion.complete(chen, draft.uuid, given).entry)
        self.copy = signature_requests.make_copy_link(chen, self.pictured, signature_requests.COPY)
        of_sheet = {"photos": [self.photo], "record": self.pictured.number}
        KnownFault.update(of_sheet).where(KnownFault.id == self.fault.id).execute()
        self.report = drafts.new_uuid()
        fault_reports.keep_photo(self.report, body)
        drafts.keep_photo(chen, self.draft.uuid, digest, body)
        client = Actor(None, "link", extra={"draft": self.signing})
        drafts.keep_photo(client, self.signing, digest, body)

    def add_documents(self) -> None:
        """A PDF in a sheet, and one in a draft."""
        self.document_draft, self.pdf = self.draft_with_document()
        self.listed, self.signed_list = self.complete_list(), self.complete_list()
        self.with_document = self.listed.number
        self.list_to_sign = self.draft_to_sign(self.listed.number)
        office = DocumentTarget(client=self.world.office.client)
        paper = {"kind": "rules"}, io.BytesIO(manual()), "职责.pdf"
        documents.add_document(self.world.actor("sunmin"), office, *paper, paper="staff-duties")

    def complete_list(self):
        draft, _digest = self.draft_with_document()
        return completion.complete(self.world.actor("chen"), draft.uuid, HandedIn(draft.answers)).entry

    def draft_to_sign(self, number: str) -> str:
        """The uuid of the client's draft."""
        return signature_requests.hand_phone_over(self.world.actor("chen"), number).uuid

    def draft_with_document(self):
        chen, place = self.world.actor("chen"), self.world.office
        new = drafts.start_draft(
            chen, "handover", {"client": place.client.id}, drafts.new_uuid(), drafts.new_uuid()
        )
        digest = drafts.keep_document(chen, new.draft.uuid, hashlib.sha256(PDF).hexdigest(), PDF).digest
        said = {"client_name": place.client.name, "contact": "徐明", "handed_over_on": "2026-11-24"}
        said |= dict.fromkeys(LISTS, "not_existing") | {"manuals": "received", "manuals_document": [digest]}
        return drafts.save_draft(chen, new, new.draft.answers | said, 0, "tests"), digest

    def add_sheets(self) -> None:
        """At the steps which the matrix needs: rated low, to be followed up, not accepted, approved, declined, sent for."""
        world = self.world
        self.low = world.signed_sheet(rating="dissatisfied").number
        self.follow_up = sheet_to_follow_up(world, 3)
        self.sent_back = world.signed_sheet().number
        reviews.send_back(world.actor("gao"), self.sent_back, "型号写错")
        self.unaccepted = reviewed(world, FINE, ENGINEER)
        accepting(world, self.unaccepted, "refused")
        self.to_approve, self.declined = (
            world.begun("chen", "overtime-request", OVERTIME).number for _ in range(2)
        )
        goes_on(
            world, self.declined, "gao", {"supervisor_decision": "declined", "supervisor_remark": "人手够了"}
        )
        engineer = world.users[ENGINEER]
        self.job_sheet = goes_on(
            world, boards.to_send(world), "sunmin", {"sent": {"id": engineer.id, "name": engineer.name}}
        )
        self.reported = a_report(world)
        sent = world.actor(ENGINEER)
        self.on_phone = sheet_from_phone(world)
        self.job_draft = drafts.open_next_step(sent, boards.whole(self.job_sheet)).uuid
        found = drafts.draft_to_fill(sent, self.job_draft)
        drafts.save_draft(sent, found, {"mended_by": "换了门机"}, found.draft.version, "tests")

    def add_secrets(self) -> None:
        """A room that not everybody may look into: a sheet and a photo of it, a document, a cable."""
        office, chen = self.world.office, self.world.actor("chen")
        self.secret_room = Room.create(client=office.client, name="机要会议室", confidential=True)
        device = cables.add_device(office, "机要调音台", "mixer", self.secret_room, **TECHNICAL_WORDS)
        self.add_technical_history(device)
        code = Code.create(code=label_codes.new_code(), device=device, made_at=1, bound_at=1)
        place = SimpleNamespace(client=office.client, contact=office.contact, device=device, code=code)
        self.secret_device = device
        self.secret = self.world.signed_sheet(place=place, request=SECRETS[0]).number
        self.secret_draft = self.world.working_sheet(place=place, request=SECRETS[0]).uuid
        self.secret_document = documents.add_document(
            chen,
            DocumentTarget(device=device),
            {"kind": "drawing"},
            io.BytesIO(picture((50, 50))),
            "机要图.png",
        )
        ends = cables.add_port(device, "HDMI OUT 1", "out"), cables.add_port(device, "HDMI IN 1")
        cables.add_port(device, SECRETS[-1])
        self.secret_cable = cables.plug_in(*ends, "H-077")

    def add_technical_history(self, device) -> None:
        """What its note said before, in the audit and before whoever looks at what technicians changed; a backup that was noted."""
        chen = self.world.actor("chen")
        Backup.create(device=device, kind=TECHNICAL_SECRETS[-2], version="1", made_on="2026-01-01")
        changed = form_changes.changed_values({"note": TECHNICAL_SECRETS[-1]}, {"note": device.note})
        audit.record_action(chen.user_id, "device.edit", str(device.id), **changed)
        register_looks.note_deed(chen, device, "edit", changed)

    def token(self, rule) -> str:
        """One of each kind: a second invitation would end the first."""
        kind = rule.rule.split("/")[1]
        if kind == "r":
            return self.reported
        if kind not in self.tokens:
            self.tokens[kind] = super().token(rule)
        return self.tokens[kind]

    def sessions_of_lihua(self) -> int:
        if self.phone_of_lihua is None:
            self.phone_of_lihua = super().sessions_of_lihua()
        return self.phone_of_lihua

    def address(self, rule, method: str, person: str | None, **others) -> str:
        return super().address(rule, method, person, **self.about(rule.endpoint) | others)

    def day(self, later: int) -> str:
        """So many days from today."""
        return (date.fromisoformat(self.today) + timedelta(days=later)).isoformat()

    def about(self, endpoint: str) -> dict:
        """Arguments of the rules that find something only at one certain thing."""
        photo, low, late = {"digest": self.photo}, {"number": self.low}, {"number": self.unaccepted}
        with_photo = {"number": self.pictured.number, **photo}
        found = {
            "cable_schedules.save": {"file": "csv"},
            "client_papers.send": {"paper": "staff-duties"},
            "client_reports.issue": {"month": "2026-10"},
            "codes.bind": {"code": self.blank.code},
            "codes.put_on_part": {"code": self.blank.code},
            "decisions.see": {"number": self.declined},
            "device_exports.spreadsheet": {"file": "csv"},
            "exports.spreadsheet": {"kind": "csv"},
            "fault_reports.photo": {"uuid": self.report, **photo},
            "first_steps.bring_back": {"name": "plans"},
            "first_steps.leave_out": {"name": "plans"},
            "forms.retire": {"key": "handover"},
            "known_faults.photo": with_photo,
            "aftercare.add": low,
            "aftercare.close": low,
            "aftercare.show": low,
            "parts.export": {"file": "csv"},
            "parts.retire": {"part_id": self.empty_part.id},
            "phone_signatures.take": {"uuid": self.on_phone},
            "photos.document": {"uuid": self.document_draft.uuid, "digest": self.pdf},
            "photos.show": photo,
            "records.ask_to_end_unaccepted": late,
            "records.document": {"number": self.with_document, "digest": self.pdf},
            "records.end_unaccepted": late,
            "records.follow_up": {"number": self.follow_up},
            "reviews.answer": {"number": self.sent_back},
            "reviews.ask_to_answer": {"number": self.sent_back},
            "records.photo": with_photo,
            "records.settle_follow_up": {"number": self.follow_up},
            "records.step": {"number": self.to_send},
            "retirements.change_client": {"client_id": self.empty_client.id},
            "retirements.change_room": {"room_id": self.empty_room.id},
            "short_steps.complete": {"number": self.to_approve},
            "signatures.copy_document": {"digest": self.pdf},
            "signatures.copy_pdf": {"token": self.copy},
            "signatures.copy_photo": {"token": self.copy, **photo},
            "signatures.shown_document": {"uuid": self.list_to_sign, "digest": self.pdf},
            "signatures.paper_photo": {"uuid": self.signing, **photo},
            "stock.export": {"file": "csv"},
            "visits.move": {"due": self.day(7)},
            "visits.skip": {"due": self.day(7)},
        }
        return found.get(endpoint, {})


BODY = "b" * 64  # digest of what it was handed in with


def sheet_from_phone(world) -> str:
    """The draft of a sheet that was handed in on Chen's phone, and is to be signed."""
    draft = world.working_sheet()
    completion.complete(world.actor("chen"), draft.uuid, HandedIn(draft.answers, body=BODY))
    return draft.uuid


def links_of_all_kinds(targets) -> dict[str, str]:
    """What somebody holds → its token."""
    world = targets.world
    chen, gao = world.actor("chen"), world.actor("gao")

    def to_sign(number: str = "") -> str:
        return signature_requests.make_signing_link(chen, number or world.waiting_sheet().number)[1]

    def invitation(login: str) -> str:
        return invitations.invite_user(gao, world.users[login].id)

    found = {
        "signing": to_sign(),
        "signing, used": used(to_sign()),
        "signing, expired": changed(to_sign(), created_at=1, expires_at=2),
        "signing, taken back": changed(to_sign(), revoked_at=1),
        "signing a list": to_sign(targets.listed.number),
        "signing a list, taken back": changed(to_sign(targets.signed_list.number), revoked_at=1),
        "copy": targets.copy,
        "copy, expired": changed(a_copy(targets), created_at=1, expires_at=2),
        "copy of another sheet": signature_requests.make_copy_link(
            chen, targets.signed, signature_requests.COPY
        ),
        "copy of a list": signature_requests.make_copy_link(
            chen, targets.signed_list, signature_requests.COPY
        ),
        "copy of a list, expired": changed(
            signature_requests.make_copy_link(chen, targets.signed_list, signature_requests.COPY),
            created_at=1,
            expires_at=2,
        ),
        "report": targets.reported,
        "report, expired": changed(a_report(world), created_at=1, expires_at=2),
        "invitation": invitation("zhou"),
        "invitation, used": changed(invitation("sunmin"), used_at=1),
        "invitation, expired": changed(invitation(COLLEAGUE), created_at=1, expires_at=2),
        "invitation, taken back": changed(invitation(ENGINEER), revoked_at=1),
        "calendar": calendar_feeds.create_feed(world.users["chen"].id),
        "calendar of the disabled": calendar_feeds.create_feed(world.users["lihua"].id),
        "calendar, taken back": calendar_feeds.create_feed(world.users["zhou"].id),
        "guess": "guess",
    }
    Feed.update(revoked_at=1).where(Feed.user == world.users["zhou"]).execute()
    return found


def a_copy(targets) -> str:
    return signature_requests.make_copy_link(
        targets.world.actor("chen"), targets.pictured, signature_requests.COPY
    )


def changed(token: str, **columns) -> str:
    Link.update(columns).where(Link.id == links.get_link(token).id).execute()
    return token


def used(token: str) -> str:
    """Signed with."""
    link = links.get_link(token)
    given = HandedIn(
        {"accessories": "yes", "satisfaction": "satisfied"},
        signer="丁一",
        strokes=STROKES,
        shown=link.shown,
        phone_at=clock.now(),
    )
    signature_requests.sign_by_link(Actor(None, "link", extra={"draft": link.draft}), token, given)
    return token
