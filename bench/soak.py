"""python -m bench.soak: hours of bad luck in minutes. What must hold is asserted, what came of it printed.

    kill     kill -9 under 16 phones, two hundred times; what was acknowledged is there once, every seal holds
    phone    two hundred days on which a phone loses network, tab and session in any order; nothing it kept is lost or sealed twice
    fuzz     20,000 requests that no page would send, over every route: none is answered 5xx

The same code as tests/faults, tests/browser/test_phone_interleavings.py and tests/web/test_fuzz.py, which do a little of it each time.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.serving import ROOT
from fieldforms import config, create_app
from fieldforms.store import database
from tests.faults import house, kill
from tests.people import World
from tests.web import fuzz


def main() -> int:
    arguments = parser().parse_args()
    parts = {
        "kill": lambda folder: killed(folder, arguments.cycles, arguments.seed),
        "phone": lambda _folder: unlucky(arguments.days, arguments.seed),
        "fuzz": lambda folder: fuzzed(folder, arguments.requests, arguments.seed),
    }
    wanted = [arguments.only] if arguments.only else list(parts)
    print(f"seed {arguments.seed}", flush=True)
    return max(run(name, parts[name]) for name in wanted)


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser("soak", description=__doc__.partition("\n")[0])
    made.add_argument("--only", choices=("kill", "phone", "fuzz"))
    made.add_argument("--cycles", type=int, default=200, metavar="N", help="kills (200)")
    made.add_argument("--days", type=int, default=200, metavar="N", help="of the unlucky phone (200)")
    made.add_argument("--requests", type=int, default=20_000, metavar="N", help="fuzzed requests (20,000)")
    made.add_argument("--seed", type=int, default=int(time.time()), help="to do the same again")
    return made


def run(name: str, part) -> int:
    """On the disk that the program would use, too: fsync costs what it costs. A failure leaves its folder."""
    (ROOT / "build").mkdir(exist_ok=True)
    folder, begun = Path(tempfile.mkdtemp(prefix=f"soak-{name}-", dir=ROOT / "build")), time.perf_counter()
    failed = part(folder)
    print(f"{name}: {failed or 'held'}, {time.perf_counter() - begun:.0f} s", flush=True)
    if failed:
        print(f"left as it is: {folder}")
        return 1
    shutil.rmtree(folder)
    return 0


def killed(folder: Path, cycles: int, seed: int) -> str:
    """What did not hold, "" when all did."""
    built = house.build(folder / "instance")
    try:
        sheets = kill.cycles(built, cycles, seed, say=lambda line: print(line, flush=True))
        kill.check(built, sheets)
    except (AssertionError, RuntimeError) as failure:
        return str(failure)
    print(f"{cycles} kills, {len(sheets)} sheets: each is there once")
    return ""


def unlucky(days: int, seed: int) -> str:
    """In a browser: the tests' own, with other seeds."""
    told = {"UNLUCKY_DAYS": str(days), "UNLUCKY_SEED": str(seed)}
    command = [sys.executable, "-m", "pytest", "-n", "0", "-q", "tests/browser/test_phone_interleavings.py"]
    done = subprocess.run(command, check=False, cwd=ROOT, env=os.environ | told)
    return f"{days} days from seed {seed}: see above" if done.returncode else ""


def fuzzed(folder: Path, requests: int, seed: int) -> str:
    instance = {"FIELDFORMS_INSTANCE": str(folder / "instance")}
    app = create_app(config.read(instance))
    app.config.update(TESTING=True, PROPAGATE_EXCEPTIONS=True)
    failed = fuzz.failures(World(app), requests, seed)
    database.database.close()
    print("\n".join(failed[:50]))
    return f"{len(failed)} of {requests} requests failed" if failed else ""


if __name__ == "__main__":
    sys.exit(main())
