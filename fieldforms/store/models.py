"""Tables and constraints only. Times are UTC milliseconds, days ISO strings, answers JSON.

`index=False`: nobody asks by that column, or an index of several begins with it; each index is one more page to write.

Rows are inserted where history matters: endorsements, entries, disclosures, erasures, whereabouts, guards, audit. `records`,
`record_devices`, the search index and `rating_months` are a projection that `projection.rebuild_all` makes anew from those.
"""

import json
from functools import partial

from peewee import (
    BigIntegerField,
    BlobField,
    BooleanField,
    CharField,
    Check,
    ForeignKeyField,
    IntegerField,
    JSONField,
    Model,
    TextField,
)

from fieldforms.store.database import database


class Base(Model):
    class Meta:
        database = database
        legacy_table_names = False


# A document is of a model, of a client (or one room or device of theirs), or of nothing.
ONE_TARGET = (
    "(of_model_id IS NULL OR client_id IS NULL) AND (room_id IS NULL OR device_id IS NULL)"
    " AND (client_id IS NOT NULL OR (room_id IS NULL AND device_id IS NULL))"
)


def json_field(**options) -> JSONField:
    return JSONField(dumps=partial(json.dumps, ensure_ascii=False), **options)


class User(Base):
    login = CharField(unique=True)
    name = CharField()
    role = CharField()
    language = CharField(default="zh")
    phone = CharField(default="")
    password = CharField()
    confidential = BooleanField(default=False)  # may read records of confidential rooms
    created_at = BigIntegerField()
    disabled_at = BigIntegerField(null=True)
    second_factor = CharField(
        null=True
    )  # the authenticator's secret, encrypted (flow/people/kept_secrets.py)
    second_factor_at = BigIntegerField(null=True)  # since when; null: none
    second_factor_step = BigIntegerField(null=True)  # of the newest code that was taken: none is taken twice
    second_factor_asked_at = BigIntegerField(null=True)  # when the person was first asked to set one up

    class Meta:
        table_name = "users"


class RecoveryCode(Base):
    """In the place of an authenticator that is lost, once."""

    user = ForeignKeyField(User)
    code = CharField(unique=True)  # SHA-256
    created_at = BigIntegerField()
    used_at = BigIntegerField(null=True)

    class Meta:
        table_name = "recovery_codes"


class Session(Base):
    """A signed-in browser. `handed_draft` set: in the client's hands, only that draft is reachable."""

    token = CharField(unique=True)  # SHA-256 of the cookie's token
    user = ForeignKeyField(User, backref="sessions")
    device = CharField()
    phone = BooleanField(default=False)
    address = CharField(default="")
    pin = CharField(default="")
    pin_tries = IntegerField(default=0)
    handed_draft = CharField(null=True)
    created_at = BigIntegerField()
    seen_at = BigIntegerField()
    revoked_at = BigIntegerField(null=True)
    proven_at = BigIntegerField(null=True)  # when the second factor was shown in it

    class Meta:
        table_name = "sessions"


class Client(Base):
    name = CharField(unique=True)
    short_name = CharField()
    address = CharField(default="")
    phone = CharField(default="")
    type = CharField(default="")  # warranty, yearly, per_call, letter
    contract_from = CharField(default="")
    contract_until = CharField(default="")
    warranty_until = CharField(default="")
    calls_total = IntegerField(null=True)
    visits_per_year = IntegerField(null=True)
    hours_per_year = IntegerField(null=True)  # of service, as agreed
    service_modes = json_field(default=list)  # names of flow/columns.SERVICE_MODES
    working_hours = CharField(default="")
    reporting = BooleanField(default=True)  # may anyone at a device report a fault by form
    language = CharField(default="zh")
    contract_no = CharField(default="")
    note = TextField(default="")
    retired_at = BigIntegerField(null=True)

    class Meta:
        table_name = "clients"


class Assignment(Base):
    user = ForeignKeyField(User, backref="assignments")
    client = ForeignKeyField(Client, backref="assignments")
    since = BigIntegerField()
    until = BigIntegerField(null=True)

    class Meta:
        table_name = "assignments"


class Room(Base):
    client = ForeignKeyField(Client, backref="rooms")
    name = CharField()
    kind = CharField(default="")  # flow/register/register_columns.ROOM_KINDS
    building = CharField(default="")
    floor = CharField(default="")
    no_phones = BooleanField(default=False)
    no_cameras = BooleanField(default=False)
    confidential = BooleanField(default=False)
    modes = json_field(default=list)
    power_on = json_field(default=list)
    retired_at = BigIntegerField(null=True)

    class Meta:
        table_name = "rooms"


class Contact(Base):
    client = ForeignKeyField(Client, backref="contacts")
    name = CharField()
    title = CharField(default="")
    phone = CharField(default="")
    mobile = CharField(default="")
    email = CharField(default="")
    office = CharField(default="")
    floor = CharField(default="")
    lead = BooleanField(default=False)
    room_keeper = BooleanField(default=False)

    class Meta:
        table_name = "contacts"


class Maker(Base):
    """Who makes devices, and how they are reached. One comes into being with the first device or model that names it."""

    key = CharField(unique=True)  # its name, of which neither signs nor the company's form count
    name = CharField()
    contact = CharField(default="")  # whom to ask for
    phone = CharField(default="")
    hotline = CharField(default="")  # of their support
    web = CharField(default="")
    note = TextField(default="")
    created_at = BigIntegerField()

    class Meta:
        table_name = "makers"


class DeviceModel(Base):
    """What devices of one brand and model share. It comes into being with the first device that says so."""

    key = CharField(unique=True)  # brand and name, of which only letters and digits count
    brand = CharField(default="")
    name = CharField()
    category = CharField(default="")
    manufacturer = CharField(default="")
    manufacturer_phone = CharField(default="")
    of_maker = ForeignKeyField(Maker, backref="models", null=True)  # what manufacturer leads to
    try_first = json_field(default=list)  # lines for whoever reports a fault
    note = TextField(default="")
    created_at = BigIntegerField()

    class Meta:
        table_name = "device_models"


class Device(Base):
    client = ForeignKeyField(Client, backref="devices", index=False)
    room = ForeignKeyField(Room, backref="devices", null=True)
    name = CharField()
    category = CharField()
    location = CharField(default="")
    brand = CharField(default="")
    model = CharField(default="")
    of_model = ForeignKeyField(DeviceModel, backref="devices", null=True)  # what brand and model lead to
    spec = CharField(default="")
    serial = CharField(default="")
    asset_no = CharField(default="")
    manufacturer = CharField(default="")
    manufacturer_phone = CharField(default="")
    of_maker = ForeignKeyField(Maker, backref="devices", null=True)  # what manufacturer leads to
    installed_on = CharField(default="")
    installed_about = BooleanField(default=False)  # nobody knows the day: "about n years"
    rack = CharField(default="")
    rack_unit = CharField(default="")
    ip = CharField(default="")
    mac = CharField(default="")
    rated_voltage = CharField(default="")
    purchased_on = CharField(default="")
    price = IntegerField(null=True)  # in fen
    supplier = CharField(default="")
    warranty_until = CharField(default="")
    keeper = CharField(default="")
    department = CharField(default="")
    state = CharField(
        default="in_use"
    )  # in_use, faulty, away, standby: the newest of its events; retired is retired_at
    interfaces = TextField(default="")
    spare_interfaces = TextField(default="")
    note = TextField(default="")
    created_at = BigIntegerField()
    retired_at = BigIntegerField(null=True)
    sorted_as = TextField(default="")  # its place in the list: client, room, name. A trigger writes it

    class Meta:
        table_name = "devices"
        indexes = (
            (("client", "sorted_as", "id"), False),
            (("category", "sorted_as", "id"), False),
            (("state", "sorted_as", "id"), False),
            (("serial",), False),
            (("asset_no",), False),
        )


class RegisterLook(Base):
    """What one technician changed of one row of the register, until somebody who keeps the register has looked at it; a
    change after that is a row of its own."""

    kind = CharField()  # device, room, contact
    row = IntegerField()  # its id; rows may be removed
    name = CharField()  # what it was called then
    client = ForeignKeyField(Client, index=False)
    by = ForeignKeyField(User, index=False)
    deeds = json_field(default=list)  # what was done: add, edit, state, …
    before = json_field(default=dict)  # column → text before the first of these changes
    after = json_field(default=dict)  # column → text after the last
    at = BigIntegerField()  # of the last
    looked_at = BigIntegerField(null=True)
    looked_by = ForeignKeyField(User, null=True, index=False)

    class Meta:
        table_name = "register_looks"
        indexes = ((("looked_at", "at"), False), (("kind", "row"), False))


class DeviceToIndex(Base):
    """A change of a device, or of what it is found by, that the index of words has yet to take in. Triggers write it."""

    device = ForeignKeyField(Device, index=False)

    class Meta:
        table_name = "devices_to_index"


class DeviceEvent(Base):
    """What became of a device: its state changed, it was moved, replaced, retired, brought back. Insert-only."""

    device = ForeignKeyField(Device, backref="events")
    kind = CharField()  # state, room, replaced, replaces, retired, brought_back
    before = CharField(default="")  # a state, or a room's name as it was then
    after = CharField(default="")
    other = ForeignKeyField(
        Device, null=True, index=False
    )  # the one that took its place, or whose place it took
    note = TextField(default="")
    at = BigIntegerField()
    by = ForeignKeyField(User, null=True, index=False)

    class Meta:
        table_name = "device_events"


class Port(Base):
    """Where a cable goes in: of a device; or of a model, whose new devices get copies of it."""

    device = ForeignKeyField(Device, backref="ports", null=True, index=False)
    of_model = ForeignKeyField(DeviceModel, backref="ports", null=True, index=False)
    name = CharField()  # as printed: HDMI IN 2
    direction = CharField()  # in, out, both, through (flow/cabling/signals.DIRECTIONS)
    signal = CharField(default="")  # a key of flow/cabling/signals.toml, "" where nobody knows
    connector = CharField(default="")
    gender = CharField(
        null=True
    )  # of the connector: male, female; none where nobody said (port_input.GENDERS)
    face = CharField(default="")  # front, rear, or what the panel calls the group
    place = IntegerField(default=0)  # in the panel's order
    stated = CharField(default="")  # what the survey says of it: free, used; a recorded cable knows better
    note = CharField(default="")
    created_at = BigIntegerField()
    removed_at = BigIntegerField(null=True)

    class Meta:
        table_name = "ports"
        constraints = (Check("(device_id IS NULL) <> (of_model_id IS NULL)"),)
        indexes = (
            (("device", "place"), False),
            (("of_model", "place"), False),
            (("signal", "device", "direction"), False),
        )


class Connection(Base):
    """A cable between two ports of a client's devices. Its number is never given again, so a removed one stays."""

    client = ForeignKeyField(Client, backref="connections", index=False)
    number = CharField()  # H-014
    prefix = CharField(default="")  # of the number, and its digits: the next one is proposed by them
    serial = IntegerField(null=True)
    source = ForeignKeyField(Port, backref="cables_out")
    target = ForeignKeyField(Port, backref="cables_in")
    kind = CharField(default="")  # of cable: HDMI 2.0 光纤
    length = IntegerField(null=True)  # in cm
    colour = CharField(default="")
    status = CharField(default="installed")  # planned, installed; removed is removed_at
    since = CharField(default="")  # ISO day
    tested_on = CharField(default="")  # ISO day: the last time
    note = CharField(default="")
    created_at = BigIntegerField()
    created_by = ForeignKeyField(User, null=True, index=False)
    removed_at = BigIntegerField(null=True)
    removed_by = ForeignKeyField(User, null=True, index=False)

    class Meta:
        table_name = "connections"
        indexes = ((("client", "number"), True), (("client", "prefix", "serial"), False))


class DiagramPlace(Base):
    """Where somebody put a device's box on the diagram of a room; all others find a place by themselves."""

    room = ForeignKeyField(Room, index=False)
    system = CharField(default="")  # of which drawing: flow/cabling/signals.SYSTEMS, "" for that of all
    device = ForeignKeyField(Device)
    place = CharField()  # column and height: "2,140", paper/diagrams.read_place
    at = BigIntegerField()
    by = ForeignKeyField(User, null=True, index=False)

    class Meta:
        table_name = "diagram_places"
        indexes = ((("room", "system", "device"), True),)


class Backup(Base):
    """A configuration backup: central-control source, DSP scene, matrix preset."""

    device = ForeignKeyField(Device, backref="backups")
    kind = CharField()
    version = CharField(default="")
    made_on = CharField()

    class Meta:
        table_name = "backups"


class Document(Base):
    """A manual, a drawing, a contract: of one thing, or of the company (nothing is named then).

    `client`: whose it is, also of a room or device of theirs; models and the company are nobody's alone.
    """

    of_model = ForeignKeyField(DeviceModel, backref="documents", null=True)
    client = ForeignKeyField(Client, backref="documents", null=True)
    room = ForeignKeyField(Room, backref="documents", null=True)
    device = ForeignKeyField(Device, backref="documents", null=True)
    kind = CharField()  # flow.documents.document_columns.DOCUMENT_KINDS
    title = CharField()
    note = TextField(default="")
    language = CharField(default="")
    latest = IntegerField(default=1)  # number of the version that counts
    paper = CharField(null=True)  # which of the house's own papers it is (flow/papers)
    internal = BooleanField(null=True)  # True: neither for the client nor for technicians
    tells_of_rooms = BooleanField(null=True)  # True: a paper that is a room's as soon as that is confidential
    created_at = BigIntegerField()
    created_by = ForeignKeyField(User, null=True, index=False)
    retired_at = BigIntegerField(null=True)
    retired_by = ForeignKeyField(User, null=True, index=False)

    class Meta:
        table_name = "documents"
        constraints = (Check(ONE_TARGET),)


class DocumentVersion(Base):
    """One file of a document; a later one supersedes it, and it stays. Only what a job finds inside is added later."""

    document = ForeignKeyField(Document, backref="versions", index=False)
    number = IntegerField()  # 1, 2, 3 …
    edition = CharField(default="")  # as printed on it, or as the maker calls it: V2.1
    dated_on = CharField(default="")  # of a configuration: when it was saved from the device
    note = TextField(default="")
    digest = CharField(index=True)  # of the file, which an erasure may take away
    name = CharField()  # of the file, as it came
    media_type = CharField()
    size = IntegerField()  # bytes
    pages = IntegerField(default=0)  # that can be read here; 0: only to be saved
    has_words = BooleanField(null=True)  # None until a job has read its pages
    at = BigIntegerField()
    by = ForeignKeyField(User, null=True, index=False)

    class Meta:
        table_name = "document_versions"
        indexes = ((("document", "number"), True),)


class DocumentPage(Base):
    """The text of a page, as the search finds it. Page 0: title and notes of the version's document."""

    version = ForeignKeyField(DocumentVersion, backref="texts", index=False)
    number = IntegerField()
    text = TextField(default="")

    class Meta:
        table_name = "document_pages"
        indexes = ((("version", "number"), True),)


class Part(Base):
    """A spare part, a tool or a loan unit (备机) in stock. `client` set: it is the client's own (forms.md §3, owner)."""

    name = CharField()
    kind = CharField()  # part, tool, loan_unit
    brand = CharField(default="")
    model = CharField(default="")
    unit = CharField(default="")
    client = ForeignKeyField(Client, null=True)
    low_at = IntegerField(null=True)  # warn when there are so many or fewer
    price = IntegerField(null=True)  # of one, in fen
    note = TextField(default="")
    created_at = BigIntegerField()
    retired_at = BigIntegerField(null=True)

    class Meta:
        table_name = "parts"


class Code(Base):
    """What a label carries. Made blank, bound to a device or a part, retired; never reused."""

    code = CharField(unique=True)
    device = ForeignKeyField(Device, backref="codes", null=True)
    part = ForeignKeyField(Part, backref="codes", null=True)
    made_at = BigIntegerField()
    made_by = ForeignKeyField(User, null=True, index=False)
    bound_at = BigIntegerField(null=True)
    bound_by = ForeignKeyField(User, null=True, index=False)
    retired_at = BigIntegerField(null=True)
    replaced_by = ForeignKeyField("self", null=True, index=False)

    class Meta:
        table_name = "codes"


class FormVersion(Base):
    """A published version of a form: never changed, only retired."""

    key = CharField()
    version = IntegerField()
    digest = CharField(unique=True)
    body = json_field()
    roles = CharField(default="")  # |technician|hr|: whose turn a step of it can be
    published_at = BigIntegerField()
    retired_at = BigIntegerField(null=True)

    class Meta:
        table_name = "definitions"
        indexes = ((("key", "version"), True),)


class Draft(Base):
    """The working copy of one step. `origin` is what it was started from and about (device, room, supersedes…)."""

    uuid = CharField(unique=True)
    record = CharField(index=True)
    definition = ForeignKeyField(FormVersion, index=False)
    step = CharField()
    author = ForeignKeyField(User, null=True)
    client = ForeignKeyField(Client, null=True, index=False)
    origin = json_field(default=dict)
    answers = json_field(default=dict)
    version = IntegerField(default=1)
    editor = CharField(default="")
    created_at = BigIntegerField()
    saved_at = BigIntegerField()
    completed_at = BigIntegerField(null=True)
    discarded_at = BigIntegerField(null=True)

    class Meta:
        table_name = "drafts"


class Chain(Base):
    """One a client, one for what has no client: where the next seal hangs."""

    name = CharField(unique=True)
    head = CharField(default="")
    length = IntegerField(default=0)

    class Meta:
        table_name = "chains"


class Counter(Base):
    name = CharField(unique=True)  # FW-202611
    last = IntegerField(default=0)

    class Meta:
        table_name = "counters"


class Key(Base):
    kid = CharField(unique=True)
    jwk = json_field()
    created_at = BigIntegerField()
    retired_at = BigIntegerField(null=True)

    class Meta:
        table_name = "keys"


class Endorsement(Base):
    """A key's signed word about another (flow.seals.endorsements). Insert-only."""

    kid = CharField()  # of the key it is about
    by_kid = CharField()  # of the key that signed it
    jws = TextField()
    at = BigIntegerField()

    class Meta:
        table_name = "endorsements"
        indexes = ((("kid", "by_kid"), True),)


class Entry(Base):
    """A sealed event of a record. Insert-only: triggers refuse all else."""

    record = CharField()
    seq = IntegerField()
    number = CharField()
    definition = ForeignKeyField(FormVersion, index=False)
    step = CharField()
    outcome = CharField()
    client = ForeignKeyField(Client, null=True, index=False)
    actor = ForeignKeyField(User, null=True, index=False)
    draft = CharField(null=True, unique=True)
    body_digest = CharField(default="")
    chain = ForeignKeyField(Chain, index=False)
    chain_seq = IntegerField()
    digest = CharField(unique=True)  # SHA-256 of jwt: what the next seal names as prev, and /v/ finds
    jwt = TextField()
    sealed_at = BigIntegerField()

    class Meta:
        table_name = "entries"
        indexes = ((("record", "seq"), True), (("chain", "chain_seq"), True))


class Disclosure(Base):
    """One answer of an entry in SD-JWT form. Goes only when an erasure names it."""

    digest = (
        CharField()
    )  # found through its entry: an index of random text would dirty a page for each answer
    entry = ForeignKeyField(Entry, backref="disclosures")
    body = TextField()

    class Meta:
        table_name = "disclosures"


class Erasure(Base):
    entry = ForeignKeyField(Entry, backref="erasures")
    digest = CharField()
    name = CharField()
    by_entry = ForeignKeyField(Entry, index=False)

    class Meta:
        table_name = "erasures"
        indexes = ((("digest",), True),)


class Whereabouts(Base):
    """What the register said of an entry's client, room and devices when it was sealed, a row each. Insert-only."""

    record = CharField(index=True)
    seq = IntegerField()  # of the entry
    client_name = CharField(default="")
    device = ForeignKeyField(Device, null=True, index=False)
    device_name = CharField(
        default=""
    )  # of the one it was begun at; an answer that names devices says it itself
    room = ForeignKeyField(Room, null=True)
    place = CharField(default="")  # the room's name when it was sealed

    class Meta:
        table_name = "whereabouts"


class Guard(Base):
    """What made a record confidential, or lifted that: the last one counts. Insert-only."""

    record = CharField(index=True)
    confidential = BooleanField()
    why = CharField()  # room, form, kin, marked, before, lifted (flow.record.confidentiality.WHY)
    room = ForeignKeyField(Room, null=True, index=False)
    reason = TextField(default="")
    by = ForeignKeyField(User, null=True, index=False)
    at = BigIntegerField()

    class Meta:
        table_name = "guards"


class File(Base):
    """Content by digest. Small content (strokes) stays in the row and is committed with it; photos are files."""

    digest = CharField(unique=True)
    media_type = CharField()
    size = IntegerField()
    body = BlobField(null=True)
    created_at = BigIntegerField()

    class Meta:
        table_name = "files"


class Upload(Base):
    """What a phone sent for a draft, by the digest of the bytes it sent, and what was kept of it."""

    draft = CharField()
    sent = CharField()
    file = ForeignKeyField(File)
    created_at = BigIntegerField()

    class Meta:
        table_name = "uploads"
        indexes = ((("draft", "sent"), True),)


class Link(Base):
    """A one-time way in for somebody without an account; only the token's hash is kept."""

    token = CharField(unique=True)
    purpose = CharField()  # sign, report, enrol
    record = CharField(null=True, index=True)
    step = CharField(default="")
    draft = CharField(null=True)
    user = ForeignKeyField(User, null=True, backref="enrolments")
    shown = CharField(default="")  # digest of the entry the signer is shown
    created_by = ForeignKeyField(User, null=True, index=False)
    created_at = BigIntegerField()
    expires_at = BigIntegerField()
    used_at = BigIntegerField(null=True)
    revoked_at = BigIntegerField(null=True)

    class Meta:
        table_name = "links"


class Retention(Base):
    """A closed record in which what its form does not keep for ever was erased, by which rule."""

    record = CharField(unique=True)
    rule = CharField()  # its digest: another one is applied anew
    at = BigIntegerField()

    class Meta:
        table_name = "retentions"


class Review(Base):
    record = CharField(index=True)
    by = ForeignKeyField(User, index=False)
    note = TextField(default="")
    settles = CharField(
        default=""
    )  # follow_up: contacted again; low_rating: followed up; care: words of a follow-up that goes on; approved, sent_back: a
    # verdict, answered: its author says why nothing is to be corrected (flow/record/verdicts.py); decision: its asker has seen it; note: read, with words for who made the sheet;
    # note_seen: one of those has seen them; else the sheet was read
    owner = ForeignKeyField(User, null=True, index=False)  # of care: who looks after it from here on
    due_on = CharField(null=True)  # of care: by which day (ISO) from here on
    ending = CharField(null=True)  # of low_rating: one of flow/completing/aftercare.py ENDINGS
    at = BigIntegerField()

    class Meta:
        table_name = "reviews"


class Audit(Base):
    at = BigIntegerField(index=True)
    actor = ForeignKeyField(User, null=True, index=False)
    action = CharField()
    ref = CharField(default="")
    detail = json_field(default=dict)

    class Meta:
        table_name = "audit"
        indexes = ((("ref", "action"), False),)


class Attempt(Base):
    """A failed sign-in, PIN or code: what throttling counts."""

    key = CharField()
    at = BigIntegerField()

    class Meta:
        table_name = "attempts"
        indexes = ((("key", "at"), False),)


class Record(Base):
    """Projection: a form's entries folded, for lists and filters."""

    uuid = CharField(unique=True)
    number = CharField(unique=True)
    key = CharField()
    definition = ForeignKeyField(FormVersion, index=False)
    client = ForeignKeyField(Client, null=True, index=False)
    client_name = CharField(default="")
    room = ForeignKeyField(Room, null=True)
    place = CharField(default="")  # the room's name when it was sealed
    device_names = CharField(default="")
    technician = ForeignKeyField(User, null=True, index=False)
    technician_name = CharField(default="")
    opened_by = ForeignKeyField(User, null=True, index=False)  # by whose account it was begun
    summary = TextField(default="")
    opened_at = BigIntegerField()
    dated_at = BigIntegerField()  # when the work was done, as the sheet says; else as opened_at
    updated_at = BigIntegerField()
    closed_at = BigIntegerField(null=True)
    state = CharField()  # open, closed, cancelled
    next_step = CharField(default="")
    next_by = CharField(default="")
    assignee = ForeignKeyField(
        User, null=True, index=False
    )  # named by an answer to do a step: may see the record
    outcome = CharField(default="")  # of the signed step
    unsigned = BooleanField(default=False)
    result = CharField(default="")
    satisfaction = CharField(default="")
    rating_month = CharField(default="")  # 2026-11, when there is a rating
    rated_at = BigIntegerField(
        null=True
    )  # where a rating is asked: the signature of it, or of the sheet it corrects
    low_rating_since = BigIntegerField(
        null=True
    )  # signed with a low rating, or refused, and nobody has closed the follow-up with words
    review_by = CharField(default="")  # the role whose review a closed sheet waits for
    returned_since = BigIntegerField(
        null=True
    )  # to a step that was not done again yet, or closed and its author asked for a correction
    confidential = BooleanField(default=False)
    personal = BooleanField(default=False)  # a technician sees their own only
    cost_disputed = BooleanField(default=False)  # who looked at the repair does not agree with its cost
    urgency = CharField(default="")
    due_on = CharField(default="")  # the day something is to be back, answered or done, while it is open
    follow_up_on = CharField(default="")  # the day to contact the client again, once it is closed
    follows = CharField(default="", index=True)  # number of the record this one was opened from
    open_points = TextField(default="")  # 遗留问题 as its sheet words them, "" for none said
    supersedes = CharField(default="")  # number of the sheet that this one corrects
    corrected_by = CharField(default="")  # number of the correction begun of it, unless that was cancelled
    superseded_by = CharField(
        default=""
    )  # of the correction that took its place (flow/record/supersession.py)
    in_force = BooleanField(
        default=True
    )  # neither cancelled nor superseded, nor a correction that took no place yet
    responded_at = BigIntegerField(null=True)  # somebody went on with what was reported
    restored_at = BigIntegerField(null=True)  # as flow/record/repair_times.py tells
    signed_at = BigIntegerField(null=True)  # the signed step, however it ended
    fault_class = CharField(default="")
    minutes = BigIntegerField(null=True)  # hands on it, as the sheet says
    cost = BigIntegerField(null=True)  # in fen; of a disputed one what was settled

    class Meta:
        table_name = "records"
        indexes = (
            (("opened_at", "id"), False),
            (("dated_at", "id"), False),
            (("client", "dated_at", "id"), False),
            (("technician", "dated_at", "id"), False),
            (("key", "opened_at", "id"), False),
            (("key", "dated_at", "id"), False),
            (("satisfaction", "dated_at", "id"), False),
            (("unsigned", "dated_at", "id"), False),
            (("outcome", "dated_at", "id"), False),
            (("next_by", "client"), False),
            (("assignee", "dated_at", "id"), False),
            (("opened_by", "dated_at", "id"), False),
            (("follow_up_on", "id"), False),
            (("client", "state", "dated_at", "id"), False),
            (("rating_month", "client", "technician"), False),
            (("low_rating_since", "id"), False),
            (("review_by", "dated_at", "id"), False),
            (("returned_since", "id"), False),
            (("cost_disputed", "dated_at", "id"), False),
            (("technician", "rated_at", "id"), False),
            (("signed_at", "id"), False),
        )


class Projection(Base):
    """One row: the version of the rules by which all of the projection was made (flow.record.projection.RULES).

    While it is made anew: `towards` which, and the id of the first entry of the record that was `reached`.
    """

    rules = IntegerField()
    towards = IntegerField(default=0)
    reached = IntegerField(default=0)

    class Meta:
        table_name = "projections"


class RecordDevice(Base):
    record = ForeignKeyField(Record, index=False)
    device = ForeignKeyField(Device, index=False)
    dated_at = BigIntegerField()  # as its record's

    class Meta:
        table_name = "record_devices"
        indexes = ((("record", "device"), True), (("device", "dated_at", "record"), False))


class RatingMonth(Base):
    """How often each answer was given, by client, technician and month of the signature."""

    client = ForeignKeyField(Client, null=True, index=False)
    technician = ForeignKeyField(User, null=True, index=False)
    month = CharField()  # 2026-11
    satisfaction = CharField()
    n = IntegerField(default=0)

    class Meta:
        table_name = "rating_months"
        indexes = ((("month", "client", "technician", "satisfaction", "n"), False),)


class RatingReason(Base):
    """Why a rating was low: a row for each reason of a record whose rating counts."""

    record = ForeignKeyField(Record)
    client = ForeignKeyField(Client, null=True, index=False)
    technician = ForeignKeyField(User, null=True, index=False)
    month = CharField()  # 2026-11
    reason = CharField()

    class Meta:
        table_name = "rating_reasons"
        indexes = ((("month", "reason", "client", "technician"), False),)


class RatingGroup(Base):
    """Five ratings of a technician, in the order of signing, counted and never told apart again. Insert-only."""

    technician = ForeignKeyField(User, index=False)
    month = CharField()  # 2026-11, of the last signature in it
    counts = json_field()  # answer → how often
    until = BigIntegerField()  # Record.rated_at of the last one: the next group begins after it

    class Meta:
        table_name = "rating_groups"
        indexes = ((("technician", "until"), False),)


class StockPlace(Base):
    """Where stock lies: the company's store, a client's site, a technician's bag."""

    kind = CharField()  # company, client, person
    client = ForeignKeyField(Client, null=True, index=False)
    user = ForeignKeyField(User, null=True, index=False)

    class Meta:
        table_name = "places"
        indexes = ((("kind", "client", "user"), False),)


class Movement(Base):
    """Stock that moved. Insert-only. `source` None: it came in; `target` None: it was fitted, scrapped or not found."""

    part = ForeignKeyField(Part, index=False)
    kind = CharField()  # received, issued, fitted, returned, counted, scrapped, moved
    quantity = IntegerField()
    source = ForeignKeyField(StockPlace, null=True, index=False)
    target = ForeignKeyField(StockPlace, null=True)
    device = ForeignKeyField(Device, null=True)
    record = CharField(default="", index=True)  # number of the sheet it belongs to
    due_on = CharField(default="")  # a tool or loan unit is to be back
    note = TextField(default="")
    actor = ForeignKeyField(User, null=True, index=False)
    at = BigIntegerField()

    class Meta:
        table_name = "movements"
        indexes = ((("part", "at", "id"), False), (("at", "id"), False))


class Stock(Base):
    """Projection of the movements: how many of a part lie at a place; never fewer than none."""

    part = ForeignKeyField(Part, index=False)
    place = ForeignKeyField(StockPlace)
    quantity = IntegerField(constraints=[Check("quantity >= 0")])

    class Meta:
        table_name = "stock"
        indexes = ((("part", "place"), True),)


class Shortage(Base):
    """A sealed step said that more was moved than the books had to move: so many are missing in them. Insert-only."""

    record = CharField(index=True)  # number of the sheet
    part = ForeignKeyField(Part)
    kind = CharField()  # of the movement that was not booked: fitted, returned
    quantity = IntegerField()
    actor = ForeignKeyField(User, null=True, index=False)
    at = BigIntegerField()

    class Meta:
        table_name = "shortages"


class ShortageClosing(Base):
    """Nobody has to look for it any more: somebody's words, or a later step of the sheet that was booked. Insert-only."""

    shortage = ForeignKeyField(Shortage, unique=True)
    reason = TextField(default="")
    record = CharField(default="")  # number of the sheet whose step said it anew
    by = ForeignKeyField(User, null=True, index=False)
    at = BigIntegerField()

    class Meta:
        table_name = "shortage_closings"


class Reservation(Base):
    """Projection: what an open sheet has asked for and nobody has taken yet."""

    record = ForeignKeyField(Record, index=False)
    part = ForeignKeyField(Part)
    quantity = IntegerField()

    class Meta:
        table_name = "reservations"
        indexes = ((("record", "part"), True),)


class Plan(Base):
    """定期巡检: which form, where, how often, who. Never changed: an ended plan stays, another `replaces` it."""

    client = ForeignKeyField(Client)
    room = ForeignKeyField(Room, null=True, index=False)
    device = ForeignKeyField(Device, null=True, index=False)
    key = CharField()  # of the form
    every = IntegerField()
    unit = CharField()  # day, week, month
    weekday = IntegerField(null=True)  # 0 Monday … 6
    skip_holidays = BooleanField(default=True)
    technician = ForeignKeyField(User, null=True)
    starts_on = CharField()
    ends_on = CharField(default="")
    replaces = ForeignKeyField("self", null=True, index=False)
    created_at = BigIntegerField()
    created_by = ForeignKeyField(User, index=False)
    ended_at = BigIntegerField(null=True)
    ended_by = ForeignKeyField(User, null=True, index=False)

    class Meta:
        table_name = "plans"


class Visit(Base):
    """What became of one due day of a plan: done by a sheet, skipped or moved with a reason."""

    plan = ForeignKeyField(Plan, index=False)
    due_on = CharField()
    outcome = CharField()  # done, skipped, moved
    record = CharField(default="", index=True)  # uuid of the sheet that did it
    moved_to = CharField(default="")
    reason = TextField(default="")
    actor = ForeignKeyField(User, null=True, index=False)
    at = BigIntegerField()

    class Meta:
        table_name = "visits"
        indexes = ((("plan", "due_on"), True),)


class Holiday(Base):
    """A day that differs from the calendar of China: off, or worked instead (调休)."""

    day = CharField(unique=True)
    name = CharField(default="")
    works = BooleanField(default=False)

    class Meta:
        table_name = "holidays"


class Deputy(Base):
    """`deputy` stands in for `user` from one day until another, both included."""

    user = ForeignKeyField(User, index=False)
    deputy = ForeignKeyField(User)
    from_on = CharField()
    until_on = CharField()
    created_at = BigIntegerField()
    created_by = ForeignKeyField(User, index=False)
    ended_at = BigIntegerField(null=True)

    class Meta:
        table_name = "deputies"


class SavedView(Base):
    """How somebody likes to see a list: its filters under a name. `page`: the list's endpoint; `query`: what its address says,
    as it was read. `shared`: offered to everybody who sees all clients, too. `saved_at`: UTC ms.
    """

    owner = ForeignKeyField(User, index=False)
    page = CharField()
    name = CharField()
    query = CharField()
    shared = BooleanField(default=False)
    saved_at = BigIntegerField()

    class Meta:
        table_name = "saved_views"
        indexes = ((("owner", "page", "name"), True), (("page", "shared"), False))


class Target(Base):
    """How soon a fault is to be looked at and restored, in minutes; of a client, or of all (None)."""

    client = ForeignKeyField(Client, null=True, index=False)
    urgency = CharField()
    respond = IntegerField(null=True)
    restore = IntegerField(null=True)

    class Meta:
        table_name = "targets"
        indexes = ((("client", "urgency"), True),)


class Feed(Base):
    """A person's calendar by a secret address; only the token's hash is kept."""

    token = CharField(unique=True)
    user = ForeignKeyField(User)
    created_at = BigIntegerField()
    revoked_at = BigIntegerField(null=True)

    class Meta:
        table_name = "feeds"


class IssuedMonth(Base):
    """What a client got as a month's report. `content`: as it was drawn (flow/reporting/month_issuing.py); insert-only."""

    client = ForeignKeyField(Client, index=False)
    month = CharField()  # 2026-11
    content = TextField()
    digest = CharField()  # SHA-256 (hex) of the content
    by = ForeignKeyField(User, index=False)
    at = BigIntegerField()

    class Meta:
        table_name = "issued_months"
        indexes = ((("client", "month"), True),)


class Job(Base):
    """Work that is done later by a worker: at least once, under the same id; by one worker at a time.

    Waiting until `ended_at`; `run_at`: not before; `leased_until`: who took it has it for so long (UTC ms), or is gone.
    """

    kind = CharField()
    about = json_field()
    key = CharField(default="")  # of one kind and key one waits at a time; "": as many as were asked for
    run_at = BigIntegerField()
    tries = IntegerField(default=0)
    leased_until = BigIntegerField(null=True)
    error = TextField(default="")  # of the last try: its class and place, no values
    created_at = BigIntegerField()
    ended_at = BigIntegerField(null=True)
    given_up = BooleanField(default=False)

    class Meta:
        table_name = "jobs"
        indexes = ((("ended_at", "run_at"), False),)


class KnownFault(Base):
    """常见故障 of a model, or of a category where no model is named: what is seen, why, and what helps."""

    of_model = ForeignKeyField(DeviceModel, backref="known_faults", null=True)
    category = CharField(default="", index=True)  # where no model is named
    symptom = TextField()
    cause = TextField(default="")
    remedy = TextField()
    photos = json_field(default=list)  # digests, some of those of the sheet it grew from
    record = CharField(default="", index=True)  # number of that sheet
    tried = IntegerField(default=0)  # as its FaultTry rows say, and those of what was merged into it
    helped = IntegerField(default=0)
    looked_at = BigIntegerField(null=True)  # by whoever keeps them; a technician's waits for it
    merged_into = ForeignKeyField("self", null=True)
    created_at = BigIntegerField()
    created_by = ForeignKeyField(User, index=False)
    retired_at = BigIntegerField(null=True)

    class Meta:
        table_name = "known_faults"


class FaultTry(Base):
    """Somebody tried what a known fault says: it helped, or not. Of a sheet and person the last one counts. Insert-only."""

    known_fault = ForeignKeyField(KnownFault, index=False)
    record = CharField(default="")  # uuid of the sheet that was being filled, "" for none
    by = ForeignKeyField(User, index=False)
    helped = BooleanField()
    at = BigIntegerField()

    class Meta:
        table_name = "fault_tries"
        indexes = ((("known_fault", "record", "by"), False),)


class StageWord(Base):
    """What somebody said of a deliverable of a client's stages. The newest that was not taken back counts; nothing goes.

    `deliverable`: its name in the file of stages, "" of taking the client over as a whole; `label`: what it was called then.
    """

    client = ForeignKeyField(Client, index=False)
    deliverable = CharField()
    label = json_field(default=dict)
    state = CharField()  # flow/stages/progress.py: open, in_work, done, not_needed
    words = TextField(default="")
    document = ForeignKeyField(Document, null=True, index=False)  # that fulfils it
    record = CharField(default="")  # number of the sheet that fulfils it
    by = ForeignKeyField(User, null=True, index=False)  # None: a migration, of clients of before
    at = BigIntegerField()
    taken_back_at = BigIntegerField(null=True)
    taken_back_by = ForeignKeyField(User, null=True, index=False)

    class Meta:
        table_name = "stage_words"
        indexes = ((("client", "deliverable", "id"), False),)


class ClientText(Base):
    """What was written into one of a client's papers. Insert-only: the highest number counts, the others can be read."""

    client = ForeignKeyField(Client, index=False)
    paper = CharField()  # name of a file in flow/papers/library
    number = IntegerField()  # 1, 2, 3 …, on through both languages
    lang = CharField(null=True)  # of the text; None: Chinese, as all were before
    text = TextField()
    at = BigIntegerField()
    by = ForeignKeyField(User, index=False)

    class Meta:
        table_name = "client_texts"
        indexes = ((("client", "paper", "number"), True),)


TABLES = Base.__subclasses__()


class Import(Base):
    """A list that came in a file: where its columns go, what was corrected in it, and when its rows were written."""

    uuid = CharField(unique=True)
    kind = CharField()  # of flow/importing/import_kinds.IMPORT_KINDS
    name = CharField()  # of the file
    file = CharField()  # its digest
    by = ForeignKeyField(User)
    at = BigIntegerField()
    choices = json_field(default=dict)  # sheet, header row, where each column goes, what words mean
    corrections = json_field(default=dict)  # row of the sheet → column → text
    asked_at = BigIntegerField(null=True)  # the job was put down
    applied_at = BigIntegerField(null=True)
    refused = CharField(default="")  # why the last job wrote nothing, a message id
    done = json_field(default=dict)  # what it wrote, in numbers and ids

    class Meta:
        table_name = "imports"


class NoticeLook(Base):
    """When the teller last looked at what waits for somebody."""

    user = ForeignKeyField(User, unique=True)
    at = BigIntegerField(
        null=True
    )  # null: somebody from before there were notices; what waited then is no news

    class Meta:
        table_name = "notice_looks"


class NoticeWish(Base):
    """Of what somebody is told, where, and when not. Nobody's row: of everything, in the app only."""

    user = ForeignKeyField(User, unique=True)
    kinds = json_field(default=list)  # names of flow/notices/notice_kinds.NOTICE_KINDS
    how = CharField(default="app")  # app, once or digest
    digest_hour = IntegerField(default=8)
    quiet_from = IntegerField(null=True)  # hours; null: no quiet hours
    quiet_until = IntegerField(null=True)
    working_days = BooleanField(default=False)  # on no other day is anything sent
    address = CharField(default="")
    code = CharField(default="")  # sent to the address, encrypted; "": it is confirmed, or there is none
    code_at = BigIntegerField(null=True)
    confirmed_at = BigIntegerField(null=True)

    class Meta:
        table_name = "notice_wishes"


class NoticeWay(Base):
    """A way out of the house: the mail server, or a group's robot."""

    kind = CharField()  # mail, wecom, dingtalk or feishu
    name = CharField(default="")
    settings = json_field(default=dict)  # by the inputs of its kind (flow/notices/notice_ways.py), no secrets
    secret = TextField(default="")  # encrypted: the server's password, a robot's address
    signing = TextField(default="")  # encrypted: by which a robot's posts are signed
    next_at = BigIntegerField(null=True)  # of a robot's digest
    made_at = BigIntegerField()
    retired_at = BigIntegerField(null=True)

    class Meta:
        table_name = "notice_ways"


class Delivery(Base):
    """A message that leaves the house: at least once, under the same id. Open until `ended_at`.

    `kind`: notices, code (to confirm an address), digest (of a group) or test. `sent_at` null and no `error`: there was
    nothing to say any more.
    """

    uuid = CharField(unique=True)
    kind = CharField()
    user = ForeignKeyField(User, null=True)
    way = ForeignKeyField(NoticeWay, null=True)  # null: the mail server there is
    address = CharField(default="")  # of a test
    made_at = BigIntegerField()
    due_at = BigIntegerField()
    tries = IntegerField(default=0)
    sent_at = BigIntegerField(null=True)
    ended_at = BigIntegerField(null=True)
    error = CharField(default="")  # why the last try failed, a message id
    error_code = CharField(default="")  # what the other side said, a number

    class Meta:
        table_name = "deliveries"
        indexes = ((("ended_at", "due_at"), False),)


class Notice(Base):
    """Somebody was told that something newly waits for them. No words: they are made anew by what the person may see."""

    user = ForeignKeyField(User, index=False)
    kind = CharField()
    ref = CharField()  # what it is about
    since = BigIntegerField()  # when it began to wait: what waits anew is another notice
    late = BooleanField(default=False)
    confidential = BooleanField(default=False)
    at = BigIntegerField()
    seen_at = BigIntegerField(null=True)
    over_at = BigIntegerField(null=True)  # it waits no longer
    delivery = ForeignKeyField(Delivery, null=True)

    class Meta:
        table_name = "notices"
        indexes = ((("user", "kind", "ref", "since", "late"), True), (("user", "over_at", "at"), False))
