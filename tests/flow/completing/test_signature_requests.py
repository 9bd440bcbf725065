"""The phone in the client's hands, and the link to the client's own phone: one signature, once."""

from functools import partial

import pytest

from fieldforms.errors import Completed, LinkDead, NotAllowed, NotFound, NotYourTurn, SheetChanged
from fieldforms.flow.completing import completion, record_events, signature_requests
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import folding
from fieldforms.store import clock, scope
from fieldforms.store.completing import links
from fieldforms.store.filling.drafts import for_writing, open_at
from fieldforms.store.models import Draft, Entry, Link, Session
from fieldforms.store.people import sessions
from fieldforms.store.record import records
from tests import audit_lines
from tests.people import STROKES
from tests.shared import at_once, during

PAGE = "what only the signer's page knows"
ACCEPTED = {"accessories": "yes", "satisfaction": "satisfied"}


def acceptance(entry: Entry, **values) -> HandedIn:
    return HandedIn(
        **{
            "answers": ACCEPTED,
            "signer": "丁一",
            "strokes": STROKES,
            "shown": entry.digest,
            "page_secret": PAGE,
            **values,
        }
    )


def link_for(world, entry) -> tuple[Link, str, Actor]:
    """A link, its token, and the client who opened it."""
    link, token = signature_requests.make_signing_link(world.actor("chen"), entry.number)
    return link, token, Actor(None, "link", "198.51.100.4", extra={"draft": link.draft})


def sent_back(world, waiting) -> None:
    """Taken back, and completed again: the client was shown something else."""
    draft = record_events.recall_sheet(world.actor("chen"), waiting.number, "写错了")
    completion.complete(world.actor("chen"), draft.uuid, HandedIn(draft.answers))


# The phone is handed over


def test_a_handed_over_session_reaches_the_one_draft(shared):
    waiting = shared.waiting_sheet()
    session, _token = sessions.begin_session(shared.users["chen"], "Android", True, "127.0.0.1")
    draft = signature_requests.hand_phone_over(
        Actor(shared.users["chen"], session_id=session.id), waiting.number
    )
    assert Session.get_by_id(session.id).handed_draft == draft.uuid
    assert draft.step == "acceptance"
    assert audit_lines.lines_about(waiting.number)[-1].action == "session.hand_over"
    assert signature_requests.record_number_of_draft(draft.uuid) == waiting.number


@pytest.mark.parametrize(
    "verb",
    [
        signature_requests.hand_phone_over,
        signature_requests.make_signing_link,
        signature_requests.revoke_signing_links,
        signature_requests.signer_draft,
    ],
)
def test_only_who_brings_a_sheet_to_its_signature_does(shared, verb):
    waiting = shared.waiting_sheet()
    for login in ("shen", "wangjing", "admin"):
        with pytest.raises(NotAllowed):
            verb(shared.actor(login), waiting.number)
    with pytest.raises(NotFound):
        verb(shared.actor("zhou"), waiting.number)


@pytest.mark.parametrize(
    "verb",
    [
        signature_requests.hand_phone_over,
        signature_requests.make_signing_link,
        signature_requests.signer_draft,
    ],
)
def test_a_signed_sheet_is_handed_to_nobody(shared, verb):
    with pytest.raises(NotYourTurn):
        verb(shared.actor("chen"), shared.signed_sheet().number)


def test_looking_at_the_ways_to_sign_begins_nothing_and_names_what_will_be_begun(shared):
    waiting, chen = shared.waiting_sheet(), shared.actor("chen")
    shown = {
        signature_requests.record_and_draft_to_sign(chen, waiting.number)[1].draft.uuid for _ in range(2)
    }
    assert open_at(waiting.record, "acceptance") is None
    assert shown == {signature_requests.signer_draft(chen, waiting.number)[1].uuid}
    assert signature_requests.record_and_draft_to_sign(chen, waiting.number)[1].draft == open_at(
        waiting.record, "acceptance"
    )


def test_an_absence_said_16_times_at_once_is_said_once(shared):
    waiting, chen = shared.waiting_sheet(), shared.actor("chen")
    uuid = signature_requests.record_and_draft_to_sign(chen, waiting.number)[1].draft.uuid
    given = HandedIn({}, folding.ABSENT, reason="开会", shown=waiting.digest)
    results = at_once(
        *[lambda: signature_requests.end_unsigned(shared.actor("chen"), waiting.number, uuid, given)] * 16
    )
    assert {entry.id for entry in results} == {Entry.get(Entry.draft == uuid).id}


@pytest.mark.parametrize("named", ["", "no uuid", "another sheet's"])
def test_a_page_names_the_draft_of_its_own_sheet(shared, named):
    waiting, other, chen = shared.waiting_sheet(), shared.waiting_sheet(), shared.actor("chen")
    uuid = (
        named if named != "another sheet's" else signature_requests.signer_draft(chen, other.number)[1].uuid
    )
    for verb in (
        signature_requests.draft_signed_on_paper,
        partial(signature_requests.end_unsigned, given=HandedIn({}, folding.ABSENT, reason="x")),
    ):
        with pytest.raises(NotFound):
            verb(chen, waiting.number, uuid)


def test_signing_in_hand_gives_the_signer_a_copy(shared):
    waiting = shared.waiting_sheet()
    _seen, draft = signature_requests.signer_draft(shared.actor("chen"), waiting.number)
    signer = Actor(shared.users["chen"], "handed_over", extra={"draft": draft.uuid})
    entry, token = signature_requests.sign_in_hand(signer, draft.uuid, acceptance(waiting))
    link = signature_requests.signing_link_by_token(token)
    assert (link.purpose, link.record) == ("copy", entry.record)
    assert signature_requests.record_of_link(link).entries[1].answers["accessories"]
    assert (
        "satisfaction" not in signature_requests.record_of_link(link).entries[1].answers
    )  # the technician can scan it, too
    assert signature_requests.signers_open_draft(link) is None


def test_a_copy_cannot_be_signed_with(shared):
    entry = shared.signed_sheet()
    token = signature_requests.make_copy_link(shared.actor("chen"), entry, signature_requests.COPY)
    with pytest.raises((NotFound, SheetChanged)):
        signature_requests.sign_by_link(
            Actor(None, "link", extra={"draft": None}), token, acceptance(entry, shown="")
        )


# A link


def test_a_link_signs_the_sheet_without_an_account(shared):
    waiting = shared.waiting_sheet()
    _link, token, client = link_for(shared, waiting)
    entry, own = signature_requests.sign_by_link(client, token, acceptance(waiting))
    assert (
        signature_requests.record_of_link(signature_requests.signing_link_by_token(own), PAGE)
        .entries[1]
        .answers["satisfaction"]
        == "satisfied"
    )
    assert (
        "satisfaction"
        not in signature_requests.record_of_link(signature_requests.signing_link_by_token(token))
        .entries[1]
        .answers
    )
    seen = records.by_uuid(scope.SYSTEM, entry.record)
    assert (seen.row.state, entry.actor_id) == ("closed", None)
    assert seen.entries[1].payload["way"] == "link"
    assert Link.get_by_id(_link.id).used_at


def test_only_the_tokens_hash_is_kept(shared):
    _link, token, _client = link_for(shared, shared.waiting_sheet())
    assert len(token) >= 22  # 128 bits
    for row in Link.select().dicts():
        assert token not in map(str, row.values())
    assert token not in repr([line.__data__ for line in audit_lines.lines_about(_link.record)])


def test_opening_a_link_consumes_nothing(shared):
    link, token, _client = link_for(shared, shared.waiting_sheet())
    for _ in range(3):
        assert (
            signature_requests.signers_open_draft(signature_requests.signing_link_by_token(token)).uuid
            == link.draft
        )
    assert Link.get_by_id(link.id).used_at is None


def test_the_same_signature_again_gets_the_same_entry(shared):
    waiting = shared.waiting_sheet()
    _link, token, client = link_for(shared, waiting)
    first, _own = signature_requests.sign_by_link(client, token, acceptance(waiting))
    again, _own = signature_requests.sign_by_link(client, token, acceptance(waiting))
    assert again.id == first.id
    with pytest.raises(Completed):
        signature_requests.sign_by_link(client, token, acceptance(waiting, signer="王五"))


def test_afterwards_the_link_shows_the_signed_sheet_until_it_expires(shared):
    waiting = shared.waiting_sheet()
    link, token, client = link_for(shared, waiting)
    signature_requests.sign_by_link(client, token, acceptance(waiting))
    assert signature_requests.signers_open_draft(signature_requests.signing_link_by_token(token)) is None
    assert (
        signature_requests.record_of_link(signature_requests.signing_link_by_token(token)).row.state
        == "closed"
    )
    with clock.pretend_now(link.expires_at), pytest.raises(LinkDead):
        signature_requests.signing_link_by_token(token)


def test_32_uses_at_once_are_one_signature(world):
    waiting = world.waiting_sheet()
    _link, token, client = link_for(world, waiting)
    results = at_once(*[partial(signature_requests.sign_by_link, client, token, acceptance(waiting))] * 32)
    assert {result[0].id for result in results} == {Entry.get(Entry.step == "acceptance").id}


def test_16_different_signatures_at_once_are_one_and_15_refusals(world):
    waiting = world.waiting_sheet()
    _link, token, client = link_for(world, waiting)
    results = at_once(
        *[
            partial(signature_requests.sign_by_link, client, token, acceptance(waiting, signer=f"丁{n}"))
            for n in range(16)
        ]
    )
    assert sorted(type(result).__name__ for result in results) == ["Completed"] * 15 + ["tuple"]
    assert Entry.select().count() == 2


@pytest.mark.parametrize("days", [7, 8, 400])
def test_a_link_lives_for_days_and_not_for_weeks(shared, days):
    waiting = shared.waiting_sheet()
    _link, token, client = link_for(shared, waiting)
    with clock.pretend_now(clock.now() + days * clock.DAY_MS), pytest.raises(LinkDead):
        signature_requests.sign_by_link(client, token, acceptance(waiting))


def test_a_newer_link_kills_the_older(shared):
    waiting = shared.waiting_sheet()
    _link, old, client = link_for(shared, waiting)
    _link, new, client = link_for(shared, waiting)
    with pytest.raises(LinkDead):
        signature_requests.signing_link_by_token(old)
    assert signature_requests.sign_by_link(client, new, acceptance(waiting))


KILLERS = {
    "a recall": lambda world, entry: sent_back(world, entry),
    "a cancellation": lambda world, entry: record_events.cancel_record(
        world.actor("chen"), entry.number, "客户改期"
    ),
    "being revoked": lambda world, entry: signature_requests.revoke_signing_links(
        world.actor("chen"), entry.number
    ),
    "a signature in hand": lambda world, entry: sign_in_hand(world, entry),
    "an honest outcome": lambda world, entry: absent(world, entry),
}


def sign_in_hand(world, entry, **values):
    _seen, draft = signature_requests.signer_draft(world.actor("chen"), entry.number)
    signer = Actor(world.users["chen"], "handed_over", extra={"draft": draft.uuid})
    return signature_requests.sign_in_hand(signer, draft.uuid, acceptance(entry, **values))


def absent(world, entry):
    _seen, draft = signature_requests.signer_draft(world.actor("chen"), entry.number)
    given = HandedIn({}, folding.ABSENT, reason="不在", shown=entry.digest)
    return completion.complete(world.actor("chen"), draft.uuid, given).entry


@pytest.mark.parametrize("killer", KILLERS)
def test_a_link_dies_with_the_sheet_it_was_made_for(shared, killer):
    waiting = shared.waiting_sheet()
    _link, token, client = link_for(shared, waiting)
    KILLERS[killer](shared, waiting)
    with pytest.raises(LinkDead):
        signature_requests.signing_link_by_token(token)
    with pytest.raises(LinkDead):
        signature_requests.sign_by_link(client, token, acceptance(waiting))


def test_a_link_dies_when_the_client_sends_the_sheet_back(shared):
    waiting = shared.waiting_sheet()
    _link, token, client = link_for(shared, waiting)
    sign_in_hand(shared, waiting, answers={}, outcome="returned", reason="还有杂音")
    with pytest.raises(LinkDead):
        signature_requests.sign_by_link(client, token, acceptance(waiting))


@pytest.mark.parametrize("shown", ["", "x" * 43])
def test_a_link_signs_what_it_was_made_for(shared, shown):
    waiting = shared.waiting_sheet()
    _link, token, client = link_for(shared, waiting)
    with pytest.raises(SheetChanged):
        signature_requests.sign_by_link(client, token, acceptance(waiting, shown=shown))


@pytest.mark.parametrize("token", ["", "guess", "A" * 32, "' OR 1=1 --"])
def test_a_guessed_link_does_not_exist(shared, token):
    with pytest.raises(NotFound):
        signature_requests.signing_link_by_token(token)
    with pytest.raises(NotFound):
        signature_requests.sign_by_link(Actor(None, "link"), token, acceptance(shared.waiting_sheet()))


@pytest.mark.parametrize("purpose", ["report", "enrol"])
def test_links_for_other_purposes_sign_nothing(shared, purpose):
    waiting = shared.waiting_sheet()
    _row, token = links.create_link(purpose, clock.DAY_MS, record=waiting.record)
    with pytest.raises(NotFound):
        signature_requests.signing_link_by_token(token)


def test_a_link_of_one_sheet_does_not_reach_another(shared):
    mine, other = shared.waiting_sheet(), shared.waiting_sheet()
    _link, token, client = link_for(shared, mine)
    _link, _token, stranger = link_for(shared, other)
    with pytest.raises(NotFound):
        signature_requests.sign_by_link(stranger, token, acceptance(mine))
    with pytest.raises(SheetChanged):
        signature_requests.sign_by_link(client, token, acceptance(other))


def test_a_revoked_link_signs_nothing_even_when_both_come_at_once(shared):
    waiting = shared.waiting_sheet()
    _link, token, client = link_for(shared, waiting)
    result = during(
        partial(signature_requests.revoke_signing_links, shared.actor("chen"), waiting.number),
        partial(signature_requests.sign_by_link, client, token, acceptance(waiting)),
    )
    assert isinstance(result, LinkDead)


def test_a_signature_by_link_and_an_honest_outcome_at_once_do_not_block_each_other(shared):
    """Lock order: draft, then what hangs on it. The other way round PostgreSQL would end one by force."""
    waiting = shared.waiting_sheet()
    link, token, client = link_for(shared, waiting)
    given = HandedIn({}, folding.ABSENT, reason="不在", shown=waiting.digest)
    result = during(
        lambda: for_writing(link.draft),
        partial(signature_requests.sign_by_link, client, token, acceptance(waiting)),
        then=lambda: completion.complete(shared.actor("chen"), link.draft, given).entry,
    )
    assert isinstance(result, Completed | LinkDead)
    assert [entry.outcome for entry in records.by_uuid(scope.SYSTEM, waiting.record).entries] == [
        "done",
        "absent",
    ]


def test_the_draft_of_a_link_is_the_one_the_handed_over_phone_reaches(shared):
    waiting = shared.waiting_sheet()
    link, _token, _client = link_for(shared, waiting)
    _seen, draft = signature_requests.signer_draft(shared.actor("chen"), waiting.number)
    assert link.draft == draft.uuid
    assert Draft.select().where(Draft.record == waiting.record, Draft.step == "acceptance").count() == 1
    assert drafts.is_uuid(draft.uuid)
