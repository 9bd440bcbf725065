"""What a kept database says, as JSON: written down by `make.py`, asked again of every later version of the program."""

import json
from collections.abc import Iterator

from fieldforms.flow.proof import verification
from fieldforms.store import scope, search
from fieldforms.store.library import definitions
from fieldforms.store.models import (
    RatingMonth,
    RatingReason,
    Record,
    RecordDevice,
    Reservation,
    Stock,
    User,
    Visit,
)
from fieldforms.store.record import records

PROJECTIONS = (RecordDevice, RatingMonth, RatingReason, Reservation, Stock, Visit)
WORDS = ("投影", "话筒", "丁一", "来得太晚", "13800000000", "没有声音")


def everything() -> dict:
    """Records as the program reads them, projections, who sees which record, what a search finds, the chains' heads."""
    said = {
        "records": {row.number: record(row) for row in Record.select().order_by(Record.id)},
        "projections": {model._meta.table_name: list(rows(model)) for model in PROJECTIONS},
        "seen_by": {user.login: seen_by(user) for user in User.select().order_by(User.id)},
        "found": {word: [found(word, private) for private in (False, True)] for word in WORDS},
        "heads": verification.heads_of_chains(),
    }
    return json.loads(
        json.dumps(said, ensure_ascii=False)
    )  # tuples are lists there, and numbers as names are text


def record(row: Record) -> dict:
    definition = definitions.read_definition(definitions.row(row.definition_id))
    entries = records.entries(row.uuid, scope.SYSTEM, definition)
    return {"row": dict(row.__data__), "form": definition.key, "entries": [entry(each) for each in entries]}


def entry(sealed: records.Sealed) -> dict:
    row = sealed.row
    said = {"seq": row.seq, "step": row.step, "outcome": row.outcome, "sealed_at": row.sealed_at}
    said |= {"number": row.number, "digest": row.digest}
    return said | {"answers": sealed.answers, "facts": sealed.facts, "erased": sorted(sealed.erased)}


def rows(model) -> Iterator[dict]:
    """Without ids: a rebuilt projection says the same under new ones. In an order that no rule about days changes."""
    every = [{**row.__data__, "id": None} for row in model.select()]
    yield from sorted(every, key=lambda row: json.dumps({**row, "dated_at": None}, sort_keys=True))


def seen_by(user: User) -> list[str]:
    viewer = scope.Viewer.of(user)
    numbers = [row.number for row in Record.select().order_by(Record.id)]
    return [number for number in numbers if records.by_number(viewer, number)]


def found(word: str, private: bool) -> list[str]:
    query = search.narrow_to_words(Record.select(), word, private)
    return sorted(row.number for row in query)


def unsaid(kept, now, where: str = "") -> list[str]:
    """What was said and no longer is, by its place. What is said beside it is welcome: a new column, another claim."""
    if isinstance(kept, dict) and isinstance(now, dict):
        gone = [f"{where}/{name} is gone" for name in kept.keys() - now.keys()]
        both = sorted(kept.keys() & now.keys())
        return sorted(gone) + [
            line for name in both for line in unsaid(kept[name], now[name], f"{where}/{name}")
        ]
    if isinstance(kept, list) and isinstance(now, list) and len(kept) == len(now):
        pairs = enumerate(zip(kept, now, strict=True))
        return [line for place, pair in pairs for line in unsaid(*pair, f"{where}/{place}")]
    return [] if kept == now else [f"{where}: {kept!r} is now {now!r}"]
