"""Who writes to the database can insert a key, and none that is believed: keys vouch for each other, from those whose files
are here."""

import json
import logging

import pytest
from jwcrypto.jwk import JWK
from jwcrypto.jws import JWS

from fieldforms import prepare
from fieldforms.errors import UnendorsedKey
from fieldforms.flow.proof import verification
from fieldforms.flow.seals import endorsements, sdjwt, signing_keys
from fieldforms.flow.sheets import record_sheets
from fieldforms.store import clock, database, scope
from fieldforms.store.models import Audit, Chain, Endorsement, Entry, Key
from fieldforms.store.record import records
from tests.flow.proof.hands import drop_triggers

NAME = "0003_endorsements"


def found(*trusted: str) -> list[verification.SealDifference]:
    return list(verification.every_difference(trusted))


def insert_key(key: sdjwt.SigningKey, retired_at: int | None = 1) -> None:
    Key.create(kid=key.kid, jwk=key.public_jwk, created_at=1, retired_at=retired_at)


def seal_anew(entry: Entry, key: sdjwt.SigningKey, **changes) -> Entry:
    """The chain's last entry says something else, under another key, and its chain's head fits."""
    payload = records.payload_of_jwt(entry.jwt) | changes
    said = {name: value for name, value in payload.items() if name[0] != "_"}
    jwt = sdjwt.issue_jwt(said, disclosures_of(entry), key)
    drop_triggers("entries")
    drop_triggers("chains")
    columns = {"digest": sdjwt.jwt_digest(jwt), "jwt": jwt} | {
        name: changes[name] for name in changes if name in ("outcome", "sealed_at")
    }
    Entry.update(**columns).where(Entry.id == entry.id).execute()
    Chain.update(head=columns["digest"]).where(Chain.id == entry.chain_id).execute()
    return Entry.get_by_id(entry.id)


def disclosures_of(entry: Entry) -> list[sdjwt.NamedDisclosure]:
    made = []
    for row in entry.disclosures:
        made.append(sdjwt.NamedDisclosure(row.body))
        made[-1].name = sdjwt.open_disclosure(row.body)[0]
    return made


@pytest.fixture
def forged(world) -> tuple[Entry, sdjwt.SigningKey]:
    """As issue 8 found it: an own key as a retired one, the last entry signed with it, the head set."""
    key = sdjwt.SigningKey.generate()
    insert_key(key)
    return seal_anew(world.signed_sheet(), key, sealed_at=1_700_000_000_000), key


def test_a_forged_seal_is_named_with_its_sheet_entry_and_key(forged):
    entry, key = forged
    named = {(each.number, each.seq, each.where): each.what for each in found()}
    assert "no key of ours endorsed" in named[entry.number, entry.seq, f"key {key.kid}"]
    assert ("", 0, f"key {key.kid}") in named


def test_the_start_refuses_a_key_that_nobody_endorsed(forged, settings):
    _entry, key = forged
    with pytest.raises(UnendorsedKey, match=key.kid):
        prepare(settings)


def test_the_public_page_and_the_sheets_own_page_do_not_call_a_forged_seal_genuine(forged, world):
    entry, key = forged
    public = world.browser().get(f"/v/{entry.digest}")
    assert public.status_code == 409 and "核验不通过" in public.text
    assert sdjwt.fingerprint(key.public_jwk) not in public.text
    assert "封存内容有改动" in world.browser("gao").get(f"/records/{entry.number}").text
    assert key.kid not in world.browser().get("/.well-known/jwks.json").text


def test_the_paper_of_a_forged_seal_says_that_its_key_is_not_ours(forged, world):
    entry, _key = forged
    (line, *_rest) = record_sheets.footer_of_sheet(records.by_uuid(scope.SYSTEM, entry.record), "zh")
    assert "签章密钥不是我们的" in line


@pytest.mark.parametrize("signed_by", ["themselves", "ours in name only"])
def test_a_key_that_praises_itself_is_not_believed(forged, signed_by):
    entry, evil = forged
    ours = signing_keys.current_key()
    now = clock.now()
    praise = endorsements.issue_endorsement(evil.kid, endorsements.ENDORSED, now, evil)
    by = {"themselves": evil.kid, "ours in name only": ours.kid}[signed_by]
    Endorsement.create(kid=evil.kid, by_kid=by, jws=praise, at=now)
    about_us = endorsements.issue_endorsement(ours.kid, endorsements.ENDORSED, now, evil)
    Endorsement.create(kid=ours.kid, by_kid=evil.kid, jws=about_us, at=now)
    assert evil.kid in signing_keys.trust_in_keys().unvouched
    assert (entry.number, entry.seq) in {(each.number, each.seq) for each in found()}


def test_a_seal_of_ours_is_no_endorsement_and_no_endorsement_a_seal(world):
    ours = signing_keys.current_key()
    entry = world.signed_sheet()
    with pytest.raises(sdjwt.Broken):
        endorsements.read_endorsement(entry.jwt, signing_keys.public())
    with pytest.raises(sdjwt.Broken):
        sdjwt.verify_jwt(Endorsement.get().jws, [], signing_keys.public())
    assert endorsements.read_endorsement(Endorsement.get().jws, signing_keys.public()).kid == ours.kid


def test_another_keys_numbers_under_a_known_name_forge_nothing(world):
    """Not by the row's own words is our key known, but by the file."""
    entry, evil = world.signed_sheet(), sdjwt.SigningKey.generate()
    ours = signing_keys.current_key()
    Key.update(jwk={**evil.public_jwk, "kid": ours.kid}).where(Key.kid == ours.kid).execute()
    assert world.browser().get(f"/v/{entry.digest}").status_code == 200
    assert [each.where for each in found()] == [f"key {ours.kid}"]


# Rotated


@pytest.fixture
def three(world) -> list[sdjwt.SigningKey]:
    """Three keys, one after the other, and a sheet sealed by each."""
    keys = [signing_keys.current_key()]
    world.signed_sheet()
    for _ in range(2):
        keys.append(signing_keys.make_key())
        world.signed_sheet()
    return keys


def put_away(*keys: sdjwt.SigningKey) -> None:
    for key in keys:
        (signing_keys.folder() / f"{key.kid}.pem").rename(signing_keys.folder() / f"{key.kid}.away")


@pytest.mark.parametrize("stays", [0, 1, 2])
def test_of_three_keys_each_vouches_for_the_others(three, stays):
    """Backwards for the house that has put its old files away, forwards for whoever knows an old sheet."""
    put_away(*(key for place, key in enumerate(three) if place != stays))
    assert found() == []
    assert list(signing_keys.public()) == [key.kid for key in three]


def test_without_any_file_a_fingerprint_from_elsewhere_serves(three):
    put_away(*three)
    assert {each.number for each in found()} > {""}
    assert found(three[0].kid) == found(three[2].kid) == []


def test_a_chain_of_endorsements_that_was_cut_is_named(three):
    put_away(*three[:2])
    drop_triggers("endorsements")
    Endorsement.delete().where(Endorsement.kid == three[0].kid, Endorsement.by_kid == three[1].kid).execute()
    assert {each.where for each in found()} == {f"key {three[0].kid}"}


def test_anybody_reads_in_the_open_that_a_key_was_endorsed_by_the_one_before(three, world):
    published = world.browser().get("/.well-known/jwks.json").get_json()
    keys = {jwk["kid"]: JWK(**jwk) for jwk in published["keys"]}
    said = set()
    for token in published["endorsements"]:
        word = JWS()
        word.deserialize(token)
        kid = word.jose_header["kid"]
        word.verify(keys[kid])
        said.add((kid, json.loads(word.payload)["thumbprint"]))
    first, second, third = (JWK(**key.public_jwk).thumbprint() for key in three)
    assert {(first, second), (second, third)} <= said


# The first start that can endorse


def before_it() -> None:
    """The same database and folder as the program of before would have left them."""
    database.database.execute_sql("DROP TABLE endorsements")
    database.database.execute_sql(f"DELETE FROM schema_migration WHERE name = '{NAME}'")
    (signing_keys.folder() / "endorsed.txt").unlink(missing_ok=True)


def warnings_of_start(settings, caplog) -> list[dict]:
    caplog.clear()
    with caplog.at_level(logging.WARNING, "fieldforms"):
        prepare(settings)
    return [json.loads(record.message) for record in caplog.records]


@pytest.fixture
def upgraded(three, settings, caplog) -> tuple[list[sdjwt.SigningKey], list[dict]]:
    """The first of the three has lost its file, and then came the upgrade."""
    put_away(three[0])
    before_it()
    return three, warnings_of_start(settings, caplog)


def test_the_first_start_endorses_what_is_here_and_prints_it_once(upgraded, settings, caplog):
    keys, told = upgraded
    prints = [sdjwt.fingerprint(key.public_jwk) for key in keys]
    assert [(line["event"], line["fingerprint"]) for line in told] == [
        ("key unendorsed", prints[0]), ("key endorsed", prints[1]), ("key endorsed", prints[2])
    ]  # fmt: skip
    lines = Audit.select().where(Audit.action == "keys.endorse").order_by(Audit.id)
    assert [(line.ref, line.detail["says"]) for line in lines] == [
        (keys[0].kid, "unendorsed"), (keys[1].kid, "endorsed"), (keys[2].kid, "endorsed")
    ]  # fmt: skip
    assert (signing_keys.folder() / "endorsed.txt").read_text().splitlines() == prints[1:]
    assert warnings_of_start(settings, caplog) == []


def test_what_a_lost_key_of_before_sealed_is_called_unendorsed_and_not_forged(upgraded, world):
    keys, _told = upgraded
    first, last = Entry.get(Entry.seq == 2), Entry.select().order_by(Entry.id.desc()).get()
    differences = found()
    assert {each.where for each in differences} == {f"key {keys[0].kid}"}
    assert all(each.unendorsed and "unendorsed, before 0003" in each.what for each in differences)
    page = world.browser().get(f"/v/{first.digest}").text
    assert "不能证明是谁封存的" in page and "核验不通过" not in page and "真实，" not in page
    assert "真实，" in world.browser().get(f"/v/{last.digest}").text
    assert "密钥未背书" in world.browser("gao").get(f"/records/{first.number}").text
    assert found(keys[0].kid) == []


def test_what_was_changed_under_a_lost_key_is_still_called_changed(upgraded, world):
    first = Entry.get(Entry.seq == 2)
    drop_triggers("entries")
    Entry.update(outcome="refused").where(Entry.id == first.id).execute()
    assert "outcome" in {each.where for each in found() if not each.unendorsed}
    assert world.browser().get(f"/v/{first.digest}").status_code == 409


def test_nothing_is_endorsed_a_second_time_for_whoever_deletes_the_words(upgraded, settings):
    evil = sdjwt.SigningKey.generate()
    insert_key(evil)
    drop_triggers("endorsements")
    Endorsement.delete().execute()
    with pytest.raises(UnendorsedKey):
        prepare(settings)
    assert not Endorsement.select().exists()


def test_an_endorsement_can_not_be_changed_or_taken_back(three):
    for statement in ("UPDATE endorsements SET kid = kid", "DELETE FROM endorsements"):
        with pytest.raises(Exception, match="are sealed"), database.database.atomic():
            database.database.execute_sql(statement)
