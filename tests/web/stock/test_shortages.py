"""A sealed sheet that says more than the books can give: it waits for the dispatcher until the books are right."""

import pytest

from fieldforms.flow import local_time
from fieldforms.flow.completing import record_access, step_movements
from fieldforms.flow.record import projection
from fieldforms.flow.stock import movements
from fieldforms.store import database, scope
from fieldforms.store.models import Movement, Part, Shortage, ShortageClosing, User
from fieldforms.store.stock import shortages, stock
from tests.people import csrf
from tests.web.hands import Form, errors
from tests.web.inbox.hands import complete_step, fault
from tests.web.stock.hands import CHECKS, LAMP, add_part, open_checks, parts_used


@pytest.fixture
def lamp(world) -> Part:
    """The company's, two on the shelf."""
    return add_part(world, None)


def repaired(world, quantity: str, place=None) -> str:
    """A fault repaired on site with so many lamps: the sheet's number."""
    form = open_checks(world, place or world.office)
    checked = form.post(then="check", **parts_used(LAMP, quantity))
    assert checked.status_code == 303, errors(checked.text)
    done = Form(form.browser, checked.location, "complete").post()
    assert done.status_code == 303
    return done.location.split("/")[2]


def waits(world, lamp, login="sunmin") -> str:
    """What the person's first page says of it: "" when nothing waits."""
    page = world.browser(login).get("/").text
    start = page.find(f'href="/parts/{lamp.id}#short"')
    return page[start : start + 700] if start >= 0 else ""


def page_of_part(world, lamp, login="sunmin") -> str:
    page = world.browser(login).get(f"/parts/{lamp.id}").text
    return page[page.index('id="short"') : page.index('id="where"')] if 'id="short"' in page else ""


def post(browser, url: str, **form):
    return browser.post(url, data={"csrf_token": csrf(browser.get(url).text), **form})


def test_what_lies_there_is_taken_and_what_is_missing_waits_for_the_dispatcher(world, lamp):
    number = repaired(world, "5")
    assert [(each.quantity, each.record) for each in Movement.select().where(Movement.kind == "fitted")] == [
        (2, number)
    ]
    for said in (waits(world, lamp), page_of_part(world, lamp)):
        assert number in said and "3 只" in said and "陈志远" in said
    assert f"record={number}" not in page_of_part(world, lamp)  # nothing lies anywhere that could be fitted
    for login in ("chen", "gao", "shen", "admin"):
        assert waits(world, lamp, login) == ""


def test_enough_on_the_shelf_is_no_shortage(world, lamp):
    repaired(world, "2")
    assert waits(world, lamp) == page_of_part(world, lamp) == "" and Shortage.select().count() == 0


def test_it_survives_a_rebuild(world, lamp):
    repaired(world, "3")
    said = waits(world, lamp), page_of_part(world, lamp)
    projection.rebuild_all()
    assert (waits(world, lamp), page_of_part(world, lamp)) == said and said[0]


def test_booking_it_for_the_sheet_puts_it_right(world, lamp):
    number = repaired(world, "4")
    sun = world.browser("sunmin")
    for quantity, missing in (("1", "1 只"), ("1", "")):
        post(sun, f"/parts/{lamp.id}/received", quantity="1", target="company")
        booked = post(
            sun, f"/parts/{lamp.id}/fitted", quantity=quantity, source="company", record=number,
            device=world.office.code.code,
        )  # fmt: skip
        assert booked.status_code == 303
        assert (missing in waits(world, lamp)) if missing else waits(world, lamp) == ""
    assert page_of_part(world, lamp) == ""


def test_the_parts_page_leads_to_the_booking(world, lamp):
    number = repaired(world, "3")
    post(world.browser("sunmin"), f"/parts/{lamp.id}/received", quantity="5", target="company")
    assert f"/parts/{lamp.id}/fitted?record={number}&amp;quantity=1" in page_of_part(world, lamp)


def test_a_stocktake_of_the_part_puts_it_right(world, lamp):
    repaired(world, "3")
    sun = world.browser("sunmin")
    counted = {f"n-{lamp.id}": "4", f"was-{lamp.id}": "0"}
    page = sun.get("/parts/count/company").text
    booked = sun.post(
        "/parts/count/company/booking", data={"csrf_token": csrf(page), "once": "c1", **counted}
    )
    assert booked.status_code == 303 and Movement.select().where(Movement.kind == "counted").count() == 1
    assert waits(world, lamp) == page_of_part(world, lamp) == ""


def test_somebody_closes_it_with_words_and_not_without(world, lamp):
    repaired(world, "3")
    address = f"/shortages/{Shortage.get().id}/closing"
    assert address in page_of_part(world, lamp) and address not in page_of_part(world, lamp, "chen")
    sun = world.browser("sunmin")
    refused = post(sun, address, reason="  ")
    assert refused.status_code == 422 and "请写明原因" in refused.text and waits(world, lamp)
    token = csrf(sun.get(address).text)
    assert post(sun, address, reason="客户自己买的").status_code == 303
    assert waits(world, lamp) == page_of_part(world, lamp) == ""
    closing = ShortageClosing.get()
    assert (closing.reason, closing.by) == ("客户自己买的", world.users["sunmin"])
    again = sun.post(address, data={"csrf_token": token, "reason": "再来一次"})
    assert again.status_code == 404 and ShortageClosing.select().count() == 1


def test_it_can_be_closed_when_the_part_is_out_of_use(world, lamp):
    repaired(world, "3")
    assert post(world.browser("sunmin"), f"/parts/{lamp.id}/retirement").status_code == 303
    address = f"/shortages/{Shortage.get().id}/closing"
    assert waits(world, lamp) and address in page_of_part(world, lamp)
    assert post(world.browser("sunmin"), address, reason="停用了").status_code == 303
    assert waits(world, lamp) == ""


@pytest.mark.parametrize(("received", "missing", "booked"), [("5", [], 4), ("", [2], 2)])
def test_a_later_step_says_anew_what_is_missing(world, lamp, received, missing, booked):
    """The engineer's repair comes after the checks: what has come in meanwhile is booked, and nothing is told twice."""
    number = fault(world, world.office).number
    record = record_access.record_by_number(world.actor("sunmin"), number).row.uuid
    said = CHECKS | {
        "minutes": 20,
        "outcome": "engineer",
        "parts_used": [{"part": named(lamp), "quantity": 3}],
    }
    complete_step(world.actor("chen"), record, said)
    assert "1 只" in waits(world, lamp)
    if received:
        post(world.browser("sunmin"), f"/parts/{lamp.id}/received", quantity=received, target="company")
    zhou = world.users["zhou"]
    send = {"route": "engineer", "assigned_engineer": {"id": zhou.id, "name": zhou.name}}
    complete_step(world.actor("sunmin"), record, send)
    mend = {
        "repair_remedy": "接好了", "repair_minutes": 10, "repair_cost": "0",
        "repair_parts_used": [{"part": named(lamp), "quantity": 1}],
    }  # fmt: skip
    complete_step(world.actor("zhou"), record, mend)
    assert [each.missing for each in shortages.open_shortages(scope.SYSTEM, lamp)] == missing
    assert net(world, lamp, number) == booked


def named(part: Part) -> dict:
    return {"id": part.id, "name": part.name, "model": part.model, "unit": part.unit}


def net(world, part: Part, number: str) -> int:
    """How many the sheet has in devices by the books."""
    row = record_access.record_by_number(world.actor("sunmin"), number).row
    return step_movements.parts_fitted_by_record(row)[part.id]


def test_who_may_not_see_the_sheet_sees_the_part_without_its_number(world, lamp):
    world.office.room.confidential = True
    world.office.room.save()
    User.update(confidential=True).where(User.login == "chen").execute()
    number = repaired(world, "3")
    assert "缺 1 只" in page_of_part(world, lamp) and waits(world, lamp)
    assert number not in page_of_part(world, lamp) + waits(world, lamp)


def test_what_came_back_without_the_sheet_is_no_shortage(world):
    """The books know where it is; a tool that they know elsewhere is one."""
    tool = add_part(world, None, "示波器")
    Part.update(kind="tool").where(Part.id == tool.id).execute()
    bag, shelf = stock.place_row("person", user=world.users["chen"]), stock.place_row("company")
    number = lent(world, tool, 2)
    movements.book_movement_of_record(world.actor("chen"), "", tool, "returned", 1, bag, shelf)
    movements.book_movement_of_record(
        world.actor("sunmin"),
        "",
        tool,
        "moved",
        1,
        bag,
        stock.place_row("client", client=world.office.client),
    )
    record = record_access.record_by_number(world.actor("sunmin"), number).row.uuid
    complete_step(world.actor("sunmin"), record, {"condition": "intact"})
    assert [(each.kind, each.quantity) for each in Shortage.select()] == [("returned", 1)]


def lent(world, tool: Part, quantity: int) -> str:
    entry = world.begun("chen", "parts-issue", {
        "issue_kind": "tool", "owned_by": "company", "due_back_on": "2099-01-01",
        "issued_items": [{"part": named(tool), "quantity": quantity}],
    })  # fmt: skip
    complete_step(world.actor("sunmin"), entry.record, {"decision": "approved"})
    signed = {"taken": "taken", "taker_signature": {"name": "陈志远", "typed": True}}
    complete_step(world.actor("chen"), entry.record, signed)
    return entry.number


def test_the_months_report_says_what_was_written_and_not_booked(world, lamp):
    number = repaired(world, "3")
    month = local_time.today()[:7]
    page = world.browser("sunmin").get(f"/clients/{world.office.client.id}/months/{month}").text
    assert "1（单上所写，未出库）" in page and number in page


@pytest.mark.parametrize("table", ["shortages", "shortage_closings"])
def test_what_was_noted_is_only_inserted(world, lamp, table):
    repaired(world, "3")
    post(world.browser("sunmin"), f"/shortages/{Shortage.get().id}/closing", reason="没有的事")
    for statement in (f"DELETE FROM {table}", f"UPDATE {table} SET at = 0"):
        with pytest.raises(Exception, match="are sealed"), database.database.atomic():
            database.database.execute_sql(statement)
