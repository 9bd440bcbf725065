"""Targets: how soon a fault is to be looked at and restored, by client and urgency, with defaults for all clients.

Urgencies are the choices of whatever field means "urgency" in the forms in use.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fieldforms.errors import N_, NotFound
from fieldforms.flow import folding, typed, wording
from fieldforms.flow.actors import Actor
from fieldforms.flow.typed import Kind, Number
from fieldforms.forms.definition import Choice, Definition
from fieldforms.store import audit, clients, clock, targets
from fieldforms.store.database import one_at_a_time, transaction
from fieldforms.store.models import Client, Record
from fieldforms.store.records import Sealed

SETTERS = ("supervisor", "admin")
MOST = 60 * 24 * 365  # minutes
RESPOND, RESTORE = N_("到场（分钟）"), N_("恢复（分钟）")


@dataclass(frozen=True)
class Target:
    """Minutes from the report; None where nothing is agreed."""

    respond: int | None = None
    restore: int | None = None


def urgencies() -> list[Choice]:
    return wording.choices("urgency")


def target(client: Client | None, urgency: str) -> Target:
    """What holds for a client: its own, where it has none the one for all clients, each number by itself."""
    own = targets.of(client).get(urgency) if client else None
    common = targets.of(None).get(urgency)
    rows = [row for row in (own, common) if row]
    return Target(
        next((row.respond for row in rows if row.respond is not None), None),
        next((row.restore for row in rows if row.restore is not None), None),
    )


def due(record: Record, urgency: str = "") -> tuple[int | None, int | None]:
    """(respond by, restore by) in UTC ms, None where nothing is agreed. `urgency`: when the row does not know it."""
    found = target(record.client if record.client_id else None, urgency or record.urgency)
    return moment(record, found.respond), moment(record, found.restore)


def moment(record: Record, minutes: int | None) -> int | None:
    return None if minutes is None else record.opened_at + minutes * clock.MINUTE


def change(actor: Actor, client_id: int | None, given: Mapping) -> None:
    """Set a client's targets (None: those for all clients). Raises Invalid, NotFound, NotAllowed.

    `given`: "<urgency>.respond" and "<urgency>.restore" → minutes as typed, "" for none of its own.
    """
    actor.needs(*SETTERS)
    client = clients.get(actor.viewer, client_id) if client_id else None
    if client_id and client is None:
        raise NotFound
    values = typed.read(table(), given)
    wanted = {
        each.name: (values[f"{each.name}.respond"], values[f"{each.name}.restore"]) for each in urgencies()
    }
    with transaction():
        one_at_a_time([f"targets of {client_id}"])
        targets.put(client, wanted)
        audit.record(actor.user_id, "targets.set", str(client_id or ""))


def table() -> dict[str, Kind]:
    kinds: dict[str, Kind] = {}
    for each in urgencies():
        kinds[f"{each.name}.respond"] = Number(RESPOND, MOST)
        kinds[f"{each.name}.restore"] = Number(RESTORE, MOST)
    return kinds


def own(client: Client | None) -> dict[str, str]:
    """What is set for this client itself, as its form shows it."""
    shown = {}
    for urgency, row in targets.of(client).items():
        shown[f"{urgency}.respond"] = "" if row.respond is None else str(row.respond)
        shown[f"{urgency}.restore"] = "" if row.restore is None else str(row.restore)
    return shown


AT_WORK = ("dispatcher", "assignee")  # while it waits for one of these nothing is restored yet


def times(definition: Definition, entries: Sequence[Sealed]) -> tuple[int | None, int | None]:
    """(when somebody first went on with a report, when it was restored), UTC ms, as the entries tell.

    Restored: when the person assigned was done; without one, when the remedy was told; else when the record closed.
    """
    first, fold = definition.steps[0].name, folding.fold(definition, entries)
    gone_on = [e for e in entries if e.step != first and e.outcome not in (folding.MERGED, folding.ERASED)]
    return (gone_on[0].row.sealed_at if gone_on else None), restored(definition, entries, fold)


def restored(definition: Definition, entries: Sequence[Sealed], fold: folding.Fold) -> int | None:
    if fold.state == "cancelled" or (fold.turn and fold.turn.by in AT_WORK):
        return None
    remedies = {field.name for field in definition.meanings.get("remedy", ())}
    standing = fold.standing.values()
    repaired = [e for e in standing if definition.step(e.step).by == "assignee"]
    told = [e for e in standing if any(e.answers.get(name) for name in remedies)]
    closing = [entries[-1]] if fold.state == "closed" else []
    return max((e.row.sealed_at for e in repaired or told or closing), default=None)
