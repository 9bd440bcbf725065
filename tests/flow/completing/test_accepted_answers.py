"""Whatever is accepted can be sealed, folded, printed, indexed and read back equal."""

from datetime import date, datetime

import hypothesis
import pytest
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from fieldforms.errors import Invalid
from fieldforms.flow.completing import completion
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.flow.proof import verification
from fieldforms.flow.record import folding
from fieldforms.flow.sheets import record_sheets
from fieldforms.forms import questions
from fieldforms.forms.kinds import KINDS
from fieldforms.paper import pdf
from fieldforms.paper.sheet import blocks_of_form
from fieldforms.store import search
from fieldforms.store.models import Draft, Record
from tests.flow.completing.hands import NOVEMBER, seen

WORDS = st.text(st.characters(codec="utf-16"), max_size=20)
COUNTS = st.lists(st.integers(0, 99_999), min_size=2, max_size=2).map(lambda pair: sorted(pair, reverse=True))
GOOD = {
    "a_text": WORDS,
    "a_long_text": WORDS,
    "an_integer": st.integers(-5, 99).map(str),
    "a_decimal": st.decimals(0, 10**6, places=2).map(str),
    "a_date": st.dates(date(1900, 1, 1), date(2200, 12, 31)).map(str),
    "a_datetime": st.datetimes(datetime(1900, 1, 1), datetime(2200, 12, 31)).map(
        lambda moment: moment.isoformat(timespec="minutes")
    ),
    "a_phone": st.sampled_from(["0571-5555 0100", "13857100001", "+86 571 5555 0100 转 8021"]),
    "a_yes_no": st.sampled_from(["yes", "no"]),
    "a_choice": st.sampled_from(["red", "blue"]),
    "choices": st.lists(st.sampled_from(["tea", "milk"]), max_size=3),
    "a_person": st.sampled_from(["1", "2"]),
    "two_counts": COUNTS,
    "two_counts.note": WORDS,
    "cleaned": COUNTS,
    "normal_or_handled": st.sampled_from(["normal", "handled", "na"]),
    "normal_or_handled.note": WORDS,
    "some_devices.add": st.sampled_from(["", "the label"]),
}
BAD = {
    "a_text": st.text(min_size=21, max_size=30),
    "an_integer": st.sampled_from(["six", "1.5", "NaN", "-99", "１２３４"]),
    "a_decimal": st.sampled_from(["1e3", "1,5", "Infinity", "-1"]),
    "a_date": st.sampled_from(["morgen", "2026-02-30", "24-11"]),
    "a_phone": WORDS,
    "a_choice": WORDS,
    "a_person": st.sampled_from(["99", "somebody"]),
    "two_counts.first": st.sampled_from(["", "six", "-1"]),
    "normal_or_handled": st.sampled_from(["unresolved", "perfect", ""]),
    "some_devices": WORDS,
}


def posted(world, good: dict, bad: dict) -> MultiDict:
    body = MultiDict(good)
    for note in ("two_counts.note", "normal_or_handled.note"):
        if not good.get(note.removesuffix(".note")):
            body.poplist(note)  # a note is not yet a result
    for name in ("two_counts", "cleaned"):
        for part, number in zip(("first", "second"), good.get(name, ()), strict=False):
            body[f"{name}.{part}"] = str(number)
    if good.get("some_devices.add"):
        body["some_devices.add"] = world.office.code.code.lower()
    body.update(bad)
    return body


@hypothesis.settings(
    max_examples=60,
    suppress_health_check=[hypothesis.HealthCheck.function_scoped_fixture, hypothesis.HealthCheck.too_slow],
)
@hypothesis.given(
    st.fixed_dictionaries({}, optional=GOOD),
    st.just({}) | st.just({}) | st.fixed_dictionaries({}, optional=BAD),
)
def test_what_is_accepted_can_be_sealed_printed_found_and_read_back_equal(shared, good, bad):
    body = posted(shared, good, bad)
    new = drafts.start_draft(
        shared.actor("chen"),
        "kinds",
        {"client": shared.office.client.id},
        drafts.new_uuid(),
        drafts.new_uuid(),
    )
    answers = questions.read_answers(new.definition, new.step, body)
    row = drafts.save_draft(shared.actor("chen"), new, answers, 0, "t")
    assert Draft.get(Draft.uuid == row.uuid).answers == answers  # nothing typed is lost
    found = drafts.draft_to_fill(shared.actor("chen"), row.uuid)
    settled = drafts.answers_as_sealed(found, answers, shared.actor("chen").viewer)
    assert blocks_of_form(found.definition, answers, "zh")  # the check page of what is not yet right
    if drafts.problems_of_step(found, settled):
        assert bad
        with pytest.raises(Invalid):
            completion.complete(shared.actor("chen"), row.uuid, HandedIn(answers))
        return
    entry = completion.complete(shared.actor("chen"), row.uuid, HandedIn(answers)).entry
    record = seen(entry.number)
    assert folding.fold_entries(record.definition, record.entries).answers == settled
    assert list(verification.differences_of_record(entry.record)) == []
    assert entry.number in {
        each.number for each in Record.select().where(search.matches_words(entry.number, False))
    }
    for lang in ("zh", "en"):
        drawn = record_sheets.sheet_of_record(record, lang)
        assert [block.name for block in drawn.blocks] == ["all", "checklist"]
        for name, value in settled.items():
            field = record.definition.fields[name]
            assert KINDS[field.type].text(value, field, lang)
            assert isinstance(KINDS[field.type].xlsx(value, field, lang), str | int | float | date | None)


def test_a_full_sheet_of_every_kind_prints(shared):
    new = drafts.start_draft(
        shared.actor("chen"),
        "kinds",
        {"client": shared.office.client.id},
        drafts.new_uuid(),
        drafts.new_uuid(),
    )
    words = "🙂 𠮷 \u202e #let $x$ *b* _i_ `code` @ref <tag> \\ // /* */"
    answers = {
        "a_text": "#" * 20,
        "a_long_text": words,
        "normal_or_handled": {"result": "unresolved", "note": words},
    }
    row = drafts.save_draft(shared.actor("chen"), new, answers, 0, "t")
    entry = completion.complete(shared.actor("chen"), row.uuid, HandedIn(answers)).entry
    assert pdf.render_sheet(
        record_sheets.sheet_of_record(seen(entry.number), "zh"), timestamp_ms=NOVEMBER
    ).startswith(b"%PDF")
