"""The demonstration as it arrives in a database: through the verbs, whole, and at the times it happened."""

from itertools import pairwise

import pytest

from fieldforms import config, demo, wiring
from fieldforms.demo import load
from fieldforms.errors import NotEmpty
from fieldforms.flow.calendar import visits
from fieldforms.flow.faults import board
from fieldforms.flow.people import passwords, sessions
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.proof import verification
from fieldforms.flow.record import folding
from fieldforms.flow.register.devices import phone_on_site
from fieldforms.store import clock, database, scope
from fieldforms.store.filling import drafts
from fieldforms.store.inbox import tasks
from fieldforms.store.models import Audit, Backup, Code, Device, Entry, Record, User
from fieldforms.store.people import accounts
from fieldforms.store.record import lists, records
from tests.conftest import close_pool
from tests.engines import ENGINES, available_engines, drop_database


@pytest.fixture(scope="module", params=ENGINES)
def loaded(request, new_database, tmp_path_factory):
    """Loaded once an engine for all tests here, which only read."""
    if request.param not in available_engines():
        pytest.skip(f"no {request.param} here")
    url = new_database(request.param)
    instance = str(tmp_path_factory.mktemp("demo"))
    wiring.prepare(config.read({"FIELDFORMS_DATABASE": url, "FIELDFORMS_INSTANCE": instance}))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "METHOD", "scrypt:1024:8:1")
        load.load()
    yield
    database.database.close()
    close_pool()
    drop_database(url)


def viewer(login: str) -> scope.Viewer:
    return scope.Viewer.of(accounts.by_login(login))


def seen(row: Record) -> records.Seen:
    return records.by_uuid(scope.SYSTEM, row.uuid)


def test_every_seal_holds(loaded):
    assert list(verification.every_difference()) == []


def test_a_stranger_at_any_device_of_a_served_client_can_call_the_resident_technician(loaded):
    numbers = {user["login"]: user["phone"] for user in demo.register()["user"]}
    residents = {"江澜市政务服务中心": "chen", "华东文澜大学": "zhou"}
    called = {device.client.name: phone_on_site(device.client_id) for device in Device.select()}
    for client, login in residents.items():
        assert called[client] == (numbers[login], True)
    assert all(on_site for _phone, on_site in called.values())


TOLD = [*demo.sheets(), *demo.office(), *demo.faults()]


def test_every_sheet_is_there_and_none_twice(loaded):
    told = Record.select().where(Record.follows == "")  # the others were opened by a sheet, by themselves
    assert told.count() == len(TOLD)
    entries = Entry.select().where(Entry.record.in_(told.select(Record.uuid))).count()
    assert entries == sum(len(sheet["entry"]) for sheet in TOLD)


def test_it_is_not_loaded_over_people_who_are_there(loaded):
    before = Record.select().count()
    with pytest.raises(NotEmpty):
        load.load()
    assert Record.select().count() == before


def test_everyone_can_sign_in_with_the_password_that_is_shown(loaded):
    shown = {login: (role, password) for role, login, password in load.signs_in()}
    assert len(shown) == User.select().count() == 10
    session, _token = sessions.sign_in("gao", shown["gao"][1], "PC", False, "127.0.0.1")
    assert session.user.role == shown["gao"][0]


def test_who_changed_the_password_is_no_longer_shown(loaded):
    with database.database.atomic() as undone:
        Audit.create(at=clock.now(), action="user.password", ref="chen")
        assert "chen" not in {login for _role, login, _password in load.signs_in()}
        undone.rollback()


def test_every_device_wears_a_label_and_backups_hang_on_theirs(loaded):
    assert Code.select().where(Code.device.is_null(False)).count() == Device.select().count() == 41
    assert all(row.made_on for row in Backup.select())


def test_entries_lie_in_the_past_and_no_chain_runs_backwards(loaded):
    for chain in {row.chain_id for row in Entry.select(Entry.chain)}:
        times = [
            row.sealed_at for row in Entry.select().where(Entry.chain == chain).order_by(Entry.chain_seq)
        ]
        assert all(before <= after for before, after in pairwise(times))
        assert times[-1] < clock.now()


def test_numbers_have_no_gap_in_their_month(loaded):
    numbers = sorted(row.number for row in Record.select(Record.number))
    for before, after in pairwise(numbers):
        month, count = after.rsplit("-", 1)
        assert before.rsplit("-", 1) == [month, f"{int(count) - 1:04}"] or int(count) == 1


def test_a_sheet_reads_as_it_was_filled(loaded):
    row = Record.select().where(Record.key == "service-contact").order_by(Record.id).get()
    entries = seen(row).entries
    assert entries[0].answers["client_name"] == "江澜市政务服务中心"
    assert entries[0].answers["client_type"] == "yearly_contract"
    assert entries[0].answers["serviced_devices"][0]["name"] == "302 跟踪摄像机（主席位）"
    assert entries[1].facts["signer"] == "李明"
    assert entries[1].facts["signature"]["method"] == "drawn"
    assert entries[1].facts["evidence"]["handed_over_by"] == "陈志远"


def test_the_next_sheet_cites_the_number_of_the_unfinished_one(loaded):
    cited = [seen(row).entries[0].answers.get("previous_sheet") for row in Record.select()]
    numbers = {row.number for row in Record.select() if row.result == "not_completed"}
    assert len(list(filter(None, cited))) == sum("cites" in sheet for sheet in demo.sheets())
    assert set(filter(None, cited)) <= numbers


def test_there_is_every_outcome_to_look_at(loaded):
    outcomes = {row.outcome for row in Entry.select(Entry.outcome)}
    assert {folding.DONE, folding.RETURNED, folding.REFUSED, folding.ABSENT} <= outcomes


def test_a_technician_has_begun_sheets_and_waiting_ones(loaded):
    chen = accounts.by_login("chen")
    assert [draft.definition.key for draft in drafts.open_of(chen)] == ["av-maintenance", "service-contact"]
    assert tasks.records_waiting_for_roles(viewer("chen"), ["client"])
    assert tasks.records_waiting_for_roles(viewer("chen"), ["technician"])


@pytest.mark.parametrize("login", ["chen", "zhou", "xu", "he", "sunmin", "gao", "shen", "wangjing", "admin"])
def test_everybody_who_has_a_list_finds_something_in_it(loaded, login):
    assert lists.page_of_records(viewer(login), lists.RecordFilters()).rows


def test_the_calendar_has_visits_that_are_done_late_and_due_today(loaded):
    book = visits.plan_book(viewer("sunmin"))
    found = book.visits_between(book.today - visits.LOOK_BACK, book.today + visits.LOOK_AHEAD)
    assert len({visit.plan.client_id for visit in found}) == 3
    assert sum(visit.done for visit in found) >= 4
    assert [visit.technician.login for visit in found if visit.late] == ["zhou"]
    assert [visit.open for visit in found if visit.day == book.today].count(True) == 1


def test_the_board_has_faults_at_several_steps_late_ones_and_ones_that_will_be(loaded):
    found = board.board_of(Actor(accounts.by_login("sunmin")), board.form_with_board())
    assert len(found.cards) >= 6 and sum(bool(column.cards) for column in found.columns) >= 3
    assert {"", board.SOON, board.LATE} <= {card.tone for card in found.cards}
    assert "罗建" in {each.user.name for each in found.load if each.n}
