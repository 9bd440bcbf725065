"""Who is where: of every technician the newest sheet that the viewer may see."""

from peewee import fn

from fieldforms.store import scope
from fieldforms.store.inbox.shown import rows_shown
from fieldforms.store.models import Record, User

MOST_PEOPLE = 100


def newest_by_technician(viewer: scope.Viewer) -> list[Record]:
    """The newest work first; people in use only. An index finds each person's."""
    return rows_shown(viewer, newest_of_each(viewer, MOST_PEOPLE))


@scope.prepared_by_viewer
def newest_of_each(viewer, most):
    newest = Record.alias()
    of_them = newest.select(newest.id).where(newest.technician == User.id)
    last = of_them.order_by(newest.dated_at.desc(), newest.id.desc()).limit(1)
    in_use = (User.role == "technician", User.disabled_at.is_null(), scope.records(viewer))
    query = Record.select().join(User, on=(Record.id == last)).where(*in_use)
    return query.order_by(fn.COALESCE(Record.dated_at, 0).desc(), Record.id.desc()).limit(most)
