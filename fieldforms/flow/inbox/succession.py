"""What somebody leaves behind who is disabled or serves a client no longer, and handing it over in the same step.

What is not handed over is reachable all the same: drafts of somebody disabled are the dispatcher's, who was moved keeps
what they began, and whose turn a sheet is then says flow/record/step_rights.py. What is personal stays the person's.
"""

from collections.abc import Collection
from dataclasses import dataclass

from fieldforms import i18n
from fieldforms.errors import N_, Invalid, NotAllowed, NotCleared, NotFound
from fieldforms.flow import form_changes
from fieldforms.flow.faults import assignments
from fieldforms.flow.filling import confidential_drafts
from fieldforms.flow.filling.drafts import with_context
from fieldforms.flow.form_changes import Shown
from fieldforms.flow.form_input import FlagInput
from fieldforms.flow.inbox import tasks
from fieldforms.flow.people import accounts
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register.clients import client_to_change
from fieldforms.flow.stock import movements
from fieldforms.store import audit, scope
from fieldforms.store.calendar import plans
from fieldforms.store.database import transaction
from fieldforms.store.faults import board
from fieldforms.store.filling import drafts
from fieldforms.store.inbox.tasks import numbers_by_record
from fieldforms.store.library import definitions
from fieldforms.store.models import Client, Draft, Plan, Record, User
from fieldforms.store.people.accounts import active_users, clients_of, technicians_of
from fieldforms.store.stock import stock
from fieldforms.store.stock.stock import Holding

TAKERS = ("technician", "dispatcher", "supervisor")  # to whom something can be handed over
TAKER_LEAVES = N_("%(name)s自己也不再服务这个客户，不能接手。")
# Sealed as the reason.
HANDED_ON_AS_DISABLED = N_("原来的人已停用，移交给别人")
HANDED_ON_AS_MOVED = N_("原来的人换了工作，移交给别人")


@dataclass(frozen=True)
class LeftBehind:
    """What somebody would leave behind. `personal`: stays theirs; `alone`: clients that they are the last to serve."""

    drafts: tuple[Draft, ...] = ()
    personal: tuple[Draft, ...] = ()
    sheets: tuple[Record, ...] = ()
    held: tuple[Holding, ...] = ()
    plans: tuple[Plan, ...] = ()
    alone: tuple[Client, ...] = ()

    def __bool__(self) -> bool:
        return any((self.drafts, self.personal, self.sheets, self.held, self.plans, self.alone))

    @property
    def to_hand_over(self) -> bool:
        return any((self.drafts, self.sheets, self.held))


def left_by(user: User) -> LeftBehind:
    """All of it: for who is disabled."""
    own = clients_of(user)
    begun = begun_by(user)
    return LeftBehind(
        drafts=tuple(draft for draft in begun if not is_personal(draft)),
        personal=tuple(draft for draft in begun if is_personal(draft)),
        sheets=tuple(tasks.records_assigned_by_name(Actor(user))),
        held=tuple(held_by(user)),
        plans=tuple(plans.plans_naming(user)),
        alone=tuple(last_of(user, own)),
    )


def left_at(user: User, client_ids: Collection[int]) -> LeftBehind:
    """What is about these clients: for who serves them no longer. What was assigned by name stays with the person."""
    leaving = [client for client in clients_of(user) if client.id in client_ids]
    return LeftBehind(
        drafts=tuple(d for d in begun_by(user) if d.client_id in client_ids and not is_personal(d)),
        held=tuple(each for each in held_by(user) if each.part.client_id in client_ids),
        plans=tuple(plan for plan in plans.plans_naming(user) if plan.client_id in client_ids),
        alone=tuple(last_of(user, leaving)),
    )


def begun_by(user: User) -> list[Draft]:
    """Open drafts of sheets of which nothing is sealed: a later step's is for whose turn it is."""
    mine = drafts.open_of(user)
    later = numbers_by_record(mine)
    return [draft for draft in mine if draft.record not in later]


def is_personal(draft: Draft) -> bool:
    return definitions.read_definition(draft.definition).personal


def held_by(user: User) -> list[Holding]:
    bag = stock.place_row("person", user=user)
    return stock.holdings(scope.SYSTEM, where=bag) if bag.id else []


def last_of(user: User, served: list[Client]) -> list[Client]:
    """Those of the clients that no other technician serves."""
    if user.role != "technician":
        return []
    serving = board.technicians_by_client(client.id for client in served)
    return [client for client in served if not other_technicians(user, serving.get(client.id, []))]


def other_technicians(user: User, serving: list[User]) -> list[User]:
    return [each for each in serving if each.id != user.id and each.role == "technician"]


def people_to_take_over(user: User) -> list[User]:
    """To whom it can be handed over."""
    return [each for each in active_users() if each.role in TAKERS and each.id != user.id]


# The verbs


def disable_user(actor: Actor, user_id: int, to: int | None = None) -> User:
    """Disable somebody, and hand over what they leave behind to `to`; None: to the dispatcher, whoever that is.

    Raises NotFound, NotAllowed, NotCleared.
    """
    actor.needs("admin")
    user = accounts.user_by_id(user_id)
    if user.id == actor.user_id:
        raise NotAllowed
    with transaction():
        hand_work_over(actor, user, left_by(user), to, HANDED_ON_AS_DISABLED)
        return accounts.set_disabled(actor, user_id, True)


def edit_user(actor: Actor, user_id: int, to: int | None = None, shown: Shown = None, **values) -> User:
    """As `accounts.edit_user`; what somebody leaves behind who does other work from now on goes to `to`. None: they finish
    what they began. Raises NotFound, NotAllowed, NotCleared, ChangedMeanwhile."""
    with transaction():
        user = accounts.user_by_id(user_id)
        role, left = user.role, left_by(user)
        edited = accounts.edit_user(actor, user_id, shown, **values)
        if edited.role != role:
            hand_work_over(actor, user, left, to)
        return edited


def assign_clients(
    actor: Actor, user: User, client_ids: Collection[int], to: int | None = None, shown: Shown = None
) -> None:
    """The clients this person serves from now on; what is about those left goes to `to`. None: they finish what they
    began. Raises NotFound, NotAllowed, NotCleared, ChangedMeanwhile."""
    with transaction():
        gone = accounts.assign_clients(actor, user, client_ids, shown)
        hand_work_over(actor, user, left_at(user, gone), to)


def assign_technicians(
    actor: Actor, client_id: int, user_ids: Collection[int], to: int | None = None, shown: Shown = None
) -> None:
    """The other way round: the technicians who serve this client from now on; each that goes leaves as in `assign_clients`.

    Raises Invalid, NotFound, NotAllowed, PlaceRetired, NotCleared, ChangedMeanwhile.
    """
    client = client_to_change(actor, client_id)
    with transaction():
        everyone = {user.id: user for user in technicians_in_use()}
        serving = {user.id for user in technicians_of(client.id)}
        if not set(user_ids) <= everyone.keys():
            raise NotFound
        table = {str(user.id): FlagInput(user.name) for user in everyone.values()}
        now, wanted = ({name: int(name) in chosen for name in table} for chosen in (serving, user_ids))
        form_changes.changes_of_form(table, now, wanted, shown)
        if to in serving - set(user_ids):
            raise Invalid([("to", TAKER_LEAVES, {"name": everyone[to].name})])
        for user in everyone.values():
            if now[str(user.id)] != wanted[str(user.id)]:
                served = {each.id for each in clients_of(user)} ^ {client.id}
                assign_clients(actor, user, served, to if to != user.id else None)


def technicians_in_use() -> list[User]:
    """Who can serve a client, by name."""
    return [user for user in active_users() if user.role == "technician"]


def hand_work_over(
    actor: Actor, user: User, left: LeftBehind, to: int | None, reason: str = HANDED_ON_AS_MOVED
) -> None:
    if to is None:
        return
    taker = next((each for each in people_to_take_over(user) if each.id == to), None)
    if taker is None:
        raise NotFound
    check_cleared(left, taker)
    for draft in left.drafts:
        drafts.give_to(draft, taker)
    why = i18n.gettext(reason, actor.account.language)
    given = [row.number for row in left.sheets if assignments.reassign_to(actor, row.number, taker, why)]
    moved = sum(carry_to_bag(actor, held, user, taker) for held in left.held)
    if left.to_hand_over:
        told = {"to": taker.id, "drafts": [d.uuid for d in left.drafts], "records": given, "parts": moved}
        audit.record_action(actor.user_id, "user.hand_over", user.login, **told)


def check_cleared(left: LeftBehind, taker: User) -> None:
    """Who may not read what is confidential is not given it. Raises NotCleared."""
    begun = (with_context(draft) for draft in left.drafts)
    secret = any(confidential_drafts.would_be_confidential(found, found.draft.answers) for found in begun)
    if (secret or any(row.confidential for row in left.sheets)) and not taker.confidential:
        raise NotCleared(name=taker.name)


def carry_to_bag(actor: Actor, held: Holding, user: User, taker: User) -> int:
    """From bag to bag, until the same day; how many lines. What is retired is not moved."""
    if held.part.retired_at:
        return 0
    source, target = stock.place_row("person", user=user), stock.place_row("person", user=taker)
    rest = {"due_on": held.due_on, "record": held.record}
    movements.book_movement(actor, held.part, "moved", held.quantity, source, target, **rest)
    return 1
