"""Who serves a client, changed from its file: the rules of a person's page hold."""

import re

from fieldforms.store.models import Assignment, Audit, Draft, User
from tests.people import post_opened


def address(world) -> str:
    return f"/clients/{world.office.client.id}/technicians"


def serving(world) -> set[str]:
    rows = Assignment.select(Assignment, User).join(User)
    now = rows.where(Assignment.client == world.office.client, Assignment.until.is_null())
    return {row.user.login for row in now}


def ids(world, *logins: str) -> list[int]:
    return [world.users[login].id for login in logins]


def test_a_dispatcher_adds_one_and_takes_another_off(world):
    sun = world.browser("sunmin", confirmed=True)
    saved = post_opened(sun, address(world), technician=ids(world, "zhou"))
    assert saved.status_code == 303 and saved.location.endswith("#technicians")
    assert serving(world) == {"zhou", "lihua"}, "who is disabled is nobody's to choose"
    assert world.browser("chen").get(f"/clients/{world.office.client.id}").status_code == 404
    assert world.browser("zhou").get(f"/clients/{world.university.client.id}").status_code == 200
    lines = Audit.select().where(Audit.action == "user.assign")
    assert {line.ref for line in lines} == {"chen", "zhou"}


def test_the_page_tells_who_served_the_client_and_until_when(world):
    sun = world.browser("sunmin", confirmed=True)
    assert post_opened(sun, address(world), technician=ids(world, "zhou")).status_code == 303
    told = sun.get(address(world)).text.split("谁服务过")[1]
    assert told.index("周海燕") < told.index("陈志远") and " 至 " in told and " 起" in told


def test_what_is_left_behind_is_told_and_handed_over(world):
    draft = world.working_sheet()
    sun = world.browser("sunmin", confirmed=True)
    given = {"technician": ids(world, "zhou"), "to": world.users["zhou"].id}
    asked = post_opened(sun, address(world), **given)
    assert asked.status_code == 422 and "没填完的" in asked.text and "没有别的技术员" in asked.text
    assert serving(world) == {"chen", "lihua"}
    named = re.search(r'name="named" value="([^"]*)"', asked.text)[1]
    assert post_opened(sun, address(world), **given, named=named).status_code == 303
    assert Draft.get_by_id(draft.id).author == world.users["zhou"]


def test_who_goes_takes_nothing_over(world):
    world.working_sheet()
    sun = world.browser("sunmin", confirmed=True)
    given = {"technician": ids(world, "zhou"), "to": world.users["chen"].id}
    asked = post_opened(sun, address(world), **given)
    named = re.search(r'name="named" value="([^"]*)"', asked.text)[1]
    refused = post_opened(sun, address(world), **given, named=named)
    assert refused.status_code == 422 and "不能接手" in refused.text
    assert serving(world) == {"chen", "lihua"}


def test_two_who_change_it_at_once_see_each_other(world):
    sun, gao = world.browser("sunmin", confirmed=True), world.browser("gao", confirmed=True)
    page = gao.get(address(world)).text
    assert post_opened(sun, address(world), technician=ids(world, "chen", "zhou")).status_code == 303
    from tests.people import csrf, version

    stale = {"csrf_token": csrf(page), "version": version(page), "technician": []}
    refused = gao.post(address(world), data=stale)
    assert refused.status_code == 412 and serving(world) == {"chen", "zhou", "lihua"}


def test_nobody_else_is_chosen_and_nobody_else_chooses(world):
    sun = world.browser("sunmin", confirmed=True)
    for wrong in ([world.users["gao"].id], ["9999"], ["x"]):
        assert post_opened(sun, address(world), technician=wrong).status_code == 404
    assert serving(world) == {"chen", "lihua"}
    for login in ("chen", "shen"):
        assert world.browser(login).get(address(world)).status_code == 403
