"""My tasks for each role, the field for a code, the language."""

import logging

import pytest

from fieldforms.flow.completing import aftercare, completion, record_access
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.faults import targets
from fieldforms.flow.filling import drafts
from fieldforms.flow.people import accounts
from fieldforms.store import clock, scope
from fieldforms.store.models import Assignment, Draft, Record, Room, Session, User
from fieldforms.store.record import records
from tests.people import csrf
from tests.web.hands import Form
from tests.web.inbox.hands import complete_step, fault


def refused(world, login="chen", place=None):
    """A sheet whose client would not sign: its number."""
    entry = world.waiting_sheet(login, place)
    draft = drafts.open_next_step(world.actor(login), records.by_uuid(scope.SYSTEM, entry.record))
    given = HandedIn({}, outcome="refused", reason="要先问领导", shown=entry.digest)
    completion.complete(world.actor(login), draft.uuid, given)
    return entry.number


def home(world, login) -> str:
    return world.browser(login).get("/").text


# Who sees what


def test_who_is_signed_out_is_asked_to_sign_in(world):
    assert world.browser().get("/").location == "/sign-in"


@pytest.mark.parametrize("login", ["chen", "sunmin", "gao", "shen", "wangjing", "admin"])
def test_an_empty_home_is_friendly_for_everybody(world, login):
    text = home(world, login)
    assert "<h1>我的任务</h1>" in text
    assert ("现在没有等您办的事" in text) or login in ("chen", "admin")


def test_a_technician_goes_on_with_what_is_not_finished(world):
    draft, other = world.working_sheet("chen"), world.working_sheet("zhou", world.university)
    text = home(world, "chen")
    assert f'href="/drafts/{draft.uuid}"' in text and f'href="/drafts/{draft.uuid}/discard"' in text
    assert "客户服务联络单" in text and "政务中心" in text and "数字音频处理器" in text
    assert other.uuid not in text


def test_drafts_about_the_same_device_begin_with_their_first_words(world):
    world.working_sheet("chen", request="会议室话筒有杂音")
    world.working_sheet("chen", request="投影机\n没有图像，" + "已经换过线" * 20)
    text = home(world, "chen")
    assert "会议室话筒有杂音" in text and "投影机 没有图像，已经换过线" in text
    assert "已经换过线" * 6 not in text and "…" in text
    assert 'class="button link soft"' in text  # throwing away stands back


def test_what_is_completed_or_discarded_is_no_draft(world):
    world.waiting_sheet("chen")
    gone = world.working_sheet("chen")
    drafts.discard_draft(world.actor("chen"), gone.uuid)
    assert "没填完的" not in home(world, "chen")


def test_a_technician_sees_what_waits_for_their_clients_signature(world):
    mine = world.waiting_sheet("chen")
    other = world.waiting_sheet("zhou", world.university)
    text = home(world, "chen")
    assert (
        f'href="/records/{mine.number}/signature"' in text and "等客户签字" in text and "已等 1 分钟" in text
    )
    assert other.number not in text and "文澜大学" not in text


def test_what_is_signed_waits_no_more(world):
    world.signed_sheet("chen")
    assert "等客户签字" not in home(world, "chen")


def test_a_reported_fault_is_the_technicians_and_a_leads(world):
    entry = fault(world, world.office)
    chen = home(world, "chen")
    assert "轮到我的" in chen and "投影机没有图像" in chen and "故障排查" in chen
    assert entry.number not in home(world, "zhou")
    for lead in ("sunmin", "gao", "shen", "admin"):
        assert "未结的报修" in home(world, lead) and entry.number in home(world, lead)
    assert entry.number not in home(world, "wangjing")


@pytest.mark.parametrize(("lang", "words"), [("zh", "还有 2 张，到看板"), ("en", "2 more on the board")])
def test_the_first_page_says_how_many_more_faults_there_are(world, lang, words):
    for n in range(7):
        fault(world, world.office, f"第 {n} 台没有图像")
    page = world.browser("gao").get(f"/?lang={lang}").text
    assert words in page and page.count("台没有图像") == 5


def test_a_fault_to_be_dispatched_is_the_dispatchers_turn_and_listed_once(world):
    entry = fault(world, world.office)
    Record.update(next_step="dispatch", next_by="dispatcher").where(Record.number == entry.number).execute()
    text = home(world, "sunmin")
    assert "轮到我的" in text and "未结的报修" not in text and text.count(f">{entry.number} ") <= 1
    assert "未结的报修" in home(world, "gao")


def test_a_step_for_one_person_is_only_that_persons_turn(world):
    entry = dispatched(world, "chen")
    accounts.assign_clients(None, world.users["zhou"], [world.office.client.id, world.university.client.id])
    assert entry.number in home(world, "chen")
    assert entry.number not in home(world, "zhou")


def dispatched(world, login):
    """A fault whose repair is assigned to this person."""
    entry = fault(world, world.office)
    answers = {
        "lines_and_interfaces": "normal",
        "indicator_lights": "normal",
        "drivers_and_software": "not_applicable",
        "outcome": "engineer",
        "fault_class": "device",
    }
    complete_step(world.actor("chen"), entry.record, answers)
    person = {"id": world.users[login].id, "name": world.users[login].name}
    complete_step(world.actor("sunmin"), entry.record, {"assigned_engineer": person})
    return entry


def test_the_longest_waiting_comes_first(world):
    newer, older = world.waiting_sheet("chen"), world.waiting_sheet("chen")
    Record.update(updated_at=clock.now() - 3 * clock.DAY_MS).where(Record.number == older.number).execute()
    text = home(world, "gao")
    assert text.index(older.number) < text.index(newer.number) and "已等 3 天" in text


def test_leads_look_after_what_ended_without_a_signature_until_somebody_read_it(world):
    number = refused(world)
    for lead in ("sunmin", "gao", "shen"):
        assert "没有签字就结束的" in home(world, lead) and number in home(world, lead)
    record_access.review_record(world.actor("gao"), number, "已联系")
    assert "没有签字就结束的" not in home(world, "gao")


def test_a_low_rating_is_the_supervisors_alone_until_it_is_followed_up(world):
    low = world.signed_sheet("chen", rating="fair").number
    assert "低评价" in home(world, "gao") and low in home(world, "gao") and "一般" in home(world, "gao")
    for other in ("chen", "sunmin", "shen", "wangjing", "admin"):
        text = home(world, other)
        assert "低评价" not in text and low not in text and "一般" not in text
    aftercare.close_care(world.actor("gao"), low, "已电话致歉", {"care_ending": "agreed"})
    assert "低评价" not in home(world, "gao")


def test_high_ratings_are_no_tasks(world):
    world.signed_sheet("chen")
    assert "低评价" not in home(world, "gao")


def test_a_supervisor_sees_how_many_sheets_nobody_has_read(world):
    assert "还没人看过" not in home(world, "gao")
    world.signed_sheet("chen")
    read = world.signed_sheet("chen").number
    without_reviewer()
    record_access.review_record(world.actor("gao"), read, "")
    assert "有 1 张单据还没人看过" in home(world, "gao")


def without_reviewer() -> None:
    """As of a form that names nobody who reviews it."""
    Record.update(review_by="").execute()


def test_what_waits_for_a_review_stands_there_and_not_among_the_unread(world):
    numbers = [world.signed_sheet("chen").number for _ in range(6)]
    text = home(world, "gao")
    assert "还没人看过" not in text and '等我审阅 <span class="soft number">6</span>' in text
    assert [number in text for number in numbers] == [True] * 4 + [False] * 2
    for other in ("sunmin", "shen", "chen"):
        assert "等我审阅" not in home(world, other)


def test_what_a_supervisor_decided_was_read(world):
    form = Form(world.browser("chen"), "/forms/work-report/new")
    done = form.post(
        then="check",
        period_from="2026-11-16",
        period_to="2026-11-20",
        work_planned="巡检",
        work_done="巡检完成",
    )
    number = Form(form.browser, done.location, "complete").post().location.split("/")[2]
    Form(world.browser("gao"), f"/records/{number}", "short").post()
    assert Record.get(Record.number == number).state == "closed"
    assert "还没人看过" not in home(world, "gao")


def test_confidential_rooms_wait_for_those_with_the_permission(world):
    Room.update(confidential=True).where(Room.id == world.office.room.id).execute()
    number = world.waiting_sheet("chen").number
    assert number not in home(world, "gao")
    User.update(confidential=True).where(User.login == "gao").execute()
    assert number in home(world, "gao")


def test_a_technician_reaches_the_devices_of_their_clients(world):
    text = home(world, "chen")
    assert f'href="/devices?client={world.office.client.id}"' in text
    assert "文澜大学" not in text


# Finding


def test_a_typed_code_leads_to_its_device(world):
    code = world.office.code.code
    chen = world.browser("chen")
    for typed in (code, code.lower(), f" {code[:4]}-{code[4:]} ", f"HTTPS://FF.EXAMPLE.CN/D/{code}"):
        assert chen.get("/find", query_string={"code": typed}).location == f"/d/{code}"


def test_other_words_look_everywhere(world):
    page = world.browser("chen").get("/find", query_string={"code": "音频"}).text
    assert (
        "<h2>设备</h2>" in page
        and world.office.device.name in page
        and world.university.device.name not in page
    )


def test_a_mistyped_code_says_so_and_stays(world):
    code = world.office.code.code
    wrong = code[:-1] + ("2" if code[-1] != "2" else "3")
    answer = world.browser("chen").get("/find", query_string={"code": wrong})
    assert answer.status_code == 422
    assert (
        'href="#f-code"' in answer.text
        and f'value="{wrong}"' in answer.text
        and "<title>错误：" in answer.text
    )


def test_an_empty_code_is_asked_for(world):
    assert world.browser("chen").get("/find?code=").status_code == 422
    assert world.browser("chen").get("/find").status_code == 422


def test_finding_needs_an_account(world):
    assert world.browser().get("/find?code=x").status_code == 401


def test_the_field_is_shown_to_whom_it_helps(world):
    assert 'id="f-code"' in home(world, "chen") and 'id="f-code"' not in home(world, "wangjing")


# Language


def speak(browser, page="/", **data):
    return browser.post("/language", data={"csrf_token": csrf(browser.get(page).text), **data})


def test_a_persons_language_is_kept_for_every_device(world):
    browser = world.browser("chen")
    answer = speak(browser, lang="en", next="/account")
    assert (answer.status_code, answer.location) == (303, "/account")
    assert '<html lang="en"' in browser.get("/account").text
    assert User.get(User.login == "chen").language == "en"
    assert '<html lang="en"' in world.browser("chen").get("/account").text


def test_a_strangers_language_is_the_browsers(world):
    browser = world.browser()
    speak(browser, "/sign-in", lang="en", next="/sign-in")
    assert '<html lang="en"' in browser.get("/sign-in").text


@pytest.mark.parametrize("lang", ["", "fr", "zh-Hans", "en\x00"])
def test_a_language_we_do_not_speak_is_refused(world, lang):
    assert speak(world.browser("chen"), lang=lang).status_code == 400


@pytest.mark.parametrize(
    "evil", ["//evil.example", "https://evil.example", "/\\evil.example", "/sign-out", ""]
)
def test_choosing_a_language_never_leads_elsewhere(world, evil):
    assert speak(world.browser("chen"), lang="en", next=evil).location == "/"


def test_a_clients_language_is_not_the_technicians(world):
    browser = world.browser("chen")
    token = csrf(browser.get("/").text)
    Session.update(handed_draft="a-draft").where(Session.id == browser.session_row.id).execute()
    assert browser.post("/language", data={"csrf_token": token, "lang": "en"}).status_code == 303
    assert User.get(User.login == "chen").language == "zh"


def test_home_asks_the_database_as_often_with_many_sheets_as_with_few(world, app):
    for _ in range(2):
        world.waiting_sheet("chen")
    home(world, "gao")  # published forms are read once and kept
    few = queries(world, "gao")
    for _ in range(6):
        world.waiting_sheet("chen")
    assert queries(world, "gao") == few


def queries(world, login) -> int:
    """SQL statements of one visit, as peewee logs them."""
    counted = []
    handler = logging.Handler()
    handler.emit = counted.append
    logger = logging.getLogger("peewee")
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    try:
        home(world, login)
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
    return len(counted)


def test_nothing_of_a_draft_is_told_to_who_lost_the_client(world):
    world.working_sheet("chen")
    accounts.assign_clients(None, world.users["chen"], [])
    assert "政务中心" not in home(world, "chen") and "话筒有杂音" not in home(world, "chen")
    assert Draft.select().count() == 1


# Sheets begun by themselves, and the client they are about


def draft_of(world, login, address) -> Draft:
    form = Form(world.browser(login), address)
    form.autosave(overtime_reason="会议保障")
    return Draft.get(Draft.uuid == form.url.split("/")[2])


def test_a_resident_technicians_sheets_are_about_the_client_they_serve(world):
    draft = draft_of(world, "chen", "/forms/overtime-request/new")
    assert draft.client_id == world.office.client.id
    page = world.browser("chen").get("/forms/overtime-request/new").text
    assert "关于哪家客户" in page and world.office.client.name in page


def test_a_sheet_can_be_about_no_client(world):
    assert draft_of(world, "chen", "/forms/overtime-request/new?alone=1").client_id is None


def test_who_serves_several_chooses_one(world):
    Assignment.create(user=world.users["chen"], client=world.university.client, since=clock.now())
    page = world.browser("chen").get("/forms/overtime-request/new").text
    for place in (world.office, world.university):
        assert f"/forms/overtime-request/new?client={place.client.id}" in page
    address = f"/forms/overtime-request/new?client={world.university.client.id}"
    assert draft_of(world, "chen", address).client_id == world.university.client.id
    assert draft_of(world, "chen", "/forms/overtime-request/new").client_id is None, "nothing is guessed"


def test_at_a_device_there_is_nothing_to_choose(world):
    page = world.browser("chen").get(f"/forms/parts-issue/new?device={world.office.code.code}").text
    assert "关于哪家客户" not in page
    assert "关于哪家客户" not in world.browser("sunmin").get("/forms/document-receipt/new").text


@pytest.mark.parametrize("login", ["gao", "shen", "admin"])
def test_a_late_fault_stands_first_and_is_called_late(world, login):
    targets.change_targets(world.actor("gao"), None, {"urgent.respond": "60"})
    for n in range(6):
        fault(world, world.office, f"毛病 {n}")
    with clock.pretend_now(clock.now() - 90 * clock.MINUTE):
        number = fault(world, world.university, "很久了").number
    Record.update(updated_at=clock.now()).where(Record.number == number).execute()  # waits least by the row
    section = home(world, login).split("未结的报修")[1]
    first = section.split("<li>")[1]
    assert number in first and "逾期" in first
    assert section.split("</ul>")[0].count("逾期") == 1


def test_of_late_faults_the_urgent_stand_first_then_the_longest_late(world):
    targets.change_targets(world.actor("gao"), None, {"urgent.respond": "60", "normal.respond": "60"})
    numbers = {}
    for hours, urgency in ((9, "normal"), (3, "urgent"), (5, "urgent"), (7, "normal")):
        with clock.pretend_now(clock.now() - hours * clock.HOUR):
            numbers[hours] = fault(world, world.office, f"等了 {hours} 小时", urgency).number
    shown = home(world, "gao").split("未结的报修")[1].split("</ul>")[0]
    assert sorted(numbers, key=lambda hours: shown.index(numbers[hours])) == [5, 3, 9, 7]
    assert shown.count("逾期") == 4 and shown.count("急 ·") == 2
