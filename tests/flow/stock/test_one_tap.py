"""What can be done with a part by one tap, and by whom."""

import pytest

from fieldforms.flow.stock import movements, one_tap
from fieldforms.store.models import Part
from fieldforms.store.stock import stock


@pytest.fixture
def tool(world) -> Part:
    """A tool in the company's store."""
    part = Part.create(name="示波器", kind="tool", created_at=1)
    movements.book_movement(world.actor("sunmin"), part, "received", 1, target=stock.place_row("company"))
    return part


def offered(world, login: str, part: Part):
    actor = world.actor(login)
    return one_tap.offered_movement(actor, part, stock.lying_by_part(actor.viewer, [part]).get(part.id, []))


def lend(world, login: str, part: Part) -> None:
    person = stock.place_row("person", user=world.users[login])
    movements.book_movement(world.actor(login), part, "issued", 1, stock.place_row("company"), person)


def test_a_technician_takes_what_lies_in_the_store_and_gives_it_back(world, tool):
    found = offered(world, "chen", tool)
    assert found.take.place.kind == "company" and found.back is None and not found.keeper
    lend(world, "chen", tool)
    found = offered(world, "chen", tool)
    assert (
        found.take is None
        and found.back.place.user_id == world.users["chen"].id
        and found.to.kind == "company"
    )


def test_who_keeps_the_store_has_back_the_only_one_that_is_out(world, tool):
    lend(world, "chen", tool)
    found = offered(world, "sunmin", tool)
    assert found.keeper and found.back.place.user_id == world.users["chen"].id


@pytest.mark.parametrize("login", ["gao", "shen"])
def test_who_only_reads_the_stock_is_offered_nothing(world, tool, login):
    assert offered(world, login, tool) is None


def test_another_technicians_tool_and_a_retired_one_are_nobodys_to_take(world, tool):
    lend(world, "zhou", tool)
    assert offered(world, "chen", tool) is None
    tool.retired_at = 1
    assert offered(world, "zhou", tool) is None
