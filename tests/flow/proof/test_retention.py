"""What a form does not keep for ever goes by itself, as an event; number, entries and seals stay."""

import pytest

from fieldforms.errors import BadDefinition
from fieldforms.flow.errands.errands import ERRANDS
from fieldforms.flow.proof import retention, verification
from fieldforms.forms.checker import check
from fieldforms.forms.loading import definition_of_data
from fieldforms.store import clock
from fieldforms.store.library import definitions
from fieldforms.store.models import Audit, Entry, Retention
from tests.flow.completing.hands import seen
from tests.flow.proof.hands import dump

KEEP = {"months": 36, "erase": ["contact", "phone", "comments", "signer", "signature", "evidence"]}
GONE = ("徐明", "丁一", "字幕机也请看看")
MONTH = 31 * clock.DAY_MS


def with_rule(keep: dict | None, key: str = "service-contact"):
    source = definitions.read_definition(definitions.current_version(key)).source
    return definition_of_data(
        {name: said for name, said in source.items() if name != "keep"} | ({"keep": keep} if keep else {})
    )


def publish_rule(keep: dict | None, key: str = "service-contact") -> None:
    definitions.publish_definition(with_rule(keep, key))


def run_errand() -> None:
    ERRANDS["outlived"].do({})


def is_whole() -> bool:
    return list(verification.every_difference()) == []


def test_after_its_months_the_named_answers_are_gone_and_all_else_stays(world):
    entry, other = world.signed_sheet(contact="徐明"), world.waiting_sheet("zhou", world.university)
    publish_rule(KEEP)
    before = [row.digest for row in Entry.select().order_by(Entry.id)]
    with clock.pretend_now(clock.now() + 37 * MONTH):
        assert retention.erase_outlived() == [entry.number]
    found = seen(entry.number)
    assert found.row.state == "closed" and found.row.satisfaction == "very_satisfied"
    assert (
        found.entries[0].answers["request"] == "会议室话筒有杂音"
        and "contact" not in found.entries[0].answers
    )
    assert found.entries[-1].outcome == "erased" and "36 个月" in found.entries[-1].facts["reason"]
    assert [row.digest for row in Entry.select().order_by(Entry.id)][: len(before)] == before
    said = "".join(str(each.answers) + str(each.facts) for each in found.entries)
    assert not [word for word in GONE if word in said]
    assert "字幕机也请看看" not in dump() and "丁一" not in dump()
    assert is_whole() and seen(other.number).entries[0].answers["contact"] == "林岚"
    assert Audit.select().where(Audit.action == "entry.erased", Audit.actor.is_null()).count() == 1


def test_before_that_nothing_goes(world):
    entry = world.signed_sheet()
    publish_rule(KEEP)
    with clock.pretend_now(clock.now() + 35 * MONTH):
        assert retention.erase_outlived() == []
    assert seen(entry.number).entries[0].answers["contact"] and not Retention.select().exists()


def test_once_is_enough(world):
    world.signed_sheet()
    publish_rule(KEEP)
    with clock.pretend_now(clock.now() + 37 * MONTH):
        run_errand()
        entries = Entry.select().count()
        run_errand()
        assert Entry.select().count() == entries and is_whole()


def test_a_stricter_rule_is_applied_to_what_is_there(world):
    """To sheets of earlier versions, too: how long something is kept is decided today."""
    entry = world.signed_sheet()
    publish_rule(KEEP | {"erase": ["comments"]})
    with clock.pretend_now(clock.now() + 37 * MONTH):
        assert retention.erase_outlived() == [entry.number]
        publish_rule(KEEP)
        assert retention.erase_outlived() == [entry.number]
    assert "contact" not in seen(entry.number).entries[0].answers and is_whole()


def test_a_sheet_was_closed_when_it_was_closed_and_not_when_something_was_erased(world):
    entry = world.signed_sheet()
    closed = seen(entry.number).row.closed_at
    publish_rule(KEEP)
    with clock.pretend_now(clock.now() + 37 * MONTH):
        run_errand()
    assert seen(entry.number).row.closed_at == closed == entry.sealed_at


def test_an_open_sheet_is_kept_however_old(world):
    entry = world.waiting_sheet()
    publish_rule(KEEP)
    with clock.pretend_now(clock.now() + 99 * MONTH):
        assert retention.erase_outlived() == []
    assert seen(entry.number).entries[0].answers["contact"]


def test_a_form_without_a_rule_keeps_everything(world):
    entry = world.signed_sheet()
    with clock.pretend_now(clock.now() + 99 * MONTH):
        assert retention.erase_outlived() == []
    assert seen(entry.number).entries[1].facts["signer"]


def test_what_a_person_had_erased_before_is_no_trouble(world):
    from fieldforms.flow.proof import erasures

    entry = world.signed_sheet()
    erasures.erase_answers(world.actor("admin"), entry.number, 2, ["signer"], "本人要求")
    publish_rule(KEEP)
    with clock.pretend_now(clock.now() + 37 * MONTH):
        assert retention.erase_outlived() == [entry.number]
    assert is_whole()


@pytest.mark.parametrize(
    "keep",
    [
        "36 months", {"months": 36}, {"erase": ["contact"]}, {"months": 0, "erase": ["contact"]},
        {"months": 601, "erase": ["contact"]}, {"months": True, "erase": ["contact"]}, {"months": 36, "erase": []},
        {"months": "36", "erase": ["contact"]}, {"months": 36, "erase": ["contact"], "and": 1}, {"months": 36, "erase": [1]},
    ],
)  # fmt: skip
def test_a_rule_that_says_nothing_clear_is_refused(world, keep):
    source = definitions.read_definition(definitions.current_version("service-contact")).source
    with pytest.raises(BadDefinition):
        definition_of_data(source | {"keep": keep})


def test_a_rule_names_fields_of_its_form(world):
    (mistake,) = check(with_rule(KEEP | {"erase": ["contact", "conntact"]}))
    assert mistake[2] == {"word": "keep", "name": "conntact"}
