"""A start on a database that is damaged, cut off, or ahead: refused with a sentence that names what and where."""

import pytest

from tests.faults.house import House, serving

PAGE = 4096


def overwritten(house: House, offset: int, length: int = PAGE) -> None:
    with open(house.database, "r+b") as file:
        file.seek(offset)
        file.write(b"\xa5" * length)


def cut_off(house: House, bytes_left: int) -> None:
    with open(house.database, "r+b") as file:
        file.truncate(bytes_left)


def page_of(house: House, table: str) -> int:
    ((page,),) = house.rows("SELECT rootpage FROM sqlite_schema WHERE name = ?", table)
    return (page - 1) * PAGE


DAMAGE = {
    "its first page": lambda house: overwritten(house, 0),
    "its header": lambda house: overwritten(house, 16, 16),
    "a page of people": lambda house: overwritten(house, page_of(house, "users")),
    "a page of forms": lambda house: overwritten(house, page_of(house, "definitions")),
    "half of it": lambda house: cut_off(house, house.database.stat().st_size // PAGE // 2 * PAGE),
    "its last page": lambda house: cut_off(house, house.database.stat().st_size - PAGE),
    "its last bytes": lambda house: cut_off(house, house.database.stat().st_size - 100),
    "all but a few bytes": lambda house: cut_off(house, 50),
    "all of it": lambda house: cut_off(house, 0),
}


@pytest.mark.parametrize("lost", DAMAGE)
def test_a_damaged_database_is_not_served(house, lost):
    DAMAGE[lost](house)
    damaged = house.database.read_bytes()
    is_refused(house, "serve")
    assert house.database.read_bytes() == damaged


@pytest.mark.parametrize("lost", ["a page of people", "all of it"])
def test_a_damaged_database_is_not_called_whole(house, lost):
    DAMAGE[lost](house)
    is_refused(house, "verify")


def is_refused(house: House, command: str) -> None:
    refused = house.run(command)
    assert refused.returncode == 2, refused.stdout + refused.stderr
    assert str(house.database) in refused.stderr
    assert "请从备份恢复" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_the_damaged_table_is_named(house):
    DAMAGE["a page of people"](house)
    assert "users" in house.run("serve").stderr


def test_a_database_of_newer_code_is_not_served(house):
    house.change("INSERT INTO schema_migration (name, applied) VALUES ('9999_later', '2030-01-01')")
    refused = house.run("serve")
    assert refused.returncode == 2
    assert "9999_later" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_whole_database_starts_again_and_again(house):
    for _ in range(2):
        with serving(house) as server:
            assert server.phone().get("/").status == 200
