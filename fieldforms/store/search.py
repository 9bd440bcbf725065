"""One search, two dialects: text expanded to single CJK characters and bigrams as tokens.

Trigrams can't match one- and two-character words, which most Chinese words are; phrases of single characters are
slow on a miss (libraries.md, Use: search).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache, reduce
from operator import or_

from peewee import SQL, NodeList, Table, fn

from fieldforms.store import pinyin
from fieldforms.store.database import database, dialect_of, transaction
from fieldforms.store.models import Record

CJK_RANGES = r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
RUN = re.compile(rf"[{CJK_RANGES}]+|[^\W_{CJK_RANGES}]+")
IS_CJK = re.compile(rf"[{CJK_RANGES}]")


MOST_WORDS = 40  # asked for at once; a pasted page would ask for thousands


# A character with the marks that folding makes one with it: é of e and ´, ガ of ｶ and ﾞ, 한 of three letters.
CLUSTERS = re.compile(r"[\u1100-\u11ff]+|.[\u0300-\u036f\u3099\u309a\uff9e\uff9f]*", re.DOTALL)


def fold_text(text: str) -> str:
    """Small letters, and half width: input methods leave ＤＳＰ behind."""
    return unicodedata.normalize("NFKC", text).lower()


def tokens_of_text(text: str) -> list[str]:
    """For indexing: 音响 bad → 音 响 音响 bad"""
    found: list[str] = []
    for run in RUN.findall(fold_text(text)):
        if IS_CJK.match(run):
            found += [*run, *bigrams_of_run(run)]
        else:
            found.append(run)
    return found


def bigrams_of_run(run: str) -> list[str]:
    return [run[i : i + 2] for i in range(len(run) - 1)]


def tokens_asked_for(text: str) -> list[str]:
    """For asking: bigrams where there are two characters, else the character; other words as they are."""
    found: list[str] = []
    for run in RUN.findall(fold_text(text))[:12]:
        if IS_CJK.match(run):
            found += bigrams_of_run(run) or [run]
        else:
            found.append(run)
    return found[:MOST_WORDS]


def places_of_tokens(text: str, tokens: AbstractSet[str]) -> Iterator[tuple[int, int]]:
    """(start, end) of each of the tokens in a text as it was written, wide or narrow, large or small."""
    folded = [(each, part) for part in CLUSTERS.finditer(text) for each in fold_text(part.group())]
    for run in RUN.finditer("".join(each for each, _part in folded)):
        for start, end in places_in_run(run.group(), tokens):
            yield folded[run.start() + start][1].start(), folded[run.start() + end - 1][1].end()


def places_in_run(run: str, tokens: AbstractSet[str]) -> Iterator[tuple[int, int]]:
    """As `tokens_of_text` takes a run apart."""
    if not IS_CJK.match(run):
        yield from [(0, len(run))] if run in tokens else []
        return
    for at in range(len(run)):
        yield from ((at, at + n) for n in (1, 2) if len(run) >= at + n and run[at : at + n] in tokens)


MOST_UNITS = 60  # of one text, from which on it may be typed in pinyin
LONGEST_TAIL = 24  # characters of a word of letters or digits whose end may be typed alone


def tokens_of_names(texts: Iterable[str]) -> set[str]:
    """For indexing what things are called: as `tokens_of_text`, and each spelling from each character on (投影机: touyingji,
    tyj, yingji, yj …), and the ends of words, for the last digits of a number are what people type. What is asked for is the
    beginning of one of these."""
    return set().union(*map(tokens_of_name, texts))


@lru_cache(4096)  # a client's name and a room's come again with each device
def tokens_of_name(text: str) -> frozenset[str]:
    runs = RUN.findall(fold_text(text))
    units = [unit for run in runs for unit in (run if IS_CJK.match(run) else [run])][:MOST_UNITS]
    spelled = (pinyin.spellings_of_units(units[start:]) for start in range(len(units)))
    tails = {unit[at:] for unit in units if len(unit) <= LONGEST_TAIL for at in range(1, len(unit) - 1)}
    return frozenset({*tokens_of_text(text), *tails}.union(*spelled))


def words_of_names(text: str) -> list[str]:
    """For asking what is called so: as `tokens_asked_for`, and what is written as one is one: SN-1 is not any SN with some 1."""
    return tokens_asked_for(JOINTS.sub("", fold_text(text)))


JOINTS = re.compile(r"(?<=[0-9a-z])[-./:_]+(?=[0-9a-z])")


def names_have_words(tokens: AbstractSet[str], words: Iterable[str]) -> bool:
    """Do the tokens of a thing's names have all the words of `words_of_names`?"""
    return all(
        word in tokens or (not IS_CJK.match(word) and any(each.startswith(word) for each in tokens))
        for word in words
    )


def words_to_index(text: str) -> str:
    """As the index of records takes it. Of texts joined by a space it is the words of each, joined by a space."""
    return " ".join(tokens_of_text(text))


def index_record(record_id: int, public: str, private: str) -> None:
    """Replace what is indexed of a record: `words_to_index`. `private` is only found by who may read private answers."""
    INDEX[dialect_of()](record_id, public, private)


def index_sqlite(record_id: int, public: str, private: str) -> None:
    database.execute_sql("DELETE FROM search WHERE rowid = ?", (record_id,))
    database.execute_sql(
        "INSERT INTO search(rowid, public, private) VALUES (?, ?, ?)", (record_id, public, private)
    )


def index_postgresql(record_id: int, public: str, private: str) -> None:
    database.execute_sql(
        "INSERT INTO search(record_id, public, private) "
        "VALUES (%s, to_tsvector('simple', %s), to_tsvector('simple', %s)) "
        "ON CONFLICT (record_id) DO UPDATE SET public = EXCLUDED.public, private = EXCLUDED.private",
        (record_id, public, private),
    )


INDEX = {"sqlite": index_sqlite, "postgresql": index_postgresql}


def matches_words(text: str, private_too: bool):
    """A condition on Record: contains all words of `text`; the last word may be unfinished."""
    words = tokens_asked_for(text)
    if not words:
        return Record.id == -1
    hits, values = MATCH[dialect_of()](words, private_too)
    return NodeList((Record.id, SQL(f"IN ({hits})", values)), parens=True)


def narrow_to_words(query, text: str, private_too: bool):
    """The query on Record, of those that contain all words of `text`.

    SQLite's index gives its hits by id: joined to it, a query in that order ends with its last row, however many hits
    there are. As a condition it would collect them all first (at a million records 150 ms for a common word).
    """
    if dialect_of() != "sqlite":
        return query.where(matches_words(text, private_too))
    words, joined = tokens_asked_for(text), query.from_(INDEXED, Record).where(Record.id == INDEXED.rowid)
    if not words:
        return joined.where(Record.id == -1)
    _hits, (asked,) = match_sqlite(words, private_too)
    return joined.where(NodeList((INDEXED.search, SQL("MATCH ?", (asked,)))))


INDEXED = Table("search", ("rowid", "search"))


def hit_id():
    """The id of what `narrow_to_words` found, as the index gives it: in its order nothing is sorted."""
    return INDEXED.rowid if dialect_of() == "sqlite" else Record.id


def match_sqlite(words: list[str], private_too: bool) -> tuple[str, list[str]]:
    """SQL that finds the ids, and its values."""
    columns = "{public private}" if private_too else "{public}"
    asked = " AND ".join(f'"{word}"' for word in words[:-1])
    last = f'"{words[-1]}"' if IS_CJK.match(words[-1]) else f'"{words[-1]}"*'
    query = f"{columns} : ({asked + ' AND ' if asked else ''}{last})"
    return "SELECT rowid FROM search WHERE search MATCH ?", [query]


# Before a token of what is technical of a confidential room. No word that is asked for has a Chinese character beside a letter.
GUARD = f"{chr(0x6D89)}x"  # 涉


def guarded_tokens(tokens: Iterable[str]) -> set[str]:
    """As the index has them: found by who asks for them so (`beginning_of_each`), by nobody else."""
    return {f"{GUARD}{token}" for token in tokens}


def tokens_open_to(tokens: Iterable[str], guarded: bool) -> set[str]:
    """What `beginning_of_each` would find: `guarded` ones as the others, or not at all."""
    if guarded:
        return {token.removeprefix(GUARD) for token in tokens}
    return {token for token in tokens if not token.startswith(GUARD)}


def beginning_of_each(words: list[str], guarded: bool) -> str:
    """Of `words_of_names`, as the index of names is asked: every word of letters may be unfinished. `guarded`: also by what is
    technical of confidential rooms."""
    mark, end, both, either = BEGINNINGS[dialect_of()]

    def of_word(word: str) -> str:
        ways = (word, f"{GUARD}{word}") if guarded else (word,)
        begun = [f"{mark}{way}{mark}" + ("" if IS_CJK.match(word) else end) for way in ways]
        return begun[0] if len(begun) == 1 else f"({either.join(begun)})"

    return both.join(map(of_word, words))


BEGINNINGS = {"sqlite": ('"', "*", " AND ", " OR "), "postgresql": ("'", ":*", " & ", " | ")}


def match_postgresql(words: list[str], private_too: bool) -> tuple[str, list[str]]:
    last = f"'{words[-1]}'" if IS_CJK.match(words[-1]) else f"'{words[-1]}':*"
    terms = [*(f"'{word}'" for word in words[:-1]), last]
    here = "public @@ to_tsquery('simple', %s)"
    where, values = here, [" & ".join(terms)]
    if private_too:  # a word here, another there, as on SQLite
        either = f"({here} OR private @@ to_tsquery('simple', %s))"
        where, values = " AND ".join([either] * len(terms)), [term for term in terms for _column in range(2)]
    return f"SELECT record_id FROM search WHERE {where}", values


MATCH = {"sqlite": match_sqlite, "postgresql": match_postgresql}


def contains_anywhere(word: str, columns):
    """A condition for the short lists, which need no index: one of the columns contains the word."""
    return reduce(or_, (fn.LOWER(column).contains(fold_text(word)) for column in columns))


def ids_spelled(word: str, names: Iterable[tuple[int, str]]) -> tuple[int, ...]:
    """For the short lists, too: the ids of those (id, name) whose name is spelled so in pinyin, from some character on."""
    asked = words_of_names(word)
    return tuple(id for id, name in names if asked and names_have_words(tokens_of_name(name), asked))


MERGED_PAGES = 500  # in one transaction, some 50 ms


def purge_index() -> None:
    """What was deleted or replaced leaves the file of the index, too: for erasures, as it reads all of the index.

    Done in steps, so that writers wait only a moment. FTS5's own secure-delete would cost every signature more than
    the rest of its transaction. PostgreSQL's VACUUM does it there.
    """
    if dialect_of() == "sqlite":
        merge_pages(-MERGED_PAGES)  # all into one segment, which keeps nothing that was deleted (FTS5 §6.8)
        while merge_pages(MERGED_PAGES):
            pass


def merge_pages(pages: int) -> bool:
    """Is there more to merge?"""
    with transaction():
        before = count_changes()
        database.execute_sql("INSERT INTO search(search, rank) VALUES ('merge', ?)", (pages,))
        return count_changes() - before > 1


def count_changes() -> int:
    return database.execute_sql("SELECT total_changes()").fetchone()[0]


def forget_strays() -> None:
    """What is indexed of no record."""
    id = ROW_ID[dialect_of()]
    database.execute_sql(f"DELETE FROM search WHERE {id} NOT IN (SELECT id FROM records)")


def has_strays() -> bool:
    id = ROW_ID[dialect_of()]
    query = f"SELECT 1 FROM search WHERE {id} NOT IN (SELECT id FROM records) LIMIT 1"
    return database.execute_sql(query).fetchone() is not None


ROW_ID = {"sqlite": "rowid", "postgresql": "record_id"}


def is_indexed(record_id: int, public: str, private: str) -> bool:
    """Is exactly this indexed of the record, once? `words_to_index`, as of `index_record`."""
    found = database.execute_sql(INDEXED_AS[dialect_of()], (public, private, record_id)).fetchall()
    return [tuple(map(bool, row)) for row in found] == [(True, True)]


INDEXED_AS = {
    "sqlite": "SELECT public = ?, private = ? FROM search WHERE rowid = ?",
    "postgresql": "SELECT public = to_tsvector('simple', %s), private = to_tsvector('simple', %s) "
    "FROM search WHERE record_id = %s",
}
