"""The rows of the table: what is measured, beside what."""

import gzip
import re
import shutil
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from bench import fill, serving
from bench.client import Times, send
from bench.sheets import House
from fieldforms.flow.sheets import record_sheets
from fieldforms.paper import pdf
from fieldforms.store import scope
from fieldforms.store.models import Record
from fieldforms.store.people import accounts
from fieldforms.store.record import records

FOLDER = Path(__file__).parent.parent / "build"  # on the disk the program would use; /tmp may be memory
STATIC = Path(__file__).parent.parent / "fieldforms" / "static"
WARM = 20  # requests before the clock runs
LIST_ROWS = {
    "newest 50": "/records",
    "one filter": "/records?satisfaction=dissatisfied",
    "three filters": "/records?satisfaction=fair&result=completed&state=closed",
    "deep page": "/records?before={deep}",
    "search, 2 characters, many hits": f"/records?q={quote(fill.RARE)}",
    "search, a miss of common characters": f"/records?q={quote(fill.MISS)}",
    "statistics": "/statistics",
}


@dataclass(frozen=True)
class Row:
    """`floor` and `goal` in words; "" where there is none."""

    what: str
    ours: str
    floor: str = ""
    ratio: str = ""
    goal: str = ""


@contextmanager
def workshop() -> Iterator[Path]:
    FOLDER.mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="bench-", dir=FOLDER))
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def speed(folder: Path, count: int) -> Iterator[Row]:
    """Pages and writes, each beside the bare Flask that the same waitress serves."""
    house = House(folder / "house")
    signings = {8: house.signings(WARM + count), 32: house.signings(count)}
    savings, opening = house.savings(WARM + count, 8), house.opening(WARM + count)
    house.leave()
    form, headers = "application/x-www-form-urlencoded", signings[8][0][2]
    body = "answers=" + quote(signings[8][0][3], safe="")
    inserts = [["POST", "/insert", {"Content-Type": form, "Cookie": headers["Cookie"]}, body]] * (
        WARM + count
    )
    with serving.floor(folder) as floor:
        page = warmed(floor, [["GET", "/form", {}, None]] * (WARM + count), 1, 200)
        insert = warmed(floor, inserts, 8, 201)
    with serving.ours(folder / "house") as server:
        cold, empty = server.started, server.megabytes
        opened = warmed(server, opening, 1, 200)
        saved = warmed(server, savings, 8, 200)
        signed = warmed(server, signings[8], 8, 303)
        crowded = send(server.address, signings[32], 32, 303)
        yield Row(
            "open a form page",
            ms(opened.median),
            ms(page.median),
            times(opened.median / page.median),
            "≤ 2 ×",
        )
        yield Row("autosave, 8 at a time", rate(saved), rate(insert), percent(saved, insert), "≥ 67 %")
        yield Row(
            "complete a signed step, 8 at a time",
            rate(signed),
            rate(insert),
            percent(signed, insert),
            "≥ 50 %",
        )
        yield Row("… p99", ms(signed.p99), ms(insert.p99))
        yield Row("… 32 at a time, p99", ms(crowded.p99), "", "", "≤ 100 ms")
        yield from wire(server, opening[0])
        yield Row("cold start to the first page", f"{cold:.2f} s", "", "", "≤ 1.5 s")
        yield Row(
            "memory, fresh / after all this", f"{empty:.0f} / {server.megabytes:.0f} MB", "", "", "≤ 110 MB"
        )


def warmed(server: serving.Server, requests: list, at_a_time: int, expected: int) -> Times:
    send(server.address, requests[:WARM], at_a_time, expected)
    return send(server.address, requests[WARM:], at_a_time, expected)


def wire(server: serving.Server, opening: list) -> Iterator[Row]:
    """What comes over the wire when a phone opens the form page for the first time, and once more."""
    origin = f"http://{server.address[0]}:{server.address[1]}"
    _method, path, headers, _body = opening
    page, size = fetched(origin + path, headers)
    parts = {url: fetched(origin + url, {})[1] for url in linked(page)}
    scripts = sum(size for url, size in parts.items() if ".js" in url)
    yield Row("form page, cold, over the wire", kb(size + sum(parts.values())), "", "", "≤ 45 kB")
    yield Row("… of it scripts, all modules", kb(scripts), "", "", "≤ 30 kB")
    yield Row("… once more", kb(size), "", "", "≤ 12 kB")


def linked(page: str) -> set[str]:
    """Style sheets, scripts, and every module, though a page loads only those it needs."""
    found = set(re.findall(r'<(?:script|link)[^>]*?(?:src|href)="(/static/[^"]+\.(?:css|js))"', page))
    modules = next(url for url in found if url.endswith("/js/app.js")).removesuffix("app.js")
    return found | {modules + path.name for path in (STATIC / "js").glob("*.js")}


def fetched(url: str, headers: dict) -> tuple[str, int]:
    """(text, bytes on the wire, headers left out)"""
    sent = {name: value for name, value in headers.items() if name != "Content-Type"}
    with urllib.request.urlopen(
        urllib.request.Request(url, headers=sent | {"Accept-Encoding": "gzip"})
    ) as answer:
        body = answer.read()
        text = gzip.decompress(body) if answer.headers["Content-Encoding"] == "gzip" else body
        return text.decode(), len(body)


def lists(folder: Path, sizes: list[int]) -> Iterator[Row]:
    """The supervisors' list, the same pages at each size; the floor is the smallest."""
    measured = {size: of_size(folder / f"list-{size}", size) for size in sizes}
    smallest = measured[sizes[0]]
    for what in LIST_ROWS:
        for size in sizes[1:]:
            ours, floor = measured[size][what], smallest[what]
            goal = "" if "search" in what or what == "statistics" else "≤ 1.3 ×"
            yield Row(
                f"{what}, {size:,} records", f"{ms(ours.median)}, p95 {ms(ours.p95)}",
                f"{ms(floor.median)} at {sizes[0]:,}", times(ours.median / floor.median), goal,
            )  # fmt: skip


def of_size(folder: Path, size: int) -> dict[str, Times]:
    house = House(folder)
    fill.fill(size)
    deep = (
        Record.select(Record.dated_at, Record.id).order_by(Record.dated_at).offset(100).limit(1).tuples()[0]
    )
    headers = house.headers(accounts.by_login("gao"))
    house.leave()
    with serving.ours(folder) as server:
        return {
            what: measured(server, path.format(deep=f"{deep[0]}.{deep[1]}"), headers)
            for what, path in LIST_ROWS.items()
        }


def measured(server: serving.Server, path: str, headers: dict) -> Times:
    requests = [["GET", path, headers, None]]
    send(server.address, requests * 3, 1, 200)
    return send(server.address, requests * 25, 1, 200)


def papers(folder: Path, count: int = 60) -> Iterator[Row]:
    """PDF sheets with seals inside, as the page makes them."""
    House(folder / "papers")
    row = Record.select().where(Record.key == "service-contact", Record.state == "closed").first()
    seen = records.by_uuid(scope.SYSTEM, row.uuid)
    sheet, inside = (
        record_sheets.sheet_of_record(seen, "zh", "https://ff.example.cn"),
        record_sheets.record_json(seen),
    )

    def make(pages: int) -> None:
        for _ in range(pages):
            pdf.render_sheet(sheet, photos={}, attachment=inside, timestamp_ms=row.updated_at)

    make(2)
    yield Row("PDF, one thread", f"{count / timed(make, count, 1):.0f} /s", "", "", "≥ 60 /s")
    yield Row("PDF, two threads", f"{count / timed(make, count, 2):.0f} /s", "", "", "≥ 100 /s")


def timed(make, count: int, threads: int) -> float:
    workers = [threading.Thread(target=make, args=(count // threads,)) for _ in range(threads)]
    begun = time.perf_counter()
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return time.perf_counter() - begun


def ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"


def rate(times_: Times) -> str:
    return f"{times_.rate:.0f} /s"


def times(ratio: float) -> str:
    return f"{ratio:.2f} ×"


def percent(ours: Times, floor: Times) -> str:
    return f"{100 * ours.rate / floor.rate:.0f} %"


def kb(size: int) -> str:
    return f"{size / 1000:.1f} kB"
