"""The list: filters, pages by keyset, counts; ratings only for their readers."""

from dataclasses import replace

import pytest

from fieldforms.flow.completing import record_events
from fieldforms.store import clock, scope
from fieldforms.store.library import definitions
from fieldforms.store.models import Assignment, Record, User
from fieldforms.store.record import lists
from fieldforms.store.record.lists import RecordFilters
from fieldforms.store.register import clients

NOVEMBER = 1_795_500_600_000


def viewer(login="gao") -> scope.Viewer:
    return scope.Viewer.of(User.get(User.login == login))


def numbers(filters=RecordFilters(), login="gao", size=50) -> list[str]:  # noqa: B008  (frozen)
    return [row.number for row in lists.page_of_records(viewer(login), filters, size).rows]


@pytest.fixture(scope="module")
def sheets(prepared):
    """Seven sheets, an hour apart, some of them begun in the same millisecond; made once, for reading only."""
    from fieldforms.store import database

    database.database.initialize(prepared[1])
    world = prepared[2]
    made = {}
    with clock.pretend_now(NOVEMBER):
        made["waiting"] = world.waiting_sheet().number
        made["cancelled"] = world.waiting_sheet().number
        record_events.cancel_record(world.actor("chen"), made["cancelled"], "客户改期")
    with clock.pretend_now(NOVEMBER + clock.HOUR):
        made["fair"] = world.signed_sheet(rating="fair", request="投影机灯泡").number
        made["good"] = world.signed_sheet(rating="very_satisfied").number
    with clock.pretend_now(NOVEMBER + 2 * clock.HOUR):
        made["theirs"] = world.signed_sheet("zhou", world.university, rating="fair").number
        made["unfinished"] = world.waiting_sheet(
            result="not_completed", not_completed=["follow_up"], follow_up_date="2026-12-01"
        ).number
    with clock.pretend_now(NOVEMBER + 40 * clock.DAY_MS):
        made["december"] = world.signed_sheet(rating="dissatisfied", arrival="2026-12-30T09:00").number
    return made


@pytest.fixture
def made(sheets, shared) -> dict:
    return sheets


def test_the_newest_come_first(made):
    assert numbers() == list(reversed(made.values()))


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ({"state": "open"}, {"waiting", "unfinished"}),
        ({"state": "cancelled"}, {"cancelled"}),
        ({"outcome": "done"}, {"fair", "good", "theirs", "december"}),
        ({"unsigned": True}, {"waiting", "unfinished"}),
        ({"result": "not_completed"}, {"unfinished"}),
        ({"satisfaction": ("fair",)}, {"fair", "theirs"}),
        ({"satisfaction": ("fair", "dissatisfied")}, {"fair", "theirs", "december"}),
        ({"since": NOVEMBER + clock.HOUR}, {"fair", "good", "theirs", "unfinished", "december"}),
        ({"until": NOVEMBER + clock.HOUR}, {"waiting", "cancelled"}),
        ({"since": NOVEMBER, "until": NOVEMBER + 1}, {"waiting", "cancelled"}),
        ({"text": "灯泡"}, {"fair"}),
        ({"text": "灯泡", "satisfaction": ("dissatisfied",)}, set()),
        (
            {"key": "service-contact"},
            {"waiting", "cancelled", "fair", "good", "theirs", "unfinished", "december"},
        ),
        ({"key": "av-maintenance"}, set()),
        ({"state": "closed", "satisfaction": ("fair",), "since": NOVEMBER + 2 * clock.HOUR}, {"theirs"}),
    ],
)
def test_filters_narrow_the_list_and_the_count(made, filters, names):
    asked = RecordFilters(**filters)
    assert set(numbers(asked)) == {made[name] for name in names}
    assert lists.count_records(viewer(), asked) == len(names)


def test_a_client_a_technician_and_a_device_narrow_it_too(made, shared):
    for filters in (
        RecordFilters(client=shared.university.client.id),
        RecordFilters(technician=shared.users["zhou"].id),
        RecordFilters(device=shared.university.device.id),
    ):
        assert numbers(filters) == [made["theirs"]]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 50])
def test_pages_neither_skip_nor_repeat(made, size):
    """Also where sheets were begun in the same millisecond."""
    found, filters = [], RecordFilters()
    while True:
        page = lists.page_of_records(viewer(), filters, size)
        found += [row.number for row in page.rows]
        if page.following is None:
            break
        filters = replace(filters, before=page.following)
    assert found == list(reversed(made.values()))


def test_all_pages_of_an_export_are_the_list(made):
    assert [
        row.number for rows in lists.pages_of_records(viewer(), RecordFilters(), 2) for row in rows
    ] == numbers()


def test_counting_stops_where_nobody_counts(made):
    assert lists.count_records(viewer(), RecordFilters(), 3) == 3


# Whose list


def test_a_technician_lists_the_clients_served(made):
    assert set(numbers(login="chen")) == set(made.values()) - {made["theirs"]}
    assert numbers(login="zhou") == [made["theirs"]]
    assert numbers(login="wangjing") == []
    assert lists.count_records(viewer("zhou"), RecordFilters()) == 1


def test_filtering_by_what_is_out_of_scope_finds_nothing(made, shared):
    assert numbers(RecordFilters(client=shared.office.client.id), "zhou") == []
    assert numbers(RecordFilters(text="灯泡"), "zhou") == []


@pytest.mark.parametrize("login", ["chen", "sunmin", "shen", "admin"])
def test_nobody_else_filters_searches_or_reads_ratings(made, login):
    everything = numbers(login=login)
    assert numbers(RecordFilters(satisfaction=("fair",)), login) == everything
    assert numbers(RecordFilters(text="字幕机"), login) == []
    assert {row.satisfaction for row in lists.page_of_records(viewer(login), RecordFilters()).rows} == {""}


def test_the_supervisor_does(made):
    assert len(numbers(RecordFilters(text="字幕机"))) == 4
    assert {row.satisfaction for row in lists.page_of_records(viewer(), RecordFilters()).rows} == {
        "",
        "fair",
        "very_satisfied",
        "dissatisfied",
    }


def test_a_row_in_the_list_knows_its_form(made):
    row = lists.page_of_records(viewer(), RecordFilters(), 1).rows[0]
    assert row.definition.body["key"] == "service-contact"
    assert isinstance(row, Record)


def test_filters_offer_what_there_is_to_see(made, shared):
    assert {user.login for user in lists.technicians_to_choose(viewer())} == {"chen", "zhou"}
    assert {client.id for client in clients.seen_by(viewer("chen"))} == {shared.office.client.id}
    assert [version.version for version in definitions.versions("service-contact")] == [1]


def test_a_technicians_pages_join_own_clients_and_records_that_name_him(world):
    """Two queries, one list: page by page everything once, newest first."""
    chen = scope.Viewer.of(world.users["chen"])
    own = [world.waiting_sheet().number for _ in range(3)]
    theirs = [world.waiting_sheet("zhou", world.university).number for _ in range(3)]
    named = [own[1], theirs[0], theirs[2]]
    Record.update(assignee=chen.user_id).where(Record.number.in_(named)).execute()
    Assignment.create(user=chen.user_id, client=world.office.client, since=1)  # assigned twice, served once
    expected = [theirs[2], theirs[0], *reversed(own)]
    found, asked = [], RecordFilters()
    while asked:
        page = lists.page_of_records(chen, asked, 2)
        found += [row.number for row in page.rows]
        asked = page.following and RecordFilters(before=page.following)
    assert found == expected
    assert lists.count_records(chen, RecordFilters()) == len(expected)
