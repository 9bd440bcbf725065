"""Targets: how soon a fault is to be looked at and restored, by client and urgency, with defaults for all clients.

Urgencies are the choices of whatever field means "urgency" in the forms in use.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fieldforms.errors import N_, NotFound
from fieldforms.flow import form_changes, form_input
from fieldforms.flow.form_changes import Shown
from fieldforms.flow.form_input import Input, NumberInput
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.sheets import words_of_records
from fieldforms.forms.definition import Choice
from fieldforms.store import audit, clock
from fieldforms.store.database import one_at_a_time, transaction
from fieldforms.store.faults import targets
from fieldforms.store.models import Client, Record
from fieldforms.store.register import clients

SETTERS = ("supervisor", "admin")
MOST_MINUTES = 60 * 24 * 365  # minutes
ON_SITE, BACK = "respond", "restore"
RESPOND_LABEL, RESTORE_LABEL = N_("响应（分钟）"), N_("恢复（分钟）")


@dataclass(frozen=True)
class AgreedTimes:
    """Minutes from the report; None where nothing is agreed."""

    respond: int | None = None
    restore: int | None = None


def urgencies() -> list[Choice]:
    return words_of_records.choices_meaning("urgency")


class AgreedTargets:
    """What holds for some clients (their ids; None and 0 are no client's): read once, asked often."""

    def __init__(self, clients: Iterable[int | None]):
        rows = targets.targets_of_any({id for id in clients if id})
        self.rows = {(row.client_id, row.urgency): row for row in rows}

    def target(self, client: int | None, urgency: str) -> AgreedTimes:
        """A client's own, where it has none the one for all clients, each number by itself."""
        asked = [(client, urgency), (None, urgency)]
        rows = [self.rows[key] for key in asked if key in self.rows]
        return AgreedTimes(
            next((row.respond for row in rows if row.respond is not None), None),
            next((row.restore for row in rows if row.restore is not None), None),
        )

    def due(self, record: Record, urgency: str = "") -> tuple[int | None, int | None]:
        """(respond by, restore by) in UTC ms, None where nothing is agreed. `urgency`: when the row knows none."""
        found = self.target(record.client_id, urgency or record.urgency)
        return target_moment(record, found.respond), target_moment(record, found.restore)


def targets_agreed_for(rows: Iterable[Record]) -> AgreedTargets:
    """What holds for the clients of these records."""
    return AgreedTargets(row.client_id for row in rows)


def target_of_client(client: Client | None, urgency: str) -> AgreedTimes:
    """What holds for a client now."""
    return AgreedTargets([client.id] if client else []).target(client.id if client else None, urgency)


def target_moment(record: Record, minutes: int | None) -> int | None:
    return None if minutes is None else record.opened_at + minutes * clock.MINUTE


def next_target_due(
    row: Record, target: AgreedTimes, responded: int | None, restored: int | None
) -> tuple[int, str] | None:
    """(UTC ms, ON_SITE or BACK): what is due next of what is still to be done; None where nothing is agreed."""
    open_ones = [(ON_SITE, target.respond)] if responded is None else []
    open_ones += [(BACK, target.restore)] if restored is None else []
    return min(
        ((at, name) for name, minutes in open_ones if (at := target_moment(row, minutes)) is not None),
        default=None,
    )


def change_targets(actor: Actor, client_id: int | None, given: Mapping, shown: Shown = None) -> None:
    """Set a client's targets (None: those for all clients). Raises Invalid, NotFound, NotAllowed, ChangedMeanwhile.

    `given`: "<urgency>.respond" and "<urgency>.restore" → minutes as typed, "" for none of its own.
    """
    actor.needs(*SETTERS)
    client = clients.get_client(actor.viewer, client_id) if client_id else None
    if client_id and client is None:
        raise NotFound
    values = form_input.read_input(inputs_of_targets(), given)
    wanted = {
        each.name: (values[f"{each.name}.respond"], values[f"{each.name}.restore"]) for each in urgencies()
    }
    about = "targets.set", str(client_id or "")
    with transaction():
        one_at_a_time([f"targets of {client_id}"])
        now = own_targets(client)
        changed = form_changes.changes_of_form(inputs_of_targets(), now, values, shown, about)
        if changed:
            targets.replace_targets(client, wanted)
            audit.record_action(actor.user_id, *about, **changed)


def inputs_of_targets() -> dict[str, Input]:
    kinds: dict[str, Input] = {}
    for each in urgencies():
        kinds[f"{each.name}.respond"] = NumberInput(RESPOND_LABEL, MOST_MINUTES)
        kinds[f"{each.name}.restore"] = NumberInput(RESTORE_LABEL, MOST_MINUTES)
    return kinds


def own_targets(client: Client | None) -> dict[str, int | None]:
    """Input → what is set for this client itself, in minutes."""
    found: dict[str, int | None] = {}
    for urgency, row in targets.targets_of(client).items():
        found |= {f"{urgency}.respond": row.respond, f"{urgency}.restore": row.restore}
    return found


def own_targets_as_typed(client: Client | None) -> dict[str, str]:
    """What is set for this client itself, as its form shows it."""
    return form_changes.texts_of_values(inputs_of_targets(), own_targets(client))
