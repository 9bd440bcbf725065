"""Disks that fail under a running server: a small one that fills up, and system calls that strace lets fail."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.faults.house import Server


def impossible(why: str):
    """Skips, unless everything must be tested."""
    if os.environ.get("TEST_EVERYTHING"):
        pytest.fail(f"TEST_EVERYTHING is set, but {why}")
    pytest.skip(why)


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[None]:
    """`folder` is a disk of its own, so large."""
    folder.mkdir(parents=True)
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "none", str(folder)],
        check=False,
        capture_output=True,
        text=True,
    )
    if mounted.returncode:
        impossible(f"no disk may be mounted here: {mounted.stderr.strip()}")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@contextmanager
def full(folder: Path) -> Iterator[None]:
    """The last byte of the disk is taken."""
    ballast = folder / "ballast"
    with open(ballast, "wb", buffering=0) as stream:
        for size in (65536, 4096, 1):
            try:
                while True:
                    stream.write(b"\0" * size)
            except OSError:
                continue
    try:
        yield
    finally:
        ballast.unlink()


@contextmanager
def failing(server: Server, calls: str, error: str) -> Iterator[None]:
    """Each of these system calls of the server fails with this error, as from a broken disk."""
    if not shutil.which("strace"):
        impossible("there is no strace here (apt install strace)")
    command = [
        "strace",
        "-f",
        "-qq",
        "-o",
        "/dev/null",
        "-e",
        f"trace={calls}",
        "-e",
        f"inject={calls}:error={error}",
    ]
    tracer = subprocess.Popen([*command, "-p", str(server.process.pid)], stderr=subprocess.PIPE, text=True)
    try:
        if not attached(server.process.pid, tracer):
            impossible(f"strace may not attach here: {tracer.stderr.read().strip()}")
        yield
    finally:
        tracer.terminate()
        tracer.wait()
        tracer.stderr.close()


def attached(pid: int, tracer: subprocess.Popen) -> bool:
    """Is every thread of the process traced? Asked until it is, or until the tracer gave up."""
    threads = Path(f"/proc/{pid}/task")
    while tracer.poll() is None:
        with suppress(FileNotFoundError, ProcessLookupError):  # a thread that ended meanwhile
            status = [(thread / "status").read_text() for thread in threads.iterdir()]
            if all(f"TracerPid:\t{tracer.pid}\n" in text for text in status):
                return True
    return False
