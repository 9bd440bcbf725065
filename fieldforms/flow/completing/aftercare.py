"""跟进: a client was not content, or would not sign. Somebody looks after it: with an owner, a day, notes, and an outcome in words.

It opens by itself (flow/record/low_ratings.py says when) and is for those whom ratings are for, alone. Nothing but words closes it;
each word is a row that nobody changes. What the technician is to know of it is a note on the sheet (notes.py) that the supervisor
words for them: to them it is a note like any other, on whatever sheet.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from fieldforms.errors import N_, FollowUpWordsNeeded, NotAllowed, NotYourTurn
from fieldforms.flow import form_input, local_time
from fieldforms.flow.completing.record_access import record_by_number
from fieldforms.flow.form_input import ChoiceInput, DayInput, Input, TextInput
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import folding, projection
from fieldforms.flow.seals import entry_seals
from fieldforms.forms import conditions
from fieldforms.forms.kinds import KINDS
from fieldforms.i18n import pick
from fieldforms.store import audit
from fieldforms.store.database import transaction
from fieldforms.store.inbox import aftercare
from fieldforms.store.inbox.notes import REVIEW_NOTE
from fieldforms.store.models import Record, Review, User
from fieldforms.store.people import accounts
from fieldforms.store.record import records, review_rows
from fieldforms.store.scope import Viewer

CARE_DAYS = 7  # by then somebody has looked after it, where no day was set
ENDINGS = {
    "contented": N_("客户满意了"),
    "agreed": N_("已约定办法"),
    "unchanged": N_("客户仍不满意"),
    "unreachable": N_("联系不上客户"),
}
ENDING, TELL, OWNER, DUE = N_("结果"), N_("告诉技术员的话"), N_("跟进人"), N_("哪天之前")
NOBODY_YET = N_("还没有人")


@dataclass(frozen=True)
class Care:
    """A follow-up as its words so far have it. `due_on`: ISO day; `owner`: None for whoever reads ratings."""

    row: Record
    words: tuple[Review, ...]
    owner: User | None
    due_on: str

    @property
    def is_open(self) -> bool:
        return self.row.low_rating_since is not None

    @property
    def late(self) -> bool:
        return self.is_open and self.due_on < local_time.today()

    @property
    def is_refused(self) -> bool:
        """The client signed nothing; else the rating is low."""
        return self.row.outcome == folding.REFUSED


def cares_of_rows(rows: Sequence[Record]) -> list[Care]:
    """With their words: two questions however many they are."""
    said = aftercare.words_by_record(tuple(row.uuid for row in rows))
    return [care_of_row(row, said.get(row.uuid, [])) for row in rows]


def care_of_row(row: Record, words: Sequence[Review]) -> Care:
    owners = [each.owner for each in words if each.owner_id]
    days = [each.due_on for each in words if each.due_on]
    owner = owners[-1] if owners and owners[-1].disabled_at is None else None
    return Care(row, tuple(words), owner, days[-1] if days else first_day_due(row))


def care_since(row: Record) -> int:
    """UTC ms."""
    return row.low_rating_since or row.closed_at or row.updated_at


def first_day_due(row: Record) -> str:
    return (local_time.date_of(care_since(row)) + timedelta(days=CARE_DAYS)).isoformat()


def open_cares(actor: Actor) -> list[Care]:
    """All that are open, late ones first. Only for whom ratings are for (design.md, "Who may see what")."""
    rows = aftercare.records_cared_for(actor.viewer) if actor.viewer.reads_ratings else []
    return sorted(cares_of_rows(rows), key=lambda care: (not care.late, care.row.low_rating_since))


def cares_of_actor(actor: Actor) -> list[Care]:
    """Their own, those of whom they stand in for, and those that have no owner."""
    mine = {actor.user_id, *(user.id for user in actor.represented_users)}
    return [care for care in open_cares(actor) if care.owner is None or care.owner.id in mine]


def care_by_number(actor: Actor, number: str) -> Care:
    """Open or closed. Raises NotAllowed, NotFound, NotYourTurn for a sheet that never had one."""
    if not actor.viewer.reads_ratings:
        raise NotAllowed
    (care,) = cares_of_rows([record_by_number(actor, number).row])
    if not care.is_open and not care.words:
        raise NotYourTurn
    return care


def care_to_change(actor: Actor, number: str) -> Care:
    """As it is now, its chain locked: two may close it at once. Raises as `care_by_number`, NotYourTurn for a closed one."""
    entry_seals.lock_chain(care_by_number(actor, number).row.client_id)
    care = care_by_number(actor, number)
    if not care.is_open:
        raise NotYourTurn
    return care


def possible_owners() -> list[User]:
    return [user for user in accounts.active_users() if Viewer.of(user).reads_ratings]


def inputs_of_care() -> dict[str, Input]:
    names = {str(user.id): {"zh": user.name, "en": user.name} for user in possible_owners()}
    return {"owner": ChoiceInput(OWNER, names={"": NOBODY_YET, **names}), "due_on": DayInput(DUE)}


def add_words(actor: Actor, number: str, words: str, given: Mapping[str, str]) -> None:
    """A note, dated and named; `given` may change "owner" (user id) and "due_on" (ISO day). Raises Invalid, FollowUpWordsNeeded
    (nothing is said or changed), and as `care_to_change`."""
    with transaction():
        care = care_to_change(actor, number)
        values = form_input.read_input(inputs_of_care(), given)
        owner, due_on = int(values["owner"] or 0) or None, values["due_on"]
        changed = {
            "owner": owner if owner and (care.owner is None or owner != care.owner.id) else None,
            "due_on": due_on if due_on and due_on != care.due_on else None,
        }
        if not any(changed.values()):
            form_input.check_reason(words, FollowUpWordsNeeded)
        form_input.refuse_long_words(words)
        review_rows.add_review(care.row.uuid, actor.account, words, settles=aftercare.CARE, **changed)
        audit.record_action(actor.user_id, "record.care", care.row.number)


CLOSING: dict[str, Input] = {
    "care_ending": ChoiceInput(ENDING, names=ENDINGS),
    "tell": TextInput(TELL, most=form_input.LONGEST_WORDS, lines=2),
}


def close_care(actor: Actor, number: str, words: str, given: Mapping[str, str]) -> None:
    """`given`: "care_ending" (of ENDINGS), "tell" (what the technician is told, "" for nothing). Raises Invalid, FollowUpWordsNeeded,
    and as `care_to_change`."""
    with transaction():
        care = care_to_change(actor, number)
        form_input.check_reason(words, FollowUpWordsNeeded)
        values = form_input.read_input(CLOSING, given)
        review_rows.add_review(
            care.row.uuid, actor.account, words, settles=aftercare.LOW_RATING, ending=values["care_ending"]
        )
        if values["tell"]:
            review_rows.add_review(care.row.uuid, actor.account, values["tell"], settles=REVIEW_NOTE)
        projection.project_record(care.row.uuid)
        audit.record_action(actor.user_id, "record.low_rating", care.row.number)


def later_ratings(actor: Actor, care: Care) -> list[Record]:
    """What the client has said since: did it help?"""
    if care.row.client_id is None:
        return []
    return aftercare.rated_since(actor.viewer, care.row.client_id, care_since(care.row))


def said_by_client(seen: records.Seen, lang: str) -> list[tuple[str, str]]:
    """(question, answer) of what only supervisors read."""
    told = folding.fold_entries(seen.definition, seen.entries).told_answers
    return [
        (pick(field.label, lang), KINDS[field.type].text(told[field.name], field, lang))
        for field in seen.definition.fields.values()
        if field.private_to and conditions.is_filled(told.get(field.name))
    ]
