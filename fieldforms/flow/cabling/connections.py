"""Plugging in: a cable from one port to another, its number, and taking it out again."""

from collections import Counter
from collections.abc import Mapping, Sequence

from fieldforms.errors import N_, Invalid, NotFound
from fieldforms.flow import form_changes, local_time
from fieldforms.flow.cabling import port_texts
from fieldforms.flow.cabling.port_input import CONNECTION_COLUMNS, number_in_words, number_parts
from fieldforms.flow.cabling.ports import device_to_wire, port_as_it_stands, values_of_read
from fieldforms.flow.cabling.signals import prefix_of_signals
from fieldforms.flow.cabling.wiring import check_clearance, far_end, sockets_of_port
from fieldforms.flow.form_changes import Shown
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register import register_looks
from fieldforms.flow.register.device_lists import note_change
from fieldforms.flow.register.devices import DEVICE_KEEPERS
from fieldforms.flow.register.register_columns import inputs_of_columns, read_columns
from fieldforms.store import audit
from fieldforms.store.cabling import connections, ports
from fieldforms.store.database import row_for_writing, transaction
from fieldforms.store.models import Connection, Device, Port

NUMBER_TAKEN = N_("线号 %(number)s 已经用过，线号不重复使用。")
TWO_CLIENTS = N_("两台设备不是同一个客户的。")
SAME_PORT = N_("一根线的两头不能是同一个接口。")
TOO_FEW = N_("从这里起，一样的接口只有 %(n)s 个。")
SOME_IN_USE = N_("%(ports)s 已经接着线，不能一次接这么多。")
MOST_AT_ONCE = 48


def connect_ports(
    actor: Actor, port_id: int, other_id: int, given: Mapping[str, str], proposed: str = "", count: int = 1
) -> list[Connection]:
    """A cable between these ports, or `count` of them from each of the two on, panel by panel.

    `given`: CONNECTION_COLUMNS → text as typed. `proposed`: the number that the form offered: somebody else may have taken
    it meanwhile, then it is the next one. Sent twice, nothing is connected twice. Raises Invalid, NotFound.
    """
    port, other = port_to_wire(actor, port_id), port_to_wire(actor, other_id)
    values = read_columns(CONNECTION_COLUMNS, given)
    refuse_impossible(port, other)
    with transaction():
        pairs = [(port, other)] if count == 1 else runs_of_ports(actor, port, other, count)
        for end in sorted((end for pair in pairs for end in pair), key=lambda end: end.id):
            port_as_it_stands(end)  # nobody else plugs in meanwhile
        return [
            plug_in(actor, *pair, values if at == 0 else values | {"number": proposed}, proposed)
            for at, pair in enumerate(pairs)
        ]


def connect_new_port(
    actor: Actor, port_id: int, device_id: int, name: str, given: Mapping[str, str], proposed: str = ""
) -> list[Connection]:
    """To a port of this device that nobody has written down yet; by its name it is the one that is there."""
    port, device = port_to_wire(actor, port_id), device_to_wire(actor, device_id)
    with transaction():
        other = port_called(actor, device, name, like=port)
        return connect_ports(actor, port.id, other.id, given, proposed)


def port_to_wire(actor: Actor, port_id: int) -> Port:
    """Raises NotFound, NotAllowed, ConfidentialCabling."""
    actor.needs(*DEVICE_KEEPERS)
    port = next(iter(ports.by_id(actor.viewer, port_id)), None)
    if port is None or port.device.retired_at:
        raise NotFound
    check_clearance(actor, port.device.room if port.device.room_id else None)
    return port


def refuse_impossible(port: Port, other: Port) -> None:
    """All else is warned of: adapters exist. Raises Invalid."""
    if port.id == other.id:
        raise Invalid([("target", SAME_PORT, {})])
    if port.device.client_id != other.device.client_id:
        raise Invalid([("target", TWO_CLIENTS, {})])


def port_called(actor: Actor, device: Device, name: str, like: Port) -> Port:
    """The device's port of this name, made if need be: it takes what comes out of `like`."""
    row_for_writing(device)
    there = ports.ports_of_devices(actor.viewer, (device.id,))
    known = next((port for port in there if port.name.casefold() == name.casefold()), None)
    if known:
        return known
    opposite = {"in": "out", "out": "in"}.get(like.direction, "both")
    read = port_texts.ports_of_text(name, device.category).ports
    meant = (
        values_of_read(read[0])
        if len(read) == 1
        else {"direction": opposite, "signal": like.signal, "connector": like.connector}
    )
    [made] = ports.add_ports(device, [{**meant, "name": name[:60]}])
    audit.record_action(actor.user_id, "port.add", f"device-{device.id}", names=[made.name])
    note_change()
    made.device = device
    return made


def runs_of_ports(actor: Actor, port: Port, other: Port, count: int) -> list[tuple[Port, Port]]:
    """These two and those that follow on either panel, alike and free. Raises Invalid: of either all that are not."""
    runs = [alike_from(actor, start) for start in (port, other)]
    most = min(len(run) for run in runs)
    if count > min(most, MOST_AT_ONCE):
        raise Invalid([("count", TOO_FEW, {"n": most})])
    pairs = list(zip(*(run[:count] for run in runs), strict=True))
    used = ports_in_use(pairs)
    if used:
        named = [f"{end.device.name} {end.name}" for end in used]
        raise Invalid([("count", SOME_IN_USE, {"ports": named})])
    return pairs


def ports_in_use(pairs: Sequence[tuple[Port, Port]]) -> list[Port]:
    """Those that have no room for a cable, panel by panel; where the very cable that is asked for is there, it needs none."""
    cables = connections.cables_at_ports([end.id for pair in pairs for end in pair])
    ends = [frozenset((cable.source_id, cable.target_id)) for cable in cables]
    wanted = {frozenset((one.id, two.id)) for one, two in pairs}
    made = {end for both in ends if both in wanted for end in both}
    plugged = Counter(end for both in ends for end in both)
    return [
        end
        for side in zip(*pairs, strict=True)
        for end in side
        if end.id not in made and plugged[end.id] >= sockets_of_port(end)
    ]


def alike_from(actor: Actor, start: Port) -> list[Port]:
    panel = ports.ports_of_devices(actor.viewer, (start.device_id,))
    at = next(at for at, port in enumerate(panel) if port.id == start.id)
    kind = start.signal, start.direction
    return [port for port in panel[at:] if (port.signal, port.direction) == kind]


def plug_in(actor: Actor, port: Port, other: Port, values: dict, proposed: str) -> Connection:
    """Call inside a transaction, with both ports kept."""
    for cable in connections.cables_at_ports((port.id,)):
        if far_end(cable, port.id) == other.id:
            return cable
    source, target = ends_in_order(port, other)
    row = numbered_connection(
        {**values, "client": port.device.client_id, "source": source, "target": target, "created_by": actor.user_id},
        "" if values["number"] == proposed else values["number"],
    )  # fmt: skip
    audit.record_action(
        actor.user_id, "connection.add", str(row.id), number=row.number, ports=[source.id, target.id]
    )
    register_looks.note_deed(actor, port.device, "cables")
    return row


def ends_in_order(port: Port, other: Port) -> tuple[Port, Port]:
    """(where it comes out, where it goes in)"""
    backwards = port.direction == "in" or (other.direction == "out" and port.direction != "out")
    return (other, port) if backwards else (port, other)


def numbered_connection(values: dict, number: str) -> Connection:
    """`number`: "" for the next one. Raises Invalid."""
    client, source, target = values["client"], values["source"], values["target"]
    while True:
        called = number or next_number(client, source, target)
        row = connections.add_connection({**values, "number": called, **number_parts(called)})
        if row is not None:
            return row
        if number:
            raise Invalid([("number", NUMBER_TAKEN, {"number": number})])


def next_number(client_id: int, port: Port, other: Port) -> str:
    """H-015 after H-014, of this client: cables are numbered by their system (field-data.md §3)."""
    prefix = prefix_of_signals(port.signal, other.signal)
    return number_in_words(prefix, connections.last_serial(client_id, prefix) + 1)


def texts_of_new(port: Port, other: Port) -> dict[str, str]:
    """What the form of a new cable starts with."""
    number = next_number(port.device.client_id, port, other)
    return {"number": number, "status": "installed", "since": local_time.today()}


# A cable that is there


def connection_in_scope(actor: Actor, connection_id: int) -> Connection:
    """Raises NotFound, ConfidentialCabling."""
    row = next(iter(connections.by_id(actor.viewer, connection_id)), None)
    if row is None:
        raise NotFound
    for device in {row.source.device, row.target.device}:
        check_clearance(actor, device.room if device.room_id else None)
    return row


def connection_to_change(actor: Actor, connection_id: int) -> Connection:
    """Raises NotFound, NotAllowed, ConfidentialCabling."""
    actor.needs(*DEVICE_KEEPERS)
    row = connection_in_scope(actor, connection_id)
    if row.removed_at:
        raise NotFound
    return row


def edit_connection(
    actor: Actor, connection_id: int, given: Mapping[str, str], shown: Shown = None
) -> Connection:
    """Raises Invalid, NotFound, ChangedMeanwhile."""
    connection = connection_to_change(actor, connection_id)
    values = read_columns(CONNECTION_COLUMNS, given)
    with transaction():
        row = connection_as_it_stands(connection)
        about = "connection.edit", str(row.id)
        table = inputs_of_columns(CONNECTION_COLUMNS)
        changed = form_changes.changes_of_form(table, row.__data__, values, shown, about)
        if changed:
            refuse_number_of_another(row, values["number"])
            connections.change_connection(row, {**values, **number_parts(values["number"])})
            audit.record_action(actor.user_id, *about, **changed)
            register_looks.note_deed(actor, connection.source.device, "cables")
    return connection


def refuse_number_of_another(row: Connection, number: str) -> None:
    if number != row.number and connections.is_number_taken(row.client_id, number):
        raise Invalid([("number", NUMBER_TAKEN, {"number": number})])


def remove_connection(actor: Actor, connection_id: int) -> Connection:
    """Unplugged: the row stays with who and when, and so does its number. Raises NotFound."""
    connection = connection_to_change(actor, connection_id)
    with transaction():
        row = connection_as_it_stands(connection)
        connections.remove_connection(row, actor.user_id)
        audit.record_action(actor.user_id, "connection.remove", str(row.id), number=row.number)
        register_looks.note_deed(actor, connection.source.device, "cables")
    return connection


def connection_as_it_stands(connection: Connection) -> Connection:
    row = row_for_writing(connection)
    if row is None or row.removed_at:
        raise NotFound
    return row
