"""An installation in a folder, served by a process of its own that can be killed, and phones that talk to it over TCP.

The people are those of tests/people.py. `bench/soak.py` uses the same for its long runs.
"""

import http.client
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from itsdangerous import URLSafeTimedSerializer

from fieldforms import config, prepare
from fieldforms.store import database
from fieldforms.store.people import sessions
from tests.people import PHONE_AGENT, World

ROOT = Path(__file__).parents[2]
COMMAND = "import sys; from fieldforms.cli import main; sys.exit(main(sys.argv[1:]))"
SECRET = "for faults only, for faults only, for faults only"
TOKEN = "0123456789" * 4  # what the cookie and the posted token agree on
COOKIE = "fieldforms"
PATIENCE = 60  # seconds until a client gives up; no test passes or fails by it


class House:
    """`tokens`: login → token of a signed-in phone. `code`, `device`: of the government office's device."""

    def __init__(self, folder: Path, tokens: dict[str, str], code: str, device: int):
        self.folder, self.tokens, self.code, self.device = folder, tokens, code, device

    @property
    def database(self) -> Path:
        return self.folder / "fieldforms.db"

    def copy(self, folder: Path) -> "House":
        shutil.copytree(self.folder, folder, dirs_exist_ok=True)
        return House(folder, self.tokens, self.code, self.device)

    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("FIELDFORMS_")}
        return kept | {
            "FIELDFORMS_INSTANCE": str(self.folder),
            "FIELDFORMS_SECRET_KEY": SECRET,
            "FIELDFORMS_DEMO": "no",
            "FIELDFORMS_COMPANY": "试验公司",
            "FIELDFORMS_SERVICE_PHONE": "0571-5555 0199",
            "HOST": "127.0.0.1",
            "PORT": "0",
            "LC_ALL": "zh_CN.UTF-8",
        }

    def run(self, *arguments: str) -> subprocess.CompletedProcess:
        """`fieldforms verify` and the like, to its end."""
        command = [sys.executable, "-c", COMMAND, *arguments]
        return subprocess.run(
            command,
            cwd=ROOT,
            env=self.environment(),
            check=False,
            capture_output=True,
            text=True,
            timeout=2 * PATIENCE,
        )

    def change(self, statement: str) -> None:
        """What another program does to the file, or time."""
        with closing(sqlite3.connect(self.database)) as connection, connection:
            connection.execute(statement)

    def rows(self, query: str, *values) -> list[tuple]:
        """Straight from the file, past everything that could make it look better."""
        with closing(sqlite3.connect(self.database)) as connection:
            return connection.execute(query, values).fetchall()


def build(folder: Path) -> House:
    """Two clients and everybody, and a phone of each person's, signed in."""
    house = House(folder, {}, "", 0)
    settings = config.use(config.read(house.environment()))
    prepare(settings)
    world = World(None)
    for login, user in world.users.items():
        _row, token = sessions.begin_session(user, "Android", True, "127.0.0.1")
        house.tokens[login] = token
    house.code, house.device = world.office.code.code, world.office.device.id
    database.database.close()
    return house


# One for all: an application compiles its routes, which CPython 3.11 does not stand in several threads at once (gh-106905).
SIGNS = Flask("cookies")
SIGNS.secret_key = SECRET


def cookie(token: str, lang: str) -> str:
    content = {"_user_id": token, "_fresh": True, "csrf_token": TOKEN, "lang": lang}
    return SecureCookieSessionInterface().get_signing_serializer(SIGNS).dumps(content)


class Server:
    """`fieldforms serve` of a house. Raises RuntimeError when it does not start."""

    def __init__(self, house: House):
        self.house = house
        with open(house.folder.with_suffix(".log"), "a") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-c", COMMAND, "serve"],
                cwd=ROOT, env=house.environment(), stdout=subprocess.PIPE, stderr=log, text=True,
            )  # fmt: skip
        url = self.process.stdout.readline().strip()
        if not url:
            self.process.wait(PATIENCE)
            raise RuntimeError(house.folder.with_suffix(".log").read_text()[-2000:])
        parts = urlsplit(url)
        self.address = (parts.hostname, parts.port)

    def phone(self, login: str = "chen", lang: str = "zh", address=None) -> "Phone":
        return Phone(self.house, address or self.address, login, lang)

    def kill(self) -> None:
        """kill -9: nothing is flushed, nobody is told."""
        self.process.kill()
        self.process.wait(PATIENCE)
        self.process.stdout.close()

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(PATIENCE)
        self.process.stdout.close()


@contextmanager
def serving(house: House):
    server = Server(house)
    try:
        yield server
    finally:
        server.stop()


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def location(self) -> str:
        return self.headers.get("location", "")


class Phone:
    """A signed-in browser; each request has a connection of its own. Raises OSError, HTTPException when it is cut."""

    def __init__(self, house: House, address: tuple[str, int], login: str, lang: str):
        self.house, self.address = house, address
        signed = URLSafeTimedSerializer(SECRET, salt="wtf-csrf-token").dumps(TOKEN)
        self.headers = {
            "Cookie": f"{COOKIE}={cookie(house.tokens[login], lang)}",
            "X-CSRFToken": signed,
            "User-Agent": PHONE_AGENT,
            "Connection": "close",
        }

    def get(self, path: str) -> Answer:
        return self.send("GET", path)

    def post(self, path: str, values: dict) -> Answer:
        return self.send("POST", path, urlencode(values).encode(), "application/x-www-form-urlencoded")

    def send(self, method: str, path: str, body: bytes | None = None, type: str = "image/jpeg") -> Answer:
        with closing(http.client.HTTPConnection(*self.address, timeout=PATIENCE)) as connection:
            connection.request(method, path, body, self.headers | {"Content-Type": type})
            answer = connection.getresponse()
            headers = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, headers, answer.read())


def sentence(page: str) -> str:
    """What a refusal says."""
    found = re.search(r"<h1[^>]*>\s*(.*?)\s*</h1>", page, re.DOTALL)
    return found.group(1) if found else page
