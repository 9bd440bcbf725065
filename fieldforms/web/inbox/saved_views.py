"""The filters of a list under a name: keeping them, and one's own in a list. The lists themselves offer them (web/narrowed_lists.py)."""

from collections.abc import Callable

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms.errors import N_, Invalid
from fieldforms.flow.people import saved_views
from fieldforms.store.people.saved_views import every_view_of_owner
from fieldforms.web import inputs, page
from fieldforms.web.access import actor, me, signed_in
from fieldforms.web.narrowed_lists import NarrowedList
from fieldforms.web.register.device_filters import narrowed_devices
from fieldforms.web.sheets.record_filters import narrowed_records

blueprint = Blueprint("saved_views", __name__)

# In the address → what the list is called, and how its address narrows it.
VIEWED_LISTS: dict[str, tuple[str, Callable[[], NarrowedList]]] = {
    "records": (N_("单据"), narrowed_records),
    "devices": (N_("设备"), narrowed_devices),
}
LISTS_BY_ENDPOINT = {f"{name}.index": label for name, (label, _narrowed) in VIEWED_LISTS.items()}
SAVE_RULE = f"/views/<any({', '.join(VIEWED_LISTS)}):listed>"


@blueprint.get("/views")
@signed_in(*page.READS_LISTS)
def index():
    views = [
        (view, page.say(LISTS_BY_ENDPOINT[view.page]), NarrowedList.address_of_view(view))
        for view in every_view_of_owner(me().id)
    ]
    return page.show("inbox/saved_views/index.html", views=views)


@blueprint.get(SAVE_RULE)
@signed_in(*page.READS_LISTS)
def ask(listed: str):
    _label, narrowed = VIEWED_LISTS[listed]
    found = narrowed()
    return page_of_name(listed, found, {"name": found.in_words()[:30]})


@blueprint.post(SAVE_RULE)
@signed_in(*page.READS_LISTS)
def save(listed: str):
    """Back at the list as it was narrowed."""
    _label, narrowed = VIEWED_LISTS[listed]
    found = narrowed()
    try:
        view = saved_views.save_view(actor(), found.endpoint, found.query_to_keep(), request.form)
    except Invalid as refused:
        return page_of_name(listed, found, request.form, refused)
    flash(page.say(N_("存好了：%(name)s"), name=view.name), "success")
    return redirect(found.address(), 303)


@blueprint.post(f"/views/<int(max={inputs.MOST_ID}):id>/removal")
@signed_in(*page.READS_LISTS)
def drop(id: int):
    view = saved_views.drop_view(actor(), id)
    flash(page.say(N_("删除了：%(name)s"), name=view.name), "success")
    return redirect(url_for("saved_views.index"), 303)


def page_of_name(listed: str, found: NarrowedList, values, refused: Invalid | None = None):
    return inputs.input_page(
        "inbox/saved_views/save.html",
        inputs.sentences_by_input(refused),
        listed=listed,
        label=LISTS_BY_ENDPOINT[found.endpoint],
        narrowed=found,
        values=values,
        may_share=saved_views.may_share(actor()),
    )
