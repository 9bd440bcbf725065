"""A record is its entries folded: which steps stand, whose turn it is. Pure: no database."""

from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest

from fieldforms.flow.record import folding
from tests.forms.tiny import DEFINITIONS

FORM = DEFINITIONS["steps"]


@dataclass
class Said:
    """An entry as far as folding looks at it."""

    step: str
    outcome: str = folding.DONE
    answers: dict = field(default_factory=dict)
    payload: dict = field(default_factory=dict)
    row: SimpleNamespace = field(default_factory=SimpleNamespace)


REPAIR = Said("ask", answers={"needs_repair": "yes", "engineer": {"id": 3, "name": "陈志远"}})
NO_REPAIR = Said("ask", answers={"needs_repair": "no", "engineer": None})
REPAIRED = Said("repair", answers={"remedy": "换了保险"})
SIGNED = Said("sign", answers={"rating": "good"})
APPROVED = Said("approve", answers={"remark": None})


def returned(step="sign", to="ask"):
    return Said(step, folding.RETURNED, payload={"returned_to": to})


def turn(*entries) -> str:
    found = folding.fold_entries(FORM, entries)
    return found.turn.name if found.turn else found.state


@pytest.mark.parametrize(
    ("entries", "next_is"),
    [
        ([], "ask"),
        ([REPAIR], "repair"),
        ([NO_REPAIR], "sign"),  # a step that is not relevant is skipped
        ([REPAIR, REPAIRED], "sign"),
        ([REPAIR, REPAIRED, SIGNED], "approve"),
        ([REPAIR, REPAIRED, SIGNED, APPROVED], "closed"),
        ([REPAIR, REPAIRED, Said("sign", folding.REFUSED)], "approve"),
        ([REPAIR, REPAIRED, returned()], "ask"),
        (
            [REPAIR, REPAIRED, returned(), REPAIR],
            "repair",
        ),  # what came after the undone step is undone with it
        ([REPAIR, REPAIRED, returned(), NO_REPAIR], "sign"),
        ([REPAIR, REPAIRED, returned(to="repair")], "repair"),
        ([REPAIR, Said("repair", folding.CANCELLED)], "cancelled"),
        ([REPAIR, REPAIRED, SIGNED, Said("approve", folding.CANCELLED)], "cancelled"),
        (
            [REPAIR, Said("ask", folding.MERGED, {"needs_repair": "no"})],
            "repair",
        ),  # tells, but decides nothing
        ([REPAIR, REPAIRED, SIGNED, APPROVED, Said("approve", folding.ERASED)], "closed"),
    ],
)
def test_whose_turn_it_is(entries, next_is):
    assert turn(*entries) == next_is


@pytest.mark.parametrize(
    ("entries", "redone"),
    [
        ([REPAIR, REPAIRED], {}),
        ([REPAIR, REPAIRED, returned()], {"ask": REPAIR, "repair": REPAIRED}),
        ([REPAIR, REPAIRED, returned(), REPAIR], {"repair": REPAIRED}),
        ([REPAIR, REPAIRED, returned(), NO_REPAIR], {}),  # passed by: nobody will repair it again
        ([REPAIR, REPAIRED, returned(), REPAIR, REPAIRED], {}),
        ([REPAIR, REPAIRED, returned(), Said("ask", folding.CANCELLED)], {"ask": REPAIR, "repair": REPAIRED}),
    ],
)
def test_what_went_back_counts_until_it_is_said_anew(entries, redone):
    assert folding.fold_entries(FORM, entries).redone == redone


def test_what_went_back_is_told_but_decides_nothing():
    found = folding.fold_entries(FORM, [REPAIR, REPAIRED, returned(), NO_REPAIR])
    assert found.told_answers == found.answers == {"needs_repair": "no"}
    found = folding.fold_entries(FORM, [REPAIR, REPAIRED, returned(to="repair")])
    assert found.told_answers == found.answers | {"remedy": "换了保险"}
    assert "remedy" not in found.answers and not found.is_unsigned


def test_answers_are_those_that_stand():
    found = folding.fold_entries(FORM, [REPAIR, REPAIRED, returned(), NO_REPAIR, SIGNED])
    assert found.answers == {"needs_repair": "no", "rating": "good"}


def test_what_a_step_may_look_at_is_what_came_before_it():
    found = folding.fold_entries(FORM, [REPAIR, REPAIRED, SIGNED])
    assert folding.answers_before(FORM, found, FORM.step("repair")) == {
        "needs_repair": "yes",
        "engineer": {"id": 3, "name": "陈志远"},
    }
    assert folding.answers_before(FORM, found, FORM.step("ask")) == {}


def test_the_assignee_is_the_person_an_earlier_step_names():
    found = folding.fold_entries(FORM, [REPAIR])
    assert folding.assignee_of_step(FORM, FORM.step("repair"), found.answers) == 3
    assert folding.assignee_of_step(FORM, FORM.step("sign"), found.answers) is None
    assert folding.assignee_of_step(FORM, FORM.step("repair"), {"engineer": "somebody"}) is None


@pytest.mark.parametrize(
    ("entries", "unsigned"),
    [
        ([], False),
        ([NO_REPAIR], True),
        ([NO_REPAIR, SIGNED], True),  # the lead's signature is still missing
        ([NO_REPAIR, SIGNED, APPROVED], False),
        ([NO_REPAIR, SIGNED, Said("approve", folding.REFUSED)], True),
        ([NO_REPAIR, SIGNED, Said("approve", folding.ABSENT)], True),
        ([NO_REPAIR, SIGNED, Said("approve", folding.PAPER)], False),
        ([NO_REPAIR, Said("sign", folding.REFUSED), APPROVED], True),
    ],
)
def test_a_sheet_without_every_signature_never_counts_as_signed(entries, unsigned):
    assert folding.fold_entries(FORM, entries).is_unsigned is unsigned


def test_a_signature_names_the_newest_entry_that_changed_what_is_shown():
    first, second = (
        Said("ask", row=SimpleNamespace(digest="a")),
        Said("repair", row=SimpleNamespace(digest="b")),
    )
    later = Said("ask", folding.MERGED, row=SimpleNamespace(digest="c"))
    erased = Said("ask", folding.ERASED, row=SimpleNamespace(digest="d"))
    assert folding.fold_entries(FORM, [first, second, later, erased]).shown_digest == "b"
    assert folding.fold_entries(FORM, []).shown_digest == ""
