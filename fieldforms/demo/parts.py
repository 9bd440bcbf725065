"""The demonstration's stock: parts.toml through the real verbs, each at its own time."""

import tomllib
from datetime import date, timedelta
from importlib import resources

from fieldforms.flow.local_time import today
from fieldforms.flow.register import codes
from fieldforms.flow.register.register_columns import PART_COLUMNS
from fieldforms.flow.stock import movements, parts, stock_places
from fieldforms.store import clock
from fieldforms.store.models import Part, StockPlace
from fieldforms.store.stock.stock import place_row

KEEPER = "sunmin"
DAYS_OF_STOCK = 70  # days ago, when the store was taken over


def load_parts(known) -> None:
    """`known`: the register's rows by the names the data uses (demo.load.Known)."""
    data = tomllib.loads(resources.files(__package__).joinpath("parts.toml").read_text(encoding="utf-8"))
    day = today()
    with clock.pretend_now(clock.now() - DAYS_OF_STOCK * clock.DAY_MS):
        registered = {each["key"]: register_part(known, each) for each in data["part"]}
    for movement in data["movement"]:
        with clock.pretend_now(clock.now() - movement["days_ago"] * clock.DAY_MS):
            move(known, registered[movement["part"]], movement, day)


def register_part(known, given: dict) -> Part:
    """A part with a label on it, and what there was of it."""
    actor = known.actor(KEEPER)
    owner = known.clients[given["owner"]].id if "owner" in given else ""
    texts = {column.name: str(given.get(column.name, "")) for column in PART_COLUMNS}
    part = parts.add_part(actor, texts | {"owner": str(owner)})
    codes.put_label_on(actor, part)
    for where, quantity in given["stock"].items():
        movements.book_movement(actor, part, "received", quantity, target=placed(known, where))
    return part


def placed(known, where: str) -> StockPlace:
    if where.startswith("@"):
        return place_row("person", user=known.users[where[1:]])
    return place_row(where) if where == "company" else place_row("client", known.clients[where])


def move(known, part: Part, given: dict, day: str) -> None:
    """As the form of a movement would post it. `day`: today, which `due_in` counts from."""
    actor = known.actor(given["by"])
    ends = {
        name: stock_places.key_of_place(placed(known, given[name]))
        for name in ("source", "target")
        if name in given
    }
    due = date.fromisoformat(day) + timedelta(days=given["due_in"]) if "due_in" in given else ""
    typed = {
        "quantity": str(given.get("quantity", 1)),
        "device": known.codes[given["device"]] if "device" in given else "",
        "due_on": str(due),
        "note": given.get("note", ""),
    }
    movements.move_part(actor, part.id, given["kind"], typed | ends)
