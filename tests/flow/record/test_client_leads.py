"""A lead's step is the lead's: a contact whom the client's file flags as one, where it names any."""

from dataclasses import replace

import pytest

from fieldforms.errors import NotTheLead
from fieldforms.flow.completing import completion, signature_requests
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import folding
from fieldforms.flow.register import clients
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


def sent_link(world) -> str:
    """The address of the lead's link, as it was sent."""
    return f"/s/{signature_requests.make_signing_link(world.actor('chen'), world.asked_for_recordings().number)[1]}"


def lead_of(world) -> Contact:
    return Contact.get(Contact.client == world.office.client, Contact.lead == True)


def as_typed(contact: Contact, **changes) -> dict:
    plain = {"name": contact.name, "mobile": contact.mobile or ""} | ({"lead": "1"} if contact.lead else {})
    return plain | changes


CHANGES = {
    "another leads": lambda sun, lead: clients.edit_contact(sun, lead.id, as_typed(lead, name="林书记")),
    "leads no longer": lambda sun, lead: clients.edit_contact(sun, lead.id, as_typed(lead) | {"lead": ""}),
    "has left": lambda sun, lead: clients.remove_contact(sun, lead.id),
}


@pytest.mark.parametrize("change", CHANGES)
def test_the_link_of_who_leads_no_longer_is_dead_and_names_nobody(world, change):
    url, lead = sent_link(world), lead_of(world)
    assert lead.name in world.browser().get(url).text
    CHANGES[change](world.actor("sunmin"), lead)
    page = world.browser().get(url)
    assert page.status_code == 410 and "林书记" not in page.text and lead.name not in page.text


def test_the_first_lead_who_is_named_ends_the_links_that_anybody_could_sign(world):
    lead = lead_of(world)
    lead.delete_instance()
    url = sent_link(world)
    clients.add_contact(world.actor("sunmin"), world.office.client.id, as_typed(lead))
    assert world.browser().get(url).status_code == 410


def test_a_lead_beside_the_lead_and_a_new_telephone_change_no_link(world):
    url, lead, sun = sent_link(world), lead_of(world), world.actor("sunmin")
    clients.add_contact(sun, world.office.client.id, as_typed(lead, name="王立平"))
    clients.edit_contact(sun, lead.id, as_typed(lead, mobile="138 0000 0055"))
    assert world.browser().get(url).status_code == 200
