"""Another program holds the database: who writes waits a while and is told to come back, who reads notices nothing."""

import sqlite3
from contextlib import closing, contextmanager

from tests.faults.house import House, sentence, serving
from tests.faults.sheets import Sheet


@contextmanager
def locked(house: House):
    """A write transaction of somebody else's, open for as long as it likes."""
    with closing(sqlite3.connect(house.database, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("ROLLBACK")


def test_a_locked_database_is_said_and_the_phone_comes_back_later(house):
    with serving(house) as server:
        phone, sheet = server.phone(), Sheet(house)
        assert sheet.save(phone, request="先前保存的").status == 303
        with locked(house):
            refused = sheet.save(phone, request="新的")
            assert refused.status == 503
            assert int(refused.headers["retry-after"]) > 0
            assert sentence(refused.text) == "系统正忙，请稍候再试；已填的内容没有丢。"
            assert "先前保存的" in phone.get(f"/drafts/{sheet.uuid}").text
            assert phone.get("/records").status == 200
        assert sheet.save(phone, request="新的").status == 303
        assert sheet.complete(phone).status == 303
