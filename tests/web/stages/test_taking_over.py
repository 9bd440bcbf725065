"""Clients that are being taken over: on the dispatcher's first page until all that it takes is there."""

import re

from fieldforms.flow.stages.stage_files import stages_in_use
from fieldforms.store.models import Audit, Client, StageWord
from fieldforms.store.stages.stage_words import TAKING_OVER, add_word
from tests.people import csrf, questions
from tests.web.stages.hands import address, tell, text


def all_said(world, place, *but: str) -> None:
    for stage in stages_in_use():
        for each in stage.deliverables if stage.taking_over else ():
            if each.name not in but:
                add_word(place.client.id, each.name, world.users["chen"].id, {"state": "done", "words": "有"})


def leave_off(world, *places, reason="2019 年起就在服务"):
    browser = world.browser("sunmin")
    token = csrf(browser.get("/account").text)
    ids = [place.client.id for place in places]
    return browser.post("/stages", data={"csrf_token": token, "client": ids, "reason": reason})


def first_page(world, login="sunmin") -> str:
    return text(world.browser(login).get("/"))


def test_the_dispatcher_sees_one_line_a_client_with_what_is_missing_next(world):
    all_said(world, world.office, "contract", "staff_duties")
    page = first_page(world)
    assert "接管中的客户" in page and f"{address(world)}?missing=1" in page
    assert "缺 2 项" in page and "下一项：合同" in page
    assert page.count("?missing=1") == 2 and "缺 27 项" in page, "the university, of which nothing is there"
    tell(world, "chen", "contract", state="done", words="双方已签")
    assert "下一项：服务人员职责" in first_page(world)


def test_a_client_leaves_the_list_when_the_last_is_there_and_returns_when_that_was_wrong(world):
    all_said(world, world.office, "contract")
    tell(world, "sunmin", "contract", state="not_needed", words="按次付费")
    assert address(world) not in first_page(world), "management and operation go on as long as it is served"
    tell(world, "sunmin", "contract", state="open", words="还是要签")
    assert address(world) in first_page(world)


def test_a_retired_client_never_stands_there(world):
    Client.update(retired_at=1).where(Client.id == world.university.client.id).execute()
    assert address(world, place=world.university) not in first_page(world)


def test_only_the_newest_stand_on_the_first_page_and_all_on_the_list(world):
    for number in range(6):
        Client.create(name=f"新客户{number}", short_name=f"新客户{number}")
    page, listed = first_page(world), text(world.browser("sunmin").get("/stages"))
    assert page.count("?missing=1") == 5 and "还有 3 个客户" in page and listed.count("?missing=1") == 8
    assert "新客户5" in page and "政务中心" not in page.split("接管中的客户")[1]


def test_the_list_goes_on_page_by_page_to_the_oldest_client(world):
    rows = [{"name": f"新客户{number}", "short_name": f"新客户{number}"} for number in range(205)]
    Client.insert_many(rows).execute()
    sun = world.browser("sunmin")
    first = text(sun.get("/stages"))
    further = re.search(r'rel="next" href="([^"]+)"', first)[1]
    second = text(sun.get(further))
    assert "新客户204" in first and "政务中心" not in first
    assert "政务中心" in second and "新客户4<" in second and "新客户5<" not in second
    assert "第一页" in second and 'rel="next"' not in second
    ids = [row.id for row in Client.select().order_by(Client.id.desc()).limit(200)]
    add_words = [
        {"client": id, "deliverable": TAKING_OVER, "state": "done", "words": "有", "at": 1} for id in ids[1:]
    ]
    StageWord.insert_many(add_words).execute()
    page = text(sun.get("/stages"))
    assert "新客户204" in page and "政务中心" in page, "settled ones fill no page"


def test_a_technician_sees_their_own_and_takes_nobody_off(world):
    page = text(world.browser("chen").get("/stages"))
    assert "政务中心" in page and "文澜大学" not in page and "从列表去掉" not in page
    assert "接管中的客户" not in first_page(world, "chen")


def test_who_was_served_before_is_taken_off_with_a_reason_and_put_back(world):
    refused = leave_off(world, world.office, reason=" ")
    assert refused.status_code == 422 and "请写明原因" in text(refused) and "checked" in text(refused)
    assert leave_off(world).status_code == 422
    for _twice in range(2):
        assert leave_off(world, world.office, world.university).status_code == 303
    assert "接管中的客户" not in first_page(world)
    assert [
        (each.ref, each.detail["words"]) for each in Audit.select().where(Audit.action == "stage.taken_over")
    ] == [(str(place.client.id), "2019 年起就在服务") for place in (world.office, world.university)]
    sun = world.browser("sunmin")
    page = text(sun.get(address(world)))
    assert "2019 年起就在服务" in page and "孙敏" in page and "还缺" in page
    token = csrf(page)
    for _twice in range(2):
        assert (
            sun.post(f"/clients/{world.office.client.id}/taking-over", data={"csrf_token": token}).status_code
            == 303
        )
    assert (
        address(world) in first_page(world)
        and Audit.select().where(Audit.action == "stage.resume").count() == 1
    )


def test_a_stranger_among_the_chosen_takes_nobody_off(world):
    assert leave_off(world, world.office, type("P", (), {"client": Client(id=99999)})).status_code == 404
    assert address(world) in first_page(world)


def test_the_first_page_asks_no_more_of_many_clients_than_of_one(world):
    sun = world.browser("sunmin")
    sun.get("/")
    with questions() as few:
        sun.get("/")
    for number in range(20):
        Client.create(name=f"新客户{number}", short_name=f"新客户{number}")
    with questions() as many:
        sun.get("/")
    assert len(many) == len(few)
