"""Every sheet of the company through its pages, from one table (tests/forms/sheets.py): each step, each way it ends.

Where a walk has ended, the record prints, exports, is rebuilt from its entries and verifies like any other.
"""

import re
from html import unescape

import pytest

from fieldforms.flow.proof import verification
from fieldforms.flow.record import projection
from fieldforms.store import scope
from fieldforms.store.models import Draft, Record
from fieldforms.store.record import records
from fieldforms.web.file_responses import MEDIA_TYPES
from tests.forms.sheets import WALKS
from tests.forms.walks import BY_SHEET, DONE
from tests.web.sheets.hands import confirm
from tests.web.sheets.walker import Walker

STAYS = (
    "uuid",
    "number",
    "key",
    "state",
    "next_step",
    "summary",
    "result",
    "due_on",
    "open_points",
    "confidential",
)


def offered(walker, login) -> set[str]:
    page = unescape(walker.browser(login).get(f"/records/{walker.number}").text)
    return set(re.findall(rf"/forms/([\w-]+)/new\?follows={walker.number}", page))


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.name)
def test_a_sheet_is_walked_through_its_pages(world, walk):
    walker = Walker(world, walk)
    for number, turn in enumerate(walk.turns):
        (walker.go_on if number else walker.begin)(turn)
        row = walker.row()
        entries = [entry for entry in records.record_in_full(row.uuid).entries if entry.step == turn.step]
        assert entries[-1].outcome == (DONE if turn.outcome == BY_SHEET else turn.outcome)
        if turn.who in world.users:
            # what follows may be a technician's to begin, whoever's step it follows
            assert set(turn.offers) <= offered(walker, turn.who) | offered(walker, "chen")
        begun = {r.key for r in Record.select().where(Record.follows == row.number)}
        begun |= {d.definition.key for d in Draft.select() if d.origin.get("follows") == row.number}
        assert set(turn.opens) <= begun
        late = "事后批准" in walker.browser("gao").get(f"/records/{row.number}").text
        assert late or not turn.after_the_fact
    row = walker.row()
    assert (row.state, row.confidential) == (walk.state, walk.confidential)
    ends_well(walker, row)


def ends_well(walker, row):
    gao = walker.browser("gao")
    pdf = gao.get(f"/records/{row.number}.pdf")
    assert pdf.status_code == 200 and pdf.data.startswith(b"%PDF")
    confirm(gao)
    assert gao.get(f"/records.xlsx?form={row.key}").mimetype == MEDIA_TYPES["xlsx"]
    before = {name: getattr(row, name) for name in STAYS}
    projection.rebuild_all()
    again = Record.get(Record.uuid == row.uuid)
    assert {name: getattr(again, name) for name in STAYS} == before
    assert list(verification.every_difference()) == []
    assert records.by_uuid(scope.SYSTEM, row.uuid).entries[-1].row.number == row.number
