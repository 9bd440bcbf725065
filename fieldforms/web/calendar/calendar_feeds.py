"""A person's visits for the calendar of their phone, by a secret address that is shown once."""

from urllib.parse import urlsplit

from flask import Blueprint, flash, make_response, redirect, url_for

from fieldforms import config
from fieldforms.errors import N_
from fieldforms.flow.calendar.calendar_feeds import calendar_of_token, make_feed, revoke_feed
from fieldforms.flow.calendar.plans import PLAN_READERS
from fieldforms.store.calendar import calendar_feeds
from fieldforms.web import own_password, page
from fieldforms.web.access import actor, me, signed_in

blueprint = Blueprint("calendar_feeds", __name__)


@blueprint.get("/calendar/<token>.ics")
def show(token: str):
    """Fetched by programs, without signing in."""
    host = (
        urlsplit(config.current.url).hostname or "fieldforms"
    )  # a visit's name stays, wherever it is asked for
    text = calendar_of_token(token, host, lambda visit: page.public_origin() + address_of_visit(visit))
    response = make_response(text)
    response.headers["Content-Type"] = "text/calendar; charset=utf-8"
    return response


def address_of_visit(visit) -> str:
    return url_for("visits.show", plan_id=visit.plan.id, due=visit.by_rule.isoformat())


@blueprint.get("/plans/feed")
@signed_in(*PLAN_READERS)
def mine():
    return page.show("calendar/plans/feed.html", feed=calendar_feeds.feed_of(me().id), url="")


@blueprint.post("/plans/feed")
@signed_in(*PLAN_READERS)
def make():
    if asking := own_password.page_until_confirmed(url_for("calendar_feeds.mine")):
        return asking
    url = page.public_origin() + url_for("calendar_feeds.show", token=make_feed(actor()))
    return page.show("calendar/plans/feed.html", 201, feed=calendar_feeds.feed_of(me().id), url=url)


@blueprint.post("/plans/feed/revocation")
@signed_in(*PLAN_READERS)
def revoke():
    revoke_feed(actor())
    flash(page.say(N_("订阅地址已作废。")), "success")
    return redirect(url_for("calendar_feeds.mine"), 303)
