"""What lies where when the books begin: the opening stock of parts that the register knows."""

from collections.abc import Iterable
from dataclasses import replace

from fieldforms.errors import N_
from fieldforms.flow.form_input import NumberInput
from fieldforms.flow.importing.device_columns import helper_column
from fieldforms.flow.importing.list_rows import ImportColumn, ListRow
from fieldforms.flow.importing.part_rows import COMPANY_WORDS, NO_PART_LABEL, PartKeeper
from fieldforms.flow.importing.row_keepers import TWICE_IN_LIST
from fieldforms.flow.register.register_columns import MOST_COUNTED
from fieldforms.flow.register.spellings import letters_of_text
from fieldforms.flow.stock import stock_places
from fieldforms.flow.stock.movements import move_part
from fieldforms.forms.reading import Unreadable, read_whole_number
from fieldforms.store.importing import known_rows
from fieldforms.store.models import Movement, StockPlace

UNKNOWN_PART = N_("档案里没有这个备件：请先导入备件，或核对名称、品牌和型号。")
PLACE_NEEDED = N_("没有写存放在哪里。")
NO_SUCH_PLACE = N_("没有叫“%(text)s”的存放处：写 公司库，或客户的名称。")
PLACE_OF_OTHERS = N_("“%(part)s”是客户自己的，不能放在“%(place)s”。")
NOT_IN_BAGS = N_("“%(place)s”是个人随身，期初库存先入公司库或客户处，再领用。")
COUNTED_ALREADY = N_("账上“%(place)s”已有 %(n)s：请用盘点改，不用导入。")
OPENING = N_("期初库存")
SAYING_WHICH = ("name", "brand", "model", "owner", "label")


class StockKeeper(PartKeeper):
    """What says which part and where it lies leads there alone: parts themselves are imported as parts."""

    columns = (
        *(
            replace(each, is_helper=True, is_fixed=False)
            for each in PartKeeper.columns
            if each.name in SAYING_WHICH
        ),
        helper_column("place", N_("存放处"), N_("公司库，或客户的名称")),
        ImportColumn(
            "quantity", NumberInput(N_("数量"), MOST_COUNTED), N_("这一处现有多少；账上没有过的才写入")
        ),
    )
    can_be_made = frozenset()

    def load_known(self, rows: Iterable[ListRow]) -> None:
        super().load_known(rows)
        self.places: dict[str, StockPlace] = {}
        for place in stock_places.every_place(self.actor):
            names = {*stock_places.place_names_by_language(place).values()}
            names |= {place.client.name} if place.kind == "client" else set()
            for name in names if place.kind != "company" else names | COMPANY_WORDS:
                self.places.setdefault(letters_of_text(name), place)
        moved = known_rows.stock_of_parts(tuple(self.by_id))
        self.booked = {(each.part_id, each.place_id): each.quantity for each in moved}

    def match_row(self, row: ListRow) -> None:
        super().match_row(row)
        if row.known is None:
            if not row.mistakes and not row.unknown:
                row.refuse("name", UNKNOWN_PART)
        elif "label" in row.aside:
            row.refuse("label", NO_PART_LABEL, text=row.given["label"])
        else:
            self.match_place(row)

    def refuse_twice(self, row: ListRow, column: str, *key, text: str = "") -> None:
        """A part may lie at several places, on a row each: `match_place` looks at both."""

    def match_place(self, row: ListRow) -> None:
        text, quantity = row.given.get("place", ""), row.given.get("quantity", "")
        if not text:
            if read_quantity(quantity):  # of what there is none, it lies nowhere
                row.refuse("place", PLACE_NEEDED)
            return
        place = self.places.get(letters_of_text(text))
        if place is None:
            row.refuse("place", NO_SUCH_PLACE, text=text)
            return
        row.aside["stock_place"] = place
        first = self.seen.setdefault((row.known.id, stock_places.key_of_place(place)), row.number)
        if first != row.number:
            row.refuse("place", TWICE_IN_LIST, row=first, text=row.known.name)
        self.refuse_quantity(row, place, read_quantity(quantity))

    def refuse_quantity(self, row: ListRow, place: StockPlace, quantity: int | None) -> None:
        """What was ever moved there has its books: the stocktake puts them right."""
        names = {"part": row.known.name, "place": stock_places.place_names_by_language(place)}
        booked = self.booked.get((row.known.id, place.id)) if place.id else None
        if quantity is None or quantity == (booked or 0):
            return
        if booked is not None:
            row.refuse("quantity", COUNTED_ALREADY, n=booked, **names)
        elif place.kind == "person":
            row.refuse("place", NOT_IN_BAGS, **names)
        elif (
            place.kind == "client"
            and not stock_places.may_lie_with(row.known, place.client)
            or place.kind == "company"
            and row.known.client_id
        ):
            row.refuse("place", PLACE_OF_OTHERS, **names)

    def values_now(self, row: ListRow) -> dict:
        place = row.aside.get("stock_place")
        return {"quantity": self.booked.get((row.known.id, place.id), 0) if place and place.id else 0}

    def write_row(self, row: ListRow) -> list[Movement]:
        once = f"{self.note['imported']}:{row.number}"
        target = stock_places.key_of_place(row.aside["stock_place"])
        given = {"quantity": row.given["quantity"], "target": target, "note": OPENING, "once": once}
        return [move_part(self.actor, row.known.id, "received", given)]


def read_quantity(text: str) -> int | None:
    """None where nothing, or no number, stands there: the column says what is wrong with it."""
    try:
        return read_whole_number(text) if text else None
    except Unreadable:
        return None
