"""The company's sixteen sheets, and that of a presentation, walked through the rules alone: each step's plain answers are complete, and lead on."""

import re

import pytest
from werkzeug.datastructures import MultiDict

from fieldforms.forms import answers
from fieldforms.forms.checker import check
from fieldforms.forms.definition import Definition, Step
from fieldforms.forms.kinds import KINDS
from tests.forms.library import FORMS
from tests.forms.sheets import BY_NAME, WALKS
from tests.forms.walks import BY_SHEET, DEEMED, DONE, RETURNED, Turn, Walk, at, posted

KNOWN = {
    "chen": "3",
    "zhou": "4",
    "device": "7K3QF9X2MN",
    "part": "话筒芯",
    "tool": "网线钳",
    "loan_unit": "备用功放",
    "pdf": "0" * 64,
}
# by in the form → who has that turn in the tables
WHO = {
    "technician": "chen", "dispatcher": "sunmin", "supervisor": "gao", "manager": "shen", "hr": "wangjing",
    "client": "client", "client_lead": "client_lead",
}  # fmt: skip
NOW = at(0, "23:59")


def each(walks):
    return pytest.mark.parametrize("walk", walks, ids=lambda walk: walk.name)


@pytest.mark.parametrize("key", FORMS)
def test_the_checker_finds_nothing_to_mend(key):
    assert check(FORMS[key]) == []


def test_there_are_seventeen_sheets_and_no_two_share_a_number():
    assert len(FORMS) == 17
    assert len({form.number for form in FORMS.values()}) == 17
    assert len({form.order for form in FORMS.values()}) == 17


@pytest.mark.parametrize("key", FORMS)
def test_every_sheet_has_a_number_a_register_and_a_common_case(key):
    form = FORMS[key]
    assert re.fullmatch("[A-Z]{2}", form.number) and form.number_label and form.register
    assert [walk for walk in WALKS if walk.form == key]


@pytest.mark.parametrize("key", FORMS)
def test_every_text_is_chinese_and_english(key):
    for text in texts_of(FORMS[key].source):
        assert re.search(r"[\u4e00-\u9fff]", text["zh"]), text
        assert text["en"].strip() and not re.search(r"[\u3000-\u9fff\uff00-\uffef]", text["en"]), text


def test_what_completes_a_step_by_another_sheet_is_itself_walked():
    named = [turn.sheet for walk in WALKS for turn in walk.turns if turn.outcome == BY_SHEET]
    assert set(named) <= BY_NAME.keys() and len(BY_NAME) == len(WALKS)


@pytest.mark.parametrize("key", FORMS)
def test_nothing_is_preselected(key):
    assert [field.name for field in FORMS[key].fields.values() if field.default is not None] == []


@pytest.mark.parametrize("key", FORMS)
def test_every_way_of_ending_a_step_is_walked(key):
    """Every step is done in some walk, and sent back in some walk when it can be."""
    turns = [turn for walk in WALKS if walk.form == key for turn in walk.turns]
    done = {turn.step for turn in turns if turn.outcome in (DONE, BY_SHEET)}
    assert done == {step.name for step in FORMS[key].steps}
    sent_back = {turn.step for turn in turns if turn.outcome == RETURNED}
    able = {step.name for step in FORMS[key].steps if step.returns_to}
    assert able - sent_back <= ({"acceptance"} if key == "av-maintenance" else set())


@pytest.mark.parametrize("key", FORMS)
def test_every_choice_is_chosen_and_every_question_answered_in_some_walk(key):
    form, given = FORMS[key], Given()
    for walk in WALKS:
        if walk.form == key:
            given.add(form, walk)
    asked = {
        name
        for name, field in form.fields.items()
        if field.type not in ("note", "photos", "documents", "repeat")
    }
    assert asked - given.names <= UNASKED.get(key, set())


# The walks leave out what only adds a line to a sheet.
UNASKED = {
    "av-maintenance": {"phone", "address", "open_points", "filter_state", "microphone_batteries", "ups_battery_age",
        "dead_pixels", "dissatisfied_with", "comments"},
    "service-contact": {"open_points", "wear", "lamp_hours", "filter_state", "microphone_batteries", "ups_battery_age",
        "dead_pixels", "previous_sheet"},
    "fault-report": {"lines_and_interfaces_note", "drivers_and_software_note", "review_remark"},
    "machine-room-visit": {"visit_remarks"},
    "approval-request": {"settled_cost", "settled_why"},  # tests/web/completing/test_reviews.py: of a cost that is disputed
    "media-loan": {"ending_remarks"},
    "conference-support": {"remarks"},
}  # fmt: skip


@each(WALKS)
def test_each_step_is_complete_and_the_next_one_follows(walk):
    form, standing = FORMS[walk.form], {}
    for turn in walk.turns:
        step = next_step(form, standing)
        assert step and step.name == turn.step
        assert turn.who in whose(form, step, merged(standing))
        if turn.outcome == RETURNED:
            undo(form, standing, step.returns_to)
        else:
            standing[step.name] = completed(form, step, turn, merged(standing))
    assert ("open" if next_step(form, standing) else "closed") == walk.state


@each(WALKS)
def test_only_what_is_confidential_says_so(walk):
    form, given = FORMS[walk.form], first_answers(walk)
    rule = form.confidential
    says_so = rule if isinstance(rule, bool) else answers.conditions.holds(rule, given)
    assert says_so == walk.confidential


@each([walk for walk in WALKS if any(turn.offers or turn.opens for turn in walk.turns)])
def test_what_follows_is_what_the_form_says(walk):
    form, standing, before = FORMS[walk.form], {}, set()
    for turn in walk.turns:
        step = form.step(turn.step)
        if turn.outcome == RETURNED:
            undo(form, standing, step.returns_to)
        else:
            standing[turn.step] = completed(form, step, turn, merged(standing))
        now = {(each.form, each.by_itself) for each in form.opens if is_due(form, each, standing)}
        assert {key for key, by_itself in now - before if not by_itself} == set(turn.offers)
        assert {key for key, by_itself in now - before if by_itself} == set(turn.opens)
        before |= now


def test_what_is_carried_fits_where_it_goes():
    """A date goes to a date, devices to devices; words go wherever words go."""
    for form in FORMS.values():
        for opens in form.opens:
            there = FORMS[opens.form].fields
            for target, source in opens.carry.items():
                kind = form.fields[source].type if source in form.fields else "long_text"
                words = {"text", "long_text"} if "text" in kind else set()
                assert there[target].type in {kind} | words, target


def test_a_visitor_at_the_door_is_four_answers():
    request = FORMS["machine-room-visit"].step("request")
    given = {"client_name": "市政务服务中心", "room_name": "第一会议室"}  # the register's
    asked = [
        wrong.field.name
        for wrong in answers.problems_of_answers(FORMS["machine-room-visit"], request, given, {}, NOW)
    ]
    assert asked == ["visitor", "organisation", "purpose", "meeting"]


@pytest.mark.parametrize("meeting", ["important", "secret"])
def test_during_such_a_meeting_anyone_else_needs_a_reason(meeting):
    form = FORMS["machine-room-visit"]
    given = {"client_name": "甲", "room_name": "乙", "visitor": "丙", "organisation": "丁", "purpose": "戊"}
    assert missing(form, "request", given | {"meeting": meeting}) == ["visitor_is"]
    assert missing(form, "request", given | {"meeting": meeting, "visitor_is": "other"}) == ["special_case"]
    assert missing(form, "request", given | {"meeting": meeting, "visitor_is": "resident"}) == []


def test_a_secret_meeting_has_a_code_and_never_a_subject():
    form = FORMS["conference-support"]
    given = {"class": "secret", "subject": "机构调整"}
    assert "subject" not in answers.relevant_answers(form, form.step("preparing"), given, {})
    assert "meeting_code" in missing(form, "preparing", given)


@pytest.mark.parametrize(
    ("key", "step", "given"),
    [
        ("machine-room-visit", "approval", {"decision": "approved"}),
        ("media-loan", "approval", {"decision": "approved"}),
        ("overtime-request", "supervisor_approval", {"supervisor_decision": "approved"}),
        ("overtime-request", "hr_approval", {"hr_decision": "approved"}),
        ("approval-request", "supervisor_approval", {"supervisor_decision": "approved"}),
        ("approval-request", "manager_approval", {"manager_decision": "approved"}),
        ("parts-issue", "issue", {"decision": "approved"}),
    ],
)
def test_to_approve_is_one_tap_and_to_decline_needs_a_word(key, step, given):
    assert missing(FORMS[key], step, given) == []
    assert len(missing(FORMS[key], step, {name: "declined" for name in given})) == 1


# --- Helpers: entries folded as flow/record/folding.py does, without a database ---------------------------


def next_step(form: Definition, standing: dict) -> Step | None:
    given = merged(standing)
    left = (step for step in form.steps if step.name not in standing)
    return next((step for step in left if answers.step_relevant(form, step, given)), None)


def merged(standing: dict) -> dict:
    return {name: value for given in standing.values() for name, value in given.items()}


def undo(form: Definition, standing: dict, target: str) -> None:
    names = [step.name for step in form.steps]
    for name in names[names.index(target) :]:
        standing.pop(name, None)


def whose(form: Definition, step: Step, given: dict) -> set[str]:
    if step.by == "anyone":
        return {"", "chen", "wangjing"}
    if step.else_by and step.assignee not in given or step.other_than:
        return {WHO[step.else_by], WHO.get(step.by, "")}
    if step.by == "assignee":
        people = {id: login for login, id in KNOWN.items()}
        return {people[str(given[step.assignee]["id"])], ""}
    return {WHO[step.by]}


def completed(form: Definition, step: Step, turn: Turn, earlier: dict) -> dict:
    """What the step's entry holds; what is wrong with its answers fails here."""
    if turn.outcome != DONE:
        return {}
    body = MultiDict(posted(turn.body, KNOWN))
    given = {field.name: found(field, KINDS[field.type].read(body, field)) for field in form.fields_of(step)}
    given = {name: value for name, value in given.items() if value is not None}
    wrong = answers.problems_of_answers(form, step, given, earlier, NOW)
    assert [(each.field.name, each.sentence) for each in wrong] == []
    settled = answers.relevant_answers(form, step, given, earlier)
    assert given.keys() == settled.keys(), "a walk answers only what is asked"
    return settled


def found(field, value):
    """What the register would complete."""
    if field.fields:
        return [{c.name: found(c, row.get(c.name)) for c in field.fields} for row in value] if value else None
    if value and field.type == "user":
        return value | {"name": "某人"}
    if value and field.type == "devices":
        return [each | {"name": "设备", "category": "processor"} for each in value]
    if value and field.type == "part":
        return value | {"id": 5}
    return value


def first_answers(walk: Walk) -> dict:
    form, turn = FORMS[walk.form], walk.turns[0]
    return completed(form, form.step(turn.step), turn, {})


def is_due(form: Definition, opens, standing: dict) -> bool:
    """As flow/completing/follow_on_sheets.py decides."""
    given, turn = merged(standing), next_step(form, standing)
    waits = turn is not None and turn.name == opens.completes
    if not (waits if opens.completes else opens.after in standing):
        return False
    unsettled = any(
        KINDS[field.type].is_unsettled(given.get(name), field) for name, field in form.fields.items()
    )
    return (unsettled or not opens.unsettled) and answers.conditions.is_relevant(opens.relevant, given)


def missing(form: Definition, step: str, given: dict) -> list[str]:
    return [wrong.field.name for wrong in answers.problems_of_answers(form, form.step(step), given, {}, NOW)]


class Given:
    """The names of all questions answered, over walks."""

    def __init__(self):
        self.names: set[str] = set()

    def add(self, form: Definition, walk: Walk) -> None:
        standing: dict = {}
        for turn in walk.turns:
            if turn.outcome not in (RETURNED, DEEMED):
                standing[turn.step] = completed(form, form.step(turn.step), turn, merged(standing))
                self.names |= standing[turn.step].keys()


def texts_of(data):
    if isinstance(data, dict) and {"zh", "en"} <= data.keys():
        yield data
    elif isinstance(data, dict | list):
        for part in data.values() if isinstance(data, dict) else data:
            yield from texts_of(part)


# What the company's rules refuse


def refused(key: str, step: str, body: dict, earlier: dict | None = None) -> list[tuple[str, str]]:
    form = FORMS[key]
    found = answers.problems_of_answers(form, form.step(step), body, earlier, NOW)
    return [(wrong.field.name, wrong.sentence) for wrong in found]


def site(**changes) -> list[tuple[str, str]]:
    row = {"site": "城东", "identity": "checked", "scope": "view", "admission": "admitted"} | changes
    body = {"remote_sites": [row]}
    found = refused("conference-support", "meeting", body, {"video_conference": "yes"})
    return [each for each in found if each[0].startswith("remote_sites")]


@pytest.mark.parametrize("changes", [{"identity": "not_checked"}, {"scope": "none"}])
def test_a_site_unidentified_or_not_in_the_notice_is_not_simply_admitted(changes):
    assert site(**changes) == [("remote_sites.0.admission", "按前面的回答，“%(label)s”不能选“%(choice)s”。")]
    assert site(**changes, admission="refused") == []
    assert [name for name, _s in site(**changes, admission="exception")] == [
        "remote_sites.0.exception_reason"
    ]
    assert site(**changes, admission="exception", exception_reason="组织者电话同意") == []


def test_a_site_identified_and_in_the_notice_is_admitted():
    assert site() == [] and site(scope="listen") == []


def test_nobody_has_accepted_a_paper_before_it_was_sent():
    sent = {"item_kind": "document", "sent_item": "保密制度", "recipient": {"id": 3, "name": "陈志远"}}
    said = refused("document-receipt", "handing_out", sent | {"sent_on": at(1)[:10], "reply_by": at(-1)[:10]})
    assert said == [("sent_on", "“%(label)s”不能晚于现在。"), ("reply_by", "“%(label)s”不能早于现在。")]
    assert (
        refused("document-receipt", "handing_out", sent | {"sent_on": at(-9)[:10], "reply_by": at()[:10]})
        == []
    )
