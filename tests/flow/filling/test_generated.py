"""Forms that nobody wrote, filled by their people to the end: sealed, signed, returned, corrected, erased, printed,
exported, rebuilt and verified, on both engines (the forms: tests/forms/generated.py)."""

import csv
import hashlib
import io
import json
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldforms.flow.completing import completion, corrections, signature_requests
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts, posted_answers
from fieldforms.flow.people.actors import SIGNERS, Actor
from fieldforms.flow.proof import erasures, verification
from fieldforms.flow.record import client_leads, folding, projection
from fieldforms.flow.reporting import exports
from fieldforms.flow.sheets import record_sheets
from fieldforms.forms import conditions
from fieldforms.forms.definition import Definition
from fieldforms.forms.definition import Field as Question
from fieldforms.forms.questions import read_answers
from fieldforms.paper import pdf
from fieldforms.store import clock, scope
from fieldforms.store.files import files
from fieldforms.store.library import definitions
from fieldforms.store.models import Part, Record
from fieldforms.store.record import lists, records
from tests.forms import generated, generated_answers
from tests.forms.generated import seldom
from tests.forms.tiny import one_field, text
from tests.people import STROKES, World

pytestmark = pytest.mark.long

NOVEMBER = 1_795_500_600_000  # generated.NOW in Shanghai
LOGINS = {"technician": "chen", "dispatcher": "sunmin", "supervisor": "gao", "anyone": "chen"}
MOST_TURNS = 12
SECRET = "zq9private"  # how every private text begins
FEW = settings(max_examples=50, derandomize=True)


@dataclass
class Walk:
    """One record on its way: who fills it, and what was hidden in it."""

    world: World
    draw: object
    definition: Definition
    number: str = ""
    returned: bool = False
    secrets: set[str] = field(default_factory=set)
    photo: bytes = b"a photo"

    def person(self, step, answers: dict) -> Actor:
        named = folding.assignee_of_step(self.definition, step, answers)
        if named:
            return Actor(next(user for user in self.world.users.values() if user.id == named))
        return self.world.actor(LOGINS[step.by])

    def known(self, draft_uuid: str) -> dict:
        place, chen = self.world.office, self.world.users["chen"]
        photo = files.keep_file(self.photo, "image/jpeg")
        files.note_upload(draft_uuid, hashlib.sha256(self.photo).hexdigest(), photo)
        part, _made = Part.get_or_create(
            name="投影灯泡",
            defaults={"model": "ELPLP96", "unit": "只", "kind": "part", "created_at": clock.now()},
        )
        return {
            "user": {"id": chen.id, "name": chen.name},
            "device": {"code": place.code.code, "name": place.device.name},
            "part": {"id": part.id, "name": part.name},
            "photo": photo.digest,
        }

    def says(self, question: Question, known: dict):
        """A valid answer; what is private is marked, where words can be."""
        value = generated_answers.valid(self.draw, question, known)
        words = question.type in ("text", "long_text") and "max_length" not in question.constraint
        if question.private_to and words:
            value = f"{SECRET}{len(self.secrets)}x"
            self.secrets.add(value)
        return value

    def willing(self, found, viewer) -> dict:
        """Some of the questions answered, then all that the page asks for; posted as a page posts it."""
        fields, known = found.definition.fields_of(found.step), self.known(found.draft.uuid)
        given_answers = dict(found.draft.answers)
        for question in fields:
            # what is private always: the test is about it, and few forms have any
            wants = question.name not in given_answers and (question.private_to or self.draw(st.booleans()))
            if wants and (value := self.says(question, known)) is not None:
                given_answers[question.name] = value
        for _round in range(len(fields) + 3):
            posted = read_answers(found.definition, found.step, generated_answers.body(fields, given_answers))
            wrong = drafts.problems_of_step(found, drafts.answers_as_sealed(found, posted, viewer))
            if not wrong:
                return posted
            for name in sorted(
                {item.field.name.split(".")[0] for item in wrong}
            ):  # the same draws in every run
                given_answers[name] = self.says(found.definition.fields[name], known)
        raise AssertionError([(item.field, item.sentence, posted.get(item.field.name)) for item in wrong])

    # Turns

    def begin(self) -> None:
        step = self.definition.steps[0]
        actor = self.world.actor(LOGINS[step.by])
        found = drafts.start_draft(
            actor, self.definition.key, self.origin(), drafts.new_uuid(), drafts.new_uuid()
        )
        drafts.save_draft(actor, found, found.draft.answers, 0, "tests")
        self.seal(actor, drafts.draft_to_fill(actor, found.draft.uuid))

    def origin(self) -> dict:
        place = self.world.office
        return self.draw(
            st.sampled_from(
                ({"client": place.client.id}, {"room": place.room.id}, {"device": place.device.id})
            )
        )

    def seal(self, actor: Actor, found, **values) -> None:
        answers = self.willing(found, posted_answers.answers_viewer(actor))
        if found.step.sign:
            ink = {"typed": True} if self.draw(st.booleans()) else {"strokes": STROKES}
            names = client_leads.names_of_leads(found.step, found.client) or ("丁一", "𠮷野 🎤")
            values = {"signer": self.draw(st.sampled_from(names)), **ink, **values}
        row = drafts.save_draft(actor, found, answers, found.draft.version, "tests")
        entry = completion.complete(
            actor, row.uuid, HandedIn(row.answers, **values), version=row.version
        ).entry
        self.number = entry.number

    @property
    def seen(self) -> records.Seen:
        return records.by_number(scope.SYSTEM, self.number)

    @property
    def fold(self) -> folding.Fold:
        return folding.fold_entries(self.seen.definition, self.seen.entries)

    def finish(self) -> None:
        for _turn in range(MOST_TURNS):
            fold = self.fold
            if fold.turn is None:
                return
            self.turn(fold)
        raise AssertionError("no end")

    def turn(self, fold: folding.Fold) -> None:
        step = fold.turn
        if step.by in SIGNERS:
            _seen, row = signature_requests.signer_draft(self.world.actor("sunmin"), self.number)
            actor = Actor(self.world.users["sunmin"], "handed_over", extra={"draft": row.uuid})
        else:
            actor = self.person(step, fold.answers)
            row = drafts.open_next_step(actor, self.seen)
        found = drafts.draft_to_fill(actor, row.uuid)
        if step.returns_to and not self.returned and self.send_back(actor, found):
            return
        if step.by in SIGNERS and self.draw(seldom):
            outcome = self.draw(st.sampled_from((folding.REFUSED, folding.ABSENT)))
            why = HandedIn({}, outcome=outcome, reason="有事", shown=fold.shown_digest)
            completion.complete(self.world.actor("sunmin"), row.uuid, why)
            return
        self.seal(actor, found, shown=fold.shown_digest)

    def send_back(self, actor: Actor, found) -> bool:
        """Once, where the form's condition allows it."""
        self.returned = True
        if not conditions.is_relevant(found.step.return_relevant, found.earlier):
            return False
        why = HandedIn({}, outcome=folding.RETURNED, reason="请补充", shown=found.fold.shown_digest)
        completion.complete(actor, found.draft.uuid, why)
        return True

    def correct(self) -> None:
        step = self.definition.steps[0]
        if self.fold.state != "closed":
            return
        old, actor = self.number, self.world.actor(LOGINS[step.by])
        draft = corrections.correct_record(actor, old, "写错了")
        self.seal(actor, drafts.draft_to_fill(actor, draft.uuid))
        assert Record.get(Record.number == old).corrected_by == self.number
        self.finish()

    def erase_one(self) -> None:
        said = [
            (each.row.seq, name) for each in self.seen.entries for name in each.answers if each.answers[name]
        ]
        if said:
            seq, name = self.draw(st.sampled_from(said))
            erasures.erase_answers(
                self.world.actor("admin"), self.number, seq, [f"answers.{name}"], "本人要求"
            )
            entry = self.seen.entries[seq - 1]
            assert name not in entry.answers and f"answers.{name}" in entry.erased


def published(data: dict, number: int) -> Definition:
    definition = generated.definition_of_data({**data, "key": f"generated-{number}", "confidential": False})
    definitions.publish_definition(definition)
    return definition


def test_any_form_is_filled_to_its_end_and_kept(shared):
    counted, hidden = iter(range(10_000)), set()

    @FEW
    @given(generated.definitions(), st.data())
    def walk(accepted, data):
        with clock.pretend_now(NOVEMBER):
            going = Walk(shared, data.draw, published(accepted.source, next(counted)))
            going.begin()
            going.finish()
            no_secret_leaks(going)
            going.correct()
            going.erase_one()
            no_secret_leaks(going)
            exported(going)
            drawn(going)
            hidden.update(going.secrets)

    walk()
    assert hidden
    before = everything()
    projection.rebuild_all()
    assert everything() == before
    assert list(verification.every_difference()) == []


def no_secret_leaks(going: Walk) -> None:
    """What is private to others is in no copy of the technician's: not on paper, in the seals inside it, nor in lists."""
    seen = records.by_number(going.world.actor("chen").viewer, going.number)
    if seen is None:
        return
    told = [
        record_sheets.record_json(seen).decode(),
        repr(seen.row.__data__),
        repr([entry.answers for entry in seen.entries]),
    ]
    told += [repr(record_sheets.sheet_of_record(seen, lang)) for lang in ("zh", "en")]
    told += [repr(row) for row in table(going, "chen", "csv")]
    assert not [text for text in told if SECRET in text]
    for secret in going.secrets:
        filters = lists.RecordFilters(text=secret)
        assert not lists.page_of_records(going.world.actor("chen").viewer, filters).rows


def table(going: Walk, login: str, kind: str):
    pieces = exports.begin_list_of_records(
        going.world.actor(login), lists.RecordFilters(key=going.definition.key), kind, "zh"
    )
    stream = io.BytesIO(b"".join(pieces))
    return (
        list(csv.reader(io.TextIOWrapper(stream, "utf-8-sig", newline="")))
        if kind == "csv"
        else stream.read()
    )


def exported(going: Walk) -> None:
    assert going.number in [row[0] for row in table(going, "gao", "csv")]
    assert table(going, "gao", "xlsx").startswith(b"PK")


def drawn(going: Walk) -> None:
    for lang in ("zh", "en"):
        sheet = record_sheets.sheet_of_record(going.seen, lang, "https://ff.example.cn")
        assert sheet.blocks or not going.fold.answers
        assert json.dumps(pdf._json_value(pdf._page_data(sheet, {})), ensure_ascii=False)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_any_sheet_is_printed(shared, lang):
    @settings(FEW, max_examples=6)
    @given(generated.definitions(), st.data())
    def prints(definition, data):
        answers = {
            name: value
            for name, question in definition.fields.items()
            if (value := generated_answers.valid(data.draw, question)) is not None
            and data.draw(st.booleans())
        }
        for each in ({}, answers):
            sheet = replace(record_sheets.draft_sheet(definition, each, lang), number="GE-202611-0001")
            assert pdf.render_sheet(sheet, timestamp_ms=NOVEMBER).startswith(b"%PDF")

    prints()


def test_where_nobody_signs_a_complete_correction_takes_the_place(shared):
    chen, form = shared.actor("chen"), published({**one_field().source}, 0)
    new = drafts.start_draft(
        chen, form.key, {"room": shared.office.room.id}, drafts.new_uuid(), drafts.new_uuid()
    )
    drafts.save_draft(chen, new, {}, 0, "tests")
    old = completion.complete(chen, new.draft.uuid, HandedIn({})).entry
    draft = corrections.correct_record(chen, old.number, "写错了")
    later = completion.complete(chen, draft.uuid, HandedIn({})).entry
    assert Record.get(Record.number == old.number).superseded_by == later.number
    assert Record.get(Record.number == later.number).in_force


def test_a_correction_supersedes_also_where_the_first_step_is_signed(shared):
    """Found by the walk above: its first entry forgot what it corrects, why, and where."""
    data = one_field().source
    signed = data["step"][0] | {
        "sign": text("签字"),
        "consent": {"zh": "同意", "en": "Agreed", "version": "1"},
    }
    chen, form = shared.actor("chen"), published({**data, "step": [signed]}, 0)
    about = {"room": shared.office.room.id}
    new = drafts.start_draft(chen, form.key, about, drafts.new_uuid(), drafts.new_uuid())
    drafts.save_draft(chen, new, {}, 0, "tests")
    ink = HandedIn({}, signer="陈志远", typed=True)
    old = completion.complete(chen, new.draft.uuid, ink).entry
    draft = corrections.correct_record(chen, old.number, "写错了")
    later = records.by_number(scope.SYSTEM, completion.complete(chen, draft.uuid, ink).entry.number)
    assert later.row.supersedes == old.number
    assert later.row.room_id == shared.office.room.id
    assert later.entries[0].facts["reason"] == "写错了"
    assert Record.get(Record.number == old.number).superseded_by == later.row.number


def everything() -> list[str]:
    """The projection without its row ids."""
    rows = [{**row, "id": None} for row in Record.select().dicts()]
    return sorted(map(repr, rows))
