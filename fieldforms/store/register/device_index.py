"""The index of the words by which devices are found. Triggers put down what changed (migration 0017): until the index has taken
it in, a search looks at those devices themselves."""

from collections.abc import Iterable
from dataclasses import dataclass

from peewee import JOIN, SQL, NodeList

from fieldforms.store import search
from fieldforms.store.database import database, dialect_of, one_at_a_time, transaction
from fieldforms.store.models import Client, Code, Device, DeviceToIndex, Port, Room
from fieldforms.store.prepared import one_of, prepared


@dataclass(frozen=True)
class SearchedColumns:
    """Of devices, whose texts are searched. `technical`: those that in a confidential room only the cleared are found by, as ports."""

    open: tuple[str, ...]
    technical: tuple[str, ...] = ()


MOST_FRESH = 1000  # devices that a search looks at itself; only while an index is first made there are more


def index_slice(columns: SearchedColumns, most: int) -> int:
    """Take in the oldest of the changes; how many there were."""
    with transaction():
        one_at_a_time(["device index"])  # an older reading of a device never goes over a newer one
        changes = list(DeviceToIndex.select().order_by(DeviceToIndex.id).limit(most))
        for device, tokens in tokens_by_device({each.device_id for each in changes}, columns).items():
            INDEX_DEVICE[dialect_of()](device, " ".join(sorted(tokens)))
        DeviceToIndex.delete().where(one_of(DeviceToIndex.id, [each.id for each in changes])).execute()
    return len(changes)


def fresh_matches(
    text: str, columns: SearchedColumns, guarded: bool
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The devices that the index has yet to take in; those of them that have all words of `text`. `guarded`: as
    `search.beginning_of_each` takes it."""
    fresh = tuple({id for (id,) in devices_to_index(MOST_FRESH)})
    words = search.words_of_names(text)
    found = tokens_by_device(fresh, columns) if fresh else {}
    open_tokens = {id: search.tokens_open_to(tokens, guarded) for id, tokens in found.items()}
    return fresh, tuple(id for id, tokens in open_tokens.items() if search.names_have_words(tokens, words))


@prepared
def devices_to_index(most):
    return DeviceToIndex.select(DeviceToIndex.device).order_by(DeviceToIndex.id.desc()).limit(most).tuples()


def are_many(words: str) -> bool:
    """Are there so many hits of `search.beginning_of_each` that walking along the list finds a page of them sooner than
    sorting them would? PostgreSQL decides by itself."""
    return (
        dialect_of() == "sqlite" and database.execute_sql(MANY, (words, MANY_HITS)).fetchone()[0] == MANY_HITS
    )


MANY_HITS = 2000
MANY = "SELECT COUNT(*) FROM (SELECT rowid FROM search_devices WHERE search_devices MATCH ? LIMIT ?)"


def has_words(words, fresh, matches, *, is_fresh: bool, walking: bool):
    """A condition on Device. `words`: search.beginning_of_each; `fresh`, `matches`: of `fresh_matches`; `walking`: along an
    index of the list, so that SQLite may not begin with the hits."""
    id = Device.id + 0 if walking else Device.id
    hits = NodeList((id, SQL("IN ("), SQL(HITS[dialect_of()]), words, SQL("))")))
    return (hits & ~one_of(Device.id, fresh)) | one_of(Device.id, matches) if is_fresh else hits


HITS = {
    "sqlite": "SELECT rowid FROM search_devices WHERE search_devices MATCH (",
    "postgresql": "SELECT device_id FROM search_devices WHERE words @@ to_tsquery('simple', ",
}


def mark_every_device() -> None:
    """The whole index is to be made anew."""
    with transaction():
        DeviceToIndex.insert_from(Device.select(Device.id), [DeviceToIndex.device]).execute()


def tokens_by_device(ids: Iterable[int], columns: SearchedColumns) -> dict[int, set[str]]:
    """Guarded ones, of what is technical, where the room is confidential."""
    ids, found, technical = tuple(ids), dict[int, set[str]](), dict[int, set[str]]()
    confidential: set[int] = set()
    for id, is_confidential, *texts in texts_to_index(ids, names=columns.open + columns.technical):
        ends = len(texts) - len(columns.technical)
        found[id] = search.tokens_of_names(filter(None, texts[:ends]))
        technical[id] = search.tokens_of_names(filter(None, texts[ends:]))
        confidential |= {id} if is_confidential else set()
    for id, text in labels_to_index(ids):
        found[id] |= search.tokens_of_names([text])
    for id, text in ports_to_index(ids):
        technical[id] |= search.tokens_of_names([text])
    for id, tokens in technical.items():
        found[id] |= search.guarded_tokens(tokens) if id in confidential else tokens
    return found


@prepared
def texts_to_index(ids, *, names):
    columns = (Client.short_name, Client.name, Room.name, *(getattr(Device, name) for name in names))
    query = Device.select(Device.id, Room.confidential, *columns).join(Client).switch(Device)
    query = query.join(Room, JOIN.LEFT_OUTER)
    return query.where(one_of(Device.id, ids)).tuples()


@prepared
def labels_to_index(ids):
    return (
        Code.select(Code.device, Code.code)
        .where(one_of(Code.device, ids), Code.retired_at.is_null())
        .tuples()
    )


@prepared
def ports_to_index(ids):
    return (
        Port.select(Port.device, Port.name)
        .where(one_of(Port.device, ids), Port.removed_at.is_null())
        .tuples()
    )


def index_device_sqlite(device: int, words: str) -> None:
    database.execute_sql("DELETE FROM search_devices WHERE rowid = ?", (device,))
    database.execute_sql("INSERT INTO search_devices (rowid, words) VALUES (?, ?)", (device, words))


def index_device_postgresql(device: int, words: str) -> None:
    database.execute_sql(
        "INSERT INTO search_devices (device_id, words) VALUES (%s, array_to_tsvector(string_to_array(%s, ' '))) "
        "ON CONFLICT (device_id) DO UPDATE SET words = EXCLUDED.words",
        (device, words),
    )


INDEX_DEVICE = {"sqlite": index_device_sqlite, "postgresql": index_device_postgresql}
