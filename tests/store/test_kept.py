"""Every database that is kept (tests/kept) is brought up to date, and is still what it was. Nothing here knows which
migrations there are, but for what they mean to change (CHANGED): all that follow are tried as they are (docs/migrations.md)."""

import hashlib

import pytest
from playhouse.migrations import Runner

from fieldforms import config, wiring
from fieldforms.flow.proof import verification
from fieldforms.flow.record import projection
from fieldforms.flow.seals import signing_keys
from fieldforms.store import clock, database
from fieldforms.store.models import Audit
from tests.kept import looking, telling
from tests.kept.loading import MIGRATIONS, VERSIONS, Kept
from tests.store.hands import KILLED, NOTED_DOWN, migrating
from tests.web.hands import Form

LATER = MIGRATIONS[1:]


@pytest.fixture
def settings(kept):
    """Of the application: `app` and all that takes it finds the kept database."""
    return config.current


@pytest.fixture
def app(app, settings):
    """Its first start: here it is migrated."""
    wiring.prepare(settings)
    return app


def lines(sentence: str, places: list[str]) -> str:
    return "\n  ".join([f"{sentence}:", *places])


# Brought up to date


def test_it_is_migrated_and_nothing_differs_from_its_seals(kept):
    database.migrate()
    assert database.pending_migrations() == []
    assert list(verification.every_difference()) == []
    assert list(verification.differences_from_heads(kept.said["heads"])) == []


def test_it_says_what_it_said(kept):
    database.migrate()
    assert telling.unsaid(kept.answers, telling.everything()) == []


def test_it_says_so_too_when_it_is_projected_anew(kept):
    database.migrate()
    projection.rebuild_all()
    assert telling.unsaid(kept.answers, telling.everything()) == []


def test_its_projection_is_made_anew_by_the_rules_of_today_and_then_compared(kept, app):
    """`app` is its first start. What 0001 was projected by had no number yet."""
    assert projection.is_behind() == (kept.said.get("rules") != projection.RULES)
    assert projection.rebuild_all() > 0
    assert not projection.is_behind()
    assert list(verification.every_difference()) == []


# flow.record.projection.RULES → what it makes of the kept database 0001, on each engine.
FIRST = {
    "sqlite": "f5ba5eeb4cd0129deb6358c209107ab098445bd720f1987a547e4c7d4f7555a7",
    "postgresql": "fb3b6cfe97a4903486aeaf79419dfaaeed827929465e995254d20c1a28a7a3d0",
}
SIXTH = {  # times, signatures and costs stand in columns; a paper replaces no signature of the client's until it is approved
    "sqlite": "fb71f109b6b74b4466f5a301d930024b82dfaf5d61af4572c0151c2a98d819e2",
    "postgresql": "46787a805e8d155425d5ae7d9a99b171e78b0b2710d66dc9d93c83d8eea3fd81",
}
MADE_BY_RULES = {
    1: FIRST,
    2: FIRST,  # none of its fields is private to others beside the readers of ratings
    3: FIRST,  # none of its faults was repaired by one and reviewed by another
    4: {  # a refused signature waits for a follow-up, what was sent back says since when
        "sqlite": "21366ff8096b6e2a94c7efba7f35ff4dd5b6ad37d300526fe9604284730db3af",
        "postgresql": "fcbb091728060cf9dc085171cc096e66ce8a025901b262937f7f5213af958b69",
    },
    6: SIXTH,
    7: SIXTH,  # none of its sheets was cancelled after a low rating or a refused signature
}


def test_another_projection_has_another_number(load, engine):
    """Rules that changed without it would leave every installation with lists of before, and `verify` would call them forged."""
    kept = load("0001")
    with clock.pretend_now(kept.said["now"]):
        database.migrate()
        projection.rebuild_all()
        found = hashlib.sha256(repr(looking.projected()).encode()).hexdigest()
    known = MADE_BY_RULES.get(projection.RULES, {}).get(engine)
    assert found == known, (
        f"the projection is another one than before: raise RULES in flow/record/projection.py and add to MADE_BY_RULES "
        f"what it makes now, here {engine}: {found}"
    )


def test_its_keys_are_endorsed_by_its_first_start(kept, app):
    """0003 brought endorsements: later keys vouched for each other when they were made."""
    trust = signing_keys.trust_in_keys()
    assert trust.trusted and not trust.unendorsed and not trust.unvouched
    endorsed = {line.ref for line in Audit.select().where(Audit.action == "keys.endorse")}
    assert endorsed == (set(trust.trusted) if kept.folder.name < "0003" else set())
    assert list(verification.every_difference()) == []


def test_it_has_the_schema_of_a_new_database(kept, new_database, engine):
    database.migrate()
    found = looking.schema()
    database.database.close()
    database.connect(new_database(engine))
    assert found == looking.schema()


def test_no_reference_leads_nowhere(kept):
    """SQLite does not look while tables are rebuilt: foreign keys are off there."""
    database.migrate()
    if database.dialect_of() == "sqlite":
        assert looking.asked("PRAGMA foreign_key_check") == []


# What its rows say

# Migration → tables and columns in which rows of before say something else than they did, or nothing. Each was meant.
CHANGED = {"0006_day_of_work": {"record_devices.opened_at"}}  # it is called dated_at from there on


def test_every_row_of_before_still_says_what_it_said(kept):
    was = looking.contents()
    assert all(was.values()) or kept.folder.name == "0001"
    applied = database.migrate()
    meant = set().union(*(CHANGED.get(name, ()) for name in applied))
    lost = looking.losses(was, looking.contents())
    unmeant = [said for place, said in lost.items() if place not in meant]
    assert not unmeant, lines("rows of before say less", unmeant)


# What is sealed


def test_every_trigger_is_still_there(kept):
    before = looking.triggers()
    database.migrate()
    gone = sorted(before.keys() - looking.triggers().keys())
    assert not gone, lines("a rebuilt table drops its triggers: make them again, in the migration", gone)


def test_what_was_sealed_is_refused_to_whoever_changes_it(kept):
    before = looking.refused()
    assert {"DELETE FROM entries", 'UPDATE disclosures SET "body" = "body"'} <= before.keys()
    database.migrate()
    now = looking.refused()
    passed = sorted(before.keys() - now.keys())
    assert not passed, lines("this was refused, and goes through now", passed)


def test_a_new_column_of_a_sealed_table_is_sealed_with_it(kept):
    before = looking.refused()
    whole = [table for table in looking.guarded_tables() if set(looking.attacks(table)) <= before.keys()]
    assert {"entries", "erasures", "audit", "movements"} <= set(whole)
    database.migrate()
    now = looking.refused()
    passed = [attack for table in whole for attack in looking.attacks(table) if attack not in now]
    assert not passed, lines("the whole table is sealed, and this goes through", passed)


def test_sealed_rows_are_the_same(kept):
    names = {table: looking.columns(table) for table in looking.guarded_tables()}
    before = {table: looking.rows(table, columns) for table, columns in names.items()}
    assert all(before.values())
    database.migrate()
    assert {table: looking.rows(table, columns) for table, columns in names.items()} == before


def test_sealed_tables_only_ever_get_nullable_columns(kept):
    """A value in the rows of before would be one that nobody sealed; and on SQLite such a column takes a rebuilt table."""
    before = {table: looking.columns(table) for table in looking.guarded_tables()}
    assert {"entries", "disclosures", "erasures", "audit", "movements"} <= before.keys()
    database.migrate()
    filled = looking.filled_columns(before)
    assert not filled, lines(
        "rows of before have no value for it: make it null=True, without a default", filled
    )


# People go on


def test_who_was_signed_in_still_is_and_sees_the_photos(kept, app):
    chen = browser(app, kept, "chen")
    assert chen.get("/").status_code == 200
    for address in kept.said["ways"]["photos"]:
        photo = chen.get(address)
        assert (photo.status_code, photo.mimetype) == (200, "image/jpeg")
    assert app.test_client().get(kept.said["ways"]["feed"]).status_code == 200


def test_every_sheet_is_read_and_printed(kept, app):
    gao = browser(app, kept, "gao")
    for number in kept.said["seen_by"]["gao"]:
        assert gao.get(f"/records/{number}").status_code == 200
        assert gao.get(f"/records/{number}.pdf").data.startswith(b"%PDF")


def test_a_sheet_in_hand_is_completed(kept, app):
    way = kept.said["ways"]["draft"]
    checked = Form(browser(app, kept, "chen"), way["address"]).post(then="check", **way["body"])
    completed = Form(browser(app, kept, "chen"), checked.location, "complete").post()
    assert completed.status_code == 303 and "/records/" in completed.location
    assert list(verification.every_difference()) == []


def test_a_link_that_was_sent_is_signed(kept, app):
    way = kept.said["ways"]["link"]
    assert Form(app.test_client(), way["address"], "sign").post(**way["body"]).status_code == 303
    assert list(verification.every_difference()) == []


def test_a_copy_that_a_client_was_given_is_still_read(kept, app):
    given = kept.said["ways"].get("copies", [])
    assert given or kept.folder.name == "0001"
    assert all("丁一" in app.test_client().get(address).text for address in given)


def browser(app, kept: Kept, login: str):
    opened = app.test_client()
    with opened.session_transaction() as session:
        session["_user_id"] = kept.said["ways"]["sessions"][login]
        session["_fresh"] = True
    return opened


# Each migration by itself


@pytest.fixture(params=LATER)
def before(request, load) -> str:
    """The last kept database that this migration has yet to come to is brought to just before it: its name."""
    number, place = request.param[:4], MIGRATIONS.index(request.param)
    load([version for version in VERSIONS if version < number][-1])
    Runner(database.database.obj, str(database.MIGRATIONS)).up(MIGRATIONS[place - 1])
    return request.param


def test_a_migration_changes_something(before):
    was = looking.everything()
    Runner(database.database.obj, str(database.MIGRATIONS)).up(before)
    assert looking.everything() != was, f"{before} does nothing on {database.dialect_of()}"


def test_a_migration_loses_nothing_that_it_does_not_mean_to(before):
    was = looking.contents()
    Runner(database.database.obj, str(database.MIGRATIONS)).up(before)
    lost, meant = looking.losses(was, looking.contents()), CHANGED.get(before, set())
    unmeant = [f"{place!r}: {said}" for place, said in lost.items() if place not in meant]
    assert not unmeant, lines(f"mend {before}; or, if it means to, say so in CHANGED", unmeant)
    assert meant <= lost.keys(), f"{before} loses nothing of {meant - lost.keys()}: take it out of CHANGED"


def test_a_migration_that_is_killed_before_its_end_leaves_all_as_it_was(before, empty_url):
    was = looking.everything()
    database.database.close()
    assert migrating(KILLED, empty_url, NOTED_DOWN).wait() == 9
    assert looking.everything() == was
    assert before in database.migrate()
