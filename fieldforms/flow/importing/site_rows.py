"""Clients, rooms and contacts of a list."""

from collections import defaultdict
from collections.abc import Iterable

from fieldforms.errors import N_
from fieldforms.flow.importing.device_columns import words_by_letters
from fieldforms.flow.importing.list_rows import ListRow
from fieldforms.flow.importing.row_keepers import CLIENT_COLUMN_OF_LIST, CLIENT_GONE, name_of_client
from fieldforms.flow.importing.texts_keepers import TextsKeeper, columns_of_list
from fieldforms.flow.register import unguarding
from fieldforms.flow.register.clients import (
    add_client,
    add_contact,
    add_room,
    client_values,
    edit_client,
    edit_contact,
    edit_room,
    may_mark_confidential,
)
from fieldforms.flow.register.register_columns import CLIENT_COLUMNS, CONTACT_COLUMNS, ROOM_COLUMNS
from fieldforms.flow.register.spellings import letters_of_text
from fieldforms.store.importing import known_rows
from fieldforms.store.models import Client, Contact, Room

NOT_TO_BE_MARKED = N_("只有有涉密权限的主管和管理员能改“涉密”。")
ROOM_GONE = N_("房间“%(text)s”已停用：先恢复，再导入。")
SEVERAL_CALLED_SO = N_("档案里有几个“%(text)s”，请写上手机或座机。")
CLIENT_TYPE_WORDS = {
    "under_warranty": "质保|保修期内",
    "yearly_contract": "年度合同|包年",
    "per_call_contract": "次合同|单次",
}
LANGUAGE_WORDS = words_by_letters({"zh": "中|汉语|chinese|cn", "en": "英文|英语|英"})


class ClientKeeper(TextsKeeper):
    own_columns = CLIENT_COLUMNS
    columns = columns_of_list(
        CLIENT_COLUMNS,
        language={"default": "zh", "words": LANGUAGE_WORDS},
        reporting={"default": "1"},
        type={"words": words_by_letters(CLIENT_TYPE_WORDS)},
    )

    def match_row(self, row: ListRow) -> None:
        name = row.given.get("name", "")
        if not name:
            return
        self.refuse_twice(row, "name", letters_of_text(name))
        row.known = next(
            (each for each in self.clients if each.name == name), None
        ) or self.clients_by_letters.get(letters_of_text(name))
        if row.known is None and letters_of_text(name) in self.gone_clients:
            row.refuse("name", CLIENT_GONE, text=name)
        if row.known is None:
            row.given.setdefault("short_name", name[:30])

    def compare_row(self, row: ListRow) -> None:
        super().compare_row(row)
        self.refuse_as_page(row, client_values)

    def add_row(self, row: ListRow, texts: dict[str, str]) -> Client:
        return add_client(self.actor, texts)

    def edit_row(self, row: ListRow, texts: dict[str, str]) -> Client:
        return edit_client(self.actor, row.known.id, texts, None)


class KeeperOfClients(TextsKeeper):
    """Of what belongs to a client, and is known by its name there."""

    can_be_made = frozenset({"client"})

    def rows_of_clients(self, clients: tuple[int, ...]) -> list:
        raise NotImplementedError

    def load_known(self, rows: Iterable[ListRow]) -> None:
        self.called: dict[tuple[int, str], list] = defaultdict(list)
        for each in self.rows_of_clients(tuple(each.id for each in self.clients)):
            self.called[each.client_id, letters_of_text(each.name)].append(each)

    def match_row(self, row: ListRow) -> None:
        client, name = self.client_of_row(row), row.given.get("name", "")
        row.aside["client"] = client
        if client is None or not name:
            return
        self.refuse_twice(row, "name", name_of_client(client), letters_of_text(name), *self.further_key(row))
        found = self.called[client.id, letters_of_text(name)] if isinstance(client, Client) else []
        exact = [each for each in found if each.name == name]
        self.choose_known(row, exact or found)

    def further_key(self, row: ListRow) -> tuple:
        return ()

    def choose_known(self, row: ListRow, found: list) -> None:
        row.known = found[0] if found else None


class RoomKeeper(KeeperOfClients):
    own_columns = ROOM_COLUMNS
    columns = (CLIENT_COLUMN_OF_LIST, *columns_of_list(ROOM_COLUMNS))

    def rows_of_clients(self, clients: tuple[int, ...]) -> list[Room]:
        return known_rows.rooms_of_clients(self.actor.viewer, clients)

    def choose_known(self, row: ListRow, found: list[Room]) -> None:
        super().choose_known(row, found)
        if row.known and row.known.retired_at:
            row.refuse("name", ROOM_GONE, text=row.known.name)

    def compare_row(self, row: ListRow) -> None:
        super().compare_row(row)
        marks = "confidential" in row.changes or (row.known is None and row.given.get("confidential"))
        if marks and not may_mark_confidential(self.actor):
            row.refuse("confidential", NOT_TO_BE_MARKED)
        elif marks and row.known and row.known.confidential:
            row.refuse("confidential", unguarding.ONLY_BY_PAGE)

    def add_row(self, row: ListRow, texts: dict[str, str]) -> Room:
        client = self.client_to_write(row.aside["client"])
        return add_room(self.actor, client.id, texts)

    def edit_row(self, row: ListRow, texts: dict[str, str]) -> Room:
        return edit_room(self.actor, row.known.id, texts, None)


class ContactKeeper(KeeperOfClients):
    own_columns = CONTACT_COLUMNS
    columns = (CLIENT_COLUMN_OF_LIST, *columns_of_list(CONTACT_COLUMNS))

    def rows_of_clients(self, clients: tuple[int, ...]) -> list[Contact]:
        return known_rows.contacts_of_clients(self.actor.viewer, clients)

    def further_key(self, row: ListRow) -> tuple:
        return row.given.get("mobile", ""), row.given.get("phone", "")

    def choose_known(self, row: ListRow, found: list[Contact]) -> None:
        """Of several of one name, the one with one of these numbers."""
        if len(found) > 1:
            numbers = {letters_of_text(row.given.get(name, "")) for name in ("mobile", "phone")} - {""}
            found = [
                each
                for each in found
                if {letters_of_text(each.mobile), letters_of_text(each.phone)} & numbers
            ]
            if len(found) != 1:
                row.refuse("name", SEVERAL_CALLED_SO, text=row.given["name"])
                return
        row.known = found[0] if found else None

    def add_row(self, row: ListRow, texts: dict[str, str]) -> Contact:
        client = self.client_to_write(row.aside["client"])
        return add_contact(self.actor, client.id, texts)

    def edit_row(self, row: ListRow, texts: dict[str, str]) -> Contact:
        return edit_contact(self.actor, row.known.id, texts, None)
