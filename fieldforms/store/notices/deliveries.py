"""Messages that leave the house, and what became of them."""

from peewee import JOIN

from fieldforms.store import clock
from fieldforms.store.models import Delivery, Notice, NoticeWay, User
from fieldforms.store.prepared import insert, one_of, prepared, update


@prepared
def gathering_deliveries_of(user):
    """The message to this person that nobody has begun to send."""
    query = Delivery.select().where(Delivery.user == user, Delivery.kind == "notices", Delivery.tries == 0)
    return query.where(Delivery.ended_at.is_null()).order_by(Delivery.id).limit(1)


def add_delivery(uuid: str, kind: str, due_at: int, **about) -> Delivery:
    return insert(Delivery, uuid=uuid, kind=kind, due_at=due_at, made_at=clock.now(), **about)


@prepared
def due_deliveries(now, most):
    """Each with who it is for and its way, due longest first."""
    query = Delivery.select(Delivery, User, NoticeWay).join(User, JOIN.LEFT_OUTER).switch(Delivery)
    query = query.join(NoticeWay, JOIN.LEFT_OUTER).where(Delivery.ended_at.is_null(), Delivery.due_at <= now)
    return query.order_by(Delivery.due_at, Delivery.id).limit(most)


@prepared
def next_due():
    """(when the next one is due,)"""
    query = Delivery.select(Delivery.due_at).where(Delivery.ended_at.is_null())
    return query.order_by(Delivery.due_at).limit(1).tuples()


def end_delivery(row: Delivery, sent: bool) -> None:
    now = clock.now()
    update(Delivery, row.id, ended_at=now, sent_at=now if sent else None, error="", error_code="")


def put_delivery_back(row: Delivery, due_at: int, **values) -> None:
    update(Delivery, row.id, due_at=due_at, **values)


def give_delivery_up(row: Delivery, **values) -> None:
    update(Delivery, row.id, ended_at=clock.now(), **values)


def revive_delivery(row: Delivery) -> None:
    update(Delivery, row.id, ended_at=None, tries=0, due_at=clock.now())


def delivery_given_up(id: int) -> Delivery | None:
    return Delivery.get_or_none(
        Delivery.id == id, Delivery.ended_at.is_null(False), Delivery.sent_at.is_null(), Delivery.error != ""
    )


@prepared
def latest_deliveries(most):
    """Each with who it is for and its way, newest first."""
    query = Delivery.select(Delivery, User, NoticeWay).join(User, JOIN.LEFT_OUTER).switch(Delivery)
    return query.join(NoticeWay, JOIN.LEFT_OUTER).order_by(Delivery.id.desc()).limit(most)


@prepared
def newest_deliveries_to(user, kinds):
    query = Delivery.select().where(Delivery.user == user, one_of(Delivery.kind, kinds))
    return query.order_by(Delivery.id.desc()).limit(1)


def forget_deliveries_ended_before(at: int) -> None:
    ended = Delivery.select(Delivery.id).where(Delivery.ended_at < at)
    Notice.update(delivery=None).where(Notice.delivery.in_(ended)).execute()
    Delivery.delete().where(Delivery.ended_at < at).execute()
