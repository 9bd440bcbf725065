"""A Host header that is none is refused before anything else is looked at."""

import pytest


@pytest.mark.parametrize("host", ["a" * 300, "x" * 64])
@pytest.mark.parametrize("path", ["/nowhere", "/%2500", "/records/a?b=%00", "/"])
@pytest.mark.parametrize("login", ["gao", None])
def test_an_impossible_host_is_refused(world, host, path, login):
    for method in ("GET", "POST"):
        assert world.browser(login).open(path, method=method, headers={"Host": host}).status_code == 400
