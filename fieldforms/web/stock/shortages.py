"""What a sheet says was moved and the books could not give: closing it with words."""

from flask import Blueprint, flash, redirect, request

from fieldforms.errors import N_, ReasonNeeded
from fieldforms.flow.stock import shortages
from fieldforms.flow.stock.parts import PART_KEEPERS
from fieldforms.forms.kinds import clean_text
from fieldforms.store.stock.shortages import OpenShortage
from fieldforms.web import inputs, page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.stock.part_pages import address_of_part, unit_in_words

blueprint = Blueprint("shortages", __name__)
SHORTAGE_RULE = f"/shortages/<int(max={inputs.MOST_ID}):shortage_id>/closing"
SHORTAGE_TEMPLATE = "stock/parts/shortage.html"


@blueprint.get(SHORTAGE_RULE)
@signed_in(*PART_KEEPERS)
def show(shortage_id: int):
    return inputs.input_page(
        SHORTAGE_TEMPLATE, **shortage_values(shortages.shortage_to_close(actor(), shortage_id))
    )


@blueprint.post(SHORTAGE_RULE)
@signed_in(*PART_KEEPERS)
def close(shortage_id: int):
    short = shortages.shortage_to_close(actor(), shortage_id)
    try:
        shortages.close_shortage(actor(), shortage_id, clean_text(request.form.get("reason", "")))
    except ReasonNeeded as refused:
        return inputs.refused_page(
            SHORTAGE_TEMPLATE,
            "reason",
            refused,
            **shortage_values(short),
            reason=request.form.get("reason", ""),
        )
    flash(page.say(N_("已了结：%(part)s"), part=short.part.name), "success")
    return redirect(address_of_part(short.part), 303)


def shortage_values(short: OpenShortage) -> dict:
    return {"short": short, "unit": unit_in_words(short.part)}
