"""The sender: messages whose time has come go out, at least once and each under its own id; what fails is tried again as jobs are
(flow/jobs/jobs.py), and stands in words on the administrator's page."""

from collections.abc import Sequence
from contextlib import ExitStack
from smtplib import SMTP

from fieldforms.errors import N_
from fieldforms.flow.calendar.holidays import Calendar
from fieldforms.flow.jobs import jobs
from fieldforms.flow.notices import (
    mail_sending,
    notice_ways,
    notice_words,
    robot_posts,
    sending_failures,
    sending_times,
    tellings,
    wishes,
)
from fieldforms.flow.notices.mail_sending import Mail
from fieldforms.flow.notices.outbound import ERRAND_OF_DELIVERIES
from fieldforms.flow.notices.sending_failures import SendingFailed
from fieldforms.flow.people.actors import Actor
from fieldforms.i18n import gettext
from fieldforms.store import clock
from fieldforms.store.database import reading_once, transaction
from fieldforms.store.models import Delivery
from fieldforms.store.notices import deliveries, notices

BATCH = 50
SUBJECT_OF_CODE, BODY_OF_CODE = (
    N_("邮箱验证码"),
    N_(
        "验证码：%(code)s\n\n请在“账号 › 通知设置”里填写，一天之内有效。不是您本人在设置的话，不用理会这封邮件。\n"
    ),
)


def send_due_deliveries() -> None:
    """Each is tried once, and comes back later where that failed."""
    calendar, reached = Calendar(), True
    while reached and (batch := deliveries.due_deliveries(clock.now(), BATCH)):
        rows = [row for row in batch if not is_given_up(row)]
        for row in filter(is_for_group, rows):
            post_to_group(row)
        mails = [row for row in rows if not is_for_group(row)]
        reached = send_mails([(row, mail) for row in mails if (mail := mail_or_failure(row, calendar))])
    if due := deliveries.next_due.first():
        soonest = clock.now() + (0 if reached else jobs.PAUSES[0])
        with transaction():
            jobs.put_off(ERRAND_OF_DELIVERIES, key=ERRAND_OF_DELIVERIES, at=max(due[0], soonest))


def is_given_up(row: Delivery) -> bool:
    """Whoever tried to send it was killed each time."""
    if row.tries < jobs.MOST_TRIES:
        return False
    note_failed_delivery(row, SendingFailed(sending_failures.KILLED_EACH_TIME, for_good=True))
    return True


def is_for_group(row: Delivery) -> bool:
    return row.way_id is not None and row.way.kind in robot_posts.POSTS


# Mails


def mail_or_failure(row: Delivery, calendar: Calendar) -> Mail | None:
    """What goes wrong while one mail is written keeps no other from going out."""
    try:
        return mail_to_send(row, calendar)
    except Exception as error:  # noqa: BLE001  whatever it was
        jobs.tell_error("delivery", row.kind, error)
        begin_delivery(row)
        note_failed_delivery(row, SendingFailed(sending_failures.FAILED_ODDLY, type(error).__name__))
        return None


def mail_to_send(row: Delivery, calendar: Calendar) -> Mail | None:
    """As it is now; None where nothing is to be said any more, or not yet."""
    with reading_once():
        reached = row.user is not None and not row.user.disabled_at
        later = time_wanted(row, calendar) if reached else None
        mail = MAILS[row.kind](row) if reached and not later else None
    if later:
        with transaction():
            deliveries.put_delivery_back(row, later)
    elif mail is None:
        end_unsent(row)
    return mail


def time_wanted(row: Delivery, calendar: Calendar) -> int | None:
    """When it may go out, where that is not now: a further try may fall into somebody's quiet hours."""
    if row.kind != "notices":
        return None
    now = sending_times.local_moment(clock.now())
    wanted = sending_times.allowed_moment(wishes.wish_of_user(row.user), now, calendar)
    return sending_times.utc_ms(wanted) if wanted > now else None


def end_unsent(row: Delivery) -> None:
    with transaction():
        deliveries.end_delivery(row, sent=False)


def mail_of_notices(row: Delivery) -> Mail | None:
    """Of those that still wait, are not seen yet and are wanted."""
    wish, lang = wishes.wish_of_user(row.user), row.user.language
    if not wishes.is_mailed(wish):
        return None
    now = {each.key: each for each in tellings.tellings_of_actor(Actor(row.user))}
    told = [
        (each, now[key])
        for each in notices.notices_of_delivery(row.id)
        if each.seen_at is None
        and each.kind in wish.kinds
        and (key := (each.kind, each.ref, each.late)) in now
    ]
    if not told:
        return None
    subject = notice_words.subject_of_mail(len(told), lang)
    return Mail(row.uuid, wish.address, subject, notice_words.body_of_mail(told, lang))


def mail_of_code(row: Delivery) -> Mail | None:
    wish, lang = wishes.wish_of_user(row.user), row.user.language
    code = wishes.code_to_confirm(wish)
    if not code:
        return None
    subject = f"[{notice_words.house_name(lang)}] {gettext(SUBJECT_OF_CODE, lang)}"
    return Mail(row.uuid, wish.address, subject, gettext(BODY_OF_CODE, lang, code=code))


def mail_of_test(row: Delivery) -> Mail:
    text = notice_words.text_of_test(row.user.language)
    return Mail(row.uuid, row.address, text, text + "\n")


MAILS = {"notices": mail_of_notices, "code": mail_of_code, "test": mail_of_test}


def send_mails(ready: Sequence[tuple[Delivery, Mail]]) -> bool:
    """All by one connection. Where the server itself fails, none of the others waits for it, too: False."""
    broken: SendingFailed | None = None
    with ExitStack() as stack:
        smtp: SMTP | None = None
        for row, mail in ready:
            begin_delivery(row)
            try:
                if broken:
                    raise broken
                server = notice_ways.server_to_send_by()
                smtp = smtp or stack.enter_context(mail_sending.mail_connection(server))
                mail_sending.send_mail(smtp, server, mail)
            except SendingFailed as failed:
                broken = failed if failed.for_all else None
                note_failed_delivery(row, failed)
            else:
                end_sent(row)
    return broken is None


# Groups


def post_to_group(row: Delivery) -> None:
    text = "" if row.way.retired_at else text_to_post(row)
    if not text:
        end_unsent(row)
        return
    begin_delivery(row)
    try:
        address, signing = (notice_ways.secret_of_way(row.way, name) for name in ("secret", "signing"))
        robot_posts.post_text(row.way.kind, address, signing, text)
    except SendingFailed as failed:
        note_failed_delivery(row, failed)
    else:
        end_sent(row)


def text_to_post(row: Delivery) -> str:
    lang = row.way.settings["language"]
    return notice_words.text_of_test(lang) if row.kind == "test" else notice_words.text_for_group(lang)


# What became of them


def begin_delivery(row: Delivery) -> None:
    """Noted before it is sent: what newly waits goes into another message, and who is killed comes again."""
    row.tries += 1
    with transaction():
        deliveries.put_delivery_back(row, clock.now() + jobs.PAUSES[0], tries=row.tries)


def end_sent(row: Delivery) -> None:
    with transaction():
        deliveries.end_delivery(row, sent=True)


def note_failed_delivery(row: Delivery, failed: SendingFailed) -> None:
    said = {"error": failed.why, "error_code": failed.code}
    with transaction():
        if failed.for_good or row.kind == "test" or row.tries >= jobs.MOST_TRIES:
            deliveries.give_delivery_up(row, **said)
        else:
            pause = jobs.PAUSES[min(row.tries, len(jobs.PAUSES)) - 1]
            deliveries.put_delivery_back(row, clock.now() + pause, **said)
