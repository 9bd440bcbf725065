"""Servers of a run: ours as `fieldforms serve` starts it, and the floor; each a process of its own on 127.0.0.1."""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).parent.parent
SERVE = "import sys; from fieldforms.cli import main; sys.exit(main(['serve']))"


def environment(folder: Path) -> dict[str, str]:
    """Ours, with its instance in `folder`, on SQLite, whatever the shell has set."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("FIELDFORMS_")}
    return kept | {
        "FIELDFORMS_INSTANCE": str(folder),
        "FIELDFORMS_DEMO": "no",
        "FIELDFORMS_COMPANY": "试验公司",
        "FIELDFORMS_SERVICE_PHONE": "0571-5555 0199",
        "HOST": "127.0.0.1",
        "PORT": "0",
    }


class Server:
    """`address`: (host, port). `started`: seconds from nothing to the first page."""

    def __init__(self, command: list[str], environ: dict[str, str], first_page: str):
        begun = time.perf_counter()
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=environ, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        parts = urlsplit(self.process.stdout.readline().strip())
        self.address = (parts.hostname, parts.port)
        with urllib.request.urlopen(f"{parts.geturl()}{first_page}", timeout=30) as page:
            page.read()
        self.started = time.perf_counter() - begun

    @property
    def megabytes(self) -> float:
        """Resident memory now; of Linux only."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=30)
        self.process.stdout.close()


@contextmanager
def ours(folder: Path) -> Iterator[Server]:
    server = Server([sys.executable, "-c", SERVE], environment(folder), "/sign-in")
    try:
        yield server
    finally:
        server.stop()


@contextmanager
def floor(folder: Path) -> Iterator[Server]:
    server = Server([sys.executable, "-m", "bench.floor", str(folder)], dict(os.environ), "/form")
    try:
        yield server
    finally:
        server.stop()
