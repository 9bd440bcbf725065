"""A sheet's day is the day of its work, whenever somebody sat down to write it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from fieldforms.flow.calendar import plans, visits
from fieldforms.flow.completing import completion, corrections
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.flow.record import projection
from fieldforms.flow.register import contracts
from fieldforms.flow.reporting import monthly_reports, periods
from fieldforms.forms import loading
from fieldforms.forms.definition import Definition
from fieldforms.store import clock
from fieldforms.store.library import definitions
from fieldforms.store.models import Record, RecordDevice
from fieldforms.store.record import lists
from tests.forms.library import FORMS
from tests.forms.tiny import DEFINITIONS

NOVEMBER, DECEMBER = periods.Month("2026-11"), periods.Month("2026-12")
# Forms whose sheets are dated by their sealing, and why.
WITHOUT_A_DAY = {
    "fault-report": "a fault counts from when it was reported",
    "approval-request": "it is asked for when it is sealed; begins_on is what is asked for",
}


def at(text: str) -> int:
    """UTC ms of a local minute."""
    return int(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Asia/Shanghai")).timestamp() * 1000)


def row(entry) -> Record:
    return Record.get(Record.number == entry.number)


def listed(world, period: periods.Month) -> list[str]:
    filters = lists.RecordFilters(since=period.since, until=period.until)
    return [each.number for each in lists.page_of_records(world.actor("gao").viewer, filters).rows]


def reported(world, month: periods.Month) -> dict[str, str]:
    """Number → day, of the sheets that a month's report tells."""
    found = monthly_reports.monthly_report(world.actor("gao"), world.office.client.id, month, "zh")
    return {line[0]: line[1] for table in found.tables for line in table.rows if "-20" in line[0]}


@pytest.fixture
def late(world):
    """Arrived on 30 November, completed on 8 December."""
    with clock.pretend_now(at("2026-12-08T10:00")):
        yield world.signed_sheet(arrival="2026-11-30T15:20")


def test_work_of_november_written_up_in_december_is_novembers(world, late):
    assert late.number in listed(world, NOVEMBER) and late.number not in listed(world, DECEMBER)
    assert reported(world, NOVEMBER)[late.number] == "11月30日"
    assert late.number not in reported(world, DECEMBER)


def test_it_is_novembers_on_every_page_and_has_decembers_number(world, late):
    gao, client = world.browser("gao"), world.office.client.id
    for address in ("/records", f"/clients/{client}/months/2026-11", f"/d/{world.office.code.code}"):
        page = gao.get(address).text
        assert late.number in page and "11月30日" in page and "12月8日" not in page.split("生成于")[0], (
            address
        )
    assert "FW-202612-" in late.number
    narrowed = gao.get("/records?from=2026-12-01&to=2026-12-31").text
    assert late.number not in narrowed and late.number in gao.get("/records?to=2026-11-30").text


def test_the_history_of_a_device_goes_by_the_work(world, late):
    with clock.pretend_now(at("2026-12-09T10:00")):
        later = world.waiting_sheet(arrival="2026-12-02T09:00")
        earlier = world.waiting_sheet(arrival="2026-11-02T09:00")
    about = RecordDevice.select().where(RecordDevice.device == world.office.device)
    found = [each.record.number for each in about.order_by(RecordDevice.dated_at.desc())]
    assert found == [later.number, late.number, earlier.number]


def test_the_day_is_rebuilt_from_the_entries(world, late):
    before = row(late).dated_at
    Record.update(dated_at=0).execute()
    RecordDevice.update(dated_at=0).execute()
    projection.rebuild_all()
    assert row(late).dated_at == before == at("2026-11-30T15:20")
    assert RecordDevice.get(RecordDevice.record == row(late)).dated_at == before


def corrected(world, entry, login="chen", **changes):
    actor = world.actor(login)
    draft = corrections.correct_record(actor, entry.number, "写错了")
    draft = drafts.draft_to_fill(actor, draft.uuid).draft
    draft = drafts.save_draft(
        actor, drafts.draft_to_fill(actor, draft.uuid), draft.answers | changes, draft.version, "tests"
    )
    entry = completion.complete(actor, draft.uuid, HandedIn(draft.answers)).entry
    return world.sign(entry) if row(entry).next_step else entry


@pytest.fixture
def november_sheet(world):
    with clock.pretend_now(at("2026-11-20T10:00")):
        return world.signed_sheet(arrival="2026-11-20T09:00")


def test_a_correction_in_december_stays_in_november(world, november_sheet):
    with clock.pretend_now(at("2026-12-03T10:00")):
        again = corrected(world, november_sheet, solution="换线")
        assert reported(world, NOVEMBER) == {again.number: "11月20日"}
        assert reported(world, DECEMBER) == {} and "-202612-" in again.number


def test_a_correction_of_the_day_is_believed(world, november_sheet):
    with clock.pretend_now(at("2026-12-03T10:00")):
        again = corrected(world, november_sheet, arrival="2026-12-01T09:00")
        assert reported(world, NOVEMBER) == {} and reported(world, DECEMBER) == {again.number: "12月1日"}


def test_a_correction_of_a_sheet_that_names_no_day_has_the_day_of_its_sheet(world):
    definitions.publish_definition(DEFINITIONS["prefill"])
    with clock.pretend_now(at("2026-11-20T10:00")):
        told = world.begun("chen", "prefill", {}, client=world.office.client.id)
    with clock.pretend_now(at("2026-12-03T10:00")):
        again = corrected(world, told)
    with clock.pretend_now(at("2026-12-04T10:00")):
        once_more = corrected(world, again)
    assert row(once_more).dated_at == row(again).dated_at == row(told).dated_at == at("2026-11-20T10:00")
    projection.rebuild_all()
    assert row(once_more).dated_at == at("2026-11-20T10:00")


def test_a_day_without_a_clock_keeps_the_clock_of_its_sealing_and_no_other(world):
    assert projection.work_moment("2026-11-20", at("2026-11-20T10:07")) == at("2026-11-20T10:07")
    assert projection.work_moment("2026-11-19", at("2026-11-20T10:07")) == at("2026-11-19T00:00")
    assert projection.work_moment("2026-11-19T08:00", at("2026-11-20T10:07")) == at("2026-11-19T08:00")
    assert projection.work_moment("gestern", at("2026-11-20T10:07")) == 0


# Visits


def daily(world):
    plan = {
        "place": "client",
        "key": "service-contact",
        "every": "1",
        "unit": "day",
        "weekday": "",
        "technician": "",
    }
    plan |= {"skip_holidays": "", "starts_on": "2026-12-01", "ends_on": ""}
    with clock.pretend_now(at("2026-12-01T08:00")):
        return plans.make_plan(world.actor("sunmin"), world.office.client.id, plan)


def days_done(world, plan) -> list[str]:
    book = visits.plan_book(world.actor("sunmin").viewer, plan.client_id)
    found = book.visits_between(date(2026, 12, 1), date(2026, 12, 31))
    return [str(each.day) for each in found if each.done]


def begun_from(world, plan, due: str, **changes):
    answers = world.contact_answers(world.office, **changes)
    origin = {"device": world.office.device.id, "plan": plan.id, "due": due}
    return world.begun("chen", "service-contact", answers, **origin)


def test_a_check_of_the_4th_written_down_on_the_8th_is_the_visit_of_the_4th(world):
    plan = daily(world)
    with clock.pretend_now(at("2026-12-08T09:00")):
        world.waiting_sheet(arrival="2026-12-04T08:20")
        assert days_done(world, plan) == ["2026-12-04"]
        begun_from(world, plan, "2026-12-08", arrival="2026-12-03T08:20")
        assert days_done(world, plan) == ["2026-12-03", "2026-12-04"], (
            "also when it is begun from the 8th's visit"
        )
        begun_from(world, plan, "2026-12-08", arrival="2026-12-04T10:20")
        assert days_done(world, plan) == ["2026-12-03", "2026-12-04"], (
            "a second time on the 4th is no visit of the 8th"
        )


def test_a_late_visit_is_the_one_it_was_begun_from(world):
    plan = daily(world)
    with clock.pretend_now(at("2026-12-08T09:00")):
        begun_from(world, plan, "2026-12-07", arrival="2026-12-08T08:20")
        assert days_done(world, plan) == ["2026-12-07"]


def test_the_contract_counts_the_days_of_maintenance_not_of_writing(world):
    """Two reports of December's first days, one of them about November."""
    with clock.pretend_now(at("2027-01-04T09:00")):
        Record.update(key="av-maintenance").where(
            Record.number == world.signed_sheet(arrival="2026-12-30T09:00").number
        ).execute()
        assert contracts.visits_done(world.office.client, "2027") == 0
        assert contracts.contract_of_client(world.office.client).visits_done == 0


# Forms


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.key)
def test_a_form_of_the_library_names_the_field_that_dates_its_sheets(form):
    assert bool(form.register_date) != (form.key in WITHOUT_A_DAY)


def test_versions_of_before_go_by_what_their_fields_mean():
    found = {form.key: loading.definition_of_data(without_date(form)).dating_field for form in FORMS.values()}
    assert found["service-contact"] == "arrival" and found["av-maintenance"] == "maintenance_date"
    assert found["startup-check"] == "checked_at" and found["fault-report"] == ""


def without_date(form: Definition) -> dict:
    return {name: value for name, value in form.source.items() if name != "register_date"}
