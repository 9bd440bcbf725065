"""Spare parts, tools and loan units: registering them, moving them, counting them, and who may."""

import threading

import pytest
from peewee import InternalError, OperationalError

from fieldforms.errors import (
    CodeTaken,
    Invalid,
    NotAllowed,
    NotEnough,
    NotFound,
    StockLeft,
    StockMoved,
)
from fieldforms.flow.register import codes
from fieldforms.flow.stock import movements, parts, stock_places, stocktakes
from fieldforms.store import clock
from fieldforms.store.database import database, transaction
from fieldforms.store.models import Assignment, Movement, Part, Stock
from fieldforms.store.stock import parts as register
from fieldforms.store.stock import stock
from tests import audit_lines

CABLE = {
    "name": "HDMI 光纤线 20 米",
    "kind": "part",
    "brand": "秋叶原",
    "model": "DH700",
    "unit": "条",
    "low_at": "2",
}
SCOPE = {"name": "手持示波器", "kind": "tool", "brand": "Fluke", "model": "123B", "unit": "台"}


@pytest.fixture
def cable(world) -> Part:
    """Five cables in the company's store."""
    part = parts.add_part(world.actor("sunmin"), CABLE)
    move(world, part, "received", quantity="5", target="company")
    return part


@pytest.fixture
def tool(world) -> Part:
    part = parts.add_part(world.actor("sunmin"), SCOPE)
    move(world, part, "received", target="company")
    return part


@pytest.fixture
def owned(world) -> Part:
    """Four modules of the office's own, at the office."""
    part = parts.add_part(
        world.actor("sunmin"), {"name": "LED 模组", "kind": "part", "owner": str(world.office.client.id)}
    )
    move(world, part, "received", quantity="4", target=site(world.office))
    return part


def move(world, part, kind, login="sunmin", quantity="1", **given) -> Movement:
    return movements.move_part(world.actor(login), part.id, kind, {"quantity": quantity, **given})


def site(place) -> str:
    return f"client-{place.client.id}"


def bag(world, login) -> str:
    return f"person-{world.users[login].id}"


def lies(world, part) -> dict[str, int]:
    """Key of a place → how many lie there, by the books."""
    found = stock.lying_by_part(world.actor("sunmin").viewer, [part]).get(part.id, [])
    return {stock_places.key_of_place(at.place): at.quantity for at in found}


def names(invalid) -> list[str]:
    return [name for name, _sentence, _values in invalid.value.problems]


# The register


def test_a_part_that_is_registered_twice_at_once_is_one(world):
    sun = world.actor("sunmin")
    assert parts.add_part(sun, CABLE).id == parts.add_part(sun, CABLE).id
    assert Part.select().count() == 1


@pytest.mark.parametrize("login", ["chen", "gao", "shen", "wangjing"])
def test_only_the_dispatcher_and_the_admin_keep_the_register(world, cable, login):
    actor = world.actor(login)
    for attempt in (
        lambda: parts.add_part(actor, SCOPE),
        lambda: parts.edit_part(actor, cable.id, CABLE),
        lambda: parts.retire_part(actor, cable.id),
    ):
        with pytest.raises(NotAllowed):
            attempt()


def test_what_is_wrong_with_a_part_is_said_input_by_input(world):
    wrong = {"name": " ", "kind": "盒", "unit": "很长的一个单位啊啊啊啊", "owner": "9999", "low_at": "-1"}
    with pytest.raises(Invalid) as refused:
        parts.add_part(world.actor("admin"), wrong)
    assert names(refused) == ["name", "kind", "owner", "unit", "low_at"]


def test_editing_says_what_changed_and_never_whose_it_is(world, owned):
    given = {"name": "LED 模组 P1.2", "kind": "part", "owner": "", "low_at": "3"}
    parts.edit_part(world.actor("sunmin"), owned.id, given)
    row = Part.get_by_id(owned.id)
    assert (row.name, row.low_at, row.client_id) == ("LED 模组 P1.2", 3, world.office.client.id)
    assert [line.detail for line in audit_lines.lines_about(str(owned.id)) if line.action == "part.edit"] == [
        {
            "fields": ["low_at", "name"],
            "before": {"low_at": owned.low_at, "name": owned.name},
            "after": {"low_at": 3, "name": "LED 模组 P1.2"},
        }
    ]


def test_a_part_is_retired_when_nothing_of_it_is_left(world, tool):
    with pytest.raises(StockLeft) as refused:
        parts.retire_part(world.actor("sunmin"), tool.id)
    assert refused.value.values["n"] == 1
    code = codes.put_label_on(world.actor("sunmin"), tool)
    move(world, tool, "scrapped", source="company", note="屏坏了，不值得修")
    parts.retire_part(world.actor("sunmin"), tool.id)
    assert codes.resolve_code(code).state == "retired"
    with pytest.raises(NotFound):
        move(world, tool, "received", target="company")


def test_a_label_is_on_one_thing_only(world, cable, tool):
    sun = world.actor("sunmin")
    code = codes.put_label_on(sun, cable)
    assert codes.resolve_code(code).part == cable and codes.resolve_code(code).state == "bound"
    with pytest.raises(CodeTaken):
        codes.bind_part(sun, code, tool.id)
    with pytest.raises(CodeTaken):
        codes.bind_device(sun, code, world.office.device.id)
    with pytest.raises(CodeTaken):
        codes.bind_part(sun, world.office.code.code, tool.id)
    newer = codes.put_label_on(sun, cable)
    assert codes.resolve_code(code).state == "replaced" and register.code_of(cable) == newer


def test_a_technician_puts_no_label_on_a_part(world, cable):
    [code] = codes.make_blank(world.actor("chen"), 1)
    with pytest.raises(NotAllowed):
        codes.bind_part(world.actor("chen"), code, cable.id)


def test_a_forms_answer_names_a_part_by_code_by_name_or_by_name_and_model(world, cable):
    viewer = world.actor("chen").viewer
    code = codes.put_label_on(world.actor("sunmin"), cable)
    for said in (code, f"{code[:5]} {code[5:].lower()}", CABLE["name"], f"{CABLE['name']} DH700"):
        assert parts.part_named(viewer, said) == cable
    assert parts.part_named(viewer, "HDMI") is None and parts.part_named(viewer, "") is None
    twin = parts.add_part(world.actor("sunmin"), CABLE | {"model": "DH800"})
    assert parts.part_named(viewer, CABLE["name"]) is None
    assert parts.part_named(viewer, f"{CABLE['name']} DH800") == twin
    assert parts.part_as_answered(cable) == {
        "id": cable.id,
        "name": CABLE["name"],
        "model": "DH700",
        "unit": "条",
    }


@pytest.mark.parametrize("said", ["光纤", "秋叶原", "dh700", "HDMI 秋叶", ""])
def test_parts_are_found_by_name_brand_and_model(world, cable, tool, said):
    found = parts.find_parts(world.actor("chen").viewer, register.PartFilters(said), 50)
    assert cable in found and (tool in found) == (said == "")


# Moving


def test_parts_go_their_way_from_the_store_into_a_device(world, cable):
    move(world, cable, "issued", "chen", "2", source="company", target=bag(world, "chen"))
    move(world, cable, "fitted", "chen", source=bag(world, "chen"), device=world.office.code.code)
    move(world, cable, "returned", "chen", source=bag(world, "chen"), target="company")
    assert lies(world, cable) == {"company": 4}
    fitted = Movement.get(Movement.kind == "fitted")
    assert fitted.device == world.office.device and fitted.target_id is None
    assert fitted.actor == world.users["chen"]


def test_a_device_may_be_named_instead_of_scanned(world, cable):
    name = world.office.device.name
    assert move(world, cable, "fitted", "chen", source="company", device=name).device == world.office.device
    with pytest.raises(Invalid) as refused:
        move(world, cable, "fitted", "chen", source="company", device=world.university.device.name)
    assert names(refused) == ["device"]


def test_no_more_can_be_taken_than_there_is(world, cable):
    with pytest.raises(NotEnough) as refused:
        move(world, cable, "issued", "chen", "6", source="company", target=bag(world, "chen"))
    assert (refused.value.values["n"], refused.value.values["wanted"]) == (5, 6)
    assert lies(world, cable) == {"company": 5} and Movement.select().count() == 1


def test_the_refusal_is_the_databases_own(world, cable):
    with transaction(), pytest.raises(stock.TooFew) as few:
        stock.take_from(cable, Stock.get().place, 6)
    assert few.value.left == 5


def test_movements_are_never_changed_or_deleted(world, cable):
    for attempt in (Movement.update(quantity=50), Movement.delete()):
        with pytest.raises((InternalError, OperationalError, Exception), match="sealed"), database.atomic():
            attempt.execute()
    assert Movement.get().quantity == 5


def test_the_same_request_sent_twice_moves_once(world, cable):
    given = {"source": "company", "target": bag(world, "chen"), "once": "5f0c1a"}
    first = move(world, cable, "issued", "chen", **given)
    assert move(world, cable, "issued", "chen", **given).id == first.id
    assert lies(world, cable) == {"company": 4, bag(world, "chen"): 1}
    move(world, cable, "issued", "chen", **given | {"once": "5f0c1b"})
    assert lies(world, cable)["company"] == 3


def test_two_who_take_the_last_one_at_once_do_not_both_get_it(world, tool):
    refusals, start = [], threading.Barrier(2)

    def take(login):
        start.wait()
        try:
            with database.connection_context():
                move(
                    world,
                    tool,
                    "issued",
                    login,
                    source="company",
                    target=bag(world, login),
                    due_on="2099-01-01",
                )
        except (NotEnough, Invalid) as refused:
            refusals.append(refused)

    threads = [threading.Thread(target=take, args=(login,)) for login in ("chen", "zhou")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refusals) == 1 and sum(lies(world, tool).values()) == 1
    assert Movement.select().where(Movement.kind == "issued").count() == 1


def test_a_technician_takes_for_themselves_only(world, cable):
    for target in (bag(world, "zhou"), site(world.office), "company"):
        with pytest.raises(Invalid) as refused:
            move(world, cable, "issued", "chen", source="company", target=target)
        assert names(refused) == ["target"]


@pytest.mark.parametrize("kind", ["received", "moved", "scrapped"])
@pytest.mark.parametrize("login", ["chen", "gao", "shen"])
def test_only_the_dispatcher_and_the_admin_receive_move_and_scrap(world, cable, kind, login):
    with pytest.raises(NotAllowed):
        move(world, cable, kind, login, source="company", target=site(world.office), note="x")


@pytest.mark.parametrize("kind", ["issued", "fitted", "returned"])
@pytest.mark.parametrize("login", ["gao", "shen", "wangjing"])
def test_who_only_reads_takes_nothing(world, cable, kind, login):
    with pytest.raises(NotAllowed):
        move(world, cable, kind, login, source="company", target=bag(world, login))


def test_scrapping_says_why(world, cable):
    with pytest.raises(Invalid) as refused:
        move(world, cable, "scrapped", source="company")
    assert names(refused) == ["note"]


@pytest.mark.parametrize("quantity", ["0", "-1", "1.5", "1²", "", "100000", "很多"])
def test_a_quantity_is_a_whole_number(world, cable, quantity):
    with pytest.raises(Invalid) as refused:
        move(world, cable, "scrapped", quantity=quantity, source="company", note="x")
    assert names(refused) == ["quantity"]


def test_nothing_moves_to_where_it_lies(world, cable):
    with pytest.raises(Invalid) as refused:
        move(world, cable, "moved", source="company", target="company")
    assert names(refused) == ["target"]


def test_an_unknown_kind_is_nothing(world, cable):
    with pytest.raises(NotFound):
        move(world, cable, "counted", source="company")


def test_a_movement_may_name_its_sheet_if_there_is_one(world, cable):
    number = world.signed_sheet().number
    given = {"source": "company", "device": world.office.code.code}
    assert move(world, cable, "fitted", "chen", record=number.lower(), **given).record == number
    with pytest.raises(Invalid) as refused:
        move(
            world, cable, "fitted", "zhou", source="company", device=world.university.code.code, record=number
        )
    assert names(refused) == ["record"]


def test_a_sheets_completion_moves_once_and_with_the_sheet(world, cable):
    gao, device = world.actor("gao"), world.office.device
    place = stock.place_row("company")
    for _twice in range(2):
        made = movements.book_movement_of_record(
            gao, "BJ-202611-0001", cable, "fitted", 2, place, device=device, once="draft"
        )
    assert (made.record, made.device, made.quantity) == ("BJ-202611-0001", device, 2)
    assert lies(world, cable) == {"company": 3}
    with pytest.raises(NotEnough), transaction():
        movements.book_movement_of_record(gao, "BJ-202611-0002", cable, "fitted", 4, place, device=device)
    assert Movement.select().where(Movement.record == "BJ-202611-0002").count() == 0


# A client's own


def test_a_clients_own_part_is_seen_by_who_serves_the_client(world, owned):
    for login, sees in (("chen", True), ("zhou", False), ("gao", True), ("wangjing", False)):
        assert (register.get_part(world.actor(login).viewer, owned.id) is not None) == sees
    with pytest.raises(NotFound):
        move(world, owned, "issued", "zhou", source=site(world.office), target=bag(world, "zhou"))


def test_a_clients_own_part_is_used_for_that_client_only(world, owned):
    with pytest.raises(Invalid) as refused:
        move(world, owned, "fitted", source=site(world.office), device=world.university.code.code)
    assert names(refused) == ["device"]
    with pytest.raises(Invalid) as refused:
        move(world, owned, "moved", source=site(world.office), target=site(world.university))
    assert names(refused) == ["target"]
    move(world, owned, "fitted", "chen", source=site(world.office), device=world.office.code.code)


def test_a_technician_sees_the_store_their_clients_and_their_own_bag(world, cable):
    move(world, cable, "moved", source="company", target=site(world.university))
    move(world, cable, "issued", source="company", target=bag(world, "zhou"))
    move(world, cable, "issued", source="company", target=bag(world, "chen"))
    seen = stock.lying_by_part(world.actor("chen").viewer, [cable])[cable.id]
    assert {stock_places.key_of_place(at.place) for at in seen} == {"company", bag(world, "chen")}
    with pytest.raises(Invalid):
        move(world, cable, "returned", "chen", source=bag(world, "zhou"), target="company")
    with pytest.raises(NotFound):
        movements.bag_and_holdings(world.actor("chen"), bag(world, "zhou"))


def test_of_what_ends_out_of_sight_a_technician_is_told_no_more_than_that(world, cable):
    move(world, cable, "fitted", source="company", device=world.university.code.code, note="阶梯教室换线")
    [told, _received] = stock.page_of_movements(world.actor("chen").viewer, stock.MovementFilters()).rows
    assert (told.kind, told.device, told.note, told.record) == ("fitted", None, "", "")
    [told, _received] = stock.page_of_movements(world.actor("zhou").viewer, stock.MovementFilters()).rows
    assert told.device == world.university.device and told.note == "阶梯教室换线"


# Who holds what since when, what is late, what runs low


def test_who_holds_a_tool_since_when_and_until_when(world, tool):
    with clock.pretend_now(1_795_478_400_000):  # 24 November 2026
        move(world, tool, "issued", source="company", target=bag(world, "chen"), due_on="2026-11-27")
    [held] = stock.holdings(world.actor("gao").viewer, tool)
    assert (held.place.user, held.quantity, held.since) == (world.users["chen"], 1, 1_795_478_400_000)
    with clock.pretend_now(1_795_478_400_000 + 3 * clock.DAY_MS):
        assert movements.overdue_holdings(world.actor("gao")) == [] and movements.days_late(held) == 0
    with clock.pretend_now(1_795_478_400_000 + 5 * clock.DAY_MS):
        assert [each.part for each in movements.overdue_holdings(world.actor("chen"))] == [tool]
        assert movements.overdue_holdings(world.actor("zhou")) == [] and movements.days_late(held) == 2
    move(world, tool, "returned", "chen", source=bag(world, "chen"), target="company")
    assert stock.holdings(world.actor("gao").viewer, tool) == []


def test_what_went_out_first_came_back_first(world, cable):
    for days, quantity in ((3, "1"), (2, "2"), (1, "1")):
        with clock.pretend_now(clock.now() - days * clock.DAY_MS):
            move(world, cable, "issued", "chen", quantity, source="company", target=bag(world, "chen"))
    move(world, cable, "returned", "chen", "2", source=bag(world, "chen"), target="company")
    held = movements.bag_and_holdings(world.actor("chen"))[1]
    assert [each.quantity for each in held] == [1, 1] and held[0].since < held[1].since
    assert all(each.part == cable and each.part.unit == "条" for each in held)


def test_a_tool_goes_out_with_a_day_to_be_back(world, tool):
    for due_on in ("", "下周", "2020-01-01", "2201-01-01", "2099-W01-1"):
        with pytest.raises(Invalid) as refused:
            move(world, tool, "issued", "chen", source="company", target=bag(world, "chen"), due_on=due_on)
        assert names(refused) == ["due_on"]


def test_a_tool_is_not_left_in_a_device(world, tool):
    with pytest.raises(NotFound):
        move(world, tool, "fitted", "chen", source="company", device=world.office.code.code)


def test_what_can_be_done_with_a_part_depends_on_where_it_lies(world, cable, tool):
    chen, sun = world.actor("chen"), world.actor("sunmin")
    assert list(movements.movements_allowed(chen, cable)) == ["issued", "fitted"]
    assert list(movements.movements_allowed(sun, tool)) == ["received", "issued", "moved", "scrapped"]
    move(world, tool, "issued", source="company", target=bag(world, "zhou"), due_on="2099-01-01")
    assert list(movements.movements_allowed(chen, tool)) == [] and "returned" in movements.movements_allowed(
        sun, tool
    )
    assert list(movements.movements_allowed(world.actor("gao"), cable)) == []


def test_what_is_used_up_has_no_day_to_be_back(world, cable):
    given = {"source": "company", "target": bag(world, "chen"), "due_on": "2020-01-01"}
    assert move(world, cable, "issued", "chen", **given).due_on == ""
    assert movements.due_day(cable) == ""


def test_low_is_what_the_store_holds_not_what_people_carry(world, cable, owned):
    def low():
        return register.seen_by(world.actor("gao").viewer, register.PartFilters(low=True))

    assert low() == []
    move(world, cable, "issued", "chen", "3", source="company", target=bag(world, "chen"))
    assert low() == [cable]
    Part.update(low_at=4).where(Part.id == owned.id).execute()
    assert set(low()) == {cable, owned}
    move(world, owned, "received", target=site(world.office))
    assert low() == [cable]


def test_an_unassigned_client_takes_its_stock_out_of_sight(world, owned):
    Assignment.update(until=clock.now()).where(Assignment.user == world.users["chen"]).execute()
    assert parts.find_parts(world.actor("chen").viewer, register.PartFilters(), 50) == []


# Counting


def test_a_count_books_what_differs_and_leaves_what_was_not_counted(world, cable, tool):
    sun = world.actor("sunmin")
    found = stocktakes.add_one_counted(sun, "company", cable.name, {})
    found = stocktakes.add_one_counted(sun, "company", codes.put_label_on(sun, cable), found)
    assert found == {cable.id: "2"}
    place, lines = stocktakes.lines_at_place(sun, "company", found)
    assert {line.part: line.difference for line in lines} == {cable: -3, tool: None}
    [made] = stocktakes.book_differences(sun, "company", found, {cable.id: 5}, "once")
    assert (made.kind, made.quantity, made.source, made.target_id) == ("counted", 3, place, None)
    assert [row.id for row in stocktakes.book_differences(sun, "company", found, {cable.id: 5}, "once")] == [
        made.id
    ]
    assert lies(world, cable) == {"company": 2} and lies(world, tool) == {"company": 1}


def test_what_is_found_beside_the_books_comes_in(world, cable):
    sun = world.actor("admin")
    [made] = stocktakes.book_differences(sun, site(world.office), {cable.id: "2"}, {cable.id: 0}, "")
    assert made.target.client == world.office.client and made.source_id is None
    assert lies(world, cable) == {"company": 5, site(world.office): 2}


def test_a_count_is_not_booked_over_what_moved_meanwhile(world, cable):
    move(world, cable, "issued", "chen", source="company", target=bag(world, "chen"))
    with pytest.raises(StockMoved):
        stocktakes.book_differences(world.actor("sunmin"), "company", {cable.id: "5"}, {cable.id: 5}, "once")
    assert lies(world, cable)["company"] == 4


@pytest.mark.parametrize("login", ["chen", "gao", "shen"])
def test_only_the_dispatcher_and_the_admin_count(world, cable, login):
    for attempt in (
        lambda: stocktakes.lines_at_place(world.actor(login), "company", {}),
        lambda: stocktakes.add_one_counted(world.actor(login), "company", cable.name, {}),
        lambda: stocktakes.book_differences(
            world.actor(login), "company", {cable.id: "9"}, {cable.id: 5}, ""
        ),
    ):
        with pytest.raises(NotAllowed):
            attempt()


def test_a_count_refuses_what_it_cannot_know(world, cable, owned):
    sun = world.actor("sunmin")
    with pytest.raises(NotFound):
        stocktakes.lines_at_place(sun, "client-9999", {})
    with pytest.raises(Invalid):
        stocktakes.add_one_counted(sun, "company", "没有的东西", {})
    with pytest.raises(Invalid):
        stocktakes.add_one_counted(sun, site(world.university), owned.name, {})
    with pytest.raises(Invalid) as refused:
        stocktakes.book_differences(sun, "company", {cable.id: "三"}, {cable.id: 5}, "")
    assert names(refused) == [f"n-{cable.id}"]
