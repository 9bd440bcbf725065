"""Open records whose next step none of its own people may do, as query conditions. The rule is flow/record/step_rights.py's.

What a query gives is asked once more there: it may be a record too many where several steps name people or a step was
done again, never one too few. The conditions follow from what the forms say of their steps: a query is written anew when
there are other `versions` of forms.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import reduce
from operator import or_

from peewee import SQL, Expression, fn

from fieldforms.forms.definition import SIGNERS, Step
from fieldforms.store import scope
from fieldforms.store.inbox.shown import rows_shown, select_shown
from fieldforms.store.library import definitions
from fieldforms.store.models import Assignment, Entry, Record, User

Person = User.alias()
AT_THE_CLIENT = (
    "technician",
    *SIGNERS,
)  # whose steps are done where the client is: technicians go to the signers
DESK_ROLES = ("dispatcher", "supervisor", "manager", "hr")
STEPS_BY_ACCOUNT = ("technician", "anyone", "assignee", *DESK_ROLES)
NEVER = SQL("1 = 0")


def records_fallen_to(viewer: scope.Viewer, role: str, before: tuple[str, ...], signed: bool) -> list[Record]:
    """Open records that fell to the role, longest waiting first. `signed`: those that wait for a signature, or the others."""
    by = SIGNERS if signed else STEPS_BY_ACCOUNT
    rows = waiting_fallen_to(
        viewer, by=tuple(by), fallen=(role, before), versions=definitions.published_versions()
    )
    return rows_shown(viewer, rows)


@scope.prepared_by_viewer
def waiting_fallen_to(viewer, *, by, fallen, versions):
    return select_shown(viewer, Record.updated_at, waits_for(by), fell_to(*fallen))


def fell_to(role: str, before: tuple[str, ...]) -> Expression:
    """Is it the role's because nobody is left of those before it: of the step's own, of the form's `else_by`, of the
    roles of last resort that stand in `before`?"""
    left = (somebody_at_work(role_of(each)) for each in before)
    return nobody_may() & ~reduce(or_, left, else_by_may())


def records_else_by(viewer: scope.Viewer, roles: list[str]) -> list[Record]:
    """Records that are these roles' by their forms' `else_by`, longest waiting first."""
    bys = sorted({step.by for _row, step in steps_of_versions() if step.else_by in roles})
    if not bys:
        return []
    shape = {"by": tuple(bys), "roles": tuple(roles), "versions": definitions.published_versions()}
    return rows_shown(viewer, waiting_else_by(viewer, **shape))


@scope.prepared_by_viewer
def waiting_else_by(viewer, *, by, roles, versions):
    at = standing_at(lambda step: step.else_by in roles)
    return select_shown(viewer, Record.updated_at, waits_for(by), at, nobody_may(), nobody_named())


def records_of_opener(viewer: scope.Viewer) -> list[Record]:
    """Records that stand at a step of anybody's, and were begun by the viewer: nobody else would come to it."""
    return rows_shown(viewer, waiting_for_opener(viewer))


@scope.prepared_by_viewer
def waiting_for_opener(viewer):
    mine = Record.opened_by == scope.user_id_of(viewer)
    return select_shown(viewer, Record.updated_at, waits_for(["anyone"]), mine)


def waits_for(bys: Iterable[str]) -> Expression:
    """Open, at a step of these: in so many words, for the index that has the open ones only."""
    return (Record.state == "open") & Record.next_by.in_(list(bys))


def nobody_may() -> Expression:
    """None of the people whose step it is by itself may do it."""
    cases = [Record.next_by.in_(bys) & ~somebody_at_work(who) for bys, who in PEOPLE_OF_STEPS]
    return reduce(or_, cases)


def else_by_may() -> Expression:
    """The form says whose the step is instead, and somebody of those may do it."""
    elses = {step.else_by for _row, step in steps_of_versions() if step.else_by}
    return reduce(or_, map(left_to, sorted(elses)), NEVER) & nobody_named()


def left_to(role: str) -> Expression:
    return standing_at(lambda step: step.else_by == role) & somebody_at_work(role_of(role))


def nobody_named() -> Expression:
    """Whoever was sent and is gone is replaced by the dispatcher; `else_by` is for whom nobody was named for."""
    return (Record.next_by != "assignee") | Record.assignee.is_null()


Who = tuple[Expression, ...]  # conditions on Person, one or the other: each for itself is found by an index


def somebody_at_work(who: Who) -> Expression:
    """Is there anybody at work, of those, who may do the step?"""
    able = (Person.disabled_at.is_null(), ~has_done(), ~has_asked())
    return reduce(or_, (fn.EXISTS(Person.select(Person.id).where(each, *able)) for each in who))


def at_the_client() -> Who:
    """The client's technicians; of what is about no client, or about oneself, who began it. Asked of each that waits for a
    client: all people must not be looked through."""
    serving = Assignment.select(Assignment.user).where(
        Assignment.client == Record.client, Assignment.until.is_null()
    )
    begun = Person.id == Record.opened_by
    of_client = Person.id.in_(serving) & ((Record.personal == False) | begun)
    alone = begun & Record.client.is_null()
    return tuple(each & (Person.role == "technician") & person_reads() for each in (of_client, alone))


def role_of(name: str) -> Who:
    return at_the_client() if name == "technician" else ((Person.role == name) & person_reads(),)


def person_reads() -> Expression:
    """As scope.may_read_record, of a person the query looks at."""
    served = (Person.id == Record.technician) | (Person.id == Record.opened_by)
    unclaimed = (Person.role == "technician") & Record.technician.is_null()
    return Person.confidential | (Record.confidential == False) | served | unclaimed


PEOPLE_OF_STEPS = [
    (AT_THE_CLIENT, at_the_client()),
    (("anyone",), (Person.id == Record.opened_by,)),
    (("assignee",), (Person.id == Record.assignee,)),
    *(((role,), role_of(role)) for role in DESK_ROLES),
]


def has_done() -> Expression:
    """Has the person done a step that this one is to be done by somebody else than?"""
    cases = [
        (Record.definition == row.id)
        & (Record.next_step == step.name)
        & Entry.step.in_(step.not_by_authors_of)
        for row, step in steps_of_versions()
        if step.not_by_authors_of
    ]
    if not cases:
        return NEVER
    done = (Entry.record == Record.uuid, Entry.actor == Person.id, reduce(or_, cases))
    return fn.EXISTS(Entry.select(Entry.id).where(*done))


def has_asked() -> Expression:
    """Nobody approves their own request."""
    return standing_at(lambda step: bool(step.approves)) & (Record.opened_by == Person.id)


def standing_at(wanted: Callable[[Step], bool]) -> Expression:
    """The next step is one of these, of whatever version of a form."""
    cases = [
        (Record.definition == row.id) & (Record.next_step == step.name)
        for row, step in steps_of_versions()
        if wanted(step)
    ]
    return reduce(or_, cases, NEVER)


def steps_of_versions() -> Iterator[tuple]:
    """(version of a form, step) of every version."""
    return (
        (row, step) for row in definitions.all_versions() for step in definitions.read_definition(row).steps
    )
