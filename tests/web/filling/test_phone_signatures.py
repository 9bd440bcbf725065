"""What a client signed without a network: opened here alone, sealed after what was shown, once."""

from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlencode

import pytest

from fieldforms.flow.completing import phone_signatures
from fieldforms.flow.filling import drafts
from fieldforms.flow.people import sessions
from fieldforms.flow.seals import part_keys, sdjwt
from fieldforms.store import clock
from fieldforms.store.models import Draft, Entry, Room, Session
from fieldforms.store.record import records
from fieldforms.web import static
from tests.people import STROKES, csrf
from tests.web.filling.hands import hidden

WORKER = {"X-Worker": "1", "HX-Request": "true"}
SECRET = "0123456789abcdef0123456789abcdef"


class Phone:
    """Chen's, with a sheet that was handed in without a network; `body` as it lies there."""

    def __init__(self, world):
        self.world, self.browser = world, world.browser("chen")
        draft = world.working_sheet()
        self.uuid = draft.uuid
        self.pairs = [("whole", "1"), ("version", str(draft.version)), ("editor", "tests"), *pairs_of(draft)]

    @property
    def body(self) -> str:
        return phone_signatures.digest_of_body(self.pairs)

    def token(self) -> str:
        return csrf(self.browser.get("/phone").text)

    def post(self, address: str, body):
        return self.browser.post(address, data=body, headers={**WORKER, "X-CSRFToken": self.token()})

    def send_sheet(self):
        return self.post(f"/drafts/{self.uuid}/entry", dict_of(self.pairs))

    def part(self, about: str = "", key=None, kid: str = "", header=None, **changes) -> str:
        given = {
            "accessories": "yes", "satisfaction": "dissatisfied", "dissatisfied_with": "attitude", "signer": "丁一", "strokes": STROKES, "body": self.body,
            "page_secret": SECRET, "phone_at": "1764547200000", "lang": "zh",
        } | changes  # fmt: skip
        return hidden(urlencode(given), about or self.uuid, key, kid, **(header or {}))

    def send_part(self, part: str):
        return self.post(f"/drafts/{self.uuid}/signature", {"part": part})


def dict_of(pairs) -> dict:
    found: dict = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found


def pairs_of(draft: Draft) -> list[tuple[str, str]]:
    """Its answers, as its form's page has them."""
    found = []
    for name, value in draft.answers.items():
        if isinstance(value, list):
            found += [(name, each["code"] if isinstance(each, dict) else each) for each in value]
        elif value is not None:
            found.append((name, str(value)))
    return found


@pytest.fixture
def phone(world):
    return Phone(world)


def entries_of(phone) -> list[Entry]:
    record = Draft.get(Draft.uuid == phone.uuid).record
    return list(Entry.select().where(Entry.record == record).order_by(Entry.seq))


def test_what_a_client_signed_is_sealed_after_what_was_shown(phone):
    assert phone.send_sheet().status_code == 200
    answer = phone.send_part(phone.part())
    first, second = entries_of(phone)
    assert answer.status_code == 200 and answer.get_json()["number"] == first.number == second.number
    sealed = records.record_in_full(first.record).entries[1]
    assert sealed.payload["way"] == "handed_over_offline" and sealed.payload["shown"] == first.digest
    assert sealed.payload["phone_at"] == 1764547200000
    assert sealed.answers["satisfaction"] == "dissatisfied" and sealed.facts["signer"] == "丁一"
    assert sealed.facts["evidence"]["handed_over_by"] == phone.world.users["chen"].name
    page = phone.browser.get(f"/records/{first.number}").text
    assert "当时没有网络" in page and "态度" not in page.partition("历史")[2]


def test_ten_times_the_same_is_one_entry_and_one_number(phone):
    phone.send_sheet()
    part = phone.part()
    answers = [phone.send_part(part) for _ in range(10)]
    assert {answer.status_code for answer in answers} == {200} and len(
        {answer.get_json()["number"] for answer in answers}
    ) == 1
    assert len(entries_of(phone)) == 2


def test_another_part_of_the_same_sheet_is_refused(phone):
    phone.send_sheet()
    phone.send_part(phone.part())
    assert phone.send_part(phone.part(satisfaction="very_satisfied")).status_code == 409
    assert len(entries_of(phone)) == 2


def changed(part: str, place: int) -> str:
    pieces = part.split(".")
    pieces[place] = ("B" if pieces[place][0] != "B" else "C") + pieces[place][1:]
    return ".".join(pieces)


@pytest.mark.parametrize("place", [0, 2, 3, 4])
def test_what_was_changed_on_the_way_does_not_open(phone, place):
    phone.send_sheet()
    assert phone.send_part(changed(phone.part(), place)).status_code == 422
    assert len(entries_of(phone)) == 1


def test_neither_does_what_was_hidden_for_another_key_or_about_another_sheet(phone):
    phone.send_sheet()
    strange = sdjwt.SigningKey.generate()
    for part in (
        phone.part(key=strange),
        phone.part(key=strange, kid=part_keys.current_part_key().kid),
        phone.part(about=drafts.new_uuid()),
        phone.part(header={"zip": "DEF"}),
        phone.part(header={"enc": "A128GCM"}),
        "",
        "....",
        "a..b.c.d",
    ):
        assert phone.send_part(part).status_code == 422
    assert len(entries_of(phone)) == 1


def test_a_part_that_was_shown_something_else_is_refused(phone):
    phone.send_sheet()
    assert phone.send_part(phone.part(body="0" * 64)).status_code == 409
    assert len(entries_of(phone)) == 1


def test_a_sheet_that_was_not_handed_in_on_the_phone_is_signed_by_no_part(world, phone):
    entry = world.waiting_sheet()
    part = hidden(
        urlencode({"body": "", "signer": "丁一", "strokes": STROKES, "satisfaction": "satisfied"}),
        entry.draft,
    )
    assert phone.post(f"/drafts/{entry.draft}/signature", {"part": part}).status_code == 409


def test_before_its_sheet_has_come_it_waits(phone):
    part = phone.part()
    assert phone.send_part(part).status_code == 409
    phone.send_sheet()
    assert phone.send_part(part).status_code == 200


def test_what_was_signed_otherwise_meanwhile_stays_as_it_is(world, phone):
    phone.send_sheet()
    [first] = entries_of(phone)
    world.sign(first)
    assert phone.send_part(phone.part()).status_code == 409
    assert len(entries_of(phone)) == 2


def test_what_is_missing_is_refused(phone):
    phone.send_sheet()
    assert phone.send_part(phone.part(strokes="")).status_code == 422
    assert phone.send_part(phone.part(signer="")).status_code == 422
    assert phone.send_part(phone.part(satisfaction="")).status_code == 422
    assert len(entries_of(phone)) == 1
    assert phone.send_part(phone.part()).status_code == 200


def test_a_part_hidden_for_the_key_before_opens_after_a_rotation(phone):
    phone.send_sheet()
    part = phone.part()
    before = part_keys.current_part_key().kid
    assert part_keys.make_part_key().kid != before
    assert phone.send_part(part).status_code == 200


def test_whoever_may_not_see_the_sheet_sends_nothing(world, phone):
    phone.send_sheet()
    part, phone.browser = phone.part(), world.browser("zhou")
    assert phone.send_part(part).status_code == 404
    assert len(entries_of(phone)) == 1


def test_a_stranger_learns_nothing_by_a_part_either(world, phone):
    """Neither what became of the sheet, nor whether what they sent can be read."""
    zhou = world.browser("zhou")
    waiting, phone.browser = phone.browser, zhou
    assert phone.send_part("").status_code == 404
    phone.browser = waiting
    phone.send_sheet()
    phone.browser = zhou
    assert phone.send_part("").status_code == 404


def test_a_part_is_taken_for_no_other_sheet(world, phone):
    """Neither as it is, nor hidden anew by somebody who knows what it says: each names what was shown."""
    other = Phone(world)
    other.pairs.append(("remarks", "另一张"))
    assert phone.send_sheet().status_code == other.send_sheet().status_code == 200
    assert other.send_part(phone.part()).status_code == 422
    assert other.send_part(phone.part(about=other.uuid)).status_code == 409
    assert len(entries_of(other)) == 1
    assert phone.send_part(phone.part()).status_code == 200


def test_what_a_technician_makes_up_says_whose_phone_it_came_from(world, phone):
    """The key is public: that a part opens proves no client. What can be held against it stands in the seal."""
    phone.send_sheet()
    phone.send_part(phone.part(page_secret=""))
    first, _second = entries_of(phone)
    sealed = records.record_in_full(first.record).entries[1]
    evidence = sealed.facts["evidence"]
    assert evidence["handed_over_by"] == world.users["chen"].name and evidence["device"]
    assert (
        sealed.payload["way"] == "handed_over_offline" and sealed.row.sealed_at != sealed.payload["phone_at"]
    )


def test_a_clock_that_is_wrong_stands_beside_ours_and_one_that_is_none_is_left_out(phone):
    phone.send_sheet()
    years = 11 * 365 * clock.DAY_MS
    before = clock.now()
    assert phone.send_part(phone.part(phone_at=str(before + years))).status_code == 200
    _first, second = entries_of(phone)
    sealed = records.record_in_full(second.record).entries[1]
    assert sealed.payload["phone_at"] is None and before <= sealed.row.sealed_at <= clock.now()


def test_how_a_part_was_padded_is_no_matter(phone):
    phone.send_sheet()
    assert phone.send_part(phone.part(pad="0" * 16_000)).status_code == 200


def test_a_session_that_was_ended_sends_nothing(world, phone):
    phone.send_sheet()
    part, token = phone.part(), phone.token()
    row = Session.select().where(Session.user == world.users["chen"]).order_by(Session.id.desc()).get()
    sessions.revoke_session(world.actor("chen"), row.id)
    answer = phone.browser.post(
        f"/drafts/{phone.uuid}/signature", data={"part": part}, headers={**WORKER, "X-CSRFToken": token}
    )
    assert answer.status_code in (401, 419) and len(entries_of(phone)) == 1


def test_two_at_once_are_one(phone):
    phone.send_sheet()
    part, token = phone.part(), phone.token()

    def send(_n):
        return phone.browser.post(
            f"/drafts/{phone.uuid}/signature", data={"part": part}, headers={**WORKER, "X-CSRFToken": token}
        ).status_code

    with ThreadPoolExecutor(2) as both:
        assert set(both.map(send, range(2))) == {200}
    assert len(entries_of(phone)) == 2


def test_the_page_for_the_client_is_kept_and_says_nothing_of_anybody(world):
    chen = world.browser("chen")
    listed = chen.get("/phone/rooms", headers=WORKER).get_json()["signing"]
    assert [address.split("/")[2] for address in listed] == ["service-contact"]
    [address] = listed
    answer = chen.get(address, headers={"X-Worker": "1"})
    assert (
        answer.headers["X-Keep"] == "1" and world.users["chen"].name not in answer.text.partition("<main")[2]
    )
    sheet = chen.get(
        f"/forms/service-contact/new?device={world.office.code.code}&another=1", headers={"X-Worker": "1"}
    )
    assert address.replace("&", "&amp;") in sheet.text
    assert (
        "data-signing-at"
        not in chen.get(f"/forms/service-contact/new?device={world.office.code.code}&another=1").text
    )


def test_a_sheet_at_a_confidential_room_names_no_such_page(world):
    Room.update(confidential=True).where(Room.id == world.office.room.id).execute()
    sheet = world.browser("chen").get(
        f"/forms/service-contact/new?room={world.office.room.id}&another=1", headers={"X-Worker": "1"}
    )
    assert sheet.status_code == 200 and "data-signing-at" not in sheet.text


def test_the_worker_of_the_phone_stays_small():
    assert (static.STATIC_FOLDER / "root" / "sw.js").stat().st_size < 20_000
