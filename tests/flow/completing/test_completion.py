"""One front door: a sheet that opens by itself is completed as one that is sealed by hand, with all that follows."""

from itertools import pairwise

import pytest

from fieldforms.errors import NotEnough
from fieldforms.flow.completing import completion, follow_on_sheets
from fieldforms.flow.completing.record_access import record_by_number
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.flow.record import folding
from fieldforms.flow.stock import movements
from fieldforms.forms.loading import definition_of_data
from fieldforms.store import clock, scope
from fieldforms.store.inbox import tasks
from fieldforms.store.library import definitions
from fieldforms.store.models import Device, Movement, Part, Record
from fieldforms.store.record import records
from fieldforms.store.stock import stock
from tests.forms.tiny import source, text

CARRIED = {"word": "word", "used": "used", "found": "found"}
SHELF = 3
MOVES = {"rows": "used", "kind": "issued"}
TAKES_OVER = {"rows": "found", "when": {"right": "yes"}}
WAIT = {"name": "wait", "by": "technician", "label": text("等待"), "sections": []}


def publish(key: str, *opens: dict, steps=1, last=(), **step) -> None:
    """The tiny chain's form under a name of its own, with its first `steps` steps; `step` is added to the last of them."""
    data = source("chain") | {"key": f"chain-{key}", "number": f"C{key.upper()}"}
    kept = data["step"][:steps]
    kept[-1] |= step
    asked = {name for step in [*kept, *last] for name in step["sections"]}
    data["section"] = [section for section in data["section"] if section["name"] in asked]
    definitions.publish_definition(definition_of_data(data | {"step": [*kept, *last], "opens": list(opens)}))


def opens(key: str, **more) -> dict:
    """Opens that form by itself behind its own first step, with all that it says."""
    way = {"form": f"chain-{key}", "label": text(key), "after": "fill", "by_itself": True, "carry": CARRIED}
    return way | more


@pytest.fixture
def part(shared):
    row = Part.create(name="话筒电池", kind="part", created_at=clock.now())
    movements.book_movement_of_record(
        shared.actor("sunmin"), "", row, "received", SHELF, None, stock.place_row("company")
    )
    return row


def begun(world, key: str, part=None, quantity=1, device="", login="chen"):
    """The draft of the first step of a sheet about chen's client."""
    answers: dict = {"word": "会议室"}
    if part:
        answers["used"] = [{"part": {"id": part.id, "name": part.name}, "quantity": quantity}]
    if device:
        answers["found"] = [{"device_name": device}]
    actor = world.actor(login)
    found = drafts.start_draft(
        actor, f"chain-{key}", {"client": world.office.client.id}, drafts.new_uuid(), drafts.new_uuid()
    )
    return drafts.save_draft(actor, found, answers, 0, "tests")


def filled(world, key: str, **what):
    draft = begun(world, key, **what)
    return completion.complete(world.actor("chen"), draft.uuid, HandedIn(draft.answers)).entry


def next_step(world, number: str, login="chen", outcome=folding.DONE, **answers):
    """The record's next step, sealed by hand."""
    actor = world.actor(login)
    draft = drafts.open_next_step(actor, seen(number))
    draft = drafts.save_draft(
        actor, drafts.draft_to_fill(actor, draft.uuid), draft.answers | answers, draft.version, "tests"
    )
    reason = "" if outcome == folding.DONE else "再看看"
    given = HandedIn(draft.answers if outcome == folding.DONE else {}, outcome, reason=reason)
    return completion.complete(actor, draft.uuid, given)


def seen(number: str) -> records.Seen:
    return records.by_number(scope.SYSTEM, number)


def chain(number: str) -> list[str]:
    """The forms of the sheets that follow one from the other, each the only one."""
    found, keys = tasks.records_following(number), []
    while found:
        [row] = found
        keys.append(row.key)
        found = tasks.records_following(row.number)
    return keys


def waiting(world, number: str) -> list[str]:
    """The forms of chen's drafts that follow this sheet."""
    mine = tasks.open_drafts_of(world.users["chen"])
    return [draft.definition.key for draft in mine if draft.origin.get("follows") == number]


def taken(part) -> list[int]:
    rows = Movement.select().where(Movement.part == part, Movement.kind == "issued").order_by(Movement.id)
    return [row.quantity for row in rows]


# opens × moves


def test_what_opens_by_itself_takes_its_parts_from_the_stock(shared, part):
    publish("b", moves=MOVES)
    publish("a", opens("b"))
    entry = filled(shared, "a", part=part, quantity=2)
    assert chain(entry.number) == ["chain-b"]
    assert taken(part) == [2]


def test_what_opens_by_itself_and_finds_too_little_waits_and_the_sheet_before_is_kept(shared, part):
    publish("b", moves=MOVES)
    publish("a", opens("b"))
    entry = filled(shared, "a", part=part, quantity=SHELF + 1)
    assert (chain(entry.number), waiting(shared, entry.number), taken(part)) == ([], ["chain-b"], [])
    [draft] = [
        d for d in tasks.open_drafts_of(shared.users["chen"]) if d.origin.get("follows") == entry.number
    ]
    with pytest.raises(NotEnough):
        completion.complete(shared.actor("chen"), draft.uuid, HandedIn(draft.answers))
    [less] = draft.answers["used"]
    answers = draft.answers | {"used": [less | {"quantity": 1}]}
    drafts.save_draft(
        shared.actor("chen"), drafts.draft_to_fill(shared.actor("chen"), draft.uuid), answers, 1, "tests"
    )
    later = completion.complete(shared.actor("chen"), draft.uuid, HandedIn(answers)).entry
    numbers = [row.number for row in Record.select().where(Record.key == "chain-b").order_by(Record.id)]
    assert later.number == numbers[-1] and numbers == sorted(numbers)
    assert int(numbers[-1][-4:]) == len(numbers), "the number of the attempt was given back"


def test_the_same_body_again_moves_and_opens_nothing_twice(shared, part):
    publish("c")
    publish("b", opens("c"), moves=MOVES)
    publish("a", opens("b"))
    draft = begun(shared, "a", part=part)
    first, again = (
        completion.complete(shared.actor("chen"), draft.uuid, HandedIn(draft.answers)) for _ in range(2)
    )
    assert (again.entry.id, again.seen.row.state) == (first.entry.id, first.seen.row.state)
    assert (first.repeated, again.repeated) == (False, True)
    assert chain(first.entry.number) == ["chain-b", "chain-c"] and taken(part) == [1]


# opens × takes_over


def test_what_opens_by_itself_tells_the_register_what_it_found(shared):
    publish("b", steps=2, takes_over=TAKES_OVER)
    publish("a", opens("b", through="confirm", given={"right": "yes"}))
    entry = filled(shared, "a", device="新功放")
    [row] = tasks.records_following(entry.number)
    assert (row.key, row.state) == ("chain-b", "closed")
    assert [each.client_id for each in Device.select().where(Device.name == "新功放")] == [
        shared.office.client.id
    ]


def test_a_step_that_sends_the_sheet_back_tells_the_register_nothing(shared):
    """Back to a step after the one that found the devices: what it found still stands."""
    publish("a", steps=3, takes_over={"rows": "found"})
    entry = filled(shared, "a", device="写错的")
    next_step(shared, entry.number, right="yes")
    next_step(shared, entry.number, outcome=folding.RETURNED)
    assert not Device.select().where(Device.name == "写错的").exists()


# opens × opens


@pytest.mark.parametrize("keys", ["abc", "abcd"])
def test_a_chain_opens_to_its_end(shared, keys):
    publish(keys[-1])
    for key, after in reversed(list(pairwise(keys))):
        publish(key, opens(after))
    entry = filled(shared, keys[0])
    assert chain(entry.number) == [f"chain-{key}" for key in keys[1:]]
    assert seen(tasks.records_following(entry.number)[0].number).entries[0].answers["word"] == "会议室"


def test_what_follows_from_a_later_step_opens_too(shared):
    publish("c")
    publish("b", opens("c", after="confirm"), steps=2)
    publish("a", opens("b", through="confirm", given={"right": "yes"}))
    assert chain(filled(shared, "a").number) == ["chain-b", "chain-c"]


def test_a_draft_that_waits_already_is_not_opened_twice(shared):
    publish("b")
    publish("a", opens("b", carry={}), steps=2)
    entry = filled(shared, "a")
    assert waiting(shared, entry.number) == ["chain-b"], "its word is not known"
    next_step(shared, entry.number, outcome=folding.RETURNED)
    next_step(shared, entry.number)
    assert waiting(shared, entry.number) == ["chain-b"]


# opens × completes


def accepting(key: str = "b", **more) -> dict:
    return opens(key, completes="wait", **more)


def test_what_opens_by_itself_completes_the_step_that_waits_for_it(shared):
    publish("b")
    publish("a", accepting(), last=[WAIT])
    draft = begun(shared, "a")
    done = completion.complete(shared.actor("chen"), draft.uuid, HandedIn(draft.answers))
    found = seen(done.entry.number)
    assert done.seen.row.state == found.row.state == "closed"
    assert found.entries[-1].payload["sheet"] == tasks.records_following(found.row.number)[0].number


def test_a_step_that_a_sheet_completes_moves_takes_over_and_opens_as_any_other(shared, part):
    publish("b")
    publish("c")
    last = WAIT | {"moves": MOVES, "takes_over": {"rows": "found"}}
    publish("a", accepting(), opens("c", after="wait"), last=[last])
    entry = filled(shared, "a", part=part, device="等来的设备")
    assert [row.key for row in tasks.records_following(entry.number)] == ["chain-b", "chain-c"]
    assert taken(part) == [1]
    assert Device.select().where(Device.name == "等来的设备").count() == 1


def test_an_acceptance_is_handed_on_to_the_sheet_before(shared):
    """A waits for B, which waits for C: the last one sealed closes all three."""
    publish("c")
    publish("b", accepting("c"), last=[WAIT])
    publish("a", accepting("b"), last=[WAIT])
    entry = filled(shared, "a")
    assert chain(entry.number) == ["chain-b", "chain-c"]
    assert {row.state for row in [seen(entry.number).row, *tasks.records_following(entry.number)]} == {
        "closed"
    }


# A ring, and who may not


def test_a_ring_ends_with_a_draft_that_somebody_looks_at(shared):
    """The checker refuses it; versions that were published one by one may still come to it."""
    publish("a", opens("b"))
    publish("b", opens("a"))
    entry = filled(shared, "a")
    [other] = tasks.records_following(entry.number)
    assert chain(entry.number) == ["chain-b"]
    assert waiting(shared, other.number) == ["chain-a"]


def test_who_was_only_sent_opens_nothing_by_themselves_and_is_not_hindered(shared):
    publish("b")
    data = source("chain") | {"key": "chain-sent", "number": "CS"}
    data["section"][0]["field"].append({"name": "engineer", "type": "user", "label": text("工程师")})
    data["step"][1] |= {"by": "assignee", "assignee": "engineer"}
    del data["section"][2], data["step"][2]
    definitions.publish_definition(definition_of_data(data | {"opens": [opens("b", after="confirm")]}))
    chen = shared.actor("chen")
    found = drafts.start_draft(
        chen, "chain-sent", {"client": shared.office.client.id}, drafts.new_uuid(), drafts.new_uuid()
    )
    zhou = shared.users["zhou"]
    answers = {"word": "会议室", "engineer": {"id": zhou.id, "name": zhou.name}}
    draft = drafts.save_draft(chen, found, answers, 0, "tests")
    number = completion.complete(chen, draft.uuid, HandedIn(draft.answers)).entry.number
    next_step(shared, number, "zhou", right="yes")
    assert tasks.records_following(number) == []
    assert [
        offer.form.key for offer in follow_on_sheets.offered_sheets(chen, record_by_number(chen, number))
    ] == ["chain-b"]
