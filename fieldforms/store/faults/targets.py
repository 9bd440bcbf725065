"""How soon faults are to be looked at and restored: of a client, or of all."""

from collections.abc import Iterable

from fieldforms.store.models import Client, Target
from fieldforms.store.prepared import one_of, prepared


def targets_of(client: Client | None) -> dict[str, Target]:
    """Urgency → what was set for this client itself (None: for all)."""
    rows = targets_set_for(client and client.id, of_client=client is not None)
    return {row.urgency: row for row in rows}


@prepared
def targets_set_for(client, *, of_client):
    return Target.select().where(Target.client == client if of_client else Target.client.is_null())


def targets_of_any(clients: Iterable[int]) -> list[Target]:
    """What was set for these clients themselves, and for all."""
    return targets_for(tuple(clients))


@prepared
def targets_for(clients):
    return Target.select().where(Target.client.is_null() | one_of(Target.client, clients))


def replace_targets(client: Client | None, wanted: dict[str, tuple[int | None, int | None]]) -> None:
    """Replace what was set for this client: urgency → (respond, restore) in minutes; (None, None) is no row."""
    mine = Target.client.is_null() if client is None else Target.client == client
    Target.delete().where(mine).execute()
    for urgency, (respond, restore) in wanted.items():
        if (respond, restore) != (None, None):
            Target.create(client=client, urgency=urgency, respond=respond, restore=restore)
