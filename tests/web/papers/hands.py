"""Papers of a client as people write and issue them."""

from fieldforms.store.models import Document
from tests.people import csrf, post_opened


def address(world, paper: str = "", place=None) -> str:
    client = (place or world.office).client
    return f"/clients/{client.id}/papers" + (f"/{paper}" if paper else "")


def write(world, paper: str, text: str, login: str = "sunmin"):
    return post_opened(world.browser(login), f"{address(world, paper)}/edit", text=text)


def issue(world, paper: str, number: int, login: str = "sunmin"):
    browser = world.browser(login)
    token = csrf(browser.get("/account").text)
    body = {"csrf_token": token, "number": str(number)}
    return browser.post(f"{address(world, paper)}/issue", data=body)


def send(world, paper: str, way: str, login: str = "sunmin", number: int = 0):
    """`number`: of the issued version that is looked at; 0: the last one."""
    browser = world.browser(login)
    latest = number or max(
        (row.latest for row in Document.select().where(Document.paper == paper)), default=1
    )
    body = {"csrf_token": csrf(browser.get("/account").text), "number": str(latest)}
    return browser.post(f"{address(world, paper)}/sheets/{way}", data=body)
