"""遗留问题: what the last sheet left open at a device, in a room or at a client, until a later one settles it.

The newest sheet about a device or room that says anything under the meaning "open_points" decides: what it says is
open, or nothing is when it says that there are none. A sheet that is silent changes nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register.answer_sources import Origin
from fieldforms.forms.definition import Definition, Step
from fieldforms.store import audit
from fieldforms.store.database import transaction
from fieldforms.store.models import Record
from fieldforms.store.register import sites
from fieldforms.store.register.sites import Site

MEANS = "open_points"


# What people write into "open points" to say that there are none: it closes the older ones.
NONE_LEFT = frozenset(
    {"无", "没有", "暂无", "无遗留", "无遗留问题", "已解决", "已处理", "none", "no", "nil", "n/a", "-", "—", "/",
     "settled", "solved", "resolved", "done"}
)  # fmt: skip


@dataclass(frozen=True)
class OpenPoints:
    """What the sheet `number` left open. `at`: UTC ms; `devices`: names of those it is about, none for a room.

    `confidential`: of a confidential room; what is printed for others leaves the text out.
    """

    text: str
    number: str
    at: int
    devices: tuple[str, ...] = ()
    confidential: bool = False


def open_points_at(actor: Actor, place: Site, until: int | None = None) -> list[OpenPoints]:
    """What is open at a place, newest first, as far as the actor may read it. `until`: as it was left before then (UTC ms)."""
    rows = sites.records_telling_open_points(actor.viewer, place, until)
    return list(last_words(actor, rows, place)) if rows else []


def last_words(actor: Actor, rows: list[Record], place: Site) -> Iterator[OpenPoints]:
    """Of `rows`, newest first, those that are the last word about some device or room, unless it is "none"."""
    about = sites.devices_by_record(rows)
    decided: set = set()
    told: list[tuple[set, set[str]]] = []
    for row in rows:
        spots = spots_of(row, about[row.id], place)
        fresh, decided = spots - decided, decided | spots
        if fresh and row.open_points.strip(" 。.;；!！\n").lower() not in NONE_LEFT:
            text = lines_not_told(row.open_points, spots, told)
            if text:
                yield read_open_points(actor, row, text, tuple(about[row.id].values()))


def lines_not_told(text: str, spots: set, told: list[tuple[set, set[str]]]) -> str:
    """The lines that no newer sheet about one of these spots tells, too: the next one starts with what was left.

    `told`: (spots, words) of the newer ones; this one joins them.
    """
    lines = {" ".join(line.split()): line for line in text.splitlines() if line.strip()}
    known = {words for others, said in told if others & spots for words in said}
    told.append((spots, set(lines)))
    return "\n".join(line for words, line in lines.items() if words not in known)


def spots_of(row: Record, devices: dict[int, str], place: Site) -> set:
    """The devices a sheet speaks of, else its room; on a device's page only that device counts."""
    if place.device is not None:
        return {place.device}
    return {*devices} or {f"room {row.room_id}"}


def read_open_points(actor: Actor, row: Record, text: str, devices: tuple[str, ...]) -> OpenPoints:
    if row.confidential:  # who looked is written down (company.md, row 20)
        with transaction():
            audit.record_action(actor.user_id, "record.read", row.number)
    return OpenPoints(text, row.number, row.dated_at, devices, row.confidential)


def starting_open_points(actor: Actor, definition: Definition, step: Step, about: Origin) -> dict:
    """What a new sheet of a device or room starts with under open points: what was left there."""
    fields = [field for field in definition.fields_of(step) if field.means == MEANS]
    if not fields or about.client is None or actor.user is None:
        return {}
    if about.device:
        place = Site(about.client.id, device=about.device.id)
    elif about.room:
        place = Site(about.client.id, room=about.room.id)
    else:
        return {}
    secret = (
        about.room is not None and about.room.confidential
    )  # else what isn't for everybody stays where it is
    texts = list(
        dict.fromkeys(each.text for each in open_points_at(actor, place) if secret or not each.confidential)
    )
    return {field.name: "\n".join(texts) for field in fields} if texts else {}
