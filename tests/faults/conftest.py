"""A prepared house, copied for each test, and its server: a process that tests may kill, starve and cut off."""

import pytest

from tests.faults.house import House, build, serving


@pytest.fixture(scope="session")
def prepared_house(tmp_path_factory) -> House:
    return build(tmp_path_factory.mktemp("house") / "prepared")


@pytest.fixture
def house(prepared_house, tmp_path) -> House:
    return prepared_house.copy(tmp_path / "instance")


@pytest.fixture(scope="module")
def shared_house(prepared_house, tmp_path_factory) -> House:
    """The file's house: make your own sheets, and look at nobody else's."""
    return prepared_house.copy(tmp_path_factory.mktemp("house") / "instance")


@pytest.fixture(scope="module")
def server(shared_house):
    with serving(shared_house) as running:
        yield running
