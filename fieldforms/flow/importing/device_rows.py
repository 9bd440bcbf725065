"""Devices of a list: which of them the register knows, what changes, and writing them by the verbs of the device's page."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import partial

from fieldforms.errors import N_
from fieldforms.flow.importing import device_details
from fieldforms.flow.importing.brand_rows import BrandFinder
from fieldforms.flow.importing.cell_reading import letters_of_word
from fieldforms.flow.importing.choices import LEAVES_OUT, NAMES_DECIDE
from fieldforms.flow.importing.device_columns import DEVICE_LIST_COLUMNS
from fieldforms.flow.importing.device_places import RoomFinder, RoomToMake, WantedPlace
from fieldforms.flow.importing.device_ports import DevicePorts
from fieldforms.flow.importing.list_rows import ImportColumn, ListRow, UnknownWord
from fieldforms.flow.importing.maker_rows import MakerFinder
from fieldforms.flow.importing.row_keepers import RowKeeper, name_of_client
from fieldforms.flow.record import label_codes
from fieldforms.flow.register import codes, devices, register_rows, technical_words
from fieldforms.flow.register.device_events import note_state
from fieldforms.flow.register.spellings import key_of_model, letters_of_text
from fieldforms.forms.reading import read_id, read_ids
from fieldforms.store.importing import known_rows
from fieldforms.store.models import Client, Code, Device
from fieldforms.store.register import device_models
from fieldforms.store.register.devices import codes_of

NO_SUCH_ID = N_("没有档案号是 %(text)s 的设备，或者已经停用。")
NO_SUCH_LABEL = N_("没有“%(text)s”这个标签编码，请核对，或清空它。")
LABEL_OVER = N_("标签“%(text)s”已停用，不能再用。")
LABEL_ELSEWHERE = N_("标签“%(text)s”已经贴在别的东西上。")
TWO_DEVICES = N_("“%(text)s”是档案里另一台设备的：%(name)s。")
SERIAL_ELSEWHERE = N_("序列号“%(text)s”已经登记在另一个客户那里：%(client)s，%(name)s。")
SERIAL_RETIRED = N_("档案里有一台停用的设备也是序列号“%(text)s”。")
CLIENT_IS_RETIRED = N_("客户“%(client)s”已停用，它的设备不能改。")
STAYS_ITS_CLIENTS = N_("这台设备登记在 %(client)s，设备不换客户。")
QUANTITY_OF_KNOWN = N_("档案里已有这台设备，数量 %(n)s 不写进去。")
NUMBERS_FOR_MANY = N_(
    "数量是 %(n)s，这里写的不是 %(n)s 个：请写 %(n)s 个不同的，用顿号隔开，或者清空，或把数量改成 1。"
)
LABEL_FOR_MANY = N_("数量是 %(n)s，标签只有一张：请清空，登记以后再贴，或把数量改成 1。")
CLOSED_CELL_STAYS = N_("“%(label)s”不写进去：设备在涉密房间，只有有涉密权限的人能改。")
CATEGORY_OF_NAMES = N_("按每台的名称认，认不出的再问")
ROWS_LEFT_OUT = N_("这样的行不导入")
TWIN_ASKED, QUANTITY_ASKED = "twin", "qty"


class DeviceKeeper(RowKeeper):
    columns = DEVICE_LIST_COLUMNS
    can_be_made = frozenset({"client", "room", "manufacturer", "brand"})

    def load_known(self, rows: Iterable[ListRow]) -> None:
        rows, viewer = list(rows), self.actor.viewer
        self.noted: set[int | None] = (
            set()
        )  # confidential rooms of which it is written down that they were read
        ids = read_ids(texts_of_rows(rows, "id"))
        self.by_id = {each.id: each for each in known_rows.devices_with_ids(viewer, ids)}
        self.load_labels(rows)
        clients = self.clients_named(rows) | {each.client_id for each in self.by_id.values()}
        clients |= {code.device.client_id for code in self.labels.values() if code.device_id}
        known = known_rows.devices_of_clients(viewer, tuple(sorted(clients)))
        self.index_devices(known)
        self.finder = RoomFinder(self, sorted(clients))
        serials = tuple(
            {
                each
                for text in texts_of_rows(rows, "serial")
                for each in (text, *device_details.split_numbers(text))
            }
        )
        self.elsewhere = defaultdict(list)
        for each in known_rows.devices_with_serials(viewer, serials):
            self.elsewhere[letters_of_word(each.serial)].append(each)
        self.spellings = device_details.spellings_of_rows(rows)
        self.worn = codes_of(known)
        self.makers = MakerFinder(self.choices)
        self.brands = BrandFinder(self.choices, device_models.all_models())
        self.ports = DevicePorts(self.actor, rows, self.known_by_id.values())

    def load_labels(self, rows: list[ListRow]) -> None:
        self.labels: dict[str, Code] = {}
        wanted = {
            code for text in texts_of_rows(rows, "label") if (code := label_codes.code_or_nothing(text))
        }
        for row in known_rows.labels_with_codes_given(tuple(wanted)):
            self.labels[row.code] = row

    def index_devices(self, known: list[Device]) -> None:
        self.serials, self.assets, self.twins = defaultdict(list), defaultdict(list), defaultdict(list)
        self.known_by_id = self.by_id | {each.id: each for each in known}
        for each in known:
            if each.serial:
                self.serials[each.client.name, letters_of_word(each.serial)].append(each)
            if each.asset_no:
                self.assets[each.client.name, letters_of_word(each.asset_no)].append(each)
            key = (
                each.client_id,
                each.room_id,
                letters_of_text(each.name),
                key_of_model(each.brand, each.model),
            )
            self.twins[key].append(each)
        self.matched: set[int] = set()

    def options_of_word(self, unknown: UnknownWord) -> list[tuple[str, str]]:
        if unknown.column == "manufacturer":
            return self.makers.options_of_maker(unknown.word)
        if unknown.column == "category":
            return [(NAMES_DECIDE, CATEGORY_OF_NAMES), *super().options_of_word(unknown)]
        if unknown.column == "state":
            return [*super().options_of_word(unknown), (LEAVES_OUT, ROWS_LEFT_OUT)]
        if unknown.column == "brand":
            return self.brands.options_of_brand(unknown.word)
        return (
            self.finder.options_of_room(unknown.word)
            if unknown.column == "room"
            else super().options_of_word(unknown)
        )

    def proposal_of_word(self, unknown: UnknownWord) -> str:
        """A word for a whole system (音频系统) is no category; the devices' names say more."""
        found = super().proposal_of_word(unknown)
        return found or (NAMES_DECIDE if unknown.column == "category" else "")

    # Which device it is

    def match_row(self, row: ListRow) -> None:
        self.match_by_id_and_label(row)
        client = self.client_of_device(row)
        if client is not None:
            self.match_by_numbers(row, client)
        place = self.finder.place_of_row(row, client)
        self.brands.settle_brand(row, row.given.get("model", ""))
        device_details.complete_details(row, self.spellings, self.choices.term_unit)
        self.makers.spell_maker(row)
        device_details.doubt_days(row)
        self.ask_about_twins(row, client, place)
        self.ask_about_quantity(row, client)
        self.note_place(row, client, place)
        self.finder.refuse_uncleared(row, place)
        device_details.warn_of_another_device(row)
        if row.known:
            self.matched.add(row.known.id)

    def match_by_id_and_label(self, row: ListRow) -> None:
        text = row.given.get("id", "")
        if text:
            row.known = self.by_id.get(read_id(text) or 0)
            if row.known is None or row.known.retired_at:
                row.known = None
                row.refuse("id", NO_SUCH_ID, text=text)
            self.refuse_twice(row, "id", text)
        if row.given.get("label"):
            self.match_by_label(row)

    def match_by_label(self, row: ListRow) -> None:
        text = row.given["label"]
        code = self.labels.get(label_codes.code_or_nothing(text))
        self.refuse_twice(row, "label", label_codes.code_or_nothing(text))
        if code is None:
            row.refuse("label", NO_SUCH_LABEL, text=text)
        elif code.retired_at:
            row.refuse("label", LABEL_OVER, text=text)
        elif code.part_id:
            row.refuse("label", LABEL_ELSEWHERE, text=text)
        elif code.device_id:
            self.agree_on_device(row, "label", self.known_by_id.get(code.device_id))
        else:
            row.aside["label"] = code.code

    def agree_on_device(self, row: ListRow, column: str, found: Device | None) -> None:
        """All that names a device must name the same one."""
        if found is None:
            row.refuse(column, LABEL_ELSEWHERE, text=row.given[column])
        elif row.known is None:
            row.known = found
        elif row.known.id != found.id:
            row.refuse(column, TWO_DEVICES, text=row.given[column], name=found.name)

    def client_of_device(self, row: ListRow) -> Client | str | None:
        if row.known is None:
            return self.client_of_row(row)
        if row.known.client.retired_at:
            row.refuse("client", CLIENT_IS_RETIRED, client=row.known.client.name)
            return row.known.client
        text = row.given.get("client", "")
        named = self.client_called(row, "client", text) if text else row.known.client
        if named is not None and name_of_client(named) != row.known.client.name:
            row.refuse("client", STAYS_ITS_CLIENTS, client=row.known.client.name)
        return row.known.client

    def match_by_numbers(self, row: ListRow, client: Client | str) -> None:
        """By serial, then asset number: of two devices with one number the row must say another way which it is, be it by its
        name. Two new ones may share a serial, as they may on the device's own page: that is said."""
        whose = name_of_client(client)
        for column, index in (("serial", self.serials), ("asset_no", self.assets)):
            text = row.given.get(column, "")
            if not text:
                continue
            found = index[whose, letters_of_word(text)]
            if column == "serial" and len(found) != 1:
                self.note_twice(row, column, whose, letters_of_word(text))
            else:
                self.refuse_twice(row, column, whose, letters_of_word(text))
            if row.known and row.known in found:
                continue
            meant = found if len(found) == 1 else self.called_alike(row, found)
            if len(meant) == 1:
                self.agree_on_device(row, column, meant[0])
            elif found and row.known is None:
                row.refuse(column, TWO_DEVICES, text=text, name=found[0].name)
        if row.known is None and row.given.get("serial"):
            self.look_elsewhere(row, row.given["serial"], whose)

    def called_alike(self, row: ListRow, found: list[Device]) -> list[Device]:
        """Those of this name that no row before was."""
        name = letters_of_text(row.given.get("name", ""))
        return [each for each in found if letters_of_text(each.name) == name and each.id not in self.matched]

    def look_elsewhere(self, row: ListRow, text: str, whose: str) -> None:
        for each in self.elsewhere[letters_of_word(text)]:
            if each.retired_at:
                row.doubts.append((SERIAL_RETIRED, {"text": text}))
            elif each.client.name != whose:
                row.refuse(
                    "serial", SERIAL_ELSEWHERE, text=text, client=each.client.short_name, name=each.name
                )

    # What has to be asked

    def ask_about_twins(self, row: ListRow, client: Client | str | None, place: WantedPlace) -> None:
        """Nothing names it, and the register has one of the same name and model in the same room: is it that one?"""
        if row.known or not isinstance(client, Client) or isinstance(place, RoomToMake) or row.unknown:
            return
        name, brand, model = (row.given.get(each, "") for each in ("name", "brand", "model"))
        key = client.id, place.id if place else None, letters_of_text(name), key_of_model(brand, model)
        twins = [
            each
            for each in self.twins[key]
            if each.id not in self.matched and not says_another_number(row, each)
        ]
        if not twins:
            return
        answer = row.answers.get(TWIN_ASKED, "")
        if answer == "same":
            row.known = twins[0]
        elif answer != "new":
            row.asks.append(TWIN_ASKED)
            row.aside["twin"] = twins[0]

    def ask_about_quantity(self, row: ListRow, client: Client | str | None) -> None:
        count = device_details.count_of_row(row)
        if count < 2:
            return
        if row.known:
            row.notices.append((QUANTITY_OF_KNOWN, {"n": count}))
            return
        answer = row.answers.get(QUANTITY_ASKED, "")
        if answer == "each":
            row.copies = count
            self.give_numbers(row, name_of_client(client) if client else "")
        elif answer == "one":
            device_details.note_quantity(row, count)
        else:
            row.asks.append(QUANTITY_ASKED)

    def give_numbers(self, row: ListRow, whose: str) -> None:
        """To each of a row's devices its own serial and asset number, where there are as many."""
        if row.given.get("label"):
            row.refuse("label", LABEL_FOR_MANY, n=row.copies)
        for column, index in (("serial", self.serials), ("asset_no", self.assets)):
            numbers = device_details.split_numbers(row.given.get(column, ""))
            if numbers and not len(numbers) == len(set(map(letters_of_word, numbers))) == row.copies:
                row.refuse(column, NUMBERS_FOR_MANY, n=row.copies)
            elif numbers:
                row.aside.setdefault("numbers", {})[column] = numbers
                self.judge_numbers(row, column, index, whose)

    def judge_numbers(self, row: ListRow, column: str, index: Mapping, whose: str) -> None:
        """As those of rows of their own; one that is there is not made again."""
        for text in row.aside["numbers"][column]:
            key = whose, letters_of_word(text)
            if index[key]:
                row.refuse(column, TWO_DEVICES, text=text, name=index[key][0].name)
            elif column == "serial":
                self.note_twice(row, column, *key, text=text)
                self.look_elsewhere(row, text, whose)
            else:
                self.refuse_twice(row, column, *key, text=text)

    def note_place(self, row: ListRow, client: Client | str | None, place: WantedPlace) -> None:
        row.aside |= {"client": client, "place": place}
        if row.known is None:
            return
        shown = self.name_of_place(row.known.room_id)
        if place is not None and not (not isinstance(place, RoomToMake) and place.id == row.known.room_id):
            row.aside.setdefault("changes", {})["room"] = (shown, place.name)
        if "label" in row.aside:
            row.aside.setdefault("changes", {})["label"] = (
                self.worn.get(row.known.id, ""),
                row.aside["label"],
            )
        if self.choices.clears and "room" in row.texts and not row.texts["room"] and row.known.room_id:
            row.aside.setdefault("changes", {})["room"] = (shown, "")

    def compare_row(self, row: ListRow) -> None:
        if row.known:
            self.ports.take_same_words(row)
        super().compare_row(row)
        key = key_of_model(row.given.get("brand", ""), row.given.get("model", ""))
        self.ports.judge_ports(row, self.spellings.models.get(key))

    def columns_compared(self, row: ListRow) -> dict[str, ImportColumn]:
        """Without those that this person may not read of the device: they stay as they are, and that is said."""
        asked, device = super().columns_compared(row), row.known
        closed = {name for name in asked if not technical_words.is_open_to(self.actor.viewer, device, name)}
        for name in asked.keys() & closed & {each for each, text in row.given.items() if text}:
            row.notices.append((CLOSED_CELL_STAYS, {"label": asked[name].kind.label}))
        if not closed and technical_words.TECHNICAL & row.given.keys():
            self.noted |= technical_words.note_readings(self.actor, [device], self.noted)
        return {name: column for name, column in asked.items() if name not in closed}

    def name_of_place(self, room_id: int | None) -> str:
        room = self.finder.rooms.get(room_id or 0)
        return room.name if room else ""

    # Writing

    def write_row(self, row: ListRow) -> list[Device]:
        client = self.client_to_write(row.aside["client"])
        place = row.aside["place"]
        room = self.finder.room_to_write(client, place) if place else None
        if row.known is None:
            place_id = room.id if room else None
            return [self.write_new_device(row, client, place_id, nth) for nth in range(row.copies)]
        return [self.write_known_device(row, room.id if room else None)]

    def write_new_device(self, row: ListRow, client: Client, room: int | None, nth: int) -> Device:
        """`nth`: of the row's copies, from 0."""
        values = {name: value for name, value in row.values.items() if name != "state"}
        values |= {column: numbers[nth] for column, numbers in row.aside.get("numbers", {}).items()}
        device = devices.keep_new_device(
            self.actor, {"client": client.id, "room": room, **values}, **self.note
        )
        self.put_aside_on(row, device)
        return device

    def write_known_device(self, row: ListRow, room: int | None) -> Device:
        values = {name: value for name, value in row.values.items() if name != "state"}
        if "room" in row.aside.get("changes", {}):
            values["room"] = room
        device = register_rows.edit_row(
            self.actor, row.known, (), values, None, partial(write_over_device, self.actor)
        )
        self.put_aside_on(row, device)
        return device

    def put_aside_on(self, row: ListRow, device: Device) -> None:
        """Its label, its ports, and how it fares: rows of their own."""
        self.ports.add_to_device(row, device)
        if "label" in row.aside:
            codes.put_label_on(self.actor, device, row.aside["label"])
        state = row.values.get("state", device.state)
        if state != device.state:
            note_state(self.actor, device, state)


def write_over_device(actor, device: Device, values: dict) -> None:
    """Raises Invalid."""
    if "room" in values:
        devices.refuse_uncleared_move(actor, device, values["room"])
    devices.keep_device(actor, device, values)


def texts_of_rows(rows: Iterable[ListRow], column: str) -> list[str]:
    return [text for row in rows if (text := row.given.get(column, ""))]


def says_another_number(row: ListRow, device: Device) -> bool:
    """Both say a serial or asset number, and not the same."""
    pairs = ((row.given.get(name, ""), getattr(device, name)) for name in ("serial", "asset_no"))
    return any(ours and theirs and letters_of_word(ours) != letters_of_word(theirs) for ours, theirs in pairs)
