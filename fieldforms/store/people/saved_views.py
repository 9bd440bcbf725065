"""The filters of lists that people keep under a name."""

from peewee import JOIN

from fieldforms.store import clock, scope
from fieldforms.store.models import SavedView, User
from fieldforms.store.prepared import prepared


def views_offered(viewer: scope.Viewer, page: str) -> list[SavedView]:
    """One's own of this list by name, then what colleagues share, each with its owner. A name may tell of a client: whoever
    doesn't see all of them has only their own."""
    own = views_of_owner(viewer.user_id, page)
    return [
        *own,
        *([] if viewer.role in scope.SEES_ASSIGNED else views_shared_by_others(viewer.user_id, page)),
    ]


@prepared
def views_of_owner(owner, page):
    return SavedView.select().where(SavedView.owner == owner, SavedView.page == page).order_by(SavedView.name)


@prepared
def views_shared_by_others(owner, page):
    query = SavedView.select(SavedView, User).join(User, JOIN.INNER, on=(SavedView.owner == User.id))
    shared = (SavedView.page == page) & (SavedView.shared == True)
    return query.where(shared, SavedView.owner != owner, User.disabled_at.is_null()).order_by(SavedView.name)


@prepared
def every_view_of_owner(owner):
    return SavedView.select().where(SavedView.owner == owner).order_by(SavedView.page, SavedView.name)


def keep_view(owner: int, page: str, name: str, query: str, shared: bool) -> SavedView:
    """Under a name that is taken it replaces what stood there."""
    SavedView.insert(
        owner=owner, page=page, name=name, query=query, shared=shared, saved_at=clock.now()
    ).on_conflict(
        conflict_target=[SavedView.owner, SavedView.page, SavedView.name],
        preserve=[SavedView.query, SavedView.shared, SavedView.saved_at],
    ).execute()
    return SavedView.get(SavedView.owner == owner, SavedView.page == page, SavedView.name == name)


def own_view(owner: int, id: int) -> SavedView | None:
    return SavedView.get_or_none(SavedView.owner == owner, SavedView.id == id)


def drop_view(view: SavedView) -> None:
    SavedView.delete().where(SavedView.id == view.id).execute()
