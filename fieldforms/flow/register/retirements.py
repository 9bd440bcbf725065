"""Clients and rooms that are served no longer: retired with a reason, found, brought back with one.

What was done there stays and can be read: sheets, label pages, figures. Nothing new is begun there. Open sheets, plans and what
the company has lying there have to be seen to first; drafts may be finished, and a client's devices go with it. A room is
emptied first: its devices stand somewhere else.
"""

from dataclasses import dataclass

from fieldforms.errors import NotFound, ReasonNeeded, StillInUse
from fieldforms.flow import local_time
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register import register_rows
from fieldforms.flow.register.clients import CLIENT_EDITORS, client_in_scope, refuse_retired
from fieldforms.flow.seals import entry_seals
from fieldforms.store import audit, clock, scope
from fieldforms.store.database import row_for_writing, transaction
from fieldforms.store.models import Audit, Client, Draft, Plan, Record, Room
from fieldforms.store.register import clients, still_open
from fieldforms.store.register.sites import Site
from fieldforms.store.stock import stock
from fieldforms.store.stock.stock import StockAt

Place = Client | Room
MOST_NAMED = 10
LONGEST_REASON = 500


@dataclass(frozen=True)
class StillOpen:
    """What is not over at a place. `sheets`: the longest open ones that the viewer may see, of `open_sheets`; `held`: what
    the company has lying there; `own`: of the client's own parts."""

    open_sheets: int
    sheets: tuple[Record, ...]
    plans: tuple[Plan, ...]
    held: tuple[StockAt, ...]
    own: tuple[StockAt, ...]
    devices: int
    drafts: tuple[Draft, ...]
    of_room: bool

    @property
    def refuses(self) -> bool:
        """Is there something that has to be seen to first?"""
        return bool(self.open_sheets or self.plans or self.held or (self.of_room and self.devices))

    @property
    def sheets_unnamed(self) -> int:
        """Further open ones, or out of the viewer's sight."""
        return self.open_sheets - len(self.sheets)


def site_of_place(place: Place) -> Site:
    return Site(place.client_id, room=place.id) if isinstance(place, Room) else Site(place.id)


def still_open_at(viewer: scope.Viewer, place: Place) -> StillOpen:
    site, of_room = site_of_place(place), isinstance(place, Room)
    lying = [] if of_room else stock.lying_at_client(site.client)
    return StillOpen(
        still_open.count_open_sheets(site),
        tuple(still_open.open_sheets(viewer, site, MOST_NAMED)),
        tuple(still_open.plans_in_force(site, local_time.today())),
        tuple(each for each in lying if each.part.client_id is None),
        tuple(each for each in lying if each.part.client_id is not None),
        still_open.count_devices(site),
        tuple(still_open.first_drafts(site)),
        of_room,
    )


def client_to_retire(actor: Actor, client_id: int) -> Client:
    """In use or retired already. Raises NotFound, NotAllowed."""
    actor.needs(*CLIENT_EDITORS)
    return client_in_scope(actor, client_id)


def room_to_retire(actor: Actor, room_id: int) -> Room:
    """As `client_to_retire`."""
    actor.needs(*CLIENT_EDITORS)
    room = clients.get_room(actor.viewer, room_id)
    if room is None:
        raise NotFound
    return room


def retire_place(actor: Actor, place: Place, reason: str) -> None:
    """`place`: as the two above give it. Sent twice, it is retired once. Raises ReasonNeeded, StillInUse."""
    said: dict = {"reason": read_reason(reason)}
    with transaction():
        entry_seals.lock_chain(site_of_place(place).client)  # what is sealed meanwhile is counted here
        found = still_open_at(scope.SYSTEM, place)
        if found.refuses:
            raise StillInUse
        said |= {"devices": found.devices, "drafts": len(found.drafts)}
        write_retirement(actor, place, clock.now(), "retire", said)


def bring_place_back(actor: Actor, place: Place, reason: str) -> None:
    """Raises ReasonNeeded, and PlaceRetired for a room of a client that is retired itself."""
    said = {"reason": read_reason(reason)}
    if isinstance(place, Room):
        refuse_retired(place.client)
    with transaction():
        write_retirement(actor, place, None, "bring_back", said)


def read_reason(reason: str) -> str:
    """Raises ReasonNeeded."""
    if not reason.strip():
        raise ReasonNeeded
    return reason.strip()[:LONGEST_REASON]


def write_retirement(actor: Actor, place: Place, at: int | None, verb: str, said: dict) -> None:
    """`at`: UTC ms, None for back in use."""
    now = row_for_writing(place)
    if now is None:
        raise NotFound
    if (now.retired_at is None) == (at is None):
        return  # it was so already
    change = clients.change_room if isinstance(place, Room) else clients.change_client
    change(place, {"retired_at": at})
    audit.record_action(actor.user_id, f"{register_rows.kind_of_row(place)}.{verb}", str(place.id), **said)


def last_word_about(place: Place) -> Audit | None:
    """Who retired it or brought it back, when and why."""
    kind = register_rows.kind_of_row(place)
    return audit.last_line_about(str(place.id), f"{kind}.retire", f"{kind}.bring_back")
