"""How somebody wants to be told: an address that is theirs, and nothing there before they have shown it."""

import re

import pytest

from fieldforms.store import clock
from fieldforms.store.models import Audit, Delivery, NoticeWish
from tests.people import PASSWORD, csrf, version
from tests.web.notices.conftest import MONDAY

MAILED = {
    "kinds": ["assigned", "visit"], "how": "once", "address": "chen@example.cn", "digest_hour": "8",
    "quiet_from": "21", "quiet_until": "7", "working_days": "1",
}  # fmt: skip


def save(browser, shown: str = "", **typed):
    page = shown or browser.get("/account/notices").text
    hidden = {"csrf_token": csrf(page), "version": version(page), "own_password": PASSWORD}
    return browser.post("/account/notices", data=hidden | MAILED | typed)


def confirm(browser, code: str):
    token = csrf(browser.get("/account/notices").text)
    return browser.post("/account/notices/address", data={"csrf_token": token, "factor_code": code})


def code_of(mail) -> str:
    return re.search(r"[2-9A-Z]{8}", mail.get_content())[0]


def test_an_address_is_confirmed_by_the_code_that_came_there(world, mails, minutes):
    chen = world.browser("chen")
    with clock.pretend_now(MONDAY - clock.MINUTE):
        assert save(chen).status_code == 303
        world.waiting_sheet()
    minutes()
    [mail] = mails.mails
    assert mail["To"] == "chen@example.cn" and "验证码" in mail["Subject"], "the code, and nothing else"
    code = code_of(mail)
    assert code not in NoticeWish.get().code and code not in str(list(Audit.select().dicts()))
    with clock.pretend_now(MONDAY):
        assert confirm(chen, "XXXXXXXX").status_code == 422 and not NoticeWish.get().confirmed_at
        assert confirm(chen, code.lower()).status_code == 303 and NoticeWish.get().confirmed_at
        world.waiting_sheet()
    minutes(1, MONDAY + 2 * clock.MINUTE)
    assert len(mails.mails) == 2 and "新通知" in mails.mails[1]["Subject"]


def test_the_code_is_good_for_a_day_and_the_newest_alone(world, mails, minutes):
    chen = world.browser("chen")
    with clock.pretend_now(MONDAY):
        save(chen)
        minutes()
        token = csrf(chen.get("/account/notices").text)
        assert chen.post("/account/notices/code", data={"csrf_token": token}).status_code == 303
        minutes(1, MONDAY + clock.MINUTE)
        first, second = (code_of(mail) for mail in mails.mails)
        assert confirm(chen, first).status_code == 422
    with clock.pretend_now(MONDAY + 2 * clock.DAY_MS):
        assert confirm(chen, second).status_code == 422


def test_another_address_asks_for_the_password_and_is_confirmed_anew(world, mails, wanting):
    wanting("chen")
    chen = world.browser("chen")
    asked = save(chen, address="other@example.cn", own_password="")
    assert asked.status_code == 422 and NoticeWish.get().address == "chen@example.cn"
    assert save(chen, address="other@example.cn").status_code == 303
    assert (NoticeWish.get().address, NoticeWish.get().confirmed_at) == ("other@example.cn", None)
    line = Audit.select().where(Audit.action == "notices.wish").get()
    assert line.detail["before"]["address"] == "chen@example.cn"


def test_codes_are_guessed_and_sent_five_times_and_then_one_waits(world, mails, minutes):
    chen = world.browser("chen")
    save(chen)
    answers = [confirm(chen, "22222222").status_code for _guess in range(6)]
    assert answers == [422] * 5 + [429]
    token = csrf(chen.get("/account/notices").text)
    answers = [chen.post("/account/notices/code", data={"csrf_token": token}).status_code for _n in range(5)]
    assert answers == [303] * 4 + [429]


WRONG = {
    "no address": ({"address": ""}, "邮箱"),
    "none that is one": ({"address": "chen"}, "这不像邮箱地址"),
    "a line more": ({"address": "a@b.cn\nBcc: c@d.cn"}, "这不像邮箱地址"),
    "half a quiet time": ({"quiet_until": ""}, "免打扰要写从几点到几点"),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_cannot_work_is_said_in_words_and_kept(world, mails, what):
    typed, said = WRONG[what]
    answer = save(world.browser("chen"), **typed)
    assert answer.status_code == 422 and said in answer.text and 'class="error"' in answer.text
    assert NoticeWish.select().count() == 0 and Delivery.select().count() == 0


def test_without_a_mail_server_there_is_no_mail(world):
    answer = save(world.browser("chen"))
    assert answer.status_code == 422 and "请管理员在“通知方式”里设置" in answer.text


def test_two_tabs_lose_nothing(world, mails, wanting):
    wanting("chen", quiet_from=21, quiet_until=7, working_days=True, kinds=["assigned", "visit"])
    chen = world.browser("chen")
    shown = chen.get("/account/notices").text
    assert save(chen, digest_hour="9").status_code == 303
    assert save(chen, shown, digest_hour="10").status_code == 412
    assert NoticeWish.get().digest_hour == 9
