"""What a person may see, as query conditions. Every fetch passes here; what is out of scope does not exist (404)."""

from collections.abc import Callable
from dataclasses import dataclass

from peewee import SQL, Expression

from fieldforms.store.models import Assignment, Device, FormVersion, Part, Record, Room, StockPlace, User
from fieldforms.store.prepared import PreparedSelect, parameter_names

SEES_EVERY_CLIENT = frozenset({"dispatcher", "supervisor", "manager", "admin"})
SEES_ASSIGNED = frozenset({"technician"})
SEES_OWN_FORMS = frozenset({"hr"})  # whatever has a step of theirs, of whatever client


EVIDENCE_READERS = frozenset({"dispatcher", "supervisor", "admin", "system"})
RATING_READERS = frozenset({"supervisor"})


@dataclass(frozen=True)
class Viewer:
    """Who is looking. `client` is the signer or reporter of one record, without an account.

    `deputy_of`: the roles of those they stand in for today, whose private answers they read meanwhile.
    """

    role: str = ""
    user_id: int | None = None
    confidential: bool = False
    deputy_of: frozenset[str] = frozenset()

    @classmethod
    def of(cls, user: User, deputy_of: frozenset[str] = frozenset()) -> "Viewer":
        return cls(user.role, user.id, user.confidential, deputy_of)

    @property
    def reads_evidence(self) -> bool:
        """Address and browser of a signer: for who may have to prove a signature, not for every copy."""
        return self.role in EVIDENCE_READERS

    @property
    def reads_ratings(self) -> bool:
        """Who is told how satisfied a client was: never those who were rated (experience.md, Signing)."""
        return bool(RATING_READERS & self.reads_as)

    @property
    def reads_as(self) -> frozenset[str]:
        """The roles whose private answers they read. Who sees no client's sheets reads no rating for anybody, either: they approve."""
        represented = self.deputy_of if self.role in SEES_EVERY_CLIENT else self.deputy_of - RATING_READERS
        return represented | {self.role}

    @property
    def reads_off_sheet(self) -> bool:
        """What doesn't stand on the sheet is for the staff: not for a client's page or copy."""
        return self.role not in (CLIENT.role, PUBLIC.role)

    def may_read(self, private_to: tuple[str, ...]) -> bool:
        """May this viewer read an answer that is private to these roles? Unlisted means no, admins too."""
        return not private_to or bool(self.reads_as & {*private_to, CLIENT.role, SYSTEM.role})


def found_with_ratings(private_to: tuple[str, ...]) -> bool:
    """May everybody who searches among ratings read what is private to these roles?"""
    return all(Viewer(role).may_read(private_to) for role in RATING_READERS)


CLIENT = Viewer("client")  # the client reads what the client wrote
SYSTEM = Viewer("system")  # projection and seals, never a page
PUBLIC = Viewer("public")  # whoever holds a paper copy


def clients(viewer: Viewer, column) -> Expression:
    """Rows whose client the viewer serves; a row without a client is its author's business elsewhere."""
    if viewer.role in SEES_EVERY_CLIENT or viewer.role == SYSTEM.role:
        return SQL("1 = 1")
    if viewer.role in SEES_ASSIGNED:
        return column.in_(served_client_ids(viewer))
    return SQL("1 = 0")


def served_client_ids(viewer: Viewer):
    """The ids of the clients somebody is assigned to."""
    return Assignment.select(Assignment.client).where(
        Assignment.user == viewer.user_id, Assignment.until.is_null()
    )


def records(viewer: Viewer) -> Expression:
    """Records of served clients, those in which one was named to do a step, and while they are open those one began."""
    if viewer.role == SYSTEM.role:
        return clients(viewer, Record.client)
    return (
        (by_client_or_form(viewer) & not_confidential_condition(viewer))
        | names_viewer_condition(viewer)
        | begun_by_viewer(viewer)
    )


def by_client_or_form(viewer: Viewer) -> Expression:
    """By client; hr by form. What is about no client a technician sees when it is their own."""
    if viewer.role in SEES_OWN_FORMS:
        return has_a_step(viewer.role) | without_client(viewer)
    served = clients(viewer, Record.client)
    return served | without_client(viewer) if viewer.role in SEES_ASSIGNED else served


def without_client(viewer: Viewer) -> Expression:
    return Record.client.is_null() & (Record.opened_by == user_id_of(viewer))


def begun_by_viewer(viewer: Viewer) -> Expression:
    """Who began a sheet keeps it until it is over, whomever they serve meanwhile."""
    return (Record.opened_by == user_id_of(viewer)) & (Record.state == "open")


def has_a_step(role: str) -> Expression:
    """Records of forms in which this role has a step."""
    forms = FormVersion.select(FormVersion.id).where(FormVersion.roles.contains(f"|{role}|"))
    return Record.definition.in_(forms)


def not_confidential_condition(viewer: Viewer) -> Expression:
    """Records of confidential rooms need the permission, or having served there oneself.

    What a stranger reported there and nobody has taken on yet is for the client's technicians: somebody has to go.
    """
    mine = (Record.technician == user_id_of(viewer)) | (Record.opened_by == user_id_of(viewer))
    own = ((Record.personal == False) | mine) if viewer.role in SEES_ASSIGNED else SQL("1 = 1")
    if viewer.confidential:
        return own
    if viewer.role in SEES_ASSIGNED:
        mine |= Record.technician.is_null()
    return own & ((Record.confidential == False) | mine)


def is_cleared(user: User, row: Record) -> bool:
    """As `not_confidential_condition`, of one person and one record: may they read it, were it confidential?"""
    return user.confidential or not row.confidential or user.id in (row.technician_id, row.opened_by_id)


def may_read_record(user: User, row: Record) -> bool:
    """As `is_cleared`, and what a stranger reported and nobody has taken on yet is for technicians."""
    return is_cleared(user, row) or (user.role in SEES_ASSIGNED and row.technician_id is None)


def names_viewer_condition(viewer: Viewer) -> Expression:
    return Record.assignee == user_id_of(viewer)


def user_id_of(viewer: Viewer) -> int:
    """Nobody is 0: "= None" would be every record that names nobody."""
    return 0 if viewer.user_id is None else viewer.user_id


def rooms(viewer: Viewer) -> Expression:
    return clients(viewer, Room.client)


def open_rooms(viewer: Viewer, room=Room) -> Expression:
    """Of devices, joined with their rooms: those of which the viewer may read what is technical. `room`: an alias."""
    return SQL("1 = 1") if viewer.confidential else (room.id.is_null() | (room.confidential == False))


def may_read_technical(viewer: Viewer, device: Device) -> bool:
    """As `open_rooms`, of one device with its room: ports and cables, and the words that say how it is connected and set up."""
    return viewer.confidential or not (device.room_id and device.room.confidential)


def parts_in_scope(viewer: Viewer) -> Expression:
    """The company's parts, and the clients' own ones as their clients."""
    served = clients(viewer, Part.client)
    return served | Part.client.is_null() if viewer.role in SEES_ASSIGNED else served


def places(viewer: Viewer, place=StockPlace) -> Expression:
    """Technicians: the company's store, the sites of the clients they serve, their own bag. `place`: an alias."""
    served = clients(viewer, place.client)
    if viewer.role not in SEES_ASSIGNED:
        return served
    return (place.kind == "company") | served | (place.user == viewer.user_id)


class PreparedByViewer:
    """As `prepared`, for a query whose first parameter is the viewer: written once for each kind of viewer."""

    def __init__(self, build: Callable, names: tuple[str, ...] = ()):
        """`names`: of the values after the viewer, where the function doesn't name them."""
        self.build, self.names = build, names or parameter_names(build)[1:]
        self.of_kind: dict[tuple[str, bool, frozenset[str]], PreparedSelect] = {}
        self.__doc__ = build.__doc__

    def __call__(self, viewer: Viewer, *values, **shape) -> list:
        return self.of_viewer(viewer)(user_id_of(viewer), *values, **shape)

    def know(self, rows: list, viewer: Viewer, *values) -> None:
        """As `PreparedSelect.know`."""
        self.of_viewer(viewer).know(rows, user_id_of(viewer), *values)

    def of_viewer(self, viewer: Viewer) -> PreparedSelect:
        kind = viewer.role, viewer.confidential, viewer.deputy_of
        if kind not in self.of_kind:

            def build(user_id, *values, **shape):
                return self.build(Viewer(kind[0], user_id, *kind[1:]), *values, **shape)

            self.of_kind[kind] = PreparedSelect(build, ("user_id", *self.names))
        return self.of_kind[kind]


prepared_by_viewer = PreparedByViewer
