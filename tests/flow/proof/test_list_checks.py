"""`fieldforms verify` compares lists, ratings and search with the entries: people go by them, and anybody with the database in
hand can write there."""

import pytest
from peewee import BigIntegerField, BooleanField, ForeignKeyField

from fieldforms.flow.completing import completion, corrections
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.proof import list_checks, verification
from fieldforms.flow.record import projection
from fieldforms.store import database
from fieldforms.store.models import Projection, RatingMonth, RatingReason, Record, RecordDevice, Room, User
from tests.flow.proof.hands import Changed

COLUMNS = [field for field in Record._meta.sorted_fields if field.name not in ("id", "uuid", "superseded_by")]


@pytest.fixture(scope="module")
def listed(prepared):
    """Sheets of both clients: waiting, rated low with reasons, corrected."""
    _settings, opened, world = prepared
    database.database.initialize(opened)
    world.waiting_sheet("zhou", world.university)
    world.sign(world.waiting_sheet(), rating="dissatisfied", dissatisfied_with=["attitude", "speed"])
    draft = corrections.correct_record(world.actor("chen"), world.signed_sheet().number, "写错")
    world.sign(completion.complete(world.actor("chen"), draft.uuid, HandedIn(draft.answers)).entry)
    return world


@pytest.fixture
def rated(shared, listed) -> Record:
    """The low one; lists are right when a test begins, and must be when it ends."""
    assert found() == []
    yield Record.get(Record.satisfaction == "dissatisfied")
    assert found() == []


def found() -> list[tuple[str, str]]:
    return [(each.number, each.where) for each in list_checks.every_list_difference()]


def something_else(row: Record, field):
    value = row.__data__[field.name]
    if isinstance(field, ForeignKeyField):
        other = field.rel_model.select(field.rel_model.id).where(field.rel_model.id != (value or 0)).first()
        return other.id
    if isinstance(field, BooleanField):
        return not value
    return (value or 0) + 1 if isinstance(field, BigIntegerField) else f"{value[:100]}x"


@pytest.mark.parametrize("field", COLUMNS, ids=lambda field: field.name)
def test_any_column_of_a_list_that_was_changed_is_named(rated, field):
    with Changed(rated, field.column_name, something_else(rated, field)):
        number = Record.get_by_id(rated.id).number
        assert (rated.number, field.name) in found(), number


def test_verify_names_the_sheet_and_the_column(rated):
    with Changed(rated, "summary", "一切正常"):
        lines = [str(each) for each in verification.every_difference()]
    assert lines == [f"{rated.number} summary: says other than the entries"]


def test_a_row_that_lists_lost_or_that_nobody_sealed_is_named(rated):
    with Changed(rated, "uuid", "0" * 36):
        assert found() == [(rated.number, "records"), (rated.number, "records")]


def test_a_sheet_that_was_hidden_behind_another_is_named(rated):
    with Changed(rated, "superseded_by", "FW-202611-9999"):
        assert (rated.number, "superseded_by") in found()
    corrected = Record.get(Record.superseded_by != "")
    with Changed(corrected, "superseded_by", ""):
        assert (corrected.number, "superseded_by") in found()


def test_devices_of_a_sheet_are_compared(rated):
    row = RecordDevice.get(RecordDevice.record == rated.id)
    with Changed(row, "dated_at", 1):
        assert found() == [(rated.number, "record_devices")]
    RecordDevice.delete().where(RecordDevice.id == row.id).execute()
    assert found() == [(rated.number, "record_devices")]
    RecordDevice.insert(**row.__data__).execute()


def test_ratings_and_their_reasons_are_compared(rated):
    row = RatingMonth.get(RatingMonth.satisfaction == "dissatisfied")
    with Changed(row, "n", 7):
        assert found() == [("", f"rating_months {row.month} dissatisfied")]
    with Changed(row, "satisfaction", "satisfied"):
        assert len(found()) == 2
    reason = RatingReason.get(RatingReason.record == rated.id)
    for column, value in [("reason", "other"), ("month", "2001-01")]:
        with Changed(reason, column, value):
            assert found() == [(rated.number, "rating_reasons")]


def test_what_the_search_finds_is_compared(rated, shared):
    kept = projection.projection_of_record(rated.uuid).words
    for public, private in [("一切正常", kept[1]), (kept[0], "很好"), ("", "")]:
        projection.search.index_record(rated.id, public, private)
        assert found() == [(rated.number, "search")]
    id = {"sqlite": "rowid", "postgresql": "record_id"}[database.dialect_of()]
    database.database.execute_sql(f"DELETE FROM search WHERE {id} = {rated.id}")
    assert found() == [(rated.number, "search")]
    projection.search.index_record(rated.id, *kept)
    projection.search.index_record(rated.id + 1000, "话筒", "")
    assert found() == [("", "search")]
    database.database.execute_sql(f"DELETE FROM search WHERE {id} = {rated.id + 1000}")


def test_a_register_that_was_tidied_is_no_forgery(rated, listed):
    """Names and places stand as they were sealed."""
    office = listed.office
    for row, column in [(office.room, "name"), (office.device, "name"), (office.client, "short_name")]:
        with Changed(row, column, "改了名"):
            assert found() == []


def test_a_projection_by_other_rules_is_not_compared(rated):
    with Changed(rated, "summary", "x"), Changed(Projection.get(), "rules", 0):
        assert projection.is_behind()
        assert list(verification.every_difference()) == []


def test_everything_that_was_changed_is_right_again_after_a_rebuild(rated):
    Record.update({Record.summary: "x", Record.superseded_by: "FW-1"}).where(Record.id == rated.id).execute()
    Record.update(superseded_by="").where(Record.supersedes == "").execute()
    Record.update(superseded_by="FW-1").where(Record.id == rated.id).execute()
    RecordDevice.update(dated_at=1).execute()
    RatingMonth.update(n=9).execute()
    RatingMonth.create(client=None, technician=User.get(), month="2001-01", satisfaction="fair", n=3)
    RatingReason.create(record=rated.id, client=None, technician=None, month="2001-01", reason="other")
    waiting = Record.get(Record.client == Room.get_by_id(rated.room_id + 1).client)
    RatingReason.create(record=waiting.id, client=None, technician=None, month="2001-01", reason="other")
    stray = {**rated.__data__, "id": rated.id + 500, "uuid": "0" * 36, "number": "FW-202611-9999"}
    Record.insert(**stray).execute()
    projection.search.index_record(stray["id"], "话筒", "")
    assert len(found()) > 5
    projection.rebuild_all()
