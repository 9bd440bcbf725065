"""A lead's step is the lead's: a contact whom the client's file flags as one, where it names any."""

from dataclasses import replace

import pytest

from fieldforms.errors import NotTheLead
from fieldforms.flow.completing import completion, signature_requests
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import folding
from fieldforms.store.files import files
from fieldforms.store.models import Contact
from tests.people import STROKES


def given(entry, signer: str, **values) -> HandedIn:
    return HandedIn({"decision": "approved"}, signer=signer, strokes=STROKES, shown=entry.digest, **values)


def in_hand(world, entry) -> tuple[Actor, str]:
    _seen, draft = signature_requests.signer_draft(world.actor("chen"), entry.number)
    return Actor(world.users["chen"], "handed_over", extra={"draft": draft.uuid}), draft.uuid


@pytest.mark.parametrize("signer", ["林岚", "徐", "陈志远"])
def test_who_is_no_lead_of_the_client_cannot_approve(shared, signer):
    entry = shared.asked_for_recordings()
    lead, uuid = in_hand(shared, entry)
    with pytest.raises(NotTheLead) as refused:
        completion.complete(lead, uuid, given(entry, signer))
    assert refused.value.values == {"names": ["徐明"]}


def test_nor_by_a_link_nor_on_paper(shared):
    entry = shared.asked_for_recordings()
    link, token = signature_requests.make_signing_link(shared.actor("chen"), entry.number)
    client = Actor(None, "link", extra={"draft": link.draft})
    with pytest.raises(NotTheLead):
        signature_requests.sign_by_link(client, token, given(entry, "林岚"))
    photo = files.keep_file(b"the signed paper", "image/jpeg")
    files.note_upload(link.draft, "0" * 64, photo)
    on_paper = replace(given(entry, "林岚", paper=(photo.digest,)), outcome=folding.PAPER)
    with pytest.raises(NotTheLead):
        completion.complete(shared.actor("chen"), link.draft, on_paper)
    assert completion.complete(shared.actor("chen"), link.draft, replace(on_paper, signer="徐明")).entry


@pytest.mark.parametrize("signer", ["徐明", "徐 明"])
def test_the_lead_approves(shared, signer):
    entry = shared.asked_for_recordings()
    lead, uuid = in_hand(shared, entry)
    assert completion.complete(lead, uuid, given(entry, signer)).entry.step == "approval"


def test_each_of_several_leads_may(world):
    Contact.create(client=world.office.client, name="王立平", lead=True)
    entry = world.asked_for_recordings()
    lead, uuid = in_hand(world, entry)
    assert completion.complete(lead, uuid, given(entry, "王立平")).entry.outcome == folding.DONE


def test_where_the_file_names_no_lead_the_name_is_free(world):
    Contact.update(lead=False).where(Contact.client == world.office.client).execute()
    entry = world.asked_for_recordings()
    lead, uuid = in_hand(world, entry)
    assert completion.complete(lead, uuid, given(entry, "林岚")).entry.outcome == folding.DONE


def test_a_clients_own_signature_is_anybodys(shared):
    entry = shared.waiting_sheet()
    client, uuid = in_hand(shared, entry)
    accepted = HandedIn(
        {"accessories": "yes", "satisfaction": "satisfied"},
        signer="丁一",
        strokes=STROKES,
        shown=entry.digest,
    )
    assert completion.complete(client, uuid, accepted).entry.outcome == folding.DONE


def test_the_lead_was_away_needs_no_name(shared):
    entry = shared.asked_for_recordings()
    _lead, uuid = in_hand(shared, entry)
    away = HandedIn({}, outcome=folding.ABSENT, reason="出差", shown=entry.digest)
    assert completion.complete(shared.actor("chen"), uuid, away).entry.outcome == folding.ABSENT
    assert drafts.entry_of(uuid).outcome == folding.ABSENT
