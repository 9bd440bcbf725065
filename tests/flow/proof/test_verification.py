"""`fieldforms verify`: whatever was changed is found and named, and nothing that was not."""

import hashlib

import pytest

from fieldforms.flow.completing import completion
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.proof import authenticity, erasures, verification
from fieldforms.flow.seals import jws, sdjwt, signing_keys
from fieldforms.store import database, scope
from fieldforms.store.files import files
from fieldforms.store.models import Chain, Disclosure, Entry, Erasure, File, FormVersion, Key
from fieldforms.store.record import records
from fieldforms.store.seals import chains
from tests.flow.proof.hands import Changed, drop_triggers


@pytest.fixture(scope="module")
def broken(prepared):
    """Sheets of both clients, one with a photo, one erased in part; the triggers are gone, as for whoever owns the disk."""
    _settings, opened, world = prepared
    database.database.initialize(opened)
    world.waiting_sheet("zhou", world.university)
    draft = world.working_sheet()
    body = bytes(range(256)) * 200
    kept = files.keep_file(body, "image/jpeg")
    files.note_upload(draft.uuid, hashlib.sha256(body).hexdigest(), kept)
    completion.complete(
        world.actor("chen"), draft.uuid, HandedIn(draft.answers | {"work_photos": [kept.digest]})
    )
    entry = world.signed_sheet()
    erasures.erase_answers(world.actor("admin"), entry.number, 2, ["answers.comments"], "客户要求")
    world.waiting_sheet()
    for table in ("entries", "chains", "disclosures", "erasures", "definitions"):
        drop_triggers(table)
    return world


@pytest.fixture
def signed(shared, broken) -> Entry:
    """The signed entry; everything is whole when a test begins, and must be when it ends."""
    assert found() == []
    yield Entry.get(Entry.step == "acceptance")
    assert found() == []


def found() -> list[verification.SealDifference]:
    return list(verification.every_difference())


def flipped(value: str | bytes, bit: int):
    """The same with one bit changed; of text the bits below the eighth, so that it stays text."""
    raw = bytearray(value.encode() if isinstance(value, str) else value)
    width = 7 if isinstance(value, str) else 8
    place = bit // width % len(raw)
    raw[place] ^= 1 << bit % width
    return raw.decode() if isinstance(value, str) else bytes(raw)


def named(differences, entry: Entry) -> set[str]:
    return {
        difference.where
        for difference in differences
        if (difference.number, difference.seq) == (entry.number, entry.seq)
    }


def test_nothing_is_found_where_nothing_was_changed(signed):
    assert Entry.select().count() == 6
    assert chains.count_entries_and_chains() == {"entries": 6, "chains": 2}


def test_an_erased_field_still_verifies(signed):
    assert Erasure.select().count() == 1
    assert verification.differences_of_record(signed.record) == []
    assert authenticity.authenticity_of_digest(signed.digest, "", "zh").genuine


def test_every_bit_of_a_seal_is_looked_at(signed):
    """Of the smallest entry, in memory; the database's part is tested below."""
    if database.dialect_of() != "sqlite":
        pytest.skip("once is enough")
    entry = Entry.get(Entry.outcome == "erased")
    against = verification.gather_trusted(())
    whole, missed = entry.jwt, []
    for bit in range(7 * len(whole)):
        entry.jwt = flipped(whole, bit)
        if not list(verification.differences_of_entry(entry, against, None)):
            missed.append(bit)
    assert missed == []


@pytest.mark.parametrize(
    "column",
    [
        "record",
        "seq",
        "number",
        "step",
        "outcome",
        "body_digest",
        "chain_seq",
        "digest",
        "sealed_at",
        "draft",
    ],
)
def test_a_changed_column_of_an_entry_is_named(signed, column):
    before = signed.__data__[Entry._meta.columns[column].name]
    value = flipped(before, 7 * (len(before) // 2)) if isinstance(before, str) else before + 70
    with Changed(signed, column, value):
        differences = found()
        entry = Entry.get_by_id(signed.id)
        assert column in named(differences, entry)
    assert found() == []


@pytest.mark.parametrize(
    ("column", "model", "where"),
    [
        ("client_id", "client", "client"),
        ("actor_id", "user", "actor_id"),
        ("definition_id", "definition", "definition"),
    ],
)
def test_an_entry_moved_to_somebody_or_something_else_is_named(signed, broken, column, model, where):
    others = {
        "client": broken.university.client.id,
        "user": broken.users["zhou"].id,
        "definition": FormVersion.get(FormVersion.key == "fault-report").id,
    }
    with Changed(signed, column, others[model]):
        assert where in named(found(), signed)


def test_an_entry_moved_to_another_chain_is_named(signed):
    other = Chain.get(Chain.id != signed.chain_id)
    with Changed(signed, "chain_id", other.id):
        differences = found()
        assert "chain" in named(differences, signed)
        assert any("are missing" in difference.what for difference in differences)


def test_a_signature_turned_into_its_second_form_is_named_though_the_head_fits(signed):
    """Nothing but its own bytes changed, and nobody needs the key for it."""
    last = Entry.select().where(Entry.chain == signed.chain_id).order_by(Entry.chain_seq.desc()).get()
    text, _, signature = last.jwt.rpartition(".")
    raw = jws.from_base64url(signature)
    jwt = f"{text}.{jws.to_base64url(raw[:32] + (jws.CURVE_ORDER - jws.number_s(raw)).to_bytes(32, 'big'))}"
    digest, chain = sdjwt.jwt_digest(jwt), Chain.get_by_id(signed.chain_id)
    with Changed(last, "jwt", jwt), Changed(last, "digest", digest), Changed(chain, "head", digest):
        assert named(found(), last) == {"signature"}


def test_any_bit_of_a_disclosure_is_looked_at_and_the_entry_named(signed):
    rows = list(Disclosure.select().where(Disclosure.entry == signed.id))
    for row in rows:
        name = records.open_disclosure(row.body)[0]
        for bit in (0, 7 * 9 + 1, 7 * len(row.body) // 2 + 3, 7 * len(row.body) - 1):
            with Changed(row, "body", flipped(row.body, bit)):
                assert named(found(), signed), (name, bit)


def test_an_altered_answer_is_named_by_its_field(signed):
    """Somebody who knows the format writes a better rating into the row."""
    row = next(
        r
        for r in Disclosure.select().where(Disclosure.entry == signed.id)
        if "satisf" in records.open_disclosure(r.body)[0]
    )
    with Changed(row, "body", sdjwt.disclose_value("answers.satisfaction", "dissatisfied")):
        assert any("answers.satisfaction" in where for where in named(found(), signed))


def test_a_disclosures_digest_and_place_are_looked_at(signed):
    row = Disclosure.get(Disclosure.entry == signed.id)
    with Changed(row, "digest", flipped(row.digest, 7 * 20)):
        assert records.open_disclosure(row.body)[0] in named(found(), signed)
    other = Entry.get(Entry.seq == 1, Entry.record == signed.record)
    with Changed(row, "entry_id", other.id):
        differences = found()
        assert named(differences, signed)
        assert named(differences, other)


def test_a_removed_answer_is_named(signed):
    row = Disclosure.get(Disclosure.entry == signed.id)
    Disclosure.delete().where(Disclosure.id == row.id).execute()
    assert row.digest in named(found(), signed)
    Disclosure.insert(id=row.id, digest=row.digest, entry=row.entry_id, body=row.body).execute()


def test_an_erasure_is_what_its_sealed_entry_says(signed):
    row, by = Erasure.get(), Entry.get(Entry.outcome == "erased")
    other = Entry.get(Entry.step == "work", Entry.record == signed.record)
    for column, value in [
        ("name", "answers.satisfaction"),
        ("by_entry_id", other.id),
        ("entry_id", other.id),
    ]:
        with Changed(row, column, value):
            assert named(found(), by), column
    with Changed(row, "digest", flipped(row.digest, 7)):
        differences = found()
        assert any("erased without" in difference.what for difference in differences)
        assert any("nothing says it was erased" in difference.what for difference in differences)


def test_any_bit_of_a_signatures_strokes_is_looked_at(signed):
    digest = records.by_number(scope.SYSTEM, signed.number).entries[1].facts["signature"]["strokes"]
    row = File.get(File.digest == digest)
    body = bytes(row.body)
    for bit in range(0, 8 * len(body), 37):
        with Changed(row, "body", flipped(body, bit)):
            assert named(found(), signed) == {"signature"}, bit
    File.update(body=body).where(File.id == row.id).execute()


def test_a_changed_or_missing_photo_is_named(signed):
    entry = Entry.get(Entry.chain_seq == 1, Entry.chain == signed.chain_id)
    row = File.get(File.size == 51_200)
    path = files.path_of(row.digest)
    whole = path.read_bytes()
    for bit in (0, 8 * len(whole) // 2 + 5, 8 * len(whole) - 1):
        path.write_bytes(flipped(whole, bit))
        assert named(found(), entry) == {"answers.work_photos"}
    path.unlink()
    assert named(found(), entry) == {"answers.work_photos"}
    path.write_bytes(whole)
    with Changed(row, "digest", flipped(row.digest, 0)):
        assert named(found(), entry) == {"answers.work_photos"}


@pytest.mark.parametrize("column", ["head", "length", "name"])
def test_a_chains_row_is_looked_at(signed, column):
    chain = signed.chain
    before = chain.__data__[column]
    with Changed(chain, column, before + 1 if column == "length" else flipped(before, 7)):
        assert found()


def test_a_removed_record_is_noticed(signed):
    """Its entries are gone from the middle of the client's chain."""
    first = Entry.get(Entry.chain_seq == 1, Entry.chain == signed.chain_id)
    with Removed(first):
        assert any("entries 1–1 are missing" in difference.what for difference in found())


def test_entries_cut_from_the_end_are_noticed_against_an_exported_head(signed):
    before = verification.heads_of_chains()
    last = Entry.select().where(Entry.chain == signed.chain_id).order_by(Entry.chain_seq.desc()).get()
    prior = Entry.get(Entry.chain == signed.chain_id, Entry.chain_seq == last.chain_seq - 1)
    chain = Chain.get_by_id(signed.chain_id)
    with Removed(last):
        assert any(difference.where == "head" for difference in found())
        with Changed(chain, "head", prior.digest), Changed(chain, "length", prior.chain_seq):
            # A chain does not know how long it was; its exported head does. (Lists and counters do, until somebody cuts them, too.)
            counter = f"counter {last.number.rpartition('-')[0]}"
            assert {difference.where for difference in found()} == {"records", counter}
            assert [difference.number for difference in verification.differences_from_heads(before)] == [
                chain.name
            ]
    assert list(verification.differences_from_heads(before)) == []


def test_an_entry_sealed_anew_is_noticed_against_an_exported_head(signed):
    heads = verification.heads_of_chains()
    heads[0]["head"] = flipped(heads[0]["head"], 7)
    assert [difference.where for difference in verification.differences_from_heads(heads)] == ["head"]


def test_a_changed_form_is_named(signed):
    """An answer means what its question says: the published version is part of what was signed."""
    row = FormVersion.get(FormVersion.key == "service-contact")
    body = {**row.body, "label": {"zh": "别的单据", "en": "Another sheet"}}
    with Changed(row, "body", body):
        assert [difference.where for difference in found()] == ["definition"]
    with Changed(row, "digest", flipped(row.digest, 7)):
        differences = found()
        assert any(difference.number == "service-contact" for difference in differences)
        assert "definition" in named(differences, signed)


def test_another_key_under_a_known_name_is_noticed(signed):
    row = Key.get()
    for name in ("x", "y", "kid", "alg"):
        with Changed(row, "jwk", {**row.jwk, name: flipped(row.jwk[name], 7)}):
            assert any(difference.where.startswith("key ") for difference in found())
    with Changed(row, "kid", flipped(row.kid, 7)):
        assert named(found(), signed)
    assert signing_keys.public()[row.kid] == row.jwk


def test_text_that_is_no_text_any_more_is_named_too(signed):
    """A high bit flipped on the disk leaves bytes that are no UTF-8."""
    if database.dialect_of() != "sqlite":
        pytest.skip("PostgreSQL stores no such text")
    for table, column, row in [
        ("entries", "jwt", signed),
        ("disclosures", "body", Disclosure.get(Disclosure.entry == signed.id)),
    ]:
        whole = getattr(row, column)
        damaged = bytearray(whole.encode())
        damaged[40] ^= 0x80
        database.database.execute_sql(
            f"UPDATE {table} SET {column} = CAST(? AS TEXT) WHERE id = ?", (bytes(damaged), row.id)
        )
        assert named(found(), signed), table
        database.database.execute_sql(f"UPDATE {table} SET {column} = ? WHERE id = ?", (whole, row.id))


def test_a_record_that_was_changed_says_so_on_its_own_page(signed):
    row = Disclosure.get(Disclosure.entry == signed.id)
    with Changed(row, "body", flipped(row.body, 70)):
        assert verification.differences_of_record(signed.record)
        assert not authenticity.authenticity_of_digest(signed.digest, "", "zh").genuine
    first = Entry.get(Entry.record == signed.record, Entry.seq == 1)
    with Removed(first):
        assert any(
            "missing" in difference.what for difference in verification.differences_of_record(signed.record)
        )


class Removed:
    """An entry and its disclosures gone, for as long as the block lasts."""

    def __init__(self, entry: Entry):
        self.entry = Entry.get_by_id(entry.id)
        self.rows = list(Disclosure.select().where(Disclosure.entry == entry.id))

    def __enter__(self):
        Disclosure.delete().where(Disclosure.entry == self.entry.id).execute()
        Entry.delete().where(Entry.id == self.entry.id).execute()

    def __exit__(self, *_):
        Entry.insert(**self.entry.__data__).execute()
        Disclosure.insert_many([row.__data__ for row in self.rows]).execute()
