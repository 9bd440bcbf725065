"""The review: a supervisor approves sheets or sends them back; whoever is asked finds it, with the words, on their first page."""

import re

import pytest

from fieldforms.flow import local_time
from fieldforms.flow.completing import reviews
from fieldforms.flow.inbox import inbox_items
from fieldforms.flow.people import deputies
from fieldforms.flow.proof import list_checks
from fieldforms.flow.record import projection
from fieldforms.store.inbox.shown import MOST_TASKS
from fieldforms.store.models import Entry, Record, Review, User
from fieldforms.store.record import records
from tests.flow.record.hands import rows_of_projection
from tests.people import csrf, questions
from tests.web.completing.corrections import correct_sheet, end_correction
from tests.web.completing.hands import GOOD, link_of
from tests.web.faults.hands import DISPUTED, FINE, LOOKED, reviewed
from tests.web.hands import Form, read_page
from tests.web.inbox.hands import complete_step, fault
from tests.web.sheets.hands import exporter, pdf_text

WHY = "型号写错，请更正"


def post(world, login: str, address: str, **body):
    browser = world.browser(login)
    return browser.post(address, data={"csrf_token": csrf(browser.get("/account").text), **body})


def approve(world, *numbers, login="gao", **more):
    return post(world, login, "/reviews/approvals", number=list(numbers), **more)


def send_back(world, *numbers, login="gao", words=WHY, **more):
    return post(world, login, "/reviews/returns", number=list(numbers), words=words, asked="1", **more)


def waiting(world, login="gao") -> list[str]:
    """What the desk lists."""
    return re.findall(
        r'type="checkbox" name="number" value="([\w-]+)"', world.browser(login).get("/reviews").text
    )


def asked(world, login: str) -> list[tuple[str, str]]:
    """(kind, number) of what came back to this person."""
    items = inbox_items.items_of_actor(world.actor(login))
    return [
        (item.kind, item.about.number)
        for item in items
        if item.kind in ("step", "correction") and item.about.returned_since
    ]


def row(number: str) -> Record:
    return Record.get(Record.number == number)


def test_what_is_closed_waits_for_the_supervisor_the_longest_first_and_for_nobody_else(world):
    first, second = (world.signed_sheet("chen").number for _ in range(2))
    open_one = world.waiting_sheet("chen").number
    assert waiting(world) == [first, second]
    assert open_one not in waiting(world)
    for login in ("sunmin", "shen"):
        assert waiting(world, login) == []
    for login in ("chen", "wangjing", "admin"):
        assert world.browser(login).get("/reviews").status_code == 403


def test_the_next_one_opens_by_itself_until_none_waits(world):
    numbers = [world.signed_sheet("chen").number for _ in range(3)]
    address, opened = "/reviews", []
    while shown := re.search(
        r'class="stack review-words".*?</form>', world.browser("gao").get(address).text, re.DOTALL
    ):
        given = dict(re.findall(r'name="(number|next|desk)" value="([\w-]*)"', shown[0]))
        opened.append(given["number"])
        address = approve(world, given["number"], next=given["next"], desk="1").location
    assert opened == numbers and waiting(world) == []
    assert "没有等您审阅的单据" in world.browser("gao").get("/reviews").text


def test_many_are_approved_at_once_and_each_is_noted_down(world):
    numbers = [world.signed_sheet("chen").number for _ in range(3)]
    assert approve(world, *numbers[:2], desk="1").status_code == 303
    assert waiting(world) == numbers[2:]
    said = [(each.record, each.by_id, each.settles) for each in Review.select().order_by(Review.id)]
    assert said == [(row(number).uuid, world.users["gao"].id, "approved") for number in numbers[:2]]


def test_of_many_what_is_out_of_sight_is_passed_over(world):
    number = world.signed_sheet("chen").number
    hidden = world.signed_sheet("chen").number
    Record.update(confidential=True).where(Record.number == hidden).execute()
    for numbers in ((number, hidden), (hidden, "FW-202611-9999")):
        assert approve(world, *numbers, desk="1").status_code == 303
    assert [each.record for each in Review.select()] == [row(number).uuid]


def test_a_deputy_reviews_nothing_of_which_they_filled_a_step(world):
    """Not the serving one: whoever files a handed-over sheet has filled it, too."""
    number = world.signed_sheet("chen").number
    filled = Entry.select().where(Entry.record == row(number).uuid).dicts().get()
    filled |= {"seq": 9, "chain_seq": 99, "digest": "9", "draft": None, "actor": world.users["gao"].id}
    Entry.insert({name: value for name, value in filled.items() if name != "id"}).execute()
    assert waiting(world) == [] and approve(world, number).status_code == 403


def test_one_is_named_and_many_are_counted(world):
    numbers = [world.signed_sheet("chen").number for _ in range(6)]
    gao = world.browser("gao")

    def said(verdict, *given) -> str:
        body = {"number": list(given), "words": WHY if verdict == "returns" else "", "desk": "1"}
        gao.post(f"/reviews/{verdict}", data={"csrf_token": csrf(gao.get("/account").text), **body})
        return re.findall(r'class="message success">([^<]*)<', gao.get("/reviews").text)[-1]

    assert said("approvals", numbers[0]) == f"已通过 {numbers[0]}。"
    assert said("returns", numbers[1]) == f"已退回 {numbers[1]}。"
    assert said("approvals", *numbers[2:4]) == "已通过 2 张。"
    assert said("returns", *numbers[4:]) == "已退回 2 张。"


def test_two_supervisors_at_once_the_second_is_told(world):
    number = world.signed_sheet("chen").number
    approve(world, number)
    again = approve(world, number)
    assert again.status_code == 303 and Review.select().count() == 1
    assert send_back(world, number).status_code == 303 and Review.select().count() == 1
    assert row(number).returned_since is None


@pytest.mark.parametrize(
    "login, status", [("chen", 403), ("zhou", 403), ("sunmin", 403), ("shen", 403), ("admin", 403)]
)
def test_a_review_is_whom_the_form_names(world, login, status):
    number = world.signed_sheet("chen").number
    assert approve(world, number, login=login).status_code == status
    assert send_back(world, number, login=login).status_code == status
    assert Review.select().count() == 0 and waiting(world) == [number]


def test_a_deputy_reviews_while_the_supervisor_is_away(world):
    number, today = world.signed_sheet("chen").number, local_time.today()
    gao = world.actor("gao")
    given = {"deputy": str(world.users["shen"].id), "from_on": today, "until_on": today}
    named = deputies.name_deputy(gao, gao.user_id, given)
    assert waiting(world, "shen") == [number]
    deputies.end_deputy(gao, gao.user_id, named.id)
    assert waiting(world, "shen") == [] and approve(world, number, login="shen").status_code == 403
    deputies.name_deputy(gao, gao.user_id, given)
    assert approve(world, number, login="shen").status_code == 303 and waiting(world) == []


def test_nobody_reviews_their_own(world):
    number = world.signed_sheet("chen").number
    Record.update(opened_by=world.users["gao"]).where(Record.number == number).execute()
    assert waiting(world) == [] and approve(world, number).status_code == 403


@pytest.mark.parametrize("words", ["", " \n"])
def test_without_a_reason_nothing_goes_back(world, words):
    numbers = [world.signed_sheet("chen").number for _ in range(2)]
    for given in (numbers[:1], numbers):
        refused = send_back(world, *given, words=words)
        assert refused.status_code == 422 and "请写明原因。" in refused.text
        assert all(f'name="number" value="{number}"' in refused.text for number in given)
    assert send_back(world, numbers[0], words="字" * 2001).status_code == 422
    assert waiting(world) == numbers and Review.select().count() == 0


@pytest.mark.parametrize("number", ["", "FW-202611-9999"])
def test_what_is_not_there_is_404(world, number):
    given = [number] if number else []
    assert approve(world, *given).status_code == 404
    assert send_back(world, *given).status_code == 404
    assert world.browser("gao").get(f"/reviews/returns?number={number}").status_code == 404
    assert world.browser("gao").get(f"/reviews?at={number}").status_code == 200


def test_whom_a_closed_sheet_goes_back_to_finds_it_with_the_words_and_begins_with_one_tap(world):
    number = world.signed_sheet("chen").number
    assert send_back(world, number).status_code == 303
    assert waiting(world) == [] and asked(world, "chen") == [("correction", number)]
    chen = world.browser("chen")
    page = chen.get("/").text
    assert f"高建国退回：{WHY}" in page and f'action="/records/{number}/correction"' in page
    assert WHY in chen.get(f"/records/{number}").text
    assert asked(world, "zhou") == [] == asked(world, "sunmin")
    opened = post(world, "chen", f"/records/{number}/correction", reason=WHY)
    assert opened.status_code == 303 and "/drafts/" in opened.location


def test_signature_and_rating_stand_until_the_correction_is_signed_and_that_is_reviewed_then(world):
    number = world.signed_sheet("chen").number
    send_back(world, number)
    chen = world.browser("chen")
    new = correct_sheet(world, chen, number)
    assert asked(world, "chen") == []
    assert (row(number).in_force, row(number).outcome, row(number).satisfaction) == (
        True,
        "done",
        "very_satisfied",
    )
    Form(world.browser(), link_of(chen, new), "sign").post(**GOOD)
    assert not row(number).in_force and waiting(world) == [new]


def test_who_was_asked_may_answer_that_nothing_is_to_be_corrected_and_why(world):
    number = world.signed_sheet("chen").number
    send_back(world, number)
    chen = world.browser("chen")
    assert f'href="/reviews/{number}/answer"' in chen.get(f"/records/{number}").text
    before = row(number)
    answered = post(world, "chen", f"/reviews/{number}/answer", reason="铭牌上就是这个型号")
    assert answered.status_code == 303
    assert asked(world, "chen") == [] and waiting(world) == [number]
    desk = world.browser("gao").get("/reviews").text
    assert WHY in desk and "铭牌上就是这个型号" in desk
    begins = f"{world.users['chen'].name}答复不用更正：铭牌上就是这个型号"
    assert begins in desk and begins in world.browser("gao").get("/").text
    assert (row(number).outcome, row(number).in_force) == (before.outcome, True)
    approve(world, number)
    assert waiting(world) == [] == asked(world, "chen")
    assert "答复：不用更正" in chen.get(f"/records/{number}").text


def test_an_answer_is_not_the_last_word(world):
    number = world.signed_sheet("chen").number
    for _ in range(2):
        send_back(world, number)
        assert post(world, "chen", f"/reviews/{number}/answer", reason="没写错").status_code == 303
    send_back(world, number)
    assert asked(world, "chen") == [("correction", number)] and waiting(world) == []


@pytest.mark.parametrize(
    "login, status", [("chen", 422), ("zhou", 404), ("sunmin", 422), ("gao", 403), ("shen", 403)]
)
def test_an_answer_is_theirs_who_are_asked_and_says_why(world, login, status):
    number = world.signed_sheet("chen").number
    send_back(world, number)
    assert post(world, login, f"/reviews/{number}/answer", reason=" ").status_code == status
    assert asked(world, "chen") == [("correction", number)]


def test_nobody_answers_what_nobody_asks(world):
    number = world.signed_sheet("chen").number
    assert post(world, "chen", f"/reviews/{number}/answer", reason="没写错").status_code == 409
    send_back(world, number)
    correct_sheet(world, world.browser("chen"), number)
    assert post(world, "chen", f"/reviews/{number}/answer", reason="没写错").status_code == 409
    assert Review.select().where(Review.settles == "answered").count() == 0


def test_a_desk_that_does_not_list_all_says_so(world):
    first = Record.select().where(Record.number == world.signed_sheet("chen").number).dicts().get()
    assert "这里是等得最久的" not in world.browser("gao").get("/reviews").text
    for n in range(MOST_TASKS):
        copy = first | {"uuid": f"copy-{n}", "number": f"FW-209901-{n:04}", "dated_at": first["dated_at"] + n}
        Record.insert({name: value for name, value in copy.items() if name != "id"}).execute()
    page = world.browser("gao").get("/reviews").text
    assert f"这里是等得最久的 {MOST_TASKS} 张" in page and len(waiting(world)) == MOST_TASKS


@pytest.mark.parametrize("ending", ["cancelled"])
def test_a_correction_that_came_to_nothing_is_asked_for_again(world, ending):
    number = world.signed_sheet("chen").number
    send_back(world, number)
    chen = world.browser("chen")
    end_correction(chen, correct_sheet(world, chen, number), ending)
    assert asked(world, "chen") == [("correction", number)]


def test_who_left_is_not_waited_for(world):
    number = world.signed_sheet("chen").number
    send_back(world, number)
    chen = world.users["chen"]
    chen.disabled_at = 1
    chen.save()
    assert asked(world, "sunmin") == [("correction", number)]
    sunmin = world.browser("sunmin")
    for address in ("/", f"/records/{number}"):
        assert number in sunmin.get(address).text
        assert "开更正单</button>" not in sunmin.get(address).text, "technicians fill this form"
    assert post(world, "sunmin", f"/records/{number}/correction", reason=WHY).status_code == 403
    assert post(world, "sunmin", f"/reviews/{number}/answer", reason="人走了").status_code == 303
    assert asked(world, "sunmin") == [] and waiting(world) == [number]


def test_an_open_sheet_goes_back_to_its_step_with_the_words(world):
    entry = fault(world, world.office)
    complete_step(world.actor("chen"), entry.record, LOOKED)
    number = entry.number
    assert row(number).next_step == "dispatch"
    assert send_back(world, number).status_code == 303
    assert row(number).next_step == "checks" and row(number).returned_since
    assert asked(world, "chen") == [("step", number)]
    assert f"高建国退回：{WHY}" in world.browser("chen").get("/").text
    assert number in world.browser("gao").get("/records?returned=1").text


def test_a_sheet_on_its_way_to_the_client_comes_back_and_the_link_dies(world):
    number = world.waiting_sheet("chen").number
    link = link_of(world.browser("chen"), number)
    assert send_back(world, number).status_code == 303
    assert world.browser().get(link).status_code != 200
    assert asked(world, "chen") == [("step", number)]


def test_who_takes_back_their_own_sheet_was_sent_nothing(world):
    number = world.waiting_sheet("chen").number
    post(world, "chen", f"/records/{number}/recall", reason="写错")
    assert row(number).returned_since is None


def test_words_of_an_approval_are_told_to_who_made_it(world):
    number = world.signed_sheet("chen").number
    approve(world, number, words="做得好")
    assert "做得好" in world.browser("chen").get(f"/records/{number}").text
    assert any(item.kind == "note" for item in inbox_items.items_of_actor(world.actor("chen")))


def test_who_is_concerned_reads_it_and_no_copy_has_it(world, tmp_path):
    number = world.signed_sheet("chen").number
    chen = world.browser("chen")
    before = [
        pdf_text(world.browser(login).get(f"/records/{number}.pdf").data, tmp_path)
        for login in ("gao", "chen")
    ]
    send_back(world, number)
    for login in ("chen", "sunmin", "shen", "gao"):
        assert WHY in world.browser(login).get(f"/records/{number}").text
    after = [
        pdf_text(world.browser(login).get(f"/records/{number}.pdf").data, tmp_path)
        for login in ("gao", "chen")
    ]
    assert WHY not in "".join(after) and [len(text) for text in after] == [len(text) for text in before]
    assert WHY not in chen.get(f"/records?q={number}").text


def test_what_was_read_before_stays_read_and_is_no_approval(world):
    """A version of the form from before it named a reviewer."""
    number = world.signed_sheet("chen").number
    post(world, "gao", f"/records/{number}/review", note="看过")
    assert waiting(world) == [number], "a note is no verdict"
    Record.update(review_by="").where(Record.number == number).execute()
    approve(world, number)
    assert Review.select().where(Review.settles == "approved").count() == 0
    page = world.browser("gao").get(f"/records/{number}").text
    assert "看过" in page and '<span class="badge done">通过' not in page


def test_a_sheet_of_somebody_who_corrects_nothing_is_the_dispatchers(world):
    number = world.signed_sheet("chen").number
    User.update(role="manager").where(User.login == "chen").execute()
    assert send_back(world, number).status_code == 303
    assert number in world.browser("sunmin").get("/").text
    assert "请您更正" not in world.browser("chen").get("/").text


def test_a_review_looks_at_no_rating_and_changes_nothing_that_a_technician_could_conclude_it_from(world):
    """Two sheets, one rated low: until and after each verdict chen's pages differ in nothing but the number."""
    low, high = world.signed_sheet("chen", rating="dissatisfied").number, world.signed_sheet("chen").number
    chen = exporter(world, "chen")

    def seen(number: str) -> str:
        page = read_page(chen, f"/records/{number}")
        return re.sub(r"[0-9a-f]{8,}|\d\d:\d\d|#\d+", "", page.replace(number, "N"))

    for verdict in (approve, send_back):
        for number in (low, high):
            verdict(world, number)
            Review.update(at=1).where(Review.record == row(number).uuid).execute()
        assert ("退回" in seen(low)) == ("退回" in seen(high)) and len(seen(low)) == len(seen(high))


def test_the_projection_says_the_same_when_made_anew(world):
    numbers = [world.signed_sheet("chen").number for _ in range(3)]
    approve(world, numbers[0])
    send_back(world, numbers[1])
    send_back(world, world.waiting_sheet("chen").number)
    before = rows_of_projection()
    assert list(list_checks.every_list_difference()) == []
    projection.rebuild_all()
    assert rows_of_projection() == before


def test_the_desk_asks_as_many_questions_for_one_as_for_many(world):
    world.signed_sheet("chen")
    gao = world.browser("gao")
    gao.get("/reviews")
    with questions() as few:
        gao.get("/reviews")
    for _ in range(3):
        world.signed_sheet("chen")
    with questions() as many:
        gao.get("/reviews")
    assert len(many) == len(few)


def test_a_confidential_sheet_is_on_no_desk_without_the_permission(world):
    number = world.signed_sheet("chen").number
    Record.update(confidential=True).where(Record.number == number).execute()
    assert waiting(world) == [] and approve(world, number).status_code == 404


def test_a_form_that_names_nobody_waits_for_nobody(world):
    seen = records.record_in_full(row(world.signed_sheet("chen").number).uuid)
    assert seen.definition.review == "supervisor"
    assert reviews.roles_of_reviewer(world.actor("chen")) == ()


def test_a_repair_shows_what_its_cost_is_held_against(world):
    """Time, parts, cost, who pays, and that the device failed twice."""
    first, number = (reviewed(world, answers) for answers in (FINE, DISPUTED))
    for each in (first, number):
        Record.update(state="closed", review_by="supervisor").where(Record.number == each).execute()
    page = world.browser("gao").get(f"/reviews?at={number}").text
    facts = page[page.index("维修核对") :]
    for words in ("860", "40", "有异议，还没核定", "第 2 次"):
        assert words in facts, words
    assert "第 2 次" not in world.browser("gao").get(f"/reviews?at={first}").text
