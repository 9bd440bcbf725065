"""Deputies: who stands in for somebody while they are away. One's own, or as admin for another."""

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms.errors import N_, Invalid
from fieldforms.flow import local_time
from fieldforms.flow.people.deputies import (
    REPRESENTED,
    end_deputy,
    name_deputy,
    person_to_represent,
    possible_deputies,
    state_of_deputy,
)
from fieldforms.store.people import deputies
from fieldforms.web import inputs, own_password, page
from fieldforms.web.access import actor, me, signed_in

blueprint = Blueprint("deputies", __name__)
DEPUTIES_RULE = f"/people/<int(max={inputs.MOST_ID}):id>/deputies"


@blueprint.get(DEPUTIES_RULE)
@signed_in(*REPRESENTED, "admin")
def show(id: int):
    return deputy_page(person_to_represent(actor(), id), {"from_on": local_time.today()})


@blueprint.post(DEPUTIES_RULE)
@signed_in(*REPRESENTED, "admin")
def create(id: int):
    user = person_to_represent(actor(), id)
    if asking := own_password.page_until_confirmed(url_for("deputies.show", id=id)):
        return asking
    try:
        row = name_deputy(actor(), id, request.form)
    except Invalid as refused:
        return deputy_page(user, request.form, refused)
    flash(page.say(N_("%(name)s 在这几天代理。"), name=row.deputy.name), "success")
    return redirect(url_for("deputies.show", id=id), 303)


@blueprint.post(f"{DEPUTIES_RULE}/<int(max={inputs.MOST_ID}):deputy_id>/ending")
@signed_in(*REPRESENTED, "admin")
def end(id: int, deputy_id: int):
    person_to_represent(actor(), id)
    if asking := own_password.page_until_confirmed(url_for("deputies.show", id=id)):
        return asking
    end_deputy(actor(), id, deputy_id)
    flash(page.say(N_("代理已结束。")), "success")
    return redirect(url_for("deputies.show", id=id), 303)


def deputy_page(user, values, refused: Invalid | None = None):
    return inputs.input_page(
        "people/deputies/show.html",
        inputs.sentences_by_input(refused),
        user=user,
        own=user.id == me().id,
        values=values,
        candidates=possible_deputies(user),
        named=[(row, state_of_deputy(row)) for row in deputies.deputies_of(user)],
        words=STANDING,
    )


STANDING = {
    "now": (N_("代理中"), "open"),
    "coming": (N_("未开始"), "wait"),
    "over": (N_("已结束"), "plain"),
    "ended": (N_("提前结束"), "plain"),
}
