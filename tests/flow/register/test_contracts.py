"""The contract strip: what is left, what has ended, what ends soon."""

from datetime import date, timedelta

from fieldforms.flow import local_time
from fieldforms.flow.register import contracts
from fieldforms.store.models import Client


def day(after: int) -> str:
    return (date.fromisoformat(local_time.today()) + timedelta(days=after)).isoformat()


def contract(world, **values):
    Client.update(**values).where(Client.id == world.office.client.id).execute()
    return contracts.contract_of_client(Client.get_by_id(world.office.client.id))


def test_an_end_stands_out_thirty_days_before(world):
    states = [contracts.ending_on_day(day(after)).state for after in (31, 30, 0, -1)]
    assert states == ["", "soon", "soon", "over"] and contracts.ending_on_day("").state == ""


def test_what_one_is_served_under_decides_whether_it_is_over(world):
    assert contract(world, type="under_warranty", warranty_until=day(-1), contract_until=day(99)).expired
    assert not contract(world, type="yearly_contract", warranty_until=day(-1), contract_until=day(99)).expired
    assert contract(world, type="yearly_contract", warranty_until=day(99), contract_until=day(-1)).expired


def test_each_sheet_of_the_contract_period_is_one_call_and_never_fewer_than_none(world):
    world.signed_sheet()
    assert contract(world, calls_total=5).calls_left == 4
    assert contract(world, calls_total=5, contract_from=day(1)).calls_left == 5
    assert contract(world, calls_total=0, contract_from=day(-9)).calls_left == 0
    assert contract(world, calls_total=None).calls_left is None
    assert contract(world, calls_total=3).few_calls and not contract(world, calls_total=9).few_calls


def test_visits_agreed_are_the_contracts(world):
    found = contract(world, visits_per_year=4)
    assert (found.visits_done, found.visits_agreed) == (0, 4)
    assert contract(world, visits_per_year=None).visits_agreed is None
