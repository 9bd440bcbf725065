"""Files as people have them, and putting them into the library."""

import io
from functools import cache

from PIL import Image

from fieldforms.flow.errands.errands import ERRANDS
from fieldforms.flow.jobs import jobs
from fieldforms.paper.leaflet import render_leaflet
from fieldforms.store.models import Document
from tests.people import csrf


@cache
def manual(*pages: str) -> bytes:
    """A PDF, one page for each of these texts."""
    sections = [
        {"title": f"第{n}节", "lines": [text], "new_page": n > 1}
        for n, text in enumerate(pages or ("电源",), 1)
    ]
    return render_leaflet("说明书", "", sections, "zh", 1_700_000_000_000)


def picture(size=(400, 300), kind="PNG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "#88aacc").save(out, kind)
    return out.getvalue()


def upload(browser, body: bytes, name: str = "手册.pdf", **typed):
    """The answer to a form that was opened, filled in and sent; a document is of `device`, `room`, `client`, `of_model`."""
    token = csrf(browser.get("/account").text)
    given = {"kind": "manual", "language": "zh", **{key: str(value) for key, value in typed.items()}}
    return browser.post("/documents", data={"csrf_token": token, "file": (io.BytesIO(body), name), **given})


def added(browser, body: bytes | None = None, name: str = "手册.pdf", **typed) -> Document:
    answer = upload(browser, body or manual(), name, **typed)
    assert answer.status_code == 303, answer.text
    return Document.get_by_id(int(answer.headers["Location"].rsplit("/", 1)[1]))


def read_all_words() -> None:
    """The workers have their turn."""
    while jobs.do_next(ERRANDS):
        pass
