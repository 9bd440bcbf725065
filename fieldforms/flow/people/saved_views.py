"""How somebody likes to see a list: its filters under a name, for oneself or shared with the colleagues at the desk."""

from collections.abc import Mapping

from fieldforms.errors import N_, Invalid, NotFound
from fieldforms.flow import form_input
from fieldforms.flow.form_input import FlagInput, Input, TextInput
from fieldforms.flow.people.actors import Actor
from fieldforms.store import audit, scope
from fieldforms.store.database import one_at_a_time, transaction
from fieldforms.store.models import SavedView
from fieldforms.store.people import saved_views

MOST_VIEWS = 30  # of one person and one list: more are no help
LONGEST_QUERY = 2_000  # characters of an address
VIEW_INPUTS: dict[str, Input] = {
    "name": TextInput(N_("名称"), most=30, needed=True),
    "shared": FlagInput(N_("同事也能用")),
}

NOTHING_NARROWED = N_("还没有筛选条件，没有什么可以存。")
TOO_MANY_VIEWS = N_("一个列表最多存 %(max)s 个，请先删掉不用的。")
TOO_MUCH_NARROWED = N_("条件太长，存不下。")


def may_share(actor: Actor) -> bool:
    """A name may tell of a client: only among those who see all of them."""
    return actor.viewer.role not in scope.SEES_ASSIGNED


def save_view(actor: Actor, page: str, query: str, given: Mapping) -> SavedView:
    """Under a name that this person has used on this list it replaces what stood there. Raises Invalid.

    `page`: the list's endpoint; `query`: what its address says, as it was read.
    """
    values = form_input.read_input(VIEW_INPUTS, given)
    refuse_useless(query)
    with transaction():
        one_at_a_time([f"views of {actor.user_id}"])
        names = {view.name for view in saved_views.views_of_owner(actor.user_id, page)}
        if len(names | {values["name"]}) > MOST_VIEWS:
            raise Invalid([("name", TOO_MANY_VIEWS, {"max": MOST_VIEWS})])
        shared = values["shared"] and may_share(actor)
        view = saved_views.keep_view(actor.account.id, page, values["name"], query, shared)
        audit.record_action(actor.user_id, "view.save", str(view.id), page=page, shared=shared)
        return view


def refuse_useless(query: str) -> None:
    """Raises Invalid."""
    if not query:
        raise Invalid([("name", NOTHING_NARROWED, {})])
    if len(query) > LONGEST_QUERY:
        raise Invalid([("name", TOO_MUCH_NARROWED, {})])


def drop_view(actor: Actor, id: int) -> SavedView:
    """Raises NotFound for what is not one's own."""
    view = saved_views.own_view(actor.account.id, id)
    if view is None:
        raise NotFound
    with transaction():
        saved_views.drop_view(view)
        audit.record_action(actor.user_id, "view.drop", str(view.id), page=view.page)
    return view
