"""Confidential records that a person's request reaches all the same."""

from fieldforms.errors import ConfidentialRoom, NotFound
from fieldforms.flow.actors import Actor
from fieldforms.flow.records import found_by
from fieldforms.store import records, scope


def to_erase(actor: Actor, number: str) -> records.Seen:
    """A record to erase something in. An admin without the permission is told why it can't be: a person's request must
    not end at "no such page". Raises NotFound, ConfidentialRoom, NotAllowed.
    """
    actor.needs("admin")
    try:
        return found_by(actor, number)
    except NotFound:
        hidden = records.by_number(scope.SYSTEM, number)
        if hidden and hidden.row.confidential:
            raise ConfidentialRoom from None
        raise
