"""The mail server and the groups' robots."""

from fieldforms.store import clock
from fieldforms.store.models import NoticeWay
from fieldforms.store.prepared import insert, prepared, prepared_change, update


@prepared
def ways_in_use():
    return NoticeWay.select().where(NoticeWay.retired_at.is_null()).order_by(NoticeWay.id)


def way_in_use(id: int) -> NoticeWay | None:
    return next((way for way in ways_in_use() if way.id == id), None)


def mail_server() -> NoticeWay | None:
    return next((way for way in ways_in_use() if way.kind == "mail"), None)


def add_way(kind: str, **values) -> NoticeWay:
    return insert(NoticeWay, kind=kind, made_at=clock.now(), **values)


def change_way(way: NoticeWay, **values) -> None:
    update(NoticeWay, way.id, **values)


def retire_way(way: NoticeWay) -> None:
    """Its secrets go with it."""
    update(NoticeWay, way.id, retired_at=clock.now(), secret="", signing="")


@prepared_change
def take_digest(id, now, next):
    """The hour's digest is the caller's to send: 0 rows where somebody else was first."""
    return NoticeWay.update(next_at=next).where(NoticeWay.id == id, NoticeWay.next_at == now)
