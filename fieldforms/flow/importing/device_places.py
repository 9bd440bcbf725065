"""Where a list says its devices stand: rooms of the register, or such that are to be made."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from fieldforms.errors import N_
from fieldforms.flow.importing.choices import MADE_NEW
from fieldforms.flow.importing.list_rows import ListRow, UnknownWord
from fieldforms.flow.importing.row_keepers import MOST_NAME, NAME_TOO_LONG, RowKeeper, name_of_client
from fieldforms.flow.register import unguarding
from fieldforms.flow.register.clients import add_room
from fieldforms.flow.register.devices import CLEARED_MOVES
from fieldforms.flow.register.spellings import letters_of_text
from fieldforms.forms.reading import read_id
from fieldforms.store.importing import known_rows
from fieldforms.store.models import Client, Device, Room

BUILDING_WITHOUT_ROOM = N_("写了“%(text)s”，没有写房间：请填上房间，或清空它。")
ROOM_RETIRED = N_("房间“%(text)s”已停用，设备不能进去。")
SEVERAL_ROOMS = N_("这个客户有几个房间叫“%(text)s”，请写清楚。")
OTHER_FLOOR = N_("房间“%(room)s”在档案里是“%(known)s”，表里写的是“%(text)s”：房间不改。")
BETWEEN_CLIENT_AND_ROOM = " / "  # in the words that are asked for


def name_in_place(before: Iterable[str], room: str) -> str:
    """东校区 3号楼 302; a building that the room's own name begins with is not said twice (附楼控制室)."""
    letters = letters_of_text(room)
    said = [each for each in before if not letters.startswith(letters_of_text(each))]
    return " ".join((*said, room))


@dataclass(frozen=True)
class RoomToMake:
    name: str
    building: str
    floor: str


WantedPlace = Room | RoomToMake | None


class RoomFinder:
    """Of the clients that a list names."""

    def __init__(self, keeper: RowKeeper, clients: Iterable[int]):
        self.keeper = keeper
        self.rooms: dict[int, Room] = {}
        self.spelled: dict[tuple[str, str], str] = {}  # (client, letters) → as the list first writes it
        self.by_letters: dict[tuple[int, str], list[Room]] = defaultdict(list)
        for room in known_rows.rooms_of_clients(keeper.actor.viewer, tuple(clients)):
            self.rooms[room.id] = room
            self.by_letters[room.client_id, letters_of_text(room.name)].append(room)

    def place_of_row(self, row: ListRow, client: Client | str | None) -> WantedPlace:
        """Where it says it stands; None where it says nothing, or something that is not clear, which the row then says."""
        before = [row.given[name] for name in ("site", "building") if row.given.get(name)]
        name = row.given.get("room", "")
        if not name and before:
            row.refuse(
                "building" if row.given.get("building") else "site",
                BUILDING_WITHOUT_ROOM,
                text=" ".join(before),
            )
        if not name or client is None:
            return None
        plain, name = name, name_in_place(before, name)
        found = self.rooms_called(row, client, name) or self.rooms_of_building(row, client, plain)
        if len(found) == 1:
            return self.room_in_use(row, found[0])
        if found:
            row.refuse("room", SEVERAL_ROOMS, text=name)
            return None
        return self.place_to_make(row, client, name)

    def rooms_called(self, row: ListRow, client: Client | str, name: str) -> list[Room]:
        """By its very name, else by its letters; of several the one on that floor, or where the device stands."""
        if isinstance(client, str):
            return []
        found = self.by_letters[client.id, letters_of_text(name)]
        for narrowed in (
            [room for room in found if room.name == name],
            [room for room in found if room.floor and room.floor == row.given.get("floor")],
            [room for room in found if isinstance(row.known, Device) and room.id == row.known.room_id],
        ):
            found = narrowed if narrowed and len(found) > 1 else found
        return found

    def rooms_of_building(self, row: ListRow, client: Client | str, plain: str) -> list[Room]:
        """Those whose building the register knows."""
        building = letters_of_text(row.given.get("building", ""))
        found = self.rooms_called(row, client, plain)
        return [room for room in found if building and letters_of_text(room.building) == building]

    def room_in_use(self, row: ListRow, room: Room) -> WantedPlace:
        """A device may go on standing in a retired one; none comes into it."""
        if room.retired_at and not (isinstance(row.known, Device) and row.known.room_id == room.id):
            row.refuse("room", ROOM_RETIRED, text=room.name)
            return None
        self.note_other_floor(row, room)
        return room

    def note_other_floor(self, row: ListRow, room: Room) -> None:
        floor = row.given.get("floor", "")
        if floor and letters_of_text(floor) != letters_of_text(room.floor):
            row.notices.append((OTHER_FLOOR, {"room": room.name, "known": room.floor or "—", "text": floor}))

    def place_to_make(self, row: ListRow, client: Client | str, name: str) -> WantedPlace:
        """302 会议室 and ３０２会议室 are asked about, and made, once."""
        name = self.spelled.setdefault((name_of_client(client), letters_of_text(name)), name)
        word = f"{name_of_client(client)}{BETWEEN_CLIENT_AND_ROOM}{name}"
        meant = self.keeper.meaning_of_word("room", word)
        if len(name) > MOST_NAME:
            row.refuse("room", NAME_TOO_LONG, text=name, max=MOST_NAME)
        elif meant == MADE_NEW:
            return RoomToMake(name, row.given.get("building", "")[:60], row.given.get("floor", "")[:30])
        elif room := self.rooms.get(read_id(meant) or 0):
            return room
        else:
            row.unknown.append(UnknownWord("room", word))
        return None

    def options_of_room(self, word: str) -> list[tuple[str, str]]:
        """The rooms of the client that the word names."""
        name = word.partition(BETWEEN_CLIENT_AND_ROOM)[0]
        client = self.keeper.clients_by_letters.get(letters_of_text(name))
        return [
            (str(room.id), room.name)
            for room in self.rooms.values()
            if client and room.client_id == client.id
        ]

    def refuse_uncleared(self, row: ListRow, place: WantedPlace) -> None:
        """What the device's page refuses: into a confidential room, or out of one, without the clearance, and out of one without a reason,
        for which a list has no room."""
        now = self.rooms.get(row.known.room_id or 0) if row.known else None
        stays = row.known is not None and "room" not in row.aside.get("changes", {})
        ends = [each for each in (now, place) if isinstance(each, Room) and each.confidential]
        if ends and not stays and not self.keeper.actor.account.confidential:
            row.refuse("room", CLEARED_MOVES, label=self.keeper.by_name["room"].kind.label)
        elif not stays and unguarding.unguards_devices(now, place if isinstance(place, Room) else None):
            row.refuse("room", unguarding.ONLY_BY_PAGE)

    def room_to_write(self, client: Client, place: Room | RoomToMake) -> Room:
        """Made by the verb of its page, where it is not there yet."""
        if isinstance(place, Room):
            return place
        key = ("room", client.id, letters_of_text(place.name))
        if key not in self.keeper.made:
            given = {"name": place.name, "building": place.building, "floor": place.floor}
            self.keeper.made[key] = add_room(self.keeper.actor, client.id, given)
        return self.keeper.made[key]
