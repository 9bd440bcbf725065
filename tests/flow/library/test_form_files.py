"""Publishing forms: what the files say counts, and what was begun stays readable."""

from dataclasses import replace

import pytest

from fieldforms import config
from fieldforms.errors import BadDefinition, NotAllowed, NotFound
from fieldforms.flow.completing import completion
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.flow.library import form_files, form_publishing
from fieldforms.flow.register import register_columns
from fieldforms.forms import checker
from fieldforms.store import scope
from fieldforms.store.library import definitions
from fieldforms.store.models import Audit, FormVersion
from fieldforms.store.record import records
from tests.flow.library.hands import FAULT, SURVEY, TINY
from tests.forms.tiny import in_words


def versions() -> list[tuple[int, bool]]:
    """(version, in use) of the organisation's own form."""
    rows = FormVersion.select().where(FormVersion.key == "tiny-visit").order_by(FormVersion.version)
    return [(row.version, row.retired_at is None) for row in rows]


@pytest.fixture
def file(world, settings, tmp_path):
    """The organisation's own form, published."""
    config.use(replace(settings, forms=tmp_path))
    path = tmp_path / "tiny-visit.toml"
    path.write_text(TINY)
    form_files.publish_all()
    return path


def test_a_form_put_back_to_what_it_was_is_that_version_again(file):
    file.write_text(TINY.replace("来访人", "访客"))
    form_files.publish_all()
    assert (
        definitions.read_definition(definitions.current_version("tiny-visit")).fields["visitor"].label["zh"]
        == "访客"
    )
    file.write_text(TINY)
    form_files.publish_all()
    assert (
        definitions.read_definition(definitions.current_version("tiny-visit")).fields["visitor"].label["zh"]
        == "来访人"
    )
    assert versions() == [(1, True), (2, False)]
    file.write_text(TINY.replace("来访人", "访客"))
    form_files.publish_all()
    assert definitions.current_version("tiny-visit").version == 2
    lines = [(line.action, line.detail) for line in Audit.select().where(Audit.ref == "tiny-visit")]
    assert lines == [("definition.publish", {"version": n}) for n in (1, 2, 1, 2)]


def test_a_form_whose_file_is_gone_begins_no_more_and_its_sheets_stay(world, file):
    actor, about = world.actor("chen"), {"client": world.office.client.id}
    new = drafts.start_draft(actor, "tiny-visit", about, drafts.new_uuid(), drafts.new_uuid())
    drafts.save_draft(actor, new, {"visitor": "丁一"}, 0, "tests")
    file.unlink()
    form_files.publish_all()
    assert versions() == [(1, False)]
    assert definitions.current_version("service-contact")
    with pytest.raises(NotFound):
        drafts.start_draft(actor, "tiny-visit", about, drafts.new_uuid(), drafts.new_uuid())
    entry = completion.complete(actor, new.draft.uuid, HandedIn({"visitor": "丁一"})).entry
    assert records.by_uuid(scope.SYSTEM, entry.record).entries[0].answers == {"visitor": "丁一"}
    file.write_text(TINY)
    form_files.publish_all()
    assert versions() == [(1, True)]


def test_who_publishes_first_only_changes_nothing_that_is_published(file, settings):
    config.use(settings)  # without the organisation's folder
    form_files.publish_first()
    assert versions() == [(1, True)]
    FormVersion.update(retired_at=1).execute()
    form_files.publish_first()
    assert definitions.current_version("service-contact")
    assert versions() == [(1, False)]


# What only the whole library and the register can tell

BACK = FAULT.replace("fault-report", "service-contact") + "by_itself = true\n"
WRONG = {
    "a number of another form": (TINY.replace('"TV"', '"FW"'), "tiny-visit", "FW 已经由 service-contact 使用"),
    "a source nobody knows": (
        TINY.replace('type = "text"', 'type = "text"\nfrom = "client.colour"'),
        "tiny-visit › visit › visitor", "from 不认识 client.colour",
    ),
    "rows as a single answer": (
        TINY.replace('type = "text"', 'type = "text"\nfrom = "room.modes"'),
        "tiny-visit › visit › visitor", "from 不认识 room.modes",
    ),
    "a device as a text": (
        TINY.replace('type = "text"', 'type = "text"\nfrom = "device.code"'),
        "tiny-visit › visit › visitor", "只能写在 devices 字段上",
    ),
    "a name as a device": (
        TINY.replace('type = "text"', 'type = "devices"\nfrom = "device.name"'),
        "tiny-visit › visit › visitor", "devices 字段的 from 不能是 device.name",
    ),
    "a day as a time": (
        TINY.replace('type = "text"', 'type = "datetime"\nfrom = "today"'),
        "tiny-visit › visit › visitor", "要写 now",
    ),
    "suggestions nobody has": (
        TINY.replace('type = "text"', 'type = "text"\nsuggest = "client.pets"'),
        "tiny-visit › visit › visitor", "suggest 不认识 client.pets",
    ),
    "a form that does not exist": (
        TINY + FAULT.replace("fault-report", "moon-report"), "tiny-visit › moon-report", "没有名为 moon-report 的表单",
    ),
    "a field that does not exist there": (
        TINY + FAULT + 'carry = { colour = "visitor" }', "tiny-visit › fault-report", "第一步没有字段 colour",
    ),
    "a given field that does not exist there": (
        TINY + FAULT + 'given = { colour = "red" }', "tiny-visit › fault-report", "第一步没有字段 colour",
    ),
    "a kind that does not fit": (
        TINY + FAULT + 'carry = { faulty_devices = "visitor" }',
        "tiny-visit › fault-report.carry", "visitor（text）不能带到 faulty_devices（devices）",
    ),
    "words where none fit": (
        TINY + FAULT + 'carry = { faulty_devices = "unsettled" }',
        "tiny-visit › fault-report.carry", "unsettled 是文字",
    ),
    "a choice that does not exist there": (
        TINY + FAULT + 'given = { urgency = "whenever" }', "tiny-visit › fault-report.given", "没有选项 whenever",
    ),
    "a field behind what it reaches": (
        TINY + FAULT + 'by_itself = true\nthrough = "checks"\ngiven = { instructions = "x" }',
        "tiny-visit › fault-report", "到 through 为止的步骤没有字段 instructions",
    ),
    "a step to reach that is not there": (
        TINY + FAULT + 'by_itself = true\nthrough = "moon"', "tiny-visit › fault-report", "没有步骤 moon",
    ),
    "a reach over what no page fills": (
        TINY + FAULT + 'by_itself = true\nthrough = "acceptance"',
        "tiny-visit › fault-report", "through 到不了要签字或没有内容的步骤",
    ),
    "a reach that nobody opens": (
        TINY + FAULT + 'through = "checks"', "tiny-visit › fault-report", "through 只用于 by_itself 的单",
    ),
    "a ring": (
        TINY + FAULT.replace("fault-report", "tiny-visit") + "by_itself = true",
        "tiny-visit", "tiny-visit → tiny-visit",
    ),
    "a surveyed note that the register does not learn": (
        SURVEY.replace("device.brand", "device.note"),
        "tiny-visit › registration › seen", "takes_over 不会把 device.note 记入设备登记",
    ),
    "a surveyed day that the register does not learn": (
        SURVEY.replace("device.brand", "device.warranty_until"),
        "tiny-visit › registration › seen", "takes_over 不会把 device.warranty_until 记入设备登记",
    ),
    "a label to be typed over by which another device would change": (
        SURVEY.replace("device.brand", "device.label"),
        "tiny-visit › registration › seen", "takes_over 不会把 device.label 记入设备登记",
    ),
    "an ending that cannot be": (
        TINY + FAULT + 'completed_if = { moon = "full" }', "tiny-visit › fault-report.completed_if", "没有名为 moon",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", WRONG)
def test_a_file_anywhere_is_checked_against_the_whole_library(tmp_path, what):
    text, place, sentence = WRONG[what]
    path = tmp_path / "tiny-visit.toml"
    path.write_text(text)
    found = in_words(form_files.mistakes_of_files([path]))
    assert [where for where, said in found if sentence in said] == [place], found


SURVEYED = [
    f'from = "{source}"' for source in (*register_columns.SURVEYED_SOURCES, "device.years", "room.name")
]


@pytest.mark.parametrize("said", [*SURVEYED, 'from = "device.note"\nread_only = true'])
def test_a_survey_asks_for_what_is_taken_over_and_shows_the_rest(tmp_path, said):
    path = tmp_path / "tiny-visit.toml"
    path.write_text(SURVEY.replace('from = "device.brand"', said))
    assert in_words(form_files.mistakes_of_files([path])) == []


def test_a_choice_that_the_following_sheet_does_not_know_is_named(tmp_path):
    choices = 'type = "select_one"\nchoices = [{ name = "soon", label = { zh = "快", en = "Soon" } }]'
    path = tmp_path / "tiny-visit.toml"
    path.write_text(TINY.replace('type = "text"', choices) + FAULT + 'carry = { urgency = "visitor" }')
    assert in_words(form_files.mistakes_of_files([path])) == [
        ("tiny-visit › fault-report.carry", "urgency 没有 visitor 的 soon")
    ]


def test_a_ring_through_other_forms_is_named(tmp_path):
    """The contact sheet opens the fault report by itself: it must not lead back there."""
    path = tmp_path / "fault-report.toml"
    path.write_text(TINY.replace("tiny-visit", "fault-report").replace('"TV"', '"GZ"') + BACK)
    said = [sentence for _place, sentence in in_words(form_files.mistakes_of_files([path]))]
    assert any("fault-report → service-contact → fault-report" in each for each in said), said


def test_an_own_form_that_breaks_what_others_carry_into_it_is_named(tmp_path):
    path = tmp_path / "fault-report.toml"
    path.write_text(TINY.replace("tiny-visit", "fault-report").replace('"TV"', '"GZ"'))
    found = in_words(form_files.mistakes_of_files([path]))
    assert ("av-maintenance › fault-report", "fault-report 的第一步没有字段 symptom") in found
    assert ("service-contact › fault-report", "fault-report 到 through 为止的步骤没有字段 symptom") in found
    assert all("fault-report" in place for place, _said in found)


def test_a_file_that_is_no_toml_is_named(tmp_path):
    path = tmp_path / "tiny-visit.toml"
    path.write_text("key = ")
    assert [place for place, _said in in_words(form_files.mistakes_of_files([path]))] == ["tiny-visit.toml"]


def test_a_start_refuses_a_file_that_does_not_fit_the_others(file):
    file.write_text(TINY + FAULT.replace("fault-report", "moon-report"))
    with pytest.raises(BadDefinition, match="moon-report"):
        form_files.publish_all()
    assert versions() == [(1, True)]


def test_what_an_older_release_took_does_not_keep_a_newer_one_from_starting(file, monkeypatch):
    """It is named where forms are looked at; what says something new is judged by the rules of today."""
    stricter = [("tiny-visit", "自某版起不再允许", {})]
    monkeypatch.setattr(checker, "check", lambda form: stricter if form.key == "tiny-visit" else [])
    form_files.publish_all()
    assert versions() == [(1, True)]
    assert ("tiny-visit", "自某版起不再允许") in in_words(form_files.mistakes_of_files())
    file.write_text(TINY.replace("来访人", "访客"))
    with pytest.raises(BadDefinition):
        form_files.publish_all()
    assert versions() == [(1, True)]


# Publishing, retiring, putting back


def test_an_administrator_publishes_what_a_file_says_now(world, file):
    admin = world.actor("admin")
    file.write_text(TINY.replace("来访人", "访客"))
    waiting = form_publishing.form_for_admin(admin, "tiny-visit")
    assert (waiting.is_waiting, waiting.own, waiting.in_use.version) == (True, True, 1)
    assert form_publishing.publish_form(admin, "tiny-visit").version == 2
    assert not form_publishing.form_for_admin(admin, "tiny-visit").is_waiting
    assert form_publishing.publish_form(admin, "tiny-visit").version == 2
    lines = [line.actor_id for line in Audit.select().where(Audit.ref == "tiny-visit")]
    assert lines == [None, admin.user_id], "published once, whoever taps twice"


def test_a_file_with_mistakes_is_not_published(world, file):
    admin = world.actor("admin")
    file.write_text(TINY.replace('"technician"', '"boss"'))
    wrong = form_publishing.form_for_admin(admin, "tiny-visit").mistakes
    assert in_words(wrong) == [("tiny-visit › visit", "by 不认识 boss")]
    with pytest.raises(BadDefinition):
        form_publishing.publish_form(admin, "tiny-visit")
    assert versions() == [(1, True)]


def test_a_form_that_somebody_retired_stays_so_over_a_start_and_is_put_back(world, file):
    admin = world.actor("admin")
    form_publishing.retire_form(admin, "tiny-visit")
    form_files.publish_all()
    assert versions() == [(1, False)]
    form = form_publishing.form_for_admin(admin, "tiny-visit")
    assert (form.by_hand, form.is_waiting, form.in_use) == (True, False, None)
    with pytest.raises(NotFound):
        form_publishing.retire_form(admin, "tiny-visit")
    form_publishing.put_form_back(admin, "tiny-visit")
    assert versions() == [(1, True)]
    form_files.publish_all()
    assert versions() == [(1, True)]
    with pytest.raises(NotFound):
        form_publishing.put_form_back(admin, "tiny-visit")


def test_what_is_put_back_is_what_counted_last(world, file):
    admin = world.actor("admin")
    file.write_text(TINY.replace("来访人", "访客"))
    form_publishing.publish_form(admin, "tiny-visit")
    file.write_text(TINY)
    form_publishing.publish_form(admin, "tiny-visit")
    assert versions() == [(1, True), (2, False)]
    FormVersion.update(retired_at=5).where(
        FormVersion.version == 2, FormVersion.key == "tiny-visit"
    ).execute()
    form_publishing.retire_form(admin, "tiny-visit")
    assert form_publishing.put_form_back(admin, "tiny-visit").version == 1
    assert versions() == [(1, True), (2, False)]


@pytest.mark.parametrize(
    "verb", [form_publishing.publish_form, form_publishing.retire_form, form_publishing.put_form_back]
)
def test_only_administrators_publish_and_retire(world, file, verb):
    for login in ("gao", "chen", "sunmin", "shen", "wangjing"):
        with pytest.raises(NotAllowed):
            verb(world.actor(login), "tiny-visit")
    with pytest.raises(NotFound):
        verb(world.actor("admin"), "moon")
    assert versions() == [(1, True)]
