"""What leaves the house: to whom, when, what it says, and what becomes of it when the other side fails."""

import pytest

from fieldforms.flow.notices import sender, sending_failures, told_notices
from fieldforms.flow.notices.mail_sending import MailServer, mail_connection
from fieldforms.store import clock
from fieldforms.store.calendar import holidays
from fieldforms.store.models import Assignment, Delivery, NoticeWay, Room, User
from tests.web.notices.conftest import MONDAY

HOUR, DAY = clock.HOUR, clock.DAY_MS


def waiting(world, at: int = MONDAY, **more):
    """A sheet that began to wait a minute before."""
    with clock.pretend_now(at - clock.MINUTE):
        return world.waiting_sheet(**more)


def body(mail) -> str:
    return mail.get_content()


def test_a_mail_says_what_waits_where_and_nothing_else(world, mails, wanting, minutes):
    address = wanting("chen")
    entry = waiting(world)
    minutes()
    [mail] = mails.mails
    assert mail["To"] == address and mail["From"] == "ff@example.cn" and "1 条新通知" in mail["Subject"]
    assert entry.number in body(mail) and "轮到您" in body(mail)
    assert "https://ff.example.cn/notices/" in body(mail)
    for hidden in ("话筒有杂音", "更换端子", world.office.contact.name, world.office.client.phone):
        assert hidden not in body(mail)
    assert mail["Message-ID"] == f"<{Delivery.get().uuid}@example.cn>" and mail["Auto-Submitted"]


def test_in_the_language_of_who_gets_it(world, mails, wanting, minutes):
    wanting("chen")
    User.update(language="en").where(User.login == "chen").execute()
    waiting(world)
    minutes()
    assert "1 new notices" in mails.mails[0]["Subject"] and "Your turn" in body(mails.mails[0])


def test_nothing_of_another_client_stands_in_anybodys_mail(world, mails, wanting, minutes):
    for login in world.users:
        wanting(login)
    ours, theirs = waiting(world), waiting(world, login="zhou", place=world.university)
    minutes()
    sent = {mail["To"]: body(mail) for mail in mails.mails}
    assert set(sent) == {"chen@example.cn", "zhou@example.cn"}, "nor the disabled"
    assert theirs.number not in sent["chen@example.cn"] and "文澜" not in sent["chen@example.cn"]
    assert ours.number not in sent["zhou@example.cn"] and "政务" not in sent["zhou@example.cn"]


def test_of_what_is_confidential_only_that(world, mails, wanting, minutes):
    wanting("chen")
    User.update(confidential=True).where(User.login == "chen").execute()
    world.users["chen"].confidential = True
    Room.update(confidential=True).execute()
    entry = waiting(world)
    minutes()
    [mail] = mails.mails
    assert "涉密" in body(mail)
    assert entry.number not in body(mail) and world.office.client.name not in body(mail)


def test_what_was_done_meanwhile_is_not_sent(world, mails, wanting, minutes):
    wanting("chen", how="digest", digest_hour=18)
    entry = waiting(world)
    minutes()
    assert mails.mails == []
    with clock.pretend_now(MONDAY + HOUR):
        world.sign(entry)
    minutes(1, MONDAY + 8 * HOUR)
    assert mails.mails == [] and Delivery.get().ended_at and not Delivery.get().sent_at


def test_who_lost_the_client_meanwhile_is_sent_nothing_of_it(world, mails, wanting, minutes):
    wanting("zhou", how="digest", digest_hour=18)
    Assignment.create(user=world.users["zhou"], client=world.office.client, since=1)
    waiting(world)
    minutes()
    assert Delivery.get().user == world.users["zhou"]
    Assignment.update(until=MONDAY).where(Assignment.client == world.office.client).execute()
    minutes(1, MONDAY + 8 * HOUR)
    assert mails.mails == []


def test_who_is_disabled_meanwhile_is_sent_nothing(world, mails, wanting, minutes):
    wanting("chen", how="digest", digest_hour=18)
    waiting(world)
    minutes()
    User.update(disabled_at=MONDAY).where(User.login == "chen").execute()
    minutes(1, MONDAY + 8 * HOUR)
    assert mails.mails == []


def test_a_digest_gathers_a_day_into_one_mail_at_its_hour(world, mails, wanting, minutes):
    wanting("chen", how="digest", digest_hour=18)
    for hour in (0, 2, 4):
        waiting(world, MONDAY + hour * HOUR)
        minutes(1, MONDAY + hour * HOUR)
    minutes(1, MONDAY + 8 * HOUR - clock.MINUTE)
    assert mails.mails == []
    minutes(1, MONDAY + 8 * HOUR)
    minutes(1, MONDAY + 9 * HOUR)
    [mail] = mails.mails
    assert "3 条新通知" in mail["Subject"]


def test_quiet_hours_put_it_off_to_their_end(world, mails, wanting, minutes):
    wanting("chen", quiet_from=21, quiet_until=7)
    late = MONDAY + 12 * HOUR  # ten in the evening
    waiting(world, late)
    minutes(1, late)
    minutes(1, late + 8 * HOUR)
    assert mails.mails == []
    minutes(1, late + 9 * HOUR)
    assert len(mails.mails) == 1


def test_days_off_put_it_off_to_the_next_working_day(world, mails, wanting, minutes):
    """A Saturday; and Monday is said to be off here."""
    wanting("chen", working_days=True)
    saturday = MONDAY + 5 * DAY
    holidays.put_holiday("2026-12-07", "停电", False)
    waiting(world, saturday)
    for day in (0, 1, 2):
        minutes(1, saturday + day * DAY)
        assert mails.mails == []
    minutes(1, saturday + 3 * DAY)
    assert len(mails.mails) == 1


def test_to_an_address_that_is_not_confirmed_nothing_goes(world, mails, wanting, minutes):
    wanting("chen", confirmed_at=None)
    waiting(world)
    minutes(2)
    assert mails.mails == []


def test_of_a_kind_that_is_not_wanted_nothing_goes(world, mails, wanting, minutes):
    wanting("chen", kinds=["visit"])
    waiting(world)
    minutes()
    assert mails.mails == []


def test_whoever_is_killed_after_sending_sends_the_same_again(world, mails, wanting, minutes, monkeypatch):
    """At least once, and each time under the same id."""
    wanting("chen")
    waiting(world)

    def die(*_row):
        raise KeyboardInterrupt

    with monkeypatch.context() as killed, pytest.raises(KeyboardInterrupt):
        killed.setattr(sender, "end_sent", die)
        minutes()
    minutes(1, MONDAY + 3 * clock.MINUTE)
    first, second = mails.mails
    assert first["Message-ID"] == second["Message-ID"]
    minutes(1, MONDAY + HOUR)
    assert len(mails.mails) == 2


REFUSALS = {
    "a full mailbox": ({"RCPT": "452 later"}, sending_failures.REFUSED_OUTSIDE, "452", False),
    "no such mailbox": ({"RCPT": "550 nobody"}, sending_failures.REFUSED_OUTSIDE, "550", True),
    "a sender it does not know": ({"MAIL": "553 who"}, sending_failures.REFUSED_OUTSIDE, "553", True),
    "a text it does not take": ({"end": "554 no"}, sending_failures.REFUSED_OUTSIDE, "554", True),
    "a server that is closed": ({"greeting": "421 closed"}, sending_failures.REFUSED_OUTSIDE, "421", False),
}


@pytest.mark.parametrize("what", REFUSALS)
def test_what_is_refused_is_tried_again_unless_for_good_and_stands_in_words(
    world, mails, wanting, minutes, what
):
    replies, error, code, for_good = REFUSALS[what]
    wanting("chen")
    waiting(world)
    mails.replies |= replies
    minutes()
    row = Delivery.get()
    assert (row.error, row.error_code, row.ended_at is not None) == (error, code, for_good)
    page = world.browser("admin").get("/notice-ways").text
    assert f"（{code}）" in page and "nobody" not in page
    mails.replies.clear()
    minutes(1, MONDAY + 3 * clock.MINUTE)
    assert len(mails.mails) == (not for_good)


def test_a_server_that_is_gone_is_tried_again_and_given_up_after_six(world, mails, wanting, minutes):
    wanting("chen")
    NoticeWay.update(settings=NoticeWay.get().settings | {"port": 1}).execute()
    waiting(world)
    at = MONDAY
    for _try in range(6):
        minutes(1, at)
        at += 13 * HOUR
    row = Delivery.get()
    assert row.tries == 6 and row.ended_at and row.error == sending_failures.UNREACHABLE
    admin = world.browser("admin")
    assert "连不上服务器" in admin.get("/notice-ways").text


def test_a_server_that_says_nothing_is_left_after_a_while_and_keeps_nobody_else_waiting(
    world, mails, wanting, minutes, monkeypatch
):
    monkeypatch.setattr("fieldforms.flow.notices.mail_sending.SECONDS_FOR_MAIL", 0.2)
    for login in ("chen", "zhou"):
        wanting(login)
    waiting(world), waiting(world, login="zhou", place=world.university)
    mails.hang = True
    minutes()
    assert [row.error for row in Delivery.select()] == [sending_failures.SILENT] * 2
    mails.hang = False
    minutes(1, MONDAY + 3 * clock.MINUTE)
    assert len(mails.mails) == 2


def test_a_password_is_not_given_to_a_server_that_does_not_encrypt(mails):
    server = MailServer("127.0.0.1", mails.port, "starttls", "ff", "secret", "ff@example.cn")
    with pytest.raises(sending_failures.SendingFailed) as failed, mail_connection(server):
        pass
    assert failed.value.why == sending_failures.NO_ENCRYPTION


def test_what_was_seen_in_the_app_is_not_mailed_any_more(world, mails, wanting, minutes):
    wanting("chen", how="digest", digest_hour=18)
    waiting(world)
    minutes()
    told_notices.mark_all_seen(world.actor("chen"), 2**31 - 1)
    minutes(1, MONDAY + 8 * HOUR)
    assert mails.mails == []
