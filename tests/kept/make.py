"""Keeps a small database of this version of the program, for every later migration to be tried on.

    .venv/bin/python -m tests.kept.make

It fills a new house on each engine (people.py: the same people do the same at the same times; only uuids, salts, tokens
and the key differ from run to run) and writes a folder named after the newest migration: the SQLite file, PostgreSQL's
dump as plain SQL, both packed, what each says as JSON, and the files and keys of both. Needs PostgreSQL's own binaries. Refuses to
write over what is kept: a database of an old version can't be made again by newer code.
"""

import gzip
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from fieldforms import config, prepare
from fieldforms.config import Settings
from fieldforms.flow.proof import verification
from fieldforms.flow.record import projection
from fieldforms.flow.seals import heads
from fieldforms.store import clock, database, upkeep
from tests.conftest import close_pool
from tests.engines import postgresql_server
from tests.kept import later_people, looking, people, telling
from tests.kept.house import MORNING, House
from tests.people import World

KEPT = Path(__file__).parent
SECRET = "kept for tests, kept for tests, kept for tests"
# Words of newer servers' pg_dump that older servers, or drivers, do not know.
NOT_FOR_ALL = re.compile(r"^(\\(un)?restrict .*|SET transaction_timeout = 0;|--.*)\n", re.MULTILINE)


def settings_of(url: str, instance: Path) -> Settings:
    return config.use(
        config.read(
            {
                "FIELDFORMS_DATABASE": url,
                "FIELDFORMS_INSTANCE": str(instance),
                "FIELDFORMS_URL": "https://ff.example.cn",
                "FIELDFORMS_SECRET_KEY": SECRET,
            }
        )
    )


def main() -> None:
    version = max(path.stem for path in database.MIGRATIONS.glob("[0-9]*.py"))[:4]
    folder = KEPT / version
    if folder.exists():
        sys.exit(f"{folder} is kept already")
    with tempfile.TemporaryDirectory() as place:
        made = Path(place) / version
        (made / "instance").mkdir(parents=True)
        keep_sqlite(made, Path(place) / "house.db")
        keep_postgresql(made)
        shutil.copytree(made, folder)
    print(folder)


def keep_sqlite(made: Path, path: Path) -> None:
    said = lived_in(f"sqlite:///{path}", made / "instance")
    copy = path.with_name("copy.db")
    upkeep.copy_to(copy)
    pack(made / "sqlite.db.gz", copy.read_bytes())
    write(made / "sqlite.json", said)
    close()


def keep_postgresql(made: Path) -> None:
    server = postgresql_server()
    name = server.unused_name()
    server.execute(f"CREATE DATABASE {name}")
    write(made / "postgresql.json", lived_in(server.url(name), made / "instance"))
    close()
    command = [
        "pg_dump",
        "--no-owner",
        "--no-privileges",
        "--rows-per-insert=100",
        "--dbname",
        server.url(name),
    ]
    program = server.binaries / command[0]
    dumped = subprocess.run([program, *command[1:]], check=True, capture_output=True, text=True).stdout
    pack(made / "postgresql.sql.gz", NOT_FOR_ALL.sub("", dumped).encode())


def pack(path: Path, content: bytes) -> None:
    path.write_bytes(gzip.compress(content, mtime=0))


def unpack(path: Path) -> bytes:
    """Of a kept file, by its name without .gz: 0001 is kept as it was, without packing."""
    packed = path.with_name(f"{path.name}.gz")
    return gzip.decompress(packed.read_bytes()) if packed.exists() else path.read_bytes()


def lived_in(url: str, instance: Path) -> dict:
    """Fills a new database; what it says afterwards."""
    house = filled_house(url, instance)
    if reasons_against():
        sys.exit("\n".join(["not to be kept:", *reasons_against()]))
    heads.path_of_heads().unlink()  # it bears witness of one database, and the other engine's moves in next
    return {"now": house.now, "rules": projection.RULES, "ways": house.ways, **telling.everything()}


def filled_house(url: str, instance: Path) -> House:
    with clock.pretend_now(MORNING):
        prepare(settings_of(url, instance))
        house = House(World(None))
    house.live(people.ACTS + later_people.ACTS)
    return house


def reasons_against() -> list[str]:
    """Why the database, as it is, is not worth keeping: sentences."""
    differences = [f"verify finds {difference}" for difference in verification.every_difference()]
    silent = [
        f"no row says anything in {name}: let somebody in tests/kept/later_people.py do what fills it"
        for name in looking.silent_columns()
    ]
    return differences + silent


def write(path: Path, said: dict) -> None:
    path.write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def close() -> None:
    database.database.close()
    close_pool()


if __name__ == "__main__":
    main()
