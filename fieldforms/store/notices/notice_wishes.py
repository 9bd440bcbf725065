"""How people want to be told."""

from fieldforms.store.models import NoticeWish
from fieldforms.store.prepared import insert_new, prepared, update


@prepared
def wishes_of(user):
    return NoticeWish.select().where(NoticeWish.user == user)


@prepared
def all_wishes():
    return NoticeWish.select()


def keep_wish(user: int, values: dict) -> None:
    """Inside a transaction that nobody else of this person's passes."""
    row = wishes_of.first(user) or insert_new(NoticeWish, user=user)
    update(NoticeWish, row.id, **values)
