"""Who does something, and from where: what a rule needs to know about a person, and a seal keeps as evidence."""

from dataclasses import dataclass, field
from functools import cached_property

from fieldforms.errors import NotAllowed
from fieldforms.flow import local_time
from fieldforms.forms import definition
from fieldforms.store.models import User
from fieldforms.store.people import deputies
from fieldforms.store.scope import CLIENT, PUBLIC, Viewer

WITHOUT_NETWORK = "without_network"  # in an Actor's `extra`: the phone handed over had none


@dataclass(frozen=True)
class Actor:
    """`way`: through an account, on the technician's phone handed over, through a link, at a device's public page, or
    `itself`: nobody did, a day passed.

    `address`, `agent` and `device` come from the request and are sealed as evidence.
    """

    user: User | None
    way: str = "account"
    address: str = ""
    agent: str = ""
    device: str = ""
    session_id: int | None = None
    extra: dict = field(default_factory=dict)

    @property
    def viewer(self) -> Viewer:
        if self.way in ("handed_over", "link"):
            return CLIENT
        return Viewer.of(self.user, self.represented_roles) if self.user else PUBLIC

    @property
    def represented_roles(self) -> frozenset[str]:
        """Of those this person stands in for today; technicians stand in for nobody (flow/people/deputies.py)."""
        if self.user is None or self.user.role == "technician":
            return frozenset()
        return frozenset(user.role for user in self.represented_users)

    @cached_property
    def represented_users(self) -> list[User]:
        """Those this person stands in for today (issue "Approvals"); asked for when their own role does not suffice."""
        return (
            deputies.represented_on_day(self.user, local_time.today())
            if self.user and self.way == "account"
            else []
        )

    @property
    def user_id(self) -> int | None:
        return self.user.id if self.user else None

    @property
    def way_sealed(self) -> str:
        """As the seal says it, to everybody: a link opened where staff was signed in proves less than one on the signer's phone,
        and what was signed without a network came here later."""
        if self.way == "link" and self.extra.get("browser_of"):
            return "staff_link"
        return "handed_over_offline" if self.extra.get(WITHOUT_NETWORK) else self.way

    @property
    def account(self) -> User:
        """Raises NotAllowed for who has none."""
        if self.user is None:
            raise NotAllowed
        return self.user

    def needs(self, *roles: str) -> None:
        """Raises NotAllowed unless the actor signed in with one of these roles."""
        if self.user is None or self.user.role not in roles:
            raise NotAllowed


# Whose turn `by` means, in roles of accounts. Clients and leads have none: they come handed over or by link.
FILLS = {
    "technician": frozenset({"technician"}),
    "dispatcher": frozenset({"dispatcher"}),
    "supervisor": frozenset({"supervisor"}),
    "manager": frozenset({"manager"}),
    "hr": frozenset({"hr"}),
    "anyone": frozenset({"technician", "dispatcher", "supervisor", "manager", "hr", "admin"}),
}
SIGNATURE_COLLECTORS = ("technician", "dispatcher", "supervisor")  # who bring a sheet to its signature
SIGNERS = definition.SIGNERS


def may_fill_as(actor: Actor, by: str, assignee: int | None = None) -> bool:
    """May this actor fill a step that is `by`'s?"""
    if by in SIGNERS:
        return actor.way in ("handed_over", "link")
    if by == "anyone" and actor.user is None:
        return True
    if actor.user is None:
        return False
    if is_role_of(actor.user, by, assignee):
        return True
    return person_stood_in_for(actor, by, assignee) is not None


def may_start_as(actor: Actor, by: str) -> bool:
    """May this actor begin a form whose first step is `by`'s? Nobody begins one for somebody else."""
    return may_fill_as(actor, by) and person_stood_in_for(actor, by) is None


def is_role_of(user: User, by: str, assignee: int | None) -> bool:
    return assignee == user.id if by == "assignee" else user.role in FILLS[by]


def person_stood_in_for(actor: Actor, by: str, assignee: int | None = None) -> User | None:
    """The person for whom the actor may fill a step as deputy; None when it is theirs anyway, or nobody's.

    Approvals are stood in for; what is addressed to one person by name is that person's.
    """
    if by in SIGNERS or by == "assignee" or actor.user is None or is_role_of(actor.user, by, assignee):
        return None
    return next((user for user in actor.represented_users if is_role_of(user, by, assignee)), None)


ITSELF = Actor(None, way="itself")
