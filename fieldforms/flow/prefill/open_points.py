"""遗留问题: what the last sheet left open at a device, in a room or at a client, until a later one settles it.

The newest sheet about a device or room that says anything under the meaning "open_points" decides: what it says is
open, or nothing is when it says that there are none. A sheet that is silent changes nothing. A point that a later sheet
names (flow/prefill/points.py) is told by that one, or settled by it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from fieldforms.flow.people.actors import Actor
from fieldforms.flow.prefill.points import SETTLED, Point, points_of_text
from fieldforms.flow.register.answer_sources import Origin
from fieldforms.forms.definition import Definition, Field, Step
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
    if not rows:
        return []
    settled = settled_elsewhere(actor, rows[0]) if place.device is not None else set()
    return list(last_words(actor, rows, place, settled))


def settled_elsewhere(actor: Actor, row: Record) -> set:
    """Points of the last word about a device that a later sheet settled, whatever that one is about."""
    keys = {point.key for point in points_of_text(row.open_points, row.number)}
    later = sites.records_settling(actor.viewer, row, SETTLED)
    said = (point for each in later for point in points_of_text(each.open_points, each.number))
    return keys & {point.key for point in said if point.settled}


def last_words(actor: Actor, rows: list[Record], place: Site, settled: set) -> Iterator[OpenPoints]:
    """Of `rows`, newest first, those that are the last word about some device or room, unless it is "none"."""
    about = sites.devices_by_record(rows)
    decided: set = set()
    told: list[tuple[set, set[str]]] = []
    named = set(settled)
    for row in rows:
        spots = spots_of(row, about[row.id], place)
        fresh, decided = spots - decided, decided | spots
        points = points_of_text(row.open_points, row.number)
        left = [point for point in points if not point.settled and point.key not in named]
        named |= {point.key for point in points}
        if fresh and left and row.open_points.strip(" 。.;；!！\n").lower() not in NONE_LEFT:
            text = lines_not_told([line_at(point, row) for point in left], spots, told)
            if text:
                yield read_open_points(actor, row, text, tuple(about[row.id].values()))


def line_at(point: Point, row: Record) -> str:
    """As it reads on this sheet."""
    return point.words if point.number == row.number else point.name


def lines_not_told(lines: list[str], spots: set, told: list[tuple[set, set[str]]]) -> str:
    """The lines that no newer sheet about one of these spots tells, too: the next one starts with what was left.

    `told`: (spots, words) of the newer ones; this one joins them.
    """
    known = {words for others, said in told if others & spots for words in said}
    told.append((spots, set(lines)))
    return "\n".join(line for line in lines if line not in known)


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
    fields = fields_of_open_points(definition, step)
    texts = list(dict.fromkeys(each.text for each in open_points_left(actor, about))) if fields else []
    return {field.name: "\n".join(texts) for field in fields} if texts else {}


def fields_of_open_points(definition: Definition, step: Step) -> list[Field]:
    return [field for field in definition.fields_of(step) if field.means == MEANS]


def open_points_left(actor: Actor, about: Origin) -> list[OpenPoints]:
    """What was left where a sheet is begun, as far as that sheet may tell it."""
    if about.client is None or actor.user is None:
        return []
    if about.device:
        place = Site(about.client.id, device=about.device.id)
    elif about.room:
        place = Site(about.client.id, room=about.room.id)
    else:
        return []
    secret = (
        about.room is not None and about.room.confidential
    )  # else what isn't for everybody stays where it is
    return [each for each in open_points_at(actor, place) if secret or not each.confidential]


def points_left(actor: Actor, about: Origin) -> list[Point]:
    """As `open_points_left`, line by line."""
    found = open_points_left(actor, about)
    return [point for each in found for point in points_of_text(each.text, each.number)]
