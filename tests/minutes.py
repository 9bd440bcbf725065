"""How many minutes each kind of test took, by its folder, over all processes: what to make cheaper first.

A pytest plugin (tests/conftest.py names it). It prints above pytest's last line and touches nothing else.
"""

from collections import Counter
from pathlib import PurePosixPath

REST = "rest"  # tests of no folder


class Minutes:
    """Where the tests are told of: with xdist the reports of all workers arrive there."""

    def __init__(self):
        self.seconds: Counter[str] = Counter()

    def pytest_runtest_logreport(self, report) -> None:
        """Called for setup, call and teardown: what is dear to make counts where it is used."""
        self.seconds[kind_of_test(report.nodeid)] += report.duration

    def pytest_terminal_summary(self, terminalreporter) -> None:
        if not self.seconds:
            return
        terminalreporter.section("minutes by kind of test")
        for kind, seconds in self.seconds.most_common():
            terminalreporter.write_line(f"{seconds / 60:7.1f}  {kind}")
        terminalreporter.write_line(f"{self.seconds.total() / 60:7.1f}  of all processes together")


def kind_of_test(nodeid: str) -> str:
    """tests/web/filling/test_drafts.py::test_x is "web"."""
    folders = PurePosixPath(nodeid.partition("::")[0]).parent.parts
    return folders[1] if len(folders) > 1 else REST


def pytest_configure(config) -> None:
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Minutes(), "minutes")
