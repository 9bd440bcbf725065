"""python -m bench: prints the table. Some four minutes; `--million` takes some fifteen and 3 GB of disk."""

import argparse
import time

from bench import pages, rows


def main() -> None:
    arguments = parser().parse_args()
    sizes = [1_000, 100_000] + ([1_000_000] if arguments.million else [])
    parts = {
        "pages": lambda folder: pages.costs(folder, sizes),
        "speed": lambda folder: rows.speed(folder, arguments.count),
        "lists": lambda folder: rows.lists(folder, sizes),
        "papers": rows.papers,
    }
    begun = time.perf_counter()
    line("", "ours", "floor", "ratio", "goal")
    for name, measure in parts.items():
        if arguments.only in (None, name):
            with rows.workshop() as folder:
                for row in measure(folder):
                    line(row.what, row.ours, row.floor, row.ratio, row.goal)
    print(f"\n{time.perf_counter() - begun:.0f} s; what a row means: bench/README.md")


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser("bench", description=__doc__)
    made.add_argument("--only", choices=("pages", "speed", "lists", "papers"))
    made.add_argument("--million", action="store_true", help="lists at 1,000,000 records too")
    made.add_argument("--count", type=int, default=200, metavar="N", help="requests of each kind (200)")
    return made


def line(what: str, ours: str, floor: str, ratio: str, goal: str) -> None:
    print(f"{what:<52} {ours:>26} {floor:>28} {ratio:>9} {goal:>9}", flush=True)


if __name__ == "__main__":
    main()
