"""Who may do what with a record, and who reads which of its answers."""

import pytest

from fieldforms.errors import NotAllowed, NotFound, ReasonNeeded
from fieldforms.flow.completing import corrections, record_access, record_events
from fieldforms.flow.people.actors import Actor
from fieldforms.store import scope
from fieldforms.store.models import Record, User
from fieldforms.store.record import records
from tests import audit_lines
from tests.flow.completing.hands import seen

# Who may, and why


VERBS = {
    "recall": record_events.recall_sheet,
    "cancel": record_events.cancel_record,
    "correct": corrections.correct_record,
}


@pytest.mark.parametrize("verb", VERBS)
def test_a_reason_is_needed(shared, verb):
    entry = shared.signed_sheet() if verb == "correct" else shared.waiting_sheet()
    with pytest.raises(ReasonNeeded):
        VERBS[verb](shared.actor("chen"), entry.number, "")


@pytest.mark.parametrize("login", ["shen", "wangjing", "admin"])
@pytest.mark.parametrize("verb", VERBS)
def test_others_do_not_act_on_sheets(shared, verb, login):
    entry = shared.signed_sheet() if verb == "correct" else shared.waiting_sheet()
    with pytest.raises(NotAllowed):
        VERBS[verb](shared.actor(login), entry.number, "because")


@pytest.mark.parametrize("verb", VERBS)
def test_another_clients_technician_finds_no_sheet(shared, verb):
    entry = shared.signed_sheet() if verb == "correct" else shared.waiting_sheet()
    with pytest.raises(NotFound):
        VERBS[verb](shared.actor("zhou"), entry.number, "because")
    with pytest.raises(NotFound):
        VERBS[verb](shared.actor("chen"), "FW-209912-9999", "because")


def test_a_supervisor_does_not_fill_the_technicians_correction(shared):
    with pytest.raises(NotAllowed):
        corrections.correct_record(shared.actor("gao"), shared.signed_sheet().number, "日期写错了")


def test_supervisors_review_and_technicians_do_not(shared):
    entry = shared.signed_sheet()
    review = record_access.review_record(shared.actor("gao"), entry.number, "已回访")
    assert (review.record, review.by_id, review.note) == (entry.record, shared.users["gao"].id, "已回访")
    with pytest.raises(NotAllowed):
        record_access.review_record(shared.actor("chen"), entry.number, "")


# Who reads what


PRIVATE = {"answers.satisfaction", "answers.dissatisfied_with", "answers.comments"}


@pytest.mark.parametrize(
    ("login", "evidence"),
    [("chen", {"evidence"}), ("sunmin", set()), ("shen", {"evidence"}), ("admin", set())],
)
def test_the_rating_is_withheld_with_its_disclosures(shared, login, evidence):
    entry = shared.signed_sheet(rating="fair")
    found = seen(entry.number, scope.Viewer.of(shared.users[login]))
    signing = found.entries[1]
    assert signing.withheld == PRIVATE | evidence  # addresses and phones are for who looks into a signature
    assert not {name.removeprefix("answers.") for name in PRIVATE} & signing.answers.keys()
    assert signing.answers["accessories"] == "yes"
    assert found.row.satisfaction == ""
    said = [records.open_disclosure(body) for body in signing.disclosures]
    assert not PRIVATE & {name for name, _value in said}
    assert "字幕机也请看看" not in repr(found) + repr(said)


def test_the_supervisor_and_the_client_read_the_rating(shared):
    entry = shared.signed_sheet(rating="fair")
    for viewer in (scope.Viewer.of(shared.users["gao"]), scope.CLIENT):
        found = seen(entry.number, viewer)
        assert found.entries[1].answers["satisfaction"] == "fair"
        assert not PRIVATE & found.entries[1].withheld
        assert found.row.satisfaction == "fair"


def test_another_clients_technician_and_the_hr_office_find_no_record(shared):
    entry = shared.signed_sheet()
    for login in ("zhou", "wangjing"):
        with pytest.raises(NotFound):
            record_access.record_by_number(shared.actor(login), entry.number)
        assert records.by_uuid(scope.Viewer.of(shared.users[login]), entry.record) is None


def test_reading_a_confidential_record_is_written_down(shared):
    entry = shared.signed_sheet()
    Record.update(confidential=True).where(Record.uuid == entry.record).execute()
    record_access.record_by_number(shared.actor("chen"), entry.number)  # who did the service reads it
    assert audit_lines.lines_about(entry.number)[-1].action == "record.read"
    with pytest.raises(NotFound):
        record_access.record_by_number(shared.actor("gao"), entry.number)
    gao = User.get(User.login == "gao")
    gao.confidential = True
    assert record_access.record_by_number(Actor(gao), entry.number).row.number == entry.number
