"""The house's own papers fulfil what stages ask, as soon as they are issued."""

import pytest

from fieldforms.flow.stages.stage_files import deliverables_in_use
from fieldforms.store import clock
from fieldforms.store.models import Audit, Document, Room, StageWord
from tests.people import csrf, questions
from tests.web.papers.hands import issue, write
from tests.web.stages.hands import address, line, state, tell, text


def papers_page(world, paper: str) -> str:
    return f"/clients/{world.office.client.id}/papers/{paper}"


def post_bare(browser, url: str):
    return browser.post(url, data={"csrf_token": csrf(browser.get("/account").text)})


def file_guide(world, room, login: str = "chen"):
    Room.update(power_on=["合上总电源"]).where(Room.id == room.id).execute()
    return post_bare(world.browser(login), f"/rooms/{room.id}/papers/quick-guide")


def test_issued_rules_are_there_by_themselves_with_who_and_when(world):
    sun = world.browser("sunmin")
    own = text(sun.get(address(world, "resident_rules")))
    assert f'href="{papers_page(world, "resident-rules")}"' in own and "写这一份" in own
    with clock.pretend_now(clock.now() - 40 * clock.DAY_MS):
        write(world, "resident-rules", "第一条")
    assert state(world, "resident_rules") == "open", "written, not issued"
    assert issue(world, "resident-rules", 1).status_code == 303
    document = Document.get()
    for page in (address(world), address(world, "resident_rules")):
        said = text(world.browser("chen").get(page))
        said = line(said, "resident_rules") if page == address(world) else said
        for words in ("已完成", "孙敏", f'/documents/{document.id}"'):
            assert words in said, (page, words)
    assert not StageWord.select().exists() and not Audit.select().where(Audit.action == "stage.tell").exists()
    tell(world, "sunmin", "resident_rules", state="in_work", words="第 3 条要改")
    assert state(world, "resident_rules") == "in_work", "what was said last counts"
    write(world, "resident-rules", "第二条")
    issue(world, "resident-rules", 2)
    assert state(world, "resident_rules") == "done"
    post_bare(sun, f"/documents/{document.id}/retirement")
    assert state(world, "resident_rules") == "in_work"


def test_one_paper_may_be_two_things_and_a_retired_one_none(world):
    write(world, "service-scope", "服务内容")
    issue(world, "service-scope", 1)
    assert state(world, "service_content") == state(world, "service_modes") == "done"
    post_bare(world.browser("gao"), f"/documents/{Document.get().id}/retirement")
    assert state(world, "service_content") == state(world, "service_modes") == "open"


def test_an_issued_internal_report_is_there_for_the_house_alone(world):
    write(world, "survey-report-internal", "报价太低")
    assert issue(world, "survey-report-internal", 1).status_code == 303
    assert state(world, "internal_report") == "done"
    assert f"/documents/{Document.get().id}" in text(world.browser("shen").get(address(world)))
    assert "internal_report" not in text(world.browser("chen").get(address(world)))


def test_guides_of_rooms_are_work_until_every_room_has_one(world):
    chen, client = world.browser("chen"), world.office.client
    assert f"/clients/{client.id}/papers#rooms" in text(chen.get(address(world, "quick_guide")))
    assert "写这一份" not in text(chen.get(address(world, "resident_rules"))), "technicians write no rules"
    other = Room.create(client=client, name="302 会议室")
    Room.create(client=client, name="旧会议室", retired_at=1)
    assert file_guide(world, world.office.room).status_code == 303
    in_work = state(world, "quick_guide")
    file_guide(world, other)
    rooms = Room.select().where(Room.client == client, Room.retired_at.is_null()).count()
    assert (in_work, state(world, "quick_guide"), rooms) == ("in_work", "done", 2)
    said = line(text(chen.get(address(world))), "quick_guide")
    assert [f"/documents/{each.id}" in said for each in Document.select()] == [True, True]
    Room.update(confidential=True).execute()
    said = line(text(chen.get(address(world))), "quick_guide")
    assert "已完成" in said


@pytest.mark.parametrize("login", ["shen", "admin"])
def test_who_writes_nothing_is_led_nowhere(world, login):
    assert "写这一份" not in text(world.browser(login).get(address(world, "staff_duties")))


def test_a_guide_of_a_room_that_is_not_seen_tells_neither_who_nor_when(world):
    file_guide(world, world.office.room, "gao")
    Room.update(confidential=True).where(Room.id == world.office.room.id).execute()
    said = line(text(world.browser("chen").get(address(world))), "quick_guide")
    assert "高建国" not in said and "年" not in said and "/documents/" not in said and "已完成" in said


def test_a_page_asks_no_more_however_many_papers_were_issued(world):
    write(world, "resident-rules", "第一条")
    issue(world, "resident-rules", 1)
    sun = world.browser("sunmin")
    sun.get(address(world))
    with questions() as before:
        sun.get(address(world))
    for each in {each.paper for each in deliverables_in_use().values()} - {"", "resident-rules"}:
        if "rules" in each or "duties" in each:
            write(world, each, "第一条")
            issue(world, each, 1)
    with questions() as after:
        sun.get(address(world))
    assert len(after) == len(before) and Document.select().count() > 3
