"""What was erased is not in the database's file either."""

from fieldforms.store import database, search


def on_disk(engine: str, settings) -> bytes:
    database.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return open(settings.database.removeprefix("sqlite:///"), "rb").read()


def index(public: str) -> None:
    with database.transaction():
        search.index_record(1, public, "")


def test_replaced_text_leaves_the_index_file(app, settings, engine):
    if engine != "sqlite":
        return  # VACUUM's business there
    for n in range(40):
        with database.transaction():
            search.index_record(100 + n, f"其他单据 {n} 投影机没有图像", "")
    index("qxwvkj 电话")
    index("电话")
    assert b"qxwvkj" in on_disk(engine, settings)
    search.purge_index()
    assert b"qxwvkj" not in on_disk(engine, settings)


def test_what_is_left_is_still_found(app, settings):
    index("zzyyxx 投影机")
    index("投影机 红外")
    search.purge_index()
    assert indexed("红外") == [1]
    assert indexed("zzyyxx") == []


def indexed(text: str) -> list[int]:
    hits, values = search.MATCH[database.dialect_of()](search.tokens_asked_for(text), False)
    return [id for (id,) in database.database.execute_sql(hits, values)]
