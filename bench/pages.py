"""What a request costs: the time of one core and the questions to the database, asked in this process, one at a time.

Questions are exact; the time is the tenth percentile of many after the first quarter, and still a machine's. What was remembered of the last landed
state (figures.json, by kind of machine) is printed beside it, and marked where it got worse by more than noise.
"""

import json
import os
import platform
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from werkzeug.test import EnvironBuilder, run_wsgi_app

from bench import fill
from bench.rows import Row
from bench.sheets import House
from fieldforms.store.database import database
from fieldforms.store.models import Client, Record
from fieldforms.store.people import accounts

FIGURES = Path(__file__).parent / "figures.json"
WORSE = 1.3  # times the time of before: less is noise
TIMES = 40  # of each request; those that write have a body each
PAGES = {
    "chen": ("/", "/turns", "/records", "/plans", "/clients", "/clients/{client}", "/d/{code}", "/devices", "/parts",
             "/statistics/mine", "/records/{record}"),
    "sunmin": ("/", "/board", "/codes"),
    "gao": ("/", "/turns", "/board", "/records", "/records/{record}", "/clients", "/clients/{client}", "/plans", "/devices",
            "/parts", "/statistics", "/people", "/forms"),
}  # fmt: skip


class Asked:
    """How many statements this process has sent."""

    def __init__(self):
        self.n = 0
        execute = database.obj.execute_sql

        def counted(sql, params=None):
            self.n += 1
            return execute(sql, params)

        database.obj.execute_sql = counted


class Cost(NamedTuple):
    """`seconds`: of this thread's own time; `statements`: of the last request."""

    seconds: float
    statements: int

    def __str__(self) -> str:
        return f"{self.seconds * 1000:.1f} ms, {self.statements} statements"


def costs(folder: Path, sizes: list[int]) -> Iterator[Row]:
    """The hot verbs, then the pages that people open most, at each size; the floor is the smallest."""
    found = dict(costs_of_verbs(House(folder / "verbs")))
    for what, cost in found.items():
        yield row_of_cost(what, cost)
    database.close()
    measured = {size: dict(costs_of_pages(folder / f"pages-{size}", size)) for size in sizes}
    for what, smallest in measured[sizes[0]].items():
        yield row_of_cost(what, smallest)
        found[what] = smallest
        for size in sizes[1:]:
            large = measured[size][what]
            grown = f"{large.seconds / smallest.seconds:.2f} ×"
            yield Row(f"… with {size:,} records", str(large), str(smallest), grown, "≤ 1.3 ×")
    if os.environ.get("BENCH_REMEMBER"):
        remember(found)


def costs_of_verbs(house: House) -> Iterator[tuple[str, Cost]]:
    asked = Asked()
    verbs = {
        "open a form page": house.opening(TIMES),
        "autosave": house.savings(TIMES, 8),
        "complete a signed step": house.signings(TIMES),
    }
    for what, requests in verbs.items():
        yield what, cost_of(house, asked, requests)


def costs_of_pages(folder: Path, size: int) -> Iterator[tuple[str, Cost]]:
    house = House(folder)
    fill.fill(size)
    asked = Asked()
    about = {
        "code": house.code,
        "client": Client.get(Client.short_name != "").id,
        "record": Record.select().where(Record.key == "service-contact").order_by(Record.id).first().number,
    }
    for login, paths in PAGES.items():
        headers = house.headers(accounts.by_login(login))
        headers.pop("Content-Type")
        for path in paths:
            requests = [["GET", path.format(**about), headers, None]] * TIMES
            yield f"{login} {path}", cost_of(house, asked, requests)
    house.leave()


def cost_of(house: House, asked: Asked, requests: Iterable) -> Cost:
    seconds, statements = [], 0
    for method, path, headers, body in requests:
        sent = {**headers, "Accept-Encoding": "gzip, br"}
        environ = EnvironBuilder(path=path, method=method, headers=sent, data=body).get_environ()
        before, begun = asked.n, time.thread_time()
        _parts, status, _headers = run_wsgi_app(
            house.app, environ | {"REMOTE_ADDR": "127.0.0.1"}, buffered=True
        )
        seconds.append(time.thread_time() - begun)
        statements = asked.n - before
        if status[:3] not in ("200", "303"):
            raise RuntimeError(f"{path} was answered {status}")
    warm = sorted(seconds[len(seconds) // 4 :])
    return Cost(warm[len(warm) // 10], statements)


def row_of_cost(what: str, cost: Cost) -> Row:
    before = remembered().get(what)
    if before is None:
        return Row(what, str(cost))
    seconds, statements = before
    worse = cost.statements > statements or cost.seconds > WORSE * seconds
    return Row(what, str(cost), f"{Cost(seconds, statements)} before", "worse" if worse else "")


def machine() -> str:
    """The kind of machine whose times can be compared."""
    python = ".".join(platform.python_version_tuple()[:2])
    return f"{platform.machine()}, {os.cpu_count()} cores, Python {python}"


def remembered() -> dict[str, tuple[float, int]]:
    """What → (seconds, statements) of the last landed state on such a machine."""
    if not FIGURES.exists():
        return {}
    return {
        what: tuple(cost) for what, cost in json.loads(FIGURES.read_text("utf-8")).get(machine(), {}).items()
    }


def remember(found: dict[str, Cost]) -> None:
    known = json.loads(FIGURES.read_text("utf-8")) if FIGURES.exists() else {}
    known[machine()] = {what: [round(cost.seconds, 5), cost.statements] for what, cost in found.items()}
    FIGURES.write_text(json.dumps(known, ensure_ascii=False, indent=1) + "\n", "utf-8")
