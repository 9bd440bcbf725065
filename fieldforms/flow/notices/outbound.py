"""What is to leave the house is put down in the transaction of what it tells; who sends it is a job (`sender`)."""

from uuid import uuid4

from fieldforms.flow.calendar.holidays import Calendar
from fieldforms.flow.jobs import jobs
from fieldforms.flow.notices import sending_times
from fieldforms.store import clock
from fieldforms.store.database import transaction
from fieldforms.store.models import Delivery, Notice, NoticeWay, NoticeWish, User
from fieldforms.store.notices import deliveries, notice_ways, notices

ERRAND_OF_DELIVERIES = "deliveries"


def put_down(kind: str, due_at: int, **about) -> Delivery:
    """Call inside a transaction. `about`: user, way (ids), address."""
    row = deliveries.add_delivery(str(uuid4()), kind, due_at, **about)
    jobs.put_off(ERRAND_OF_DELIVERIES, key=ERRAND_OF_DELIVERIES, at=due_at)
    return row


def gather_notices(user: User, wish: NoticeWish, made: list[Notice], calendar: Calendar) -> None:
    """Into the message that waits for this person's hour, or a new one. Call inside a transaction."""
    wanted = [row for row in made if row.kind in wish.kinds]
    if not wanted or wish.how == "app" or wish.confirmed_at is None or notice_ways.mail_server() is None:
        return
    waiting = deliveries.gathering_deliveries_of.first(user.id)
    row = waiting or put_down(
        "notices", sending_times.time_to_send(wish, clock.now(), calendar), user=user.id
    )
    notices.join_delivery(tuple(each.id for each in wanted), row.id)


def put_group_digest_down(way: NoticeWay, next_at: int) -> None:
    """One for each hour of theirs, whoever else looks at the same moment."""
    with transaction():
        if notice_ways.take_digest(way.id, way.next_at, next_at):
            put_down("digest", clock.now(), way=way.id)
