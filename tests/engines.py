"""What the tests run on: both databases, Chromium, and the tools that read what we print.

A pytest plugin: tests/conftest.py says ``pytest_plugins = ["tests.engines"]`` and overrides `prepare_database`. Tests
take `database_url` and so run once on SQLite and once on PostgreSQL (``-k sqlite`` for one of them). The PostgreSQL
server is a throwaway: made from Debian's binaries in a temporary directory, reached through a socket there, gone at
exit. What this machine lacks is skipped, and named in the last lines of the run.
"""

import atexit
import functools
import glob
import itertools
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

ENGINES = ("sqlite", "postgresql")


# The fixtures


@pytest.fixture(scope="session")
def prepare_database() -> Callable[[str], None]:
    """Takes the URL of an empty database, and gives it its tables. Must close its connections. Override this."""
    return lambda url: None


@pytest.fixture(scope="session")
def new_database(prepare_database, copies_of) -> Callable[[str], str]:
    """``new_database("postgresql")`` gives the URL of a prepared database that nobody has used.

    For fixtures of wider scope than a test; a test takes `database_url`. Each engine is prepared once, then copied.
    """
    return copies_of(prepare_database)


@pytest.fixture(scope="session")
def copies_of(tmp_path_factory) -> Callable[[Callable[[str], None]], Callable[[str], str]]:
    """``copies_of(prepare)("sqlite")`` gives the URL of a copy of what `prepare` made of an empty database: once an
    engine, for the first who asks."""

    def of(prepare: Callable[[str], None]) -> Callable[[str], str]:
        makers = {
            "sqlite": functools.cache(lambda: SqliteCopies(tmp_path_factory.mktemp("databases"), prepare)),
            "postgresql": functools.cache(lambda: PostgresqlCopies(postgresql_server(), prepare)),
        }
        return lambda engine: makers[engine]().new()

    return of


@pytest.fixture(params=ENGINES)
def engine(request) -> str:
    """The name of the database engine this test runs on: "sqlite" or "postgresql"."""
    if request.param not in available_engines():
        pytest.skip(f"no {request.param} here")
    return request.param


@pytest.fixture
def make_database(new_database) -> Callable[[str], str]:
    """What a test's own database is made by. Override this where it should hold more."""
    return new_database


@pytest.fixture
def database_url(engine, make_database) -> Iterator[str]:
    """The URL of a fresh, prepared database; the test runs once on each engine."""
    url = make_database(engine)
    yield url
    drop_database(url)


def available_engines() -> list[str]:
    """The engines that can be tested on this machine."""
    return ["sqlite", "postgresql"] if postgresql_binaries() else ["sqlite"]


def drop_database(url: str) -> None:
    """Removes a database that `new_database` made, whoever is still connected."""
    if url.startswith("sqlite:///"):
        for suffix in ("", "-wal", "-shm", "-journal"):
            Path(url.removeprefix("sqlite:///") + suffix).unlink(missing_ok=True)
    else:
        name = psycopg.conninfo.conninfo_to_dict(url)["dbname"]
        postgresql_server().execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


class SqliteCopies:
    """Databases copied from one prepared file."""

    def __init__(self, folder: Path, prepare: Callable[[str], None]):
        self.folder = folder
        self.numbers = itertools.count(1)
        self.template = folder / "template.sqlite"
        prepare(f"sqlite:///{self.template}")
        if Path(f"{self.template}-wal").exists():
            # The copy would miss what still lies in the log.
            raise RuntimeError("prepare_database left its SQLite connection open")

    def new(self) -> str:
        path = self.folder / f"{next(self.numbers)}.sqlite"
        if self.template.exists():
            shutil.copyfile(self.template, path)
        return f"sqlite:///{path}"


class PostgresqlCopies:
    """Databases copied from one prepared database."""

    def __init__(self, server: "PostgresqlServer", prepare: Callable[[str], None]):
        self.server = server
        self.template = server.unused_name()
        server.execute(f"CREATE DATABASE {self.template}")
        prepare(server.url(self.template))
        # Files are copied as files, as before 15: through the log a copy costs twice as much, and nothing is to survive.
        self.how = "STRATEGY FILE_COPY" if server.connection.info.server_version >= 150_000 else ""

    def new(self) -> str:
        name = self.server.unused_name()
        self.server.execute(f"CREATE DATABASE {name} TEMPLATE {self.template} {self.how}")
        return self.server.url(name)


# The PostgreSQL server


@functools.cache
def postgresql_server() -> "PostgresqlServer":
    """The running server, started by the first who asks; it stops with this process."""
    binaries = postgresql_binaries()
    if not binaries:
        raise RuntimeError("no PostgreSQL server binaries here")
    server = PostgresqlServer(binaries)
    atexit.register(server.stop)
    server.start()
    return server


@functools.cache
def postgresql_binaries() -> Path | None:
    """The directory with initdb and postgres, the newest where there are several; None where there is none."""
    on_path = shutil.which("initdb")
    candidates = [Path(on_path).resolve().parent] if on_path else []
    for pattern in ("lib/postgresql/*/bin", "pgsql-*/bin"):
        candidates += sorted(Path("/usr").glob(pattern), key=_version, reverse=True)
    return next((c for c in candidates if (c / "initdb").exists() and (c / "postgres").exists()), None)


class PostgresqlServer:
    """A server of our own in a temporary directory, in a hurry: it need not survive a power cut."""

    def __init__(self, binaries: Path):
        self.binaries = binaries
        # Not $TMPDIR: the address of a socket may have 107 bytes.
        # In memory where there is a place for it: a database is copied for every test.
        place = "/dev/shm" if os.access("/dev/shm", os.W_OK) else "/tmp"
        self.folder = Path(tempfile.mkdtemp(prefix="fieldforms-pg-", dir=place))
        self.numbers = itertools.count(1)
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Makes the cluster and starts the server; about a second."""
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres", "postgres")
        data, log = self.folder / "data", self.folder / "log"
        initdb = [self.binaries / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8"]
        initdb += ["--locale=C", "--no-sync", "--no-instructions"]
        subprocess.run(_unprivileged(initdb), check=True, cwd=self.folder, stdout=subprocess.DEVNULL)
        hurry = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses="]
        options = [f"-c{option}" for option in hurry]
        postgres = [self.binaries / "postgres", "-D", data, "-k", self.folder, *options]
        with log.open("wb") as output:
            self.process = subprocess.Popen(
                _unprivileged(postgres), cwd=self.folder, stdout=output, stderr=output
            )
        self._wait_until_it_answers(log)
        self.connection = psycopg.connect(self.url("postgres"), autocommit=True)

    def _wait_until_it_answers(self, log: Path) -> None:
        while self.process.poll() is None:
            try:
                psycopg.connect(self.url("postgres")).close()
                return
            except psycopg.OperationalError:
                time.sleep(0.02)
        raise RuntimeError(f"PostgreSQL did not start:\n{log.read_text(errors='replace')}")

    def url(self, name: str) -> str:
        return f"postgresql://postgres@/{name}?host={self.folder}"

    def unused_name(self) -> str:
        return f"test_{next(self.numbers)}"

    def execute(self, statement: str) -> None:
        self.connection.execute(statement)

    def stop(self) -> None:
        """Stops the server, without waiting for its clients, and removes all it wrote."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGQUIT)
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def _unprivileged(command: list) -> list[str]:
    """PostgreSQL refuses to run as root. On Linux it also dies with us, even if we are killed."""
    words = [str(word) for word in command]
    if not shutil.which("setpriv"):
        return words
    become = ["--reuid=postgres", "--regid=postgres", "--init-groups"] if os.geteuid() == 0 else []
    return ["setpriv", *become, "--pdeathsig=QUIT", "--", *words]


def _version(path: Path) -> list[int]:
    return [int(part) for part in "".join(c if c.isdigit() else " " for c in str(path)).split()]


# Chromium and the tools


@functools.cache
def chromium() -> str | None:
    """The path of the browser: $CHROMIUM, or the first that is installed; None where there is none."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    wanted = os.environ.get("CHROMIUM")
    return next(filter(None, map(shutil.which, [wanted] if wanted else names)), None)


@functools.cache
def firefox() -> str | None:
    """The path of Firefox; None where there is none."""
    return next(filter(None, map(shutil.which, ["firefox-esr", "firefox"])), None)


@functools.cache
def webkit() -> str | None:
    """The path of WebKitGTK's small browser; None without it, its driver, or a screen that nobody sees."""
    found = sorted(glob.glob("/usr/lib/*/webkit2gtk-4.*/MiniBrowser"))
    return found[-1] if found and shutil.which("WebKitWebDriver") and shutil.which("Xvfb") else None


# For zbarimg: we print QR codes alone, and lines of type or of a frame look like a bar code to it now and then.
QR_ALONE = ("-q", "--raw", "-Sdisable", "-Sqrcode.enable")


def tool(name: str) -> str:
    """The path of a program that reads what we print (``zbarimg``, ``pdftotext``); skips the test without it."""
    return shutil.which(name) or pytest.skip(f"no {name} here")


def missing() -> list[str]:
    """One sentence for each thing that cannot be tested on this machine."""
    found = {
        "PostgreSQL (no server binaries: apt install postgresql)": postgresql_binaries(),
        "pages in a browser (no Chromium: apt install chromium, or set CHROMIUM)": chromium(),
        "QR codes as a camera reads them (no zbarimg: apt install zbar-tools)": shutil.which("zbarimg"),
        "the text of PDFs (no pdftotext: apt install poppler-utils)": shutil.which("pdftotext"),
    }
    return [what for what, where in found.items() if not where]


# The plugin's hooks


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args) -> dict:
    """pytest-playwright starts the browser that is installed; it downloads none."""
    return {**browser_type_launch_args, "executable_path": chromium()}


def pytest_configure() -> None:
    if os.environ.get("TEST_EVERYTHING") and missing():
        raise pytest.UsageError("TEST_EVERYTHING is set, but this cannot be tested: " + "; ".join(missing()))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.get_closest_marker("browser") and not chromium():
            item.add_marker(pytest.mark.skip(reason="no Chromium here"))


def pytest_terminal_summary(terminalreporter) -> None:
    for what in missing():
        terminalreporter.write_line(f"not tested here: {what}", yellow=True)
