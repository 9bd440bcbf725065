"""Every change leaves its line beside it; a line that cannot be written undoes its change."""

import re
from functools import partial

import pytest

from fieldforms.errors import Completed, NotAllowed, NotFound, NotYourTurn
from fieldforms.flow.completing import (
    completion,
    corrections,
    record_access,
    record_events,
    signature_requests,
)
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.proof import erasures
from fieldforms.store import database
from fieldforms.store.models import Audit
from tests import audit_lines
from tests.flow.completing.hands import break_audit, lines, mend_audit, signing


def test_every_verb_leaves_its_line_beside_the_change(shared):
    waiting = shared.waiting_sheet()
    record_events.cancel_record(shared.actor("chen"), waiting.number, "客户改期")
    assert [line.action for line in audit_lines.lines_about(waiting.number)] == [
        "entry.done",
        "entry.cancelled",
    ]
    assert [line.actor_id for line in audit_lines.lines_about(waiting.number)] == [
        shared.users["chen"].id
    ] * 2
    signed = shared.signed_sheet()
    corrections.correct_record(shared.actor("chen"), signed.number, "日期写错了")
    record_access.review_record(shared.actor("gao"), signed.number, "")
    assert [line.action for line in audit_lines.lines_about(signed.number)][-2:] == [
        "record.correct",
        "record.review",
    ]


def test_no_line_holds_what_people_wrote(shared):
    entry = shared.signed_sheet(request="秘密会议")
    corrections.correct_record(shared.actor("chen"), entry.number, "日期写错了")
    for line in Audit.select():
        assert not re.search("秘密会议|日期写错了|字幕机", f"{line.action} {line.ref} {line.detail}")


def test_a_refusal_leaves_no_line(shared):
    waiting, signed = shared.waiting_sheet(), shared.signed_sheet()
    before = lines()
    for login, verb, number in [
        ("chen", record_events.recall_sheet, signed.number), ("chen", record_events.cancel_record, signed.number), ("zhou", record_events.cancel_record, waiting.number),
        ("chen", corrections.correct_record, waiting.number), ("shen", record_events.recall_sheet, waiting.number),
    ]:  # fmt: skip
        with pytest.raises((NotAllowed, NotFound, NotYourTurn, Completed)):
            verb(shared.actor(login), number, "because")
    assert lines() == before


CHANGES = {
    "complete": lambda world: partial(complete_new, world, world.working_sheet()),
    "sign": lambda world: signing(world, world.waiting_sheet()),
    "recall": lambda world: partial(
        record_events.recall_sheet, world.actor("chen"), world.waiting_sheet().number, "x"
    ),
    "cancel": lambda world: partial(
        record_events.cancel_record, world.actor("chen"), world.waiting_sheet().number, "x"
    ),
    "correct": lambda world: partial(
        corrections.correct_record, world.actor("chen"), world.signed_sheet().number, "x"
    ),
    "review": lambda world: partial(
        record_access.review_record, world.actor("gao"), world.signed_sheet().number, "x"
    ),
    "erase": lambda world: partial(
        erasures.erase_answers,
        world.actor("admin"),
        world.signed_sheet().number,
        2,
        ["answers.comments"],
        "x",
    ),
    "hand over": lambda world: partial(
        signature_requests.hand_phone_over, world.actor("chen"), world.waiting_sheet().number
    ),
    "link": lambda world: partial(
        signature_requests.make_signing_link, world.actor("chen"), world.waiting_sheet().number
    ),
}


def complete_new(world, draft):
    return completion.complete(world.actor("chen"), draft.uuid, HandedIn(draft.answers)).entry


def test_a_change_whose_line_cannot_be_written_does_not_happen(world):
    for name, prepare in CHANGES.items():
        change = prepare(world)
        before = everything()
        break_audit()
        with pytest.raises(Exception, match="no audit today"):
            change()
        mend_audit()
        assert everything() == before, name
        change()
        assert everything() != before, name


def everything() -> list:
    """All rows but the chains', which are made when they are first looked for."""
    tables = [
        table
        for table in database.database.get_tables()
        if not table.startswith(("search_", "chains", "sqlite_"))
    ]
    return [
        (table, sorted(map(repr, database.database.execute_sql(f"SELECT * FROM {table}").fetchall())))
        for table in tables
    ]
