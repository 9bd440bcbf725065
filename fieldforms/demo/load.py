"""Puts the demonstration through the real verbs, each at the time it happened: nothing in it is drawn by hand."""

import hashlib
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from fieldforms import config, demo, i18n
from fieldforms.demo import cabling, library, parts, plans, taking_over
from fieldforms.demo.strokes import draw_name
from fieldforms.errors import NotEmpty
from fieldforms.flow.completing import completion
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.faults import fault_reports, known_faults, targets
from fieldforms.flow.filling import drafts
from fieldforms.flow.filling.draft_contexts import DraftContext
from fieldforms.flow.people import accounts
from fieldforms.flow.people.actors import SIGNERS, Actor
from fieldforms.flow.record import folding
from fieldforms.flow.register import codes, device_models, makers
from fieldforms.flow.register.spellings import key_of_model
from fieldforms.forms import strokes
from fieldforms.forms.definition import Definition, Step
from fieldforms.forms.kinds import KINDS
from fieldforms.paper.leaflet import render_leaflet
from fieldforms.store import audit, clock
from fieldforms.store.database import transaction
from fieldforms.store.models import Backup, Client, Contact, Device, DeviceModel, Entry, Room, User
from fieldforms.store.people.accounts import active_users, all_users
from fieldforms.store.record import records
from fieldforms.store.register.device_models import change_model, models_by_key

REGISTERED = 75 * clock.DAY_MS  # before the first sheet
PREFILLED = (
    "client.name",
    "client.address",
    "client.type",
    "room.name",
)  # what the sheets leave to the register
AGENT_OF_PHONE = "Mozilla/5.0 (Linux; Android 14; V2309A) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36"
EVIDENCE: dict[str, Any] = {
    "address": "10.20.3.41",
    "agent": AGENT_OF_PHONE,
    "device": "Chrome · Android V2309A",
}
PASSWORD_CHANGES = ("user.password", "user.reset")


def load() -> None:
    """Fill an empty database, whole or not at all. Raises NotEmpty."""
    with transaction():
        if all_users():
            raise NotEmpty
        audit.record_action(None, "demo.load")
        with clock.pretend_now(clock.now() - REGISTERED):
            known = DemoRegister(demo.register())
            cabling.load_cabling(known, known.actor("sunmin"))
            tell_of_models(known)
        parts.load_parts(known)
        library.load_library(known)
        taking_over.load_stages(known)
        plans.load_plans(known, known.actor("sunmin"), clock.now() - REGISTERED)
        tell([Telling(known, sheet) for sheet in [*demo.sheets(), *demo.office(), *demo.faults()]])
        for draft in demo.drafts():
            with clock.pretend_now(clock.now() - draft["minutes_ago"] * clock.MINUTE):
                begin(known, draft)


def tell_of_models(known: "DemoRegister") -> None:
    """Known faults, who tried them, and what a stranger may try first."""
    keeper = known.actor("sunmin")
    for told in demo.register()["known_fault"]:
        said = {name: told[name] for name in ("symptom", "cause", "remedy")}
        fault = known_faults.write_fault(
            keeper, said | {"about": subject_of_known_fault(told["about"])}, "zh"
        )
        for login, helped in told["tries"].items():
            known_faults.note_try(known.actor(login), fault.id, "", helped)
    for model in demo.register()["model"]:
        row = row_of_model(model["brand"], model["name"])
        change_model(row, {"try_first": model["try_first"]})


def subject_of_known_fault(about: dict) -> str:
    """As the form of a known fault names it."""
    if "category" in about:
        return f"{known_faults.OF_CATEGORY}-{about['category']}"
    return f"{known_faults.OF_MODEL}-{row_of_model(about['brand'], about['model']).id}"


def row_of_model(brand: str, name: str) -> DeviceModel:
    return models_by_key([key := key_of_model(brand, name)])[key]


def signs_in() -> list[tuple[str, str, str]]:
    """(role, login, password) of the demonstration's people as far as they still hold."""
    done = audit.refs_of_actions("demo.load", *PASSWORD_CHANGES)
    if ("demo.load", "") not in done:
        return []
    changed = {ref for action, ref in done if action in PASSWORD_CHANGES}
    enabled = {user.login for user in active_users()} - changed
    users = demo.register()["user"]
    return [(user["role"], user["login"], user["password"]) for user in users if user["login"] in enabled]


class DemoRegister:
    """The register's rows by the names the sheets use."""

    def __init__(self, register: dict):
        self.clients: dict[str, Client] = {}
        self.rooms: dict[str, Room] = {}
        self.devices: dict[str, Device] = {}  # by serial
        self.codes: dict[str, str] = {}  # by serial
        self.numbers: dict[str, str] = {}  # of sheets that others cite
        for client in register["client"]:
            self.add_client(**client)
        self.users = {user["login"]: self.add_user(**user) for user in register["user"]}
        self.label()
        self.agree(register["targets"])

    def agree(self, promised: dict) -> None:
        """How soon faults are to be looked at and restored: for all clients, and for one that pays for more."""
        actor = self.actor(next(login for login, user in self.users.items() if user.role == "supervisor"))
        for key, given in promised.items():
            client = self.clients[key].id if key in self.clients else None
            targets.change_targets(actor, client, {name: str(minutes) for name, minutes in given.items()})

    def add_client(self, key, contact, room, device, **values) -> None:
        row = self.clients[key] = Client.create(**values)
        for person in contact:
            Contact.create(client=row, **person)
        self.rooms |= {place.pop("key"): Room.create(client=row, **place) for place in room}
        for item in device:
            self.add_device(row, self.rooms[item.pop("room")], **item)

    def add_device(self, client: Client, room: Room, backup=(), **values) -> None:
        model = device_models.model_of_values(values)
        leads = {"of_model": model, "of_maker": makers.maker_of_values(values)}
        row = Device.create(client=client, room=room, **leads, created_at=clock.now(), **values)
        self.devices[row.serial] = row
        for made in backup:
            Backup.create(device=row, **made)

    def add_user(self, login, name, role, password, clients=(), **rest) -> User:
        user = accounts.add_user(None, login, name, role, password, **rest)
        accounts.assign_clients(None, user, [self.clients[key].id for key in clients])
        return user

    def label(self) -> None:
        """A code on every device, as the dispatcher would put it there."""
        actor = self.actor(next(login for login, user in self.users.items() if user.role == "dispatcher"))
        made = codes.make_blank(actor, len(self.devices))
        for code, device in zip(made, self.devices.values(), strict=True):
            codes.bind_device(actor, code, device.id)
            self.codes[device.serial] = code

    def actor(self, login: str | None) -> Actor:
        return Actor(self.users[login], **EVIDENCE) if login else Actor(None, "public", **EVIDENCE)

    def answers(self, definition: Definition, step: Step, given: dict, day: date) -> dict:
        """The answers as a phone would post them: codes for serials, ids for logins."""
        dated = demo.dated_answers(given, day)
        return {
            field.name: self.answer_of(field, dated[field.name])
            for field in definition.fields_of(step)
            if field.name in dated
        }

    def answer_of(self, field, value):
        kind = KINDS[field.type]
        if kind.canvas and "seed" in value:
            return {"name": value["name"], "strokes": strokes.write(draw_name(**value))}
        refers = kind.refers
        if refers == "device":
            return [{"code": self.codes[serial]} for serial in value]
        return {"id": self.users[value].id} if refers == "user" else value

    def start_sheet(self, actor: Actor, sheet: dict) -> DraftContext:
        return drafts.start_draft(
            actor, sheet["form"], self.origin(sheet), drafts.new_uuid(), drafts.new_uuid()
        )

    def origin(self, sheet: dict) -> dict:
        """The nearest place the sheet names: a device, else a room, else a client, else none."""
        for place, rows in (("device", self.devices), ("room", self.rooms), ("client", self.clients)):
            if place in sheet:
                return {place: rows[sheet[place]].id}
        return {}


def tell(tellings: list["Telling"]) -> None:
    """Every sheet's events in the order they happened, so that no chain's times run backwards."""
    events = [event for telling in tellings for event in telling.events()]
    for at, act in sorted(events, key=lambda event: event[0]):
        with clock.pretend_now(at):
            act()


class Telling:
    """One sheet on its way through its steps."""

    def __init__(self, known: DemoRegister, sheet: dict):
        self.known, self.sheet = known, sheet
        self.begun = begun(sheet)
        self.day = self.begun.date()
        self.technician = known.actor(sheet["technician"])
        self.working: DraftContext

    def events(self):
        """(UTC ms, what happens)"""
        begun = int(self.begun.timestamp() * 1000)
        yield begun, self.start
        for entry in self.sheet["entry"]:
            yield begun + entry["after"] * clock.MINUTE, partial(self.fill, entry)

    def start(self) -> None:
        """The first step's draft, saved once."""
        first = self.sheet["entry"][0]
        actor = self.known.actor(first.get("by"))
        self.working = self.known.start_sheet(actor, self.sheet)
        drafts.save_draft(actor, self.working, self.answers(self.working.step, first), 0, "demo")

    def fill(self, entry: dict) -> None:
        working = self.working
        seen = records.by_uuid(self.technician.viewer, working.draft.record)
        draft = drafts.open_next_step(self.actor_of(entry), seen) if seen else working.draft
        step, actor = self.step(entry), self.actor_of(entry, draft.uuid)
        given = HandedIn(
            answers=self.answers(step, entry),
            outcome=entry["outcome"],
            signer=entry.get("signer", "") if step.sign else "",
            strokes=strokes.write(draw_name(entry["signer"], entry["seed"])) if "seed" in entry else "",
            reason=entry.get("reason", ""),
            shown=folding.fold_entries(seen.definition, seen.entries).shown_digest if seen else "",
            phone_at=clock.now(),
        )
        sealed = self.seal(actor, draft.uuid, given)
        if "key" in self.sheet:
            self.known.numbers[self.sheet["key"]] = sealed.number

    def actor_of(self, entry: dict, draft: str = "") -> Actor:
        """Who fills it: a person, nobody we know, or the client on the technician's phone."""
        step = self.step(entry)
        if step.by not in SIGNERS:
            return self.known.actor(entry.get("by"))
        if not draft or entry["outcome"] in folding.UNSIGNED:
            return self.technician
        return Actor(self.technician.user, "handed_over", extra={"draft": draft}, **EVIDENCE)

    def step(self, entry: dict) -> Step:
        return next(step for step in self.working.definition.steps if step.name == entry["step"])

    def seal(self, actor: Actor, uuid: str, given: HandedIn) -> Entry:
        if actor.way == "public":
            return fault_reports.complete_report(actor, uuid, given)[0]
        return completion.complete(actor, uuid, given).entry

    def answers(self, step: Step, entry: dict) -> dict:
        said = dict(entry.get("answers", {}))
        if "cites" in self.sheet and step.name == self.sheet["entry"][0]["step"]:
            said["previous_sheet"] = self.known.numbers[self.sheet["cites"]]
        given = self.known.answers(self.working.definition, step, said, self.day)
        for field in self.working.definition.fields_of(step):
            if KINDS[field.type].files == "document" and field.name in given:
                given[field.name] = [self.keep_document(title) for title in given[field.name]]
        return prefilled_answers(self.working, step) | given

    def keep_document(self, title: str) -> str:
        """What a client hands over is printed here: its digest."""
        printed = int(self.begun.timestamp() * 1000)
        lines = ["原件由客户保管，这里是移交时的电子版。"]
        body = render_leaflet(title, "", [{"title": "说明", "lines": lines}], "zh", printed)
        return drafts.keep_document(
            self.technician, self.working.draft.uuid, hashlib.sha256(body).hexdigest(), body
        ).digest


def begun(sheet: dict) -> datetime:
    """When it was started, in the company's zone."""
    tz = ZoneInfo(config.current.tz)
    if "minutes_ago" in sheet:
        return i18n.local(clock.now() - sheet["minutes_ago"] * clock.MINUTE, tz.key)
    day = i18n.local(clock.now(), tz.key).date() - timedelta(days=sheet["days_ago"])
    return datetime.combine(day, time.fromisoformat(sheet["time"]), tz)


def prefilled_answers(working: DraftContext, step: Step) -> dict:
    """What the register filled in of a first step's draft."""
    known = working.draft.answers if step is working.step else {}
    fields = working.definition.fields_of(step)
    return {
        field.name: known[field.name] for field in fields if field.source in PREFILLED and field.name in known
    }


def begin(known: DemoRegister, draft: dict) -> None:
    """A draft as far as it got."""
    actor = known.actor(draft["by"])
    working = known.start_sheet(actor, draft)
    today = i18n.local(clock.now(), config.current.tz).date()
    given = known.answers(working.definition, working.step, draft["answers"], today)
    drafts.save_draft(actor, working, working.draft.answers | given, 0, "demo")
