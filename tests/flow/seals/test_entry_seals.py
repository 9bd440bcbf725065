"""Each entry is sealed, hangs on the one before, and the database itself refuses to change it."""

import pytest

from fieldforms.flow.filling import drafts
from fieldforms.flow.library import form_files
from fieldforms.flow.proof import erasures, verification
from fieldforms.flow.seals import entry_seals, sdjwt, signing_keys
from fieldforms.forms.loading import definition_of_data
from fieldforms.store import database, scope
from fieldforms.store.library import definitions
from fieldforms.store.models import Audit, Chain, Disclosure, Entry, Erasure, FormVersion
from fieldforms.store.record import records

MODELS = {model._meta.table_name: model for model in (Entry, Disclosure, FormVersion, Erasure)}


def seen(entry) -> records.Seen:
    return records.by_uuid(scope.SYSTEM, entry.record)


def bodies(entry) -> list[str]:
    return [row.body for row in Disclosure.select().where(Disclosure.entry == entry.id)]


def test_an_entry_verifies_with_the_published_key(shared):
    entry = shared.signed_sheet()
    payload, values = sdjwt.verify_jwt(entry.jwt, bodies(entry), signing_keys.public())
    assert payload["number"] == entry.number
    assert values["answers.satisfaction"] == "very_satisfied"
    assert values["signer"] == "丁一"


def test_the_seal_says_openly_what_and_when_but_not_what_was_answered(shared):
    entry = shared.signed_sheet()
    payload = seen(entry).entries[1].payload
    assert payload["form"] == "service-contact"
    assert payload["definition"] == seen(entry).definition.digest
    assert (payload["seq"], payload["step"], payload["outcome"]) == (2, "acceptance", "done")
    for word in ("丁一", "very_satisfied", "字幕机", "徐明"):
        assert word not in repr(payload)


def test_an_unanswered_question_is_sealed_like_an_answered_one(shared):
    """Or the number of disclosures would tell who gave a reason (design.md, "Seals")."""
    said = [
        seen(shared.signed_sheet(rating=rating)).entries[1].payload for rating in ("very_satisfied", "fair")
    ]
    assert len({len(payload["_sd"]) for payload in said}) == 1


def test_the_same_answer_is_sealed_differently_each_time(shared):
    """Salted: nobody guesses a rating by hashing the four answers."""
    first, second = ({row.digest for row in Disclosure.select().where(Disclosure.entry == shared.signed_sheet().id)}
                     for _ in range(2))  # fmt: skip
    assert not first & second


def test_a_copy_without_the_rating_still_verifies(shared):
    entry = shared.signed_sheet()
    mine = records.by_uuid(scope.Viewer.of(shared.users["chen"]), entry.record).entries[1]
    payload, values = sdjwt.verify_jwt(entry.jwt, list(mine.disclosures), signing_keys.public())
    assert "answers.satisfaction" not in values
    assert len(payload["_sd"]) == len(values) + 4  # rating, reasons, comments; the evidence


def test_entries_of_a_client_hang_on_each_other_in_order(world):
    entries = [world.waiting_sheet(), world.signed_sheet(), world.waiting_sheet("zhou", world.university)]
    chains = {}
    for entry in Entry.select().order_by(Entry.id):
        chains.setdefault(entry.chain.name, []).append(entry)
    assert sorted(map(len, chains.values())) == [1, 3]
    for chain in chains.values():
        prev = ""
        for seq, entry in enumerate(chain, 1):
            assert records.payload_of_jwt(entry.jwt)["prev"] == prev
            assert records.payload_of_jwt(entry.jwt)["chain_seq"] == entry.chain_seq == seq
            prev = entry.digest
    assert {chain.name: (chain.head, chain.length) for chain in Chain.select()} == {
        name: (chain[-1].digest, len(chain)) for name, chain in chains.items()
    }
    assert entry_seals.chain_name(world.office.client.id) == entries[0].chain.name
    assert entry_seals.chain_name(None) == "company"


def test_a_record_shows_for_ever_as_it_was_filled(world):
    """The first entry pins the version: a newer form does not reach an older sheet."""
    entry = world.waiting_sheet()
    old = seen(entry).definition
    newer = {**old.source, "label": {"zh": "新的联络单", "en": "New sheet"}}
    definitions.publish_definition(definition_of_data(newer))
    assert seen(entry).definition.label["zh"] == "客户服务联络单"
    new = drafts.start_draft(
        world.actor("chen"),
        "service-contact",
        {"device": world.office.device.id},
        drafts.new_uuid(),
        drafts.new_uuid(),
    )
    assert new.definition.label["zh"] == "新的联络单"
    assert FormVersion.select().where(FormVersion.key == "service-contact").count() == 2


def test_publishing_the_same_version_again_changes_nothing(world):
    before = FormVersion.select().count(), Audit.select().count()
    form_files.publish_all()
    assert (FormVersion.select().count(), Audit.select().count()) == before


# The database refuses


@pytest.fixture
def sealed(shared):
    """One of each row that must not change."""
    entry = shared.signed_sheet()
    erasures.erase_answers(shared.actor("admin"), entry.number, 2, ["answers.comments"], "客户要求")
    return entry


EVERYWHERE = [
    f"{verb} {table}{rest}"
    for table, column in [
        ("entries", "number"), ("disclosures", "body"), ("erasures", "name"), ("audit", "ref"), ("definitions", "body"),
        ("endorsements", "kid"),
    ]
    for verb, rest in [("UPDATE", f" SET {column} = {column}"), ("DELETE FROM", ""), ("DELETE FROM", " WHERE id = 1")]
]  # fmt: skip
ONE_ENGINE = {
    "sqlite": [
        f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}"
        for table in ("entries", "disclosures", "erasures", "audit", "definitions", "endorsements")
    ],
    "postgresql": [
        f"TRUNCATE {table} CASCADE"
        for table in ("entries", "disclosures", "erasures", "audit", "definitions", "endorsements")
    ],
}
CONTENT = {
    table: f"SELECT * FROM {table} ORDER BY id" for table in ("entries", "disclosures", "erasures", "audit")
}


def content() -> dict:
    return {table: database.database.execute_sql(sql).fetchall() for table, sql in CONTENT.items()}


def test_raw_updates_deletes_replacements_and_truncations_are_refused(sealed):
    before = content()
    for statement in EVERYWHERE + ONE_ENGINE[database.dialect_of()]:
        with pytest.raises(Exception, match="are (sealed|published)"):
            database.database.execute_sql(statement)
    assert content() == before


@pytest.mark.parametrize("table", ["entries", "disclosures", "erasures", "definitions"])
def test_an_upsert_changes_nothing(sealed, table):
    column = {"entries": "number", "disclosures": "body", "erasures": "name", "definitions": "key"}[table]
    columns = ", ".join(each.column_name for each in MODELS[table]._meta.sorted_fields)
    with pytest.raises(Exception, match="are (sealed|published)"):
        database.database.execute_sql(
            f"INSERT INTO {table} ({columns}) SELECT {columns} FROM {table} WHERE 1 = 1 "
            f"ON CONFLICT (id) DO UPDATE SET {column} = 'x'"
        )


def test_an_erasure_that_was_not_sealed_lets_verify_see_it(sealed):
    """The trigger lets a disclosure go when an erasure names it; `verify` asks for the sealed entry behind it."""
    target = Disclosure.select().where(Disclosure.entry == sealed.id).first()
    Erasure.create(entry=sealed.id, digest=target.digest, name="answers.satisfaction", by_entry=sealed.id)
    Disclosure.delete().where(Disclosure.id == target.id).execute()
    assert [d for d in verification.every_difference() if "erased without a sealed entry" in d.what]


def test_a_version_may_be_retired_and_nothing_else(shared):
    row = FormVersion.get(FormVersion.key == "limits")
    FormVersion.update(retired_at=1).where(FormVersion.id == row.id).execute()
    FormVersion.update(retired_at=None).where(FormVersion.id == row.id).execute()
    with pytest.raises(Exception, match="are (sealed|published)"):
        FormVersion.update(version=9).where(FormVersion.id == row.id).execute()
