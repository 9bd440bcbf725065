"""A step that nobody of its own may do is somebody's all the same, and what their page offers leads somewhere."""

import re
from html import unescape

import pytest

from fieldforms.flow.completing import completion
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.flow.inbox import inbox_items
from fieldforms.store import clock
from fieldforms.store.inbox import shown
from fieldforms.store.library import definitions
from fieldforms.store.models import Assignment, Audit, Record, User
from tests import boards
from tests.people import csrf, questions
from tests.standing import every_step, stands_at
from tests.web.inbox.hands import cleared, fault, has_it


def moved(world, *logins: str) -> None:
    """They serve nobody any longer."""
    ids = [world.users[login].id for login in logins]
    Assignment.update(until=clock.now()).where(Assignment.user.in_(ids)).execute()


def disabled(world, *logins: str) -> None:
    User.update(disabled_at=clock.now()).where(User.login.in_(logins)).execute()


def goes_on(world, login: str, number: str) -> list[str]:
    """All that the page offers, opened: what is refused. And that the person gets it off their list."""
    browser = world.browser(login)
    answer = browser.get(f"/records/{number}")
    assert answer.status_code == 200, (login, number)
    refused = []
    for address in set(re.findall(r'<a class="button[^"]*" href="([^"]+)"', answer.text)):
        if browser.get(unescape(address)).status_code not in (200, 303):
            refused.append(address)
    step = re.search(rf'action="(/records/{number}/step)"', answer.text)
    if step:
        begun = browser.post(step.group(1), data={"csrf_token": csrf(answer.text)})
        if begun.status_code != 303 or browser.get(begun.location).status_code != 200:
            refused.append(step.group(1))
    return refused


def ended(world, login: str, number: str) -> bool:
    browser = world.browser(login)
    url = f"/records/{number}/cancellation"
    token = csrf(browser.get(url).text)
    browser.post(url, data={"csrf_token": token, "reason": "没有人能做"})
    return Record.get(Record.number == number).state == "cancelled"


def own_people(step) -> tuple[str, ...]:
    """Everybody who could do it of themselves."""
    if step.by in ("technician", "client", "client_lead"):
        return ("chen",)
    return {
        "anyone": ("chen",),
        "assignee": ("zhou", "chen"),
        "dispatcher": ("sunmin",),
        "supervisor": ("gao",),
        "manager": ("shen",),
        "hr": ("wangjing",),
    }[step.by]


def test_every_step_of_the_library_is_somebodys_whoever_is_disabled(world):
    cleared(world, "sunmin", "gao")
    for key, name in every_step():
        step = definitions.read_definition(definitions.current_version(key)).step(name)
        record = stands_at(world, key, name)
        disabled(world, *own_people(step))
        last = "gao" if step.by == "dispatcher" else "sunmin"
        assert has_it(world, record.number) == [last], (key, name)
        assert not goes_on(world, last, record.number), (key, name)
        assert ended(world, last, record.number), (key, name)
        User.update(disabled_at=None).where(User.login != "lihua").execute()


def test_every_step_at_a_client_is_somebodys_whoever_is_moved(world):
    cleared(world, "sunmin", "gao")
    waiting = {
        stands_at(world, key, name).number: (key, name)
        for key, name in every_step()
        if definitions.read_definition(definitions.current_version(key)).step(name).by
        in ("technician", "client", "client_lead")
    }
    moved(world, "chen")
    for number, step in waiting.items():
        assert "sunmin" in has_it(world, number), step


# In people's words


def assigning(browser, number: str, user=None):
    url = f"/records/{number}/assignment"
    if user is None:
        return browser.get(url)
    return browser.post(url, data={"csrf_token": csrf(browser.get(url).text), "user": str(user.id)})


@pytest.mark.parametrize("gone", [moved, disabled])
def test_a_strangers_fault_where_no_technician_is_left_is_the_dispatchers_who_sends_one(world, gone):
    number = fault(world, world.office, "话筒没声音").number
    assert has_it(world, number) == ["chen"]
    gone(world, "chen")
    assert has_it(world, number) == ["sunmin"]
    sun = world.browser("sunmin")
    assert f"/records/{number}/assignment" in sun.get("/board").text
    assert "没有在岗的技术员" in assigning(sun, number).text
    assert assigning(sun, number, world.users["zhou"]).status_code == 303
    assert has_it(world, number) == ["zhou"], "who now serves the client"
    lines = [(row.action, row.ref) for row in Audit.select().order_by(Audit.id)]
    assert ("record.assign", number) in lines and ("user.assign", "zhou") in lines


def test_or_the_dispatcher_looks_into_it_and_sends_an_engineer(world):
    boards.publish()
    number = boards.asked(world, "meeting")
    moved(world, "chen")
    boards.looked(world, number, by="sunmin", found="harder")
    assert has_it(world, number) == ["sunmin"]
    boards.goes_on(world, number, "sunmin", {"sent": sent_to(world, "zhou"), "maker": "no"})
    assert has_it(world, number) == ["zhou"]
    boards.goes_on(world, number, "zhou", {"mended_by": "换了板"})
    assert has_it(world, number) == ["sunmin"], "nobody of the client's is there to check it"


def sent_to(world, login: str) -> dict:
    return {"id": world.users[login].id, "name": world.users[login].name}


def test_while_somebody_of_the_clients_is_there_it_is_not_the_dispatchers(world):
    boards.publish()
    number = boards.asked(world)
    assert has_it(world, number) == ["chen"]
    assert assigning(world.browser("sunmin"), number).status_code == 409
    page = world.browser("sunmin").get(f"/records/{number}").text
    assert "/assignment" not in page and "没有在岗的人" not in page


def test_a_repair_done_waits_for_acceptance_where_the_repairer_was_moved(world):
    record = stands_at(world, "fault-report", "acceptance", named="chen")
    moved(world, "chen")
    assert has_it(world, record.number) == ["sunmin"]
    sun = world.browser("sunmin")
    page = sun.get(f"/records/{record.number}").text
    address = unescape(re.search(r'href="(/forms/service-contact/new[^"]+)"', page).group(1))
    begun = sun.get(address)
    assert begun.status_code in (200, 303), "the dispatcher brings the sheet that the client accepts it with"


def test_what_only_technicians_begin_the_dispatcher_begins_only_where_there_is_none(world):
    sun, url = world.browser("sunmin"), f"/forms/service-contact/new?client={world.office.client.id}"
    assert sun.get(url).status_code == 403
    moved(world, "chen")
    assert sun.get(url).status_code in (200, 303)
    assert world.browser("gao").get(url).status_code == 403, "there is a dispatcher"


def test_a_sheet_that_waits_for_its_client_is_brought_there_by_the_dispatcher(world):
    number = world.waiting_sheet("chen").number
    assert has_it(world, number) == ["chen"]
    disabled(world, "chen")
    assert has_it(world, number) == ["sunmin"]
    assert world.browser("sunmin").get(f"/records/{number}/signature").status_code == 200
    shown = world.browser("sunmin").get("/").text
    assert shown.count(f"/records/{number}") == 1, "once, not among those that others bring too"


def test_who_was_moved_still_brings_what_they_began_to_its_end(world):
    number = world.waiting_sheet("chen").number
    moved(world, "chen")
    assert has_it(world, number) == ["chen", "sunmin"]
    chen = world.browser("chen")
    assert chen.get(f"/records/{number}").status_code == 200
    recall = f"/records/{number}/recall"
    answer = chen.post(recall, data={"csrf_token": csrf(chen.get(recall).text), "reason": "少写了一台"})
    assert answer.status_code == 303 and chen.get(answer.location).status_code == 200
    assert number in chen.get("/records").text


def test_what_is_over_is_no_longer_theirs(world):
    number = world.signed_sheet("chen").number
    moved(world, "chen")
    assert world.browser("chen").get(f"/records/{number}").status_code == 404
    assert number not in world.browser("chen").get("/records").text


def test_ones_own_overtime_goes_on_to_its_approvers_and_to_nobody_else(world):
    asked = stands_at(world, "overtime-request", "supervisor_approval").number
    disabled(world, "chen")
    assert has_it(world, asked) == ["gao"]
    disabled(world, "gao")
    assert has_it(world, asked) == ["sunmin"], "to be ended, not to be approved"
    page = world.browser("sunmin").get(f"/records/{asked}").text
    assert f"/records/{asked}/cancellation" in page and f"/records/{asked}/step" not in page


def test_an_allowance_sent_back_to_who_is_gone_is_the_dispatchers_to_end(world):
    record = stands_at(world, "approval-request", "supervisor_approval")
    returned(world, record.number, "gao")
    assert has_it(world, record.number) == ["chen"]
    disabled(world, "chen")
    assert has_it(world, record.number) == ["sunmin"]
    assert not goes_on(world, "sunmin", record.number) and ended(world, "sunmin", record.number)


def returned(world, number: str, login: str) -> None:
    actor = world.actor(login)
    draft = drafts.open_next_step(actor, boards.whole(number))
    completion.complete(actor, draft.uuid, HandedIn({}, "returned", reason="请补充"))


def test_a_strangers_fault_in_a_confidential_room_is_the_technicians_still(world):
    number = fault(world, world.office).number
    Record.update(confidential=True).where(Record.number == number).execute()
    cleared(world, "sunmin")
    assert has_it(world, number) == ["chen"]
    moved(world, "chen")
    assert has_it(world, number) == ["sunmin"]


def test_what_is_nobodys_is_found_behind_any_number_of_older_ones(world):
    for _ in range(shown.MOST_TASKS + 1):
        fault(world, world.office)
    number = fault(world, world.university).number
    moved(world, "zhou")
    assert has_it(world, number) == ["sunmin"]


@pytest.mark.parametrize("login", ["chen", "sunmin", "gao"])
def test_as_many_questions_are_asked_whatever_the_number(world, login):
    fault(world, world.office)
    stands_at(world, "service-contact", "acceptance", about=world.university)
    stands_at(world, "fault-report", "review")
    moved(world, "zhou")
    actor = world.actor(login)
    inbox_items.count_items(actor)
    with questions() as few:
        inbox_items.count_items(actor)
    for _ in range(4):
        fault(world, world.office)
        stands_at(world, "service-contact", "acceptance", about=world.university)
        stands_at(world, "fault-report", "review")
    with questions() as many:
        inbox_items.count_items(actor)
    assert len(many) == len(few)
