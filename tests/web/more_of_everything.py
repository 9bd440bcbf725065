"""More of everything that a page lists: for tests of what must not grow with it."""

from fieldforms.flow.completing import signature_requests
from fieldforms.flow.stock import movements
from fieldforms.store import clock
from fieldforms.store.calendar import holidays, plans
from fieldforms.store.documents import documents
from fieldforms.store.models import (
    Assignment,
    Backup,
    Client,
    Code,
    Contact,
    Device,
    FaultTry,
    KnownFault,
    Part,
    Record,
    Reservation,
    Review,
    Room,
    User,
)
from fieldforms.store.people import deputies, sessions
from fieldforms.store.stages.stage_words import add_word
from fieldforms.store.stock import shortages, stock
from tests import boards, cables
from tests.people import Place

FILE_OF_DOCUMENT = {
    "digest": "0" * 64,
    "name": "说明书.docx",
    "media_type": "application/octet-stream",
    "size": 1,
    "has_words": False,
}


def add_of_everything(world, targets, number: int) -> None:
    """Another person, client, room, device, part and plan; what is of one client also at the old ones. Of every tenth number
    sheets of each kind, which take longest to make."""
    person = add_person(world, number)
    place = add_client(world, number, person)
    for each, login in ((world.office, "chen"), (world.university, "zhou"), (place, "chen")):
        device = add_device(each, number)
        add_plans(world, targets, each, device, person)
        if not number % 10:
            add_sheets(world, each, login, number)
    add_parts(world, targets, place, number)
    add_known_faults(world, targets, number)
    holidays.put_holiday(f"2026-{number % 9 + 1:02}-{number % 27 + 1:02}", "调休", bool(number % 2))


def add_person(world, number: int) -> User:
    now = clock.now()
    person = User.create(
        login=f"neu{number}", name=f"新人{number}", role="technician", password="", created_at=now
    )
    Assignment.create(user=person, client=world.office.client, since=now)
    for user in (person, world.users["lihua"], world.users["chen"]):
        sessions.begin_session(user, f"手机{number}", True, "127.0.0.1")
    gao = world.users["gao"]
    deputies.add_deputy(gao, person, "2027-01-01", "2027-01-02", gao.id)
    return person


def add_client(world, number: int, person: User) -> Place:
    place = Place(f"新客户{number}", f"新{number}", "联系人", "0571", f"功放{number}")
    for user in (world.users["chen"], person):
        Assignment.create(user=user, client=place.client, since=clock.now())
    return place


def add_device(place: Place, number: int) -> Device:
    now = clock.now()
    Contact.create(client=place.client, name=f"联系人{number}", phone="0571")
    room = Room.create(client=place.client, name=f"会议室{number}", floor="9F")
    device = Device.create(
        client=place.client, room=place.room, name=f"调音台{number}", category="mixer", created_at=now
    )
    Device.create(client=place.client, room=room, name=f"音箱{number}", category="speaker", created_at=now)
    Code.create(code=f"ZZ{place.client.id:03}{number:03}", device=device, made_at=now, bound_at=now)
    Code.create(code=f"YY{place.client.id:03}{number:03}", made_at=now + number)
    of_each = (
        {"device": place.device.id},
        {"room": place.room.id},
        {},
    )
    for of in of_each:
        kept = documents.add_document(
            {"client": place.client.id, "kind": "manual", "title": f"说明书{number}", **of}, None
        )
        documents.add_version(kept, 1, None, FILE_OF_DOCUMENT)
    for name in ("manuals", "contract", "gone_since"):
        said = {"state": "done", "words": f"第 {number} 次", "label": {"zh": name, "en": name}}
        add_word(place.client.id, name, None, said | {"document": kept.id})
    end = cables.add_port(device, f"HDMI IN {number}")
    start = cables.add_port(place.device, f"HDMI OUT {number + 2}", "out")
    cables.plug_in(start, end, f"H-{100 + number}")
    for made_on in ("2026-01-01", "2026-02-01"):
        Backup.create(device=place.device, made_on=made_on, kind="config")
    return device


def add_plans(world, targets, place: Place, device: Device, person: User) -> None:
    for technician in (None, person, world.users["lihua"]):
        plans.add_plan(
            client=place.client.id, device=device.id, room=device.room_id, key="service-contact", every=1, unit="month",
            skip_holidays=False, technician=technician and technician.id, starts_on=targets.today,
            created_by=world.users["gao"].id,
        )  # fmt: skip


def add_sheets(world, place: Place, login: str, number: int) -> None:
    waiting = world.waiting_sheet(login, place)
    if login == "chen":
        signature_requests.make_signing_link(world.actor(login), waiting.number)
    low = world.signed_sheet(login, place, rating="dissatisfied")
    world.signed_sheet(login, place)
    Review.create(record=low.record, by=world.users["gao"], note="看过", settles="", at=clock.now())
    for author in (login, "lihua") if place is world.office else (login,):
        world.working_sheet(author, place)
    boards.to_send(world, place=place, by=login, haste="urgent")
    boards.asked(world, place=place, by=login)


def add_known_faults(world, targets, number: int) -> None:
    """Of the office's model and of its category, tried by somebody; some not looked at yet."""
    row = {
        "symptom": f"第 {number} 种杂音",
        "remedy": "换线",
        "created_by": world.users["chen"],
        "created_at": clock.now(),
    }
    of_model = KnownFault.create(of_model=targets.fault.of_model_id, record=targets.signed.number, **row)
    KnownFault.create(category="processor", looked_at=1, retired_at=number % 2 or None, **row)
    FaultTry.create(known_fault=of_model, by=world.users["chen"], helped=bool(number % 2), at=clock.now())


def add_parts(world, targets, place: Place, number: int) -> None:
    for kind in ("part", "tool", "loan_unit"):
        for owner in (None, place.client, world.office.client):
            part = add_part(world, f"{kind}{number}", kind, owner)
            shortages.add_shortage(targets.waiting.number, part, "fitted", 1, world.users["chen"].id)
            Reservation.create(record=Record.get(number=targets.waiting.number), part=part, quantity=1)


def add_part(world, name: str, kind: str, owner: Client | None) -> Part:
    """On its shelf, in a bag of somebody who should have given it back, and of somebody who has left."""
    sun, now = world.actor("sunmin"), clock.now()
    part = Part.create(name=name, kind=kind, client=owner, low_at=99, created_at=now)
    Code.create(code=f"XX{part.id:06}", part=part, made_at=now, bound_at=now)
    shelf = stock.keep_place(stock.place_row("client" if owner else "company", client=owner))
    movements.book_movement(sun, part, "received", 9, target=shelf)
    for login in ("chen", "lihua"):
        bag = stock.keep_place(stock.place_row("person", user=world.users[login]))
        movements.book_movement(sun, part, "issued", 2, shelf, bag, due_on="2026-01-01")
    return part
