"""The phones: a process of its own that sends requests over real connections, so many at a time, and takes the times.

python -m bench.client < job.json      {"host", "port", "threads", "requests": [[method, path, headers, body], …]}
"""

import http.client
import json
import queue
import subprocess
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

TIMEOUT = 30
ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Times:
    """`times` in seconds, sorted; `statuses`: how often each came."""

    seconds: float
    times: list[float]
    statuses: dict[str, int]
    bytes: int

    @property
    def rate(self) -> float:
        return len(self.times) / self.seconds

    @property
    def median(self) -> float:
        return self.quantile(0.5)

    @property
    def p95(self) -> float:
        return self.quantile(0.95)

    @property
    def p99(self) -> float:
        return self.quantile(0.99)

    def quantile(self, share: float) -> float:
        return self.times[min(len(self.times) - 1, int(share * len(self.times)))]


def send(address: tuple[str, int], requests: list, at_a_time: int, expected: int) -> Times:
    """Send all requests from another process. Raises RuntimeError when one is answered other than `expected`."""
    job = {"host": address[0], "port": address[1], "threads": at_a_time, "requests": requests}
    command = [sys.executable, "-m", "bench.client"]
    done = subprocess.run(
        command, cwd=ROOT, input=json.dumps(job), capture_output=True, text=True, check=True
    )
    times = Times(**json.loads(done.stdout))
    if set(times.statuses) != {str(expected)}:
        raise RuntimeError(f"{requests[0][1]} was answered {times.statuses}, not {expected}")
    return times


def main() -> None:
    job = json.load(sys.stdin)
    todo: queue.SimpleQueue = queue.SimpleQueue()
    for request in job["requests"]:
        todo.put(request)
    phones = [Phone(job["host"], job["port"], todo) for _ in range(job["threads"])]
    begun = time.perf_counter()
    for phone in phones:
        phone.start()
    for phone in phones:
        phone.join()
    seconds = time.perf_counter() - begun
    times = sorted(each for phone in phones for each in phone.times)
    statuses = sum((phone.statuses for phone in phones), Counter())
    json.dump(
        {
            "seconds": seconds,
            "times": times,
            "statuses": statuses,
            "bytes": sum(phone.bytes for phone in phones),
        },
        sys.stdout,
    )


class Phone(threading.Thread):
    """One connection that is kept, one request after the other."""

    def __init__(self, host: str, port: int, todo: queue.SimpleQueue):
        super().__init__()
        self.connection = http.client.HTTPConnection(host, port, timeout=TIMEOUT)
        self.todo, self.times, self.statuses, self.bytes = todo, [], Counter(), 0

    def run(self) -> None:
        self.connection.connect()
        while True:
            try:
                method, path, headers, body = self.todo.get_nowait()
            except queue.Empty:
                return
            begun = time.perf_counter()
            self.connection.request(method, path, body, headers)
            response = self.connection.getresponse()
            self.bytes += len(response.read())
            self.times.append(time.perf_counter() - begun)
            self.statuses[response.status] += 1


if __name__ == "__main__":
    main()
