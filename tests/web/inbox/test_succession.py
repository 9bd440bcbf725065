"""Somebody is disabled or moved: the page says what they leave behind, the same form hands it over, nothing is lost."""

from html import unescape

import pytest

from fieldforms.errors import NotCleared
from fieldforms.flow.completing import completion
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.faults import assignments
from fieldforms.flow.filling import drafts
from fieldforms.flow.inbox import inbox_items
from fieldforms.flow.stock import movements, parts
from fieldforms.store.calendar import plans
from fieldforms.store.models import Audit, Draft, Record, User
from fieldforms.store.stock import stock
from tests import boards
from tests.people import PASSWORD, post_opened
from tests.web.inbox.hands import cleared, has_it
from tests.web.people.hands import post


def disabling(world, login: str, to: str = "") -> int:
    """What the admin's form answers."""
    url = f"/people/{world.users[login].id}/disabling"
    chosen = str(world.users[to].id) if to else "0"
    return post(world.browser("admin"), url, own_password=PASSWORD, disabled="1", to=chosen).status_code


def moving(world, login: str, *places, to: str = "", by="sunmin") -> int:
    url = f"/people/{world.users[login].id}/clients"
    chosen = str(world.users[to].id) if to else "0"
    return post_opened(
        world.browser(by, confirmed=True), url, client=[str(each.client.id) for each in places], to=chosen
    ).status_code


def doing_other_work(world, login: str, to: str = "", role: str = "hr") -> int:
    """The admin gives them another role."""
    url, user = f"/people/{world.users[login].id}/edit", world.users[login]
    said = {"name": user.name, "role": role, "language": "zh", "own_password": PASSWORD}
    chosen = str(world.users[to].id) if to else "0"
    return post_opened(world.browser("admin"), url, **said, to=chosen).status_code


def page_of(world, login: str, end: str) -> str:
    return unescape(world.browser("admin").get(f"/people/{world.users[login].id}/{end}").text)


def reached(world, login: str, draft: Draft) -> int:
    return world.browser(login).get(f"/drafts/{draft.uuid}").status_code


def on_list(world, login: str, draft: Draft) -> bool:
    return draft.uuid in world.browser(login).get("/").text


def personal(world, login: str = "chen") -> Draft:
    """An overtime request that is not sent yet."""
    actor = world.actor(login)
    new = drafts.start_draft(actor, "overtime-request", {}, drafts.new_uuid(), drafts.new_uuid())
    return drafts.save_draft(actor, new, new.draft.answers, 0, "tests")


def lent(world, login: str = "chen", kind: str = "tool"):
    """Something of the company's in this person's bag."""
    sun = world.actor("sunmin")
    part = parts.add_part(sun, {"name": "测线仪", "kind": kind, "owner": ""})
    movements.move_part(sun, part.id, "received", {"quantity": "2", "target": "company"})
    where = f"person-{world.users[login].id}"
    given = {"quantity": "1", "source": "company", "target": where, "due_on": "2099-01-01"}
    movements.move_part(sun, part.id, "issued", given)
    return part


def in_bag(world, login: str, part) -> int:
    return stock.quantity(part, stock.place_row("person", user=world.users[login]))


def sent(world, login: str) -> str:
    """A repair that this person was sent to."""
    boards.publish()
    number = boards.to_send(world)
    assignments.assign_engineer(world.actor("sunmin"), number, world.users[login].id)
    return number


# Drafts


def test_what_somebody_disabled_had_begun_is_the_dispatchers(world):
    draft = world.working_sheet("chen")
    assert disabling(world, "chen") == 303
    assert reached(world, "sunmin", draft) == 200 and on_list(world, "sunmin", draft)
    assert [login for login in ("zhou", "gao", "shen") if reached(world, login, draft) != 404] == []
    actor = world.actor("sunmin")
    found = drafts.draft_to_fill(actor, draft.uuid)
    assert completion.complete(actor, found.draft.uuid, HandedIn(found.draft.answers)).entry.number


def test_it_can_be_given_up_too(world):
    draft = world.working_sheet("chen")
    disabling(world, "chen")
    assert post(world.browser("sunmin"), f"/drafts/{draft.uuid}/discard").status_code == 303
    assert not on_list(world, "sunmin", draft)


def test_while_there_is_no_dispatcher_it_is_the_supervisors(world):
    draft = world.working_sheet("chen")
    disabling(world, "sunmin")
    disabling(world, "chen")
    assert on_list(world, "gao", draft) and reached(world, "gao", draft) == 200


def test_the_same_form_hands_it_to_somebody(world):
    draft = world.working_sheet("chen")
    assert "没填完的客户服务联络单（政务中心）" in page_of(world, "chen", "disabling")
    assert disabling(world, "chen", to="zhou") == 303
    assert on_list(world, "zhou", draft) and reached(world, "zhou", draft) == 200
    assert not on_list(world, "sunmin", draft)
    line = Audit.get(Audit.action == "user.hand_over")
    assert (line.ref, line.detail["drafts"]) == ("chen", [draft.uuid])


def test_what_is_confidential_is_not_handed_to_who_may_not_read_it(world):
    world.office.room.confidential = True
    world.office.room.save()
    draft = world.working_sheet("chen")
    assert disabling(world, "chen", to="zhou") == 422
    assert User.get(User.login == "chen").disabled_at is None
    assert Draft.get(Draft.uuid == draft.uuid).author_id == world.users["chen"].id
    cleared(world, "zhou")
    assert disabling(world, "chen", to="zhou") == 303
    assert reached(world, "zhou", draft) == 200


def test_nor_does_it_fall_to_a_dispatcher_without_the_permission(world):
    world.office.room.confidential = True
    world.office.room.save()
    draft = world.working_sheet("chen")
    disabling(world, "chen")
    assert not on_list(world, "sunmin", draft) and reached(world, "sunmin", draft) == 404
    cleared(world, "sunmin")
    assert on_list(world, "sunmin", draft) and reached(world, "sunmin", draft) == 200


def test_who_is_moved_finishes_what_they_began(world):
    draft = world.working_sheet("chen")
    assert moving(world, "chen") == 303
    chen = world.browser("chen")
    assert on_list(world, "chen", draft) and reached(world, "chen", draft) == 200
    entry = completion.complete(world.actor("chen"), draft.uuid, HandedIn(draft.answers)).entry
    assert chen.get(f"/records/{entry.number}").status_code == 200
    assert chen.get(f"/records/{entry.number}/signature").status_code == 200


def test_or_hands_it_over_in_the_same_step(world):
    draft = world.working_sheet("chen")
    assert "没填完的客户服务联络单（政务中心）" in page_of(world, "chen", "clients")
    assert moving(world, "chen", to="sunmin") == 303
    assert reached(world, "chen", draft) == 404 and not on_list(world, "chen", draft)
    assert reached(world, "sunmin", draft) == 200 and on_list(world, "sunmin", draft)


def test_what_is_about_the_client_they_keep_is_not_handed_over(world):
    draft = world.working_sheet("chen")
    moving(world, "chen", world.office, world.university, to="sunmin")
    assert reached(world, "chen", draft) == 200


def test_what_is_personal_stays_the_persons(world):
    draft = personal(world)
    assert "本人的加班报批" in page_of(world, "chen", "disabling")
    disabling(world, "chen", to="sunmin")
    assert [
        login for login in ("zhou", "sunmin", "gao", "admin") if reached(world, login, draft) != 404
    ] == []
    assert Draft.get(Draft.uuid == draft.uuid).author_id == world.users["chen"].id


# Sheets, parts, visits


def test_a_repair_goes_to_whom_it_is_handed(world):
    number = sent(world, "zhou")
    assert number in page_of(world, "zhou", "disabling")
    assert disabling(world, "zhou", to="chen") == 303
    assert has_it(world, number) == ["chen"]
    boards.goes_on(world, number, "chen", {"mended_by": "换了板"})
    assert Record.get(Record.number == number).next_step == "check"


def test_a_repair_of_somebody_disabled_is_the_dispatchers_to_send_anew(world):
    number = sent(world, "zhou")
    disabling(world, "zhou")
    assert has_it(world, number) == ["sunmin"]
    page = world.browser("sunmin").get(f"/records/{number}/assignment")
    assert page.status_code == 200
    assignments.assign_engineer(world.actor("sunmin"), number, world.users["chen"].id, "小周已离职")
    assert has_it(world, number) == ["chen"]


def test_what_somebody_holds_goes_from_bag_to_bag(world):
    part = lent(world)
    assert "手里的测线仪 × 1" in page_of(world, "chen", "disabling")
    assert disabling(world, "chen", to="zhou") == 303
    assert (in_bag(world, "chen", part), in_bag(world, "zhou", part)) == (0, 1)
    (held,) = stock.holdings(
        world.actor("zhou").viewer, where=stock.place_row("person", user=world.users["zhou"])
    )
    assert held.due_on == "2099-01-01", "it is to be back on the same day"


@pytest.mark.parametrize("kind", ["tool", "part"])
def test_what_nobody_was_given_the_dispatcher_gets_back(world, kind):
    part = lent(world, kind=kind)
    disabling(world, "chen")
    sun = world.actor("sunmin")
    assert [turn.about.part.id for turn in inbox_items.items_of_actor(sun) if turn.kind == "holding"] == [
        part.id
    ]
    source = f"person-{world.users['chen'].id}"
    home = world.browser("sunmin").get("/").text
    assert "测线仪" in home and f"/parts/{part.id}" in home
    assert world.browser("sunmin").get(f"/parts/bag?person={source}").status_code == 200
    movements.move_part(sun, part.id, "returned", {"quantity": "1", "source": source, "target": "company"})
    assert [turn for turn in inbox_items.items_of_actor(sun) if turn.kind == "holding"] == []


def gets_back(world, part, target: str) -> None:
    """The dispatcher, from their first page on, whatever chen may see by now."""
    sun, source = world.browser("sunmin"), f"person-{world.users['chen'].id}"
    assert part.name in sun.get("/").text and f"/parts/{part.id}" in sun.get("/").text
    assert part.name in sun.get(f"/parts/bag?person={source}").text
    given = {"quantity": "1", "source": source, "target": target}
    back = post(sun, f"/parts/{part.id}/returned", **given)
    assert back.status_code == 303 and in_bag(world, "chen", part) == 0
    sun.get("/")  # says that it came back
    assert part.name not in sun.get("/").text


def test_a_clients_own_part_in_the_bag_of_who_serves_it_no_longer_is_the_dispatchers_to_get_back(world):
    sun, site = world.actor("sunmin"), f"client-{world.office.client.id}"
    lamp = parts.add_part(sun, {"name": "投影灯泡", "kind": "part", "owner": str(world.office.client.id)})
    movements.move_part(sun, lamp.id, "received", {"quantity": "2", "target": site})
    bag = f"person-{world.users['chen'].id}"
    movements.move_part(sun, lamp.id, "issued", {"quantity": "1", "source": site, "target": bag})
    assert "投影灯泡" not in world.browser("sunmin").get("/").text, "chen brings it back"
    moving(world, "chen", world.university)
    gets_back(world, lamp, site)


def test_what_lies_in_the_bag_of_who_does_other_work_now_is_the_dispatchers_to_get_back(world):
    tool = lent(world)
    assert doing_other_work(world, "chen") == 303
    gets_back(world, tool, "company")


def test_another_role_says_what_it_leaves_and_hands_it_over_in_the_same_step(world):
    boards.publish()
    draft, part, number = world.working_sheet(), lent(world), sent(world, "chen")
    said = page_of(world, "chen", "edit")
    for words in ("换了角色会留下", "没填完的", "手里的测线仪 × 1", f"等本人做的 {number}", "没有别的技术员"):
        assert words in said, words
    assert "换了角色会留下" not in page_of(world, "gao", "edit"), "who leaves nothing is asked nothing"
    assert doing_other_work(world, "chen", to="zhou", role="technician") == 303
    assert reached(world, "chen", draft) == 200, "the same role leaves nothing"
    assert doing_other_work(world, "chen", to="zhou") == 303
    assert (reached(world, "chen", draft), reached(world, "zhou", draft)) == (404, 200)
    assert (in_bag(world, "chen", part), in_bag(world, "zhou", part)) == (0, 1)
    assert has_it(world, number) == ["zhou"]


def test_what_is_confidential_is_not_handed_so_to_who_may_not_read_it(world):
    boards.publish()
    number = sent(world, "chen")
    Record.update(confidential=True).where(Record.number == number).execute()
    assert doing_other_work(world, "chen", to="zhou") == NotCleared.status
    assert User.get(User.login == "chen").role == "technician" and has_it(world, number) == ["chen"]


@pytest.mark.parametrize("gone", [disabling, moving, doing_other_work])
def test_a_visit_planned_for_who_is_gone_is_everybodys_else_the_dispatchers(world, gone):
    plans.add_plan(
        client=world.office.client.id, key="service-contact", every=1, unit="day", skip_holidays=False,
        starts_on="2026-01-01", created_by=world.users["gao"].id, technician=world.users["chen"].id,
    )  # fmt: skip
    assert "巡检计划" in page_of(world, "chen", "disabling")
    gone(world, "chen")
    assert "visit" in {turn.kind for turn in inbox_items.items_of_actor(world.actor("sunmin"))}
    moving(world, "zhou", world.office)
    assert "visit" in {turn.kind for turn in inbox_items.items_of_actor(world.actor("zhou"))}
    assert "visit" not in {turn.kind for turn in inbox_items.items_of_actor(world.actor("sunmin"))}


def test_the_last_technician_of_a_client_is_named(world):
    assert "政务中心没有别的技术员" in page_of(world, "chen", "clients")
    moving(world, "zhou", world.office, world.university)
    assert "政务中心没有别的技术员" not in page_of(world, "chen", "clients")


@pytest.mark.parametrize("to", ["999999", "-1", "x"])
def test_nobody_who_is_none_is_given_anything(world, to):
    draft = world.working_sheet("chen")
    url = f"/people/{world.users['chen'].id}/disabling"
    answer = post(world.browser("admin"), url, own_password=PASSWORD, disabled="1", to=to)
    assert Draft.get(Draft.uuid == draft.uuid).author_id == world.users["chen"].id
    assert answer.status_code in (303, 404)
