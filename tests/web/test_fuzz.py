"""Whatever is asked of whichever route: an answer, and never a failure of ours (quality.md: 0 responses 5xx)."""

import pytest

from tests.web import fuzz

pytestmark = pytest.mark.long

NAMELESS = (
    b"--x\r\nContent-Disposition: form-data\r\n\r\n1\r\n--x--\r\n",
    b'--x\r\nContent-Disposition: form-data; filename="a"\r\n\r\n1\r\n--x--\r\n',
)
SEED = 20261124


def test_no_request_makes_the_server_fail(world):
    """A thousand on each engine; `make soak` sends twenty."""
    failed = fuzz.failures(world, 1000, SEED)
    assert not failed, f"{len(failed)} of 1,000, seed {SEED}:\n" + "\n".join(failed[:20])


@pytest.mark.parametrize("body", NAMELESS, ids=["a value", "a file"])
def test_a_part_without_a_name_is_refused(world, body):
    answer = world.browser("chen").post(
        "/sign-out", data=body, content_type="multipart/form-data; boundary=x"
    )
    assert answer.status_code == 400
    assert "无法处理这个请求。" in answer.text


@pytest.mark.parametrize("path", ["/d/7K3QF9X2MN", "/d/ABC"])
def test_a_part_of_a_page_knows_what_the_page_sets(world, path):
    """htmx may ask for the content of any page alone."""
    part = world.browser("chen").get(path, headers={"HX-Request": "true", "HX-Request-Type": "partial"})
    assert part.status_code == 404
    assert "没有这个编码" in part.text
