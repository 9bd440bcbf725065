"""Whatever JSON an old draft, a default or a carried answer holds: a kind refuses it, or all its faces bear it."""

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from fieldforms import i18n
from fieldforms.forms.kinds import KINDS
from fieldforms.forms.kinds.checklist import CheckItem
from tests.forms.answers_of_kinds import EXAMPLES, NOW
from tests.forms.tiny import one_field

FIELDS = {
    kind: one_field(type=kind, **words).fields["answer"] for kind, (words, *_answer) in EXAMPLES.items()
}
KEYS = sorted({
    *(name for _words, value, *_said in EXAMPLES.values() if isinstance(value, dict) for name in value),
    *("not_applicable", "bulk", "photos", "strokes", "owner", "code", "category", "place", "site", "checked"),
})  # fmt: skip
TEXTS = (
    "",
    "7",
    "-1",
    "1.5",
    "NaN",
    "yes",
    "red",
    "handled",
    "unresolved",
    "2026-11-24",
    "2026-11-24T1٤:10",
    "0" * 64,
)
ATOMS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
ATOMS |= st.sampled_from(TEXTS) | st.text(max_size=6)
JSON = st.recursive(
    ATOMS,
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(st.sampled_from(KEYS), inside, max_size=5)
        | st.dictionaries(st.text(max_size=3), inside, max_size=2)
    ),
    max_leaves=8,
)


def damaged(value):
    """The answer as it is sealed, with any JSON in the place of some of it: nearer to what fits than a guess."""
    if isinstance(value, dict):
        changed = {name: damaged(each) for name, each in value.items()}
        return st.fixed_dictionaries({}, optional=changed | {"photos": JSON, "not_applicable": JSON}) | JSON
    if isinstance(value, list):
        return st.lists(st.one_of([damaged(each) for each in value[:2]]), max_size=3) | JSON
    return st.just(value) | JSON


@pytest.mark.parametrize("kind", sorted(EXAMPLES))  # test_kinds asks for an example of every kind
@settings(
    max_examples=150, derandomize=True, deadline=None, database=None, phases=[Phase.explicit, Phase.generate]
)
@given(data=st.data())
def test_a_kind_refuses_any_json_or_bears_it(kind, data):
    value = data.draw(damaged(EXAMPLES[kind][1]))
    if KINDS[kind].fits(value):
        look_at_all_faces(KINDS[kind], FIELDS[kind], value)


def look_at_all_faces(kind, field, value) -> None:
    kind.note(value)
    kind.is_unsettled(value, field)
    for lang in i18n.LANGUAGES:
        assert isinstance(kind.text(value, field, lang), str)
        kind.paper(value, field, lang)
        kind.xlsx(value, field, lang)
    if kind.is_answered(value):
        list(kind.check(value, field, {"answers": {}, "fields": {}, "now": NOW}))
    if isinstance(kind, CheckItem):
        kind.wrong(value)
        kind.normal_answer(value, 3)


@pytest.mark.parametrize("kind", sorted(EXAMPLES.keys() - {"note"}))
def test_its_own_example_fits(kind):
    assert KINDS[kind].fits(EXAMPLES[kind][1])


def test_a_minute_in_other_digits_is_no_minute():
    """strptime reads them, and what shows the answer does not."""
    kind, field = KINDS["datetime"], FIELDS["datetime"]
    assert kind.text("2026-11-24T1٤:10", field, "zh") == "2026-11-24T1٤:10"
