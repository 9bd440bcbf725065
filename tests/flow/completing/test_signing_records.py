"""The client's part: what a signature is bound to, and who may not give it."""

from dataclasses import replace

import pytest

from fieldforms.errors import Completed, Invalid, NotFound, SheetChanged, SignatureNeeded, SignerNeeded
from fieldforms.flow.completing import completion
from tests.flow.completing.hands import ACCEPTED, acceptance, seen, sign, signer_of
from tests.people import STROKES

DOT = "10000_8000_1_50"
YI = "6000_9000_1_0_8000_-200_89_0"  # 一, a straight stroke


def test_a_signed_sheet_is_closed(shared):
    entry = sign(shared, shared.waiting_sheet())
    found = seen(entry.number)
    assert (found.row.state, found.row.outcome, found.row.unsigned) == ("closed", "done", False)
    assert found.entries[1].facts["signer"] == "丁一"
    assert found.entries[1].facts["signature"]["method"] == "drawn"
    assert found.entries[1].facts["consent"]["version"] == "1"


def test_a_signature_is_bound_to_what_was_shown(shared):
    shown = shared.waiting_sheet()
    entry = sign(shared, shown, phone_at=1_795_500_000_000)
    payload = seen(entry.number).entries[1].payload
    assert payload["shown"] == shown.digest
    assert payload["phone_at"] == 1_795_500_000_000
    assert payload["sealed_at"] == entry.sealed_at


def test_the_way_it_was_signed_is_sealed_with_the_evidence(shared):
    entry = seen(sign(shared, shared.waiting_sheet()).number).entries[1]
    assert entry.payload["way"] == "handed_over"
    assert entry.facts["evidence"]["address"] == "203.0.113.7"
    assert entry.facts["evidence"]["handed_over_by"] == "陈志远"


@pytest.mark.parametrize("shown", ["", "another sheet"])
def test_a_client_who_was_shown_another_sheet_signs_nothing(shared, shown):
    with pytest.raises(SheetChanged):
        sign(shared, shared.waiting_sheet(), shown=shown)


@pytest.mark.parametrize(
    "strokes", ["", DOT, f"{DOT} {DOT}", "1_2_3", "丁", f"{STROKES} a_1_1_1", "1" * 20, "[]"]
)
def test_a_dot_is_no_signature(shared, strokes):
    with pytest.raises(SignatureNeeded):
        sign(shared, shared.waiting_sheet(), strokes=strokes)


@pytest.mark.parametrize("strokes", [STROKES, YI])
def test_ding_and_a_straight_stroke_are_signatures(shared, strokes):
    entry = sign(shared, shared.waiting_sheet(), strokes=strokes)
    assert entry.outcome == "done"


def test_a_name_may_be_typed_instead_of_drawn(shared):
    entry = sign(shared, shared.waiting_sheet(), typed=True, strokes="")
    assert seen(entry.number).entries[1].facts["signature"] == {"method": "typed", "strokes": None}


@pytest.mark.parametrize("values", [{"signer": ""}, {"signer": "", "typed": True, "strokes": ""}])
def test_nobody_signs_without_a_name(shared, values):
    with pytest.raises(SignerNeeded):
        sign(shared, shared.waiting_sheet(), **values)


def test_the_clients_answers_are_checked(shared):
    with pytest.raises(Invalid) as invalid:
        sign(shared, shared.waiting_sheet(), answers={"satisfaction": "dissatisfied"})
    assert [wrong.field.name for wrong in invalid.value.problems] == ["accessories", "dissatisfied_with"]


@pytest.mark.parametrize("more", [{"dissatisfied_with": ["speed"]}, {"comments": "等了两天"}])
def test_dissatisfied_asks_for_a_reason_or_a_comment(shared, more):
    assert sign(shared, shared.waiting_sheet(), answers=ACCEPTED | {"satisfaction": "dissatisfied"} | more)


def test_the_same_signature_twice_is_one(shared):
    waiting = shared.waiting_sheet()
    signer, draft = signer_of(shared, waiting)
    given = acceptance(waiting, page_secret="what only the signer's page knows")
    first = completion.complete(signer, draft.uuid, given).entry
    assert completion.complete(signer, draft.uuid, given).entry.id == first.id
    with pytest.raises(Completed):
        completion.complete(signer, draft.uuid, replace(given, signer="王五"))
    for secret in ("", "short", "what another page knows, and nobody else"):
        with pytest.raises(Completed):
            completion.complete(signer, draft.uuid, replace(given, page_secret=secret))


def test_what_was_signed_before_pages_had_secrets_cannot_be_tried_out(shared):
    waiting = shared.waiting_sheet()
    signer, draft = signer_of(shared, waiting)
    given = acceptance(waiting)
    assert completion.complete(signer, draft.uuid, given) and not given.page_secret
    with pytest.raises(Completed):
        completion.complete(signer, draft.uuid, given)


@pytest.mark.parametrize("login", ["chen", "sunmin", "gao", "admin"])
def test_staff_cannot_sign_for_the_client(shared, login):
    waiting = shared.waiting_sheet()
    _signer, draft = signer_of(shared, waiting)
    with pytest.raises(NotFound):
        completion.complete(shared.actor(login), draft.uuid, acceptance(waiting))


def test_as_signature_cannot_be_put_under_b(shared):
    a, b = shared.waiting_sheet(), shared.waiting_sheet()
    signer, _draft = signer_of(shared, a)
    _signer, draft_of_b = signer_of(shared, b)
    with pytest.raises(NotFound):
        completion.complete(signer, draft_of_b.uuid, acceptance(a))
