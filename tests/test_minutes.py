"""The end of a run says where its minutes went."""

import pytest

from tests.minutes import REST, Minutes, kind_of_test


@pytest.mark.parametrize(
    ("nodeid", "kind"),
    [
        ("tests/web/filling/test_drafts.py::test_a_draft[sqlite]", "web"),
        ("tests/paper/test_pdf.py::test_a_sheet", "paper"),
        ("tests/test_config.py::test_a_path[/no/such/folder]", REST),
    ],
)
def test_a_test_counts_where_it_lies(nodeid, kind):
    assert kind_of_test(nodeid) == kind


def test_what_a_test_needed_counts_with_it():
    minutes = Minutes()
    for when in ("setup", "call", "teardown"):
        minutes.pytest_runtest_logreport(report("tests/web/test_page.py::test_a_page", when, 20))
    minutes.pytest_runtest_logreport(report("tests/test_config.py::test_a_path", "call", 7))
    assert minutes.seconds == {"web": 60, REST: 7}


def report(nodeid: str, when, seconds: float) -> pytest.TestReport:
    return pytest.TestReport(nodeid, ("", 0, ""), {}, "passed", None, when, duration=seconds)


def test_this_run_counts_its_minutes(request):
    """Of several processes the one that tells."""
    assert request.config.pluginmanager.has_plugin("minutes") != hasattr(request.config, "workerinput")
