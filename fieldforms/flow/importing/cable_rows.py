"""Cables of a list: which cable of the register each row is, and what it connects. A schedule that was exported comes back as it is."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from fieldforms.errors import N_
from fieldforms.flow.cabling import connections
from fieldforms.flow.cabling.port_input import CONNECTION_COLUMNS, REMOVED, STATUSES
from fieldforms.flow.cabling.signals import SIGNAL_LABELS, SIGNALS
from fieldforms.flow.form_input import ChoiceInput, TilesInput
from fieldforms.flow.importing.cable_ends import CableEnd, EndFinder
from fieldforms.flow.importing.device_columns import helper_column, words_by_letters
from fieldforms.flow.importing.list_rows import ImportColumn, ListRow
from fieldforms.flow.importing.row_keepers import CLIENT_COLUMN_OF_LIST
from fieldforms.flow.importing.texts_keepers import TextsKeeper, columns_of_list
from fieldforms.flow.register.column_headers import CABLE_STATUS_WORDS
from fieldforms.flow.shaped_inputs import CodeInput
from fieldforms.store.importing import known_rows
from fieldforms.store.models import Client, Connection

SIDES = ("source", "target")
NEW_REMOVED = N_("档案里没有这根线，不能新建成“已拆”。")
REMOVED_STAYS = N_("线缆 %(number)s 已拆，线号不再使用：请换一个线号，或把状态写成“已拆”。")
OTHER_ENDS = N_("线缆 %(number)s 在档案里接的是 %(source)s → %(target)s：换接口请先拆下再接。")
NUMBER_UNSEEN = N_("线号“%(text)s”已经用过，您看不到那根线。")
JOINED_TWICE = N_("和第 %(row)s 行接的是同样的两个接口。")
SAME_PORTS = N_("两头是同一个接口。")
SIGNAL_OF_PORT = N_("信号以接口上登记的“%(known)s”为准，“%(text)s”不写进去。")
PORT_TAKEN = N_("%(port)s 已经接着别的线。")
NEW_PORT = N_("会登记新接口：%(port)s。")
UNNUMBERED = "-"  # as proposed: the next one of its system is given
STATUS_OF_LIST = TilesInput(N_("状态"), {**STATUSES, "removed": REMOVED})
SIGNAL_WORDS = words_by_letters({key: "|".join((key, *signal.words)) for key, signal in SIGNALS.items()})


class CableKeeper(TextsKeeper):
    own_columns = CONNECTION_COLUMNS
    columns = (
        CLIENT_COLUMN_OF_LIST,
        ImportColumn(
            "number", CodeInput(CONNECTION_COLUMNS[0].kind.label, 30, short=True), N_("空着就给下一个线号"), is_code=True
        ),
        helper_column("source", N_("起点"), N_("设备和接口写在一格里，例如：矩阵 HDMI OUT 2")),
        helper_column("source_room", N_("起点房间"), N_("几台设备同名时，用来认设备")),
        helper_column("source_device", N_("起点设备"), N_("名称、资产编号或序列号")),
        helper_column("source_port", N_("起点接口"), N_("设备上没有的，会登记一个")),
        helper_column("target", N_("终点"), N_("设备和接口写在一格里")),
        helper_column("target_room", N_("终点房间"), N_("几台设备同名时，用来认设备")),
        helper_column("target_device", N_("终点设备"), N_("名称、资产编号或序列号")),
        helper_column("target_port", N_("终点接口"), N_("设备上没有的，会登记一个")),
        helper_column(
            "signal", N_("信号"), N_("只用在要登记的新接口上"), ChoiceInput(N_("信号"), SIGNAL_LABELS), is_fixed=True,
            words=SIGNAL_WORDS,
        ),
        *(
            replace(column, kind=STATUS_OF_LIST, default="installed", words=words_by_letters(CABLE_STATUS_WORDS))
            if column.name == "status"
            else column
            for column in columns_of_list(CONNECTION_COLUMNS[1:])
        ),
    )  # fmt: skip

    def load_known(self, rows: Iterable[ListRow]) -> None:
        ids = tuple(sorted(self.clients_named(rows)))
        self.finder = EndFinder(self.actor, ids)
        self.numbered: dict[tuple[int, str], Connection] = {}
        self.joining: dict[frozenset[int], Connection] = {}
        self.used: dict[int, list[Connection]] = defaultdict(list)
        for each in known_rows.cables_of_clients(self.actor.viewer, ids):
            self.numbered[each.client_id, each.number] = each
            if not each.removed_at:
                self.joining[frozenset((each.source_id, each.target_id))] = each
                self.used[each.source_id].append(each)
                self.used[each.target_id].append(each)

    def match_row(self, row: ListRow) -> None:
        client, number = self.client_of_row(row), row.given.get("number", "")
        if not isinstance(client, Client):
            return
        row.known = self.numbered.get((client.id, number)) if number else None
        if number:
            self.refuse_twice(row, "number", client.id, number)
        ends = [self.finder.end_of_row(row, client, side, row.known) for side in SIDES]
        if row.known:
            self.match_ends_of_known(row, ends)
        elif all(ends):
            self.match_ends_of_new(row, client, ends)

    def match_ends_of_known(self, row: ListRow, ends: list[CableEnd | None]) -> None:
        cable: Connection = row.known
        for port in (cable.source, cable.target):
            self.finder.may_see(port.device)
        said = [{each.id for each in end.ports} if end else None for end in ends]
        for one, other in ((cable.source_id, cable.target_id), (cable.target_id, cable.source_id)):
            if (said[0] is None or one in said[0]) and (said[1] is None or other in said[1]):
                return
        if not row.mistakes:
            is_source = said[0] is not None and not said[0] & {cable.source_id, cable.target_id}
            column = column_of_end(row, "source" if is_source else "target")
            row.refuse(column, OTHER_ENDS, number=cable.number, **words_of_ends(cable))

    def match_ends_of_new(self, row: ListRow, client: Client, ends: list[CableEnd | None]) -> None:
        """What joins these ports already is this cable, under another number."""
        source, target = row.aside["ends"] = [end for end in ends if end]
        if source.key == target.key:
            row.refuse(column_of_end(row, "target"), SAME_PORTS)
            return
        first = self.seen.setdefault(("ends", *sorted((source.key, target.key))), row.number)
        if first != row.number:
            row.refuse(column_of_end(row, "target"), JOINED_TWICE, row=first)
        if source.port and target.port:
            row.known = self.joining.get(frozenset((source.port.id, target.port.id)))
        if row.known is None:
            self.tell_of_new(row, client)

    def tell_of_new(self, row: ListRow, client: Client) -> None:
        number, signal = row.given.get("number", ""), row.given.get("signal", "")
        if number and (client.id, number) in self.finder.unseen_numbers:
            row.refuse("number", NUMBER_UNSEEN, text=number)
        for end in row.aside["ends"]:
            if end.port is None:
                row.notices.append((NEW_PORT, {"port": end.words}))
            elif self.used[end.port.id] and end.port.direction != "through":
                row.notices.append((PORT_TAKEN, {"port": end.words}))
        known = next((end.port.signal for end in row.aside["ends"] if end.port and end.port.signal), "")
        if signal and known and signal != known:
            names = {"known": SIGNAL_LABELS.get(known, known), "text": SIGNAL_LABELS[signal]}
            row.notices.append((SIGNAL_OF_PORT, names))

    def values_now(self, row: ListRow) -> dict:
        values = dict(row.known.__data__)
        return values | {"status": "removed"} if row.known.removed_at else values

    def compare_row(self, row: ListRow) -> None:
        super().compare_row(row)
        status = row.given.get("status", "")
        if row.known is None and status == "removed":
            row.refuse("status", NEW_REMOVED)
        elif row.known is not None and row.known.removed_at and row.changes:
            row.refuse("status", REMOVED_STAYS, number=row.known.number)

    def add_row(self, row: ListRow, texts: dict[str, str]) -> Connection:
        given = {**texts, "number": texts.get("number") or UNNUMBERED}
        source, target = row.aside["ends"]
        port = self.finder.port_to_plug(source, target, row.given.get("signal", ""))
        other = self.finder.port_to_plug(target, replace(source, ports=(port,)), row.given.get("signal", ""))
        return connections.connect_ports(self.actor, port.id, other.id, given, proposed=UNNUMBERED)[0]

    def edit_row(self, row: ListRow, texts: dict[str, str]) -> Connection:
        is_removed = texts["status"] == "removed"
        if row.changes.keys() - {"status"} or not is_removed:
            kept = {"status": row.known.status} if is_removed else {}
            connections.edit_connection(self.actor, row.known.id, {**texts, **kept})
        return connections.remove_connection(self.actor, row.known.id) if is_removed else row.known


def column_of_end(row: ListRow, side: str) -> str:
    """Of those that the list brings: where its port is said."""
    return f"{side}_port" if f"{side}_port" in row.texts else side


def words_of_ends(cable: Connection) -> dict[str, str]:
    return {
        side: f"{port.device.name} {port.name}"
        for side, port in (("source", cable.source), ("target", cable.target))
    }
