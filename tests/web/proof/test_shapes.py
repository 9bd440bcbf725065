"""Whoever writes to the database can put anything in the place of a seal: pages refuse it in a sentence."""

import pytest

from fieldforms.flow.proof import verification
from fieldforms.flow.seals import jws, sdjwt, signing_keys
from fieldforms.store.models import Disclosure, Entry
from tests.flow.proof.hands import drop_triggers
from tests.flow.seals.malformed import MALFORMED_DISCLOSURES, MALFORMED_PAYLOADS, base64url
from tests.web.sheets.hands import text

SENTENCE = "这里有封存的内容读不出来"
UNREADABLE = ("100,000 levels deep", "never ending", "a list", "no JSON", "no text", "no number")


@pytest.fixture
def entry(world) -> Entry:
    found = world.signed_sheet()
    for table in ("entries", "disclosures"):
        drop_triggers(table)
    return found


def replace_seal(entry: Entry, payload: bytes) -> Entry:
    """Even signed with our own key."""
    key = signing_keys.current_key()
    jwt = jws.sign_payload(payload, sdjwt.ENTRY_TYPE, key.private, key.kid)
    Entry.update(jwt=jwt, digest=sdjwt.jwt_digest(jwt)).where(Entry.id == entry.id).execute()
    return Entry.get_by_id(entry.id)


def is_found(entry: Entry, world) -> bool:
    assert (entry.number, entry.seq) in {(d.number, d.seq) for d in verification.every_difference()}
    public = world.browser().get(f"/v/{entry.digest}")
    return public.status_code == 409 and "核验不通过" in text(public)


@pytest.mark.parametrize("shape", UNREADABLE)
def test_a_seal_that_can_not_be_read_is_refused_in_a_sentence(entry, world, shape):
    entry = replace_seal(entry, MALFORMED_PAYLOADS[shape])
    page = world.browser("gao").get(f"/records/{entry.number}")
    assert page.status_code == 409 and SENTENCE in text(page)
    assert is_found(entry, world)


@pytest.mark.parametrize("shape", ["100,000 levels deep", "of two parts", "an object", "without a name"])
def test_an_answer_that_can_not_be_read_is_refused_in_a_sentence(entry, world, shape):
    body = Disclosure.select().where(Disclosure.entry == entry.id).first()
    Disclosure.update(body=base64url(MALFORMED_DISCLOSURES[shape])).where(Disclosure.id == body.id).execute()
    page = world.browser("gao").get(f"/records/{entry.number}")
    assert page.status_code == 409 and SENTENCE in text(page)
    assert is_found(entry, world)
