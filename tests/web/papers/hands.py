"""Papers of a client as people write and issue them."""

from fieldforms.store.models import ClientText, Document, Room, User
from tests.people import csrf, post_opened

REPORT = "survey-report"


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


def mark_room(world, room, confidential: bool) -> None:
    """By Gao, who has the clearance."""
    User.update(confidential=True).where(User.login == "gao").execute()
    world.users["gao"] = User.get(User.login == "gao")
    mark = {"confidential": "1"} if confidential else {"unguarded_because": "不再涉密"}
    answer = post_opened(world.browser("gao"), f"/rooms/{room.id}/edit", name=room.name, floor="3F", **mark)
    assert answer.status_code == 303 and Room.get_by_id(room.id).confidential == confidential


def issued_report(world) -> Document:
    write(world, REPORT, "## 结论\n都好。\n{系统连接图}")
    number = ClientText.select().where(ClientText.paper == REPORT).count()
    assert issue(world, REPORT, number).status_code == 303
    return Document.select().where(Document.paper == REPORT).order_by(Document.id.desc()).get()
