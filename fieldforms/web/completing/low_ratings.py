"""Closing the follow-up of a low rating, with words: for those whom ratings are for."""

from flask import Blueprint

from fieldforms.errors import N_
from fieldforms.flow.completing import low_rating_closing
from fieldforms.web.access import actor, signed_in
from fieldforms.web.sheets.record_pages import back_to, reason_page, with_reason

blueprint = Blueprint("low_ratings", __name__)
LOW_RATING_RULE = "/records/<number>/low-rating"


@blueprint.get(LOW_RATING_RULE)
@signed_in(may=lambda viewer: viewer.reads_ratings)
def show(number: str):
    return reason_page(number, "close_rating")


@blueprint.post(LOW_RATING_RULE)
@signed_in(may=lambda viewer: viewer.reads_ratings)
def close(number: str):
    def closed(words: str):
        low_rating_closing.close_low_rating(actor(), number, words)
        return back_to(number, N_("已记下。这张单的低评价不再等人跟进。"))

    return with_reason(number, "close_rating", closed)
