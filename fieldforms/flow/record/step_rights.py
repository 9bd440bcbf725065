"""Whose a record's step is: by role, by name, by whom they serve, and not theirs whose own work it looks at.

While nobody of those is left (moved, disabled, never there) it is whose the form says instead (`else_by`), and at last
the dispatcher's: no step is nobody's. The buttons, the lists, the board and the verbs ask here alike; store/inbox/doers.py
says the same as a query.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from fieldforms.flow.people.actors import (
    FILLS,
    SIGNERS,
    Actor,
    may_fill_as,
    may_start_as,
    person_stood_in_for,
)
from fieldforms.flow.record import approvals, folding
from fieldforms.forms.definition import Definition, Step
from fieldforms.store import scope
from fieldforms.store.faults import board
from fieldforms.store.models import Draft, Record, User
from fieldforms.store.people import accounts
from fieldforms.store.record.records import Sealed, Seen
from fieldforms.store.register import clients

LAST_RESORT = (
    "dispatcher",
    "supervisor",
)  # whose a step is when nobody else's; the second while there is none of the first
OWN_IF_PERSONAL = ("technician", "anyone")  # whose steps of a personal sheet are its person's


class Staff:
    """Who works here and whom they serve: read when first asked for, once for any number of records."""

    def __init__(self, client_ids: Iterable[int] = ()):
        self.serving: dict[int, list[User]] = {}
        self.look_up({*client_ids})

    @cached_property
    def people(self) -> dict[int, User]:
        return {user.id: user for user in accounts.active_users()}

    def look_up(self, client_ids: set[int]) -> None:
        if client_ids:
            found = board.technicians_by_client(client_ids)
            self.serving |= {id: found.get(id, []) for id in client_ids}

    def technicians_of(self, client_id: int) -> list[User]:
        """Those in use who serve the client."""
        if client_id not in self.serving:
            self.look_up({client_id})
        return [user for user in self.serving[client_id] if user.role == "technician"]

    def people_of_role(self, role: str) -> list[User]:
        return [user for user in self.people.values() if user.role in FILLS[role]]

    def people_by_id(self, *ids: int | None) -> list[User]:
        return [self.people[id] for id in ids if id in self.people]


@dataclass(frozen=True)
class StepTurn:
    """Whose a step is now: in which role, and who they are. `fell`: nobody is left of those the form says."""

    by: str
    people: tuple[User, ...]
    fell: bool

    def is_for(self, user: User | None) -> bool:
        """Theirs to do; what not even the last ones may do is theirs to end."""
        if user is None:
            return False
        return user.id in {each.id for each in self.people} if self.people else user.role == self.by


def has_fallen(seen: Seen) -> bool:
    """Does the record wait at a step of which nobody is left that the form says?"""
    fold = folding.fold_entries(seen.definition, seen.entries)
    if fold.turn is None:
        return False
    person = folding.assignee_of_step(seen.definition, fold.turn, fold.answers)
    return turn_of_step(fold.turn, seen.row, fold.standing, person).fell


def may_fill_step(actor: Actor, seen: Seen, step: Step, earlier: dict) -> bool:
    """May this person with an account fill that step of a record they see? `earlier`: the answers before the step."""
    standing = folding.standing_entries(seen.definition, seen.entries)
    person = folding.assignee_of_step(seen.definition, step, earlier)
    return acts_as(actor, step, seen.row, standing, person, seen.definition) is not None


def acts_as(
    actor: Actor,
    step: Step,
    row: Record,
    standing: Mapping[str, Sealed],
    person: int | None,
    form: Definition,
) -> str | None:
    """The role in which this person may fill the step: its own, or the one it fell to; None: it is not theirs.

    `standing`: as in a Fold; `person`: who is named to do it. The step's own people are asked first: for them nobody
    needs to know who else there is.
    """
    if (
        actor.user is None
        or actor.user.id in approvals.authors_looked_at(step, standing)
        or approvals.is_own_request(actor, row, step)
    ):
        return None
    if may_fill_as(actor, step.by, person) and (
        keeps_first_step(actor, row, step, form) or is_at(actor, step.by, row)
    ):
        return step.by
    if step.by in SIGNERS:
        return None
    now = turn_of_step(step, row, standing, person)
    other = now.by != step.by and may_fill_as(actor, now.by) and is_at(actor, now.by, row)
    return now.by if other and not (now.fell and stays_theirs(step, row)) else None


def is_at(actor: Actor, by: str, row: Record) -> bool:
    """An engineer who was sent sees the record, its other steps are for those who serve the client; what is personal
    is its person's."""
    if by in OWN_IF_PERSONAL and row.personal and row.opened_by_id != actor.user_id:
        return False
    return by != "technician" or serves_client(actor, row.client_id)


def keeps_first_step(actor: Actor, row: Record, step: Step, form: Definition) -> bool:
    """Who began a sheet says its first step anew themselves, whomever they serve by then."""
    return row.opened_by_id == actor.user_id and step.name == form.steps[0].name


def stays_theirs(step: Step, row: Record) -> bool:
    """What is somebody's own, and what is to be approved, nobody does instead: it can be ended."""
    return row.personal or bool(step.approves)


def serves_client(actor: Actor, client_id: int | None) -> bool:
    """Does the actor (still) serve this client?"""
    return client_id is None or clients.get_client(actor.viewer, client_id) is not None


def turn_of_step(
    step: Step, row: Record, standing: Mapping[str, Sealed], person: int | None, staff: Staff | None = None
) -> StepTurn:
    """Whose the step is now. Of a signer's: who brings the sheet to its signature.

    One who looks at their own work would be no review, and a sheet must not wait for somebody who is not there, or whom
    nobody has named.
    """
    staff = staff or Staff()
    own = tuple(own_roles(step, person))
    for by in (*own, *LAST_RESORT):
        people = doers_of_role(by, step, row, standing, person, staff)
        if people:
            return StepTurn(by, tuple(people), by not in own)
    return StepTurn(LAST_RESORT[0], (), True)


def own_roles(step: Step, person: int | None) -> Iterator[str]:
    """As the form says. Whoever was sent and is gone is replaced by the dispatcher: `else_by` is for whom nobody was
    named for."""
    yield "technician" if step.by in SIGNERS else step.by
    if step.else_by and person is None:
        yield step.else_by


def roles_before(role: str) -> tuple[str, ...]:
    """The roles of last resort that come before this one."""
    return LAST_RESORT[: LAST_RESORT.index(role)]


def doers_of_role(
    by: str, step: Step, row: Record, standing: Mapping[str, Sealed], person: int | None, staff: Staff
) -> list[User]:
    """Those of a role who are there, may read the record, did not do what the step looks at nor ask for what it
    approves; else who stands in for them."""
    people = people_of_role(by, row, person, staff)
    barred = approvals.authors_looked_at(step, standing) | ({row.opened_by_id} if step.approves else set())
    found = [
        user
        for user in people
        if user.id not in barred and (by == "assignee" or scope.may_read_record(user, row))
    ]
    if found or by in ("assignee", *OWN_IF_PERSONAL):
        return found
    instead = approvals.deputies_of(people)
    return [
        user
        for user in instead
        if user.id not in barred | {row.opened_by_id} and scope.may_read_record(user, row)
    ]


def people_of_role(by: str, row: Record, person: int | None, staff: Staff) -> list[User]:
    if by == "assignee":
        return staff.people_by_id(person)
    if by == "anyone":
        return staff.people_by_id(row.opened_by_id)  # nobody else would come to it
    if by != "technician":
        return staff.people_of_role(by)
    people = staff.technicians_of(row.client_id) if row.client_id else staff.people_by_id(row.opened_by_id)
    own = row.personal or not row.client_id
    return [user for user in people if user.role == by and (not own or user.id == row.opened_by_id)]


def stands_in(actor: Actor, step: Step, row: Record, standing: Mapping[str, Sealed]) -> bool:
    """Is the step the actor's today because they stand in for somebody whose it is?"""
    if person_stood_in_for(actor, step.by) is None or approvals.is_own_request(actor, row, step):
        return False
    return actor.user_id not in approvals.authors_looked_at(step, standing)


# What was not sealed yet


def may_begin(actor: Actor, form: Definition, client_id: int | None) -> bool:
    """May this person begin such a sheet? What only the technicians of a client begin is the dispatcher's while there
    are none."""
    step = form.steps[0]
    if may_start_as(actor, step.by):
        return True
    if actor.user is None or actor.user.role not in LAST_RESORT or step.by != "technician" or form.personal:
        return False
    nothing_yet = Record(client=client_id, confidential=False, personal=False)
    now = turn_of_step(step, nothing_yet, {}, None)
    return client_id is not None and now.fell and now.is_for(actor.user)


def keeps_draft(actor: Actor, draft: Draft, form: Definition) -> bool:
    """Who began a sheet finishes it; what somebody disabled has begun is the dispatcher's, but for what is personal."""
    if actor.user is None or draft.author_id is None:
        return False
    return draft.author_id == actor.user.id or (
        draft.author.disabled_at is not None and not form.personal and inherits_drafts(actor)
    )


def inherits_drafts(actor: Actor) -> bool:
    """Is what is nobody's else this person's?"""
    if actor.user is None or actor.user.role not in LAST_RESORT:
        return False
    staff = Staff()
    return actor.user.role == next((role for role in LAST_RESORT if staff.people_of_role(role)), "")
