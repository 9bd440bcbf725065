"""A client or a room out of use, and back in use: what is still open there, the reason, and who said so."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms import i18n
from fieldforms.errors import N_, PlaceRetired, ReasonNeeded, StillInUse
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register import retirements
from fieldforms.flow.register.clients import CLIENT_EDITORS
from fieldforms.flow.register.retirements import Place
from fieldforms.forms.kinds import clean_text
from fieldforms.store.library import definitions
from fieldforms.store.models import Draft, Room
from fieldforms.web import inputs, page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.addresses import CLIENT_RULE, ROOM_RULE

blueprint = Blueprint("retirements", __name__)
TEMPLATE = "register/retirements/show.html"


@blueprint.get(f"{CLIENT_RULE}/retirement")
@signed_in(*CLIENT_EDITORS)
def of_client(client_id: int):
    return retirement_page(retirements.client_to_retire(actor(), client_id))


@blueprint.post(f"{CLIENT_RULE}/retirement")
@signed_in(*CLIENT_EDITORS)
def change_client(client_id: int):
    return changed_page(retirements.client_to_retire(actor(), client_id))


@blueprint.get(f"{ROOM_RULE}/retirement")
@signed_in(*CLIENT_EDITORS)
def of_room(room_id: int):
    return retirement_page(retirements.room_to_retire(actor(), room_id))


@blueprint.post(f"{ROOM_RULE}/retirement")
@signed_in(*CLIENT_EDITORS)
def change_room(room_id: int):
    return changed_page(retirements.room_to_retire(actor(), room_id))


@dataclass(frozen=True)
class Wanted:
    """What the form asks for; it says which of the two it shows."""

    verb: Callable[[Actor, Place, str], None]
    said: str


WANTED = {
    "retire": Wanted(retirements.retire_place, N_("已停用：%(name)s")),
    "bring_back": Wanted(retirements.bring_place_back, N_("已恢复使用：%(name)s")),
}


def changed_page(place: Place):
    wanted = WANTED[request.form.get("wanted", "") if request.form.get("wanted") in WANTED else "retire"]
    try:
        wanted.verb(actor(), place, clean_text(request.form.get("reason", "")))
    except ReasonNeeded as refused:
        return inputs.refused_page(TEMPLATE, "reason", refused, **context_of_place(place))
    except (StillInUse, PlaceRetired) as refused:
        return retirement_page(place, refused.status, page.say(refused.sentence, **refused.values))
    flash(page.say(wanted.said, name=place.name), "success")
    return redirect(address_of_place(place), 303)


def retirement_page(place: Place, status: int = 200, refusal: str = ""):
    errors = [("", refusal)] if refusal else []
    shown = {"wrong": {}, "errors": errors, "has_errors": bool(errors)}
    return page.show(TEMPLATE, status, **shown, **context_of_place(place))


def context_of_place(place: Place) -> dict:
    retired = place.retired_at is not None
    return {
        "place": place,
        "client": place.client if isinstance(place, Room) else place,
        "is_room": isinstance(place, Room),
        "back": address_of_place(place),
        "last": retirements.last_word_about(place) if retired else None,
        "open": None if retired else retirements.still_open_at(actor().viewer, place),
        "named_draft": name_of_draft,
        "named_plan": name_of_plan,
        "reason": clean_text(request.form.get("reason", "")),
    }


def address_of_place(place: Place) -> str:
    if isinstance(place, Room):
        return url_for("rooms.show", room_id=place.id)
    return url_for("clients.show", client_id=place.id)


def name_of_draft(draft: Draft) -> str:
    form = i18n.pick(definitions.read_definition(draft.definition).label, page.lang())
    return page.say(N_("%(form)s（%(name)s）"), form=form, name=draft.author.name if draft.author_id else "—")


def name_of_plan(plan) -> str:
    row = definitions.current_version(plan.key)
    form = i18n.pick(definitions.read_definition(row).label, page.lang()) if row else plan.key
    where = plan.device.name if plan.device_id else plan.room.name if plan.room_id else ""
    return " · ".join(filter(None, (form, where)))
