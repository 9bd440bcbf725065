"""Many records at once, straight into the projection: lists, filters, search and statistics read nothing else."""

import random
from collections import Counter
from itertools import islice, product

from fieldforms.store import clock, database, search
from fieldforms.store.library import definitions
from fieldforms.store.models import (
    Assignment,
    Client,
    Device,
    RatingMonth,
    Record,
    RecordDevice,
    Room,
    User,
)

CLIENTS, TECHNICIANS, DEVICES = 200, 40, 2000
YEARS = 3
AT_ONCE = 20_000
RATINGS = ("very_satisfied", "satisfied", "fair", "dissatisfied")
WEIGHTS = (55, 33, 8, 4)

PLACES = "大会议室 视频会议室 报告厅 宴会厅 指挥中心 阶梯教室 演播室 接待室 音控机房 多功能厅".split()
THINGS = (
    "投影机 调音台 无线话筒 摄像机 功放 矩阵 中控主机 显示屏 录播主机 音频处理器 视频终端 时序电源".split()
)
FAULTS = "没有图像 有杂音 自动重启 颜色偏绿 时断时续 无法开机 声音很小 画面抖动 遥控失灵 散热风扇异响".split()
WORKS = "更换接头 重新压接 清洁滤网 恢复场景 升级固件 紧固吊架 重设频点 校准推子 更换电源 调整增益".split()
RARE = "会议"  # two common characters; `MISS` holds common characters that never stand together
MISS = "机频"


def fill(count: int) -> None:
    """`count` records of the last three years, oldest first; the same ones every time."""
    people = Register()
    with database.transaction():
        rows = islice(records(people), count)
        while batch := list(islice(rows, AT_ONCE)):
            insert(batch)
        count_ratings()
    database.database.execute_sql("ANALYZE")


class Register:
    """Clients, people and devices, enough that no filter finds most of the records."""

    def __init__(self):
        now = clock.now()
        self.definition = definitions.current_version("service-contact").id
        with database.transaction():
            clients = [{"name": f"第 {n} 客户单位", "short_name": f"客户 {n}"} for n in range(CLIENTS)]
            self.clients = inserted(Client, clients)
            people = [
                {"login": f"t{n}", "name": f"技术员{n}", "role": "technician"} for n in range(TECHNICIANS)
            ]
            self.people = inserted(
                User, [{**person, "password": "-", "created_at": now} for person in people]
            )
            served = product(self.people, self.clients[:20])
            Assignment.insert_many([{"user": u, "client": c, "since": now} for u, c in served]).execute()
            rooms = [{"client": client, "name": PLACES[client % len(PLACES)]} for client in self.clients]
            self.rooms = dict(zip(self.clients, inserted(Room, rooms), strict=True))
            self.devices = self.add_devices(now)

    def add_devices(self, now: int) -> dict[int, list[int]]:
        rows = []
        for n in range(DEVICES):
            client = self.clients[n % CLIENTS]
            name = f"{THINGS[n % len(THINGS)]} {n}"
            rows.append(
                {
                    "client": client,
                    "room": self.rooms[client],
                    "name": name,
                    "category": "other",
                    "created_at": now,
                }
            )
        ids = inserted(Device, rows)
        of_client: dict[int, list[int]] = {client: [] for client in self.clients}
        for row, id in zip(rows, ids, strict=True):
            of_client[row["client"]].append(id)
        return of_client


def inserted(model, rows: list[dict]) -> list[int]:
    """The new ids, in order."""
    last = model.select(model.id).order_by(model.id.desc()).scalar() or 0
    model.insert_many(rows).execute()
    return [id for (id,) in model.select(model.id).where(model.id > last).order_by(model.id).tuples()]


def records(people: Register):
    """(record's columns, its devices, public text, private text), endlessly."""
    rng = random.Random(2026)
    step = YEARS * 365 * clock.DAY_MS // 1_000_000
    begun = clock.now() - YEARS * 365 * clock.DAY_MS
    n = 0
    while True:
        n += 1
        yield record(people, rng, n, begun + n * step)


def record(people: Register, rng: random.Random, n: int, opened: int):
    client, technician = rng.choice(people.clients), rng.choice(people.people)
    rating = rng.choices(RATINGS, WEIGHTS)[0]
    place, thing, fault, work = (rng.choice(words) for words in (PLACES, THINGS, FAULTS, WORKS))
    open_ = rng.random() < 0.01
    summary = f"{place}{thing}{fault}，影响下午使用"
    text = f"{summary} 现场检查{thing}，{work}，试用半小时正常。 第 {n} 号 联系人{n % 97}"
    month = opened // (30 * clock.DAY_MS)
    values = {
        "uuid": f"{n:032x}", "number": f"FW-B-{n:07}", "key": "service-contact", "definition": people.definition,
        "client": client, "client_name": f"客户 {client}", "room": people.rooms[client], "device_names": thing,
        "technician": technician, "technician_name": f"技术员{technician}", "summary": summary,
        "opened_at": opened, "dated_at": opened, "updated_at": opened + clock.HOUR, "closed_at": None if open_ else opened + clock.HOUR,
        "state": "open" if open_ else "closed", "next_step": "acceptance" if open_ else "", "next_by": "client" if open_ else "",
        "outcome": "" if open_ else "done", "unsigned": open_, "result": "completed",
        "satisfaction": "" if open_ else rating, "rating_month": "" if open_ else f"{2023 + month // 12 % 4}-{month % 12 + 1:02}",
        "confidential": False, "supersedes": "", "superseded_by": "",
    }  # fmt: skip
    return values, [rng.choice(people.devices[client])], text, "检查仔细" if rating == "satisfied" else ""


def insert(batch: list) -> None:
    """Through the driver: a million rows of Peewee's would take an hour."""
    db, columns = database.database, [field for field in Record._meta.sorted_fields if field.name != "id"]
    first = (Record.select(Record.id).order_by(Record.id.desc()).scalar() or 0) + 1
    names = ", ".join(f'"{field.column_name}"' for field in columns)
    marks = ", ".join("?" * (len(columns) + 1))
    defaults = {field.name: field.default for field in columns if field.default is not None}
    rows = [
        (first + n, *((defaults | values).get(f.name) for f in columns))
        for n, (values, *_) in enumerate(batch)
    ]
    db.cursor().executemany(f"INSERT INTO records (id, {names}) VALUES ({marks})", rows)
    about = [
        (first + n, device, values["dated_at"])
        for n, (values, devices, *_) in enumerate(batch)
        for device in devices
    ]
    table = RecordDevice._meta.table_name
    db.cursor().executemany(f"INSERT INTO {table} (record_id, device_id, dated_at) VALUES (?, ?, ?)", about)
    texts = [
        (first + n, " ".join(search.tokens_of_text(public)), " ".join(search.tokens_of_text(private)))
        for n, (_values, _devices, public, private) in enumerate(batch)
    ]
    db.cursor().executemany("INSERT INTO search (rowid, public, private) VALUES (?, ?, ?)", texts)


def count_ratings() -> None:
    counted: Counter = Counter()
    query = Record.select(Record.client, Record.technician, Record.rating_month, Record.satisfaction)
    for key in query.where(Record.rating_month != "").tuples().iterator():
        counted[key] += 1
    rows = [(*key, n) for key, n in counted.items()]
    database.database.cursor().executemany(
        f"INSERT INTO {RatingMonth._meta.table_name} (client_id, technician_id, month, satisfaction, n) VALUES (?,?,?,?,?)",
        rows,
    )
