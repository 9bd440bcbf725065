"""When a message may leave the house: quiet hours and days off put it off to the next minute that somebody wants it in."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from fieldforms import config, i18n
from fieldforms.flow.calendar.holidays import Calendar
from fieldforms.store.models import NoticeWay, NoticeWish

DAYS_LOOKED_AT = 60  # no holiday is longer
MAIL_DIGEST = "digest"


def time_to_send(wish: NoticeWish, ms: int, calendar: Calendar) -> int:
    """The first moment from `ms` on (UTC ms) in which this person wants a message."""
    moment = local_moment(ms)
    if wish.how == MAIL_DIGEST:
        moment = next_hour(moment, wish.digest_hour)
    return utc_ms(allowed_moment(wish, moment, calendar))


def allowed_moment(wish: NoticeWish, moment: datetime, calendar: Calendar) -> datetime:
    for _day in range(DAYS_LOOKED_AT):
        if wish.working_days and not calendar.is_working_day(moment.date()):
            moment = begin_of_next_day(moment, wish.digest_hour if wish.how == MAIL_DIGEST else 0)
        elif is_quiet(wish, moment.hour):
            moment = next_hour(moment, wish.quiet_until)
        else:
            return moment
    return moment


def is_quiet(wish: NoticeWish, hour: int) -> bool:
    """21–7 goes over midnight; 0–0 and what is half said are no quiet hours."""
    begin, end = wish.quiet_from, wish.quiet_until
    if begin is None or end is None or begin == end:
        return False
    return begin <= hour < end if begin < end else hour >= begin or hour < end


def next_digest_of_group(way: NoticeWay, ms: int, calendar: Calendar) -> int:
    """After `ms`, both UTC ms."""
    hour = way.settings["hour"]
    moment = next_hour(local_moment(ms + 1), hour)
    for _day in range(DAYS_LOOKED_AT):
        if not way.settings["working_days"] or calendar.is_working_day(moment.date()):
            break
        moment = begin_of_next_day(moment, hour)
    return utc_ms(moment)


def next_hour(moment: datetime, hour: int) -> datetime:
    """The next full `hour` o'clock, from this moment on."""
    found = moment.replace(hour=hour, minute=0, second=0, microsecond=0)
    return found if found >= moment else begin_of_next_day(moment, hour)


def begin_of_next_day(moment: datetime, hour: int) -> datetime:
    return (moment + timedelta(days=1)).replace(hour=hour, minute=0, second=0, microsecond=0)


def local_moment(ms: int) -> datetime:
    return i18n.local(ms, config.current.tz)


def utc_ms(moment: datetime) -> int:
    return int(moment.replace(tzinfo=ZoneInfo(config.current.tz)).timestamp() * 1000)
